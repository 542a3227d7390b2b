//! Inlines: text, values, code, links and pictures.

use super::Converter;
use crate::document::markdown::Markdown;
use crate::document::markdown::escape::{
    LESS_THAN, code_span, destination, escape_value, is_escaped, keep_blanks, line_start_escape,
    raised, title,
};
use crate::document::markdown::tree::{Destination, Form, TreeKind, TreeNode};
use crate::document::{Inline, inline};
use crate::locale::PrintedValue;
use std::ops::Range;

impl Converter<'_, '_> {
    /// Puts values in the place of tokens, as they are.
    pub(super) fn fill_tokens(&mut self, range: &Range<usize>) {
        let raw = self.raw(range.clone());
        for (at, c) in raw.char_indices() {
            if let Some(value) = self.source.value(c) {
                let at = range.start + at;
                let filled = self.in_cell(Markdown::line(value));
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

    pub(super) fn inlines(&mut self, nodes: &[TreeNode]) -> Vec<Inline> {
        self.undefined_notes(nodes);
        self.keep_lines(nodes);
        let mut inlines = Vec::new();
        for (at, node) in nodes.iter().enumerate() {
            if let TreeKind::Link(Destination {
                form: Form::Bare(sort),
                ..
            }) = &node.kind
            {
                let before = at.checked_sub(1).and_then(|at| nodes.get(at));
                self.bare_link(*sort, node, (before, nodes.get(at + 1)));
            }
            self.inline(node, &mut inlines);
        }
        inline::join_text(inlines)
    }

    pub(super) fn inline(&mut self, node: &TreeNode, inlines: &mut Vec<Inline>) {
        let origin = self.origin(&node.range);
        match &node.kind {
            TreeKind::Text(text) => {
                self.text_end = node.range.end;
                inlines.push(inline::text(text, origin));
            }
            TreeKind::SoftBreak => inlines.push(inline::text(" ", origin)),
            TreeKind::HardBreak => {
                self.visible_break(&node.range);
                inlines.push(Inline::Break);
            }
            TreeKind::Value(value) => self.value(value, node, inlines),
            TreeKind::Code(text) => inlines.push(self.code(text, node)),
            TreeKind::Emphasis => inlines.push(Inline::Emphasis(self.inlines(&node.children))),
            TreeKind::Strong => inlines.push(Inline::Strong(self.inlines(&node.children))),
            TreeKind::Deleted => inlines.push(Inline::Deleted(self.inlines(&node.children))),
            TreeKind::Superscript => {
                inlines.push(Inline::Superscript(self.inlines(&node.children)))
            }
            TreeKind::Subscript => inlines.push(Inline::Subscript(self.inlines(&node.children))),
            TreeKind::Spoken(lang) => inlines.push(self.spoken(*lang, node)),
            TreeKind::Abbreviation(title) => inlines.push(self.abbreviation(title, node)),
            TreeKind::Link(to) => self.link(to, node, inlines),
            TreeKind::Telephone(uri) => self.telephone(uri, node, inlines),
            TreeKind::Image(to) => self.picture_in_line(to, node, inlines),
            TreeKind::NoteReference(label) => self.note_reference(label, node, inlines),
            _ => {}
        }
    }

    /// A break made by two spaces is lost in many an editor: it gets a backslash.
    pub(super) fn visible_break(&mut self, range: &Range<usize>) {
        let raw = self.raw(range.clone());
        let spaces = raw.len() - raw.trim_start_matches(' ').len();
        if spaces > 0 {
            // A backslash is punctuation: right behind a mark of emphasis it would change
            // what that mark does.
            let marked = self.raw(..range.start).ends_with(['*', '_', '~']);
            let shown = if marked { " \\" } else { "\\" };
            self.edits.replace(range.start..range.start + spaces, shown);
        }
    }

    pub(super) fn code(&mut self, text: &str, node: &TreeNode) -> Inline {
        let filled = self.source.fill(text);
        let raw = self.raw(node.range.clone());
        let fence = raw.len() - raw.trim_start_matches('`').len();
        // A line of code that a value begins might begin a block.
        let lines = filled != text && raw.contains('\n');
        if lines || filled.matches('`').count() != text.matches('`').count() {
            let span = self.in_cell(code_span(&filled, fence));
            self.edits.replace(node.range.clone(), span);
        } else {
            self.fill_tokens(&node.range);
        }
        Inline::Code {
            text: filled,
            origin: self.origin(&node.range),
        }
    }

    pub(super) fn value(
        &mut self,
        value: &PrintedValue,
        node: &TreeNode,
        inlines: &mut Vec<Inline>,
    ) {
        let origin = self.origin(&node.range);
        let (mut markdown, mut words) = match &value.href {
            Some(href) if !self.in_link => {
                let uri = self.session.links.uri(href);
                let link = inline::link(uri, inline::value(value, &origin), origin);
                (linked_value(value, href), vec![link])
            }
            None if !self.in_link => self.value_with_links(value, &origin),
            _ => (value_markdown(value), inline::value(value, &origin)),
        };
        if let Some((_, at)) = self.guards.iter().find(|(at, _)| *at == node.range.start) {
            markdown.insert(*at, '\\');
        }
        self.replace_beside(node, markdown);
        inlines.append(&mut words);
    }

    /// Puts a value's Markdown where its token is, with backslashes where its
    /// neighbours' marks would come to mean something with it: the `<` of `<{ $x }>`,
    /// the `\` of `C:\{ $x }`, the `[` of `![`.
    fn replace_beside(&mut self, node: &TreeNode, markdown: String) {
        let before = self.raw(..node.range.start);
        let after = self.raw(node.range.end..);
        let mut range = node.range.clone();
        let mut written = String::with_capacity(markdown.len() + 2);
        if let Some(mark @ ('\\' | '<' | '&' | '[')) = before.chars().next_back() {
            let escaped = is_escaped(before, before.len() - mark.len_utf8());
            if self.text_end == range.start && mark == '<' {
                range.start -= if escaped { 2 } else { 1 };
                written.push_str(LESS_THAN);
            } else if self.text_end == range.start && !escaped {
                range.start -= 1;
                written.extend(['\\', mark]);
            }
        }
        match markdown.strip_suffix('!') {
            Some(rest) if after.starts_with('[') => {
                written.push_str(rest);
                written.push_str("\\!");
            }
            _ => written.push_str(&markdown),
        }
        self.edits.replace(range, written);
    }

    /// Keeps lines that begin with values from beginning a list, a heading or another
    /// block once the values stand there: `{ $n }. x` with 1.
    fn keep_lines(&mut self, nodes: &[TreeNode]) {
        if self.prepared.guard > 0 {
            return;
        }
        let is_break =
            |node: &TreeNode| matches!(node.kind, TreeKind::SoftBreak | TreeKind::HardBreak);
        for line in nodes.split(is_break) {
            let valued = line
                .iter()
                .any(|node| matches!(node.kind, TreeKind::Value(_)));
            if valued && line.first().is_some_and(|first| self.at_line_start(first)) {
                self.keep_line(line);
            }
        }
    }

    fn keep_line(&mut self, line: &[TreeNode]) {
        let mut written = String::new();
        // Where each node begins in the line, and in the source.
        let mut parts: Vec<(usize, &TreeNode)> = Vec::new();
        for node in line {
            let here = written.len();
            match &node.kind {
                TreeKind::Text(_)
                    if parts
                        .last()
                        .is_some_and(|(_, last)| last.range == node.range) =>
                {
                    continue;
                }
                TreeKind::Value(value) if value.href.is_none() || self.in_link => {
                    written.push_str(&value_markdown(value));
                }
                TreeKind::Text(_) => {
                    written.push_str(self.raw(node.range.clone()));
                }
                _ => {
                    // A mark of its own, which is no block's.
                    written.push('x');
                    break;
                }
            }
            parts.push((here, node));
        }
        let blanks = written.len() - written.trim_start_matches([' ', '\t']).len();
        let Some(at) = line_start_escape(&written[blanks..]).map(|at| at + blanks) else {
            return;
        };
        let part = parts.iter().rev().find(|(start, _)| *start <= at);
        if let Some((start, node)) = part {
            match &node.kind {
                TreeKind::Value(_) => self.guards.push((node.range.start, at - start)),
                _ => self.edits.insert(node.range.start + (at - start), "\\"),
            }
        }
    }

    pub(super) fn at_line_start(&self, node: &TreeNode) -> bool {
        let before = self.raw(..node.range.start);
        let line = before.rsplit('\n').next().unwrap_or_default();
        // A note's text begins behind its label.
        let note = line.trim_start().strip_prefix("[^");
        let line = note
            .and_then(|note| note.split_once("]:"))
            .map_or(line, |(_, text)| text);
        line.chars().all(|c| {
            matches!(c, ' ' | '\t' | '>' | '-' | '*' | '+' | '.' | ')') || c.is_ascii_digit()
        })
    }

    /// A telephone number that is typed: it is a link where links can be, and stays as it
    /// is in Markdown.
    fn telephone(&mut self, uri: &str, node: &TreeNode, inlines: &mut Vec<Inline>) {
        let words = self.inlines(&node.children);
        if self.in_link {
            inlines.extend(words);
            return;
        }
        let origin = self.origin(&node.range);
        inlines.push(inline::link(uri.to_owned(), words, origin));
    }

    pub(super) fn link(&mut self, to: &Destination, node: &TreeNode, inlines: &mut Vec<Inline>) {
        let origin = self.origin(&node.range);
        let written = self.fill_url(&to.url);
        let url = match to.form {
            Form::Email => format!("mailto:{written}"),
            _ => written.clone(),
        };
        let href = if self.has_gap(&to.url) {
            String::new()
        } else {
            self.session.link(&url, &origin)
        };
        let words = if let Form::Bare(_) = to.form {
            self.link_words(node)
        } else if to.form.is_bare() {
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
            let words = self.link_words(node);
            self.report_wordless(&words, node);
            if to.form == Form::Reference
                || self.has_angle(node)
                || href != to.url && written != to.url
                || self.session.links.is_copied(&href)
                || self.title(&to.title) != to.title
            {
                self.rewrite_destination(node, &href, to.form, (&to.title, ""));
            }
            words
        };
        if href.is_empty() {
            // It leads nowhere, which is reported: there is nothing to compare.
            inlines.push(Inline::Gap(String::new()));
        }
        inlines.push(Inline::Link {
            href,
            title: self.title(&to.title),
            hreflang: None,
            inlines: words,
            origin,
        });
    }

    fn link_words(&mut self, node: &TreeNode) -> Vec<Inline> {
        let nested = std::mem::replace(&mut self.in_link, true);
        let words = self.inlines(&node.children);
        self.in_link = nested;
        words
    }

    /// A tooltip with its tokens replaced and its words mended.
    pub(super) fn title(&self, title: &str) -> String {
        let filled = self.source.fill(title);
        match self.source.mender {
            Some(mender) => mender.mend(&filled).into_owned(),
            None => filled,
        }
    }

    /// Whether something in a destination is missing or faulty, which is reported.
    pub(super) fn has_gap(&self, url: &str) -> bool {
        let mut values = url.chars().filter_map(|c| self.source.value(c));
        values.any(PrintedValue::is_gap)
    }

    /// A destination with its tokens replaced; a token that is all of it leads
    /// where its value leads.
    pub(super) fn fill_url(&self, url: &str) -> String {
        let mut characters = url.chars();
        if let (Some(token), None) = (characters.next(), characters.next())
            && let Some(value) = self.source.value(token)
        {
            return value.href.clone().unwrap_or_else(|| Markdown::line(value));
        }
        self.source.fill(url)
    }

    /// Writes the part of a link behind its words anew: `](href "title")`, and what is to
    /// stand behind it.
    pub(super) fn rewrite_destination(
        &mut self,
        node: &TreeNode,
        href: &str,
        form: Form,
        (words, behind): (&str, &str),
    ) {
        let words_end = node
            .children
            .last()
            .map_or(node.range.start + 1, |child| child.range.end);
        let mut end = node.range.end;
        let rest = self.raw(words_end..end);
        let Some(bracket) = rest.find(']') else {
            return;
        };
        // The empty brackets of `[label][]` are beyond the link for the parser.
        let after = self.raw(end..);
        if form == Form::Reference && rest.len() == bracket + 1 && after.starts_with("[]") {
            end += "[]".len();
        }
        let title = self.in_cell(title(&self.title(words)));
        self.edits.replace(
            words_end + bracket..end,
            format!("]({}{title}){behind}", destination(href)),
        );
    }

    /// Whether the part of a link behind its words has a `<`, which a reader less strict
    /// than ours may take for a tag's.
    fn has_angle(&self, node: &TreeNode) -> bool {
        let words_end = node.children.last().map_or(0, |child| child.range.end);
        let rest = words_end.max(node.range.start)..node.range.end;
        let rest = self.raw(rest);
        rest.contains('<')
    }
}

/// A value as Markdown that may stand anywhere but at the beginning of a line: its
/// characters, raised ones in `<sup>`.
pub(crate) fn value_markdown(value: &PrintedValue) -> String {
    keep_blanks(&piece_markdown(value))
}

/// The same for a part of a value.
pub(super) fn piece_markdown(value: &PrintedValue) -> String {
    raised(&value.pieces, escape_value)
}

/// A value that leads somewhere, as Markdown.
pub(crate) fn linked_value(value: &PrintedValue, href: &str) -> String {
    let text = value.to_plain();
    let bare = href.strip_prefix("mailto:").unwrap_or(href);
    if text == bare && bare.is_ascii() && !bare.contains([' ', '<', '>']) {
        format!("<{bare}>")
    } else {
        format!("[{}]({})", value_markdown(value), destination(href))
    }
}
