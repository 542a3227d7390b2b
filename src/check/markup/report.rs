//! What a rule of markup looks at, and what it reports.

use crate::diagnostic::{Code, Diagnostic, Severity, Wording};
use crate::document::markdown::Reading;
use crate::lang::Lang;
use crate::source::Span;
use std::ops::Range;

crate::diagnostic::phrases! {
    MENDS = "mends";
}

/// A text that rules look at.
#[derive(Clone, Copy)]
pub(in crate::check) struct WrittenText<'a> {
    /// The text, read.
    pub reading: &'a Reading,
    /// Its language.
    pub lang: Lang,
    /// The names of the facts that it could print.
    pub facts: &'a [&'a str],
}

/// Something found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The rule.
    pub code: &'static Code,
    /// How grave it is here.
    pub severity: Severity,
    /// The bytes of the text, from the first character of what is meant.
    pub range: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hints: Vec<String>,
    /// How it is mended, where that is safe.
    pub mend: Option<MarkupMend>,
}

/// A change of a text that makes it what is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkupMend {
    /// The bytes that are replaced, each with what stands there then, in order and
    /// apart.
    pub edits: Vec<(Range<usize>, String)>,
    /// The bytes that are printed now and not then: the typed marks.
    pub gone: Vec<Range<usize>>,
    /// What documents print then.
    pub becomes: String,
}

/// The findings of a text.
#[derive(Default)]
pub(in crate::check) struct Report {
    pub(super) found: Vec<Found>,
    /// The last finding, where it is about what is told already: nobody reads it.
    again: Option<Found>,
    claimed: Vec<Range<usize>>,
}

impl Report {
    /// Adds a finding, unless its first byte belongs to one that is told already.
    pub fn add(&mut self, range: Range<usize>, wording: Wording) {
        self.add_whole(range.clone(), range, wording);
    }

    /// The same for one that claims more bytes than those that are shown.
    pub fn add_whole(&mut self, range: Range<usize>, whole: Range<usize>, wording: Wording) {
        let claimed = self.is_claimed(range.start);
        self.claimed.push(whole);
        let found = Found {
            code: wording.code,
            severity: wording.code.severity,
            range,
            hints: wording.hints(),
            message: wording.message,
            mend: None,
        };
        if claimed {
            self.again = Some(found);
        } else {
            self.again = None;
            self.found.push(found);
        }
    }

    fn last(&mut self) -> Option<&mut Found> {
        self.again.as_mut().or_else(|| self.found.last_mut())
    }

    /// Gives the last finding one more hint.
    pub fn hint(&mut self, hint: String) {
        if let Some(last) = self.last() {
            last.hints.push(hint);
        }
    }

    /// Makes the last finding less grave.
    pub fn soften(&mut self, severity: Severity) {
        if let Some(last) = self.last() {
            last.severity = severity;
        }
    }

    /// Gives the last finding its mend, and says that there is one.
    pub fn mend(&mut self, mend: MarkupMend) {
        if let Some(last) = self.last() {
            last.mend = Some(mend);
            last.hints.push(MENDS.words("fmt", &[]));
        }
    }

    /// Claims further bytes for the last finding.
    pub fn claim(&mut self, range: Range<usize>) {
        self.claimed.push(range);
    }

    /// Whether a byte belongs to what is told.
    pub fn is_claimed(&self, at: usize) -> bool {
        self.claimed.iter().any(|claimed| claimed.contains(&at))
    }
}

impl Found {
    pub(super) fn diagnostic(self, span: Span, lang: Lang) -> Diagnostic {
        let mut diagnostic = Diagnostic::new(self.code, span, self.message).lang(lang);
        diagnostic.severity = self.severity;
        diagnostic.hints = self.hints;
        diagnostic
    }
}
