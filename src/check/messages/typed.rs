//! The characters of a text that its author typed and that are printed as they stand: no
//! marks of Markdown, no code and addresses, no placeables and string literals.

use super::scope::Part;
use crate::document::markdown::{Reading, Sort};
use crate::locale::Outcome;
use std::ops::Range;

/// The typed characters, each with its first byte. Line breaks are among them.
pub(super) fn typed<'r>(
    outcome: &'r Outcome<'_>,
    reading: &'r Reading,
) -> impl Iterator<Item = (usize, char)> + 'r {
    let mut segments = outcome.formatted.segments.iter().peekable();
    reading.text.char_indices().filter(move |(at, c)| {
        while segments.next_if(|it| it.range.end <= *at).is_some() {}
        let is_literal = segments.peek().is_some_and(|segment| !segment.verbatim);
        *c == '\n' || (!is_literal && reading.sort(*at) == Sort::Typed)
    })
}

/// What a part can print, each with its masked text.
pub(super) fn masked_texts<'p, 'a>(
    part: &'p Part<'a>,
) -> impl Iterator<Item = (&'p Outcome<'a>, String)> {
    let readings = part.readings();
    readings.map(|(outcome, reading)| (outcome, masked(outcome, reading)))
}

/// The text with a space for each byte that was not typed, byte for byte.
fn masked(outcome: &Outcome<'_>, reading: &Reading) -> String {
    let mut masked = String::with_capacity(reading.text.len());
    for (at, c) in typed(outcome, reading) {
        fill(&mut masked, at);
        masked.push(c);
    }
    fill(&mut masked, reading.text.len());
    masked
}

/// What stands for a byte that was not typed. No word or mark has it.
const MASK: char = '\u{1a}';

fn fill(masked: &mut String, to: usize) {
    let count = to.saturating_sub(masked.len());
    masked.extend(std::iter::repeat_n(MASK, count));
}

/// The lines of a text with the byte where each begins.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split('\n').map(move |line| {
        let start = at;
        at += line.len() + 1;
        (start, line)
    })
}

/// What is printed, marks left out; a token for each placeable.
pub(super) fn printed(reading: &Reading) -> String {
    let text: String = reading.printed().map(|(_, c)| c).collect();
    // A closing tag is no word.
    let mut rest = text.as_str();
    while let Some(start) = rest.rfind("</").filter(|_| rest.trim_end().ends_with('>')) {
        rest = &rest[..start];
    }
    rest.to_owned()
}

/// What stands between marks that open and close, and the rest: how many letters each
/// has, and the bytes of the first.
#[derive(Debug, Default)]
pub(super) struct Enclosed {
    pub count: usize,
    pub inside: usize,
    pub outside: usize,
    pub first: Option<Range<usize>>,
}

/// Takes a masked text apart at marks.
pub(super) fn enclosed(masked: &str, opens: &[char], closes: &[char]) -> Enclosed {
    let mut found = Enclosed::default();
    let mut open = None;
    for (at, c) in masked.char_indices() {
        match open {
            None if opens.contains(&c) => open = Some(at),
            Some(start) if closes.contains(&c) => {
                found.count += 1;
                found.first.get_or_insert(start..at + c.len_utf8());
                open = None;
            }
            Some(_) => found.inside += usize::from(c.is_alphanumeric()),
            None => found.outside += usize::from(c.is_alphanumeric()),
        }
    }
    found
}
