//! Findings for letters that are taken for others.

use super::codes::{LOOK_ALIKE_ADDRESS, LOOK_ALIKE_WORD};
use super::names::top;
use crate::diagnostic::Diagnostic;
use crate::source::{LookAlike, LookAlikeKind, SourceFile, Span, look_alikes, script_name};
use std::sync::Arc;

/// Letters that a finding shows with their codes.
const SHOWN: usize = 4;

/// Findings for what a file says with letters that are taken for others, its own name
/// among it.
pub fn look_alike_letters(file: &Arc<SourceFile>) -> Vec<Diagnostic> {
    let mut findings = in_name(file.path());
    let found = look_alikes(file.text()).into_iter();
    findings.extend(found.map(|it| finding(&it, Span::new(file, it.range.clone()))));
    findings
}

/// Findings for the name of a file.
fn in_name(path: &str) -> Vec<Diagnostic> {
    let found = if path.is_ascii() {
        Vec::new()
    } else {
        look_alikes(path)
    };
    let name = |it: LookAlike| {
        let (shown, plain, letters, more) = parts(&it);
        let wording = LOOK_ALIKE_WORD.say("file", given!(path, shown, plain, letters, more));
        Diagnostic::told(top(path), wording)
    };
    found.into_iter().map(name).collect()
}

fn finding(found: &LookAlike, span: Span) -> Diagnostic {
    let (shown, plain, letters, more) = parts(found);
    let wording = match found.kind {
        LookAlikeKind::Word => LOOK_ALIKE_WORD.say("word", given!(shown, plain, letters, more)),
        LookAlikeKind::Address => {
            let written = span.text();
            let is_encoded = written != shown;
            LOOK_ALIKE_ADDRESS.say(
                "address",
                given!(written, is_encoded, shown, plain, letters, more),
            )
        }
    };
    Diagnostic::told(span, wording)
}

/// What a finding says: the text, what it is taken for, by which letters, and whether there
/// are more.
fn parts(found: &LookAlike) -> (&str, &str, String, bool) {
    let letters: Vec<String> = found.letters.iter().take(SHOWN).map(|c| told(*c)).collect();
    let more = found.letters.len() > SHOWN;
    (&found.shown, &found.plain, letters.join(", "), more)
}

/// `а (U+0430, Cyrillic)`; signs are of no script.
fn told(letter: char) -> String {
    let code = u32::from(letter);
    match letter.is_alphabetic() {
        true => format!("`{letter}` (U+{code:04X}, {})", script_name(letter)),
        false => format!("`{letter}` (U+{code:04X})"),
    }
}
