//! Words of the other language, and abbreviations: what tags say of words, of which
//! Markdown has the words alone.

use super::Converter;
use crate::document::Inline;
use crate::document::markdown::inline_tags::tag_length;
use crate::document::markdown::tree::TreeNode;
use crate::lang::Lang;
use std::ops::Range;

impl Converter<'_, '_> {
    /// Words of a language.
    pub(super) fn spoken(&mut self, lang: Lang, node: &TreeNode) -> Inline {
        self.take_tags(node);
        Inline::Foreign(lang, self.inlines(&node.children))
    }

    /// An abbreviation.
    pub(super) fn abbreviation(&mut self, title: &str, node: &TreeNode) -> Inline {
        self.take_tags(node);
        let expansion = self.characters(title, node).inlines;
        Inline::Abbreviation {
            expansion,
            inlines: self.inlines(&node.children),
            origin: self.origin(&node.range),
        }
    }

    /// Leaves the tags of a node out of the Markdown, where its words and what is around
    /// them mean the same without; elsewhere they stay, and are shown by nobody.
    fn take_tags(&mut self, node: &TreeNode) {
        let raw = self.raw(node.range.clone());
        let open = node.range.start..node.range.start + tag_length(raw);
        let close = node.range.start + raw.rfind('<').unwrap_or(raw.len())..node.range.end;
        if open.end < close.start && self.is_plain_between(&open, &close, node) {
            self.edits.replace(open, "");
            self.edits.replace(close, "");
        }
    }

    fn is_plain_between(&self, open: &Range<usize>, close: &Range<usize>, node: &TreeNode) -> bool {
        let words = self.raw(open.end..close.start);
        let before = self.raw(..open.start).chars().next_back();
        let after = self.raw(close.end..).chars().next();
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let begins = words.starts_with(|c: char| match self.at_line_start(node) {
            true => c.is_alphabetic(),
            false => c.is_alphanumeric(),
        });
        let ends = words.ends_with(|c: char| c.is_alphanumeric() || ".,;!?…”’»)".contains(c));
        let opens = blank(before) || before.is_some_and(|c| "(\"'“‘«—–".contains(c));
        let closes = blank(after) || after.is_some_and(|c| ".,;:!?…)\"'”’»—–".contains(c));
        // Nothing that may become an address with what stands beside it.
        let address = words.contains("://") || words.contains("www.") || words.contains('@');
        begins && ends && opens && closes && !address
    }
}
