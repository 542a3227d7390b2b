//! Where a line may break: Unicode's rules, addresses' own, and hyphens.

use super::{PICTURE, Paragraph};
use crate::lang::Lang;
use std::collections::BTreeSet;
use unicode_linebreak::{BreakOpportunity, linebreaks};

/// A place where a line may or must break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Opportunity {
    /// The byte before which the next line begins.
    pub at: usize,
    /// What kind of place it is.
    pub kind: Kind,
}

/// What kind of place a break is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// After a space or a hyphen that is written.
    Free,
    /// Inside an address.
    Address,
    /// A hyphen is drawn.
    Hyphen,
    /// Inside a word, for want of any other place.
    Need,
    /// The line must break.
    Hard,
}

/// The places in a paragraph where lines may break without dividing a word, in
/// order; the end of the text is the last.
pub(super) fn opportunities(paragraph: &Paragraph) -> Vec<Opportunity> {
    let text = paragraph.text.as_str();
    let mut found: Vec<Opportunity> = linebreaks(text)
        .filter_map(|(at, kind)| {
            let written = text.get(..at)?.ends_with('\n');
            Some(Opportunity {
                at,
                kind: match kind {
                    BreakOpportunity::Mandatory if written => Kind::Hard,
                    _ => Kind::Free,
                },
            })
        })
        .filter(|opportunity| !forbidden(text, opportunity.at))
        .collect();
    found.extend(paragraph.zero_spaces.iter().map(|&at| Opportunity {
        at,
        kind: Kind::Free,
    }));
    for (start, token) in tokens(text) {
        let end = start + token.len();
        if is_address(token) {
            found.retain(|opportunity| opportunity.at <= start || opportunity.at >= end);
            found.extend(address_breaks(token).map(|at| Opportunity {
                at: start + at,
                kind: Kind::Address,
            }));
        }
    }
    found.sort_by_key(|opportunity| opportunity.at);
    found.dedup_by_key(|opportunity| opportunity.at);
    found.retain(|opportunity| opportunity.at > 0 && opportunity.at < text.len());
    found.push(Opportunity {
        at: text.len(),
        kind: Kind::Hard,
    });
    found
}

/// Breaks that Unicode's rules allow and a typesetter does not make: between a
/// picture or note and what it belongs to, after the spaces that begin a line of
/// code, after a hyphen that begins a word (`-n`), around a dash that is closed on
/// both sides.
fn forbidden(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else {
        return true;
    };
    let line = before.rsplit('\n').next().unwrap_or(before);
    if !before.ends_with('\n') && line.chars().all(|c| c == ' ') {
        return true;
    }
    let mut back = before.chars().rev();
    let (last, previous) = (back.next(), back.next());
    if last == Some('-') && previous.is_none_or(|c| c.is_whitespace() || c == '(') {
        return true;
    }
    after.starts_with(PICTURE) && last.is_some_and(|c| !c.is_whitespace())
}

/// The pieces of `text` between white space, with their places.
fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let base = text.as_ptr() as usize;
    text.split(|c: char| c.is_whitespace() && c != '\u{A0}' && c != '\u{202F}')
        .filter(|token| !token.is_empty())
        .map(move |token| (token.as_ptr() as usize - base, token))
}

/// Whether a word is an address of the net, a mailbox or a file, or contains one.
pub(super) fn is_address(token: &str) -> bool {
    let dotted = |text: &str| {
        text.split('.').count() > 1
            && text
                .split('.')
                .all(|part| part.chars().next().is_some_and(|c| c.is_alphanumeric()))
    };
    if token.contains("://") || token.starts_with("www.") {
        return true;
    }
    let core = token.trim_matches(|c: char| !c.is_alphanumeric() && c != '/');
    if let Some((user, host)) = core.split_once('@') {
        return !user.is_empty() && dotted(host);
    }
    core.split_once('/').is_some_and(|(host, _)| {
        dotted(host)
            && host.rsplit('.').next().is_some_and(|last| {
                last.len() >= 2 && last.chars().all(|c| c.is_ascii_alphabetic())
            })
    })
}

/// Where an address may break: after its separators, never so that one or two
/// characters stand alone.
fn address_breaks(token: &str) -> impl Iterator<Item = usize> {
    let trimmed =
        token.trim_end_matches(|c: char| matches!(c, '.' | ',' | ';' | ':' | ')' | '»' | '”'));
    let end = trimmed.len();
    token.char_indices().filter_map(move |(at, c)| {
        let next = at + c.len_utf8();
        let after = token.get(next..)?.chars().next()?;
        let separator = matches!(c, '/' | '.' | '-' | '_' | '?' | '&' | '=' | '@');
        let good = separator && after.is_alphanumeric() && next >= 3 && next + 2 <= end;
        good.then_some(next)
    })
}

/// The places in the word `text[start..end]` of a paragraph where it may be divided.
pub(super) fn hyphens(
    paragraph: &Paragraph,
    start: usize,
    end: usize,
    no_hyphen: &BTreeSet<String>,
) -> Vec<usize> {
    let mut places: Vec<usize> = paragraph
        .soft_hyphens
        .iter()
        .copied()
        .filter(|&at| at > start && at < end)
        .collect();
    let Some(word) = paragraph.text.get(start..end) else {
        return places;
    };
    if !places.is_empty() || is_address(word) || word.chars().any(char::is_numeric) {
        return places;
    }
    for (at, letters) in letter_groups(word) {
        let from = start + at;
        let run = &paragraph.runs[paragraph.run_at(from)];
        if run.end < from + letters.len() || !run.look.hyphenate || !may_divide(letters, no_hyphen)
        {
            continue;
        }
        let code = <[u8; 2]>::try_from(run.lang.code().as_bytes());
        let Some(lang) = code.ok().and_then(hypher::Lang::from_iso) else {
            continue;
        };
        let mut place = from;
        for syllable in hypher::hyphenate_bounded(letters, lang, 3, 3) {
            place += syllable.len();
            if place < from + letters.len() {
                places.push(place);
            }
        }
    }
    places
}

/// The stretches of letters in a word: `l’organisation,` has `l` and `organisation`.
fn letter_groups(word: &str) -> impl Iterator<Item = (usize, &str)> {
    let base = word.as_ptr() as usize;
    word.split(|c: char| !c.is_alphabetic())
        .filter(|group| !group.is_empty())
        .map(move |group| (group.as_ptr() as usize - base, group))
}

/// Whether a word may be divided: long enough, in lower case (no names, no
/// acronyms), and not among the words that the theme names.
fn may_divide(letters: &str, no_hyphen: &BTreeSet<String>) -> bool {
    letters.chars().count() >= 6
        && letters.chars().all(char::is_lowercase)
        && !no_hyphen.contains(letters)
}
