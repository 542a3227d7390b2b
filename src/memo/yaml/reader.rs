//! Taking a tree apart: every fault is collected, none stops the reading.

mod fields;

pub use fields::Fields;

use super::{Node, Positions, nulls, parse_with_lines, shapes};
use crate::diagnostic::{Code, Diagnostic, codes::yaml};
use crate::memo::path::NodePath;
use crate::source::SourceFile;
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
            .at_key(&yaml::EMPTY_FIELD, path, format!("`{key}` is empty"))
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
        let mut finding = self.at(&yaml::WRONG_TYPE, &path, message);
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
