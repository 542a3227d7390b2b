//! The locales as other rooms use them: what is loaded, and what there is.

mod print;

pub(crate) use print::private_use;

use super::args::Args;
use super::catalog::Catalog;
use super::exceptions::silence;
use super::integrity::check_references;
use super::one_language::{Catalogs, Locale};
use super::resource::Resource;
use crate::diagnostic::Diagnostic;
use crate::lang::{Both, Lang};
use crate::language::write::Profile;
use crate::source::SourceFile;
use std::sync::Arc;

/// The words of both languages, loaded once. Cheap to clone; `Send` and `Sync`.
#[derive(Clone)]
pub struct Locales(Both<Locale>);

impl Locales {
    /// Loads every resource. Faults of the files come beside what could be loaded:
    /// what is not Fluent, duplicates, references that lead nowhere or in circles,
    /// calls that cannot work.
    pub fn load(resources: impl IntoIterator<Item = Resource>) -> (Locales, Vec<Diagnostic>) {
        let resources: Vec<Resource> = resources.into_iter().collect();
        let (en, of_en) = Locale::load(&resources, Lang::En);
        let (fr, of_fr) = Locale::load(&resources, Lang::Fr);
        Locales::checked(Both { en, fr }, [of_en, of_fr], &Args::new(), |words| {
            Some(&words.shared)
        })
    }

    /// The locales with a memo's own messages, which win and are seen by this memo
    /// alone. `args` are those of its texts: what a name may have been meant for.
    pub fn for_memo(
        &self,
        en: Option<Arc<SourceFile>>,
        fr: Option<Arc<SourceFile>>,
        args: &Args<'_>,
    ) -> (Locales, Vec<Diagnostic>) {
        let (en, of_en) = self.0.en.with_own(en);
        let (fr, of_fr) = self.0.fr.with_own(fr);
        Locales::checked(Both { en, fr }, [of_en, of_fr], args, |words| {
            words.own.as_ref()
        })
    }

    /// The locales, each of which knows the other's words, with what was `found` in
    /// the files of the catalogs that are `new`, and what their references have.
    fn checked(
        locales: Both<Locale>,
        found: [Vec<Diagnostic>; 2],
        args: &Args<'_>,
        new: impl Fn(&Catalogs) -> Option<&Arc<Catalog>>,
    ) -> (Locales, Vec<Diagnostic>) {
        let words = [locales.fr.words.clone(), locales.en.words.clone()];
        let mut locales = Locales(locales);
        let mut diagnostics = Vec::new();
        for (lang, (other, found)) in Lang::ALL.into_iter().zip(words.into_iter().zip(found)) {
            let locale = &mut locales.0[lang];
            locale.other = other;
            if let Some(catalog) = new(&locale.words).cloned() {
                diagnostics.extend(locale.checked(&catalog, args, found));
            }
        }
        (locales, diagnostics)
    }

    /// The same with the French spacing of `profile`: `typography.profile` of the
    /// settings.
    #[must_use]
    pub fn with_profile(mut self, profile: Profile) -> Locales {
        self.0.en.style.profile = profile;
        self.0.fr.style.profile = profile;
        self
    }

    /// The locale of a language.
    pub fn get(&self, lang: Lang) -> &Locale {
        &self.0[lang]
    }
}

impl Locale {
    /// What was found in the files of a catalog, and what its references have, without
    /// what comments silence.
    fn checked(
        &mut self,
        catalog: &Catalog,
        args: &Args<'_>,
        mut found: Vec<Diagnostic>,
    ) -> Vec<Diagnostic> {
        found.extend(check_references(catalog, self, args));
        let lang = self.lang();
        let found = found
            .into_iter()
            .map(|finding| finding.lang(lang))
            .collect();
        let (found, silenced) = silence(catalog.files(), lang, found);
        self.silenced = Arc::new(silenced);
        found
    }
}
