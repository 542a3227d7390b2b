//! Tables that are wider than their place, and what stands in their cells.

use super::{check, document, filler, fonts, laid_out, prose, text_lines};
use crate::output::pdf::pages::{Drawing, MarkRole, Page, Pages, TextRun};

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
        let mut sizes = [Vec::new(), Vec::new()];
        let mut warned = 0;
        for columns in 1..24 {
            let pages = set(&wide(value, columns));
            let (whole, size) = count(&pages, value);
            let turned = pages.pages[0].turned;
            assert!(pages.pages.iter().all(|page| page.turned == turned));
            if pages.warnings.is_empty() {
                assert_eq!(whole, 2 * columns, "{value} in {columns} columns");
                assert_eq!(
                    count(&pages, "Net").0,
                    columns,
                    "{value} in {columns} columns"
                );
                assert_eq!(warned, 0, "{columns} columns fit and fewer do not");
                assert!(
                    turned || sizes[1].is_empty(),
                    "{columns} columns need no turn"
                );
                sizes[usize::from(turned)].push(size);
            } else {
                assert!(turned, "{columns} columns were not tried on a turned page");
                warned += 1;
                assert_eq!(pages.warnings.len(), 1);
                assert_eq!(pages.warnings[0].code.id, "W117");
            }
            assert!(size >= 6.9, "{value} in {columns} columns: {size}");
        }
        assert!(warned > 0, "{value} fits in any number of columns");
        let [upright, turned] = sizes;
        for sizes in [&upright, &turned] {
            assert!(sizes.is_sorted_by(|one, next| one >= next), "{sizes:?}");
        }
        let usual = upright[0];
        let closer = upright.iter().filter(|size| **size == usual).count();
        assert!(
            closer >= 5 && closer < upright.len(),
            "{value}: {upright:?}"
        );
        // On a page that lies on its side all begins anew, with the largest that fits.
        assert!(turned.len() > 2, "{value}: {turned:?}");
        assert!(
            turned[0] > upright[upright.len() - 1],
            "{value}: {turned:?}"
        );
    }
}

#[test]
fn a_table_too_wide_is_told_with_its_width() {
    let pages = set(&wide("$1,234,567,890", 20));
    let told = &pages.warnings[0].message;
    let numbers: Vec<u32> = told
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|number| number.parse().ok())
        .collect();
    // On its side the page is 9 inches wide between its margins.
    assert_eq!(numbers[1], 228, "{told}");
    assert!(numbers[0] > 228, "{told}");
}

#[test]
fn a_table_that_cannot_turn_is_told_with_the_width_of_its_place() {
    for (before, after) in [
        ("<blockquote>", "</blockquote>"),
        ("<ul><li>", "</li></ul>"),
        ("<table><tbody><tr><td>", "</td></tr></tbody></table>"),
    ] {
        let pages = set(&format!("{before}{}{after}", wide("$1,234,567,890", 20)));
        // A table in a cell is what makes the one around it wide.
        let outer = before.starts_with("<table");
        assert_eq!(pages.pages[0].turned, outer, "{before}");
        let told = &pages.warnings[0].message;
        let last = told
            .split(|c: char| !c.is_ascii_digit())
            .rfind(|it| !it.is_empty());
        let last: u32 = last.unwrap().parse().unwrap();
        assert!(if outer { last == 228 } else { last < 165 }, "{told}");
    }
}

/// What stands on each page: whether it lies on its side, and the first words of its lines.
fn sheets(pages: &Pages) -> Vec<(bool, String)> {
    let lines = text_lines(pages);
    let page = |(at, page): (usize, &Page)| {
        let own = lines.iter().filter(|line| line.page == at);
        let words = own.filter_map(|line| line.text.split(' ').next());
        (page.turned, words.collect::<Vec<&str>>().join(" "))
    };
    pages.pages.iter().enumerate().map(page).collect()
}

#[test]
fn a_wide_table_takes_a_page_on_its_side_with_what_introduces_it() {
    let table = wide("$1,234,567,890", 9);
    let pages = set(&format!(
        "<p>Before.</p><section><h2>Fees</h2><p>Paid as follows:</p>{table}<p>After.</p></section>"
    ));
    let seen = sheets(&pages);
    assert_eq!(seen.len(), 3, "{seen:?}");
    assert_eq!(seen[0], (false, "Before.".to_owned()));
    assert!(seen[1].0 && seen[1].1.starts_with("Fees Paid"), "{seen:?}");
    assert_eq!(seen[2], (false, "After.".to_owned()));
    assert_eq!(pages.warnings, []);
    assert_eq!(pages.size_of(&pages.pages[1]), (792.0, 612.0));
    // What does not introduce it stays where it is.
    let pages = set(&format!("<h2>Fees</h2><p>Paid monthly.</p>{table}"));
    let seen = sheets(&pages);
    assert_eq!(seen[0], (false, "Fees Paid".to_owned()));
    assert!(seen[1].0 && seen.len() == 2, "{seen:?}");
}

#[test]
fn a_line_between_two_wide_tables_stays_with_them() {
    let table = wide("$1,234,567,890", 9);
    for (lines, pages) in [(0, 3), (1, 3), (6, 3), (25, 5)] {
        let text = format!("<p>Before.</p>{table}{}{table}<p>After.</p>", filler(lines));
        let seen = sheets(&set(&text));
        assert_eq!(seen.len(), pages, "{lines} lines: {seen:?}");
    }
    // An appendix begins a page, however short what stands before it is.
    let text = format!("{table}<p>x</p><section class=\"appendix\"><h2>A</h2>{table}</section>");
    let turned: Vec<bool> = sheets(&set(&text)).iter().map(|sheet| sheet.0).collect();
    assert_eq!(turned, [true, false, true]);
}

#[test]
fn a_long_table_goes_on_over_pages_on_their_side_with_its_head() {
    let rows = |tag: &str, word: &str, count: usize| {
        let cells = format!("<{tag} class=\"numeric\">{word}</{tag}>").repeat(9);
        format!("<tr><{tag}>Row</{tag}>{cells}</tr>").repeat(count)
    };
    let table = format!(
        "<table><thead>{}</thead><tbody>{}</tbody></table>",
        rows("th", "Net", 1),
        rows("td", "$1,234,567,890", 60)
    );
    let pages = set(&format!("{}{table}{}", filler(3), filler(50)));
    let turned: Vec<bool> = pages.pages.iter().map(|page| page.turned).collect();
    assert_eq!(turned, [false, true, true, true, false, false]);
    for page in &pages.pages[1..4] {
        let heads = page.marks.iter().filter(|mark| match &mark.drawing {
            Drawing::Text(run) => said(run).trim() == "Net",
            _ => false,
        });
        assert_eq!(heads.count(), 9);
    }
}

#[test]
fn footnotes_of_a_wide_table_stand_at_the_foot_of_its_page() {
    let called = "x<a class=\"note-reference\" href=\"#note-1\">1</a>";
    let table = wide("$1,234,567,890", 9).replace("Nord", called);
    for words in [30, 300, 2500] {
        let pages = set(&format!(
            "<p>Before.</p>{table}<p>After.</p><div class=\"note\" id=\"note-1\"><p>{}</p></div>",
            prose(words)
        ));
        let turned = pages.pages.iter().filter(|page| page.turned).count();
        assert_eq!(turned > 1, words > 300, "{words}: {turned}");
        let seen = sheets(&pages);
        assert!(!seen[0].0 && seen[1].0, "{seen:?}");
        // What is left of a note of such a page stands on another of them.
        assert_eq!(seen.last().unwrap(), &(false, "After.".to_owned()));
        let lowest = text_lines(&pages).into_iter().filter(|line| line.page == 1);
        let lowest = lowest.map(|line| line.y).fold(f32::MAX, f32::min);
        assert!(lowest < 100.0, "{lowest}");
    }
}

#[test]
fn heads_and_feet_of_a_page_on_its_side_are_as_wide_as_it() {
    let text = format!(
        "<div class=\"document draft\" lang=\"en-CA\" data-watermark=\"DRAFT\"><header class=\"running\"><p>Keys</p></header><footer class=\"running\"><p>Page <span class=\"page-number\"></span> of <span class=\"page-count\"></span></p></footer><p>Before.</p>{}</div>",
        wide("$1,234,567,890", 9)
    );
    let pages = laid_out(&text).unwrap();
    let (theme, fonts) = fonts();
    assert_eq!(check(&text, &pages, theme, fonts), Vec::<String>::new());
    let page = &pages.pages[1];
    assert!(page.turned);
    let run = |is_head: bool| {
        let own = page
            .marks
            .iter()
            .find_map(|mark| match (mark.role, &mark.drawing) {
                (MarkRole::Running { head }, Drawing::Text(run)) if head == is_head => Some(run),
                _ => None,
            });
        own.unwrap().origin
    };
    assert!(
        run(true).1 > 612.0 - 72.0 && run(true).1 < 612.0,
        "{:?}",
        run(true)
    );
    assert!(run(false).1 < 72.0);
    let Drawing::Image { rect, .. } = page.marks[0].drawing else {
        panic!("no watermark");
    };
    assert_eq!((rect.width, rect.height), (792.0, 612.0));
}

#[test]
fn both_tables_of_a_pair_turn_where_one_is_too_wide() {
    let narrow = wide("$1,234,567", 4);
    let column = |lang: &str, table: &str, words: [&str; 3]| {
        let [heading, before, after] = words;
        format!(
            "<div class=\"column\" lang=\"{lang}\"><section><h2>{heading}</h2><p>{before}</p>{table}<p>{after}</p></section></div>"
        )
    };
    let english = column("en-CA", &narrow, ["Fees", "Paid:", "After."]);
    let french = column(
        "fr-CA",
        &wide("1\u{a0}234\u{a0}567\u{a0}890\u{a0}$", 9),
        ["Frais", "Payés :", "Suite."],
    );
    let text = format!(
        "<div class=\"document\" lang=\"en-CA\"><p>Before.</p><div class=\"pair\">{english}{french}</div></div>"
    );
    let pages = laid_out(&text).unwrap();
    let (theme, fonts) = fonts();
    assert_eq!(check(&text, &pages, theme, fonts), Vec::<String>::new());
    assert_eq!(pages.warnings, []);
    let seen = sheets(&pages);
    assert_eq!(seen.len(), 3, "{seen:?}");
    assert_eq!(seen[0], (false, "Before.".to_owned()));
    assert!(seen[1].0 && seen[1].1.starts_with("Fees"), "{seen:?}");
    assert!(!seen[2].0 && seen[2].1.starts_with("After."), "{seen:?}");
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
