//! The options of `NUMBER`.

use super::options::{CallOptions, OptionFault, SetOption, choose, count};

/// What a number counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumberStyle {
    /// Nothing: `1,234.5`.
    #[default]
    Decimal,
    /// A share of one, as ECMA-402 has it: 0.05 is `5%`. A percentage fact is
    /// already in hundredths and goes to [`percent`](super::percent()).
    Percent,
    /// Money, in [`NumberOptions::currency`].
    Currency,
}

/// How a currency is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CurrencyDisplay {
    /// `US$`, `$ US`; the Canadian dollar is `$`.
    #[default]
    Symbol,
    /// `$` for every dollar.
    NarrowSymbol,
    /// `CAD 5.00`, `5,00 CAD`.
    Code,
    /// `5.00 Canadian dollars`.
    Name,
}

/// How long numbers are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Notation {
    /// With all digits.
    #[default]
    Standard,
    /// With a scale word from a million on: `5 million`; smaller ones with all
    /// digits, since "5 thousand" is no form of public writing.
    Compact,
}

/// How a scale is shown. ECMA-402's usual value is `short`; ours is `long`, the
/// form of running text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CompactDisplay {
    /// `$5 million`, `5 millions de dollars`.
    #[default]
    Long,
    /// `$5M`, `5 M$`: for tables.
    Short,
}

/// Whether digits stand in groups of three.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// From four digits on, in both languages.
    #[default]
    Always,
    /// From five digits on.
    Min2,
    /// Never: years, numbers of files.
    Never,
}

/// When a sign stands before a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SignDisplay {
    /// Before those below zero.
    #[default]
    Auto,
    /// Before all.
    Always,
    /// Before all but zero.
    ExceptZero,
    /// Before none.
    Never,
}

/// Options of `NUMBER`. Without digits options a number prints the digits it was
/// written with, since facts are exact; ECMA-402 would round to three.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberOptions {
    /// `style`: `decimal`, `percent`, `currency`.
    pub style: NumberStyle,
    /// `currency`: an ISO 4217 code; `CAD` where absent.
    pub currency: Option<String>,
    /// `currencyDisplay`: `symbol`, `narrowSymbol`, `code`, `name`.
    pub currency_display: CurrencyDisplay,
    /// `notation`: `standard`, `compact`.
    pub notation: Notation,
    /// `compactDisplay`: `long`, `short`.
    pub compact_display: CompactDisplay,
    /// `useGrouping`: `always` (or `true`, `auto`), `min2`, `false`.
    pub use_grouping: Grouping,
    /// `signDisplay`: `auto` (or `negative`), `always`, `exceptZero`, `never`.
    pub sign_display: SignDisplay,
    /// `minimumIntegerDigits`: 1 to 20.
    pub minimum_integer_digits: Option<u32>,
    /// `minimumFractionDigits`: 0 to 20.
    pub minimum_fraction_digits: Option<u32>,
    /// `maximumFractionDigits`: 0 to 20; rounds half away from zero.
    pub maximum_fraction_digits: Option<u32>,
}

impl NumberOptions {
    /// The same in compact notation, where the fact itself asks for it.
    #[must_use]
    pub const fn compact_if(mut self, compact: bool) -> NumberOptions {
        if compact {
            self.notation = Notation::Compact;
        }
        self
    }
}

const STYLES: [(&str, NumberStyle); 3] = [
    ("decimal", NumberStyle::Decimal),
    ("percent", NumberStyle::Percent),
    ("currency", NumberStyle::Currency),
];

const CURRENCY_DISPLAYS: [(&str, CurrencyDisplay); 4] = [
    ("symbol", CurrencyDisplay::Symbol),
    ("narrowSymbol", CurrencyDisplay::NarrowSymbol),
    ("code", CurrencyDisplay::Code),
    ("name", CurrencyDisplay::Name),
];

const NOTATIONS: [(&str, Notation); 2] = [
    ("standard", Notation::Standard),
    ("compact", Notation::Compact),
];

const COMPACT_DISPLAYS: [(&str, CompactDisplay); 2] = [
    ("long", CompactDisplay::Long),
    ("short", CompactDisplay::Short),
];

const GROUPINGS: [(&str, Grouping); 5] = [
    ("always", Grouping::Always),
    ("auto", Grouping::Always),
    ("true", Grouping::Always),
    ("min2", Grouping::Min2),
    ("false", Grouping::Never),
];

const SIGN_DISPLAYS: [(&str, SignDisplay); 5] = [
    ("auto", SignDisplay::Auto),
    // A zero of ours has no sign.
    ("negative", SignDisplay::Auto),
    ("always", SignDisplay::Always),
    ("exceptZero", SignDisplay::ExceptZero),
    ("never", SignDisplay::Never),
];

impl CallOptions for NumberOptions {
    const ALL: &'static [(&'static str, SetOption<Self>)] = &[
        ("style", |it, value| choose(value, &STYLES, &mut it.style)),
        ("currency", |it, value| {
            it.currency = Some(currency_code(value)?);
            Ok(())
        }),
        ("currencyDisplay", |it, value| {
            choose(value, &CURRENCY_DISPLAYS, &mut it.currency_display)
        }),
        ("notation", |it, value| {
            choose(value, &NOTATIONS, &mut it.notation)
        }),
        ("compactDisplay", |it, value| {
            choose(value, &COMPACT_DISPLAYS, &mut it.compact_display)
        }),
        ("useGrouping", |it, value| {
            choose(value, &GROUPINGS, &mut it.use_grouping)
        }),
        ("signDisplay", |it, value| {
            choose(value, &SIGN_DISPLAYS, &mut it.sign_display)
        }),
        ("minimumIntegerDigits", |it, value| {
            count(value, 1, &mut it.minimum_integer_digits)
        }),
        ("minimumFractionDigits", |it, value| {
            count(value, 0, &mut it.minimum_fraction_digits)
        }),
        ("maximumFractionDigits", |it, value| {
            count(value, 0, &mut it.maximum_fraction_digits)
        }),
    ];

    fn conflicts(&self) -> Vec<OptionFault> {
        match (self.minimum_fraction_digits, self.maximum_fraction_digits) {
            (Some(least), Some(most)) if least > most => vec![OptionFault::Value {
                name: "maximumFractionDigits",
                value: most.to_string(),
                allowed: format!("at least the {least} of minimumFractionDigits"),
            }],
            _ => Vec::new(),
        }
    }
}

fn currency_code(value: &str) -> Result<String, String> {
    let is_code = value.len() == 3 && value.bytes().all(|byte| byte.is_ascii_uppercase());
    let code = is_code.then(|| value.to_owned());
    code.ok_or_else(|| "a code of ISO 4217 in capitals, such as \"CAD\"".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_name_the_option() {
        let faults = crate::language::write::tests::parse::<NumberOptions>(&[
            ("minimumFractionDigit", "2"),
            ("notation", "scientific"),
            ("maximumFractionDigits", "x"),
        ])
        .expect_err("three faults");
        assert_eq!(faults.len(), 3);
        assert_eq!(
            faults[1],
            OptionFault::Value {
                name: "notation",
                value: "scientific".to_owned(),
                allowed: "\"standard\", \"compact\"".to_owned(),
            }
        );
        let faults = crate::language::write::tests::parse::<NumberOptions>(&[
            ("minimumFractionDigits", "3"),
            ("maximumFractionDigits", "1"),
        ])
        .expect_err("a conflict");
        assert_eq!(faults.len(), 1);
    }
}
