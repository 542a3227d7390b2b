//! Pictures that were decoded before: every memo of a workspace has the same logo.

use crate::diagnostic::Diagnostic;
use crate::document::FileUse;
use crate::output::pdf::image::Picture;
use crate::source::Span;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Decoded pictures by path.
#[derive(Default)]
pub(super) struct PictureStore(Mutex<BTreeMap<String, Known>>);

/// A decoded picture.
struct Known {
    /// The bytes that it was decoded from.
    bytes: Vec<u8>,
    /// The picture.
    picture: Arc<Picture>,
}

/// The size in bytes up to which pictures are kept: logos are, photographs are not.
const LARGEST: usize = 256 * 1024;
/// How many pictures are kept at most.
const MOST: usize = 64;

impl PictureStore {
    /// The picture in a file's `bytes`; what is wrong with them stands at `span`.
    pub fn decode(
        &self,
        file: &FileUse,
        bytes: &[u8],
        span: impl FnOnce() -> Span,
    ) -> Result<Arc<Picture>, Vec<Diagnostic>> {
        if let Some(known) = self.known(&file.path, bytes) {
            return Ok(known);
        }
        let picture = Picture::decode(bytes, &file.path)
            .map(Arc::new)
            .map_err(|error| error.diagnostics(Some(&span())))?;
        if bytes.len() <= LARGEST {
            let mut pictures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if pictures.len() < MOST {
                let known = Known {
                    bytes: bytes.to_vec(),
                    picture: Arc::clone(&picture),
                };
                pictures.insert(file.path.clone(), known);
            }
        }
        Ok(picture)
    }

    fn known(&self, path: &str, bytes: &[u8]) -> Option<Arc<Picture>> {
        let pictures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = pictures.get(path)?;
        (known.bytes == bytes).then(|| Arc::clone(&known.picture))
    }
}
