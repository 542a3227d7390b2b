//! Which straight marks of a block are quotation marks, apostrophes, feet and inches.

use super::apostrophe::{is_apostrophe, may_be_apostrophe, may_begin_short_form};
use super::block::{TextBlock, is_digit};
use super::marks::{TypographicMark, marks};
use crate::lang::Lang;

/// How many marks that may say inches are tried in every combination, and among how
/// many marks.
const MOST_TRIED: usize = 6;
const MOST_MARKS: usize = 200;

/// What the marks of a block are.
#[derive(Debug, Default)]
pub(super) struct FoundPair {
    /// Apostrophes, however they are written.
    pub apostrophes: Vec<usize>,
    /// Straight marks of feet and inches.
    pub primes: Vec<usize>,
    /// Quotations with a straight mark.
    pub quotations: Vec<Quotation>,
}

/// A quotation: where its marks stand and what they should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quotation {
    pub open: (usize, char),
    pub close: (usize, char),
}

/// Decides what each mark is. A mark that fits nowhere keeps no other from being mended:
/// it is left out.
pub(super) fn find(block: &TextBlock) -> FoundPair {
    let marks = marks(block);
    let Pairing {
        pairs,
        primes,
        left,
    } = best_pairing(&marks, block.style.lang);
    let mut found = FoundPair {
        apostrophes: apostrophes(block),
        primes: feet(block),
        quotations: quotations(&marks, &pairs, block.style.lang),
    };
    let at = |index: usize| marks.get(index).map(|mark| mark.at);
    found.primes.extend(primes.into_iter().filter_map(at));
    for mark in left.into_iter().filter_map(|index| marks.get(index)) {
        if mark.measures {
            found.primes.push(mark.at);
        } else if mark.single && is_lone_apostrophe(block, mark) {
            found.apostrophes.push(mark.at);
        }
    }
    found
}

/// Apostrophes by what stands beside them.
fn apostrophes(block: &TextBlock) -> Vec<usize> {
    (0..block.len())
        .filter(|at| block.matches(*at, may_be_apostrophe) && block.is_free(*at))
        .filter(|at| is_apostrophe(block, *at) || ends_a_plural(block, *at))
        .collect()
}

/// `partners´`
fn ends_a_plural(block: &TextBlock, at: usize) -> bool {
    block.is(at, '´')
        && block.before(at).is_some_and(char::is_alphabetic)
        && block
            .get(at + 1)
            .is_none_or(|letter| !letter.is_alphanumeric())
}

/// The feet of `6'2`.
fn feet(block: &TextBlock) -> Vec<usize> {
    (0..block.len())
        .filter(|at| block.is(*at, '\'') && block.is_free(*at))
        .filter(|at| block.before(*at).is_some_and(is_digit) && block.matches(at + 1, is_digit))
        .collect()
}

/// Whether a single mark that pairs with none is an apostrophe: behind a word or before
/// a year.
fn is_lone_apostrophe(block: &TextBlock, mark: &TypographicMark) -> bool {
    let behind_word = block.before(mark.at).is_some_and(char::is_alphabetic);
    mark.closes && behind_word || mark.opens && may_begin_short_form(block, mark.at)
}

/// What pairs, by the marks' indexes.
#[derive(Default)]
struct Pairing {
    pairs: Vec<(usize, usize)>,
    primes: Vec<usize>,
    left: Vec<usize>,
}

/// How marks may be paired.
struct Reading {
    /// The marks behind a number that say inches.
    primes: Vec<usize>,
    /// Whether a straight mark may pair with one that is typographic: `“word"`.
    mixed: bool,
}

/// The pairing that leaves the fewest marks without a partner. Each mark behind a number
/// may close a quotation or say inches; among equals, straight marks pair with straight
/// ones, and inches are few.
fn best_pairing(marks: &[TypographicMark], lang: Lang) -> Pairing {
    let plain = Reading {
        primes: Vec::new(),
        mixed: false,
    };
    let first = pairing(marks, plain, lang);
    if first.left.is_empty() {
        return first;
    }
    let mut measures: Vec<usize> = (0..marks.len())
        .filter(|index| marks.get(*index).is_some_and(|mark| mark.measures))
        .collect();
    if measures.len() > MOST_TRIED || marks.len() > MOST_MARKS {
        measures.clear();
    }
    let mut masks: Vec<u32> = (0..1 << measures.len()).collect();
    masks.sort_by_key(|mask| mask.count_ones());
    let readings = masks.into_iter().flat_map(|mask| {
        let chosen = measures.iter().enumerate();
        let primes = chosen.filter(|(bit, _)| mask >> bit & 1 == 1);
        let primes: Vec<usize> = primes.map(|(_, index)| *index).collect();
        [false, true].map(|mixed| Reading {
            primes: primes.clone(),
            mixed,
        })
    });
    std::iter::once(first)
        .chain(
            readings
                .skip(1)
                .map(|reading| pairing(marks, reading, lang)),
        )
        .min_by_key(|pairing| pairing.left.len())
        .unwrap_or_default()
}

/// Pairs marks that are no inches, the inner ones first.
fn pairing(marks: &[TypographicMark], reading: Reading, lang: Lang) -> Pairing {
    let mut stack: Vec<usize> = Vec::new();
    let mut found = Pairing::default();
    for (index, mark) in marks.iter().enumerate() {
        if reading.primes.contains(&index) {
            continue;
        }
        let alone = mark.alone && lang == Lang::Fr;
        let partner = (mark.closes || alone)
            .then(|| partner(marks, &stack, mark, reading.mixed))
            .flatten();
        if let Some(place) = partner {
            found.left.extend(stack.drain(place + 1..));
            found.pairs.extend(stack.pop().map(|open| (open, index)));
        } else if mark.opens || alone {
            stack.push(index);
        } else {
            found.left.push(index);
        }
    }
    found.left.append(&mut stack);
    found.left.sort_unstable();
    found.primes = reading.primes;
    found
}

/// The place on the stack of the mark that this one closes. A single mark closes none
/// from outside of a quotation in double marks.
fn partner(
    marks: &[TypographicMark],
    stack: &[usize],
    mark: &TypographicMark,
    mixed: bool,
) -> Option<usize> {
    let open = |index: &usize| marks.get(*index);
    let fits = |other: &TypographicMark| {
        let straight = other.typographic.is_none() || mark.typographic.is_none();
        let alike = other.typographic == mark.typographic || mixed && straight && !mark.single;
        other.single == mark.single && other.alone == mark.alone && alike
    };
    let place = stack
        .iter()
        .rposition(|index| open(index).is_some_and(fits))?;
    let inside = stack.get(place + 1..).unwrap_or_default();
    let is_double = |index: &usize| open(index).is_some_and(|other| !other.single);
    (!mark.single || !inside.iter().any(is_double)).then_some(place)
}

/// The quotations with a straight mark, each with the marks of its level.
fn quotations(marks: &[TypographicMark], pairs: &[(usize, usize)], lang: Lang) -> Vec<Quotation> {
    let mut pairs = pairs.to_vec();
    pairs.sort_unstable();
    let mut around: Vec<(usize, char)> = Vec::new();
    let mut found = Vec::new();
    for (open, close) in pairs {
        around.retain(|(end, _)| *end > close);
        let outer = around.last().map(|(_, mark)| *mark);
        let (Some(first), Some(last)) = (marks.get(open), marks.get(close)) else {
            continue;
        };
        let closing = first
            .typographic
            .or(last.typographic)
            .unwrap_or_else(|| closing_mark(lang, first.single, outer));
        let opening = match closing {
            '»' => '«',
            '”' => '“',
            _ => '‘',
        };
        if first.typographic.is_none() || last.typographic.is_none() {
            found.push(Quotation {
                open: (first.at, opening),
                close: (last.at, closing),
            });
        }
        around.push((close, closing));
    }
    found
}

/// What closes a quotation inside another: “…” with ‘…’ in English, « … » with “…” and
/// then ‘…’ in French.
const fn closing_mark(lang: Lang, single: bool, outer: Option<char>) -> char {
    match (lang, outer, single) {
        (Lang::En, Some('’'), _) | (Lang::En, None, false) => '”',
        (Lang::En, ..) => '’',
        (Lang::Fr, None, _) => '»',
        (Lang::Fr, Some('”'), _) => '’',
        (Lang::Fr, ..) => '”',
    }
}
