//! What is wrong with a call once the kinds of its arguments are known: options that say
//! nothing about them, and ranges that run backwards.

use super::function::{Call, Function, place_of};
use super::kinds::kind_of_fact;
use crate::language::write::{CallOptions, DateTimeOptions, NumberOptions};
use crate::locale::anchors::anchor;
use crate::locale::codes::{WRONG_ARGUMENT, WRONG_OPTION};
use crate::locale::lookup::PatternFault;
use crate::memo::Fact;
use fluent_syntax::ast::InlineExpression;

const OF_TIMES: [&str; 3] = ["timeStyle", "minute", "timeZoneName"];
const OF_MONEY: [&str; 2] = ["currency", "currencyDisplay"];

/// The options of a call that cannot apply to a fact.
pub(super) fn check<'s>(function: Function, fact: &Fact, call: &Call<'s>) -> Vec<PatternFault<'s>> {
    if !matches!(
        function,
        Function::Number | Function::DateTime | Function::Range
    ) {
        return Vec::new();
    }
    let fact = match fact {
        Fact::Range(from, _) => from,
        fact => fact,
    };
    let wrong = call.named.iter().filter_map(|argument| {
        let name = argument.name.name;
        let (value, _) = anchor(&argument.value);
        let words = matches!(argument.value, InlineExpression::StringLiteral { .. });
        if says_something(name, if words { value } else { "" }, fact) {
            return None;
        }
        let kind = kind_of_fact(fact);
        let wording = WRONG_OPTION.say("says-nothing", given!(name, kind));
        Some(PatternFault::new((name, 0), wording))
    });
    wrong.collect()
}

/// Whether an option with this value can apply to a fact.
fn says_something(name: &str, value: &str, fact: &Fact) -> bool {
    let of_money = OF_MONEY.contains(&name);
    let of_time = OF_TIMES.contains(&name);
    let of_number = !of_money && NumberOptions::names().contains(&name);
    // The article stands beside either.
    let of_date = !of_time && name != "article" && DateTimeOptions::names().contains(&name);
    match fact {
        Fact::Money { .. } if name == "style" => value == "currency",
        Fact::Money { .. } if name == "currency" => false,
        Fact::Percent(_) if name == "style" => value == "percent",
        Fact::Ordinal(_) if name == "style" => value == "decimal",
        Fact::Money { .. } | Fact::Number(_) => !of_date && !of_time,
        Fact::Percent(_) | Fact::Ordinal(_) => !of_date && !of_time && !of_money,
        Fact::Date(_)
        | Fact::Month(..)
        | Fact::Year(_)
        | Fact::Quarter(..)
        | Fact::FiscalYear(_) => !of_time && !of_number && !of_money,
        Fact::Time(..) => !of_date && !of_number && !of_money,
        Fact::Moment(..) => !of_number && !of_money,
        _ => true,
    }
}

/// The fault of a range whose second end comes before the first.
pub(super) fn reversed<'s>(name: &'s str, call: &Call<'s>) -> PatternFault<'s> {
    PatternFault::new(place_of(name, call, 1), WRONG_ARGUMENT.say("reversed", &[]))
}
