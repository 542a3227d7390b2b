//! Blocks of code.

use super::Converter;
use crate::document::BlockKind;
use crate::document::markdown::tree::{TreeKind, TreeNode};
use std::ops::Range;

impl Converter<'_, '_> {
    pub(super) fn code_block(
        &mut self,
        language: &str,
        fenced: bool,
        node: &TreeNode,
    ) -> BlockKind {
        if fenced {
            self.close_fence(node);
            self.fill_tokens(&first_line(&self.prepared.text, &node.range));
        }
        let mut text = String::new();
        for child in &node.children {
            if let TreeKind::Text(part) = &child.kind {
                self.fill_tokens(&child.range);
                text.push_str(&self.source.fill(part));
            }
        }
        BlockKind::Code {
            language: self.source.fill(language),
            text,
        }
    }

    /// Ends a block of code whose fence is never closed: what the template puts below
    /// would be code, too.
    fn close_fence(&mut self, node: &TreeNode) {
        let source = &self.prepared.text;
        let code_end = node.children.last().map_or(0, |code| code.range.end);
        let opening = first_line(source, &node.range);
        let behind = source.get(code_end.max(opening.end)..node.range.end);
        if behind.is_some_and(|behind| behind.contains(['`', '~'])) {
            return;
        }
        let whole = source.get(node.range.clone()).unwrap_or_default();
        let mark = whole.trim_start().chars().next().unwrap_or('`');
        let fence: String = whole
            .trim_start()
            .chars()
            .take_while(|c| *c == mark)
            .collect();
        let line = format!("\n{}{fence}", self.go_on(node.range.start));
        // The last character of the block is replaced by itself and the fence, so that
        // the fence belongs to the block wherever the block goes.
        let mut kept = whole.trim_end_matches(['\n', '\r']);
        if !self.meanings.is_empty() {
            // What is blank behind a meaning is written anew.
            kept = without_blank_lines(kept);
        }
        if let Some(last) = kept.chars().next_back() {
            let end = node.range.start + kept.len();
            let last_words = match self.source.value(last) {
                Some(_) => self.source.fill(&last.to_string()),
                None => last.to_string(),
            };
            self.edits
                .replace(end - last.len_utf8()..end, last_words + &line);
        }
    }
}

/// A text without the lines at its end in which there are marks of quotation at most.
pub(super) fn without_blank_lines(text: &str) -> &str {
    let mut words = text;
    loop {
        words = words.trim_end_matches([' ', '\t', '\n']);
        let line = words.rsplit('\n').next().unwrap_or_default();
        if line.len() == words.len() || !line.trim_matches([' ', '\t', '>']).is_empty() {
            return words;
        }
        words = words.get(..words.len() - line.len()).unwrap_or_default();
    }
}

/// The first line of a block, its break left out.
fn first_line(text: &str, block: &Range<usize>) -> Range<usize> {
    let whole = text.get(block.clone()).unwrap_or_default();
    let line = whole.split('\n').next().unwrap_or_default();
    block.start..block.start + line.len()
}
