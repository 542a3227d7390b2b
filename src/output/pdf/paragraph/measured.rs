//! Paragraphs measured, broken and set.

use super::line::Line;
use super::opportunity::{BreakKind, TokenAround};
use super::runs::{Paragraph, Setting};
use super::segment::Segment;
use super::{fit, line, segment};
use crate::output::pdf::font::shape::Shaper;
use std::collections::BTreeSet;

/// Punctuation and signs of running text behind Latin letters.
pub(crate) const PUNCTUATION: &str = "\u{2011}–—‘’“”„•…‹›€−\u{202F}\u{2009}";

/// A width that a character stays below, times the size, in the program's own fonts: letters
/// that are wide in some face, the rest of Latin, and signs and letters of other scripts, of
/// which the widest is a dash of three em.
pub(crate) fn widest(c: char) -> f32 {
    match c {
        'a'..='l' | 'n'..='v' | 'x'..='z' | ' ' => 0.75,
        '—' | '…' => 1.1,
        _ if PUNCTUATION.contains(c) => 0.75,
        '\u{180}'.. => 3.0,
        'm' | 'w' | 'œ' | 'æ' | '\u{100}'.. => 1.3,
        _ if c.is_uppercase() || "@%&¼½¾®©".contains(c) => 1.1,
        _ => 0.75,
    }
}

/// A paragraph whose words have been measured, ready for breaking to any measure.
pub(crate) struct Measured<'a> {
    paragraph: &'a Paragraph,
    segments: Vec<Segment>,
    /// Widths that the longest word and the longest line stay below, where words are
    /// only looked up.
    bounds: (f32, f32),
}

impl Paragraph {
    /// Measures the words; there are none for a shaper that only looks characters up.
    pub fn measure(&self, shaper: &mut Shaper<'_>) -> Measured<'_> {
        Measured {
            segments: if shaper.only_looks_up() {
                self.look_up(shaper);
                Vec::new()
            } else {
                segment::segments(self, shaper)
            },
            bounds: if shaper.only_looks_up() {
                self.bounds()
            } else {
                (0.0, 0.0)
            },
            paragraph: self,
        }
    }

    /// Widths that the longest word and the longest line stay below, whatever the fonts.
    fn bounds(&self) -> (f32, f32) {
        let (mut longest, mut word, mut line) = (0.0_f32, 0.0, 0.0_f32);
        for run in &self.runs {
            let look = &run.look;
            for c in self
                .text
                .get(run.start..run.end)
                .unwrap_or_default()
                .chars()
            {
                let width = match &run.picture {
                    Some(picture) => picture.width,
                    None => (widest(c) + look.tracking.max(0.0) / 1000.0) * look.size,
                };
                line += width;
                word = if matches!(c, ' ' | '\n') {
                    0.0
                } else {
                    word + width
                };
                longest = longest.max(word);
            }
        }
        (longest, line)
    }

    /// The width of the bytes `start..end` on one line, in points.
    pub fn width(&self, shaper: &mut Shaper<'_>, start: usize, end: usize) -> f32 {
        segment::width(self, shaper, start, end)
    }

    /// Breaks and sets the paragraph; it has no lines for a shaper that only looks
    /// characters up.
    pub fn set(&self, shaper: &mut Shaper<'_>, setting: &Setting<'_>) -> Vec<Line> {
        self.measure(shaper).set(shaper, setting)
    }

    /// The paragraph on one line, shortened behind a word where it is longer than that; the
    /// first word stays whatever its length.
    pub fn shortened(&self, shaper: &mut Shaper<'_>, measure: f32) -> Paragraph {
        let mut short = self.clone();
        let words: Vec<usize> = self.text.match_indices(' ').map(|(at, _)| at).collect();
        for &end in words.iter().rev() {
            short = self.cut(end);
            if short.width(shaper, 0, short.text.len()) <= measure {
                break;
            }
        }
        short
    }

    /// The text before a place with the dots of omission, right behind a word: a French
    /// colon goes with the no-break space before it.
    fn cut(&self, end: usize) -> Paragraph {
        let mut short = self.clone();
        let between = |it: char| it.is_whitespace() || matches!(it, ',' | ':' | ';' | '–' | '—');
        let end = self
            .text
            .get(..end)
            .map_or(0, |text| text.trim_end_matches(between).len());
        short.text.truncate(end);
        short.text.push('…');
        short.runs.retain(|run| run.start < end.max(1));
        if let Some(last) = short.runs.last_mut() {
            last.end = short.text.len();
        }
        short.soft_hyphens.retain(|at| *at < end);
        short.zero_spaces.retain(|at| *at < end);
        short.find_directions();
        short
    }

    /// Looks up the characters that would be shaped.
    fn look_up(&self, shaper: &mut Shaper<'_>) {
        for run in self.runs.iter().filter(|run| run.picture.is_none()) {
            let text = self.text.get(run.start..run.end).unwrap_or_default();
            for line in text.split('\n') {
                shaper.look_up(line);
            }
        }
    }
}

impl Measured<'_> {
    /// The width of the longest piece that is not broken but at need, in points.
    pub fn min_width(&self) -> f32 {
        self.segments
            .iter()
            .map(|segment| segment.width)
            .fold(self.bounds.0, f32::max)
    }

    /// The width of the longest piece where long words are divided by their syllables, as
    /// at need; what has a figure or a no-break space in it is whole.
    pub fn divided_width(&self, shaper: &mut Shaper<'_>, no_hyphen: &BTreeSet<String>) -> f32 {
        let mut longest = self.bounds.0;
        let mut around = TokenAround::default();
        for segment in &self.segments {
            // Most are no longer than what is known already.
            if segment.width > longest {
                let paragraph = self.paragraph;
                let widest = fit::widest_part(paragraph, segment, shaper, no_hyphen, &mut around);
                longest = longest.max(widest);
            }
        }
        longest
    }

    /// The width of the longest line when lines break only where they must.
    pub fn max_width(&self) -> f32 {
        let (mut longest, mut line) = (self.bounds.1, 0.0_f32);
        for segment in &self.segments {
            longest = longest.max(line + segment.width);
            line += segment.width + segment.space;
            if segment.kind == BreakKind::Hard {
                line = 0.0;
            }
        }
        longest
    }

    /// Breaks and sets the paragraph.
    pub fn set(&self, shaper: &mut Shaper<'_>, setting: &Setting<'_>) -> Vec<Line> {
        let lines = fit::break_lines(self.paragraph, &self.segments, shaper, setting);
        let count = lines.len();
        lines
            .iter()
            .enumerate()
            .map(|(index, broken)| {
                let above = index.checked_sub(1).and_then(|above| lines.get(above));
                let goes_on = above.is_some_and(|above| above.kind != BreakKind::Hard);
                let place = (goes_on, index + 1 == count);
                line::set_line(self.paragraph, broken, shaper, setting, place)
            })
            .collect()
    }
}
