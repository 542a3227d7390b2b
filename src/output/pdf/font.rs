//! Fonts: the faces that text is set in, what they measure, and which of them sets
//! which character.

mod depth;
pub(crate) mod outline;
pub(crate) mod shape;
mod tables;
mod words;

use super::write::{check_embeddable, damaged_glyph};
use crate::diagnostic::{Diagnostic, Severity, Wording};
use crate::output::pdf::codes::{DAMAGED_FONT, FONT_CHECKSUM, UNUSABLE_FONT};
use crate::output::theme::{TextStyle, Theme};
use crate::source::decomposed;
use harfrust::{Direction, Feature, Font, Script, ShapePlan, ShaperFont, Tag};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};
use tables::{TableFault, table_faults};
use words::WordStore;

/// One TrueType font file, loaded once for all documents.
pub struct Face {
    /// The PostScript name.
    pub name: String,
    /// The file.
    pub data: Arc<FontFile>,
}

/// The bytes of a font file; those in the binary are not copied.
pub type FontFile = Cow<'static, [u8]>;

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Face({})", self.name)
    }
}

/// The faces of a theme, loaded once and shared by all documents and threads.
pub struct FontSet {
    pub(crate) faces: Vec<LoadedFace>,
    /// By family, bold and italic: the faces to try, in order.
    chains: BTreeMap<(String, bool, bool), usize>,
    pub(crate) orders: Vec<Vec<usize>>,
    /// What is wrong with the files and yet does not keep text from being set with them.
    pub warnings: Vec<Diagnostic>,
    words: WordStore,
    /// Whether any face has each of the first characters of Unicode, which memos are
    /// written in.
    common: Vec<bool>,
}

/// How many characters [`FontSet::common`] tells of: Latin with all its accents.
const COMMON: u32 = 0x250;

impl fmt::Debug for FontSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.faces.iter().map(|loaded| &loaded.face))
            .finish()
    }
}

/// A face ready for shaping.
pub(crate) struct LoadedFace {
    pub face: Arc<Face>,
    pub font: Font,
    pub metrics: Metrics,
    /// Shaping plans for Latin text: with the usual and with tabular figures.
    plans: [OnceLock<ShapePlan>; 2],
    /// How far down each glyph reaches, in the font's units, as its outline says.
    lowest: OnceLock<Vec<i16>>,
}

/// What a face measures, in thousandths of the size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Metrics {
    pub units_per_em: f32,
    pub ascent: f32,
    /// Negative: below the baseline.
    pub descent: f32,
    pub x_height: f32,
    /// Capitals', and figures' too.
    pub cap_height: f32,
}

/// The feature that makes all figures of one width.
pub(crate) const TABULAR: Feature = Feature {
    tag: Tag::new(b"tnum"),
    value: 1,
    start: Feature::GLOBAL_START,
    end: Feature::GLOBAL_END,
};

impl FontSet {
    /// Loads the faces of `theme`. `read` gives a file of the theme's folder by its
    /// path as the theme writes it; what it cannot give, or is no TrueType font,
    /// is a finding at the place where the theme names it.
    pub fn load(
        theme: &Theme,
        read: &mut dyn FnMut(&str) -> Option<FontFile>,
    ) -> Result<FontSet, Vec<Diagnostic>> {
        let mut findings = Vec::new();
        let mut faces = Vec::new();
        let mut by_file: BTreeMap<&str, usize> = BTreeMap::new();
        for file in theme.font_files() {
            let span = || theme.place(file);
            let data = read(file);
            let faults = data.as_ref().map_or(Vec::new(), |data| changed(file, data));
            let told = faults.into_iter().map(|it| Diagnostic::told(span(), it));
            let told: Vec<Diagnostic> = told.collect();
            let damaged = told.iter().any(|it| it.severity == Severity::Error);
            findings.extend(told);
            if damaged {
                continue;
            }
            let loaded = match data {
                None => Err(UNUSABLE_FONT.say("missing", given!(file))),
                Some(data) => LoadedFace::new(file, data)
                    .ok_or_else(|| UNUSABLE_FONT.say("other", given!(file))),
            };
            match loaded {
                Ok(face) => {
                    let fault = check_embeddable(&face.face).err();
                    findings.extend(fault.map(|fault| Diagnostic {
                        span: span(),
                        ..*fault
                    }));
                    by_file.insert(file, faces.len());
                    faces.push(face);
                }
                Err(wording) => findings.push(Diagnostic::told(span(), wording)),
            }
        }
        if findings.iter().any(|it| it.severity == Severity::Error) {
            return Err(findings);
        }
        let mut set = FontSet {
            faces,
            chains: BTreeMap::new(),
            orders: Vec::new(),
            warnings: findings,
            words: WordStore::default(),
            common: Vec::new(),
        };
        set.link_families(theme, &by_file);
        set.common = (0..COMMON)
            .map(|code| char::from_u32(code).is_some_and(|c| set.looks_up(c)))
            .collect();
        Ok(set)
    }

    /// Works out for each family, weight and slant which faces to try in which order.
    fn link_families(&mut self, theme: &Theme, by_file: &BTreeMap<&str, usize>) {
        for (name, family) in &theme.fonts {
            for (bold, italic) in [(false, false), (true, false), (false, true), (true, true)] {
                let helpers = theme
                    .fallback
                    .iter()
                    .filter_map(|name| theme.fonts.get(name));
                let rest = theme.fonts.values();
                let mut order: Vec<usize> = Vec::new();
                let families = std::iter::once(family).chain(helpers).chain(rest);
                let files = families.flat_map(|family| family.nearest(bold, italic));
                for &face in files.filter_map(|file| by_file.get(file)) {
                    if !order.contains(&face) {
                        order.push(face);
                    }
                }
                self.chains
                    .insert((name.clone(), bold, italic), self.orders.len());
                self.orders.push(order);
            }
        }
    }

    /// The characters of `text`, each once, that no face of the theme has.
    /// Ordinary white space and characters that are never seen do not count.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let mut missing = Vec::new();
        for character in text.chars() {
            if !is_unseen(character)
                && !matches!(character, ' ' | '\n' | '\t' | '\r')
                && !self.has(character)
                && !missing.contains(&character)
            {
                missing.push(character);
            }
        }
        missing
    }

    /// The stretches of `text`, in bytes, that no face of the theme has; spaces between two
    /// characters that are missing belong to them.
    pub fn missing_runs(&self, text: &str) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        let mut open = false;
        for (at, character) in text.char_indices() {
            let blank = matches!(character, ' ' | '\n' | '\t' | '\r') || is_unseen(character);
            if blank {
                continue;
            }
            let missing = !self.has(character);
            let end = at + character.len_utf8();
            match runs.last_mut() {
                Some(run) if missing && open => run.end = end,
                _ if missing => runs.push(at..end),
                _ => {}
            }
            open = missing;
        }
        runs
    }

    /// Whether any face of the theme has the character.
    pub(crate) fn has(&self, character: char) -> bool {
        match self.common.get(character as usize) {
            Some(known) => *known,
            None => self.looks_up(character),
        }
    }

    fn looks_up(&self, character: char) -> bool {
        self.faces.iter().any(|face| face.sets(character))
    }

    /// The index in `orders` of the faces for this style.
    pub(crate) fn order(&self, style: &TextStyle) -> usize {
        self.chains
            .iter()
            .find(|((name, bold, italic), _)| {
                **name == *style.font && *bold == style.bold && *italic == style.italic
            })
            .map_or(0, |(_, order)| *order)
    }

    /// What the first face of an order measures.
    pub(crate) fn metrics(&self, order: usize) -> Metrics {
        self.orders
            .get(order)
            .and_then(|order| order.first())
            .and_then(|&face| self.faces.get(face))
            .map_or(Metrics::STANDARD, |face| face.metrics)
    }
}

/// What is wrong with the tables of a font file. Those of the binary are the program's own,
/// and a test's to look at.
fn changed(file: &str, data: &FontFile) -> Vec<Wording> {
    let Cow::Owned(bytes) = data else {
        return Vec::new();
    };
    if !LoadedFace::is_true_type(bytes) {
        return Vec::new();
    }
    let faults = table_faults(bytes);
    let is_beside = |fault: &TableFault| {
        matches!(
            fault,
            TableFault::ChangedBeside(_) | TableFault::ChangedWhole
        )
    };
    let sound = faults.iter().all(is_beside);
    let mut told: Vec<Wording> = faults
        .into_iter()
        .map(|fault| match fault {
            TableFault::Cut => DAMAGED_FONT.say("cut", given!(file)),
            TableFault::Outside(table) => DAMAGED_FONT.say("outside", given!(file, table)),
            TableFault::Overlap(table, other) => {
                DAMAGED_FONT.say("overlap", given!(file, table, other))
            }
            TableFault::Changed(table) => DAMAGED_FONT.say("changed", given!(file, table)),
            TableFault::ChangedBeside(table) => FONT_CHECKSUM.say("table", given!(file, table)),
            TableFault::ChangedWhole => FONT_CHECKSUM.say("whole", given!(file)),
        })
        .collect();
    let damaged = sound.then(|| damaged_glyph(bytes)).flatten();
    told.extend(damaged.map(|(glyph, what)| {
        let glyph = usize::from(glyph);
        DAMAGED_FONT.say("glyph", given!(file, glyph, what))
    }));
    told
}

/// Whether a character tells the shaper to join the letters beside it, or not to.
pub(crate) fn is_joiner(character: char) -> bool {
    matches!(character, '\u{200C}' | '\u{200D}')
}

/// Whether a character tells in which direction the signs beside it are read.
pub(crate) fn is_direction_mark(character: char) -> bool {
    matches!(character, '\u{200E}' | '\u{200F}' | '\u{61C}')
}

/// Whether a character is never seen and needs no glyph: joiners, marks of
/// direction, soft hyphens, variation selectors.
#[inline]
pub(crate) fn is_unseen(character: char) -> bool {
    // Nearly all characters stand before the first of them.
    character >= '\u{AD}' && is_unseen_behind_ascii(character)
}

fn is_unseen_behind_ascii(character: char) -> bool {
    matches!(
        character,
        '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
    )
}

impl Metrics {
    /// What faces usually measure, for want of any.
    const STANDARD: Metrics = Metrics {
        units_per_em: 1000.0,
        ascent: 1000.0,
        descent: -300.0,
        x_height: 500.0,
        cap_height: 700.0,
    };
}

impl LoadedFace {
    /// The face in a TrueType file; nothing if it is none.
    fn new(file: &str, data: FontFile) -> Option<LoadedFace> {
        if !LoadedFace::is_true_type(&data) {
            return None;
        }
        let data = Arc::new(data);
        let shared: Arc<dyn AsRef<[u8]> + Send + Sync> = data.clone();
        let font = Font::new(shared, 0)?;
        if font.charmap().map_unicode('a').is_none() && font.num_glyphs() < 2 {
            return None;
        }
        let global = font.metrics();
        let scale = 1000.0 / f64::from(global.units_per_em);
        let line = global.hhea_line.or(global.typo_line)?;
        let metrics = Metrics {
            units_per_em: f32::from(global.units_per_em),
            ascent: (line.ascender.to_f64() * scale) as f32,
            descent: (line.descender.to_f64() * scale) as f32,
            x_height: global
                .x_height
                .map_or(500.0, |height| (height.to_f64() * scale) as f32),
            cap_height: global
                .cap_height
                .map_or(700.0, |height| (height.to_f64() * scale) as f32),
        };
        let name = postscript_name(&font).unwrap_or_else(|| {
            let stem = file.rsplit('/').next().unwrap_or(file);
            stem.trim_end_matches(".ttf").to_owned()
        });
        Some(LoadedFace {
            face: Arc::new(Face { name, data }),
            font,
            metrics,
            plans: [OnceLock::new(), OnceLock::new()],
            lowest: OnceLock::new(),
        })
    }

    /// Whether a file begins as TrueType fonts do.
    fn is_true_type(data: &[u8]) -> bool {
        matches!(data.get(..4), Some([0, 1, 0, 0] | b"true"))
    }

    /// Whether the face sets the character: with a glyph of its own, or with those of the
    /// letter and the marks that it is put together from, as the shaper does.
    pub(crate) fn sets(&self, character: char) -> bool {
        self.has(character)
            || character >= '\u{C0}' && {
                let mut parts = decomposed(character).peekable();
                parts.peek() != Some(&character) && parts.all(|part| self.has(part))
            }
    }

    /// Whether the face has a glyph for the character.
    pub(crate) fn has(&self, character: char) -> bool {
        self.font
            .charmap()
            .map_unicode(character)
            .is_some_and(|glyph| glyph.to_u32() != 0)
    }

    /// The glyph of the space, which draws nothing.
    pub(crate) fn space(&self) -> Option<u16> {
        let glyph = self.font.charmap().map_unicode(' ')?.to_u32();
        u16::try_from(glyph).ok().filter(|glyph| *glyph != 0)
    }

    /// Whether a glyph may reach below a height, in thousandths of the size: most stand on
    /// the baseline.
    pub(crate) fn reaches_below(&self, glyph: u16, height: f32) -> bool {
        let lowest = self.lowest.get_or_init(|| depth::lowest(&self.face.data));
        // What the table does not tell of may.
        lowest.get(usize::from(glyph)).is_none_or(|&lowest| {
            // Outlines are scaled in steps of 1/64.
            f32::from(lowest) * 1000.0 / self.metrics.units_per_em <= height + 1.0
        })
    }

    /// The plan for shaping Latin text.
    pub(crate) fn latin_plan(&self, tabular: bool) -> &ShapePlan {
        let [usual, figures] = &self.plans;
        let (place, features): (_, &[Feature]) = if tabular {
            (figures, &[TABULAR])
        } else {
            (usual, &[])
        };
        place.get_or_init(|| {
            ShapePlan::new(
                &self.font,
                Direction::LeftToRight,
                Some(Script::LATIN),
                None,
                features,
            )
        })
    }

    /// The font as the shaper wants it.
    pub(crate) fn shaper(&self) -> ShaperFont<'_, '_> {
        ShaperFont::new(&self.font)
    }
}

fn postscript_name(font: &Font) -> Option<String> {
    let name = font
        .names()
        .get(skrifa::string::StringId::POSTSCRIPT_NAME)?
        .english_or_first()?
        .name()
        .to_string();
    let sound = !name.is_empty() && name.chars().all(|c| c.is_ascii_graphic());
    sound.then_some(name)
}

#[cfg(test)]
pub(crate) mod tests;
