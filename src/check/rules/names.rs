//! Names of persons, which are the same in both languages to the letter.
//!
//! A name that stands in one text and not in its translation is held against those that
//! stand there and not here. Two of them are one name written in two ways, or two persons'
//! names, where they stand behind the same given name, before the same family name, behind
//! Mr. and its like, or where the documents name such a person elsewhere.

use super::genders::persons;
use super::untranslated::Foreign;
use crate::check::mentions::known::Known;
use crate::check::mentions::{Mention, mentions};
use crate::check::pairing::{Comparison, Mark, Pair};
use crate::check::passage::Case;
use crate::diagnostic::codes::parity::NAME_MISMATCH;
use crate::diagnostic::{Diagnostic, Severity, edit_distance};
use crate::lang::Lang;
use crate::language::lexicon;
use crate::memo::Memo;
use std::collections::HashSet;

/// Finds names that differ.
pub(super) fn check(
    comparison: &Comparison<'_, '_>,
    foreign: &Foreign,
    memo: Option<&Memo>,
    out: &mut Vec<Diagnostic>,
) {
    let parties = parties(memo);
    let mut known = Known::of(comparison, &parties);
    let mut all = Vec::new();
    for (at, pair) in comparison.pairs.iter().enumerate() {
        if foreign.contains(&at) {
            continue;
        }
        let [en, fr] = [Lang::En, Lang::Fr].map(|lang| mentions(pair, lang));
        known.learn_persons(&en, Lang::En);
        known.learn_persons(&fr, Lang::Fr);
        if !en.is_empty() && !fr.is_empty() {
            all.push((pair, en, fr));
        }
    }
    for (pair, en, fr) in all {
        let judge = Judge {
            comparison,
            known: &known,
            parties: &parties,
            en: &en,
            fr: &fr,
        };
        judge.check(pair, out);
    }
}

/// The words of the names of the memo's persons, in lower case.
fn parties(memo: Option<&Memo>) -> HashSet<String> {
    memo.map(persons)
        .unwrap_or_default()
        .into_iter()
        .filter_map(|person| person.name.as_ref())
        .flat_map(|name| name.value.split(|c: char| !c.is_alphabetic()))
        .filter(|word| word.chars().count() >= 2)
        .map(str::to_lowercase)
        .collect()
}

/// How sure it is that two words are one name.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sure {
    Maybe,
    Surely,
}

/// The names of a pair of texts, and what is known of names.
struct Judge<'j, 'n, 'd> {
    comparison: &'j Comparison<'n, 'd>,
    known: &'j Known,
    parties: &'j HashSet<String>,
    en: &'j [Mention<'n, 'd>],
    fr: &'j [Mention<'n, 'd>],
}

/// Names that the other language lacks: where they stand among the mentions.
type Left = Vec<usize>;

impl<'n, 'd> Judge<'_, 'n, 'd> {
    fn check(&self, pair: &Pair<'n, 'd>, out: &mut Vec<Diagnostic>) {
        let mut en = lacking(self.en, pair, Lang::Fr);
        let mut fr = lacking(self.fr, pair, Lang::En);
        let rounds: [fn(&Self, &mut Left, &mut Left, &mut Vec<Diagnostic>); 3] =
            [Self::tied, Self::persons, Self::near];
        for round in rounds {
            if en.is_empty() || fr.is_empty() {
                return;
            }
            round(self, &mut en, &mut fr, out);
        }
    }

    /// Names that are tied to the same name: Clara Brook, Clara Broc.
    fn tied(&self, en: &mut Left, fr: &mut Left, out: &mut Vec<Diagnostic>) {
        self.take(en, fr, out, |left, right| {
            let surely = self.behind_one(left, right) || self.before_one(left, right);
            let balanced = self.known.is_balanced(&left.key, &right.key);
            surely.then_some(if balanced { Sure::Maybe } else { Sure::Surely })
        });
    }

    /// Persons without a name that ties them: Mr. Brook, and Brook where somebody of that
    /// name is called by it in full elsewhere.
    fn persons(&self, en: &mut Left, fr: &mut Left, out: &mut Vec<Diagnostic>) {
        let like = |left: &Left, all: &[Mention<'_, '_>], lang| -> Left {
            let one = |at: &usize| all.get(*at).is_some_and(|one| self.is_like(one, lang));
            left.iter().copied().filter(one).collect()
        };
        let (en_like, fr_like) = (like(en, self.en, Lang::En), like(fr, self.fr, Lang::Fr));
        if en_like.len() != fr_like.len() {
            return;
        }
        for (left, right) in en_like.into_iter().zip(fr_like) {
            let (Some(one), Some(two)) = (self.en.get(left), self.fr.get(right)) else {
                continue;
            };
            let sure = self.is_person(one, Lang::En) || self.is_person(two, Lang::Fr);
            if sure && !self.known.is_balanced(&one.key, &two.key) {
                out.push(self.finding(one, two, Sure::Surely));
                en.retain(|at| *at != left);
                fr.retain(|at| *at != right);
            }
        }
    }

    /// Names that differ by a slip.
    fn near(&self, en: &mut Left, fr: &mut Left, out: &mut Vec<Diagnostic>) {
        self.take(en, fr, out, |left, right| self.slip(left, right));
    }

    /// Takes names out that `judge` finds to be one, each once.
    fn take(
        &self,
        en: &mut Left,
        fr: &mut Left,
        out: &mut Vec<Diagnostic>,
        judge: impl Fn(&Mention<'n, 'd>, &Mention<'n, 'd>) -> Option<Sure>,
    ) {
        en.retain(|left| {
            let Some(left) = self.en.get(*left) else {
                return false;
            };
            let found = fr.iter().enumerate().find_map(|(place, right)| {
                let right = self.fr.get(*right)?;
                Some((place, right, judge(left, right)?))
            });
            let Some((place, right, sure)) = found else {
                return true;
            };
            out.push(self.finding(left, right, sure));
            fr.remove(place);
            false
        });
    }

    /// Whether both stand behind the same given name.
    fn behind_one(&self, left: &Mention<'n, 'd>, right: &Mention<'n, 'd>) -> bool {
        let (Some(one), Some(two)) = (owner(self.en, left), owner(self.fr, right)) else {
            return false;
        };
        if one.key != two.key || left.translated || right.translated {
            return false;
        }
        let named = |one: &Mention<'_, '_>, lang| {
            self.known.is_given(one, lang)
                || one.called && !self.known.is_common(one.folded(), lang)
        };
        if named(one, Lang::En) && named(two, Lang::Fr) {
            // Behind a whole name may stand what is translated: Clara Brook Director.
            let whole =
                owner(self.en, one).is_some_and(|first| self.known.is_given(first, Lang::En));
            return !(whole && self.are_words(left, right));
        }
        self.known.is_person(&one.key) && self.are_names(left, right)
    }

    /// Whether both stand before the same family name.
    fn before_one(&self, left: &Mention<'n, 'd>, right: &Mention<'n, 'd>) -> bool {
        let (Some(one), Some(two)) = (behind(self.en, left), behind(self.fr, right)) else {
            return false;
        };
        if one.key != two.key || left.translated || right.translated {
            return false;
        }
        let given = [left, right].map(|name| lexicon::is_given_name(name.folded()));
        let family = lexicon::is_surname(one.folded()) || self.known.is_person(&one.key);
        let likely = given[0] && given[1]
            || (given[0] || given[1]) && (family || is_near(&left.key, &right.key));
        likely && !self.are_words(left, right)
    }

    /// Whether both are words of their languages, or mean the same.
    fn are_words(&self, left: &Mention<'_, '_>, right: &Mention<'_, '_>) -> bool {
        means_the_same(left, right)
            || self.known.is_common(left.folded(), Lang::En)
                && self.known.is_common(right.folded(), Lang::Fr)
    }

    /// Whether one is known as a name, and neither as a word.
    fn are_names(&self, left: &Mention<'_, '_>, right: &Mention<'_, '_>) -> bool {
        let name = |one: &Mention<'_, '_>| {
            lexicon::is_given_name(one.folded()) || lexicon::is_surname(one.folded())
        };
        (name(left) || name(right))
            && !self.known.is_common(left.folded(), Lang::En)
            && !self.known.is_common(right.folded(), Lang::Fr)
    }

    /// Whether it is a person's name by what stands before it or elsewhere.
    fn is_person(&self, one: &Mention<'_, '_>, lang: Lang) -> bool {
        let all = match lang {
            Lang::En => self.en,
            Lang::Fr => self.fr,
        };
        let given = || owner(all, one).is_some_and(|first| self.known.is_given(first, lang));
        !one.translated
            && !one.is_initial()
            && !self.known.is_common(one.folded(), lang)
            && (one.called && one.after.is_none()
                || self.known.is_person(&one.key)
                || one.after.is_none() && given())
    }

    /// Whether it may be a person's name.
    fn is_like(&self, one: &Mention<'_, '_>, lang: Lang) -> bool {
        self.is_person(one, lang)
            || lexicon::is_surname(one.folded())
                && !one.translated
                && !self.known.is_common(one.folded(), lang)
    }

    /// Whether one may be a misspelling of the other, and how surely.
    fn slip(&self, left: &Mention<'n, 'd>, right: &Mention<'n, 'd>) -> Option<Sure> {
        if left.translated || right.translated || !is_near(&left.key, &right.key) {
            return None;
        }
        let party = self.parties.contains(&left.key) || self.parties.contains(&right.key);
        if party && !means_the_same(left, right) {
            return Some(Sure::Surely);
        }
        let named = |one: &Mention<'_, '_>, lang| {
            self.known.is_person(&one.key) || self.is_person(one, lang)
        };
        let person = named(left, Lang::En) || named(right, Lang::Fr);
        let name = person || self.are_names(left, right);
        let accents = left.folded() == right.folded();
        if name
            && !self.are_words(left, right)
            && (person || !accents)
            && !self.known.is_balanced(&left.key, &right.key)
        {
            return Some(Sure::Surely);
        }
        (is_slip(left, right) && self.are_one_name(left, right)).then_some(Sure::Maybe)
    }

    /// Whether both have the same neighbour.
    fn are_one_name(&self, left: &Mention<'n, 'd>, right: &Mention<'n, 'd>) -> bool {
        let same = |one: Option<&Mention<'_, '_>>, two: Option<&Mention<'_, '_>>| {
            one.zip(two).is_some_and(|(one, two)| {
                // Central Québec is Centre du Québec.
                one.key == two.key && !lexicon::begins_place(one.folded(), Lang::En)
            })
        };
        same(owner(self.en, left), owner(self.fr, right))
            || same(behind(self.en, left), behind(self.fr, right))
    }

    fn finding(&self, en: &Mention<'n, 'd>, fr: &Mention<'n, 'd>, sure: Sure) -> Diagnostic {
        let mut finding = self
            .comparison
            .finding(
                &NAME_MISMATCH,
                &Mark::part(en.text, &en.word.range),
                &Mark::part(fr.text, &fr.word.range),
                format!(
                    "a name is {} in English and {} in French",
                    en.written(),
                    fr.written()
                ),
                (
                    format!("the English has {}", en.written()),
                    format!("the French has {}", fr.written()),
                ),
            )
            .hint("a person's name is the same in both languages");
        if sure == Sure::Maybe {
            finding.severity = Severity::Warning;
        }
        finding
    }
}

/// The names that the texts of the other language lack.
fn lacking(all: &[Mention<'_, '_>], pair: &Pair<'_, '_>, other: Lang) -> Left {
    let has = |one: &Mention<'_, '_>| {
        pair.side(other).iter().any(|text| {
            text.passage.words.iter().any(|word| {
                word.folded == one.word.folded
                    && (word.case != Case::Title
                        || text.passage.slice(&word.range).to_lowercase() == one.key)
            })
        })
    };
    all.iter()
        .enumerate()
        .filter(|(_, one)| !one.is_initial() && !has(one))
        .map(|(at, _)| at)
        .collect()
}

/// The name that stands before another and is tied to it, past initials.
fn owner<'m, 'n, 'd>(
    all: &'m [Mention<'n, 'd>],
    one: &Mention<'n, 'd>,
) -> Option<&'m Mention<'n, 'd>> {
    let mut before = all.get(one.before?.at)?;
    while before.is_initial() {
        before = all.get(before.before?.at)?;
    }
    Some(before)
}

/// The name that stands behind another and is tied to it, past initials.
fn behind<'m, 'n, 'd>(
    all: &'m [Mention<'n, 'd>],
    one: &Mention<'n, 'd>,
) -> Option<&'m Mention<'n, 'd>> {
    let mut after = all.get(one.after?.at)?;
    while after.is_initial() {
        after = all.get(after.after?.at)?;
    }
    Some(after)
}

/// Whether one word may be a misspelling of the other.
fn is_near(left: &str, right: &str) -> bool {
    let length = left.chars().count().min(right.chars().count());
    let most = if length >= 6 { 2 } else { 1 };
    length >= 2 && (1..=most).contains(&edit_distance(left, right))
}

/// Whether the words mean the same, as Park and Parc do.
fn means_the_same(left: &Mention<'_, '_>, right: &Mention<'_, '_>) -> bool {
    let concepts = lexicon::concepts(right.folded(), Lang::Fr);
    lexicon::concepts(left.folded(), Lang::En)
        .iter()
        .any(|concept| concepts.contains(concept))
}

/// Whether two near words of which nothing else is known may be a misspelling: no
/// translation of each other, as Transport is of Transports.
fn is_slip(left: &Mention<'_, '_>, right: &Mention<'_, '_>) -> bool {
    let word = |one: &Mention<'_, '_>| {
        one.key.chars().count() < 3 || lexicon::is_function_word(one.folded())
    };
    if word(left) || word(right) {
        return false;
    }
    // English keeps the accents of names alone: Émond is not Emond in French.
    if left.folded() == right.folded() {
        return !left.key.is_ascii() && right.key.is_ascii();
    }
    let bare = |word: &str| word.trim_end_matches(['s', 'x', 'e']).to_owned();
    bare(left.folded()) != bare(right.folded()) && !means_the_same(left, right)
}
