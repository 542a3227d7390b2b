//! Why pages cannot be written.

use crate::diagnostic::Diagnostic;
use crate::output::pdf::codes::{INACCESSIBLE_PDF, UNEMBEDDABLE_FONT};
use crate::output::pdf::font::Face;
use skrifa::FontRef;
use skrifa::raw::TableProvider;

/// The finding about pages that lack something without which no accessible PDF can be
/// made: `why` chooses among the phrases, and some of them name `what` lacks it.
pub(super) fn inaccessible(why: &str, what: &str) -> Box<Diagnostic> {
    let wording = INACCESSIBLE_PDF.say("inaccessible", given!(why, what));
    Box::new(Diagnostic::told(None, wording))
}

/// The finding about a font that cannot be embedded; `why` chooses among the phrases.
pub(super) fn unembeddable(face: &Face, why: &str) -> Box<Diagnostic> {
    let wording = UNEMBEDDABLE_FONT.say("unembeddable", given!(name = face.name, why));
    Box::new(Diagnostic::told(None, wording))
}

/// Whether a face may be embedded (OpenType, OS/2 `fsType`: 2 is restricted).
///
/// # Errors
/// Where its licence forbids it.
pub fn check_embeddable(face: &Face) -> Result<(), Box<Diagnostic>> {
    let font = FontRef::new(&face.data);
    match font.and_then(|font| font.os2()) {
        Ok(os2) if os2.fs_type() & 0xF == 2 => Err(unembeddable(face, "licence")),
        _ => Ok(()),
    }
}
