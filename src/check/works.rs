//! References to works: who wrote it, the title, and when or where it is to be found. The
//! title stays in its language, whatever language the text around it has.

use super::outline::ValuedText;
use super::passage::{Case, LinkUse, ReadPassage, Role, Word};
use super::tongue::words_in;
use super::values::number;
use crate::language::lexicon;
use crate::language::read::Value;
use std::ops::Range;

/// Parts from which on a text can name a work: who, what, and when or where.
const PARTS: usize = 3;

/// Bytes of the initials of a name at most.
const INITIALS: usize = 3;

/// The years of works.
const YEARS: Range<i64> = 1800..2100;

/// Whether a text is a reference to a work: its parts are one who wrote it, the title, and a
/// year, or at the end a date or an address.
pub(super) fn is_reference(text: &ValuedText<'_>) -> bool {
    let passage = &text.passage;
    if passage.role != Role::Text {
        return false;
    }
    let parts = parts(&passage.text);
    if parts.len() < PARTS {
        return false;
    }
    // "Main source:" may stand before.
    let label = parts
        .first()
        .is_some_and(|part| passage.text[part.end..].starts_with(':'));
    let who = parts.get(usize::from(label)..).unwrap_or_default();
    let dated = who.iter().skip(1).any(|part| is_year(passage, part));
    (dated || ends_with_source(text)) && (is_author(passage, &parts) || is_author(passage, who))
}

/// The parts of a text between the marks that part a reference.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, letter) in text.char_indices() {
        if !matches!(letter, '.' | ',' | ':' | '(' | ';' | ')') {
            continue;
        }
        let next = text[at + letter.len_utf8()..].chars().next();
        if next.is_none_or(|next| letter == '(' || !next.is_alphanumeric()) {
            parts.extend((!text[start..at].trim().is_empty()).then_some(start..at));
            start = at + letter.len_utf8();
        }
    }
    parts.push(start..text.len());
    parts
}

/// Whether the first of some parts names who wrote it: "Chapman, A. D.", "Ribeiro (2022)",
/// or the name of a body, whose acronym would stand behind it in a sentence about it.
fn is_author(passage: &ReadPassage<'_>, parts: &[Range<usize>]) -> bool {
    let Some((first, rest)) = parts.split_first() else {
        return false;
    };
    let next = rest.first();
    let written = next.map_or("", |next| passage.slice(next).trim());
    let words = words_in(passage, first);
    let is_matter = |word: &&&Word| !lexicon::is_function_word(&word.folded);
    let matter: Vec<&&Word> = words.iter().filter(is_matter).collect();
    let acronym = written.len() > 1 && written.chars().all(char::is_uppercase);
    let enough = match matter.len() {
        0 => false,
        1 => next.is_some_and(|next| written.len() <= INITIALS || is_year(passage, next)),
        _ => !acronym,
    };
    enough && matter.iter().all(|word| word.case != Case::Lower)
}

/// Whether a part is a year.
fn is_year(passage: &ReadPassage<'_>, part: &Range<usize>) -> bool {
    let year = passage.slice(part).trim().parse();
    year.is_ok_and(|year| YEARS.contains(&year))
}

/// Whether a text ends with a date of a year, or with the address of a page.
fn ends_with_source(text: &ValuedText<'_>) -> bool {
    let passage = &text.passage;
    let closes = |letter: char| letter.is_whitespace() || matches!(letter, '.' | ')' | ']' | '>');
    let end = passage.text.trim_end_matches(closes).len();
    let is_page = |link: &&LinkUse<'_>| !link.href.starts_with("mailto:");
    let mut links = passage.links.iter().filter(is_page);
    let mut last = text.values.iter().filter(|said| said.range.end >= end);
    links.any(|link| link.range.end >= end)
        || last.any(|said| match &said.kind.value {
            Value::Url(_) | Value::Code(_) => true,
            Value::Date { year, .. } => year.is_some(),
            value => {
                let year = number(value).and_then(|it| it.to_integer());
                year.is_some_and(|year| YEARS.contains(&year))
            }
        })
}
