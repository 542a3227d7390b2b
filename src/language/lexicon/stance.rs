//! Words that deny, oblige or allow: the tables `stances.tsv` of each language, and what
//! of them stands in running text.
//!
//! Both languages say so in many ways, so a word is graded. A sure one must be answered
//! in the other language; a weaker one answers, and need not be answered itself. Which
//! words are which was counted in paired sentences of public texts: a word is sure where
//! its translations nearly always have a word of the same stance.

use super::roles::{WordRole, plays};
use crate::lang::Lang;
use crate::language::table::{Index, Row, Table, index, table};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::OnceLock;

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

/// How surely it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// The other language must say so too.
    Sure,
    /// It answers a sure word of the other language.
    Weak,
    /// Such an answer may hide in it.
    Hint,
}

/// Words that take a stance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    /// Which one.
    pub stance: Stance,
    /// How surely.
    pub grade: Grade,
    /// The places of its words among those that were read.
    pub words: Range<usize>,
    /// What it means besides: numbers that words of both languages share.
    pub senses: &'static [u16],
}

pub(super) static STANCES: [Table<StanceEntry>; 2] = [
    table!("en/stances.tsv", &["stance", "words"], |row| read(
        row,
        Lang::En
    )),
    table!("fr/stances.tsv", &["stance", "words"], |row| read(
        row,
        Lang::Fr
    )),
];

/// Words of the tables that say the same as words of the other language: the numbers that
/// both share.
static SENSES: [Index; 2] = [index!("senses-en"), index!("senses-fr")];

/// Stands between two words for up to [`SKIPPED`] others.
const SKIP: &str = "…";
const SKIPPED: usize = 2;

/// One entry of a table.
#[derive(Debug)]
pub(super) struct StanceEntry {
    /// Nothing for words that take no stance.
    says: Option<(Stance, Grade)>,
    words: Vec<&'static str>,
    /// What it means besides.
    senses: &'static [u16],
    /// How exact it is: its words, then their letters.
    weight: (usize, usize),
}

/// The entries by the beginnings of their first words: whole, or as far as `*`.
#[derive(Debug, Default)]
struct FirstWords {
    exact: FxHashMap<&'static str, Vec<&'static StanceEntry>>,
    /// By the first two letters of what must stand there.
    stems: FxHashMap<&'static str, Vec<&'static StanceEntry>>,
    endings: Vec<&'static StanceEntry>,
}

/// The letters by which stems are found.
const STEM: usize = 2;

fn index(lang: Lang) -> &'static FirstWords {
    static INDEXES: [OnceLock<FirstWords>; 2] = [OnceLock::new(), OnceLock::new()];
    lang.of(&INDEXES).get_or_init(|| {
        let mut index = FirstWords::default();
        for entry in lang.of(&STANCES).entries() {
            let first = entry.words.first().copied().unwrap_or_default();
            if first.starts_with('*') {
                index.endings.push(entry);
            } else if let Some((stem, _)) = first.split_once('*') {
                let key = stem.get(..STEM).unwrap_or(stem);
                index.stems.entry(key).or_default().push(entry);
            } else {
                index.exact.entry(first).or_default().push(entry);
            }
        }
        index
    })
}

fn read(row: &Row, lang: Lang) -> Option<StanceEntry> {
    let says = match row.cell(0) {
        "denies" => Some((Stance::Negation, Grade::Sure)),
        "negative" => Some((Stance::Negation, Grade::Weak)),
        "leans" => Some((Stance::Negation, Grade::Hint)),
        "obliges" => Some((Stance::Obligation, Grade::Sure)),
        "urges" => Some((Stance::Obligation, Grade::Weak)),
        "allows" => Some((Stance::Permission, Grade::Sure)),
        "lets" => Some((Stance::Permission, Grade::Weak)),
        "neutral" => None,
        _ => return None,
    };
    let words: Vec<&str> = row.filled(1)?.split(' ').collect();
    let letters = |word: &&str| word.trim_matches('*').len();
    Some(StanceEntry {
        says,
        weight: (
            words.iter().filter(|word| **word != SKIP).count(),
            words.iter().map(letters).sum(),
        ),
        senses: lang.of(&SENSES).get(row.cell(1)),
        words,
    })
}

/// What stands among the words for a colon or a semicolon, over which no entry reaches.
pub const PAUSE: &str = ":";

fn fits(pattern: &str, word: &str) -> bool {
    let Some((stem, ending)) = pattern.split_once('*') else {
        return pattern == word;
    };
    // Between the two there is a word: "im…ble" is no "imable".
    let least = match (stem, ending) {
        (_, "") => stem.len(),
        _ => stem.len() + ending.len() + STEM,
    };
    word.len() >= least && word.starts_with(stem) && word.ends_with(ending)
}

impl StanceEntry {
    /// The end of the entry's words, where it stands at the beginning of `words`.
    fn end(&self, words: &[&str]) -> Option<usize> {
        let mut at = 0;
        let mut skips = 0;
        for pattern in &self.words {
            if *pattern == SKIP {
                skips = SKIPPED;
                continue;
            }
            let near = (at..=at + skips).take_while(|at| words.get(*at) != Some(&PAUSE));
            let found = near.into_iter().find(|at| {
                let word = words.get(*at);
                word.is_some_and(|word| fits(pattern, word))
            })?;
            at = found + 1;
            skips = 0;
        }
        Some(at)
    }
}

impl FirstWords {
    /// The most exact entry at the beginning of `words`, and where its words end.
    fn find(&self, words: &[&str]) -> Option<(&'static StanceEntry, usize)> {
        let first = *words.first()?;
        let stem = first.get(..STEM).unwrap_or(first);
        let lists = [self.exact.get(first), self.stems.get(stem)];
        let mut best: Option<(&'static StanceEntry, usize)> = None;
        let listed = lists.into_iter().flatten().flatten();
        for entry in listed.chain(&self.endings).copied() {
            if best.is_none_or(|(other, _)| entry.weight > other.weight)
                && let Some(end) = entry.end(words)
            {
                best = Some((entry, end));
            }
        }
        best
    }
}

/// The words of one sentence or more, folded, that deny, oblige or allow; empty words
/// are read as names, which do not. English "n't" is to be given as "not", French
/// "peut-être" in one piece.
pub fn stands(words: &[&str], lang: Lang) -> Vec<Stand> {
    let index = index(lang);
    let mut found: Vec<Stand> = Vec::new();
    let mut passed = 0;
    for at in 0..words.len() {
        if at < passed || words[at].is_empty() {
            continue;
        }
        let entry = index.find(&words[at..]);
        let says = entry.filter(|(entry, _)| entry.weight.0 > 1);
        let says = says.map(|(entry, _)| entry.says.map(|(_, grade)| grade));
        let idiom = matches!(says, Some(None | Some(Grade::Weak)));
        if lang == Lang::Fr
            && matches!(words[at], "ne" | "n")
            && !idiom
            && let Some(denial) = denial(words, at, &mut found)
        {
            passed = denial.words.end.max(at + 1);
            found.push(denial);
            continue;
        }
        let Some((entry, length)) = entry else {
            continue;
        };
        let Some((stance, grade)) = entry.says else {
            passed = at + length;
            continue;
        };
        let own = at..at + length;
        if lang == Lang::Fr && matches!(words[at], "ne" | "n") && is_expletive(words, at) {
            passed = at + length;
            continue;
        }
        if stance == Stance::Negation || !is_denied(words, &own, lang) {
            let joined = lang == Lang::En && matches!(words[at], "not" | "never");
            let weak = grade == Grade::Sure && joined && continues(words, at, &found);
            found.push(Stand {
                stance,
                grade: if weak { Grade::Weak } else { grade },
                words: own,
                senses: entry.senses,
            });
        }
        passed = at + length;
    }
    found
}

/// Whether what may be or must be is denied: "must not" and "ne peut pas" forbid alike,
/// and are compared as negations only.
fn is_denied(words: &[&str], modal: &Range<usize>, lang: Lang) -> bool {
    let before = |count: usize| &words[modal.start.saturating_sub(count)..modal.start];
    match lang {
        Lang::En => {
            let after = words.get(modal.end).copied();
            matches!(after, Some("not" | "never")) || before(2).contains(&"not")
        }
        Lang::Fr => before(2).iter().any(|word| matches!(*word, "ne" | "n")),
    }
}

/// How far from "ne" it stands.
const REACH: usize = 7;
const REACH_BEFORE: usize = 4;

/// The denial whose "ne" stands at `at`. One that continues another ("ne … pas et ne …
/// pas") is weak, for English says "not" once; so is "ne … pas seulement".
fn denial(words: &[&str], at: usize, found: &mut Vec<Stand>) -> Option<Stand> {
    if let Some(place) = denier_before(words, at, found) {
        // It was read as a word of its own.
        found.retain(|stand| stand.words != (place..place + 1));
        return Some(Stand {
            stance: Stance::Negation,
            grade: Grade::Sure,
            words: place..at + 1,
            senses: &[],
        });
    }
    let Some(place) = denier_behind(words, at) else {
        return only(words, at);
    };
    let end = at + place + 2;
    let after = words.get(end).copied().unwrap_or_default();
    let partly = matches!(
        after,
        "seulement" | "uniquement" | "que" | "qu" | "juste" | "simplement"
    );
    Some(Stand {
        stance: Stance::Negation,
        grade: match partly || continues(words, at, found) || is_unchanged(words, at, end) {
            true => Grade::Weak,
            false => Grade::Sure,
        },
        words: at..end,
        senses: &[],
    })
}

/// "ne … que", which is "only".
fn only(words: &[&str], at: usize) -> Option<Stand> {
    let behind = words.get(at + 1..)?.iter().take(REACH);
    let place = behind
        .skip(1)
        .position(|word| matches!(*word, "que" | "qu"))?;
    Some(Stand {
        stance: Stance::Negation,
        grade: Grade::Hint,
        words: at..at + place + 3,
        senses: SENSES[1].get("seulement"),
    })
}

/// The word before "ne" that denies with it, if what belongs to an earlier "ne" has not
/// used it up.
fn denier_before(words: &[&str], at: usize, found: &[Stand]) -> Option<usize> {
    let used = found.iter().rev().find(|stand| stand.words.len() > 1);
    let used = used.map_or(0, |stand| stand.words.end);
    let near = at.saturating_sub(REACH_BEFORE).max(used);
    // "Une personne ne" is somebody.
    let is_noun = |place: usize| {
        let before = place.checked_sub(1).map_or("", |before| words[before]);
        words[place] == "personne" && plays(before, WordRole::Somebody)
    };
    (near..at).find(|place| plays(words[*place], WordRole::DeniesBefore) && !is_noun(*place))
}

/// The word behind "ne" that denies with it: how many words lie between.
fn denier_behind(words: &[&str], at: usize) -> Option<usize> {
    let behind = words.get(at + 1..)?;
    let is_ne = |word: &&str| matches!(*word, "ne" | "n");
    let ends = |place: usize| {
        let only = place > 0 && matches!(behind[place], "que" | "qu");
        only || is_ne(&behind[place])
    };
    let place = (0..behind.len().min(REACH))
        .take_while(|place| !ends(*place))
        .find(|place| plays(behind[*place], WordRole::DeniesBehind))?;
    // "ne peut dépasser 5 %, et aucune demande n'est …": it denies with the next "ne".
    let next = behind.iter().skip(place + 1).take(REACH_BEFORE);
    let is_next = ["aucun", "nul"]
        .iter()
        .any(|stem| behind[place].starts_with(stem))
        && place > 1
        && next.into_iter().any(is_ne);
    let expletive = is_expletive(words, at) && behind[place] != "pas";
    (!is_next && !expletive).then_some(place)
}

/// Whether "ne" stands behind "à moins que" and the like, where it denies nothing.
fn is_expletive(words: &[&str], at: usize) -> bool {
    let before = &words[at.saturating_sub(REACH)..at];
    before.windows(2).any(|pair| {
        matches!(pair[0], "moins" | "avant" | "peur" | "crainte") && matches!(pair[1], "que" | "qu")
    })
}

/// Whether what is denied is that something changes: the other language says as often
/// that it stays as it is.
fn is_unchanged(words: &[&str], at: usize, end: usize) -> bool {
    let near = &words[at..words.len().min(end + SKIPPED)];
    near.iter().any(|word| word.starts_with("chang"))
}

/// Whether what is denied is a guess, which its contrary says as well: "it probably
/// won't", « vous n'avez peut-être pas ».
pub fn is_guessed(words: &[&str], denial: &Range<usize>) -> bool {
    let near = &words[denial.start.saturating_sub(SKIPPED)..denial.end];
    near.iter().any(|word| {
        matches!(*word, "probably" | "perhaps" | "maybe" | "peut-etre")
            || word.starts_with("probablem")
    })
}

/// Whether a denial is joined to one before it.
fn continues(words: &[&str], at: usize, found: &[Stand]) -> bool {
    const FAR: usize = 12;
    let is_denial = |stand: &&Stand| {
        let first = words[stand.words.start];
        stand.grade == Grade::Sure && matches!(first, "ne" | "n" | "not" | "never")
    };
    let last = found.iter().rev().find(is_denial);
    last.is_some_and(|last| {
        let between = &words[last.words.end.max(at.saturating_sub(FAR))..at];
        between.iter().any(|word| plays(word, WordRole::Joining))
    })
}

/// Words of the tables of both languages that say the same.
#[cfg(test)]
pub(super) static SAME: Table<[Vec<&str>; 2]> =
    table!("pairs/stances.tsv", &["english", "french"], |row| Some([
        Some(row.list(0)).filter(|words| !words.is_empty())?,
        Some(row.list(1)).filter(|words| !words.is_empty())?,
    ]));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::lexicon::fold;

    fn of(text: &str, lang: Lang) -> Vec<(Stance, Grade)> {
        let text = text.replace("n't", " not");
        let folded: Vec<String> = text.split([' ', '\'', '.', ',']).map(fold).collect();
        let folded: Vec<&str> = folded.iter().map(String::as_str).collect();
        let stands = stands(&folded, lang);
        stands.iter().map(|it| (it.stance, it.grade)).collect()
    }

    #[test]
    fn no_words_stand_twice() {
        for table in &STANCES {
            let mut seen = std::collections::BTreeSet::new();
            for entry in table.entries() {
                assert!(seen.insert(&entry.words), "twice: {:?}", entry.words);
            }
            assert!(seen.len() > 100);
        }
    }

    #[test]
    fn what_says_the_same_stands_in_the_tables() {
        for (number, both) in (0..).zip(SAME.entries()) {
            for (lang, words) in Lang::ALL.into_iter().zip(both) {
                for word in words {
                    assert!(lang.of(&SENSES).get(word).contains(&number), "{word}");
                    let entries = lang.of(&STANCES).entries().iter();
                    let mut written = entries.map(|entry| entry.words.join(" "));
                    assert!(written.any(|entry| entry == *word), "{word}");
                }
            }
        }
        let [en, fr] = &SENSES;
        let words = |at: usize| -> usize { SAME.entries().iter().map(|both| both[at].len()).sum() };
        assert_eq!(
            [en, fr].map(|index| index.numbers.len()),
            [words(0), words(1)]
        );
        assert_eq!(en.get("without"), &fr.get("sans")[..1]);
    }

    #[test]
    fn a_person_is_no_denial() {
        let found = of("Si une personne n'est pas là", Lang::Fr);
        assert_eq!(found, [(Stance::Negation, Grade::Sure)]);
        let found = of("Aucun autobus ni aucun train ne roule", Lang::Fr);
        assert_eq!(found.iter().filter(|it| it.1 == Grade::Sure).count(), 1);
        let only = of("Il ne peut être levé que par le juge", Lang::Fr);
        assert_eq!(only.first(), Some(&(Stance::Negation, Grade::Hint)));
    }

    #[test]
    fn sure_words_are_found() {
        use Grade::Sure;
        use Stance::{Negation, Obligation, Permission};
        for (text, stance, lang) in [
            ("It is not open", Negation, Lang::En),
            ("It isn't open", Negation, Lang::En),
            ("Il n'est pas ouvert", Negation, Lang::Fr),
            ("Le personnel ne doit jamais entrer", Negation, Lang::Fr),
            ("Personne ne répond", Negation, Lang::Fr),
            ("You must apply", Obligation, Lang::En),
            ("Vous devez postuler", Obligation, Lang::Fr),
            ("Staff may leave early", Permission, Lang::En),
            ("Le personnel peut partir", Permission, Lang::Fr),
        ] {
            assert_eq!(of(text, lang), [(stance, Sure)], "{text}");
        }
    }

    #[test]
    fn weak_words_answer_and_idioms_say_nothing() {
        use Stance::Negation;
        for (text, lang) in [
            ("It is open not only to staff", Lang::En),
            ("They left without us", Lang::En),
            ("no later than Friday", Lang::En),
            ("Le bureau n'ouvre que le lundi", Lang::Fr),
            ("Il entre sans frapper", Lang::Fr),
            ("Ce n'est pas seulement pour eux", Lang::Fr),
        ] {
            let found = of(text, lang);
            let denies = found.iter().any(|(stance, _)| *stance == Negation);
            assert!(denies, "{text}: {found:?}");
            assert!(found.iter().all(|(_, grade)| *grade != Grade::Sure));
        }
        for (text, lang) in [
            ("a unit of the union", Lang::En),
            ("n'importe quel jour", Lang::Fr),
            ("Plus tôt que la route ne cède", Lang::Fr),
        ] {
            assert_eq!(of(text, lang), [], "{text}");
        }
    }

    #[test]
    fn what_must_not_be_is_a_negation_alone() {
        for (text, lang) in [
            ("You must not enter", Lang::En),
            ("Vous ne pouvez pas entrer", Lang::Fr),
        ] {
            assert_eq!(of(text, lang), [(Stance::Negation, Grade::Sure)], "{text}");
        }
    }

    #[test]
    fn a_denial_that_goes_on_counts_once() {
        let found = of("Il ne lit pas et n'écrit pas", Lang::Fr);
        let sure = |it: &&(Stance, Grade)| it.1 == Grade::Sure;
        assert_eq!(found.iter().filter(sure).count(), 1, "{found:?}");
    }
}
