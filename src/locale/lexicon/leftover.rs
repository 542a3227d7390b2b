//! What is left standing in a text that was not finished.

use std::ops::Range;

/// Something left over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// Where, in bytes of the text.
    pub range: Range<usize>,
    /// What it is.
    pub kind: &'static str,
    /// Whether it stands in the place of something that was lost: it belongs nowhere, in
    /// no code and in no value either.
    pub is_lost: bool,
}

/// Words that stand in brackets where a text is to come, in lower case.
const BRACKETED: &[&str] = &[
    "a traduire",
    "à traduire",
    "traduire",
    "traduction à venir",
    "traduction a venir",
    "translation to come",
    "to be translated",
    "translate",
    "translation",
    "to come",
    "à venir",
    "à compléter",
    "à confirmer",
    "à déterminer",
    "insert",
    "insérer",
    "placeholder",
    "draft text",
    "french to come",
    "english to come",
    "fr to come",
    "version française à venir",
    "tbd",
    "tbc",
    "name",
    "nom",
    "date",
    "link",
    "lien",
];

/// Capital words that mark unfinished text wherever they stand.
const MARKS: &[&str] = &["TODO", "FIXME", "XXX", "TKTK", "LOREM IPSUM"];

/// Finds the leftovers of a text in the order in which they stand.
pub fn leftovers(text: &str) -> Vec<Leftover> {
    let mut found = Vec::new();
    for (at, letter) in text.char_indices() {
        let rest = &text[at..];
        let hit = match letter {
            '\u{2068}' | '\u{2069}' => {
                Some((letter.len_utf8(), "an invisible mark of a placeable"))
            }
            '\u{fffd}' => Some((letter.len_utf8(), "a character that was lost")),
            '\u{fffc}' => Some((letter.len_utf8(), "the place of a picture that was lost")),
            '{' => placeable(rest).map(|length| (length, "a placeable that was not filled in")),
            '[' => bracketed(rest).map(|length| (length, "a note that text is to come")),
            'A'..='Z' if !ends_in_letter(&text[..at]) => {
                mark(rest).map(|length| (length, "a note that the text is not finished"))
            }
            _ => None,
        };
        if let Some((length, kind)) = hit {
            found.push(Leftover {
                range: at..at + length,
                kind,
                is_lost: matches!(letter, '\u{fffd}' | '\u{fffc}'),
            });
        }
    }
    found
}

fn ends_in_letter(text: &str) -> bool {
    text.chars().next_back().is_some_and(char::is_alphanumeric)
}

/// The length of `{ $name }`, `{$name}`, `{{ name }}` or `{ -term }`.
fn placeable(text: &str) -> Option<usize> {
    let end = text.find('}')?;
    let inner = text.get(1..end)?.trim_start_matches('{').trim();
    let name = inner.strip_prefix(['$', '-']).unwrap_or(inner);
    let is_name = !name.is_empty()
        && name.len() <= 60
        && name.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && name
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || "-_. ".contains(letter));
    let doubled = text.starts_with("{{") && text[end..].starts_with("}}");
    (is_name && (inner.starts_with(['$', '-']) || doubled))
        .then_some(end + if doubled { 2 } else { 1 })
}

fn bracketed(text: &str) -> Option<usize> {
    let end = text.find(']')?;
    let inner = text.get(1..end)?.trim().to_lowercase();
    let inner = inner.trim_end_matches(['.', '…', ':']);
    BRACKETED.contains(&inner).then_some(end + 1)
}

fn mark(text: &str) -> Option<usize> {
    MARKS
        .iter()
        .find(|mark| {
            text.strip_prefix(**mark)
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
        .map(|mark| mark.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_over_is_found() {
        for text in [
            "Voir [à traduire] ici",
            "Le { $date } prochain",
            "TODO: finir",
            "a \u{2068}9\u{2069}",
            "Bonjour {{ name }}",
            "Mise \u{fffd} jour",
            "Le plan \u{fffc}",
        ] {
            assert!(!leftovers(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn what_is_meant_stays() {
        for text in [
            "TODOS",
            "un {ensemble}",
            "[1] note",
            "[sic]",
            "l'XXXe",
            "{ a, b }",
        ] {
            assert_eq!(leftovers(text), [], "{text}");
        }
    }
}
