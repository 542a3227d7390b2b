//! `abbreviation-space` and `reference-space`: words that cling to what follows.

use super::block::{Block, is_digit};
use super::rules::Rule;
use crate::lang::Lang;

/// Titles before a name.
const TITLES_EN: &[&str] = &["Mr.", "Mrs.", "Ms.", "Mx.", "Dr.", "Hon."];
const TITLES_FR: &[&str] = &[
    "M.", "MM.", "Mme", "Mmes", "Mlle", "Mlles", "Dr", "Dre", "Drs", "Dres", "Me", "Mes", "Pr",
    "Pre", "Mgr",
];

/// Abbreviations before a number.
const BEFORE_NUMBERS_EN: &[&str] = &[
    "No.", "Nos.", "no.", "nos.", "p.", "pp.", "s.", "ss.", "c.", "para.", "art.", "vol.", "fig.",
    "ch.", "§", "§§",
];
const BEFORE_NUMBERS_FR: &[&str] = &[
    "p.", "pp.", "art.", "par.", "al.", "vol.", "fig.", "chap.", "ch.", "L.C.", "c.", "§", "§§",
];

/// Words before a number or a letter that names something.
const REFERENCES_FR: &[&str] = &[
    "page",
    "pages",
    "article",
    "articles",
    "annexe",
    "Annexe",
    "tableau",
    "Tableau",
    "figure",
    "Figure",
    "chapitre",
    "Chapitre",
    "section",
    "Section",
    "phase",
    "Phase",
    "étape",
    "Étape",
    "paragraphe",
    "alinéa",
    "partie",
    "Partie",
    "volet",
    "Volet",
    "niveau",
    "Niveau",
    "note",
];

/// Titles are bound to the name, `p. ex.` and `c. c.` to themselves, `art.` and the
/// like to their number.
pub(super) fn abbreviation_space(block: &mut Block) {
    let (titles, before_numbers, inside): (_, _, &[&str]) = match block.style.lang {
        Lang::En => (TITLES_EN, BEFORE_NUMBERS_EN, &[]),
        Lang::Fr => (
            TITLES_FR,
            BEFORE_NUMBERS_FR,
            &["p. ex.", "c. c.", "p. j.", "a. s.", "s. o."],
        ),
    };
    for at in 1..block.len() {
        if !block.is(at, ' ') {
            continue;
        }
        // A capital, a figure, or the rest of `p. ex.` follows.
        let clings = block.matches(at + 1, |letter| letter.is_uppercase() || is_digit(letter))
            || block.starts_with(at + 1, "ex.")
            || block.is(at + 2, '.');
        if !clings {
            continue;
        }
        let word = block.text(block.run_back(at, |letter| !letter.is_whitespace())..at);
        let word = word.trim_start_matches(['(', '[', '«', '“', '‘']);
        let after_elision = word.rsplit(['’', '\'']).next().unwrap_or(word);
        let title = titles.contains(&after_elision) && block.matches(at + 1, char::is_uppercase);
        let number = before_numbers.contains(&after_elision) && block.matches(at + 1, is_digit);
        let pair = inside.iter().any(|pair| {
            let first = pair.find(' ').unwrap_or_default();
            pair.get(..first) == Some(word)
                && block.starts_with(at + 1, pair.get(first + 1..).unwrap_or_default())
        });
        if title || number || pair {
            block.bind(at, Rule::AbbreviationSpace);
        }
    }
}

/// `page 5`, `Phase 1`, `annexe A`.
pub(super) fn reference_space(block: &mut Block) {
    for at in 1..block.len() {
        let clings = |letter: char| letter.is_ascii_uppercase() || is_digit(letter);
        if !block.is(at, ' ') || !block.matches(at + 1, clings) {
            continue;
        }
        let word = block.text(block.run_back(at, char::is_alphabetic)..at);
        let end = block.run(at + 1, char::is_alphanumeric);
        let name = block.text(at + 1..end);
        let is_letter = name.len() == 1 && name.chars().all(|letter| letter.is_ascii_uppercase());
        if REFERENCES_FR.contains(&word.as_str()) && (name.starts_with(is_digit) || is_letter) {
            block.bind(at, Rule::ReferenceSpace);
        }
    }
}
