//! What values print by themselves, how they choose variants, and what they are
//! called.

use super::function::KINDS;
use super::names_of;
use crate::lang::Lang;
use crate::language::write::{self, NumberOptions, Style};
use crate::locale::formatted::{Joining, PrintedValue};
use crate::locale::plural::SelectorNumber;
use crate::locale::resolve::Evaluated;
use crate::memo::Fact;
use crate::memo::fact::Decimal;

/// A telephone number with its link.
pub(in crate::locale) fn print_telephone(
    number: &str,
    extension: Option<&str>,
    style: Style,
) -> PrintedValue {
    PrintedValue {
        pieces: write::phone(number, extension, style).0,
        href: write::telephone_uri(number, extension),
        ..PrintedValue::default()
    }
}

/// A fact in its usual form, with its link; nothing for a Text, whose words the
/// resolver finds.
pub(in crate::locale) fn print_fact(fact: &Fact, style: Style) -> PrintedValue {
    PrintedValue {
        pieces: write::fact(fact, style).unwrap_or_default().0,
        href: match fact {
            Fact::Email(address) => Some(format!("mailto:{address}")),
            Fact::Telephone { number, extension } => {
                write::telephone_uri(number, extension.as_deref())
            }
            Fact::Url(url) => Some(url[style.lang].clone()),
            _ => None,
        },
        joining: Joining::Program,
    }
}

/// How a selector chooses by a value.
pub(in crate::locale) enum Selects {
    /// By plural category or exact value.
    Number(SelectorNumber),
    /// By the word that it is.
    Word(String),
}

/// How a selector chooses by a value; none where it cannot.
pub(in crate::locale) fn selects_by(evaluated: &Evaluated, lang: Lang) -> Option<Selects> {
    let numbered = |value, ordinal, scaled| {
        Some(Selects::Number(SelectorNumber {
            value,
            ordinal,
            scaled,
        }))
    };
    let number = |value, ordinal| numbered(value, ordinal, false);
    let word = |word: &str| Some(Selects::Word(word.to_owned()));
    let fact = match evaluated {
        Evaluated::Text { text, .. } => return word(text),
        Evaluated::Printed {
            number: Some(number),
            ..
        } => return Some(Selects::Number(*number)),
        Evaluated::Printed { value, .. } => return word(&value.to_plain()),
        Evaluated::Fact { fact, .. } => fact,
    };
    match fact {
        Fact::Number(value) | Fact::Percent(value) => number(*value, false),
        Fact::Money {
            amount, compact, ..
        } => {
            let options = NumberOptions::default().compact_if(*compact);
            let scaled = write::has_scale(*amount, lang.into(), &options);
            numbered(*amount, false, scaled)
        }
        Fact::Year(year) => number(Decimal::from(i64::from(*year)), false),
        Fact::Duration(parts) => match parts.as_slice() {
            [(count, _)] => number(Decimal::from(i64::from(*count)), false),
            _ => None,
        },
        Fact::Ordinal(value) => number(Decimal::from(i64::from(*value)), true),
        Fact::Identifier(name) => word(name),
        _ => None,
    }
}

/// What a fact is, by name.
const fn kind_name(fact: &Fact) -> &'static str {
    match fact {
        Fact::Date(_) => "date",
        Fact::Month(..) => "month",
        Fact::Year(_) => "year",
        Fact::Quarter(..) => "quarter",
        Fact::FiscalYear(_) => "fiscal-year",
        Fact::Time(..) => "time",
        Fact::Moment(..) => "moment",
        Fact::Range(..) => "range",
        Fact::Number(_) => "number",
        Fact::Percent(_) => "percent",
        Fact::Ordinal(_) => "ordinal",
        Fact::Identifier(_) => "identifier",
        Fact::Money { .. } => "money",
        Fact::Duration(_) => "duration",
        Fact::Telephone { .. } => "telephone",
        Fact::Email(_) => "email",
        Fact::Url(_) => "url",
        Fact::Organization(_) => "organization",
        Fact::Text(_) => "text",
    }
}

/// What a fact is, for messages.
pub(super) fn kind_of_fact(fact: &Fact) -> String {
    KINDS.words("kind", given!(kind = kind_name(fact)))
}

/// What a value is, for messages.
pub(in crate::locale) fn kind_of(evaluated: &Evaluated) -> String {
    let kind = match evaluated {
        Evaluated::Printed {
            organization: Some(_),
            ..
        } => "organization",
        Evaluated::Text { .. } | Evaluated::Printed { number: None, .. } => "text",
        Evaluated::Printed { .. } => "number",
        Evaluated::Fact { fact, .. } => kind_name(fact),
    };
    match names_of(std::slice::from_ref(evaluated)).first() {
        Some(name) => KINDS.words("named", given!(kind, name)),
        None => KINDS.words("kind", given!(kind)),
    }
}
