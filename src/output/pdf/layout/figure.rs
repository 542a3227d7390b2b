//! Figures: pictures as wide as they are, or as there is room, with captions.

use super::cost::TOGETHER;
use super::flow::Flow;
use super::piece::LayoutPiece;
use super::structure::Owner;
use super::{Place, Typesetter};
use crate::output::pdf::codes::UNUSABLE_PICTURE;
use crate::output::pdf::image::PictureContent;
use crate::output::pdf::markup::{Element, Name};
use crate::output::pdf::pages::{Drawing, Mark, MarkRole, Rect, Tag};

/// A pixel in points: CSS's, 96 to the inch.
const PIXEL: f32 = 0.75;

impl<'a> Typesetter<'a> {
    /// A figure: its picture, and its caption on the same page.
    pub(super) fn figure(&mut self, element: &'a Element, place: &Place<'_>, flow: &mut Flow) {
        let captioned = element
            .elements()
            .any(|child| child.name == Name::Figcaption);
        let mut place = *place;
        if captioned || element.id.is_some() {
            place.owner = self.open(element, Tag::Div, &place, flow);
        }
        for child in element.elements() {
            match child.name {
                Name::Img => self.image(child, &place, flow),
                _ => self.block(child, &place, flow),
            }
            flow.keep(TOGETHER);
        }
        flow.forget_keep();
    }

    /// A caption.
    pub(super) fn caption(&mut self, element: &'a Element, place: &Place<'_>, flow: &mut Flow) {
        let owner = self.open(element, Tag::Caption, place, flow);
        self.body(element, &Place { owner, ..*place }, flow);
    }

    /// A picture as a block: no wider than the measure, no higher than leaves room for
    /// a caption on the page.
    pub(super) fn image(&mut self, element: &Element, place: &Place<'_>, flow: &mut Flow) {
        let page = self.page(place.turned);
        let height = (page.height - page.top - page.bottom) * 0.8;
        let part = element
            .attributes
            .width
            .map_or(1.0, |width| f32::from(width) / 100.0);
        self.picture_piece(element, (place.width * part, height), place, flow);
    }

    /// Adds a picture, no larger than `most`; gives its width.
    pub(super) fn picture_piece(
        &mut self,
        element: &Element,
        most: (f32, f32),
        place: &Place<'_>,
        flow: &mut Flow,
    ) -> Option<f32> {
        let (image, width, height) = self.picture(element, place.owner)?;
        let fixed = element.is("logo") || element.attributes.width.is_some();
        let fit = (most.0 / width).min(most.1 / height);
        let scale = if fixed { fit } else { fit.min(1.0) };
        let (width, height) = (width * scale, height * scale);
        let role = self.picture_role(element, place.owner, |typesetter, tag| {
            typesetter.open(element, tag, place, flow)
        });
        let rect = Rect {
            x: place.x,
            y: -height,
            width,
            height,
        };
        let drawing = Drawing::Image { image, rect };
        flow.push(LayoutPiece {
            marks: vec![Mark { role, drawing }].into(),
            ..LayoutPiece::blank(height)
        });
        Some(width)
    }

    /// What a picture is to a reader who cannot see it; `open` adds the element of one that
    /// is no decoration.
    pub(super) fn picture_role(
        &mut self,
        element: &Element,
        owner: Owner,
        open: impl FnOnce(&mut Self, Tag) -> Owner,
    ) -> MarkRole {
        let Some(alt) = element.attributes.alt.clone().filter(|alt| !alt.is_empty()) else {
            return owner.decoration();
        };
        // Where it stands is known when it is drawn.
        let tag = Tag::Figure {
            bounds: Rect::default(),
            page: 0,
        };
        let figure = open(self, tag);
        self.structure.edit(figure, |figure| figure.alt = Some(alt));
        self.structure.role(figure)
    }

    /// The index of an element's picture, and its natural width and height in points.
    pub(super) fn picture(&mut self, element: &Element, owner: Owner) -> Option<(usize, f32, f32)> {
        let source = element.attributes.src.as_deref().unwrap_or_default();
        if element.attributes.alt.is_none() && owner.element().is_some() {
            let wording =
                UNUSABLE_PICTURE.say("wordless", given!(template = self.markup.template, source));
            self.report(wording);
        }
        let index = match self.images.iter().position(|(path, _)| path == source) {
            Some(index) => index,
            None => match self.pictures.get(source) {
                Some(picture) => {
                    self.images.push((source.to_owned(), picture.clone()));
                    self.images.len() - 1
                }
                None => {
                    let wording = UNUSABLE_PICTURE
                        .say("lost", given!(template = self.markup.template, source));
                    self.report(wording);
                    return None;
                }
            },
        };
        let (_, picture) = self.images.get(index)?;
        let unit = match picture.content {
            PictureContent::Drawing(_) => 1.0,
            PictureContent::Jpeg { .. } | PictureContent::Pixels { .. } => PIXEL,
        };
        let (width, height) = (picture.width * unit, picture.height * unit);
        (width > 0.0 && height > 0.0).then_some((index, width, height))
    }
}
