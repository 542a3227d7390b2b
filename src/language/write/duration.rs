//! Durations: `9 months` and `9 mois`.

use super::list::{ListOptions, list};
use super::number::{number, scale_space};
use super::number_options::NumberOptions;
use super::plural::{PluralCategory, plural_category};
use super::style::Style;
use crate::lang::Lang;
use crate::language::words::Words;
use crate::memo::fact::{Decimal, DurationUnit};

/// A duration with its units in words, several joined as a list: `2 years and
/// 6 months` / `2 ans et 6 mois`. French binds each number to its unit.
pub fn duration(parts: &[(u32, DurationUnit)], style: Style) -> Words {
    let parts: Vec<Words> = parts
        .iter()
        .map(|&(count, unit)| {
            let value = Decimal::from(i64::from(count));
            let mut words = number(value, style, &NumberOptions::default());
            words.push(&scale_space(style.lang).to_string());
            words.push(unit_name(
                unit,
                plural_category(value, style.lang),
                style.lang,
            ));
            words
        })
        .collect();
    list(&parts, style, &ListOptions::default())
}

fn unit_name(unit: DurationUnit, category: PluralCategory, lang: Lang) -> &'static str {
    let [one, other] = match (lang, unit) {
        (Lang::En, DurationUnit::Year) => ["year", "years"],
        (Lang::En, DurationUnit::Month) => ["month", "months"],
        (Lang::En, DurationUnit::Week) => ["week", "weeks"],
        (Lang::En, DurationUnit::Day) => ["day", "days"],
        (Lang::En, DurationUnit::Hour) => ["hour", "hours"],
        (Lang::En, DurationUnit::Minute) => ["minute", "minutes"],
        (Lang::Fr, DurationUnit::Year) => ["an", "ans"],
        (Lang::Fr, DurationUnit::Month) => ["mois", "mois"],
        (Lang::Fr, DurationUnit::Week) => ["semaine", "semaines"],
        (Lang::Fr, DurationUnit::Day) => ["jour", "jours"],
        (Lang::Fr, DurationUnit::Hour) => ["heure", "heures"],
        (Lang::Fr, DurationUnit::Minute) => ["minute", "minutes"],
    };
    if category == PluralCategory::One {
        one
    } else {
        other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_agree() {
        use DurationUnit::{Day, Hour, Month, Year};
        let of = |parts: &[(u32, DurationUnit)], lang: Lang| {
            duration(parts, lang.into())
                .to_plain()
                .replace('\u{a0}', "⍽")
        };
        assert_eq!(of(&[(9, Month)], Lang::En), "9 months");
        assert_eq!(of(&[(9, Month)], Lang::Fr), "9⍽mois");
        assert_eq!(
            of(&[(1, Year), (6, Month)], Lang::En),
            "1 year and 6 months"
        );
        assert_eq!(of(&[(1, Year), (6, Month)], Lang::Fr), "1⍽an et 6⍽mois");
        assert_eq!(
            of(&[(2, Year), (1, Day), (3, Hour)], Lang::Fr),
            "2⍽ans, 1⍽jour et 3⍽heures"
        );
        assert_eq!(of(&[(0, Day)], Lang::Fr), "0⍽jour");
        assert_eq!(of(&[(0, Day)], Lang::En), "0 days");
    }
}
