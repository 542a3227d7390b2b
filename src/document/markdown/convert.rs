//! The tree as blocks and inlines.

use super::Markdown;
use super::edits::Edits;
use super::escape::{code_span, destination, escape_line, escape_text};
use super::lines::tidy;
use super::prepare::Prepared;
use super::resolve::resolve;
use super::tree::{Destination, Form, Kind, Node, Tree};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::writing;
use crate::document::session::Session;
use crate::document::{
    Alignment, Block, BlockKind, Cell, Inline, ListItem, Note, Origin, Passage, Phrase, inline,
};
use crate::locale::Value;
use std::ops::Range;

/// One text on its way from tree to blocks.
pub(super) struct Converter<'a, 's> {
    source: &'a Markdown<'a>,
    prepared: &'a Prepared,
    session: &'a mut Session<'s>,
    edits: Edits,
    /// Labels of this text's notes with the document's numbers, by first reference.
    numbered: Vec<(String, u32)>,
    /// Labels that this text defines.
    defined: Vec<String>,
    in_table: bool,
    in_link: bool,
}

impl<'a, 's> Converter<'a, 's> {
    pub fn new(
        source: &'a Markdown<'a>,
        prepared: &'a Prepared,
        session: &'a mut Session<'s>,
    ) -> Converter<'a, 's> {
        Converter {
            source,
            prepared,
            session,
            edits: Edits::default(),
            numbered: Vec::new(),
            defined: Vec::new(),
            in_table: false,
            in_link: false,
        }
    }

    /// The tree of a body.
    pub fn passage(mut self, tree: Tree) -> Passage {
        self.report_depth(&tree);
        for definition in &tree.definitions {
            self.edits.replace(definition.clone(), "");
        }
        let nodes = resolve(tree.nodes, self.prepared, self.source, &mut self.edits);
        let mut definitions = Vec::new();
        find_notes(&nodes, &mut definitions);
        for note in &definitions {
            self.define(note);
        }
        let blocks = self.blocks(&nodes);
        self.notes(&definitions);
        let markdown = tidy(&self.edits.finish(&self.prepared.text, 0));
        Passage { blocks, markdown }
    }

    /// The tree of a line of running text.
    pub fn phrase(mut self, tree: Tree) -> Phrase {
        self.report_depth(&tree);
        let nodes = resolve(tree.nodes, self.prepared, self.source, &mut self.edits);
        let mut inlines = Vec::new();
        for node in &nodes {
            inlines.append(&mut self.inlines(&node.children));
        }
        let line = self.edits.finish(&self.prepared.text, self.prepared.guard);
        let markdown = escape_line(&line);
        Phrase { inlines, markdown }
    }

    fn report_depth(&mut self, tree: &Tree) {
        if let Some(range) = &tree.too_deep {
            let place = self.span(range);
            self.session.diagnostics.push(
                Diagnostic::new(&writing::NESTED_TOO_DEEPLY, place, "blocks nest too deeply")
                    .hint("write with fewer lists and quotations inside one another"),
            );
        }
    }

    fn define(&mut self, note: &Node) {
        let Kind::Note(label) = &note.kind else {
            return;
        };
        // What stood on either side stays apart.
        self.edits.replace(note.range.clone(), "\n\n");
        if self.defined.contains(label) {
            let place = self.span(&note.range);
            self.session.diagnostics.push(
                Diagnostic::new(
                    &writing::UNUSED_NOTE,
                    place,
                    format!("the footnote `{label}` is defined twice"),
                )
                .hint("give each footnote of a body a label of its own"),
            );
        } else {
            self.defined.push(label.clone());
        }
    }

    /// Converts the notes in the order of their numbers; a note may refer to others.
    fn notes(&mut self, definitions: &[&Node]) {
        let mut done = 0;
        while let Some((label, number)) = self.numbered.get(done).cloned() {
            done += 1;
            let Some(node) = definitions
                .iter()
                .find(|node| matches!(&node.kind, Kind::Note(other) if *other == label))
            else {
                continue;
            };
            let blocks = self.blocks(&node.children);
            let text = self.edits.cut(&self.prepared.text, node.range.clone());
            let body = text
                .split_once("]:")
                .map_or(text.as_str(), |(_, body)| body);
            let markdown = tidy(&dedent(body.trim_start()));
            self.session.notes.push(Note {
                number,
                body: Passage { blocks, markdown },
            });
        }
        for node in definitions {
            let Kind::Note(label) = &node.kind else {
                continue;
            };
            if !self.numbered.iter().any(|(used, _)| used == label) {
                let place = self.span(&node.range);
                self.session.diagnostics.push(
                    Diagnostic::new(
                        &writing::UNUSED_NOTE,
                        place,
                        format!("no text refers to the footnote `{label}`"),
                    )
                    .hint(format!("write `[^{label}]` where the note belongs")),
                );
            }
        }
    }

    fn blocks(&mut self, nodes: &[Node]) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut run: &[Node] = &[];
        for (at, node) in nodes.iter().enumerate() {
            if node.kind.is_inline() {
                run = &nodes[at - run.len()..=at];
                continue;
            }
            self.loose_text(std::mem::take(&mut run), &mut blocks);
            if let Some(kind) = self.block(node) {
                blocks.push(Block {
                    kind,
                    origin: self.origin(&node.range),
                });
            }
        }
        self.loose_text(run, &mut blocks);
        blocks
    }

    /// Text of a tight list item, which has no paragraph of its own.
    fn loose_text(&mut self, run: &[Node], blocks: &mut Vec<Block>) {
        if let (Some(first), Some(last)) = (run.first(), run.last()) {
            let range = first.range.start..last.range.end.max(first.range.start);
            let inlines = self.inlines(run);
            if !inlines.is_empty() {
                blocks.push(Block {
                    kind: BlockKind::Paragraph(inlines),
                    origin: self.origin(&range),
                });
            }
        }
    }

    fn block(&mut self, node: &Node) -> Option<BlockKind> {
        Some(match &node.kind {
            Kind::Paragraph | Kind::HtmlBlock => {
                let inlines = self.inlines(&node.children);
                if inlines.is_empty() {
                    return None;
                }
                BlockKind::Paragraph(inlines)
            }
            Kind::Heading => {
                self.report_heading(node);
                BlockKind::Paragraph(self.inlines(&node.children))
            }
            Kind::Quote => BlockKind::Quote(self.blocks(&node.children)),
            Kind::CodeBlock(language) => self.code_block(language, node),
            Kind::List(start) => self.list(*start, node),
            Kind::Table(columns) => self.table(columns, node),
            Kind::Rule => BlockKind::Rule,
            _ => return None,
        })
    }

    fn report_heading(&mut self, node: &Node) {
        let raw = self.prepared.text.get(node.range.clone());
        let underlined = !raw.is_some_and(|raw| raw.trim_start().starts_with('#'));
        let place = self.span(&node.range);
        let mut diagnostic = Diagnostic::new(
            &writing::HEADING_IN_BODY,
            place,
            "a heading stands in a body",
        )
        .hint("give the memo a section with a `heading` and a `body` of its own");
        if underlined {
            diagnostic = diagnostic
                .hint("where a rule is meant, leave a blank line between the text and `---`");
        }
        self.session.diagnostics.push(diagnostic);
    }

    fn code_block(&mut self, language: &str, node: &Node) -> BlockKind {
        let mut text = String::new();
        for child in &node.children {
            if let Kind::Text(part) = &child.kind {
                self.fill_tokens(&child.range);
                text.push_str(&self.source.fill(part));
            }
        }
        BlockKind::Code {
            language: language.to_owned(),
            text,
        }
    }

    /// Puts values in the place of tokens, as they are.
    fn fill_tokens(&mut self, range: &Range<usize>) {
        let raw = self.prepared.text.get(range.clone()).unwrap_or_default();
        for (at, c) in raw.char_indices() {
            if let Some(value) = self.source.value(c) {
                let at = range.start + at;
                let filled = self.in_cell(value.to_plain());
                self.edits.replace(at..at + c.len_utf8(), filled);
            }
        }
    }

    /// Code in a table's cell, whose `|` would end the cell.
    fn in_cell(&self, code: String) -> String {
        if self.in_table {
            code.replace('|', "\\|")
        } else {
            code
        }
    }

    fn list(&mut self, start: Option<u64>, node: &Node) -> BlockKind {
        let tight = !node.children.iter().any(|item| {
            item.children
                .iter()
                .any(|block| block.kind == Kind::Paragraph)
        });
        let items = node
            .children
            .iter()
            .map(|item| ListItem {
                task: item.children.iter().find_map(task).or_else(|| {
                    let first = item.children.first()?;
                    first.children.iter().find_map(task)
                }),
                blocks: self.blocks(&item.children),
                origin: self.origin(&item.range),
            })
            .collect();
        BlockKind::List {
            start,
            tight,
            items,
        }
    }

    fn table(&mut self, columns: &[Alignment], node: &Node) -> BlockKind {
        self.in_table = true;
        let mut header = Vec::new();
        let mut rows = Vec::new();
        for row in &node.children {
            let mut cells: Vec<Cell> = row
                .children
                .iter()
                .map(|cell| Cell {
                    inlines: self.inlines(&cell.children),
                    origin: self.origin(&cell.range),
                })
                .collect();
            cells.resize_with(columns.len(), || Cell {
                inlines: Vec::new(),
                origin: self.origin(&row.range),
            });
            if row.kind == Kind::Head {
                header = cells;
            } else {
                rows.push(cells);
            }
        }
        self.in_table = false;
        BlockKind::Table {
            columns: columns.to_vec(),
            header,
            rows,
        }
    }

    /// Finds references to notes that are not defined: the parser leaves them text.
    fn undefined_notes(&mut self, nodes: &[Node]) {
        let text = |node: &Node| matches!(node.kind, Kind::Text(_));
        for run in nodes.chunk_by(|a, b| text(a) && text(b) && a.range.end == b.range.start) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else {
                continue;
            };
            if !text(first) {
                continue;
            }
            let range = first.range.start..last.range.end;
            let raw = self.prepared.text.get(range.clone()).unwrap_or_default();
            let mut found = Vec::new();
            for (at, _) in raw.match_indices("[^") {
                let at = range.start + at;
                let escaped = at > 0 && self.prepared.text.as_bytes().get(at - 1) == Some(&b'\\');
                let rest = self.prepared.text.get(at..range.end).unwrap_or_default();
                let label = rest.find(']').and_then(|end| rest.get(2..end));
                if let Some(label) = label
                    && !escaped
                    && !label.is_empty()
                    && !label.contains(char::is_whitespace)
                {
                    found.push((label.to_owned(), at..at + label.len() + 3));
                }
            }
            for (label, range) in found {
                self.report_undefined_note(&label, &range);
            }
        }
    }

    fn report_undefined_note(&mut self, label: &str, range: &Range<usize>) {
        let place = self.span(range);
        self.session.diagnostics.push(
            Diagnostic::new(
                &writing::UNDEFINED_NOTE,
                place,
                format!("the footnote `{label}` is not defined in this text"),
            )
            .hint(format!("write its text in the same body: `[^{label}]: …`")),
        );
        self.edits.insert(range.start, "\\");
    }

    fn inlines(&mut self, nodes: &[Node]) -> Vec<Inline> {
        self.undefined_notes(nodes);
        let mut inlines = Vec::new();
        for node in nodes {
            self.inline(node, &mut inlines);
        }
        inline::join_text(inlines)
    }

    fn inline(&mut self, node: &Node, inlines: &mut Vec<Inline>) {
        let origin = self.origin(&node.range);
        match &node.kind {
            Kind::Text(text) => inlines.push(inline::text(text, origin)),
            Kind::SoftBreak => inlines.push(inline::text(" ", origin)),
            Kind::HardBreak => {
                self.visible_break(&node.range);
                inlines.push(Inline::Break);
            }
            Kind::Value(token) => self.value(*token, node, inlines),
            Kind::Code(text) => inlines.push(self.code(text, node)),
            Kind::Emphasis => inlines.push(Inline::Emphasis(self.inlines(&node.children))),
            Kind::Strong => inlines.push(Inline::Strong(self.inlines(&node.children))),
            Kind::Deleted => inlines.push(Inline::Deleted(self.inlines(&node.children))),
            Kind::Superscript => inlines.push(Inline::Superscript(self.inlines(&node.children))),
            Kind::Subscript => inlines.push(Inline::Subscript(self.inlines(&node.children))),
            Kind::Link(to) => self.link(to, node, inlines),
            Kind::Image(to) => self.image(to, node, inlines),
            Kind::NoteReference(label) => self.note_reference(label, node, inlines),
            _ => {}
        }
    }

    /// A break made by two spaces is lost in many an editor: it gets a backslash.
    fn visible_break(&mut self, range: &Range<usize>) {
        let raw = self.prepared.text.get(range.clone()).unwrap_or_default();
        let spaces = raw.len() - raw.trim_start_matches(' ').len();
        if spaces > 0 {
            self.edits.replace(range.start..range.start + spaces, "\\");
        }
    }

    fn code(&mut self, text: &str, node: &Node) -> Inline {
        let filled = self.source.fill(text);
        if filled.matches('`').count() != text.matches('`').count() {
            self.edits
                .replace(node.range.clone(), self.in_cell(code_span(&filled)));
        } else {
            self.fill_tokens(&node.range);
        }
        Inline::Code {
            text: filled,
            origin: self.origin(&node.range),
        }
    }

    fn value(&mut self, token: char, node: &Node, inlines: &mut Vec<Inline>) {
        let Some(value) = self.source.value(token).cloned() else {
            return;
        };
        let origin = self.origin(&node.range);
        let words = inline::value(&value, &origin);
        let markdown = match &value.href {
            Some(href) if !self.in_link => linked_value(&value, href, self.at_line_start(node)),
            _ => value_markdown(&value, self.at_line_start(node)),
        };
        self.edits.replace(node.range.clone(), markdown);
        match &value.href {
            Some(href) if !self.in_link => {
                let href = self.session.links.uri(href);
                inlines.push(Inline::Link {
                    href,
                    title: String::new(),
                    hreflang: None,
                    inlines: words,
                    origin,
                });
            }
            _ => inlines.extend(words),
        }
    }

    fn at_line_start(&self, node: &Node) -> bool {
        let before = self
            .prepared
            .text
            .get(..node.range.start)
            .unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        line.chars().all(|c| {
            matches!(c, ' ' | '\t' | '>' | '-' | '*' | '+' | '.' | ')') || c.is_ascii_digit()
        })
    }

    fn link(&mut self, to: &Destination, node: &Node, inlines: &mut Vec<Inline>) {
        let origin = self.origin(&node.range);
        let written = self.fill_url(&to.url);
        let url = match to.form {
            Form::Email => format!("mailto:{written}"),
            _ => written.clone(),
        };
        let place = self.span(&node.range);
        let href = self.session.link(&url, &origin, place);
        let words = if to.form.is_bare() {
            if written != to.url {
                let shown = if href.contains(char::is_whitespace) {
                    &url
                } else {
                    &href
                };
                self.edits.replace(node.range.clone(), format!("<{shown}>"));
            }
            vec![inline::text(&written, origin.clone())]
        } else {
            let nested = std::mem::replace(&mut self.in_link, true);
            let words = self.inlines(&node.children);
            self.in_link = nested;
            if to.form == Form::Reference
                || href != to.url && written != to.url
                || self.session.links.is_copied(&href)
            {
                self.rewrite_destination(node, &href, &to.title);
            }
            words
        };
        inlines.push(Inline::Link {
            href,
            title: self.source.fill(&to.title),
            hreflang: None,
            inlines: words,
            origin,
        });
    }

    /// A destination with its tokens replaced; a token that is all of it leads
    /// where its value leads.
    fn fill_url(&self, url: &str) -> String {
        let mut characters = url.chars();
        if let (Some(token), None) = (characters.next(), characters.next())
            && let Some(value) = self.source.value(token)
        {
            return value.href.clone().unwrap_or_else(|| value.to_plain());
        }
        self.source.fill(url)
    }

    /// Writes the part of a link behind its words anew: `](href "title")`.
    fn rewrite_destination(&mut self, node: &Node, href: &str, title: &str) {
        let words_end = node
            .children
            .last()
            .map_or(node.range.start + 1, |child| child.range.end);
        let rest = self
            .prepared
            .text
            .get(words_end..node.range.end)
            .unwrap_or_default();
        let Some(bracket) = rest.find(']') else {
            return;
        };
        let title = match self.source.fill(title) {
            title if title.is_empty() => title,
            title => format!(" \"{}\"", title.replace('\\', "\\\\").replace('"', "\\\"")),
        };
        self.edits.replace(
            words_end + bracket..node.range.end,
            format!("]({}{title})", destination(href)),
        );
    }

    fn image(&mut self, to: &Destination, node: &Node, inlines: &mut Vec<Inline>) {
        let origin = self.origin(&node.range);
        let place = self.span(&node.range);
        let nested = std::mem::replace(&mut self.in_link, true);
        let alt = inline::plain_text(&self.inlines(&node.children));
        self.in_link = nested;
        if alt.trim().is_empty() {
            self.session.diagnostics.push(
                Diagnostic::new(
                    &writing::MISSING_ALT,
                    place.clone(),
                    "an image has no alternative text",
                )
                .hint("say what it shows between the square brackets: `![…](file.png)`"),
            );
        }
        let url = self.fill_url(&to.url);
        let Some(src) = self.session.picture(&url, &origin, place) else {
            inlines.push(inline::text(&alt, origin));
            return;
        };
        let href = self.session.links.copied_href(&src);
        self.rewrite_destination(node, &href, &to.title);
        inlines.push(Inline::Image { src, alt, origin });
    }

    fn note_reference(&mut self, label: &str, node: &Node, inlines: &mut Vec<Inline>) {
        if !self.defined.iter().any(|defined| defined == label) {
            self.report_undefined_note(label, &node.range);
            inlines.push(inline::text(
                &format!("[^{label}]"),
                self.origin(&node.range),
            ));
            return;
        }
        let known = self.numbered.iter().find(|(known, _)| known == label);
        let number = match known {
            Some((_, number)) => *number,
            None => {
                let number = self.session.next_note();
                self.numbered.push((label.to_owned(), number));
                number
            }
        };
        self.edits
            .replace(node.range.clone(), format!("[^{number}]"));
        inlines.push(Inline::NoteReference(number));
    }

    fn origin(&self, range: &Range<usize>) -> Origin {
        (self.source.origin)(self.prepared.original(range))
    }

    fn span(&self, range: &Range<usize>) -> Option<crate::source::Span> {
        self.session.span(&self.origin(range))
    }
}

fn task(node: &Node) -> Option<bool> {
    match node.kind {
        Kind::Task(done) => Some(done),
        _ => None,
    }
}

fn find_notes<'n>(nodes: &'n [Node], found: &mut Vec<&'n Node>) {
    for node in nodes {
        if matches!(node.kind, Kind::Note(_)) {
            found.push(node);
        }
        find_notes(&node.children, found);
    }
}

/// A value as Markdown: its characters, raised ones in `<sup>`.
pub(crate) fn value_markdown(value: &Value, line_start: bool) -> String {
    let mut markdown = String::new();
    for piece in &value.pieces {
        let text = escape_text(&piece.text, line_start && markdown.is_empty());
        if piece.superscript {
            markdown.push_str("<sup>");
            markdown.push_str(&text);
            markdown.push_str("</sup>");
        } else {
            markdown.push_str(&text);
        }
    }
    markdown
}

/// A value that leads somewhere, as Markdown.
pub(crate) fn linked_value(value: &Value, href: &str, line_start: bool) -> String {
    let text = value.to_plain();
    let bare = href.strip_prefix("mailto:").unwrap_or(href);
    if text == bare && bare.is_ascii() && !bare.contains([' ', '<', '>']) {
        format!("<{bare}>")
    } else {
        format!(
            "[{}]({})",
            value_markdown(value, line_start),
            destination(href)
        )
    }
}

/// Takes the indentation of a note's continuation lines away.
fn dedent(text: &str) -> String {
    text.split_inclusive('\n')
        .enumerate()
        .map(|(at, line)| match at {
            0 => line,
            _ => {
                let spaces = line.len() - line.trim_start_matches(' ').len();
                line.get(spaces.min(4)..).unwrap_or_default()
            }
        })
        .collect()
}
