//! How wide a table's columns are: what their words and numbers need, and their share of
//! the room.

use super::super::structure::Owner;
use super::super::{Place, Typesetter, is_inline, scope_of};
use super::{Row, rows};
use crate::output::pdf::markup::{Element, MarkupNode, Name};
use crate::output::pdf::pages::MarkRole;

/// What a column needs, in points, padding included.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Column {
    /// So that no word is broken.
    pub min: f32,
    /// So that no line is broken.
    pub max: f32,
    /// The widest part before the decimal mark, and from it on.
    pub number: (f32, f32),
}

/// Whether words are divided where a column is narrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Division {
    /// They are not.
    None,
    /// Long words are, by their syllables; numbers, dates and amounts never.
    Syllables,
}

impl<'a> Typesetter<'a> {
    /// The widths before the decimal mark of a cell that is one number, and from it
    /// on; nothing for other cells. What is raised, like a note's number, comes after.
    pub(super) fn number_parts(
        &mut self,
        element: &'a Element,
        place: &Place<'_>,
    ) -> Option<(f32, f32)> {
        let numeric = element.name == Name::Td && element.is("numeric");
        if !numeric || !element.children.iter().all(is_inline) {
            return None;
        }
        let measured = Place {
            owner: Owner::Artifact(MarkRole::Decoration),
            ..*place
        };
        let paragraph = self.paragraph(element.children.iter(), &measured, false);
        let level = paragraph
            .runs
            .iter()
            .find(|run| run.look.raise != 0.0)
            .map_or(paragraph.text.len(), |run| run.start);
        let text = paragraph.text.get(..level)?;
        if text.contains('\n') {
            return None;
        }
        let mark = self.theme.decimal_marks.get(place.lang.code()).copied();
        let at = number_end(text, mark)?;
        let end = paragraph.text.len();
        let before = paragraph.width(&mut self.shaper, 0, at);
        let after = paragraph.width(&mut self.shaper, at, end);
        Some((before, after))
    }

    /// What the columns need, words divided or not.
    pub(super) fn column_needs(
        &mut self,
        rows: &[Row<'a>],
        place: &Place<'_>,
        division: Division,
    ) -> Vec<Column> {
        let count = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let mut columns = vec![Column::default(); count];
        for row in rows {
            self.in_row(row, place, |typesetter, inner| {
                for (cell, column) in row.cells.iter().zip(&mut columns) {
                    typesetter.widen(cell, column, inner, division);
                }
            });
        }
        columns
    }

    /// Makes a column as wide as a cell needs.
    fn widen(
        &mut self,
        cell: &'a Element,
        column: &mut Column,
        place: &Place<'_>,
        division: Division,
    ) {
        let (min, max) = self.widths(cell, place, division);
        let scope = scope_of(cell, place.scope);
        let style = self.cell_style(&scope, place.style);
        let padding = 2.0 * style.own.padding.0;
        let measured = place.styled(&scope, &style, cell);
        if let Some((before, after)) = self.number_parts(cell, &measured) {
            column.number.0 = column.number.0.max(before);
            column.number.1 = column.number.1.max(after);
            let whole = column.number.0 + column.number.1 + padding;
            column.min = column.min.max(whole);
        }
        column.min = column.min.max(min + padding);
        column.max = column.max.max(max + padding).max(column.min);
    }

    /// The width that the content of an element needs so that no word is broken, and
    /// that it takes when no line is.
    pub(in super::super) fn widths(
        &mut self,
        element: &'a Element,
        outer: &Place<'_>,
        division: Division,
    ) -> (f32, f32) {
        let scope = scope_of(element, outer.scope);
        let cell = element.name == Name::Td || element.name == Name::Th;
        let style = if cell {
            self.cell_style(&scope, outer.style)
        } else {
            self.theme
                .style(&scope, outer.style, element.name.is_inline())
        };
        let place = Place {
            owner: Owner::Artifact(MarkRole::Decoration),
            ..outer.styled(&scope, &style, element)
        };
        if element.name == Name::Table {
            let columns = self.column_needs(&rows(element), &place, division);
            let sum = |get: fn(&Column) -> f32| columns.iter().map(get).sum::<f32>();
            return (sum(|column| column.min), sum(|column| column.max));
        }
        let mut widest = (0.0_f32, 0.0_f32);
        let mut inlines: Vec<&'a MarkupNode> = Vec::new();
        for node in element.children.iter().map(Some).chain([None]) {
            match node {
                Some(node) if is_inline(node) => inlines.push(node),
                node => {
                    if !inlines.is_empty() {
                        let inlines = std::mem::take(&mut inlines);
                        let paragraph = self.paragraph(inlines.iter().copied(), &place, false);
                        let measured = paragraph.measure(&mut self.shaper);
                        let min = match division {
                            Division::None => measured.min_width(),
                            Division::Syllables => {
                                measured.divided_width(&mut self.shaper, &self.theme.no_hyphen)
                            }
                        };
                        widest.0 = widest.0.max(min);
                        widest.1 = widest.1.max(measured.max_width());
                    }
                    if let Some(MarkupNode::Element(block)) = node {
                        let (min, max) = self.widths(block, &place, division);
                        widest.0 = widest.0.max(min);
                        widest.1 = widest.1.max(max);
                    }
                }
            }
        }
        let own = if cell {
            0.0
        } else {
            style.own.indent + 2.0 * style.own.padding.0
        };
        // A little more than measured, so that rounding breaks no line.
        (widest.0 + own + 0.05, widest.1 + own + 0.05)
    }
}

/// The columns' widths where words must be divided: what their parts need, with a share of
/// what whole words would take.
pub(super) fn share_divided(room: f32, whole: &[Column], divided: &[Column]) -> Vec<f32> {
    let sum = |columns: &[Column]| columns.iter().map(|column| column.min).sum::<f32>();
    let (least, most) = (sum(divided), sum(whole));
    let part = ((room - least) / (most - least).max(0.001)).clamp(0.0, 1.0);
    let both = whole.iter().zip(divided);
    both.map(|(whole, divided)| divided.min + (whole.min - divided.min) * part)
        .collect()
}

/// The columns' widths: what their content takes where there is room, and otherwise
/// what their words need with a share of the rest (CSS 2.1, 17.5.2.2). Where even the
/// words do not fit, the widest columns give way.
pub(super) fn share(room: f32, columns: &[Column]) -> Vec<f32> {
    let sum = |get: fn(&Column) -> f32| columns.iter().map(get).sum::<f32>();
    let (min, max) = (sum(|column| column.min), sum(|column| column.max));
    if max <= room {
        return columns.iter().map(|column| column.max).collect();
    }
    if min <= room {
        let part = (room - min) / (max - min).max(0.001);
        return columns
            .iter()
            .map(|column| column.min + (column.max - column.min) * part)
            .collect();
    }
    let mut sorted: Vec<f32> = columns.iter().map(|column| column.min).collect();
    sorted.sort_by(f32::total_cmp);
    let (mut left, mut count) = (room, sorted.len());
    let mut cap = room;
    for width in sorted {
        cap = left / count as f32;
        if width > cap {
            break;
        }
        left -= width;
        count -= 1;
    }
    columns.iter().map(|column| column.min.min(cap)).collect()
}

/// Where the whole part of a number ends: at its decimal mark, or behind its last
/// figure. Nothing for text without figures.
fn number_end(text: &str, mark: Option<char>) -> Option<usize> {
    let figures = |at: usize| {
        text.get(at..)
            .and_then(|rest| rest.chars().next())
            .is_some_and(|c| c.is_ascii_digit())
    };
    let last = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let decimal = mark.and_then(|mark| {
        text.rfind(mark)
            .filter(|&at| figures(at + mark.len_utf8()) && at > 0)
    });
    Some(decimal.unwrap_or(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_part_of_a_number_ends_at_the_mark_of_its_language() {
        let before = |text: &'static str, mark| &text[..number_end(text, Some(mark)).unwrap()];
        assert_eq!(before("$1,234.50", '.'), "$1,234");
        assert_eq!(before("1\u{a0}234,50\u{a0}$", ','), "1\u{a0}234");
        assert_eq!(before("1,234", '.'), "1,234");
        assert_eq!(before("12\u{a0}%", ','), "12");
        assert_eq!(before("(1,234)", '.'), "(1,234");
        assert_eq!(number_end("n/a", Some('.')), None);
    }

    fn column(min: f32, max: f32) -> Column {
        Column {
            min,
            max,
            ..Column::default()
        }
    }

    #[test]
    fn columns_share_what_room_there_is() {
        let columns = [column(20.0, 40.0), column(50.0, 300.0)];
        assert_eq!(share(400.0, &columns), [40.0, 300.0]);
        let narrow = share(200.0, &columns);
        assert!(
            (narrow.iter().sum::<f32>() - 200.0).abs() < 0.01,
            "{narrow:?}"
        );
        assert!(narrow[0] >= 20.0 && narrow[1] >= 50.0);
        let tight = share(60.0, &columns);
        assert_eq!(tight, [20.0, 40.0]);
    }
}
