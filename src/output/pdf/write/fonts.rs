//! Faces → subsets with the codes that the pages show, and the font dictionaries.
//!
//! A code (CID) stands for one pair of a glyph and the text it gives in
//! extraction, so the same hyphen can be U+002D here and U+00AD at a line's end.

mod unicode;

use super::content::clusters;
use super::error::{WriteError, check_embeddable};
use super::hinting;
use super::objects::text_string;
use crate::output::pdf::font::Face;
use crate::output::pdf::pages::{Drawing, Pages};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use printpdf::{
    FontId, FontMetrics, FontType, ParsedFont, PdfDocument, PdfFont, PdfFontMetricsStub,
};
use sha2::{Digest, Sha256};
use skrifa::FontRef;
use skrifa::raw::TableProvider;
use std::collections::{BTreeMap, BTreeSet};
use unicode::to_unicode;

/// The private character that stands for code 0 towards the drawing library,
/// whose text is characters: plane 15.
const FIRST_PRIVATE: u32 = 0xF_0000;

/// The font descriptor's flags (ISO 32000-1, table 123).
const FIXED_PITCH: i64 = 1;
const SERIF: i64 = 1 << 1;
const NONSYMBOLIC: i64 = 1 << 5;
const ITALIC: i64 = 1 << 6;

/// A face as the file embeds it.
pub(super) struct EmbeddedFont {
    /// The name of the resource: `F0`.
    pub(super) resource: String,
    /// `ABCDEF+NotoSans-Regular`.
    name: String,
    /// For each glyph its texts with their codes.
    codes: BTreeMap<u16, Vec<(String, u16)>>,
    /// The width of each code in thousandths; code 0 is `.notdef`.
    widths: Vec<u16>,
    /// The glyph in the subset for each code.
    glyphs: Vec<u16>,
    /// The text of each code.
    texts: Vec<String>,
    /// The font file.
    program: Vec<u8>,
    /// What the descriptor says.
    metrics: Metrics,
}

/// What a font's descriptor says, in thousandths of the size.
struct Metrics {
    bounds: [i16; 4],
    ascent: i16,
    descent: i16,
    cap_height: i64,
    italic_angle: f32,
    weight: u16,
    flags: i64,
}

impl EmbeddedFont {
    /// The code for a glyph with this text, and its width in thousandths.
    pub(super) fn code(&self, glyph: u16, text: &str) -> Option<(char, u16)> {
        let texts = self.codes.get(&glyph)?;
        let (_, code) = texts.iter().find(|(known, _)| known == text)?;
        let width = self.widths.get(usize::from(*code))?;
        Some((private(*code), *width))
    }
}

/// The character that stands for a code.
fn private(code: u16) -> char {
    char::from_u32(FIRST_PRIVATE + u32::from(code)).unwrap_or('\u{FFFD}')
}

/// The fonts of all faces that the pages use; `None` for one that they do not.
pub(super) fn embed_fonts(pages: &Pages) -> Result<Vec<Option<EmbeddedFont>>, WriteError> {
    let mut used = vec![BTreeMap::<u16, BTreeSet<&str>>::new(); pages.faces.len()];
    let mut prepared = Vec::new();
    for mark in pages.pages.iter().flat_map(|page| &page.marks) {
        let Drawing::Text(run) = &mark.drawing else {
            continue;
        };
        let Some(used) = used.get_mut(run.face) else {
            return Err(WriteError::Pages(
                "text names a face that is not there".to_owned(),
            ));
        };
        prepared.clear();
        clusters(run, &mut prepared);
        for glyph in &prepared {
            if glyph.id == 0 {
                return Err(WriteError::Pages(format!(
                    "no font has a glyph for “{}”",
                    glyph.text
                )));
            }
            used.entry(glyph.id).or_default().insert(glyph.text);
        }
    }
    used.iter()
        .zip(&pages.faces)
        .enumerate()
        .map(|(index, (used, face))| {
            if used.is_empty() {
                Ok(None)
            } else {
                embed(index, face, used).map(Some)
            }
        })
        .collect()
}

/// One face with the glyphs used of it.
fn embed(
    index: usize,
    face: &Face,
    used: &BTreeMap<u16, BTreeSet<&str>>,
) -> Result<EmbeddedFont, WriteError> {
    let fault = |reason: &str| WriteError::Font {
        name: face.name.clone(),
        reason: reason.to_owned(),
    };
    let font = FontRef::new(&face.data).map_err(|_| fault("it is damaged"))?;
    if font.glyf().is_err() {
        return Err(fault("it has no TrueType outlines"));
    }
    // Nobody can tell what a private-use character means (ISO 19005-2, 6.2.11.7.3).
    let mut all = used.values().flatten().flat_map(|text| text.chars());
    if let Some(private) = all.find(|c| is_private_use(*c)) {
        return Err(WriteError::Pages(format!(
            "the private-use character U+{:04X} means nothing to readers",
            u32::from(private)
        )));
    }
    check_embeddable(face)?;
    // Each glyph's first text, ordered by text, then the further texts: so most
    // codes are the subset's glyph numbers, and ToUnicode has long ranges.
    let mut pairs: Vec<(bool, &str, u16)> = used
        .iter()
        .flat_map(|(glyph, texts)| {
            texts
                .iter()
                .enumerate()
                .map(|(nth, text)| (nth > 0, *text, *glyph))
        })
        .collect();
    pairs.sort_unstable();
    let mut mapper = subsetter::GlyphRemapper::new();
    let mut codes: BTreeMap<u16, Vec<(String, u16)>> = BTreeMap::new();
    let mut glyphs = vec![0];
    let mut texts = vec![String::new()];
    for (_, text, glyph) in &pairs {
        let code = u16::try_from(glyphs.len()).map_err(|_| fault("too many glyphs are used"))?;
        codes
            .entry(*glyph)
            .or_default()
            .push(((*text).to_owned(), code));
        glyphs.push(mapper.remap(*glyph));
        texts.push((*text).to_owned());
    }
    let subset = subsetter::subset(&face.data, 0, &mapper)
        .map_err(|_| fault("its glyphs cannot be read"))?;
    let program = hinting::strip(&subset).ok_or_else(|| fault("its outlines are damaged"))?;
    let (metrics, widths) =
        measure(&font, &pairs).ok_or_else(|| fault("its metrics are damaged"))?;
    Ok(EmbeddedFont {
        resource: format!("F{index}"),
        name: format!("{}+{}", subset_tag(&program), postscript_name(&face.name)),
        codes,
        widths,
        glyphs,
        texts,
        program,
        metrics,
    })
}

/// Whether Unicode leaves the character's meaning to private agreement.
fn is_private_use(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

/// Six letters that tell one subset from another (ISO 32000-1, 9.6.4).
fn subset_tag(program: &[u8]) -> String {
    Sha256::digest(program)
        .iter()
        .take(6)
        .map(|byte| char::from(b'A' + byte % 26))
        .collect()
}

/// The name without what PDF and PostScript do not allow in names.
fn postscript_name(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_ascii_graphic() && !"()[]{}<>/%#+".contains(*c))
        .take(100)
        .collect()
}

/// The descriptor's figures, and the width of each code; `None` where a table is
/// missing.
fn measure(font: &FontRef<'_>, pairs: &[(bool, &str, u16)]) -> Option<(Metrics, Vec<u16>)> {
    let head = font.head().ok()?;
    let hhea = font.hhea().ok()?;
    let hmtx = font.hmtx().ok()?;
    let post = font.post().ok();
    let os2 = font.os2().ok();
    let units = f32::from(head.units_per_em().max(16));
    let scale = |value: i16| (f32::from(value) * 1000.0 / units).round();
    let width = |glyph: u16| {
        let advance = hmtx.advance(skrifa::GlyphId::from(glyph))?;
        Some((f32::from(advance) * 1000.0 / units).round() as u16)
    };
    let mut widths = vec![width(0)?];
    for (_, _, glyph) in pairs {
        widths.push(width(*glyph)?);
    }
    let italic_angle = post
        .as_ref()
        .map_or(0.0, |post| post.italic_angle().to_f32());
    let ascent = scale(hhea.ascender().to_i16());
    let cap_height = os2
        .as_ref()
        .and_then(|os2| os2.s_cap_height())
        .map_or(ascent, scale);
    let mut flags = NONSYMBOLIC;
    if post.is_some_and(|post| post.is_fixed_pitch() != 0) {
        flags |= FIXED_PITCH;
    }
    if italic_angle != 0.0 {
        flags |= ITALIC;
    }
    // The family classes of typefaces with serifs (OpenType, sFamilyClass).
    let class = os2.as_ref().map_or(0, |os2| os2.s_family_class() >> 8);
    if matches!(class, 1..=5 | 7) {
        flags |= SERIF;
    }
    let bounds = [head.x_min(), head.y_min(), head.x_max(), head.y_max()];
    let metrics = Metrics {
        bounds: bounds.map(|edge| scale(edge) as i16),
        ascent: ascent as i16,
        descent: scale(hhea.descender().to_i16()) as i16,
        cap_height: cap_height as i64,
        italic_angle,
        weight: os2.map_or(400, |os2| os2.us_weight_class()),
        flags,
    };
    Some((metrics, widths))
}

/// Gives the drawing library its fonts; their glyph numbers are our codes.
pub(super) fn add_fonts(document: &mut PdfDocument, fonts: &[Option<EmbeddedFont>]) {
    for font in fonts.iter().flatten() {
        let codes = 1..u16::try_from(font.widths.len()).unwrap_or(u16::MAX);
        let metrics = &font.metrics;
        let parsed = ParsedFont {
            original_bytes: font.program.clone(),
            font_index: 0,
            font_name: Some(font.name.clone()),
            codepoint_to_glyph: codes.map(|code| (u32::from(private(code)), code)).collect(),
            glyph_widths: (0..).zip(font.widths.iter().copied()).collect(),
            units_per_em: 1000,
            font_metrics: FontMetrics {
                ascent: metrics.ascent,
                descent: metrics.descent,
            },
            font_type: FontType::TrueType,
            pdf_font_metrics: PdfFontMetricsStub {
                units_per_em: 1000,
                x_min: metrics.bounds[0],
                y_min: metrics.bounds[1],
                x_max: metrics.bounds[2],
                y_max: metrics.bounds[3],
                us_weight_class: metrics.weight,
                ..PdfFontMetricsStub::default()
            },
        };
        let id = FontId(font.resource.clone());
        document
            .resources
            .fonts
            .map
            .insert(id, PdfFont::new(parsed));
    }
}

/// Puts right what the drawing library cannot know: the text of codes, their
/// glyphs, and the descriptor.
pub(super) fn finish_fonts(
    document: &mut Document,
    fonts: &[Option<EmbeddedFont>],
) -> Result<(), WriteError> {
    for font in fonts.iter().flatten() {
        finish_font(document, font).ok_or_else(|| WriteError::Font {
            name: font.name.clone(),
            reason: "the drawing library left it out".to_owned(),
        })?;
    }
    Ok(())
}

fn finish_font(document: &mut Document, font: &EmbeddedFont) -> Option<()> {
    let id = find_font(document, &font.name)?;
    let map = document.add_object(Stream::new(dictionary! {}, to_unicode(&font.texts)));
    let glyph_map = if font
        .glyphs
        .iter()
        .enumerate()
        .all(|(at, &glyph)| at == usize::from(glyph))
    {
        Object::from("Identity")
    } else {
        let bytes = font.glyphs.iter().flat_map(|glyph| glyph.to_be_bytes());
        document
            .add_object(Stream::new(dictionary! {}, bytes.collect()))
            .into()
    };
    let dictionary = document.get_object_mut(id).ok()?.as_dict_mut().ok()?;
    dictionary.set("ToUnicode", map);
    let descendants = dictionary.get_mut(b"DescendantFonts").ok()?;
    let descendant = descendants
        .as_array_mut()
        .ok()?
        .first_mut()?
        .as_dict_mut()
        .ok()?;
    descendant.set("CIDToGIDMap", glyph_map);
    descendant.set(
        "CIDSystemInfo",
        dictionary! {
            "Registry" => text_string("Adobe"),
            "Ordering" => text_string("Identity"),
            "Supplement" => 0,
        },
    );
    let descriptor = descendant
        .get(b"FontDescriptor")
        .ok()?
        .as_reference()
        .ok()?;
    let descriptor = document
        .get_object_mut(descriptor)
        .ok()?
        .as_dict_mut()
        .ok()?;
    descriptor.set("CapHeight", font.metrics.cap_height);
    descriptor.set("ItalicAngle", font.metrics.italic_angle);
    descriptor.set("Flags", font.metrics.flags);
    Some(())
}

/// The font dictionary whose base font has this name, which no other has.
fn find_font(document: &Document, name: &str) -> Option<ObjectId> {
    let names = |dictionary: &Dictionary, key: &[u8], name: &[u8]| {
        dictionary
            .get(key)
            .and_then(Object::as_name)
            .is_ok_and(|found| found == name)
    };
    let is_it = |dictionary: &Dictionary| {
        names(dictionary, b"Subtype", b"Type0") && names(dictionary, b"BaseFont", name.as_bytes())
    };
    document
        .objects
        .iter()
        .find(|(_, object)| object.as_dict().is_ok_and(is_it))
        .map(|(id, _)| *id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain() {
        assert_eq!(postscript_name("Noto Sans (Gras) é"), "NotoSansGras");
    }
}
