//! Findings for characters that nobody can see, named in words.

use super::codes::{CONTROL_CHARACTER, HIDDEN_CHARACTER};
use crate::diagnostic::Diagnostic;
use crate::source::{SourceFile, Span, Unseen, unseen};
use std::sync::Arc;

/// Findings for the control characters that a file is read without.
pub fn control_characters(file: &Arc<SourceFile>) -> Vec<Diagnostic> {
    strays(file, Unseen::Control, control_character)
}

/// Findings for the hidden characters that a file is read without.
pub fn hidden_characters(file: &Arc<SourceFile>) -> Vec<Diagnostic> {
    strays(file, Unseen::Hidden, |span, character| {
        let finding = Diagnostic::new(&HIDDEN_CHARACTER, span, hidden_name(character));
        with_hidden_hints(finding, character)
    })
}

fn strays(
    file: &Arc<SourceFile>,
    what: Unseen,
    finding: impl Fn(Span, char) -> Diagnostic,
) -> Vec<Diagnostic> {
    let strays = file.strays().iter();
    strays
        .filter(|stray| unseen(stray.character) == Some(what))
        .map(|stray| finding(Span::of_stray(file, stray), stray.character))
        .collect()
}

/// The finding for a control character, however it is written.
pub fn control_character(span: impl Into<Option<Span>>, character: char) -> Diagnostic {
    let (name, hint) = control_name(character);
    Diagnostic::new(
        &CONTROL_CHARACTER,
        span,
        format!("{name} ({})", code_point(character)),
    )
    .hint(hint)
}

/// The hints for a hidden character.
pub fn with_hidden_hints(finding: Diagnostic, character: char) -> Diagnostic {
    let code = u32::from(character);
    let escape = if code > 0xFFFF {
        format!("\\U{code:06X}")
    } else {
        format!("\\u{code:04X}")
    };
    let finding = finding.hint("take it out; `bimemo fmt` does, and documents print none");
    match character {
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}' => finding
            .hint("words that are read from the right need no mark: they are set so by themselves"),
        _ => finding.hint(format!(
            "in a text where it is meant, write it so that it can be seen: `{{ \"{escape}\" }}`"
        )),
    }
}

/// A hidden character in words: "a soft hyphen (U+00AD)".
pub fn hidden_name(character: char) -> String {
    let name = match character {
        '\u{AD}' => "a soft hyphen",
        '\u{200B}' => "a space of no width",
        '\u{200C}' | '\u{200D}' => "a joiner of letters that are not joined",
        '\u{2060}' => "a word joiner",
        '\u{FEFF}' => "a byte-order mark inside the text",
        '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            "a mark of the direction of reading"
        }
        _ => "a character that draws nothing",
    };
    format!("{name} ({})", code_point(character))
}

fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// A control character in words, and what to do.
fn control_name(character: char) -> (String, String) {
    const TAKE_OUT: &str = "take it out";
    let (name, hint) = match character {
        '\0' => (
            "a null character, which ends a text for many programs",
            TAKE_OUT,
        ),
        '\u{B}' => (
            "a vertical tab, as pasted from PowerPoint",
            "write a new line or a space instead",
        ),
        '\u{C}' => ("a form feed, as pasted with a page break", TAKE_OUT),
        '\r' => (
            "a carriage return alone, which ends a line on old Macs only",
            "write a new line or a space instead",
        ),
        '\u{1B}' => ("an escape character, as copied from a terminal", TAKE_OUT),
        '\u{1E}' => (
            "a hyphen that does not break, as Word keeps it",
            "write `-` instead",
        ),
        '\u{1F}' => ("an optional hyphen, as Word keeps it", TAKE_OUT),
        '\u{85}' => (
            "a next-line character, or `…` read in the wrong encoding",
            "write a new line, or `…` where that is meant",
        ),
        '\u{2028}' => (
            "a line separator, as pasted from a web page or a slide",
            "write a new line or a space instead",
        ),
        '\u{2029}' => (
            "a paragraph separator, as pasted from a web page or a slide",
            "write an empty line or a space instead",
        ),
        '\u{1}'..='\u{1F}' | '\u{7F}' => ("a control character, which prints nothing", TAKE_OUT),
        '\u{80}'..='\u{9F}' => {
            let meant = in_windows_1252(character);
            let name = "a control character, as text that was read in the wrong encoding has it";
            return match meant {
                Some(meant) => (
                    name.to_owned(),
                    format!("write `{meant}` where that is meant"),
                ),
                None => (name.to_owned(), TAKE_OUT.to_owned()),
            };
        }
        _ => ("a code that is no character", TAKE_OUT),
    };
    (name.to_owned(), hint.to_owned())
}

/// What the byte of a C1 control character is in Windows-1252 (WHATWG Encoding
/// Standard, index windows-1252).
fn in_windows_1252(character: char) -> Option<char> {
    const MEANT: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
    let index = u32::from(character).checked_sub(0x80)?;
    MEANT
        .chars()
        .nth(usize::try_from(index).ok()?)
        .filter(|meant| unseen(*meant).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_told_at_its_place() {
        let file = SourceFile::new("a.yaml", "en: boat\u{200B}house\u{B}x\nfr: l\u{92}an\n");
        let told = |findings: Vec<Diagnostic>| -> Vec<String> {
            let of = |it: &Diagnostic| format!("{:?} {}", it.span, it.message);
            findings.iter().map(of).collect()
        };
        assert_eq!(
            told(control_characters(&file)),
            [
                "Some(a.yaml:1:15-1:16) a vertical tab, as pasted from PowerPoint (U+000B)",
                "Some(a.yaml:2:6-2:7) a control character, as text that was read in the wrong encoding has it (U+0092)",
            ]
        );
        assert_eq!(
            told(hidden_characters(&file)),
            ["Some(a.yaml:1:9-1:10) a space of no width (U+200B)"]
        );
        assert_eq!(in_windows_1252('\u{92}'), Some('’'));
        assert_eq!(in_windows_1252('\u{85}'), Some('…'));
        assert_eq!(in_windows_1252('\u{81}'), None);
    }
}
