//! Ordinals in figures: `26th` and `26e`, their letters raised.

use super::options::{CallOptions, GENDERS, NUMBERS, SetOption, choose};
use super::plural::{PluralCategory, plural_category_ordinal};
use super::style::Style;
use crate::lang::Lang;
use crate::language::words::Words;
use crate::memo::fact::Decimal;
use crate::memo::{Gender, GrammaticalNumber};

/// Options of `ORDINAL`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OrdinalOptions {
    /// `gender`: `masculine` (usual), `feminine`; French *1re*.
    pub gender: Gender,
    /// `number`: `one` (usual), `other`; French *1ers*, *2es*.
    pub number: Option<GrammaticalNumber>,
}

impl CallOptions for OrdinalOptions {
    const ALL: &'static [(&'static str, SetOption<Self>)] = &[
        ("gender", |it, value| {
            choose(value, &GENDERS, &mut it.gender)
        }),
        ("number", |it, value| {
            choose(value, &NUMBERS, &mut it.number)
        }),
    ];
}

/// An ordinal: `1st`, `26th` / `1er`, `1re`, `26e` (OQLF, « Abréviation des
/// ordinaux »: never *ème*). The digits are not grouped: ordinals count floors,
/// streets and anniversaries.
pub fn ordinal(value: u32, style: Style, options: &OrdinalOptions) -> Words {
    let several = options.number == Some(GrammaticalNumber::Other);
    let category = plural_category_ordinal(Decimal::from(i64::from(value)), style.lang);
    let letters = match (style.lang, category, options.gender, several) {
        (Lang::En, PluralCategory::One, ..) => "st",
        (Lang::En, PluralCategory::Two, ..) => "nd",
        (Lang::En, PluralCategory::Few, ..) => "rd",
        (Lang::En, PluralCategory::Many | PluralCategory::Other, ..) => "th",
        (Lang::Fr, PluralCategory::One, Gender::Feminine, false) => "re",
        (Lang::Fr, PluralCategory::One, Gender::Feminine, true) => "res",
        (Lang::Fr, PluralCategory::One, _, false) => "er",
        (Lang::Fr, PluralCategory::One, _, true) => "ers",
        (Lang::Fr, _, _, false) => "e",
        (Lang::Fr, _, _, true) => "es",
    };
    let mut words = Words::plain(value.to_string());
    words.push_superscript(letters);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// *The Canadian Style* 5.05; OQLF, « Abréviation des adjectifs ordinaux ».
    #[test]
    fn letters() {
        let en = |value| ordinal(value, Lang::En.into(), &OrdinalOptions::default()).to_plain();
        for (value, text) in [
            (1, "1st"),
            (2, "2nd"),
            (3, "3rd"),
            (4, "4th"),
            (11, "11th"),
            (12, "12th"),
            (13, "13th"),
            (21, "21st"),
            (26, "26th"),
            (111, "111th"),
            (122, "122nd"),
        ] {
            assert_eq!(en(value), text);
        }
        let fr = |value, pairs: &[(&str, &str)]| {
            let options = crate::language::write::tests::options::<OrdinalOptions>(pairs);
            ordinal(value, Lang::Fr.into(), &options).to_plain()
        };
        assert_eq!(fr(1, &[]), "1er");
        assert_eq!(fr(1, &[("gender", "feminine")]), "1re");
        assert_eq!(fr(2, &[("gender", "feminine")]), "2e");
        assert_eq!(fr(26, &[]), "26e");
        assert_eq!(fr(21, &[]), "21e");
        assert_eq!(fr(2, &[("number", "other")]), "2es");
        assert_eq!(fr(1, &[("number", "other")]), "1ers");
    }

    #[test]
    fn letters_stand_raised() {
        let words = ordinal(26, Lang::En.into(), &OrdinalOptions::default());
        assert!(words.0[1].superscript && !words.0[0].superscript);
    }
}
