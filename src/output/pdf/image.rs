//! Pictures as PDF embeds them: JPEG as it is, PNG as deflated pixels, SVG as
//! operators.

mod drawing;
mod picture;
mod profile;
mod raster;
#[cfg(test)]
mod tests;

pub use drawing::{Drawing, Gradient, GradientShape, State};
pub use picture::{Picture, PictureContent, PictureError, PixelSpace};

use crate::output::svg::{SafeSvg, is_svg, read_svg};

impl Picture {
    /// Decodes the file `bytes`; `name` is what messages call it. The format is
    /// told by the content; a drawing may be told by its name, too.
    ///
    /// # Errors
    /// All that stands in the way: a format other than PNG, JPEG and SVG, a file
    /// that is damaged or too large, what a drawing must not have, and what of it cannot
    /// be drawn.
    pub fn decode(bytes: &[u8], name: &str) -> Result<Picture, PictureError> {
        if bytes.starts_with(b"\xFF\xD8\xFF") {
            return raster::decode_jpeg(bytes, name);
        } else if bytes.starts_with(b"\x89PNG\r\n\x1A\n") {
            return raster::decode_png(bytes, name);
        } else if !is_svg(name, bytes) {
            return Err(PictureError::unknown(bytes, name));
        }
        let mut reading = read_svg(name, bytes);
        let drawn = reading.svg.as_ref().map(Picture::draw);
        if let Some(Err(error)) = &drawn {
            reading.findings.extend(error.faults.iter().cloned());
        }
        match drawn {
            Some(Ok(picture)) if reading.findings.is_empty() => Ok(picture),
            _ => Err(PictureError {
                faults: reading.findings,
            }),
        }
    }

    /// The width and height of a PNG or JPEG file in pixels, as it is shown, from its
    /// first bytes.
    pub fn size(bytes: &[u8]) -> Option<(u32, u32)> {
        raster::size(bytes)
    }

    /// A drawing that was read.
    ///
    /// # Errors
    /// What of it cannot be drawn.
    pub fn draw(svg: &SafeSvg) -> Result<Picture, PictureError> {
        drawing::draw(svg)
    }
}
