//! Values that need not be the same in both languages, because of what stands around
//! them: the size of a file that exists in each, a grade of two school systems, a name
//! with its number or without, characters that one language sets as code, a run of 5K,
//! one that is single.

use crate::check::outline::ValuedText;
use crate::check::pairing::usage::Use;
use crate::check::passage::{Case, LinkUse, Manner, ReadPassage};
use crate::check::values::magnitude;
use crate::lang::Lang;
use crate::language::lexicon::{WordRole, fold, plays, weekday_named};
use crate::language::read::Value;
use crate::memo::fact::Decimal;

/// Whether two values that differ say what each language has of its own.
pub(in crate::check) fn are_each_languages_own(a: &Use<'_, '_>, b: &Use<'_, '_>) -> bool {
    are_sizes_of_two_files(a, b)
        || are_one_grade(a, b)
        || are_one_grade(b, a)
        || are_one_distance(a, b)
        || are_one_distance(b, a)
}

/// Whether the texts of the other language say a value otherwise: as code, or as the name
/// that it belongs to without its number.
pub(in crate::check) fn is_said_otherwise(usage: &Use<'_, '_>, others: &[&ValuedText<'_>]) -> bool {
    others.iter().any(|other| {
        let passage = &other.passage;
        stands_as_code(usage.written(), passage)
            || is_name_without_number(usage, passage)
            || is_single(usage, passage)
            || is_short_weekday(usage, passage)
            || is_formula_of_word(usage, passage)
    })
}

/// "CO₂e" beside « eqCO₂ »: a formula with figures below the line, to which each language
/// ties a word in its own way.
fn is_formula_of_word(usage: &Use<'_, '_>, passage: &ReadPassage<'_>) -> bool {
    let formula = usage.written().trim_matches(char::is_lowercase);
    formula.contains(|letter: char| ('₀'..='₉').contains(&letter)) && passage.text.contains(formula)
}

/// "Mon" beside « Lundi », where it is all that is said: in running text it may be another
/// word.
fn is_short_weekday(usage: &Use<'_, '_>, passage: &ReadPassage<'_>) -> bool {
    let Value::Weekday(day) = usage.said.kind.value else {
        return false;
    };
    let word = fold(passage.text.trim().trim_end_matches('.'));
    weekday_named(&word, passage.lang).is_some_and(|named| named.number == day)
}

/// "(PDF, 84 KB)" and "(PDF, 91 ko)": both in the words of a link or right behind them, and
/// the links lead to two files.
fn are_sizes_of_two_files(a: &Use<'_, '_>, b: &Use<'_, '_>) -> bool {
    let is_size = |usage: &Use<'_, '_>| is_unit_of_data(&following_word(usage));
    match (link_of(a), link_of(b)) {
        (Some(one), Some(other)) => is_size(a) && is_size(b) && one.href != other.href,
        _ => false,
    }
}

/// The link that a value stands in, or right behind, in brackets.
fn link_of<'u, 'd>(usage: &'u Use<'_, 'd>) -> Option<&'u LinkUse<'d>> {
    let passage = &usage.text.passage;
    let at = usage.said.range.start;
    passage.links.iter().rev().find(|link| {
        let between = passage.text.get(link.range.end..at);
        link.range.contains(&at)
            || between.is_some_and(|between| {
                between
                    .trim_start()
                    .starts_with(['(', '[', '–', '—', '-', ','])
                    && !between.contains([')', ']', '.', ';', '\n'])
            })
    })
}

fn is_unit_of_data(folded: &str) -> bool {
    matches!(
        folded,
        "kb" | "mb" | "gb" | "ko" | "mo" | "go" | "kib" | "mib" | "bytes" | "octets"
    )
}

/// The folded word right behind a value.
fn following_word(usage: &Use<'_, '_>) -> String {
    let passage = &usage.text.passage;
    let after = passage.text.get(usage.said.range.end..).unwrap_or_default();
    let after = after.trim_start_matches(|letter: char| letter.is_whitespace());
    let end = after
        .find(|letter: char| !letter.is_alphabetic())
        .unwrap_or(after.len());
    fold(&after[..end])
}

/// Grades before the first of the French secondary school of Quebec.
const PRIMARY: i64 = 6;

/// Grade 9 is the third year of secondary school.
fn are_one_grade(english: &Use<'_, '_>, french: &Use<'_, '_>) -> bool {
    let has = |usage: &Use<'_, '_>, words: [&str; 2]| {
        let passage = &usage.text.passage;
        let mut found = passage.words.iter();
        found.any(|word| words.contains(&word.folded.as_str()))
    };
    let number = |usage: &Use<'_, '_>| magnitude(&usage.said.kind).and_then(Decimal::to_integer);
    english.text.passage.lang == Lang::En
        && french.text.passage.lang == Lang::Fr
        && number(english).is_some()
        && number(english) == number(french).map(|year| year + PRIMARY)
        && has(english, ["grade", "grades"])
        && has(french, ["secondaire", "secondaires"])
}

/// Whether characters stand in a passage's code, where no values are read.
fn stands_as_code(written: &str, passage: &ReadPassage<'_>) -> bool {
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_');
    passage
        .pieces
        .iter()
        .filter(|piece| piece.manner == Manner::Code)
        .flat_map(|piece| passage.slice(&piece.range).split(|c| !is_part(c)))
        .any(|part| part.eq_ignore_ascii_case(written))
}

/// "1 colonne" is "a single column".
fn is_single(usage: &Use<'_, '_>, passage: &ReadPassage<'_>) -> bool {
    let mut words = passage.words.iter();
    usage.written() == "1" && words.any(|word| plays(&word.folded, WordRole::Single))
}

/// "The 5K run" is one of 5 km: the letter says thousand, or kilometres.
fn are_one_distance(letter: &Use<'_, '_>, written_out: &Use<'_, '_>) -> bool {
    let digits = letter.written().strip_suffix(['K', 'k']);
    let number = digits.and_then(Decimal::parse);
    let unit = following_word(written_out);
    number.is_some()
        && number == magnitude(&written_out.said.kind)
        && (unit == "km" || unit.starts_with("kilom"))
}

/// Letters from which on the letters of a code are a name.
const NAME: usize = 4;

/// COVID for COVID-19: the letters of the code stand there as a word, and no digits behind
/// them.
fn is_name_without_number(usage: &Use<'_, '_>, passage: &ReadPassage<'_>) -> bool {
    let written = usage.written();
    let end = written.find(|c: char| !c.is_ascii_uppercase());
    let name = &written[..end.unwrap_or(written.len())];
    matches!(usage.said.kind.value, Value::Code(_))
        && name.len() >= NAME
        && passage.words.iter().any(|word| {
            let after = passage.text.get(word.range.end..).unwrap_or_default();
            let mut after = after.chars();
            let number = match after.next() {
                Some('-' | '\u{2011}' | ' ') => after.next().is_some_and(|c| c.is_ascii_digit()),
                letter => letter.is_some_and(|c| c.is_ascii_digit()),
            };
            word.case == Case::Upper && passage.slice(&word.range) == name && !number
        })
}
