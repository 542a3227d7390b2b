//! Which values of a text its translation lacks.

use crate::check::licences::{IDLE, LOOSE, SAID_AGAIN};
use crate::check::outline::ValuedText;
use crate::check::pairing::partners::{Left, Rest};
use crate::check::pairing::standing::{is_loose_pair, stands_for};
use crate::check::pairing::usage::Use;
use crate::check::pairing::{Comparison, Pair};
use crate::check::passage::{PassagePiece, ReadPassage};
use crate::check::values::fact_uses::{FactUse, facts_of, settled_facts};
use crate::check::values::{ValueSort, shares_unit};
use crate::lang::Lang;
use crate::language::lexicon::is_no_value;
use crate::language::read::Weight;
use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

/// How many values are looked at for one that stands for a value: more than any paragraph
/// has that people read.
const FARTHEST: usize = 500;

/// A value that one language says and the other does not; or one in each that stand
/// for each other.
#[derive(Clone, Debug)]
pub(in crate::check) struct Difference<'n, 'd> {
    /// Which rule it belongs to.
    pub sort: ValueSort,
    /// The English value.
    pub en: Option<Use<'n, 'd>>,
    /// The French value.
    pub fr: Option<Use<'n, 'd>>,
    /// Other values of that sort that the same language alone has in the pair: one
    /// difference, told once.
    pub also: Vec<Use<'n, 'd>>,
    /// The pair of texts.
    pub pair: usize,
    /// Whether another text of the same section makes up for it.
    pub moved: bool,
}

impl Difference<'_, '_> {
    /// Whether both languages write the same digits and marks, which mean another
    /// number in each: 1,234.
    pub fn is_same_form(&self) -> bool {
        let (Some(en), Some(fr)) = (self.en, self.fr) else {
            return false;
        };
        en.written() == fr.written() && en.written().contains([',', '.'])
    }
}

/// A fact that one language prints and the other does not.
#[derive(Clone, Debug)]
pub(in crate::check) struct FactDifference<'n, 'd> {
    /// The language that prints it.
    pub has: Lang,
    /// The text that prints it.
    pub text: &'n ValuedText<'d>,
    /// The piece.
    pub piece: PassagePiece<'d>,
    /// The fact.
    pub fact: &'d str,
    /// The pair of texts.
    pub pair: usize,
    /// Whether the other language says all values of it by hand.
    pub written_out: bool,
    /// Whether another text of the same section makes up for it.
    pub moved: bool,
}

/// All differences of values between two documents.
#[derive(Debug, Default)]
pub(in crate::check) struct Differences<'n, 'd> {
    /// Of values.
    pub values: Vec<Difference<'n, 'd>>,
    /// Of facts.
    pub facts: Vec<FactDifference<'n, 'd>>,
    /// The values of sections and footnotes that have a partner.
    pub matched: Vec<(&'n ReadPassage<'d>, Range<usize>)>,
}

impl<'n, 'd> Differences<'n, 'd> {
    /// Compares the values of all pairs but those in which a side is in the wrong
    /// language, whose numbers cannot be read.
    pub fn of(comparison: &Comparison<'n, 'd>, foreign: &BTreeSet<usize>) -> Differences<'n, 'd> {
        let mut differences = Differences::default();
        for (index, pair) in comparison.pairs.iter().enumerate() {
            // What an empty cell lacks is told by the cell's own rule.
            let empty = pair.single().is_some_and(|(en, fr)| {
                en.passage.role.is_cell()
                    && (is_no_value(&en.passage.text) || is_no_value(&fr.passage.text))
            });
            // Texts of the same characters say the same, in whatever language.
            let same = pair
                .single()
                .is_some_and(|(en, fr)| en.passage.text == fr.passage.text);
            if foreign.contains(&index) || empty {
                continue;
            }
            if same {
                differences.add_same(pair);
            } else {
                differences.add_pair(index, pair);
            }
        }
        differences.find_moved(&comparison.pairs);
        differences.gather();
        differences
    }

    fn add_pair(&mut self, index: usize, pair: &Pair<'n, 'd>) {
        let (en_facts, fr_facts) = (facts_of(&pair.en), facts_of(&pair.fr));
        let names = |facts: &[FactUse<'n, 'd>]| -> HashSet<&'d str> {
            facts.iter().map(|(.., fact)| *fact).collect()
        };
        let (en_names, fr_names) = (names(&en_facts), names(&fr_facts));
        let shared = |name: &str| en_names.contains(name) && fr_names.contains(name);
        let settled = settled_facts(&[&pair.en, &pair.fr], &shared);
        let en = uses_of(&pair.en, &settled);
        let fr = uses_of(&pair.fr, &settled);
        let mut rest = Rest::of(&en, &fr);
        if pair.body {
            self.add_matched(&en, &rest, &en_facts, &shared);
        }
        rest.drop_paraphrased(pair);
        rest.drop_repeated(pair);
        for (has, facts) in [(Lang::En, &en_facts), (Lang::Fr, &fr_facts)] {
            let (all, only) = has.choose((&en, &rest.en), (&fr, &rest.fr));
            for (text, piece, fact) in facts.iter().filter(|(.., fact)| !shared(fact)) {
                let inside = |usage: &Use<'_, '_>| {
                    std::ptr::eq(usage.text, *text)
                        && usage.said.range.start < piece.range.end
                        && piece.range.start < usage.said.range.end
                };
                // A value that differs is found as such.
                if only
                    .iter()
                    .any(|left| !left.said_again && inside(&left.usage))
                {
                    continue;
                }
                let says_something = all.iter().any(inside);
                let said_in_words = !says_something
                    && pair.side(has.other()).iter().any(|other| {
                        contains_words(&other.passage, text.passage.slice(&piece.range))
                    });
                self.facts.push(FactDifference {
                    has,
                    text,
                    piece: (*piece).clone(),
                    fact,
                    pair: index,
                    written_out: says_something || said_in_words,
                    moved: false,
                });
            }
        }
        self.pair_up(index, rest);
    }

    /// Writes down that all values of a pair agree.
    fn add_same(&mut self, pair: &Pair<'n, 'd>) {
        let values = pair.en.iter().filter(|_| pair.body).flat_map(|text| {
            let said = text
                .values
                .iter()
                .filter(|said| said.kind.sort() != ValueSort::Url);
            said.map(|said| (&text.passage, said.range.clone()))
        });
        self.matched.extend(values);
    }

    /// Writes down what agrees: the English values that have a partner, and the facts
    /// that both languages print.
    fn add_matched(
        &mut self,
        en: &[Use<'n, 'd>],
        rest: &Rest<'n, 'd>,
        facts: &[FactUse<'n, 'd>],
        shared: &dyn Fn(&str) -> bool,
    ) {
        let left = rest
            .en
            .iter()
            .map(|left| std::ptr::from_ref(left.usage.said));
        let left: HashSet<_> = left.collect();
        let is_left = |usage: &Use<'_, '_>| left.contains(&std::ptr::from_ref(usage.said));
        // A URL is a link, and counted there.
        let counts =
            |usage: &&Use<'_, '_>| usage.said.kind.sort() != ValueSort::Url && !is_left(usage);
        for usage in en.iter().filter(counts) {
            let range = usage.said.range.clone();
            self.matched.push((&usage.text.passage, range));
        }
        for (text, piece, _) in facts.iter().filter(|(.., fact)| shared(fact)) {
            let said = |usage: &Use<'_, '_>| {
                std::ptr::eq(usage.text, *text)
                    && usage.said.range.start < piece.range.end
                    && piece.range.start < usage.said.range.end
            };
            if !en.iter().any(said) {
                self.matched.push((&text.passage, piece.range.clone()));
            }
        }
    }

    /// Puts values of one sort that stand for each other together.
    fn pair_up(&mut self, pair: usize, rest: Rest<'n, 'd>) {
        let Rest { en, mut fr } = rest;
        let mut push = |en: Option<Use<'n, 'd>>, fr: Option<Use<'n, 'd>>| {
            let sort = match (en, fr) {
                (Some(en), Some(fr)) => match (en.said.kind.sort(), fr.said.kind.sort()) {
                    (ValueSort::NumberWord, other) | (other, ValueSort::NumberWord) => other,
                    (en, fr) => en.min(fr),
                },
                (Some(one), None) | (None, Some(one)) => one.said.kind.sort(),
                (None, None) => return,
            };
            self.values.push(Difference {
                sort,
                en,
                fr,
                also: Vec::new(),
                pair,
                moved: false,
            });
        };
        let mut left = Vec::new();
        for en in en {
            // Of two values that both stand there once more, neither is wrong; and a
            // name's number stands for a name's alone.
            let same = |fr: &Left<'_, '_>| {
                !(en.said_again && fr.said_again)
                    && en.is_idle() == fr.is_idle()
                    && stands_for(&en.usage.said.kind, &fr.usage.said.kind)
            };
            match fr.iter().take(FARTHEST).position(same) {
                Some(at) => push(Some(en.usage), Some(fr.remove(at).usage)),
                None => left.push(en),
            }
        }
        absorb_ones(&mut left, &mut fr);
        left.retain(is_missed);
        fr.retain(is_missed);
        // What is left over may stand for a value of another sort: 5 for 5 %.
        for en in left {
            let same = |fr: &Left<'_, '_>| shares_unit(&en.usage.said.kind, &fr.usage.said.kind);
            let at = fr.iter().take(FARTHEST).position(same).or_else(|| {
                fr.iter()
                    .take(FARTHEST)
                    .position(|fr| is_loose_pair(&en.usage.said.kind, &fr.usage.said.kind))
            });
            push(Some(en.usage), at.map(|at| fr.remove(at).usage));
        }
        for fr in fr {
            push(None, Some(fr.usage));
        }
    }

    /// Puts the values of one sort that one language alone has in a pair together.
    fn gather(&mut self) {
        let mut gathered: Vec<Difference<'n, 'd>> = Vec::new();
        let mut firsts: HashMap<_, usize> = HashMap::new();
        for difference in self.values.drain(..) {
            let ((Some(one), None) | (None, Some(one))) = (difference.en, difference.fr) else {
                gathered.push(difference);
                continue;
            };
            let like = (
                difference.pair,
                difference.sort,
                difference.moved,
                difference.en.is_some(),
                std::mem::discriminant(&one.said.kind.value),
            );
            match firsts.entry(like) {
                Entry::Occupied(first) => gathered[*first.get()].also.push(one),
                Entry::Vacant(first) => {
                    first.insert(gathered.len());
                    gathered.push(difference);
                }
            }
        }
        self.values = gathered;
    }

    /// Marks what another text of the same section makes up for.
    fn find_moved(&mut self, pairs: &[Pair<'n, 'd>]) {
        let section = |pair: usize| pairs.get(pair).map_or(0, |pair| pair.section);
        let exact = |pair: usize| pairs.get(pair).is_none_or(|pair| pair.exact);
        let movable = |pair: usize| section(pair) != 0 && !exact(pair);
        let mut moved = Vec::new();
        for (at, one) in self.values.iter().enumerate() {
            for (other_at, other) in self.values.iter().enumerate().skip(at + 1).take(FARTHEST) {
                if one.pair == other.pair
                    || section(one.pair) != section(other.pair) && !is_name(one.sort)
                    || !movable(one.pair)
                    || !movable(other.pair)
                {
                    continue;
                }
                let meets = |a: &Option<Use<'_, '_>>, b: &Option<Use<'_, '_>>| match (a, b) {
                    (Some(a), Some(b)) => a.said.kind.equals(&b.said.kind),
                    (None, None) => true,
                    _ => false,
                };
                if meets(&one.en, &other.fr) && meets(&one.fr, &other.en) {
                    moved.extend([at, other_at]);
                }
            }
        }
        for at in moved {
            if let Some(difference) = self.values.get_mut(at) {
                difference.moved = true;
            }
        }
        self.find_moved_facts(pairs);
    }

    fn find_moved_facts(&mut self, pairs: &[Pair<'n, 'd>]) {
        if self.facts.is_empty() {
            return;
        }
        let section = |pair: usize| pairs.get(pair).map_or(0, |pair| pair.section);
        // Where a section prints a fact in a language: the first and the last pair.
        let mut printed: HashMap<(usize, Lang, &str), (usize, usize)> = HashMap::new();
        for (at, pair) in pairs.iter().enumerate() {
            for lang in Lang::ALL {
                for (.., fact) in facts_of(pair.side(lang)) {
                    let known = printed.entry((pair.section, lang, fact));
                    known.or_insert((at, at)).1 = at;
                }
            }
        }
        let elsewhere = |one: &FactDifference<'_, '_>| {
            let here = section(one.pair);
            let found = printed.get(&(here, one.has.other(), one.fact));
            here != 0 && found.is_some_and(|(first, last)| *first != one.pair || *last != one.pair)
        };
        let moved: Vec<bool> = self.facts.iter().map(elsewhere).collect();
        for (fact, moved) in self.facts.iter_mut().zip(moved) {
            fact.moved = moved;
        }
    }
}

/// Whether a value is one thing's alone, and known again wherever it stands.
fn is_name(sort: ValueSort) -> bool {
    matches!(sort, ValueSort::File | ValueSort::Email | ValueSort::Phone)
}

/// The values of texts, those of settled facts left out.
fn uses_of<'n, 'd>(texts: &[&'n ValuedText<'d>], settled: &BTreeSet<&str>) -> Vec<Use<'n, 'd>> {
    texts
        .iter()
        .flat_map(|text| text.values.iter().map(|said| Use { text, said }))
        .filter(|usage| {
            let facts = &usage.said.facts;
            facts.is_empty() || !facts.iter().all(|fact| settled.contains(fact.as_str()))
        })
        .collect()
}

/// Lets "un", "une" and "one" stand for the digit 1, and for nothing else.
fn absorb_ones(en: &mut Vec<Left<'_, '_>>, fr: &mut Vec<Left<'_, '_>>) {
    en.retain(|this| {
        let this = &this.usage.said.kind;
        let partner = fr.iter().take(FARTHEST).position(|that| {
            let that = &that.usage.said.kind;
            this.is_one() != that.is_one() && this.equals(that)
        });
        partner.map(|at| fr.remove(at)).is_none()
    });
    let counts = |left: &Left<'_, '_>| !left.usage.said.kind.is_one();
    en.retain(counts);
    fr.retain(counts);
}

/// Whether a value that the other language lacks is to be told.
fn is_missed(left: &Left<'_, '_>) -> bool {
    if left.said_again && SAID_AGAIN.allows() {
        return false;
    }
    match left.usage.said.weight {
        Weight::Firm => true,
        Weight::Idle => !IDLE.allows(),
        Weight::Loose => !LOOSE.allows(),
    }
}

/// Whether a passage says the words, apart from the form of spaces.
fn contains_words(passage: &ReadPassage<'_>, words: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = plain(words);
    !words.is_empty() && plain(&passage.text).contains(&words)
}
