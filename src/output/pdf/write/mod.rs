//! Laid-out pages → operators → a tagged, archival PDF file. Every file meets
//! PDF/UA-1 and PDF/A-2a; `CONFORMANCE.md` beside this lists how.

mod content;
mod error;
mod file;
mod fonts;
mod hinting;
mod language;
mod links;
mod metadata;
mod objects;
mod pictures;
mod structure;
#[cfg(test)]
mod tests;

use super::pages::Pages;
pub use error::{WriteError, check_embeddable};

use printpdf::{PdfDocument, PdfPage, PdfSaveOptions, Pt};

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
    Ok(file::serialize(&document))
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
