//! What the rules look at: the files, the messages that win, and each with its
//! translation.

use super::selectors::{Selector, selectors};
use crate::diagnostic::{Codes, Diagnostic, Wording};
use crate::document::markdown::{Form, Reading, read_markdown};
use crate::lang::{Both, Lang};
use crate::language::typography::Mender;
use crate::locale::annotated::{Entry, LayerRank, Source, Unit};
use crate::locale::slices::Pattern;
use crate::locale::{Locales, Outcome, Source as Written, outcomes_in};
use crate::memo::Settings;
use crate::source::Span;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

crate::diagnostic::phrases! {
    SIDES = "sides";
}

/// What the rules must know besides the resources.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The workspace's settings: its glossary and its facts.
    pub settings: &'a Settings,
    /// What mends the typography of each language, as the settings want it.
    pub menders: &'a Both<Mender>,
    /// Whether a name stands in a file that may use messages: memos and their own resources,
    /// directory, settings, letterheads, templates. These are read where a message asks for it that nothing else uses.
    pub is_named: &'a dyn Fn(&str) -> bool,
    /// The languages that must agree: both, but for a memo that exists in one.
    pub languages: &'a [Lang],
    /// The rules that comments may name.
    pub codes: &'a Codes,
    /// The language that was written first: the other one is pointed at.
    pub source: Lang,
}

/// What a message or a term is found by.
pub(super) type Key<'a> = (bool, &'a str);

/// A value or an attribute.
#[derive(Debug)]
pub(in crate::check) struct Part<'a> {
    pub entry: Entry<'a>,
    pub attribute: Option<&'a str>,
    pub pattern: &'a Pattern<'a>,
    /// What it can print; the first is that of the default variants.
    pub outcomes: Vec<Outcome<'a>>,
    /// The same, read as documents do.
    readings: OnceCell<Vec<Reading>>,
    pub selectors: Vec<Selector<'a>>,
}

impl<'a> Part<'a> {
    fn new(entry: &Entry<'a>, attribute: Option<&'a str>, pattern: &'a Pattern<'a>) -> Part<'a> {
        Part {
            entry: entry.clone(),
            attribute,
            pattern,
            outcomes: outcomes_in(pattern, &|slice| entry.source.span_of(slice)),
            readings: OnceCell::new(),
            selectors: selectors(pattern),
        }
    }

    /// Whether it has no words, and so says nothing by itself.
    pub fn is_wordless(&self) -> bool {
        let has_words = |text: &str| text.chars().any(char::is_alphabetic);
        !self.texts().any(has_words)
    }

    /// What it can print, with a token for each placeable.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let outcomes = self.outcomes.iter();
        outcomes.map(|outcome| outcome.formatted.text.as_str())
    }

    /// What it can print; the same for texts that always print the same.
    pub fn shapes(&self) -> Vec<String> {
        self.outcomes.iter().map(Outcome::shape).collect()
    }

    /// What it prints where no variant but the default fits.
    pub fn usual(&self) -> Option<&Outcome<'a>> {
        self.outcomes.first()
    }

    /// How it is read: one line is no list, whatever it begins with.
    pub fn form(&self) -> Form {
        match self.texts().any(|text| text.contains('\n')) {
            true => Form::Blocks,
            false => Form::Line,
        }
    }

    /// What it can print, with what became of each byte.
    pub fn readings(&self) -> impl Iterator<Item = (&Outcome<'a>, &Reading)> {
        let form = self.form();
        let readings = self.readings.get_or_init(|| {
            let outcomes = self.outcomes.iter();
            let read = |outcome: &Outcome<'_>| read_markdown(&outcome.formatted, form);
            outcomes.map(read).collect()
        });
        self.outcomes.iter().zip(readings)
    }

    pub fn lang(&self) -> Lang {
        self.entry.source.lang
    }

    /// `id`, `-id` or `id.attribute`.
    pub fn name(&self) -> String {
        match self.attribute {
            Some(attribute) => format!("{}.{attribute}", self.entry.written_id()),
            None => self.entry.written_id(),
        }
    }

    /// The place of its name.
    pub fn span(&self) -> Span {
        match self.attribute {
            Some(attribute) => self.entry.source.span_of(attribute),
            None => self.entry.span(),
        }
    }

    /// The place of a range of an outcome's text.
    pub fn span_in(&self, outcome: &Outcome<'_>, range: &Range<usize>) -> Span {
        match outcome.formatted.source(range.clone()) {
            Some(Written::Locale(span)) => span,
            _ => self.span(),
        }
    }

    /// The names of the variables that it chooses by.
    pub fn choosing(&self) -> BTreeSet<&'a str> {
        self.selectors
            .iter()
            .flat_map(Selector::variables)
            .collect()
    }

    /// A finding about this language's text.
    pub fn finding(&self, span: Span, wording: Wording) -> Diagnostic {
        Diagnostic::told(span, wording).lang(self.lang())
    }
}

/// A value or an attribute in both languages.
#[derive(Clone, Copy, Debug)]
pub(in crate::check) struct Pair<'p, 'a> {
    pub en: &'p Part<'a>,
    pub fr: &'p Part<'a>,
}

impl<'p, 'a> Pair<'p, 'a> {
    pub fn side(&self, lang: Lang) -> &'p Part<'a> {
        lang.choose(self.en, self.fr)
    }

    /// A finding at a place of `wrong`, with the other language's text beside it.
    pub fn finding_at(&self, wrong: Lang, span: Span, wording: Wording) -> Diagnostic {
        let other = wrong.other();
        let label = SIDES.words("there", given!(lang = other));
        let finding = self.side(wrong).finding(span, wording);
        finding.label(self.side(other).span(), label)
    }

    /// A finding at the name of `wrong`.
    pub fn finding(&self, wrong: Lang, wording: Wording) -> Diagnostic {
        self.finding_at(wrong, self.side(wrong).span(), wording)
    }

    /// What the two print by default, read.
    pub fn usual(&self) -> Option<(&'p Reading, &'p Reading)> {
        let (en, fr) = (self.en.readings().next(), self.fr.readings().next());
        Some((en?.1, fr?.1))
    }
}

/// What the rules look at.
pub(in crate::check) struct Scope<'s, 'a> {
    pub context: &'s Context<'s>,
    pub locales: &'s Locales,
    /// Every file.
    pub units: &'s [Unit<'a>],
    /// Whether a memo's own files are looked at, and not those that all memos share.
    pub of_memo: bool,
    winners: Both<BTreeMap<Key<'a>, Entry<'a>>>,
    parts: Both<Parts<'a>>,
}

/// Values and attributes by the keys of their messages.
type Parts<'a> = BTreeMap<(Key<'a>, Option<&'a str>), Part<'a>>;

impl<'s, 'a> Scope<'s, 'a> {
    pub fn new(
        context: &'s Context<'s>,
        locales: &'s Locales,
        units: &'s [Unit<'a>],
        of_memo: bool,
    ) -> Scope<'s, 'a> {
        let mut winners: Both<BTreeMap<Key<'a>, Entry<'a>>> = Both::default();
        for unit in units {
            for entry in &unit.entries {
                let winners = &mut winners[unit.source.lang];
                let key = (entry.is_term, entry.id);
                let known = winners.get(&key);
                if known.is_none_or(|known| known.source.rank < unit.source.rank) {
                    winners.insert(key, entry.clone());
                }
            }
        }
        let mut scope = Scope {
            context,
            locales,
            units,
            of_memo,
            winners,
            parts: Both::default(),
        };
        scope.parts = Both::of(|lang| scope.parts_of(lang));
        scope
    }

    fn parts_of(&self, lang: Lang) -> Parts<'a> {
        let mut parts = BTreeMap::new();
        for (key, entry) in &self.winners[lang] {
            let other = self.entry(lang.other(), *key);
            if !self.is_subject(entry.source)
                && !other.is_some_and(|other| self.is_subject(other.source))
            {
                continue;
            }
            if let Some(value) = entry.value {
                parts.insert((*key, None), Part::new(entry, None, value));
            }
            for attribute in entry.attributes {
                let name = attribute.id.name;
                let part = Part::new(entry, Some(name), &attribute.value);
                parts.insert((*key, Some(name)), part);
            }
        }
        parts
    }

    /// Whether a file is one of those that findings are about.
    pub fn is_subject(&self, source: &Source) -> bool {
        !self.of_memo || source.rank == LayerRank::Memo
    }

    /// The files that findings are about.
    pub fn subjects(&self) -> impl Iterator<Item = &'s Unit<'a>> {
        let units = self.units.iter();
        units.filter(|unit| self.is_subject(unit.source))
    }

    /// The same without what stands in them.
    pub fn sources(&self) -> impl Iterator<Item = &'a Source> {
        self.subjects().map(|unit| unit.source)
    }

    /// Whether the two languages are to say the same.
    pub fn is_bilingual(&self) -> bool {
        Lang::ALL
            .iter()
            .all(|lang| self.context.languages.contains(lang))
    }

    /// The message or term that wins.
    pub fn entry(&self, lang: Lang, key: Key<'a>) -> Option<&Entry<'a>> {
        self.winners[lang].get(&key)
    }

    /// The messages and terms that win, in the files that findings are about.
    pub fn entries(&self, lang: Lang) -> impl Iterator<Item = &Entry<'a>> {
        let winners = self.winners[lang].values();
        winners.filter(|entry| self.is_subject(entry.source))
    }

    /// The same of both languages, each with its own, where the two are to say the same.
    pub fn both(&self) -> impl Iterator<Item = (Lang, &Entry<'a>)> {
        let languages = Lang::ALL.into_iter().filter(|_| self.is_bilingual());
        languages.flat_map(|lang| self.entries(lang).map(move |entry| (lang, entry)))
    }

    /// The values and attributes that win, in the files that findings are about.
    pub fn parts(&self) -> impl Iterator<Item = &Part<'a>> {
        let parts = Lang::ALL
            .into_iter()
            .flat_map(|lang| self.parts[lang].values());
        parts.filter(|part| self.is_subject(part.entry.source))
    }

    /// The value of a term.
    pub fn part(&self, lang: Lang, term: &str) -> Option<&Part<'a>> {
        let mut parts = self.parts[lang].values();
        parts.find(|part| part.entry.is_term && part.entry.id == term && part.attribute.is_none())
    }

    /// Those that both languages have. The attributes of terms are each language's own.
    pub fn pairs(&self) -> impl Iterator<Item = Pair<'_, 'a>> {
        let parts = Some(&self.parts).filter(|_| self.is_bilingual());
        parts.into_iter().flat_map(|parts| {
            let both = parts.en.iter().filter_map(|(key, en)| {
                let fr = parts.fr.get(key)?;
                Some(Pair { en, fr })
            });
            both.filter(|pair| !(pair.en.entry.is_term && pair.en.attribute.is_some()))
        })
    }
}
