//! The words across a draft's pages, drawn as paths: they are no text, so that neither
//! a search nor a copy of the page finds their letters among its words.

use super::Typesetter;
use crate::output::pdf::font::outline::outline;
use crate::output::pdf::font::shape::ShapingManner;
use crate::output::pdf::image::{self, Picture, PictureContent};
use crate::output::pdf::pages::{Drawing, Mark, MarkRole, Rect};
use crate::output::theme::{PageSetup, PrintStyle, TextStyle};
use std::sync::Arc;

impl Typesetter<'_> {
    /// The words from a page's lower left to its upper right.
    pub(super) fn watermark(&mut self, words: Option<&str>, page: PageSetup) -> Vec<Mark> {
        let Some(text) = words.filter(|text| !text.trim().is_empty()) else {
            return Vec::new();
        };
        let drawing = image::Drawing {
            size: (page.width, page.height),
            operators: self.painted(text, page).into_bytes(),
            ..image::Drawing::default()
        };
        let picture = Picture {
            width: page.width,
            height: page.height,
            content: PictureContent::Drawing(drawing),
            profile: None,
        };
        self.images.push((String::new(), Arc::new(picture)));
        let rect = Rect {
            width: page.width,
            height: page.height,
            ..Rect::default()
        };
        vec![Mark {
            role: MarkRole::Watermark,
            drawing: Drawing::Image {
                image: self.images.len() - 1,
                rect,
            },
        }]
    }

    /// The operators that paint the words, as large as the theme says or as fits.
    fn painted(&mut self, text: &str, page: PageSetup) -> String {
        let style = TextStyle {
            font: self.theme.watermark.font.as_str().into(),
            bold: true,
            ..PrintStyle::default().text
        };
        let order = self.shaper.fonts().order(&style);
        let metrics = self.shaper.fonts().metrics(order);
        let glyphs = self.glyphs_of(text, order);
        let width: f32 = glyphs.iter().map(|(_, _, advance)| advance).sum();
        let diagonal = page.width.hypot(page.height);
        let (cos, sin) = (page.width / diagonal, page.height / diagonal);
        let size = (self.theme.watermark.size).min(diagonal * 0.72 * 1000.0 / width.max(1.0));
        let scale = size / 1000.0;
        let (half, rise) = (width * scale / 2.0, metrics.x_height * scale / 2.0);
        let colour = self.theme.watermark.colour;
        let part = |value: u8| number(f32::from(value) / 255.0);
        let mut operators = format!(
            "{} {} {} rg\n",
            part(colour.red),
            part(colour.green),
            part(colour.blue)
        );
        let mut along = -half;
        for (face, glyph, advance) in glyphs {
            // A drawing's space has y growing downwards.
            let place = |(x, y): (f32, f32)| {
                let (x, y) = (along + x * scale, y * scale - rise);
                let (x, y) = (x * cos - y * sin, x * sin + y * cos);
                format!(
                    "{} {}",
                    number(page.width / 2.0 + x),
                    number(page.height / 2.0 - y)
                )
            };
            if let Some(loaded) = self.shaper.fonts().faces.get(face) {
                operators += &outline(&loaded.face, glyph, &place);
            }
            along += advance * scale;
        }
        operators.push_str("f\n");
        operators
    }

    /// The glyphs of words with single spaces between them: face, glyph and advance in
    /// thousandths.
    fn glyphs_of(&mut self, text: &str, order: usize) -> Vec<(usize, u16, f32)> {
        let mut glyphs = Vec::new();
        for (at, word) in text.split_whitespace().enumerate() {
            let space = if at > 0 { " " } else { "" };
            for piece in [space, word].into_iter().filter(|piece| !piece.is_empty()) {
                let shaped = self.shaper.shape(piece, order, ShapingManner::default());
                glyphs.extend(
                    shaped
                        .glyphs
                        .iter()
                        .map(|glyph| (glyph.face, glyph.id, glyph.advance)),
                );
            }
        }
        glyphs
    }
}

/// A number to a tenth of a point or colour part, as short as can be.
fn number(value: f32) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}
