//! Pictures as PDF embeds them.

/// A picture, decoded as far as PDF needs it.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Width in pixels, or points for a drawing.
    pub width: f32,
    /// Height in pixels, or points for a drawing.
    pub height: f32,
    /// The content.
    pub content: PictureContent,
}

/// The kinds of pictures.
#[derive(Clone, Debug, PartialEq)]
pub enum PictureContent {
    /// A JPEG file in RGB or grey, embedded as it is.
    Jpeg {
        /// The file.
        data: Vec<u8>,
        /// Whether it is grey.
        grey: bool,
    },
    /// Pixels, rows from the top.
    Pixels {
        /// Three bytes a pixel.
        rgb: Vec<u8>,
        /// One byte a pixel, where any is not opaque.
        alpha: Option<Vec<u8>>,
    },
}
