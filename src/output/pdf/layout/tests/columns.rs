//! Columns that go on over pages together.

use super::*;
use crate::output::pdf::pages::{Child, Tag};

/// A pair of columns in both languages.
fn pair(left: &str, right: &str) -> String {
    format!(
        "<div class=\"pair\"><div class=\"column\" lang=\"en-CA\">{left}</div><div class=\"column\" lang=\"fr-CA\">{right}</div></div>"
    )
}

fn section(id: &str, body: &str) -> String {
    format!("<section id=\"{id}\"><h2>Heading {id}</h2>{body}</section>")
}

/// The lines of the left column and of the right, with their pages.
fn sides(pages: &Pages) -> [Vec<TextLine>; 2] {
    let (left, right) = text_lines(pages)
        .into_iter()
        .partition(|line| line.x < 306.0);
    [left, right]
}

#[test]
fn both_columns_go_on_over_pages_and_lose_nothing() {
    for (short, long) in [(40, 900), (900, 40), (700, 1100), (1, 2000)] {
        let paragraph = |count| format!("<p>{}</p><p>{}</p>", prose(count), prose(count / 2 + 1));
        let pages = checked(&pair(&paragraph(short), &paragraph(long)));
        let [left, right] = sides(&pages);
        assert_eq!((left[0].page, left[0].y), (right[0].page, right[0].y));
        for side in [&left, &right] {
            assert!(side.is_sorted_by_key(|line| line.page));
            let reached: Vec<usize> = side.iter().map(|line| line.page).collect();
            let last = reached.last().copied().unwrap();
            assert!(
                (0..=last).all(|page| reached.contains(&page)),
                "no page is left out"
            );
        }
    }
}

#[test]
fn sections_stand_on_one_height() {
    let column = |prefix: &str, words: usize| {
        let inner = section(
            &format!("{prefix}-b"),
            &format!("<p>{}</p>", prose(words / 3)),
        );
        section(
            &format!("{prefix}-a"),
            &format!("<p>{}</p>{inner}", prose(words)),
        )
    };
    let blocks = pair(&column("en", 60), &column("fr", 110));
    let pages = checked(&blocks);
    let [left, right] = sides(&pages);
    let place = |lines: &[TextLine], text: &str| {
        let line = lines.iter().find(|line| line.text.trim() == text).unwrap();
        (line.page, line.y)
    };
    assert_eq!(place(&left, "Heading en-a"), place(&right, "Heading fr-a"));
    assert_eq!(place(&left, "Heading en-b"), place(&right, "Heading fr-b"));
    // Whole sections of one language follow one another in the structure.
    let sections: Vec<_> = pages
        .structure
        .iter()
        .filter(|element| element.tag == Tag::Sect)
        .map(|element| (element.id.clone().unwrap(), element.lang.is_some()))
        .collect();
    let expected = [
        ("en-a", false),
        ("en-b", false),
        ("fr-a", true),
        ("fr-b", false),
    ];
    let expected: Vec<_> = expected
        .map(|(id, lang)| (id.to_owned(), lang))
        .into_iter()
        .collect();
    assert_eq!(sections, expected);
    // So do the headings in the outline.
    let outline: Vec<&str> = pages
        .outline
        .iter()
        .map(|entry| entry.title.as_str())
        .collect();
    assert_eq!(
        outline,
        [
            "Heading en-a",
            "Heading en-b",
            "Heading fr-a",
            "Heading fr-b"
        ]
    );
}

#[test]
fn footnotes_stand_below_their_column() {
    let body = |prefix: &str, count: usize| -> String {
        (1..=count)
            .map(|number| {
                format!(
                    "<p>{}<a class=\"note-reference\" id=\"{prefix}-r{number}\" href=\"#{prefix}-{number}\">{number}</a></p>",
                    prose(40)
                )
            })
            .collect()
    };
    let notes = |prefix: &str, lang: &str, count: usize| -> String {
        (1..=count)
            .map(|number| {
                format!(
                    "<div class=\"note\" id=\"{prefix}-{number}\" lang=\"{lang}\"><p>Note {prefix} {number} {}</p></div>",
                    prose(number * 9 % 140)
                )
            })
            .collect()
    };
    let blocks = pair(&body("en", 12), &body("fr", 15))
        + &notes("en", "en-CA", 12)
        + &notes("fr", "fr-CA", 15);
    let pages = checked(&blocks);
    assert!(pages.pages.len() > 1);
    for line in text_lines(&pages) {
        let left = line.x < 306.0;
        assert!(!line.text.contains("Note en") || left, "{line:?}");
        assert!(!(line.text.contains("Note fr") && left), "{line:?}");
    }
    let note = pages
        .structure
        .iter()
        .position(|element| element.tag == Tag::Note);
    let parent = pages
        .structure
        .iter()
        .find(|element| element.children.contains(&Child::Element(note.unwrap())));
    assert!(parent.is_some());
}

#[test]
fn tables_go_on_with_their_heads_and_tall_rows_are_cut() {
    let table = |rows: usize, words: usize| {
        let row = format!("<tr><td>A</td><td>{}</td></tr>", prose(words));
        format!(
            "<table><thead><tr><th scope=\"col\">Key</th><th scope=\"col\">Text</th></tr></thead><tbody>{}</tbody></table>",
            row.repeat(rows)
        )
    };
    for (rows, words) in [(90, 4), (20, 60), (2, 900), (1, 2500)] {
        let pages = checked(&pair(&table(rows, words), &table(rows + 1, words)));
        assert!(pages.pages.len() > 1, "{rows} rows of {words} words");
    }
}

#[test]
fn a_table_too_wide_for_its_column_takes_the_whole_width() {
    let table = |name: &str, columns: usize| {
        let head: String = (1..=columns)
            .map(|at| format!("<th scope=\"col\">{name} heading {at}</th>"))
            .collect();
        let row: String = (1..=columns)
            .map(|at| format!("<td>Intergovernmental{at}</td>"))
            .collect();
        format!(
            "<table><thead><tr>{head}</tr></thead><tbody>{}</tbody></table>",
            format!("<tr>{row}</tr>").repeat(3)
        )
    };
    let column = |name: &str, columns: usize| {
        section(
            name,
            &format!(
                "<p>{}</p>{}<p>After {name}. {}</p>",
                prose(30),
                table(name, columns),
                prose(20)
            ),
        )
    };
    // The second language's alone is too wide: both stand alike.
    let pages = checked(&pair(&column("en", 2), &column("fr", 5)));
    let lines = text_lines(&pages);
    let y = |text: &str| {
        let line = lines.iter().find(|line| line.text.contains(text)).unwrap();
        (line.x, line.y)
    };
    assert!(y("en heading 1").1 > y("fr heading 1").1);
    // The wider one has less space beside its words.
    let apart = y("en heading 1").0 - y("fr heading 1").0;
    assert!((0.0..4.0).contains(&apart), "{apart}");
    assert_eq!(y("After en").1, y("After fr").1);
    assert!(y("After en").1 < y("fr heading 1").1);
    // In the structure each stands in its own section.
    let parents: Vec<_> = pages
        .structure
        .iter()
        .filter(|element| element.tag == Tag::Sect)
        .map(|section| {
            let tables = section.children.iter().filter(|child| {
                matches!(child, Child::Element(at) if pages.structure[*at].tag == Tag::Table)
            });
            (section.id.clone().unwrap(), tables.count())
        })
        .collect();
    assert_eq!(parents, [("en".to_owned(), 1), ("fr".to_owned(), 1)]);
    // Narrow ones stay side by side, and so do those of columns that are not alike.
    let narrow = checked(&pair(&column("en", 2), &column("fr", 2)));
    let heights: Vec<f32> = text_lines(&narrow)
        .iter()
        .filter(|line| line.text.contains("heading 1"))
        .map(|line| line.y)
        .collect();
    assert_eq!(heights[0], heights[1]);
    checked(&pair(
        &column("en", 6),
        &format!("{}<section><p>Plus.</p></section>", column("fr", 6)),
    ));
    checked(&pair(&column("en", 30), &column("fr", 30)));
}

#[test]
fn odd_pairs_do_no_harm() {
    for (left, right) in [
        ("", ""),
        ("<p>Left.</p>", ""),
        ("", "<section id=\"s\"></section>"),
        (
            "<section id=\"a\"><p>One.</p></section><section id=\"b\"><p>Two.</p></section>",
            "<p>Un.</p>",
        ),
        (
            "<div class=\"pair\"><div class=\"column\"><p>In.</p></div><div class=\"column\"><p>Side.</p></div></div>",
            "<p>Un.</p>",
        ),
    ] {
        checked(&format!("<p>Before.</p>{}<p>After.</p>", pair(left, right)));
    }
    let three: String = (1..=3)
        .map(|at| {
            format!(
                "<div class=\"column\"><p>Column {at} {}</p></div>",
                prose(400)
            )
        })
        .collect();
    checked(&format!("{}<div class=\"pair\">{three}</div>", filler(30)));
}

#[test]
fn columns_break_pages_together_and_leave_two_lines() {
    let column = |name: &str, words: usize| -> String {
        (1..=4)
            .map(|number| {
                let body = format!("<p>Begin {}</p>", prose(words)).repeat(4);
                section(&format!("{name}-{number}"), &body)
            })
            .collect()
    };
    for count in 10..30 {
        let text = format!(
            "{}{}",
            filler(count),
            pair(&column("en", 27), &column("fr", 36))
        );
        let pages = checked(&text);
        let lines: Vec<TextLine> = text_lines(&pages)
            .into_iter()
            .filter(|line| !line.text.starts_with("Line"))
            .collect();
        assert_eq!(lines[0].page, 0, "after {count} lines");
        let (left, right): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| line.x < 306.0);
        let heads = |lines: &[TextLine]| -> Vec<(usize, f32)> {
            let own = lines.iter().filter(|line| line.text.starts_with("Heading"));
            own.map(|line| (line.page, line.y)).collect()
        };
        assert_eq!(heads(&left), heads(&right), "after {count} lines");
        for side in [&left, &right] {
            let paragraphs = side.chunk_by(|_, next| {
                !next.text.starts_with("Begin") && !next.text.starts_with("Heading")
            });
            for own in paragraphs.filter(|own| own.len() > 1) {
                let alone = own
                    .iter()
                    .any(|line| own.iter().filter(|other| other.page == line.page).count() == 1);
                assert!(!alone, "after {count} lines: {own:?}");
            }
        }
    }
}

#[test]
fn the_heads_of_tables_are_repeated_in_each_column() {
    use crate::output::pdf::pages::{Drawing, MarkRole};
    let row = "<tr><td>A</td><td>text</td></tr>";
    let table = format!(
        "<table><thead><tr><th scope=\"col\">Key</th><th scope=\"col\">Text</th></tr></thead><tbody>{}</tbody></table>",
        row.repeat(90)
    );
    let pages = checked(&pair(&table, &table));
    assert!(pages.pages.len() > 1);
    for (number, page) in pages.pages.iter().enumerate() {
        let heads: Vec<bool> = page
            .marks
            .iter()
            .filter(|mark| match &mark.drawing {
                Drawing::Text(run) => run.glyphs.first().is_some_and(|glyph| glyph.text == "K"),
                _ => false,
            })
            .map(|mark| matches!(mark.role, MarkRole::Content(_)))
            .collect();
        assert_eq!(heads, [number == 0; 2], "page {}", number + 1);
    }
}

/// A table of rows of four cells, whose words no column is wide enough for.
fn wide_table(name: &str, rows: usize) -> String {
    let head: String = (1..=4)
        .map(|at| format!("<th scope=\"col\">Intergovernmental{at}</th>"))
        .collect();
    let row = |number: usize| {
        let cells = "<td>by the ministry that renews agreements</td>".repeat(3);
        format!("<tr><td>{name} {number}</td>{cells}</tr>")
    };
    let body: String = (1..=rows).map(row).collect();
    format!("<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>")
}

#[test]
fn a_page_may_end_between_two_tables_that_take_the_whole_width() {
    let column = |name: &str| {
        let after = format!("<p>{}</p>", prose(20)).repeat(9);
        section(name, &(wide_table(name, 3) + &after))
    };
    let both = pair(&column("en"), &column("fr"));
    let (mut apart, mut before) = (0, 0);
    for count in 0..34 {
        let pages = checked(&format!("{}{both}", filler(count)));
        let lines = text_lines(&pages);
        let page = |text: &str| {
            let line = lines.iter().find(|line| line.text.starts_with(text));
            line.unwrap_or_else(|| panic!("{text}: {lines:#?}")).page
        };
        let rows = |name: &str| [1, 2, 3].map(|number| page(&format!("{name} {number}")));
        let (en, fr) = (rows("en"), rows("fr"));
        // Tables this small are divided nowhere: the other language's table stands between
        // a heading and its own, and goes on alone.
        let whole = |rows: [usize; 3]| rows.iter().all(|row| *row == rows[0]);
        assert!(whole(en) && whole(fr), "{count}: {en:?} {fr:?}");
        assert_eq!(page("Heading"), en[0], "after {count} lines");
        apart += usize::from(en[0] < fr[0]);
        before += usize::from(en[0] == 1);
    }
    assert!(apart > 2 && before > 2, "{apart} {before}");
}

#[test]
fn tables_of_the_whole_width_stay_together_where_the_theme_keeps_what_they_are_in() {
    let column = |name: &str| {
        format!(
            "<div class=\"status\">{}</div>",
            section(name, &wide_table(name, 3))
        )
    };
    let both = pair(&column("en"), &column("fr"));
    for count in 0..34 {
        let pages = checked(&format!("{}{both}", filler(count)));
        let own = text_lines(&pages).into_iter();
        let own = own.filter(|line| !line.text.starts_with("Line"));
        let mut on: Vec<usize> = own.map(|line| line.page).collect();
        on.dedup();
        assert_eq!(on.len(), 1, "after {count} lines: {on:?}");
    }
}

#[test]
fn what_introduces_tables_of_the_whole_width_stands_with_them() {
    // One language's introduction ends before the other's: neither is left alone.
    for (left, right) in [(20, 60), (60, 20), (20, 20)] {
        let column = |name: &str, words: usize| {
            let said = format!("<p>{} Tables {name}:</p>", prose(words));
            let after = format!("<p>{}</p>", prose(20)).repeat(9);
            section(name, &(said + &wide_table(name, 3) + &after))
        };
        let both = pair(&column("en", left), &column("fr", right));
        let mut turned = 0;
        for count in 10..34 {
            let pages = checked(&format!("{}{both}", filler(count)));
            let lines = text_lines(&pages);
            let page = |text: &str| {
                let line = lines.iter().find(|line| line.text.contains(text));
                line.unwrap_or_else(|| panic!("{text}: {lines:#?}")).page
            };
            let first = page("en 1");
            let said = format!("{left} and {right} words after {count} lines: {lines:#?}");
            assert_eq!(["en:", "fr:", "fr 1"].map(page), [first; 3], "{said}");
            turned += usize::from(first == 1 && page("Heading") == 0);
        }
        assert!(turned > 0 || left == right, "{left} {right}");
    }
}
