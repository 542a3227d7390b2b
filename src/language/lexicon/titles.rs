//! Titles of public servants: their rank in both languages, and the gender of the
//! French ones.

use super::fold;
use crate::lang::Lang;
use crate::memo::Gender;
use std::ops::Range;

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
const DIRECTORS: u8 = 1;
const PRESIDENTS: u8 = 2;

const fn rank(family: u8, grade: u8, en: &'static str, fr: &'static str) -> Rank {
    Rank {
        family,
        grade,
        en,
        fr,
    }
}

const PRIME_MINISTER: Rank = rank(MINISTERS, 0, "Prime Minister", "premier ministre");
const MINISTER: Rank = rank(MINISTERS, 1, "Minister", "ministre");
const DEPUTY: Rank = rank(MINISTERS, 2, "Deputy Minister", "sous-ministre");
const ASSOCIATE: Rank = rank(
    MINISTERS,
    3,
    "Associate Deputy Minister",
    "sous-ministre délégué",
);
const ASSISTANT: Rank = rank(
    MINISTERS,
    4,
    "Assistant Deputy Minister",
    "sous-ministre adjoint",
);
const DIRECTOR_GENERAL: Rank = rank(DIRECTORS, 0, "Director General", "directeur général");
const DIRECTOR: Rank = rank(DIRECTORS, 1, "Director", "directeur");
const DEPUTY_DIRECTOR: Rank = rank(DIRECTORS, 2, "Deputy Director", "directeur adjoint");
const PRESIDENT: Rank = rank(PRESIDENTS, 0, "President", "président");
const VICE_PRESIDENT: Rank = rank(PRESIDENTS, 1, "Vice-President", "vice-président");

/// English titles as stems of words; longer ones before those they contain.
const ENGLISH: &[(&[&str], Rank)] = &[
    (&["associate", "assistant", "deputy", "minister"], ASSISTANT),
    (&["senior", "assistant", "deputy", "minister"], ASSISTANT),
    (&["assistant", "deputy", "minister"], ASSISTANT),
    (&["associate", "deputy", "minister"], ASSOCIATE),
    (&["prime", "minister"], PRIME_MINISTER),
    (&["deputy", "minister"], DEPUTY),
    (&["minister"], MINISTER),
    (&["assistant", "director", "general"], DEPUTY_DIRECTOR),
    (&["deputy", "director", "general"], DEPUTY_DIRECTOR),
    (&["director", "general"], DIRECTOR_GENERAL),
    (&["executive", "director"], DIRECTOR_GENERAL),
    (&["managing", "director"], DIRECTOR_GENERAL),
    (&["assistant", "director"], DEPUTY_DIRECTOR),
    (&["associate", "director"], DEPUTY_DIRECTOR),
    (&["deputy", "director"], DEPUTY_DIRECTOR),
    (&["director"], DIRECTOR),
    (&["vice", "president"], VICE_PRESIDENT),
    (&["president"], PRESIDENT),
];

/// French titles as stems of words; longer ones before those they contain.
const FRENCH: &[(&[&str], Rank)] = &[
    (&["sous", "ministre", "adjoint"], ASSISTANT),
    (&["sous", "ministre", "principal", "adjoint"], ASSISTANT),
    (&["sous", "ministre", "delegue"], ASSOCIATE),
    (&["sous", "ministre", "associe"], ASSOCIATE),
    (&["sous", "ministre"], DEPUTY),
    (&["premier", "ministre"], PRIME_MINISTER),
    (&["premiere", "ministre"], PRIME_MINISTER),
    (&["ministre"], MINISTER),
    (&["directeur", "general", "adjoint"], DEPUTY_DIRECTOR),
    (&["directrice", "general", "adjoint"], DEPUTY_DIRECTOR),
    (&["directeur", "general"], DIRECTOR_GENERAL),
    (&["directrice", "general"], DIRECTOR_GENERAL),
    (&["directeur", "executif"], DIRECTOR_GENERAL),
    (&["directrice", "executive"], DIRECTOR_GENERAL),
    (&["directeur", "adjoint"], DEPUTY_DIRECTOR),
    (&["directrice", "adjoint"], DEPUTY_DIRECTOR),
    (&["directeur", "associe"], DEPUTY_DIRECTOR),
    (&["directrice", "associe"], DEPUTY_DIRECTOR),
    (&["directeur"], DIRECTOR),
    (&["directrice"], DIRECTOR),
    (&["vice", "president"], VICE_PRESIDENT),
    (&["president"], PRESIDENT),
];

/// Finds the ranks that folded words name, the longest title at each place.
pub fn ranks(words: &[&str], lang: Lang) -> Vec<RankUse> {
    let titles = match lang {
        Lang::En => ENGLISH,
        Lang::Fr => FRENCH,
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let rest = &words[at..];
        let hit = titles.iter().find(|(title, _)| {
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

/// Masculine and feminine forms of the words of titles.
const FORMS: &[(&str, &str)] = &[
    ("adjoint", "adjointe"),
    ("administrateur", "administratrice"),
    ("agent", "agente"),
    ("associé", "associée"),
    ("attaché", "attachée"),
    ("avocat", "avocate"),
    ("chargé", "chargée"),
    ("conseiller", "conseillère"),
    ("consultant", "consultante"),
    ("contrôleur", "contrôleuse"),
    ("coordonnateur", "coordonnatrice"),
    ("coordinateur", "coordinatrice"),
    ("délégué", "déléguée"),
    ("directeur", "directrice"),
    ("dirigeant", "dirigeante"),
    ("enseignant", "enseignante"),
    ("formateur", "formatrice"),
    ("général", "générale"),
    ("gérant", "gérante"),
    ("infirmier", "infirmière"),
    ("ingénieur", "ingénieure"),
    ("inspecteur", "inspectrice"),
    ("premier", "première"),
    ("président", "présidente"),
    ("principal", "principale"),
    ("recteur", "rectrice"),
    ("régional", "régionale"),
    ("rédacteur", "rédactrice"),
    ("réviseur", "réviseure"),
    ("superviseur", "superviseure"),
    ("surintendant", "surintendante"),
    ("technicien", "technicienne"),
    ("traducteur", "traductrice"),
    ("trésorier", "trésorière"),
    ("vérificateur", "vérificatrice"),
];

/// Words of a French title after which other things than the person are named.
const COMPLEMENTS: &[&str] = &[
    "de",
    "du",
    "des",
    "d",
    "a",
    "au",
    "aux",
    "en",
    "par",
    "pour",
    "sur",
    "responsable",
    "chez",
];

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
        if COMPLEMENTS.contains(&fold(word).as_str()) {
            break;
        }
        let lower = word.to_lowercase();
        let form = FORMS.iter().find_map(|(masculine, feminine)| {
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
