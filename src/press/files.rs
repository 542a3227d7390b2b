//! The files that go with documents, shown or linked: looked through before they go out,
//! and decoded once where many memos have the same, as with a logo.

use super::characters::WORDS;
use super::{Composition, Press};
use crate::diagnostic::Diagnostic;
use crate::document::FileUse;
use crate::output::active_file::active_file;
use crate::output::pdf::image::Picture;
use crate::output::svg::{DrawingRead, is_svg, read_svg};
use crate::press::codes::ACTIVE_FILE;
use crate::source::Span;
use crate::workspace::Workspace;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// What was made of files, by their paths.
#[derive(Default)]
pub(super) struct FileStore {
    drawings: Mutex<Known<DrawingRead>>,
    pictures: Mutex<Known<Picture>>,
}

/// What was made of files, each with the bytes that it was made of.
type Known<T> = BTreeMap<String, (Vec<u8>, Arc<T>)>;

/// The size in bytes up to which files are kept: logos are, photographs are not.
const LARGEST: usize = 256 * 1024;
/// How many are kept at most.
const MOST: usize = 64;

impl FileStore {
    /// The drawing in the `bytes` of an SVG file.
    fn drawing(&self, path: &str, bytes: &[u8]) -> Arc<DrawingRead> {
        let read = || Ok::<_, ()>(read_svg(path, bytes));
        kept(&self.drawings, path, bytes, read).unwrap_or_default()
    }

    /// The picture in a file's `bytes`; what is wrong with them stands in the file, or
    /// at `span`.
    pub fn picture(
        &self,
        file: &FileUse,
        bytes: &[u8],
        span: impl FnOnce() -> Span,
    ) -> Result<Arc<Picture>, Vec<Diagnostic>> {
        let decode = || {
            if !is_svg(&file.path, bytes) {
                return Picture::decode(bytes, &file.path)
                    .map_err(|error| error.diagnostics(Some(&span())));
            }
            let reading = self.drawing(&file.path, bytes);
            let mut faults = reading.findings.clone();
            match reading.svg.as_ref().map(Picture::draw) {
                Some(Ok(picture)) if faults.is_empty() => return Ok(picture),
                Some(Err(error)) => faults.extend(error.diagnostics(Some(&span()))),
                _ => {}
            }
            Err(faults)
        };
        kept(&self.pictures, &file.path, bytes, decode)
    }

    /// The width and height of a picture in pixels of CSS.
    pub fn size(&self, file: &FileUse, bytes: &[u8]) -> Option<(u32, u32)> {
        if !is_svg(&file.path, bytes) {
            return Picture::size(bytes);
        }
        let reading = self.drawing(&file.path, bytes);
        let picture = reading.svg.as_ref().map(Picture::draw)?.ok()?;
        // Points to pixels; a drawing that is only a line is a pixel high.
        let pixels = |points: f32| (points * 96.0 / 72.0).round().max(1.0) as u32;
        Some((pixels(picture.width), pixels(picture.height)))
    }

    /// A file as it goes out: drawings are written anew, all others are as they were.
    ///
    /// # Errors
    /// What a drawing has that must not go out.
    pub fn outgoing(&self, path: &str, bytes: Vec<u8>) -> Result<Vec<u8>, Vec<Diagnostic>> {
        if !is_svg(path, &bytes) {
            return Ok(bytes);
        }
        let reading = self.drawing(path, &bytes);
        match &reading.svg {
            Some(svg) if reading.findings.is_empty() => Ok(svg.as_str().as_bytes().to_vec()),
            _ => Err(reading.findings.clone()),
        }
    }
}

/// The bytes of a file; none where it is not there or not the workspace's own, which was
/// told with the document.
///
/// # Errors
/// That it cannot be read.
pub(super) fn bytes_of(
    workspace: &Workspace,
    file: &FileUse,
) -> Result<Option<Cow<'static, [u8]>>, Vec<Diagnostic>> {
    if workspace.leads_outside(&file.path) || !workspace.has(&file.path) {
        return Ok(None);
    }
    workspace.bytes(&file.path)
}

/// What is known of a file, or what `make` makes of it, which is kept.
fn kept<T, E>(
    known: &Mutex<Known<T>>,
    path: &str,
    bytes: &[u8],
    make: impl FnOnce() -> Result<T, E>,
) -> Result<Arc<T>, E> {
    let lock = || known.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, made)) = lock().get(path).filter(|(known, _)| known == bytes) {
        return Ok(Arc::clone(made));
    }
    let made = Arc::new(make()?);
    let mut known = lock();
    if bytes.len() <= LARGEST && known.len() < MOST {
        known.insert(path.to_owned(), (bytes.to_vec(), Arc::clone(&made)));
    }
    Ok(made)
}

impl Press {
    /// Looks through the files that a memo's documents need, and reports what must not go
    /// out with them.
    pub(super) fn look_through(&self, workspace: &Workspace, composition: &mut Composition) {
        let Composition {
            documents,
            diagnostics,
            ..
        } = composition;
        let mut seen: Vec<&FileUse> = Vec::new();
        for file in documents.iter().flat_map(|document| &document.files) {
            if seen.iter().any(|known| known.path == file.path) {
                continue;
            }
            seen.push(file);
            let bytes = match bytes_of(workspace, file) {
                Ok(Some(bytes)) => bytes,
                Ok(None) => continue,
                Err(faults) => {
                    diagnostics.extend(faults);
                    continue;
                }
            };
            let here = self.span(&file.origin);
            if is_svg(&file.path, &bytes) {
                let reading = self.files.drawing(&file.path, &bytes);
                let words = WORDS.words("drawing", &[]);
                let found = reading.findings.iter().cloned();
                diagnostics.extend(found.map(|it| it.label(here.clone(), words.as_str())));
            } else if let Some(kind) = active_file(&file.path, &bytes) {
                let wording = ACTIVE_FILE.say("active", given!(path = file.path, kind));
                diagnostics.push(Diagnostic::told(here, wording));
            }
        }
    }
}
