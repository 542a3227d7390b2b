//! Paragraphs measured, broken and set.

use super::line::Line;
use super::opportunity::BreakKind;
use super::runs::{Paragraph, Setting};
use super::segment::Segment;
use super::{fit, line, segment};
use crate::output::pdf::font::shape::Shaper;

/// A paragraph whose words have been measured, ready for breaking to any measure.
pub(crate) struct Measured<'a> {
    paragraph: &'a Paragraph,
    segments: Vec<Segment>,
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
            paragraph: self,
        }
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
            .fold(0.0, f32::max)
    }

    /// The width of the longest line when lines break only where they must.
    pub fn max_width(&self) -> f32 {
        let (mut longest, mut line) = (0.0_f32, 0.0_f32);
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
                line::set_line(self.paragraph, broken, shaper, setting, index + 1 == count)
            })
            .collect()
    }
}
