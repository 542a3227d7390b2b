//! Options of formats as Fluent calls give them: names and values, both strings.

use crate::memo::{Gender, GrammaticalNumber};

/// What is wrong with an option of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OptionFault {
    /// The format has no option of this name.
    Unknown {
        /// The name.
        name: String,
        /// The names it has.
        known: Vec<&'static str>,
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

/// Reads the value of an option; the value of a number is its digits. What it gives back
/// else are the values that the option takes, in words.
pub type SetOption<O> = fn(&mut O, &str) -> Result<(), String>;

/// The options of one format.
pub trait CallOptions: Default + 'static {
    /// Each option by its name, as ECMA-402 writes it where it has it, with what reads
    /// its value.
    const ALL: &'static [(&'static str, SetOption<Self>)];

    /// The names of the options.
    fn names() -> Vec<&'static str> {
        let own = Self::ALL.iter().map(|(name, _)| *name);
        own.chain(Self::names_inside()).collect()
    }

    /// The names of the options of other formats that it takes as well.
    fn names_inside() -> Vec<&'static str> {
        Vec::new()
    }

    /// Sets one of those.
    ///
    /// # Errors
    ///
    /// The value is none of those that the option takes.
    fn set_inside(&mut self, name: &str, _: &str) -> Result<(), OptionFault> {
        Err(Self::unknown(name))
    }

    /// Sets one option.
    ///
    /// # Errors
    ///
    /// The format has no option of that name, or the value is none of those that it
    /// takes.
    fn set(&mut self, name: &str, value: &str) -> Result<(), OptionFault> {
        match Self::ALL.iter().find(|(known, _)| *known == name) {
            Some((name, set)) => set(self, value).map_err(|allowed| OptionFault::Value {
                name,
                value: value.to_owned(),
                allowed,
            }),
            None if Self::names().contains(&name) => self.set_inside(name, value),
            None => Err(Self::unknown(name)),
        }
    }

    /// What is wrong with the options taken together.
    fn conflicts(&self) -> Vec<OptionFault> {
        Vec::new()
    }

    /// Every option with the values that it takes, in words: what [`set`](CallOptions::set)
    /// says of a value that no option has.
    fn allowed() -> Vec<(&'static str, String)> {
        let values = |name: &'static str| match Self::default().set(name, "\0") {
            Err(OptionFault::Value { allowed, .. }) => Some((name, allowed)),
            _ => None,
        };
        Self::names().into_iter().filter_map(values).collect()
    }

    /// The fault of a name that the format does not have.
    fn unknown(name: &str) -> OptionFault {
        OptionFault::Unknown {
            name: name.to_owned(),
            known: Self::names(),
        }
    }
}

/// Sets `place` to the choice that `value` names.
pub(crate) fn choose<T: Copy + Into<P>, P>(
    value: &str,
    choices: &[(&str, T)],
    place: &mut P,
) -> Result<(), String> {
    if let Some((_, meaning)) = choices.iter().find(|(choice, _)| *choice == value) {
        *place = (*meaning).into();
        return Ok(());
    }
    let choices = choices.iter().map(|(choice, _)| format!("\"{choice}\""));
    Err(choices.collect::<Vec<_>>().join(", "))
}

/// Sets `place` to a number of digits from `least` to 20.
pub(super) fn count(value: &str, least: u32, place: &mut Option<u32>) -> Result<(), String> {
    *place = value.parse().ok().filter(|it| (least..=20).contains(it));
    let taken = place.map(|_| ());
    taken.ok_or_else(|| format!("a whole number from {least} to 20"))
}

/// What agrees in gender with a noun.
pub(super) const GENDERS: [(&str, Gender); 2] = [
    ("masculine", Gender::Masculine),
    ("feminine", Gender::Feminine),
];

/// What agrees in number with a noun.
pub(super) const NUMBERS: [(&str, GrammaticalNumber); 2] = [
    ("one", GrammaticalNumber::One),
    ("other", GrammaticalNumber::Other),
];
