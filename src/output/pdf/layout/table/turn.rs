//! Tables that are wider than an upright page and stand on one that lies on its side.

use super::super::pagination::LEAST_TEXT;
use super::super::{Place, Typesetter};
use super::fit::Fit;
use super::{Row, rows};
use crate::output::pdf::markup::Element;
use crate::output::theme::StyleScope;

/// Divisions whose content stays where it is: beside something, in a box, at a page's foot.
const FIXED: [&str; 5] = ["columns", "column", "pair", "alert", "note"];

impl<'a> Typesetter<'a> {
    /// How a table fits its place, or else a page that lies on its side, where it may stand
    /// on one: `place` becomes what it takes. Says, too, whether it takes the width of all
    /// columns.
    pub(super) fn fit_or_turn(
        &mut self,
        element: &'a Element,
        rows: &[Row<'a>],
        place: &mut Place<'_>,
    ) -> (Fit, bool) {
        let wide = self
            .wide
            .iter()
            .find(|wide| std::ptr::eq(wide.table, element))
            .copied();
        let Some(wide) = wide else {
            let fit = self.fit(rows, place);
            if fit.too_wide.is_none() || !self.may_turn(place) {
                return (fit, false);
            }
            self.turn(place);
            return (self.fit(rows, place), false);
        };
        (place.x, place.width) = (wide.x, wide.width);
        if wide.turned {
            self.turn(place);
        }
        (self.fit(rows, place), true)
    }

    /// Whether a table that takes the width of all columns needs a page that lies on its
    /// side.
    pub(in super::super) fn needs_turn(&mut self, element: &'a Element, place: &Place<'_>) -> bool {
        self.is_wider_turned(place) && self.fit(&rows(element), place).too_wide.is_some()
    }

    /// Puts a place on a page that lies on its side.
    fn turn(&self, place: &mut Place<'_>) {
        let page = self.page(true);
        (place.x, place.width, place.turned) = (page.left, page.measure(), true);
    }

    /// Whether what stands here may stand on a page of its own, too: all around it are
    /// sections, and it has the whole width.
    fn may_turn(&self, place: &Place<'_>) -> bool {
        let page = self.page(false);
        let whole = (place.x - page.left).abs() < 0.01
            && (place.width - page.measure()).abs() < 0.01
            && place.page.is_none();
        // The innermost scope is the table's own.
        let mut outer = std::iter::successors(place.scope.within, |scope| scope.within);
        let is_fixed = |class: &String| FIXED.contains(&class.as_str());
        let flows = |scope: &StyleScope<'_>| {
            matches!(scope.name, "div" | "section") && !scope.classes.iter().any(is_fixed)
        };
        whole && outer.all(flows) && self.is_wider_turned(place)
    }

    /// Whether a page that lies on its side is wider than a place, and high enough for
    /// text.
    fn is_wider_turned(&self, place: &Place<'_>) -> bool {
        let page = self.page(true);
        page.measure() > place.width && page.height - page.top - page.bottom >= LEAST_TEXT
    }

    /// Left edge and width of the footnotes of a place: those of a page that lies on its
    /// side are as wide as that.
    pub(in super::super) fn band_at(&self, place: &Place<'_>) -> (f32, f32) {
        if place.turned {
            let page = self.page(true);
            return (page.left, page.measure());
        }
        let band = self.bands.get(place.band).copied();
        band.unwrap_or((place.x, place.width))
    }
}
