//! The locales as other rooms use them.

use super::args::{Args, Locator};
use super::capital::capitalize;
use super::catalog::{Catalog, Entry};
use super::exceptions::silence;
use super::formatted::{Formatted, Segment, Source, Value};
use super::frame::{Bindings, Frame, Ground};
use super::functions;
use super::integrity::check_references;
use super::output::Output;
use super::pattern::is_plain;
use super::plural::Plurals;
use super::private::{private_use_finding, private_uses};
use super::resolve::{Resolver, Scalar};
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::language::lexicon::gendered_titles;
use crate::language::write::{Profile, Style};
use crate::memo::fact::Date;
use crate::memo::{Fact, Gender, NodePath, Text, TextValue};
use crate::source::SourceFile;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A Fluent resource: an `.ftl` file of one language.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Its language.
    pub lang: Lang,
    /// The file.
    pub file: Arc<SourceFile>,
    /// Where it stands against others.
    pub layer: Layer,
}

/// A message of a later layer wins over one of the same id in an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// The defaults in the binary.
    Embedded,
    /// The workspace's own.
    Workspace,
}

/// The words of both languages, loaded once. Cheap to clone; `Send` and `Sync`.
#[derive(Clone)]
pub struct Locales {
    en: Locale,
    fr: Locale,
}

/// The words of one language, for all memos or for one.
#[derive(Clone)]
pub struct Locale {
    style: Style,
    plurals: Arc<Plurals>,
    /// A memo's own resource, which wins.
    own: Option<Arc<Catalog>>,
    shared: Arc<Catalog>,
    /// The catalogs of the other language.
    other: OtherLanguage,
    /// The loader's findings that comments silence: in the memo's own resource, where
    /// it has one, else in the shared ones.
    silenced: Arc<Vec<Diagnostic>>,
}

/// What the other language has, to tell what neither has from what one lacks.
#[derive(Clone, Default)]
struct OtherLanguage {
    own: Option<Arc<Catalog>>,
    shared: Arc<Catalog>,
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
    fn load(resources: &[Resource], lang: Lang) -> (Locale, Vec<Diagnostic>) {
        let files = resources
            .iter()
            .filter(|resource| resource.lang == lang)
            .map(|resource| (Arc::clone(&resource.file), resource.layer))
            .collect();
        let (catalog, diagnostics) = Catalog::load(files, lang);
        let locale = Locale {
            style: Style::from(lang),
            plurals: Arc::new(Plurals::new(lang)),
            own: None,
            shared: Arc::new(catalog),
            other: OtherLanguage::default(),
            silenced: Arc::default(),
        };
        (locale, diagnostics)
    }

    fn with_own(&self, file: Option<Arc<SourceFile>>) -> (Locale, Vec<Diagnostic>) {
        let mut locale = self.clone();
        locale.own = None;
        let Some(file) = file else {
            return (locale, Vec::new());
        };
        let (catalog, diagnostics) = Catalog::load(vec![(file, Layer::Workspace)], self.lang());
        locale.own = Some(Arc::new(catalog));
        (locale, diagnostics)
    }

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

    /// Formats a Text; nothing where it has no words in this language. `locator`
    /// finds places in the file that the Text was read from.
    ///
    /// # Errors
    /// Every fault of the pattern, each with its place.
    pub fn text(
        &self,
        text: &Text,
        locator: &dyn Locator,
        args: &Args<'_>,
    ) -> Result<Option<Formatted>, Vec<Diagnostic>> {
        let (formatted, mut diagnostics) = self.text_with_gaps(text, locator, args);
        if diagnostics.is_empty() {
            return Ok(formatted);
        }
        diagnostics.extend(formatted.into_iter().flat_map(|it| it.missing));
        Err(diagnostics)
    }

    /// The same with every fault of the pattern beside the text, which has gaps where
    /// something is faulty; nothing where all of it is, or where it has no words in this
    /// language.
    pub fn text_with_gaps(
        &self,
        text: &Text,
        locator: &dyn Locator,
        args: &Args<'_>,
    ) -> (Option<Formatted>, Vec<Diagnostic>) {
        if let TextValue::Message { id, args: own } = &text.value {
            let args = args.message_args(own, locator);
            let ground = Ground::Node {
                locator,
                place: &text.place.key("message"),
            };
            let (formatted, diagnostics) = self.message_on(id, ground, &args);
            let nothing = formatted.text.is_empty() && !diagnostics.is_empty();
            return (Some(formatted).filter(|_| !nothing), diagnostics);
        }
        let Some((words, place)) = Locale::own_words(&text.value, &text.place, self.lang()) else {
            return (None, Vec::new());
        };
        let scalar = Scalar {
            text: words,
            locator,
            place: &place,
        };
        self.scalar(scalar, args)
    }

    fn scalar(&self, scalar: Scalar<'_>, args: &Args<'_>) -> (Option<Formatted>, Vec<Diagnostic>) {
        if is_plain(scalar.text) {
            let private = private_use(scalar.text, scalar.place, scalar.locator, self.lang());
            let formatted = private.is_empty().then(|| plain(scalar.text));
            return (formatted, private);
        }
        let mut resolver = Resolver::new(self);
        let mut output = Output::default();
        resolver.scalar(scalar, "", Bindings::Args(args), None, &mut output);
        let (formatted, diagnostics) = resolver.finish(output);
        let nothing = formatted.text.is_empty() && !diagnostics.is_empty();
        (Some(formatted).filter(|_| !nothing), diagnostics)
    }

    /// The scalar in which a Text has its words of this language: what
    /// [`Source::Text`] counts its bytes in.
    pub fn text_place(&self, text: &Text) -> NodePath {
        match text.value {
            TextValue::Bilingual(_) => text.place.key(self.lang().code()),
            TextValue::Shared(_) => text.place.clone(),
            TextValue::Message { .. } => text.place.key("message"),
        }
    }

    /// The words of a Text that has words of its own in a language, and their node.
    pub(crate) fn own_words<'t>(
        text: &'t TextValue,
        place: &NodePath,
        lang: Lang,
    ) -> Option<(&'t str, NodePath)> {
        match text {
            TextValue::Bilingual(words) => {
                let words = words[lang].as_deref();
                words.map(|words| (words, place.key(lang.code())))
            }
            TextValue::Shared(words) => Some((words, place.clone())),
            TextValue::Message { .. } => None,
        }
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

    /// Formats the message `id` or `id.attribute`.
    ///
    /// # Errors
    /// Every fault of the message, each with its place in the `.ftl`; a message
    /// that does not exist has no place.
    pub fn message(&self, id: &str, args: &Args<'_>) -> Result<Formatted, Vec<Diagnostic>> {
        let (formatted, mut diagnostics) = self.message_on(id, Ground::Program, args);
        if diagnostics.is_empty() {
            return Ok(formatted);
        }
        diagnostics.extend(formatted.missing);
        Err(diagnostics)
    }

    fn message_on(
        &self,
        id: &str,
        ground: Ground<'_>,
        args: &Args<'_>,
    ) -> (Formatted, Vec<Diagnostic>) {
        let frame = Frame {
            ground,
            bindings: Bindings::Args(args),
            name: "",
            parent: None,
        };
        let mut resolver = Resolver::new(self);
        let mut output = Output::default();
        resolver.message(id, &frame, &mut output);
        resolver.finish(output)
    }

    /// Whether there is a message `id` or `id.attribute`.
    pub fn has(&self, id: &str) -> bool {
        let (id, attribute) = match id.split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (id, None),
        };
        self.message_entry(id)
            .is_some_and(|entry| entry.pattern(attribute).is_some())
    }

    /// The ids of messages that begin with `prefix`, in alphabetical order: of
    /// `classification-`, say.
    pub fn ids(&self, prefix: &str) -> Vec<&str> {
        let ids: BTreeSet<&str> = self
            .message_ids()
            .filter(|id| id.starts_with(prefix))
            .collect();
        ids.into_iter().collect()
    }

    /// A date in its usual form.
    pub fn date(&self, date: Date) -> Value {
        functions::print_fact(&Fact::Date(date), self.style)
    }

    /// A telephone number in its usual form, with its extension.
    pub fn telephone(&self, number: &str, extension: Option<&str>) -> Value {
        functions::print_telephone(number, extension, self.style)
    }

    /// An e-mail address with its link.
    pub fn email(&self, address: &str) -> Value {
        functions::print_fact(&Fact::Email(address.to_owned()), self.style)
    }

    /// Gives the text a capital where it begins a line: `ministère du Travail` →
    /// `Ministère du Travail`. Words with a capital inside (`eHealth`) and what is
    /// no letter stay.
    pub fn capitalize(&self, formatted: &mut Formatted) {
        capitalize(formatted);
    }

    /// The entry of a message.
    pub(crate) fn message_entry(&self, id: &str) -> Option<Entry<'_>> {
        self.own
            .as_ref()
            .and_then(|own| own.message(id))
            .or_else(|| self.shared.message(id))
    }

    /// Whether the other language has a message of this id.
    pub(crate) fn other_has_message(&self, id: &str) -> bool {
        let own = self.other.own.iter().chain([&self.other.shared]);
        own.into_iter().any(|catalog| catalog.message(id).is_some())
    }

    /// The entry of a term.
    pub(crate) fn term_entry(&self, id: &str) -> Option<Entry<'_>> {
        self.own
            .as_ref()
            .and_then(|own| own.term(id))
            .or_else(|| self.shared.term(id))
    }

    /// Ids of messages, for hints.
    pub(crate) fn message_ids(&self) -> impl Iterator<Item = &str> {
        let own = self.own.iter().flat_map(|own| own.message_ids());
        own.chain(self.shared.message_ids())
    }

    /// Ids of terms, for hints.
    pub(crate) fn term_ids(&self) -> impl Iterator<Item = &str> {
        let own = self.own.iter().flat_map(|own| own.term_ids());
        own.chain(self.shared.term_ids())
    }

    /// The files of the shared resources, each with its layer, and those of the memo's
    /// own, without one.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&Arc<SourceFile>, Option<Layer>)> {
        let own = self.own.iter().flat_map(|own| own.files());
        let shared = self.shared.files();
        shared
            .map(|(file, layer)| (file, Some(layer)))
            .chain(own.map(|(file, _)| (file, None)))
    }

    /// Whether a memo's own resource is among them.
    pub(crate) fn has_own(&self) -> bool {
        self.own.is_some()
    }

    /// The plural rules.
    pub(crate) fn plurals(&self) -> &Plurals {
        &self.plurals
    }

    /// The language's name in diagnostics.
    pub(crate) fn language_name(&self) -> &'static str {
        match self.lang() {
            Lang::En => "English",
            Lang::Fr => "French",
        }
    }
}

/// Findings for the characters of a Text that are for private use.
pub(crate) fn private_use(
    text: &str,
    place: &NodePath,
    locator: &dyn Locator,
    lang: Lang,
) -> Vec<Diagnostic> {
    private_uses(text)
        .into_iter()
        .map(|(range, character)| {
            private_use_finding(locator.locate(place, Some(range)), character).lang(lang)
        })
        .collect()
}

/// A text without braces: its own pattern.
fn plain(text: &str) -> Formatted {
    let range = 0..text.len();
    Formatted {
        text: text.to_owned(),
        values: Vec::new(),
        segments: if text.is_empty() {
            Vec::new()
        } else {
            vec![Segment {
                range: range.clone(),
                source: Source::Text(range.clone()),
                outer: Some(range),
                verbatim: true,
            }]
        },
        missing: Vec::new(),
    }
}
