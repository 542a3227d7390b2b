//! What the rules look at: the files, the messages that win, and each with its
//! translation.

use super::selectors::{Selector, selectors};
pub(super) use crate::check::pairing::language;
use crate::diagnostic::{Code, Codes, Diagnostic};
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

/// What the rules must know besides the resources.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The workspace's settings: its glossary and its facts.
    pub settings: &'a Settings,
    /// What mends the typography of each language, as the settings want it.
    pub menders: &'a Both<Mender>,
    /// Every name that stands in the files that may use messages: memos, directory,
    /// settings, letterheads.
    pub names: &'a BTreeSet<String>,
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
pub(super) struct Part<'a> {
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

    /// A finding about this language's text.
    pub fn finding(&self, code: &'static Code, span: Span, message: String) -> Diagnostic {
        Diagnostic::new(code, span, message).lang(self.lang())
    }
}

/// A value or an attribute in both languages.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair<'p, 'a> {
    pub en: &'p Part<'a>,
    pub fr: &'p Part<'a>,
}

impl<'p, 'a> Pair<'p, 'a> {
    /// Pairs whose text in one language is that of an earlier pair, with that pair, while
    /// their texts in the other language differ. Terms and texts without words are left
    /// out.
    pub fn twins(pairs: &[Pair<'p, 'a>], lang: Lang) -> Vec<(Pair<'p, 'a>, Pair<'p, 'a>)> {
        let mut seen: BTreeMap<Vec<String>, Pair<'p, 'a>> = BTreeMap::new();
        let mut twins = Vec::new();
        for pair in pairs {
            if pair.en.entry.is_term || pair.en.is_wordless() || pair.fr.is_wordless() {
                continue;
            }
            let first = *seen.entry(pair.side(lang).shapes()).or_insert(*pair);
            let other = lang.other();
            if pair.side(other).shapes() != first.side(other).shapes() {
                twins.push((*pair, first));
            }
        }
        twins
    }

    pub fn side(&self, lang: Lang) -> &'p Part<'a> {
        match lang {
            Lang::En => self.en,
            Lang::Fr => self.fr,
        }
    }

    /// A finding at a place of `wrong`, with the other language's text beside it.
    pub fn finding_at(
        &self,
        code: &'static Code,
        wrong: Lang,
        span: Span,
        message: String,
    ) -> Diagnostic {
        let other = self.side(wrong.other());
        self.side(wrong)
            .finding(code, span, message)
            .label(other.span(), format!("the {}", language(wrong.other())))
    }

    /// A finding at the name of `wrong`.
    pub fn finding(&self, code: &'static Code, wrong: Lang, message: String) -> Diagnostic {
        self.finding_at(code, wrong, self.side(wrong).span(), message)
    }

    /// What the two print by default, read.
    pub fn usual(&self) -> Option<(&'p Reading, &'p Reading)> {
        let (en, fr) = (self.en.readings().next(), self.fr.readings().next());
        Some((en?.1, fr?.1))
    }
}

/// What the rules look at.
pub(super) struct Scope<'s, 'a> {
    pub context: &'s Context<'s>,
    pub locales: &'s Locales,
    /// Every file.
    pub units: &'s [Unit<'a>],
    /// Whether a memo's own files are looked at, and not those that all memos share.
    pub of_memo: bool,
    winners: [BTreeMap<Key<'a>, Entry<'a>>; 2],
    parts: [BTreeMap<(Key<'a>, Option<&'a str>), Part<'a>>; 2],
}

const fn index(lang: Lang) -> usize {
    match lang {
        Lang::En => 0,
        Lang::Fr => 1,
    }
}

impl<'s, 'a> Scope<'s, 'a> {
    pub fn new(
        context: &'s Context<'s>,
        locales: &'s Locales,
        units: &'s [Unit<'a>],
        of_memo: bool,
    ) -> Scope<'s, 'a> {
        let mut winners = [BTreeMap::new(), BTreeMap::new()];
        for unit in units {
            for entry in &unit.entries {
                let winners: &mut BTreeMap<Key<'a>, Entry<'a>> =
                    &mut winners[index(unit.source.lang)];
                let key = (entry.is_term, entry.id);
                if winners
                    .get(&key)
                    .is_none_or(|winner| winner.source.rank < unit.source.rank)
                {
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
            parts: [BTreeMap::new(), BTreeMap::new()],
        };
        for lang in Lang::ALL {
            scope.parts[index(lang)] = scope.parts_of(lang);
        }
        scope
    }

    fn parts_of(&self, lang: Lang) -> BTreeMap<(Key<'a>, Option<&'a str>), Part<'a>> {
        let mut parts = BTreeMap::new();
        for (key, entry) in &self.winners[index(lang)] {
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
        let of_memo = self.of_memo;
        self.units
            .iter()
            .filter(move |unit| !of_memo || unit.source.rank == LayerRank::Memo)
    }

    /// Whether the two languages are to say the same.
    pub fn is_bilingual(&self) -> bool {
        Lang::ALL
            .iter()
            .all(|lang| self.context.languages.contains(lang))
    }

    /// The message or term that wins.
    pub fn entry(&self, lang: Lang, key: Key<'a>) -> Option<&Entry<'a>> {
        self.winners[index(lang)].get(&key)
    }

    /// The messages and terms that win, in the files that findings are about.
    pub fn entries(&self, lang: Lang) -> impl Iterator<Item = &Entry<'a>> {
        self.winners[index(lang)]
            .values()
            .filter(|entry| self.is_subject(entry.source))
    }

    /// The values and attributes that win, in the files that findings are about.
    pub fn parts(&self) -> impl Iterator<Item = &Part<'a>> {
        self.parts
            .iter()
            .flat_map(BTreeMap::values)
            .filter(|part| self.is_subject(part.entry.source))
    }

    /// The value of a term.
    pub fn part(&self, lang: Lang, term: &str) -> Option<&Part<'a>> {
        let mut parts = self.parts[index(lang)].values();
        parts.find(|part| part.entry.is_term && part.entry.id == term && part.attribute.is_none())
    }

    /// Those that both languages have. The attributes of terms are each language's own.
    pub fn pairs(&self) -> Vec<Pair<'_, 'a>> {
        if !self.is_bilingual() {
            return Vec::new();
        }
        let [en, fr] = &self.parts;
        en.iter()
            .filter(|((key, attribute), _)| !(key.0 && attribute.is_some()))
            .filter_map(|(key, en)| {
                let fr = fr.get(key)?;
                Some(Pair { en, fr })
            })
            .collect()
    }
}
