//! Fonts: the faces that text is set in.

use std::fmt;
use std::sync::Arc;

/// One TrueType font file, loaded once for all documents.
pub struct Face {
    /// The PostScript name.
    pub name: String,
    /// The file.
    pub data: Arc<[u8]>,
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Face({})", self.name)
    }
}
