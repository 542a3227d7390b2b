//! Where blocks stand.

use super::{checked, document, fonts, lay_out_in, text_lines};
use crate::output::pdf::font::FontSet;
use crate::output::pdf::pages::{Drawing, MarkRole, Pages};
use crate::output::theme::Theme;
use crate::source::SourceFile;
use std::borrow::Cow;

/// Where each character of a kind stands, from the left.
fn places(pages: &Pages, wanted: &str) -> Vec<f32> {
    let mut found = Vec::new();
    for mark in pages.pages.iter().flat_map(|page| &page.marks) {
        let (MarkRole::Content(_), Drawing::Text(run)) = (mark.role, &mark.drawing) else {
            continue;
        };
        let mut pen = run.origin.0;
        for glyph in &run.glyphs {
            if glyph.text == wanted {
                found.push(pen);
            }
            pen += glyph.advance * run.size / 1000.0;
        }
    }
    found
}

fn money(lang: &str, cells: &[&str]) -> String {
    let rows: String = cells
        .iter()
        .map(|cell| format!("<tr><td>x</td><td class=\"numeric\">{cell}</td></tr>"))
        .collect();
    format!(
        "<table lang=\"{lang}\"><thead><tr><th scope=\"col\">A</th><th scope=\"col\" class=\"numeric\">B</th></tr></thead><tbody>{rows}</tbody></table>"
    )
}

#[test]
fn numbers_stand_below_each_other_by_their_decimal_marks() {
    let english = checked(&money(
        "en",
        &[
            "$1,234.50",
            "$7.25",
            "<strong>$912,345.1</strong>",
            "(3.125)",
            "n/a",
            "40.5<sup>2</sup>",
        ],
    ));
    let marks = places(&english, ".");
    assert_eq!(marks.len(), 5);
    assert!(
        marks.iter().all(|x| (x - marks[0]).abs() < 0.01),
        "{marks:?}"
    );
    let french = checked(&money(
        "fr",
        &["1\u{a0}234,50\u{a0}$", "7,25\u{a0}$", "12,5\u{a0}%"],
    ));
    let marks = places(&french, ",");
    assert_eq!(marks.len(), 3);
    assert!(
        marks.iter().all(|x| (x - marks[0]).abs() < 0.01),
        "{marks:?}"
    );
}

#[test]
fn nested_items_are_indented_and_labelled_on_their_baseline() {
    let pages = checked(
        "<ul><li>one<ul><li>two<ul><li>three<ul><li>four</li></ul></li></ul></li></ul></li></ul>",
    );
    let lines = text_lines(&pages);
    let said: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(said, ["•one", "–two", "▪three", "▪four"]);
    assert!(lines.windows(2).all(|pair| pair[1].x > pair[0].x + 10.0));
}

#[test]
fn ordered_items_count_from_their_start_and_make_room_for_long_numbers() {
    let items = "<li>x</li>".repeat(3);
    let pages = checked(&format!("<ol start=\"998\">{items}</ol>"));
    let lines = text_lines(&pages);
    let said: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(said, ["998.x", "999.x", "1000.x"]);
    assert!(lines.iter().all(|line| line.x >= 71.9), "{lines:?}");
}

#[test]
fn labels_of_the_header_stand_in_a_column_of_their_own() {
    let long = super::prose(40);
    let pages = checked(&format!(
        "<dl class=\"header\"><dt>To:</dt><dd>A</dd><dd>{long}</dd><dt>Action required by:</dt><dd>B</dd></dl>"
    ));
    let a = places(&pages, "A");
    let b = places(&pages, "B");
    assert!((a[1.min(a.len() - 1)] - b[0]).abs() < 200.0);
    assert!(
        (a[0] - b[0]).abs() < 0.01 || (a[1] - b[0]).abs() < 0.01 || a.contains(&b[0]),
        "{a:?} {b:?}"
    );
}

#[test]
fn columns_stand_side_by_side() {
    let pages = checked(
        "<header class=\"letterhead\"><img class=\"logo\" src=\"letterheads/harbour.png\" alt=\"Crest\"/><div class=\"columns\"><div class=\"column\" lang=\"en\"><p>Left one</p><p>Left two</p></div><div class=\"column\" lang=\"fr\"><p>Right one</p></div></div></header><p>Text</p>",
    );
    let lines = text_lines(&pages);
    let find = |text: &str| lines.iter().find(|line| line.text == text).unwrap().clone();
    assert_eq!(find("Left one").y, find("Right one").y);
    assert!(find("Right one").x > find("Left one").x + 100.0);
    assert!(find("Text").y < find("Left two").y);
}

#[test]
fn a_wide_table_is_narrowed_to_the_measure() {
    let cell = "Responsabilités organisationnelles particulièrement incompréhensibles";
    let row: String = (0..9).map(|_| format!("<td>{cell}</td>")).collect();
    checked(&format!("<table><tbody><tr>{row}</tr></tbody></table>"));
    let word = "Anticonstitutionnellement".repeat(4);
    checked(&format!(
        "<table><tbody><tr><td>{word}</td><td>{word}</td><td>a</td></tr></tbody></table>"
    ));
}

#[test]
fn everything_fits_inside_everything() {
    checked(
        "<table><tbody><tr><td><ul><li>a<ol><li>b</li></ol></li></ul><blockquote><p>c</p></blockquote><pre><code>d  e\n\n    f\n</code></pre></td><td><table><tbody><tr><td>g</td></tr></tbody></table></td></tr></tbody></table>",
    );
    checked(
        "<blockquote><ul><li><blockquote><ol><li>a</li></ol></blockquote></li></ul><table><tbody><tr><td>b</td></tr></tbody></table></blockquote>",
    );
    checked(
        "<ul><li><table><tbody><tr><td>a</td></tr></tbody></table></li><li></li><li><p></p></li></ul><dl><dt>x</dt><dd><ul><li>y</li></ul></dd></dl>",
    );
    checked("<ul><li><img src=\"chart.png\" alt=\"Chart\"/></li></ul>");
}

#[test]
fn lines_of_code_are_kept_and_long_ones_wrapped() {
    let pages = checked(&format!(
        "<pre><code>fn a() {{\n    b();\n\n    // {}\n}}\n</code></pre>",
        "c".repeat(200)
    ));
    let lines = text_lines(&pages);
    assert!(lines[0].text.starts_with("fn a() {"));
    assert!(lines[1].text.starts_with("    b();"));
    assert!(
        lines
            .iter()
            .filter(|line| line.text.contains("cccc"))
            .count()
            >= 2
    );
}

#[test]
fn a_large_picture_is_fitted_to_the_measure() {
    let pages = checked("<figure><img src=\"chart.png\" alt=\"Chart\"/></figure>");
    let widths: Vec<f32> = pages.pages[0]
        .marks
        .iter()
        .filter_map(|mark| match &mark.drawing {
            Drawing::Image { rect, .. } => Some(rect.width),
            _ => None,
        })
        .collect();
    assert!(widths[0] <= 468.0);
}

#[test]
fn underlines_strikes_and_gaps_are_drawn() {
    let pages = checked(
        "<p><del>struck</del> <a href=\"https://a.ca\">link</a> <span class=\"gap\">gap</span></p>",
    );
    let marks = &pages.pages[0].marks;
    let lines = marks
        .iter()
        .filter(|mark| matches!(mark.drawing, Drawing::Line { .. }))
        .count();
    let fills = marks
        .iter()
        .filter(|mark| matches!(mark.drawing, Drawing::Fill { .. }))
        .count();
    assert_eq!((lines, fills), (2, 1));
    let fill = marks
        .iter()
        .position(|mark| matches!(mark.drawing, Drawing::Fill { .. }))
        .unwrap();
    let gap = marks.iter().position(|mark| match &mark.drawing {
        Drawing::Text(run) => {
            run.glyphs
                .iter()
                .map(|glyph| glyph.text.as_str())
                .collect::<String>()
                == "gap"
        }
        _ => false,
    });
    assert!(gap.unwrap() > fill, "the background is behind the text");
}

#[test]
fn the_cells_of_a_head_have_the_style_of_heads() {
    let pages = checked(
        "<table><thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead><tbody><tr><th scope=\"row\">c</th><td>d</td></tr></tbody></table>",
    );
    let marks = &pages.pages[0].marks;
    let fills = marks
        .iter()
        .filter(|mark| matches!(mark.drawing, Drawing::Fill { .. }));
    assert_eq!(fills.count(), 2, "both cells of the head, and no other");
}

#[test]
fn bars_and_backgrounds_have_no_seams() {
    let pages = checked(&format!(
        "<blockquote><p>{}</p><p>{}</p></blockquote><pre><code>a\nb\nc</code></pre>",
        super::prose(60),
        super::prose(40)
    ));
    let fills = pages.pages[0].marks.iter().filter(|mark| {
        matches!(
            mark.drawing,
            crate::output::pdf::pages::Drawing::Fill { .. }
        )
    });
    assert_eq!(fills.count(), 2, "one bar and one background");
}

#[test]
fn words_are_divided_by_the_nearest_language() {
    let divided = |lang: &str| -> Vec<String> {
        (0..40)
            .flat_map(|pad| {
                let text = format!(
                    "<div class=\"pair\"><div class=\"column\"><p>{} <span lang=\"{lang}\">{}</span></p></div><div class=\"column\"><p>x</p></div></div>",
                    "i".repeat(pad),
                    "bibliographic international ".repeat(30)
                );
                text_lines(&checked(&text))
            })
            .filter(|line| line.text.ends_with('\u{ad}'))
            .filter_map(|line| line.text.rsplit(' ').next().map(str::to_owned))
            .collect()
    };
    let (english, french) = (divided("en"), divided("fr"));
    assert!(!english.is_empty() && !french.is_empty());
    assert!(
        english.iter().any(|part| !french.contains(part)),
        "{english:?} {french:?}"
    );
}

#[test]
fn nothing_in_a_line_disturbs_the_distance_of_lines() {
    let odd = [
        "H<sub>2</sub>O",
        "26<sup>th</sup>",
        "<code>code</code>",
        "<strong>bold</strong>",
        "« <em>guillemets</em> »",
        "→ ᐃᓄᒃᑎᑐᑦ ∑ ☑",
        "text<a class=\"note-reference\" href=\"#note-1\">1</a>",
        "(“quoted”) — dash…",
        "Ẁ̀ Ǻ Ứ",
    ];
    let words: Vec<&str> = odd.iter().copied().cycle().take(90).collect();
    let text = format!(
        "<p>{}</p><div class=\"note\" id=\"note-1\"><p>A note.</p></div>",
        words.join(" and then ")
    );
    let pages = checked(&text);
    let mut baselines: Vec<f32> = pages.pages[0]
        .marks
        .iter()
        .filter_map(|mark| match &mark.drawing {
            Drawing::Text(run) if run.size == 11.0 => Some(run.origin.1),
            _ => None,
        })
        .collect();
    baselines.dedup();
    assert!(baselines.len() > 8);
    for pair in baselines.windows(2) {
        assert!((pair[0] - pair[1] - 13.75).abs() < 0.01, "{baselines:?}");
    }
}

#[test]
fn words_that_the_theme_names_are_not_divided() {
    let own = "no-hyphen: [accompaniment]\n";
    let file = SourceFile::new("templates/theme.yaml", own);
    let (named, findings) = Theme::parse(Some(&file), &[]);
    assert_eq!(findings, []);
    let (built_in, fonts) = fonts();
    let divided = |theme: &Theme| -> bool {
        (0..60).any(|pad| {
            let text = document(&format!(
                "<p>{} {}</p>",
                "i".repeat(pad),
                "individual accompaniment ".repeat(60)
            ));
            let pages = lay_out_in(&text, theme, fonts).unwrap();
            let lines = text_lines(&pages);
            lines.iter().any(|line| {
                let last = line.text.rsplit(' ').next().unwrap_or_default();
                last.starts_with("ac") && last.ends_with('\u{ad}')
            })
        })
    };
    assert!(divided(built_in));
    assert!(!divided(&named));
}

#[test]
fn figures_of_columns_have_one_width_where_the_font_has_others() {
    let (theme, _) = fonts();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/templates/");
    // The theme's fonts with figures as wide as each is unless `tnum` asks otherwise.
    let set = FontSet::load(theme, &mut |file| {
        let mut bytes = std::fs::read(format!("{folder}{file}")).ok()?;
        for at in 0..bytes.len().saturating_sub(4) {
            if &bytes[at..at + 4] == b"pnum" {
                bytes[at..at + 4].copy_from_slice(b"calt");
            }
        }
        // As a font of the binary, since its checksums are those of the one it was made of.
        Some(Cow::Borrowed(bytes.leak()))
    })
    .unwrap();
    let text = document(&format!(
        "<p>1111/</p><p>8888/</p>{}",
        money("en", &["1111#", "8888#", "$1,311.11%", "$8,388.88%"])
    ));
    let pages = lay_out_in(&text, theme, &set).unwrap();
    let text = places(&pages, "/");
    assert!(
        (text[0] - text[1]).abs() > 1.0,
        "in text they differ: {text:?}"
    );
    for mark in ["#", "%", "$", ","] {
        let column = places(&pages, mark);
        assert!((column[0] - column[1]).abs() < 0.01, "{mark}: {column:?}");
    }
    let (ones, eights) = (places(&pages, "1"), places(&pages, "8"));
    assert!((ones[4] - eights[4]).abs() < 0.01, "{ones:?} {eights:?}");
}
