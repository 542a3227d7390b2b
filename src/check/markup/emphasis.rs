//! Marks of stress and code that nothing closes, or nothing opened.

use super::lines::{excerpt, is_edge};
use super::report::{Report, WrittenText};
use crate::document::markdown::{Run, RunKind};
use std::ops::Range;

crate::diagnostic::codes! {
    UNCLOSED_EMPHASIS = "W050", "unclosed-emphasis", Warning;
}

/// Finds them, in each run by itself: stress ends with its paragraph.
pub(super) fn find(text: &WrittenText<'_>, report: &mut Report) {
    let mut open: Option<&str> = None;
    for (at, run) in text.reading.runs.iter().enumerate() {
        let marks = marks(text, run, report);
        let carried = open.take().filter(|_| text.neighbour(at).is_some());
        let mut rest = marks.as_slice();
        // What the paragraph before left open is told there.
        if let (Some(sign), [first, others @ ..]) = (carried, rest)
            && first.closes
            && text.slice(&first.range) == sign
        {
            rest = others;
        }
        while let Some((mark, others)) = rest.split_first() {
            rest = others;
            let sign = text.slice(&mark.range);
            if let Some(partner) = others.iter().position(|it| text.slice(&it.range) == sign) {
                pair(text, mark, &others[partner], report);
                rest = &others[partner + 1..];
            } else if mark.opens && !is_note(text, run, mark) {
                let behind = text.slice(&(mark.range.end..run.range.end));
                let quotes = sign.starts_with('`') && behind.contains(['\'', '’']);
                let (shown, escaped, meant) = (quoted(sign), escaped(sign), meant(sign));
                let wording = match quotes {
                    true => {
                        UNCLOSED_EMPHASIS.say("open-code", given!(sign = shown, escaped, meant))
                    }
                    false => UNCLOSED_EMPHASIS.say("open", given!(sign = shown, escaped, meant)),
                };
                report.add(mark.range.clone(), wording);
                open = (run.kind == RunKind::Paragraph).then_some(sign);
            } else if mark.closes
                && sign.len() == 2
                && !sign.starts_with('_')
                && !is_note(text, run, mark)
            {
                let wording = UNCLOSED_EMPHASIS.say(
                    "closed",
                    given!(
                        sign = quoted(sign),
                        escaped = escaped(sign),
                        meant = meant(sign)
                    ),
                );
                report.add(mark.range.clone(), wording);
            }
        }
    }
}

/// A row of one sign that is printed.
struct Mark {
    range: Range<usize>,
    /// Whether words begin behind it: what stands before it is no word.
    opens: bool,
    /// Whether words end before it.
    closes: bool,
}

fn marks(text: &WrittenText<'_>, run: &Run, report: &Report) -> Vec<Mark> {
    let mut marks = Vec::new();
    if !text.slice(&run.range).contains(['*', '_', '~', '`']) {
        return marks;
    }
    let mut at = run.range.start;
    while let Some(sign) = text.after(at).filter(|_| at < run.range.end) {
        let length = match sign {
            '*' | '_' | '~' | '`' if text.is_typed(at) => (at..run.range.end)
                .take_while(|at| text.is_typed(*at) && text.after(*at) == Some(sign))
                .count(),
            _ => 0,
        };
        if length > 0 && !report.is_claimed(at) {
            marks.extend(mark(text, at..at + length, sign));
        }
        at += length.max(sign.len_utf8());
    }
    marks
}

fn mark(text: &WrittenText<'_>, range: Range<usize>, sign: char) -> Option<Mark> {
    let (before, after) = (text.before(range.start), text.after(range.end));
    let usual = match sign {
        '~' => range.len() == 2,
        '_' => range.len() <= 2,
        '`' => range.len() <= 2,
        _ => range.len() <= 3,
    };
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let quoted =
        |c: Option<char>| c.is_some_and(|c| matches!(c, '"' | '“' | '«' | '(' | '[' | '\''));
    let digits = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    // `x**2`, `snake_case`, `l`an`: part of a word.
    let inside = word(before) && word(after);
    let part = inside && (digits(after) || sign != '*' || range.len() == 1);
    let opens = !word(before) && (word(after) || range.len() > 1 && quoted(after)) || inside;
    // `D***` hides letters.
    let before_that = text.slice(&(0..range.start)).chars().rev().nth(1);
    let hides = word(before) && !word(before_that);
    let closes = !is_edge(before) && !word(after) && !hides;
    // Two words of one name: `_id`, `*.pdf` begin with their sign.
    let spaced = is_edge(before) && is_edge(after);
    (usual && !part && (opens || closes || spaced && range.len() > 1)).then_some(Mark {
        range,
        opens: opens && !spaced,
        closes: closes && !opens,
    })
}

/// Tells of two equal marks that are both printed: a space, or a sign, keeps them from
/// being a pair.
fn pair(text: &WrittenText<'_>, one: &Mark, other: &Mark, report: &mut Report) {
    let sign = text.slice(&one.range);
    // Single stars far from one another are two notes' calls.
    let near = one.opens || sign.len() > 1;
    if !near || sign.starts_with('_') && !one.opens {
        return;
    }
    let inside = text.slice(&(one.range.end..other.range.start));
    let words = excerpt(inside);
    let whole = one.range.start..other.range.end;
    let spaced = inside.starts_with(char::is_whitespace) || inside.ends_with(char::is_whitespace);
    let shown = quoted(sign);
    let wording = match spaced {
        true => UNCLOSED_EMPHASIS.say("spaced", given!(sign = shown, bare = sign, words)),
        false => UNCLOSED_EMPHASIS.say("beside", given!(sign = shown, bare = sign)),
    };
    report.add_whole(one.range.clone(), whole, wording);
}

/// A sign as messages show it.
fn quoted(sign: &str) -> String {
    match sign.contains('`') {
        true => format!("“{sign}”"),
        false => format!("`{sign}`"),
    }
}

/// A sign as it is written where it is meant, as messages show it.
fn escaped(sign: &str) -> String {
    let escaped: String = sign.chars().flat_map(|c| ['\\', c]).collect();
    quoted(&escaped)
}

/// What a sign is called where it may be meant.
fn meant(sign: &str) -> &'static str {
    match sign {
        "*" => "star",
        _ if sign.starts_with('*') => "stars",
        _ => "other",
    }
}

/// Whether stars call a note, or begin one: `Fees*` in a table, and `*Plus tax` below it.
fn is_note(text: &WrittenText<'_>, run: &Run, mark: &Mark) -> bool {
    let sign = text.slice(&mark.range);
    if !sign.starts_with('*') {
        return false;
    }
    let at_start = |run: &Run, at: usize| run.lines.iter().any(|line| line.start == at);
    let wanted_start = !at_start(run, mark.range.start);
    text.reading.runs.iter().any(|other| {
        text.reading.find(sign, &other.range).any(|at| {
            let alone = text.before(at) != Some('*') && text.after(at + sign.len()) != Some('*');
            let starts = at_start(other, at);
            let calls = text
                .before(at)
                .is_some_and(|c| !c.is_whitespace() && c != '(');
            alone
                && if wanted_start {
                    starts && at > mark.range.start
                } else {
                    calls && !starts && at < mark.range.start
                }
        })
    })
}
