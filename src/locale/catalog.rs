//! Loaded resources and the index of their messages and terms.

use super::braces::{BraceFault, scan};
use super::private::{private_use_finding, private_uses};
use super::resource::Layer;
use super::slices::{Pattern, offset_range, without_mark};
use super::syntax::{Explained, explain_brace, explain_junk};
use super::tree::{self, Comments};
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::locale::codes;
use crate::source::{SourceFile, Span};
use crate::workspace::unseen::control_characters;
use fluent_syntax::ast;
use self_cell::self_cell;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

type Tree<'s> = ast::Resource<&'s str>;

self_cell! {
    /// A file with the tree that was read from it.
    struct Parsed {
        owner: Arc<SourceFile>,
        #[covariant]
        dependent: Tree,
    }
}

/// One parsed resource.
pub(crate) struct Loaded {
    layer: Layer,
    parsed: Parsed,
}

/// A message or a term.
#[derive(Clone, Copy)]
pub(crate) struct CatalogEntry<'a> {
    /// The resource that it stands in.
    pub loaded: &'a Loaded,
    /// Its id, without a term's hyphen.
    pub id: &'a str,
    /// Its value; terms always have one.
    pub value: Option<&'a Pattern<'a>>,
    /// Its attributes.
    pub attributes: &'a [ast::Attribute<&'a str>],
    /// Whether it is a term.
    pub is_term: bool,
}

impl<'a> CatalogEntry<'a> {
    /// The pattern of the value or of an attribute.
    pub fn pattern(&self, attribute: Option<&str>) -> Option<&'a Pattern<'a>> {
        match attribute {
            None => self.value,
            Some(name) => self
                .attributes
                .iter()
                .find(|attribute| attribute.id.name == name)
                .map(|attribute| &attribute.value),
        }
    }

    /// The id as it is written: `-act` for a term.
    pub fn written_id(&self) -> Cow<'a, str> {
        if self.is_term {
            Cow::Owned(format!("-{}", self.id))
        } else {
            Cow::Borrowed(self.id)
        }
    }
}

impl Loaded {
    /// Parses a file. What cannot be read is reported; the rest is kept.
    pub fn parse(file: &Arc<SourceFile>, layer: Layer, lang: Lang) -> (Loaded, Vec<Diagnostic>) {
        let source = without_mark(file);
        let base = file.text().len() - source.len();
        let mut faults: Vec<Explained> = too_deep(source);
        let parsed = Parsed::new(Arc::clone(file), |file| {
            if !faults.is_empty() {
                return Tree { body: Vec::new() };
            }
            let source = without_mark(file);
            let (tree, errors) = tree::read(source, Comments::Dropped);
            faults.extend(errors.iter().flat_map(|error| explain_junk(source, error)));
            tree
        });
        let loaded = Loaded { layer, parsed };
        let mut diagnostics: Vec<Diagnostic> = faults
            .into_iter()
            .map(|fault| {
                let range = fault.range.start + base..fault.range.end + base;
                let mut diagnostic =
                    Diagnostic::new(fault.code, loaded.span(range), fault.message).lang(lang);
                diagnostic.hints = fault.hints;
                diagnostic
            })
            .collect();
        diagnostics.extend(loaded.private_use(lang));
        let controls = control_characters(file).into_iter();
        diagnostics.extend(controls.map(|finding| finding.lang(lang)));
        (loaded, diagnostics)
    }

    /// The text of the file.
    pub fn text(&self) -> &str {
        self.file().text()
    }

    /// The file.
    fn file(&self) -> &Arc<SourceFile> {
        self.parsed.borrow_owner()
    }

    fn private_use(&self, lang: Lang) -> Vec<Diagnostic> {
        private_uses(self.file().text())
            .into_iter()
            .map(|(range, character)| private_use_finding(self.span(range), character).lang(lang))
            .collect()
    }

    /// Bytes of the file as a place.
    pub fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file(), range)
    }

    /// The bytes of the file that a slice of it is.
    pub fn range_of(&self, slice: &str) -> Range<usize> {
        offset_range(self.file().text(), slice)
    }

    /// The place of a slice of the file.
    pub fn span_of(&self, slice: &str) -> Span {
        self.span(self.range_of(slice))
    }

    /// Every message and term.
    pub fn entries(&self) -> impl Iterator<Item = (usize, CatalogEntry<'_>)> {
        let body = &self.parsed.borrow_dependent().body;
        body.iter()
            .enumerate()
            .filter_map(|(index, entry)| Some((index, self.as_entry(entry)?)))
    }

    fn entry(&self, index: usize) -> Option<CatalogEntry<'_>> {
        self.as_entry(self.parsed.borrow_dependent().body.get(index)?)
    }

    fn as_entry<'a>(&'a self, entry: &'a ast::Entry<&'a str>) -> Option<CatalogEntry<'a>> {
        match entry {
            ast::Entry::Message(message) => Some(CatalogEntry {
                loaded: self,
                id: message.id.name,
                value: message.value.as_ref(),
                attributes: &message.attributes,
                is_term: false,
            }),
            ast::Entry::Term(term) => Some(CatalogEntry {
                loaded: self,
                id: term.id.name,
                value: Some(&term.value),
                attributes: &term.attributes,
                is_term: true,
            }),
            _ => None,
        }
    }
}

/// Braces and calls nested so deep that they would exhaust the parser's stack.
pub(super) fn too_deep(source: &str) -> Vec<Explained> {
    scan(source, |_, _| {})
        .into_iter()
        .filter(|fault| matches!(fault, BraceFault::TooDeep(_)))
        .map(explain_brace)
        .collect()
}

/// Where an entry stands: resource, entry.
type Address = (usize, usize);

/// The resources of one language, with their index.
#[derive(Default)]
pub(crate) struct Catalog {
    resources: Vec<Loaded>,
    messages: BTreeMap<String, Address>,
    terms: BTreeMap<String, Address>,
}

impl Catalog {
    /// Parses and indexes resources. Those of a later layer win over the earlier;
    /// within a layer the first of an id wins, and the others are findings.
    pub fn load(
        mut files: Vec<(Arc<SourceFile>, Layer)>,
        lang: Lang,
    ) -> (Catalog, Vec<Diagnostic>) {
        files.sort_by(|(a, layer_a), (b, layer_b)| (layer_a, a.path()).cmp(&(layer_b, b.path())));
        let mut catalog = Catalog::default();
        let mut diagnostics = Vec::new();
        for (file, layer) in files {
            let (loaded, found) = Loaded::parse(&file, layer, lang);
            catalog.resources.push(loaded);
            diagnostics.extend(found);
        }
        diagnostics.extend(catalog.index(lang));
        (catalog, diagnostics)
    }

    fn index(&mut self, lang: Lang) -> Vec<Diagnostic> {
        let Catalog {
            resources,
            messages,
            terms,
        } = self;
        let mut diagnostics = Vec::new();
        for (at, loaded) in resources.iter().enumerate() {
            for (index, entry) in loaded.entries() {
                let ids = if entry.is_term {
                    &mut *terms
                } else {
                    &mut *messages
                };
                let first = ids
                    .get(entry.id)
                    .and_then(|&(other, index)| resources.get(other)?.entry(index))
                    .filter(|first| first.loaded.layer == loaded.layer);
                if let Some(first) = first {
                    diagnostics.push(duplicate(
                        &entry.written_id(),
                        entry.id,
                        loaded,
                        &first,
                        lang,
                    ));
                } else {
                    ids.insert(entry.id.to_owned(), (at, index));
                }
                diagnostics.extend(duplicate_attributes(&entry, lang));
            }
        }
        diagnostics
    }

    /// The message of this id.
    pub fn message(&self, id: &str) -> Option<CatalogEntry<'_>> {
        self.at(*self.messages.get(id)?)
    }

    /// The term of this id, without its hyphen.
    pub fn term(&self, id: &str) -> Option<CatalogEntry<'_>> {
        self.at(*self.terms.get(id)?)
    }

    fn at(&self, (resource, entry): Address) -> Option<CatalogEntry<'_>> {
        self.resources.get(resource)?.entry(entry)
    }

    /// Ids of messages, in alphabetical order.
    pub fn message_ids(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().map(String::as_str)
    }

    /// Ids of terms, without their hyphens, in alphabetical order.
    pub fn term_ids(&self) -> impl Iterator<Item = &str> {
        self.terms.keys().map(String::as_str)
    }

    /// The files that were loaded, with their layers.
    pub fn files(&self) -> impl Iterator<Item = (&Arc<SourceFile>, Layer)> {
        self.resources
            .iter()
            .map(|loaded| (loaded.file(), loaded.layer))
    }

    /// Every entry of every resource, overridden ones too.
    pub fn entries(&self) -> impl Iterator<Item = CatalogEntry<'_>> {
        self.resources
            .iter()
            .flat_map(|loaded| loaded.entries().map(|(_, entry)| entry))
    }
}

fn duplicate(
    written: &str,
    id: &str,
    loaded: &Loaded,
    first: &CatalogEntry<'_>,
    lang: Lang,
) -> Diagnostic {
    Diagnostic::new(
        &codes::DUPLICATE_MESSAGE,
        loaded.span_of(id),
        format!("`{written}` is defined twice"),
    )
    .label(first.loaded.span_of(first.id), "it is defined here first")
    .hint("keep one of them, or give one another id")
    .lang(lang)
}

fn duplicate_attributes(entry: &CatalogEntry<'_>, lang: Lang) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for attribute in entry.attributes {
        let name = attribute.id.name;
        if let Some(first) = seen.get(name) {
            diagnostics.push(
                Diagnostic::new(
                    &codes::DUPLICATE_MESSAGE,
                    entry.loaded.span_of(name),
                    format!("`{}` has the attribute `.{name}` twice", entry.written_id()),
                )
                .label(entry.loaded.span_of(first), "it is defined here first")
                .hint("keep one of them, or give one another name")
                .lang(lang),
            );
        } else {
            seen.insert(name, name);
        }
    }
    diagnostics
}
