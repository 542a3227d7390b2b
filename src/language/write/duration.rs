//! Durations: `9 months` and `9 mois`.

use super::list::{ListOptions, list};
use super::number::{number, scale_space};
use super::number_options::NumberOptions;
use super::plural::{PluralCategory, plural_category};
use super::style::Style;
use crate::lang::Lang;
use crate::language::lexicon::{TimeUnit, written_unit};
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
    let unit = match unit {
        DurationUnit::Year => TimeUnit::months(12),
        DurationUnit::Month => TimeUnit::months(1),
        DurationUnit::Week => TimeUnit::seconds(7 * 86_400),
        DurationUnit::Day => TimeUnit::seconds(86_400),
        DurationUnit::Hour => TimeUnit::seconds(3_600),
        DurationUnit::Minute => TimeUnit::seconds(60),
    };
    let [one, other] = written_unit(unit, lang).unwrap_or_default();
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
