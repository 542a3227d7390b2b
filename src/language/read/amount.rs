//! Amounts of money and percentages, alone and in ranges.

use super::Value;
use super::number::{ReadNumber, number};
use super::scanner::{FoundValues, Scanner};
use super::sign::{is_minus, negated};
use crate::language::lexicon::currency_named;
use crate::memo::fact::Decimal;

/// A currency's sign or name before an amount: the tokens, and its code.
fn currency_before(scanner: &Scanner, at: usize) -> Option<(usize, &'static str)> {
    if let Some(code) = scanner.sign(at).and_then(currency_sign) {
        return Some((1, code));
    }
    let word = scanner.word(at)?;
    let sign = scanner.sign(at + 1).filter(|_| scanner.is_tied(at + 1));
    let code = match word {
        "c" => Some("CAD"),
        word => code_of(word),
    };
    Some((2, code.filter(|_| sign == Some('$'))?))
}

/// The code of the dollar that a word names beside a sign.
fn code_of(word: &str) -> Option<&'static str> {
    match word {
        "ca" | "can" | "cad" => Some("CAD"),
        "us" | "usd" => Some("USD"),
        _ => None,
    }
}

fn currency_sign(sign: char) -> Option<&'static str> {
    match sign {
        '$' => Some("CAD"),
        '€' => Some("EUR"),
        '£' => Some("GBP"),
        _ => None,
    }
}

/// What makes an amount of money of a number before it.
struct CurrencyAfter {
    tokens: usize,
    code: &'static str,
    /// The letter of a scale: 5 M$.
    places: Option<u32>,
    /// Whether it counts hundredths.
    cents: bool,
}

/// `$`, `M$`, `dollars`, `de dollars`, `$ US`.
fn currency_after(scanner: &Scanner, at: usize) -> Option<CurrencyAfter> {
    let scale = scanner.word(at).and_then(|word| match word {
        "k" => Some(3),
        "m" => Some(6),
        "g" | "md" => Some(9),
        _ => None,
    });
    let mut end = at;
    if scale.is_some() {
        end += 1;
    } else if matches!(scanner.word(end), Some("de" | "d")) {
        let apostrophe = scanner.is_apostrophe(end + 1);
        end += 1 + usize::from(apostrophe);
    }
    if scanner.sign(end) == Some('-') && scanner.word(end + 1).is_some() {
        end += 1;
    }
    // The sign of "one $10,000" belongs to what follows.
    if scanner.is_tied(end + 1) && scanner.digits(end + 1).is_some() {
        return None;
    }
    let (length, code, cents) = if let Some(code) = scanner.sign(end).and_then(currency_sign) {
        let code_after = scanner.word(end + 1).and_then(code_of);
        match code_after.filter(|_| scanner.is_capital(end + 1)) {
            Some(code) => (2, code, false),
            None => (1, code, false),
        }
    } else if scanner.sign(end) == Some('¢') {
        (1, "CAD", true)
    } else {
        match scanner.word(end)? {
            "cent" | "cents" if scale.is_none() && end == at => (1, "CAD", true),
            word => (1, currency_named(word)?, false),
        }
    };
    Some(CurrencyAfter {
        tokens: end + length - at,
        code,
        places: scale,
        cents,
    })
}

/// `%`, per cent, pour cent, p. 100: the tokens.
fn percent_after(scanner: &Scanner, at: usize) -> Option<usize> {
    if scanner.sign(at) == Some('%') {
        return Some(1);
    }
    // A 5-per-cent cut
    let hyphen = |place| usize::from(scanner.is_hyphen(place));
    let start = at + hyphen(at);
    let second = start + 1 + hyphen(start + 1);
    match (scanner.word(start)?, scanner.word(second)) {
        ("percent", _) => Some(start + 1 - at),
        ("per" | "pour", Some("cent")) => Some(second + 1 - at),
        ("p", None) if scanner.sign(at + 1) == Some('.') && scanner.small(at + 2) == Some(100) => {
            Some(3)
        }
        _ => None,
    }
}

/// What unit a number at a place has.
enum Unit {
    Money(&'static str),
    Percent,
}

/// The amount at a place: the tokens, the number, its scale and its unit.
struct Amount {
    tokens: usize,
    number: ReadNumber,
    unit: Unit,
    cents: bool,
}

fn amount_at(scanner: &Scanner, at: usize) -> Option<Amount> {
    if let Some((before, code)) = currency_before(scanner, at) {
        let mut number = number(scanner, at + before)?;
        let mut tokens = before + number.tokens;
        // $5M, $5B, $5K, $5k
        let is_sign = |word: &str| {
            scanner.is_capital(at + tokens) || word == "k" && scanner.is_tied(at + tokens)
        };
        let places = scanner
            .word(at + tokens)
            .filter(|word| number.places == 0 && is_sign(word))
            .and_then(|word| match word {
                "k" => Some(3),
                "m" => Some(6),
                "b" => Some(9),
                _ => None,
            });
        if let Some(places) = places {
            number.places = places;
            tokens += 1;
        }
        let after = currency_after(scanner, at + tokens).filter(|after| !after.cents);
        let own = scanner.word(at + tokens).and_then(code_of);
        let code = if let Some(code) = own.filter(|_| scanner.is_capital(at + tokens)) {
            tokens += 1;
            code
        } else if let Some(after) = after.filter(|after| after.places.is_none()) {
            tokens += after.tokens;
            after.code
        } else {
            code
        };
        return Some(Amount {
            tokens,
            number,
            unit: Unit::Money(code),
            cents: false,
        });
    }
    let mut number = number(scanner, at)?;
    if number.ordinal {
        return None;
    }
    let end = at + number.tokens;
    if let Some(length) = percent_after(scanner, end) {
        return Some(Amount {
            tokens: number.tokens + length,
            number,
            unit: Unit::Percent,
            cents: false,
        });
    }
    let after = currency_after(scanner, end)?;
    // "un dollar" is a word; "5 de dollars" is none.
    if let Some(places) = after.places {
        number.places += places;
    }
    Some(Amount {
        tokens: number.tokens + after.tokens,
        number,
        unit: Unit::Money(after.code),
        cents: after.cents,
    })
}

impl Amount {
    fn value_of(&self, number: &ReadNumber, places: u32) -> Option<Value> {
        match self.unit {
            Unit::Money(currency) => {
                let amount = number.scaled(places)?;
                let amount = if self.cents {
                    amount.shifted_right(2)?.normalized()
                } else {
                    amount
                };
                Some(Value::Money { amount, currency })
            }
            Unit::Percent => number.scaled(places).map(Value::Percent),
        }
    }
}

/// What stands before "per cent" for half of one, in tokens.
const HALVES: &[&[&str]] = &[
    &["one", "-", "half", "of", "one"],
    &["one", "half", "of", "one"],
    &["half", "of", "one"],
    &["half", "of", "a"],
    &["half", "of", "1"],
    &["half", "a"],
    &["half", "-", "a"],
    &["un", "demi", "-"],
    &["un", "demi"],
    &["demi", "-"],
];

/// Half of one per cent, un demi pour cent.
fn half_per_cent(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    let first = scanner.word(at)?;
    let mut halves = HALVES.iter().filter(|words| words[0] == first);
    let tokens = halves.find_map(|words| {
        let mut places = words.iter().enumerate();
        let here = places.all(|(index, word)| scanner.is(at + index, word));
        let per_cent = here.then(|| percent_after(scanner, at + words.len()))?;
        Some(words.len() + per_cent?)
    })?;
    Some(FoundValues::one(
        tokens,
        Value::Percent(Decimal::parse("0.5")?),
    ))
}

/// An amount of money or a percentage.
pub(super) fn amount(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    if let Some(half) = half_per_cent(scanner, at) {
        return Some(half);
    }
    let amount = amount_at(scanner, at)?;
    let value = amount.value_of(&amount.number, amount.number.places)?;
    Some(FoundValues::one(amount.tokens, value))
}

/// Two numbers that share the unit or the scale of the second: 5 to 10 million,
/// entre 20 000 et 35 000 $, 10 à 15 %.
pub(super) fn range(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    let money = currency_before(scanner, at);
    let before = money.map_or(0, |(length, _)| length);
    let first = number(scanner, at + before)?;
    let end = before + first.tokens;
    let joint = scanner.range_word(at + end)?;
    let minus = usize::from(is_minus(scanner, at + end + joint));
    let second_at = at + end + joint + minus;
    if let Some(second) = amount_at(scanner, second_at) {
        // Both have a unit of their own: nothing is shared but the scale.
        let places = if first.places == 0 && shares_scale(&first, &second.number) {
            second.number.places
        } else {
            first.places
        };
        let total = end + joint + minus + second.tokens;
        let mut last = second.value_of(&second.number, second.number.places)?;
        if minus > 0 {
            last = negated(&last)?;
        }
        let first = second.value_of(&first, places)?;
        return Some(FoundValues::many(
            total,
            vec![(0..end, first), (end + joint..total, last)],
        ));
    }
    if money.is_some() || first.words || minus > 0 {
        return None;
    }
    let second = number(scanner, second_at)?;
    if second.places == 0 || second.words || first.places != 0 || !shares_scale(&first, &second) {
        return None;
    }
    let total = end + joint + second.tokens;
    let number = |value| Value::Number {
        value,
        words: false,
    };
    Some(FoundValues::many(
        total,
        vec![
            (0..end, number(first.scaled(second.places)?)),
            (end + joint..total, number(second.value()?)),
        ],
    ))
}

/// Whether the scale word behind the second number counts for the first: a number
/// below a thousand, not above the second.
fn shares_scale(first: &ReadNumber, second: &ReadNumber) -> bool {
    let bound = |number: &ReadNumber| number.scaled(0);
    match (bound(first), bound(second)) {
        (Some(first_value), Some(second_value)) => {
            first_value <= second_value && first_value < Decimal::from(1_000)
        }
        _ => false,
    }
}
