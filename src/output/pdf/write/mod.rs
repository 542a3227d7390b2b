//! Laid-out pages → operators → a tagged, archival PDF file. Every file meets
//! PDF/UA-1 and PDF/A-2a; `CONFORMANCE.md` beside this lists how.

mod content;
mod file;
mod fonts;
mod hinting;
mod language;
mod links;
mod metadata;
mod pictures;
mod structure;
#[cfg(test)]
mod tests;

use super::pages::{Pages, Rect};
use crate::output::pdf::codes::{INACCESSIBLE_PDF, UNEMBEDDABLE_FONT};
pub use fonts::check_embeddable;

use crate::diagnostic::Diagnostic;
use printpdf::{PdfDocument, PdfPage, PdfSaveOptions, Pt};
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

/// The file of these pages. The same pages give the same bytes, always.
///
/// # Errors
/// A font that cannot be embedded, and pages that lack what accessibility needs
/// or contradict themselves.
pub fn write_pdf(pages: &Pages) -> Result<Vec<u8>, WriteError> {
    metadata::check(&pages.metadata)?;
    let fonts = fonts::embed_fonts(pages)?;
    let drawn = content::draw_pages(pages, &fonts)?;
    let mut document = PdfDocument::new("");
    fonts::add_fonts(&mut document, &fonts);
    pictures::add_pictures(&mut document, pages);
    for operators in drawn.operators {
        document.pages.push(page(pages.size, operators));
    }
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        image_optimization: None,
        ..PdfSaveOptions::default()
    };
    let mut document = document.to_lopdf_document(&options, &mut Vec::new());
    let ids = document.page_iter().collect::<Vec<_>>();
    fonts::finish_fonts(&mut document, &fonts)?;
    pictures::finish_resources(&mut document, &ids);
    pictures::finish_profiles(&mut document);
    let langs = language::foreign_languages(pages);
    let annotations = links::add_links(&mut document, pages, &ids, &langs);
    let elements =
        structure::add_structure(&mut document, pages, &ids, &drawn.sequences, &annotations)?;
    links::add_outline(&mut document, pages, &ids, &elements);
    metadata::add_metadata(&mut document, &pages.metadata);
    file::serialize(document)
}

/// A page of the drawing library.
fn page((width, height): (f32, f32), ops: Vec<printpdf::Op>) -> PdfPage {
    let sheet = printpdf::Rect::from_xywh(Pt(0.0), Pt(0.0), Pt(width), Pt(height));
    PdfPage {
        media_box: sheet.clone(),
        trim_box: sheet.clone(),
        crop_box: sheet,
        ops,
    }
}

/// A length in points as it is written: to a hundredth, which is 3.5 µm.
fn round(length: f32) -> f32 {
    hundredths(length) as f32 / 100.0
}

/// A length in hundredths of a point; what is no length is 0.
fn hundredths(length: f32) -> i32 {
    (length * 100.0).round() as i32
}

/// The corners of a rectangle as PDF lists them.
fn corners(rect: Rect) -> Vec<lopdf::Object> {
    [rect.x, rect.y, rect.x + rect.width, rect.y + rect.height]
        .iter()
        .map(|&edge| round(edge).into())
        .collect()
}

/// A text string: plain where ASCII suffices, else UTF-16 (ISO 32000-1, 7.9.2.2).
fn text_string(text: &str) -> lopdf::Object {
    if text.is_ascii() {
        return lopdf::Object::string_literal(text);
    }
    let bytes = [0xFE, 0xFF]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_be_bytes))
        .collect();
    lopdf::Object::String(bytes, lopdf::StringFormat::Hexadecimal)
}
