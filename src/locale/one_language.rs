//! The words of one language.

use super::catalog::{Catalog, CatalogEntry};
use super::lookup::PatternReference;
use super::resource::{Layer, Resource};
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::language::lexicon::gendered_titles;
use crate::language::write::Style;
use crate::memo::Gender;
use crate::source::SourceFile;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The words of one language, for all memos or for one.
#[derive(Clone)]
pub struct Locale {
    pub(super) style: Style,
    pub(super) words: Catalogs,
    /// Those of the other language, to tell what neither has from what one lacks.
    pub(super) other: Catalogs,
    /// The loader's findings that comments silence: in the memo's own resource, where
    /// it has one, else in the shared ones.
    pub(super) silenced: Arc<Vec<Diagnostic>>,
}

/// The catalogs of a language.
#[derive(Clone, Default)]
pub(super) struct Catalogs {
    /// A memo's own resource, which wins.
    pub own: Option<Arc<Catalog>>,
    pub shared: Arc<Catalog>,
}

impl Catalogs {
    /// Both, the one that wins first.
    fn all(&self) -> impl Iterator<Item = &Arc<Catalog>> {
        self.own.iter().chain([&self.shared])
    }
}

impl Locale {
    pub(super) fn load(resources: &[Resource], lang: Lang) -> (Locale, Vec<Diagnostic>) {
        let files = resources
            .iter()
            .filter(|resource| resource.lang == lang)
            .map(|resource| (Arc::clone(&resource.file), resource.layer))
            .collect();
        let (catalog, diagnostics) = Catalog::load(files);
        let words = Catalogs {
            own: None,
            shared: Arc::new(catalog),
        };
        let locale = Locale {
            style: Style::from(lang),
            words,
            other: Catalogs::default(),
            silenced: Arc::default(),
        };
        (locale, diagnostics)
    }

    pub(super) fn with_own(&self, file: Option<Arc<SourceFile>>) -> (Locale, Vec<Diagnostic>) {
        let loaded = file.map(|file| Catalog::load(vec![(file, Layer::Workspace)]));
        let (own, diagnostics) = loaded.unzip();
        let mut locale = self.clone();
        locale.words.own = own.map(Arc::new);
        (locale, diagnostics.unwrap_or_default())
    }

    /// The loader's findings that comments silence.
    pub(crate) fn silenced(&self) -> &[Diagnostic] {
        &self.silenced
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.style.lang
    }

    /// The language with its typographic profile, which formats take.
    pub fn style(&self) -> Style {
        self.style
    }

    /// A word of a title that shows a gender other than this, or, where none is
    /// told, any: "directeur" of a woman. English titles show none.
    pub fn other_gender(&self, title: &str, gender: Gender) -> Option<String> {
        if self.lang() != Lang::Fr {
            return None;
        }
        let word = gendered_titles(title)
            .into_iter()
            .find(|word| word.gender != gender)?;
        title.get(word.range).map(str::to_owned)
    }

    /// Whether there is a message `id` or `id.attribute`.
    pub fn has(&self, id: &str) -> bool {
        let reference = PatternReference::to_message(id);
        self.message_entry(reference.id)
            .is_some_and(|entry| entry.pattern(reference.attribute).is_some())
    }

    /// The ids of messages that begin with `prefix`, in alphabetical order: of
    /// `classification-`, say.
    pub fn ids(&self, prefix: &str) -> Vec<&str> {
        let ids = self.message_ids().filter(|id| id.starts_with(prefix));
        let ids: BTreeSet<&str> = ids.collect();
        ids.into_iter().collect()
    }

    /// The entry of a message.
    pub(crate) fn message_entry(&self, id: &str) -> Option<CatalogEntry<'_>> {
        self.words.all().find_map(|catalog| catalog.message(id))
    }

    /// Whether the other language has a message of this id.
    pub(crate) fn other_has_message(&self, id: &str) -> bool {
        self.other
            .all()
            .any(|catalog| catalog.message(id).is_some())
    }

    /// The entry of a term.
    pub(crate) fn term_entry(&self, id: &str) -> Option<CatalogEntry<'_>> {
        self.words.all().find_map(|catalog| catalog.term(id))
    }

    /// Ids of messages, for hints.
    pub(crate) fn message_ids(&self) -> impl Iterator<Item = &str> {
        self.words.all().flat_map(|catalog| catalog.message_ids())
    }

    /// Ids of terms, for hints.
    pub(crate) fn term_ids(&self) -> impl Iterator<Item = &str> {
        self.words.all().flat_map(|catalog| catalog.term_ids())
    }

    /// The files of the shared resources, each with its layer, and those of the memo's
    /// own, without one.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&Arc<SourceFile>, Option<Layer>)> {
        let own = self.words.own.iter().flat_map(|own| own.files());
        let shared = self.words.shared.files();
        shared
            .map(|(file, layer)| (file, Some(layer)))
            .chain(own.map(|(file, _)| (file, None)))
    }

    /// Whether a memo's own resource is among them.
    pub(crate) fn has_own(&self) -> bool {
        self.words.own.is_some()
    }
}
