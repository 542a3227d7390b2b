//! The words that numbers, ranks and fractions are put together of: `numbers.tsv`,
//! `scales.tsv`, `ranks.tsv` and `fractions.tsv`.

use crate::lang::Lang;
use crate::language::table::{Lookup, Row, Table, WordsEntry, tables};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

pub(super) static PARTS: [Lookup<NumberPart>; 2] = tables!(
    "numbers.tsv",
    &["part", "value", "words"],
    read_part,
    Lookup::new
);

pub(super) static RANKS: [Lookup<u64>; 2] =
    tables!("ranks.tsv", &["value", "words"], read_value, Lookup::new);

pub(super) static FRACTIONS: [Lookup<u64>; 2] = tables!(
    "fractions.tsv",
    &["parts", "words"],
    read_value,
    Lookup::new
);

pub(super) static SCALES: [Table<Scale>; 2] = tables!(
    "scales.tsv",
    &[
        "power",
        "one",
        "several",
        "letter",
        "in words",
        "behind digits"
    ],
    read_scale
);

/// What a word adds to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberPart {
    /// 0 to 9.
    Unit(u64),
    /// 10 to 19; only `dix` may be followed by a unit, in French.
    Teen(u64),
    /// 20 to 90.
    Ten(u64),
    /// Hundred.
    Hundred,
    /// Thousand and above.
    Scale(u64),
    /// Twelve: a dozen. In French all of them: dizaine, douzaine, centaine.
    Collective(u64),
    /// Decades, centaines: a number stands before them, or they say none.
    Collectives(u64),
    /// Two, behind an article: a couple.
    Pair,
}

/// A power of a thousand.
#[derive(Clone, Debug)]
pub(crate) struct Scale {
    /// The power of ten.
    pub power: u32,
    /// The singular.
    pub one: &'static str,
    /// The plural; English has none behind a number.
    pub several: &'static str,
    /// The letter before a currency sign, where the scale has one: `$5M`, `5 G$`.
    pub letter: Option<&'static str>,
    in_words: Vec<&'static str>,
    behind_digits: Vec<&'static str>,
}

fn read_part(row: &Row) -> Option<WordsEntry<NumberPart>> {
    let value: u64 = row.number(1)?;
    let (range, part) = match row.cell(0) {
        "unit" => (0..=9, NumberPart::Unit(value)),
        "teen" => (10..=19, NumberPart::Teen(value)),
        "ten" => (20..=90, NumberPart::Ten(value)),
        "hundred" => (100..=100, NumberPart::Hundred),
        "collective" => (1..=1_000, NumberPart::Collective(value)),
        "collectives" => (1..=1_000, NumberPart::Collectives(value)),
        "pair" => (2..=2, NumberPart::Pair),
        _ => return None,
    };
    range.contains(&value).then(|| (row.list(2), part))
}

fn read_value(row: &Row) -> Option<WordsEntry<u64>> {
    Some((row.list(1), row.number(0)?))
}

fn read_scale(row: &Row) -> Option<Scale> {
    Some(Scale {
        power: row.number(0)?,
        one: row.filled(1)?,
        several: row.filled(2)?,
        letter: row.filled(3),
        in_words: row.list(4),
        behind_digits: row.list(5),
    })
}

/// The scales of a language from a million on, the smallest first.
pub(crate) fn scales(lang: Lang) -> &'static [Scale] {
    lang.of(&SCALES).entries().get(1..).unwrap_or_default()
}

/// The name of a thousand.
pub(crate) fn thousand(lang: Lang) -> &'static str {
    let scales = lang.of(&SCALES).entries();
    scales.first().map_or("", |scale| scale.one)
}

/// Powers of ten by the words that name them.
type Powers = FxHashMap<&'static str, u32>;

fn powers(words: fn(&Scale) -> &[&'static str]) -> [Powers; 2] {
    Lang::ALL.map(|lang| {
        let scales = lang.of(&SCALES).entries().iter();
        let words = scales.flat_map(|scale| words(scale).iter().map(|word| (*word, scale.power)));
        words.collect()
    })
}

/// What a scale word behind digits multiplies by, as a power of ten: 6 for million.
pub(crate) fn scale_places(word: &str, lang: Lang) -> Option<u32> {
    static POWERS: OnceLock<[Powers; 2]> = OnceLock::new();
    let powers = POWERS.get_or_init(|| powers(|scale| &scale.behind_digits));
    lang.of(powers).get(word).copied()
}

/// The part of a number in words that a folded word is.
pub(crate) fn number_part(word: &str, lang: Lang) -> Option<NumberPart> {
    static POWERS: OnceLock<[Powers; 2]> = OnceLock::new();
    if let Some(part) = lang.of(&PARTS).get(word) {
        return Some(*part);
    }
    let powers = POWERS.get_or_init(|| powers(|scale| &scale.in_words));
    let power = lang.of(powers).get(word).copied()?;
    10_u64.checked_pow(power).map(NumberPart::Scale)
}

/// The rank that one folded word names.
pub(crate) fn rank_word(word: &str, lang: Lang) -> Option<u64> {
    lang.of(&RANKS).get(word).copied()
}

/// What a word adds as the last of a rank in several words: the `first` of
/// twenty-first, the `unième` of vingt et unième.
pub(crate) fn rank_part(word: &str, lang: Lang) -> Option<NumberPart> {
    // "Les vingt premiers" are twenty, and a "twenty second delay" is no rank.
    let value = match (lang, word) {
        (Lang::Fr, "unieme") => 1,
        (Lang::Fr, _) if !word.ends_with("ieme") => return None,
        _ => rank_word(word, lang)?,
    };
    Some(match value {
        1..=9 => NumberPart::Unit(value),
        10..=19 => NumberPart::Teen(value),
        100 => NumberPart::Hundred,
        1_000 => NumberPart::Scale(value),
        _ => NumberPart::Ten(value),
    })
}

/// The denominator that a folded word names: thirds, quarts.
pub(crate) fn denominator(word: &str, lang: Lang) -> Option<u32> {
    let parts = lang.of(&FRACTIONS).get(word).copied()?;
    u32::try_from(parts).ok()
}

/// The word that is written for 0 to 19 or for a whole ten, where the language has one
/// word for it: *soixante-dix* and *dix-sept* are two.
pub(crate) fn written_number(value: usize, lang: Lang) -> Option<&'static str> {
    static WRITTEN: OnceLock<[FxHashMap<usize, &str>; 2]> = OnceLock::new();
    let written = WRITTEN.get_or_init(|| {
        Lang::ALL.map(|lang| {
            let mut written = FxHashMap::default();
            for (words, part) in lang.of(&PARTS).entries() {
                let (NumberPart::Unit(value) | NumberPart::Teen(value) | NumberPart::Ten(value)) =
                    *part
                else {
                    continue;
                };
                if let (Some(word), Ok(value)) = (words.first(), usize::try_from(value)) {
                    written.entry(value).or_insert(*word);
                }
            }
            written
        })
    });
    lang.of(written).get(&value).copied()
}

/// The English rank of the word of a cardinal that has one of its own: first, twelfth.
pub(crate) fn written_rank(cardinal: &str) -> Option<&'static str> {
    let value = match number_part(cardinal, Lang::En)? {
        NumberPart::Unit(value)
        | NumberPart::Teen(value)
        | NumberPart::Ten(value)
        | NumberPart::Scale(value) => value,
        NumberPart::Hundred => 100,
        _ => return None,
    };
    let [english, _] = &RANKS;
    let entry = english.entries().iter().find(|(_, rank)| *rank == value)?;
    entry.0.first().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_begin_with_a_thousand() {
        for lang in Lang::ALL {
            let powers = lang.of(&SCALES).entries().iter().map(|scale| scale.power);
            assert!(powers.eq((3..=27).step_by(3)));
        }
        assert_eq!(thousand(Lang::Fr), "mille");
    }

    #[test]
    fn words_are_written_and_read() {
        assert_eq!(written_number(2, Lang::En), Some("two"));
        assert_eq!(written_number(2, Lang::Fr), Some("deux"));
        assert_eq!(written_number(17, Lang::Fr), None);
        assert_eq!(written_rank("twelve"), Some("twelfth"));
        assert_eq!(written_rank("million"), None);
        assert_eq!(scale_places("milliards", Lang::Fr), Some(9));
        assert_eq!(scale_places("billions", Lang::Fr), Some(12));
        assert_eq!(
            number_part("billion", Lang::En),
            Some(NumberPart::Scale(1_000_000_000))
        );
        assert_eq!(number_part("millions", Lang::En), None);
        assert_eq!(denominator("thirds", Lang::En), Some(3));
    }
}
