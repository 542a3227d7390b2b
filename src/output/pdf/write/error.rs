//! Why pages cannot be written.

use crate::diagnostic::Diagnostic;
use crate::output::pdf::codes::{INACCESSIBLE_PDF, UNEMBEDDABLE_FONT};
use crate::output::pdf::font::Face;
use skrifa::FontRef;
use skrifa::raw::TableProvider;
use std::fmt;

/// Why pages could not be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// A font cannot be embedded.
    Font {
        /// The font's name.
        name: String,
        /// Why, as the end of a sentence.
        reason: String,
    },
    /// The pages lack something without which no accessible PDF can be made.
    Pages(String),
}

impl WriteError {
    /// The finding, without a place.
    pub fn diagnostic(&self) -> Diagnostic {
        let (code, hint) = match self {
            WriteError::Font { .. } => (
                &UNEMBEDDABLE_FONT,
                "take another font in theme.yaml, TrueType with a licence that allows embedding",
            ),
            WriteError::Pages(_) => (
                &INACCESSIBLE_PDF,
                "mend the template for print; if it is the built-in one, report this as a fault",
            ),
        };
        Diagnostic::new(code, None, self.to_string()).hint(hint)
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WriteError::Font { name, reason } => {
                write!(f, "the font {name} cannot be embedded: {reason}")
            }
            WriteError::Pages(what) => write!(f, "no accessible PDF can be made: {what}"),
        }
    }
}

impl std::error::Error for WriteError {}

/// Whether a face may be embedded (OpenType, OS/2 `fsType`: 2 is restricted).
///
/// # Errors
/// Where its licence forbids it.
pub fn check_embeddable(face: &Face) -> Result<(), WriteError> {
    let font = FontRef::new(&face.data);
    match font.and_then(|font| font.os2()) {
        Ok(os2) if os2.fs_type() & 0xF == 2 => Err(WriteError::Font {
            name: face.name.clone(),
            reason: "its licence forbids it (OS/2 fsType)".to_owned(),
        }),
        _ => Ok(()),
    }
}
