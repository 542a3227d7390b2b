//! The glyphs that are shown of a TrueType file, without hinting, which is 40 percent of
//! outlines: readers of PDF smooth glyphs themselves.

use rustc_hash::FxHashMap;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::raw::{FontRef, TableProvider};
use skrifa::{MetadataProvider, Tag};

/// The tables that a TrueType font in a PDF must have (ISO 32000-1, 9.9), in the
/// order of their tags.
const KEPT: [&[u8; 4]; 6] = [b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp"];

/// Composite glyphs: what a component's flags say.
const ARGUMENTS_ARE_WORDS: u16 = 1;
const HAS_SCALE: u16 = 1 << 3;
const MORE_COMPONENTS: u16 = 1 << 5;
const HAS_TWO_SCALES: u16 = 1 << 6;
const HAS_TWO_BY_TWO: u16 = 1 << 7;
const HAS_INSTRUCTIONS: u16 = 1 << 8;

/// Glyphs of a face and their numbers in the subset.
pub(super) struct Chosen {
    /// In the order of their new numbers; the first is `.notdef`.
    glyphs: Vec<u16>,
    new: FxHashMap<u16, u16>,
}

impl Chosen {
    /// With `.notdef` alone, which every font has.
    pub(super) fn new() -> Chosen {
        Chosen {
            glyphs: vec![0],
            new: FxHashMap::from_iter([(0, 0)]),
        }
    }

    /// A glyph's number in the subset, which it gets here if it has none; none where there
    /// are too many.
    pub(super) fn number(&mut self, glyph: u16) -> Option<u16> {
        if let Some(known) = self.new.get(&glyph) {
            return Some(*known);
        }
        let number = u16::try_from(self.glyphs.len()).ok()?;
        self.glyphs.push(glyph);
        self.new.insert(glyph, number);
        Some(number)
    }
}

/// The font with the chosen glyphs and those that they are composed of, without instructions
/// and without the tables that only they and other programs use.
///
/// # Errors
/// Which of its parts is not as it should be.
pub(super) fn subset(font: &FontRef<'_>, chosen: &mut Chosen) -> Result<Vec<u8>, &'static str> {
    let (glyf, offsets) = outlines(font, chosen)?;
    tables(font, chosen, glyf, &offsets).ok_or("glyphs")
}

/// The first glyph of a font file that cannot be set, with what is wrong with it: its outline
/// goes beyond the file, is not what outlines are, or is composed of itself. None where the
/// whole font can be written.
pub(in crate::output::pdf) fn damaged_glyph(data: &[u8]) -> Option<(u16, &'static str)> {
    // Whether it is a font with outlines at all is told elsewhere.
    let font = FontRef::new(data).ok()?;
    let count = font.maxp().ok()?.num_glyphs();
    let (glyf, loca) = (table(&font, b"glyf")?, font.loca(None).ok()?);
    let outlines = font.outline_glyphs();
    let offset = |index: usize| usize::try_from(loca.get_raw(index)?).ok();
    let (mut stripped, mut all) = (Vec::new(), Chosen::new());
    for glyph in 0..count {
        let at = usize::from(glyph);
        let outline = offset(at).zip(offset(at + 1));
        let Some(outline) = outline.and_then(|(from, to)| glyf.get(from..to)) else {
            return Some((glyph, "outside"));
        };
        stripped.clear();
        let is_stripped =
            outline.is_empty() || strip_glyph(outline, &mut stripped, &mut all).is_some();
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        // One that is composed of itself is not drawn either.
        let drawn = outlines
            .get(glyph.into())
            .map(|it| it.draw(settings, &mut Nowhere));
        if !is_stripped || !matches!(drawn, Some(Ok(_))) {
            return Some((glyph, "outline"));
        }
        let widths = font.hmtx().ok();
        let width =
            widths.and_then(|it| it.advance(glyph.into()).zip(it.side_bearing(glyph.into())));
        if width.is_none() {
            return Some((glyph, "width"));
        }
    }
    // What a glyph is composed of is one of the font's.
    let beyond = all.glyphs.iter().find(|glyph| **glyph >= count);
    if let Some(glyph) = beyond {
        return Some((*glyph, "outside"));
    }
    let mut some = Chosen::new();
    subset(&font, &mut some).err().map(|_| (0, "outline"))
}

/// A pen that draws nothing.
struct Nowhere;

impl OutlinePen for Nowhere {
    fn move_to(&mut self, _: f32, _: f32) {}
    fn line_to(&mut self, _: f32, _: f32) {}
    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {}
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {}
    fn close(&mut self) {}
}

/// The file of the tables that stay.
fn tables(font: &FontRef<'_>, chosen: &Chosen, glyf: Vec<u8>, offsets: &[u32]) -> Option<Vec<u8>> {
    let count = u16::try_from(chosen.glyphs.len()).ok()?.to_be_bytes();
    let mut head = table(font, b"head")?.to_vec();
    let mut hhea = table(font, b"hhea")?.to_vec();
    let mut maxp = table(font, b"maxp")?.to_vec();
    let (loca, long_offsets) = encode_offsets(offsets);
    head.get_mut(8..12)?.fill(0);
    head.get_mut(50..52)?
        .copy_from_slice(&[0, u8::from(long_offsets)]);
    hhea.get_mut(34..36)?.copy_from_slice(&count);
    maxp.get_mut(4..6)?.copy_from_slice(&count);
    // Twilight points, storage, functions, definitions, stack and instructions.
    if let Some(limits) = maxp.get_mut(16..28) {
        limits.fill(0);
    }
    // "No twilight zone" is 1.
    if let Some(zones) = maxp.get_mut(14..16) {
        zones.copy_from_slice(&[0, 1]);
    }
    let widths = font.hmtx().ok()?;
    let mut hmtx = Vec::with_capacity(4 * chosen.glyphs.len());
    for glyph in &chosen.glyphs {
        let glyph = skrifa::GlyphId::from(*glyph);
        hmtx.extend_from_slice(&widths.advance(glyph)?.to_be_bytes());
        hmtx.extend_from_slice(&widths.side_bearing(glyph)?.to_be_bytes());
    }
    let tables: [Vec<u8>; KEPT.len()] = [glyf, head, hhea, hmtx, loca, maxp];
    assemble(&tables)
}

/// The `loca` table of these offsets, and whether it has the long form.
fn encode_offsets(offsets: &[u32]) -> (Vec<u8>, bool) {
    let halves: Option<Vec<u16>> = offsets
        .iter()
        .map(|offset| u16::try_from(offset / 2).ok())
        .collect();
    match halves {
        Some(halves) => (
            halves.into_iter().flat_map(u16::to_be_bytes).collect(),
            false,
        ),
        None => (
            offsets
                .iter()
                .flat_map(|offset| offset.to_be_bytes())
                .collect(),
            true,
        ),
    }
}

/// The outlines without instructions, and their offsets, all even.
fn outlines(font: &FontRef<'_>, chosen: &mut Chosen) -> Result<(Vec<u8>, Vec<u32>), &'static str> {
    let glyf = table(font, b"glyf").ok_or("glyphs")?;
    let loca = font.loca(None).map_err(|_| "glyphs")?;
    let offset = |index: usize| usize::try_from(loca.get_raw(index)?).ok();
    let mut glyphs = Vec::with_capacity(100 * chosen.glyphs.len());
    let mut offsets = Vec::with_capacity(chosen.glyphs.len() + 1);
    let place = |glyphs: &Vec<u8>| u32::try_from(glyphs.len()).map_err(|_| "count");
    let mut at = 0;
    // Composite glyphs add those that they are composed of.
    while let Some(&glyph) = chosen.glyphs.get(at) {
        at += 1;
        offsets.push(place(&glyphs)?);
        let range = offset(glyph.into()).zip(offset(usize::from(glyph) + 1));
        let outline = range.and_then(|(from, to)| glyf.get(from..to));
        let outline = outline.ok_or("glyphs")?;
        if !outline.is_empty() {
            strip_glyph(outline, &mut glyphs, chosen).ok_or("contours")?;
            if glyphs.len() % 2 != 0 {
                glyphs.push(0);
            }
        }
    }
    offsets.push(place(&glyphs)?);
    Ok((glyphs, offsets))
}

/// Appends one outline without its instructions.
fn strip_glyph(outline: &[u8], glyphs: &mut Vec<u8>, chosen: &mut Chosen) -> Option<()> {
    let contours = word(outline, 0)?;
    if contours & 0x8000 != 0 {
        return strip_composite(outline, glyphs, chosen);
    }
    // What draws nothing may be as short as its head: it is an outline of no bytes.
    if contours == 0 {
        return Some(());
    }
    let ends = 10 + 2 * usize::from(contours);
    let instructions = usize::from(word(outline, ends)?);
    glyphs.extend_from_slice(outline.get(..ends)?);
    glyphs.extend_from_slice(&[0, 0]);
    glyphs.extend_from_slice(outline.get(ends + 2 + instructions..)?);
    Some(())
}

fn strip_composite(outline: &[u8], glyphs: &mut Vec<u8>, chosen: &mut Chosen) -> Option<()> {
    glyphs.extend_from_slice(outline.get(..10)?);
    let mut at = 10;
    loop {
        let flags = word(outline, at)?;
        let mut length = if flags & ARGUMENTS_ARE_WORDS != 0 {
            8
        } else {
            6
        };
        if flags & HAS_SCALE != 0 {
            length += 2;
        } else if flags & HAS_TWO_SCALES != 0 {
            length += 4;
        } else if flags & HAS_TWO_BY_TWO != 0 {
            length += 8;
        }
        let part = chosen.number(word(outline, at + 2)?)?;
        glyphs.extend_from_slice(&(flags & !HAS_INSTRUCTIONS).to_be_bytes());
        glyphs.extend_from_slice(&part.to_be_bytes());
        glyphs.extend_from_slice(outline.get(at + 4..at + length)?);
        at += length;
        if flags & MORE_COMPONENTS == 0 {
            return Some(());
        }
    }
}

/// A font file of the tables that are [`KEPT`].
fn assemble(tables: &[Vec<u8>; KEPT.len()]) -> Option<Vec<u8>> {
    let count = u16::try_from(tables.len()).ok()?;
    let power = count.checked_ilog2()?;
    let range = 16u16 << power;
    let size: usize = tables.iter().map(|data| data.len() + 20).sum();
    let mut font = Vec::with_capacity(size + 12);
    font.extend_from_slice(&[0, 1, 0, 0]);
    for field in [count, range, u16::try_from(power).ok()?, count * 16 - range] {
        font.extend_from_slice(&field.to_be_bytes());
    }
    let mut offset = font.len() + 16 * tables.len();
    let mut adjustment = None;
    // The sum of the whole file, as it is put together.
    let mut total = 0_u32;
    for (tag, data) in KEPT.into_iter().zip(tables) {
        let sum = checksum(data);
        total = total.wrapping_add(sum);
        font.extend_from_slice(tag);
        font.extend_from_slice(&sum.to_be_bytes());
        font.extend_from_slice(&u32::try_from(offset).ok()?.to_be_bytes());
        font.extend_from_slice(&u32::try_from(data.len()).ok()?.to_be_bytes());
        if tag == b"head" {
            adjustment = Some(offset + 8);
        }
        offset += data.len().next_multiple_of(4);
    }
    total = total.wrapping_add(checksum(&font));
    for data in tables {
        font.extend_from_slice(data);
        font.resize(font.len().next_multiple_of(4), 0);
    }
    let adjustment = adjustment?;
    font.get_mut(adjustment..adjustment + 4)?
        .copy_from_slice(&0xB1B0_AFBA_u32.wrapping_sub(total).to_be_bytes());
    Some(font)
}

/// The sum of a table's words.
fn checksum(data: &[u8]) -> u32 {
    let words = data.chunks_exact(4);
    let mut last = [0; 4];
    for (to, from) in last.iter_mut().zip(words.remainder()) {
        *to = *from;
    }
    words.fold(u32::from_be_bytes(last), |sum, word| {
        sum.wrapping_add(u32::from_be_bytes([word[0], word[1], word[2], word[3]]))
    })
}

/// The table with this tag.
fn table<'a>(font: &FontRef<'a>, tag: &[u8; 4]) -> Option<&'a [u8]> {
    Some(font.table_data(Tag::new(tag))?.as_bytes())
}

/// The 16-bit word at an offset.
fn word(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..at + 2)
        .map(|bytes| u16::from_be_bytes([bytes[0], bytes[1]]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlines_stay_and_instructions_go() {
        let file = include_bytes!("../../../../templates/fonts/NotoSans-Regular.ttf");
        let font = FontRef::new(file).unwrap();
        let mut chosen = Chosen::new();
        // A, B and the composite é; what it is composed of follows.
        let glyphs = [36, 37, 201];
        assert_eq!(glyphs.map(|glyph| chosen.number(glyph).unwrap()), [1, 2, 3]);
        let subset = super::subset(&font, &mut chosen).unwrap();
        assert_eq!(chosen.glyphs.len(), 6);
        let small = FontRef::new(&subset).unwrap();
        assert_eq!(small.maxp().unwrap().num_glyphs(), 6);
        assert_eq!(table(&small, b"fpgm"), None);
        assert_eq!(checksum(&subset), 0xB1B0_AFBA);
        assert_eq!(outline(file, glyphs), outline(&subset, [1, 2, 3]));
        assert!(outline(&subset, [1, 2, 3]).len() > 100);
        let (widths, all) = (small.hmtx().unwrap(), font.hmtx().unwrap());
        for (new, old) in (0_u16..).zip(&chosen.glyphs) {
            let (new, old) = (new.into(), (*old).into());
            assert_eq!(widths.advance(new), all.advance(old));
            assert_eq!(widths.side_bearing(new), all.side_bearing(old));
        }
    }

    /// What skrifa draws for glyphs of a font.
    fn outline(font: &[u8], glyphs: [u16; 3]) -> String {
        use skrifa::MetadataProvider;
        use skrifa::outline::{DrawSettings, pen::SvgPen};
        let font = skrifa::FontRef::new(font).unwrap();
        let mut pen = SvgPen::new();
        for glyph in glyphs {
            let settings = DrawSettings::unhinted(
                skrifa::instance::Size::unscaled(),
                skrifa::instance::LocationRef::default(),
            );
            let outline = font
                .outline_glyphs()
                .get(skrifa::GlyphId::from(glyph))
                .unwrap();
            outline.draw(settings, &mut pen).unwrap();
        }
        pen.to_string()
    }

    #[test]
    fn what_draws_nothing_may_be_short() {
        let (mut glyphs, mut chosen) = (Vec::new(), Chosen::new());
        for length in [2, 10, 12] {
            assert_eq!(
                strip_glyph(&vec![0; length], &mut glyphs, &mut chosen),
                Some(())
            );
        }
        assert!(glyphs.is_empty());
        assert_eq!(strip_glyph(&[0], &mut glyphs, &mut chosen), None);
    }

    /// Every glyph of the program's own fonts can be set, and what is damaged is known by its
    /// glyph.
    #[test]
    fn glyphs_are_looked_at_one_by_one() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/templates/fonts");
        let mut seen = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|it| it == "ttf") {
                assert_eq!(damaged_glyph(&std::fs::read(path).unwrap()), None);
                seen += 1;
            }
        }
        assert!(seen > 3, "{seen} fonts");
        let file = include_bytes!("../../../../templates/fonts/NotoSans-Regular.ttf");
        let font = FontRef::new(file).unwrap();
        let start = table(&font, b"glyf").unwrap().as_ptr() as usize - file.as_ptr() as usize;
        let at = |glyph| start + font.loca(None).unwrap().get_raw(glyph).unwrap() as usize;
        let damaged = |glyph: usize, at: usize, bytes: [u8; 2]| {
            let mut broken = file.to_vec();
            broken[at..at + 2].copy_from_slice(&bytes);
            let found = damaged_glyph(&broken).expect("it is damaged");
            assert_eq!(usize::from(found.0), glyph, "{found:?}");
        };
        // More contours than there are bytes; an é of which é is a part.
        damaged(36, at(36), [0x7F, 0xFF]);
        damaged(201, at(201) + 12, [0, 201]);
    }

    #[test]
    fn what_is_damaged_is_told() {
        let file = include_bytes!("../../../../templates/fonts/NotoSans-Regular.ttf");
        let font = FontRef::new(file).unwrap();
        let mut beyond = Chosen::new();
        beyond.number(60_000);
        assert_eq!(subset(&font, &mut beyond).err(), Some("glyphs"));
        let mut broken = file.to_vec();
        let start = table(&font, b"glyf").unwrap().as_ptr() as usize - file.as_ptr() as usize;
        let offset = font.loca(None).unwrap().get_raw(36).unwrap() as usize;
        // More contours than there are bytes.
        broken[start + offset..start + offset + 2].copy_from_slice(&[0x7F, 0xFF]);
        let broken = FontRef::new(&broken).unwrap();
        let mut chosen = Chosen::new();
        chosen.number(36);
        assert_eq!(subset(&broken, &mut chosen).err(), Some("contours"));
    }
}
