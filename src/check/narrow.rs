//! Finds a part of a mended text in the same text as its author wrote it.

use crate::limits::spend;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

/// How far apart the two may drift besides the difference of their lengths.
const DRIFT: usize = 32;

/// Up to so many cells every way between the two is looked at. Longer texts that differ by
/// more than [`WHOLE_DRIFT`] get a band that follows the best way so far.
const WHOLE_CELLS: usize = 1 << 22;

/// Up to so many cells the band is made wider until no way outside of it can be cheaper.
const SURE_CELLS: usize = 1 << 20;

/// How far apart, beside [`DRIFT`], the two may be in a band that follows.
const WHOLE_DRIFT: usize = 64;

/// What it costs that a written character has none that is shown, or the other way round;
/// that one stands for another; that one was mended.
const GAP: u32 = 2;
const OTHER: u32 = 5;
const MENDED: u32 = 1;

/// A written character with its bytes: a backslash and what it escapes, an entity.
#[derive(Debug)]
struct Unit {
    range: Range<usize>,
    letter: char,
}

/// The way from each character of a mended text to the same text as its author wrote it:
/// other quotation marks, spaces, escapes.
#[derive(Debug)]
pub(super) struct WayBack {
    units: Vec<Unit>,
    /// Where each shown character begins.
    shown: Vec<usize>,
    /// For each of them the unit that it stands for, if it does.
    partners: Vec<Option<usize>>,
    /// Where the written text ends.
    end: usize,
}

impl WayBack {
    /// From the mended text `shown` to the `written` one.
    pub fn of(written: &str, shown: &str) -> WayBack {
        let units = units(written);
        let letters: Vec<(usize, char)> = shown.char_indices().collect();
        WayBack {
            partners: align(&units, &letters),
            shown: letters.into_iter().map(|(at, _)| at).collect(),
            units,
            end: written.len(),
        }
    }

    /// Where the bytes `part` of what is shown stand in what is written.
    pub fn narrow(&self, part: &Range<usize>) -> Range<usize> {
        let from = self.shown.partition_point(|at| *at < part.start);
        let to = self.shown.partition_point(|at| *at < part.end).max(from);
        let (inside, behind) = self.partners[from..].split_at(to - from);
        let unit = |partner: &Option<usize>| self.units.get((*partner)?);
        let mut found = inside.iter().filter_map(unit);
        if let Some(first) = found.next() {
            let last = found.next_back().unwrap_or(first);
            return first.range.start..last.range.end;
        }
        // The mending put it in: before what follows.
        let next = behind.iter().find_map(unit);
        let at = next.map_or(self.end, |unit| unit.range.start);
        at..at
    }
}

/// The ways back of a passage's pieces, each found when the first finding asks for it.
#[derive(Clone, Debug, Default)]
pub(super) struct WaysBack(RefCell<BTreeMap<usize, Rc<WayBack>>>);

impl WaysBack {
    /// The way back of the piece that begins at a byte of its passage.
    pub fn of(&self, piece: usize, find: impl FnOnce() -> WayBack) -> Rc<WayBack> {
        let mut known = self.0.borrow_mut();
        Rc::clone(known.entry(piece).or_insert_with(|| Rc::new(find())))
    }
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

/// For each shown character the unit that it stands for, if it does: the cheapest alignment
/// of all, or, of long texts, the cheapest within a band.
fn align(units: &[Unit], shown: &[(usize, char)]) -> Vec<Option<usize>> {
    let apart = units.len().abs_diff(shown.len());
    let cells = |band: usize| (2 * band + 1).saturating_mul(shown.len() + 1);
    let mut band = DRIFT + apart;
    if apart > WHOLE_DRIFT && cells(band) > WHOLE_CELLS {
        return align_within(units, shown, DRIFT + WHOLE_DRIFT, true).0;
    }
    loop {
        let (partners, cost) = align_within(units, shown, band, false);
        // A way that leaves the band and comes back goes past so many characters alone.
        let beyond = (2 * (band + 1) - apart) as u64 * u64::from(GAP);
        let wider = band * 2;
        if u64::from(cost) <= beyond || cells(wider) > SURE_CELLS {
            return partners;
        }
        band = wider;
    }
}

/// The cheapest alignment within a band, which may follow the best way so far, and what it
/// costs.
fn align_within(
    units: &[Unit],
    shown: &[(usize, char)],
    band: usize,
    follows: bool,
) -> (Vec<Option<usize>>, u32) {
    let width = 2 * band + 1;
    spend(1 + (width * shown.len()) as u64 / 64);
    // A cell of a row and a slot stands before this unit; where the band does not follow, a
    // row's start is its number.
    let unit_at = |start: usize, slot: usize| (start + slot).checked_sub(band);
    let (mut last_start, mut last_costs, mut cheapest) = (0, vec![u32::MAX; width], band);
    let mut starts = Vec::with_capacity(shown.len() + 1);
    let mut steps = vec![Step::Start; width * (shown.len() + 1)];
    for row in 0..=shown.len() {
        let start = match (row, follows) {
            (0, _) => 0,
            (_, false) => row,
            (_, true) => (last_start + cheapest + 1)
                .saturating_sub(band)
                .max(last_start),
        };
        let moved = start - last_start;
        let mut costs = vec![u32::MAX; width];
        for slot in 0..width {
            let Some(unit) = unit_at(start, slot).filter(|unit| *unit <= units.len()) else {
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
                let from = (slot + moved).checked_sub(1);
                let from = from.and_then(|slot| last_costs.get(slot));
                offer(from, cost(own.letter, *letter), Step::Both);
            }
            if row > 0 {
                offer(last_costs.get(slot + moved), GAP, Step::Shown);
            }
            if unit > 0 {
                let from = slot.checked_sub(1).and_then(|slot| costs.get(slot));
                offer(from, GAP, Step::Written);
            }
            costs[slot] = best.0;
            steps[row * width + slot] = best.1;
        }
        let by_cost = |slot: &usize| (costs[*slot], slot.abs_diff(band));
        cheapest = (0..width).min_by_key(by_cost).unwrap_or(band);
        starts.push(start);
        (last_start, last_costs) = (start, costs);
    }
    // Where the band ends before the text, what is left stands for nothing.
    let end = (units.len() + band).checked_sub(last_start);
    let mut slot = end.filter(|slot| *slot < width).unwrap_or(cheapest);
    let cost = last_costs[slot];
    let mut row = shown.len();
    let mut partners = vec![None; shown.len()];
    loop {
        let moved = |row: usize| starts[row] - starts[row - 1];
        match steps.get(row * width + slot) {
            Some(Step::Both) => {
                slot += moved(row);
                row -= 1;
                slot -= 1;
                partners[row] = unit_at(starts[row], slot);
            }
            Some(Step::Shown) => {
                slot += moved(row);
                row -= 1;
            }
            Some(Step::Written) => slot -= 1,
            Some(Step::Start) | None => break,
        }
    }
    (partners, cost)
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
        &written[WayBack::of(written, shown).narrow(&(start..start + part.len()))]
    }

    #[test]
    fn places_are_found_in_a_long_text_that_mends_made_much_longer() {
        let written = "« a \"b\" ».c ".repeat(400);
        let shown = "«\u{a0}a «\u{a0}b\u{a0}»\u{a0}». c  ".repeat(400);
        let way = WayBack::of(&written, &shown);
        for (own, there) in [('b', 'b'), ('c', 'c')] {
            let places = written.match_indices(own).zip(shown.match_indices(there));
            for ((at, _), (there, _)) in places {
                assert_eq!(way.narrow(&(there..there + 1)), at..at + 1);
            }
        }
    }

    #[test]
    fn what_is_written_and_not_shown_moves_no_place() {
        // Indentation that is folded away, and a list that stands before its paragraph.
        for run in [
            " ".repeat(90),
            " ".repeat(400),
            "- item of a list\n".repeat(40),
        ] {
            for written in [
                format!("{run}200 personnes"),
                format!("Il reçoit {run}200 personnes"),
                format!("Il reçoit 200 personnes{run}"),
            ] {
                let shown = written.replace(&run, "");
                let way = WayBack::of(&written, &shown);
                let at = |text: &str| text.find("200").unwrap();
                let found = way.narrow(&(at(&shown)..at(&shown) + 3));
                assert_eq!(found, at(&written)..at(&written) + 3, "{written}");
            }
        }
    }

    #[test]
    fn the_band_is_no_wider_in_a_longer_text() {
        let way = |times: usize| {
            let written = "a'b ".repeat(times);
            let shown = "a’  b ".repeat(times);
            align(&units(&written), &shown.char_indices().collect::<Vec<_>>())
        };
        // Each partner is found, though the texts are 8,000 characters apart.
        assert!(way(4000).iter().filter(|it| it.is_some()).count() >= 16_000);
    }

    /// What the cheapest of all alignments costs.
    fn cheapest_of_all(units: &[Unit], shown: &[(usize, char)]) -> u32 {
        let mut row: Vec<u32> = (0..=units.len() as u32).map(|at| at * GAP).collect();
        for (_, letter) in shown {
            let mut next = vec![row[0] + GAP];
            for (at, unit) in units.iter().enumerate() {
                let both = row[at] + cost(unit.letter, *letter);
                next.push(both.min(row[at + 1] + GAP).min(next[at] + GAP));
            }
            row = next;
        }
        row[units.len()]
    }

    /// What an alignment costs.
    fn cost_of(partners: &[Option<usize>], units: &[Unit], shown: &[(usize, char)]) -> u32 {
        let pairs = partners.iter().zip(shown);
        let paired = pairs
            .filter_map(|(unit, (_, letter))| unit.map(|unit| cost(units[unit].letter, *letter)));
        let paired: Vec<u32> = paired.collect();
        let alone = units.len() + shown.len() - 2 * paired.len();
        paired.iter().sum::<u32>() + alone as u32 * GAP
    }

    /// The band finds what looking at everything finds: texts mended at random, whose parts
    /// are moved, that begin with much that is written alone and end with much that is shown
    /// alone, that have nothing in common.
    #[test]
    fn the_band_finds_what_the_whole_table_finds() {
        let mut seed = 77_u64;
        let mut random = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) as usize % below
        };
        for round in 0..400 {
            let length = random(300);
            let letters = ['a', 'b', ' ', '"', '\'', '-', '.', '\\', '&'];
            let written: String = (0..length)
                .map(|_| letters[random(letters.len())])
                .collect();
            let mut shown: String = written.chars().filter(|_| random(9) > 0).collect();
            match round % 5 {
                0 => shown = shown.replace('"', "«\u{a0}").replace("'", "’"),
                1 => shown = " ".repeat(random(200)) + &shown,
                2 => {
                    shown = shown
                        .chars()
                        .skip(random(200))
                        .chain("x".repeat(90).chars())
                        .collect()
                }
                3 => shown = shown.chars().rev().collect(),
                _ => {
                    let (from, to) = shown.split_at(shown.len() / 2);
                    shown = format!("{to}{from}");
                }
            }
            let units = units(&written);
            let shown: Vec<(usize, char)> = shown.char_indices().collect();
            let partners = align(&units, &shown);
            let mut pairs = partners.iter().flatten();
            assert!(pairs.clone().is_sorted() && pairs.all(|at| *at < units.len()));
            let found = cost_of(&partners, &units, &shown);
            assert_eq!(
                found,
                cheapest_of_all(&units, &shown),
                "{written} {shown:?}"
            );
        }
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
