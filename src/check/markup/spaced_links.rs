//! Links with a space between their brackets.

use super::lines::{excerpt, is_address};
use super::links::{Opening, opening};
use super::report::{MarkupMend, Report, WrittenText};
use crate::document::markdown::Run;

crate::diagnostic::codes! {
    SPACED_LINK = "W052", "spaced-link", Warning;
}

/// Finds `[words] (address)`. What stands in round brackets must be an address: set-off
/// words, as in “[2020] (SCC)”, are none.
pub(super) fn find(text: &WrittenText<'_>, report: &mut Report) {
    for run in &text.reading.runs {
        for at in text.reading.find("]", &run.range) {
            if let Some(link) = link(text, run, at) {
                tell(text, &link, report);
            }
        }
    }
}

/// What would be a link without its space.
struct Link<'t> {
    open: Opening,
    /// The square bracket that closes, and the round one that opens.
    brackets: (usize, usize),
    address: &'t str,
}

fn link<'t>(text: &WrittenText<'t>, run: &Run, at: usize) -> Option<Link<'t>> {
    let rest = text.slice(&(at + 1..run.range.end));
    let gap = rest.len() - rest.trim_start().len();
    let inside = rest.get(gap..)?.strip_prefix('(')?;
    let address = inside.get(..closing(inside)?)?;
    let open = opening(text, at, run)?;
    let words = text.slice(&(open.words..at));
    let named = words.contains(|c: char| c.is_alphabetic()) && !words.eq_ignore_ascii_case("sic");
    let bracket = at + 1 + gap;
    let meant = gap > 0 && named && is_address(address.trim()) && text.is_typed(bracket);
    meant.then_some(Link {
        open,
        brackets: (at, bracket),
        address,
    })
}

fn tell(text: &WrittenText<'_>, link: &Link<'_>, report: &mut Report) {
    let (at, bracket) = link.brackets;
    let words = excerpt(text.slice(&(link.open.words..at)));
    let end = bracket + link.address.len() + "()".len();
    let scheme = scheme(link.address);
    let address = format!("{}{}", scheme.unwrap_or_default(), link.address.trim());
    let wording = SPACED_LINK.say("space", given!(words, address));
    report.add(link.open.start..end, wording);
    let one_line = !text.slice(&(at..bracket)).contains('\n');
    if let Some(scheme) = scheme.filter(|_| one_line) {
        report.mend(MarkupMend {
            edits: vec![
                (at + 1..bracket, String::new()),
                (bracket + 1..bracket + 1, scheme.to_owned()),
            ],
            gone: vec![link.open.start..link.open.words, at..end],
            becomes: SPACED_LINK.words("becomes", given!(words)),
        });
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
    if ["https://", "http://", "mailto:", "tel:"]
        .into_iter()
        .any(begins)
    {
        Some("")
    } else if begins("www.") {
        Some("https://")
    } else if address.contains('@') && !address.contains('/') {
        Some("mailto:")
    } else {
        None
    }
}
