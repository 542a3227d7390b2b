//! Characters of private use: no text may have one, since they mean something else in
//! every font, and since here they stand for what facts print.

use crate::diagnostic::Diagnostic;
use crate::locale::codes::PRIVATE_USE_CHARACTER;
use crate::source::Span;
use std::ops::Range;

/// Whether a character is for private use, so that no user's text may have it.
pub(super) fn is_private_use(character: char) -> bool {
    matches!(u32::from(character), 0xE000..=0xF8FF | 0xF_0000..=0xF_FFFD | 0x10_0000..=0x10_FFFD)
}

/// The characters of private use in an author's text, as themselves or as character
/// references of Markdown (`&#xE100;`), each with its bytes.
pub(super) fn private_uses(text: &str) -> Vec<(Range<usize>, char)> {
    let mut found: Vec<(Range<usize>, char)> = Vec::new();
    // They all begin with a byte from here on; hardly any other letter does.
    if text.bytes().any(|byte| byte >= 0xEE) {
        let letters = text.char_indices().filter(|(_, it)| is_private_use(*it));
        found.extend(letters.map(|(at, it)| (at..at + it.len_utf8(), it)));
    }
    for (at, _) in text.match_indices("&#") {
        if let Some((length, character)) = reference(&text[at..])
            && is_private_use(character)
        {
            found.push((at..at + length, character));
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// The character that a numeric reference of CommonMark at the start of `text` stands
/// for, and its length in bytes.
fn reference(text: &str) -> Option<(usize, char)> {
    let (number, rest) = text.strip_prefix("&#")?.split_once(';')?;
    let value = match number.strip_prefix(['x', 'X']) {
        Some(digits) if (1..=6).contains(&digits.len()) => u32::from_str_radix(digits, 16),
        None if (1..=7).contains(&number.len()) => number.parse(),
        _ => return None,
    };
    let character = char::from_u32(value.ok()?)?;
    Some((text.len() - rest.len(), character))
}

/// The finding for a character of private use.
pub(super) fn private_use_finding(span: impl Into<Option<Span>>, character: char) -> Diagnostic {
    let code = format!("{:04X}", u32::from(character));
    Diagnostic::told(span, PRIVATE_USE_CHARACTER.say("private", given!(code)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_found_as_themselves_and_as_references() {
        let text = "a \u{e100} &#xE101; &#57602; &#xE9; &#x; &#12345678; &#xF0000;";
        let found: Vec<(&str, u32)> = private_uses(text)
            .into_iter()
            .map(|(range, character)| (&text[range], u32::from(character)))
            .collect();
        assert_eq!(
            found,
            [
                ("\u{e100}", 0xE100),
                ("&#xE101;", 0xE101),
                ("&#57602;", 0xE102),
                ("&#xF0000;", 0xF_0000)
            ]
        );
    }
}
