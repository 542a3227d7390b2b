//! Setting a line: glyphs at their places, with underlines, links and notes.

use super::fit::BrokenLine;
use super::hanging::{hang, hyphen_hang};
use super::mixed::is_mixed;
use super::opportunity::BreakKind;
use super::segment::{shape_part, width, words};
use super::underline::pieces;
use super::{InlinePicture, Paragraph, Setting, StyledRun, rounded};
use crate::output::pdf::font::FontSet;
use crate::output::pdf::font::shape::{ShapedGlyph, Shaper};
use crate::output::pdf::pages::{Drawing, Glyph, Mark, MarkRole, Rect, TextRun};
use crate::output::theme::Align;
use smol_str::SmolStr;

/// A line that is set. Its marks stand relative to its upper left corner; `y` grows
/// upwards, so that it is negative in them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    /// The height.
    pub height: f32,
    /// How far the baseline is below the upper edge.
    pub baseline: f32,
    /// The width of the text.
    pub width: f32,
    /// What is drawn, in reading order.
    pub marks: Vec<Mark>,
    /// The parts of links in it.
    pub links: Vec<LinkPiece>,
    /// The footnotes that it refers to.
    pub notes: Vec<usize>,
    /// Structure elements that begin in it.
    pub anchors: Vec<usize>,
    /// Whether a word is divided at its end.
    pub divided: bool,
}

/// The part of a link that stands in one line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LinkPiece {
    /// The area, relative to the line's upper left corner.
    pub rect: Rect,
    /// The structure element.
    pub element: usize,
    /// Where it leads: a URI or `#id`.
    pub href: String,
    /// Its words.
    pub contents: String,
}

/// Sets a line. `goes_on` says that it goes on from one above, `last` that it ends the
/// paragraph.
pub(super) fn set_line(
    paragraph: &Paragraph,
    broken: &BrokenLine,
    shaper: &mut Shaper<'_>,
    setting: &Setting<'_>,
    (goes_on, last): (bool, bool),
) -> Line {
    let (height, baseline) = extent(paragraph, broken, shaper, setting);
    let hyphen = broken.kind == BreakKind::Hyphen;
    let range = (broken.start, broken.word_end);
    let (hang_left, mut hang_right) = hang(paragraph, shaper, setting, range, broken.kind);
    let mut width = width(paragraph, shaper, broken.start, broken.word_end);
    let last_run = paragraph.run_at(broken.word_end.saturating_sub(1));
    if let Some(run) = paragraph.runs.get(last_run).filter(|_| hyphen) {
        let own = shape_part(shaper, run, "-", false).width * run.look.size / 1000.0;
        hang_right = own * hyphen_hang(paragraph, setting);
        width += own;
    }
    let room = setting.room(goes_on);
    let slack = room - width;
    let mut extra = 0.0;
    let left = match setting.align {
        Align::Left => 0.0,
        Align::Center => (slack / 2.0).max(0.0),
        Align::Right => slack.max(0.0),
        Align::Justify => {
            let words = paragraph.text.get(broken.start..broken.word_end);
            let spaces = words.map_or(0, |words| words.matches(' ').count());
            let slack = slack + hang_left + hang_right;
            if spaces > 0 && (broken.kind != BreakKind::Hard || slack < 0.0) {
                extra = slack / spaces as f32;
                width = room;
            }
            -hang_left
        }
    };
    let mut setter = LineSetter {
        paragraph,
        setting,
        line: Line {
            height,
            baseline,
            width,
            divided: hyphen,
            ..Line::default()
        },
        pen: left + (setting.measure - room),
        text_end: broken.word_end,
        extra,
        barrier: 0,
    };
    if is_mixed(paragraph, broken) {
        setter.mixed(broken, shaper, last);
    } else {
        setter.runs(broken, shaper, last);
    }
    setter.line
}

/// The height of a line and the place of its baseline. Raised and small text does
/// not change them; larger text does.
fn extent(
    paragraph: &Paragraph,
    broken: &BrokenLine,
    shaper: &Shaper<'_>,
    setting: &Setting<'_>,
) -> (f32, f32) {
    let mut look = setting.base;
    for (index, _, _) in paragraph.by_run(broken.start, broken.word_end) {
        let own = &paragraph.runs[index].look;
        if own.raise == 0.0 && own.size * own.leading > look.size * look.leading {
            look = own;
        }
    }
    let metrics = shaper.fonts().metrics(look.order);
    let height = look.size * look.leading;
    let (ascent, descent) = (
        metrics.ascent * look.size / 1000.0,
        metrics.descent * look.size / 1000.0,
    );
    (height, (height - (ascent - descent)) / 2.0 + ascent)
}

pub(super) struct LineSetter<'a> {
    pub(super) paragraph: &'a Paragraph,
    setting: &'a Setting<'a>,
    pub(super) line: Line,
    /// How far the line is set.
    pub(super) pen: f32,
    /// Where the spaces at the line's end begin; they are set, so that words stay
    /// apart in extracted text, but not underlined.
    pub(super) text_end: usize,
    /// What is added to each space, in points.
    pub(super) extra: f32,
    /// Glyphs are not added to the marks before this one, where a background goes.
    barrier: usize,
}

impl LineSetter<'_> {
    fn runs(&mut self, broken: &BrokenLine, shaper: &mut Shaper<'_>, last: bool) {
        let paragraph = self.paragraph;
        for (index, start, end) in paragraph.by_run(broken.start, broken.end) {
            let run = &paragraph.runs[index];
            if start == run.start {
                self.begin_run(run);
            }
            let (from, at) = (self.pen, self.line.marks.len());
            if run.look.background.is_some() {
                self.barrier = at;
            }
            if let Some(picture) = &run.picture {
                self.picture(run, picture, self.pen);
                self.pen += picture.width;
            } else {
                self.words(run, start, end, shaper, last);
            }
            if end == broken.word_end && broken.kind == BreakKind::Hyphen {
                self.glyphs(run, "-", Some("\u{AD}"), shaper);
            }
            let to = if end > self.text_end {
                from.max(self.pen - self.trailing_width(run, start, end, shaper))
            } else {
                self.pen
            };
            self.decorate(run, (from, to), at, shaper.fonts());
        }
    }

    /// Notes what begins with a run.
    pub(super) fn begin_run(&mut self, run: &StyledRun) {
        self.line.anchors.extend(&run.anchors);
        self.line.notes.extend(run.note);
    }

    pub(super) fn picture(&mut self, run: &StyledRun, picture: &InlinePicture, x: f32) {
        let rect = Rect {
            x,
            y: run.look.raise - self.line.baseline,
            width: picture.width,
            height: picture.height,
        };
        let image = picture.image;
        self.line.marks.push(Mark {
            role: run.role,
            drawing: Drawing::Image { image, rect },
        });
    }

    /// Sets the bytes `start..end` of a run word by word.
    fn words(
        &mut self,
        run: &StyledRun,
        start: usize,
        end: usize,
        shaper: &mut Shaper<'_>,
        last: bool,
    ) {
        let paragraph = self.paragraph;
        let text = paragraph.text.get(start..end).unwrap_or_default();
        let mut at = start;
        for word in words(text) {
            match word {
                "\n" if last => {}
                "\n" | " " => {
                    let extra = if at < self.text_end { self.extra } else { 0.0 };
                    self.space(run, extra, shaper);
                }
                word => self.glyphs(run, word, None, shaper),
            }
            at += word.len();
        }
    }

    fn space(&mut self, run: &StyledRun, extra: f32, shaper: &mut Shaper<'_>) {
        let before = self.pen;
        self.glyphs(run, " ", None, shaper);
        if extra != 0.0 && self.pen > before {
            if let Some(Mark {
                drawing: Drawing::Text(text),
                ..
            }) = self.line.marks.last_mut()
                && let Some(glyph) = text.glyphs.last_mut()
            {
                glyph.advance = rounded(glyph.advance + extra * 1000.0 / text.size);
            }
            self.pen += extra;
        }
    }

    /// Sets glyphs of text without spaces at the pen; `stands_for` is what extraction
    /// gives instead of the text.
    fn glyphs(
        &mut self,
        run: &StyledRun,
        text: &str,
        stands_for: Option<&str>,
        shaper: &mut Shaper<'_>,
    ) {
        let shaped = shape_part(shaper, run, text, false);
        let size = run.look.size;
        for alike in shaped.glyphs.chunk_by(|one, next| one.face == next.face) {
            let face = alike.first().map_or(0, |glyph| glyph.face);
            if !self.goes_on(run, face) {
                self.text_run(run, (face, false), self.pen, Vec::new());
            }
            let Some(Drawing::Text(set)) = self.line.marks.last_mut().map(|it| &mut it.drawing)
            else {
                continue;
            };
            set.glyphs.reserve(alike.len());
            for glyph in alike {
                let words = text.get(glyph.start..glyph.end).unwrap_or_default();
                let glyph = set_glyph(run, glyph, SmolStr::new(stands_for.unwrap_or(words)));
                self.pen += glyph.advance * size / 1000.0;
                set.glyphs.push(glyph);
            }
        }
    }

    /// Whether glyphs of a run and a face go on the run of glyphs that was added last.
    fn goes_on(&self, run: &StyledRun, face: usize) -> bool {
        let last = self
            .line
            .marks
            .get(self.barrier..)
            .unwrap_or_default()
            .last();
        matches!(last, Some(Mark { role, drawing: Drawing::Text(text) })
            if *role == run.role
                && text.face == face
                && text.size == run.look.size
                && text.colour == run.look.colour
                && text.origin.1 == run.look.raise - self.line.baseline)
    }

    /// Adds a run of glyphs of a face, whose left edge is at `x`; they are read from the
    /// right or not.
    pub(super) fn text_run(
        &mut self,
        run: &StyledRun,
        (face, from_right): (usize, bool),
        x: f32,
        glyphs: Vec<Glyph>,
    ) {
        self.line.marks.push(Mark {
            role: run.role,
            drawing: Drawing::Text(TextRun {
                face,
                size: run.look.size,
                colour: run.look.colour,
                origin: (x, run.look.raise - self.line.baseline),
                from_right,
                glyphs,
            }),
        });
    }

    /// The width of the spaces at the line's end in a run's bytes `start..end`.
    fn trailing_width(
        &self,
        run: &StyledRun,
        start: usize,
        end: usize,
        shaper: &mut Shaper<'_>,
    ) -> f32 {
        let spaces = end - start.max(self.text_end);
        let space = shape_part(shaper, run, " ", false).width + run.look.tracking;
        space * run.look.size / 1000.0 * spaces as f32
    }

    /// Draws what is behind, under and through a run's text from `from` to `to`, and
    /// notes its link. The background goes before the marks from `at` on.
    pub(super) fn decorate(
        &mut self,
        run: &StyledRun,
        (from, to): (f32, f32),
        at: usize,
        fonts: &FontSet,
    ) {
        if to <= from {
            return;
        }
        let look = &run.look;
        let baseline = look.raise - self.line.baseline;
        if let Some(colour) = look.background {
            let rect = Rect {
                x: from,
                y: baseline - 0.25 * look.size,
                width: to - from,
                height: 1.2 * look.size,
            };
            let drawing = Drawing::Fill { rect, colour };
            let role = decoration(run.role);
            let at = at.min(self.line.marks.len());
            self.line.marks.insert(at, Mark { role, drawing });
        }
        let width = rounded(look.size * 0.055);
        if look.underline {
            let y = baseline - 0.13 * look.size;
            for (from, to) in pieces(run, &self.line.marks, fonts, (from, to), (y, width)) {
                self.rule(run, from, to, y, width);
            }
        }
        if look.strike {
            self.rule(run, from, to, baseline + 0.27 * look.size, width);
        }
        self.link(run, from, to);
    }

    fn rule(&mut self, run: &StyledRun, from: f32, to: f32, y: f32, width: f32) {
        self.line.marks.push(Mark {
            role: decoration(run.role),
            drawing: Drawing::Line {
                from: (from, y),
                to: (to, y),
                width,
                colour: run.look.colour,
            },
        });
    }

    fn link(&mut self, run: &StyledRun, from: f32, to: f32) {
        let Some(link) = run.link.and_then(|link| self.paragraph.links.get(link)) else {
            return;
        };
        // What is read from the right may come to stand before what was read before it.
        if let Some(piece) = self.line.links.last_mut()
            && piece.element == link.element
            && from <= piece.rect.x + piece.rect.width + TOUCHING
            && to >= piece.rect.x - TOUCHING
        {
            let right = to.max(piece.rect.x + piece.rect.width);
            piece.rect.x = from.min(piece.rect.x);
            piece.rect.width = right - piece.rect.x;
            return;
        }
        let height = self.setting.base.size * 1.3;
        self.line.links.push(LinkPiece {
            rect: Rect {
                x: from,
                y: -self.line.baseline - 0.3 * self.setting.base.size,
                width: to - from,
                height,
            },
            element: link.element,
            href: link.href.clone(),
            contents: link.contents.clone(),
        });
    }
}

/// A glyph of a run with the text that extraction gives for it.
pub(super) fn set_glyph(run: &StyledRun, glyph: &ShapedGlyph, text: SmolStr) -> Glyph {
    Glyph {
        id: glyph.id,
        advance: glyph.advance + run.look.tracking,
        offset: glyph.offset,
        text,
        source: run.source,
    }
}

/// How far apart two parts of a link may be and still be one area, in points.
const TOUCHING: f32 = 0.01;

/// The role of what decorates text of a role: that of a running head's own.
fn decoration(role: MarkRole) -> MarkRole {
    match role {
        MarkRole::Content(_) => MarkRole::Decoration,
        other => other,
    }
}
