//! What an expression comes to.

use crate::locale::formatted::PrintedValue;
use crate::locale::plural::SelectorNumber;
use crate::memo::Fact;
use crate::memo::directory::FrenchForms;

/// What an expression means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::locale) enum Evaluated {
    /// Characters: a string literal, or an argument of the program.
    Text {
        /// The characters.
        text: String,
        /// The argument's name.
        name: Option<String>,
    },
    /// A fact that is no Text.
    Fact {
        /// The fact.
        fact: Fact,
        /// Its name.
        name: Option<String>,
    },
    /// What a function, a named Text or a message printed.
    Printed {
        /// What it prints.
        value: PrintedValue,
        /// The number by which a selector chooses, where it is one.
        number: Option<SelectorNumber>,
        /// The organization of the directory, where it is one.
        organization: Option<NamedValue>,
        /// What it is called in English, where its author says it in both languages.
        english: Option<String>,
    },
}

impl Evaluated {
    /// Words that are no number.
    pub fn printed(value: PrintedValue) -> Evaluated {
        Evaluated::Printed {
            value,
            number: None,
            organization: None,
            english: None,
        }
    }
}

/// An organization of the directory: its key, and the forms of its name in French
/// running text that the directory has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::locale) struct NamedValue {
    /// The key.
    pub key: String,
    /// The forms.
    pub french: FrenchForms,
}
