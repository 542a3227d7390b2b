//! Inlines: text, values, code, links and pictures.

use super::Converter;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::writing;
use crate::document::markdown::escape::{code_span, destination, escape_text};
use crate::document::markdown::tree::{Destination, Form, Kind, Node};
use crate::document::{Inline, inline};
use crate::locale::Value;
use std::ops::Range;

impl Converter<'_, '_> {
    /// Puts values in the place of tokens, as they are.
    pub(super) fn fill_tokens(&mut self, range: &Range<usize>) {
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
    pub(super) fn in_cell(&self, code: String) -> String {
        if self.in_table {
            code.replace('|', "\\|")
        } else {
            code
        }
    }

    pub(super) fn inlines(&mut self, nodes: &[Node]) -> Vec<Inline> {
        self.undefined_notes(nodes);
        let mut inlines = Vec::new();
        for node in nodes {
            self.inline(node, &mut inlines);
        }
        inline::join_text(inlines)
    }

    pub(super) fn inline(&mut self, node: &Node, inlines: &mut Vec<Inline>) {
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
    pub(super) fn visible_break(&mut self, range: &Range<usize>) {
        let raw = self.prepared.text.get(range.clone()).unwrap_or_default();
        let spaces = raw.len() - raw.trim_start_matches(' ').len();
        if spaces > 0 {
            self.edits.replace(range.start..range.start + spaces, "\\");
        }
    }

    pub(super) fn code(&mut self, text: &str, node: &Node) -> Inline {
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

    pub(super) fn value(&mut self, token: char, node: &Node, inlines: &mut Vec<Inline>) {
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

    pub(super) fn at_line_start(&self, node: &Node) -> bool {
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

    pub(super) fn link(&mut self, to: &Destination, node: &Node, inlines: &mut Vec<Inline>) {
        let origin = self.origin(&node.range);
        let written = self.fill_url(&to.url);
        let url = match to.form {
            Form::Email => format!("mailto:{written}"),
            _ => written.clone(),
        };
        let href = self.session.link(&url, &origin);
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
    pub(super) fn fill_url(&self, url: &str) -> String {
        let mut characters = url.chars();
        if let (Some(token), None) = (characters.next(), characters.next())
            && let Some(value) = self.source.value(token)
        {
            return value.href.clone().unwrap_or_else(|| value.to_plain());
        }
        self.source.fill(url)
    }

    /// Writes the part of a link behind its words anew: `](href "title")`.
    pub(super) fn rewrite_destination(&mut self, node: &Node, href: &str, title: &str) {
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

    pub(super) fn image(&mut self, to: &Destination, node: &Node, inlines: &mut Vec<Inline>) {
        let origin = self.origin(&node.range);
        let nested = std::mem::replace(&mut self.in_link, true);
        let alt = inline::plain_text(&self.inlines(&node.children));
        self.in_link = nested;
        if alt.trim().is_empty() {
            let place = self.session.span(&origin);
            self.session.diagnostics.push(
                Diagnostic::new(
                    &writing::MISSING_ALT,
                    place,
                    "an image has no alternative text",
                )
                .hint("say what it shows between the square brackets: `![…](file.png)`"),
            );
        }
        let url = self.fill_url(&to.url);
        let Some(src) = self.session.picture(&url, &origin) else {
            inlines.push(inline::text(&alt, origin));
            return;
        };
        let href = self.session.links.copied_href(&src);
        self.rewrite_destination(node, &href, &to.title);
        inlines.push(Inline::Image { src, alt, origin });
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
