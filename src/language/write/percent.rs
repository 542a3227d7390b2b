//! Percentages: `5%` and `5 %`.

use super::number::{rounded, scaled, signed};
use super::number_options::NumberOptions;
use super::style::Style;
use crate::lang::Lang;
use crate::language::words::Words;
use crate::memo::fact::Decimal;

/// A percentage in hundredths: 12.5 is `12.5%` / `12,5 %`.
pub fn percent(hundredths: Decimal, style: Style, options: &NumberOptions) -> Words {
    let plain = NumberOptions {
        notation: super::Notation::Standard,
        ..options.clone()
    };
    let digits = scaled(rounded(hundredths, &plain), style, &plain).digits(style, &plain);
    let text = match style.lang {
        Lang::En => format!("{digits}%"),
        Lang::Fr => format!("{digits}{}%", style.number_space()),
    };
    Words::plain(signed(hundredths, &plain, &text))
}

/// A share of one in hundredths: 0.125 is 12.5.
pub(super) fn hundredfold(share: Decimal) -> Decimal {
    let (whole, fraction) = share.digits();
    let (moved, rest) = match fraction.len() {
        0 => ("00".to_owned(), ""),
        1 => (format!("{fraction}0"), ""),
        _ => (fraction[..2].to_owned(), &fraction[2..]),
    };
    let sign = if share.is_negative() { "-" } else { "" };
    let point = if rest.is_empty() { "" } else { "." };
    // Only a number of 27 digits and more has no hundredfold; it stays as it is.
    Decimal::parse(&format!("{sign}{whole}{moved}{point}{rest}")).unwrap_or(share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hundredths_keep_their_digits() {
        let of = |text| Decimal::parse(text).expect("a decimal");
        for (share, hundredths) in [
            ("0.125", "12.5"),
            ("0.1250", "12.50"),
            ("1", "100"),
            ("-0.5", "-50"),
            ("0.005", "0.5"),
        ] {
            assert_eq!(hundredfold(of(share)).to_string(), hundredths);
        }
    }

    #[test]
    fn french_sets_a_space_before_the_sign() {
        let value = Decimal::parse("1012.5").expect("a decimal");
        let options = NumberOptions::default();
        assert_eq!(
            percent(value, Lang::En.into(), &options).to_plain(),
            "1,012.5%"
        );
        assert_eq!(
            percent(value, Lang::Fr.into(), &options).to_plain(),
            "1\u{a0}012,5\u{a0}%"
        );
        let france = Style {
            lang: Lang::Fr,
            profile: crate::language::write::Profile::FrFr,
        };
        assert_eq!(
            percent(value, france, &options).to_plain(),
            "1\u{202f}012,5\u{202f}%"
        );
    }
}
