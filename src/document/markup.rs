//! Blocks and inlines as well-formed XHTML: the one place where markup is written,
//! and the type whose values alone templates take unescaped.
//!
//! HTML and print markup (`docs/print-markup.md`) differ in few things, which
//! [`Medium`] names.

mod data;
mod forms;
mod isolate;
mod tables;

use super::{Anchors, Block, BlockKind, Inline, ListItem, Phrase};
use crate::document::inline::plain_text;
use crate::source::unseen;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Well-formed XHTML: a sequence of elements and text. Only this room makes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup(String);

impl Markup {
    /// The characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What the markup is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// A page in a browser.
    Web,
    /// The typesetter.
    Print,
}

/// What stands for a picture's path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShownPicture {
    /// The picture as a data URI, or the path of its copy.
    pub src: String,
    /// Its width and height in pixels of CSS, so that a page keeps room for it.
    pub size: Option<(u32, u32)>,
}

/// Words that markup says in attributes, in the document's language, without marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarkupWords {
    /// Of a task that is done.
    pub done: String,
    /// Of a task that is to be done.
    pub open: String,
    /// What a table is called, before its number.
    pub table: String,
    /// What code is called, before its number.
    pub code: String,
    /// What a note is called, before its number.
    pub note: String,
}

/// Writes the markup of one document. Note references get ids that are unique in
/// it, so the parts are written in the order of reading.
pub struct MarkupWriter<'a> {
    medium: Medium,
    /// What stands for a picture's path, where it is not the path itself.
    pictures: &'a BTreeMap<String, ShownPicture>,
    words: MarkupWords,
    /// How many tables and pieces of code were written: each is a region of a name of its
    /// own.
    tables: usize,
    codes: usize,
    /// The signs of the numbers of lists by depth, for HTML's `type`: `1`, `a` or `i`.
    numbers: Vec<char>,
    /// How many numbered lists the next block stands in.
    depth: usize,
    /// How the document's anchors are named.
    anchors: Anchors,
    referred: BTreeSet<u32>,
    /// Whether what is written stands in an element that isolates its direction.
    isolated: bool,
    out: String,
}

impl<'a> MarkupWriter<'a> {
    /// A writer for `medium`. `pictures` gives what stands in the place of paths
    /// (data URIs); `words` what attributes say.
    pub fn new(
        medium: Medium,
        pictures: &'a BTreeMap<String, ShownPicture>,
        words: MarkupWords,
    ) -> MarkupWriter<'a> {
        MarkupWriter {
            medium,
            pictures,
            words,
            tables: 0,
            codes: 0,
            numbers: Vec::new(),
            depth: 0,
            anchors: Anchors::default(),
            referred: BTreeSet::new(),
            isolated: false,
            out: String::new(),
        }
    }

    /// The same for a document whose anchors are named like this.
    #[must_use]
    pub fn with_anchors(mut self, anchors: Anchors) -> MarkupWriter<'a> {
        self.anchors = anchors;
        self
    }

    /// The same for pages whose numbered lists are numbered like this, by depth: `1`,
    /// `a` or `i`; the last serves all deeper lists.
    #[must_use]
    pub fn with_numbers(mut self, numbers: Vec<char>) -> MarkupWriter<'a> {
        self.numbers = numbers;
        self
    }

    /// A phrase's markup.
    pub fn phrase(&mut self, phrase: &Phrase) -> Markup {
        self.write_inlines(&phrase.inlines);
        self.take()
    }

    /// Blocks' markup.
    pub fn blocks(&mut self, blocks: &[Block]) -> Markup {
        self.write_blocks(blocks);
        self.take()
    }

    /// What stands for the picture of this path.
    pub fn picture(&self, path: &str) -> ShownPicture {
        let shown = self.pictures.get(path).cloned();
        shown.unwrap_or_else(|| ShownPicture {
            src: path.to_owned(),
            size: None,
        })
    }

    fn take(&mut self) -> Markup {
        Markup(std::mem::take(&mut self.out))
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.out.push('>');
    }

    fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.out.push_str("/>");
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (attribute, value) in attributes {
            self.out.push(' ');
            self.out.push_str(attribute);
            self.out.push_str("=\"");
            escape(value, &mut self.out);
            self.out.push('"');
        }
    }

    fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// Ends a block: a line break keeps the source readable.
    fn close_block(&mut self, name: &str) {
        self.close(name);
        self.out.push('\n');
    }

    fn write_blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph(inlines) => {
                    let rest = self.begin_paragraph(inlines);
                    self.write_inlines(rest);
                    self.close_block("p");
                }
                BlockKind::List {
                    start,
                    tight,
                    items,
                } => self.write_list(*start, *tight, items),
                BlockKind::Definitions { tight, items } => self.write_definitions(*tight, items),
                BlockKind::Table {
                    caption,
                    columns,
                    header,
                    rows,
                } => self.write_table(caption.as_ref(), columns, header, rows),
                BlockKind::Quote(blocks) => {
                    self.open("blockquote", &[]);
                    self.write_blocks(blocks);
                    self.close_block("blockquote");
                }
                BlockKind::Alert {
                    kind,
                    label,
                    blocks,
                } => self.write_alert(*kind, label, blocks),
                BlockKind::Figure { picture, caption } => self.write_figure(picture, caption),
                BlockKind::Code { text, .. } => self.write_code(text),
                BlockKind::Rule => {
                    self.empty("hr", &[]);
                    self.out.push('\n');
                }
            }
        }
    }

    fn write_image(&mut self, image: &Inline) {
        let Inline::Image {
            src,
            alt,
            title,
            width,
            ..
        } = image
        else {
            return;
        };
        let shown = self.picture(src);
        let mut attributes = vec![("src", shown.src.as_str()), ("alt", alt)];
        let size = shown.size.filter(|_| self.medium == Medium::Web);
        let size = size.map(|(width, height)| (width.to_string(), height.to_string()));
        if let Some((width, height)) = &size {
            attributes.extend([("width", width.as_str()), ("height", height)]);
        }
        if self.medium == Medium::Web && !title.is_empty() {
            attributes.push(("title", title));
        }
        let width = width.map(|width| match self.medium {
            Medium::Web => ("class", format!("width-{width}")),
            Medium::Print => ("width", format!("{width}%")),
        });
        if let Some((name, value)) = &width {
            attributes.push((name, value));
        }
        self.empty("img", &attributes);
    }

    fn write_code(&mut self, text: &str) {
        // Long lines scroll; what scrolls has a name.
        self.codes += 1;
        let name = format!("{} {}", self.words.code, self.codes);
        match self.medium {
            Medium::Web => self.open("pre", &[("role", "region"), ("aria-label", &name)]),
            Medium::Print => self.open("pre", &[]),
        }
        self.open("code", &[]);
        self.write_code_text(text.strip_suffix('\n').unwrap_or(text));
        self.close("code");
        self.close_block("pre");
    }

    fn write_list(&mut self, start: Option<u64>, tight: bool, items: &[ListItem]) {
        let number = start.map(|start| start.to_string());
        // Print numbers lists by their depth itself.
        let deepest = self.numbers.len().saturating_sub(1);
        let level = self.depth.min(deepest);
        let sign = self.numbers.get(level).filter(|_| start.is_some());
        let sign = sign.filter(|sign| **sign != '1').map(char::to_string);
        let mut classes = Vec::new();
        if tight {
            classes.push("tight".to_owned());
        }
        if start.is_some() && level > 0 {
            classes.push(format!("level-{}", level + 1));
        }
        let classes = classes.join(" ");
        let mut attributes = Vec::new();
        if let Some(sign) = &sign {
            attributes.push(("type", sign.as_str()));
        }
        if let Some(number) = number.as_deref().filter(|number| *number != "1") {
            attributes.push(("start", number));
        }
        if !classes.is_empty() {
            attributes.push(("class", classes.as_str()));
        }
        let name = if start.is_some() { "ol" } else { "ul" };
        self.open(name, &attributes);
        self.depth += usize::from(start.is_some());
        for item in items {
            self.write_item(item, tight);
        }
        self.depth -= usize::from(start.is_some());
        self.close_block(name);
    }

    fn write_item(&mut self, item: &ListItem, tight: bool) {
        match item.task {
            Some(true) => self.open("li", &[("class", "task done")]),
            Some(false) => self.open("li", &[("class", "task")]),
            None => self.open("li", &[]),
        }
        if let (Medium::Web, Some(done)) = (self.medium, item.task) {
            let words = self.words.clone();
            let words = if done { words.done } else { words.open };
            let attributes = [
                ("class", "box"),
                ("role", "img"),
                ("aria-label", words.as_str()),
            ];
            self.wrap("span", &attributes, &[]);
        }
        let close = tight && self.medium == Medium::Web;
        self.write_contents(&item.blocks, close);
        self.close_block("li");
    }

    /// What is in an item or a meaning; text of a `close` one has no paragraph.
    fn write_contents(&mut self, blocks: &[Block], close: bool) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph(inlines) if close => self.write_inlines(inlines),
                _ => self.write_blocks(std::slice::from_ref(block)),
            }
        }
    }

    fn write_inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text { text, .. } => escape(text, &mut self.out),
            Inline::Emphasis(inlines) => self.wrap("em", &[], inlines),
            Inline::Strong(inlines) => self.wrap("strong", &[], inlines),
            Inline::Deleted(inlines) => self.wrap("del", &[], inlines),
            Inline::Superscript(inlines) => self.wrap("sup", &[], inlines),
            Inline::Subscript(inlines) => self.wrap("sub", &[], inlines),
            Inline::Code { text, .. } => {
                self.open("code", &[]);
                self.write_code_text(text);
                self.close("code");
            }
            Inline::Link { .. } => self.write_link(inline),
            Inline::Image { .. } => self.write_image(inline),
            Inline::Foreign(lang, inlines) => self.wrap("span", &[("lang", lang.tag())], inlines),
            Inline::Abbreviation {
                expansion, inlines, ..
            } => {
                let title = plain_text(expansion);
                self.wrap("abbr", &[("title", &title)], inlines);
            }
            Inline::Item(_) => self.write_cell(std::slice::from_ref(inline)),
            Inline::Break => self.empty("br", &[]),
            Inline::NoteReference(number) => self.write_note_reference(*number),
            Inline::Number(text) => escape(text, &mut self.out),
            Inline::PageNumber => self.wrap("span", &[("class", "page-number")], &[]),
            Inline::PageCount => self.wrap("span", &[("class", "page-count")], &[]),
            Inline::Gap(words) => {
                self.open("span", &[("class", "gap")]);
                escape(words, &mut self.out);
                self.close("span");
            }
        }
    }

    fn wrap(&mut self, name: &str, attributes: &[(&str, &str)], inlines: &[Inline]) {
        self.open(name, attributes);
        self.write_inlines(inlines);
        self.close(name);
    }

    fn write_link(&mut self, link: &Inline) {
        let Inline::Link {
            href,
            title,
            hreflang,
            inlines,
            ..
        } = link
        else {
            return;
        };
        // A link that leads nowhere is a finding already; here it is its words.
        if href.is_empty() {
            return self.write_inlines(inlines);
        }
        let href = self.anchors.href(href);
        let mut attributes = vec![("href", href.as_str())];
        if self.medium == Medium::Web {
            if let Some(lang) = hreflang {
                attributes.push(("hreflang", lang.tag()));
            }
            if !title.is_empty() {
                attributes.push(("title", title));
            }
        }
        self.wrap("a", &attributes, inlines);
    }

    fn write_note_reference(&mut self, number: u32) {
        let id = self.anchors.note_reference(number);
        let href = format!("#{}", self.anchors.note(number));
        let mut attributes = vec![("class", "note-reference")];
        // The note leads back to its first reference.
        if self.referred.insert(number) {
            attributes.push(("id", &id));
        }
        attributes.push(("href", &href));
        let name = format!("{} {number}", self.words.note);
        if self.medium == Medium::Web {
            attributes.extend([("role", "doc-noteref"), ("aria-label", &name)]);
        }
        self.open("a", &attributes);
        self.out.push_str(&number.to_string());
        self.close("a");
    }
}

/// Writes characters so that they are text, in content and in attributes. What cannot be
/// seen is left out, but for places where a word may be divided; what XML 1.0 cannot hold
/// is among it, and was reported where it was written.
fn escape(text: &str, out: &mut String) {
    out.reserve(text.len());
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let written = match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\r' => " ",
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{61C}' => continue,
            c if unseen(c).is_none() => continue,
            _ => "",
        };
        out.push_str(&text[from..at]);
        out.push_str(written);
        from = at + c.len_utf8();
    }
    out.push_str(&text[from..]);
}
