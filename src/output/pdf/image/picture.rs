//! Pictures as they are drawn, and why one cannot be.

use super::drawing::Drawing;
use crate::diagnostic::{Code, Diagnostic};
use crate::output::svg::codes::{UNKNOWN_PICTURE_FORMAT, UNREADABLE_PICTURE};
use crate::source::Span;

/// A picture, decoded as far as PDF needs it.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Width in pixels, or points for a drawing; as it is shown, so after a turn.
    pub width: f32,
    /// Height in pixels, or points for a drawing; as it is shown, so after a turn.
    pub height: f32,
    /// The content.
    pub content: PictureContent,
    /// The ICC profile of its colours, where they are not sRGB.
    pub profile: Option<Vec<u8>>,
}

/// The kinds of pictures.
#[derive(Clone, Debug, PartialEq)]
pub enum PictureContent {
    /// A JPEG file in RGB or grey, embedded as it is but for its metadata.
    Jpeg {
        /// The file.
        data: Vec<u8>,
        /// Pixels in a row of the file.
        columns: u32,
        /// Rows of pixels in the file.
        rows: u32,
        /// Whether it is grey.
        grey: bool,
        /// How the unit square that holds the file's pixels is turned to stand
        /// upright, as a PDF matrix (the camera's orientation in EXIF).
        turn: [f32; 6],
    },
    /// Pixels, rows from the top.
    Pixels {
        /// Pixels in a row.
        columns: u32,
        /// Rows of pixels.
        rows: u32,
        /// What a sample is.
        space: PixelSpace,
        /// The samples, each row with a PNG predictor, deflated.
        samples: Vec<u8>,
        /// One byte a pixel where any is not opaque, in the same form.
        alpha: Option<Vec<u8>>,
    },
    /// A drawing made of paths.
    Drawing(Drawing),
}

/// What the samples of pixels are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PixelSpace {
    /// One byte a pixel: grey.
    Grey,
    /// Three bytes a pixel: red, green, blue.
    Rgb,
    /// One byte a pixel: which of these colours, of three bytes each.
    Palette(Vec<u8>),
}

/// Why a picture cannot be used: one fault at least.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureError {
    pub(super) faults: Vec<Diagnostic>,
}

impl PictureError {
    /// The error of one fault.
    pub(super) fn one(
        code: &'static Code,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> PictureError {
        PictureError::all(vec![Diagnostic::new(code, None, message).hint(hint)])
    }

    /// The error of these faults.
    pub(super) fn all(faults: Vec<Diagnostic>) -> PictureError {
        PictureError { faults }
    }

    /// The error of a file in a format that is not read.
    pub(super) fn unknown(bytes: &[u8], name: &str) -> PictureError {
        if bytes.is_empty() {
            return PictureError::one(
                &UNREADABLE_PICTURE,
                format!("the picture {name} is empty"),
                "put the picture there again; copying it may have failed",
            );
        }
        let known: [(&[u8], &str); 5] = [
            (b"GIF8", "GIF"),
            (b"BM", "BMP"),
            (b"II*\0", "TIFF"),
            (b"MM\0*", "TIFF"),
            (b"%PDF", "PDF"),
        ];
        let format = if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            Some("WebP")
        } else if bytes.get(4..8) == Some(b"ftyp") {
            Some("HEIC or AVIF")
        } else {
            known
                .iter()
                .find(|(start, _)| bytes.starts_with(start))
                .map(|(_, format)| *format)
        };
        let message = match format {
            Some(format) => {
                format!("the picture {name} is {format}, which a PDF of this kind cannot hold")
            }
            None => format!("the picture {name} is no PNG, JPEG or SVG file"),
        };
        PictureError::one(
            &UNKNOWN_PICTURE_FORMAT,
            message,
            "save it as PNG, as JPEG (for photographs) or as SVG (for drawings)",
        )
    }

    /// The findings: in the picture's own file where they have a place there, else at
    /// the place that names the picture.
    pub fn diagnostics(&self, span: Option<&Span>) -> Vec<Diagnostic> {
        let mut findings = self.faults.clone();
        for finding in &mut findings {
            finding.span = finding.span.take().or_else(|| span.cloned());
        }
        findings
    }
}
