//! The locales as other rooms use them: what is loaded, and what there is.

mod print;

pub(crate) use print::private_use;

use super::args::Args;
use super::catalog::Catalog;
use super::exceptions::silence;
use super::integrity::check_references;
use super::one_language::Locale;
use super::resource::Resource;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::language::write::Profile;
use crate::source::SourceFile;
use std::sync::Arc;

/// The words of both languages, loaded once. Cheap to clone; `Send` and `Sync`.
#[derive(Clone)]
pub struct Locales {
    en: Locale,
    fr: Locale,
}

impl Locales {
    /// Loads every resource. Faults of the files come beside what could be loaded:
    /// what is not Fluent, duplicates, references that lead nowhere or in circles,
    /// calls that cannot work.
    pub fn load(resources: impl IntoIterator<Item = Resource>) -> (Locales, Vec<Diagnostic>) {
        let resources: Vec<Resource> = resources.into_iter().collect();
        let (mut en, of_en) = Locale::load(&resources, Lang::En);
        let (mut fr, of_fr) = Locale::load(&resources, Lang::Fr);
        en.other.shared = Arc::clone(&fr.shared);
        fr.other.shared = Arc::clone(&en.shared);
        let nothing = Args::new();
        let mut diagnostics = en.checked(&Arc::clone(&en.shared), &nothing, of_en);
        diagnostics.extend(fr.checked(&Arc::clone(&fr.shared), &nothing, of_fr));
        (Locales { en, fr }, diagnostics)
    }

    /// The locales with a memo's own messages, which win and are seen by this memo
    /// alone. `args` are those of its texts: what a name may have been meant for.
    pub fn for_memo(
        &self,
        en: Option<Arc<SourceFile>>,
        fr: Option<Arc<SourceFile>>,
        args: &Args<'_>,
    ) -> (Locales, Vec<Diagnostic>) {
        let (mut en, of_en) = self.en.with_own(en);
        let (mut fr, of_fr) = self.fr.with_own(fr);
        en.other.own = fr.own.clone();
        fr.other.own = en.own.clone();
        let mut diagnostics = Vec::new();
        for (locale, found) in [(&mut en, of_en), (&mut fr, of_fr)] {
            if let Some(own) = locale.own.clone() {
                diagnostics.extend(locale.checked(&own, args, found));
            }
        }
        (Locales { en, fr }, diagnostics)
    }

    /// The same with the French spacing of `profile`: `typography.profile` of the
    /// settings.
    #[must_use]
    pub fn with_profile(mut self, profile: Profile) -> Locales {
        self.en.style.profile = profile;
        self.fr.style.profile = profile;
        self
    }

    /// The locale of a language.
    pub fn get(&self, lang: Lang) -> &Locale {
        match lang {
            Lang::En => &self.en,
            Lang::Fr => &self.fr,
        }
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
        let (found, silenced) = silence(catalog.files(), self.lang(), found);
        self.silenced = Arc::new(silenced);
        found
    }
}
