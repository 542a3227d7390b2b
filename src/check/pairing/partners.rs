//! Gives each value of a text a partner in its translation: one that says the same,
//! or that comes to the same by what stands around it.

use crate::check::licences::{HALF_OF_DAY, SHARED_UNIT, WRITTEN_ALIKE, is_implied, says_in_words};
use crate::check::near::{are_few, near};
use crate::check::outline::ValuedText;
use crate::check::pairing::Pair;
use crate::check::pairing::usage::Use;
use crate::check::values::compound::Whole;
use crate::check::values::context::{are_each_languages_own, is_said_otherwise};
use crate::check::values::{Kind, ValueSort, shares_unit};
use crate::lang::{Both, Lang};
use crate::language::read::{self, Value, Weight};
use std::collections::{HashMap, HashSet};

/// How many values are looked at that say the same as one: they have partners before it, as
/// a rule, and more than so many stand in no text that people read.
const SAME: usize = 50;

/// How many values are looked at for one with the unit of another.
const FARTHEST: usize = 500;

/// A value that found no partner of its own.
#[derive(Clone, Copy)]
pub(in crate::check) struct Left<'n, 'd> {
    /// The value.
    pub usage: Use<'n, 'd>,
    /// Whether the other language says the same elsewhere in the text: one that is
    /// said twice here may be said once there.
    pub said_again: bool,
}

impl Left<'_, '_> {
    /// Whether it is a part of a name or of an idiom.
    pub fn is_idle(&self) -> bool {
        self.usage.said.weight == Weight::Idle
    }
}

/// The values without partners.
pub(in crate::check) struct Rest<'n, 'd> {
    /// English.
    pub en: Vec<Left<'n, 'd>>,
    /// French.
    pub fr: Vec<Left<'n, 'd>>,
}

impl<'n, 'd> Rest<'n, 'd> {
    /// Gives each value a partner that says the same in the same form, or else in
    /// another, and keeps those that get none.
    pub fn of(en: &[Use<'n, 'd>], fr: &[Use<'n, 'd>]) -> Rest<'n, 'd> {
        let mut free_en: Vec<bool> = vec![true; en.len()];
        let mut free_fr: Vec<bool> = vec![true; fr.len()];
        let same_form = |a: &Kind, b: &Kind| {
            std::mem::discriminant(&a.value) == std::mem::discriminant(&b.value)
                && a.sort() == b.sort()
        };
        let few = are_few(en.len(), fr.len());
        let by_key = (!few).then(|| by_key(fr));
        for exact in [true, false] {
            let open = en.iter().zip(&mut free_en).enumerate();
            for (at, (left, free)) in open.filter(|(_, (_, free))| **free) {
                let fits = |place: &usize| {
                    let right = &fr[*place];
                    let (a, b) = (&left.said.kind, &right.said.kind);
                    free_fr[*place]
                        && (a.equals(b)
                            || (is_same_half_unsaid(left, right) && HALF_OF_DAY.allows()))
                        && (if exact {
                            same_form(a, b)
                        } else {
                            a.is_one() == b.is_one() || a.is_as_long_as(b)
                        })
                };
                let same = by_key.as_ref().and_then(|it| it.get(&left.said.kind.key()));
                let same = same.into_iter().flatten().copied().take(SAME);
                let others = near(at, en.len(), fr.len());
                let partner = same.chain(others).find(fits);
                if let Some(place) = partner {
                    (*free, free_fr[place]) = (false, false);
                }
            }
        }
        join_wholes((en, &mut free_en), (fr, &mut free_fr));
        join_wholes((fr, &mut free_fr), (en, &mut free_en));
        join_implied((en, &mut free_en), (fr, &mut free_fr));
        let rest = |uses: &[Use<'n, 'd>], free: &[bool], others: &[Use<'n, 'd>]| {
            let keys: Option<HashSet<String>> =
                (!few).then(|| others.iter().map(|it| it.said.kind.key()).collect());
            let again = |one: &Use<'_, '_>| match &keys {
                Some(keys) => keys.contains(&one.said.kind.key()),
                None => others.iter().any(|other| {
                    one.said.kind.equals(&other.said.kind)
                        && same_form(&one.said.kind, &other.said.kind)
                }),
            };
            uses.iter()
                .zip(free)
                .filter(|(_, free)| **free)
                .map(|(usage, _)| Left {
                    usage: *usage,
                    said_again: again(usage),
                })
                .collect::<Vec<_>>()
        };
        let mut rest = Rest {
            en: rest(en, &free_en, fr),
            fr: rest(fr, &free_fr, en),
        };
        rest.drop_shared_units();
        rest
    }

    /// Drops values that the other language's texts say in words, or as code.
    pub fn drop_paraphrased(&mut self, pair: &Pair<'n, 'd>) {
        let says = |left: &Left<'_, '_>, lang: Lang| {
            let others = pair.side(lang);
            is_said_otherwise(&left.usage, others)
                || others
                    .iter()
                    .any(|text| says_in_words(&text.passage.text, lang, &left.usage.said.kind))
        };
        self.en.retain(|left| !says(left, Lang::Fr));
        self.fr.retain(|left| !says(left, Lang::En));
    }

    /// Drops values whose characters the other language repeats as often, though there they
    /// are read as something else: "le 20 avril" in a title that stays in its language. The
    /// marks of numbers mean something else in each language, and a unit says more: 5 and 5 %.
    pub fn drop_repeated(&mut self, pair: &Pair<'n, 'd>) {
        // The first letters and figures of what is written must stand on both sides; the years
        // of a fiscal year do not count where they stand.
        let plain = |text: &&&ValuedText<'_>| {
            let mut values = text.values.iter();
            !values.any(|said| matches!(said.kind.value, Value::FiscalYear(_)))
        };
        let all_plain = pair.en.iter().chain(&pair.fr).all(|it| plain(&it));
        let parts = Both::of(|lang| -> HashSet<&str> {
            let texts = pair.side(lang).iter();
            texts
                .flat_map(|text| alphanumeric(&text.passage.text))
                .collect()
        });
        let lacks = |written: &str, lang: Lang| {
            let first = alphanumeric(written).next();
            all_plain && first.is_some_and(|first| !parts[lang].contains(first))
        };
        let repeats = |left: &Left<'_, '_>, others: &[Left<'_, '_>]| {
            let kind = &left.usage.said.kind;
            let of_unit = |other: &Left<'_, '_>| shares_unit(kind, &other.usage.said.kind);
            let written = left.usage.written();
            // What is nowhere in a language's texts is not looked for in them.
            let times = |lang| match lacks(written, lang) {
                true => {
                    debug_assert_eq!(count_of(written, pair.side(lang)), 0, "{written}");
                    0
                }
                false => count_of(written, pair.side(lang)),
            };
            let marked = matches!(
                kind.sort(),
                ValueSort::Number | ValueSort::Amount | ValueSort::Percentage
            ) && written.contains([',', '.']);
            !marked
                && !others.iter().any(of_unit)
                && times(Lang::En) == times(Lang::Fr)
                && WRITTEN_ALIKE.allows()
        };
        let en: Vec<bool> = self.en.iter().map(|it| repeats(it, &self.fr)).collect();
        let fr: Vec<bool> = self.fr.iter().map(|it| repeats(it, &self.en)).collect();
        for (left, repeated) in [(&mut self.en, en), (&mut self.fr, fr)] {
            let mut repeated = repeated.into_iter();
            left.retain(|_| repeated.next() != Some(true));
        }
    }

    /// Drops numbers that say their unit together with the next: 5 000 of "5 000 et
    /// 10 000 $".
    fn drop_shared_units(&mut self) {
        let mut at = 0;
        while let Some(en) = self.en.get(at) {
            let partner = self.fr.iter().take(FARTHEST).position(|fr| {
                shares_unit(&en.usage.said.kind, &fr.usage.said.kind)
                    && (has_unit_further_on(&en.usage, fr.usage.said.kind.sort())
                        || has_unit_further_on(&fr.usage, en.usage.said.kind.sort()))
                    && SHARED_UNIT.allows()
            });
            match partner {
                Some(partner) => {
                    self.fr.remove(partner);
                    self.en.remove(at);
                }
                None => at += 1,
            }
        }
    }
}

/// The places of values by what they say, in their order.
fn by_key(uses: &[Use<'_, '_>]) -> HashMap<String, Vec<usize>> {
    let mut places: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, usage) in uses.iter().enumerate() {
        places.entry(usage.said.kind.key()).or_default().push(at);
    }
    places
}

/// The runs of letters and figures of a text.
fn alphanumeric(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|letter: char| !letter.is_alphanumeric());
    parts.filter(|part| !part.is_empty())
}

/// How often texts have some characters, with nothing of a word or a number beside them. The
/// two years of a fiscal year are none by themselves: 2024 of "2023-2024".
fn count_of(written: &str, texts: &[&ValuedText<'_>]) -> usize {
    let is_part = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let spaced = |text: &str| text.replace(['\u{a0}', '\u{202f}'], " ");
    let written = &spaced(written);
    let count = |text: &str| {
        let text = spaced(text);
        let found = text.match_indices(written.as_str()).filter(|(at, _)| {
            let before = text[..*at].chars().next_back();
            let after = text[at + written.len()..].chars().next();
            !is_part(before) && !is_part(after)
        });
        found.count()
    };
    let by_itself = |text: &&ValuedText<'_>| {
        let whole = &text.passage.text;
        let years = text.values.iter();
        let years = years.filter(|said| matches!(said.kind.value, Value::FiscalYear(_)));
        let years = years.filter_map(|said| whole.get(said.range.clone()));
        let inside = years.filter(|years| years.len() > written.len()).map(count);
        count(whole).saturating_sub(inside.sum())
    };
    texts.iter().map(by_itself).sum()
}

/// Whether the times are the same but for the half of the day, which the English
/// leaves to the reader: 7:30.
fn is_same_half_unsaid(en: &Use<'_, '_>, fr: &Use<'_, '_>) -> bool {
    match (&en.said.kind.value, &fr.said.kind.value) {
        (Value::Time(en_time), Value::Time(fr_time)) => {
            en.text.passage.lang == Lang::En
                && !en.written().contains('m')
                && en_time.0 < 780
                && en_time.0 % 720 == fr_time.0 % 720
        }
        _ => false,
    }
}

/// Whether nothing but joining words stands between a bare number and the next one
/// that has a unit of the sort: "3.9, or $148" says no percentage.
fn has_unit_further_on(usage: &Use<'_, '_>, sort: ValueSort) -> bool {
    let mut end = usage.said.range.end;
    let later = usage.text.values.from(end).iter();
    for said in later.filter(|_| usage.said.kind.sort() == ValueSort::Number) {
        let between = usage.text.passage.text.get(end..said.range.start);
        if !between.is_some_and(read::joins) {
            return false;
        }
        if matches!(said.kind.sort(), ValueSort::Amount | ValueSort::Percentage) {
            return said.kind.sort() == sort;
        }
        end = said.range.end;
    }
    false
}

/// Joins what several values say together with the value that says it alone: four in
/// five, 80 %. One of the several is enough, as the others may have a partner by
/// chance.
fn join_wholes(these: (&[Use<'_, '_>], &mut [bool]), those: (&[Use<'_, '_>], &mut [bool])) {
    let (uses, free) = these;
    let (others, others_free) = those;
    let mut texts: Vec<&ValuedText<'_>> = Vec::new();
    for usage in uses {
        if !texts.iter().any(|text| std::ptr::eq(*text, usage.text)) {
            texts.push(usage.text);
        }
    }
    for text in texts {
        for whole in &text.values.wholes {
            let parts = parts_of(whole, text, uses);
            let some_free = parts.iter().any(|at| free.get(*at).copied() == Some(true));
            let other = others
                .iter()
                .zip(others_free.iter_mut())
                .find(|(other, free)| {
                    **free && whole.is_said_by(&other.said.kind) && whole.licence.allows()
                });
            if let (true, Some((_, taken))) = (some_free, other) {
                *taken = false;
                for at in parts {
                    if let Some(free) = free.get_mut(at) {
                        *free = false;
                    }
                }
            }
        }
    }
}

/// Where the parts of a whole stand among the uses.
fn parts_of(whole: &Whole, text: &ValuedText<'_>, uses: &[Use<'_, '_>]) -> Vec<usize> {
    uses.iter()
        .enumerate()
        .filter(|(_, usage)| {
            std::ptr::eq(usage.text, text) && whole.parts.contains(&usage.said.range)
        })
        .map(|(at, _)| at)
        .collect()
}

/// Joins values of which one leaves out what the reader knows from the words around
/// it: "dont 86,5 millions" beside dollars, "le 13" beside "le 27 mai".
fn join_implied(en: (&[Use<'_, '_>], &mut [bool]), fr: (&[Use<'_, '_>], &mut [bool])) {
    let (en, free_en) = en;
    let (fr, free_fr) = fr;
    let open = en.iter().zip(free_en).enumerate();
    for (at, (left, free)) in open.filter(|(_, (_, free))| **free) {
        let others = near(at, en.len(), fr.len());
        let others = fr[others.clone()].iter().zip(&mut free_fr[others]);
        let partner = others.into_iter().find(|(right, free)| {
            **free
                && (are_each_languages_own(left, right)
                    || is_implied(left, right, fr)
                    || is_implied(right, left, en))
        });
        if let Some((_, taken)) = partner {
            (*free, *taken) = (false, false);
        }
    }
}
