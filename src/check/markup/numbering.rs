//! Letters and numbers that were typed before items and make no list.

use super::lines::blanks;
use super::report::{Report, WrittenText};
use std::ops::Range;

crate::diagnostic::codes! {
    TYPED_NUMBERING = "W046", "typed-numbering", Warning;
}

/// Finds two lines or more of a paragraph that count: a) and b), (i) and (ii), 2. and 3.
pub(super) fn find(text: &WrittenText<'_>, report: &mut Report) {
    for (_, run) in text.blocks() {
        let marks: Vec<Mark> = run
            .lines
            .iter()
            .filter(|line| !report.is_claimed(line.start))
            .filter_map(|line| mark(text, line))
            .collect();
        let mut done = 0;
        while let Some(start) = (done..marks.len()).find(|at| follows(&marks, *at)) {
            let length = (start..marks.len())
                .take_while(|at| follows(&marks, *at))
                .count();
            let list = &marks[start..=start + length];
            done = start + length + 1;
            tell(text, list, run.range.end, report);
        }
    }
}

/// What a line counts with.
struct Mark {
    range: Range<usize>,
    /// What stands around the letter or number: `a)`, `(a)`, `1.` count apart.
    form: (bool, char),
    /// How the letter or number may be read.
    counts: Vec<Count>,
}

/// A way of counting, and how far it has come.
type Count = (Way, u32);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Letters,
    Romans,
    Numbers,
}

/// Whether the next mark counts on from this one.
fn follows(marks: &[Mark], at: usize) -> bool {
    let (Some(one), Some(next)) = (marks.get(at), marks.get(at + 1)) else {
        return false;
    };
    let mut counts = one.counts.iter();
    let counts_on = counts.any(|(way, at)| next.counts.contains(&(*way, at + 1)));
    one.form == next.form && counts_on
}

fn mark(text: &WrittenText<'_>, line: &Range<usize>) -> Option<Mark> {
    let words = text.slice(line);
    let opened = words.starts_with('(');
    let inside = words.strip_prefix('(').unwrap_or(words);
    let (counts, length) = counts(inside)?;
    let behind = inside.get(length..)?;
    let circled = inside.starts_with(|c| circled(c).is_some());
    let closing = behind
        .chars()
        .next()
        .filter(|c| matches!(c, ')' | '.' | '．' | '）' | '°' | 'º' | '/' | '-'));
    let closing = match closing {
        Some(closing) => closing,
        None if circled => ' ',
        None => return None,
    };
    let closing_length = if closing == ' ' {
        0
    } else {
        closing.len_utf8()
    };
    let rest = behind.get(closing_length..)?;
    // An opening bracket closes; what follows is words.
    let whole = (!opened || closing == ')') && (blanks(rest) > 0 || closing == '．');
    let length = words.len() - rest.len();
    let says = rest
        .trim_start()
        .starts_with(|c: char| c.is_alphanumeric() || !c.is_ascii());
    let typed = text.reading.is_typed(&(line.start..line.start + length));
    (whole && says && typed).then(|| Mark {
        range: line.start..line.start + length,
        form: (opened, closing),
        counts,
    })
}

/// The ways to read what a line begins with, and how many bytes it has.
fn counts(text: &str) -> Option<(Vec<Count>, usize)> {
    let first = text.chars().next()?;
    if let Some(number) = circled(first) {
        return Some((vec![(Way::Numbers, number)], first.len_utf8()));
    }
    let digit = |c: char| {
        c.to_digit(10).or_else(|| {
            ('０'..='９')
                .contains(&c)
                .then(|| u32::from(c) - u32::from('０'))
        })
    };
    let mut length = 0;
    let mut number = 0_u32;
    for (at, c) in text.char_indices().take(3) {
        let Some(digit) = digit(c) else { break };
        number = number * 10 + digit;
        length = at + c.len_utf8();
    }
    if length > 0 {
        return Some((vec![(Way::Numbers, number)], length));
    }
    let length = text
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(text.len());
    let word = text.get(..length)?.to_ascii_lowercase();
    let mut counts = Vec::new();
    if let [letter @ b'a'..=b'z'] = word.as_bytes() {
        counts.push((Way::Letters, u32::from(letter - b'a')));
    }
    counts.extend(roman(&word).map(|number| (Way::Romans, number)));
    (!counts.is_empty()).then_some((counts, length))
}

/// ① to ⑳.
fn circled(c: char) -> Option<u32> {
    ('①'..='⑳')
        .contains(&c)
        .then(|| u32::from(c) - u32::from('①') + 1)
}

/// Small Roman numbers, as lists have them.
fn roman(word: &str) -> Option<u32> {
    const NUMBERS: [&str; 12] = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
    ];
    let at = NUMBERS.iter().position(|number| *number == word)?;
    u32::try_from(at + 1).ok()
}

fn tell(text: &WrittenText<'_>, list: &[Mark], end: usize, report: &mut Report) {
    let (Some(first), Some(second)) = (list.first(), list.get(1)) else {
        return;
    };
    let (one, two) = (text.slice(&first.range), text.slice(&second.range));
    let is_markdown = matches!(first.form, (false, '.' | ')'))
        && first.counts.iter().all(|(way, _)| *way == Way::Numbers)
        && one.is_ascii();
    let wording = match is_markdown {
        true => TYPED_NUMBERING.say("numbers", given!(one, two)),
        false => TYPED_NUMBERING.say("signs", given!(one, two)),
    };
    report.add_whole(first.range.clone(), first.range.start..end, wording);
}
