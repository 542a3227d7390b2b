//! What a format prints, the reader of running text finds again: the value and the
//! words of both rooms agree, in both languages.

use crate::stage;
use bimemo::lang::Lang;
use bimemo::language::read::{Value, scan};
use bimemo::language::write::{
    DateTimeOptions, NumberOptions, OrdinalOptions, Profile, RangeOptions, SpelloutOptions,
    SpelloutType, Style, date, fact, fiscal_year, money, month, number, ordinal, percent, phone,
    range, spellout, time,
};
use bimemo::memo::Gender;
use bimemo::memo::fact::{Date, Decimal, DurationUnit, Fact, Time};

/// A deterministic stream of numbers (xorshift).
struct Stream(u64);

impl Stream {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    /// A number of up to twelve digits with up to three fraction digits.
    fn decimal(&mut self) -> Decimal {
        let digits = u32::try_from(1 + self.below(12)).expect("small");
        let whole = self.below(10_u64.pow(digits));
        let text = match self.below(4) {
            0 => format!("{whole}.{:03}", self.below(1000)),
            1 => format!("{whole}.{:02}", self.below(100)),
            _ => whole.to_string(),
        };
        Decimal::parse(&text).expect("a decimal")
    }
}

fn styles() -> [Style; 3] {
    let france = Style {
        lang: Lang::Fr,
        profile: Profile::FrFr,
    };
    [Lang::En.into(), Lang::Fr.into(), france]
}

/// The values of words set into a sentence.
fn values(words: &str, lang: Lang) -> Vec<Value> {
    let sentence = match lang {
        Lang::En => format!("It says {words} here."),
        Lang::Fr => format!("On y lit {words} ici."),
    };
    let start = sentence.find(words).unwrap_or_default();
    scan(&sentence, lang)
        .into_iter()
        .map(|reading| {
            let within = start..=start + words.len();
            assert!(
                within.contains(&reading.range.start) && within.contains(&reading.range.end),
                "{sentence}"
            );
            assert!(!reading.foreign_mark, "{sentence}");
            reading.value
        })
        .collect()
}

#[track_caller]
fn expect(words: &str, lang: Lang, expected: &[Value]) {
    assert_eq!(values(words, lang), expected, "{words}");
}

#[test]
fn numbers_percentages_and_money() {
    let mut stream = Stream(0x9E37_79B9_7F4A_7C15);
    let options = NumberOptions::default();
    let compact = stage::options::<NumberOptions>(&[("notation", "compact")]);
    let short =
        stage::options::<NumberOptions>(&[("notation", "compact"), ("compactDisplay", "short")]);
    for _ in 0..3000 {
        let value = stream.decimal();
        for style in styles() {
            let lang = style.lang;
            let read = value.normalized();
            let plain = Value::Number {
                value: read,
                words: false,
            };
            let amount = Value::Money {
                amount: read,
                currency: "CAD",
            };
            let american = Value::Money {
                amount: read,
                currency: "USD",
            };
            expect(
                &number(value, style, &compact).to_plain(),
                lang,
                std::slice::from_ref(&plain),
            );
            // A whole number of four digits without groups would be a year; ours has groups.
            expect(&number(value, style, &options).to_plain(), lang, &[plain]);
            expect(
                &percent(value, style, &options).to_plain(),
                lang,
                &[Value::Percent(read)],
            );
            expect(
                &money(value, "CAD", style, &options).to_plain(),
                lang,
                std::slice::from_ref(&amount),
            );
            expect(
                &money(value, "CAD", style, &compact).to_plain(),
                lang,
                std::slice::from_ref(&amount),
            );
            expect(
                &money(value, "CAD", style, &short).to_plain(),
                lang,
                &[amount],
            );
            expect(
                &money(value, "USD", style, &options).to_plain(),
                lang,
                &[american],
            );
        }
    }
}

#[test]
fn numbers_in_words() {
    let mut stream = Stream(5);
    let small = 2..2500_i64;
    let large: Vec<i64> = (0..2000)
        .map(|_| i64::try_from(stream.below(1_000_000_000)).expect("small"))
        .filter(|value| *value > 1)
        .collect();
    for value in small.chain(large) {
        let decimal = Decimal::from(value);
        for lang in Lang::ALL {
            for gender in [Gender::Masculine, Gender::Feminine] {
                let options = SpelloutOptions {
                    gender,
                    ..SpelloutOptions::default()
                };
                let words = spellout(decimal, lang.into(), &options).to_plain();
                expect(
                    &words,
                    lang,
                    &[Value::Number {
                        value: decimal,
                        words: true,
                    }],
                );
            }
        }
    }
}

#[test]
fn ordinals() {
    for value in 1..1200_u32 {
        for lang in Lang::ALL {
            let figures = ordinal(value, lang.into(), &OrdinalOptions::default()).to_plain();
            expect(
                &figures,
                lang,
                &[Value::Ordinal {
                    value,
                    words: false,
                }],
            );
            if value > 100 {
                continue;
            }
            let options = SpelloutOptions {
                spellout_type: SpelloutType::Ordinal,
                ..SpelloutOptions::default()
            };
            let words = spellout(Decimal::from(i64::from(value)), lang.into(), &options).to_plain();
            expect(&words, lang, &[Value::Ordinal { value, words: true }]);
        }
    }
}

fn days() -> impl Iterator<Item = Date> {
    (2024..2027).flat_map(|year| {
        (1..=12).flat_map(move |month| (1..=31).filter_map(move |day| Date::new(year, month, day)))
    })
}

fn day_value(day: Date) -> Value {
    Value::Date {
        year: Some(day.year()),
        month: Some(day.month()),
        day: Some(day.day()),
    }
}

#[test]
fn dates_and_parts_of_dates() {
    for lang in Lang::ALL {
        for day in days() {
            let of = |pairs: &[(&str, &str)]| {
                let options = stage::options::<DateTimeOptions>(pairs);
                date(day, lang.into(), &options).to_plain()
            };
            for style in ["long", "medium", "short"] {
                expect(&of(&[("dateStyle", style)]), lang, &[day_value(day)]);
            }
            expect(
                &of(&[("dateStyle", "full")]),
                lang,
                &[Value::Weekday(day.weekday()), day_value(day)],
            );
            let without_year = Value::Date {
                year: None,
                month: Some(day.month()),
                day: Some(day.day()),
            };
            expect(
                &of(&[("month", "long"), ("day", "numeric")]),
                lang,
                &[without_year],
            );
        }
        for number in 1..=12 {
            let words = month(2026, number, lang.into(), &DateTimeOptions::default()).to_plain();
            expect(
                &words,
                lang,
                &[Value::Date {
                    year: Some(2026),
                    month: Some(number),
                    day: None,
                }],
            );
        }
        for year in 1990..2040 {
            expect(
                &fiscal_year(year, lang).to_plain(),
                lang,
                &[Value::FiscalYear(year)],
            );
        }
    }
}

#[test]
fn times_of_day() {
    let options = DateTimeOptions::default();
    let padded = stage::options::<DateTimeOptions>(&[("minute", "2-digit")]);
    for minutes in 0..1440_u16 {
        for lang in Lang::ALL {
            for options in [&options, &padded] {
                let words = time(Time(minutes), None, lang.into(), options).to_plain();
                expect(&words, lang, &[Value::Time(Time(minutes))]);
            }
        }
    }
}

#[test]
fn ranges() {
    let options = RangeOptions::default();
    let mut stream = Stream(77);
    let all: Vec<Date> = days().collect();
    for _ in 0..800 {
        let mut pick = || all[usize::try_from(stream.below(all.len() as u64)).expect("small")];
        let (from, to) = (pick(), pick());
        if from >= to {
            continue;
        }
        for lang in Lang::ALL {
            let words = range(&Fact::Date(from), &Fact::Date(to), lang.into(), &options)
                .expect("words")
                .to_plain();
            let read = values(&words, lang);
            assert_eq!(read.len(), 2, "{words}");
            assert_eq!(read[1], day_value(to), "{words}");
            let Value::Date { year, month, day } = read[0] else {
                panic!("{words}")
            };
            assert_eq!(
                (month, day),
                (Some(from.month()), Some(from.day())),
                "{words}"
            );
            assert!(year.is_none_or(|year| year == from.year()), "{words}");
        }
    }
    for (from, to) in [(540, 1020), (540, 660), (510, 990), (780, 810), (540, 720)] {
        for lang in Lang::ALL {
            let [from_fact, to_fact] = [from, to].map(|minutes| Fact::Time(Time(minutes), None));
            let words = range(&from_fact, &to_fact, lang.into(), &options)
                .expect("words")
                .to_plain();
            expect(
                &words,
                lang,
                &[Value::Time(Time(from)), Value::Time(Time(to))],
            );
        }
    }
}

#[test]
fn telephone_numbers_and_durations() {
    let mut stream = Stream(3);
    for _ in 0..500 {
        let digits = format!(
            "{}{:02}{}{:06}",
            2 + stream.below(8),
            stream.below(100),
            2 + stream.below(8),
            stream.below(1_000_000)
        );
        for lang in Lang::ALL {
            let words = phone(&digits, None, lang.into()).to_plain();
            expect(&words, lang, &[Value::Phone(digits.clone())]);
        }
    }
    for lang in Lang::ALL {
        let words = fact(
            &Fact::Duration(vec![(2, DurationUnit::Year), (6, DurationUnit::Month)]),
            lang.into(),
        );
        let [years, months] = [2, 6].map(|value| Value::Number {
            value: Decimal::from(value),
            words: false,
        });
        expect(&words.expect("words").to_plain(), lang, &[years, months]);
    }
}
