//! What stands on which page.

use super::{TextLine, checked, document, filler, fonts, laid_out, lay_out_in, prose, text_lines};
use crate::output::pdf::image::PictureContent;
use crate::output::pdf::pages::{Drawing, MarkRole, Pages};
use crate::output::theme::Theme;
use crate::source::SourceFile;

/// The first and last lines of each page.
pub(super) fn edges(pages: &Pages) -> Vec<(String, String)> {
    let lines = text_lines(pages);
    (0..pages.pages.len())
        .map(|page| {
            let mut own = lines.iter().filter(|line| line.page == page);
            let first = own.next().map(|line| line.text.clone()).unwrap_or_default();
            let last = own
                .next_back()
                .map_or(first.clone(), |line| line.text.clone());
            (first, last)
        })
        .collect()
}

#[test]
fn a_heading_stands_with_two_lines_of_what_follows() {
    for count in 15..32 {
        let text = format!(
            "{}<h2>Next steps</h2><p>Begin {}</p>",
            filler(count),
            prose(60)
        );
        let pages = checked(&text);
        for (first, last) in edges(&pages) {
            assert_ne!(last, "Next steps", "after {count} lines");
            assert!(
                !last.starts_with("Begin"),
                "after {count} lines: one line below the heading"
            );
            assert!(!first.starts_with("Begin"), "after {count} lines");
        }
    }
}

#[test]
fn headings_below_each_other_stand_together_with_the_text() {
    for count in 14..32 {
        let text = format!(
            "{}<h2>One</h2><h3>Two</h3><ul><li>Item {}</li></ul>",
            filler(count),
            prose(50)
        );
        for (_, last) in edges(&checked(&text)) {
            assert!(
                !["One", "Two"].contains(&last.as_str()),
                "after {count} lines"
            );
        }
    }
}

#[test]
fn no_page_begins_or_ends_with_a_single_line_of_a_paragraph() {
    for count in 10..34 {
        let text = format!("{}<p>Begin {} end.</p>", filler(count), prose(70));
        let pages = checked(&text);
        let lines = text_lines(&pages);
        let at = lines
            .iter()
            .position(|line| line.text.starts_with("Begin"))
            .unwrap();
        let own = &lines[at..];
        for page in 0..pages.pages.len() {
            let here = own.iter().filter(|line| line.page == page).count();
            assert_ne!(here, 1, "after {count} lines");
        }
    }
}

#[test]
fn a_page_does_not_end_with_a_divided_word() {
    for count in 10..34 {
        let text = format!(
            "{}<p>{}</p>",
            filler(count),
            "Accompagnement individualisé, responsabilités organisationnelles, transmission trimestrielle. ".repeat(12)
        );
        for (_, last) in edges(&checked(&text)) {
            assert!(!last.ends_with('\u{ad}'), "after {count} lines");
        }
    }
}

#[test]
fn an_introduction_stands_with_the_first_item() {
    for count in 14..34 {
        let text = format!(
            "{}<p>The steps are:</p><ul><li>first</li><li>second</li></ul>",
            filler(count)
        );
        for (_, last) in edges(&checked(&text)) {
            assert_ne!(last, "The steps are:", "after {count} lines");
        }
    }
}

#[test]
fn closing_and_signature_stand_together_and_with_text() {
    let end = "<p class=\"closing\">Sincerely,</p><section class=\"signature\"><p>Original signed by</p><p>M. Okafor</p><p>Director</p></section>";
    for count in 14..34 {
        let text = format!("{}<p>{}</p>{end}", filler(count), prose(50));
        let pages = checked(&text);
        let lines = text_lines(&pages);
        let at = |wanted: &str| lines.iter().find(|line| line.text == wanted).unwrap().page;
        assert_eq!(at("Sincerely,"), at("Director"), "after {count} lines");
        assert_eq!(
            at("Original signed by"),
            at("Director"),
            "after {count} lines"
        );
        let alone = lines
            .iter()
            .find(|line| line.page == at("Director"))
            .unwrap();
        assert_ne!(alone.text, "Sincerely,", "after {count} lines");
    }
}

#[test]
fn an_appendix_begins_a_page() {
    let pages = checked(
        "<p>Text.</p><section class=\"appendix\"><h2>Appendix A</h2><p>More.</p></section>",
    );
    assert_eq!(pages.pages.len(), 2);
    assert_eq!(edges(&pages)[1].0, "Appendix A");
}

pub(super) fn table(rows: usize, cell: &str) -> String {
    let rows: String = (1..=rows)
        .map(|row| format!("<tr><td>Row {row}</td><td>{cell}</td></tr>"))
        .collect();
    format!(
        "<table><thead><tr><th scope=\"col\">Number</th><th scope=\"col\">What</th></tr></thead><tbody>{rows}</tbody></table>"
    )
}

#[test]
fn rows_stay_whole_and_heads_are_repeated_as_decoration() {
    let pages = checked(&table(40, &prose(40)));
    assert!(pages.pages.len() > 2);
    for (number, page) in pages.pages.iter().enumerate() {
        let heads: Vec<MarkRole> = page
            .marks
            .iter()
            .filter(|mark| match &mark.drawing {
                Drawing::Text(run) => run.glyphs.first().is_some_and(|glyph| glyph.text == "N"),
                _ => false,
            })
            .map(|mark| mark.role)
            .collect();
        assert_eq!(heads.len(), 1, "page {}", number + 1);
        let content = matches!(heads[0], MarkRole::Content(_));
        assert_eq!(content, number == 0);
    }
    for (first, _) in edges(&pages).into_iter().skip(1) {
        assert!(first.starts_with("Row"), "a row is divided: {first}");
    }
}

#[test]
fn a_small_table_stands_on_one_page() {
    for count in 10..34 {
        let text = format!("{}{}", filler(count), table(7, "short"));
        let lines = text_lines(&checked(&text));
        let rows: Vec<usize> = lines
            .iter()
            .filter(|line| line.text.starts_with("Row") || line.text.starts_with("Number"))
            .map(|line| line.page)
            .collect();
        assert_eq!(rows.len(), 8);
        assert!(
            rows.iter().all(|page| *page == rows[0]),
            "after {count} lines: {rows:?}"
        );
    }
}

#[test]
fn two_rows_of_a_long_table_stand_on_each_page() {
    for count in 0..34 {
        for rows in [22, 40] {
            let text = format!("{}{}", filler(count), table(rows, "short"));
            let pages = checked(&text);
            let lines = text_lines(&pages);
            for page in 0..pages.pages.len() {
                let here = lines
                    .iter()
                    .filter(|line| line.page == page && line.text.starts_with("Row"));
                assert_ne!(here.count(), 1, "{rows} rows after {count} lines");
            }
        }
    }
}

#[test]
fn a_table_stands_with_what_announces_it() {
    for count in 10..34 {
        let text = format!(
            "{}<p>The figures are as follows:</p>{}",
            filler(count),
            table(30, "short")
        );
        for (_, last) in edges(&checked(&text)) {
            assert!(!last.starts_with("The figures"), "after {count} lines");
        }
    }
}

#[test]
fn the_last_page_has_more_than_a_line_or_two() {
    for count in 20..70 {
        let text = format!("{}<p>{}</p><p>{}</p>", filler(count), prose(45), prose(16));
        let pages = checked(&text);
        let last = pages.pages.len() - 1;
        let lines = text_lines(&pages);
        let lost = lines.iter().filter(|line| line.page == last).count();
        assert!(lost > 2, "after {count} lines: {lost}");
    }
}

#[test]
fn a_row_taller_than_a_page_is_divided() {
    let pages = checked(&table(2, &prose(1500)));
    assert!(pages.pages.len() > 3);
}

#[test]
fn a_footnote_stands_on_the_page_of_its_reference() {
    for count in 10..36 {
        let text = format!(
            "{}<p>Referring<a class=\"note-reference\" href=\"#note-1\">1</a> line.</p>{}<div class=\"note\" id=\"note-1\"><p>The footnote, {}.</p></div>",
            filler(count),
            filler(12),
            prose(40)
        );
        let pages = checked(&text);
        let lines = text_lines(&pages);
        let reference = lines
            .iter()
            .find(|line| line.text.starts_with("Referring"))
            .unwrap();
        let note: Vec<_> = lines
            .iter()
            .filter(|line| {
                line.text.contains("The footnote")
                    || line.y < 140.0 && line.text.contains("ministry")
            })
            .collect();
        assert!(!note.is_empty());
        assert!(
            note.iter().all(|line| line.page == reference.page),
            "after {count} lines"
        );
        let last = lines
            .iter()
            .rfind(|line| line.page == reference.page)
            .unwrap();
        let lowest = lines
            .iter()
            .filter(|line| line.page == reference.page)
            .map(|line| line.y)
            .fold(f32::MAX, f32::min);
        assert_eq!(last.y, lowest, "the footnote stands last");
    }
}

#[test]
fn a_long_footnote_continues_on_the_next_page() {
    for count in [0, 10, 20, 28] {
        let text = format!(
            "{}<p>Referring<a class=\"note-reference\" href=\"#note-1\">1</a> line.</p>{}<div class=\"note\" id=\"note-1\"><p>The footnote, {}.</p><p>{}</p></div>",
            filler(count),
            filler(10),
            prose(900),
            prose(700)
        );
        let pages = checked(&text);
        let lines = text_lines(&pages);
        let reference = lines
            .iter()
            .find(|line| line.text.starts_with("Referring"))
            .unwrap();
        let note = lines
            .iter()
            .find(|line| line.text.contains("The footnote"))
            .unwrap();
        assert_eq!(note.page, reference.page, "after {count} lines");
        assert!(pages.pages.len() >= 2);
    }
}

#[test]
fn pages_are_counted_and_running_heads_begin_on_the_second() {
    let text = document(&format!(
        "<header class=\"banner\"><p>Protected B</p></header><header class=\"running\"><p>Spring update</p></header><footer class=\"running\"><p>Page <span class=\"page-number\"></span> of <span class=\"page-count\"></span></p></footer>{}",
        filler(80)
    ));
    let pages = laid_out(&text).unwrap();
    let (theme, fonts) = fonts();
    assert_eq!(
        super::check(&text, &pages, theme, fonts),
        Vec::<String>::new()
    );
    let count = pages.pages.len();
    assert!(count >= 3);
    for (number, page) in pages.pages.iter().enumerate() {
        let said = |wanted: fn(MarkRole) -> bool| -> String {
            page.marks
                .iter()
                .filter(|mark| wanted(mark.role))
                .filter_map(|mark| match &mark.drawing {
                    Drawing::Text(run) => Some(run),
                    _ => None,
                })
                .flat_map(|run| run.glyphs.iter().map(|glyph| glyph.text.as_str()))
                .collect()
        };
        let foot = said(|role| role == MarkRole::Running { head: false });
        assert_eq!(foot, format!("Page {} of {count}", number + 1));
        let head = said(|role| role == MarkRole::Running { head: true });
        let content = said(|role| matches!(role, MarkRole::Content(_)));
        if number == 0 {
            assert_eq!(head, "");
            assert!(content.starts_with("Protected B"));
        } else {
            assert_eq!(head, "Protected BSpring update");
            assert!(!content.contains("Protected"));
        }
    }
}

#[test]
fn a_draft_is_marked_behind_the_text_of_each_page() {
    let text = format!(
        "<div class=\"document draft\" lang=\"fr\" data-watermark=\"ÉBAUCHE\">{}</div>",
        filler(60)
    );
    let pages = laid_out(&text).unwrap();
    assert_eq!(pages.images.len(), 1, "one drawing for all pages");
    for page in &pages.pages {
        assert_eq!(page.marks[0].role, MarkRole::Watermark);
        let Drawing::Image { image: 0, rect } = page.marks[0].drawing else {
            panic!("text could be found");
        };
        assert_eq!((rect.width, rect.height), pages.size);
        assert!(matches!(page.marks[1].role, MarkRole::Content(_)));
    }
    let PictureContent::Drawing(drawing) = &pages.images[0].content else {
        panic!("no drawing");
    };
    let operators = String::from_utf8(drawing.operators.clone()).unwrap();
    // Seven letters, one of them with an accent, some with counters.
    assert!(operators.matches(" m\n").count() >= 8, "{operators}");
}

#[test]
fn the_same_markup_gives_the_same_pages() {
    let text = document(&format!(
        "<h1>Title</h1><p>{}</p>{}",
        prose(300),
        table(30, "x")
    ));
    let first = format!("{:?}", laid_out(&text).unwrap());
    let others: Vec<String> = std::thread::scope(|scope| {
        let handles: Vec<_> = (0..3)
            .map(|_| scope.spawn(|| format!("{:?}", laid_out(&text).unwrap())))
            .collect();
        handles
            .into_iter()
            .map(|handle| handle.join().unwrap())
            .collect()
    });
    assert!(others.iter().all(|other| *other == first));
}

#[test]
fn margins_without_room_are_a_finding() {
    let own = "page:\n  margin: { top: 390, bottom: 330 }\n";
    let file = SourceFile::new("templates/theme.yaml", own);
    let (theme, findings) = Theme::parse(Some(&file), &[]);
    assert_eq!(findings, []);
    let found = lay_out_in(&document("<p>x</p>"), &theme, &fonts().1).unwrap_err();
    assert_eq!(found[0].code.id, "W106");
}

#[test]
fn other_papers_are_filled_to_their_margins() {
    for paper in ["a4", "legal"] {
        let own = format!("page: {{ size: {paper} }}\n");
        let file = SourceFile::new("templates/theme.yaml", own.as_str());
        let (theme, findings) = Theme::parse(Some(&file), &[]);
        assert_eq!(findings, []);
        let text = document(&format!("<p>{}</p>", prose(900)));
        let pages = lay_out_in(&text, &theme, &fonts().1).unwrap();
        assert_eq!(pages.size, (theme.page.width, theme.page.height));
        assert_eq!(
            super::check(&text, &pages, &theme, &fonts().1),
            Vec::<String>::new()
        );
    }
}

/// The lines of each page whose text holds one of the words of [`prose`].
fn prose_lines(pages: &Pages, from: &str) -> Vec<usize> {
    let lines = text_lines(pages);
    let at = lines
        .iter()
        .position(|line| line.text.contains(from))
        .unwrap();
    (0..pages.pages.len())
        .map(|page| lines[at..].iter().filter(|line| line.page == page).count())
        .collect()
}

#[test]
fn quotes_items_and_footnotes_leave_two_lines_on_each_page() {
    let note = "<p>Text<a class=\"note-reference\" href=\"#note-1\">1</a>.</p><div class=\"note\" id=\"note-1\"><p>Begin BODY</p></div>";
    for shape in [
        "<blockquote><p>Begin BODY</p></blockquote>",
        "<ul><li>Begin BODY</li></ul>",
        "<ol><li><p>Begin BODY</p></li></ol>",
        note,
    ] {
        for count in 18..40 {
            let body = shape.replace("BODY", &prose(110));
            let pages = checked(&format!("{}{body}", filler(count)));
            for here in prose_lines(&pages, "Begin") {
                assert_ne!(here, 1, "{shape} after {count} lines");
            }
        }
    }
}

#[test]
fn a_list_does_not_leave_one_item_behind() {
    let items: String = (1..=5)
        .map(|number| format!("<li>Item {number}</li>"))
        .collect();
    for count in 20..40 {
        let pages = checked(&format!("{}<ul>{items}</ul>", filler(count)));
        for here in prose_lines(&pages, "Item 1") {
            assert_ne!(here, 1, "after {count} lines");
        }
    }
}

#[test]
fn no_column_and_no_cell_ends_a_page_with_a_divided_word() {
    let long = "Accompagnement individualisé, responsabilités organisationnelles, transmission trimestrielle. ".repeat(9);
    let shapes = [
        format!(
            "<div class=\"pair\"><div class=\"column\" lang=\"fr\"><p>{long}</p></div><div class=\"column\" lang=\"fr\"><p>{long}</p><p>{long}</p></div></div>"
        ),
        format!(
            "<table><tbody><tr><td class=\"left\">x</td><td class=\"left\">{}</td></tr></tbody></table>",
            long.repeat(9)
        ),
        format!(
            "<p>Texte<a class=\"note-reference\" href=\"#note-1\">1</a>.</p><div class=\"note\" id=\"note-1\" lang=\"fr\"><p>{}</p></div>",
            long.repeat(6)
        ),
    ];
    // Where every line of a page is divided, one of them ends it.
    let mut whole = 0;
    for (number, shape) in shapes.iter().enumerate() {
        for count in 4..30 {
            let pages = checked(&format!("{}{shape}", filler(count)));
            let lines = text_lines(&pages);
            for page in 0..pages.pages.len() {
                for (left, right) in [(0.0, 300.0), (300.0, 700.0)] {
                    let own: Vec<&TextLine> = lines
                        .iter()
                        .filter(|line| line.page == page && (left..right).contains(&line.x))
                        .filter(|line| {
                            !line.text.starts_with("Line") && !line.text.starts_with("Texte")
                        })
                        .collect();
                    let divided = |line: &TextLine| line.text.ends_with('\u{ad}');
                    if own.iter().skip(1).all(|line| divided(line)) {
                        continue;
                    }
                    whole += 1;
                    let last = own.iter().min_by(|one, other| one.y.total_cmp(&other.y));
                    assert!(
                        last.is_none_or(|line| !divided(line)),
                        "shape {number} after {count} lines: {own:#?}"
                    );
                }
            }
        }
    }
    assert!(whole > 150, "{whole}");
}
