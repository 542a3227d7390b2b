//! Which keys a mapping has, lacks or has twice.

use super::{At, Fields, Reader};
use crate::diagnostic::Diagnostic;
use crate::memo::codes::{DUPLICATE_KEY, MISSING_DASH, MISSING_KEY};
use crate::memo::path::{NodePath, PathStep};
use crate::memo::yaml::names::{cut_off, meant_key, name_of, unknown_key};
use crate::memo::yaml::{Mapping, Node, keys, shapes};
use crate::source::Span;
use std::ops::Range;

impl Reader {
    /// Reports a mapping that stands where a list may and has the keys of two of its
    /// items: a key stands there again, behind others.
    pub fn begins_second(&mut self, mapping: &Mapping, path: &NodePath) -> bool {
        let keys: Vec<&str> = mapping.entries.iter().map(|(key, _)| &**key).collect();
        let Some(second) = keys::second_of(&keys) else {
            return false;
        };
        let list = shapes::last_key(path);
        let wording = MISSING_DASH.say("second", given!(list, key = keys[second]));
        let span = self.positions().span_of_entry(path, second);
        self.report(Diagnostic::told(span, wording));
        true
    }

    /// Reports the keys of a mapping that are not `known`.
    pub fn unknown_keys(&mut self, fields: &Fields<'_>, known: &[&str]) {
        let entries = &fields.mapping.entries;
        for (index, (key, value)) in entries.iter().enumerate() {
            if known.contains(&&**key) {
                continue;
            }
            let span = self.positions().span_of_entry(&fields.path, index);
            if *value == Node::Null && self.is_cut_off(fields, index) {
                self.report(cut_off(span, key));
                continue;
            }
            let count = self.findings.len();
            self.report(unknown_key(span, key, fields.what, known));
            match meant_key(key, known) {
                Some(near) => self.meant.push(fields.path.key(near)),
                None if self.findings.len() > count => {
                    self.strange.push((fields.path.clone(), count));
                }
                None => {}
            }
        }
    }

    /// Whether a key without a value is the rest of a text that a comma in braces
    /// has cut in two.
    fn is_cut_off(&self, fields: &Fields<'_>, index: usize) -> bool {
        let before = index
            .checked_sub(1)
            .and_then(|before| fields.mapping.entries.get(before));
        before.is_some_and(|(_, before)| matches!(before, Node::Text(_) | Node::Null))
            && self.positions().is_flow(&fields.path)
    }

    pub(super) fn duplicate_keys(&mut self, fields: &Fields<'_>) {
        let entries = &fields.mapping.entries;
        for (index, (key, value)) in entries.iter().enumerate() {
            let Some(first) = entries[..index].iter().position(|(name, _)| name == key) else {
                continue;
            };
            let span = self.positions().span_of_entry(&fields.path, index);
            if *value == Node::Null && self.is_cut_off(fields, index) {
                self.report(cut_off(span, key));
                continue;
            }
            let first = self.positions().span_of_entry(&fields.path, first);
            let is_item = matches!(fields.path.steps().last(), Some(PathStep::Index(_)));
            let wording = DUPLICATE_KEY.say("again", given!(key, item = is_item));
            let label = wording.part("first");
            self.report(Diagnostic::told(span, wording).label(first, label));
        }
    }

    /// The value of a key that must be there.
    pub fn required<'n>(&mut self, fields: &Fields<'n>, key: &str) -> Option<At<'n>> {
        match fields.mapping.get(key) {
            None if self.is_broken(key) || self.meant.contains(&fields.path.key(key)) => None,
            None if self.may_be_strange(fields, key) => None,
            None => {
                let what = name_of(fields.what);
                let wording = MISSING_KEY.say("key", given!(what, key));
                let Range { start, end } = self.positions().span_of(&fields.path).range();
                let line = self.file.text()[start..end].find(['\n', '\r']);
                let end = line.map_or(end, |at| start + at);
                let span = Span::new(&self.file, start..end);
                self.report(Diagnostic::told(span, wording));
                None
            }
            Some(Node::Null) => {
                let path = fields.path.key(key);
                // A word that YAML takes for nothing is reported already.
                if !self.is_null_word(&path) && !self.is_broken_at(&path) {
                    self.empty(&path, key);
                }
                None
            }
            Some(node) => Some((node, fields.path.key(key))),
        }
    }

    /// The same, where it has an item at least if it is a list.
    pub(in crate::memo) fn filled<'n>(&mut self, fields: &Fields<'n>, key: &str) -> Option<At<'n>> {
        let (node, path) = self.required(fields, key)?;
        if matches!(node, Node::List(items) if items.is_empty()) {
            self.empty(&path, key);
        }
        Some((node, path))
    }

    /// Whether a key that is missing stands under another name that means nothing, which
    /// then says so.
    fn may_be_strange(&mut self, fields: &Fields<'_>, key: &str) -> bool {
        let mut strange = self.strange.iter();
        let Some(at) = strange.position(|(path, _)| *path == fields.path) else {
            return false;
        };
        let (_, finding) = self.strange.remove(at);
        self.meant.push(fields.path.key(key));
        if let Some(finding) = self.findings.get_mut(finding) {
            let hint = MISSING_KEY.words("meant", given!(key));
            finding.hints.insert(0, hint);
        }
        true
    }

    /// Whether a mapping has a key that means nothing known.
    pub fn has_strange(&self, path: &NodePath) -> bool {
        self.strange.iter().any(|(strange, _)| strange == path)
    }

    /// Whether a key that is not there may have been meant: by a misspelt one, or in a
    /// line with a fault of syntax.
    pub fn may_have(&self, fields: &Fields<'_>, key: &str) -> bool {
        fields.has(key) || self.is_broken(key) || self.meant.contains(&fields.path.key(key))
    }

    /// Whether a misspelt key was taken for this one.
    pub fn is_meant(&self, path: &NodePath) -> bool {
        self.meant.contains(path)
    }

    /// Whether a line of a node, of what stands below it as deep, or the next one has a
    /// fault of syntax, so that a part of the node may be lost.
    pub fn is_broken_at(&self, path: &NodePath) -> bool {
        if self.broken_lines.is_empty() {
            return false;
        }
        let span = self.positions().span_of(path);
        let key = self.positions().span_of_key(path);
        let depth = |line: usize| {
            let text = self.file.line(line);
            let indent = text.len() - text.trim_start().len();
            (!text.trim().is_empty()).then_some(indent)
        };
        let start = span.start();
        let indent = depth(start.line).unwrap_or_default();
        // What begins behind its key has lines that are deeper than that.
        let own = indent + usize::from(start.column > indent + 1);
        let below = (span.end().line + 1..=self.file.line_count())
            .take_while(|line| depth(*line).is_none_or(|depth| depth >= own));
        let last = below.last().unwrap_or(span.end().line);
        let first = span.start().line.min(key.start().line + 1);
        let lines = first..=last + 1;
        self.broken_lines.iter().any(|line| lines.contains(line))
    }
}
