//! Values of which one leaves out what the reader knows from the words around it.

use super::licence::Licence;
use crate::check::pairing::usage::Use;
use crate::check::values::{ValueSort, magnitude, shares_unit};
use crate::language::lexicon;
use crate::language::read::{self, Value};
use crate::memo::fact::Decimal;

/// Whether the second value is the first with something left out, which the values
/// around it in its own texts may say.
type Implies = fn(&Use<'_, '_>, &Use<'_, '_>, &[Use<'_, '_>]) -> bool;

/// A licence for what is left out.
pub(super) struct Implied {
    /// What it is called, with its example.
    pub licence: Licence,
    holds: Implies,
}

/// All of them.
pub(super) static IMPLIED: &[Implied] = &[
    implied(
        "currency-left-out",
        leaves_unit_out,
        "Of the $120 million, $86 million is spent.",
        "Des 120 millions de dollars, 86 millions sont dépensés.",
    ),
    implied(
        "scale-left-out",
        leaves_scale_out,
        "It kept 12 million of the 40 million trees.",
        "Elle a gardé 12 des 40 millions d’arbres.",
    ),
    implied(
        "minus-in-words",
        leaves_sign_out,
        "It was -12 degrees.",
        "Il faisait 12 degrés sous zéro.",
    ),
    implied(
        "month-left-out",
        leaves_month_out,
        "Come on Friday, May 15.",
        "Venez le vendredi 15.",
    ),
];

const fn implied(
    name: &'static str,
    holds: Implies,
    en: &'static str,
    fr: &'static str,
) -> Implied {
    Implied {
        licence: Licence { name, en, fr },
        holds,
    }
}

/// Whether a licence lets `bare` stand for `full`; `around` are the values beside `bare`.
pub(in crate::check) fn is_implied(
    full: &Use<'_, '_>,
    bare: &Use<'_, '_>,
    around: &[Use<'_, '_>],
) -> bool {
    IMPLIED
        .iter()
        .any(|it| (it.holds)(full, bare, around) && it.licence.allows())
}

/// Whether `bare` is the amount without its currency, in millions or more, and another
/// amount of its text says the currency.
fn leaves_unit_out(full: &Use<'_, '_>, bare: &Use<'_, '_>, around: &[Use<'_, '_>]) -> bool {
    full.said.kind.sort() == ValueSort::Amount
        && shares_unit(&full.said.kind, &bare.said.kind)
        && says_scale(bare)
        && around
            .iter()
            .any(|usage| usage.said.kind.sort() == ValueSort::Amount)
}

/// Whether a value is written with a word for millions or more.
pub(in crate::check) fn says_scale(usage: &Use<'_, '_>) -> bool {
    read::scale_of(usage.written(), usage.text.passage.lang).is_some()
}

/// Whether `bare` takes its scale from the number behind it, of which it is a part: "12
/// des 40 millions".
fn leaves_scale_out(full: &Use<'_, '_>, bare: &Use<'_, '_>, _: &[Use<'_, '_>]) -> bool {
    let passage = &bare.text.passage;
    let next = bare.text.values.from(bare.said.range.end).first();
    let (Some(next), false) = (next, says_scale(bare)) else {
        return false;
    };
    let between = passage.slice(&(bare.said.range.end..next.range.start));
    let part_of = matches!(
        between.trim(),
        "des" | "of the" | "of" | "sur" | "sur les" | "out of"
    );
    let places = read::scale_of(passage.slice(&next.range), passage.lang);
    let (Some(places), Some(whole), Some(part)) = (
        places.filter(|_| part_of),
        magnitude(&full.said.kind),
        magnitude(&bare.said.kind),
    ) else {
        return false;
    };
    whole.shifted_right(places).map(Decimal::normalized) == Some(part)
}

/// Whether `bare` is the number without its minus sign, which its text says in words.
fn leaves_sign_out(signed: &Use<'_, '_>, bare: &Use<'_, '_>, _: &[Use<'_, '_>]) -> bool {
    let (kind, words) = (&signed.said.kind, &bare.text.passage.words);
    let number = magnitude(kind).filter(|number| number.is_negative());
    kind.sort() == bare.said.kind.sort()
        && number.is_some()
        && number.map(Decimal::negated) == magnitude(&bare.said.kind)
        && words.iter().any(|word| lexicon::says_below(&word.folded))
}

/// Whether `bare` is the day of the date alone, and another date of its text says the
/// month.
fn leaves_month_out(full: &Use<'_, '_>, bare: &Use<'_, '_>, around: &[Use<'_, '_>]) -> bool {
    let Value::Date {
        month: Some(month),
        day: Some(day),
        ..
    } = &full.said.kind.value
    else {
        return false;
    };
    let same_day = match &bare.said.kind.value {
        Value::Number {
            value,
            words: false,
        } => value.to_integer() == Some(i64::from(*day)),
        Value::Ordinal { value, .. } => *value == u32::from(*day),
        _ => false,
    };
    same_day
        && bare.said.kind.length.is_none()
        && (follows_weekday(bare)
            || around.iter().any(|usage| {
                matches!(&usage.said.kind.value, Value::Date { month: Some(other), .. } if other == month)
            }))
}

/// Whether a day of the week stands before, which makes a date of the number: "Friday
/// the 5th".
fn follows_weekday(usage: &Use<'_, '_>) -> bool {
    usage.text.values.iter().any(|said| {
        matches!(said.kind.value, Value::Weekday(_))
            && usage
                .text
                .passage
                .text
                .get(said.range.end..usage.said.range.start)
                .is_some_and(|between| matches!(between.trim(), "" | "," | "the" | ", the" | "le"))
    })
}
