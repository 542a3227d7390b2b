//! Everything that can be wrong with an input, as data. How it is shown is the
//! binary's business.

// First, since a code says with its macro `given!` how it is silenced.
#[macro_use]
mod phrases;
mod code;

use crate::lang::Lang;
use crate::source::Span;

pub use code::{Code, Codes, Silence};
pub use phrases::{Phrases, Show, Telling, tell_in, told_in};

pub(crate) use code::codes;
pub(crate) use phrases::{Wording, phrases, text_of};

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; nothing to mend.
    Note,
    /// Probably wrong; a memo with it can be released.
    Warning,
    /// Wrong; a memo with it is not released.
    Error,
}

impl Severity {
    /// The name in machine-readable output: `error`, `warning` or `note`.
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that found it.
    pub code: &'static Code,
    /// The other code of that rule, where it runs on memos and on messages.
    pub also: Option<&'static Code>,
    /// How grave it is here; the rule's own severity unless a setting changed it.
    pub severity: Severity,
    /// Where it is, if it has a place.
    pub span: Option<Span>,
    /// The language of the text that it is about, if it is about one.
    pub lang: Option<Lang>,
    /// One plain phrase that stands alone, without a full stop.
    pub message: String,
    /// Other places that belong to it.
    pub labels: Vec<Label>,
    /// What to do, one suggestion each.
    pub hints: Vec<String>,
}

/// A second place of a finding, with what it has to do with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What is there.
    pub message: String,
}

impl Diagnostic {
    /// A finding of `code` with that rule's severity. `span` takes a [`Span`] or
    /// an `Option<Span>`.
    pub fn new(
        code: &'static Code,
        span: impl Into<Option<Span>>,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic {
            code,
            also: None,
            severity: code.severity,
            span: span.into(),
            lang: None,
            message: message.into(),
            labels: Vec::new(),
            hints: Vec::new(),
        }
    }

    /// The finding that a phrase of its rule says.
    pub(crate) fn told(span: impl Into<Option<Span>>, wording: Wording) -> Diagnostic {
        let hints = wording.hints();
        let finding = Diagnostic::new(wording.code, span, wording.message);
        Diagnostic { hints, ..finding }
    }

    /// The same, no graver than this.
    #[must_use]
    pub(crate) fn at_most(mut self, severity: Severity) -> Diagnostic {
        self.severity = self.severity.min(severity);
        self
    }

    /// The same, as a warning at most where it is not sure.
    #[must_use]
    pub(crate) fn unless_sure(self, sure: bool) -> Diagnostic {
        let most = if sure {
            Severity::Error
        } else {
            Severity::Warning
        };
        self.at_most(most)
    }

    /// Whether a code is that of its rule, or its rule's other code.
    pub fn is_of(&self, code: &Code) -> bool {
        self.code == code || self.also.is_some_and(|also| also == code)
    }

    /// The same with one more hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Diagnostic {
        self.hints.push(hint.into());
        self
    }

    /// The same with one more place.
    #[must_use]
    pub fn label(mut self, span: Span, message: impl Into<String>) -> Diagnostic {
        self.labels.push(Label {
            span,
            message: message.into(),
        });
        self
    }

    /// The same, about text in `lang`.
    #[must_use]
    pub fn lang(mut self, lang: Lang) -> Diagnostic {
        self.lang = Some(lang);
        self
    }
}

/// The candidate nearest to `name`, where one is near enough to have been meant.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = name.chars().count().max(1);
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(name, candidate), candidate))
        .filter(|(distance, _)| *distance <= 1 + length / 4 && *distance < length)
        .min_by_key(|(distance, candidate)| (*distance, *candidate))
        .map(|(_, candidate)| candidate)
}

/// How many letters must be changed, added, left out or exchanged to make one word of
/// the other.
pub fn edit_distance(a: &str, b: &str) -> usize {
    strsim::damerau_levenshtein(a, b)
}

/// Whether so many of these changes at most make one word of the other.
pub fn is_within(a: &str, b: &str, most: usize) -> bool {
    let letters = |word: &str| {
        let bits = word
            .chars()
            .map(|letter| 1_u64 << (u32::from(letter) % u64::BITS));
        bits.fold(0, |all, letter| all | letter)
    };
    let (one, other) = (letters(a), letters(b));
    // A change takes one letter of either away at most: most words are told apart by that.
    let lacks = |some: u64, others: u64| (some & !others).count_ones() as usize > most;
    !lacks(one, other) && !lacks(other, one) && edit_distance(a, b) <= most
}
