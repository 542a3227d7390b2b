//! Letters that are taken for others (UTS #39): `Мinister` with a Cyrillic М, a host
//! `аррӏе.com` without one Latin letter. What is confusable is Unicode's own table.

mod address;
mod punycode;

use std::ops::Range;
use std::sync::LazyLock;
use unicode_security::MixedScript;
use unicode_security::confusable_detection::skeleton;
use unicode_security::mixed_script::AugmentedScriptSet;

/// A piece of a text that is taken for another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookAlike {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Where it stands.
    pub kind: LookAlikeKind,
    /// What it says: the text itself, or what a name of a host in ASCII (`xn--…`) stands
    /// for.
    pub shown: String,
    /// What it is taken for.
    pub plain: String,
    /// The letters that are not what they seem, each once, in their order.
    pub letters: Vec<char>,
}

/// Where something stands that is taken for something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookAlikeKind {
    /// In running text or a name: a reader is not led astray, a search is.
    Word,
    /// In an address or a link, which leads elsewhere.
    Address,
}

/// The pieces of a text that are taken for others, in their order.
///
/// A word counts where it mixes scripts and would be plain English or French with other
/// letters, or plain Cyrillic or Greek; so do words of another script alone, all of whose
/// letters look Latin, directly beside a Latin word. Words of another orthography, which
/// has letters of its own (`xʷməθkʷəy̓əm`), are what they are.
pub fn look_alikes(text: &str) -> Vec<LookAlike> {
    let mut found = Vec::new();
    let mut done = 0;
    for at in suspicious(text) {
        if at < done {
            continue;
        }
        let token = token_at(text, at);
        done = token.end;
        let before = found.len();
        address::look(text, &token, &mut found);
        if found.len() == before {
            words(text, &token, LookAlikeKind::Word, &mut found);
        }
    }
    found
}

/// The script of a letter, as Unicode calls it: `Cyrillic`.
pub fn script_name(letter: char) -> String {
    AugmentedScriptSet::from(letter)
        .base
        .iter()
        .map(|script| script.full_name())
        .collect::<Vec<_>>()
        .join(", ")
}

/// The bytes at which something stands that is worth a look: a letter that is not Latin, a
/// sign that looks like one of an address, the beginning of a name in ASCII.
fn suspicious(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut encoded = text
        .match_indices(punycode::PREFIX)
        .map(|(at, _)| at)
        .peekable();
    let mut others = super::unusual(text)
        .filter(|(_, c)| is_foreign(*c) || address::sign(*c).is_some())
        .map(|(at, _)| at)
        .peekable();
    std::iter::from_fn(move || match (encoded.peek(), others.peek()) {
        (Some(one), Some(other)) if one < other => encoded.next(),
        (Some(_), None) => encoded.next(),
        _ => others.next(),
    })
}

/// The characters around a place between blanks, quotation marks, brackets and what else
/// parts words and addresses.
fn token_at(text: &str, at: usize) -> Range<usize> {
    let (before, behind) = text.split_at(at);
    let start = before
        .rfind(parts)
        .map_or(0, |found| before.ceil_char_boundary(found + 1));
    let end = behind.find(parts).map_or(text.len(), |end| at + end);
    start..end
}

fn parts(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '"' | '\'' | '`' | '<' | '>' | '(' | ')' | '[' | ']' | '{' | '}' | '|'
        )
        || matches!(
            c,
            '*' | ',' | ';' | '\\' | '«' | '»' | '‘'..='‟' | '‹' | '›' | '…' | '—'
        )
}

/// Whether a character is a letter of a script that is neither Latin nor common to all.
fn is_foreign(c: char) -> bool {
    c >= '\u{370}'
        && !matches!(c, '\u{1E00}'..='\u{1EFF}' | '\u{2000}'..='\u{2BFF}' | '\u{3000}'..='\u{303F}')
        && c.is_alphabetic()
        && !shares_script(c, 'a')
}

fn shares_script(one: char, other: char) -> bool {
    let mut both = AugmentedScriptSet::from(one);
    both.intersect_with(AugmentedScriptSet::from(other));
    !both.is_empty()
}

/// Whether a character is a letter, or a mark on one.
fn is_of_word(c: char) -> bool {
    c.is_alphabetic() || c >= '\u{300}' && unicode_normalization::char::is_combining_mark(c)
}

/// The Latin letters and figures that a letter is taken for; none where it has a look of
/// its own.
fn latin_look(c: char) -> Option<String> {
    let mut bytes = [0; 4];
    let look: String = skeleton(c.encode_utf8(&mut bytes)).collect();
    look.chars()
        .all(|c| c.is_ascii_alphanumeric())
        .then_some(look)
}

/// The words of a piece of text.
fn words_of<'t>(
    text: &'t str,
    piece: &Range<usize>,
) -> impl Iterator<Item = Range<usize>> + use<'t> {
    let mut at = piece.start;
    let end = piece.end;
    std::iter::from_fn(move || {
        let rest = &text[at..end];
        let start = at + rest.find(is_of_word)?;
        let rest = &text[start..end];
        at = start + rest.find(|c| !is_of_word(c)).unwrap_or(rest.len());
        Some(start..at)
    })
}

/// Looks at each word of a piece.
fn words(text: &str, piece: &Range<usize>, kind: LookAlikeKind, out: &mut Vec<LookAlike>) {
    for mut range in words_of(text, piece) {
        if text[..range.start].ends_with('\\') {
            // The letter of an escape: `\n`.
            range.start += text[range.clone()].chars().next().map_or(0, char::len_utf8);
        }
        let word = &text[range.clone()];
        let taken = mixed(word, kind).or_else(|| {
            let alone = stands_among_latin(text, &range).then(|| alone(word));
            alone.flatten()
        });
        if let Some((plain, letters)) = taken {
            let shown = word.to_owned();
            out.push(LookAlike {
                range,
                kind,
                shown,
                plain,
                letters,
            });
        }
    }
}

/// What a word of two scripts is taken for, and by which letters.
fn mixed(word: &str, kind: LookAlikeKind) -> Option<(String, Vec<char>)> {
    if word.is_ascii() || word.is_single_script() {
        return None;
    }
    let odd: Vec<char> = word.chars().filter(|c| is_foreign(*c)).collect();
    let latin: Vec<char> = word
        .chars()
        .filter(|c| is_of_word(*c) && !is_foreign(*c))
        .collect();
    // A mark may be of a script that no letter is of.
    let model = *odd.first()?;
    // Signs of formulas and of biology are small letters behind others, or before a capital:
    // `sinα`, `TNFα`, `βHCG`.
    let before_capital = word.strip_prefix(model).is_some_and(|rest| {
        let mut rest = rest.chars();
        rest.next().is_some_and(char::is_uppercase)
    });
    let at_an_end = model.is_lowercase() && (word.ends_with(model) || before_capital);
    let is_greek = odd.iter().all(|c| shares_script(*c, 'α'));
    let is_formula = is_greek && (word.chars().count() < LEAST || odd.len() == 1 && at_an_end);
    let is_name_of_host = kind == LookAlikeKind::Address;
    let plain_latin =
        is_name_of_host || latin.iter().all(|c| is_usual(*c)) && !odd.contains(&GAMMA);
    if !is_formula
        && plain_latin
        && !latin.is_empty()
        && odd.iter().all(|c| latin_look(*c).is_some())
    {
        return Some((as_latin(word), each_once(odd)));
    }
    let looks: Option<Vec<(char, char)>> = latin
        .iter()
        .map(|c| Some((*c, turned(*c, model)?)))
        .collect();
    let looks =
        looks.filter(|looks| !looks.is_empty() && odd.len() > looks.len() && odd.len() >= 3)?;
    let turn = |c: char| {
        looks
            .iter()
            .find(|(latin, _)| *latin == c)
            .map_or(c, |(_, it)| *it)
    };
    Some((word.chars().map(turn).collect(), each_once(latin)))
}

/// What writers of Dene languages have on their keyboards for the Latin `ɣ`.
const GAMMA: char = 'γ';

/// Shorter words with Greek letters are none: they are signs.
const LEAST: usize = 4;

/// What a word of another script is taken for, where all of its letters look Latin. Cyrillic
/// and Greek have such words; Greek capitals alone are letters (`ΑΚΑ`).
fn alone(word: &str) -> Option<(String, Vec<char>)> {
    let letters: Vec<char> = word.chars().collect();
    let is_of = |script: char| letters.iter().any(|c| shares_script(*c, script));
    let has_small = letters.iter().any(|c| c.is_lowercase());
    let is_word = is_of('а') && letters.len() >= 2 || is_of('α') && letters.len() >= 3 && has_small;
    let looks_latin = |c: &char| is_foreign(*c) && latin_look(*c).is_some();
    let plain = (is_word && letters.iter().all(looks_latin)).then(|| as_latin(word))?;
    Some((plain, each_once(letters)))
}

/// Whether a word stands directly beside a Latin word, one blank or hyphen between, and
/// beside none of another script: what is set off by quotation marks, brackets or emphasis
/// is cited as what it is.
fn stands_among_latin(text: &str, word: &Range<usize>) -> bool {
    let is_joint = |c: &char| matches!(c, ' ' | '-' | '\u{A0}' | '\u{2011}');
    let joined = |letters: &mut dyn Iterator<Item = char>| {
        let joint = letters.next().filter(is_joint);
        joint
            .and_then(|_| letters.next())
            .filter(|c| is_of_word(*c))
    };
    let before = joined(&mut text[..word.start].chars().rev());
    let behind = joined(&mut text[word.end..].chars());
    let beside: Vec<char> = before.into_iter().chain(behind).collect();
    !beside.is_empty() && !beside.into_iter().any(is_foreign)
}

/// A letter of English or French.
fn is_usual(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, 'À'..='ÿ' | 'Œ' | 'œ' | 'Ÿ')
}

/// A text with the Latin letters that its own look like.
fn as_latin(text: &str) -> String {
    let latin = |c: char| match is_foreign(c) {
        true => latin_look(c).unwrap_or_else(|| c.to_string()),
        false => c.to_string(),
    };
    text.chars().map(latin).collect()
}

fn each_once(letters: Vec<char>) -> Vec<char> {
    let mut once = Vec::new();
    for letter in letters {
        if !once.contains(&letter) {
            once.push(letter);
        }
    }
    once
}

/// The letters of Greek and Cyrillic that look Latin, each with the letter it looks like.
static TURNED: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let look = |c: char| {
        let look = latin_look(c).filter(|_| is_foreign(c))?;
        let mut letters = look.chars();
        let first = letters.next().filter(|_| letters.next().is_none())?;
        Some((first, c))
    };
    ('\u{370}'..='\u{52F}').filter_map(look).collect()
});

/// The letter of the script of `model` that a Latin letter looks like.
fn turned(latin: char, model: char) -> Option<char> {
    let look = latin_look(latin)?;
    let mut same = TURNED.iter().filter(|(look_alike, it)| {
        look.starts_with(*look_alike) && look.len() == 1 && shares_script(*it, model)
    });
    same.next().map(|(_, it)| *it)
}

#[cfg(test)]
mod tests;
