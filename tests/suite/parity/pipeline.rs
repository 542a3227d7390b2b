//! From a memo's text to its two documents and what the check finds in them.

use crate::stage;
use bimemo::check::{self, Context};
use bimemo::diagnostic::{Diagnostic, Severity};
use bimemo::document::{Document, Files, Surroundings, build_document};
use bimemo::lang::{Both, Lang};
use bimemo::language::typography::{MendRule, Mender};
use bimemo::locale::{Layer, Locales, Resource};
use bimemo::memo::yaml::Places;
use bimemo::memo::{Memo, Settings, parse_memo, parse_settings};
use bimemo::press::codes;
use bimemo::source::SourceFile;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// Files that are all there.
struct All;

impl Files for All {
    fn exists(&self, _: &str) -> bool {
        true
    }

    fn candidates(&self, _: &str) -> Vec<String> {
        Vec::new()
    }
}

fn locales() -> &'static Locales {
    static LOCALES: OnceLock<Locales> = OnceLock::new();
    LOCALES.get_or_init(|| {
        let root = stage::repository();
        let resources = Lang::ALL.into_iter().flat_map(|lang| {
            let folder = root.join("locales").join(lang.code());
            stage::files(&folder).into_iter().map(move |name| Resource {
                lang,
                file: SourceFile::new(
                    format!("locales/{lang}/{}", name.display()),
                    std::fs::read_to_string(folder.join(name)).expect("a locale can be read"),
                ),
                layer: Layer::Embedded,
            })
        });
        Locales::load(resources.collect::<Vec<_>>()).0
    })
}

fn menders() -> &'static Both<Mender> {
    static MENDERS: OnceLock<Both<Mender>> = OnceLock::new();
    MENDERS.get_or_init(|| Both::of(Mender::new))
}

/// A memo with its documents.
pub struct Built {
    pub file: Arc<SourceFile>,
    pub memo: Memo,
    pub en: Document,
    pub fr: Document,
    settings: Settings,
    places: Places,
}

impl Built {
    /// Builds both documents of a memo; the findings that stop it otherwise.
    pub fn of(path: &str, text: &str) -> Result<Built, Vec<Diagnostic>> {
        Built::with(path, text, "")
    }

    /// The same with the settings of a workspace.
    pub fn with(path: &str, text: &str, settings: &str) -> Result<Built, Vec<Diagnostic>> {
        let file = SourceFile::new(path, text);
        let stem = path
            .rsplit('/')
            .next()
            .unwrap_or(path)
            .trim_end_matches(".yaml");
        let (memo, mut faults) = parse_memo(&file, stem, codes::table());
        let Some(memo) = memo else { return Err(faults) };
        let places = Places::default();
        let (settings, more) =
            parse_settings(&SourceFile::new("bimemo.yaml", settings), codes::table());
        faults.extend(more);
        let unmended = Both::of(|lang| {
            let mut mender = Mender::new(lang);
            mender.off.extend(MendRule::all());
            mender
        });
        let around = Surroundings {
            locales: locales(),
            places: &places,
            files: &All,
            settings: &settings,
            organizations: &BTreeMap::new(),
            letterheads: &BTreeMap::new(),
            successor: &Both::default(),
            menders: if settings.typography.off.is_empty() {
                menders()
            } else {
                &unmended
            },
        };
        let (en, more) = build_document(&memo, Lang::En, &around, false);
        faults.extend(more);
        let (fr, more) = build_document(&memo, Lang::Fr, &around, false);
        faults.extend(more);
        if faults.iter().any(|fault| fault.severity == Severity::Error) {
            return Err(faults);
        }
        Ok(Built {
            file,
            memo,
            en,
            fr,
            settings,
            places,
        })
    }

    /// What the check of parity finds.
    pub fn findings(&self) -> Vec<Diagnostic> {
        let context = Context {
            memo: Some(&self.memo),
            settings: Some(&self.settings),
            places: &self.places,
            known: &[],
        };
        check::check_documents(&[&self.en, &self.fr], &context).findings
    }

    /// The same after the memo's exceptions.
    pub fn settled(&self) -> Vec<Diagnostic> {
        let (memo, settings, places) = (&self.memo, &self.settings, &self.places);
        let settled = check::apply_settings(self.findings(), (memo, None), Some(settings), places);
        let needless = check::needless_exceptions(memo, &settled.own, settings, places, |_| true);
        let impossible = check::impossible_exceptions(memo, settings, places);
        [settled.diagnostics, needless, impossible].concat()
    }
}
