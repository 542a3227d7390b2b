//! The letterhead: a logo, and beside or below it a column for each language.

use super::cost::TOGETHER;
use super::flow::{Flow, plain_cell};
use super::piece::LayoutPiece;
use super::table::Division;
use super::{Place, Typesetter, scope_of};
use crate::diagnostic::Diagnostic;
use crate::output::pdf::codes::COARSE_LOGO;
use crate::output::pdf::image::PictureContent;
use crate::output::pdf::markup::{Element, Name};
use crate::output::pdf::pages::Tag;

/// The height of a logo where the theme says none, in points.
const HEIGHT: f32 = 48.0;
/// The part of the width that a logo takes at most beside the words.
const LOGO: f32 = 1.0 / 3.0;
/// A logo that would be smaller than this part of its size beside the words stands above
/// them.
const SMALLEST: f32 = 0.6;
/// The width of a column of words that is easily read, times their size: some thirty
/// letters, a street or an address on the web. A column of shorter lines needs no more
/// than they do.
const COLUMN: f32 = 15.0;
/// Below as many pixels to an inch the edges of a printed logo look frayed.
const PIXELS: f32 = 150.0;

impl<'a> Typesetter<'a> {
    /// The letterhead: a logo at the left, if there is one, and the rest beside it, or
    /// below a wide one.
    pub(super) fn letterhead(&mut self, element: &'a Element, place: &Place<'_>, flow: &mut Flow) {
        let owner = self.open(element, Tag::Div, place, flow);
        let place = Place { owner, ..*place };
        let logo = element.elements().find(|child| is_logo(child));
        let Some(logo) = logo else {
            return self.children(element, Tag::P, &place, flow);
        };
        let Some((most, beside)) = self.logo_size(logo, element, &place) else {
            return self.letterhead_text(element, &place, flow);
        };
        let mut mark = Flow::default();
        let Some(width) = self.picture_piece(logo, most, &place, &mut mark) else {
            return self.letterhead_text(element, &place, flow);
        };
        self.check_pixels(logo, width);
        let gap = place.style.own.gap;
        if !beside {
            mark.pieces.into_iter().for_each(|piece| flow.push(piece));
            flow.space(gap / 2.0);
            flow.keep(TOGETHER);
            return self.letterhead_text(element, &place, flow);
        }
        let x = place.x + width + gap;
        let rest = Place {
            x,
            width: place.x + place.width - x,
            ..place
        };
        let mut text = Flow::default();
        self.letterhead_text(element, &rest, &mut text);
        flow.push(LayoutPiece::of_cells(vec![
            plain_cell(place.x, width, mark),
            plain_cell(rest.x, rest.width, text),
        ]));
    }

    /// What stands beside the logo, or below it.
    fn letterhead_text(&mut self, element: &'a Element, place: &Place<'_>, flow: &mut Flow) {
        for child in element.elements().filter(|child| !is_logo(child)) {
            self.block(child, place, flow);
        }
    }

    /// How wide and how high the logo may be, and whether it stands beside the words. Its
    /// height is the theme's; a wide one gets smaller as long as it is still seen, and
    /// leaves the words the room that they need.
    fn logo_size(
        &mut self,
        logo: &'a Element,
        element: &'a Element,
        place: &Place<'_>,
    ) -> Option<((f32, f32), bool)> {
        let scope = scope_of(logo, place.scope);
        let extent = self.theme.style(&scope, place.style, false).own.extent;
        let height = if extent > 0.0 { extent } else { HEIGHT };
        let (_, natural_width, natural_height) = self.picture(logo, place.owner)?;
        let width = natural_width * height / natural_height;
        let words = self.words_width(element, place);
        let room = (place.width - place.style.own.gap - words).min(place.width * LOGO);
        let beside = room >= width * SMALLEST;
        let most = if beside { room } else { place.width };
        Some(((most, height), beside))
    }

    /// The width that the columns of words need so that they are easily read.
    fn words_width(&mut self, element: &'a Element, place: &Place<'_>) -> f32 {
        let only_looks_up = self.shaper.only_looks_up();
        self.shaper.set_only_looks_up(false);
        let mut most = 0.0_f32;
        for child in element.elements().filter(|child| !is_logo(child)) {
            let scope = scope_of(child, place.scope);
            let style = self.theme.style(&scope, place.style, false);
            let inner = place.styled(&scope, &style, child);
            let columns: Vec<&'a Element> = child.elements().collect();
            let gaps = style.own.gap * columns.len().saturating_sub(1) as f32;
            let mut widest = 0.0_f32;
            for column in &columns {
                let (word, line) = self.widths(column, &inner, Division::None);
                widest = widest.max(word.max(COLUMN * style.text.size).min(line));
            }
            most = most.max(widest * columns.len() as f32 + gaps);
        }
        self.shaper.set_only_looks_up(only_looks_up);
        most
    }

    /// Says that a logo of pixels is printed so large, `width` points wide, that they are
    /// seen.
    fn check_pixels(&mut self, logo: &Element, width: f32) {
        let source = logo.attributes.src.as_deref().unwrap_or_default();
        let Some(picture) = self.pictures.get(source) else {
            return;
        };
        let density = picture.width * 72.0 / width;
        if matches!(picture.content, PictureContent::Drawing(_)) || density >= PIXELS {
            return;
        }
        let ratio = picture.height / picture.width;
        let millimetres = |points: f32| (points * 25.4 / 72.0).round() as usize;
        let needed = (width / 72.0 * PIXELS).ceil();
        let wording = COARSE_LOGO.say(
            "logo",
            given!(
                file = source,
                columns = (picture.width as usize),
                rows = (picture.height as usize),
                wide = millimetres(width),
                high = millimetres(width * ratio),
                density = (density.floor() as usize),
                least = (PIXELS as usize),
                across = (needed as usize),
                down = ((needed * ratio).ceil() as usize)
            ),
        );
        let finding = Diagnostic::told((self.markup.written)(source), wording);
        if !self.warnings.contains(&finding) {
            self.warnings.push(finding);
        }
    }
}

fn is_logo(element: &Element) -> bool {
    element.name == Name::Img && element.is("logo")
}
