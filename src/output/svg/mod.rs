//! Drawings: the one way by which an SVG file gets into a document or beside it.
//!
//! An SVG file can hold programs, pages and references to other sites, which act when
//! somebody opens it. So no file goes out as it came in: it is read against lists of what
//! draws, and written anew from what was read. What could run, fetch or embed is a fault
//! at its line; what draws nothing (the notes that drawing programs keep in it) is left
//! out; what nobody knows is a fault. The result draws the same picture.

mod attributes;
pub mod codes;
mod css;
mod faults;
mod names;
mod numbers;
mod places;
mod read;
mod references;
#[cfg(test)]
mod tests;
mod text;
mod write;

use crate::diagnostic::Diagnostic;
use crate::limits::{Limit, current, grouped};
use crate::output::svg::codes::OVERSIZED_PICTURE;
use crate::source::{SourceFile, Span};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

pub use text::is_svg;

/// A drawing as it goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafeSvg {
    /// The file that it was read from.
    source: Arc<SourceFile>,
    /// The file that it is now.
    text: String,
    /// Where its first words stand, if it has some, in bytes of the source.
    words: Option<Range<usize>>,
    /// Where the elements with ids stand.
    ids: BTreeMap<String, Range<usize>>,
}

/// What became of a file: the drawing, without what is at fault, where it can be read at
/// all, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DrawingRead {
    /// The drawing.
    pub svg: Option<SafeSvg>,
    /// What is wrong, at the file's own lines. With errors the drawing must not go out.
    pub findings: Vec<Diagnostic>,
}

impl SafeSvg {
    /// The SVG file: UTF-8, well-formed, with a line break at its end.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Where its first words stand in the file that it was read from, if it has some.
    pub fn words(&self) -> Option<Span> {
        let range = self.words.clone()?;
        Some(Span::new(&self.source, range))
    }

    /// Where the element of this id stands in the file that it was read from; the file's
    /// beginning where there is none.
    pub fn place_of(&self, id: &str) -> Span {
        let range = self.ids.get(id).cloned().unwrap_or(0..0);
        Span::new(&self.source, range)
    }
}

/// Reads the SVG file at `path`, which is what findings call it.
pub fn read_svg(path: &str, bytes: &[u8]) -> DrawingRead {
    let most = current(Limit::FileBytes);
    if bytes.len() as u64 > most {
        let top = Span::new(&SourceFile::new(path, ""), 0..0);
        let wording = OVERSIZED_PICTURE.say("bytes", given!(most = grouped(most)));
        return DrawingRead {
            svg: None,
            findings: vec![Diagnostic::told(top, wording)],
        };
    }
    match text::decode(path, bytes) {
        Ok(source) => read::read(source),
        Err(finding) => DrawingRead {
            svg: None,
            findings: vec![*finding],
        },
    }
}
