//! Titles of public servants: their rank in both languages, and the gender of the
//! French ones.

use super::fold;
use crate::lang::Lang;
use crate::language::table::{Lookup, Row, Table, table};
use crate::memo::Gender;
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::OnceLock;

pub(super) static TITLES: Table<TitlesOfRank> = table!(
    "pairs/titles.tsv",
    &["family", "grade", "english", "french"],
    read_titles
);

pub(super) static FORMS: Table<[&str; 2]> = table!(
    "fr/title-forms.tsv",
    &["masculine", "feminine"],
    |row| Some([row.filled(0)?, row.filled(1)?])
);

pub(super) static COMPLEMENTS: Lookup<()> =
    Lookup::new(table!("fr/title-complements.tsv", &["word"], Row::listed));

/// A rank, and the family of ranks that it can be mistaken within.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank {
    /// The family: ranks of different families are never compared.
    pub family: u8,
    /// Its place in the family's list.
    pub grade: u8,
    /// The English title.
    pub en: &'static str,
    /// The French title, masculine.
    pub fr: &'static str,
}

/// A rank in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankUse {
    /// The words that name it, counted among those of the text.
    pub words: Range<usize>,
    /// The rank.
    pub rank: Rank,
}

/// The family of ministers, in which a wrong rank is surely a fault.
pub const MINISTERS: u8 = 0;

/// A rank with all its titles.
#[derive(Debug)]
pub(super) struct TitlesOfRank {
    rank: Rank,
    titles: [Vec<&'static str>; 2],
}

fn read_titles(row: &Row) -> Option<TitlesOfRank> {
    let family = match row.cell(0) {
        "ministers" => MINISTERS,
        "directors" => 1,
        "presidents" => 2,
        _ => return None,
    };
    let titles = [row.list(2), row.list(3)];
    let rank = Rank {
        family,
        grade: row.number(1)?,
        en: titles[0].first()?,
        fr: titles[1].first()?,
    };
    Some(TitlesOfRank { rank, titles })
}

/// A title as stems of words, with its rank.
type Title = (Vec<String>, Rank);

/// The letters that all forms of a word of a title share.
const SHARED: usize = 3;

/// The titles of a language whose first words begin as `word` does, longer ones before
/// those they contain.
fn titles_from(word: &str, lang: Lang) -> &'static [Title] {
    type ByFirst = FxHashMap<String, Vec<Title>>;
    static SPLIT: OnceLock<[ByFirst; 2]> = OnceLock::new();
    let split = SPLIT.get_or_init(|| {
        Lang::ALL.map(|lang| {
            let mut titles = ByFirst::default();
            for entry in TITLES.entries() {
                for title in lang.of(&entry.titles) {
                    let stems: Vec<String> =
                        fold(title).split([' ', '-']).map(str::to_owned).collect();
                    let first = stems.first().and_then(|stem| stem.get(..SHARED));
                    if let Some(first) = first.map(str::to_owned) {
                        titles.entry(first).or_default().push((stems, entry.rank));
                    }
                }
            }
            for titles in titles.values_mut() {
                titles.sort_by_key(|(stems, _)| std::cmp::Reverse(stems.len()));
            }
            titles
        })
    });
    let first = word.get(..SHARED);
    let titles = first.and_then(|first| lang.of(split).get(first));
    titles.map_or(&[], Vec::as_slice)
}

/// Finds the ranks that folded words name, the longest title at each place.
pub fn ranks(words: &[&str], lang: Lang) -> Vec<RankUse> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        let hit = titles_from(rest[0], lang).iter().find(|(title, _)| {
            rest.len() >= title.len()
                && title
                    .iter()
                    .zip(rest)
                    .all(|(stem, word)| is_form_of(word, stem))
        });
        match hit {
            Some((title, rank)) => {
                found.push(RankUse {
                    words: at..at + title.len(),
                    rank: *rank,
                });
                at += title.len();
            }
            None => at += 1,
        }
    }
    found
}

/// Whether `word` is `stem` in any number and, in French, either gender.
fn is_form_of(word: &str, stem: &str) -> bool {
    match word.strip_prefix(stem) {
        Some(ending) => matches!(ending, "" | "s" | "e" | "es"),
        None => stem == "general" && matches!(word, "generaux"),
    }
}

/// A word of a French title that shows a gender.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GenderedTitle {
    /// Where, in bytes of the title.
    pub range: Range<usize>,
    /// The gender it shows.
    pub gender: Gender,
    /// The form of the other gender.
    pub other: String,
}

/// The words of a French title that show the gender of the person, as far as the
/// first complement: "directrice générale" of "directrice générale du personnel".
/// A title in both genders shows neither.
pub fn gendered_titles(title: &str) -> Vec<GenderedTitle> {
    let mut found: Vec<GenderedTitle> = Vec::new();
    let mut at = 0;
    for word in title.split_inclusive(|letter: char| !letter.is_alphabetic()) {
        let start = at;
        at += word.len();
        let word = word.trim_end_matches(|letter: char| !letter.is_alphabetic());
        if word.is_empty() {
            continue;
        }
        if COMPLEMENTS.has(&fold(word)) {
            break;
        }
        let lower = word.to_lowercase();
        let form = FORMS.entries().iter().find_map(|[masculine, feminine]| {
            if lower == *masculine {
                Some((Gender::Masculine, *feminine))
            } else if lower == *feminine {
                Some((Gender::Feminine, *masculine))
            } else {
                None
            }
        });
        if let Some((gender, other)) = form {
            found.push(GenderedTitle {
                range: start..start + word.len(),
                gender,
                other: other.to_owned(),
            });
        }
    }
    let both = [Gender::Masculine, Gender::Feminine]
        .iter()
        .all(|gender| found.iter().any(|title| title.gender == *gender));
    let doublet = title
        .split(|letter: char| !letter.is_alphabetic())
        .any(|word| word == "ou" || word == "et");
    if both && doublet { Vec::new() } else { found }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grades(text: &str, lang: Lang) -> Vec<u8> {
        let folded = fold(text);
        let words: Vec<&str> = folded
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        ranks(&words, lang)
            .iter()
            .map(|hit| hit.rank.grade)
            .collect()
    }

    #[test]
    fn the_longest_title_counts() {
        assert_eq!(grades("the Assistant Deputy Minister", Lang::En), [4]);
        assert_eq!(grades("la sous-ministre adjointe", Lang::Fr), [4]);
        assert_eq!(grades("les sous-ministres", Lang::Fr), [2]);
        assert_eq!(grades("le ministère et la ministre", Lang::Fr), [1]);
        assert_eq!(grades("the Ministry", Lang::En), [0u8; 0]);
        assert_eq!(grades("Executive Director", Lang::En), [0]);
        assert_eq!(grades("directrice générale", Lang::Fr), [0]);
    }

    #[test]
    fn gender_stops_at_the_complement() {
        let genders = |title: &str| -> Vec<Gender> {
            gendered_titles(title)
                .iter()
                .map(|hit| hit.gender)
                .collect()
        };
        assert_eq!(
            genders("directrice générale du bureau du directeur"),
            [Gender::Feminine, Gender::Feminine]
        );
        assert_eq!(genders("sous-ministre adjoint"), [Gender::Masculine]);
        assert_eq!(genders("chef de la direction générale"), []);
        assert_eq!(genders("sous-ministre adjointe ou adjoint"), []);
        assert_eq!(genders("conseillère principal").len(), 2);
    }
}
