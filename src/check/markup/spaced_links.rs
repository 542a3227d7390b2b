//! Links with a space between their brackets.

use super::lines::{excerpt, is_address};
use super::links::opening;
use super::{Mend, Report, Text};
use crate::diagnostic::codes::markup::SPACED_LINK;

/// Finds `[words] (address)`. What stands in round brackets must be an address: set-off
/// words, as in “[2020] (SCC)”, are none.
pub(super) fn find(text: &Text<'_>, report: &mut Report) {
    for run in &text.reading.runs {
        for at in text.reading.find("]", &run.range) {
            let rest = text.slice(&(at + 1..run.range.end));
            let gap = rest.len() - rest.trim_start().len();
            let inside = rest.get(gap..).and_then(|rest| rest.strip_prefix('('));
            let Some((address, open)) = inside
                .filter(|_| gap > 0 && !rest[..gap].contains("\n\n"))
                .and_then(|inside| Some((&inside[..closing(inside)?], opening(text, at, run)?)))
            else {
                continue;
            };
            let bracket = at + 1 + gap;
            let words = text.slice(&(open.words..at));
            let named = words.contains(|c: char| c.is_alphabetic()) && !matches!(words.to_lowercase().as_str(), "sic");
            if !is_address(address.trim()) || !named || !text.is_typed(bracket) {
                continue;
            }
            let end = bracket + address.len() + "()".len();
            report.add_whole(
                &SPACED_LINK,
                open.start..end,
                open.start..end,
                "a space between `]` and `(` makes no link: the address is printed",
            );
            let scheme_wanted = scheme(address).unwrap_or_default();
            report.hint(format!("write `[{}]({scheme_wanted}{})`", excerpt(words), excerpt(address)));
            if let Some(scheme) = scheme(address) {
                let gap = text.slice(&(at + 1..bracket));
                let edits = vec![
                    (at + 1..bracket, String::new()),
                    (bracket + 1..bracket + 1, scheme.to_owned()),
                ];
                let becomes = format!("a link: {}", excerpt(words));
                let gone = vec![open.start..open.words, at..end];
                if !gap.contains('\n') {
                    report.mend(Mend { edits, gone, becomes });
                    report.hint("`bimemo fmt` does it");
                }
            }
        }
    }
}

/// Where the round bracket that is open closes.
fn closing(inside: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in inside.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            '\n' => return None,
            _ => {}
        }
    }
    None
}

/// What an address lacks to lead to a page or a mailbox; none where it may lead to a file.
fn scheme(address: &str) -> Option<&'static str> {
    let begins = |prefix: &str| {
        address
            .get(..prefix.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    };
    if ["https://", "http://", "mailto:", "tel:"].into_iter().any(begins) {
        Some("")
    } else if begins("www.") {
        Some("https://")
    } else if address.contains('@') && !address.contains('/') {
        Some("mailto:")
    } else {
        None
    }
}
