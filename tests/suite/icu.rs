//! Our formats against CLDR's, as ICU4X has them, over thousands of values. Where we
//! differ on purpose, the difference stands in [`WANTED`] with its reason: what ICU4X
//! prints is rewritten so before it is compared, and a line that changes nothing any
//! more fails.

mod amounts;

use crate::stage::options;
use bimemo::lang::Lang;
use bimemo::language::write::{
    DateTimeOptions, NumberOptions, PluralCategory, date, number, plural_category,
    plural_category_ordinal, time,
};
use bimemo::memo::fact::{Date, Decimal, Time};
use fixed_decimal::Decimal as IcuDecimal;
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{T, YM, YMD, YMDE};
use icu_datetime::input::{Date as IcuDate, Time as IcuTime};
use icu_decimal::options::DecimalFormatterOptions;
use icu_decimal::{CompactDecimalFormatter, DecimalFormatter};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory as IcuCategory, PluralRules};
use std::cell::Cell;

/// A difference that is wanted.
struct Wanted {
    topic: &'static str,
    lang: Lang,
    /// Makes ours of what ICU4X prints.
    rewrite: fn(&str) -> String,
    reason: &'static str,
}

#[rustfmt::skip]
const WANTED: &[Wanted] = &[
    Wanted { topic: "number", lang: Lang::En, rewrite: minus_sign, reason: MINUS },
    Wanted { topic: "number", lang: Lang::Fr, rewrite: minus_sign, reason: MINUS },
    Wanted { topic: "percentage", lang: Lang::En, rewrite: minus_sign, reason: MINUS },
    Wanted { topic: "percentage", lang: Lang::Fr, rewrite: minus_sign, reason: MINUS },
    Wanted { topic: "symbol", lang: Lang::En, rewrite: minus_sign, reason: MINUS },
    Wanted { topic: "symbol", lang: Lang::Fr, rewrite: minus_sign, reason: MINUS },
    Wanted { topic: "narrow symbol", lang: Lang::En, rewrite: minus_sign, reason: MINUS },
    Wanted { topic: "narrow symbol", lang: Lang::Fr, rewrite: minus_sign, reason: MINUS },
    Wanted { topic: "code", lang: Lang::En, rewrite: minus_sign, reason: MINUS },
    Wanted { topic: "code", lang: Lang::Fr, rewrite: minus_sign, reason: MINUS },
    Wanted { topic: "currency name", lang: Lang::En, rewrite: minus_sign, reason: MINUS },
    Wanted { topic: "currency name", lang: Lang::Fr, rewrite: minus_sign, reason: MINUS },
    Wanted { topic: "compact", lang: Lang::Fr, rewrite: bind_first_space, reason: "a number is bound to the word that it counts (OQLF, « Espacement »)" },
    Wanted { topic: "long date", lang: Lang::Fr, rewrite: first_is_ordinal, reason: "the first of a month is 1er (OQLF, « Écriture de la date »)" },
    Wanted { topic: "long date", lang: Lang::Fr, rewrite: bind_first_space, reason: "the day is bound to its month" },
    Wanted { topic: "full date", lang: Lang::Fr, rewrite: first_is_ordinal, reason: "the first of a month is 1er" },
    Wanted { topic: "full date", lang: Lang::Fr, rewrite: bind_second_space, reason: "the day is bound to its month" },
    Wanted { topic: "medium date", lang: Lang::En, rewrite: abbreviate, reason: "The Canadian Style 1.17: abbreviated months have a period, and the short ones are not abbreviated" },
    Wanted { topic: "medium date", lang: Lang::Fr, rewrite: first_is_ordinal, reason: "the first of a month is 1er" },
    Wanted { topic: "medium date", lang: Lang::Fr, rewrite: bind_first_space, reason: "the day is bound to its month" },
    Wanted { topic: "symbol", lang: Lang::Fr, rewrite: |icu| icu.replace("$MX", "$\u{a0}MX"), reason: "the country stands apart from the sign, as in $ US (OQLF, « Symbole du dollar »)" },
    Wanted { topic: "narrow symbol", lang: Lang::En, rewrite: |icu| icu.replace("Fr.", "CHF\u{a0}"), reason: "Swiss francs are known by their code; Fr is other francs too" },
    Wanted { topic: "narrow symbol", lang: Lang::Fr, rewrite: swiss_code, reason: "Swiss francs are known by their code; fr is other francs too" },
    Wanted { topic: "currency name", lang: Lang::Fr, rewrite: currency_names, reason: "names as TERMIUM Plus and OQLF have them: dollar américain, yuan, yen, won" },
    Wanted { topic: "currency name", lang: Lang::Fr, rewrite: bind_first_space, reason: "a number is bound to the word that it counts (OQLF, « Espacement »)" },
    Wanted { topic: "long money", lang: Lang::Fr, rewrite: dollars_in_words, reason: "never 5 millions de $: behind a word the currency is a word (Guide du rédacteur 2.3.6)" },
    Wanted { topic: "long money", lang: Lang::Fr, rewrite: bind_first_space, reason: "a number is bound to the word that it counts" },
    Wanted { topic: "short money", lang: Lang::Fr, rewrite: |icu| icu.replace("M\u{a0}$", "M$").replace("M\u{a0}€", "M€").replace("G\u{a0}", "G").replace("Md\u{a0}", "G"), reason: "M and G are symbols that stand with the sign: 5 M$, 5 G$ (OQLF, « Million »)" },
    Wanted { topic: "time", lang: Lang::En, rewrite: |icu| icu.replace('\u{202f}', "\u{a0}"), reason: "federal writing guides: an ordinary no-break space before a.m." },
    Wanted { topic: "time", lang: Lang::En, rewrite: |icu| icu.replace(":00", ""), reason: "The Canadian Style: full hours have no minutes" },
    Wanted { topic: "time", lang: Lang::Fr, rewrite: |icu| icu.replace(' ', "\u{a0}"), reason: "the parts of a time do not break apart" },
    Wanted { topic: "time", lang: Lang::Fr, rewrite: |icu| icu.strip_prefix('0').unwrap_or(icu).to_owned(), reason: "hours have no leading zero (OQLF, « Écriture des heures »)" },
    Wanted { topic: "time", lang: Lang::Fr, rewrite: |icu| icu.strip_suffix("\u{a0}00").unwrap_or(icu).to_owned(), reason: "full hours have no minutes (Guide du rédacteur 1.1.12)" },
];

fn dollars_in_words(icu: &str) -> String {
    icu.replace("\u{a0}$\u{a0}US", " de dollars américains")
        .replace("\u{a0}$", " de dollars")
        .replace("\u{a0}€", " d’euros")
}

fn currency_names(icu: &str) -> String {
    icu.replace("dollars des États-Unis", "dollars américains")
        .replace("dollar des États-Unis", "dollar américain")
        .replace(" renminbi chinois", "")
        .replace("yens japonais", "yens")
        .replace("yen japonais", "yen")
        .replace("wons sud-coréens", "wons")
        .replace("won sud-coréen", "won")
}

fn swiss_code(icu: &str) -> String {
    match icu.strip_suffix("fr.").or_else(|| icu.strip_suffix("fr")) {
        Some(amount) => format!("{amount}CHF"),
        None => icu.to_owned(),
    }
}

fn bind_first_space(icu: &str) -> String {
    icu.replacen(' ', "\u{a0}", 1)
}

fn bind_second_space(icu: &str) -> String {
    match icu.split_once(' ') {
        Some((weekday, rest)) => format!("{weekday} {}", bind_first_space(rest)),
        None => icu.to_owned(),
    }
}

fn abbreviate(icu: &str) -> String {
    match icu.split_once(' ') {
        Some(("May", rest)) => format!("May {rest}"),
        Some(("Jun", rest)) => format!("June {rest}"),
        Some(("Jul", rest)) => format!("July {rest}"),
        Some(("Sep", rest)) => format!("Sept. {rest}"),
        Some((month, rest)) => format!("{}. {rest}", month.trim_end_matches('.')),
        None => icu.to_owned(),
    }
}

const MINUS: &str = "below zero stands a minus sign, not the hyphen of keyboards (OQLF, « Moins »)";

/// A hyphen inside of a name stays: États-Unis.
fn minus_sign(icu: &str) -> String {
    icu.strip_prefix('-')
        .map_or_else(|| icu.to_owned(), |rest| format!("−{rest}"))
}

fn first_is_ordinal(icu: &str) -> String {
    match icu.strip_prefix("1 ") {
        Some(rest) => format!("1er {rest}"),
        None => icu.replacen(" 1 ", " 1er ", 1),
    }
}

fn locale(lang: Lang) -> Locale {
    lang.tag().parse().expect("a locale")
}

/// The comparisons of one test, with the wanted differences that were met.
struct Comparison {
    topic: &'static str,
    used: Vec<Cell<bool>>,
    faults: Vec<String>,
    count: usize,
}

impl Comparison {
    fn new(topic: &'static str) -> Comparison {
        Comparison {
            topic,
            used: WANTED.iter().map(|_| Cell::new(false)).collect(),
            faults: Vec::new(),
            count: 0,
        }
    }

    fn compare(&mut self, lang: Lang, ours: &str, icu: &str) {
        let mut expected = icu.to_owned();
        for (wanted, used) in WANTED.iter().zip(&self.used) {
            if wanted.topic == self.topic && wanted.lang == lang {
                let rewritten = (wanted.rewrite)(&expected);
                used.set(used.get() || rewritten != expected);
                expected = rewritten;
            }
        }
        self.count += 1;
        if ours != expected && self.faults.len() < 30 {
            self.faults
                .push(format!("{lang}: we print {ours:?}, ICU4X {icu:?}"));
        }
    }

    fn finish(self, least: usize) {
        assert!(self.faults.is_empty(), "{}", self.faults.join("\n"));
        assert!(self.count >= least, "only {} comparisons", self.count);
        for (wanted, used) in WANTED.iter().zip(&self.used) {
            if wanted.topic == self.topic {
                assert!(used.get(), "no longer a difference: {}", wanted.reason);
            }
        }
    }
}

/// Whole and fractional numbers of all sizes, both signs (xorshift).
fn numbers() -> Vec<String> {
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let mut numbers: Vec<String> = (0..=2000).map(|value: u32| value.to_string()).collect();
    for _ in 0..3000 {
        let digits = 1 + next() % 15;
        let whole = next() % 10_u64.pow(u32::try_from(digits).expect("small"));
        let sign = if next() % 4 == 0 && whole > 0 {
            "-"
        } else {
            ""
        };
        numbers.push(match next() % 5 {
            0 => format!("{sign}{whole}"),
            places => {
                let width = usize::try_from(places).expect("small");
                let fraction = next() % 10_u64.pow(u32::try_from(places).expect("small"));
                format!("{sign}{whole}.{fraction:0width$}")
            }
        });
    }
    numbers
}

#[test]
fn numbers_agree_with_cldr() {
    let mut comparison = Comparison::new("number");
    for lang in Lang::ALL {
        let icu =
            DecimalFormatter::try_new(locale(lang).into(), DecimalFormatterOptions::default())
                .expect("compiled data");
        for text in numbers() {
            let value = Decimal::parse(&text).expect("a decimal");
            let ours = number(value, lang.into(), &NumberOptions::default()).to_plain();
            let theirs: IcuDecimal = text.parse().expect("a decimal");
            comparison.compare(lang, &ours, &icu.format(&theirs).to_string());
        }
    }
    comparison.finish(10_000);
}

#[test]
fn scale_words_agree_with_cldr() {
    let mut comparison = Comparison::new("compact");
    let options = options::<NumberOptions>(&[("notation", "compact")]);
    for lang in Lang::ALL {
        let icu = CompactDecimalFormatter::try_new_long(locale(lang).into(), Default::default())
            .expect("compiled data");
        // Two significant digits: ICU4X rounds the others away, facts are exact.
        for power in 6..15_u32 {
            for digits in 1..100_u64 {
                let text = (digits * 10_u64.pow(power - 1)).to_string();
                if text.len() < 7 {
                    continue;
                }
                let value = Decimal::parse(&text).expect("a decimal");
                let ours = number(value, lang.into(), &options).to_plain();
                let theirs: IcuDecimal = text.parse().expect("a decimal");
                comparison.compare(lang, &ours, &icu.format(&theirs).to_string());
            }
        }
    }
    comparison.finish(1_500);
}

#[test]
fn plural_categories_agree_with_cldr() {
    for lang in Lang::ALL {
        let cardinal = PluralRules::try_new_cardinal(locale(lang).into()).expect("compiled data");
        let ordinal = PluralRules::try_new_ordinal(locale(lang).into()).expect("compiled data");
        for text in numbers() {
            let ours = plural_category(Decimal::parse(&text).expect("a decimal"), lang);
            let theirs: IcuDecimal = text.parse().expect("a decimal");
            let theirs = match cardinal.category_for(&theirs) {
                IcuCategory::One => PluralCategory::One,
                IcuCategory::Many => PluralCategory::Many,
                IcuCategory::Other => PluralCategory::Other,
                other => panic!("{lang} {text}: {other:?}"),
            };
            assert_eq!(ours, theirs, "{lang} {text}");
        }
        for value in 0..2000_u32 {
            let theirs = match ordinal.category_for(value) {
                IcuCategory::One => PluralCategory::One,
                IcuCategory::Two => PluralCategory::Two,
                IcuCategory::Few => PluralCategory::Few,
                _ => PluralCategory::Other,
            };
            assert_eq!(
                plural_category_ordinal(Decimal::from(i64::from(value)), lang),
                theirs,
                "{lang} {value}"
            );
        }
    }
}

/// Every day of three years and some days of far ones.
fn days() -> impl Iterator<Item = Date> {
    (2024..2027).chain([1867, 1999, 2099]).flat_map(|year| {
        (1..=12).flat_map(move |month| (1..=31).filter_map(move |day| Date::new(year, month, day)))
    })
}

#[test]
fn dates_agree_with_cldr() {
    let mut long = Comparison::new("long date");
    let mut full = Comparison::new("full date");
    let mut medium = Comparison::new("medium date");
    let mut months = Comparison::new("month");
    for lang in Lang::ALL {
        let of = |pairs: &[(&str, &str)]| options::<DateTimeOptions>(pairs);
        let icu_long =
            DateTimeFormatter::try_new(locale(lang).into(), YMD::long()).expect("compiled data");
        let icu_full =
            DateTimeFormatter::try_new(locale(lang).into(), YMDE::long()).expect("compiled data");
        let icu_medium =
            DateTimeFormatter::try_new(locale(lang).into(), YMD::medium()).expect("compiled data");
        let icu_month =
            DateTimeFormatter::try_new(locale(lang).into(), YM::long()).expect("compiled data");
        for day in days() {
            let ours = |pairs| date(day, lang.into(), &of(pairs)).to_plain();
            let theirs = IcuDate::try_new_iso(i32::from(day.year()), day.month(), day.day())
                .expect("a date");
            long.compare(lang, &ours(&[]), &icu_long.format(&theirs).to_string());
            full.compare(
                lang,
                &ours(&[("dateStyle", "full")]),
                &icu_full.format(&theirs).to_string(),
            );
            medium.compare(
                lang,
                &ours(&[("dateStyle", "medium")]),
                &icu_medium.format(&theirs).to_string(),
            );
            let month = ours(&[("month", "long"), ("year", "numeric")]);
            months.compare(lang, &month, &icu_month.format(&theirs).to_string());
        }
    }
    long.finish(4_000);
    full.finish(4_000);
    medium.finish(4_000);
    months.finish(4_000);
}

#[test]
fn times_agree_with_cldr() {
    let mut comparison = Comparison::new("time");
    let options = options::<DateTimeOptions>(&[("timeStyle", "short"), ("minute", "2-digit")]);
    for lang in Lang::ALL {
        let icu = DateTimeFormatter::try_new(locale(lang).into(), T::hm()).expect("compiled data");
        for minutes in 0..1440_u16 {
            // Noon and midnight are words with us (The Canadian Style; Guide du
            // rédacteur 1.1.12), figures in CLDR.
            if minutes % 720 == 0 {
                continue;
            }
            let [hour, minute] =
                [minutes / 60, minutes % 60].map(|part| u8::try_from(part).expect("small"));
            let theirs = IcuTime::try_new(hour, minute, 0, 0).expect("a time");
            let ours = time(Time(minutes), None, lang.into(), &options).to_plain();
            comparison.compare(lang, &ours, &icu.format(&theirs).to_string());
        }
    }
    comparison.finish(2_800);
}
