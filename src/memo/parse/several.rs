//! Several people in the place of one: `cc: Piers Laval; Wanda Ashby`.

use crate::memo::codes::SEVERAL_IN_ONE;
use crate::memo::model::{Placed, Text, TextValue};
use crate::memo::path::NodePath;
use crate::memo::yaml::Reader;

/// What parts the names of people in a text.
const MARKS: [&str; 7] = [";", "\n", ",", " / ", " & ", " and ", " et "];

/// The marks that part nothing else: no name has them.
const SURE: [&str; 2] = [";", "\n"];

/// Reports a group in whose name several stand.
pub(super) fn check_group(reader: &mut Reader, name: &Text) {
    match &name.value {
        TextValue::Shared(words) if are_several(words) => report(reader, words, &name.place),
        TextValue::Bilingual(both) => {
            for (lang, words) in both.iter() {
                if let Some(words) = words.as_ref().filter(|words| are_parted(words)) {
                    report(reader, words, &name.place.key(lang.code()));
                }
            }
        }
        TextValue::Shared(_) | TextValue::Message { .. } => {}
    }
}

/// Reports a person in whose name several stand.
pub(super) fn check_name(reader: &mut Reader, name: &Placed<String>) {
    if are_several(&name.value) {
        report(reader, &name.value, &name.place);
    }
}

fn report(reader: &mut Reader, words: &str, place: &NodePath) {
    let words: Vec<&str> = words.split_whitespace().collect();
    reader.tell(
        place,
        SEVERAL_IN_ONE.say("several", given!(words = words.join(" "))),
    );
}

/// Whether words have a mark between them that no name has.
fn are_parted(words: &str) -> bool {
    let words = words.trim();
    !words.contains('{') && SURE.iter().any(|mark| words.contains(mark))
}

/// Whether words that are the same in both languages name several: marks part them that
/// no name has, or each part looks like the name of a person.
fn are_several(words: &str) -> bool {
    let mut parts = vec![words.trim()];
    for mark in MARKS {
        parts = parts.iter().flat_map(|part| part.split(mark)).collect();
    }
    parts.retain(|part| !part.trim().is_empty());
    are_parted(words) || parts.len() > 1 && parts.iter().all(|part| is_name(part))
}

/// Whether words look like a person's name: two at least, each with a capital.
fn is_name(part: &str) -> bool {
    let words: Vec<&str> = part.split_whitespace().collect();
    // P. Eng., Ph. D.
    let whole = words.iter().filter(|word| !word.ends_with('.')).count();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    (2..=4).contains(&words.len()) && whole >= 2 && words.iter().all(capital)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_a_row_are_several() {
        for several in [
            "Piers Laval; Wanda Ashby",
            "Piers Laval, Wanda Ashby",
            "Piers Laval and Wanda Ashby",
            "Piers Laval et Wanda Ashby",
            "Piers Laval, Wanda Ashby & Odile M. Fenwick",
            "Piers Laval, Dock Master",
            "staff; partners",
            "Piers Laval\nWanda Ashby",
        ] {
            assert!(are_several(several), "{several}");
        }
        for one in [
            "Piers Laval",
            "Piers Laval, P. Eng.",
            "Piers Laval, CPA",
            "Port Alden, Ontario",
            "Parcs Canada",
            "Anne-Marie et Fils",
            "{ $team; }",
        ] {
            assert!(!are_several(one), "{one}");
        }
    }
}
