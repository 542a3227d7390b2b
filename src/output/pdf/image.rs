//! Pictures as PDF embeds them: JPEG as it is, PNG as deflated pixels, SVG as
//! operators.

mod drawing;
mod profile;
mod raster;
#[cfg(test)]
mod tests;

pub use drawing::{Drawing, Gradient, GradientShape, State};

use crate::diagnostic::{Code, Diagnostic};
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

impl Picture {
    /// Decodes the file `bytes`; `name` is what messages call it. The format is
    /// told by the content, never by the name.
    ///
    /// # Errors
    /// All that stands in the way: a format other than PNG, JPEG and SVG, a file
    /// that is damaged or too large, and what of SVG cannot be drawn.
    pub fn decode(bytes: &[u8], name: &str) -> Result<Picture, PictureError> {
        match Format::of(bytes) {
            Some(Format::Jpeg) => raster::decode_jpeg(bytes, name),
            Some(Format::Png) => raster::decode_png(bytes, name),
            Some(Format::Svg) => drawing::decode_svg(bytes, name),
            None => Err(PictureError::unknown(bytes, name)),
        }
    }
}

/// The formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Jpeg,
    Png,
    Svg,
}

impl Format {
    /// The format that the first bytes tell.
    fn of(bytes: &[u8]) -> Option<Format> {
        if bytes.starts_with(b"\xFF\xD8\xFF") {
            Some(Format::Jpeg)
        } else if bytes.starts_with(b"\x89PNG\r\n\x1A\n") {
            Some(Format::Png)
        } else if is_svg(bytes) {
            Some(Format::Svg)
        } else {
            None
        }
    }
}

/// Whether it is text in which an `svg` element begins early on.
fn is_svg(bytes: &[u8]) -> bool {
    let start = bytes.get(..bytes.len().min(8192)).unwrap_or_default();
    let text = String::from_utf8_lossy(start);
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    text.starts_with('<') && (text.contains("<svg") || text.contains(":svg"))
}

/// Why a picture cannot be used: one fault at least.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureError {
    faults: Vec<PictureFault>,
}

/// One fault of a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureFault {
    /// The rule.
    pub code: &'static Code,
    /// One plain phrase.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl PictureError {
    /// The error of one fault.
    fn one(
        code: &'static Code,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> PictureError {
        PictureError::all(vec![PictureFault {
            code,
            message: message.into(),
            hint: hint.into(),
        }])
    }

    /// The error of these faults.
    fn all(faults: Vec<PictureFault>) -> PictureError {
        PictureError { faults }
    }

    /// The error of a file in a format that is not read.
    fn unknown(bytes: &[u8], name: &str) -> PictureError {
        use crate::diagnostic::codes::writing::{UNKNOWN_PICTURE_FORMAT, UNREADABLE_PICTURE};
        if bytes.is_empty() {
            return PictureError::one(
                &UNREADABLE_PICTURE,
                format!("the picture {name} is empty"),
                "put the picture there again; copying it may have failed",
            );
        }
        let known: [(&[u8], &str); 6] = [
            (b"GIF8", "GIF"),
            (b"BM", "BMP"),
            (b"II*\0", "TIFF"),
            (b"MM\0*", "TIFF"),
            (b"%PDF", "PDF"),
            (b"\x1F\x8B", "compressed SVG"),
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

    /// The faults, one at least.
    pub fn faults(&self) -> &[PictureFault] {
        &self.faults
    }

    /// The findings, all at the place that names the picture.
    pub fn diagnostics(&self, span: Option<&Span>) -> Vec<Diagnostic> {
        self.faults
            .iter()
            .map(|fault| {
                Diagnostic::new(fault.code, span.cloned(), fault.message.clone())
                    .hint(fault.hint.clone())
            })
            .collect()
    }
}
