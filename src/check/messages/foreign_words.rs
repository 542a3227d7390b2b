//! Words of the other language in a text, and short texts that have no others.

use crate::check::outline::ValuedText;
use crate::check::pairing::{Comparison, Pair, TextMark};
use crate::check::passage::{Case, Word};
use crate::check::rules::untranslated::UNTRANSLATED;
use crate::check::rules::wrong_language::WRONG_LANGUAGE;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::language::lexicon::{belongs_to, is_cognate, known_word, looks_english};
use std::collections::BTreeMap;

/// Words of a text that are enough for the rule of memos.
const LONG: usize = 6;

/// Words from which on a short text tells its language.
const SHORT: usize = 3;

pub(super) fn check(comparison: &Comparison<'_, '_>, out: &mut Vec<Diagnostic>) {
    let mut usage = WordUsage::new(comparison);
    for pair in &comparison.pairs {
        for lang in Lang::ALL {
            for text in pair.side(lang) {
                let found = is_other(text, lang).then(|| whole_finding(comparison, text));
                // Of what French has, English borrows more than the list of words knows.
                let borrowed = || (lang == Lang::Fr).then(|| word(&mut usage, pair, text))?;
                let found = found.or_else(borrowed);
                let is_new = |found: &Diagnostic| !is_told(found, out);
                let found = found.filter(is_new);
                out.extend(found);
            }
        }
    }
}

/// Whether a text that is the same in both languages was told already.
fn is_told(found: &Diagnostic, findings: &[Diagnostic]) -> bool {
    let codes = [&UNTRANSLATED, &WRONG_LANGUAGE];
    let mut told = findings.iter().filter(|it| codes.contains(&it.code));
    told.any(|told| {
        let labels = told.labels.iter().map(|label| &label.span);
        told.span
            .iter()
            .chain(labels)
            .any(|span| Some(span) == found.span.as_ref())
    })
}

fn running<'n>(text: &'n ValuedText<'_>) -> impl Iterator<Item = &'n Word> {
    let words = text.passage.words.iter();
    words.filter(|word| word.running && (word.case == Case::Lower || word.first))
}

/// Whether a short text has words of the other language alone.
fn is_other(text: &ValuedText<'_>, lang: Lang) -> bool {
    let words: Vec<&Word> = running(text).collect();
    let of = |lang| {
        let own = |word: &&&Word| belongs_to(&word.folded) == Some(lang);
        words.iter().filter(own).count()
    };
    let known = words.iter().any(|word| known_word(&word.folded, lang));
    (SHORT..LONG).contains(&words.len()) && of(lang) == 0 && of(lang.other()) >= 2 && !known
}

fn whole_finding(comparison: &Comparison<'_, '_>, text: &ValuedText<'_>) -> Diagnostic {
    let lang = text.passage.lang;
    let wording = WRONG_LANGUAGE.say("text", given!(lang, what = "text", other = lang.other()));
    let place = comparison.place(&TextMark::whole(text));
    Diagnostic::told(place, wording)
        .lang(lang)
        .at_most(Severity::Warning)
}

/// A word of the English in small letters that the French has too, and has not of its own.
fn word(
    usage: &mut WordUsage<'_, '_>,
    pair: &Pair<'_, '_>,
    text: &ValuedText<'_>,
) -> Option<Diagnostic> {
    let words: Vec<&Word> = running(text).collect();
    let alone = text.passage.words.len() == 1;
    let shared = |word: &Word| {
        let words = pair.en.iter().flat_map(|text| &text.passage.words);
        words.into_iter().any(|it| it.folded == word.folded)
    };
    let may_be_foreign = |word: &&Word| {
        let folded = word.folded.as_str();
        (word.case == Case::Lower || alone)
            && !word.accented
            && belongs_to(folded) != Some(Lang::Fr)
            && !known_word(folded, Lang::Fr)
            && !is_cognate(folded)
            && shared(word)
    };
    // In few words the other messages alone can tell.
    let few = words.len() < SHORT;
    let found = words.into_iter().filter(may_be_foreign);
    let found: Vec<&Word> = found
        .filter(|word| match few {
            true => is_spelt(&word.folded) && usage.is_translated(&word.folded),
            false => usage.is_foreign(&word.folded),
        })
        .collect();
    let [word] = found.as_slice() else {
        return None;
    };
    let written = text.passage.slice(&word.range);
    let wording = UNTRANSLATED.say("word", given!(written, other = Lang::En, lang = Lang::Fr));
    let place = usage.comparison.place(&TextMark::part(text, &word.range));
    // On public files most such words are names, or borrowed.
    Some(
        Diagnostic::told(place, wording)
            .lang(Lang::Fr)
            .at_most(Severity::Note),
    )
}

/// Whether a word is spelt as English words alone are.
fn is_spelt(word: &str) -> bool {
    let single = word.strip_suffix('s').unwrap_or(word);
    looks_english(word) || looks_english(single)
}

/// What the French of all messages makes of English words.
struct WordUsage<'c, 'd> {
    comparison: &'c Comparison<'c, 'd>,
    /// How many texts have a word in English, how many of them in French too, and how many
    /// have it in French alone.
    counts: BTreeMap<String, [usize; 3]>,
}

impl<'c, 'd> WordUsage<'c, 'd> {
    fn new(comparison: &'c Comparison<'c, 'd>) -> WordUsage<'c, 'd> {
        WordUsage {
            comparison,
            counts: BTreeMap::new(),
        }
    }

    /// Whether a word that both languages have in one text is the English one: the French of
    /// the others has another word for it, or the tables say so. What the French nearly
    /// always keeps it has borrowed.
    fn is_foreign(&mut self, word: &str) -> bool {
        let [english, kept, _] = self.counts_of(word);
        if kept * 2 > english && kept > 1 {
            return false;
        }
        let known = known_word(word, Lang::En) || self.is_translated(word);
        belongs_to(word) == Some(Lang::En) || known && is_spelt(word)
    }

    /// Whether the French nearly always has another word for it. It has cookies and hackers;
    /// what the English alone has it has not.
    fn is_translated(&mut self, word: &str) -> bool {
        /// Texts from which on it can be said.
        const SOME: usize = 3;
        let [english, kept, french] = self.counts_of(word);
        kept * SOME <= english && kept < SOME && french == 0
    }

    fn counts_of(&mut self, word: &str) -> [usize; 3] {
        if let Some(counts) = self.counts.get(word) {
            return *counts;
        }
        let mut counts = [0; 3];
        for pair in &self.comparison.pairs {
            let has = |lang| {
                let words = pair.side(lang).iter().flat_map(|text| &text.passage.words);
                words.into_iter().any(|it| it.running && it.folded == word)
            };
            let (en, fr) = (has(Lang::En), has(Lang::Fr));
            counts[0] += usize::from(en);
            counts[1] += usize::from(en && fr);
            counts[2] += usize::from(fr && !en);
        }
        self.counts.insert(word.to_owned(), counts);
        counts
    }
}
