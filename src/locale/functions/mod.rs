//! The functions that patterns call: their arguments and options checked here, what
//! they print made by [`format`](crate::language::write).

mod applies;
mod de;
mod function;
mod kinds;
mod options;

pub(super) use kinds::{Selects, kind_of, print_fact, print_telephone, selects_by};
pub(super) use options::check_call;
pub use options::{FunctionReference, functions};

use super::formatted::{Joining, PrintedValue};
use super::lookup::PatternFault;
use super::plural::SelectorNumber;
use super::resolve::Evaluated;
use crate::language::words::{Hand, Piece, Words};
use crate::language::write::{
    self, DateTimeOptions, ListOptions, NumberOptions, RangeOptions, SpelloutOptions, SpelloutType,
    Style,
};
use crate::locale::codes::WRONG_ARGUMENT;
use crate::memo::Fact;
use crate::memo::fact::Decimal;
use crate::memo::telephone::{TelephoneFault, check_telephone};
use function::{Call, Function, place_of, takes};
use options::{NumberCall, function_named, options};
use std::cmp::Ordering;

/// Calls a function that [`check_call`] found nothing wrong with. What may be wrong though it
/// prints something is added to `doubts`.
///
/// # Errors
/// Arguments that are not of the kind that the function works on.
pub(super) fn call<'s>(
    (name, call): (&'s str, &Call<'s>),
    arguments: Vec<Evaluated>,
    style: Style,
    doubts: &mut Vec<PatternFault<'s>>,
) -> Result<Evaluated, Vec<PatternFault<'s>>> {
    let (Some(row), Some(first)) = (function_named(name), arguments.first()) else {
        return Err(check_call(name, call));
    };
    let function = row.function;
    let wrong = |index: usize| vec![wrong_argument(name, call, &arguments, index)];
    if function == Function::List {
        let items: Vec<Words> = arguments.iter().map(|item| words_of(item, style)).collect();
        let options = options::<ListOptions>(name, call).0;
        return Ok(printed(&[], write::list(&items, style, &options)));
    }
    // What nobody has translated yet is no name and no number.
    if let Some(gap) = arguments.iter().find(|argument| is_gap(argument)) {
        return Ok(gap.clone());
    }
    if let (Function::Range, Some(second)) = (function, arguments.get(1)) {
        let options = options::<RangeOptions>(name, call).0;
        return match (first, second) {
            (Evaluated::Fact { fact: from, .. }, Evaluated::Fact { fact: to, .. })
                if std::mem::discriminant(from) == std::mem::discriminant(to) =>
            {
                if from.order(to).is_some_and(Ordering::is_gt) {
                    return Err(vec![applies::reversed(name, call)]);
                }
                let faults = applies::check(function, from, call);
                if !faults.is_empty() {
                    return Err(faults);
                }
                write::range(from, to, style, &options)
                    .map(|words| printed(&arguments, words))
                    .ok_or_else(|| wrong(1))
            }
            _ => Err(wrong(1)),
        };
    }
    if function == Function::De {
        return de::de((name, call), first, style, doubts).ok_or_else(|| wrong(0))?;
    }
    if let Evaluated::Fact { fact, .. } = first {
        let faults = applies::check(function, fact, call);
        if !faults.is_empty() {
            return Err(faults);
        }
    }
    call_one(function, name, call, first, style).ok_or_else(|| wrong(0))
}

/// Calls a function of one argument; none where the argument is not of its kind.
fn call_one(
    function: Function,
    name: &str,
    call: &Call<'_>,
    argument: &Evaluated,
    style: Style,
) -> Option<Evaluated> {
    let fact = match argument {
        Evaluated::Fact { fact, .. } => Some(fact),
        _ => None,
    };
    let words = match function {
        Function::Number => return number(fact?, argument, &options(name, call).0, style),
        Function::DateTime => date_time(fact?, options(name, call).0, style)?,
        Function::SpellOut => spell_out(fact?, name, call, style)?,
        Function::Ordinal => {
            let value = match fact? {
                Fact::Ordinal(value) => *value,
                Fact::Number(value) => u32::try_from(value.to_integer()?).ok()?,
                _ => return None,
            };
            write::ordinal(value, style, &options(name, call).0)
        }
        Function::Range => match fact? {
            Fact::Range(from, to) => write::range(from, to, style, &options(name, call).0)?,
            _ => return None,
        },
        Function::Phone => return phone(argument, style),
        Function::De | Function::List => return None,
    };
    Some(printed(std::slice::from_ref(argument), words))
}

fn number(fact: &Fact, argument: &Evaluated, call: &NumberCall, style: Style) -> Option<Evaluated> {
    let options = &call.number;
    let value = match fact {
        Fact::Number(value) | Fact::Percent(value) | Fact::Money { amount: value, .. } => *value,
        Fact::Ordinal(value) => Decimal::from(i64::from(*value)),
        _ => return None,
    };
    let words = match fact {
        Fact::Ordinal(_) => write::number(value, style, options),
        _ => {
            let options = RangeOptions {
                number: options.clone(),
                ..RangeOptions::default()
            };
            write::fact_with(fact, style, &options)?
        }
    };
    let mut evaluated = printed(std::slice::from_ref(argument), words);
    let compact = matches!(fact, Fact::Money { compact: true, .. });
    let with_words = options.clone().compact_if(compact);
    if let Evaluated::Printed { number, .. } = &mut evaluated {
        *number = Some(SelectorNumber {
            value: as_shown(value, options),
            ordinal: call.ordinal,
            scaled: write::has_scale(value, style, &with_words),
        });
    }
    Some(evaluated)
}

/// A number with the fraction digits that the options ask for, as plural rules see
/// it.
fn as_shown(value: Decimal, options: &NumberOptions) -> Decimal {
    let digits = value.fraction_digits();
    let least = options.minimum_fraction_digits.unwrap_or(0);
    let most = options.maximum_fraction_digits.unwrap_or(u32::MAX);
    if digits > most {
        value.with_fraction_digits(most)
    } else if digits < least {
        value.with_fraction_digits(least)
    } else {
        value
    }
}

fn date_time(fact: &Fact, options: DateTimeOptions, style: Style) -> Option<Words> {
    let of = match fact {
        Fact::Range(from, _) => from,
        fact => fact,
    };
    let options = RangeOptions {
        date_time: options,
        ..RangeOptions::default()
    };
    is_date_time(of)
        .then(|| write::fact_with(fact, style, &options))
        .flatten()
}

const fn is_date_time(fact: &Fact) -> bool {
    matches!(
        fact,
        Fact::Date(_)
            | Fact::Month(..)
            | Fact::Year(_)
            | Fact::Quarter(..)
            | Fact::FiscalYear(_)
            | Fact::Time(..)
            | Fact::Moment(..)
    )
}

fn spell_out(fact: &Fact, name: &str, call: &Call<'_>, style: Style) -> Option<Words> {
    let mut options = options::<SpelloutOptions>(name, call).0;
    let value = match fact {
        Fact::Number(value) => *value,
        Fact::Ordinal(value) => {
            if !call.named.iter().any(|named| named.name.name == "type") {
                options.spellout_type = SpelloutType::Ordinal;
            }
            Decimal::from(i64::from(*value))
        }
        _ => return None,
    };
    Some(write::spellout(value, style, &options))
}

fn phone(argument: &Evaluated, style: Style) -> Option<Evaluated> {
    let (number, extension) = match argument {
        Evaluated::Fact {
            fact: Fact::Telephone { number, extension },
            ..
        } => (number.clone(), extension.as_deref()),
        Evaluated::Text { text, .. } if is_telephone(text) => (text.clone(), None),
        Evaluated::Printed {
            value,
            number: None,
            ..
        } if is_telephone(&value.to_plain()) => (value.to_plain(), None),
        _ => return None,
    };
    let value = print_telephone(&number, extension, style);
    Some(Evaluated::printed(with_facts(
        value,
        &names_of(std::slice::from_ref(argument)),
    )))
}

/// Whether a text can be dialled; one without an area code can where it is read.
fn is_telephone(text: &str) -> bool {
    matches!(
        check_telephone(text.trim()),
        Ok(()) | Err(TelephoneFault::NoAreaCode)
    )
}

/// The names of the facts that print these values, each once.
fn names_of(arguments: &[Evaluated]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut add = |name: &str| {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    };
    for argument in arguments {
        match argument {
            Evaluated::Text { name, .. } | Evaluated::Fact { name, .. } => {
                name.iter().for_each(|name| add(name));
            }
            Evaluated::Printed { value, .. } => value.facts().into_iter().for_each(&mut add),
        }
    }
    names
}

/// Words that a function made of values; those that name no fact yet come from all of
/// them.
fn printed(from: &[Evaluated], words: Words) -> Evaluated {
    let authored = words
        .0
        .first()
        .is_some_and(|first| first.hand == Hand::Author);
    let value = PrintedValue {
        pieces: words.0,
        href: None,
        joining: match authored {
            true => Joining::Author,
            false => Joining::Program,
        },
    };
    Evaluated::printed(with_facts(value, &names_of(from)))
}

fn with_facts(mut value: PrintedValue, names: &[String]) -> PrintedValue {
    for piece in &mut value.pieces {
        if piece.facts.is_empty() {
            piece.facts = names.to_vec();
        }
    }
    value
}

fn is_gap(evaluated: &Evaluated) -> bool {
    is_by(evaluated, Hand::Nobody)
}

fn is_authored(evaluated: &Evaluated) -> bool {
    is_by(evaluated, Hand::Author) || matches!(evaluated, Evaluated::Text { name: None, .. })
}

fn is_by(evaluated: &Evaluated, hand: Hand) -> bool {
    match evaluated {
        Evaluated::Printed { value, .. } => value.pieces.iter().any(|piece| piece.hand == hand),
        _ => false,
    }
}

/// What a value prints, with the facts that it comes from.
pub(super) fn print(evaluated: &Evaluated, style: Style) -> PrintedValue {
    match evaluated {
        Evaluated::Text { text, name } => PrintedValue {
            pieces: vec![Piece {
                text: text.clone(),
                facts: name.iter().cloned().collect(),
                // What has no name was written in the pattern itself.
                hand: if name.is_none() {
                    Hand::Author
                } else {
                    Hand::Format
                },
                ..Piece::default()
            }],
            ..PrintedValue::default()
        },
        Evaluated::Fact { fact, name } => with_facts(
            print_fact(fact, style),
            &name.iter().cloned().collect::<Vec<_>>(),
        ),
        Evaluated::Printed { value, .. } => value.clone(),
    }
}

fn words_of(evaluated: &Evaluated, style: Style) -> Words {
    Words(print(evaluated, style).pieces)
}

fn wrong_argument<'s>(
    name: &'s str,
    call: &Call<'s>,
    arguments: &[Evaluated],
    index: usize,
) -> PatternFault<'s> {
    let kind_of = |index| arguments.get(index).map_or_else(String::new, kind_of);
    let (kind, takes) = (kind_of(index), takes(name));
    let wording = if index == 0 {
        WRONG_ARGUMENT.say("kind", given!(name, kind, takes))
    } else {
        WRONG_ARGUMENT.say("together", given!(name, first = kind_of(0), kind, takes))
    };
    PatternFault::new(place_of(name, call, index), wording)
}
