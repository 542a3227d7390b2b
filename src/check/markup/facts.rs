//! Names of facts that are printed instead of the facts.

use super::report::{Report, WrittenText};
use crate::diagnostic::{Severity, nearest};
use std::ops::Range;

crate::diagnostic::codes! {
    FACT_WITHOUT_BRACES = "W055", "fact-without-braces", Error;
}

/// Letters from which on a name that is nearly a fact's is no other word.
const LETTERS: usize = 5;

/// Finds `$name`, `%name%`, `<<name>>`, `[[name]]` and `«name»` where there is such a fact.
pub(super) fn find(text: &WrittenText<'_>, report: &mut Report) {
    if text.facts.is_empty() {
        return;
    }
    for run in &text.reading.runs {
        for at in text.reading.find("$", &run.range) {
            dollar(text, at, report);
        }
        let longest = text.facts.iter().map(|fact| fact.len()).max();
        let longest = longest.unwrap_or_default();
        for (open, close) in [("<<", ">>"), ("%", "%"), ("[[", "]]"), ("«", "»")] {
            for at in text.reading.find(open, &run.range) {
                let rest = text.slice(&(at + open.len()..run.range.end));
                let most = rest.len().min(longest + close.len());
                let rest = &rest[..rest.floor_char_boundary(most)];
                let name = rest.find(close).and_then(|end| rest.get(..end));
                let end = at + open.len() + name.map_or(0, str::len) + close.len();
                // In ordinary quotation marks a name may be a word like any other.
                let sure = |name: &str| open != "«" || name.contains('-');
                if let Some(name) = name
                    && text.facts.contains(&name)
                    && sure(name)
                {
                    told(at..end, text, name, report);
                }
            }
        }
    }
}

fn dollar(text: &WrittenText<'_>, at: usize, report: &mut Report) {
    let joined = text
        .before(at)
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, '$' | '\\'));
    let rest = text.slice(&(at + 1..text.reading.text.len()));
    let length = rest
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_')))
        .unwrap_or(rest.len());
    let name = rest[..length].trim_end_matches(['-', '_']);
    if joined || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return;
    }
    // `$fee-free` prints a fact `fee`, if there is no `fee-free`.
    let parts = name
        .char_indices()
        .filter(|(_, c)| *c == '-')
        .map(|(at, _)| at);
    let whole = parts
        .chain([name.len()])
        .rev()
        .filter_map(|end| name.get(..end))
        .find(|part| text.facts.contains(part));
    if let Some(whole) = whole {
        return told(at..at + 1 + whole.len(), text, whole, report);
    }
    let small = name.chars().all(|c| !c.is_uppercase());
    let near = nearest(name, text.facts.iter().copied());
    if let Some(near) = near.filter(|_| small && name.len() >= LETTERS) {
        let range = at..at + 1 + name.len();
        let written = text.slice(&range);
        let wording = FACT_WITHOUT_BRACES.say("near", given!(written, near));
        report.add(range, wording);
        report.soften(Severity::Warning);
    }
}

fn told(range: Range<usize>, text: &WrittenText<'_>, name: &str, report: &mut Report) {
    let written = text.slice(&range);
    let wording = FACT_WITHOUT_BRACES.say("fact", given!(written, fact = name));
    report.add(range, wording);
}
