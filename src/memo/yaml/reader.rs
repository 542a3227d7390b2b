//! Taking a tree apart: every fault is collected, none stops the reading.

mod judge;

use super::parse::parse_with_lines;
use super::{Mapping, Node, Positions, names, nulls, shapes};
use crate::diagnostic::{Diagnostic, Severity, Wording};
use crate::memo::codes::{EMPTY_FIELD, WRONG_TYPE};
use crate::memo::keys::keys_of;
use crate::memo::model::Placed;
use crate::memo::path::{NodePath, PathStep};
use crate::source::SourceFile;
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Lowers the tree of one file.
///
/// ```
/// use bimemo::memo::yaml::Reader;
/// use bimemo::source::SourceFile;
///
/// let file = SourceFile::new("theme.yaml", "page: A4\nmargn: 20\n");
/// let (mut reader, root) = Reader::open(&file);
/// let fields = reader.fields(&root, "a theme", &["page", "margin"]);
/// let page = fields.and_then(|fields| reader.required_string(&fields, "page"));
/// assert_eq!(page.map(|page| page.value), Some("A4".to_owned()));
/// let findings = reader.finish();
/// assert_eq!(findings[0].message, "unknown key `margn` in a theme");
/// assert_eq!(findings[0].hints, ["did you mean `margin`?"]);
/// ```
pub struct Reader {
    file: Arc<SourceFile>,
    positions: OnceCell<Positions>,
    /// Lines that have a fault of syntax: what else is wrong there follows from it.
    broken_lines: BTreeSet<usize>,
    /// The keys that a misspelt one was taken for: they are not missing.
    meant: Vec<NodePath>,
    /// Whether the file has a word that YAML takes for nothing: a name, perhaps.
    pub(super) has_null_words: bool,
    /// Keys that there are none of and that mean no other, each with its mapping and its
    /// finding's place among the findings: one that is missing there may be meant.
    strange: Vec<(NodePath, usize)>,
    findings: Vec<Diagnostic>,
}

/// A node with its path, the way it travels while a tree is lowered.
pub type At<'n> = (&'n Node, NodePath);

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
    /// Reads `file`: a reader that holds its faults of syntax, and its tree.
    pub fn open(file: &Arc<SourceFile>) -> (Reader, Node) {
        let (node, findings, broken_lines) = parse_with_lines(file);
        let reader = Reader {
            file: Arc::clone(file),
            positions: OnceCell::new(),
            broken_lines,
            meant: Vec::new(),
            has_null_words: nulls::are_in(file.text()),
            strange: Vec::new(),
            findings,
        };
        (reader, node)
    }

    /// The file.
    pub fn file(&self) -> &Arc<SourceFile> {
        &self.file
    }

    /// The places of the nodes.
    pub fn positions(&self) -> &Positions {
        self.positions.get_or_init(|| Positions::of(&self.file))
    }

    /// Every finding, in the order of the file.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        self.findings.sort_by_key(|finding| {
            let start = finding.span.as_ref().map(|span| span.written_range().start);
            (start, finding.code.id)
        });
        self.findings
    }

    /// Reports a finding, unless its line has a fault of syntax that explains it.
    pub fn report(&mut self, finding: Diagnostic) {
        let explained = finding
            .span
            .as_ref()
            .is_some_and(|span| self.broken_lines.contains(&span.start().line));
        if !explained {
            self.findings.push(finding);
        }
    }

    /// Reports what a phrase says at the value of a node.
    pub(crate) fn tell(&mut self, path: &NodePath, wording: Wording) {
        let span = self.positions().span_of(path);
        self.report(Diagnostic::told(span, wording));
    }

    /// Reports what a phrase says at the key that leads to a node.
    pub(crate) fn tell_key(&mut self, path: &NodePath, wording: Wording) {
        let span = self.positions().span_of_key(path);
        self.report(Diagnostic::told(span, wording));
    }

    /// Reports what a phrase says at the value of a node, and of another one beside it.
    pub(crate) fn tell_beside(&mut self, [path, other]: [&NodePath; 2], wording: Wording) {
        let (span, label) = (self.positions().span_of(other), wording.part("other"));
        let finding = Diagnostic::told(self.positions().span_of(path), wording);
        self.report(finding.label(span, label));
    }

    /// Reports what a phrase says of a text that cannot stand where it does, perhaps for
    /// its quotation marks.
    pub(crate) fn refuse(&mut self, text: &Placed<String>, wording: Wording) {
        let finding = Diagnostic::told(self.positions().span_of(&text.place), wording);
        self.report(names::with_quotation_hint(finding, &text.value));
    }

    /// What `read` makes of the value of a key, where it is there.
    pub(in crate::memo) fn one<'n, T>(
        &mut self,
        fields: &Fields<'n>,
        key: &str,
        read: impl FnOnce(&mut Reader, At<'n>) -> Option<T>,
    ) -> Option<T> {
        read(self, fields.get(key)?)
    }

    /// What `read` makes of the value of a key that must be there.
    pub(in crate::memo) fn must<'n, T>(
        &mut self,
        fields: &Fields<'n>,
        key: &str,
        read: impl FnOnce(&mut Reader, At<'n>) -> Option<T>,
    ) -> Option<T> {
        let node = self.required(fields, key)?;
        read(self, node)
    }

    /// What `read` makes of the items of a list, where the key is there.
    pub(in crate::memo) fn items<'n, T>(
        &mut self,
        fields: &Fields<'n>,
        key: &str,
        read: impl FnMut(&mut Reader, At<'n>) -> Option<T>,
    ) -> Vec<T> {
        let node = fields.get(key);
        node.map_or_else(Vec::new, |node| self.each(node, read))
    }

    /// The same for the items of this list.
    pub(in crate::memo) fn each<'n, T>(
        &mut self,
        list: At<'n>,
        mut read: impl FnMut(&mut Reader, At<'n>) -> Option<T>,
    ) -> Vec<T> {
        let items = self.list(list).into_iter();
        items.filter_map(|item| read(self, item)).collect()
    }

    /// What `read` makes of a value, or of each of a list of such values.
    pub(in crate::memo) fn one_or_each<'n, T>(
        &mut self,
        (node, path): At<'n>,
        mut read: impl FnMut(&mut Reader, At<'n>) -> Option<T>,
    ) -> Vec<T> {
        match node {
            Node::List(_) => self.each((node, path), read),
            Node::Mapping(mapping) if self.begins_second(mapping, &path) => Vec::new(),
            _ => read(self, (node, path)).into_iter().collect(),
        }
    }

    /// The keys of the mapping of this name.
    pub(in crate::memo) fn keys<'n>(
        &mut self,
        node: At<'n>,
        name: &'static str,
    ) -> Option<Fields<'n>> {
        self.mapping(node, name, keys_of(name))
    }

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
            self.wrong_type((node, path), what, Some(hint));
            return None;
        };
        let is_item = matches!(path.steps().last(), Some(PathStep::Index(_)));
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

    /// How many errors were reported so far.
    pub fn count(&self) -> usize {
        let errors = |finding: &&Diagnostic| finding.severity == Severity::Error;
        self.findings.iter().filter(errors).count()
    }

    /// Whether a key may stand in a line with a fault of syntax.
    fn is_broken(&self, key: &str) -> bool {
        self.broken_lines
            .iter()
            .any(|line| self.file.line(*line).contains(key))
    }

    /// Reports a field that has nothing in it.
    pub fn empty(&mut self, path: &NodePath, key: &str) {
        self.tell_key(path, EMPTY_FIELD.say("field", given!(key)));
    }

    /// Reports a value of the wrong type: what stands there is no mapping of this name,
    /// or nothing else that is called so. The hint is that of the name, or this one.
    pub(in crate::memo) fn wrong_type(
        &mut self,
        (node, path): At<'_>,
        what: &str,
        hint: Option<String>,
    ) {
        let found = match node {
            Node::Broken => return,
            Node::Null if self.is_null_word(&path) => return self.null_item(&path),
            Node::Bool(_) => {
                let span = self.positions().span_of(&path);
                WRONG_TYPE.words("unquoted", given!(written = span.text()))
            }
            node => node.kind(),
        };
        let is_text = matches!(what, "string" | "words" | "name" | "text");
        let written = matches!(node, Node::Bool(_)) && is_text;
        let hint = hint.as_deref().unwrap_or(what);
        let wording = WRONG_TYPE.say(
            "type",
            given!(
                expected = names::name_of(what),
                found,
                hint = if written { "written" } else { hint }
            ),
        );
        self.tell(&path, wording);
    }

    /// The items of a list.
    pub fn list<'n>(&mut self, (node, path): At<'n>) -> Vec<At<'n>> {
        match node {
            Node::List(items) => items
                .iter()
                .enumerate()
                .map(|(index, item)| (item, path.index(index)))
                .collect(),
            Node::Mapping(mapping) if self.begins_second(mapping, &path) => Vec::new(),
            node => {
                let hint = match shapes::item_of(shapes::last_key(&path)) {
                    Some(item) if node.as_text().is_some() => {
                        shapes::of_text(item, node, &path, &[])
                    }
                    _ => shapes::of_list(node, &path),
                };
                self.wrong_type((node, path), "list", Some(hint));
                Vec::new()
            }
        }
    }
}
