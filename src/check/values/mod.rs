//! The values in a passage, and when values of two languages say the same.

pub(in crate::check) mod compound;
pub(in crate::check) mod context;
pub(in crate::check) mod equivalence;
pub(in crate::check) mod fact_uses;

use crate::check::passage::{Manner, PassagePiece, ReadPassage};
use crate::check::values::compound::Whole;
use crate::language::read::{self, Length, Value, Weight};
use crate::memo::fact::{Decimal, Time};
use std::borrow::Cow;
use std::ops::Range;

/// A value in a passage.
#[derive(Clone, Debug)]
pub(in crate::check) struct Said {
    /// The bytes of the passage's text.
    pub range: Range<usize>,
    /// What they say.
    pub kind: Kind,
    /// Whether a number is written as the other language writes it.
    pub foreign_mark: bool,
    /// The facts that print it, each all of it.
    pub facts: Vec<String>,
    /// Whether the other language must say it too.
    pub weight: Weight,
}

/// What a value says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::check) struct Kind {
    /// The value.
    pub value: Value,
    /// How long a number of units of time is.
    pub length: Option<Length>,
}

/// The values of a passage, in the order of its text.
#[derive(Clone, Debug, Default)]
pub(in crate::check) struct Values {
    said: Vec<Said>,
    /// What several of them say together.
    pub wholes: Vec<Whole>,
}

impl Values {
    /// Reads the values of a passage. Code says none, and words in the other language
    /// are not read; an identifier is one value, whatever stands beside it.
    pub fn read(passage: &ReadPassage<'_>) -> Values {
        if !passage.text.contains(|c: char| !c.is_whitespace()) {
            return Values::default();
        }
        let mut values: Vec<Said> = passage
            .pieces
            .iter()
            .filter_map(|piece| name(passage, piece))
            .collect();
        for reading in read::scan(&without_names(passage), passage.lang) {
            let pieces = passage.pieces_in(&reading.range);
            let plain = pieces.iter().all(|piece| piece.manner == Manner::Plain);
            let Some((first, rest)) = pieces.split_first().filter(|_| plain) else {
                continue;
            };
            let mut facts = first.facts.to_vec();
            facts.retain(|fact| rest.iter().all(|piece| piece.facts.contains(fact)));
            values.push(Said {
                range: reading.range,
                kind: Kind {
                    value: reading.value,
                    length: reading.length,
                },
                foreign_mark: reading.foreign_mark,
                facts,
                weight: reading.weight,
            });
        }
        values.sort_by_key(|said| said.range.start);
        let wholes = compound::of(&passage.text, passage.lang, &values);
        Values {
            said: values,
            wholes,
        }
    }

    /// The values that begin at a byte or behind it.
    pub fn from(&self, byte: usize) -> &[Said] {
        let first = self.said.partition_point(|said| said.range.start < byte);
        self.said.get(first..).unwrap_or_default()
    }

    /// The values.
    pub fn iter(&self) -> std::slice::Iter<'_, Said> {
        self.said.iter()
    }
}

/// What an identifier says, where a piece is one: what the same characters say where
/// they are typed, as one value.
fn name(passage: &ReadPassage<'_>, piece: &PassagePiece<'_>) -> Option<Said> {
    let text = passage.slice(&piece.range);
    // A placeable of a message has no value yet.
    if piece.manner != Manner::Name || text.starts_with("{ ") {
        return None;
    }
    let mut typed = read::scan(text, passage.lang);
    let value = match (typed.pop(), typed.is_empty()) {
        (Some(reading), true) => reading.value,
        _ => {
            let parts = text.split(|letter: char| !letter.is_ascii_digit());
            let digits: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
            Value::Code((!digits.is_empty()).then(|| digits.join("-"))?)
        }
    };
    Some(Said {
        range: piece.range.clone(),
        kind: Kind {
            value,
            length: None,
        },
        foreign_mark: false,
        facts: piece.facts.to_vec(),
        weight: Weight::Firm,
    })
}

/// The text of a passage with letters in the place of identifiers, byte for byte.
fn without_names<'l>(passage: &'l ReadPassage<'_>) -> Cow<'l, str> {
    let names = passage.pieces.iter().filter(|it| it.manner == Manner::Name);
    let mut text = Cow::Borrowed(passage.text.as_str());
    for piece in names {
        let letters = "x".repeat(piece.range.len());
        text.to_mut().replace_range(piece.range.clone(), &letters);
    }
    text
}

/// The rules that compare values, each of its own sorts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::check) enum ValueSort {
    /// Numbers, ranks and codes.
    Number,
    /// Number words, ranks in words, fractions.
    NumberWord,
    /// Dates and parts of them, days of the week, fiscal years.
    Date,
    /// Times of day.
    Time,
    /// Amounts of money.
    Amount,
    /// Percentages.
    Percentage,
    /// E-mail addresses.
    Email,
    /// Telephone numbers.
    Phone,
    /// Postal codes.
    PostalCode,
    /// Names of files.
    File,
    /// Web addresses written out.
    Url,
}

impl Kind {
    /// Which rule compares it.
    pub fn sort(&self) -> ValueSort {
        match &self.value {
            Value::Number { words: true, .. }
            | Value::Ordinal { words: true, .. }
            | Value::Fraction(..) => ValueSort::NumberWord,
            Value::Number { .. } | Value::Ordinal { .. } | Value::Code(_) => ValueSort::Number,
            Value::Percent(_) => ValueSort::Percentage,
            Value::Money { .. } => ValueSort::Amount,
            Value::Date { .. } | Value::Weekday(_) | Value::FiscalYear(_) => ValueSort::Date,
            Value::Time(_) => ValueSort::Time,
            Value::Phone(_) => ValueSort::Phone,
            Value::PostalCode(_) => ValueSort::PostalCode,
            Value::Email(_) => ValueSort::Email,
            Value::Url(_) => ValueSort::Url,
            Value::File(_) => ValueSort::File,
        }
    }

    /// Whether it is "one" in words, which is an article as often as a number.
    pub fn is_one(&self) -> bool {
        matches!(&self.value, Value::Number { value, words: true } if *value == Decimal::from(1))
    }

    /// A key that is the same in both languages, to pair blocks by.
    pub fn key(&self) -> String {
        match &self.value {
            Value::Number { value, .. } => format!("n{value}"),
            Value::Ordinal { value, .. } => format!("n{value}"),
            Value::Fraction(above, below) => format!("{above}/{below}"),
            Value::Percent(value) => format!("%{value}"),
            Value::Money { amount, .. } => format!("${amount}"),
            Value::Date { year, month, day } if day.is_some() => {
                let _ = year;
                format!("d{month:?}{day:?}")
            }
            Value::Date { month, .. } => format!("d{month:?}"),
            Value::Weekday(day) => format!("w{day}"),
            Value::FiscalYear(year) => format!("y{year}"),
            Value::Time(Time(minutes)) => format!("t{}", minutes % 1440),
            Value::Phone(text) | Value::PostalCode(text) | Value::Email(text) => text.clone(),
            Value::Url(text) | Value::File(text) => {
                crate::check::pairing::similarity::lang_neutral(text)
            }
            Value::Code(digits) => format!("n{digits}"),
        }
    }
}

/// The number that a value says, apart from its unit.
pub(in crate::check) fn magnitude(kind: &Kind) -> Option<Decimal> {
    match &kind.value {
        Value::Money { amount, .. } => Some(*amount),
        Value::Percent(value) => Some(*value),
        value => number(value),
    }
}

/// The number that a value without a unit says.
pub(in crate::check) fn number(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number { value, .. } => Some(*value),
        Value::Ordinal { value, .. } => Some(Decimal::from(i64::from(*value))),
        Value::Code(digits) => Decimal::parse(digits),
        _ => None,
    }
}

/// Whether the values differ only in that one says its unit for several: the 5 000
/// of "5 000, 10 000 et 15 000 $".
pub(in crate::check) fn shares_unit(a: &Kind, b: &Kind) -> bool {
    let bare = |value: &Value| match value {
        Value::Number { value, words } if !words || *value >= Decimal::from(1_000) => Some(*value),
        _ => None,
    };
    let with_unit = |value: &Value| match value {
        Value::Money { amount, .. } => Some(*amount),
        Value::Percent(value) => Some(*value),
        _ => None,
    };
    match (
        bare(&a.value),
        with_unit(&b.value),
        with_unit(&a.value),
        bare(&b.value),
    ) {
        (Some(bare), Some(with), _, _) | (_, _, Some(with), Some(bare)) => {
            // Cents are hundredths: 22.5 beside 22.5 cents.
            bare == with || bare.shifted_right(2).map(Decimal::normalized) == Some(with)
        }
        _ => false,
    }
}
