//! Codes: what a rule is called, how grave its findings are, how they are silenced, and
//! its manual page. Each room declares those of its own findings with `codes!`.

use super::{Phrases, Severity, Show, Wording, nearest};
use std::fmt;
use std::hash::{Hash, Hasher};

/// A rule: what it is called, how grave its findings are, what they say, and its manual
/// page.
pub struct Code {
    /// The code that lasts for ever: a letter and three digits, `Y004`.
    pub id: &'static str,
    /// The fault it finds, in kebab-case: `unknown-key`.
    pub name: &'static str,
    /// The severity of its findings unless a setting changes it.
    pub severity: Severity,
    /// How its findings are silenced.
    pub silence: Silence,
    /// What its findings say, and the manual page, as the file beside the rule has them;
    /// [`Code::page`] is the whole page.
    pub phrases: Phrases,
}

// The id is the rule's for ever, and no other's.
impl PartialEq for Code {
    fn eq(&self, other: &Code) -> bool {
        self.id == other.id
    }
}

impl Eq for Code {}

impl Hash for Code {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.id.hash(state);
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.id, self.name)
    }
}

/// How the findings of a rule are silenced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Silence {
    /// In no way, nor made less grave: without what they ask for, words would be missing,
    /// or there would be no documents at all. These are the errors of YAML, of Fluent's
    /// syntax and references, of templates, themes, fonts and pictures, and a missing
    /// translation.
    Never,
    /// By `ignore` of the memo, or of the settings for a path.
    Setting,
    /// By a comment of the `.ftl` file, or by `ignore` of the settings for its path.
    Comment,
}

super::phrases! {
    SILENCE = "silence";
}

impl Code {
    /// Whether its findings cannot be silenced or made less grave.
    pub fn is_firm(&self) -> bool {
        self.silence == Silence::Never
    }

    /// What a finding of the rule says, with these values: its phrase `name`.
    pub(crate) fn say(&'static self, name: &str, values: &[(&str, &dyn Show)]) -> Wording {
        self.phrases.say(self, name, values)
    }

    /// A part of what its findings say: its phrase `name`, with these values.
    pub(crate) fn words(&self, name: &str, values: &[(&str, &dyn Show)]) -> String {
        self.phrases.words(name, values)
    }

    /// The manual page as Markdown, its headings at the second level: what the rule
    /// finds, why it matters, an example, and how to silence it; in the language that
    /// findings are told in.
    pub fn page(&self) -> String {
        let page = format!("{}\n", self.phrases.page().trim_end());
        if page.contains(&SILENCE.words("heading", &[])) {
            return page;
        }
        let name = if self.is_firm() { "firm" } else { "setting" };
        let silence = SILENCE.words(name, given!(id = self.id));
        format!("{page}\n{silence}\n")
    }
}

/// Codes among which one is looked up by what somebody wrote.
#[derive(Clone, Debug, Default)]
pub struct Codes(Vec<&'static Code>);

impl Codes {
    /// These codes, in this order.
    pub fn of(codes: Vec<&'static Code>) -> Codes {
        Codes(codes)
    }

    /// All of them, in their order.
    pub fn all(&self) -> impl Iterator<Item = &'static Code> {
        self.0.iter().copied()
    }

    /// The code with this id (`Y004`, in any case) or this name (`unknown-key`).
    pub fn find(&self, id_or_name: &str) -> Option<&'static Code> {
        self.all()
            .find(|code| code.id.eq_ignore_ascii_case(id_or_name) || code.name == id_or_name)
    }

    /// The id or the name that was perhaps meant, where `wanted` says that the code can
    /// be meant at all.
    pub fn nearest(&self, written: &str, wanted: impl Fn(&Code) -> bool) -> Option<&'static str> {
        let codes = self.all().filter(|code| wanted(code));
        nearest(written, codes.flat_map(|code| [code.id, code.name]))
    }
}

/// Declares codes: `NUMBER_MISMATCH = "P032", "number-mismatch", Error;`, whose manual
/// page is `number-mismatch.en.md` beside the file or, after `in "folder/";`, in that
/// folder; `ALL` gathers them. After the severity stands `firm` where nothing
/// silences the findings, and `comment` where a comment of the `.ftl` file does.
macro_rules! codes {
    (@silence firm) => { $crate::diagnostic::Silence::Never };
    (@silence comment) => { $crate::diagnostic::Silence::Comment };
    (@silence $($other:ident)?) => { $crate::diagnostic::Silence::Setting };
    (@one $folder:literal $constant:ident $id:literal $name:literal $severity:ident $($flag:ident)?) => {
        #[doc = include_str!(concat!($folder, $name, ".en.md"))]
        pub static $constant: $crate::diagnostic::Code = $crate::diagnostic::Code {
            id: $id,
            name: $name,
            severity: $crate::diagnostic::Severity::$severity,
            silence: $crate::diagnostic::codes!(@silence $($flag)?),
            phrases: $crate::diagnostic::Phrases::new($crate::diagnostic::text_of!($folder, $name)),
        };
    };
    (in $folder:literal; $($constant:ident = $id:literal, $name:literal, $severity:ident $($flag:ident)?;)+) => {
        $($crate::diagnostic::codes!(@one $folder $constant $id $name $severity $($flag)?);)+
        /// The codes of this room, in the order of their ids.
        pub static ALL: &[&$crate::diagnostic::Code] = &[$(&$constant),+];
    };
    ($($constant:ident = $id:literal, $name:literal, $severity:ident $($flag:ident)?;)+) => {
        $($crate::diagnostic::codes!(@one "" $constant $id $name $severity $($flag)?);)+
        /// The codes of this file, in the order of their rule.
        #[allow(dead_code, reason = "a table may name the codes of a file one by one")]
        pub static ALL: &[&$crate::diagnostic::Code] = &[$(&$constant),+];
    };
}

pub(crate) use codes;
