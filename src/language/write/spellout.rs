//! Numbers in words: `one hundred and five`, `quatre-vingts`.
//!
//! French keeps the traditional hyphens (under a hundred, not around *et*), the
//! spelling of the Translation Bureau's guides; OQLF accepts it beside that of 1990.
//! English has "and" before tens and units, as Canadian usage does (CLDR's
//! `spellout-cardinal-verbose`).

use super::options::{CallOptions, GENDERS, SetOption, choose};
use super::style::Style;
use crate::lang::Lang;
use crate::language::lexicon::{Scale, scales, thousand, written_number, written_rank};
use crate::language::words::Words;
use crate::memo::Gender;
use crate::memo::fact::Decimal;

/// Whether a number counts or ranks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SpelloutType {
    /// nine, neuf
    #[default]
    Cardinal,
    /// ninth, neuvième
    Ordinal,
}

/// Options of `SPELLOUT`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SpelloutOptions {
    /// `gender`: `masculine` (usual), `feminine`; French *une*, *première*.
    pub gender: Gender,
    /// `type`: `cardinal`, `ordinal`.
    pub spellout_type: SpelloutType,
}

const TYPES: [(&str, SpelloutType); 2] = [
    ("cardinal", SpelloutType::Cardinal),
    ("ordinal", SpelloutType::Ordinal),
];

impl CallOptions for SpelloutOptions {
    const ALL: &'static [(&'static str, SetOption<Self>)] = &[
        ("gender", |it, value| {
            choose(value, &GENDERS, &mut it.gender)
        }),
        ("type", |it, value| {
            choose(value, &TYPES, &mut it.spellout_type)
        }),
    ];
}

/// A number in words, any that a fact can hold. Fraction digits are read one by one
/// ("one point two five"); only whole numbers above zero rank, others are read as
/// cardinals.
pub fn spellout(value: Decimal, style: Style, options: &SpelloutOptions) -> Words {
    let lang = style.lang;
    let (whole, fraction) = value.digits();
    if options.spellout_type == SpelloutType::Ordinal
        && fraction.is_empty()
        && whole != "0"
        && !value.is_negative()
    {
        return Words::plain(rank(&cardinal(&whole, lang, false), lang, options.gender));
    }
    let feminine = options.gender == Gender::Feminine && fraction.is_empty();
    let mut text = cardinal(&whole, lang, feminine);
    if !fraction.is_empty() {
        text.push_str(match lang {
            Lang::En => " point",
            Lang::Fr => " virgule",
        });
        for digit in fraction.bytes() {
            text.push(' ');
            text.push_str(below_hundred(usize::from(digit - b'0'), lang, false, false).as_str());
        }
    }
    if value.is_negative() {
        let minus = match lang {
            Lang::En => "minus ",
            Lang::Fr => "moins ",
        };
        text.insert_str(0, minus);
    }
    Words::plain(text)
}

/// An ordinal in words: `twenty-first`, `première`.
pub(super) fn ordinal_in_words(value: u32, lang: Lang, gender: Gender) -> String {
    rank(&cardinal(&value.to_string(), lang, false), lang, gender)
}

/// A whole number of at most 30 digits in words.
fn cardinal(digits: &str, lang: Lang, feminine: bool) -> String {
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return below_hundred(0, lang, false, false);
    }
    let bytes: Vec<usize> = digits
        .bytes()
        .map(|digit| usize::from(digit - b'0'))
        .collect();
    let groups: Vec<usize> = bytes
        .rchunks(3)
        .map(|group| group.iter().fold(0, |sum, digit| sum * 10 + digit))
        .collect();
    let mut words: Vec<String> = Vec::new();
    for (power, &group) in groups
        .iter()
        .enumerate()
        .rev()
        .filter(|(_, group)| **group > 0)
    {
        let scale = power
            .checked_sub(2)
            .and_then(|index| scales(lang).get(index));
        words.extend(match lang {
            Lang::En => english_group(group, power, scale, !words.is_empty()),
            Lang::Fr => french_group(group, power, scale, feminine),
        });
    }
    words.join(" ")
}

fn english_group(group: usize, power: usize, scale: Option<&Scale>, follows: bool) -> Vec<String> {
    let (hundreds, rest) = (group / 100, group % 100);
    let mut words = Vec::new();
    if hundreds > 0 {
        words.push(format!(
            "{} hundred",
            below_hundred(hundreds, Lang::En, false, false)
        ));
    }
    if rest > 0 {
        if hundreds > 0 || (follows && power == 0) {
            words.push("and".to_owned());
        }
        words.push(below_hundred(rest, Lang::En, false, false));
    }
    match (power, scale) {
        (0, _) => {}
        (_, Some(scale)) => words.push(scale.one.to_owned()),
        (_, None) => words.push(thousand(Lang::En).to_owned()),
    }
    words
}

/// *Cent* and *vingt* take their s at the end of the number and before nouns
/// (millions), not before *mille*, which never changes; *une* stands at the end
/// alone (OQLF, « Accord des numéraux »).
fn french_group(group: usize, power: usize, scale: Option<&Scale>, feminine: bool) -> Vec<String> {
    let (hundreds, rest) = (group / 100, group % 100);
    let agrees = power != 1;
    let mut words = Vec::new();
    match hundreds {
        0 => {}
        1 => words.push("cent".to_owned()),
        _ => {
            let cent = if rest == 0 && agrees { "cents" } else { "cent" };
            words.push(format!(
                "{} {cent}",
                below_hundred(hundreds, Lang::Fr, false, false)
            ));
        }
    }
    if rest > 0 && !(power == 1 && group == 1) {
        words.push(below_hundred(
            rest,
            Lang::Fr,
            feminine && power == 0,
            agrees,
        ));
    }
    match (power, scale) {
        (0, _) => {}
        (_, Some(scale)) if group == 1 => words.push(scale.one.to_owned()),
        (_, Some(scale)) => words.push(scale.several.to_owned()),
        (_, None) => words.push(thousand(Lang::Fr).to_owned()),
    }
    words
}

/// A number below a hundred. `agrees`: whether *quatre-vingts* may take its s.
fn below_hundred(value: usize, lang: Lang, feminine: bool, agrees: bool) -> String {
    let unit = |value: usize| -> String {
        match (lang, value, feminine) {
            (Lang::Fr, 1, true) => "une".to_owned(),
            (Lang::Fr, 17..=19, _) => format!("{}-{}", word(10, lang), word(value - 10, lang)),
            _ => word(value, lang).to_owned(),
        }
    };
    if value < 20 {
        return unit(value);
    }
    // French has no tens of its own from seventy on: soixante-dix, quatre-vingt-dix.
    let (ten, rest) = match (lang, value / 10) {
        (Lang::Fr, 7) => (word(60, lang).to_owned(), value - 60),
        (Lang::Fr, 8 | 9) => (format!("{}-{}", word(4, lang), word(20, lang)), value - 80),
        (_, tens) => (word(tens * 10, lang).to_owned(), value % 10),
    };
    match (lang, rest, value / 10) {
        (Lang::Fr, 0, 8) if agrees => format!("{ten}s"),
        (_, 0, _) => ten,
        (Lang::Fr, 1 | 11, 2..=7) => format!("{ten} et {}", unit(rest)),
        _ => format!("{ten}-{}", unit(rest)),
    }
}

/// The word for 0 to 19 or a whole ten.
fn word(value: usize, lang: Lang) -> &'static str {
    written_number(value, lang).unwrap_or_default()
}

/// The ordinal of a cardinal in words: its last word changes.
fn rank(cardinal: &str, lang: Lang, gender: Gender) -> String {
    let start = cardinal.rfind([' ', '-']).map_or(0, |index| index + 1);
    let (head, last) = cardinal.split_at(start);
    match lang {
        Lang::En => format!("{head}{}", english_rank(last)),
        Lang::Fr if cardinal == "un" && gender == Gender::Feminine => "première".to_owned(),
        Lang::Fr if cardinal == "un" => "premier".to_owned(),
        Lang::Fr => {
            let stem = match last {
                "cinq" => "cinqu",
                "neuf" => "neuv",
                // Numerals end in s by nature (trois) or as plurals (cents).
                "trois" => "trois",
                other => other.trim_end_matches('s').trim_end_matches('e'),
            };
            // un million → millionième
            let head = if head == "un " { "" } else { head };
            format!("{head}{stem}ième")
        }
    }
}

fn english_rank(word: &str) -> String {
    match written_rank(word) {
        Some(rank) => rank.to_owned(),
        None => format!("{word}th"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(value: &str, lang: Lang, pairs: &[(&str, &str)]) -> String {
        let options = crate::language::write::tests::options::<SpelloutOptions>(pairs);
        spellout(
            Decimal::parse(value).expect("a decimal"),
            lang.into(),
            &options,
        )
        .to_plain()
    }

    /// OQLF, Vitrine linguistique, « Écriture des nombres en lettres » and « Accord
    /// des numéraux »; Guide du rédacteur, chapter 2; Le bon usage § 599.
    #[test]
    fn french_cardinals() {
        for (value, text) in [
            ("0", "zéro"),
            ("16", "seize"),
            ("17", "dix-sept"),
            ("21", "vingt et un"),
            ("22", "vingt-deux"),
            ("61", "soixante et un"),
            ("70", "soixante-dix"),
            ("71", "soixante et onze"),
            ("77", "soixante-dix-sept"),
            ("80", "quatre-vingts"),
            ("81", "quatre-vingt-un"),
            ("90", "quatre-vingt-dix"),
            ("91", "quatre-vingt-onze"),
            ("99", "quatre-vingt-dix-neuf"),
            ("100", "cent"),
            ("101", "cent un"),
            ("180", "cent quatre-vingts"),
            ("200", "deux cents"),
            ("201", "deux cent un"),
            ("280", "deux cent quatre-vingts"),
            ("1000", "mille"),
            ("1001", "mille un"),
            ("1100", "mille cent"),
            ("2000", "deux mille"),
            ("80000", "quatre-vingt mille"),
            ("200000", "deux cent mille"),
            ("1000000", "un million"),
            ("80000000", "quatre-vingts millions"),
            ("200000000", "deux cents millions"),
            ("1000000000", "un milliard"),
            ("2000000001", "deux milliards un"),
            ("1000000000000", "un billion"),
            ("1000000000000000", "un billiard"),
            ("-5", "moins cinq"),
            ("1.05", "un virgule zéro cinq"),
        ] {
            assert_eq!(words(value, Lang::Fr, &[]), text);
        }
        let feminine = [("gender", "feminine")];
        assert_eq!(words("1", Lang::Fr, &feminine), "une");
        assert_eq!(words("21", Lang::Fr, &feminine), "vingt et une");
        assert_eq!(words("81", Lang::Fr, &feminine), "quatre-vingt-une");
        assert_eq!(words("101", Lang::Fr, &feminine), "cent une");
        assert_eq!(words("21000", Lang::Fr, &feminine), "vingt et un mille");
        assert_eq!(words("1000000", Lang::Fr, &feminine), "un million");
        assert_eq!(words("71", Lang::Fr, &feminine), "soixante et onze");
    }

    /// CLDR `en`, `spellout-cardinal-verbose`, without its commas.
    #[test]
    fn english_cardinals() {
        for (value, text) in [
            ("0", "zero"),
            ("9", "nine"),
            ("21", "twenty-one"),
            ("40", "forty"),
            ("100", "one hundred"),
            ("105", "one hundred and five"),
            ("1005", "one thousand and five"),
            ("1105", "one thousand one hundred and five"),
            ("105000", "one hundred and five thousand"),
            ("1000001", "one million and one"),
            ("1000000000000000", "one quadrillion"),
            ("1.25", "one point two five"),
            ("-3", "minus three"),
        ] {
            assert_eq!(words(value, Lang::En, &[]), text);
        }
        assert_eq!(words("1", Lang::En, &[("gender", "feminine")]), "one");
    }

    #[test]
    fn ordinals() {
        let ordinal = [("type", "ordinal")];
        for (value, en, fr) in [
            ("1", "first", "premier"),
            ("2", "second", "deuxième"),
            ("3", "third", "troisième"),
            ("4", "fourth", "quatrième"),
            ("5", "fifth", "cinquième"),
            ("8", "eighth", "huitième"),
            ("9", "ninth", "neuvième"),
            ("12", "twelfth", "douzième"),
            ("20", "twentieth", "vingtième"),
            ("21", "twenty-first", "vingt et unième"),
            ("71", "seventy-first", "soixante et onzième"),
            ("80", "eightieth", "quatre-vingtième"),
            ("91", "ninety-first", "quatre-vingt-onzième"),
            ("100", "one hundredth", "centième"),
            ("101", "one hundred and first", "cent unième"),
            ("200", "two hundredth", "deux centième"),
            ("1000", "one thousandth", "millième"),
            ("1000000", "one millionth", "millionième"),
        ] {
            assert_eq!(words(value, Lang::En, &ordinal), en);
            assert_eq!(words(value, Lang::Fr, &ordinal), fr);
        }
        let feminine = [("type", "ordinal"), ("gender", "feminine")];
        assert_eq!(words("1", Lang::Fr, &feminine), "première");
        assert_eq!(words("21", Lang::Fr, &feminine), "vingt et unième");
    }
}
