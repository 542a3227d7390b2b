//! Words that deny, oblige or allow. Each language has sure words, which say so
//! wherever they stand, and loose ones, which may say so: a sure word of one language
//! is translated where the other has at least a loose one.

use super::fold;
use crate::lang::Lang;
use crate::language::table::{Row, Table, tables};

/// What a word says of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// It is not so.
    Negation,
    /// It must be so.
    Obligation,
    /// It may be so.
    Permission,
}

pub(super) static STANCES: [Table<StanceWord>; 2] =
    tables!("stances.tsv", &["stance", "force", "word"], read);

/// A word that takes a stance.
#[derive(Debug)]
pub(super) struct StanceWord {
    stance: Stance,
    /// Whether it says so wherever it stands.
    sure: bool,
    /// Folded.
    word: String,
    /// Whether it stands for all words that begin with it.
    is_stem: bool,
}

fn read(row: &Row) -> Option<StanceWord> {
    let stance = match row.cell(0) {
        "negation" => Stance::Negation,
        "obligation" => Stance::Obligation,
        "permission" => Stance::Permission,
        _ => return None,
    };
    let sure = match row.cell(1) {
        "sure" => true,
        "loose" => false,
        _ => return None,
    };
    let written = row.filled(2)?;
    let stem = written.strip_suffix('*');
    Some(StanceWord {
        stance,
        sure,
        word: fold(stem.unwrap_or(written)),
        is_stem: stem.is_some(),
    })
}

impl StanceWord {
    fn is(&self, folded: &str) -> bool {
        if self.is_stem {
            folded.starts_with(&self.word)
        } else {
            folded == self.word
        }
    }
}

fn words(stance: Stance, lang: Lang) -> impl Iterator<Item = &'static StanceWord> {
    let all = lang.of(&STANCES).entries().iter();
    all.filter(move |word| word.stance == stance)
}

/// The place of the first word among folded ones that surely takes this stance.
pub fn takes_surely(folded: &[&str], stance: Stance, lang: Lang) -> Option<usize> {
    let denies_in_french = stance == Stance::Negation && lang == Lang::Fr;
    (0..folded.len()).find(|&at| {
        let word = folded.get(at).copied().unwrap_or_default();
        let before = at.checked_sub(1).and_then(|at| folded.get(at)).copied();
        let after = folded.get(at + 1).copied();
        if denies_in_french {
            return matches!(word, "ne" | "n") && denies(&folded[at + 1..]);
        }
        // "Not only", "whether or not" and "not-for-profit" deny nothing.
        let denies_nothing =
            word == "not" && (matches!(after, Some("only" | "for")) || before == Some("or"));
        words(stance, lang).any(|it| it.sure && it.is(word)) && !denies_nothing
    })
}

/// Whether any word among folded ones may take this stance.
pub fn may_take(folded: &[&str], stance: Stance, lang: Lang) -> bool {
    folded
        .iter()
        .any(|word| words(stance, lang).any(|it| it.is(word)))
}

/// Whether what follows "ne" denies: "ne … pas", but neither "ne … que" nor the "ne"
/// behind "avant que".
fn denies(rest: &[&str]) -> bool {
    const REACH: usize = 6;
    rest.iter()
        .take(REACH)
        .find_map(|word| match *word {
            "pas" | "plus" | "jamais" | "aucun" | "aucune" | "rien" | "personne" => Some(true),
            "que" | "qu" => Some(false),
            _ => None,
        })
        .unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::lexicon::fold;

    fn surely(text: &str, stance: Stance, lang: Lang) -> bool {
        let folded: Vec<String> = text.split([' ', '\'']).map(fold).collect();
        let folded: Vec<&str> = folded.iter().map(String::as_str).collect();
        takes_surely(&folded, stance, lang).is_some()
    }

    #[test]
    fn sure_words_are_found_and_traps_are_not() {
        use Stance::{Negation, Obligation, Permission};
        for (text, stance, lang) in [
            ("It is not open", Negation, Lang::En),
            ("Il n'est pas ouvert", Negation, Lang::Fr),
            ("Personnel ne doit jamais entrer", Negation, Lang::Fr),
            ("You must apply", Obligation, Lang::En),
            ("Vous devez postuler", Obligation, Lang::Fr),
            ("Staff may leave early", Permission, Lang::En),
        ] {
            assert!(surely(text, stance, lang), "{text}");
        }
        for (text, stance, lang) in [
            ("It is open not only to staff", Negation, Lang::En),
            ("whether or not it rains", Negation, Lang::En),
            ("Le bureau n'ouvre que le lundi", Negation, Lang::Fr),
            ("avant que la route ne ferme", Negation, Lang::Fr),
        ] {
            assert!(!surely(text, stance, lang), "{text}");
        }
    }
}
