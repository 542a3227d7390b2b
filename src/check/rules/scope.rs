//! What a rule of parity is, and what it looks at.

use super::hosts::KnownHosts;
use crate::check::outline::ValuedText;
use crate::check::pairing::Comparison;
use crate::check::pairing::matching::Differences;
use crate::check::sentences::Beads;
use crate::diagnostic::{Diagnostic, Severity};
use crate::memo::Memo;
use crate::source::Span;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Looks at all there is to compare, and adds findings in the order of the page.
pub(in crate::check) type Check = fn(&Scope<'_, '_>, &mut Vec<Diagnostic>);

/// The pairs in which one side is not in its language, which other rules leave alone.
pub(in crate::check) type Foreign = BTreeSet<usize>;

/// Pairs of texts that are the same, and how sure it is that one was forgotten.
pub(super) type Same = BTreeMap<usize, Severity>;

/// The pairs that are not in their languages.
#[derive(Default)]
pub(super) struct OtherTongue {
    /// Those in which no value can be read: a side is surely in the other language.
    pub sure: Foreign,
    /// Those whose words are not compared: these, those that may be, and references to
    /// works.
    pub all: Foreign,
}

/// What is found once and needed twice: the findings, and where they stand.
pub(super) type Told<T> = (Vec<Diagnostic>, T);

/// A stretch of a text.
pub(super) type TextStretch<'n, 'd> = (&'n ValuedText<'d>, Range<usize>);

/// Two documents and what rules ask about them. What several rules need is computed when
/// the first of them asks (`shared`), so that no rule depends on one that ran before.
pub(in crate::check) struct Scope<'n, 'd> {
    /// The documents, compared.
    pub comparison: &'n Comparison<'n, 'd>,
    /// Their memo.
    pub memo: Option<&'n Memo>,
    /// Texts that are the same in both languages.
    pub(super) untranslated: OnceCell<Told<Same>>,
    /// Texts in the wrong language, those that were not translated among the places.
    pub(super) wrong_language: OnceCell<Told<OtherTongue>>,
    /// Numbers whose words and digits disagree.
    pub(super) word_digits: OnceCell<Told<Vec<TextStretch<'n, 'd>>>>,
    /// Links, with how many agree and how many do not.
    pub(super) links: OnceCell<Told<(usize, usize)>>,
    pub(super) differences: OnceCell<Differences<'n, 'd>>,
    pub(super) hosts: OnceCell<KnownHosts>,
    /// The sentences of each pair, those that translate each other side by side.
    pub(super) sentences: OnceCell<Vec<Beads<'n, 'd>>>,
    /// Sentences that one language lacks, and where they stand.
    pub(super) missing_sentences: OnceCell<Told<Vec<Span>>>,
}

impl<'n, 'd> Scope<'n, 'd> {
    /// Documents of which nothing has been asked.
    pub fn new(comparison: &'n Comparison<'n, 'd>, memo: Option<&'n Memo>) -> Scope<'n, 'd> {
        Scope {
            comparison,
            memo,
            untranslated: OnceCell::new(),
            wrong_language: OnceCell::new(),
            word_digits: OnceCell::new(),
            links: OnceCell::new(),
            differences: OnceCell::new(),
            hosts: OnceCell::new(),
            sentences: OnceCell::new(),
            missing_sentences: OnceCell::new(),
        }
    }
}
