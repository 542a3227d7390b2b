//! Money: `$1,250,000.00` and `1 250 000,00 $`, `$5 million` and
//! `5 millions de dollars`.

use super::elision;
use super::number::{Scaled, scale_space, scaled, signed};
use super::number_options::{CompactDisplay, CurrencyDisplay, NumberOptions};
use super::plural::{PluralCategory, plural_category};
use super::style::{NO_BREAK_SPACE, Style};
use crate::lang::Lang;
use crate::language::lexicon::{self, Currency};
use crate::language::words::Words;
use crate::memo::fact::Decimal;

/// Money of `currency`, an ISO 4217 code: `$1,250,000.00` / `1 250 000,00 $`.
///
/// The decimals are those that were written; one decimal alone gets its second,
/// since no price is written `$12.5`. In compact notation: `$5 million` /
/// `5 millions de dollars`, and `$5M` / `5 M$` with `compactDisplay: "short"`. An
/// unknown currency is named by its code.
pub fn money(amount: Decimal, currency: &str, style: Style, options: &NumberOptions) -> Words {
    let known = lexicon::currency(currency);
    let mut options = options.clone();
    if options.minimum_fraction_digits.is_none()
        && options.maximum_fraction_digits.is_none()
        && options.notation == super::Notation::Standard
        && amount.fraction_digits() == 1
    {
        options.minimum_fraction_digits = known.map(|known| known.minor_digits.max(1));
    }
    let scaled = scaled(amount, style, &options);
    let parts = Parts {
        digits: scaled.digits(style, &options),
        scaled,
        code: currency,
        known,
        options: &options,
        style,
    };
    let text = match (options.currency_display, style.lang) {
        (CurrencyDisplay::Name, _) => parts.with_name(false),
        (_, Lang::En) => parts.english(),
        (_, Lang::Fr) => parts.french(),
    };
    Words::plain(signed(amount, &options, &text))
}

/// What an amount is put together from.
struct Parts<'a> {
    scaled: Scaled,
    digits: String,
    code: &'a str,
    known: Option<&'static Currency>,
    options: &'a NumberOptions,
    style: Style,
}

impl Parts<'_> {
    fn sign(&self) -> &str {
        match (self.options.currency_display, self.known, self.style.lang) {
            (CurrencyDisplay::Code, ..) | (_, None, _) => self.code,
            (CurrencyDisplay::NarrowSymbol, Some(known), _) => known.narrow,
            (_, Some(known), lang) => known.sign(lang),
        }
    }

    /// The letter of the scale, where one was asked for and there is one.
    fn scale_letter(&self) -> Option<&'static str> {
        let scale = self.scaled.scale?;
        scale
            .letter
            .filter(|_| self.options.compact_display == CompactDisplay::Short)
    }

    fn english(&self) -> String {
        let sign = self.sign();
        // A code is a word and stands apart: CHF 5.00.
        let space = if sign.ends_with(|letter: char| letter.is_alphabetic()) {
            "\u{a0}"
        } else {
            ""
        };
        let digits = &self.digits;
        match (self.scale_letter(), self.scaled.word(Lang::En)) {
            (Some(letter), _) => format!("{sign}{space}{digits}{letter}"),
            (None, Some(word)) => format!("{sign}{space}{digits} {word}"),
            (None, None) => format!("{sign}{space}{digits}"),
        }
    }

    fn french(&self) -> String {
        let (digits, sign) = (&self.digits, self.sign());
        match (self.scale_letter(), self.scaled.scale) {
            // 5 M$, 5 M$ US (OQLF); a code stands apart: 5 M CHF.
            (Some(letter), _) if sign.starts_with(|first: char| first.is_alphabetic()) => {
                format!("{digits}{NO_BREAK_SPACE}{letter}{NO_BREAK_SPACE}{sign}")
            }
            (Some(letter), _) => format!("{digits}{NO_BREAK_SPACE}{letter}{sign}"),
            // Never "5 millions de $": after a scale word the currency is a word too.
            (None, Some(_)) if self.options.currency_display != CurrencyDisplay::Code => {
                self.with_name(true)
            }
            (None, Some(_)) => format!("{}{NO_BREAK_SPACE}{sign}", self.scaled_digits()),
            (None, None) => format!("{digits}{NO_BREAK_SPACE}{sign}"),
        }
    }

    fn scaled_digits(&self) -> String {
        match self.scaled.word(self.style.lang) {
            Some(word) => format!("{}{}{word}", self.digits, scale_space(self.style.lang)),
            None => self.digits.clone(),
        }
    }

    /// With the currency's name: `5.00 Canadian dollars`, `5 millions d'euros`. The
    /// home currency is just `dollars` where `short` is asked for.
    fn with_name(&self, short: bool) -> String {
        let Some(known) = self.known else {
            return format!("{}{NO_BREAK_SPACE}{}", self.scaled_digits(), self.code);
        };
        let lang = self.style.lang;
        let one = self.scaled.scale.is_none()
            && plural_category(self.scaled.value, lang) == PluralCategory::One;
        let names = match (lang, short && known.code == "CAD") {
            (Lang::Fr, true) => ["dollar", "dollars"],
            _ => known.names(lang),
        };
        let name = if one { names[0] } else { names[1] };
        match lang {
            // In digits alone it is a number as any: 3 000 000 dollars.
            Lang::Fr if self.scaled.scale.is_some() => {
                let de = elision::de(name, None);
                format!("{} {de}{name}", self.scaled_digits())
            }
            Lang::Fr => format!("{}{NO_BREAK_SPACE}{name}", self.digits),
            Lang::En => format!("{} {name}", self.scaled_digits()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expect(amount: &str, code: &str, pairs: &[(&str, &str)], en: &str, fr: &str) {
        let amount = Decimal::parse(amount).expect("a decimal");
        let options = crate::language::write::tests::options::<NumberOptions>(pairs);
        let of = |lang: Lang| {
            money(amount, code, lang.into(), &options)
                .to_plain()
                .replace('\u{a0}', "⍽")
        };
        assert_eq!((of(Lang::En).as_str(), of(Lang::Fr).as_str()), (en, fr));
    }

    #[test]
    fn the_decimals_are_those_written() {
        expect("1250000.00", "CAD", &[], "$1,250,000.00", "1⍽250⍽000,00⍽$");
        expect("1234", "CAD", &[], "$1,234", "1⍽234⍽$");
        expect("12.5", "CAD", &[], "$12.50", "12,50⍽$");
        expect("-5.00", "CAD", &[], "−$5.00", "−5,00⍽$");
    }

    #[test]
    fn other_currencies() {
        expect("5.00", "USD", &[], "US$5.00", "5,00⍽$⍽US");
        expect("5.00", "EUR", &[], "€5.00", "5,00⍽€");
        expect("5.00", "CHF", &[], "CHF⍽5.00", "5,00⍽CHF");
        expect("5.00", "XYZ", &[], "XYZ⍽5.00", "5,00⍽XYZ");
        let narrow = [("currencyDisplay", "narrowSymbol")];
        expect("5.00", "USD", &narrow, "$5.00", "5,00⍽$");
        let code = [("currencyDisplay", "code")];
        expect("5.00", "CAD", &code, "CAD⍽5.00", "5,00⍽CAD");
    }

    #[test]
    fn scale_words_take_de() {
        let compact = [("notation", "compact")];
        expect(
            "5000000",
            "CAD",
            &compact,
            "$5 million",
            "5⍽millions de dollars",
        );
        expect(
            "1500000",
            "CAD",
            &compact,
            "$1.5 million",
            "1,5⍽million de dollars",
        );
        expect(
            "5000000",
            "EUR",
            &compact,
            "€5 million",
            "5⍽millions d’euros",
        );
        expect(
            "2000000000.00",
            "USD",
            &compact,
            "US$2 billion",
            "2⍽milliards de dollars américains",
        );
        expect(
            "5000000",
            "XYZ",
            &compact,
            "XYZ⍽5 million",
            "5⍽millions⍽XYZ",
        );
        expect("750000", "CAD", &compact, "$750,000", "750⍽000⍽$");
        let short = [("notation", "compact"), ("compactDisplay", "short")];
        expect("5000000", "CAD", &short, "$5M", "5⍽M$");
        expect("5000000000", "USD", &short, "US$5B", "5⍽G$⍽US");
        expect("5000000", "CHF", &short, "CHF⍽5M", "5⍽M⍽CHF");
    }

    #[test]
    fn names_agree() {
        let name = [("currencyDisplay", "name")];
        expect("1", "CAD", &name, "1 Canadian dollar", "1⍽dollar canadien");
        expect(
            "1.50",
            "CAD",
            &name,
            "1.50 Canadian dollars",
            "1,50⍽dollar canadien",
        );
        expect("2", "USD", &name, "2 US dollars", "2⍽dollars américains");
        expect(
            "3000000",
            "CAD",
            &name,
            "3,000,000 Canadian dollars",
            "3⍽000⍽000⍽dollars canadiens",
        );
    }
}
