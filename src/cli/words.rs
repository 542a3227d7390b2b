//! What the command itself says, in the language that findings are told in: the phrases of
//! `words.en.md` and `words.fr.md`.

use bimemo::diagnostic::{Diagnostic, Phrases, Severity, Show};
use bimemo::lang::Both;

static COMMAND_WORDS: Phrases = Phrases::new(Both {
    en: include_str!("words.en.md"),
    fr: include_str!("words.fr.md"),
});

/// The phrase `name`, with these values.
pub fn said(name: &str, values: &[(&str, &dyn Show)]) -> String {
    COMMAND_WORDS.words(name, values)
}

/// So many of what the phrase `noun` counts: "2 memos".
pub fn counted(noun: &str, count: usize) -> String {
    said(noun, &[("count", &count)])
}

/// What people call a severity.
pub fn severity(severity: Severity) -> String {
    let name = match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Note => "severity-note",
    };
    said(name, &[])
}

/// "3 errors, 1 warning", or nothing where there is none.
pub fn count(findings: &[Diagnostic]) -> String {
    let severities = [
        (Severity::Error, "errors"),
        (Severity::Warning, "warnings"),
        (Severity::Note, "notes"),
    ];
    let of = severities.map(|(severity, noun)| {
        let is_one = |finding: &&Diagnostic| finding.severity == severity;
        let number = findings.iter().filter(is_one).count();
        (number > 0).then(|| counted(noun, number))
    });
    of.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
