//! How far down glyphs reach, of which underlines leave room for those that come down to them.

use skrifa::raw::TableProvider;
use skrifa::{FontRef, Tag};

/// How far down each glyph of a font reaches, in the font's units; those that draw nothing
/// as if they stood at the top. None where the tables cannot be read.
pub(super) fn lowest(file: &[u8]) -> Vec<i16> {
    let read = || -> Option<Vec<i16>> {
        let font = FontRef::new(file).ok()?;
        let loca = font.loca(None).ok()?;
        let glyf = font.table_data(Tag::new(b"glyf"))?;
        let offset = |index: usize| usize::try_from(loca.get_raw(index)?).ok();
        let lowest = |index: usize| {
            let outline = glyf.as_bytes().get(offset(index)?..offset(index + 1)?)?;
            // Behind the number of contours and the left edge.
            Some(match outline.get(4..6) {
                Some(bytes) => i16::from_be_bytes([bytes[0], bytes[1]]),
                None => i16::MAX,
            })
        };
        (0..loca.len()).map(lowest).collect()
    };
    read().unwrap_or_default()
}
