//! Letters that were read in the wrong encoding: UTF-8 taken for Windows-1252 makes
//! `Ã©` of `é`.

use std::ops::Range;

/// What the bytes 0x80 to 0x9F are in Windows-1252 (WHATWG Encoding Standard, index
/// windows-1252); the five that are nothing are what programs make of them.
pub const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The byte that a character is in Windows-1252.
fn byte_of(c: char) -> Option<u8> {
    if let Some(at) = WINDOWS_1252.iter().position(|high| *high == c) {
        return u8::try_from(0x80 + at).ok();
    }
    u8::try_from(u32::from(c)).ok()
}

/// The places of a text where letters were read so, each with the letter that was meant.
/// Letters of French and English and their marks alone: others are left.
pub fn misread(text: &str) -> Vec<(Range<usize>, char)> {
    let mut found = Vec::new();
    for (at, first) in text.char_indices() {
        let length = match byte_of(first) {
            Some(0xC2..=0xDF) => 2,
            Some(0xE2) => 3,
            _ => continue,
        };
        let letters: Vec<char> = text[at..].chars().take(length).collect();
        let bytes: Option<Vec<u8>> = letters.iter().map(|letter| byte_of(*letter)).collect();
        let meant = bytes.filter(|bytes| bytes.len() == length);
        let meant = meant.and_then(|bytes| String::from_utf8(bytes).ok());
        if let Some(meant) = meant.and_then(|meant| meant.chars().next())
            && matches!(meant, '\u{a0}'..='\u{17f}' | '‐'..='\u{203a}' | '€' | '−' | '™')
        {
            let end = at
                + letters
                    .iter()
                    .map(|letter| letter.len_utf8())
                    .sum::<usize>();
            found.push((at..end, meant));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::misread;

    #[test]
    fn letters_read_as_windows_1252_are_known() {
        let mended = |text: &str| -> String { misread(text).iter().map(|(_, c)| *c).collect() };
        assert_eq!(mended("NumÃ©ro dâ€™un quai Ã\u{a0} 5Â\u{a0}$"), "é’à\u{a0}");
        assert_eq!(mended("Âge, Île, À Québec : « Ça » 5 €"), "");
    }
}
