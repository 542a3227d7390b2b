//! Numbers, amounts of money, percentages, ranks and years in a row.

use super::Value;
use super::number_words::{denominator, ordinal_word, scale_places, spelled};
use super::scanner::{Found, Scanner};
use crate::lang::Lang;
use crate::memo::fact::Decimal;

/// A number at a place, in digits or words, with its scale word.
struct Number {
    /// The tokens it takes.
    tokens: usize,
    /// The number before the scale word, with a point.
    text: String,
    /// The scale as a power of ten.
    places: u32,
    words: bool,
    ordinal: bool,
}

impl Number {
    fn value(&self) -> Option<Decimal> {
        self.scaled(self.places)
    }

    fn scaled(&self, places: u32) -> Option<Decimal> {
        let (whole, fraction) = self.text.split_once('.').unwrap_or((&self.text, ""));
        let places = places as usize;
        let mut digits = whole.to_owned();
        digits.push_str(fraction);
        let missing = places.saturating_sub(fraction.len());
        digits.push_str(&"0".repeat(missing));
        let after = fraction.len().saturating_sub(places);
        let text = if after > 0 {
            let (whole, fraction) = digits.split_at(digits.len() - after);
            format!("{whole}.{fraction}")
        } else {
            digits
        };
        Decimal::parse(&text).map(Decimal::normalized)
    }
}

/// The number at a place.
fn number(scanner: &Scanner, at: usize) -> Option<Number> {
    if let Some(number) = half_of_scale(scanner, at) {
        return Some(number);
    }
    let (tokens, text, words, ordinal) = if let Some(digits) = scanner.digits(at) {
        (1, digits.text.clone(), false, false)
    } else {
        let rest = scanner.tokens.get(at..)?;
        let spelled = spelled(rest, scanner.lang)?;
        (
            spelled.tokens,
            spelled.value.to_string(),
            true,
            spelled.ordinal,
        )
    };
    let mut number = Number {
        tokens,
        text,
        places: 0,
        words,
        ordinal,
    };
    if !ordinal {
        add_half(scanner, at, &mut number);
    }
    if !words {
        // 5 million, 5-million
        let hyphen = usize::from(scanner.sign(at + 1) == Some('-') && scanner.is_tied(at + 1));
        if let Some(places) = scanner
            .word(at + 1 + hyphen)
            .and_then(|word| scale_places(word, scanner.lang))
        {
            number.places = places;
            number.tokens += 1 + hyphen;
        }
    }
    Some(number)
}

/// Half a million, half-million, un demi-million.
fn half_of_scale(scanner: &Scanner, at: usize) -> Option<Number> {
    let article = match scanner.lang {
        Lang::En => usize::from(scanner.word(at) == Some("a")),
        Lang::Fr => usize::from(scanner.word(at) == Some("un")),
    };
    let half = match scanner.lang {
        Lang::En => "half",
        Lang::Fr => "demi",
    };
    if scanner.word(at + article) != Some(half) {
        return None;
    }
    let next = at + article + 1;
    let hyphen = matches!(scanner.sign(next), Some('-' | '\u{2011}'));
    let joined = hyphen || scanner.lang == Lang::En && scanner.word(next) == Some("a");
    let scale = next + usize::from(joined);
    let places = scale_places(scanner.word(scale)?, scanner.lang)?;
    Some(Number {
        tokens: scale + 1 - at,
        text: "5".to_owned(),
        places: places.checked_sub(1)?,
        words: true,
        ordinal: false,
    })
}

/// Adds the half of "two and a half million" and "deux millions et demi".
fn add_half(scanner: &Scanner, at: usize, number: &mut Number) {
    let end = at + number.tokens;
    let follows = |words: &[&str]| {
        words
            .iter()
            .enumerate()
            .all(|(index, word)| scanner.word(end + index) == Some(*word))
    };
    let Ok(value) = number.text.parse::<u64>() else {
        return;
    };
    if scanner.lang == Lang::En && follows(&["and", "a", "half"]) {
        number.text = format!("{value}.5");
        number.tokens += 3;
        let scale = scanner.word(end + 3);
        if let Some(places) = scale.and_then(|word| scale_places(word, scanner.lang)) {
            number.places = places;
            number.tokens += 1;
        }
    }
    if scanner.lang == Lang::Fr {
        add_french_half(scanner, at, value, number);
    }
}

/// The half of "deux millions et demi" and of "vingt-deux heures et demie".
fn add_french_half(scanner: &Scanner, at: usize, value: u64, number: &mut Number) {
    let end = at + number.tokens;
    let half_at = |place: usize| {
        scanner.word(place) == Some("et")
            && matches!(scanner.word(place + 1), Some("demi" | "demie"))
    };
    let noun = usize::from(!half_at(end));
    if !half_at(end + noun) || (noun == 1 && scanner.word(end).is_none()) {
        return;
    }
    let scale = [1_000_000_000, 1_000_000]
        .into_iter()
        .find(|scale| noun == 0 && value > 0 && value.is_multiple_of(*scale));
    number.text = match scale {
        Some(scale) => (value + scale / 2).to_string(),
        None => format!("{value}.5"),
    };
    number.tokens += noun + 2;
}

/// A currency's sign or name before an amount: the tokens, and its code.
fn currency_before(scanner: &Scanner, at: usize) -> Option<(usize, &'static str)> {
    if let Some(code) = scanner.sign(at).and_then(currency_sign) {
        return Some((1, code));
    }
    let word = scanner.word(at)?;
    let sign = scanner.sign(at + 1).filter(|_| scanner.is_tied(at + 1));
    match (word, sign) {
        ("ca" | "c" | "can" | "cad", Some('$')) => Some((2, "CAD")),
        ("us" | "usd", Some('$')) => Some((2, "USD")),
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
        let apostrophe = matches!(scanner.sign(end + 1), Some('\'' | '’'));
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
        let code_after = scanner.word(end + 1).and_then(|word| match word {
            "ca" | "can" | "cad" => Some("CAD"),
            "us" | "usd" => Some("USD"),
            _ => None,
        });
        let follows = scanner.is_capital(end + 1);
        match code_after {
            Some(code) if follows => (2, code, false),
            _ => (1, code, false),
        }
    } else if scanner.sign(end) == Some('¢') {
        (1, "CAD", true)
    } else {
        match scanner.word(end)? {
            "dollar" | "dollars" | "cad" => (1, "CAD", false),
            "usd" => (1, "USD", false),
            "euro" | "euros" | "eur" => (1, "EUR", false),
            "cent" | "cents" if scale.is_none() && end == at => (1, "CAD", true),
            _ => return None,
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
    match (scanner.word(at)?, scanner.word(at + 1)) {
        ("percent", _) => Some(1),
        ("per" | "pour", Some("cent")) => Some(2),
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
    number: Number,
    unit: Unit,
    cents: bool,
}

fn amount_at(scanner: &Scanner, at: usize) -> Option<Amount> {
    if let Some((before, code)) = currency_before(scanner, at) {
        let mut number = number(scanner, at + before)?;
        let mut tokens = before + number.tokens;
        // $5M, $5B, $5K
        let places = scanner
            .word(at + tokens)
            .filter(|_| number.places == 0 && scanner.is_capital(at + tokens))
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
        let code = match scanner.word(at + tokens) {
            Some("cad" | "can" | "ca") if scanner.is_capital(at + tokens) => {
                tokens += 1;
                "CAD"
            }
            Some("usd" | "us") if scanner.is_capital(at + tokens) => {
                tokens += 1;
                "USD"
            }
            _ => after
                .filter(|after| after.places.is_none())
                .map_or(code, |after| {
                    tokens += after.tokens;
                    after.code
                }),
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
    fn value_of(&self, number: &Number, places: u32) -> Option<Value> {
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

/// An amount of money or a percentage.
pub(super) fn amount(scanner: &Scanner, at: usize) -> Option<Found> {
    let amount = amount_at(scanner, at)?;
    let value = amount.value_of(&amount.number, amount.number.places)?;
    Some(Found::one(amount.tokens, value))
}

/// Two numbers that share the unit or the scale of the second: 5 to 10 million,
/// entre 20 000 et 35 000 $, 10 à 15 %.
pub(super) fn range(scanner: &Scanner, at: usize) -> Option<Found> {
    let money = currency_before(scanner, at);
    let before = money.map_or(0, |(length, _)| length);
    let first = number(scanner, at + before)?;
    let end = before + first.tokens;
    let joint = scanner.range_word(at + end)?;
    let second_at = at + end + joint;
    if let Some(second) = amount_at(scanner, second_at) {
        // Both have a unit of their own: nothing is shared but the scale.
        let places = if first.places == 0 && shares_scale(&first, &second.number) {
            second.number.places
        } else {
            first.places
        };
        let total = end + joint + second.tokens;
        return Some(Found {
            tokens: total,
            values: vec![
                (0..end, second.value_of(&first, places)?),
                (
                    end + joint..total,
                    second.value_of(&second.number, second.number.places)?,
                ),
            ],
        });
    }
    if money.is_some() || first.words {
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
    Some(Found {
        tokens: total,
        values: vec![
            (0..end, number(first.scaled(second.places)?)),
            (end + joint..total, number(second.value()?)),
        ],
    })
}

/// Whether the scale word behind the second number counts for the first: a number
/// below a thousand, not above the second.
fn shares_scale(first: &Number, second: &Number) -> bool {
    let bound = |number: &Number| number.scaled(0);
    match (bound(first), bound(second)) {
        (Some(first_value), Some(second_value)) => {
            first_value <= second_value && first_value < Decimal::from(1_000)
        }
        _ => false,
    }
}

/// A number, a rank, a fraction, years in a row.
pub(super) fn plain(scanner: &Scanner, at: usize) -> Option<Found> {
    years(scanner, at)
        .or_else(|| roman(scanner, at))
        .or_else(|| quarter_hour(scanner, at))
        .or_else(|| part_of(scanner, at))
        .or_else(|| fraction(scanner, at))
        .or_else(|| ordinal(scanner, at))
        .or_else(|| {
            let number = number(scanner, at)?;
            let value = number.value()?;
            let value = if number.ordinal {
                Value::Ordinal {
                    value: u32::try_from(value.to_integer()?).ok()?,
                    words: true,
                }
            } else {
                Value::Number {
                    value,
                    words: number.words,
                }
            };
            Some(Found::one(number.tokens, value))
        })
}

/// 2026–27, 2026-2027, 2026/27.
fn years(scanner: &Scanner, at: usize) -> Option<Found> {
    let first = scanner.small(at)?;
    let dash = matches!(scanner.sign(at + 1), Some('-' | '–' | '\u{2011}' | '/'));
    let tied = scanner.is_tied(at + 1) && scanner.is_tied(at + 2);
    let second = scanner.small(at + 2)?;
    let length = scanner.token(at + 2)?.range.len();
    let next = first + 1;
    let in_a_row = match length {
        4 => second == next,
        2 => second == next % 100,
        _ => false,
    };
    let is_year = (1900..=2199).contains(&first) && scanner.token(at)?.range.len() == 4;
    (dash && tied && in_a_row && is_year)
        .then(|| i16::try_from(first).ok())
        .flatten()
        .map(|year| Found::one(3, Value::FiscalYear(year)))
}

/// Two-thirds, trois quarts, half, ½.
fn fraction(scanner: &Scanner, at: usize) -> Option<Found> {
    if let Some(sign) = scanner.sign(at) {
        let value = match sign {
            '½' => Value::Fraction(1, 2),
            '¼' => Value::Fraction(1, 4),
            '¾' => Value::Fraction(3, 4),
            '⅓' => Value::Fraction(1, 3),
            '⅔' => Value::Fraction(2, 3),
            _ => return None,
        };
        return Some(Found::one(1, value));
    }
    if let Some(word) = scanner.word(at)
        && denominator(word, scanner.lang) == Some(2)
        && half_of_scale(scanner, at).is_none()
    {
        return Some(Found::one(1, Value::Fraction(1, 2)));
    }
    let number = number(scanner, at).filter(|number| number.words && !number.ordinal)?;
    let above: u32 = number.text.parse().ok()?;
    let hyphen = usize::from(scanner.sign(at + number.tokens) == Some('-'));
    let word = scanner.word(at + number.tokens + hyphen)?;
    let below = denominator(word, scanner.lang)?;
    let plural = above == 1 || word.ends_with('s');
    (above < below && plural)
        .then(|| Found::one(number.tokens + hyphen + 1, Value::Fraction(above, below)))
}

/// Roman numerals of two letters or more: Phase II, le XXIe siècle.
fn roman(scanner: &Scanner, at: usize) -> Option<Found> {
    if let Some(century) = century(scanner, at) {
        return Some(century);
    }
    let value = match scanner.word(at).filter(|_| scanner.is_capital(at))? {
        "ii" => 2,
        "iii" => 3,
        "iv" => 4,
        "vi" => 6,
        "vii" => 7,
        "viii" => 8,
        "ix" => 9,
        "xi" => 11,
        "xii" => 12,
        _ => return None,
    };
    let value = Decimal::from(value);
    Some(Found::one(1, Value::Number { value, words: true }))
}

/// XXIe siècle, the XXI century.
fn century(scanner: &Scanner, at: usize) -> Option<Found> {
    let word = scanner.word(at).filter(|_| scanner.is_capital(at))?;
    let next = scanner.word(at + 1)?;
    let numeral = match scanner.lang {
        Lang::En => word,
        Lang::Fr => word.strip_suffix("er").or(word.strip_suffix('e'))?,
    };
    if !matches!(next, "siecle" | "siecles" | "century" | "centuries") {
        return None;
    }
    let tens = numeral.chars().take_while(|letter| *letter == 'x').count();
    let units = match numeral.get(tens..)? {
        "" => 0,
        "i" => 1,
        "ii" => 2,
        "iii" => 3,
        "iv" => 4,
        "v" => 5,
        "vi" => 6,
        "vii" => 7,
        "viii" => 8,
        "ix" => 9,
        _ => return None,
    };
    let value = u32::try_from(tens * 10 + units).ok().filter(|it| *it > 0)?;
    let words = false;
    Some(Found::one(1, Value::Ordinal { value, words }))
}

/// Un quart d'heure, trois quarts d'heure, a quarter of an hour: in minutes.
fn quarter_hour(scanner: &Scanner, at: usize) -> Option<Found> {
    let count = match scanner.word(at)? {
        "a" | "one" | "un" => 1,
        "three" | "trois" => 3,
        _ => return None,
    };
    let hyphen = usize::from(scanner.sign(at + 1) == Some('-'));
    let quarter = at + 1 + hyphen;
    if denominator(scanner.word(quarter)?, scanner.lang) != Some(4) {
        return None;
    }
    let words: &[&str] = match scanner.lang {
        Lang::En => &["of", "an", "hour"],
        Lang::Fr => &["d", "’", "heure"],
    };
    let follows = words.iter().enumerate().all(|(index, word)| {
        let place = quarter + 1 + index;
        scanner.word(place) == Some(*word) || matches!(scanner.sign(place), Some('’' | '\''))
    });
    let value = Decimal::from(15 * count);
    follows.then(|| {
        Found::one(
            2 + hyphen + words.len(),
            Value::Number { value, words: true },
        )
    })
}

/// A quarter of, le tiers des.
fn part_of(scanner: &Scanner, at: usize) -> Option<Found> {
    let article = match scanner.lang {
        Lang::En => matches!(scanner.word(at)?, "a" | "one"),
        Lang::Fr => matches!(scanner.word(at)?, "le" | "un"),
    };
    let of = match scanner.lang {
        Lang::En => scanner.word(at + 2)? == "of",
        Lang::Fr => matches!(scanner.word(at + 2)?, "de" | "des" | "du" | "d"),
    };
    let below = denominator(scanner.word(at + 1)?, scanner.lang)?;
    (article && of).then(|| Found::one(2, Value::Fraction(1, below)))
}

/// 26th, 1er, 2e, third, troisième.
fn ordinal(scanner: &Scanner, at: usize) -> Option<Found> {
    if let Some(value) = scanner.small(at) {
        let suffix = scanner
            .word(at + 1)
            .filter(|_| scanner.is_tied(at + 1))
            .is_some_and(|suffix| match scanner.lang {
                Lang::En => matches!(suffix, "st" | "nd" | "rd" | "th"),
                Lang::Fr => matches!(
                    suffix,
                    "er" | "re"
                        | "e"
                        | "es"
                        | "ers"
                        | "res"
                        | "eme"
                        | "emes"
                        | "ieme"
                        | "ere"
                        | "nd"
                        | "nde"
                ),
            });
        return suffix.then(|| {
            Found::one(
                2,
                Value::Ordinal {
                    value,
                    words: false,
                },
            )
        });
    }
    let value = ordinal_word(scanner.word(at)?, scanner.lang)?;
    Some(Found::one(
        1,
        Value::Ordinal {
            value: u32::try_from(value).ok()?,
            words: true,
        },
    ))
}
