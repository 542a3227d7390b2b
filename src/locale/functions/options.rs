//! What can be known to be wrong with a call before anything is printed: the
//! function, the number of arguments, the options.

use super::function::{Call, Function, takes};
use crate::diagnostic::nearest;
use crate::language::write::{
    CallOptions, DateTimeOptions, ListOptions, NumberOptions, OptionFault, OrdinalOptions,
    PrepositionOptions, RangeOptions, SetOption, SpelloutOptions, choose,
};
use crate::locale::anchors::anchor;
use crate::locale::codes::{ARGUMENT_COUNT, UNKNOWN_FUNCTION, WRONG_OPTION};
use crate::locale::lookup::{PatternFault, unescape};
use fluent_syntax::ast::InlineExpression;

/// The options of `NUMBER`: those of numbers, and the kind of plural category that
/// a selector chooses by.
#[derive(Default)]
pub(super) struct NumberCall {
    pub number: NumberOptions,
    pub ordinal: bool,
}

const TYPES: [(&str, bool); 2] = [("cardinal", false), ("ordinal", true)];

impl CallOptions for NumberCall {
    const ALL: &'static [(&'static str, SetOption<Self>)] =
        &[("type", |it, value| choose(value, &TYPES, &mut it.ordinal))];

    fn names_inside() -> Vec<&'static str> {
        NumberOptions::names()
    }

    fn set_inside(&mut self, name: &str, value: &str) -> Result<(), OptionFault> {
        self.number.set(name, value)
    }

    fn conflicts(&self) -> Vec<OptionFault> {
        self.number.conflicts()
    }
}

/// `PHONE` takes no options.
#[derive(Default)]
struct NoOptions;

impl CallOptions for NoOptions {
    const ALL: &'static [(&'static str, SetOption<Self>)] = &[];
}

/// A function with what can be known of its calls.
pub(super) struct FunctionRow {
    name: &'static str,
    pub function: Function,
    /// The least and the greatest number of arguments without a name.
    arity: (usize, usize),
    allowed: fn() -> Vec<(&'static str, String)>,
    faults: for<'s> fn(&'s str, &Call<'s>) -> Vec<PatternFault<'s>>,
}

const fn row<O: CallOptions>(
    name: &'static str,
    function: Function,
    arity: (usize, usize),
) -> FunctionRow {
    FunctionRow {
        name,
        function,
        arity,
        allowed: O::allowed,
        faults: |name, call| options::<O>(name, call).1,
    }
}

/// The functions, in alphabetical order.
static FUNCTIONS: [FunctionRow; 8] = [
    row::<DateTimeOptions>("DATETIME", Function::DateTime, (1, 1)),
    row::<PrepositionOptions>("DE", Function::De, (1, 1)),
    row::<ListOptions>("LIST", Function::List, (1, usize::MAX)),
    row::<NumberCall>("NUMBER", Function::Number, (1, 1)),
    row::<OrdinalOptions>("ORDINAL", Function::Ordinal, (1, 1)),
    row::<NoOptions>("PHONE", Function::Phone, (1, 1)),
    row::<RangeOptions>("RANGE", Function::Range, (1, 2)),
    row::<SpelloutOptions>("SPELLOUT", Function::SpellOut, (1, 1)),
];

pub(super) fn function_named(name: &str) -> Option<&'static FunctionRow> {
    FUNCTIONS.iter().find(|row| row.name == name)
}

/// A function as its users see it, for the reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionReference {
    /// Its name: `NUMBER`.
    pub name: &'static str,
    /// What it works on: "a number, a percentage or an amount of money".
    pub takes: String,
    /// Its options, each with the values that it takes: `"long", "short"`.
    pub options: Vec<(&'static str, String)>,
}

/// The functions that patterns can call, in alphabetical order.
pub fn functions() -> Vec<FunctionReference> {
    let of = |row: &FunctionRow| FunctionReference {
        name: row.name,
        takes: takes(row.name),
        options: (row.allowed)(),
    };
    FUNCTIONS.iter().map(of).collect()
}

/// What is wrong with a call whatever its arguments' values are: the function, the
/// number of arguments, the options.
pub(in crate::locale) fn check_call<'s>(name: &'s str, call: &Call<'s>) -> Vec<PatternFault<'s>> {
    let Some(row) = function_named(name) else {
        let names: Vec<&str> = FUNCTIONS.iter().map(|row| row.name).collect();
        let (near, names) = (nearest(name, names.iter().copied()), names.join(", "));
        let wording = UNKNOWN_FUNCTION.say("unknown", given!(name, near, names));
        return vec![PatternFault::new((name, 0), wording)];
    };
    let mut faults = (row.faults)(name, call);
    let (least, most) = row.arity;
    let count = call.positional.len();
    if count < least || count > most {
        let wanted = match most {
            1 => "one",
            2 => "two",
            _ => "any",
        };
        let wording =
            ARGUMENT_COUNT.say("function", given!(name, wanted, count, takes = takes(name)));
        faults.push(PatternFault::new((name, 0), wording));
    }
    faults
}

/// Reads the named arguments of a call; they are literals, so that all their faults
/// can be known before anything is printed.
pub(super) fn options<'s, O: CallOptions>(
    function: &'s str,
    call: &Call<'s>,
) -> (O, Vec<PatternFault<'s>>) {
    let mut options = O::default();
    let mut faults = Vec::new();
    for argument in &call.named {
        let (slice, _) = anchor(&argument.value);
        let value = match &argument.value {
            InlineExpression::StringLiteral { value } => match unescape(value) {
                Ok(value) => value,
                Err(fault) => {
                    faults.push(fault);
                    continue;
                }
            },
            _ => slice.to_owned(),
        };
        if let Err(fault) = options.set(argument.name.name, &value) {
            let slice = match fault {
                OptionFault::Value { .. } if !slice.is_empty() => slice,
                _ => argument.name.name,
            };
            faults.push(option_fault(function, slice, fault));
        }
    }
    if faults.is_empty() {
        faults.extend(options.conflicts().into_iter().map(|fault| {
            let slice = match &fault {
                OptionFault::Value { name, .. } | OptionFault::Conflict { name, .. } => call
                    .named
                    .iter()
                    .find(|argument| argument.name.name == *name)
                    .map(|argument| argument.name.name),
                OptionFault::Unknown { .. } => None,
            };
            option_fault(function, slice.unwrap_or(function), fault)
        }));
    }
    (options, faults)
}

fn option_fault<'s>(function: &str, slice: &'s str, fault: OptionFault) -> PatternFault<'s> {
    let wording = match fault {
        OptionFault::Unknown { name, known } => {
            let near = nearest(&name, known.iter().copied());
            let names = (!known.is_empty()).then(|| known.join(", "));
            WRONG_OPTION.say("unknown", given!(function, name, near, names))
        }
        OptionFault::Value {
            name,
            value,
            allowed,
        } => WRONG_OPTION.say("wrong-value", given!(name, value, allowed)),
        OptionFault::Conflict { name, other } => WRONG_OPTION.say("conflict", given!(name, other)),
    };
    PatternFault::new((slice, 0), wording)
}
