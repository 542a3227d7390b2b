//! Names of persons, which are the same in both languages to the letter.
//!
//! A name that stands in one text and not in its translation is held against those that
//! stand there and not here. Two of them are one name written in two ways, or two persons'
//! names, where they stand behind the same given name, before the same family name, behind
//! Mr. and its like, or where the documents name such a person elsewhere.

mod lacking;

use super::genders::persons;
use super::scope::Scope;
use crate::check::mentions::alike::{is_near, is_plural, is_slip, means_the_same};
use crate::check::mentions::known::Known;
use crate::check::mentions::places::{PlaceUse, places};
use crate::check::mentions::ties::{behind, keys_before, keys_behind, owner};
use crate::check::mentions::{Mention, mentions};
use crate::check::near::near;
use crate::check::pairing::{Comparison, Pair};
use crate::diagnostic::Diagnostic;
use crate::lang::{Both, Lang};
use crate::language::lexicon;
use crate::memo::Memo;
use lacking::lacking;
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

crate::diagnostic::codes! {
    NAME_MISMATCH = "P051", "name-mismatch", Error;
}

/// Finds names that differ.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, memo) = (scope.comparison, scope.memo);
    let parties = parties(memo);
    let mut known = Known::of(comparison, &parties);
    let mut all = Vec::new();
    // A text that was not translated has names, too.
    for pair in &comparison.pairs {
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
            pair,
            known: &known,
            parties: &parties,
            en: &en,
            fr: &fr,
            places: OnceCell::new(),
        };
        judge.check(out);
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

/// The names of a pair of texts, and what is known of names.
struct Judge<'j, 'n, 'd> {
    comparison: &'j Comparison<'n, 'd>,
    pair: &'j Pair<'n, 'd>,
    known: &'j Known,
    parties: &'j HashSet<String>,
    en: &'j [Mention<'n, 'd>],
    fr: &'j [Mention<'n, 'd>],
    /// The places that the texts name, once they are asked for.
    places: OnceCell<Both<Vec<PlaceUse<'n, 'd>>>>,
}

/// Names that the other language lacks.
type Left<'j, 'n, 'd> = Vec<&'j Mention<'n, 'd>>;

impl<'j, 'n, 'd> Judge<'j, 'n, 'd> {
    fn check(&self, out: &mut Vec<Diagnostic>) {
        let mut en = lacking(self.en, self.pair, Lang::Fr);
        let mut fr = lacking(self.fr, self.pair, Lang::En);
        let (mut at, all) = (0, en.len());
        en.retain(|one| {
            let near = near(at, all, fr.len());
            at += 1;
            let mut others = near.filter(|other| is_plural(one, fr[*other], self.known));
            let found = others.next();
            found.map(|at| fr.remove(at)).is_none()
        });
        if en.is_empty() && fr.is_empty() {
            return;
        }
        self.tied(&mut en, &mut fr, out);
        self.tied_to_another(&mut en, &mut fr, out);
        self.persons(&mut en, &mut fr, out);
        self.near(&mut en, &mut fr, out);
    }

    /// Names that are tied to the same name: Clara Brook, Clara Broc.
    fn tied(
        &self,
        en: &mut Left<'j, 'n, 'd>,
        fr: &mut Left<'j, 'n, 'd>,
        out: &mut Vec<Diagnostic>,
    ) {
        self.take(en, fr, out, |left, right| {
            let surely = self.behind_one(left, right) || self.before_one(left, right);
            let balanced = self.known.is_balanced(&left.key, &right.key);
            surely.then_some(!balanced)
        });
    }

    /// Names that the other document has nowhere, where its text has another behind the
    /// same given name: Terry Brook twice, Terry Brook and Terry Broc.
    fn tied_to_another(
        &self,
        en: &mut Left<'j, 'n, 'd>,
        fr: &mut Left<'j, 'n, 'd>,
        out: &mut Vec<Diagnostic>,
    ) {
        let is_new = |one: &Mention<'_, '_>, lang| self.known.count(&one.key, lang) == 0;
        let is_one = |left: &Mention<'n, 'd>, right: &Mention<'n, 'd>| {
            self.behind_one(left, right)
                || self.before_one(left, right) && is_near(&left.key, &right.key)
        };
        let (mut at, all) = (0, en.len());
        en.retain(|left| {
            let near = near(at, all, self.fr.len());
            at += 1;
            let mut others = self.fr[near].iter().filter(|_| is_new(left, Lang::Fr));
            let right = others.find(|right| is_one(left, right));
            out.extend(right.map(|right| self.finding(left, right, true)));
            right.is_none()
        });
        let (mut at, all) = (0, fr.len());
        fr.retain(|right| {
            let near = near(at, all, self.en.len());
            at += 1;
            let mut others = self.en[near].iter().filter(|_| is_new(right, Lang::En));
            let left = others.find(|left| is_one(left, right));
            out.extend(left.map(|left| self.finding(left, right, true)));
            left.is_none()
        });
    }

    /// Persons without a name that ties them: Mr. Brook, and Brook where somebody of that
    /// name is called by it in full elsewhere.
    fn persons(
        &self,
        en: &mut Left<'j, 'n, 'd>,
        fr: &mut Left<'j, 'n, 'd>,
        out: &mut Vec<Diagnostic>,
    ) {
        let like = |left: &Left<'j, 'n, 'd>, lang| -> Left<'j, 'n, 'd> {
            let left = left.iter().copied();
            left.filter(|one| self.is_like(one, lang)).collect()
        };
        let (mut en_like, mut fr_like) = (like(en, Lang::En), like(fr, Lang::Fr));
        // Somebody is named once more than in the other language, and there somebody else.
        if en_like.is_empty() && fr_like.len() == 1 {
            en_like = self.surplus(Lang::En);
        } else if fr_like.is_empty() && en_like.len() == 1 {
            fr_like = self.surplus(Lang::Fr);
        }
        if en_like.len() != fr_like.len() {
            return;
        }
        for (one, two) in en_like.into_iter().zip(fr_like) {
            let sure = self.is_person(one, Lang::En) || self.is_person(two, Lang::Fr);
            let other = one.key != two.key
                && !self.known.is_balanced(&one.key, &two.key)
                && !self.is_inverted(one, two)
                && !self.are_places(one, two);
            if sure && other {
                out.push(self.finding(one, two, true));
                en.retain(|it| !std::ptr::eq(*it, one));
                fr.retain(|it| !std::ptr::eq(*it, two));
            }
        }
    }

    /// The last mentions of persons whom the texts of a language name more often than those
    /// of the other, and both documents know.
    fn surplus(&self, lang: Lang) -> Left<'j, 'n, 'd> {
        let (own, others) = (self.all(lang), self.all(lang.other()));
        let counts = |all: &'j [Mention<'n, 'd>]| {
            let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
            for (at, one) in all.iter().enumerate() {
                let known = counts.entry(one.key.as_str()).or_default();
                *known = (known.0 + 1, at);
            }
            counts
        };
        let (counts, there) = (counts(own), counts(others));
        own.iter()
            .enumerate()
            .filter(|(at, one)| {
                let (count, last) = counts.get(one.key.as_str()).copied().unwrap_or_default();
                let others = there.get(one.key.as_str()).map_or(0, |(count, _)| *count);
                last == *at && self.is_person(one, lang) && (1..count).contains(&others)
            })
            .map(|(_, one)| one)
            .collect()
    }

    fn all(&self, lang: Lang) -> &'j [Mention<'n, 'd>] {
        lang.choose(self.en, self.fr)
    }

    /// Whether one stands before what the other stands behind: Simon Fraser University,
    /// Université Simon Fraser.
    fn is_inverted(&self, left: &Mention<'n, 'd>, right: &Mention<'n, 'd>) -> bool {
        let share = |some: &[&str], others: &[&str]| some.iter().any(|key| others.contains(key));
        share(&keys_before(self.en, left), &keys_behind(self.fr, right))
            || share(&keys_behind(self.en, left), &keys_before(self.fr, right))
    }

    /// Whether both belong to names of places, which another rule compares.
    fn are_places(&self, left: &Mention<'n, 'd>, right: &Mention<'n, 'd>) -> bool {
        let places = || Both::of(|lang| places(self.pair, lang));
        let is_place = |one: &Mention<'n, 'd>, lang| {
            self.places.get_or_init(places)[lang].iter().any(|place| {
                std::ptr::eq(place.text, one.text) && place.range.contains(&one.word.range.start)
            })
        };
        is_place(left, Lang::En) && is_place(right, Lang::Fr)
    }

    /// Names that differ by a slip.
    fn near(
        &self,
        en: &mut Left<'j, 'n, 'd>,
        fr: &mut Left<'j, 'n, 'd>,
        out: &mut Vec<Diagnostic>,
    ) {
        self.take(en, fr, out, |left, right| self.slip(left, right));
    }

    /// Takes names out that `judge` finds to be one, and says how surely, each once.
    fn take(
        &self,
        en: &mut Left<'j, 'n, 'd>,
        fr: &mut Left<'j, 'n, 'd>,
        out: &mut Vec<Diagnostic>,
        judge: impl Fn(&Mention<'n, 'd>, &Mention<'n, 'd>) -> Option<bool>,
    ) {
        let (mut at, all) = (0, en.len());
        en.retain(|left| {
            let mut near = near(at, all, fr.len());
            at += 1;
            let found = near.find_map(|place| Some((place, judge(left, fr[place])?)));
            let Some((place, sure)) = found else {
                return true;
            };
            out.push(self.finding(left, fr.remove(place), sure));
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
        if self.is_inverted(left, right) {
            return false;
        }
        let named = |one: &Mention<'_, '_>, lang| {
            self.known.is_given(one, lang)
                || one.called && !self.known.is_common(one.folded(), lang)
        };
        // Laurier Avenue West, avenue Laurier Ouest; but Park is not to be Parc.
        let is_word = |one: &Mention<'_, '_>, lang| {
            !one.is_listed()
                && (!lexicon::concepts(one.folded(), lang).is_empty()
                    || lexicon::is_cognate(one.folded()))
        };
        let words = is_word(left, Lang::En) && is_word(right, Lang::Fr);
        if words && !means_the_same(left, right) {
            return false;
        }
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
        let given = [left, right].map(|name| lexicon::GIVEN_NAMES.has(name.folded()));
        let family = lexicon::SURNAMES.has(one.folded()) || self.known.is_person(&one.key);
        let likely = given[0] && given[1]
            || (given[0] || given[1]) && (family || is_near(&left.key, &right.key));
        likely && !self.are_words(left, right)
    }

    /// Whether both are words of their languages, or mean the same: Park and Parc,
    /// University and Université.
    fn are_words(&self, left: &Mention<'_, '_>, right: &Mention<'_, '_>) -> bool {
        let start = |one: &Mention<'_, '_>| one.folded().get(..4).map(str::to_owned);
        let cognates = start(left).is_some() && start(left) == start(right);
        means_the_same(left, right)
            || cognates && !left.is_listed() && !right.is_listed()
            || self.known.is_common(left.folded(), Lang::En)
                && self.known.is_common(right.folded(), Lang::Fr)
    }

    /// Whether one is known as a name, and neither as a word.
    fn are_names(&self, left: &Mention<'_, '_>, right: &Mention<'_, '_>) -> bool {
        (left.is_listed() || right.is_listed())
            && !self.known.is_common(left.folded(), Lang::En)
            && !self.known.is_common(right.folded(), Lang::Fr)
    }

    /// Whether it is a person's name by what stands before it or elsewhere.
    fn is_person(&self, one: &Mention<'_, '_>, lang: Lang) -> bool {
        let all = self.all(lang);
        let given = || {
            owner(all, one).is_some_and(|first| {
                let second = owner(all, first).is_some_and(|name| self.known.is_given(name, lang));
                self.known.is_given(first, lang) && (!second || one.is_listed())
            })
        };
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
            || lexicon::SURNAMES.has(one.folded())
                && !one.translated
                && !self.known.is_common(one.folded(), lang)
    }

    /// Whether one may be a misspelling of the other, and how surely.
    fn slip(&self, left: &Mention<'n, 'd>, right: &Mention<'n, 'd>) -> Option<bool> {
        if !is_near(&left.key, &right.key) {
            return None;
        }
        if self.is_inverted(left, right) || self.are_places(left, right) {
            return None;
        }
        if self.is_kept(left, right) {
            return Some(true);
        }
        if left.translated || right.translated {
            return None;
        }
        let party = self.parties.contains(&left.key) || self.parties.contains(&right.key);
        if party && !means_the_same(left, right) {
            return Some(true);
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
            return Some(true);
        }
        (is_slip(left, right) && self.are_one_name(left, right)).then_some(false)
    }

    /// Whether both stand in a name of several words that the translation keeps: Mount
    /// Saint Vincent University in French, too. The words beside them are the same, and they
    /// are no words of the two languages.
    fn is_kept(&self, left: &Mention<'n, 'd>, right: &Mention<'n, 'd>) -> bool {
        const WORDS: usize = 2;
        let same = |one: Vec<&str>, two: Vec<&str>| {
            let pairs = one.into_iter().zip(two);
            pairs.take_while(|(one, two)| one == two).count()
        };
        let before = same(keys_before(self.en, left), keys_before(self.fr, right));
        let behind = same(keys_behind(self.en, left), keys_behind(self.fr, right));
        let other_words = left.folded() != right.folded() && self.are_words(left, right);
        before + behind >= WORDS && !other_words
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

    fn finding(&self, en: &Mention<'n, 'd>, fr: &Mention<'n, 'd>, sure: bool) -> Diagnostic {
        let wording = NAME_MISMATCH.say("differ", given!(en = en.written(), fr = fr.written()));
        let finding = self.comparison.finding(wording, &en.mark(), &fr.mark());
        finding.unless_sure(sure)
    }
}
