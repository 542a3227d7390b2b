//! Shaping: text to glyphs, word by word, each word only once.

use super::words::ShapedWords;
use super::{FontSet, LoadedFace, TABULAR, is_joiner, is_unseen};
use crate::limits::spend;
use harfrust::{Buffer, Direction, Script, ShapeOptions, ShaperFont, shape};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;
use unicode_segmentation::UnicodeSegmentation;

/// Shapes the words of one document.
pub(crate) struct Shaper<'a> {
    fonts: &'a FontSet,
    shapers: Vec<Option<ShaperFont<'a, 'a>>>,
    buffer: Buffer,
    /// What was shaped before, in this document or in others.
    words: ShapedWords,
    missing: BTreeSet<char>,
    /// Whether characters are only looked up.
    only_looks_up: bool,
}

/// How text is shaped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ShapingManner {
    /// Whether figures all have one width.
    pub tabular: bool,
    /// Whether it is read from the right.
    pub from_right: bool,
}

impl ShapingManner {
    /// How many there are.
    pub const COUNT: usize = 4;

    /// Which of them it is.
    pub fn index(self) -> usize {
        usize::from(self.tabular) + 2 * usize::from(self.from_right)
    }
}

/// A shaped piece of text.
#[derive(Debug, Default)]
pub(crate) struct Shaped {
    /// The glyphs in the order of reading: from the left, or from the right.
    pub glyphs: Vec<ShapedGlyph>,
    /// The sum of the advances, in thousandths of the size.
    pub width: f32,
    /// The characters that no face has, in the order of the text.
    pub missing: Vec<char>,
}

/// A glyph, in thousandths of the size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct ShapedGlyph {
    /// The index in the font set's faces.
    pub face: usize,
    /// The glyph's index in the face.
    pub id: u16,
    /// The way to the next glyph.
    pub advance: f32,
    /// Where it stands relative to its origin.
    pub offset: (f32, f32),
    /// The text that it stands for: where it begins.
    pub start: usize,
    /// Where that ends; the start for the later glyphs of a cluster.
    pub end: usize,
}

impl<'a> Shaper<'a> {
    /// A shaper for one document.
    pub fn new(fonts: &'a FontSet) -> Shaper<'a> {
        Shaper {
            fonts,
            shapers: fonts.faces.iter().map(|_| None).collect(),
            buffer: Buffer::new(),
            words: fonts.words.take(fonts.orders.len()),
            missing: BTreeSet::new(),
            only_looks_up: false,
        }
    }

    /// The fonts.
    pub fn fonts(&self) -> &'a FontSet {
        self.fonts
    }

    /// The characters met that no face has, in order.
    pub fn missing(&self) -> &BTreeSet<char> {
        &self.missing
    }

    /// From now on, text is shaped or not: where it is not, it has no glyphs and no width,
    /// and its characters are only looked up in the faces.
    pub fn set_only_looks_up(&mut self, only: bool) {
        self.only_looks_up = only;
    }

    /// Whether characters are only looked up.
    pub fn only_looks_up(&self) -> bool {
        self.only_looks_up
    }

    /// Looks the characters of a text up in the faces.
    pub fn look_up(&mut self, text: &str) {
        spend(1 + text.len() as u64);
        let fonts = self.fonts;
        let missing = text.chars().filter(|&c| !fonts.has(c) && !is_unseen(c));
        self.missing.extend(missing);
    }

    /// The glyphs of a word in the faces of an order; each character in the first
    /// face that has it.
    pub fn shape(&mut self, text: &str, order: usize, manner: ShapingManner) -> Arc<Shaped> {
        spend(1 + text.len() as u64);
        if self.only_looks_up {
            self.look_up(text);
            return Arc::default();
        }
        let shaped = match self.words.get(text, order, manner) {
            Some(shaped) => shaped,
            None => {
                let shaped = Arc::new(self.shape_anew(text, order, manner));
                self.words.insert(text, order, manner, &shaped);
                shaped
            }
        };
        self.missing.extend(&shaped.missing);
        shaped
    }

    fn shape_anew(&mut self, text: &str, order: usize, manner: ShapingManner) -> Shaped {
        let mut shaped = Shaped::default();
        for (face, start, end) in self.split_by_face(text, order, manner, &mut shaped.missing) {
            self.shape_run(text, start..end, face, manner, &mut shaped);
        }
        shaped.width = shaped.glyphs.iter().map(|glyph| glyph.advance).sum();
        shaped
    }

    /// The runs of `text` that one face sets: the face, start and end.
    fn split_by_face(
        &self,
        text: &str,
        order: usize,
        manner: ShapingManner,
        missing: &mut Vec<char>,
    ) -> Vec<(usize, usize, usize)> {
        let fonts = self.fonts;
        let Some(order) = fonts.orders.get(order) else {
            return Vec::new();
        };
        let has = |face: usize, cluster: &str| {
            fonts
                .faces
                .get(face)
                .is_some_and(|face| cluster.chars().all(|c| is_unseen(c) || face.sets(c)))
        };
        // Signs beside letters that are read from the right are those letters' own: they
        // would stand apart otherwise.
        let whole = if manner.from_right { order.len() } else { 1 };
        if let Some(&face) = order.iter().take(whole).find(|&&face| has(face, text)) {
            return vec![(face, 0, text.len())];
        }
        let mut runs: Vec<(usize, usize, usize)> = Vec::new();
        let mut add = |face: usize, start: usize, end: usize| match runs.last_mut() {
            Some(run) if run.0 == face && run.2 == start => run.2 = end,
            _ => runs.push((face, start, end)),
        };
        let first_with = |part: &str| order.iter().find(|&&face| has(face, part)).copied();
        for (start, cluster) in text.grapheme_indices(true) {
            if let Some(face) = first_with(cluster) {
                add(face, start, start + cluster.len());
                continue;
            }
            // No face has a letter with its marks: each comes from the first that has it.
            for (at, character) in cluster.char_indices() {
                let (from, to) = (start + at, start + at + character.len_utf8());
                match first_with(&cluster[at..to - start]) {
                    Some(face) => add(face, from, to),
                    None => missing.push(character),
                }
            }
        }
        runs
    }

    fn shape_run(
        &mut self,
        text: &str,
        range: Range<usize>,
        face: usize,
        manner: ShapingManner,
        shaped: &mut Shaped,
    ) {
        let (Some(loaded), Some(place), Some(run)) = (
            self.fonts.faces.get(face),
            self.shapers.get_mut(face),
            text.get(range.clone()),
        ) else {
            return;
        };
        let Range { start, end } = range;
        let shaper = place.get_or_insert_with(|| loaded.shaper());
        let buffer = &mut self.buffer;
        buffer.reset();
        for (at, character) in run.char_indices() {
            if !is_unseen(character) || is_joiner(character) {
                buffer.push(u32::from(character), (start + at) as u32);
            }
        }
        if buffer.is_empty() || !run_shaper(loaded, shaper, buffer, run, manner) {
            return;
        }
        let first = shaped.glyphs.len();
        collect_glyphs(loaded, shaper, buffer, face, shaped);
        if manner.from_right {
            shaped.glyphs[first..].reverse();
        }
        assign_text(&mut shaped.glyphs[first..], start, end);
        if shaped.glyphs[first..].iter().any(|glyph| glyph.id == 0) {
            shaped.missing.extend(
                shaped.glyphs[first..]
                    .iter()
                    .filter(|glyph| glyph.id == 0)
                    .filter_map(|glyph| text.get(glyph.start..glyph.end))
                    .flat_map(str::chars),
            );
            shaped.glyphs.retain(|glyph| glyph.id != 0);
        }
    }
}

impl Drop for Shaper<'_> {
    /// What was shaped serves the next document.
    fn drop(&mut self) {
        self.fonts.words.give_back(std::mem::take(&mut self.words));
    }
}

/// Shapes the buffer; false if the shaper refuses it.
fn run_shaper(
    loaded: &LoadedFace,
    shaper: &ShaperFont<'_, '_>,
    buffer: &mut Buffer,
    run: &str,
    manner: ShapingManner,
) -> bool {
    let other_script = run
        .chars()
        .any(|c| c.is_alphabetic() && (c > '\u{24F}') && !('\u{1E00}'..'\u{1F00}').contains(&c));
    let features: &[harfrust::Feature] = if manner.tabular { &[TABULAR] } else { &[] };
    let options = ShapeOptions::new().features(features);
    if other_script || manner.from_right {
        buffer.guess_segment_properties();
        buffer.set_direction(if manner.from_right {
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        });
        shape(shaper, buffer, options).is_ok()
    } else {
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(Some(Script::LATIN));
        shape(
            shaper,
            buffer,
            options.plan(Some(loaded.latin_plan(manner.tabular))),
        )
        .is_ok()
    }
}

/// Adds the buffer's glyphs. Advances are the rounded widths that the file's font
/// will have, and the rounded kerning beside them.
fn collect_glyphs(
    loaded: &LoadedFace,
    shaper: &ShaperFont<'_, '_>,
    buffer: &Buffer,
    face: usize,
    shaped: &mut Shaped,
) {
    let scale = 1000.0 / loaded.metrics.units_per_em;
    let units = |value: i32| (value as f32 * scale).round();
    for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
        let width = shaper.glyph_h_advance(info.glyph_id.into());
        let kern = position.x_advance.saturating_sub(width);
        shaped.glyphs.push(ShapedGlyph {
            face,
            id: u16::try_from(info.glyph_id).unwrap_or(0),
            advance: units(width) + units(kern),
            offset: (units(position.x_offset), units(position.y_offset)),
            start: info.cluster as usize,
            end: info.cluster as usize,
        });
    }
}

/// Gives each cluster's first glyph the cluster's text. The glyphs' starts are the
/// clusters', in the order of reading, and `start..end` is the run's text.
fn assign_text(glyphs: &mut [ShapedGlyph], start: usize, end: usize) {
    let mut next = end;
    let mut at = glyphs.len();
    while at > 0 {
        let cluster = glyphs[at - 1].start;
        let first = glyphs[..at]
            .iter()
            .rposition(|glyph| glyph.start != cluster)
            .map_or(0, |before| before + 1);
        for glyph in &mut glyphs[first..at] {
            glyph.end = glyph.start;
        }
        glyphs[first].end = next;
        next = cluster;
        at = first;
    }
    if let Some(glyph) = glyphs.first_mut() {
        glyph.start = start;
    }
}
