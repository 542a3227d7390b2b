//! Which values of a text its translation lacks.

use super::compare::{Comparison, Pair};
use super::leaf::{Leaf, Piece};
use super::outline::Text;
use super::values::{Kind, Said, Sort, is_year_of, shares_unit};
use crate::lang::Lang;

/// A value with the text that says it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Use<'n, 'd> {
    /// The text.
    pub text: &'n Text<'d>,
    /// The value.
    pub said: &'n Said,
}

impl Use<'_, '_> {
    /// The value as it is written.
    pub fn written(&self) -> &str {
        self.text.leaf.slice(&self.said.range).trim()
    }
}

/// A value that one language says and the other does not; or one in each that stand
/// for each other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Difference<'n, 'd> {
    /// Which rule it belongs to.
    pub sort: Sort,
    /// The English value.
    pub en: Option<Use<'n, 'd>>,
    /// The French value.
    pub fr: Option<Use<'n, 'd>>,
    /// The pair of texts.
    pub pair: usize,
    /// Whether another text of the same section makes up for it.
    pub moved: bool,
}

/// A fact that one language prints and the other does not.
#[derive(Clone, Debug)]
pub(super) struct FactDifference<'n, 'd> {
    /// The language that prints it.
    pub has: Lang,
    /// The text that prints it.
    pub text: &'n Text<'d>,
    /// The piece.
    pub piece: Piece<'d>,
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
pub(super) struct Differences<'n, 'd> {
    /// Of values.
    pub values: Vec<Difference<'n, 'd>>,
    /// Of facts.
    pub facts: Vec<FactDifference<'n, 'd>>,
}

impl<'n, 'd> Differences<'n, 'd> {
    /// Compares the values of all pairs.
    pub fn of(comparison: &Comparison<'n, 'd>) -> Differences<'n, 'd> {
        let mut differences = Differences::default();
        for (index, pair) in comparison.pairs.iter().enumerate() {
            differences.add_pair(index, pair);
        }
        differences.find_moved(&comparison.pairs);
        differences
    }

    fn add_pair(&mut self, index: usize, pair: &Pair<'n, 'd>) {
        let (en_facts, fr_facts) = (facts_of(&pair.en), facts_of(&pair.fr));
        let shared = |name: &str| {
            en_facts.iter().any(|(.., fact)| *fact == name)
                && fr_facts.iter().any(|(.., fact)| *fact == name)
        };
        let en = uses_of(&pair.en, &shared);
        let fr = uses_of(&pair.fr, &shared);
        let (only_en, only_fr) = unmatched(&en, &fr);
        for (has, facts, only) in [
            (Lang::En, &en_facts, &only_en),
            (Lang::Fr, &fr_facts, &only_fr),
        ] {
            for (text, piece, fact) in facts.iter().filter(|(.., fact)| !shared(fact)) {
                let inside = |usage: &&Use<'_, '_>| {
                    std::ptr::eq(usage.text, *text)
                        && usage.said.range.start < piece.range.end
                        && piece.range.start < usage.said.range.end
                };
                let all = if has == Lang::En { &en } else { &fr };
                let says_something = all.iter().any(|usage| inside(&usage));
                let lacks = only.iter().any(|usage| inside(&usage));
                if lacks {
                    continue;
                }
                let said_in_words = !says_something
                    && pair
                        .side(has.other())
                        .iter()
                        .any(|other| contains_words(&other.leaf, text.leaf.slice(&piece.range)));
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
        self.pair_up(index, only_en, only_fr);
    }

    /// Puts values of one sort that stand for each other together.
    fn pair_up(&mut self, pair: usize, en: Vec<Use<'n, 'd>>, mut fr: Vec<Use<'n, 'd>>) {
        let mut push = |en: Option<Use<'n, 'd>>, fr: Option<Use<'n, 'd>>| {
            let sort = match (en, fr) {
                (Some(en), Some(fr)) => en.said.kind.sort().min(fr.said.kind.sort()),
                (Some(one), None) | (None, Some(one)) => one.said.kind.sort(),
                (None, None) => return,
            };
            self.values.push(Difference {
                sort,
                en,
                fr,
                pair,
                moved: false,
            });
        };
        let mut left = Vec::new();
        for en in en {
            let same = |fr: &Use<'_, '_>| stands_for(&en.said.kind, &fr.said.kind);
            match fr.iter().position(same) {
                Some(at) => push(Some(en), Some(fr.remove(at))),
                None => left.push(en),
            }
        }
        // What is left over may stand for a value of another sort: 5 for 5 %.
        for en in left {
            let loose = |fr: &Use<'_, '_>| {
                let sorts = [en.said.kind.sort(), fr.said.kind.sort()];
                sorts.iter().all(|sort| {
                    matches!(
                        sort,
                        Sort::Number
                            | Sort::NumberWord
                            | Sort::Amount
                            | Sort::Percentage
                            | Sort::Time
                            | Sort::Date
                    )
                }) && sorts.iter().any(|sort| *sort != Sort::NumberWord)
                    && !en.said.kind.is_one()
                    && !fr.said.kind.is_one()
            };
            let at = fr.iter().position(loose);
            push(Some(en), at.map(|at| fr.remove(at)));
        }
        for fr in fr {
            push(None, Some(fr));
        }
    }

    /// Marks what another text of the same section makes up for.
    fn find_moved(&mut self, pairs: &[Pair<'n, 'd>]) {
        let section = |pair: usize| pairs.get(pair).map_or(0, |pair| pair.section);
        let exact = |pair: usize| pairs.get(pair).is_none_or(|pair| pair.exact);
        let movable = |pair: usize| section(pair) != 0 && !exact(pair);
        let mut moved = Vec::new();
        for (at, one) in self.values.iter().enumerate() {
            for (other_at, other) in self.values.iter().enumerate().skip(at + 1) {
                if one.pair == other.pair
                    || section(one.pair) != section(other.pair)
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
        let section = |pair: usize| pairs.get(pair).map_or(0, |pair| pair.section);
        let elsewhere = |one: &FactDifference<'_, '_>| {
            pairs.iter().enumerate().any(|(at, pair)| {
                at != one.pair
                    && section(at) == section(one.pair)
                    && section(at) != 0
                    && facts_of(pair.side(one.has.other()))
                        .iter()
                        .any(|(.., fact)| *fact == one.fact)
            })
        };
        let moved: Vec<bool> = self.facts.iter().map(elsewhere).collect();
        for (fact, moved) in self.facts.iter_mut().zip(moved) {
            fact.moved = moved;
        }
    }
}

/// The pieces of texts that print facts.
fn facts_of<'n, 'd>(texts: &[&'n Text<'d>]) -> Vec<(&'n Text<'d>, &'n Piece<'d>, &'d str)> {
    let mut facts: Vec<(&'n Text<'d>, &'n Piece<'d>, &'d str)> = Vec::new();
    for text in texts {
        for piece in &text.leaf.pieces {
            if let Some(fact) = piece.fact {
                let before = facts.last().is_some_and(|(other, last, name)| {
                    std::ptr::eq(*other, *text)
                        && *name == fact
                        && last.range.end == piece.range.start
                });
                // 1<sup>er</sup> avril is one fact in two pieces.
                if !before {
                    facts.push((text, piece, fact));
                }
            }
        }
    }
    facts
}

/// The values of texts, those of facts that both languages print left out.
fn uses_of<'n, 'd>(texts: &[&'n Text<'d>], shared: &dyn Fn(&str) -> bool) -> Vec<Use<'n, 'd>> {
    texts
        .iter()
        .flat_map(|text| text.values.iter().map(|said| Use { text, said }))
        .filter(|usage| !usage.said.fact.as_deref().is_some_and(shared))
        .collect()
}

/// The values that find no equal on the other side. One that is said twice may be
/// said once there.
fn unmatched<'n, 'd>(
    en: &[Use<'n, 'd>],
    fr: &[Use<'n, 'd>],
) -> (Vec<Use<'n, 'd>>, Vec<Use<'n, 'd>>) {
    let lacking = |these: &[Use<'n, 'd>], those: &[Use<'n, 'd>]| -> Vec<Use<'n, 'd>> {
        these
            .iter()
            .filter(|this| {
                !those
                    .iter()
                    .any(|that| this.said.kind.equals(&that.said.kind))
            })
            .copied()
            .collect()
    };
    let (mut only_en, mut only_fr) = (lacking(en, fr), lacking(fr, en));
    drop_shared_units(&mut only_en, &mut only_fr);
    drop_years(&mut only_en, fr);
    drop_years(&mut only_fr, en);
    (only_en, only_fr)
}

fn drop_shared_units(en: &mut Vec<Use<'_, '_>>, fr: &mut Vec<Use<'_, '_>>) {
    let pairs = |a: &[Use<'_, '_>], b: &[Use<'_, '_>]| -> Vec<bool> {
        a.iter()
            .map(|a| b.iter().any(|b| shares_unit(&a.said.kind, &b.said.kind)))
            .collect()
    };
    // A single amount lost its sign; of several, one sign may stand for all.
    if en.len().max(fr.len()) == 0 {
        return;
    }
    let has_unit = |uses: &[Use<'_, '_>], usage: &Use<'_, '_>| {
        usage.text.values.iter().any(|said| {
            matches!(said.kind.sort(), Sort::Amount | Sort::Percentage)
                && said.range.start > usage.said.range.end
        }) || matches!(usage.said.kind.sort(), Sort::Amount | Sort::Percentage) && !uses.is_empty()
    };
    let (of_en, of_fr) = (pairs(en, fr), pairs(fr, en));
    let bare_has_unit = |uses: &[Use<'_, '_>], flags: &[bool]| {
        uses.iter()
            .zip(flags)
            .filter(|(usage, flag)| **flag && usage.said.kind.sort() == Sort::Number)
            .all(|(usage, _)| has_unit(uses, usage))
    };
    if bare_has_unit(en, &of_en) && bare_has_unit(fr, &of_fr) {
        let mut flags = of_en.iter();
        en.retain(|_| !flags.next().copied().unwrap_or(false));
        let mut flags = of_fr.iter();
        fr.retain(|_| !flags.next().copied().unwrap_or(false));
    }
}

/// Drops numbers that are the year of a date of the other language.
fn drop_years(only: &mut Vec<Use<'_, '_>>, others: &[Use<'_, '_>]) {
    only.retain(|usage| {
        !others
            .iter()
            .any(|other| is_year_of(&usage.said.kind, &other.said.kind))
    });
}

/// Whether two values can stand for each other: of one sort, and of a like shape.
fn stands_for(en: &Kind, fr: &Kind) -> bool {
    use crate::locale::read::Value;
    if en.sort() != fr.sort() {
        return false;
    }
    match (&en.0, &fr.0) {
        (Value::Weekday(_), other) | (other, Value::Weekday(_)) => {
            matches!(other, Value::Weekday(_))
        }
        (Value::FiscalYear(_), other) | (other, Value::FiscalYear(_)) => {
            matches!(other, Value::FiscalYear(_))
        }
        (Value::Date { day, .. }, Value::Date { day: other, .. }) => {
            day.is_some() == other.is_some()
        }
        (a, b) if en.sort() == Sort::NumberWord => {
            std::mem::discriminant(a) == std::mem::discriminant(b) && !en.is_one() && !fr.is_one()
        }
        _ => true,
    }
}

/// Whether a leaf says the words, apart from the form of spaces.
fn contains_words(leaf: &Leaf<'_>, words: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = plain(words);
    !words.is_empty() && plain(&leaf.text).contains(&words)
}
