//! Pictures as they are drawn, and why one cannot be.

use super::drawing::Drawing;
use crate::diagnostic::{Diagnostic, Wording};
use crate::output::data_uri::raster;
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
    pub(super) fn one(wording: Wording) -> PictureError {
        PictureError {
            faults: vec![Diagnostic::told(None, wording)],
        }
    }

    /// The error of a file in a format that is not read.
    pub(super) fn unknown(bytes: &[u8], name: &str) -> PictureError {
        if bytes.is_empty() {
            return PictureError::one(UNREADABLE_PICTURE.say("empty", given!(name)));
        }
        let format = match bytes {
            _ if bytes.get(4..8) == Some(b"ftyp") => Some("HEIC or AVIF"),
            [b'G', b'I', b'F', b'8', ..] => Some("GIF"),
            [b'B', b'M', ..] => Some("BMP"),
            [b'I', b'I', b'*', 0, ..] | [b'M', b'M', 0, b'*', ..] => Some("TIFF"),
            [b'%', b'P', b'D', b'F', ..] => Some("PDF"),
            _ if raster(bytes) == Some("image/webp") => Some("WebP"),
            _ => None,
        };
        PictureError::one(match format {
            Some(format) => UNKNOWN_PICTURE_FORMAT.say("other", given!(name, format)),
            None => UNKNOWN_PICTURE_FORMAT.say("unknown", given!(name)),
        })
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
