//! Numbers that no program can draw with: those that are infinite in the single precision
//! that drawing programs count in, and those near them, for which arcs are divided for ever.

use std::ops::Range;

/// The greatest number of an attribute: a thousand times what print draws.
pub(super) const GREATEST: f64 = 1e9;

/// Attributes whose values are names or words.
const OF_WORDS: [&str; 5] = ["class", "font-family", "id", "lang", "version"];

/// The first number of an attribute's value that is too large, in bytes of the value.
pub(super) fn too_large(attribute: &str, value: &str) -> Option<Range<usize>> {
    if OF_WORDS.contains(&attribute) || attribute.starts_with("aria-") {
        return None;
    }
    let mut at = 0;
    // The commands of a path are letters before numbers; elsewhere letters are words.
    let has_words = attribute != "d";
    while let Some(byte) = value.as_bytes().get(at) {
        let rest = value.get(at..).unwrap_or_default();
        if has_words && (byte.is_ascii_alphabetic() || matches!(byte, b'#' | b'_')) {
            let is_of_word = |c: char| c.is_alphanumeric() || matches!(c, '#' | '_' | '-' | '.');
            at += rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
        } else if byte.is_ascii_digit() || *byte == b'.' {
            let length = number_length(rest.as_bytes());
            let number = rest.get(..length).and_then(|it| it.parse::<f64>().ok());
            if number.is_some_and(|number| number > GREATEST) {
                return Some(at..at + length);
            }
            at += length;
        } else {
            at += 1;
        }
    }
    None
}

/// How many bytes of a text are one number of SVG: digits, a point and digits, an exponent.
fn number_length(text: &[u8]) -> usize {
    let digits = |from: usize| {
        let rest = text.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let mut end = digits(0);
    if text.get(end) == Some(&b'.') {
        end = digits(end + 1);
    }
    if matches!(text.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(text.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits(end + 1 + sign);
        if exponent > end + 1 + sign {
            end = exponent;
        }
    }
    end.max(1)
}

#[cfg(test)]
mod tests {
    use super::too_large;

    #[test]
    fn numbers_are_found_however_they_are_written() {
        for (attribute, value, number) in [
            ("width", "1e30", "1e30"),
            ("width", "-1E+39px", "1E+39"),
            ("d", "M0 0A1e39 1 0 0 0 5 5z", "1e39"),
            ("d", "M.5.5-2e38-1", "2e38"),
            (
                "d",
                "M0,0l99999999999999999999.5e0",
                "99999999999999999999.5e0",
            ),
            ("transform", "scale(1e999)", "1e999"),
            ("viewBox", "0 0 1 2000000000", "2000000000"),
        ] {
            let found = too_large(attribute, value).map(|range| &value[range]);
            assert_eq!(found, Some(number), "{value}");
        }
        for (attribute, value) in [
            ("id", "1e99"),
            ("aria-label", "1e99"),
            ("fill", "#1e99ff"),
            ("fill", "url(#p1e99)"),
            ("d", "M1e9-1e-99 5.5.5.5e2e"),
            ("d", "...eE+-e"),
            ("width", "é1e-39%"),
            ("x", ""),
        ] {
            assert_eq!(too_large(attribute, value), None, "{value}");
        }
    }
}
