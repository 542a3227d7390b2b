//! Characters that nobody can see, written as entities: `&#11;`, `&shy;`. Those that
//! stand in a file as they are were found when it was read.

use super::Converter;
use crate::document::markdown::tree::{Destination, TreeKind, TreeNode};
use crate::source::{Unseen, unseen, unusual};
use crate::workspace::unseen::control_character;
use std::ops::Range;

impl Converter<'_, '_> {
    /// Reports the control characters in running text and in addresses, and takes them
    /// out. Hidden ones, which are meant where they are written so that they can be
    /// seen, are left out of the Markdown.
    pub(super) fn unseen(&mut self, nodes: &mut [TreeNode]) {
        for node in nodes {
            let range = node.range.clone();
            match &mut node.kind {
                TreeKind::Text(text) => {
                    self.hide(text, &range);
                    self.controls(text, &range);
                }
                TreeKind::Link(Destination { url, title, .. })
                | TreeKind::Image(Destination { url, title, .. }) => {
                    self.controls(url, &range);
                    self.controls(title, &range);
                }
                _ => {}
            }
            self.unseen(&mut node.children);
        }
    }

    fn controls(&mut self, text: &mut String, range: &Range<usize>) {
        let is_control = |c: char| unseen(c) == Some(Unseen::Control);
        let mut found = false;
        for (_, character) in unusual(text).filter(|(_, c)| is_control(*c)) {
            found = true;
            let place = self.session.span(&self.origin(range));
            let finding = control_character(place, character);
            self.session.report(finding);
        }
        if found {
            *text = text.replace(is_control, " ");
        }
    }

    /// An entity in the place of a hidden character: it is a text of its own.
    fn hide(&mut self, text: &str, range: &Range<usize>) {
        let written = self.raw(range.clone());
        let is_entity = written.starts_with('&') && written.ends_with(';') && written != text;
        if is_entity && text.chars().all(|c| unseen(c) == Some(Unseen::Hidden)) {
            self.edits.replace(range.clone(), "");
        }
    }
}
