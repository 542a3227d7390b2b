//! The phases in order: what all memos share is loaded once, then each memo is
//! composed into documents and each document is set in its formats.

use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;

/// The formats that a document is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Markdown.
    Markdown,
    /// HTML, one file with everything in it.
    Html,
    /// PDF, tagged and archival.
    Pdf,
}

impl Format {
    /// All formats, in the order in which outputs are listed.
    pub const ALL: [Format; 3] = [Format::Markdown, Format::Html, Format::Pdf];

    /// The end of the file's name: `md`, `html` or `pdf`.
    pub const fn extension(self) -> &'static str {
        match self {
            Format::Markdown => "md",
            Format::Html => "html",
            Format::Pdf => "pdf",
        }
    }
}

/// What a memo is set for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Release {
    /// To be sent: any error stops it.
    Final,
    /// To be read on the way: missing translations are marked gaps, and what the two
    /// languages disagree about does not stop it.
    Draft,
}

/// The name of a document's file: `update.fr.pdf`.
pub fn file_name(stem: &str, lang: Lang, format: Format) -> String {
    format!("{stem}.{lang}.{}", format.extension())
}

/// Whether these findings stop a memo.
pub fn stops(findings: &[Diagnostic], release: Release) -> bool {
    findings.iter().any(|finding| {
        let excused = release == Release::Draft && finding.code.id.starts_with('P');
        finding.severity == Severity::Error && !excused
    })
}

/// Puts findings in the order of files, lines and columns, those without a place
/// last, and each once.
pub fn put_in_order(findings: &mut Vec<Diagnostic>) {
    findings.sort_by_cached_key(|finding| {
        let place = finding.span.as_ref().map(|span| {
            let range = span.range();
            (span.file().path().to_owned(), range.start, range.end)
        });
        (
            place.is_none(),
            place,
            finding.code.id,
            finding.message.clone(),
        )
    });
    findings.dedup();
}
