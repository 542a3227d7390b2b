//! Small tools of the mutations: words and where they stand.

use std::ops::Range;

/// The next of a list in a circle.
pub fn next<'l>(list: &[&'l str], word: &str) -> Option<&'l str> {
    let at = list.iter().position(|other| *other == word)?;
    list.get((at + 1) % list.len()).copied()
}

/// The words of a text with their bytes: letters, accents and inner hyphens.
pub fn words(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (letter.is_alphabetic(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push((from..at, &text[from..at]));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// The bytes that no mutation of words touches: addresses, link targets, code,
/// placeables, footnote labels.
pub fn protected(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let rest = &text[at..];
        let length = if rest.starts_with("](") {
            rest.find(')').map(|end| end + 1)
        } else if letter == '`' {
            rest[1..].find('`').map(|end| end + 2)
        } else if letter == '{' {
            closing(rest)
        } else if rest.starts_with("[^") {
            rest.find(']').map(|end| end + 1)
        } else if letter == '<' {
            rest.find('>').map(|end| end + 1)
        } else if rest.starts_with("http") || rest.starts_with("www.") {
            Some(
                rest.find(|c: char| c.is_whitespace() || c == ')')
                    .unwrap_or(rest.len()),
            )
        } else {
            None
        };
        match length {
            Some(length) => {
                found.push(at..at + length);
                at += length;
            }
            None => at += letter.len_utf8(),
        }
    }
    found
}

/// The length of a placeable, braces inside it counted.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether a range touches one of these.
pub fn touches(ranges: &[Range<usize>], range: &Range<usize>) -> bool {
    ranges
        .iter()
        .any(|other| other.start < range.end && range.start < other.end)
}
