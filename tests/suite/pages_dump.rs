//! A PDF's golden: its pages as text that can be read in a diff. Lengths are
//! points, rounded to a tenth, from the page's lower left corner.
//!
//! Spaces that do not break are drawn: U+00A0 as `⍽`, U+202F as `⌴`, the hyphen of
//! a line's end (U+00AD) as `‐`.

use bimemo::output::pdf::pages::{
    Child, Drawing, Element, LinkTarget, Mark, MarkRole, Page, Pages, Rect, Tag, TextRun,
};
use std::fmt::Write;

/// The whole dump: what the file says of itself, pages, structure, outline.
pub fn dump(pages: &Pages) -> String {
    let mut out = String::new();
    let (about, (width, height)) = (&pages.metadata, pages.size);
    let lang = about.lang.map_or("none", |lang| lang.tag());
    for (name, value) in [
        ("title", about.title.as_str()),
        ("author", &about.author),
        ("subject", &about.subject),
        ("date", &about.date),
        ("lang", lang),
    ] {
        let _ = writeln!(out, "{name}: {}", seen(value));
    }
    if !about.keywords.is_empty() {
        let _ = writeln!(out, "keywords: {}", seen(&about.keywords.join(", ")));
    }
    let _ = writeln!(out, "size: {} × {}", number(width), number(height));
    for (index, page) in pages.pages.iter().enumerate() {
        let side = if page.turned { ", on its side" } else { "" };
        let _ = write!(out, "\n== page {}{side}\n", index + 1);
        out += &lines_of(pages, page);
        out += &links_of(page);
    }
    out.push_str("\n== structure\n");
    element(pages, 0, 0, &mut out);
    out.push_str("\n== outline\n");
    for entry in &pages.outline {
        let indent = "  ".repeat(usize::from(entry.level.saturating_sub(1)));
        let (title, page, y) = (seen(&entry.title), entry.page + 1, number(entry.y));
        let _ = writeln!(out, "{indent}{title} (page {page}, {y})");
    }
    out
}

/// Runs that follow each other on one line in one face, with where the first stands.
struct Line<'a> {
    first: &'a TextRun,
    kind: &'static str,
    end: f32,
    text: String,
}

impl<'a> Line<'a> {
    fn of(kind: &'static str, run: &'a TextRun) -> Line<'a> {
        Line {
            first: run,
            kind,
            end: run.origin.0 + width(run),
            text: text(run),
        }
    }

    /// Whether a run goes on where the line ends.
    fn goes_on(&self, kind: &str, run: &TextRun) -> bool {
        let gap = run.origin.0 - self.end;
        self.kind == kind
            && self.first.face == run.face
            && number(self.first.size) == number(run.size)
            && number(self.first.origin.1) == number(run.origin.1)
            && gap.abs() < self.first.size
    }

    fn shown(&self, pages: &Pages) -> String {
        let run = self.first;
        let face = pages
            .faces
            .get(run.face)
            .map_or("no face", |face| &face.name);
        let (x, y, size) = (number(run.origin.0), number(run.origin.1), number(run.size));
        let kind = self.kind;
        let text = seen(&self.text);
        format!("{x:>6} {y:>6}  {size:>4} {face}{kind}  {text}\n")
    }
}

/// What is drawn on a page, a line each, in the order of drawing.
fn lines_of(pages: &Pages, page: &Page) -> String {
    let mut out = String::new();
    let mut open: Option<Line<'_>> = None;
    for mark in &page.marks {
        let kind = kind(mark);
        match &mark.drawing {
            Drawing::Text(run) => match &mut open {
                Some(line) if line.goes_on(kind, run) => {
                    line.text += &text(run);
                    line.end = run.origin.0 + width(run);
                }
                _ => {
                    out += &open
                        .replace(Line::of(kind, run))
                        .map_or(String::new(), |line| line.shown(pages));
                }
            },
            drawing => {
                out += &open.take().map_or(String::new(), |line| line.shown(pages));
                let _ = writeln!(out, "{}{kind}", shape(drawing));
            }
        }
    }
    out + &open.map_or(String::new(), |line| line.shown(pages))
}

/// What a mark is, where it is not content.
fn kind(mark: &Mark) -> &'static str {
    match mark.role {
        MarkRole::Content(_) => "",
        MarkRole::Decoration => " (decoration)",
        MarkRole::Running { head: true } => " (running head)",
        MarkRole::Running { head: false } => " (running foot)",
        MarkRole::Watermark => " (watermark)",
    }
}

/// A drawing that is not text.
fn shape(drawing: &Drawing) -> String {
    match drawing {
        Drawing::Text(run) => text(run),
        Drawing::Fill { rect, colour } => format!("fill {} {colour:?}", corners(rect)),
        Drawing::Line {
            from, to, width, ..
        } => {
            let points = [from.0, from.1, to.0, to.1].map(number);
            let [x, y, to_x, to_y] = points;
            format!("line {x} {y} to {to_x} {to_y}, {} wide", number(*width))
        }
        Drawing::Image { image, rect } => format!("image {image} {}", corners(rect)),
    }
}

fn links_of(page: &Page) -> String {
    let mut out = String::new();
    for link in &page.links {
        let target = match &link.target {
            LinkTarget::Uri(uri) => uri.clone(),
            LinkTarget::Place { page, y, .. } => format!("page {}, {}", page + 1, number(*y)),
        };
        let (area, contents) = (corners(&link.rect), seen(&link.contents));
        let _ = writeln!(out, "link {area} to {target} ({contents})");
    }
    out
}

/// An element and what is below it, indented.
fn element(pages: &Pages, index: usize, depth: usize, out: &mut String) {
    let Some(element) = pages.structure.get(index) else {
        let _ = writeln!(out, "no element {index}");
        return;
    };
    let indent = "  ".repeat(depth);
    let words = words_of(pages, index);
    let leaf = element.children.contains(&Child::Marks);
    let said = if leaf {
        format!(": {words}")
    } else {
        String::new()
    };
    let _ = writeln!(out, "{indent}{}{said}", name(element));
    for child in &element.children {
        if let Child::Element(index) = child {
            self::element(pages, *index, depth + 1, out);
        }
    }
}

/// The element's tag and attributes.
fn name(element: &Element) -> String {
    let mut out = match element.tag {
        Tag::H(level) => format!("H{level}"),
        Tag::L { numbering } => format!("L {}", numbering.name()),
        Tag::TH { column } => {
            let scope = if column { "column" } else { "row" };
            format!("TH {scope}")
        }
        Tag::Figure { bounds, page } => format!("Figure (page {}, {})", page + 1, corners(&bounds)),
        tag => format!("{tag:?}"),
    };
    if let Some(lang) = element.lang {
        let _ = write!(out, " lang={}", lang.tag());
    }
    if let Some(id) = &element.id {
        let _ = write!(out, " id={id}");
    }
    if let Some(alt) = &element.alt {
        let _ = write!(out, " alt=“{}”", seen(alt));
    }
    if let Some(expansion) = &element.expansion {
        let _ = write!(out, " expansion=“{}”", seen(expansion));
    }
    out
}

/// The words of an element, from all pages.
fn words_of(pages: &Pages, index: usize) -> String {
    let marks = pages.pages.iter().flat_map(|page| &page.marks);
    let words: String = marks
        .filter(|mark| mark.role == MarkRole::Content(index))
        .map(|mark| match &mark.drawing {
            Drawing::Text(run) => text(run),
            Drawing::Image { .. } => "[image]".to_owned(),
            Drawing::Fill { .. } | Drawing::Line { .. } => String::new(),
        })
        .collect();
    seen(&words)
}

fn text(run: &TextRun) -> String {
    run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect()
}

fn width(run: &TextRun) -> f32 {
    let advances: f32 = run.glyphs.iter().map(|glyph| glyph.advance).sum();
    advances * run.size / 1000.0
}

/// Left, lower, right and upper edge.
fn corners(rect: &Rect) -> String {
    let edges = [rect.x, rect.y, rect.x + rect.width, rect.y + rect.height];
    format!("[{}]", edges.map(number).join(" "))
}

/// A length, rounded to a tenth.
fn number(value: f32) -> String {
    let text = format!("{value:.1}");
    if text == "-0.0" {
        "0.0".to_owned()
    } else {
        text
    }
}

/// The text with the spaces and hyphens that nobody sees drawn.
fn seen(text: &str) -> String {
    text.replace('\u{a0}', "⍽")
        .replace('\u{202f}', "⌴")
        .replace('\u{ad}', "‐")
        .trim_end()
        .to_owned()
}

#[test]
fn runs_of_one_line_are_read_together() {
    use bimemo::output::pdf::pages::{Glyph, Metadata};
    let run = |x: f32, text: &str| Mark {
        role: MarkRole::Content(1),
        drawing: Drawing::Text(TextRun {
            face: 0,
            size: 10.0,
            colour: Default::default(),
            origin: (x, 700.04),
            from_right: false,
            glyphs: vec![Glyph {
                id: 1,
                advance: 2000.0,
                offset: (0.0, 0.0),
                text: text.into(),
                source: None,
            }],
        }),
    };
    let leaf = |tag, children| Element {
        tag,
        lang: None,
        alt: None,
        expansion: None,
        id: None,
        children,
    };
    let pages = Pages {
        metadata: Metadata::default(),
        size: (612.0, 792.0),
        pages: vec![Page {
            marks: vec![run(72.0, "10\u{a0}"), run(92.0, "h"), run(200.0, "far")],
            links: Vec::new(),
            turned: false,
        }],
        faces: Vec::new(),
        images: Vec::new(),
        structure: vec![
            leaf(Tag::Document, vec![Child::Element(1)]),
            leaf(Tag::H(1), vec![Child::Marks]),
        ],
        outline: Vec::new(),
        warnings: Vec::new(),
    };
    let text = dump(&pages);
    assert!(
        text.contains("  72.0  700.0  10.0 no face  10⍽h\n"),
        "{text}"
    );
    assert!(
        text.contains(" 200.0  700.0  10.0 no face  far\n"),
        "{text}"
    );
    assert!(text.contains("Document\n  H1: 10⍽hfar\n"), "{text}");
}
