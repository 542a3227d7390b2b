//! From what a text reads as to the YAML that says it.

use super::Meant;
use crate::check::near_facts::{NEARLY, NEARLY_A_FACT};
use crate::lang::Lang;
use crate::language::lexicon::UNIT_SYMBOLS;
use crate::language::lexicon::{fold, is_month_or_day_of};
use crate::language::read::{ReadValue, Value, Weight, scan};
use crate::language::write::{
    FieldWidth, NO_BREAK_SPACE, NumberOptions, month_name, number as number_words, weekday_name,
};
use crate::memo::codes::{
    INVALID_CONTACT, INVALID_DATE, INVALID_NUMBER, INVALID_RANGE, INVALID_TIME,
};
use crate::memo::fact::{Date, Decimal, Time};

/// The letters of time zones in both languages, with the keys of facts.
const ZONES: [(&str, &[&str]); 6] = [
    ("newfoundland", &["NT", "NST", "NDT", "HT", "HNT", "HAT"]),
    ("atlantic", &["AT", "AST", "ADT", "HA", "HNA", "HAA"]),
    ("eastern", &["ET", "EST", "EDT", "HE", "HNE", "HAE"]),
    ("central", &["CT", "CST", "CDT", "HC", "HNC", "HAC"]),
    ("mountain", &["MT", "MST", "MDT", "HR", "HNR", "HAR"]),
    ("pacific", &["PT", "PST", "PDT", "HP", "HNP", "HAP"]),
];

/// The fact that a text was meant to be, where it reads as one value in a language.
pub(super) fn meant(text: &str) -> Option<Meant> {
    let [en, fr] = Lang::ALL.map(|lang| in_language(text, lang, &scan(text, lang)));
    // A sign before the figures is English.
    let fr = fr.filter(|_| en.is_none() || !text.starts_with(['$', '€', '£']));
    match (en, fr) {
        // The comma of `1,250` groups in English and is a decimal mark in French.
        (Some(mut en), Some(fr)) if en.code == fr.code && en.yaml != fr.yaml => {
            en.yaml.extend(fr.yaml);
            Some(en)
        }
        (en, fr) => en.or(fr),
    }
}

/// The text between readings: before the first, between them, behind the last.
fn gaps<'t>(text: &'t str, readings: &[ReadValue]) -> Vec<&'t str> {
    let starts = readings.iter().map(|reading| reading.range.start);
    let ends = readings.iter().map(|reading| reading.range.end);
    std::iter::once(0)
        .chain(ends)
        .zip(starts.chain([text.len()]))
        .map(|(from, to)| text.get(from..to).unwrap_or_default())
        .collect()
}

/// The same in one language, where its readings are all of the text.
fn in_language(text: &str, lang: Lang, readings: &[ReadValue]) -> Option<Meant> {
    let gaps = gaps(text, readings);
    let before = gaps.first()?.trim();
    let after = gaps.last()?.trim();
    let article = matches!(before.to_lowercase().as_str(), "" | "le" | "the" | "on");
    let values: Vec<&Value> = readings.iter().map(|reading| &reading.value).collect();
    match values.as_slice() {
        [Value::Code(_), Value::Number { value, .. }] => quarter(text, *value),
        [Value::Code(_)] if before.is_empty() && after.is_empty() => bare_quarter(text),
        [one] if article && after.is_empty() => single(text, one, readings.first()?),
        [Value::Time(time)] if article => Some(clock(None, *time, Some(zone(after)?))),
        [Value::Number { value, .. }] if before.is_empty() => measure(text, *value, after),
        [Value::Number { .. }] if after.is_empty() => money_behind_code(text, before),
        [Value::Weekday(_), day @ Value::Date { .. }] if article && after.is_empty() => {
            Some(date(day)?.hint(NEARLY.words("weekday", &[])))
        }
        [.., day @ Value::Date { .. }, Value::Time(time)] if values.len() <= 3 && article => {
            let weekday = values.len() == 2 || matches!(values[0], Value::Weekday(_));
            moment(day, *time, after).filter(|_| weekday)
        }
        [from, to] if after.is_empty() => range(lang, (before, gaps.get(1)?.trim()), from, to),
        _ => None,
    }
    .or_else(|| telephone(text, &values, gaps.get(1)?))
}

/// One value that is all of the text.
fn single(text: &str, value: &Value, reading: &ReadValue) -> Option<Meant> {
    let figures = text.contains(|letter: char| letter.is_ascii_digit());
    let meant = match value {
        Value::Number { value, .. } => number(text, *value),
        Value::Percent(value) => {
            let yaml = format!("{{ percent: \"{value}\" }}");
            Meant::new(&INVALID_NUMBER, "percentage", yaml)
        }
        Value::Money { amount, currency } => money(text, *amount, currency),
        Value::Ordinal { value, .. } => Meant::new(
            &INVALID_NUMBER,
            "ordinal",
            format!("{{ ordinal: {value} }}"),
        ),
        Value::Date { .. } => date(value)?,
        Value::FiscalYear(year) => Meant::new(
            &INVALID_DATE,
            "fiscal-year",
            format!("{{ fiscal-year: {year} }}"),
        ),
        Value::Time(time) => time_or_hours(text, *time),
        Value::Phone(digits) if digits.len() > 3 => bare_telephone(text),
        Value::Weekday(day) => {
            let [en, fr] = Lang::ALL.map(|lang| weekday_name(*day, lang, FieldWidth::Long));
            in_both("weekday", en, fr)
        }
        _ => return None,
    };
    // Words may be a name: August, Neuf.
    let lower = text.starts_with(char::is_lowercase);
    let is_sure = reading.weight == Weight::Firm && meant.code == &NEARLY_A_FACT;
    match figures || is_sure {
        true => Some(meant),
        false if reading.weight == Weight::Firm && lower => Some(meant.unsure()),
        false => None,
    }
}

/// A time; 8 h is one in French and a number of hours in English.
fn time_or_hours(text: &str, time: Time) -> Meant {
    let meant = clock(None, time, None);
    let hours = text.strip_suffix('h').map(str::trim);
    let Some(hours) = hours.filter(|hours| hours.parse::<u8>().is_ok()) else {
        return meant;
    };
    let mut meant = meant.unsure();
    meant.yaml.push(format!("{{ duration: PT{hours}H }}"));
    meant
}

/// A telephone number, which has a link as a fact alone; an e-mail address or a URL is one
/// wherever it is printed.
fn bare_telephone(text: &str) -> Meant {
    let yaml = format!("{{ telephone: {text} }}");
    Meant {
        linked: true,
        ..Meant::new(&NEARLY_A_FACT, "telephone", yaml)
    }
}

/// What is no fact, and has a form of its own in each language.
fn in_both(what: &'static str, en: &str, fr: &str) -> Meant {
    let quoted = |words: &str| match words.contains(',') {
        true => format!("\"{words}\""),
        false => words.to_owned(),
    };
    let yaml = format!("{{ en: {}, fr: {} }}", quoted(en), quoted(fr));
    Meant::new(&NEARLY_A_FACT, what, yaml)
}

fn number(text: &str, value: Decimal) -> Meant {
    let yaml = match written_fraction(text, value) {
        // The last zero is kept in quotation marks alone.
        Some(value) => format!("{{ number: \"{value}\" }}"),
        None => value.to_string(),
    };
    let meant = Meant::new(&INVALID_NUMBER, "number", yaml);
    let letters = text.contains(char::is_alphabetic);
    match (
        letters,
        text.contains(|letter: char| letter.is_ascii_digit()),
    ) {
        (true, true) => meant.hint(NEARLY.words("compact", &[])),
        (true, false) => meant.hint(NEARLY.words("in-words", &[])),
        _ => meant,
    }
}

/// A number with the zeros at the end of its fraction that the text has.
fn written_fraction(text: &str, value: Decimal) -> Option<Decimal> {
    let figures = text.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let (_, fraction) = figures.rsplit_once(['.', ','])?;
    let digits = u32::try_from(fraction.len()).ok()?;
    let has_more = value.fraction_digits() > 0 && digits > value.fraction_digits();
    has_more.then(|| value.with_fraction_digits(digits))
}

fn money(text: &str, amount: Decimal, currency: &str) -> Meant {
    // $12.5 has fifty cents.
    let amount = match amount.fraction_digits() {
        1 => amount.with_fraction_digits(2),
        _ => amount,
    };
    let lower = text.to_lowercase();
    let large = amount >= Decimal::from(1_000_000);
    let scale = large && (lower.contains('m') || lower.contains('g') || lower.contains('b'));
    let compact = if scale { ", compact: true" } else { "" };
    Meant::new(
        &INVALID_NUMBER,
        "amount",
        format!("{{ amount: \"{amount}\", currency: {currency}{compact} }}"),
    )
}

/// `CAD 1250`
fn money_behind_code(text: &str, code: &str) -> Option<Meant> {
    let known = matches!(code, "CAD" | "CDN" | "USD" | "EUR" | "GBP");
    let digits = text.strip_prefix(code)?.trim();
    let currency = if code == "CDN" { "CAD" } else { code };
    let amount = Decimal::parse(&digits.replace([',', ' '], ""))?;
    known.then(|| money("", amount, currency))
}

fn date(value: &Value) -> Option<Meant> {
    let Value::Date { year, month, day } = value else {
        return None;
    };
    let new = |what, yaml: String| Some(Meant::new(&INVALID_DATE, what, yaml));
    match (*year, (*month)?, *day) {
        (Some(year), month, Some(day)) => {
            let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)?;
            new("date", date.to_string())
        }
        (Some(year), month, None) => new("month", format!("{year}-{month:02}")),
        (None, month, Some(day)) => {
            let meant = new("date", format!("2026-{month:02}-{day:02}"))?;
            Some(meant.hint(NEARLY.words("year", &[])))
        }
        (None, month, None) => {
            let [en, fr] = Lang::ALL.map(|lang| month_name(month, lang, FieldWidth::Long));
            Some(in_both("month", en, fr))
        }
    }
}

/// A time, with its date and its zone where it has them.
fn clock(date: Option<Date>, Time(minutes): Time, zone: Option<&str>) -> Meant {
    let time = format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let date = date.map_or_else(String::new, |date| format!("date: {date}, "));
    let what = if date.is_empty() { "time" } else { "moment" };
    let zone = zone.map_or_else(String::new, |zone| format!(", zone: {zone}"));
    let yaml = format!("{{ {date}time: \"{time}\"{zone} }}");
    Meant::new(&INVALID_TIME, what, yaml)
}

fn moment(day: &Value, time: Time, after: &str) -> Option<Meant> {
    let Value::Date {
        year: Some(year),
        month: Some(month),
        day: Some(day),
    } = day
    else {
        return None;
    };
    let date = Date::new(*year, i8::try_from(*month).ok()?, i8::try_from(*day).ok()?)?;
    // 2026-04-30T14:30:00, with or without an offset from Greenwich.
    let seconds = after.starts_with([':', 'Z', '+', '-']);
    match after {
        "" => Some(clock(Some(date), time, None)),
        _ if seconds => Some(clock(Some(date), time, None)),
        _ => Some(clock(Some(date), time, Some(zone(after)?))),
    }
}

fn zone(letters: &str) -> Option<&'static str> {
    let letters = letters.trim_matches(['(', ')', ',', ' ']);
    ZONES
        .iter()
        .find(|(_, names)| names.contains(&letters))
        .map(|(zone, _)| *zone)
}

/// Two values with "to" between them.
fn range(lang: Lang, (lead, between): (&str, &str), from: &Value, to: &Value) -> Option<Meant> {
    let leads = match lang {
        Lang::En => ["", "from"],
        Lang::Fr => ["du", "de"],
    };
    // May 1 to 15, 2026
    let month = matches!(from, Value::Date { .. }) && is_month_or_day_of(&fold(lead), lang);
    let dash = matches!(between, "-" | "–" | "—" | "/");
    let word = match lang {
        Lang::En => matches!(between, "to" | "through" | "until"),
        Lang::Fr => matches!(between, "à" | "au" | "a"),
    };
    let led = lead.is_empty() || month || leads.contains(&lead.to_lowercase().as_str());
    if !(dash || word) || !led {
        return None;
    }
    let ends = match (from, to) {
        (Value::Date { .. }, Value::Date { .. }) => {
            let yaml = |value: &Value| Some(date(value)?.yaml.remove(0));
            let whole = |value: &Value| matches!(value, Value::Date { year: Some(_), .. });
            if !whole(from) || !whole(to) {
                return None;
            }
            (yaml(from)?, yaml(to)?)
        }
        (Value::Time(from), Value::Time(to)) => {
            let yaml = |Time(minutes): Time| format!("\"{:02}:{:02}\"", minutes / 60, minutes % 60);
            (yaml(*from), yaml(*to))
        }
        (
            Value::Money {
                amount: a,
                currency: c,
            },
            Value::Money {
                amount: b,
                currency: d,
            },
        ) => (
            money("", *a, c).yaml.remove(0),
            money("", *b, d).yaml.remove(0),
        ),
        (Value::Percent(a), Value::Percent(b)) => (
            format!("{{ percent: \"{a}\" }}"),
            format!("{{ percent: \"{b}\" }}"),
        ),
        // 10-15 is a code as often, and the same in both languages.
        (Value::Number { value: a, .. }, Value::Number { value: b, .. }) if word && a < b => {
            (a.to_string(), b.to_string())
        }
        _ => return None,
    };
    let yaml = format!("{{ from: {}, to: {} }}", ends.0, ends.1);
    Some(Meant::new(&INVALID_RANGE, "range", yaml))
}

/// `Q2 2026`, `T2 2026`
fn quarter(text: &str, year: Decimal) -> Option<Meant> {
    let (quarter, rest) = text.split_once(' ')?;
    let number = quarter.strip_prefix(['Q', 'T'])?;
    let year = year
        .to_integer()
        .filter(|year| (1900..2200).contains(year))?;
    let sound = matches!(number, "1" | "2" | "3" | "4") && rest == year.to_string();
    let yaml = format!("{{ quarter: {year}-Q{number} }}");
    sound.then(|| Meant::new(&INVALID_DATE, "quarter", yaml))
}

/// `2026-Q2`
fn bare_quarter(text: &str) -> Option<Meant> {
    let (year, quarter) = text.split_once("-Q")?;
    let sound =
        year.len() == 4 && year.parse::<i16>().is_ok() && matches!(quarter, "1" | "2" | "3" | "4");
    let yaml = format!("{{ quarter: {text} }}");
    sound.then(|| Meant::new(&INVALID_DATE, "quarter", yaml))
}

/// A number with the symbol of a unit, whose decimal mark or groups only one language
/// has.
fn measure(text: &str, value: Decimal, unit: &str) -> Option<Meant> {
    let figures = text.strip_suffix(unit)?.trim();
    let formatted = figures.contains(['.', ',', ' ']);
    if !formatted || !UNIT_SYMBOLS.has(unit) {
        return None;
    }
    let value = written_fraction(figures, value).unwrap_or(value);
    let [en, fr] = Lang::ALL.map(|lang| {
        let words = number_words(value, lang.into(), &NumberOptions::default());
        format!("{} {unit}", words.to_plain().replace(NO_BREAK_SPACE, " "))
    });
    let meant = in_both("measure", &en, &fr);
    Some(meant.hint(NEARLY.words("unit", given!(unit))))
}

/// A telephone number with its extension.
fn telephone(text: &str, values: &[&Value], between: &str) -> Option<Meant> {
    let [Value::Phone(_), Value::Number { .. }] = values else {
        return None;
    };
    let word = between.trim_matches([',', ' ', '(', '.']).to_lowercase();
    let known = matches!(word.as_str(), "ext" | "extension" | "x" | "poste" | "p");
    let at = text.find(between)?;
    let number = text.get(..at)?.trim();
    let extension: String = text
        .get(at + between.len()..)?
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let yaml = format!("{{ telephone: {number}, extension: {extension} }}");
    known.then(|| Meant::new(&INVALID_CONTACT, "telephone", yaml))
}
