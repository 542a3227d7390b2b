//! Text that has no room: a measure in which no word can stand, words and pictures beyond
//! the edges of their page. What leaves no measure is found without pages, so that `check`
//! finds it, too; then what stands on the finished pages is held against their edges.

use super::{Place, Typesetter};
use crate::diagnostic::{Diagnostic, Wording};
use crate::output::pdf::codes::TEXT_OFF_PAGE;
use crate::output::pdf::font::is_unseen;
use crate::output::pdf::pages::{Drawing, MarkRole, Page, TextRun};
use crate::output::theme::StyleScope;

/// How far a glyph may stand over an edge, in points: what rounding does.
const ROUNDING: f32 = 0.5;

/// How far letters reach above and below their line, as parts of their size: capitals and
/// most descenders.
const REACH: (f32, f32) = (0.7, 0.2);

/// How much of what stands off its page a finding quotes, in characters.
const QUOTED: usize = 40;

impl Typesetter<'_> {
    /// Reports a place for these words that is narrower than its letters are high, where they
    /// were written. The cells of a table are as wide as their words.
    pub(super) fn check_measure(&mut self, place: &Place<'_>, words: &str) {
        if place.width >= place.style.text.size || is_in_cell(place.scope) {
            return;
        }
        let selector = selector(place.scope);
        let width = place.width.round().max(0.0).to_string();
        let template = self.markup.template;
        let size = place.style.text.size.round().to_string();
        let wording = TEXT_OFF_PAGE.say("narrow", given!(selector, width, size, template));
        self.report_at_words(words, wording);
    }

    /// Reports what stands beyond the edges of its page.
    pub(super) fn report_off_page(&mut self, pages: &[Page], size: (f32, f32)) {
        let mut off: Vec<(usize, String)> = Vec::new();
        for (at, page) in pages.iter().enumerate() {
            let (width, height) = match page.turned {
                true => (size.1, size.0),
                false => size,
            };
            let marks = page.marks.iter();
            for mark in marks.filter(|mark| mark.role != MarkRole::Watermark) {
                let (edges, shown) = match &mark.drawing {
                    Drawing::Text(run) => (edges(run), words(run)),
                    Drawing::Image { rect, .. } => {
                        let (right, upper) = (rect.x + rect.width, rect.y + rect.height);
                        (Some([rect.x, rect.y, right, upper]), String::new())
                    }
                    Drawing::Fill { .. } | Drawing::Line { .. } => continue,
                };
                let is_on_page = edges.is_none_or(|[left, lower, right, upper]| {
                    left >= -ROUNDING
                        && lower >= -ROUNDING
                        && right <= width + ROUNDING
                        && upper <= height + ROUNDING
                });
                if !is_on_page {
                    off.push((at + 1, shown));
                }
            }
        }
        let Some((page, first)) = off.first() else {
            return;
        };
        let shown: String = first.chars().take(QUOTED).collect();
        let (page, more) = (*page, off.len() - 1);
        let template = self.markup.template;
        let is_picture = first.is_empty();
        let wording = TEXT_OFF_PAGE.say("off", given!(shown, is_picture, page, more, template));
        let first = first.clone();
        self.report_at_words(&first, wording);
    }

    /// Reports something of words, where they were written.
    fn report_at_words(&mut self, words: &str, wording: Wording) {
        let written = Some(words).filter(|words| !words.trim().is_empty());
        let place = written.and_then(|words| (self.markup.written)(words));
        let finding = Diagnostic::told(place, wording);
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }
}

/// Left, lower, right and upper edge of what can be seen of a run; none of blanks.
fn edges(run: &TextRun) -> Option<[f32; 4]> {
    let scale = run.size / 1000.0;
    let (mut left, mut right) = (f32::INFINITY, f32::NEG_INFINITY);
    let mut pen = run.origin.0;
    let mut glyph = |glyph: &crate::output::pdf::pages::Glyph| {
        let advance = glyph.advance * scale;
        if !glyph
            .text
            .chars()
            .all(|c| c.is_whitespace() || is_unseen(c))
        {
            left = left.min(pen);
            right = right.max(pen + advance);
        }
        pen += advance;
    };
    match run.from_right {
        true => run.glyphs.iter().rev().for_each(&mut glyph),
        false => run.glyphs.iter().for_each(&mut glyph),
    }
    let (above, below) = (REACH.0 * run.size, REACH.1 * run.size);
    let (lower, upper) = (run.origin.1 - below, run.origin.1 + above);
    // What is no number stands nowhere.
    let is_somewhere = left < right || left.is_nan() || lower.is_nan();
    is_somewhere.then_some([left, lower, right, upper])
}

fn words(run: &TextRun) -> String {
    run.glyphs.iter().map(|glyph| glyph.text.as_str()).collect()
}

fn is_in_cell(scope: &StyleScope<'_>) -> bool {
    matches!(scope.name, "td" | "th") || scope.within.is_some_and(is_in_cell)
}

/// The element as a style names it: `p.numbered`.
fn selector(scope: &StyleScope<'_>) -> String {
    let classes = scope.classes.iter().map(|class| format!(".{class}"));
    std::iter::once(scope.name.to_owned())
        .chain(classes)
        .collect()
}
