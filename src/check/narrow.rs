//! Finds a part of a mended text in the same text as its author wrote it.

use crate::limits::spend;
use std::ops::Range;

/// How far apart the two may drift besides the difference of their lengths.
const DRIFT: usize = 32;

/// How large the table of an alignment may be.
const MOST_CELLS: usize = 1 << 22;

/// What it costs that a written character has none that is shown, or the other way round;
/// that one stands for another; that one was mended.
const GAP: u32 = 2;
const OTHER: u32 = 5;
const MENDED: u32 = 1;

/// A written character with its bytes: a backslash and what it escapes, an entity.
struct Unit {
    range: Range<usize>,
    letter: char,
}

/// Where the bytes `part` of the mended text `shown` stand in `written`, the same
/// text as its author wrote it: other quotation marks, spaces, escapes.
pub(super) fn narrow(written: &str, shown: &str, part: &Range<usize>) -> Range<usize> {
    let drift = written.len().abs_diff(shown.len()) + DRIFT;
    let cells = drift.saturating_mul(shown.len()).saturating_mul(2);
    spend(1 + cells as u64 / 64);
    // What messages make of a few words, over and over, has its place as a whole.
    if cells > MOST_CELLS {
        return 0..written.len();
    }
    let units = units(written);
    let shown: Vec<(usize, char)> = shown.char_indices().collect();
    let partners = align(&units, &shown);
    let of_part = shown
        .iter()
        .zip(&partners)
        .filter(|((at, _), _)| part.contains(at));
    let mut found = of_part.filter_map(|(_, partner)| units.get((*partner)?));
    if let Some(first) = found.next() {
        let last = found.next_back().unwrap_or(first);
        return first.range.start..last.range.end;
    }
    // The mending put it in: before what follows.
    let behind = shown
        .iter()
        .zip(&partners)
        .filter(|((at, _), _)| *at >= part.end);
    let next = behind
        .filter_map(|(_, partner)| units.get((*partner)?))
        .next();
    let at = next.map_or(written.len(), |unit| unit.range.start);
    at..at
}

fn units(written: &str) -> Vec<Unit> {
    let mut units = Vec::with_capacity(written.len());
    let mut at = 0;
    while let Some(letter) = written.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = &written[at..];
        let (length, letter) = entity(rest)
            .or_else(|| escaped(rest))
            .unwrap_or((letter.len_utf8(), letter));
        units.push(Unit {
            range: at..at + length,
            letter,
        });
        at += length;
    }
    units
}

/// The entity that a text begins with: its bytes and its character.
fn entity(text: &str) -> Option<(usize, char)> {
    let (name, _) = text.strip_prefix('&')?.split_once(';')?;
    let letter = match name {
        "quot" => '"',
        "apos" => '\'',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "nbsp" => '\u{a0}',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    };
    Some((name.len() + 2, letter))
}

fn escaped(text: &str) -> Option<(usize, char)> {
    let letter = text.strip_prefix('\\')?.chars().next()?;
    letter.is_ascii_punctuation().then_some((2, letter))
}

/// For each shown character the unit that it stands for, if it does: the cheapest
/// alignment within a band along the diagonal.
fn align(units: &[Unit], shown: &[(usize, char)]) -> Vec<Option<usize>> {
    let band = units.len().abs_diff(shown.len()) + DRIFT;
    let width = 2 * band + 1;
    // A cell of row `row` and slot `slot` stands before unit `row + slot - band`.
    let unit_at = |row: usize, slot: usize| (row + slot).checked_sub(band);
    let mut before = vec![u32::MAX; width];
    let mut steps = vec![Step::Start; width * (shown.len() + 1)];
    for row in 0..=shown.len() {
        let mut costs = vec![u32::MAX; width];
        for slot in 0..width {
            let Some(unit) = unit_at(row, slot).filter(|unit| *unit <= units.len()) else {
                continue;
            };
            let mut best = if row == 0 && unit == 0 {
                (0, Step::Start)
            } else {
                (u32::MAX, Step::Start)
            };
            let mut offer = |from: Option<&u32>, cost: u32, step: Step| {
                let total = from.map_or(u32::MAX, |from| from.saturating_add(cost));
                if total < best.0 {
                    best = (total, step);
                }
            };
            if let (Some(last_row), Some(last)) = (row.checked_sub(1), unit.checked_sub(1))
                && let (Some((_, letter)), Some(own)) = (shown.get(last_row), units.get(last))
            {
                offer(before.get(slot), cost(own.letter, *letter), Step::Both);
            }
            if row > 0 {
                offer(before.get(slot + 1), GAP, Step::Shown);
            }
            if unit > 0 {
                let from = slot.checked_sub(1).and_then(|slot| costs.get(slot));
                offer(from, GAP, Step::Written);
            }
            costs[slot] = best.0;
            steps[row * width + slot] = best.1;
        }
        before = costs;
    }
    let mut partners = vec![None; shown.len()];
    let (mut row, mut slot) = (shown.len(), units.len() + band - shown.len());
    loop {
        match steps.get(row * width + slot) {
            Some(Step::Both) => {
                row -= 1;
                partners[row] = unit_at(row, slot);
            }
            Some(Step::Shown) => (row, slot) = (row - 1, slot + 1),
            Some(Step::Written) => slot -= 1,
            Some(Step::Start) | None => break,
        }
    }
    partners
}

/// What an alignment goes past.
#[derive(Clone, Copy, Debug)]
enum Step {
    Start,
    Both,
    Shown,
    Written,
}

const fn cost(written: char, shown: char) -> u32 {
    if written == shown {
        0
    } else if plain(written) == plain(shown) {
        MENDED
    } else {
        OTHER
    }
}

/// A character without what mending makes of it.
const fn plain(letter: char) -> char {
    match letter {
        '\u{a0}' | '\u{202f}' | '\u{2009}' | '\n' | '\t' => ' ',
        '’' | '‘' | '´' | '`' | '′' => '\'',
        '“' | '”' | '«' | '»' | '″' => '"',
        '\u{2011}' | '–' | '—' | '\u{2212}' => '-',
        '…' => '.',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn narrowed(written: &'static str, shown: &str, part: &str) -> &'static str {
        let start = shown.find(part).unwrap();
        &written[narrow(written, shown, &(start..start + part.len()))]
    }

    #[test]
    fn places_are_found_through_the_mending() {
        assert_eq!(
            narrowed("il y a 14 mois", "il y a 14\u{a0}mois", "14"),
            "14"
        );
        assert_eq!(
            narrowed("l'\"essai\" de 15", "l’«\u{a0}essai\u{a0}» de 15", "15"),
            "15"
        );
        assert_eq!(narrowed("a \\* b 15 c", "a * b 15 c", "15"), "15");
        assert_eq!(
            narrowed("5  000 $", "5\u{a0}000\u{a0}$", "5\u{a0}000\u{a0}$"),
            "5  000 $"
        );
        assert_eq!(narrowed("wait... 3", "wait… 3", "3"), "3");
        assert_eq!(narrowed("mot :  15", "mot\u{a0}: 15", "15"), "15");
        assert_eq!(narrowed("x  &quot;a 'b", "x \"a 'b", "\""), "&quot;");
        assert_eq!(narrowed("x  &quot;a 'b", "x \"a 'b", "'"), "'");
        assert_eq!(narrowed("a \\\"b \"c d", "a \"b “c d", "\""), "\\\"");
        assert_eq!(narrowed("a 'b c' 'd", "a ‘b c’ 'd", "'"), "'");
        assert_eq!(narrowed("etc... 5 & 6", "etc. 5 & 6", "6"), "6");
    }
}
