//! Laid-out pages → operators → a tagged, archival PDF file. Every file meets
//! PDF/UA-1 and PDF/A-2a; `CONFORMANCE.md` beside this lists how.

mod content;
mod deflate;
mod error;
mod file;
mod fonts;

mod language;
mod links;
mod metadata;
mod objects;
mod pictures;
mod structure;
mod subset;
#[cfg(test)]
mod tests;

use super::pages::Pages;
use crate::diagnostic::Diagnostic;
pub use error::check_embeddable;
pub(in crate::output::pdf) use subset::damaged_glyph;

use lopdf::{Dictionary, Document, ObjectId, dictionary};
use printpdf::{PdfDocument, PdfPage, PdfSaveOptions, Pt};

/// The file of these pages. The same pages give the same bytes, always.
///
/// # Errors
/// A font that cannot be embedded, and pages that lack what accessibility needs
/// or contradict themselves.
pub fn write_pdf(pages: &Pages) -> Result<Vec<u8>, Box<Diagnostic>> {
    metadata::check(&pages.metadata)?;
    let (fonts, text) = fonts::embed_fonts(pages)?;
    let alike = pictures::first_alike(&pages.images);
    let drawn = content::draw_pages(pages, &fonts, &text, &alike)?;
    let (operators, sequences): (Vec<_>, Vec<_>) = drawn.into_iter().unzip();
    let mut document = PdfDocument::new("");
    let sizes = pages.pages.iter().map(|page| pages.size_of(page));
    let sheets = sizes.zip(operators).map(|(size, ops)| page(size, ops));
    document.pages.extend(sheets);
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        // Text is shown by operators that the library passes on (`content/text.rs`).
        secure: false,
        image_optimization: None,
    };
    let mut document = document.to_lopdf_document(&options, &mut Vec::new());
    let ids = document.page_iter().collect::<Vec<_>>();
    let fonts = fonts::add_fonts(&mut document, &fonts);
    let pictures = pictures::add_pictures(&mut document, pages, &alike);
    add_resources(&mut document, &ids, fonts, pictures);
    let langs = language::foreign_languages(pages);
    let annotations = links::add_links(&mut document, pages, &ids, &langs);
    let elements = structure::add_structure(&mut document, pages, &ids, &sequences, &annotations)?;
    links::add_outline(&mut document, pages, &ids, &elements);
    metadata::add_metadata(&mut document, &pages.metadata);
    Ok(file::serialize(&document))
}

/// Gives the pages one resource dictionary, and leaves the entries that say nothing new
/// out; pages with pictures blend in the output's space.
fn add_resources(
    document: &mut Document,
    ids: &[ObjectId],
    fonts: Dictionary,
    pictures: Dictionary,
) {
    let blends = !pictures.is_empty();
    let mut resources = dictionary! {};
    for (key, entries) in [("Font", fonts), ("XObject", pictures)] {
        if !entries.is_empty() {
            resources.set(key, entries);
        }
    }
    let resources = document.add_object(resources);
    for id in ids {
        let Ok(page) = document.get_dictionary_mut(*id) else {
            continue;
        };
        page.set("Resources", resources);
        for key in [b"TrimBox".as_slice(), b"CropBox", b"Annots"] {
            page.remove(key);
        }
        if blends {
            let group = dictionary! { "S" => "Transparency", "CS" => "DeviceRGB" };
            page.set("Group", group);
        }
    }
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
