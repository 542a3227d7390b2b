//! Faces → subsets with the codes that the pages show, and the font dictionaries.
//!
//! A code (CID) stands for one pair of a glyph and the text it gives in
//! extraction, so the same hyphen can be U+002D here and U+00AD at a line's end.

mod unicode;
mod used;

use super::content::{Shown, clusters};
use super::error::{check_embeddable, inaccessible, unembeddable};
use super::objects::text_string;
use super::subset::{Chosen, subset};
use crate::diagnostic::Diagnostic;
use crate::output::pdf::font::Face;
use crate::output::pdf::pages::{Drawing, Pages};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use sha2::{Digest, Sha256};
use skrifa::FontRef;
use skrifa::raw::TableProvider;
use std::collections::BTreeMap;
use std::ops::Range;
use unicode::to_unicode;
use used::{PairedGlyph, UsedGlyphs};

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
    /// The code of each pair of a glyph and its text, by the pair's number.
    codes: Vec<u16>,
    /// The width of each code in thousandths; code 0 is `.notdef`.
    widths: Vec<u16>,
    /// The glyph in the subset for each code.
    glyphs: Vec<u16>,
    /// The text of each code.
    texts: Vec<String>,
    /// The font file.
    program: Vec<u8>,
    /// What the file says of the font, but for the font file.
    descriptor: Dictionary,
}

impl EmbeddedFont {
    /// The code of a pair of a glyph and its text, and its width in thousandths.
    pub(super) fn code(&self, pair: usize) -> Option<(u16, u16)> {
        let code = *self.codes.get(pair)?;
        Some((code, *self.widths.get(usize::from(code))?))
    }

    /// Adds the font's dictionary with all that it names.
    fn add(&self, document: &mut Document) -> ObjectId {
        let mut stream =
            |dictionary, content| document.add_object(Stream::new(dictionary, content));
        let length = dictionary! { "Length1" => self.program.len() as i64 };
        let program = stream(length, self.program.clone());
        let texts = stream(dictionary! {}, to_unicode(&self.texts));
        let mut glyphs = self.glyphs.iter().enumerate();
        let glyphs = if glyphs.all(|(code, glyph)| code == usize::from(*glyph)) {
            Object::from("Identity")
        } else {
            let bytes = self.glyphs.iter().flat_map(|glyph| glyph.to_be_bytes());
            stream(dictionary! {}, bytes.collect()).into()
        };
        let mut descriptor = self.descriptor.clone();
        descriptor.set("FontFile2", program);
        let widths: Vec<Object> = self.widths.iter().skip(1).map(|&it| it.into()).collect();
        let descendant = dictionary! {
            "Type" => "Font",
            "BaseFont" => self.name.as_str(),
            "Subtype" => "CIDFontType2",
            "CIDSystemInfo" => dictionary! {
                "Registry" => text_string("Adobe"),
                "Ordering" => text_string("Identity"),
                "Supplement" => 0,
            },
            "W" => vec![1.into(), widths.into()],
            "DW" => 1000,
            "FontDescriptor" => document.add_object(descriptor),
            "CIDToGIDMap" => glyphs,
        };
        document.add_object(dictionary! {
            "Type" => "Font",
            "Subtype" => "Type0",
            "BaseFont" => self.name.as_str(),
            "Encoding" => "Identity-H",
            "ToUnicode" => texts,
            "DescendantFonts" => vec![descendant.into()],
        })
    }
}

/// The glyphs of all runs of text, in the order of the marks.
pub(super) struct ShownText<'a> {
    glyphs: Vec<Shown<'a>>,
    runs: Vec<Range<usize>>,
}

impl<'a> ShownText<'a> {
    /// The glyphs of each run.
    pub(super) fn runs(&self) -> impl Iterator<Item = &[Shown<'a>]> {
        let glyphs = |run: &Range<usize>| self.glyphs.get(run.clone()).unwrap_or_default();
        self.runs.iter().map(glyphs)
    }
}

/// The fonts of all faces that the pages use, `None` for one that they do not; and the
/// glyphs that are shown of them.
pub(super) fn embed_fonts(
    pages: &Pages,
) -> Result<(Vec<Option<EmbeddedFont>>, ShownText<'_>), Box<Diagnostic>> {
    let mut used: Vec<UsedGlyphs<'_>> = Vec::new();
    used.resize_with(pages.faces.len(), UsedGlyphs::default);
    let (mut glyphs, mut runs) = (Vec::new(), Vec::new());
    for mark in pages.pages.iter().flat_map(|page| &page.marks) {
        let Drawing::Text(run) = &mark.drawing else {
            continue;
        };
        let Some(used) = used.get_mut(run.face) else {
            return Err(inaccessible("face", ""));
        };
        let start = glyphs.len();
        clusters(run, &mut glyphs);
        for glyph in glyphs.iter_mut().skip(start) {
            if glyph.id == 0 {
                return Err(inaccessible("no-glyph", glyph.text));
            }
            glyph.pair = used.pair(glyph.id, glyph.text);
        }
        runs.push(start..glyphs.len());
    }
    let faces = used.iter().zip(&pages.faces).enumerate();
    let fonts = faces.map(|(index, (used, face))| {
        (!used.is_empty())
            .then(|| embed(index, face, used))
            .transpose()
    });
    Ok((fonts.collect::<Result<_, _>>()?, ShownText { glyphs, runs }))
}

/// One face with the glyphs used of it.
fn embed(
    index: usize,
    face: &Face,
    used: &UsedGlyphs<'_>,
) -> Result<EmbeddedFont, Box<Diagnostic>> {
    let fault = |why| unembeddable(face, why);
    let font = FontRef::new(&face.data).map_err(|_| fault("damaged"))?;
    if font.glyf().is_err() {
        return Err(fault("outlines"));
    }
    let pairs = used.ordered();
    // Nobody can tell what a private-use character means (ISO 19005-2, 6.2.11.7.3).
    let mut all = pairs.iter().flat_map(|pair| pair.text.chars());
    if let Some(private) = all.find(|c| is_private_use(*c)) {
        let code = format!("U+{:04X}", u32::from(private));
        return Err(inaccessible("private", &code));
    }
    check_embeddable(face)?;
    let mut chosen = Chosen::new();
    let mut codes = vec![0; pairs.len()];
    let mut glyphs = vec![0];
    let mut texts = vec![String::new()];
    for pair in &pairs {
        let code = u16::try_from(glyphs.len()).map_err(|_| fault("count"))?;
        if let Some(place) = codes.get_mut(pair.number) {
            *place = code;
        }
        glyphs.push(chosen.number(pair.glyph).ok_or_else(|| fault("count"))?);
        texts.push(pair.text.to_owned());
    }
    let program = subset(&font, &mut chosen).map_err(fault)?;
    let name = format!("{}+{}", subset_tag(&program), postscript_name(&face.name));
    let (descriptor, widths) = measure(&font, &name, &pairs).ok_or_else(|| fault("metrics"))?;
    Ok(EmbeddedFont {
        resource: format!("F{index}"),
        name,
        codes,
        widths,
        glyphs,
        texts,
        program,
        descriptor,
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

/// What the file says of the font (ISO 32000-1, table 122), and the width of each code;
/// `None` where a table is missing.
fn measure(
    font: &FontRef<'_>,
    name: &str,
    pairs: &[PairedGlyph<'_>],
) -> Option<(Dictionary, Vec<u16>)> {
    let head = font.head().ok()?;
    let hhea = font.hhea().ok()?;
    let hmtx = font.hmtx().ok()?;
    let post = font.post().ok();
    let os2 = font.os2().ok();
    let units = f32::from(head.units_per_em().max(16));
    let scale = |value: i16| i64::from((f32::from(value) * 1000.0 / units).round() as i16);
    let width = |glyph: u16| {
        let advance = hmtx.advance(skrifa::GlyphId::from(glyph))?;
        Some((f32::from(advance) * 1000.0 / units).round() as u16)
    };
    let mut widths = vec![width(0)?];
    for pair in pairs {
        widths.push(width(pair.glyph)?);
    }
    let italic_angle = post.as_ref();
    let italic_angle = italic_angle.map_or(0.0, |post| post.italic_angle().to_f32());
    let ascent = scale(hhea.ascender().to_i16());
    let cap_height = os2.as_ref().and_then(|os2| os2.s_cap_height());
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
    // No table has the width of stems: it follows the weight.
    let stems = match os2.map_or(400, |os2| os2.us_weight_class()) {
        0 => 80,
        weight => 50 + (f32::from(weight) / 65.0).powi(2).round() as i64,
    };
    let bounds = [head.x_min(), head.y_min(), head.x_max(), head.y_max()];
    let descriptor = dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => name,
        "Ascent" => ascent,
        "Descent" => scale(hhea.descender().to_i16()),
        "CapHeight" => cap_height.map_or(ascent, scale),
        "ItalicAngle" => italic_angle,
        "Flags" => flags,
        "StemV" => stems,
        "FontBBox" => bounds.map(|edge| scale(edge).into()).to_vec(),
    };
    Some((descriptor, widths))
}

/// Adds the fonts; gives their dictionaries by the names of the resources.
pub(super) fn add_fonts(document: &mut Document, fonts: &[Option<EmbeddedFont>]) -> Dictionary {
    let by_name: BTreeMap<&str, &EmbeddedFont> = fonts
        .iter()
        .flatten()
        .map(|font| (font.resource.as_str(), font))
        .collect();
    let fonts = by_name.into_iter();
    fonts
        .map(|(name, font)| (name, font.add(document).into()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain() {
        assert_eq!(postscript_name("Noto Sans (Gras) é"), "NotoSansGras");
    }
}
