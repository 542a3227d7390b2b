//! What no rule touches: URLs, e-mail addresses, file names, paths and template
//! syntax.

use super::block::Block;
use super::signs::{self, ADDRESS, BRACE, COLON, HYPHEN, PERIOD, Signs};

/// What every address has one of inside.
const MARKS: Signs = PERIOD | ADDRESS | COLON | HYPHEN;

/// Keeps them from being changed.
pub(super) fn protect(block: &mut Block) {
    if block.has_any(MARKS) {
        protect_words(block);
    }
    if block.has_any(BRACE) {
        protect_braces(block);
    }
}

fn protect_words(block: &mut Block) {
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
fn protect_word(block: &mut Block, start: usize, end: usize) {
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
    // An elided word before the address is text: l'ontario.ca.
    let elided = ["l", "d", "L", "D", "n", "s", "j", "c", "m", "t", "qu", "Qu"]
        .into_iter()
        .filter_map(|head| word.strip_prefix(head))
        .find_map(|rest| rest.strip_prefix(['\'', '’']))
        .map_or(0, |rest| word.len() - rest.len());
    let address = word.get(elided..).unwrap_or_default();
    if is_address(address) {
        block.fix(last - address.chars().count()..last);
    }
}

/// Whether a word is a URL, an e-mail address, a file's name or a path.
fn is_address(word: &str) -> bool {
    let has_host = word.split('/').next().is_some_and(is_dotted_name);
    word.contains("://")
        || word.starts_with("www.")
        || word.starts_with("mailto:")
        || word.starts_with("tel:")
        || word.contains('\\')
        || word.starts_with('/') && word.len() > 1
        || word.starts_with("--") && word.len() > 2
        || word
            .split_once('@')
            .is_some_and(|(_, host)| host.contains('.'))
        || has_host
        || word.rsplit('/').next().is_some_and(is_dotted_name)
}

/// `guide-en.pdf`, `ontario.ca`: a name, a dot, and a last part in lower-case
/// letters or digits that begins with a letter. Abbreviations (`p.m.`) end in their
/// dot and were cut before.
fn is_dotted_name(name: &str) -> bool {
    let name = name.split(['?', '#']).next().unwrap_or_default();
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
fn protect_braces(block: &mut Block) {
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
