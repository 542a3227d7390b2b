//! Percentages, money and lists against CLDR's.

use super::{Comparison, locale, numbers};
use crate::stage::options;
use bimemo::lang::Lang;
use bimemo::language::words::Words;
use bimemo::language::write::{ListOptions, NumberOptions, list, money, percent};
use bimemo::memo::fact::Decimal;
use fixed_decimal::Decimal as IcuDecimal;
use icu_experimental::dimension::currency::CurrencyType;
use icu_experimental::dimension::currency::formatter::CurrencyFormatter;
use icu_experimental::dimension::percent::formatter::PercentFormatter;
use icu_list::ListFormatter;
use icu_list::options::{ListFormatterOptions, ListLength};

#[test]
fn percentages_agree_with_cldr() {
    let mut comparison = Comparison::new("percentage");
    for lang in Lang::ALL {
        let icu = PercentFormatter::try_new(locale(lang).into(), Default::default())
            .expect("compiled data");
        for text in numbers() {
            let value = Decimal::parse(&text).expect("a decimal");
            let ours = percent(value, lang.into(), &NumberOptions::default()).to_plain();
            let theirs: IcuDecimal = text.parse().expect("a decimal");
            comparison.compare(lang, &ours, &icu.format(&theirs).to_string());
        }
    }
    comparison.finish(10_000);
}

fn currency(code: &str) -> CurrencyType {
    let code = code.to_lowercase().parse().expect("a code");
    CurrencyType::try_from(&code).expect("a currency")
}

/// Amounts with the decimals of their currency, as ICU4X prints all.
fn amounts(decimals: usize) -> Vec<String> {
    let with_decimals = |(index, text): (usize, String)| match text.split_once('.') {
        None if decimals == 0 => Some(text),
        None => Some(format!("{text}.{:0decimals$}", index * 37 % 100)),
        Some((_, fraction)) => (fraction.len() == decimals).then_some(text),
    };
    numbers()
        .into_iter()
        .enumerate()
        .filter_map(with_decimals)
        .collect()
}

#[test]
fn money_agrees_with_cldr() {
    for (topic, display) in [
        ("symbol", "symbol"),
        ("narrow symbol", "narrowSymbol"),
        ("code", "code"),
        ("currency name", "name"),
    ] {
        let mut comparison = Comparison::new(topic);
        for lang in Lang::ALL {
            for code in [
                "CAD", "USD", "EUR", "GBP", "AUD", "NZD", "HKD", "JPY", "CNY", "CHF", "MXN", "INR",
                "KRW", "SEK", "NOK", "DKK",
            ] {
                let currency = currency(code);
                let prefs = || locale(lang).into();
                let icu = match display {
                    "symbol" => {
                        CurrencyFormatter::try_new_symbol(prefs(), currency, Default::default())
                    }
                    "narrowSymbol" => CurrencyFormatter::try_new_symbol_narrow(
                        prefs(),
                        currency,
                        Default::default(),
                    ),
                    "code" => {
                        CurrencyFormatter::try_new_code(prefs(), currency, Default::default())
                    }
                    _ => CurrencyFormatter::try_new_name(prefs(), currency),
                }
                .expect("compiled data");
                let options = options::<NumberOptions>(&[("currencyDisplay", display)]);
                for text in amounts(if matches!(code, "JPY" | "KRW") { 0 } else { 2 }) {
                    let value = Decimal::parse(&text).expect("a decimal");
                    let ours = money(value, code, lang.into(), &options).to_plain();
                    let theirs: IcuDecimal = text.parse().expect("a decimal");
                    comparison.compare(lang, &ours, &icu.format_fixed_decimal(&theirs).to_string());
                }
            }
        }
        comparison.finish(4_000);
    }
}

#[test]
fn compact_money_agrees_with_cldr() {
    for (topic, display) in [("long money", "long"), ("short money", "short")] {
        let mut comparison = Comparison::new(topic);
        let pairs = [("notation", "compact"), ("compactDisplay", display)];
        let options = options::<NumberOptions>(&pairs);
        for lang in Lang::ALL {
            for code in ["CAD", "USD", "EUR"] {
                let (prefs, currency) = (locale(lang).into(), currency(code));
                let icu = match display {
                    "long" => CurrencyFormatter::try_new_compact_long_symbol(
                        prefs,
                        currency,
                        Default::default(),
                    ),
                    _ => CurrencyFormatter::try_new_compact_symbol(
                        prefs,
                        currency,
                        Default::default(),
                    ),
                }
                .expect("compiled data");
                // Two significant digits: ICU4X rounds the others away, facts are exact.
                for power in 6..12_u32 {
                    for digits in 10..100_u64 {
                        let text = (digits * 10_u64.pow(power - 1)).to_string();
                        let value = Decimal::parse(&text).expect("a decimal");
                        let ours = money(value, code, lang.into(), &options).to_plain();
                        let theirs: IcuDecimal = text.parse().expect("a decimal");
                        let theirs = icu.format_fixed_decimal(&theirs).to_string();
                        comparison.compare(lang, &ours, &theirs);
                    }
                }
            }
        }
        comparison.finish(3_000);
    }
}

#[test]
fn lists_agree_with_cldr() {
    let mut words = words();
    let mut comparison = Comparison::new("list");
    for lang in Lang::ALL {
        for (style, length) in [
            ("long", ListLength::Wide),
            ("short", ListLength::Short),
            ("narrow", ListLength::Narrow),
        ] {
            for list_type in ["conjunction", "disjunction", "unit"] {
                let wanted = ListFormatterOptions::default().with_length(length);
                let icu = match list_type {
                    "conjunction" => ListFormatter::try_new_and(locale(lang).into(), wanted),
                    "disjunction" => ListFormatter::try_new_or(locale(lang).into(), wanted),
                    _ => ListFormatter::try_new_unit(locale(lang).into(), wanted),
                }
                .expect("compiled data");
                let pairs = [("type", list_type), ("style", style)];
                let options = options::<ListOptions>(&pairs);
                for count in 0..300 {
                    let items: Vec<String> = words.by_ref().take(count % 9).collect();
                    let ours: Vec<Words> = items
                        .iter()
                        .map(|item| Words::plain(item.as_str()))
                        .collect();
                    comparison.compare(
                        lang,
                        &list(&ours, lang.into(), &options).to_plain(),
                        &icu.format_to_string(items.iter()),
                    );
                }
            }
        }
    }
    comparison.finish(5_000);
}

/// Words of one to eight letters and digits, with spaces inside, without end.
fn words() -> impl Iterator<Item = String> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    std::iter::from_fn(move || {
        let mut word = String::from("é");
        loop {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            word.push(char::from(b"abet ou3-"[(state % 9) as usize]));
            if state.is_multiple_of(5) {
                return Some(word + "x");
            }
        }
    })
}
