//! Sources mended, in two ways.
//!
//! Typographic mends ([`mend_source`]) are the changes of a memo's, a letterhead's, the
//! directory's, the settings' or a locale's own file that make its words what documents
//! print anyway: a document comes out the same. Structural mends ([`restructure_source`])
//! make what was typed as a list, a table or a link one, and change what documents print:
//! each has a name and a place, and of the words nothing changes but the typed marks.
//!
//! Nothing else is touched: comments, order, quoting and line breaks stay, and so do
//! code, addresses, placeables and whatever depends on what a placeable prints. Every
//! change is held against what is read afterwards; what does not hold is left as it is.
//! What a file is read as ([`SourceFile::text`]) is written down too, in comments as well:
//! accents as one character, nothing that nobody can see.

mod agree;
mod edit;
mod locale;
mod scalars;
mod structure;

#[cfg(test)]
mod tests;

pub use edit::{SourceEdit, apply};
pub use structure::{Restructured, StructuralMend, restructure_source};

use crate::diagnostic::{Codes, Diagnostic};
use crate::lang::Both;
use crate::language::typography::Mender;
use crate::source::SourceFile;
use crate::workspace::SourceKind;
use std::sync::Arc;

/// How often a file is gone through at most; the second time is nearly always the
/// last.
const PASSES: usize = 8;

/// A source with its typography mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// The changes of what is written, in order and apart; none where all is well.
    pub edits: Vec<SourceEdit>,
    /// The text with the changes made.
    pub text: String,
}

/// Mends a source as documents are mended: with the mender of each language. A
/// language without a mender keeps its words. Mending twice changes nothing more.
///
/// # Errors
/// The findings of a source with errors, which is not to be touched. Whether the
/// facts and messages that a pattern names exist is not asked; that exceptions name a rule
/// of `codes` is.
pub fn mend_source(
    file: &Arc<SourceFile>,
    kind: SourceKind,
    menders: &Both<Mender>,
    codes: &Codes,
) -> Result<Mended, Vec<Diagnostic>> {
    let as_read: Vec<SourceEdit> = file
        .readings()
        .map(|(range, read)| SourceEdit {
            range,
            replacement: read.to_owned(),
        })
        .collect();
    let mut edits = as_read.clone();
    let mut current = Arc::clone(file);
    for _ in 0..PASSES {
        let more = match kind {
            SourceKind::Locale(lang) => locale::edits(&current, lang, &menders[lang])?,
            kind => scalars::edits(&current, kind, menders, codes)?,
        };
        if more.is_empty() {
            return Ok(Mended {
                edits,
                text: current.text().to_owned(),
            });
        }
        let text = apply(current.text(), &more);
        edits = edit::compose(&edits, current.text(), &more);
        // It is composed already, and has nothing that cannot be seen.
        current = SourceFile::new(file.path(), text);
    }
    // Rules that undo each other's work have nothing to say.
    Ok(Mended {
        edits: as_read,
        text: file.text().to_owned(),
    })
}
