//! Findings made by hand, and the comparison with snapshots, for the tests of every
//! format.

use crate::args::OutputFormat;
use crate::report::{Look, findings as shown};
use bimemo::diagnostic::{Code, Diagnostic, Phrases, Severity, Silence};
use bimemo::lang::{Both, Lang};
use bimemo::source::{SourceFile, Span};
use std::sync::Arc;

pub(in crate::report) const MEMO: &str = "memos/printemps.yaml";

const SOURCE: &str = "\
kind: memo
recepients:
  - Service partners
subject:
  en: Spring update
sections:
  - heading:
      en: Next steps
      fr: Prochaines étapes à suivre, « bientôt », 中文字 fin
    body:
      en: |
        Twelve months, at most.
        A second line.
        A third line.
        A fourth line.
        A fifth line.
        A sixth line.
        A seventh line.
      fr: |
        Au plus\tdouze mois et demi.
closing:";

const LOCALE: &str = "locales/fr/labels, à moi.ftl";

/// A page that is the same in both languages.
const fn told(page: &'static str) -> Phrases {
    Phrases::new(Both { en: page, fr: page })
}

pub(in crate::report) static UNKNOWN: Code = Code {
    id: "Z001",
    name: "unknown-key",
    severity: Severity::Error,
    silence: Silence::Setting,
    phrases: told(
        "A key that this mapping does not have. It would be lost.\n\n## Why it matters\nIt is lost.\n",
    ),
};

pub(in crate::report) static MISSING: Code = Code {
    id: "Z002",
    name: "missing-translation",
    severity: Severity::Error,
    silence: Silence::Setting,
    phrases: told(
        "A text that is there in one language only,\nso that a reader would miss it.\n\n## Why it matters\nBoth languages are official.\n\n## Example\n```yaml\nsubject:\n  en: Spring update\n```\n",
    ),
};

static MISMATCH: Code = Code {
    id: "Z003",
    name: "number-mismatch",
    severity: Severity::Warning,
    silence: Silence::Setting,
    phrases: told("Numbers that differ.\n"),
};

static UNUSED: Code = Code {
    id: "Z004",
    name: "unused-exception",
    severity: Severity::Note,
    silence: Silence::Setting,
    phrases: told("An exception that silences nothing.\n"),
};

/// The first place of `text` in the file.
fn span(file: &Arc<SourceFile>, text: &str) -> Span {
    let start = file.text().find(text).expect("the sample has the text");
    Span::new(file, start..start + text.len())
}

/// Findings of all kinds, in their order.
pub(in crate::report) fn findings() -> Vec<Diagnostic> {
    let mut findings = out_of_order();
    bimemo::press::put_in_order(&mut findings);
    findings
}

fn out_of_order() -> Vec<Diagnostic> {
    let memo = SourceFile::new(MEMO, SOURCE);
    let locale = SourceFile::new(LOCALE, "to = Destinataire\nfrom = Expéditeur\n");
    let end = Span::new(&memo, SOURCE.len()..SOURCE.len());
    vec![
        Diagnostic::new(
            &UNUSED,
            None,
            "the exception for `T101` in the settings silences nothing",
        ),
        Diagnostic::new(
            &MISMATCH,
            span(&memo, "douze mois et demi"),
            "the numbers differ: 12 in English, 12.5 in French",
        )
        .lang(Lang::Fr)
        .label(span(&memo, "Twelve months"), "the English text")
        .hint("write the number as a fact, 100 % safe"),
        Diagnostic::new(&MISSING, end, "`closing` is empty"),
        Diagnostic::new(
            &MISSING,
            span(&memo, "en: Spring update"),
            "`subject` has no French text",
        )
        .lang(Lang::Fr)
        .label(span(&locale, "Expéditeur"), "as it is here")
        .hint("add `fr:`")
        .hint("or write `languages: [en]`"),
        Diagnostic::new(
            &UNKNOWN,
            span(&memo, "recepients"),
            "unknown key `recepients`",
        )
        .hint("did you mean `recipients`?"),
        Diagnostic::new(
            &MISMATCH,
            span(&memo, "中文字 fin"),
            "characters that no font has",
        ),
        Diagnostic::new(
            &MISMATCH,
            span(
                &memo,
                "Twelve months, at most.\n        A second line.\n        A third line.\n        A fourth line.\n        A fifth line.\n        A sixth line.\n        A seventh line.\n",
            ),
            "a body of seven lines:\nthe French has one",
        ),
        Diagnostic::new(&UNKNOWN, span(&locale, "to"), "unknown message `to`"),
    ]
}

/// A finding in a line of a thousand words.
pub(in crate::report) fn long_line() -> Diagnostic {
    let words = "mot ".repeat(500);
    let file = SourceFile::new("memos/long.yaml", format!("fr: {words}TARGET {words}\n"));
    Diagnostic::new(&UNKNOWN, span(&file, "TARGET"), "a word in a long line")
}

/// A finding that spans sixty lines.
pub(in crate::report) fn many_lines() -> Diagnostic {
    let lines: String = (1..=60)
        .map(|at| format!("  line {at} of the body\n"))
        .collect();
    let file = SourceFile::new("memos/many.yaml", format!("en: |\n{lines}fr: |\n"));
    Diagnostic::new(&UNKNOWN, span(&file, lines.trim()), "a long body")
}

/// A finding whose texts would command the terminal.
pub(in crate::report) fn hostile() -> Diagnostic {
    let file = SourceFile::new("memos/\u{1b}[2Ja.yaml", "a: \u{1b}[31mred\n");
    Diagnostic::new(&UNKNOWN, span(&file, "red"), "unknown \u{1b}[31m")
        .label(span(&file, "a"), "label \u{1b}[31m")
        .hint("hint \u{1b}[31m")
}

/// The findings in one format.
pub(in crate::report) fn rendered(format: OutputFormat) -> String {
    shown(format, &findings(), &Look::default())
}

/// Fails where the text is not the snapshot's; `BLESS=1` writes the snapshot.
pub(in crate::report) fn assert_snapshot(name: &str, text: &str) {
    let path = format!(
        "{}/src/cli/report/snapshots/{name}",
        env!("CARGO_MANIFEST_DIR")
    );
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, text).expect("the snapshot can be written");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    let diff = similar::TextDiff::from_lines(expected.as_str(), text);
    assert!(expected == text, "{path}:\n{}", diff.unified_diff());
}
