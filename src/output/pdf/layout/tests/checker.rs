//! A checker over pages: nothing is lost, nothing said twice, nothing overlaps,
//! nothing sticks out.

use crate::output::pdf::font::FontSet;
use crate::output::pdf::markup::{Element, MarkupNode, Name, PrintMarkup, read_markup};
use crate::output::pdf::pages::{Child, Drawing, Mark, MarkRole, Pages, Rect, Tag, TextRun};
use crate::output::theme::{Align, PrintStyle, StyleScope, Theme};
use std::collections::BTreeMap;

/// The faults of pages that were laid out from `text`.
pub(crate) fn check(text: &str, pages: &Pages, theme: &Theme, fonts: &FontSet) -> Vec<String> {
    let markup = PrintMarkup {
        template: "test",
        text,
        written: &|_| None,
        leads: &|_| true,
    };
    let root = read_markup(markup, theme).unwrap();
    let mut faults = Vec::new();
    let wanted = words(&markup_text(&root));
    let found = words(&structure_text(pages));
    if wanted != found {
        let at = wanted
            .iter()
            .zip(&found)
            .take_while(|(a, b)| a == b)
            .count();
        faults.push(format!(
            "the text differs at word {at}: wanted {:?}, found {:?}",
            &wanted[at.min(wanted.len())..(at + 8).min(wanted.len())],
            &found[at.min(found.len())..(at + 8).min(found.len())],
        ));
    }
    check_structure(pages, &mut faults);
    check_places(pages, theme, &mut faults);
    check_overlaps(pages, fonts, &mut faults);
    faults
}

/// The text of the flow, footnotes at their first reference.
fn markup_text(root: &Element) -> String {
    let mut notes = BTreeMap::new();
    for element in root.elements().filter(|element| element.is("note")) {
        notes.insert(element.id.clone().unwrap_or_default(), element);
    }
    let mut text = String::new();
    for element in root.elements() {
        let head = matches!(element.name, Name::Header | Name::Footer) && element.is("running");
        if !head && !element.is("note") {
            add_text(element, &mut notes, &mut text);
        }
    }
    text
}

fn add_text<'a>(
    element: &'a Element,
    notes: &mut BTreeMap<String, &'a Element>,
    text: &mut String,
) {
    if !element.name.is_inline() || element.name == Name::Br {
        text.push(' ');
    }
    for node in &element.children {
        match node {
            MarkupNode::Text(piece) => text.push_str(&piece.words),
            MarkupNode::Element(child) => add_text(child, notes, text),
        }
    }
    let target = element.attributes.href.as_deref().unwrap_or_default();
    if element.is("note-reference")
        && let Some(note) = notes.remove(target.trim_start_matches('#'))
    {
        add_text(note, notes, text);
        text.push(' ');
    }
    if !element.name.is_inline() {
        text.push(' ');
    }
}

/// The text of the structure tree, without the labels of lists and notes.
fn structure_text(pages: &Pages) -> String {
    let mut by_element: BTreeMap<usize, Vec<&Mark>> = BTreeMap::new();
    for mark in pages.pages.iter().flat_map(|page| &page.marks) {
        if let MarkRole::Content(element) = mark.role {
            by_element.entry(element).or_default().push(mark);
        }
    }
    let mut text = String::new();
    element_text(pages, 0, &by_element, &mut text);
    text
}

fn element_text(
    pages: &Pages,
    index: usize,
    marks: &BTreeMap<usize, Vec<&Mark>>,
    text: &mut String,
) {
    let element = &pages.structure[index];
    let block = !matches!(
        element.tag,
        Tag::Span | Tag::Link | Tag::Reference | Tag::Code
    );
    if block {
        text.push(' ');
    }
    for child in &element.children {
        match child {
            Child::Element(child) => element_text(pages, *child, marks, text),
            Child::Marks => {
                for mark in marks.get(&index).into_iter().flatten() {
                    if let Drawing::Text(run) = &mark.drawing {
                        // What the markup does not have is a label, or the end of a line.
                        let own = run
                            .glyphs
                            .iter()
                            .filter(|glyph| glyph.source.is_some() || glyph.text.trim().is_empty());
                        text.extend(own.map(|glyph| glyph.text.as_str()));
                    }
                }
            }
        }
    }
    if block {
        text.push(' ');
    }
}

fn words(text: &str) -> Vec<String> {
    text.replace(['\u{ad}', '\u{200b}'], "")
        .split([' ', '\n', '\t'])
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Every element is in the tree once, leaves have their marks, and marks have leaves.
fn check_structure(pages: &Pages, faults: &mut Vec<String>) {
    let mut parents = vec![0; pages.structure.len()];
    for (index, element) in pages.structure.iter().enumerate() {
        let marks = element.children.contains(&Child::Marks);
        if marks && element.children.len() != 1 {
            faults.push(format!("element {index} has marks and other children"));
        }
        for child in &element.children {
            if let Child::Element(child) = child {
                parents[*child] += 1;
                if *child <= index {
                    faults.push(format!("element {child} stands before its parent"));
                }
            }
        }
    }
    if parents.iter().skip(1).any(|count| *count != 1) {
        faults.push("an element is not in the tree exactly once".to_owned());
    }
    for mark in pages.pages.iter().flat_map(|page| &page.marks) {
        if let MarkRole::Content(element) = mark.role
            && pages.structure[element].children != [Child::Marks]
        {
            faults.push(format!("element {element} has a mark and is no leaf"));
        }
        if let Drawing::Text(run) = &mark.drawing
            && run.glyphs.iter().any(|glyph| glyph.id == 0)
        {
            faults.push("a missing glyph is drawn".to_owned());
        }
    }
}

/// Content stays inside the margins, everything on the paper, and every number is
/// rounded.
fn check_places(pages: &Pages, theme: &Theme, faults: &mut Vec<String>) {
    let root = StyleScope {
        name: "div",
        classes: &["document".to_owned()],
        within: None,
    };
    let root = theme.style(&root, &PrintStyle::default(), false);
    let justified = root.align == Align::Justify;
    for (number, marks) in pages.pages.iter().enumerate() {
        let page = match marks.turned {
            true => theme.page.turned(),
            false => theme.page,
        };
        for mark in &marks.marks {
            let rect = bounds(&mark.drawing);
            let (left, right, lower, upper) = match mark.role {
                MarkRole::Watermark => continue,
                MarkRole::Content(_) | MarkRole::Decoration => (
                    page.left - 1.0,
                    page.width - page.right + 1.0,
                    page.bottom - 1.0,
                    page.height - page.head + 1.0,
                ),
                MarkRole::Running { .. } => (
                    page.left - 1.0,
                    page.width - page.right + 1.0,
                    page.foot - 6.0,
                    page.height - page.head + 1.0,
                ),
            };
            // Punctuation hangs in the margins of justified lines, and of no others.
            let words = said(mark);
            let sign = |c: Option<char>| match c {
                Some(c) if justified && !c.is_alphanumeric() => 2.0,
                _ => 0.0,
            };
            let (first, last) = (words.chars().next(), words.trim_end().chars().next_back());
            if rect.x < left - sign(first)
                || rect.x + rect.width > right + sign(last)
                || rect.y < lower
                || rect.y + rect.height > upper
            {
                faults.push(format!(
                    "page {}: outside the margins: {} at {rect:?}",
                    number + 1,
                    said(mark)
                ));
            }
            if let Drawing::Text(run) = &mark.drawing {
                let exact = |value: f32| (value * 1000.0 - (value * 1000.0).round()).abs() < 0.5;
                if !exact(run.origin.0) || run.glyphs.is_empty() {
                    faults.push("a number is not rounded, or a run is empty".to_owned());
                }
            }
        }
    }
}

fn said(mark: &Mark) -> String {
    match &mark.drawing {
        Drawing::Text(run) => run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect(),
        other => format!("{other:?}").chars().take(40).collect(),
    }
}

/// What a drawing covers; text from its baseline up, without trailing spaces.
fn bounds(drawing: &Drawing) -> Rect {
    match drawing {
        Drawing::Text(run) => Rect {
            x: run.origin.0,
            y: run.origin.1,
            width: text_width(run),
            height: run.size * 0.7,
        },
        Drawing::Fill { rect, .. } | Drawing::Image { rect, .. } => *rect,
        Drawing::Line { from, to, .. } => Rect {
            x: from.0.min(to.0),
            y: from.1.min(to.1),
            width: (from.0 - to.0).abs(),
            height: (from.1 - to.1).abs(),
        },
    }
}

fn text_width(run: &TextRun) -> f32 {
    let end = run
        .glyphs
        .iter()
        .rposition(|glyph| glyph.text != " ")
        .map_or(0, |at| at + 1);
    run.glyphs[..end]
        .iter()
        .map(|glyph| glyph.advance)
        .sum::<f32>()
        * run.size
        / 1000.0
}

/// No two runs of text, and no picture and text, cover each other.
fn check_overlaps(pages: &Pages, _: &FontSet, faults: &mut Vec<String>) {
    for (number, page) in pages.pages.iter().enumerate() {
        let inked: Vec<(&Mark, Rect)> = page
            .marks
            .iter()
            .filter(|mark| mark.role != MarkRole::Watermark)
            .filter(|mark| matches!(mark.drawing, Drawing::Text(_) | Drawing::Image { .. }))
            .map(|mark| {
                let mut rect = bounds(&mark.drawing);
                // Capitals' height; x-heights of neighbouring raised text may come near.
                rect.height *= 0.95;
                rect.width -= 0.4;
                (mark, rect)
            })
            .collect();
        for (at, (mark, rect)) in inked.iter().enumerate() {
            for (other_mark, other) in &inked[at + 1..] {
                let across = rect.x < other.x + other.width && other.x < rect.x + rect.width;
                let up = rect.y < other.y + other.height && other.y < rect.y + rect.height;
                if across && up && rect.width > 0.0 && other.width > 0.0 {
                    faults.push(format!(
                        "page {}: {:?} and {:?} overlap",
                        number + 1,
                        said(mark),
                        said(other_mark)
                    ));
                }
            }
        }
    }
}
