//! Lines with words that are read from the right (UAX #9): their parts stand in another
//! order than they are read in. They are drawn in the order of reading, so that whoever
//! reads the file reads it so.

use super::fit::BrokenLine;
use super::line::{LineSetter, set_glyph};
use super::opportunity::BreakKind;
use super::segment::{SegmentPart, parts, shape_part, words};
use super::{Paragraph, rounded};
use crate::output::pdf::font::shape::Shaper;
use crate::output::pdf::pages::Glyph;
use crate::source::{ends_with_right_to_left, visual_order};
use smol_str::format_smolstr;

/// What extraction gives behind words that are read from the right, so that a reader of
/// the text does not count the space behind them among them (U+200E).
const LEFT_TO_RIGHT_MARK: &str = "\u{200E}";

/// What extraction gives behind a sign that ends such words, so that it is counted among
/// them (U+200F).
const RIGHT_TO_LEFT_MARK: &str = "\u{200F}";

/// How far it stands from the sign, in thousandths of the size.
const HAIR: f32 = 20.0;

/// A part of a line, ready to be drawn.
struct SetPart {
    part: SegmentPart,
    /// The glyphs in the order of reading, each with its face.
    glyphs: Vec<(usize, Glyph)>,
    /// In points.
    width: f32,
    /// Whether a mark of direction stands behind it, which no glyph behind it can give.
    is_marked_behind: bool,
}

/// Whether a part of the line is read from the right.
pub(super) fn is_mixed(paragraph: &Paragraph, line: &BrokenLine) -> bool {
    paragraph.levels.as_ref().is_some_and(|levels| {
        let of_line = levels.get(line.start..line.word_end);
        of_line.is_some_and(|levels| levels.iter().any(|level| *level > 0))
    })
}

impl LineSetter<'_> {
    /// Sets a line of parts that are read in both directions.
    pub(super) fn mixed(&mut self, broken: &BrokenLine, shaper: &mut Shaper<'_>, last: bool) {
        let parts = self.parts_of(broken, shaper, last);
        let levels: Vec<u8> = parts.iter().map(|set| set.part.level).collect();
        let mut places = vec![0.0; parts.len()];
        for index in visual_order(&levels) {
            places[index] = self.pen;
            self.pen += parts[index].width;
        }
        for (set, x) in parts.into_iter().zip(places) {
            self.draw_part(set, x, shaper);
        }
    }

    fn parts_of(&self, broken: &BrokenLine, shaper: &mut Shaper<'_>, last: bool) -> Vec<SetPart> {
        let paragraph = self.paragraph;
        // What ends a line stands at its right end, whatever it belonged to (rule L1).
        let behind = parts(paragraph, broken.word_end, broken.end);
        let behind = behind.map(|part| SegmentPart { level: 0, ..part });
        let mut line: Vec<SetPart> = parts(paragraph, broken.start, broken.word_end)
            .chain(behind)
            .map(|part| self.set_part(part, shaper, last))
            .collect();
        if broken.kind == BreakKind::Hyphen
            && let Some(set) = line
                .iter_mut()
                .rev()
                .find(|set| set.part.end == broken.word_end)
        {
            let run = &paragraph.runs[set.part.run];
            let hyphen = shape_part(shaper, run, "-", false);
            for glyph in &hyphen.glyphs {
                let glyph = (glyph.face, set_glyph(run, glyph, "\u{AD}".into()));
                set.width += glyph.1.advance * run.look.size / 1000.0;
                set.glyphs.push(glyph);
            }
        }
        self.mark_stretches(&mut line, shaper);
        line
    }

    /// Gives the marks of direction at the ends of what is read from the right.
    fn mark_stretches(&self, line: &mut [SetPart], shaper: &Shaper<'_>) {
        for at in 0..line.len() {
            let (before, after) = line.split_at_mut(at + 1);
            let (Some(set), next) = (before.last_mut(), after.first_mut()) else {
                continue;
            };
            let ends = next.as_ref().is_none_or(|next| next.part.level == 0);
            if set.part.level == 0 || !ends {
                continue;
            }
            let text = self.paragraph.text.get(set.part.start..set.part.end);
            if set.part.is_from_right() && !ends_with_right_to_left(text.unwrap_or_default()) {
                let face = set.glyphs.last().map(|(face, _)| *face);
                if let Some((face, mut mark)) = blank(shaper, face, RIGHT_TO_LEFT_MARK) {
                    // A hair left of the sign: readers sort by place.
                    mark.offset.0 = -HAIR;
                    set.glyphs.push((face, mark));
                }
            }
            match next.and_then(|next| next.glyphs.first_mut()) {
                Some((_, glyph)) => {
                    glyph.text = format_smolstr!("{LEFT_TO_RIGHT_MARK}{}", glyph.text);
                }
                None => set.is_marked_behind = true,
            }
        }
    }

    fn set_part(&self, part: SegmentPart, shaper: &mut Shaper<'_>, last: bool) -> SetPart {
        let run = &self.paragraph.runs[part.run];
        let mut set = SetPart {
            part,
            glyphs: Vec::new(),
            width: run.picture.as_ref().map_or(0.0, |picture| picture.width),
            is_marked_behind: false,
        };
        if run.picture.is_some() {
            return set;
        }
        let text = self.paragraph.text.get(part.start..part.end);
        let mut at = part.start;
        for word in words(text.unwrap_or_default()) {
            let is_space = matches!(word, "\n" | " ");
            let shown = if is_space { " " } else { word };
            if !(last && word == "\n") {
                let shaped = shape_part(shaper, run, shown, part.is_from_right());
                for glyph in &shaped.glyphs {
                    let text = shown.get(glyph.start..glyph.end).unwrap_or_default();
                    let mut glyph = (glyph.face, set_glyph(run, glyph, text.into()));
                    // Words of one face with their spaces are one string.
                    let beside = set.glyphs.last().filter(|_| is_space);
                    if part.is_from_right()
                        && let Some(&(face, _)) = beside
                        && let Some(space) =
                            shaper.fonts().faces.get(face).and_then(|it| it.space())
                    {
                        glyph.0 = face;
                        glyph.1.id = space;
                    }
                    if is_space && at < self.text_end {
                        let advance = glyph.1.advance + self.extra * 1000.0 / run.look.size;
                        glyph.1.advance = rounded(advance);
                    }
                    set.glyphs.push(glyph);
                }
            }
            at += word.len();
        }
        if part.is_from_right() {
            set.glyphs = one_by_one(set.glyphs, shaper);
        }
        let advances: f32 = set.glyphs.iter().map(|(_, glyph)| glyph.advance).sum();
        set.width = advances * run.look.size / 1000.0;
        set
    }

    fn draw_part(&mut self, set: SetPart, x: f32, shaper: &Shaper<'_>) {
        let part = set.part;
        let paragraph = self.paragraph;
        let run = &paragraph.runs[part.run];
        if part.start == run.start {
            self.begin_run(run);
        }
        let at = self.line.marks.len();
        if let Some(picture) = &run.picture {
            self.picture(run, picture, x);
        }
        let from_right = part.is_from_right();
        let mut pen = if from_right { x + set.width } else { x };
        for glyphs in set.glyphs.chunk_by(|(face, _), (next, _)| face == next) {
            let advances: f32 = glyphs.iter().map(|(_, glyph)| glyph.advance).sum();
            let width = advances * run.look.size / 1000.0;
            let left = if from_right { pen - width } else { pen };
            let face = glyphs.first().map_or(0, |(face, _)| *face);
            let glyphs = glyphs.iter().map(|(_, glyph)| glyph.clone()).collect();
            self.text_run(run, (face, from_right), left, glyphs);
            pen = if from_right { left } else { left + width };
        }
        let face = set.glyphs.last().map(|(face, _)| *face);
        if set.is_marked_behind
            && let Some((face, mark)) = blank(shaper, face, LEFT_TO_RIGHT_MARK)
        {
            self.text_run(run, (face, false), x + set.width, vec![mark]);
        }
        if part.start < self.text_end {
            self.decorate(run, (x, x + set.width), at, shaper.fonts());
        }
    }
}

/// The glyphs so that each stands for one character at most, in the order of reading: a
/// reader of the file who turns them round gets the characters in their order. Of a
/// cluster the first character stays with its glyphs; the others, of a ligature or of
/// marks, are given by blanks.
fn one_by_one(glyphs: Vec<(usize, Glyph)>, shaper: &Shaper<'_>) -> Vec<(usize, Glyph)> {
    let mut single: Vec<(usize, Glyph)> = Vec::with_capacity(glyphs.len());
    let mut rest = String::new();
    for (face, mut glyph) in glyphs {
        if !glyph.text.is_empty() {
            push_blanks(&mut rest, &mut single, shaper);
            let first = glyph.text.chars().next().map_or(0, char::len_utf8);
            let (first, behind) = glyph.text.split_at(first);
            rest = behind.to_owned();
            glyph.text = first.into();
        }
        single.push((face, glyph));
    }
    push_blanks(&mut rest, &mut single, shaper);
    single
}

/// Adds a blank for each character of `text`, and empties it.
fn push_blanks(text: &mut String, glyphs: &mut Vec<(usize, Glyph)>, shaper: &Shaper<'_>) {
    let face = glyphs.last().map(|(face, _)| *face);
    for character in std::mem::take(text).chars() {
        match blank(shaper, face, &character.to_string()) {
            Some((face, mut blank)) => {
                blank.source = glyphs.last().and_then(|(_, last)| last.source);
                glyphs.push((face, blank));
            }
            None => {
                if let Some((_, last)) = glyphs.last_mut() {
                    last.text = format_smolstr!("{}{character}", last.text);
                }
            }
        }
    }
}

/// A glyph that draws nothing and takes no room, of this face or the first that has one,
/// and stands for a text.
fn blank(shaper: &Shaper<'_>, face: Option<usize>, text: &str) -> Option<(usize, Glyph)> {
    let faces = &shaper.fonts().faces;
    let (face, id) = face
        .into_iter()
        .chain(0..faces.len())
        .find_map(|face| Some((face, faces.get(face)?.space()?)))?;
    let glyph = Glyph {
        id,
        advance: 0.0,
        offset: (0.0, 0.0),
        text: text.into(),
        source: None,
    };
    Some((face, glyph))
}
