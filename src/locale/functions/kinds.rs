//! What values print by themselves, how they choose variants, and what they are
//! called.

use super::names_of;
use crate::language::write::{self, Style};
use crate::locale::formatted::PrintedValue;
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
pub(in crate::locale) fn selects_by(evaluated: &Evaluated) -> Option<Selects> {
    let cardinal = |value| {
        Some(Selects::Number(SelectorNumber {
            value,
            ordinal: false,
        }))
    };
    match evaluated {
        Evaluated::Text { text, .. } => Some(Selects::Word(text.clone())),
        Evaluated::Printed {
            number: Some(number),
            ..
        } => Some(Selects::Number(*number)),
        Evaluated::Printed { value, .. } => Some(Selects::Word(value.to_plain())),
        Evaluated::Fact { fact, .. } => match fact {
            Fact::Number(value) | Fact::Percent(value) | Fact::Money { amount: value, .. } => {
                cardinal(*value)
            }
            Fact::Year(year) => cardinal(Decimal::from(i64::from(*year))),
            Fact::Duration(parts) => match parts.as_slice() {
                [(count, _)] => cardinal(Decimal::from(i64::from(*count))),
                _ => None,
            },
            Fact::Ordinal(value) => Some(Selects::Number(SelectorNumber {
                value: Decimal::from(i64::from(*value)),
                ordinal: true,
            })),
            Fact::Identifier(name) => Some(Selects::Word(name.clone())),
            _ => None,
        },
    }
}

/// What a fact is, for messages.
pub(super) const fn kind_name(fact: &Fact) -> &'static str {
    match fact {
        Fact::Date(_) => "a date",
        Fact::Month(..) => "a month",
        Fact::Year(_) => "a year",
        Fact::Quarter(..) => "a quarter",
        Fact::FiscalYear(_) => "a fiscal year",
        Fact::Time(..) => "a time",
        Fact::Moment(..) => "a date with a time",
        Fact::Range(..) => "a range",
        Fact::Number(_) => "a number",
        Fact::Percent(_) => "a percentage",
        Fact::Ordinal(_) => "an ordinal number",
        Fact::Identifier(_) => "an identifier",
        Fact::Money { .. } => "an amount of money",
        Fact::Duration(_) => "a duration",
        Fact::Telephone { .. } => "a telephone number",
        Fact::Email(_) => "an e-mail address",
        Fact::Url(_) => "a URL",
        Fact::Organization(_) => "an organization",
        Fact::Text(_) => "a text",
    }
}

/// What a value is, for messages.
pub(in crate::locale) fn kind_of(evaluated: &Evaluated) -> String {
    let kind = match evaluated {
        Evaluated::Printed {
            organization: Some(_),
            ..
        } => "an organization",
        Evaluated::Text { .. } | Evaluated::Printed { number: None, .. } => "a text",
        Evaluated::Printed { .. } => "a number",
        Evaluated::Fact { fact, .. } => kind_name(fact),
    };
    match names_of(std::slice::from_ref(evaluated)).first() {
        Some(name) => format!("{kind} (`{name}`)"),
        None => kind.to_owned(),
    }
}
