//! Options of formats as Fluent calls give them: names and values, both strings.

use std::fmt;

/// What is wrong with an option of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OptionFault {
    /// The format has no option of this name.
    Unknown {
        /// The name.
        name: String,
        /// The names it has.
        known: &'static [&'static str],
    },
    /// The option does not take this value.
    Value {
        /// The option's name.
        name: &'static str,
        /// The value.
        value: String,
        /// The values that it takes, in words: `"long", "short"`.
        allowed: String,
    },
    /// Two options that exclude each other.
    Conflict {
        /// The one.
        name: &'static str,
        /// The other.
        other: &'static str,
    },
}

impl fmt::Display for OptionFault {
    /// One plain phrase without a full stop.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OptionFault::Unknown { name, known: [] } => {
                write!(f, "no option \"{name}\": the function takes none")
            }
            OptionFault::Unknown { name, known } => {
                write!(f, "no option \"{name}\" among {}", known.join(", "))
            }
            OptionFault::Value {
                name,
                value,
                allowed,
            } => write!(f, "{name} cannot be \"{value}\": it takes {allowed}"),
            OptionFault::Conflict { name, other } => {
                write!(f, "{name} cannot stand together with {other}")
            }
        }
    }
}

/// The options of one format.
pub trait Options: Default {
    /// The names it has, as ECMA-402 writes them where it has them.
    const NAMES: &'static [&'static str];

    /// Sets one option; the value of a number is its digits.
    ///
    /// # Errors
    ///
    /// The name is not one of [`NAMES`](Options::NAMES), or the value is none of
    /// those that it takes.
    fn set(&mut self, name: &str, value: &str) -> Result<(), OptionFault>;

    /// What is wrong with the options taken together.
    fn conflicts(&self) -> Vec<OptionFault> {
        Vec::new()
    }

    /// Every option with the values that it takes, in words: what [`set`](Options::set)
    /// says of a value that no option has.
    fn allowed() -> Vec<(&'static str, String)> {
        let values = |name: &'static str| match Self::default().set(name, "\0") {
            Err(OptionFault::Value { allowed, .. }) => Some((name, allowed)),
            _ => None,
        };
        Self::NAMES.iter().filter_map(|name| values(name)).collect()
    }

    /// Reads all options of a call.
    ///
    /// # Errors
    ///
    /// Every fault of every option.
    fn parse<'a>(
        pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Vec<OptionFault>> {
        let mut options = Self::default();
        let mut faults: Vec<OptionFault> = pairs
            .into_iter()
            .filter_map(|(name, value)| options.set(name, value).err())
            .collect();
        faults.extend(options.conflicts());
        if faults.is_empty() {
            Ok(options)
        } else {
            Err(faults)
        }
    }

    /// The fault of a name that the format does not have.
    fn unknown(name: &str) -> OptionFault {
        OptionFault::Unknown {
            name: name.to_owned(),
            known: Self::NAMES,
        }
    }
}

/// The choice that `value` names.
pub(super) fn choose<T: Copy>(
    name: &'static str,
    value: &str,
    choices: &[(&str, T)],
) -> Result<T, OptionFault> {
    choices
        .iter()
        .find(|(choice, _)| *choice == value)
        .map(|(_, meaning)| *meaning)
        .ok_or_else(|| OptionFault::Value {
            name,
            value: value.to_owned(),
            allowed: choices
                .iter()
                .map(|(choice, _)| format!("\"{choice}\""))
                .collect::<Vec<_>>()
                .join(", "),
        })
}

/// A number of digits from `least` to 20.
pub(super) fn count(name: &'static str, value: &str, least: u32) -> Result<u32, OptionFault> {
    value
        .parse()
        .ok()
        .filter(|count| (least..=20).contains(count))
        .ok_or_else(|| OptionFault::Value {
            name,
            value: value.to_owned(),
            allowed: format!("a whole number from {least} to 20"),
        })
}
