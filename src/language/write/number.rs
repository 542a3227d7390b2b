//! Numbers: `1,234.5` and `1 234,5`, `5 million` and `5 millions`.

use super::number_options::{
    CompactDisplay, Grouping, Notation, NumberOptions, NumberStyle, SignDisplay,
};
use super::plural::{PluralCategory, plural_category};
use super::style::{NO_BREAK_SPACE, Style};
use super::{currency, percent};
use crate::lang::Lang;
use crate::language::lexicon::{Scale, scales};
use crate::language::words::Words;
use crate::memo::fact::Decimal;

/// A number: `1,234.5` / `1 234,5`. Below zero it has a minus sign, U+2212, in both
/// languages (OQLF, « Signes mathématiques »; CLDR has the hyphen-minus of keyboards).
pub fn number(value: Decimal, style: Style, options: &NumberOptions) -> Words {
    match options.style {
        NumberStyle::Decimal => Words::plain(signed(
            value,
            options,
            &scaled(value, style, options).text(style, options),
        )),
        NumberStyle::Percent => percent::percent(percent::hundredfold(value), style, options),
        NumberStyle::Currency => {
            let code = options.currency.as_deref().unwrap_or("CAD");
            currency::money(value, code, style, options)
        }
    }
}

/// A number reduced to what is printed before its scale word, if it gets one.
pub(super) struct Scaled {
    /// What the digits say, rounded.
    pub value: Decimal,
    /// The scale of the digits.
    pub scale: Option<&'static Scale>,
}

impl Scaled {
    /// The digits, grouped, without a sign.
    pub(super) fn digits(&self, style: Style, options: &NumberOptions) -> String {
        grouped(self.value, style, options)
    }

    /// The scale word, agreeing: French counts from 2 on as several.
    pub(super) fn word(&self, lang: Lang) -> Option<&'static str> {
        let scale = self.scale?;
        Some(match plural_category(self.value, lang) {
            PluralCategory::One => scale.one,
            _ => scale.several,
        })
    }

    /// The digits with the scale's word or letter.
    fn text(&self, style: Style, options: &NumberOptions) -> String {
        let digits = self.digits(style, options);
        let letter = self.scale.and_then(|scale| scale.letter);
        match (letter, options.compact_display, style.lang) {
            (Some(letter), CompactDisplay::Short, Lang::En) => format!("{digits}{letter}"),
            (Some(letter), CompactDisplay::Short, Lang::Fr) => {
                format!("{digits}{NO_BREAK_SPACE}{letter}")
            }
            _ => match self.word(style.lang) {
                Some(word) => format!("{digits}{}{word}", scale_space(style.lang)),
                None => digits,
            },
        }
    }
}

/// What stands between digits and their scale word; French binds them.
pub(super) const fn scale_space(lang: Lang) -> char {
    match lang {
        Lang::En => ' ',
        Lang::Fr => NO_BREAK_SPACE,
    }
}

/// Whether a number is printed with a scale word or letter: `5.3 million`.
pub(crate) fn has_scale(value: Decimal, style: Style, options: &NumberOptions) -> bool {
    scaled(value, style, options).scale.is_some()
}

/// The digits of a number without its scale, where another one is printed with the same
/// scale: the 1 of `de 1 à 2 millions`.
pub(super) fn beside_scale(
    value: Decimal,
    other: Decimal,
    style: Style,
    options: &NumberOptions,
) -> Option<String> {
    let [own, its] = [value, other].map(|value| scaled(value, style, options));
    let same = own.scale?.power == its.scale?.power;
    same.then(|| signed(value, options, &own.digits(style, options)))
}

/// Rounds as the options ask and splits off the scale in compact notation. Compact
/// numbers stay exact unless `maximumFractionDigits` is given.
pub(super) fn scaled(value: Decimal, style: Style, options: &NumberOptions) -> Scaled {
    let standard = || Scaled {
        value: rounded(value, options),
        scale: None,
    };
    if options.notation == Notation::Standard {
        return standard();
    }
    let reduced = |scale: &'static Scale| {
        let shifted = value.shifted_right(scale.power)?.normalized();
        Some(Scaled {
            value: rounded(shifted, options),
            scale: Some(scale),
        })
    };
    let whole_digits = value.digits().0.len();
    let mut fitting = scales(style.lang)
        .iter()
        .skip_while(|scale| {
            let next = scale.power as usize + 3;
            whole_digits > next && next <= 27
        })
        .filter(|scale| whole_digits > scale.power as usize);
    match (fitting.next().and_then(reduced), value.to_integer()) {
        // Rounding has made a thousand of the lower scale.
        (Some(found), _) if found.value.digits().0.len() > 3 => {
            let higher = scales(style.lang).iter().find(|scale| {
                found
                    .scale
                    .is_some_and(|lower| scale.power == lower.power + 3)
            });
            higher.and_then(reduced).unwrap_or(found)
        }
        (Some(found), _) => found,
        (None, Some(_)) => Scaled {
            value: rounded(value.normalized(), options),
            scale: None,
        },
        (None, None) => standard(),
    }
}

/// The value with as many fraction digits as the options allow. Zeros that were
/// written stay; zeros that rounding makes go.
pub(super) fn rounded(value: Decimal, options: &NumberOptions) -> Decimal {
    let least = options.minimum_fraction_digits.unwrap_or(0);
    let mut value = value;
    if let Some(most) = options.maximum_fraction_digits
        && value.fraction_digits() > most
    {
        value = value.with_fraction_digits(most).normalized();
    }
    if value.fraction_digits() < least {
        value = value.with_fraction_digits(least);
    }
    value
}

/// The digits of a value in groups, without a sign.
fn grouped(value: Decimal, style: Style, options: &NumberOptions) -> String {
    let (mut whole, fraction) = value.digits();
    let least = options.minimum_integer_digits.unwrap_or(1) as usize;
    if whole.len() < least {
        whole.insert_str(0, &"0".repeat(least - whole.len()));
    }
    let group = match options.use_grouping {
        Grouping::Always => whole.len() > 3,
        Grouping::Min2 => whole.len() > 4,
        Grouping::Never => false,
    };
    let mut text = String::with_capacity(whole.len() * 2 + fraction.len() + 1);
    for (index, digit) in whole.chars().enumerate() {
        if group && index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(style.group_separator());
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(style.decimal_separator());
        text.push_str(&fraction);
    }
    text
}

/// U+2212, which no line breaks behind, as wide as a plus.
const MINUS: &str = "−";

/// `text` with the sign of `value` before it.
pub(super) fn signed(value: Decimal, options: &NumberOptions, text: &str) -> String {
    let value = rounded(value, options);
    let is_zero = value.normalized().to_integer() == Some(0);
    let sign = match options.sign_display {
        SignDisplay::Never => "",
        _ if value.is_negative() => MINUS,
        SignDisplay::Always => "+",
        SignDisplay::ExceptZero if !is_zero => "+",
        SignDisplay::Auto | SignDisplay::ExceptZero => "",
    };
    format!("{sign}{text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(value: &str, pairs: &[(&str, &str)]) -> (String, String) {
        let value = Decimal::parse(value).expect("a decimal");
        let options = crate::language::write::tests::options::<NumberOptions>(pairs);
        (
            number(value, Lang::En.into(), &options).to_plain(),
            number(value, Lang::Fr.into(), &options)
                .to_plain()
                .replace('\u{a0}', "⍽"),
        )
    }

    fn expect(value: &str, pairs: &[(&str, &str)], en: &str, fr: &str) {
        assert_eq!(both(value, pairs), (en.to_owned(), fr.to_owned()));
    }

    #[test]
    fn digits_stand_as_they_were_written() {
        expect("1234567.5", &[], "1,234,567.5", "1⍽234⍽567,5");
        expect("1250000.10", &[], "1,250,000.10", "1⍽250⍽000,10");
        expect("1234", &[], "1,234", "1⍽234");
        expect("999", &[], "999", "999");
        expect("-0.5", &[], "−0.5", "−0,5");
    }

    #[test]
    fn options_are_heeded() {
        expect("1234", &[("useGrouping", "false")], "1234", "1234");
        expect("1234", &[("useGrouping", "min2")], "1234", "1234");
        expect("12345", &[("useGrouping", "min2")], "12,345", "12⍽345");
        expect("7", &[("minimumIntegerDigits", "3")], "007", "007");
        expect("1.5", &[("minimumFractionDigits", "2")], "1.50", "1,50");
        expect("1.255", &[("maximumFractionDigits", "2")], "1.26", "1,26");
        expect("1.999", &[("maximumFractionDigits", "2")], "2", "2");
        expect("-0.4", &[("maximumFractionDigits", "0")], "0", "0");
        expect("5", &[("signDisplay", "always")], "+5", "+5");
        expect("0", &[("signDisplay", "exceptZero")], "0", "0");
        expect("0.055", &[("style", "percent")], "5.5%", "5,5⍽%");
    }

    #[test]
    fn scale_words_agree() {
        let compact = [("notation", "compact")];
        expect("5000000", &compact, "5 million", "5⍽millions");
        expect("1000000", &compact, "1 million", "1⍽million");
        expect("1200000000", &compact, "1.2 billion", "1,2⍽milliard");
        expect(
            "1999999999",
            &compact,
            "1.999999999 billion",
            "1,999999999⍽milliard",
        );
        expect("2000000000000", &compact, "2 trillion", "2⍽billions");
        expect("999999", &compact, "999,999", "999⍽999");
        expect("500000.00", &compact, "500,000", "500⍽000");
        expect("-5000000", &compact, "−5 million", "−5⍽millions");
        expect(
            "999960000",
            &[("notation", "compact"), ("maximumFractionDigits", "1")],
            "1 billion",
            "1⍽milliard",
        );
        expect(
            "5000000",
            &[("notation", "compact"), ("compactDisplay", "short")],
            "5M",
            "5⍽M",
        );
    }
}
