//! What can be known to be wrong with a call before anything is printed: the
//! function, the number of arguments, the options.

use super::function::{Call, FUNCTIONS, Function};
use crate::language::write::{
    CallOptions, DateTimeOptions, ListOptions, NumberOptions, OptionFault, OrdinalOptions,
    PrepositionOptions, RangeOptions, SetOption, SpelloutOptions, choose,
};
use crate::locale::anchors::anchor;
use crate::locale::codes;
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
    const ALL: &'static [(&'static str, SetOption<Self>)] = &[];

    fn names() -> Vec<&'static str> {
        ["type"].into_iter().chain(NumberOptions::names()).collect()
    }

    fn set(&mut self, name: &str, value: &str) -> Result<(), OptionFault> {
        match name {
            "type" => choose("type", value, &TYPES, &mut self.ordinal),
            _ if Self::names().contains(&name) => self.number.set(name, value),
            _ => Err(Self::unknown(name)),
        }
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

/// A function as its users see it, for the reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FunctionReference {
    /// Its name: `NUMBER`.
    pub name: &'static str,
    /// What it works on: "a number, a percentage or an amount of money".
    pub takes: &'static str,
    /// Its options, each with the values that it takes: `"long", "short"`.
    pub options: Vec<(&'static str, String)>,
}

/// The functions that patterns can call, in alphabetical order.
pub fn functions() -> Vec<FunctionReference> {
    let of = |(name, function): (&'static str, Function)| FunctionReference {
        name,
        takes: function.takes(),
        options: match function {
            Function::Number => NumberCall::allowed(),
            Function::DateTime => DateTimeOptions::allowed(),
            Function::SpellOut => SpelloutOptions::allowed(),
            Function::Ordinal => OrdinalOptions::allowed(),
            Function::List => ListOptions::allowed(),
            Function::Range => RangeOptions::allowed(),
            Function::Phone => NoOptions::allowed(),
            Function::De => PrepositionOptions::allowed(),
        },
    };
    FUNCTIONS.into_iter().map(of).collect()
}

/// What is wrong with a call whatever its arguments' values are: the function, the
/// number of arguments, the options.
pub(in crate::locale) fn check_call<'s>(name: &'s str, call: &Call<'s>) -> Vec<PatternFault<'s>> {
    let Some(function) = Function::named(name) else {
        let names = FUNCTIONS.iter().map(|(name, _)| *name);
        let fault = PatternFault::new(
            &codes::UNKNOWN_FUNCTION,
            name,
            format!("there is no function `{name}`"),
        )
        .nearest(name, "", names.clone());
        return vec![if fault.hints.is_empty() {
            let names: Vec<&str> = names.collect();
            fault.hint(format!("there are: {}", names.join(", ")))
        } else {
            fault
        }];
    };
    let mut faults = check_options(function, name, call);
    let (least, most) = function.arity();
    let count = call.positional.len();
    if count < least || count > most {
        let wanted = match (least, most) {
            (1, 1) => "one argument".to_owned(),
            (1, 2) => "one argument or two".to_owned(),
            _ => "at least one argument".to_owned(),
        };
        let fault = PatternFault::new(
            &codes::ARGUMENT_COUNT,
            name,
            format!("`{name}` takes {wanted}, and has {count}"),
        );
        faults.push(fault.hint(format!(
            "its argument is {}: `{{ {name}($fact) }}`",
            function.takes()
        )));
    }
    faults
}

fn check_options<'s>(function: Function, name: &'s str, call: &Call<'s>) -> Vec<PatternFault<'s>> {
    match function {
        Function::Number => options::<NumberCall>(name, call).1,
        Function::DateTime => options::<DateTimeOptions>(name, call).1,
        Function::SpellOut => options::<SpelloutOptions>(name, call).1,
        Function::Ordinal => options::<OrdinalOptions>(name, call).1,
        Function::List => options::<ListOptions>(name, call).1,
        Function::Range => options::<RangeOptions>(name, call).1,
        Function::Phone => options::<NoOptions>(name, call).1,
        Function::De => options::<PrepositionOptions>(name, call).1,
    }
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
    match fault {
        OptionFault::Unknown { name, known } => {
            let fault = PatternFault::new(
                &codes::WRONG_OPTION,
                slice,
                format!("`{function}` has no option `{name}`"),
            )
            .nearest(&name, "", known.iter().copied());
            if known.is_empty() {
                fault.hint("it takes no options")
            } else if fault.hints.is_empty() {
                fault.hint(format!("there are: {}", known.join(", ")))
            } else {
                fault
            }
        }
        OptionFault::Value {
            name,
            value,
            allowed,
        } => PatternFault::new(
            &codes::WRONG_OPTION,
            slice,
            format!("`{name}` cannot be `{value}`"),
        )
        .hint(format!("it takes {allowed}")),
        OptionFault::Conflict { name, other } => PatternFault::new(
            &codes::WRONG_OPTION,
            slice,
            format!("`{name}` cannot stand together with `{other}`"),
        )
        .hint("keep one of them"),
    }
}
