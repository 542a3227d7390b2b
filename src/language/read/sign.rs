//! Numbers below zero with a sign: −5, -5. "Minus five" and « moins 11 $ » are read
//! without: the words say "less" as often.

use super::scanner::{FoundValues, Scanner};
use super::tokens::TokenKind;
use super::{Value, amount, number};

/// A number, an amount or a percentage with a minus sign before it. In a range, the sign
/// is the first number's.
pub(super) fn negative(scanner: &Scanner, at: usize) -> Option<FoundValues> {
    if !is_minus(scanner, at) {
        return None;
    }
    let mut found = amount::range(scanner, at + 1)
        .or_else(|| amount::amount(scanner, at + 1))
        .or_else(|| number::plain(scanner, at + 1))?;
    found.tokens += 1;
    for (range, _) in &mut found.values {
        *range = range.start + 1..range.end + 1;
    }
    let (range, value) = found.values.first_mut()?;
    range.start = 0;
    *value = negated(value)?;
    Some(found)
}

/// The value below zero; nothing for what cannot stand there.
pub(super) fn negated(value: &Value) -> Option<Value> {
    Some(match value {
        Value::Number { value, words } => Value::Number {
            value: value.negated(),
            words: *words,
        },
        Value::Percent(value) => Value::Percent(value.negated()),
        Value::Money { amount, currency } => Value::Money {
            amount: amount.negated(),
            currency,
        },
        _ => return None,
    })
}

/// Whether a minus sign stands at a place: before the figures of a number or the sign of
/// a currency, at a word's beginning. A hyphen behind a number makes a range of the two.
pub(super) fn is_minus(scanner: &Scanner, at: usize) -> bool {
    let Some(sign @ ('−' | '-')) = scanner.sign(at) else {
        return false;
    };
    let before = at.checked_sub(1);
    let begins = scanner.token(at).is_some_and(|token| token.spaced)
        || before.is_none_or(|before| {
            matches!(
                scanner.sign(before),
                Some('(' | '[' | '«' | '“' | '‘' | '"' | '|')
            )
        });
    let behind_number = before.is_some_and(|before| scanner.digits(before).is_some());
    let figures = |place: usize| scanner.is_tied(place) && scanner.digits(place).is_some();
    let currency = matches!(scanner.sign(at + 1), Some('$' | '€' | '£')) && scanner.is_tied(at + 1);
    begins
        && (sign == '−' || !behind_number)
        && (figures(at + 1) || currency && figures(at + 2) || is_code_of_currency(scanner, at + 1))
}

/// `US$5`, `CHF 5` behind a sign.
fn is_code_of_currency(scanner: &Scanner, at: usize) -> bool {
    let is_word = matches!(
        scanner.token(at).map(|token| &token.kind),
        Some(TokenKind::Word(word, true)) if word.len() <= 3
    );
    is_word
        && scanner.is_tied(at)
        && scanner.sign(at + 1) == Some('$')
        && scanner.digits(at + 2).is_some()
}
