//! Numbers of a theme at their extremes: each is a finding at its line, or all that is
//! printed stands on its page. The keys and their ranges are those of `docs/theme.md`, so
//! that what stands there is held, too.

use crate::stage;
use bimemo::diagnostic::{Diagnostic, Severity};
use bimemo::document::Edition;
use bimemo::output::pdf::pages::{Drawing, MarkRole, Page, Pages};
use bimemo::press::{Press, Release};
use bimemo::workspace::Workspace;
use std::collections::BTreeMap;
use std::fs;

const MEMO: &str = "tests/fixtures/theme-edges.yaml";

/// The elements that all take an extreme at once, so that what stands in one another adds up.
const ELEMENTS: [&str; 16] = [
    "h1",
    "h2",
    "p",
    "ul",
    "ol",
    "li",
    "dl",
    "dd",
    "table",
    "td",
    "blockquote",
    "pre",
    "header",
    "footer",
    "div",
    "strong",
];

/// Those that take it alone.
const ALONE: [&str; 3] = ["p", "li", "div.document"];

/// Values of no range.
const NOWHERE: [&str; 8] = [
    "-1e9",
    "1e9",
    "1e30",
    ".nan",
    ".inf",
    "-.inf",
    "NaN",
    "1e-99999x",
];

/// The keys of styles that take a number, each with the least and the greatest one.
fn ranges() -> Vec<(String, f32, f32)> {
    let page = fs::read_to_string(stage::repository().join("docs/theme.md"));
    let page = page.expect("the page can be read");
    let mut ranges = Vec::new();
    for row in page.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [keys, values, ..] = cells.as_slice() else {
            continue;
        };
        let values = values.replace('−', "-");
        let mut words = values.split([' ', ',']);
        let (least, to, most) = (words.next(), words.next(), words.next());
        let number = |word: Option<&str>| word.and_then(|word| word.parse::<f32>().ok());
        if let (Some(least), Some("to"), Some(most)) = (number(least), to, number(most)) {
            let keys = keys
                .split(',')
                .map(|key| key.trim().trim_matches('`').to_owned());
            ranges.extend(keys.map(|key| (key, least, most)));
        }
    }
    ranges
}

/// A theme that gives some elements a value.
fn theme(elements: &[&str], key: &str, value: &str) -> String {
    let styles = elements.iter();
    let styles: String = styles
        .map(|element| format!("  {element}: {{ {key}: {value} }}\n"))
        .collect();
    format!("styles:\n{styles}")
}

/// What a theme comes to: findings, or the pages of the English document.
fn pages(theme: &str) -> Result<Pages, Vec<Diagnostic>> {
    let memo = fs::read(stage::repository().join(MEMO)).expect("the memo can be read");
    let files = BTreeMap::from([
        ("memos/keys.yaml".to_owned(), memo),
        ("templates/theme.yaml".to_owned(), theme.as_bytes().to_vec()),
    ]);
    let workspace = Workspace::of(files);
    let (press, faults) = Press::load(&workspace);
    if faults.iter().any(|it| it.severity == Severity::Error) {
        return Err(faults);
    }
    let memos = workspace.select_all().memos;
    let composition = press.compose(&workspace, &memos[0], Release::Final);
    let document = &composition.documents[0];
    press.pages(&workspace, &Edition::Separate(document))
}

/// Whether all text of a page stands on it: the boxes of the glyphs, from the line to the
/// height of a small letter.
fn is_whole(page: &Page, (width, height): (f32, f32)) -> bool {
    page.marks.iter().all(|mark| match &mark.drawing {
        Drawing::Text(run) if mark.role != MarkRole::Watermark => {
            let mut pen = run.origin.0;
            let (low, high) = (run.origin.1, run.origin.1 + run.size / 2.0);
            low >= -0.5
                && high <= height + 0.5
                && run.glyphs.iter().all(|glyph| {
                    let from = pen;
                    pen += glyph.advance * run.size / 1000.0;
                    glyph.text.trim().is_empty() || from >= -0.6 && pen <= width + 0.6
                })
        }
        _ => true,
    })
}

/// What is wrong with a theme's outcome, if anything is.
fn fault(theme: &str) -> Option<String> {
    match pages(theme) {
        Ok(pages) => {
            let whole = |page: &Page| is_whole(page, pages.size_of(page));
            let off = pages.pages.iter().position(|page| !whole(page))?;
            Some(format!("page {} is left:\n{theme}", off + 1))
        }
        Err(findings) => findings
            .is_empty()
            .then(|| format!("nothing is told:\n{theme}")),
    }
}

#[test]
fn numbers_at_their_extremes_leave_text_on_its_page() {
    let ranges = ranges();
    assert!(ranges.len() >= 10, "{ranges:?}");
    let mut faults = Vec::new();
    for (key, least, most) in &ranges {
        let (least, most) = (least.to_string(), most.to_string());
        faults.extend(fault(&theme(&ELEMENTS, key, &most)));
        faults.extend(fault(&theme(&ELEMENTS, key, &least)));
        for element in ALONE {
            faults.extend(fault(&theme(&[element], key, &most)));
        }
    }
    stage::assert_none(&faults);
}

#[test]
fn what_adds_up_leaves_text_on_its_page() {
    let mut faults = Vec::new();
    for (key, value) in [
        ("indent", "200"),
        ("indent", "396"),
        ("gap", "396"),
        ("padding", "[198, 100]"),
        ("padding", "[60, 400]"),
        ("size", "\"400%\""),
        ("size", "\"20%\""),
        ("size", "40"),
        ("bar", "{ width: 20, colour: ink, gap: 50 }"),
        ("rule-above", "{ width: 20, colour: ink, gap: 100 }"),
    ] {
        faults.extend(fault(&theme(&ELEMENTS, key, value)));
        faults.extend(fault(&theme(&["li", "blockquote"], key, value)));
    }
    stage::assert_none(&faults);
}

/// The page and its watermark at the ends of their ranges.
#[test]
fn pages_at_their_extremes_keep_text_on_them() {
    let mut faults = Vec::new();
    for page in [
        "page: { head: 8, foot: 8 }",
        "page: { head: 264, foot: 264 }",
        "page: { margin: { top: 18, right: 18, bottom: 18, left: 18 } }",
        "page: { margin: { left: 244, right: 244 } }",
        "page: { margin: { left: 244, right: 244 } }\nstyles: { li: { indent: 52 } }",
        "page: { margin: { top: 396, bottom: 396 } }",
        "watermark: { size: 400 }",
    ] {
        faults.extend(fault(page));
    }
    stage::assert_none(&faults);
}

#[test]
fn numbers_out_of_range_are_told_at_their_line() {
    let mut keys: Vec<String> = ranges().into_iter().map(|(key, ..)| key).collect();
    keys.extend(["padding", "size"].map(str::to_owned));
    for key in keys {
        for value in NOWHERE {
            let theme = theme(&["p"], &key, value);
            let told = pages(&theme).expect_err(&theme);
            let lines = told.iter().filter_map(|it| it.span.as_ref());
            let lines: Vec<usize> = lines.map(|span| span.start().line).collect();
            assert_eq!(lines, [2], "{theme}");
        }
    }
    for (key, line) in [
        ("page: { margin: { left: VALUE } }", 1),
        ("page: { margin: { top: VALUE } }", 1),
        ("page: { head: VALUE }", 1),
        ("page: { foot: VALUE }", 1),
        ("watermark: { size: VALUE }", 1),
        ("styles:\n  p: { bar: { width: VALUE, colour: ink } }", 2),
        (
            "styles:\n  p: { bar: { width: 1, colour: ink, gap: VALUE } }",
            2,
        ),
        ("styles:\n  p: { padding: [1, VALUE] }", 2),
    ] {
        for value in NOWHERE {
            let theme = key.replace("VALUE", value);
            let told = pages(&theme).expect_err(&theme);
            let lines = told.iter().filter_map(|it| it.span.as_ref());
            assert!(lines.map(|span| span.start().line).eq([line]), "{theme}");
        }
    }
}

#[test]
fn what_takes_a_whole_line_is_told_at_its_line() {
    for setting in [
        "indent: 400",
        "gap: 400",
        "extent: 400",
        "padding: 200",
        "padding: [200, 1]",
        "indent: 300, gap: 300",
        "indent: 100, extent: 300, padding: 100",
        "size: 140, indent: 330",
    ] {
        let theme = format!("styles:\n  blockquote: {{ {setting} }}\n");
        let told = pages(&theme).expect_err(&theme);
        let told: Vec<(&str, usize)> = told
            .iter()
            .filter_map(|it| Some((it.code.id, it.span.as_ref()?.start().line)))
            .collect();
        assert_eq!(told, [("W111", 2)], "{theme}");
    }
}
