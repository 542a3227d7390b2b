//! What stands on every page: banner, running head, running foot.

use super::flow::Flow;
use super::pagination::{Area, Areas, LEAST_TEXT, Measures, Sheet, paginate};
use super::piece::{LayoutPiece, stack_height};
use super::structure::Owner;
use super::{Place, Typesetter};
use crate::diagnostic::Diagnostic;
use crate::output::pdf::codes::NO_ROOM_ON_PAGE;
use crate::output::pdf::markup::{Element, Name};
use crate::output::pdf::pages::MarkRole;
use crate::output::theme::{StyleRule, StyleScope};

/// The running heads and feet of a document.
pub(super) struct Running<'a> {
    banners: Vec<&'a Element>,
    heads: Vec<&'a Element>,
    feet: Vec<&'a Element>,
    /// The first page's banner, which belongs to the structure.
    pub first_banner: Vec<LayoutPiece>,
    /// The words across a draft's pages.
    pub watermark: Option<&'a str>,
    measures: Measures,
    /// The rule above footnotes.
    pub note_rule: Option<StyleRule>,
}

/// The gap between what stands on every page and the text.
const GAP: f32 = 12.0;

impl<'a> Typesetter<'a> {
    /// Gathers what stands on every page, and measures it, on pages that lie on their side,
    /// too, where some are `turned`; `banner` is the first page's.
    pub(super) fn running(
        &mut self,
        root: &'a Element,
        banner: Flow,
        turned: bool,
        place: &Place<'_>,
    ) -> Running<'a> {
        let of = |name: Name, class: &str| -> Vec<&'a Element> {
            root.elements()
                .filter(|element| element.name == name && element.is(class))
                .collect()
        };
        let banners = of(Name::Header, "banner");
        let heads = of(Name::Header, "running");
        let feet = of(Name::Footer, "running");
        let first_banner = banner.pieces;
        let first_height = stack_height(&first_banner);
        let later_head: Vec<&'a Element> = banners.iter().chain(&heads).copied().collect();
        let upright = self.areas((first_height, &later_head, &feet), false, place);
        let turned = match turned {
            true => self.areas((first_height, &later_head, &feet), true, place),
            false => upright,
        };
        let note_rule = self.note_rule(place);
        Running {
            banners,
            heads,
            feet,
            watermark: root.attributes.watermark.as_deref(),
            measures: Measures {
                upright,
                turned,
                note_space: 10.0 + note_rule.map_or(0.0, |rule| rule.width + rule.gap),
                note_gap: 3.0,
            },
            first_banner,
            note_rule,
        }
    }

    /// The room on pages between heads and feet, the first of which is so high.
    fn areas(
        &mut self,
        (first, heads, feet): (f32, &[&'a Element], &[&'a Element]),
        turned: bool,
        place: &Place<'_>,
    ) -> Areas {
        // As many pages as take the most room.
        let sample = (88, 88);
        let page = self.page(turned);
        let place = Place {
            x: page.left,
            width: page.measure(),
            turned,
            ..*place
        };
        let later = stack_height(&self.on_page(heads, true, sample, &place));
        let foot = stack_height(&self.on_page(feet, false, sample, &place));
        let used = |edge: f32, height: f32| {
            if height > 0.0 {
                edge + height + GAP
            } else {
                0.0
            }
        };
        let bottom = page.bottom.max(used(page.foot, foot));
        let [first, later] = [first, later].map(|height| Area {
            top: page.height - page.top.max(used(page.head, height)),
            bottom,
        });
        Areas { first, later }
    }

    /// The rule of the style of footnotes.
    fn note_rule(&self, place: &Place<'_>) -> Option<StyleRule> {
        let classes = ["note".to_owned()];
        let scope = StyleScope {
            name: "div",
            classes: &classes,
            within: Some(place.scope),
        };
        self.theme.style(&scope, place.style, false).own.rule_above
    }

    /// Elements below one another at the head or foot of a page, given its number and how
    /// many there are.
    fn on_page(
        &mut self,
        elements: &[&'a Element],
        head: bool,
        page: (usize, usize),
        place: &Place<'_>,
    ) -> Vec<LayoutPiece> {
        let place = Place {
            owner: Owner::Artifact(MarkRole::Running { head }),
            page: Some(page),
            ..*place
        };
        let mut flow = Flow::default();
        for element in elements {
            self.block(element, &place, &mut flow);
        }
        flow.pieces
    }

    /// The pieces at the head of a page, and at its foot. `number` counts from 1.
    pub(super) fn running_pieces(
        &mut self,
        running: &Running<'a>,
        place: &Place<'_>,
        number: usize,
        count: usize,
    ) -> (Vec<LayoutPiece>, Vec<LayoutPiece>) {
        let heads = running.banners.iter().chain(&running.heads);
        let heads: Vec<&'a Element> = heads.filter(|_| number > 1).copied().collect();
        let head = self.on_page(&heads, true, (number, count), place);
        let foot = self.on_page(&running.feet, false, (number, count), place);
        (head, foot)
    }
}

/// Whether an element's own line counts pages, which a document of one page does not.
pub(super) fn counts_pages(element: &Element) -> bool {
    element.elements().any(|child| {
        let number = child.is("page-number") || child.is("page-count");
        number || child.name.is_inline() && counts_pages(child)
    })
}

impl<'a> Running<'a> {
    /// Spreads the flow over pages.
    pub(super) fn sheets(
        &self,
        typesetter: &Typesetter<'a>,
        flow: Flow,
    ) -> Result<Vec<Sheet>, Box<Diagnostic>> {
        self.check_room(typesetter.markup.template)?;
        Ok(paginate(flow.pieces, &typesetter.notes, self.measures))
    }

    /// Whether heads, feet and margins leave enough of every page to the text.
    pub(super) fn check_room(&self, template: &str) -> Result<(), Box<Diagnostic>> {
        let Measures {
            upright, turned, ..
        } = self.measures;
        if upright.least().min(turned.least()) >= LEAST_TEXT {
            return Ok(());
        }
        let least = LEAST_TEXT.to_string();
        let wording = NO_ROOM_ON_PAGE.say("room", given!(template, least));
        Err(Box::new(Diagnostic::told(None, wording)))
    }
}
