//! Lists of names: in two or three columns where there are many and they are short.

use super::cost::LONE_ITEM;
use super::entries::Entries;
use super::flow::Flow;
use super::piece::LayoutPiece;
use super::table::Division;
use super::{Place, Typesetter};
use crate::output::pdf::markup::{Element, Name};

/// The most columns.
const COLUMNS: usize = 3;
/// The fewest entries of a column: with fewer, more columns only scatter them.
const ENTRIES: usize = 4;
/// The most entries of a column where both languages stand side by side: what both have
/// there cannot be divided between pages.
const SIDE_BY_SIDE: usize = 10;
/// One entry of so many at most takes two lines.
const WRAPPED: usize = 4;

impl<'a> Typesetter<'a> {
    /// A list of names: its items in columns, read down, or below one another.
    pub(super) fn names(
        &mut self,
        items: &[&'a Element],
        place: &Place<'_>,
        gap: f32,
        flow: &mut Flow,
    ) {
        let count = self.name_columns(items, place, gap);
        let width = column_width(place.width, gap, count);
        if count == 1 {
            return self.one_below_another(items, place, flow);
        }
        let mut entries = Vec::new();
        let mut space = 0.0;
        for item in items {
            let mut content = Flow::default();
            content.space(space);
            self.item(item, None, &Place { width, ..*place }, 0.0, &mut content);
            space = content.space;
            entries.push(content.pieces);
        }
        let columns = (0..count).map(|at| (place.x + (width + gap) * at as f32, width));
        let entries = Entries::new(entries, columns.collect());
        flow.push(LayoutPiece::of_entries(Vec::new(), entries));
        flow.space(space);
    }

    fn one_below_another(&mut self, items: &[&'a Element], place: &Place<'_>, flow: &mut Flow) {
        for (at, item) in items.iter().enumerate() {
            if at == 1 || at > 0 && at + 1 == items.len() {
                flow.keep(LONE_ITEM);
            }
            let start = flow.pieces.len();
            self.item(item, None, place, 0.0, flow);
            let first = flow.pieces.get_mut(start).filter(|_| at > 0);
            first.into_iter().for_each(|piece| piece.loose = true);
        }
    }

    /// In how many columns the names stand: as many as there can be of which none is too
    /// short and that few names are longer than.
    fn name_columns(&mut self, items: &[&'a Element], place: &Place<'_>, gap: f32) -> usize {
        if self.only_checks || items.len() < 2 * ENTRIES {
            return 1;
        }
        let widths: Vec<(f32, f32)> = items
            .iter()
            .map(|item| self.widths(item, place, Division::None))
            .collect();
        let side_by_side = place.band > 0;
        let fits = |&count: &usize| {
            let width = column_width(place.width, gap, count);
            let wrapped = widths.iter().filter(|(_, line)| *line > width).count();
            // What is lost at the end of the first of two lines is a word at most.
            let two_lines = |&(word, line): &(f32, f32)| line <= width || line + word < width * 1.8;
            items.len() >= ENTRIES * count
                && wrapped * WRAPPED <= items.len()
                && widths.iter().all(two_lines)
                && (!side_by_side || items.len() <= SIDE_BY_SIDE * count)
        };
        (2..=COLUMNS).rev().find(fits).unwrap_or(1)
    }
}

/// The width of a column among `count`, `gap` apart.
fn column_width(width: f32, gap: f32, count: usize) -> f32 {
    (width - gap * (count - 1) as f32) / count as f32
}

/// Whether a list is one of names.
pub(super) fn is_names(element: &Element) -> bool {
    element.name == Name::Ul && element.is("names")
}
