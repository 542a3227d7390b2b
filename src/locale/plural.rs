//! Which variant a number chooses: by the plural rules of [`write`](crate::language::write).

use crate::lang::Lang;
use crate::language::write::{
    PluralCategory, plural_category, plural_category_ordinal, plural_category_scaled,
};
use crate::memo::fact::Decimal;

/// A number as selectors see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct SelectorNumber {
    /// The value with the fraction digits that are printed.
    pub value: Decimal,
    /// Whether it chooses among the categories of ordinals (1st, 2nd).
    pub ordinal: bool,
    /// Whether it is printed with a scale word or letter (5 millions).
    pub scaled: bool,
}

/// The names that plural categories have in some language.
pub(crate) const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

impl SelectorNumber {
    /// Its category in a language.
    pub(crate) fn category(self, lang: Lang) -> PluralCategory {
        match self {
            SelectorNumber { ordinal: true, .. } => plural_category_ordinal(self.value, lang),
            SelectorNumber { scaled: true, .. } => plural_category_scaled(lang),
            _ => plural_category(self.value, lang),
        }
    }

    /// Whether it is of the category of a name, as Fluent names it: `one`.
    pub(crate) fn is(self, category: &str, lang: Lang) -> bool {
        self.category(lang).name() == category
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use fluent::types::{FluentNumber, FluentNumberOptions, FluentNumberType, FluentValue};
    use fluent::{FluentArgs, FluentBundle, FluentResource};

    fn category(lang: Lang, number: &str, ordinal: bool) -> &'static str {
        let value = Decimal::parse(number).unwrap();
        let number = SelectorNumber {
            value,
            ordinal,
            scaled: false,
        };
        number.category(lang).name()
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
            ("1000000", "other", "many"),
            ("-2000000", "other", "many"),
            ("3000000000", "other", "many"),
            ("1000000.0", "other", "other"),
            ("1000001", "other", "other"),
            ("1500000", "other", "other"),
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

    /// What Fluent's bundle chooses for a number.
    fn chosen(bundle: &FluentBundle<FluentResource>, number: &str, ordinal: bool) -> String {
        let (_, fraction) = number.split_once('.').unwrap_or((number, ""));
        let mut args = FluentArgs::new();
        args.set(
            "n",
            FluentValue::Number(FluentNumber::new(
                number.parse().unwrap(),
                FluentNumberOptions {
                    r#type: match ordinal {
                        true => FluentNumberType::Ordinal,
                        false => FluentNumberType::Cardinal,
                    },
                    minimum_fraction_digits: (!fraction.is_empty()).then_some(fraction.len()),
                    ..FluentNumberOptions::default()
                },
            )),
        );
        let pattern = bundle.get_message("v").unwrap().value().unwrap();
        let text = bundle.format_pattern(pattern, Some(&args), &mut Vec::new());
        text.into_owned()
    }

    /// Fluent's own rules, of CLDR 37, for every number up to a thousand, with fractions
    /// and without. They make 1.5 a first, where CLDR asks for the whole number, and have
    /// no `many` for French millions, which CLDR has since version 38
    /// (`tests/suite/icu.rs` holds ours to it).
    #[test]
    fn categories_are_those_of_fluent() {
        let names = ["zero", "one", "two", "few", "many"];
        let variants = names.map(|name| format!(" [{name}] {name}\n")).concat();
        let source = format!("v = {{ $n ->\n{variants} *[other] other\n }}\n");
        for lang in Lang::ALL {
            let mut bundle = FluentBundle::new(vec![lang.tag().parse().unwrap()]);
            bundle
                .add_resource(FluentResource::try_new(source.clone()).unwrap())
                .unwrap();
            for whole in (0..=1_000).chain([1_001, 1_111, 1_000_000, 2_000_000, 1_000_001]) {
                for fraction in ["", ".0", ".5", ".10"] {
                    let number = format!("{whole}{fraction}");
                    let ours = match category(lang, &number, false) {
                        "many" => "other",
                        category => category,
                    };
                    assert_eq!(ours, chosen(&bundle, &number, false), "{lang} {number}");
                }
                let number = whole.to_string();
                let ours = category(lang, &number, true);
                assert_eq!(ours, chosen(&bundle, &number, true), "{lang} {number}");
            }
        }
    }
}
