//! Addresses that nothing marks as links, on their way to links.

use super::Converter;
use super::inlines::{linked_value, piece_markdown};
use crate::document::markdown::autolinks::{shown_by, value_parts};
use crate::document::markdown::bare::{Sort, is_found_alike};
use crate::document::markdown::escape::{destination, escape_text, is_escaped, keep_blanks};
use crate::document::markdown::tree::{TreeKind, TreeNode};
use crate::document::{Inline, Origin, inline};
use crate::locale::PrintedValue;
use std::borrow::Cow;

/// What stands beside a node in its run.
pub(super) type Neighbours<'n> = (Option<&'n TreeNode>, Option<&'n TreeNode>);

impl Converter<'_, '_> {
    /// Keeps the address of a bare link as its author wrote it where a forge that shows
    /// the Markdown finds the same link there; elsewhere the Markdown marks it.
    pub(super) fn bare_link(&mut self, sort: Sort, node: &TreeNode, beside: Neighbours<'_>) {
        let raw = self.raw(node.range.clone());
        let mut shown = String::new();
        let mut written = String::new();
        for part in &node.children {
            shown.push_str(&shown_by(part));
            written.push_str(&match &part.kind {
                TreeKind::Value(value) => Cow::Owned(piece_markdown(value)),
                _ => Cow::Borrowed(self.raw(part.range.clone())),
            });
        }
        let valued = node
            .children
            .iter()
            .any(|it| matches!(it.kind, TreeKind::Value(_)));
        let (before, after) = self.line_around(node, beside);
        let as_written = written == shown && (valued || raw == shown);
        if as_written && is_found_alike(&before, &shown, &after, sort) {
            return;
        }
        let angled = sort != Sort::Www && !has_entity(&shown);
        let markdown = if angled {
            format!("<{shown}>")
        } else {
            let href = destination(&format!("{}{shown}", sort.prefix()));
            format!("[{}]({href})", escape_text(&shown, false))
        };
        // A backslash that is printed would take the bracket for its own.
        let escape = match is_escaped(&self.prepared.text, node.range.start) {
            true => "\\",
            false => "",
        };
        self.edits
            .replace(node.range.clone(), format!("{escape}{markdown}"));
    }

    /// What stands on a node's line before and behind it, as the Markdown will have it.
    fn line_around(&self, node: &TreeNode, (before, after): Neighbours<'_>) -> (String, String) {
        let start = self.raw(..node.range.start);
        let end = self.raw(node.range.end..);
        let line = start.rsplit('\n').next().unwrap_or_default();
        let mut before_line = line.replace(self.raw(..self.prepared.guard), "");
        // A mend may stand between: its last character counts.
        if let Some(TreeKind::Text(text)) = before.map(|before| &before.kind) {
            before_line.extend(text.chars().next_back());
        }
        let raw = end.split('\n').next().unwrap_or_default();
        let after = match after.map(|after| &after.kind) {
            // A backslash that keeps what follows from being a mark is read on.
            Some(TreeKind::Text(text)) if !raw.starts_with('\\') => text.clone(),
            Some(TreeKind::SoftBreak | TreeKind::HardBreak) => String::new(),
            _ => raw.to_owned(),
        };
        (before_line, after)
    }

    /// A value that leads nowhere as a whole, as Markdown and inlines: addresses in it
    /// are links.
    pub(super) fn value_with_links(
        &mut self,
        value: &PrintedValue,
        origin: &Origin,
    ) -> (String, Vec<Inline>) {
        let mut markdown = String::new();
        let mut inlines = Vec::new();
        for part in value_parts(value) {
            let words = inline::value(&part, origin);
            match &part.href {
                Some(href) => {
                    markdown.push_str(&linked_value(&part, href));
                    let href = self.session.links.uri(href);
                    inlines.push(inline::link(href, words, origin.clone()));
                }
                None => {
                    markdown.push_str(&piece_markdown(&part));
                    inlines.extend(words);
                }
            }
        }
        (keep_blanks(&markdown), inlines)
    }
}

/// Whether a reader may take part of an address for an entity.
fn has_entity(address: &str) -> bool {
    let mut rest = address.split('&').skip(1);
    rest.any(|rest| rest.contains(';'))
}
