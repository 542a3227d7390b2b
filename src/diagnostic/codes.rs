//! The table of codes. A code lasts for ever; its documentation here is the
//! user's manual page that `explain` prints.

use super::Severity;

/// A rule: what it is called, how grave its findings are, and its manual page.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Code {
    /// The code that lasts for ever: a letter and three digits, `Y004`.
    pub id: &'static str,
    /// The fault it finds, in kebab-case: `unknown-key`.
    pub name: &'static str,
    /// The severity of its findings unless a setting changes it.
    pub severity: Severity,
    /// The manual page, Markdown: what it finds, why it matters, an example, how
    /// to silence it.
    pub explanation: &'static str,
}

/// Declares codes from doc comments, which become the manual pages, and gathers
/// them in a constant `ALL`.
macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $constant:ident = $id:literal, $name:literal, $severity:ident;)*) => {
        $(
            $(#[doc = $doc])+
            pub static $constant: Code = Code {
                id: $id,
                name: $name,
                severity: Severity::$severity,
                explanation: concat!($($doc, "\n"),+),
            };
        )*
        /// The codes of this file, in the order of their ids.
        pub static ALL: &[&Code] = &[$(&$constant),*];
    };
}

pub mod locale;
pub mod parity;
pub mod typography;
pub mod writing;
pub mod yaml;

/// Every code, in the order of the ids within each letter.
pub fn all() -> impl Iterator<Item = &'static Code> {
    [
        yaml::ALL,
        locale::ALL,
        parity::ALL,
        typography::ALL,
        writing::ALL,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The code with this id (`Y004`, in any case) or this name (`unknown-key`).
pub fn find(id_or_name: &str) -> Option<&'static Code> {
    all().find(|code| code.id.eq_ignore_ascii_case(id_or_name) || code.name == id_or_name)
}
