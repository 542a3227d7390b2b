//! Takes hinting out of a TrueType file, which is 40 percent of its outlines:
//! readers of PDF smooth glyphs themselves.

use skrifa::Tag;
use skrifa::raw::{FontRef, TableProvider};

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

/// The font without instructions and without the tables that only they and other
/// programs use. `None` where the file is not as it should be.
pub(super) fn strip(font: &[u8]) -> Option<Vec<u8>> {
    let mut head = table(font, b"head")?.to_vec();
    let mut maxp = table(font, b"maxp")?.to_vec();
    let (glyf, offsets) = strip_glyphs(font)?;
    let (loca, long_offsets) = encode_offsets(&offsets);
    head.get_mut(8..12)?.fill(0);
    head.get_mut(50..52)?
        .copy_from_slice(&[0, u8::from(long_offsets)]);
    // Twilight points, storage, functions, definitions, stack and instructions.
    if let Some(limits) = maxp.get_mut(16..28) {
        limits.fill(0);
    }
    // "No twilight zone" is 1.
    if let Some(zones) = maxp.get_mut(14..16) {
        zones.copy_from_slice(&[0, 1]);
    }
    let tables = KEPT
        .iter()
        .map(|&tag| {
            let data = match tag {
                b"glyf" => glyf.clone(),
                b"loca" => loca.clone(),
                b"head" => head.clone(),
                b"maxp" => maxp.clone(),
                _ => table(font, tag)?.to_vec(),
            };
            Some((*tag, data))
        })
        .collect::<Option<Vec<_>>>()?;
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
fn strip_glyphs(font: &[u8]) -> Option<(Vec<u8>, Vec<u32>)> {
    let glyf = table(font, b"glyf")?;
    let loca = FontRef::new(font).ok()?.loca(None).ok()?;
    let offset = |index: usize| usize::try_from(loca.get_raw(index)?).ok();
    let mut glyphs = Vec::with_capacity(glyf.len());
    let mut offsets = Vec::with_capacity(loca.len() + 1);
    for index in 0..loca.len() {
        offsets.push(u32::try_from(glyphs.len()).ok()?);
        let outline = glyf.get(offset(index)?..offset(index + 1)?)?;
        if !outline.is_empty() {
            strip_glyph(outline, &mut glyphs)?;
            if glyphs.len() % 2 != 0 {
                glyphs.push(0);
            }
        }
    }
    offsets.push(u32::try_from(glyphs.len()).ok()?);
    Some((glyphs, offsets))
}

/// Appends one outline without its instructions.
fn strip_glyph(outline: &[u8], glyphs: &mut Vec<u8>) -> Option<()> {
    let contours = word(outline, 0)?;
    if contours & 0x8000 != 0 {
        return strip_composite(outline, glyphs);
    }
    let ends = 10 + 2 * usize::from(contours);
    let instructions = usize::from(word(outline, ends)?);
    glyphs.extend_from_slice(outline.get(..ends)?);
    glyphs.extend_from_slice(&[0, 0]);
    glyphs.extend_from_slice(outline.get(ends + 2 + instructions..)?);
    Some(())
}

fn strip_composite(outline: &[u8], glyphs: &mut Vec<u8>) -> Option<()> {
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
        glyphs.extend_from_slice(&(flags & !HAS_INSTRUCTIONS).to_be_bytes());
        glyphs.extend_from_slice(outline.get(at + 2..at + length)?);
        at += length;
        if flags & MORE_COMPONENTS == 0 {
            return Some(());
        }
    }
}

/// A font file of these tables.
fn assemble(tables: &[([u8; 4], Vec<u8>)]) -> Option<Vec<u8>> {
    let count = u16::try_from(tables.len()).ok()?;
    let power = count.checked_ilog2()?;
    let range = 16u16 << power;
    let mut font = vec![0, 1, 0, 0];
    for field in [count, range, u16::try_from(power).ok()?, count * 16 - range] {
        font.extend_from_slice(&field.to_be_bytes());
    }
    let mut offset = font.len() + 16 * tables.len();
    let mut adjustment = None;
    for (tag, data) in tables {
        font.extend_from_slice(tag);
        font.extend_from_slice(&checksum(data).to_be_bytes());
        font.extend_from_slice(&u32::try_from(offset).ok()?.to_be_bytes());
        font.extend_from_slice(&u32::try_from(data.len()).ok()?.to_be_bytes());
        if tag == b"head" {
            adjustment = Some(offset + 8);
        }
        offset += data.len().next_multiple_of(4);
    }
    for (_, data) in tables {
        font.extend_from_slice(data);
        font.resize(font.len().next_multiple_of(4), 0);
    }
    let sum = 0xB1B0_AFBA_u32.wrapping_sub(checksum(&font));
    let adjustment = adjustment?;
    font.get_mut(adjustment..adjustment + 4)?
        .copy_from_slice(&sum.to_be_bytes());
    Some(font)
}

/// The sum of a table's words.
fn checksum(data: &[u8]) -> u32 {
    data.chunks(4).fold(0, |sum: u32, chunk| {
        let mut word = [0; 4];
        for (to, from) in word.iter_mut().zip(chunk) {
            *to = *from;
        }
        sum.wrapping_add(u32::from_be_bytes(word))
    })
}

/// The table with this tag.
fn table<'a>(font: &'a [u8], tag: &[u8; 4]) -> Option<&'a [u8]> {
    let data = FontRef::new(font).ok()?.table_data(Tag::new(tag))?;
    Some(data.as_bytes())
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
        let font = include_bytes!("../../../../templates/fonts/NotoSans-Regular.ttf");
        let mut mapper = subsetter::GlyphRemapper::new();
        // A, B and the composite é.
        for glyph in [36, 37, 201] {
            mapper.remap(glyph);
        }
        let subset = subsetter::subset(font, 0, &mapper).unwrap();
        let stripped = strip(&subset).unwrap();
        assert!(stripped.len() * 2 < subset.len());
        assert_eq!(table(&stripped, b"fpgm"), None);
        assert_eq!(checksum(&stripped), 0xB1B0_AFBA);
        assert_eq!(outline(&subset), outline(&stripped));
        assert!(outline(&stripped).len() > 100);
    }

    /// What skrifa draws for the first glyphs of a font.
    fn outline(font: &[u8]) -> String {
        use skrifa::MetadataProvider;
        use skrifa::outline::{DrawSettings, pen::SvgPen};
        let font = skrifa::FontRef::new(font).unwrap();
        let mut pen = SvgPen::new();
        for glyph in 1..4 {
            let settings = DrawSettings::unhinted(
                skrifa::instance::Size::unscaled(),
                skrifa::instance::LocationRef::default(),
            );
            let outline = font
                .outline_glyphs()
                .get(skrifa::GlyphId::new(glyph))
                .unwrap();
            outline.draw(settings, &mut pen).unwrap();
        }
        pen.to_string()
    }

    #[test]
    fn what_is_no_font_gives_none() {
        assert_eq!(strip(b""), None);
        assert_eq!(strip(&[0; 200]), None);
    }
}
