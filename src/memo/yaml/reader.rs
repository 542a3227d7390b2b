//! Taking a tree apart: every fault is collected, none stops the reading.

use super::names::{cut_off, meant_key, unknown_key};
use super::{Mapping, Node, Positions, keys, nulls, parse_with_lines, shapes};
use crate::diagnostic::{Code, Diagnostic};
use crate::memo::codes;
use crate::memo::path::{NodePath, Step};
use crate::source::{SourceFile, Span};
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;
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

    /// Whether a finding of severity error was reported so far.
    pub fn has_errors(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.severity == crate::diagnostic::Severity::Error)
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

    /// A finding at the value of a node; hand it to [`report`](Reader::report).
    pub fn at(
        &self,
        code: &'static Code,
        path: &NodePath,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::new(code, self.positions().span_of(path), message)
    }

    /// A finding at the key that leads to a node.
    pub fn at_key(
        &self,
        code: &'static Code,
        path: &NodePath,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::new(code, self.positions().span_of_key(path), message)
    }

    /// A finding at bytes of a scalar's value.
    pub fn within(
        &self,
        code: &'static Code,
        path: &NodePath,
        range: Range<usize>,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::new(code, self.positions().span_in_value(path, range), message)
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
            &codes::MISSING_DASH,
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
                &codes::DUPLICATE_KEY,
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
                        &codes::MISSING_KEY,
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

    /// How many errors were reported so far.
    pub fn count(&self) -> usize {
        let errors = |finding: &&Diagnostic| finding.severity == crate::diagnostic::Severity::Error;
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
        let finding = self
            .at_key(&codes::EMPTY_FIELD, path, format!("`{key}` is empty"))
            .hint("write its value, or leave the key out where it is not required");
        self.report(finding);
    }

    /// Reports a value of the wrong type, `expected` being "a list".
    pub fn wrong_type(&mut self, (node, path): At<'_>, expected: &str, hint: &str) {
        let message = match node {
            Node::Broken => return,
            Node::Null if self.is_null_word(&path) => return self.null_item(&path),
            Node::Null => format!("expected {expected}, found nothing"),
            Node::Bool(_) => {
                let written = self.positions().span_of(&path).text().to_owned();
                format!(
                    "expected {expected}, found `{written}`, which is no text unless it is quoted"
                )
            }
            Node::Number(_) if expected.ends_with("text") => {
                format!("expected {expected}, found a number")
            }
            node => format!("expected {expected}, found {}", node.kind()),
        };
        let mut finding = self.at(&codes::WRONG_TYPE, &path, message);
        if let Node::Bool(_) = node
            && expected.ends_with("text")
        {
            finding = finding.hint("put it in quotation marks where it is a name or a word");
        } else if !hint.is_empty() {
            finding = finding.hint(hint);
        }
        self.report(finding);
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
                self.wrong_type((node, path), "a list", &hint);
                Vec::new()
            }
        }
    }
}
