//! Loading what all memos share.

use super::files::FileStore;
use super::printable::prints_own_words;
use super::{Press, codes};
use crate::check::{apply_to_files, impossible_settings, near_facts_of_settings};
use crate::diagnostic::{Diagnostic, nearest};
use crate::lang::{Both, Lang};
use crate::language::typography::{MendRule, Mender};
use crate::language::write::{Profile, Style};
use crate::locale::{self, Locales, Resource};
use crate::memo::codes::UNKNOWN_VALUE;
use crate::memo::settings::TypographyProfile;
use crate::memo::yaml::Places;
use crate::memo::{
    Directory, Letterhead, Settings, parse_directory, parse_letterhead, parse_settings,
};
use crate::output::html::declare_variables;
use crate::output::pdf::font::FontSet;
use crate::output::theme::Theme;
use crate::source::{SourceFile, composed};
use crate::template::Templates;
use crate::workspace::{FileLayer, Workspace, resolve};
use std::collections::BTreeMap;
use std::sync::Arc;

const SETTINGS: &str = "bimemo.yaml";
const DIRECTORY: &str = "directory.yaml";
const THEME: &str = "templates/theme.yaml";
const THEMES: &str = "templates/themes";
const LETTERHEADS: &str = "templates/letterheads";

impl Press {
    /// Loads locales, templates, theme, fonts, letterheads, settings and directory of
    /// a workspace, with every fault of them.
    pub fn load(workspace: &Workspace) -> (Press, Vec<Diagnostic>) {
        let (workspace, inputs) = workspace.watched();
        let mut loader = Loader {
            workspace: &workspace,
            findings: Vec::new(),
        };
        let mut settings = loader.settings();
        let _held = settings.limits.hold();
        let file = Arc::clone(&settings.file);
        let places = Places::default();
        let near = near_facts_of_settings(&mut settings, |place| places.of(&file).span_of(place));
        loader.findings.extend(near);
        let locales = loader.locales(&settings);
        let (templates, foreign_templates) = loader.templates();
        let (theme, fonts) = loader.theme();
        let own_words = fonts
            .as_ref()
            .is_some_and(|fonts| prints_own_words(&theme, fonts));
        let plain_look = own_words && !foreign_templates && loader.has_own_theme(&theme);
        let letterheads = loader.letterheads();
        let directory = loader.directory();
        loader
            .findings
            .extend(impossible_settings(&settings, &places));
        let facts = directory.check_facts(&settings.facts, |place| {
            Some(places.of(&settings.file).span_of(place))
        });
        loader.findings.extend(facts);
        loader.findings.extend(unknown_rules(&settings, &places));
        let settled = apply_to_files(loader.findings, &settings);
        let press = Press {
            menders: Both::of(|lang| mender(lang, &settings)),
            css: declare_variables(&theme.css_variables()),
            sheet: theme.style_sheet(),
            letterheads,
            directory,
            places,
            files: FileStore::default(),
            inputs: inputs.hash(),
            used_exceptions: settled.used,
            locales,
            templates,
            foreign_templates,
            plain_look,
            theme,
            fonts,
            settings,
        };
        (press, settled.diagnostics)
    }
}

/// The settings of a workspace and the menders of both languages as they want them, with
/// every fault of the settings.
pub fn load_menders(workspace: &Workspace) -> (Menders, Vec<Diagnostic>) {
    let mut loader = Loader {
        workspace,
        findings: Vec::new(),
    };
    let settings = loader.settings();
    let unknown = unknown_rules(&settings, &Places::default());
    loader.findings.extend(unknown);
    let menders = Menders {
        languages: Both::of(|lang| mender(lang, &settings)),
        settings,
    };
    (menders, loader.findings)
}

/// What mends the sources of a workspace.
#[derive(Clone, Debug)]
pub struct Menders {
    /// The mender of each language.
    pub languages: Both<Mender>,
    /// The settings, which silence what is meant to stay.
    pub settings: Settings,
}

/// Findings for the names in `typography.off` that no rule has.
fn unknown_rules(settings: &Settings, places: &Places) -> Vec<Diagnostic> {
    let off = settings.typography.off.iter();
    let unknown = off.filter(|name| MendRule::from_name(&name.value).is_none());
    unknown
        .map(|name| {
            let rules: Vec<&str> = MendRule::all().map(MendRule::name).collect();
            let near = nearest(&name.value, rules.iter().copied());
            let wording = UNKNOWN_VALUE.say(
                "typography",
                given!(written = name.value, near, rules = rules.join(", ")),
            );
            Diagnostic::told(places.of(&settings.file).span_of(&name.place), wording)
        })
        .collect()
}

/// The mender of a language as the settings want it.
fn mender(lang: Lang, settings: &Settings) -> Mender {
    let mut style = Style::from(lang);
    style.profile = profile(settings);
    let mut mender = Mender::new(style);
    let off = &settings.typography.off;
    mender.off = off
        .iter()
        .filter_map(|name| MendRule::from_name(&name.value))
        .collect();
    mender
}

fn profile(settings: &Settings) -> Profile {
    match settings.typography.profile {
        TypographyProfile::FrCa => Profile::FrCa,
        TypographyProfile::FrFr => Profile::FrFr,
    }
}

struct Loader<'a> {
    workspace: &'a Workspace,
    findings: Vec<Diagnostic>,
}

impl Loader<'_> {
    /// A file of the workspace, where it is there and can be understood as text.
    fn text(&mut self, path: &str) -> Option<Arc<SourceFile>> {
        kept(self.workspace.text(path), &mut self.findings)
    }

    fn text_in(&mut self, layer: FileLayer, path: &str) -> Option<Arc<SourceFile>> {
        kept(self.workspace.text_in(layer, path), &mut self.findings)
    }

    fn list(&mut self, folder: &str, extension: &str) -> Vec<(FileLayer, String)> {
        self.workspace.list(folder, extension, &mut self.findings)
    }

    fn settings(&mut self) -> Settings {
        let Some(file) = self.text(SETTINGS) else {
            return Settings::empty(SourceFile::new(SETTINGS, ""));
        };
        let (settings, faults) = parse_settings(&file, codes::table());
        self.findings.extend(faults);
        settings
    }

    fn directory(&mut self) -> Directory {
        let Some(file) = self.text(DIRECTORY) else {
            return Directory::default();
        };
        let (directory, faults) = parse_directory(&file);
        self.findings.extend(faults);
        directory
    }

    fn locales(&mut self, settings: &Settings) -> Locales {
        let mut resources = Vec::new();
        for lang in Lang::ALL {
            for (layer, path) in self.list(&format!("locales/{lang}"), "ftl") {
                if let Some(file) = self.text_in(layer, &path) {
                    let layer = match layer {
                        FileLayer::Embedded => locale::Layer::Embedded,
                        FileLayer::Disk => locale::Layer::Workspace,
                    };
                    resources.push(Resource { lang, file, layer });
                }
            }
        }
        let (locales, faults) = Locales::load(resources);
        self.findings.extend(faults);
        locales.with_profile(profile(settings))
    }

    /// The templates, and whether any is not the program's own to the byte.
    fn templates(&mut self) -> (Templates, bool) {
        let mut files: Vec<Arc<SourceFile>> = Vec::new();
        let mut own = false;
        for extension in ["md", "html"] {
            for (layer, path) in self.list("templates", extension) {
                let file = self.text_in(layer, &path);
                // The defaults come first.
                let is_default = |file: &SourceFile| {
                    let mut known = files.iter().filter(|known| known.path() == file.path());
                    known.any(|known| known.written() == file.written())
                };
                own |= layer == FileLayer::Disk && !file.as_deref().is_some_and(is_default);
                files.extend(file);
            }
        }
        if !own {
            return (Templates::of_program(files), false);
        }
        let (templates, faults) = Templates::load_counted(files);
        self.findings.extend(faults);
        (templates, true)
    }

    /// Whether the theme, those that it may be based on and its fonts are the program's own
    /// to the byte.
    fn has_own_theme(&mut self, theme: &Theme) -> bool {
        let themes = self.list(THEMES, "yaml").into_iter().map(|(_, path)| path);
        let fonts = theme.font_files().filter_map(|file| resolve(THEME, file));
        let mut files = themes.chain([THEME.to_owned()]).chain(fonts);
        !files.any(|path| self.workspace.differs(&path))
    }

    fn theme(&mut self) -> (Theme, Option<FontSet>) {
        let own = self.text_in(FileLayer::Disk, THEME);
        // The workspace's own stand for embedded ones of their name.
        let mut themes = BTreeMap::new();
        for (layer, path) in self.list(THEMES, "yaml") {
            if let Some(file) = self.text_in(layer, &path) {
                themes.insert(path, file);
            }
        }
        let themes: Vec<Arc<SourceFile>> = themes.into_values().collect();
        let (theme, faults) = Theme::parse(own.as_ref(), &themes);
        self.findings.extend(faults);
        let mut unreadable = Vec::new();
        let mut read = |file: &str| {
            let path = resolve(THEME, file)?;
            let bytes = self.workspace.bytes(&path);
            bytes.unwrap_or_else(|faults| {
                unreadable.extend(faults);
                None
            })
        };
        let fonts = FontSet::load(&theme, &mut read);
        // A font that cannot be read is not missing.
        if unreadable.is_empty() {
            unreadable.extend(fonts.as_ref().err().into_iter().flatten().cloned());
        }
        self.findings.extend(unreadable);
        let warnings = fonts.iter().flat_map(|fonts| &fonts.warnings);
        self.findings.extend(warnings.cloned());
        (theme, fonts.ok())
    }

    fn letterheads(&mut self) -> BTreeMap<String, Letterhead> {
        let mut letterheads = BTreeMap::new();
        for extension in ["yaml", "yml"] {
            let listed = self.list(LETTERHEADS, extension);
            for (layer, path) in listed.iter().cloned() {
                // The workspace's own stands for the program's of its name.
                let own = (FileLayer::Disk, path.clone());
                if layer == FileLayer::Embedded && listed.contains(&own) {
                    continue;
                }
                let (mut letterhead, faults) = match self.text_in(layer, &path) {
                    Some(file) => parse_letterhead(&file),
                    // It is there: only its content is at fault.
                    None => (Letterhead::empty(SourceFile::new(&*path, "")), Vec::new()),
                };
                letterhead.is_example = layer == FileLayer::Embedded;
                self.findings.extend(faults);
                let name = path.rsplit('/').next().unwrap_or(&path);
                let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
                letterheads.insert(composed(stem).into_owned(), letterhead);
            }
        }
        letterheads
    }
}

/// A file that was read, where it is there; its faults are kept as findings.
pub(super) fn kept(
    read: Result<Option<Arc<SourceFile>>, Vec<Diagnostic>>,
    findings: &mut Vec<Diagnostic>,
) -> Option<Arc<SourceFile>> {
    read.unwrap_or_else(|faults| {
        findings.extend(faults);
        None
    })
}
