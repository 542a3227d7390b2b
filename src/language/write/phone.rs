//! Telephone numbers: `416‑555‑0123, ext. 12` and `416‑555‑0123, poste 12`.

use super::style::{NO_BREAK_HYPHEN, NO_BREAK_SPACE, Style};
use crate::lang::Lang;
use crate::language::words::Words;
use crate::memo::telephone::spelt_digits;

/// A telephone number with U+2011 between its groups in both languages, and with its
/// extension. Numbers of the North American plan are grouped anew, whatever stood
/// between their digits; others keep their groups, bound by U+00A0.
pub fn phone(number: &str, extension: Option<&str>, style: Style) -> Words {
    let mut text = match groups(number) {
        Some(groups) => groups.join(&NO_BREAK_HYPHEN.to_string()),
        None => bound(number),
    };
    if let Some(extension) = extension {
        let word = match style.lang {
            Lang::En => "ext.",
            Lang::Fr => "poste",
        };
        text.push_str(&format!(", {word}{NO_BREAK_SPACE}{}", extension.trim()));
    }
    Words::plain(text)
}

/// The URI of the number (RFC 3966): `tel:+14165550123;ext=12`; none where the
/// number is local or not a number. Letters are dialled as the digits of their keys.
pub fn telephone_uri(number: &str, extension: Option<&str>) -> Option<String> {
    let digits = match spelt_digits(number) {
        Some(digits) => digits,
        None if number.chars().any(char::is_alphabetic) => return None,
        None => number.chars().filter(char::is_ascii_digit).collect(),
    };
    let international = match digits.len() {
        _ if number.trim_start().starts_with('+') && digits.len() >= 7 => digits,
        10 => format!("1{digits}"),
        11 if digits.starts_with('1') => digits,
        _ => return None,
    };
    let extension = extension
        .map(|extension| {
            extension
                .chars()
                .filter(char::is_ascii_digit)
                .collect::<String>()
        })
        .filter(|extension| !extension.is_empty())
        .map(|extension| format!(";ext={extension}"))
        .unwrap_or_default();
    Some(format!("tel:+{international}{extension}"))
}

/// The groups of a number of the North American plan.
fn groups(number: &str) -> Option<Vec<String>> {
    let number = number.trim();
    let number = number
        .strip_prefix("+1")
        .map_or_else(|| number.to_owned(), |rest| format!("1{rest}"));
    let separators = |letter: char| {
        letter.is_whitespace()
            || matches!(
                letter,
                '-' | '.' | '(' | ')' | '/' | '\u{2011}' | '\u{2010}' | '–'
            )
    };
    if !number
        .chars()
        .all(|letter| letter.is_ascii_digit() || separators(letter))
    {
        return None;
    }
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let sizes: &[usize] = match digits.len() {
        7 => &[3, 4],
        10 => &[3, 3, 4],
        11 if digits.starts_with('1') => &[1, 3, 3, 4],
        _ => return None,
    };
    let mut rest = digits.as_str();
    let mut groups = Vec::new();
    for size in sizes {
        let (group, after) = rest.split_at_checked(*size)?;
        groups.push(group.to_owned());
        rest = after;
    }
    Some(groups)
}

/// The number as it was written, unbreakable.
fn bound(number: &str) -> String {
    number
        .split_whitespace()
        .map(|group| group.replace('-', &NO_BREAK_HYPHEN.to_string()))
        .collect::<Vec<_>>()
        .join(&NO_BREAK_SPACE.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_the_north_american_plan() {
        for written in [
            "416-555-0123",
            "(416) 555-0123",
            "416.555.0123",
            "4165550123",
            "416 555 0123",
        ] {
            assert_eq!(
                phone(written, None, Lang::En.into()).to_plain(),
                "416‑555‑0123"
            );
        }
        assert_eq!(
            phone("1 800 555-0199", None, Lang::Fr.into()).to_plain(),
            "1‑800‑555‑0199"
        );
        assert_eq!(
            phone("+1 416 555 0123", None, Lang::Fr.into()).to_plain(),
            "1‑416‑555‑0123"
        );
        assert_eq!(
            phone("555-0123", None, Lang::Fr.into()).to_plain(),
            "555‑0123"
        );
    }

    #[test]
    fn extensions() {
        assert_eq!(
            phone("416-555-0123", Some("12"), Lang::En.into()).to_plain(),
            "416‑555‑0123, ext.\u{a0}12"
        );
        assert_eq!(
            phone("416-555-0123", Some("12"), Lang::Fr.into()).to_plain(),
            "416‑555‑0123, poste\u{a0}12"
        );
    }

    #[test]
    fn other_numbers_keep_their_groups() {
        assert_eq!(
            phone("+33 1 42 68 53 00", None, Lang::Fr.into()).to_plain(),
            "+33\u{a0}1\u{a0}42\u{a0}68\u{a0}53\u{a0}00"
        );
        assert_eq!(
            phone("1 800 O-Canada", None, Lang::En.into()).to_plain(),
            "1\u{a0}800\u{a0}O‑Canada"
        );
    }

    #[test]
    fn uris() {
        assert_eq!(
            telephone_uri("416-555-0123", Some("12")).as_deref(),
            Some("tel:+14165550123;ext=12")
        );
        assert_eq!(
            telephone_uri("+33 1 42 68 53 00", None).as_deref(),
            Some("tel:+33142685300")
        );
        assert_eq!(telephone_uri("555-0123", None), None);
        assert_eq!(
            telephone_uri("1 800 O-Canada", None).as_deref(),
            Some("tel:+18006226232")
        );
    }
}
