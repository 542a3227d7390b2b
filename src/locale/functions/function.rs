//! The functions, by name.

use fluent_syntax::ast::CallArguments;

/// A function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    Number,
    DateTime,
    SpellOut,
    Ordinal,
    List,
    Range,
    Phone,
    De,
}

pub(super) const FUNCTIONS: [(&str, Function); 8] = [
    ("DATETIME", Function::DateTime),
    ("DE", Function::De),
    ("LIST", Function::List),
    ("NUMBER", Function::Number),
    ("ORDINAL", Function::Ordinal),
    ("PHONE", Function::Phone),
    ("RANGE", Function::Range),
    ("SPELLOUT", Function::SpellOut),
];

impl Function {
    pub(super) fn named(name: &str) -> Option<Function> {
        FUNCTIONS
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, function)| *function)
    }

    /// The least and the greatest number of arguments without a name.
    pub(super) const fn arity(self) -> (usize, usize) {
        match self {
            Function::List => (1, usize::MAX),
            Function::Range => (1, 2),
            _ => (1, 1),
        }
    }

    /// What it works on, for messages.
    pub(super) const fn takes(self) -> &'static str {
        match self {
            Function::Number => "a number, a percentage or an amount of money",
            Function::DateTime => "a date, a time or a part of a date",
            Function::SpellOut => "a number",
            Function::Ordinal => "a whole number from 0 on",
            Function::List => "anything that prints",
            Function::Range => "a range, or two values of one kind",
            Function::Phone => "a telephone number",
            Function::De => "a name",
        }
    }
}

pub(super) type Call<'s> = CallArguments<&'s str>;
