//! Loaded resources and the index of their messages and terms.

use super::braces::{BraceFault, MAX_DEPTH, scan};
use super::lookup::{PatternFault, name_of};
use super::private::{private_use_finding, private_uses};
use super::resource::Layer;
use super::slices::{Pattern, offset_range, without_mark};
use super::syntax::{Explained, explain_brace, explain_junk};
use super::tree::{self, Comments};
use crate::diagnostic::{Diagnostic, Wording};
use crate::locale::codes::DUPLICATE_MESSAGE;
use crate::source::{SourceFile, Span};
use crate::workspace::look_alike_letters;
use crate::workspace::unseen::control_characters;
use fluent_syntax::ast;
use self_cell::self_cell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

type Tree<'s> = ast::Resource<&'s str>;

self_cell! {
    /// A file, and what is read in its place, with the tree that was read from it.
    struct Parsed {
        owner: (Arc<SourceFile>, Option<String>),
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
    pub fn written_id(&self) -> String {
        name_of(self.id, None, self.is_term)
    }

    /// The patterns of the value and the attributes.
    pub fn patterns(&self) -> impl Iterator<Item = &'a Pattern<'a>> + use<'a> {
        let attributes = self.attributes.iter().map(|attribute| &attribute.value);
        self.value.into_iter().chain(attributes)
    }
}

impl Loaded {
    /// Parses a file. What cannot be read is reported; the rest is kept.
    pub fn parse(file: &Arc<SourceFile>, layer: Layer) -> (Loaded, Vec<Diagnostic>) {
        let source = without_mark(file);
        let base = file.text().len() - source.len();
        let mut faults: Vec<Explained> = too_deep(source);
        let owner = (Arc::clone(file), tree::readable(source));
        let parsed = Parsed::new(owner, |(file, readable)| {
            if !faults.is_empty() {
                return Tree { body: Vec::new() };
            }
            let source = without_mark(file);
            let (tree, errors) = tree::read(source, readable.as_deref(), Comments::Dropped);
            faults.extend(errors.iter().flat_map(|error| explain_junk(source, error)));
            tree
        });
        let loaded = Loaded { layer, parsed };
        let mut diagnostics: Vec<Diagnostic> = faults
            .into_iter()
            .map(|fault| fault.moved(base).in_place(|range| Some(loaded.span(range))))
            .collect();
        let private = private_uses(file.text()).into_iter();
        diagnostics.extend(private.map(|(range, it)| private_use_finding(loaded.span(range), it)));
        diagnostics.extend(control_characters(file));
        diagnostics.extend(look_alike_letters(file));
        (loaded, diagnostics)
    }

    /// The text of the file.
    pub fn text(&self) -> &str {
        self.file().text()
    }

    /// The file.
    fn file(&self) -> &Arc<SourceFile> {
        &self.parsed.borrow_owner().0
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

    /// The finding of a fault in it, in its place.
    pub fn finding(&self, fault: PatternFault<'_>) -> Diagnostic {
        let range = self.range_of(fault.slice);
        let start = range.start.saturating_sub(fault.sigil);
        Diagnostic {
            span: Some(self.span(start..range.end)),
            ..*fault.finding
        }
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
    // Most files do not open so many in all.
    let opening = source.bytes().filter(|byte| matches!(byte, b'{' | b'('));
    if opening.count() < MAX_DEPTH {
        return Vec::new();
    }
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
    /// The messages and the terms, by their ids as they are written.
    ids: BTreeMap<String, Address>,
}

impl Catalog {
    /// Parses and indexes resources. Those of a later layer win over the earlier;
    /// within a layer the first of an id wins, and the others are findings.
    pub fn load(mut files: Vec<(Arc<SourceFile>, Layer)>) -> (Catalog, Vec<Diagnostic>) {
        files.sort_by(|(a, layer_a), (b, layer_b)| (layer_a, a.path()).cmp(&(layer_b, b.path())));
        let mut catalog = Catalog::default();
        let mut diagnostics = Vec::new();
        for (file, layer) in files {
            let (loaded, found) = Loaded::parse(&file, layer);
            catalog.resources.push(loaded);
            diagnostics.extend(found);
        }
        diagnostics.extend(catalog.index());
        (catalog, diagnostics)
    }

    fn index(&mut self) -> Vec<Diagnostic> {
        let Catalog { resources, ids } = self;
        let mut diagnostics = Vec::new();
        for (at, loaded) in resources.iter().enumerate() {
            for (index, entry) in loaded.entries() {
                let written = entry.written_id();
                let first = ids
                    .get(&written)
                    .and_then(|&(other, index)| resources.get(other)?.entry(index))
                    .filter(|first| first.loaded.layer == loaded.layer);
                if let Some(first) = first {
                    let wording = DUPLICATE_MESSAGE.say("message", given!(id = written));
                    let first = first.loaded.span_of(first.id);
                    diagnostics.push(duplicate(wording, loaded.span_of(entry.id), first));
                } else {
                    ids.insert(written, (at, index));
                }
                diagnostics.extend(duplicate_attributes(&entry));
            }
        }
        diagnostics
    }

    /// The message of this id; a term's has a hyphen.
    pub fn message(&self, id: &str) -> Option<CatalogEntry<'_>> {
        self.written(id).filter(|entry| !entry.is_term)
    }

    /// The term of this id, without its hyphen.
    pub fn term(&self, id: &str) -> Option<CatalogEntry<'_>> {
        self.written(&name_of(id, None, true))
    }

    fn written(&self, id: &str) -> Option<CatalogEntry<'_>> {
        let (resource, entry) = self.ids.get(id)?;
        self.resources.get(*resource)?.entry(*entry)
    }

    /// Ids of messages, in alphabetical order.
    pub fn message_ids(&self) -> impl Iterator<Item = &str> {
        let ids = self.ids.keys().map(String::as_str);
        ids.filter(|id| !id.starts_with('-'))
    }

    /// Ids of terms, without their hyphens, in alphabetical order.
    pub fn term_ids(&self) -> impl Iterator<Item = &str> {
        self.ids.keys().filter_map(|id| id.strip_prefix('-'))
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

/// What is defined twice: where it is, and where it is first.
fn duplicate(wording: Wording, place: Span, first: Span) -> Diagnostic {
    let label = wording.part("first");
    Diagnostic::told(place, wording).label(first, label)
}

fn duplicate_attributes(entry: &CatalogEntry<'_>) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for attribute in entry.attributes {
        let name = attribute.id.name;
        if let Some(first) = seen.get(name) {
            let id = entry.written_id();
            let wording = DUPLICATE_MESSAGE.say("attribute", given!(id, name));
            let [place, first] = [name, first].map(|name| entry.loaded.span_of(name));
            diagnostics.push(duplicate(wording, place, first));
        } else {
            seen.insert(name, name);
        }
    }
    diagnostics
}
