//! Files that a browser runs when somebody opens them.

/// What a browser takes a file for that it runs, as a message names it; nothing for what
/// it shows or saves. SVG files are read by themselves.
///
/// The name counts first, as it does for browsers and servers. Where it says nothing, or
/// says XML, the content does (WHATWG, "MIME Sniffing", 7.1).
pub fn active_file(path: &str, bytes: &[u8]) -> Option<&'static str> {
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let mut kinds = ENDINGS.lines().filter_map(|line| line.split_once(": "));
    match kinds.find(|(_, endings)| endings.split(' ').any(|it| it == ending)) {
        Some((kind, _)) => Some(kind).filter(|kind| *kind != "-"),
        None => page(bytes),
    }
}

/// What files are by the endings of their names.
const ENDINGS: &str = include_str!("active_file/endings.txt");

/// The beginnings of a web page, each ended by a blank or `>`.
const BEGINNINGS: &str = include_str!("active_file/beginnings.txt");

/// What in XML is a page, a drawing, a style sheet, or could hide one.
const SIGNS: &str = include_str!("active_file/signs.txt");

/// What a file is whose name does not say it.
fn page(bytes: &[u8]) -> Option<&'static str> {
    // Marks of UTF-8 and UTF-16, and what stands between UTF-16's letters.
    let is_mark = |byte: &u8| matches!(byte, 0 | 0xEF | 0xBB | 0xBF | 0xFE | 0xFF);
    let blank = |byte: &u8| byte.is_ascii_whitespace() || is_mark(byte);
    let start = bytes.iter().position(|byte| !blank(byte))?;
    let bytes = bytes.get(start..).filter(|rest| rest.starts_with(b"<"))?;
    let text: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    let text = String::from_utf8_lossy(&text);
    let head: String = text.chars().take(1024).collect();
    let head = head.to_ascii_lowercase();
    let begins = |tag: &str| {
        let after = head.strip_prefix(tag);
        after.is_some_and(|after| after.starts_with(|c: char| c.is_whitespace() || c == '>'))
    };
    if BEGINNINGS.lines().any(begins) || head.starts_with("<!--") {
        return Some("a web page");
    }
    if !head.starts_with("<?xml") && !head.starts_with("<!doctype") {
        return None;
    }
    let active = SIGNS.lines().any(|sign| text.contains(sign));
    active.then_some("XML with a page in it")
}

#[cfg(test)]
mod tests {
    use super::active_file;

    #[test]
    fn pages_are_told_by_their_names_and_their_content() {
        let cases: [(&str, &[u8], bool); 16] = [
            ("files/plan.HTML", b"", true),
            ("plan.xhtml", b"", true),
            ("plan.js", b"", true),
            ("plan", b" <!DOCTYPE html><p>", true),
            ("plan.foo", b"\xEF\xBB\xBF<script>x</script>", true),
            ("plan.foo", b"<!-- x --><script>x</script>", true),
            (
                "plan.xml",
                b"<?xml version='1.0'?><a xmlns:x='http://www.w3.org/1999/xhtml'/>",
                true,
            ),
            (
                "plan.xml",
                b"<?xml version='1.0'?><?xml-stylesheet href='a.xsl'?><a/>",
                true,
            ),
            (
                "plan.xml",
                b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a/>",
                true,
            ),
            (
                "plan.xml",
                b"\xFF\xFE<\0?\0x\0m\0l\0?\0><\0!\0E\0N\0T\0I\0T\0Y\0",
                true,
            ),
            (
                "plan.xml",
                b"<?xml version='1.0'?><dock><key n='1'/></dock>",
                false,
            ),
            ("plan.pdf", b"%PDF-1.7", false),
            ("plan.docx", b"PK\x03\x04", false),
            ("plan.txt", b"<html>", false),
            ("plan.png", b"\x89PNG", false),
            ("plan", b"<applet", false),
        ];
        for (path, bytes, runs) in cases {
            assert_eq!(active_file(path, bytes).is_some(), runs, "{path} {bytes:?}");
        }
    }
}
