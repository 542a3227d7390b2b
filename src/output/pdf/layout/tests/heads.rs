//! The letterhead, the names above and below a memo, and numbered paragraphs.

use super::*;
use crate::output::pdf::image::{PictureContent, PixelSpace};
use crate::output::pdf::pages::{Drawing, Rect};
use std::fmt::Write;

/// A picture of pixels.
fn pixels(width: f32, height: f32) -> Picture {
    Picture {
        width,
        height,
        content: PictureContent::Pixels {
            columns: width as u32,
            rows: height as u32,
            space: PixelSpace::Grey,
            samples: Vec::new(),
            alpha: None,
        },
        profile: None,
    }
}

const WORDS: &str = "<p class=\"organization\">Secretariat for the Renewal of Harbours</p><p class=\"office\">Office of the Director</p><p>480 Lantern Street, Suite 1200, North Tower<br/>renewal-of-harbours@example.ca</p>";

/// The pages of a letterhead with this logo in so many columns.
fn with_logo(picture: Picture, columns: usize, theme: &Theme) -> Pages {
    let column = format!("<div class=\"column\">{WORDS}</div>");
    let text = document(&format!(
        "<header class=\"letterhead\"><img class=\"logo\" src=\"logo.png\" alt=\"Crest\"/><div class=\"columns\">{}</div></header><p>Text</p>",
        column.repeat(columns)
    ));
    let markup = PrintMarkup {
        template: "templates/memo.pdf.html",
        text: &text,
        written: &|_| None,
        leads: &|_| true,
    };
    let pictures = Pictures::from([("logo.png".to_owned(), Arc::new(picture))]);
    let (_, fonts) = fonts();
    let pages = layout_pages(markup, theme, fonts, &pictures, metadata()).unwrap();
    let found = check_layout(markup, theme, fonts, &pictures, metadata());
    assert_eq!(pages.warnings, found);
    assert_eq!(check(&text, &pages, theme, fonts), Vec::<String>::new());
    pages
}

/// Where the logo stands.
fn logo(pages: &Pages) -> Rect {
    let marks = &pages.pages[0].marks;
    let image = marks.iter().find_map(|mark| match &mark.drawing {
        Drawing::Image { rect, .. } => Some(*rect),
        _ => None,
    });
    image.unwrap()
}

#[test]
fn a_logo_keeps_its_proportions_and_leaves_its_words_room() {
    let theme = &fonts().0;
    for columns in [1, 2] {
        let mut above = Vec::new();
        for ratio in [0.25, 0.8, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 10.0, 20.0] {
            let pages = with_logo(pixels(2000.0 * ratio, 2000.0), columns, theme);
            let rect = logo(&pages);
            assert!((rect.width / rect.height - ratio).abs() < 0.01 * ratio);
            assert!(rect.height <= 44.01 && rect.height >= 0.5 * 44.0 || ratio > 9.0);
            let lines = text_lines(&pages);
            let words = &lines[0];
            if words.y < rect.y {
                above.push(ratio);
                assert_eq!(words.x, theme.page.left);
            } else {
                assert!(words.x >= rect.x + rect.width + 20.0);
                let room = theme.page.left + theme.page.measure() - words.x;
                assert!(room > 128.0 * columns as f32, "{ratio}: {room}");
            }
            assert_eq!(pages.warnings, []);
        }
        assert_eq!(above, [6.0, 10.0, 20.0], "{columns}");
    }
}

#[test]
fn a_logo_of_few_pixels_is_told_of() {
    let theme = &fonts().0;
    // 44 points are 91.7 pixels at 150 to an inch.
    for (side, coarse) in [(40.0, true), (91.0, true), (92.0, false), (400.0, false)] {
        let pages = with_logo(pixels(side, side), 2, theme);
        let told: Vec<&str> = pages.warnings.iter().map(|it| it.code.id).collect();
        assert_eq!(told, if coarse { vec!["W118"] } else { vec![] }, "{side}");
    }
    let pages = with_logo(pixels(60.0, 30.0), 2, theme);
    let warning = &pages.warnings[0];
    assert!(warning.message.contains("60 × 30 pixels"), "{warning:?}");
    assert!(
        warning
            .message
            .contains("31 mm wide and 16 mm high: 49 pixels")
    );
    assert!(warning.hints[0].contains("184 × 92 pixels"));
    // A drawing has none.
    let drawing = b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0H8V8Z\"/></svg>";
    let drawing = Picture::decode(drawing, "logo.svg").unwrap();
    assert_eq!(with_logo(drawing, 2, theme).warnings, []);
}

#[test]
fn words_of_a_letterhead_hang_and_its_parts_stand_apart() {
    let long = WORDS.replace("Harbours", &"Harbours and Shores ".repeat(4));
    let pages = checked(&format!(
        "<header class=\"letterhead\"><div class=\"columns\"><div class=\"column\">{long}</div></div></header><p>Text</p>"
    ));
    let lines = text_lines(&pages);
    let at = |start: &str| lines.iter().position(|line| line.text.starts_with(start));
    let [office, street] = ["Office", "480"].map(|start| at(start).unwrap());
    let left = lines[0].x;
    assert!(office > 1 && lines[1].x > left + 5.0);
    assert_eq!((lines[office].x, lines[street].x), (left, left));
    let below = |at: usize| lines[at - 1].y - lines[at].y;
    assert!(below(office) > below(1) + 0.5 && below(street) > below(street + 1) + 2.0);
}

fn header(values: &str) -> String {
    format!(
        "<h1>Memorandum</h1><dl class=\"header\"><dt>To:</dt>{values}<dt>Subject:</dt><dd><strong>{}</strong></dd></dl><p>Text</p>",
        prose(30)
    )
}

#[test]
fn a_name_that_wraps_hangs_and_a_subject_does_not() {
    let party = format!("<dd class=\"party\">Ana Roy, {}</dd>", prose(16));
    let lines = text_lines(&checked(&header(&party.repeat(2))));
    let names = lines.iter().filter(|line| line.text.contains("Ana Roy"));
    assert_eq!(names.count(), 2);
    let second = lines.iter().rposition(|line| line.text.contains("Ana Roy"));
    let second = second.unwrap();
    assert!((lines[second + 1].x - lines[second].x - 12.0).abs() < 0.01);
    let (subject, rest) = (lines.len() - 2, lines.len() - 1);
    assert!(rest > second + 2 && lines[rest].text.contains("Text"));
    // The label stands first in a line.
    assert!(lines[subject].x >= lines[second].x);
}

/// A list of names: `Name 1` and so on, with what stands behind each.
fn names(count: usize, behind: &str) -> String {
    let mut items = String::new();
    for number in 1..=count {
        let _ = write!(items, "<li>Name {number}{behind}</li>");
    }
    format!("<ul class=\"plain names\">{items}</ul>")
}

/// The names on each page, column by column.
fn columns(pages: &Pages) -> Vec<Vec<Vec<usize>>> {
    let mut found: Vec<Vec<(f32, f32, usize)>> = vec![Vec::new(); pages.pages.len()];
    for (page, marks) in pages.pages.iter().zip(&mut found) {
        for mark in &page.marks {
            let Drawing::Text(run) = &mark.drawing else {
                continue;
            };
            let text: String = run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
            let number: Option<usize> = text
                .strip_prefix("Name ")
                .and_then(|rest| rest.split([',', ' ']).next()?.parse().ok());
            marks.extend(number.map(|number| (run.origin.0, -run.origin.1, number)));
        }
    }
    let page = |mut marks: Vec<(f32, f32, usize)>| {
        marks.sort_by(|one, other| one.partial_cmp(other).unwrap());
        let columns = marks.chunk_by(|one, other| (one.0 - other.0).abs() < 1.0);
        columns
            .map(|column| column.iter().map(|(_, _, number)| *number).collect())
            .collect()
    };
    found.into_iter().map(page).collect()
}

#[test]
fn names_stand_in_as_many_columns_as_are_short_enough() {
    let in_columns = |count: usize, behind: &str| {
        let pages = checked(&header(&format!("<dd>{}</dd>", names(count, behind))));
        columns(&pages)[0].len()
    };
    let counts = [1, 7, 8, 11, 12, 40].map(|count| in_columns(count, ""));
    assert_eq!(counts, [1, 1, 2, 2, 3, 3]);
    // A title takes half the width, a title with an office all of it.
    assert_eq!(in_columns(40, ", Director of the Docks"), 2);
    assert_eq!(in_columns(40, ", Regional Director, Northern Shore"), 1);
}

#[test]
fn names_are_read_down_and_balanced_on_every_page() {
    for (count, above) in [
        (8, 0),
        (13, 0),
        (40, 0),
        (200, 0),
        (200, 9),
        (60, 20),
        (45, 26),
    ] {
        for foot in [false, true] {
            let list = format!("<dd>{}</dd>", names(count, ""));
            let text = if foot {
                let lines = filler(above);
                format!("{lines}<dl><dt>cc:</dt>{list}</dl>")
            } else {
                filler(above) + &header(&list)
            };
            let pages = columns(&checked(&text));
            let read: Vec<usize> = pages.iter().flatten().flatten().copied().collect();
            let all: Vec<usize> = (1..=count).collect();
            assert_eq!(read, all, "{count} below {above}");
            let begun: Vec<_> = pages.iter().filter(|page| !page.is_empty()).collect();
            for page in &begun {
                let longest = page[0].len();
                assert!(page.iter().all(|column| column.len() <= longest));
                let names: usize = page.iter().map(Vec::len).sum();
                assert_eq!(longest, names.div_ceil(page.len()), "{page:?}");
                assert!(begun.len() == 1 || longest > 1, "{count} below {above}");
            }
        }
    }
}

#[test]
fn a_long_list_is_divided_rather_than_a_page_left_short() {
    let single: String = (1..=45)
        .map(|number| format!("<dd class=\"party\">Name {number}, {}</dd>", prose(9)))
        .collect();
    let many = format!("<dd>{}</dd>", names(120, ""));
    for list in [single, many] {
        for above in [4, 9, 14] {
            let pages = checked(&(filler(above) + &header(&list)));
            let lines = text_lines(&pages);
            let first = lines.iter().filter(|line| line.page == 0);
            let lowest = first.map(|line| line.y).fold(f32::MAX, f32::min);
            assert!(lowest < 200.0, "{above}: {lowest}");
            let named = columns(&pages);
            assert!(!named[0].is_empty() && !named[1].is_empty());
        }
    }
}

#[test]
fn titles_below_what_became_of_documents_stand_on_one_height() {
    let column = |lang: &str, words: usize| {
        format!(
            "<div class=\"column\" lang=\"{lang}\"><div class=\"status\"><p>{}</p></div><p class=\"kind\">Kind</p><h1>Title</h1><dl class=\"header\"><dt>To:</dt><dd>A</dd></dl></div>",
            prose(words)
        )
    };
    let pages = checked(&format!(
        "<div class=\"pair\">{}{}</div>",
        column("en-CA", 5),
        column("fr-CA", 40)
    ));
    let heights = |words: &str| {
        let marks = pages.pages[0].marks.iter();
        let runs = marks.filter_map(|mark| match &mark.drawing {
            Drawing::Text(run) => Some(run),
            _ => None,
        });
        let runs = runs.filter(|run| {
            let text: String = run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
            text.trim() == words
        });
        runs.map(|run| run.origin.1).collect::<Vec<f32>>()
    };
    for words in ["Kind", "Title", "To:"] {
        let found = heights(words);
        assert_eq!(found.len(), 2, "{words}");
        assert_eq!(found[0], found[1], "{words}");
    }
}

#[test]
fn lines_of_a_numbered_paragraph_stand_beside_its_number() {
    let paragraph = |number: usize| {
        format!(
            "<p class=\"numbered\"><span class=\"number\">{number}.\u{a0}</span>{} <a href=\"https://example.ca\">there</a></p>",
            prose(30)
        )
    };
    let text: String = [9, 10, 100].map(paragraph).concat();
    let lines = text_lines(&checked(&text));
    let left = fonts().0.page.left;
    let numbers: Vec<&TextLine> = lines.iter().filter(|line| line.x == left).collect();
    assert_eq!(numbers.len(), 3);
    let others: Vec<f32> = lines
        .iter()
        .map(|line| line.x)
        .filter(|x| *x > left)
        .collect();
    assert!(others.len() >= 6, "{lines:#?}");
    assert_eq!((others[0], others[2]), (left + 22.0, left + 22.0));
    // A longer number needs more room.
    assert!(others[others.len() - 1] > left + 22.0);
}

#[test]
fn definitions_stay_with_what_introduces_them() {
    let list = "<dl><dt>Term</dt><dd>What it means.</dd><dt>Other</dt><dd>What it means.</dd></dl>";
    for count in 20..40 {
        let text = format!(
            "<section id=\"a\">{}<p>Known words are these.</p>{list}{}</section>",
            filler(count),
            filler(20)
        );
        let lines = text_lines(&checked(&text));
        let page = |words: &str| {
            let line = lines.iter().find(|line| line.text.contains(words));
            line.unwrap().page
        };
        assert_eq!(page("Known words"), page("Term"), "{count}");
    }
}
