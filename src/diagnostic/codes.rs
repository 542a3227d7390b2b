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
    /// Whether the rule runs only where a setting gives it a severity.
    pub opt_in: bool,
    /// Whether its errors can be silenced although its letter says that they cannot:
    /// words that are printed as they stand, which may be meant.
    pub soft: bool,
    /// The manual page as its author wrote it; [`Code::page`] is the whole.
    pub explanation: &'static str,
}

/// Rules of `L…` that look at what the loader could read; those before them say that
/// something could not be.
const FIRST_LOCALE_RULE: &str = "L030";

/// What ends the pages of rules that cannot be silenced.
const FIRM: &str = "\
## How to silence it
It cannot be silenced, nor made less grave: with it the document, or a part of it,
cannot be printed as it was meant. Mend what it finds.
";

impl Code {
    /// Whether its findings cannot be silenced or made less grave: without what they
    /// ask for, words would be missing, or there would be no documents at all. These
    /// are the errors of YAML, of Fluent's syntax and references, of templates, themes,
    /// fonts and pictures, and a missing translation.
    pub fn is_firm(&self) -> bool {
        self.severity == Severity::Error
            && !self.soft
            && match self.id.as_bytes().first() {
                Some(b'Y' | b'W') => true,
                Some(b'L') => {
                    self.id < FIRST_LOCALE_RULE && self.id != locale::DUPLICATE_MESSAGE.id
                }
                Some(b'P') => self.id == parity::MISSING_TRANSLATION.id,
                _ => false,
            }
    }

    /// The manual page as Markdown, its headings at the second level: what the rule
    /// finds, why it matters, an example, and how to silence it.
    pub fn page(&self) -> String {
        // A doc comment's lines begin with one space that is not part of them.
        let lines = self.explanation.trim_end().lines();
        let mut page: String = lines
            .map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line)))
            .collect();
        if !page.contains("## How to silence it") {
            let silence = if self.is_firm() {
                FIRM.to_owned()
            } else {
                format!(
                    "## How to silence it\nIn `bimemo.yaml`: `ignore: [{{ code: {0}, path: …, \
                     reason: … }}]` for one file, `severity: {{ {0}: off }}` for all.\n",
                    self.id
                )
            };
            page = format!("{page}\n{silence}");
        }
        page
    }

    /// The severity as the manual shows it: `error`, `warning`, `note`, or `off` for a
    /// rule that is to be switched on.
    pub const fn usual_severity(&self) -> &'static str {
        if self.opt_in {
            "off"
        } else {
            self.severity.name()
        }
    }
}

/// Declares codes from doc comments, which become the manual pages, and gathers
/// them in a constant `ALL`. `opt_in` after the severity makes a rule that is off, `soft`
/// one whose errors can be silenced whatever its letter.
macro_rules! codes {
    (@is opt_in opt_in) => { true };
    (@is soft soft) => { true };
    (@is $($other:ident)+) => { false };
    ($($(#[doc = $doc:literal])+ $constant:ident = $id:literal, $name:literal, $severity:ident $($flag:ident)?;)*) => {
        $(
            $(#[doc = $doc])+
            pub static $constant: Code = Code {
                id: $id,
                name: $name,
                severity: Severity::$severity,
                opt_in: codes!(@is opt_in $($flag)?),
                soft: codes!(@is soft $($flag)?),
                explanation: concat!($($doc, "\n"),+),
            };
        )*
        /// The codes of this file, in the order of their ids.
        pub static ALL: &[&Code] = &[$(&$constant),*];
    };
}

pub mod locale;
pub mod markup;
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
        markup::ALL,
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
