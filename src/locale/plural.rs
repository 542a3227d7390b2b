//! Which variant a number chooses: by Fluent's plural rules (CLDR 37).

use crate::lang::Lang;
use crate::memo::fact::Decimal;
use fluent::concurrent::FluentBundle;
use fluent::types::{FluentNumber, FluentNumberOptions, FluentNumberType};
use fluent::{FluentResource, FluentValue};
use fluent_bundle::resolver::Scope;

/// A number as selectors see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Number {
    /// The value with the fraction digits that are printed.
    pub value: Decimal,
    /// Whether it chooses among the categories of ordinals (1st, 2nd).
    pub ordinal: bool,
}

/// A language's plural rules.
pub(crate) struct Plurals(FluentBundle<FluentResource>);

/// The names that plural categories have in some language.
pub(crate) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

impl Plurals {
    /// The rules of a language.
    pub fn new(lang: Lang) -> Plurals {
        let id = lang.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        Plurals(bundle)
    }

    /// Whether a number is of the category, as Fluent names it: `one`.
    pub fn is(&self, number: Number, category: &str) -> bool {
        // CLDR asks for the whole number; the crate that Fluent uses asks for its whole
        // part, and makes 1.5 a first.
        let is_whole = || number.value.normalized().digits().1.is_empty();
        if number.ordinal && !is_whole() {
            return category == "other";
        }
        let key = FluentValue::from(category);
        let scope = Scope::new(&self.0, None, None);
        key.matches(&FluentValue::Number(as_fluent(number)), &scope)
    }
}

/// Fluent's numbers are `f64` and its rules overflow at 64 bits; what is left of a
/// longer one here has the same category.
fn as_fluent(number: Number) -> FluentNumber {
    let (whole, fraction) = number.value.digits();
    let whole = if whole.len() > 12 {
        format!("1{}", &whole[whole.len() - 11..])
    } else {
        whole
    };
    let fraction: String = fraction.chars().take(3).collect();
    FluentNumber::new(
        format!("{whole}.{fraction}0").parse().unwrap_or(0.0),
        FluentNumberOptions {
            r#type: if number.ordinal {
                FluentNumberType::Ordinal
            } else {
                FluentNumberType::Cardinal
            },
            minimum_fraction_digits: (!fraction.is_empty()).then_some(fraction.len()),
            ..FluentNumberOptions::default()
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn category(lang: Lang, number: &str, ordinal: bool) -> &'static str {
        let plurals = Plurals::new(lang);
        let value = Decimal::parse(number).unwrap();
        let matching: Vec<&str> = CATEGORIES
            .into_iter()
            .filter(|category| plurals.is(Number { value, ordinal }, category))
            .collect();
        assert_eq!(matching.len(), 1, "{number}");
        matching[0]
    }

    #[test]
    fn categories() {
        for (number, en, fr) in [
            ("0", "other", "one"),
            ("1", "one", "one"),
            ("-1", "one", "one"),
            ("1.0", "other", "one"),
            ("1.5", "other", "one"),
            ("2", "other", "other"),
            ("100000000000000000000000001", "other", "other"),
            ("0.0000000000000000000000001", "other", "one"),
        ] {
            assert_eq!(category(Lang::En, number, false), en, "{number}");
            assert_eq!(category(Lang::Fr, number, false), fr, "{number}");
        }
        for (number, en) in [("1", "one"), ("2", "two"), ("3", "few"), ("11", "other")] {
            assert_eq!(category(Lang::En, number, true), en, "{number}");
        }
        for fraction in ["1.5", "2.01", "0.3", "21.9"] {
            assert_eq!(category(Lang::En, fraction, true), "other");
            assert_eq!(category(Lang::Fr, fraction, true), "other");
        }
        assert_eq!(category(Lang::En, "1.0", true), "one");
        assert_eq!(category(Lang::Fr, "1", true), "one");
        assert_eq!(category(Lang::Fr, "2", true), "other");
    }
}
