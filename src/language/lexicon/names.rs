//! Small closed lists: "not applicable", empty link texts, what is numbered, and what
//! tells an organization's short name.

use super::fold;
use crate::language::table::{Lookup, Row, Table, table, tables};
use rustc_hash::FxHashSet;
use std::sync::OnceLock;

pub(super) static BELOW: [Lookup<()>; 2] =
    tables!("below.tsv", &["word"], Row::listed, Lookup::new);

/// Folded words of each language that may stand for the name of a place: the province.
pub(crate) static PLACE_KINDS: [Lookup<()>; 2] =
    tables!("place-kinds.tsv", &["word"], Row::listed, Lookup::new);

pub(super) static NO_VALUES: [Table<NoValue>; 2] =
    tables!("no-value.tsv", &["form", "text"], read_no_value);

pub(super) static VAGUE_LINKS: [Lookup<()>; 2] =
    tables!("vague-links.tsv", &["text"], Row::listed, Lookup::new);

pub(super) static NUMBERED: [Lookup<()>; 2] =
    tables!("numbered-parts.tsv", &["word"], Row::listed, Lookup::new);

pub(super) static ORGANIZATIONS: [Lookup<()>; 2] =
    tables!("organizations.tsv", &["word"], Row::listed, Lookup::new);

pub(super) static PLURAL_WORDS: Lookup<()> =
    Lookup::new(table!("fr/plural-words.tsv", &["word"], Row::listed));

pub(super) static BODIES: Lookup<&str> = Lookup::to_the_letter(table!(
    "fr/body-articles.tsv",
    &["article", "names"],
    |row| Some((row.list(1), row.cell(0)))
));

/// A way to say that there is nothing to say.
#[derive(Debug)]
pub(super) struct NoValue {
    text: &'static str,
    in_words: bool,
}

fn read_no_value(row: &Row) -> Option<NoValue> {
    let in_words = match row.cell(0) {
        "short" => false,
        "words" => true,
        _ => return None,
    };
    let text = row.filled(1)?;
    Some(NoValue { text, in_words })
}

/// The article that the French name of a body takes, before any elision: `le`, `la`, `les`,
/// `-` for none; nothing for a name that is not known. To the letter.
pub fn body_article(name: &str) -> Option<&'static str> {
    BODIES
        .get(&name.replace('\'', "’").replace('\u{a0}', " "))
        .copied()
}

/// Whether the list of either language has a folded word.
fn either(lists: &[Lookup<()>; 2], folded: &str) -> bool {
    lists.iter().any(|list| list.has(folded))
}

/// Whether a folded French word before a name or a number says that they are several.
pub fn is_of_several(folded: &str) -> bool {
    PLURAL_WORDS.has(folded)
}

/// Whether a folded word of either language says what a minus sign says: less, lower,
/// below zero.
pub fn says_below(folded: &str) -> bool {
    either(&BELOW, folded)
}

/// Whether a table's cell says that there is nothing to say: empty, a dash, "n/a",
/// "s.o.".
pub fn is_no_value(text: &str) -> bool {
    static SHORT: OnceLock<FxHashSet<String>> = OnceLock::new();
    let short = SHORT.get_or_init(|| no_values(false));
    let text = letters_of(text);
    let is_dash = |letter: char| matches!(letter, '-' | '–' | '—');
    text.chars().all(is_dash) || short.contains(&text) || is_said_to_be_none(&text)
}

/// Whether a table's cell says in words that there is nothing to say: "none", which the
/// other language may say in words of its own.
pub fn says_no_value(text: &str) -> bool {
    is_said_to_be_none(&letters_of(text))
}

fn is_said_to_be_none(letters: &str) -> bool {
    static IN_WORDS: OnceLock<FxHashSet<String>> = OnceLock::new();
    IN_WORDS.get_or_init(|| no_values(true)).contains(letters)
}

/// The letters of what says so in words, or shortly, in both languages.
fn no_values(in_words: bool) -> FxHashSet<String> {
    let all = NO_VALUES.iter().flat_map(|table| table.entries());
    all.filter(|entry| entry.in_words == in_words)
        .map(|entry| letters_of(entry.text))
        .collect()
}

fn letters_of(text: &str) -> String {
    fold(text)
        .chars()
        .filter(|letter| !letter.is_whitespace() && !matches!(letter, '.' | '/' | '(' | ')'))
        .collect()
}

/// Whether a link's words say nothing of where it leads: "here", "ici".
pub fn vague_link(text: &str) -> bool {
    let text = fold(text);
    either(
        &VAGUE_LINKS,
        text.trim_matches(|letter: char| !letter.is_alphanumeric()),
    )
}

/// Whether what follows a folded word numbers a version or a part of a text.
pub fn numbers_a_part(folded: &str) -> bool {
    let stem = folded.strip_suffix('s').unwrap_or(folded);
    either(&NUMBERED, folded) || either(&NUMBERED, stem)
}

/// Whether a folded word begins the name of an organization that may be shortened:
/// "the Ministry", "le Secrétariat".
pub fn short_organization(folded: &str) -> bool {
    either(&ORGANIZATIONS, folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_to_say_is_known_in_both_languages() {
        for text in ["", "–", "n/a", "N.A.", "s.o.", "s. o.", "S/O"] {
            assert!(is_no_value(text), "{text}");
        }
        assert!(!is_no_value("12") && !is_no_value("Nancy"));
    }

    #[test]
    fn vague_links_are_known() {
        assert!(vague_link("Here") && vague_link("cliquez ici.") && !vague_link("the guide"));
    }
}
