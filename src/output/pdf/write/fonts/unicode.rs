//! Which text each code of a font gives.

use std::fmt::Write as _;

/// The CMap from codes to text (ISO 32000-1, 9.10.3). Code 0 is never shown.
pub(super) fn to_unicode(texts: &[String]) -> Vec<u8> {
    let mut ranges: Vec<(u16, u16, &str)> = Vec::new();
    for (code, text) in (0u16..).zip(texts).skip(1) {
        if let Some((first, last, start)) = ranges.last_mut()
            && *last + 1 == code
            && code & 0xFF != 0
            && follows(start, text, u32::from(code - *first))
        {
            *last = code;
        } else {
            ranges.push((code, code, text));
        }
    }
    // Laid out as the standard's example, since some readers know no other form.
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
         /CIDSystemInfo\n<< /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
         /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
         1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n",
    );
    for block in ranges.chunks(100) {
        let _ = writeln!(map, "{} beginbfrange", block.len());
        for (first, last, text) in block {
            let _ = write!(map, "<{first:04X}> <{last:04X}> <");
            // What ISO 14289-1, 7.21.7 forbids prints nothing anyway.
            let allowed = |unit: &u16| !matches!(unit, 0 | 0xFEFF | 0xFFFE);
            let mut units = text.encode_utf16().filter(allowed).peekable();
            if units.peek().is_none() {
                map.push_str("200B");
            }
            for unit in units {
                let _ = write!(map, "{unit:04X}");
            }
            map.push_str(">\n");
        }
        map.push_str("endbfrange\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map.into_bytes()
}

/// Whether `text` is the one character `distance` after `start`, with the same
/// high byte, as a range needs it.
fn follows(start: &str, text: &str, distance: u32) -> bool {
    let single = |text: &str| {
        let mut characters = text.chars();
        match (characters.next(), characters.next()) {
            (Some(one), None) if u32::from(one) < 0x1_0000 => Some(u32::from(one)),
            _ => None,
        }
    };
    match (single(start), single(text)) {
        (Some(start), Some(one)) => start + distance == one && start >> 8 == one >> 8,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn to_unicode_groups_neighbours() {
        let texts = ["", "a", "b", "c", "ffi", "é", "ê", "😀"].map(str::to_owned);
        let map = String::from_utf8(to_unicode(&texts)).unwrap();
        assert!(map.contains("4 beginbfrange"));
        assert!(map.contains("<0001> <0003> <0061>"));
        assert!(map.contains("<0004> <0004> <006600660069>"));
        assert!(map.contains("<0005> <0006> <00E9>"));
        assert!(map.contains("<0007> <0007> <D83DDE00>"));
    }

    #[test]
    fn to_unicode_never_gives_what_is_forbidden() {
        let texts = ["", "\u{FEFF}", "a\u{0}"].map(str::to_owned);
        let map = String::from_utf8(to_unicode(&texts)).unwrap();
        assert!(map.contains("<0001> <0001> <200B>"));
        assert!(map.contains("<0002> <0002> <0061>"));
    }
}
