//! Findings for characters that nobody can see, named in words.

use super::codes::{CONTROL_CHARACTER, DIRECTION_OVERRIDE, HIDDEN_CHARACTER, UNCLOSED_DIRECTION};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{SourceFile, Span, Unseen, WINDOWS_1252, unseen};
use std::sync::Arc;

crate::diagnostic::phrases! {
    UNSEEN = "codes/unseen";
}

/// Findings for the control characters that a file is read without.
pub fn control_characters(file: &Arc<SourceFile>) -> Vec<Diagnostic> {
    strays(file, Unseen::Control, control_character)
}

/// Findings for the hidden characters that a file is read without.
pub fn hidden_characters(file: &Arc<SourceFile>) -> Vec<Diagnostic> {
    strays(file, Unseen::Hidden, |span, character| {
        hidden_character(&HIDDEN_CHARACTER, span, character)
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
    let (name, code) = (control_name(character), code_point(character));
    let wording = match in_windows_1252(character).filter(|_| name == "misread") {
        Some(meant) => CONTROL_CHARACTER.say("misread", given!(name, code, meant)),
        None => CONTROL_CHARACTER.say("control", given!(name, code)),
    };
    Diagnostic::told(span, wording)
}

/// The finding for a hidden character, under the code of the kind of file it stands in; a
/// mark that turns the direction has a code of its own.
pub(crate) fn hidden_character(code: &'static Code, span: Span, character: char) -> Diagnostic {
    if is_override(character) {
        return direction_override(span, character, true);
    }
    let number = u32::from(character);
    let escape = if number > 0xFFFF {
        format!("\\U{number:06X}")
    } else {
        format!("\\u{number:04X}")
    };
    let name = hidden_name(character);
    // The mark of Arabic letters is none that a text read from the right can do without.
    let turns = match name == "direction" && character != '\u{61C}' {
        true => "yes",
        false => "no",
    };
    let wording = UNSEEN.say(
        code,
        "hidden",
        given!(name, code = code_point(character), turns, escape),
    );
    Diagnostic::told(span, wording)
}

/// Whether a mark overrides the direction of what follows it (UAX #9: LRO, RLO).
pub fn is_override(character: char) -> bool {
    matches!(character, '\u{202D}' | '\u{202E}')
}

/// The finding for such a mark: one that stands in the file as it is, which is left out, or
/// one that documents print.
pub fn direction_override(span: Span, character: char, is_raw: bool) -> Diagnostic {
    let raw = if is_raw { "yes" } else { "no" };
    let wording = DIRECTION_OVERRIDE.say("override", given!(code = code_point(character), raw));
    Diagnostic::told(span, wording)
}

/// The finding for a mark of direction that nothing closes, or that closes nothing.
pub fn unclosed_direction(span: Span, character: char) -> Diagnostic {
    let code = code_point(character);
    let wording = match character {
        '\u{202C}' | '\u{2069}' => UNCLOSED_DIRECTION.say("closing", given!(code)),
        '\u{202A}' | '\u{202B}' => {
            UNCLOSED_DIRECTION.say("unclosed", given!(code, closing = "202C"))
        }
        _ => UNCLOSED_DIRECTION.say("unclosed", given!(code, closing = "2069")),
    };
    Diagnostic::told(span, wording)
}

/// What a hidden character is called in the phrase.
fn hidden_name(character: char) -> &'static str {
    match character {
        '\u{AD}' => "soft-hyphen",
        '\u{200B}' => "no-width",
        '\u{200C}' | '\u{200D}' => "joiner",
        '\u{2060}' => "word-joiner",
        '\u{FEFF}' => "order-mark",
        '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
            "direction"
        }
        _ => "other",
    }
}

fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// What a control character is called in the phrase.
fn control_name(character: char) -> &'static str {
    match character {
        '\0' => "null",
        '\u{B}' => "vertical-tab",
        '\u{C}' => "form-feed",
        '\r' => "carriage-return",
        '\u{1B}' => "escape",
        '\u{1E}' => "hyphen",
        '\u{1F}' => "optional-hyphen",
        '\u{85}' => "next-line",
        '\u{2028}' => "line",
        '\u{2029}' => "paragraph",
        '\u{1}'..='\u{1F}' | '\u{7F}' => "control",
        '\u{80}'..='\u{9F}' => "misread",
        _ => "other",
    }
}

/// What the byte of a C1 control character is in Windows-1252 (WHATWG Encoding
/// Standard, index windows-1252).
fn in_windows_1252(character: char) -> Option<char> {
    let index = u32::from(character).checked_sub(0x80)?;
    let meant = WINDOWS_1252.get(usize::try_from(index).ok()?).copied();
    meant.filter(|meant| unseen(*meant).is_none())
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
