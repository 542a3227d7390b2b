//! `W…`: templates, theme, fonts and files.

use super::{Code, Severity};

codes! {
    /// A picture file is damaged or empty.
    ///
    /// ## Why it matters
    /// A picture that cannot be read whole would be missing or half drawn in the
    /// PDF, and readers that check files strictly would refuse the document.
    ///
    /// ## Example
    /// `![Office plan](plan.png)` where copying `plan.png` broke off half-way. Copy
    /// the original again, or open the picture in an editor and save it anew.
    UNREADABLE_PICTURE = "W200", "unreadable-picture", Error;

    /// A picture is in a format other than PNG, JPEG or SVG.
    ///
    /// ## Why it matters
    /// Archival PDF (PDF/A-2) holds pixels and paths, not GIF, WebP, TIFF or HEIC
    /// files. The format is told by the file's content: renaming `photo.webp` to
    /// `photo.jpg` does not change it.
    ///
    /// ## Example
    /// `![Site](site.webp)`. Save the picture as JPEG (photographs), PNG (screens)
    /// or SVG (drawings) and name that file.
    UNKNOWN_PICTURE_FORMAT = "W201", "unknown-picture-format", Error;

    /// An SVG drawing has text elements.
    ///
    /// ## Why it matters
    /// Text in SVG names fonts that another machine may not have, so the same file
    /// would look different from place to place. Archival PDF must look the same
    /// everywhere.
    ///
    /// ## Example
    /// A logo whose words are `<text>` elements. In Inkscape choose Path → Object to
    /// Path, in Illustrator Type → Create Outlines, and save the drawing; the words
    /// belong into the picture's alternative text.
    TEXT_IN_DRAWING = "W202", "text-in-drawing", Error;

    /// An SVG drawing uses something that is not drawn: filters, masks, patterns,
    /// gradients that repeat or fade out, or a picture in another file.
    ///
    /// ## Why it matters
    /// Leaving it out silently would give a drawing that looks different in the PDF
    /// and on the web.
    ///
    /// ## Example
    /// A logo with a drop shadow (`<filter>`). Remove the effect, or export the
    /// drawing as a PNG of 2,000 pixels across.
    UNSUPPORTED_DRAWING_FEATURE = "W203", "unsupported-drawing-feature", Error;

    /// A picture has more pixels than can be handled: 18,000 on a side, or 100
    /// million.
    ///
    /// ## Why it matters
    /// Such a picture makes a file that cannot be sent by mail, and needs more
    /// memory than a build server has. On paper 300 dots an inch are enough: 2,000
    /// pixels fill the width of a page.
    ///
    /// ## Example
    /// A scanned map of 30,000 by 20,000 pixels. Make it smaller in a picture
    /// editor.
    OVERSIZED_PICTURE = "W204", "oversized-picture", Error;

    /// A font cannot be embedded in the PDF.
    ///
    /// ## Why it matters
    /// Accessible and archival PDF must carry its fonts. A font that is damaged,
    /// has no TrueType outlines, or whose licence forbids embedding (the `fsType`
    /// of its OS/2 table) cannot be used.
    ///
    /// ## Example
    /// `fonts: { body: Corporate.ttf }` in `theme.yaml`, where the font's maker has
    /// set "restricted licence". Take another font, or ask for a version that may be
    /// embedded.
    UNEMBEDDABLE_FONT = "W205", "unembeddable-font", Error;

    /// A document cannot be written as accessible PDF.
    ///
    /// ## Why it matters
    /// Every PDF meets PDF/UA-1 and PDF/A-2a; one that would not is not written.
    /// The message names what is missing: a title, a language, a picture's
    /// alternative text, a glyph.
    ///
    /// ## Example
    /// A template for print whose root element has no `lang`. Mend the template that
    /// the message speaks of; if it is not yours, report the message as a fault of
    /// this program.
    INACCESSIBLE_PDF = "W206", "inaccessible-pdf", Error;

    /// A text file whose bytes are not UTF-8.
    ///
    /// ## Why it matters
    /// Read as something else, `é` becomes `Ã©` in every document.
    ///
    /// ## Example
    /// A memo saved by an older editor as Windows-1252, where `é` is the byte 0xE9.
    /// Save it again as UTF-8.
    NOT_UTF8 = "W301", "not-utf8", Error;

    /// Two memos of the workspace have one file stem, or stems that differ only in
    /// capitals.
    ///
    /// ## Why it matters
    /// The stem is the memo's id and names its documents: the second memo would
    /// overwrite the documents of the first.
    ///
    /// ## Example
    /// `memos/2026/update.yaml` and `memos/2025/update.yaml` both write
    /// `out/update.en.pdf`. Rename one of them.
    DUPLICATE_STEM = "W302", "duplicate-stem", Error;
}
