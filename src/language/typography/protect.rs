//! What no rule touches: URLs, e-mail addresses, file names, paths and template
//! syntax.

use super::abbreviations::is_pair;
use super::block::TextBlock;
use super::signs::{self, ADDRESS, BRACE, COLON, HYPHEN, PERIOD, Signs};
use crate::language::read::{is_domain, is_file_ending};

/// What every address has one of inside.
const MARKS: Signs = PERIOD | ADDRESS | COLON | HYPHEN;

/// Keeps them from being changed.
pub(super) fn protect(block: &mut TextBlock) {
    if block.has_any(MARKS) {
        protect_words(block);
    }
    if block.has_any(BRACE) {
        protect_braces(block);
    }
}

fn protect_words(block: &mut TextBlock) {
    let mut start = 0;
    while start < block.len() {
        let mut signs = 0;
        let end = block.run(start, |letter| {
            signs |= signs::of(letter);
            !letter.is_whitespace()
        });
        if signs & MARKS != 0 {
            protect_word(block, start, end);
        }
        start = end.max(start) + 1;
    }
}

/// A word and the punctuation around it.
fn protect_word(block: &mut TextBlock, start: usize, end: usize) {
    let opening = |letter: char| matches!(letter, '(' | '[' | '<' | '«' | '“' | '‘' | '"' | '\'');
    let closing = |letter: char| {
        matches!(
            letter,
            '.' | ','
                | ';'
                | ':'
                | '!'
                | '?'
                | ')'
                | ']'
                | '>'
                | '»'
                | '”'
                | '’'
                | '"'
                | '\''
                | '″'
                | '′'
                | '´'
                | '`'
                | '…'
        )
    };
    let first = block.run(start, opening).min(end);
    let mut last = end;
    while last > first && block.matches(last - 1, closing) {
        last -= 1;
    }
    if block.run(first, |letter| signs::of(letter) & MARKS == 0) >= last {
        return;
    }
    let word = block.text(first..last);
    let own = without_possessive(&word);
    let last = last - (word.chars().count() - own.chars().count());
    if let Some(address) = address_in(own) {
        block.fix(last - address.chars().count()..last);
    }
}

/// A word without its `'s`.
fn without_possessive(word: &str) -> &str {
    word.strip_suffix('s')
        .and_then(|rest| rest.strip_suffix(['\'', '’', '´']))
        .unwrap_or(word)
}

/// The address that a word ends in, if it does. An elided word before the name of a host
/// is text (l'ontario.ca); before a file's name it may belong to it (l'ete-2026.docx).
fn address_in(word: &str) -> Option<&str> {
    let name = file_name(word);
    if name.is_some() {
        return name;
    }
    let elided = ["l", "d", "L", "D", "n", "s", "j", "c", "m", "t", "qu", "Qu"]
        .into_iter()
        .filter_map(|head| word.strip_prefix(head))
        .find_map(|rest| rest.strip_prefix(['\'', '’']));
    match elided {
        Some(rest) if is_address(rest) => Some(if may_be_file(rest) { word } else { rest }),
        _ => is_address(word).then_some(word),
    }
}

/// The name of a file that a word ends in, where it ends as the names of files do that
/// are sent with memos. Whatever else it is made of, nothing of it is changed; what no
/// file's name may hold stands before it.
fn file_name(word: &str) -> Option<&str> {
    let forbidden = |letter: char| matches!(letter, '"' | '<' | '>' | '|' | '*' | '?' | ':');
    let name = word.rsplit(forbidden).next()?;
    let (stem, ending) = name.rsplit_once('.')?;
    (!stem.is_empty() && is_file_ending(ending)).then_some(name)
}

/// Whether an address is a bare name with a dot that no host has.
fn may_be_file(address: &str) -> bool {
    let name = address.split('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    !address.contains(['@', ':']) && !address.starts_with("www.") && !is_domain(ending)
}

/// Whether a word is a URL, an e-mail address, a file's name or a path.
fn is_address(word: &str) -> bool {
    let has_host = word.split('/').next().is_some_and(is_dotted_name);
    word.contains("://")
        || word.starts_with("www.")
        || word.starts_with("mailto:")
        || word.starts_with("tel:")
        || goes_on(word, "\\")
        || word.starts_with('/') && goes_on(word, "/")
        || is_option(word)
        || word
            .split_once('@')
            .is_some_and(|(_, host)| host.contains('.'))
        || has_host
        || word.rsplit('/').next().is_some_and(is_dotted_name)
}

/// `--help`, `--format=pdf`
fn is_option(word: &str) -> bool {
    let of_option = |letter: char| letter.is_alphanumeric() || "-_=.,:/".contains(letter);
    word.strip_prefix("--")
        .is_some_and(|name| name.starts_with(char::is_alphanumeric) && name.chars().all(of_option))
}

/// Whether a name follows a mark in a word: that of a folder or a file.
fn goes_on(word: &str, mark: &str) -> bool {
    word.split_once(mark).is_some_and(|(_, rest)| {
        rest.starts_with(|letter: char| letter.is_alphanumeric() || "._~".contains(letter))
    })
}

/// `guide-en.pdf`, `ontario.ca`: a name, a dot, and a last part in lower-case
/// letters or digits that begins with a letter. Abbreviations (`p.m.`) end in their
/// dot and were cut before.
fn is_dotted_name(name: &str) -> bool {
    let name = name.split(['?', '#']).next().unwrap_or_default();
    if is_pair(name) {
        return false;
    }
    let Some((stem, last)) = name.rsplit_once('.') else {
        return false;
    };
    let last_is_plain = last.starts_with(|letter: char| letter.is_ascii_lowercase())
        && last.len() >= 2
        && last
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit());
    let stem_is_plain = stem
        .chars()
        .all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | '~' | '%'))
        && stem.ends_with(char::is_alphanumeric);
    last_is_plain && stem_is_plain
}

/// `{$x}`, `{{ x }}`: nothing of it is text.
fn protect_braces(block: &mut TextBlock) {
    let mut at = 0;
    while at < block.len() {
        if block.is(at, '{') {
            let end = block.run(at, |letter| letter != '}');
            if end < block.len() {
                block.fix(at..end + 1);
                at = end;
            }
        }
        at += 1;
    }
}
