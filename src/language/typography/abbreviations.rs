//! `abbreviation-space` and `reference-space`: words that cling to what follows.

use super::block::{Block, is_boundary, is_digit};
use super::rules::Rule;
use crate::lang::Lang;
use crate::language::write::NO_BREAK_SPACE;

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

/// French abbreviations of two words, each of which ends in a period.
const PAIRS_FR: &[(&str, &str)] = &[
    ("p.", "ex."),
    ("P.", "ex."),
    ("c.", "c."),
    ("C.", "c."),
    ("p.", "j."),
    ("a.", "s."),
    ("s.", "o."),
];

/// Whether two words are such an abbreviation when they stand together (`p.ex.`): a dot
/// alone makes no name of a file of them.
pub(super) fn is_pair(word: &str) -> bool {
    PAIRS_FR.iter().any(|(first, second)| {
        word.strip_prefix(first)
            .is_some_and(|rest| rest == second.trim_end_matches('.'))
    })
}

/// Abbreviations whose period ends no sentence, whatever follows, besides the titles and
/// what stands before numbers.
const OTHERS_EN: &[&str] = &[
    "e.g.", "i.e.", "vs.", "cf.", "approx.", "incl.", "St.", "Ste.",
];
const OTHERS_FR: &[&str] = &[
    "ex.", "c.-à-d.", "cf.", "env.", "min.", "max.", "tél.", "poss.",
];

/// Whether a word with its period is an abbreviation that goes on: "Dr.", "art.", "p. ex.",
/// an initial. One that stands before numbers ("no.") is one only where a number follows.
pub fn goes_on(word: &str, before_number: bool, lang: Lang) -> bool {
    let word = word.trim_start_matches(['(', '[', '«', '“', '‘', '\u{a0}', '*']);
    let word = word.rsplit(['’', '\'']).next().unwrap_or(word);
    let (titles, numbers, others) = match lang {
        Lang::En => (TITLES_EN, BEFORE_NUMBERS_EN, OTHERS_EN),
        Lang::Fr => (TITLES_FR, BEFORE_NUMBERS_FR, OTHERS_FR),
    };
    let initial = {
        let mut letters = word.trim_end_matches('.').chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    };
    word.ends_with('.')
        && (initial
            || titles.contains(&word)
            || others.contains(&word)
            || (before_number && numbers.contains(&word)))
}

/// Titles are bound to the name, `p. ex.` and `c. c.` to themselves, `art.` and the
/// like to their number.
pub(super) fn abbreviation_space(block: &mut Block) {
    let (titles, before_numbers, pairs): (_, _, &[_]) = match block.style.lang {
        Lang::En => (TITLES_EN, BEFORE_NUMBERS_EN, &[]),
        Lang::Fr => (TITLES_FR, BEFORE_NUMBERS_FR, PAIRS_FR),
    };
    for gap in block.gaps().into_iter().rev() {
        let (at, next) = (gap.start, gap.end);
        // A capital, a figure, or the rest of `p. ex.` follows.
        let clings = block.matches(next, |letter| letter.is_uppercase() || is_digit(letter))
            || block.starts_with(next, "ex.")
            || block.is(next + 1, '.');
        if !clings {
            continue;
        }
        let word = block.text(block.run_back(at, |letter| !letter.is_whitespace())..at);
        let word = word.trim_start_matches(['(', '[', '«', '“', '‘']);
        let after_elision = word.rsplit(['’', '\'']).next().unwrap_or(word);
        let title = titles.contains(&after_elision) && block.matches(next, char::is_uppercase);
        let number = before_numbers.contains(&after_elision) && block.matches(next, is_digit);
        let pair = pairs
            .iter()
            .any(|(first, second)| *first == word && block.starts_with(next, second));
        if title || number || pair {
            block.bind(gap, Rule::AbbreviationSpace);
        }
    }
    part_pairs(block, pairs);
}

/// Parts what was written together: `p.ex.`, `c.c.`
fn part_pairs(block: &mut Block, pairs: &[(&str, &str)]) {
    for at in (1..block.len()).rev() {
        let begins = |start: usize| {
            block
                .before(start)
                .is_none_or(|letter| !letter.is_alphanumeric() && letter != '.')
        };
        let is_pair = pairs.iter().any(|(first, second)| {
            let start = at.checked_sub(first.len());
            let end = at + second.len();
            start.is_some_and(|start| block.starts_with(start, first) && begins(start))
                && block.starts_with(at, second)
                && is_boundary(block.get(end))
        });
        if is_pair {
            block.insert(at, NO_BREAK_SPACE, Rule::AbbreviationSpace);
        }
    }
}

/// `page 5`, `Phase 1`, `annexe A`.
pub(super) fn reference_space(block: &mut Block) {
    for gap in block.gaps().into_iter().rev() {
        let clings = |letter: char| letter.is_ascii_uppercase() || is_digit(letter);
        if !block.matches(gap.end, clings) {
            continue;
        }
        let word = block.text(block.run_back(gap.start, char::is_alphabetic)..gap.start);
        let end = block.run(gap.end, char::is_alphanumeric);
        let name = block.text(gap.end..end);
        let is_letter = name.len() == 1 && name.chars().all(|letter| letter.is_ascii_uppercase());
        if REFERENCES_FR.contains(&word.as_str()) && (name.starts_with(is_digit) || is_letter) {
            block.bind(gap, Rule::ReferenceSpace);
        }
    }
}
