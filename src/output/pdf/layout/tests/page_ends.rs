//! Where pages end while text follows: the rule for a short last page must not hide
//! what each clause asks for.

use super::pagination::{edges, table};
use super::{checked, filler, fonts, prose, text_lines};
use crate::output::pdf::pages::Pages;

/// How many lines with one of the words stand on each page.
fn lines_by_page(pages: &Pages, wanted: impl Fn(&str) -> bool) -> Vec<usize> {
    let lines = text_lines(pages);
    (0..pages.pages.len())
        .map(|page| {
            let own = lines.iter().filter(|line| line.page == page);
            own.filter(|line| wanted(&line.text)).count()
        })
        .collect()
}

/// Paragraphs of one line each that follow what is tested, so that it does not end the
/// document: there the last page's own rule would keep it together.
fn after() -> String {
    filler(30)
}

/// Whether the last page has room for some lines more. Where it has none, a page that
/// ends a little higher makes one page more of all, which costs more than looks.
fn has_room(pages: &Pages) -> bool {
    let last = pages.pages.len() - 1;
    let lines = text_lines(pages);
    let own = lines.iter().filter(|line| line.page == last);
    own.map(|line| line.y).fold(f32::MAX, f32::min) > 150.0
}

#[test]
fn a_paragraph_leaves_two_lines_on_each_page_where_text_follows() {
    for count in 10..34 {
        let text = format!("{}<p>Begin {}</p>{}", filler(count), prose(70), after());
        let own = lines_by_page(&checked(&text), |line| !line.starts_with("Line"));
        assert!(own.iter().all(|here| *here != 1), "{count}: {own:?}");
    }
}

#[test]
fn a_signature_stands_together_where_text_follows() {
    let signature = "<section class=\"signature\"><p>Signed one</p><p>Signed two</p><p>Signed three</p><p>Signed four</p></section>";
    for count in 14..40 {
        let text = format!("{}{signature}{}", filler(count), after());
        let own = lines_by_page(&checked(&text), |line| line.starts_with("Signed"));
        assert!(own.contains(&4), "after {count} lines: {own:?}");
    }
}

#[test]
fn what_is_announced_stands_with_its_announcement_where_text_follows() {
    for shape in [
        "<ul><li>Said one</li><li>Said two</li><li>Said three</li></ul>",
        "<ol><li>Said one</li><li>Said two</li><li>Said three</li></ol>",
        "<blockquote><p>Said one</p></blockquote>",
        "<pre><code>Said one\nSaid two</code></pre>",
    ] {
        for count in 14..40 {
            let text = format!("{}<p>As follows:</p>{shape}{}", filler(count), after());
            let pages = checked(&text);
            let said = lines_by_page(&pages, |line| line.contains("Said"));
            let announced = lines_by_page(&pages, |line| line == "As follows:");
            let both = said.iter().zip(&announced);
            let apart = both.filter(|(said, announced)| **announced > 0 && **said == 0);
            assert_eq!(apart.count(), 0, "{shape} after {count} lines");
        }
    }
}

#[test]
fn neither_end_of_a_list_is_left_alone_where_text_follows() {
    let items = "<li>Item</li>".repeat(6);
    let mut looked_at = 0;
    for count in 14..40 {
        let text = format!("{}<ul>{items}</ul>{}", filler(count), after());
        let pages = checked(&text);
        let own = lines_by_page(&pages, |line| line.contains("Item"));
        if has_room(&pages) {
            looked_at += 1;
            assert!(own.iter().all(|here| *here != 1), "{count}: {own:?}");
        }
    }
    assert!(looked_at > 20, "{looked_at}");
}

/// Whether the lines before a table fill less than two thirds of the first page, which
/// then takes a row, and be it alone: a short page costs more than a lone row.
fn is_short_without_rows(pages: &Pages) -> bool {
    let lines = text_lines(pages);
    let own = lines
        .iter()
        .filter(|line| line.page == 0 && line.text.starts_with("Line"));
    let lowest = own.map(|line| line.y).fold(f32::MAX, f32::min);
    let page = &fonts().0.page;
    let room = page.height - page.top - page.bottom;
    (page.height - page.top - lowest) / room < 2.0 / 3.0
}

#[test]
fn two_tall_rows_stand_with_the_head_and_at_the_end_of_a_table() {
    // Where rows are as low as lines, the costs of empty space alone keep them together.
    let mut looked_at = 0;
    for words in [60, 90] {
        for count in 0..34 {
            let text = format!("{}{}{}", filler(count), table(12, &prose(words)), after());
            let pages = checked(&text);
            let rows = lines_by_page(&pages, |line| line.starts_with("Row"));
            let heads = lines_by_page(&pages, |line| line.starts_with("Number"));
            if !has_room(&pages) || rows[0] == 1 && is_short_without_rows(&pages) {
                continue;
            }
            looked_at += 1;
            assert!(rows.iter().all(|here| *here != 1), "{count}: {rows:?}");
            let bare = rows
                .iter()
                .zip(&heads)
                .any(|(rows, heads)| *heads > 0 && *rows < 2);
            assert!(!bare, "{count}: {heads:?} {rows:?}");
        }
    }
    assert!(looked_at > 45, "{looked_at}");
}

#[test]
fn a_footnote_that_fits_a_page_is_not_cut() {
    for count in 10..40 {
        let text = format!(
            "{}<p>Referring<a class=\"note-reference\" href=\"#note-1\">1</a> line.</p>{}<div class=\"note\" id=\"note-1\"><p>{}</p></div>",
            filler(count),
            after(),
            prose(130)
        );
        let own = lines_by_page(&checked(&text), |line| {
            !line.starts_with("Line") && !line.starts_with("Referring")
        });
        let with_note = own.iter().filter(|here| **here > 0).count();
        assert_eq!(with_note, 1, "after {count} lines: {own:?}");
    }
}

#[test]
fn a_long_footnote_is_cut_between_pairs_of_lines_and_its_reference_stays() {
    let body: String = (0..14).map(|_| format!("<p>{}</p>", prose(75))).collect();
    for above in ABOVE {
        for count in 0..34 {
            let text = format!(
                "{above}{}<p>Referring<a class=\"note-reference\" href=\"#note-1\">1</a> line.</p>{}<div class=\"note\" id=\"note-1\">{body}</div>",
                filler(count),
                after()
            );
            let pages = checked(&text);
            let mut notes = text_lines(&pages);
            notes.retain(|line| !line.text.starts_with(['L', 'R', 'H']));
            // Every paragraph begins with the same words: count its lines page by page.
            let mut paragraphs: Vec<Vec<usize>> = Vec::new();
            for line in &notes {
                if line
                    .text
                    .trim_start_matches('1')
                    .starts_with("the ministry renews")
                {
                    paragraphs.push(Vec::new());
                }
                if let Some(own) = paragraphs.last_mut() {
                    own.push(line.page);
                }
            }
            assert_eq!(paragraphs.len(), 14);
            for own in paragraphs {
                let alone = own
                    .iter()
                    .any(|page| own.iter().filter(|other| *other == page).count() == 1);
                assert!(!alone, "{above} after {count} lines: {own:?}");
            }
            let reference = lines_by_page(&pages, |line| line.starts_with("Referring"));
            assert!(count > 24 || reference[0] == 1, "after {count} lines");
        }
    }
}

/// Beginnings of different heights, so that pages end at different places.
const ABOVE: [&str; 5] = [
    "",
    "<h1>H</h1>",
    "<h2>H</h2>",
    "<h3>H</h3>",
    "<p>H<br/>H</p>",
];

#[test]
fn quotes_and_items_are_divided_and_leave_two_lines_where_text_follows() {
    for shape in [
        "<blockquote><p>BODY</p></blockquote>",
        "<ul><li>BODY</li></ul>",
        "<ol><li><p>BODY</p></li></ol>",
    ] {
        let body = shape.replace("BODY", &prose(110));
        for above in ABOVE {
            for count in 20..34 {
                let text = format!("{above}{}{body}{}", filler(count), after());
                let own = lines_by_page(&checked(&text), |line| !line.starts_with(['L', 'H']));
                let said = format!("{above}{shape} after {count} lines: {own:?}");
                assert!(own.iter().all(|here| *here != 1), "{said}");
                assert!(count > 29 || own[0] > 1, "{said}");
            }
        }
    }
}

#[test]
fn wherever_a_page_ends_its_last_word_is_whole() {
    let long = "les responsabilisations anticonstitutionnellement et intergouvernementales, anticonstitutionnellement particulièrement ".repeat(14);
    let mut divided = 0;
    for above in ABOVE {
        for count in 20..34 {
            let text = format!(
                "{above}{}<p lang=\"fr\">{long}</p>{}",
                filler(count),
                after()
            );
            let pages = checked(&text);
            divided += lines_by_page(&pages, |line| line.ends_with('\u{ad}'))[0];
            for (_, last) in edges(&pages) {
                assert!(!last.ends_with('\u{ad}'), "{above} after {count} lines");
            }
        }
    }
    assert!(divided > 0, "no word is divided anywhere");
}
