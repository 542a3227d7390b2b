//! Tables that are wider than their place, and what stands in their cells.

use super::{check, document, fonts, laid_out, prose};
use crate::output::pdf::pages::{Drawing, MarkRole, Pages, TextRun};

/// A table of a column of words and so many of one value, under heads of three letters.
fn wide(value: &str, columns: usize) -> String {
    let cells = |tag: &str, word: &str, first: &str| {
        let cell = format!("<{tag} class=\"numeric\">{word}</{tag}>");
        format!("<tr><{tag}>{first}</{tag}>{}</tr>", cell.repeat(columns))
    };
    format!(
        "<table><thead>{}</thead><tbody>{}{}</tbody></table>",
        cells("th", "Net", "Quai"),
        cells("td", value, "Nord"),
        cells("td", value, "Responsabilités")
    )
}

/// Lays out a document of these blocks; it may have warnings, and nothing may be lost.
fn set(blocks: &str) -> Pages {
    let text = document(blocks);
    let pages = laid_out(&text).unwrap_or_else(|findings| panic!("{findings:#?}"));
    let (theme, fonts) = fonts();
    assert_eq!(check(&text, &pages, theme, fonts), Vec::<String>::new());
    pages
}

fn runs(pages: &Pages) -> Vec<&TextRun> {
    let marks = pages.pages.iter().flat_map(|page| &page.marks);
    marks
        .filter_map(|mark| match (mark.role, &mark.drawing) {
            (MarkRole::Content(_), Drawing::Text(run)) => Some(run),
            _ => None,
        })
        .collect()
}

fn said(run: &TextRun) -> String {
    run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect()
}

/// How many runs say just this, and the size of the smallest of all.
fn count(pages: &Pages, wanted: &str) -> (usize, f32) {
    let own = runs(pages)
        .into_iter()
        .filter(|run| said(run).trim() == wanted);
    let smallest = runs(pages)
        .iter()
        .map(|run| run.size)
        .fold(f32::MAX, f32::min);
    (own.count(), smallest)
}

#[test]
fn a_table_is_set_closer_then_smaller_and_its_values_stay_whole() {
    for value in [
        "1\u{a0}234\u{a0}567\u{a0}$",
        "$1,234,567",
        "4\u{a0}mai\u{a0}2026",
        "12:30–14:45",
    ] {
        let mut sizes = Vec::new();
        let mut warned = 0;
        for columns in 1..16 {
            let pages = set(&wide(value, columns));
            let (whole, size) = count(&pages, value);
            if pages.warnings.is_empty() {
                assert_eq!(whole, 2 * columns, "{value} in {columns} columns");
                assert_eq!(
                    count(&pages, "Net").0,
                    columns,
                    "{value} in {columns} columns"
                );
                assert_eq!(warned, 0, "{columns} columns fit and fewer do not");
                sizes.push(size);
            } else {
                warned += 1;
                assert_eq!(pages.warnings.len(), 1);
                assert_eq!(pages.warnings[0].code.id, "W117");
            }
            assert!(size >= 6.9, "{value} in {columns} columns: {size}");
        }
        assert!(warned > 0, "{value} fits in any number of columns");
        assert!(sizes.is_sorted_by(|one, next| one >= next), "{sizes:?}");
        let usual = sizes[0];
        let closer = sizes.iter().filter(|size| **size == usual).count();
        assert!(closer >= 5 && closer < sizes.len(), "{value}: {sizes:?}");
    }
}

#[test]
fn a_table_too_wide_is_told_with_its_width() {
    let pages = set(&wide("$1,234,567,890", 12));
    let told = &pages.warnings[0].message;
    let numbers: Vec<u32> = told
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|number| number.parse().ok())
        .collect();
    // The page is 6.5 inches wide.
    assert_eq!(numbers[1], 165, "{told}");
    assert!(numbers[0] > 165, "{told}");
}

#[test]
fn long_words_are_divided_by_syllables_before_type_is_made_smaller() {
    let head = "<th scope=\"col\">Intergouvernementalement</th>".repeat(5);
    let row = format!("<td>12</td>{}", "<td>x</td>".repeat(4));
    let pages = set(&format!(
        "<div lang=\"fr\"><table><thead><tr>{head}</tr></thead><tbody><tr>{row}</tr></tbody></table><p>{}</p></div>",
        prose(30)
    ));
    assert_eq!(pages.warnings, []);
    let divided = runs(&pages)
        .into_iter()
        .filter(|run| said(run).ends_with('\u{ad}'));
    assert!(divided.count() >= 5);
    let sizes: Vec<f32> = runs(&pages).iter().map(|run| run.size).collect();
    assert!(sizes.iter().all(|size| *size > 8.9), "{sizes:?}");
}

#[test]
fn figures_stand_in_the_middle_between_their_rules() {
    let rows = "<tr><td>x</td><td class=\"numeric\">12</td></tr>".repeat(3);
    let pages = set(&format!(
        "<table><thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead><tbody>{rows}</tbody></table>"
    ));
    let mut rules: Vec<(f32, f32)> = pages.pages[0]
        .marks
        .iter()
        .filter_map(|mark| match mark.drawing {
            Drawing::Line { from, width, .. } => Some((from.1, width)),
            _ => None,
        })
        .collect();
    rules.sort_by(|one, other| other.0.total_cmp(&one.0));
    let figures: Vec<&TextRun> = runs(&pages)
        .into_iter()
        .filter(|run| said(run).trim() == "12")
        .collect();
    assert_eq!((rules.len(), figures.len()), (5, 3));
    let height = fonts().1.metrics(0).cap_height / 1000.0;
    for (at, figure) in figures.into_iter().enumerate() {
        let (upper, lower) = (rules[at + 1], rules[at + 2]);
        let above = upper.0 - upper.1 / 2.0 - (figure.origin.1 + height * figure.size);
        let below = figure.origin.1 - (lower.0 + lower.1 / 2.0);
        assert!(
            (above - below).abs() < 0.05,
            "row {at}: {above} above, {below} below"
        );
    }
}

#[test]
fn an_empty_corner_has_the_shade_of_its_row() {
    let pages = set(
        "<table><thead><tr><td></td><th scope=\"col\">b</th></tr></thead><tbody><tr><th scope=\"row\">c</th><td>d</td></tr></tbody></table>",
    );
    let fills = pages.pages[0]
        .marks
        .iter()
        .filter(|mark| matches!(mark.drawing, Drawing::Fill { .. }));
    assert_eq!(fills.count(), 2, "both cells of the head, and no other");
    let heights: Vec<f32> = runs(&pages)
        .into_iter()
        .filter(|run| ["c", "d"].contains(&said(run).trim()))
        .map(|run| run.origin.1)
        .collect();
    assert!((heights[0] - heights[1]).abs() < 0.01, "{heights:?}");
}
