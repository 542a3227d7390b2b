//! What stands in a cell of a table, and whether a column is one of numbers.

use super::{Value, scan};
use crate::lang::Lang;
use crate::language::lexicon::UNIT_SYMBOLS;

/// What a cell says, as far as the alignment of its column goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellContent {
    /// One number, amount or percentage in figures, perhaps with the symbol of a unit.
    Number,
    /// Nothing, or a sign that there is nothing: a dash, "n/a".
    Blank,
    /// Anything else.
    Words,
}

/// What stands for a number that is not there, in lower case without spaces.
const NOTHING: [&[&str]; 2] = [
    &["n/a", "n.a.", "na", "nil", "none"],
    &["s.o.", "s/o", "n.d.", "nd", "néant", "nul"],
];

/// Reads a cell. A range, a date or a sentence with numbers in it is words.
pub fn read_cell(text: &str, lang: Lang) -> CellContent {
    let text = text.trim();
    if is_nothing(text, lang) {
        return CellContent::Blank;
    }
    // Accountants write what is below zero in brackets.
    let inner = text
        .strip_prefix('(')
        .and_then(|text| text.strip_suffix(')'))
        .unwrap_or(text);
    let number = inner
        .trim_start_matches([
            '+', '-', '\u{2212}', '\u{2013}', '±', '~', '≈', '<', '>', '≤', '≥',
        ])
        .trim_start()
        .trim_end_matches(['*', '†', '‡']);
    let readings = scan(number, lang);
    let [reading] = readings.as_slice() else {
        return CellContent::Words;
    };
    let in_figures = match reading.value {
        Value::Number { words, .. } => !words,
        Value::Money { .. } | Value::Percent(_) => true,
        _ => false,
    };
    let begins = number
        .get(..reading.range.start)
        .is_some_and(|before| before.is_empty());
    let after = number.get(reading.range.end..).unwrap_or_default().trim();
    let starts_with_figure = number.chars().any(|letter| letter.is_ascii_digit());
    if in_figures && begins && starts_with_figure && (after.is_empty() || UNIT_SYMBOLS.has(after)) {
        CellContent::Number
    } else {
        CellContent::Words
    }
}

fn is_nothing(text: &str, lang: Lang) -> bool {
    let bare: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    let words = match lang {
        Lang::En => NOTHING[0],
        Lang::Fr => NOTHING[1],
    };
    words.contains(&bare.as_str())
        || bare.chars().all(|letter| {
            matches!(
                letter,
                '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '…' | '*'
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_in_figures_is_a_number() {
        for text in [
            "14",
            "48,200",
            "$1,250,000.00",
            "12%",
            "-3.5",
            "(1,234)",
            "+6.5%",
            "$5 million",
            "12.5 km",
            "≈ 40",
            "12*",
            "US$40",
        ] {
            assert_eq!(read_cell(text, Lang::En), CellContent::Number, "{text}");
        }
        for text in [
            "1\u{a0}234,5",
            "12\u{a0}%",
            "1\u{a0}250\u{a0}000,00\u{a0}$",
            "5\u{a0}millions\u{a0}de\u{a0}dollars",
            "\u{2212}3,5",
            "12,5\u{a0}km",
        ] {
            assert_eq!(read_cell(text, Lang::Fr), CellContent::Number, "{text}");
        }
    }

    #[test]
    fn dashes_and_their_words_are_nothing() {
        for text in ["", "–", "—", "-", "n/a", "N/A", "nil"] {
            assert_eq!(read_cell(text, Lang::En), CellContent::Blank, "{text}");
        }
        for text in ["s.\u{a0}o.", "S.O.", "n.d.", "Néant"] {
            assert_eq!(read_cell(text, Lang::Fr), CellContent::Blank, "{text}");
        }
    }

    #[test]
    fn ranges_dates_codes_and_words_are_words() {
        for text in [
            "two",
            "10 to 20",
            "April 1, 2026",
            "9:30 a.m.",
            "2026-PPD-014",
            "416-555-0100",
            "Room 12",
            "14 organizations",
            "3rd",
            "2025–26",
        ] {
            assert_eq!(read_cell(text, Lang::En), CellContent::Words, "{text}");
        }
        assert_eq!(read_cell("n/a", Lang::Fr), CellContent::Words);
        assert_eq!(read_cell("12 mars 2026", Lang::Fr), CellContent::Words);
    }
}
