//! Counts before a plural noun that does not change where there is one.

use super::scope::{Pair, Part, Scope};
use super::selectors::{Choice, Selector};
use super::words::words;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::language::lexicon::{WordRole, fold, plays, words_of};
use crate::locale::lookup::variables_of;
use crate::locale::{Outcome, token_index};

crate::diagnostic::codes! {
    COUNT_WITHOUT_PLURAL = "L056", "count-without-plural", Warning comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        check_both(scope, &pair, out);
        for lang in Lang::ALL {
            let (part, other) = (pair.side(lang), pair.side(lang.other()));
            let counts = other
                .selectors
                .iter()
                .filter(|selector| selector.choice() == Choice::Number)
                .flat_map(Selector::variables);
            for name in counts {
                if part.choosing().contains(name) {
                    continue;
                }
                if let Some(range) = part.usual().and_then(|outcome| noun(outcome, name)) {
                    out.push(finding(part, &range, name));
                    break;
                }
            }
        }
    }
}

/// A count that no language has a form for, where both have a plural noun behind it.
/// In a memo's own texts it is a fact, whose value the author knows.
fn check_both(scope: &Scope<'_, '_>, pair: &Pair<'_, '_>, out: &mut Vec<Diagnostic>) {
    if scope.of_memo {
        return;
    }
    let (Some((en, fr)), [false, false]) = (
        pair.en.usual().zip(pair.fr.usual()),
        [pair.en, pair.fr].map(|part| {
            part.selectors
                .iter()
                .any(|it| it.choice() == Choice::Number)
        }),
    ) else {
        return;
    };
    let facts = &scope.context.settings.facts;
    for name in en.variables() {
        let is_fact = facts.iter().any(|fact| fact.name == name);
        if let (false, Some(left), Some(right)) = (is_fact, noun(en, name), noun(fr, name)) {
            out.push(finding(pair.en, &left, name));
            out.push(finding(pair.fr, &right, name));
        }
    }
}

fn finding(part: &Part<'_>, noun: &(std::ops::Range<usize>, String), name: &str) -> Diagnostic {
    let span = part
        .usual()
        .map_or_else(|| part.span(), |outcome| part.span_in(outcome, &noun.0));
    let wording =
        COUNT_WITHOUT_PLURAL.say("plural", given!(noun = noun.1, name, lang = part.lang()));
    part.finding(span, wording)
}

/// The plural noun behind a count.
fn noun(outcome: &Outcome<'_>, name: &str) -> Option<(std::ops::Range<usize>, String)> {
    let text = &outcome.formatted.text;
    let prints = |c: char| {
        let placeable = token_index(c).and_then(|index| outcome.placeables.get(index));
        placeable.is_some_and(|inline| variables_of(inline).contains(&name))
    };
    text.char_indices()
        .filter(|(_, c)| prints(*c))
        .find_map(|(at, c)| {
            let start = at + c.len_utf8();
            let before = text.get(..at)?;
            if is_limit(before) || ends_range(before) {
                return None;
            }
            let rest = text.get(start..)?;
            let word = words(rest).into_iter().next()?;
            let near = matches!(rest.get(..word.range.start)?, " " | "\u{a0}" | "\n");
            let plural = word.folded.len() >= 4
                && (word.folded.ends_with('s') || word.folded.ends_with('x'))
                && !word.folded.ends_with("ss")
                && !plays(&word.folded, WordRole::Invariable);
            (near && plural).then(|| {
                let range = start + word.range.start..start + word.range.end;
                (range, word.text.to_owned())
            })
        })
}

/// Whether a number ends a range, and so is more than one: "{ $from }–{ $to } days".
fn ends_range(before: &str) -> bool {
    let first = before.trim_end().strip_suffix(['-', '–', '\u{2011}']);
    let first = first.and_then(|first| first.trim_end().chars().next_back());
    first.is_some_and(|last| last.is_ascii_digit() || token_index(last).is_some())
}

/// Whether words before a number make a limit or a total of it, which is never one: "up
/// to { $most } devices", « les { $limit } alias ».
fn is_limit(before: &str) -> bool {
    let before = fold(before.trim_end());
    // "3 KB (2,048 bytes)" says again what it has said.
    if before.ends_with('(') {
        return true;
    }
    let mut limits = Lang::ALL
        .into_iter()
        .flat_map(|lang| words_of(WordRole::Limit, lang));
    limits.any(|limit| {
        let rest = before.strip_suffix(limit);
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    })
}
