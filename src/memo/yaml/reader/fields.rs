//! The keys of mappings: which there are, which are missing, unknown or there twice.

use super::super::names::{cut_off, meant_key, unknown_key};
use super::super::{Mapping, Node, keys, shapes};
use super::{At, Reader};
use crate::diagnostic::{Diagnostic, codes::yaml};
use crate::memo::path::{NodePath, Step};
use crate::source::Span;

/// The keys of a mapping, unknown and duplicate ones reported.
#[derive(Clone, Debug)]
pub struct Fields<'n> {
    mapping: &'n Mapping,
    /// The path of the mapping.
    pub path: NodePath,
    what: &'static str,
}

impl<'n> Fields<'n> {
    /// The value of a key; none where the key is absent or nothing stands behind it.
    pub fn get(&self, key: &str) -> Option<At<'n>> {
        match self.mapping.get(key)? {
            Node::Null => None,
            node => Some((node, self.path.key(key))),
        }
    }

    /// Whether the key is there, be its value nothing.
    pub fn has(&self, key: &str) -> bool {
        self.mapping.has(key)
    }

    /// The entries, each key once.
    pub fn entries(&self) -> impl Iterator<Item = (&'n str, &'n Node)> + use<'n> {
        let entries = &self.mapping.entries;
        entries
            .iter()
            .enumerate()
            .filter(move |(index, (key, _))| !entries[..*index].iter().any(|(name, _)| name == key))
            .map(|(_, (key, node))| (&**key, node))
    }
}

impl Reader {
    /// The keys of the file's root. An empty file gives none and no finding.
    pub fn fields<'n>(
        &mut self,
        root: &'n Node,
        what: &'static str,
        known: &[&str],
    ) -> Option<Fields<'n>> {
        match root {
            Node::Null | Node::Broken => None,
            node => self.mapping((node, NodePath::root()), what, known),
        }
    }

    /// The keys of a mapping that may have only the `known` ones.
    pub fn mapping<'n>(
        &mut self,
        node: At<'n>,
        what: &'static str,
        known: &[&str],
    ) -> Option<Fields<'n>> {
        let fields = self.open_with(node, what, known)?;
        self.unknown_keys(&fields, known);
        Some(fields)
    }

    /// The keys of a mapping whose keys are names that the author chose.
    pub fn open_mapping<'n>(&mut self, node: At<'n>, what: &'static str) -> Option<Fields<'n>> {
        self.open_with(node, what, &[])
    }

    fn open_with<'n>(
        &mut self,
        (node, path): At<'n>,
        what: &'static str,
        known: &[&str],
    ) -> Option<Fields<'n>> {
        let Node::Mapping(mapping) = node else {
            let hint = shapes::of_text(what, node, &path, known);
            self.wrong_type((node, path), what, &hint);
            return None;
        };
        let is_item = matches!(path.steps().last(), Some(Step::Index(_)));
        if is_item && self.begins_second(mapping, &path) {
            return None;
        }
        let fields = Fields {
            mapping,
            path,
            what,
        };
        self.duplicate_keys(&fields);
        self.null_words(&fields);
        Some(fields)
    }

    /// Reports a mapping that stands where a list may and has the keys of two of its
    /// items: a key stands there again, behind others.
    pub fn begins_second(&mut self, mapping: &Mapping, path: &NodePath) -> bool {
        let keys: Vec<&str> = mapping.entries.iter().map(|(key, _)| &**key).collect();
        let Some(second) = keys::second_of(&keys) else {
            return false;
        };
        let one = shapes::one_of(path);
        let finding = Diagnostic::new(
            &yaml::MISSING_DASH,
            self.positions().span_of_entry(path, second),
            format!("a second {one} begins here, without a dash"),
        );
        let hint = format!(
            "write `- ` before each `{}:` where one begins",
            keys[second]
        );
        self.report(finding.hint(hint));
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

    fn duplicate_keys(&mut self, fields: &Fields<'_>) {
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
            let is_item = matches!(fields.path.steps().last(), Some(Step::Index(_)));
            let finding = Diagnostic::new(
                &yaml::DUPLICATE_KEY,
                span,
                format!("`{key}` stands here a second time"),
            )
            .label(first, "it stands here first")
            .hint("keep one of the two");
            self.report(if is_item {
                finding.hint("if another item begins here, write `- ` before it")
            } else {
                finding
            });
        }
    }

    /// The value of a key that must be there.
    pub fn required<'n>(&mut self, fields: &Fields<'n>, key: &str) -> Option<At<'n>> {
        match fields.mapping.get(key) {
            None if self.is_broken(key) || self.meant.contains(&fields.path.key(key)) => None,
            None if self.may_be_strange(fields, key) => None,
            None => {
                let finding = self
                    .at(
                        &yaml::MISSING_KEY,
                        &fields.path,
                        format!("{} lacks the key `{key}`", fields.what),
                    )
                    .hint(format!("add `{key}:`"));
                let span = finding.span.as_ref().map(|span| {
                    let start = span.range().start;
                    let end = self.file.text()[start..]
                        .find(['\n', '\r'])
                        .map_or(span.range().end, |at| start + at);
                    Span::new(&self.file, start..end.min(span.range().end))
                });
                self.report(Diagnostic { span, ..finding });
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

    /// Whether a key that is missing stands under another name that means nothing, which
    /// then says so.
    fn may_be_strange(&mut self, fields: &Fields<'_>, key: &str) -> bool {
        let Some(at) = self
            .strange
            .iter()
            .position(|(path, _)| *path == fields.path)
        else {
            return false;
        };
        let (_, finding) = self.strange.remove(at);
        self.meant.push(fields.path.key(key));
        if let Some(finding) = self.findings.get_mut(finding) {
            finding
                .hints
                .insert(0, format!("`{key}` is missing here: is it meant?"));
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
}
