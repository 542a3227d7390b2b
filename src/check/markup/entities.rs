//! Names of characters that are no names here: `&nbps;`, `&eacute` without its end,
//! `:warning:`.

use super::lines::is_edge;
use super::report::{Report, WrittenText};
use crate::diagnostic::nearest;
use crate::document::markdown::Sort;
use crate::language::lexicon::ENTITIES;

crate::diagnostic::codes! {
    UNKNOWN_ENTITY = "W061", "unknown-entity", Warning;
}

/// Finds them, and those that are written twice over: `&amp;nbsp;`.
pub(super) fn find(text: &WrittenText<'_>, report: &mut Report) {
    for run in &text.reading.runs {
        let words = text.slice(&run.range);
        for (at, _) in words.match_indices('&') {
            let at = run.range.start + at;
            if !report.is_claimed(at) {
                entity(text, at, report);
            }
        }
        for at in text.reading.find(":", &run.range) {
            pictograph(text, at, report);
        }
    }
}

/// `:warning:`, as chats and forges write a pictograph.
fn pictograph(text: &WrittenText<'_>, at: usize, report: &mut Report) {
    let rest = text.slice(&(at + 1..text.reading.text.len()));
    let length = rest
        .find(|c: char| {
            !(c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '+' | '-'))
        })
        .unwrap_or(rest.len());
    let end = at + 1 + length + 1;
    let named = rest.starts_with(|c: char| c.is_ascii_lowercase())
        && length > 2
        && rest[length..].starts_with(':')
        && text.reading.is_typed(&(at..end));
    let alone = is_edge(text.before(at)) && !text.after(end).is_some_and(char::is_alphanumeric);
    if named && alone && !report.is_claimed(at) {
        let written = text.slice(&(at..end));
        let wording = UNKNOWN_ENTITY.say("pictograph", given!(written));
        report.add(at..end, wording);
    }
}

fn printed(name: &str) -> Option<&'static str> {
    let mut known = ENTITIES.entries().iter();
    known
        .find(|(known, _)| *known == name)
        .map(|(_, printed)| *printed)
}

fn name(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// `&amp;nbsp;`: what an entity prints and what follows is a name itself.
fn twice(text: &WrittenText<'_>, at: usize, rest: &str, report: &mut Report) {
    let behind = rest.strip_prefix("amp;").filter(|rest| {
        rest.get(name(rest).len()..)
            .is_some_and(|rest| rest.starts_with(';'))
    });
    if let Some(known) = behind.map(name)
        && let Some(sign) = printed(known)
    {
        let end = at + "&amp;".len() + known.len() + 1;
        let written = text.slice(&(at..end));
        let wording = UNKNOWN_ENTITY.say("twice", given!(written, name = known, sign));
        report.add(at..end, wording);
    }
}

fn entity(text: &WrittenText<'_>, at: usize, report: &mut Report) {
    let rest = text.slice(&(at + 1..text.reading.text.len()));
    if text.reading.sort(at) == Sort::Escaped {
        return twice(text, at, rest, report);
    }
    let name = name(rest);
    if !text.is_typed(at) || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return;
    }
    let closed = rest
        .get(name.len()..)
        .is_some_and(|rest| rest.starts_with(';'));
    let end = at + 1 + name.len() + usize::from(closed);
    let written = text.slice(&(at..end));
    match printed(name) {
        Some(sign) if !closed => {
            let wording = UNKNOWN_ENTITY.say("open", given!(written, name, sign));
            report.add(at..end, wording);
        }
        _ if closed && name.len() > 2 => {
            let near = nearest(name, ENTITIES.entries().iter().map(|(known, _)| *known));
            // “R&D;” is no name of a character.
            let joined = text.before(at).is_some_and(char::is_alphanumeric);
            if near.is_none() && joined {
                return;
            }
            let wording = match near {
                Some(near) => UNKNOWN_ENTITY.say("near", given!(written, near)),
                None => UNKNOWN_ENTITY.say("name", given!(written)),
            };
            report.add(at..end, wording);
        }
        _ => {}
    }
}
