//! Total fit: the breaks for which the lines of the whole paragraph are best
//! together (Knuth and Plass, "Breaking Paragraphs into Lines", 1981), for even and
//! for ragged margins. Words are divided only where the lines are bad otherwise.

use super::hanging::{hang, hyphen_hang};
use super::opportunity::{BreakKind, TokenAround, hyphens};
use super::segment::{Segment, widths_to};
use super::{Paragraph, Setting};
use crate::limits::spend;
use crate::output::pdf::font::shape::{Shaper, ShapingManner};
use crate::output::theme::Align;
use std::collections::BTreeSet;
use unicode_segmentation::UnicodeSegmentation;

/// A line's text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct BrokenLine {
    /// Where it begins.
    pub start: usize,
    /// Where the spaces at its end begin.
    pub word_end: usize,
    /// Where it ends.
    pub end: usize,
    /// The kind of break that ends it.
    pub kind: BreakKind,
}

/// The cost of a drawn hyphen, of a break in an address, of one inside a word, and
/// of two hyphens at the ends of lines below one another. At a ragged margin an address
/// stays whole as long as the line before it is not much too short.
const HYPHEN: f64 = 4_000.0;
const ADDRESS: f64 = 2_500.0;
const RAGGED_ADDRESS: f64 = 60_000_000.0;
const NEED: f64 = 4_000_000.0;
const HYPHEN_BELOW_HYPHEN: f64 = 12_000.0;
/// The cost of a last line of one short word; at a ragged margin the line before can
/// give it another.
const SHORT_LAST_LINE: f64 = 3_000.0;
const RAGGED_SHORT_LAST_LINE: f64 = 1_500_000.0;

/// Breaks a paragraph into lines.
pub(super) fn break_lines(
    paragraph: &Paragraph,
    segments: &[Segment],
    shaper: &mut Shaper<'_>,
    setting: &Setting<'_>,
) -> Vec<BrokenLine> {
    let hangs = hangs(paragraph, segments, shaper, setting);
    let (breaks, good) = best_breaks(segments, &hangs, setting);
    if good {
        return lines(segments, &breaks);
    }
    let whole = lines(segments, &breaks);
    let divided = divide(paragraph, segments, shaper, setting);
    let hangs = self::hangs(paragraph, &divided, shaper, setting);
    let (breaks, _) = best_breaks(&divided, &hangs, setting);
    let divided = lines(&divided, &breaks);
    // Of two lines none ends with a divided word that has room on a line.
    let fits = segments.iter().all(|it| it.width <= setting.least_room());
    if fits && whole.len().min(divided.len()) <= 2 {
        return whole;
    }
    divided
}

/// How far the first and the last sign of each segment hang in the margins; none where
/// lines are not justified.
fn hangs(
    paragraph: &Paragraph,
    parts: &[Segment],
    shaper: &mut Shaper<'_>,
    setting: &Setting<'_>,
) -> Vec<(f64, f64)> {
    if setting.align != Align::Justify {
        return Vec::new();
    }
    let hyphen = hyphen_hang(paragraph, setting);
    parts
        .iter()
        .map(|part| {
            let range = (part.start, part.word_end);
            let (left, right) = hang(paragraph, shaper, setting, range, part.kind);
            (left.into(), (right + part.hyphen * hyphen).into())
        })
        .collect()
}

fn lines(parts: &[Segment], breaks: &[usize]) -> Vec<BrokenLine> {
    let mut from = 0;
    breaks
        .iter()
        .filter_map(|&to| {
            let (first, last) = (parts.get(from)?, parts.get(to.checked_sub(1)?)?);
            from = to;
            Some(BrokenLine {
                start: first.start,
                word_end: last.word_end,
                end: last.end,
                kind: last.kind,
            })
        })
        .collect()
}

/// Splits segments where words may be divided, and pieces that are still wider
/// than the measure at every character.
fn divide(
    paragraph: &Paragraph,
    segments: &[Segment],
    shaper: &mut Shaper<'_>,
    setting: &Setting<'_>,
) -> Vec<Segment> {
    let last_word = segments
        .iter()
        .rposition(|segment| segment.word_end > segment.start);
    let mut parts = Vec::new();
    let mut around = TokenAround::default();
    for (index, segment) in segments.iter().enumerate() {
        let too_wide = segment.width > setting.least_room();
        let places = if Some(index) == last_word && !too_wide {
            Vec::new()
        } else {
            hyphens(
                paragraph,
                segment.start,
                segment.word_end,
                setting.no_hyphen,
                too_wide && setting.divide_at_need,
                &mut around,
            )
        };
        let first = parts.len();
        let mut split = |places: &[usize], kind, parts: &mut Vec<Segment>| {
            parts.truncate(first);
            split(paragraph, segment, places, kind, shaper, parts);
        };
        split(&places, BreakKind::Hyphen, &mut parts);
        if parts[first..]
            .iter()
            .any(|part| part.width > setting.least_room())
        {
            split(&spaces_in(paragraph, segment), BreakKind::Need, &mut parts);
        }
        let too_wide = |parts: &[Segment]| {
            parts
                .iter()
                .any(|part| part.width + part.hyphen > setting.least_room())
        };
        if setting.divide_at_need && too_wide(&parts[first..]) {
            split(
                &letters_in(paragraph, segment),
                BreakKind::Hyphen,
                &mut parts,
            );
        }
        if too_wide(&parts[first..]) {
            let places = characters_in(paragraph, segment).skip(1);
            split(&places.collect::<Vec<_>>(), BreakKind::Need, &mut parts);
        }
    }
    parts
}

/// The width of the widest part of a segment that is divided as at need: long words by
/// their syllables, or where they have none between two pairs of letters; not what has a
/// figure or a no-break space in it.
pub(super) fn widest_part(
    paragraph: &Paragraph,
    segment: &Segment,
    shaper: &mut Shaper<'_>,
    no_hyphen: &BTreeSet<String>,
    around: &mut TokenAround,
) -> f32 {
    let (start, end) = (segment.start, segment.word_end);
    let mut places = hyphens(paragraph, start, end, no_hyphen, true, around);
    let text = words_of(paragraph, segment);
    let whole = |c: char| c.is_numeric() || matches!(c, '\u{A0}' | '\u{202F}' | ' ');
    if places.is_empty() && text.chars().count() > LONG && !text.contains(whole) {
        places = letters_in(paragraph, segment);
    }
    let mut parts = Vec::new();
    split(
        paragraph,
        segment,
        &places,
        BreakKind::Hyphen,
        shaper,
        &mut parts,
    );
    parts
        .iter()
        .map(|part| part.width + part.hyphen)
        .fold(0.0, f32::max)
}

/// A word of more characters may be divided at need where it has no syllables.
const LONG: usize = 9;

/// A segment's text without the space after it.
fn words_of<'p>(paragraph: &'p Paragraph, segment: &Segment) -> &'p str {
    paragraph
        .text
        .get(segment.start..segment.word_end)
        .unwrap_or_default()
}

/// The places of a segment behind spaces that do not break: a date on two lines is better
/// than a torn word.
fn spaces_in(paragraph: &Paragraph, segment: &Segment) -> Vec<usize> {
    words_of(paragraph, segment)
        .match_indices(['\u{A0}', '\u{202F}', ' '])
        .map(|(at, space)| segment.start + at + space.len())
        .filter(|place| *place < segment.word_end)
        .collect()
}

/// The places inside the words of a segment where two letters at least stand on either
/// side.
fn letters_in(paragraph: &Paragraph, segment: &Segment) -> Vec<usize> {
    let text = words_of(paragraph, segment);
    let letters = |text: &str, back: bool| {
        let mut near = text.chars();
        let mut next = || if back { near.next_back() } else { near.next() };
        (0..2).all(|_| next().is_some_and(char::is_alphabetic))
    };
    characters_in(paragraph, segment)
        .filter(|at| {
            let (before, after) = text.split_at(at - segment.start);
            letters(before, true) && letters(after, false)
        })
        .collect()
}

/// The places of a segment's characters.
fn characters_in(paragraph: &Paragraph, segment: &Segment) -> impl Iterator<Item = usize> {
    let characters = words_of(paragraph, segment).grapheme_indices(true);
    characters.map(|(at, _)| segment.start + at)
}

/// Splits a segment at places; where one is a hyphen's, its width is found.
fn split(
    paragraph: &Paragraph,
    segment: &Segment,
    places: &[usize],
    kind: BreakKind,
    shaper: &mut Shaper<'_>,
    parts: &mut Vec<Segment>,
) {
    let first = parts.len();
    let widths = widths_to(paragraph, shaper, segment, places);
    let (mut start, mut before) = (segment.start, 0.0);
    for (&place, &to) in places.iter().zip(&widths) {
        parts.push(Segment {
            start,
            word_end: place,
            end: place,
            width: to - before,
            space: 0.0,
            hyphen: 0.0,
            kind,
        });
        (start, before) = (place, to);
    }
    parts.push(Segment {
        start,
        width: segment.width - before,
        ..*segment
    });
    if kind == BreakKind::Hyphen {
        let hyphens = parts[first..].iter_mut().filter(|part| part.kind == kind);
        hyphens.for_each(|part| part.hyphen = hyphen_width(paragraph, shaper, part.end));
    }
}

fn hyphen_width(paragraph: &Paragraph, shaper: &mut Shaper<'_>, at: usize) -> f32 {
    let run = &paragraph.runs[paragraph.run_at(at.saturating_sub(1))];
    let shaped = shaper.shape("-", run.look.order, ShapingManner::default());
    shaped.width * run.look.size / 1000.0
}

/// The best breaks, each as the index of the part that begins the next line, and
/// whether every line is good enough.
fn best_breaks(
    parts: &[Segment],
    hangs: &[(f64, f64)],
    setting: &Setting<'_>,
) -> (Vec<usize>, bool) {
    let count = parts.len();
    // The widths, and the spaces that can stretch, of all parts before one.
    let mut before = vec![(0.0_f64, 0.0_f64)];
    for part in parts {
        let (width, space) = before.last().copied().unwrap_or_default();
        before.push((
            width + f64::from(part.width) + f64::from(part.space),
            space + f64::from(part.space),
        ));
    }
    let mut best: Vec<(f64, usize, bool)> = vec![(f64::INFINITY, 0, false); count + 1];
    best[0] = (0.0, 0, true);
    for end in 1..=count {
        let last = &parts[end - 1];
        spend(1);
        for start in (0..end).rev() {
            spend(1);
            if start + 1 < end && parts[start].kind == BreakKind::Hard {
                break;
            }
            let spaces = before[end].1 - before[start].1 - f64::from(last.space);
            let hang = |at: usize| hangs.get(at).copied().unwrap_or_default();
            let width = before[end].0 - before[start].0 - f64::from(last.space)
                + f64::from(last.hyphen)
                - (hang(start).0 + hang(end - 1).1);
            let line = CandidateLine {
                width,
                spaces,
                kind: last.kind,
                after: start.checked_sub(1).map(|at| parts[at].kind),
                ends_paragraph: end == count,
                single: start == 0,
            };
            let Some((cost, good)) = line.cost(setting, start + 1 == end) else {
                // A line that does not stand in has more room.
                if line.goes_on() && line.shortfall(setting) < setting.indent.into() {
                    continue;
                }
                break;
            };
            let total = best[start].0 + cost;
            if total < best[end].0 {
                best[end] = (total, start, good && best[start].2);
            }
        }
    }
    let mut breaks = Vec::new();
    let mut at = count;
    while at > 0 {
        breaks.push(at);
        at = best[at].1;
    }
    breaks.reverse();
    (breaks, best[count].2)
}

/// A line that might be.
struct CandidateLine {
    width: f64,
    spaces: f64,
    kind: BreakKind,
    /// The kind of break before it.
    after: Option<BreakKind>,
    ends_paragraph: bool,
    /// Whether it begins the paragraph.
    single: bool,
}

impl CandidateLine {
    /// Whether it goes on from a line above.
    fn goes_on(&self) -> bool {
        self.after.is_some_and(|kind| kind != BreakKind::Hard)
    }

    /// How much wider it is than its room, however little its spaces are.
    fn shortfall(&self, setting: &Setting<'_>) -> f64 {
        let justified = setting.align == Align::Justify;
        let shrink = if justified { self.spaces * 0.22 } else { 0.0 };
        self.width - shrink - f64::from(setting.room(self.goes_on()))
    }

    /// What the line costs, and whether it is good enough; nothing if it is too wide
    /// (`only` says that it cannot be made shorter).
    fn cost(&self, setting: &Setting<'_>, only: bool) -> Option<(f64, bool)> {
        let measure = f64::from(setting.room(self.goes_on()));
        let em = f64::from(setting.base.size);
        let justified = setting.align == Align::Justify;
        let slack = measure - self.width;
        if self.shortfall(setting) > 0.01 {
            return only.then_some((1e12, false));
        }
        let (badness, good) = if self.kind == BreakKind::Hard {
            let short =
                self.ends_paragraph && !self.single && self.width < (3.0 * em).min(measure * 0.14);
            let lost = match setting.align {
                _ if !short => 0.0,
                Align::Justify => SHORT_LAST_LINE,
                _ => RAGGED_SHORT_LAST_LINE,
            };
            return Some((lost + self.penalty(setting), true));
        } else if justified {
            let give = if slack < 0.0 {
                self.spaces * 0.22
            } else {
                self.spaces * 0.5
            };
            let ratio = (slack / give.max(0.01)).abs();
            (100.0 * ratio.powi(3), ratio <= 1.6)
        } else {
            let ratio = slack / (3.0 * em).max(measure * 0.08);
            let tolerance = (4.5 * em).max(measure * 0.13);
            (100.0 * ratio.powi(3), slack <= tolerance)
        };
        Some((
            (10.0 + badness.min(20_000.0)).powi(2) + self.penalty(setting),
            good,
        ))
    }

    fn penalty(&self, setting: &Setting<'_>) -> f64 {
        let own = match self.kind {
            BreakKind::Free | BreakKind::Hard => 0.0,
            BreakKind::Address if setting.align != Align::Justify => RAGGED_ADDRESS,
            BreakKind::Address => ADDRESS,
            BreakKind::Hyphen => HYPHEN,
            BreakKind::Need => NEED,
        };
        let below = self.kind == BreakKind::Hyphen && self.after == Some(BreakKind::Hyphen);
        own + if below { HYPHEN_BELOW_HYPHEN } else { 0.0 }
    }
}
