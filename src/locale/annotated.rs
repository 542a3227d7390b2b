//! Files with their comments: the loader's parser leaves
//! comments out.

use super::catalog::too_deep;
use super::resource::Layer;
use super::slices::{Pattern, offset_range, without_mark};
use super::tree::{self, Comments};
use crate::lang::Lang;
use crate::source::{SourceFile, Span};
use fluent_syntax::ast;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

/// Where a file stands against others: a message of a later rank wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LayerRank {
    /// One of the program's.
    Embedded,
    /// One of the workspace's.
    Workspace,
    /// A memo's own.
    Memo,
}

impl From<Option<Layer>> for LayerRank {
    fn from(layer: Option<Layer>) -> LayerRank {
        match layer {
            Some(Layer::Embedded) => LayerRank::Embedded,
            Some(Layer::Workspace) => LayerRank::Workspace,
            None => LayerRank::Memo,
        }
    }
}

/// A file.
#[derive(Debug)]
pub(crate) struct Source {
    pub file: Arc<SourceFile>,
    pub rank: LayerRank,
    pub lang: Lang,
    readable: Option<String>,
}

impl Source {
    pub fn new(file: &Arc<SourceFile>, rank: LayerRank, lang: Lang) -> Source {
        Source {
            file: Arc::clone(file),
            rank,
            lang,
            readable: tree::readable(without_mark(file)),
        }
    }

    /// What stands in the file. What is no Fluent is left to the loader's findings.
    pub fn tree(&self) -> ast::Resource<&str> {
        let text = without_mark(&self.file);
        if too_deep(text).is_empty() {
            tree::read(text, self.readable.as_deref(), Comments::Kept).0
        } else {
            ast::Resource { body: Vec::new() }
        }
    }

    /// The bytes of the file that a slice of the text is.
    pub fn place(&self, slice: &str) -> Range<usize> {
        offset_range(self.file.text(), slice)
    }

    pub fn span(&self, place: Range<usize>) -> Span {
        Span::new(&self.file, place)
    }

    pub fn span_of(&self, slice: &str) -> Span {
        self.span(self.place(slice))
    }
}

/// A message or a term of a file.
#[derive(Clone, Debug)]
pub(crate) struct Entry<'a> {
    pub source: &'a Source,
    /// Its id, without a term's hyphen.
    pub id: &'a str,
    pub is_term: bool,
    pub value: Option<&'a Pattern<'a>>,
    pub attributes: &'a [ast::Attribute<&'a str>],
    /// The comments that say something of it: its own, its group's, the file's.
    pub comments: Vec<&'a str>,
}

impl<'a> Entry<'a> {
    /// The id as it is written: `-act` for a term.
    pub fn written_id(&self) -> String {
        let hyphen = if self.is_term { "-" } else { "" };
        format!("{hyphen}{}", self.id)
    }

    /// The place of the id.
    pub fn span(&self) -> Span {
        let place = self.source.place(self.id);
        let hyphen = usize::from(self.is_term);
        self.source
            .span(place.start.saturating_sub(hyphen)..place.end)
    }

    /// The patterns of the value and the attributes.
    pub fn patterns(&self) -> impl Iterator<Item = &'a Pattern<'a>> + use<'a> {
        let attributes = self.attributes.iter().map(|attribute| &attribute.value);
        self.value.into_iter().chain(attributes)
    }
}

/// A line of a comment, with the bytes of the file that the comment is about.
#[derive(Clone, Debug)]
pub(crate) struct Remark<'a> {
    pub line: &'a str,
    pub reach: Range<usize>,
}

/// What stands in a file.
#[derive(Debug)]
pub(crate) struct Unit<'a> {
    pub source: &'a Source,
    pub entries: Vec<Entry<'a>>,
    pub remarks: Vec<Remark<'a>>,
    /// The ids of what could not be read, as far as lines begin with one.
    pub broken: BTreeSet<&'a str>,
}

impl<'a> Unit<'a> {
    pub fn new(source: &'a Source, tree: &'a ast::Resource<&'a str>) -> Unit<'a> {
        let mut unit = Unit {
            source,
            entries: Vec::new(),
            remarks: Vec::new(),
            broken: BTreeSet::new(),
        };
        let mut group: &'a [&'a str] = &[];
        let whole: Vec<&'a str> = tree
            .body
            .iter()
            .filter_map(|entry| match entry {
                ast::Entry::ResourceComment(comment) => Some(comment.content.as_slice()),
                _ => None,
            })
            .flatten()
            .copied()
            .collect();
        for (at, entry) in tree.body.iter().enumerate() {
            let read = match entry {
                ast::Entry::Message(message) => (
                    message.id.name,
                    false,
                    message.value.as_ref(),
                    message.attributes.as_slice(),
                    message.comment.as_ref(),
                ),
                ast::Entry::Term(term) => (
                    term.id.name,
                    true,
                    Some(&term.value),
                    term.attributes.as_slice(),
                    term.comment.as_ref(),
                ),
                ast::Entry::Comment(comment) => {
                    unit.remark(&comment.content, source.place(first(comment)));
                    continue;
                }
                ast::Entry::GroupComment(comment) => {
                    group = &comment.content;
                    let end = tree.body[at + 1..]
                        .iter()
                        .find(|entry| matches!(entry, ast::Entry::GroupComment(_)))
                        .map_or(source.file.text().len(), |next| unit.start(next));
                    unit.remark(group, unit.start(entry)..end);
                    continue;
                }
                ast::Entry::ResourceComment(comment) => {
                    unit.remark(&comment.content, 0..source.file.text().len());
                    continue;
                }
                ast::Entry::Junk { content } => {
                    unit.broken.extend(ids_of(content));
                    continue;
                }
            };
            let (id, is_term, value, attributes, comment) = read;
            let own = comment.map_or(&[][..], |comment| comment.content.as_slice());
            let end = tree.body.get(at + 1);
            let end = end.map_or(source.file.text().len(), |next| unit.start(next));
            unit.remark(own, unit.start(entry)..end);
            unit.entries.push(Entry {
                source,
                id,
                is_term,
                value,
                attributes,
                comments: own.iter().chain(group).chain(&whole).copied().collect(),
            });
        }
        unit
    }

    fn remark(&mut self, lines: &'a [&'a str], reach: Range<usize>) {
        self.remarks.extend(lines.iter().map(|line| Remark {
            line,
            reach: reach.clone(),
        }));
    }

    /// The byte where an entry begins, its comment included.
    fn start(&self, entry: &ast::Entry<&str>) -> usize {
        let slice = match entry {
            ast::Entry::Message(message) => message.comment.as_ref().map_or(message.id.name, first),
            ast::Entry::Term(term) => term.comment.as_ref().map_or(term.id.name, first),
            ast::Entry::Comment(comment)
            | ast::Entry::GroupComment(comment)
            | ast::Entry::ResourceComment(comment) => first(comment),
            ast::Entry::Junk { content } => content,
        };
        let at = self.source.place(slice).start;
        let before = self.source.file.text().get(..at).unwrap_or_default();
        before.rfind('\n').map_or(0, |line| line + 1)
    }
}

fn first<'a>(comment: &ast::Comment<&'a str>) -> &'a str {
    comment.content.first().copied().unwrap_or_default()
}

/// The words at the beginnings of lines.
fn ids_of(junk: &str) -> impl Iterator<Item = &str> {
    junk.lines().filter_map(|line| {
        let line = line.trim_start_matches('-');
        let end = line
            .find(|letter: char| !(letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')))
            .unwrap_or(line.len());
        line.get(..end).filter(|id| !id.is_empty())
    })
}
