//! How small French words meet the word behind them: `fr/joints.tsv`, `fr/joint-guards.tsv`,
//! and which words have an accent on their capital: `fr/accented-capitals.tsv`.

use super::fold;
use crate::language::table::{Row, Table, table};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

pub(super) static JOINTS: Table<JointRow> =
    table!("fr/joints.tsv", &["kind", "words", "right"], read_joint);

pub(super) static GUARDS: Table<(JointGuard, Vec<&str>)> =
    table!("fr/joint-guards.tsv", &["kind", "words"], read_guards);

pub(super) static CAPITALS: Table<(bool, Vec<&str>)> = table!(
    "fr/accented-capitals.tsv",
    &["kind", "words"],
    |row| match row.cell(0) {
        "word" => Some((true, row.list(1))),
        "after" => Some((false, row.list(1))),
        _ => None,
    }
);

/// What is wrong with two small words that follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PairFault {
    /// They are one word: de le, du.
    Contracts,
    /// One of them is too much: du du.
    Doubles,
    /// The same, where a fact brings the second.
    DoublesFact,
    /// The same, where a fact prints a range.
    DoublesRange,
}

/// A small word and how it meets what follows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Joint {
    /// Its form before a vowel.
    pub elided: Option<&'static str>,
    /// Whether it has that form before *il* and *ils* alone.
    pub before_il: bool,
    /// The words that may not follow, what is wrong then, and what is right.
    pub pairs: Vec<(&'static str, PairFault, Option<&'static str>)>,
}

/// A line of the table.
pub(super) enum JointRow {
    Elides(&'static str, &'static str, bool),
    Pair([&'static str; 2], PairFault, Option<&'static str>),
}

fn read_joint(row: &Row) -> Option<JointRow> {
    let (kind, words, right) = (row.cell(0), row.filled(1)?, row.filled(2));
    let fault = match kind {
        "elides" | "elides il" => {
            return Some(JointRow::Elides(words, right?, kind == "elides il"));
        }
        "contracts" => right.map(|_| PairFault::Contracts)?,
        "doubles" => PairFault::Doubles,
        "doubles fact" => PairFault::DoublesFact,
        "doubles range" => PairFault::DoublesRange,
        _ => return None,
    };
    let (first, second) = words.split_once(' ')?;
    Some(JointRow::Pair([first, second], fault, right))
}

/// The bytes of the longest small word.
pub(crate) const LONGEST_JOINT: usize = 7;

/// How a word in small letters meets what follows; nothing for most words. To the letter.
pub(crate) fn joint(word: &str) -> Option<&'static Joint> {
    static FOUND: OnceLock<FxHashMap<&str, Joint>> = OnceLock::new();
    let found = FOUND.get_or_init(|| {
        let mut found: FxHashMap<&str, Joint> = FxHashMap::default();
        for row in JOINTS.entries() {
            match *row {
                JointRow::Elides(word, elided, before_il) => {
                    let joint = found.entry(word).or_default();
                    (joint.elided, joint.before_il) = (Some(elided), before_il);
                }
                JointRow::Pair([first, second], fault, right) => {
                    let joint = found.entry(first).or_default();
                    joint.pairs.push((second, fault, right));
                }
            }
        }
        found
    });
    found.get(word)
}

/// The form of a word in small letters before any vowel: `d’` of `de`.
pub(crate) fn elided_form(word: &str) -> Option<&'static str> {
    joint(word).filter(|it| !it.before_il)?.elided
}

/// What keeps two small words apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JointGuard {
    /// A word before which nothing elides: ou.
    Never,
    /// What stands before an infinitive: de le lui dire.
    Pronoun,
    /// The end of an infinitive in -re.
    Infinitive,
    /// A noun that ends as an infinitive: dossier.
    Noun,
    /// What stands behind "à au": moins.
    Degree,
    /// What makes a number of "un": de un à dix.
    Numeral,
}

fn read_guards(row: &Row) -> Option<(JointGuard, Vec<&'static str>)> {
    let guard = match row.cell(0) {
        "never" => JointGuard::Never,
        "pronoun" => JointGuard::Pronoun,
        "infinitive" => JointGuard::Infinitive,
        "noun" => JointGuard::Noun,
        "degree" => JointGuard::Degree,
        "numeral" => JointGuard::Numeral,
        _ => return None,
    };
    let words = row.list(1);
    (!words.is_empty()).then_some((guard, words))
}

/// The words of a kind. They are asked for where two small words meet alone, which is seldom.
fn guards(guard: JointGuard) -> impl Iterator<Item = &'static str> {
    let all = GUARDS
        .entries()
        .iter()
        .filter(move |(its, _)| *its == guard);
    all.flat_map(|(_, words)| words.iter().copied())
}

/// Whether a folded word is one of a kind.
pub(crate) fn guards_joint(folded: &str, guard: JointGuard) -> bool {
    guards(guard).any(|word| word == folded)
}

/// Whether a folded French word ends as an infinitive and is no noun that is known.
pub(crate) fn is_infinitive(folded: &str) -> bool {
    if folded.ends_with("er") || folded.ends_with("ir") {
        return !guards_joint(folded, JointGuard::Noun);
    }
    folded.ends_with("re") && guards(JointGuard::Infinitive).any(|end| folded.ends_with(end))
}

/// A French word of the closed list that begins with an accent, by its folded form: `état`
/// of `etat`.
pub(crate) fn accented_capital(folded: &str) -> Option<&'static str> {
    static FOUND: OnceLock<FxHashMap<String, &str>> = OnceLock::new();
    let found = FOUND.get_or_init(|| {
        let words = CAPITALS.entries().iter().filter(|(is_word, _)| *is_word);
        let words = words.flat_map(|(_, words)| words);
        words.map(|word| (fold(word), *word)).collect()
    });
    found.get(folded).copied()
}

/// Whether a folded word follows *à* at the beginning of a sentence, and no verb: À compter
/// du 1er mai.
pub(crate) fn follows_capital_a(folded: &str) -> bool {
    static FOUND: OnceLock<FxHashSet<String>> = OnceLock::new();
    let found = FOUND.get_or_init(|| {
        let words = CAPITALS.entries().iter().filter(|(is_word, _)| !*is_word);
        words
            .flat_map(|(_, words)| words)
            .map(|word| fold(word))
            .collect()
    });
    found.contains(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn infinitives_are_told_from_nouns() {
        for word in [
            "faire",
            "transmettre",
            "rendre",
            "informer",
            "fournir",
            "voir",
            "suivre",
        ] {
            assert!(is_infinitive(word), "{word}");
        }
        for word in [
            "ministere",
            "dossier",
            "centre",
            "registre",
            "cadre",
            "premier",
            "port",
        ] {
            assert!(!is_infinitive(word), "{word}");
        }
    }

    #[test]
    fn small_words_are_found_to_the_letter() {
        assert_eq!(elided_form("de"), Some("d’"));
        assert_eq!(elided_form("dé"), None);
        assert_eq!(elided_form("si"), None);
        let all = JOINTS.entries().iter();
        let longest = all.map(|row| match row {
            JointRow::Elides(word, ..) | JointRow::Pair([word, _], ..) => fold(word).len(),
        });
        assert_eq!(longest.max(), Some(LONGEST_JOINT));
        assert_eq!(accented_capital("etat"), Some("état"));
        assert!(follows_capital_a("compter"));
    }

    /// A word without its accent must be no word, or the list would find right ones.
    #[test]
    fn each_listed_word_begins_with_an_accent() {
        let words = CAPITALS.entries().iter().filter(|(is_word, _)| *is_word);
        for word in words.flat_map(|(_, words)| words) {
            assert!(word.starts_with(['â', 'é', 'ê', 'è', 'î', 'ô']), "{word}");
        }
    }
}
