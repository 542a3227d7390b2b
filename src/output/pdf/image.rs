//! Pictures as PDF embeds them: JPEG as it is, PNG as deflated pixels, SVG as
//! operators.

mod drawing;
mod profile;
mod raster;
#[cfg(test)]
mod tests;

pub use drawing::{Drawing, Gradient, GradientShape, State};

use crate::diagnostic::{Code, Diagnostic};
use crate::output::svg::codes::{UNKNOWN_PICTURE_FORMAT, UNREADABLE_PICTURE};
use crate::output::svg::{SafeSvg, is_svg, read_svg};
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
    /// told by the content; a drawing may be told by its name, too.
    ///
    /// # Errors
    /// All that stands in the way: a format other than PNG, JPEG and SVG, a file
    /// that is damaged or too large, what a drawing must not have, and what of it cannot
    /// be drawn.
    pub fn decode(bytes: &[u8], name: &str) -> Result<Picture, PictureError> {
        match Format::of(bytes) {
            Some(Format::Jpeg) => raster::decode_jpeg(bytes, name),
            Some(Format::Png) => raster::decode_png(bytes, name),
            None if is_svg(name, bytes) => {
                let mut reading = read_svg(name, bytes);
                let drawn = reading.svg.as_ref().map(Picture::draw);
                if let Some(Err(error)) = &drawn {
                    reading.findings.extend(error.faults.iter().cloned());
                }
                match drawn {
                    Some(Ok(picture)) if reading.findings.is_empty() => Ok(picture),
                    _ => Err(PictureError::all(reading.findings)),
                }
            }
            None => Err(PictureError::unknown(bytes, name)),
        }
    }

    /// A drawing that was read.
    ///
    /// # Errors
    /// What of it cannot be drawn.
    pub fn draw(svg: &SafeSvg) -> Result<Picture, PictureError> {
        drawing::draw(svg)
    }
}

/// The formats of pixels that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Jpeg,
    Png,
}

impl Format {
    /// The format that the first bytes tell.
    fn of(bytes: &[u8]) -> Option<Format> {
        if bytes.starts_with(b"\xFF\xD8\xFF") {
            Some(Format::Jpeg)
        } else if bytes.starts_with(b"\x89PNG\r\n\x1A\n") {
            Some(Format::Png)
        } else {
            None
        }
    }
}

/// Why a picture cannot be used: one fault at least.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureError {
    faults: Vec<Diagnostic>,
}

impl PictureError {
    /// The error of one fault.
    fn one(
        code: &'static Code,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> PictureError {
        PictureError::all(vec![Diagnostic::new(code, None, message).hint(hint)])
    }

    /// The error of these faults.
    fn all(faults: Vec<Diagnostic>) -> PictureError {
        PictureError { faults }
    }

    /// The error of a file in a format that is not read.
    fn unknown(bytes: &[u8], name: &str) -> PictureError {
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
