//! Addresses: where a look-alike leads elsewhere.

use super::{
    LookAlike, LookAlikeKind, as_latin, each_once, is_foreign, latin_look, punycode, shares_script,
    skeleton, words,
};
use std::ops::Range;
use unicode_security::MixedScript;

/// The sign of addresses that a character looks like and is not: `⁄` is no `/`.
pub(super) fn sign(c: char) -> Option<char> {
    let may_be = matches!(
        c,
        '\u{2024}' | '\u{2044}' | '\u{2215}' | '\u{2236}' | '\u{29F8}'
    ) || matches!(
        c,
        '\u{FE52}' | '\u{FE55}' | '\u{FE68}' | '\u{FF01}'..='\u{FF5E}'
    ) || matches!(c, '\u{589}' | '\u{5C3}' | '\u{A4F8}' | '\u{A789}');
    if !may_be {
        return None;
    }
    let mut bytes = [0; 4];
    let mut look = skeleton(c.encode_utf8(&mut bytes));
    let first = look
        .next()
        .filter(|c| matches!(c, '/' | '.' | ':' | '?' | '#' | '@'));
    first.filter(|_| look.next().is_none())
}

/// Bytes of a host at most: 253 characters (RFC 1035), each of four bytes.
const LONGEST: usize = 4 * 253;

/// Looks at a piece of text, if it is an address: at its host as a whole, at the rest word
/// by word, as at running text.
pub(super) fn look(text: &str, token: &Range<usize>, out: &mut Vec<LookAlike>) {
    let Some(AddressParts { name, host, rest }) = parts_of(text, token) else {
        return;
    };
    for host in name.into_iter().chain([host]) {
        if host.len() > LONGEST {
            words(text, &host, LookAlikeKind::Address, out);
        } else {
            out.extend(look_at_host(text, host));
        }
    }
    // A path leads nowhere else but on the host that is named: its words are words.
    for piece in rest {
        words(text, &piece, LookAlikeKind::Word, out);
    }
    out.sort_by_key(|found| found.range.start);
}

/// The parts of an address, as bytes of its text.
struct AddressParts {
    /// What stands before the `@`.
    name: Option<Range<usize>>,
    host: Range<usize>,
    /// What stands before and behind them.
    rest: [Range<usize>; 2],
}

/// The parts of an address; nothing where the text is no address.
fn parts_of(text: &str, token: &Range<usize>) -> Option<AddressParts> {
    let written = &text[token.clone()];
    let scheme = written.find("://").map(|at| at + "://".len());
    let scheme = scheme.or_else(|| written.find("mailto:").map(|at| at + "mailto:".len()));
    let begins = ["www.", punycode::PREFIX]
        .iter()
        .any(|it| written.starts_with(it));
    let start = scheme.or(begins.then_some(0));
    let authority = &written[start.unwrap_or(0)..];
    let length = authority.find(['/', '?', '#']).unwrap_or(authority.len());
    let authority = authority[..length].trim_end_matches(['.', ':', '!']);
    let at = authority.rfind('@');
    let is_mail = at.is_some_and(|at| at > 0 && authority[at..].contains('.'));
    let has_encoded = authority.contains(punycode::PREFIX) && authority.contains('.');
    if start.is_none() && !is_mail && !has_encoded {
        return None;
    }
    let first = token.start + start.unwrap_or(0);
    let end = first + authority.len();
    Some(AddressParts {
        name: at.map(|at| first..first + at),
        host: at.map_or(first, |at| first + at + 1)..end,
        rest: [token.start..first, end..token.end],
    })
}

/// What is wrong with a host, or with the name before the `@` of an address.
fn look_at_host(text: &str, range: Range<usize>) -> Option<LookAlike> {
    let written = &text[range.clone()];
    // A port is none of the name.
    let (written, _) = written.split_once(':').unwrap_or((written, ""));
    let range = range.start..range.start + written.len();
    let labels: Vec<String> = written
        .split('.')
        .map(|label| {
            punycode::decoded(&label.to_ascii_lowercase()).unwrap_or_else(|| label.to_owned())
        })
        .collect();
    let shown = labels.join(".");
    let mut letters: Vec<char> = shown.chars().filter(|c| sign(*c).is_some()).collect();
    let top = labels.last().map_or("", String::as_str);
    for label in &labels {
        for word in label.split('-') {
            letters.extend(taken_letters(word, label, top));
        }
    }
    if letters.is_empty() {
        return None;
    }
    let signs = |c: char| sign(c).unwrap_or(c);
    Some(LookAlike {
        range,
        kind: LookAlikeKind::Address,
        plain: as_latin(&shown).chars().map(signs).collect(),
        shown,
        letters: each_once(letters),
    })
}

/// The letters by which a word of a host is taken for another: those of a word of two
/// scripts, and all of a label that looks Latin through and through, unless the domain at
/// the top is of that script too: who registers names there tells them apart.
fn taken_letters(word: &str, label: &str, top: &str) -> Vec<char> {
    let odd: Vec<char> = word.chars().filter(|c| is_foreign(*c)).collect();
    let looks_latin = |c: &char| latin_look(*c).is_some();
    let is_mixed = !word.is_single_script() && odd.iter().any(looks_latin);
    let is_own = top
        .chars()
        .any(|c| is_foreign(c) && odd.iter().all(|it| shares_script(*it, c)));
    let letters = label.chars().filter(|c| c.is_alphabetic());
    let mut letters = letters.map(|c| is_foreign(c) && looks_latin(&c));
    let is_whole = !odd.is_empty() && !is_own && letters.all(|looks| looks);
    match is_mixed || is_whole {
        true => odd.into_iter().filter(looks_latin).collect(),
        false => Vec::new(),
    }
}
