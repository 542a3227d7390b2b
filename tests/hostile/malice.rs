//! What can be wrong with a text of any kind.

use super::kinds::FileKind;
use super::{Hostile, many};

/// Signs that begin something, in one of the languages that files are written in.
const OPENING: [&str; 36] = [
    "[", "{", "(", "\"", "'", "<", "*", "_", "`", "- ", "#", "&", "!", "|", ">", "\\", "%", "@",
    ": ", "{{", "{%", "«", "[a](", "![", "? ", "<a>", "**", "~~", "$", "{ -", "=", "[^1]", "1. ",
    "&a ", "${", "{#",
];

/// Characters that are seldom meant.
const ODD: [(&str, &str); 22] = [
    ("a left-to-right override", "\u{202e}"),
    ("isolates", "\u{2066}"),
    ("zero-width spaces", "\u{200b}"),
    ("joiners", "\u{200d}"),
    ("accents", "e\u{301}\u{301}"),
    ("families", "👩\u{200d}👩\u{200d}👧"),
    ("no characters", "\u{ffff}"),
    ("private characters", "\u{e000}"),
    ("line separators", "\u{2028}"),
    ("tags", "\u{e0041}"),
    ("replacements", "\u{fffd}"),
    ("bells", "\u{7}"),
    ("escapes", "\u{1b}[31m"),
    ("new lines of another kind", "\u{85}"),
    ("soft hyphens", "\u{ad}"),
    ("Hebrew", "ש"),
    ("Tamil", "நி"),
    ("Hangul in parts", "\u{1100}\u{1161}"),
    ("ligatures", "\u{fdfa}"),
    ("a sharp capital", "ẞİ"),
    ("flags", "🇨🇦"),
    ("variation selectors", "a\u{fe0f}"),
];

/// Every malice in every kind of text.
pub fn everywhere() -> Vec<Hostile> {
    FileKind::TEXTS.into_iter().flat_map(of_kind).collect()
}

fn of_kind(kind: FileKind) -> Vec<Hostile> {
    let sound = kind.sound();
    let new = |name: &str, bytes: Vec<u8>| Hostile::new(kind, name, bytes);
    let mut all = bytes_of(kind);
    for sign in OPENING {
        all.push(new(&format!("many {sign}"), sign.repeat(many()).into()));
    }
    // The same where the file is sound before.
    for sign in OPENING.iter().step_by(4) {
        let text = format!("{sound}{}", sign.repeat(many()));
        all.push(new(&format!("sound, then many {sign}"), text.into()));
    }
    for (name, odd) in ODD {
        let middle = sound.len() / 2;
        let middle = (middle..).find(|at| sound.is_char_boundary(*at));
        let (head, tail) = sound.split_at(middle.unwrap_or(0));
        let text = format!("{head}{}{tail}", odd.repeat(500));
        all.push(new(name, text.into()));
    }
    all
}

/// What can be wrong with its bytes.
fn bytes_of(kind: FileKind) -> Vec<Hostile> {
    let sound = kind.sound();
    let new = |name: &str, bytes: Vec<u8>| Hostile::new(kind, name, bytes);
    let lines: Vec<&str> = sound.lines().collect();
    let backwards: Vec<&str> = lines.iter().rev().copied().collect();
    let twice: Vec<&str> = lines.iter().flat_map(|line| [*line, *line]).collect();
    let utf16 = |order: fn(u16) -> [u8; 2]| sound.encode_utf16().flat_map(order).collect();
    let mut invalid = sound.as_bytes().to_vec();
    invalid.push(0xff);
    let mut cut = sound.as_bytes().to_vec();
    cut.push(0xc3);
    let mut noise = 12345_u32;
    let mut noise = || {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (noise >> 24) as u8
    };
    let null = format!("{}\0{}", &sound[..10], &sound[10..]);
    let bad_bytes = "W301";
    let too_large = if kind == FileKind::Drawing {
        "W204"
    } else {
        "W082"
    };
    let latin: Vec<u8> = sound.chars().map(|c| c as u32 as u8).collect();
    vec![
        new("empty", Vec::new()),
        new("one line break", b"\n".into()),
        new("a mark of order alone", "\u{feff}".into()),
        new(
            "a mark of order before it",
            format!("\u{feff}{sound}").into(),
        ),
        new("many marks of order", "\u{feff}".repeat(1000).into()),
        new("null characters", vec![0; 10_000]),
        new("a null character in it", null.into()),
        new("not UTF-8", invalid).found_by(bad_bytes),
        new("cut in a character", cut).found_by(bad_bytes),
        new("Latin-1", [&latin[..], b"\n# \xe9"].concat()).found_by(bad_bytes),
        new("UTF-16, low end first", utf16(u16::to_le_bytes)),
        new("UTF-16, high end first", utf16(u16::to_be_bytes)),
        new("noise", (0..20_000).map(|_| noise()).collect()).found_by(bad_bytes),
        new("a hundred times", sound.repeat(100).into()),
        new("a long line", vec![b'a'; 10 * many()]),
        new(
            "a long line behind it",
            [sound.as_bytes(), &vec![b'a'; 10 * many()]].concat(),
        ),
        new("spaces", vec![b' '; 10 * many()]),
        new("line breaks", vec![b'\n'; 10 * many()]),
        new("tabs", vec![b'\t'; 10 * many()]),
        new(
            "ends of lines as on a Mac of old",
            sound.replace('\n', "\r").into(),
        ),
        new(
            "ends of lines as in Windows",
            sound.replace('\n', "\r\n").into(),
        ),
        new("backwards", backwards.join("\n").into()),
        new("every line twice", twice.join("\n").into()),
        new("tabs before lines", sound.replace("\n", "\n\t").into()),
        new("its first half", sound.as_bytes()[..half(sound)].into()),
        new("its second half", sound.as_bytes()[half(sound)..].into()),
        new("lines that stand ever deeper", deeper("a:", 2000).into()),
        new("too large", vec![b'#'; (4 << 20) + 1]).found_by(too_large),
    ]
}

fn half(text: &str) -> usize {
    let middle = text.len() / 2;
    (middle..)
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

/// Lines of which each stands one space deeper.
pub fn deeper(line: &str, count: usize) -> String {
    (0..count)
        .map(|at| format!("{}{line}\n", " ".repeat(at)))
        .collect()
}
