//! Telephone numbers in running text that can be dialled from where they stand.

use super::{Value, address, vanity};
use crate::language::write::telephone_uri;
use std::ops::Range;

/// A telephone number in running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telephone {
    /// The bytes of the text, its extension among them.
    pub range: Range<usize>,
    /// The URI that dials it (RFC 3966): `tel:+14165550123;ext=12`.
    pub uri: String,
}

/// The words before an extension.
const EXTENSION: [&str; 3] = ["ext.", "extension", "poste"];

/// The numbers of a text that have an area code, in the order in which they stand.
pub fn telephones(text: &str) -> Vec<Telephone> {
    let mut found = Vec::new();
    if !text.contains(|letter: char| letter.is_ascii_digit()) {
        return found;
    }
    let mut before = None;
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        let begins = letter.is_ascii_digit() || matches!(letter, '(' | '+');
        let free = before.is_none_or(|before: char| {
            !before.is_alphanumeric() && !"-./_,$+@#=\u{2011}".contains(before)
        });
        before = Some(letter);
        if at < end || !begins || !free {
            continue;
        }
        if let Some(telephone) = text.get(at..).and_then(|rest| begins_with(rest, at)) {
            end = telephone.range.end;
            found.push(telephone);
        }
    }
    found
}

/// The number that a text begins with, which stands at a byte of another.
fn begins_with(text: &str, at: usize) -> Option<Telephone> {
    let (length, digits) = match address::phone(text) {
        Some((length, Value::Phone(digits))) => (length, digits),
        _ => vanity(text)?,
    };
    // Area codes begin with 2 to 9.
    if digits.len() != 10 || digits.starts_with(['0', '1']) {
        return None;
    }
    let extension = extension(text.get(length..)?);
    Some(Telephone {
        range: at..at + length + extension.map_or(0, |(more, _)| more),
        uri: telephone_uri(&digits, extension.map(|(_, digits)| digits))?,
    })
}

/// The extension that follows: how many bytes it takes, and its digits.
fn extension(text: &str) -> Option<(usize, &str)> {
    let blank = |letter: char| matches!(letter, ' ' | '\u{a0}');
    let rest = text
        .strip_prefix(',')
        .unwrap_or(text)
        .trim_start_matches(blank);
    let rest = EXTENSION
        .iter()
        .find_map(|word| rest.strip_prefix(word))?
        .trim_start_matches(blank);
    let length = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let digits = rest.get(..length)?;
    (1..=7)
        .contains(&length)
        .then(|| (text.len() - rest.len() + length, digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_with_their_extensions() {
        let text =
            "Call 416\u{2011}555\u{2011}0123, ext.\u{a0}12, or 1-800-O-Canada; fax (705) 555-0142.";
        let found = telephones(text);
        let shown: Vec<(&str, &str)> = found
            .iter()
            .map(|it| (&text[it.range.clone()], it.uri.as_str()))
            .collect();
        assert_eq!(
            shown,
            [
                (
                    "416\u{2011}555\u{2011}0123, ext.\u{a0}12",
                    "tel:+14165550123;ext=12"
                ),
                ("1-800-O-Canada", "tel:+18006226232"),
                ("(705) 555-0142", "tel:+17055550142"),
            ]
        );
    }

    #[test]
    fn what_only_looks_like_a_number_is_none() {
        for text in [
            "555-0142",
            "9-1-1",
            "A-416-555-0123",
            "$416-555-0123",
            "123-456-7890",
            "2026-04-30",
            "no number",
            "https://example.ca/416-555-0123",
        ] {
            assert_eq!(telephones(text), [], "{text}");
        }
    }
}
