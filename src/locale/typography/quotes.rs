//! `quotes` and `quote-space`: the language's own quotation marks.

use super::block::{Block, is_space};
use super::rules::Rule;
use crate::lang::Lang;
use crate::locale::format::NO_BREAK_SPACE;

/// A quotation mark of a block.
#[derive(Clone, Copy)]
struct Mark {
    at: usize,
    kind: Kind,
    opens: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// `"`
    Double,
    /// `'`
    Single,
    /// Typographic already; the character that closes it.
    Typographic(char),
}

/// Straight marks become “…” with ‘…’ inside, or «⍽…⍽» with “…” inside. They are
/// mended only where all marks of the block, those that are typographic already
/// among them, open and close in order; otherwise nobody can say which is which, and
/// all stay as they are.
pub(super) fn quotes(block: &mut Block) {
    let Some(marks) = marks(block) else { return };
    let Some(pairs) = pairs(&marks) else { return };
    let mut edits: Vec<(usize, char)> = pairs
        .into_iter()
        .filter(|(open, close, ..)| block.is_free(*open) && block.is_free(*close))
        .flat_map(|(open, close, kind, depth)| {
            let inner = kind == Kind::Single || depth % 2 == 1;
            let (left, right) = match (block.style.lang, inner) {
                (Lang::En, false) | (Lang::Fr, true) => ('“', '”'),
                (Lang::En, true) => ('‘', '’'),
                (Lang::Fr, false) => ('«', '»'),
            };
            [(open, left), (close, right)]
        })
        .collect();
    edits.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    for (at, mark) in edits {
        block.set(at, mark, Rule::Quotes);
        match mark {
            '«' if !block.matches(at + 1, is_space) => {
                block.insert(at + 1, NO_BREAK_SPACE, Rule::Quotes);
            }
            '»' if !block.before(at).is_some_and(is_space) => {
                block.insert(at, NO_BREAK_SPACE, Rule::Quotes);
            }
            _ => {}
        }
    }
}

/// All marks in order; none where one could both open and close.
fn marks(block: &Block) -> Option<Vec<Mark>> {
    let mut marks = Vec::new();
    for at in 0..block.len() {
        let Some(letter) = block.get(at) else { break };
        let typographic = |close, opens| Mark {
            at,
            kind: Kind::Typographic(close),
            opens,
        };
        match letter {
            '"' => marks.push(Mark {
                at,
                kind: Kind::Double,
                opens: opens(block, at)?,
            }),
            '\'' if !is_apostrophe(block, at) => marks.push(Mark {
                at,
                kind: Kind::Single,
                opens: opens(block, at)?,
            }),
            '«' => marks.push(typographic('»', true)),
            '»' => marks.push(typographic('»', false)),
            '“' => marks.push(typographic('”', true)),
            '”' => marks.push(typographic('”', false)),
            _ => {}
        }
    }
    without_possessives(marks)
}

/// A straight mark opens before a word and closes after one.
fn opens(block: &Block, at: usize) -> Option<bool> {
    let open_before = block.before(at).is_none_or(|letter| {
        letter.is_whitespace()
            || matches!(
                letter,
                '(' | '[' | '«' | '“' | '"' | '\'' | '’' | '—' | '–' | '-' | '/'
            )
    });
    let open_after = block.get(at + 1).is_some_and(|letter| {
        !letter.is_whitespace() && !matches!(letter, ',' | '.' | ';' | ')' | ']')
    });
    let close_before = block
        .before(at)
        .is_some_and(|letter| !letter.is_whitespace());
    let close_after = block.get(at + 1).is_none_or(|letter| {
        letter.is_whitespace()
            || matches!(
                letter,
                ',' | '.'
                    | ';'
                    | ':'
                    | '!'
                    | '?'
                    | ')'
                    | ']'
                    | '»'
                    | '”'
                    | '"'
                    | '\''
                    | '…'
                    | '—'
                    | '–'
                    | '-'
                    | '/'
            )
    });
    match (open_before && open_after, close_before && close_after) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        // Between two marks the inner side decides: ("a "b"") opens after an opening.
        (true, true) => Some(block.matches(at + 1, char::is_alphanumeric)),
        (false, false) => None,
    }
}

/// `'` between letters, and before the digits of a year.
fn is_apostrophe(block: &Block, at: usize) -> bool {
    let letter_before = block.before(at).is_some_and(char::is_alphanumeric);
    let after = block.get(at + 1);
    letter_before
        && after.is_some_and(|letter| {
            letter.is_alphanumeric() || matches!(letter, '«' | '“' | '"' | '\u{fffc}')
        })
        || after.is_some_and(|letter| letter.is_ascii_digit())
}

/// Takes out closing `'` that nothing opened: possessives (`partners'`).
fn without_possessives(marks: Vec<Mark>) -> Option<Vec<Mark>> {
    let mut open = 0_usize;
    let mut kept = Vec::new();
    for mark in marks {
        if mark.kind == Kind::Single {
            match (mark.opens, open) {
                (true, _) => open += 1,
                (false, 0) => continue,
                (false, _) => open -= 1,
            }
        }
        kept.push(mark);
    }
    Some(kept)
}

/// Pairs of marks with their kind and how many stand around them; none where they
/// do not nest.
fn pairs(marks: &[Mark]) -> Option<Vec<(usize, usize, Kind, usize)>> {
    let mut stack: Vec<Mark> = Vec::new();
    let mut pairs = Vec::new();
    for mark in marks {
        if mark.opens {
            stack.push(*mark);
            continue;
        }
        let open = stack.pop()?;
        if open.kind != mark.kind {
            return None;
        }
        if !matches!(mark.kind, Kind::Typographic(_)) {
            pairs.push((open.at, mark.at, mark.kind, stack.len()));
        }
    }
    (stack.is_empty() && pairs.iter().all(|(.., depth)| *depth < 2)).then_some(pairs)
}

/// No-break spaces inside « », in both profiles.
pub(super) fn quote_space(block: &mut Block) {
    let mut at = 0;
    while at < block.len() {
        match block.get(at) {
            Some('«') => {
                let end = block.run(at + 1, is_space);
                if end < block.len() && !block.matches(end, char::is_whitespace) {
                    block.set_gap(at + 1..end, Some(NO_BREAK_SPACE), Rule::QuoteSpace);
                }
            }
            Some('»') => {
                let start = block.run_back(at, is_space);
                if start > 0 && !block.before(start).is_some_and(char::is_whitespace) {
                    let length = block.len();
                    block.set_gap(start..at, Some(NO_BREAK_SPACE), Rule::QuoteSpace);
                    at = (at + block.len()).saturating_sub(length);
                }
            }
            _ => {}
        }
        at += 1;
    }
}
