//! Pictures that were decoded before: every memo of a workspace has the same logo.

use crate::diagnostic::Diagnostic;
use crate::document::FileUse;
use crate::output::pdf::image::Picture;
use crate::source::Span;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Decoded pictures by path, each with the bytes that it was decoded from.
#[derive(Default)]
pub(super) struct PictureStore(Mutex<BTreeMap<String, (Vec<u8>, Arc<Picture>)>>);

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
                pictures.insert(file.path.clone(), (bytes.to_vec(), Arc::clone(&picture)));
            }
        }
        Ok(picture)
    }

    fn known(&self, path: &str, bytes: &[u8]) -> Option<Arc<Picture>> {
        let pictures = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (known, picture) = pictures.get(path)?;
        (known == bytes).then(|| Arc::clone(picture))
    }
}
