//! Where a line may break: Unicode's rules, addresses' own, and hyphens.

use super::{PICTURE, Paragraph};
use crate::document::ends_with_month;
use std::collections::BTreeSet;
use unicode_linebreak::{BreakOpportunity, linebreaks};

/// What kind of place a break is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BreakKind {
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

/// The places in a paragraph where lines may break without dividing a word, in order: the
/// byte before which the next line begins. The end of the text is the last.
pub(super) fn opportunities(paragraph: &Paragraph) -> Vec<(usize, BreakKind)> {
    let text = paragraph.text.as_str();
    let allowed =
        linebreaks(text).filter(|(at, _)| !forbidden(text, *at) && !parts_date(paragraph, *at));
    let mut found: Vec<(usize, BreakKind)> = allowed
        .map(|(at, kind)| {
            let written = text.get(..at).is_some_and(|before| before.ends_with('\n'));
            let hard = written && kind == BreakOpportunity::Mandatory;
            (
                at,
                if hard {
                    BreakKind::Hard
                } else {
                    BreakKind::Free
                },
            )
        })
        .collect();
    let zero_spaces = paragraph.zero_spaces.iter();
    found.extend(zero_spaces.map(|&at| (at, BreakKind::Free)));
    let addresses = tokens(text).filter(|(_, token)| is_address(token));
    let addresses: Vec<(usize, &str)> = addresses.collect();
    found.retain(|(at, _)| {
        let behind = addresses.partition_point(|(start, _)| start < at);
        let address = behind.checked_sub(1).and_then(|index| addresses.get(index));
        address.is_none_or(|(start, token)| *at >= start + token.len())
    });
    for (start, token) in addresses {
        found.extend(address_breaks(token).map(|at| (start + at, BreakKind::Address)));
    }
    found.sort_by_key(|(at, _)| *at);
    found.dedup_by_key(|(at, _)| *at);
    found.retain(|(at, _)| *at > 0 && *at < text.len());
    found.push((text.len(), BreakKind::Hard));
    found
}

/// Breaks that Unicode's rules allow and a typesetter does not make: after the spaces
/// that begin a line of code, between a picture and the word that it belongs to, before
/// a dash, inside a range of figures, and where a letter or two would stand alone.
fn forbidden(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else {
        return true;
    };
    let line = before.trim_end_matches(' ');
    if line.len() < before.len() && (line.is_empty() || line.ends_with('\n')) {
        return true;
    }
    let mut back = before.chars().rev();
    let (Some(last), previous) = (back.next(), back.next()) else {
        return true;
    };
    if last.is_whitespace() {
        return false;
    }
    let next = after.chars().next();
    // More than three do not matter.
    let letters_before = before.chars().rev().skip(1).take(3);
    let letters_before = letters_before.take_while(|c| c.is_alphanumeric()).count();
    let letters_after = after.chars().take(3);
    let letters_after = letters_after.take_while(|c| c.is_alphabetic()).count();
    match last {
        '-' | '\u{2010}' => {
            letters_before < 2
                || previous.is_none_or(|c| !c.is_alphanumeric())
                || is_code(before, after)
        }
        '\u{2013}' => previous
            .zip(next)
            .is_some_and(|(a, b)| a.is_numeric() && b.is_numeric()),
        '/' => letters_before < 3 || letters_after < 3,
        _ => matches!(next, Some('\u{2014}' | '\u{2013}' | PICTURE)),
    }
}

/// Whether a month stands before a place and a figure, the day or the year, behind it.
fn parts_date(paragraph: &Paragraph, at: usize) -> bool {
    let text = paragraph.text.as_str();
    let figure = text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    let before = text.get(..at).and_then(|before| before.strip_suffix(' '));
    figure
        && before.is_some_and(|before| {
            let run = paragraph.runs.get(paragraph.run_at(at - 1));
            run.is_some_and(|run| ends_with_month(before, run.lang))
        })
}

/// How many characters of a code are looked at on either side.
const CODE: usize = 60;

/// Whether a hyphen stands in a code of capitals and figures, such as 2026-PPD-014.
fn is_code(before: &str, after: &str) -> bool {
    let part = |letter: &char| letter.is_alphanumeric() || *letter == '-';
    let before = before.chars().rev().take(CODE).take_while(part);
    let after = after.chars().take(CODE).take_while(part);
    let code = || before.clone().chain(after.clone());
    code().any(|letter| letter.is_ascii_digit())
        && code().any(char::is_uppercase)
        && !code().any(char::is_lowercase)
}

/// The pieces of `text` between white space, with their places.
fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    split(text, |c| {
        c.is_whitespace() && c != '\u{A0}' && c != '\u{202F}'
    })
}

/// The pieces of `text` between separators, with their places.
fn split(text: &str, is_separator: fn(char) -> bool) -> impl Iterator<Item = (usize, &str)> {
    let base = text.as_ptr() as usize;
    let pieces = text.split(is_separator).filter(|piece| !piece.is_empty());
    pieces.map(move |piece| (piece.as_ptr() as usize - base, piece))
}

/// Whether a word is an address of the net, a mailbox or a file, or contains one.
pub(super) fn is_address(token: &str) -> bool {
    // Few words have one of these.
    if !token.bytes().any(|byte| matches!(byte, b'/' | b'@')) {
        return token.starts_with("www.");
    }
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

/// Where an address may break: after a slash or `&`, and before any other separator, so
/// that none at the end of a line is taken for the sentence's own (Chicago Manual of
/// Style, 17th ed., 7.46; Banque de dépannage linguistique, "Coupure des adresses Web");
/// never so that one or two characters stand alone.
fn address_breaks(token: &str) -> impl Iterator<Item = usize> {
    let trimmed = token.trim_end_matches(['.', ',', ';', ':', ')', '»', '”']);
    let end = trimmed.len();
    token.char_indices().filter_map(move |(at, c)| {
        let next = at + c.len_utf8();
        let after = token.get(next..)?.chars().next()?;
        let before = token.get(..at)?.chars().next_back()?;
        let place = match c {
            '/' | '&' if after.is_alphanumeric() => next,
            '.' | '-' | '_' | '?' | '=' | '@' | '#' | '%' if before.is_alphanumeric() => at,
            _ => return None,
        };
        let good = after.is_alphanumeric() && place >= 3 && place + 3 <= end;
        good.then_some(place)
    })
}

/// The places in the word `text[start..end]` of a paragraph where it may be divided;
/// `at_need` divides where the look says that words are not divided, too.
pub(super) fn hyphens(
    paragraph: &Paragraph,
    start: usize,
    end: usize,
    no_hyphen: &BTreeSet<String>,
    at_need: bool,
    around: &mut TokenAround,
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
    let is_whole = !places.is_empty() || word.chars().any(char::is_numeric);
    if is_whole || around.is_address(&paragraph.text, start, end) {
        return places;
    }
    for (at, letters) in letter_groups(word) {
        let from = start + at;
        let run = &paragraph.runs[paragraph.run_at(from)];
        if run.end < from + letters.len()
            || !(run.look.hyphenate || at_need)
            || !may_divide(letters, no_hyphen, at_need)
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

/// The piece between white space that was looked at last, for the next word in it: words of
/// many parts are looked at once.
#[derive(Default)]
pub(super) struct TokenAround {
    start: usize,
    end: usize,
    is_address: bool,
}

impl TokenAround {
    /// Whether the piece between white space in which `start..end` stands is an address.
    fn is_address(&mut self, text: &str, start: usize, end: usize) -> bool {
        let known = self.start <= start && end <= self.end;
        let spaced = || {
            let word = text.get(start..end).unwrap_or_default();
            word.contains(char::is_whitespace)
        };
        if !known || spaced() {
            let token = token_around(text, start, end);
            self.start = token.as_ptr() as usize - text.as_ptr() as usize;
            self.end = self.start + token.len();
            self.is_address = is_address(token);
            if spaced() {
                // More stands around it than around the next word.
                self.end = self.start;
            }
        }
        self.is_address
    }
}

/// The piece between white space in which `start..end` stands.
fn token_around(text: &str, start: usize, end: usize) -> &str {
    let space = |c: char| c.is_whitespace();
    let from = text.get(..start).and_then(|before| before.rfind(space));
    let to = text.get(end..).and_then(|after| after.find(space));
    let from = from.map_or(0, |at| at + 1);
    let from = (from..=start)
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(start);
    text.get(from..to.map_or(text.len(), |to| end + to))
        .unwrap_or_default()
}

/// The stretches of letters in a word: `l’organisation,` has `l` and `organisation`.
fn letter_groups(word: &str) -> impl Iterator<Item = (usize, &str)> {
    split(word, |c| !c.is_alphabetic())
}

/// Whether a word may be divided: long enough, in lower case (no names, no
/// acronyms), and not among the words that the theme names. At need a capital may
/// begin it: a divided name is easier to read than one that is torn. The hyphenator
/// takes no words longer than 45 bytes.
fn may_divide(letters: &str, no_hyphen: &BTreeSet<String>, at_need: bool) -> bool {
    let capitals = usize::from(at_need);
    letters.chars().count() >= 6
        && letters.len() <= 45
        && letters.chars().skip(capitals).all(char::is_lowercase)
        && !no_hyphen.contains(&letters.to_lowercase())
}
