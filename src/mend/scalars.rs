//! The words in the scalars of a YAML file.

use super::agree::{agreed, are_alike, sampled, sound};
use super::edit::{SourceEdit, apply, in_order};
use crate::diagnostic::{Codes, Diagnostic, Severity};
use crate::document::markdown::Form;
use crate::lang::Both;
use crate::language::typography::Mender;
use crate::locale::{Locator, read_text};
use crate::memo::yaml::{Node, Positions, parse};
use crate::memo::{
    Memo, NodePath, Printed, WrittenWords, parse_directory, parse_letterhead, parse_memo,
    parse_settings,
};
use crate::source::{SourceFile, Span};
use crate::workspace::SourceKind;
use std::ops::Range;
use std::sync::Arc;

/// The changes of a YAML file that mend its words.
///
/// # Errors
/// The findings of a file with errors.
pub(super) fn edits(
    file: &Arc<SourceFile>,
    kind: SourceKind,
    menders: &Both<Mender>,
    codes: &Codes,
) -> Result<Vec<SourceEdit>, Vec<Diagnostic>> {
    with_words(file, kind, codes, |words, _, findings| {
        edits_of(file, &words, findings, menders)
    })
}

/// Hands to `then` the words of a YAML source, the memo where it is one, and what is wrong
/// with it.
pub(super) fn with_words<T>(
    file: &Arc<SourceFile>,
    kind: SourceKind,
    codes: &Codes,
    then: impl FnOnce(Vec<WrittenWords<'_>>, Option<&Memo>, Vec<Diagnostic>) -> T,
) -> T {
    match kind {
        SourceKind::Memo => {
            let (memo, findings) = parse_memo(file, "", codes);
            let words = memo.as_ref().map(Memo::written_words);
            then(words.unwrap_or_default(), memo.as_ref(), findings)
        }
        SourceKind::Letterhead => {
            let (letterhead, findings) = parse_letterhead(file);
            then(letterhead.written_words(), None, findings)
        }
        SourceKind::Directory => {
            let (directory, findings) = parse_directory(file);
            then(directory.written_words(), None, findings)
        }
        SourceKind::Settings => {
            let (settings, findings) = parse_settings(file, codes);
            then(settings.written_words(), None, findings)
        }
        SourceKind::Locale(_) => then(Vec::new(), None, Vec::new()),
    }
}

/// The findings of a source that has errors.
pub(super) fn sure(findings: Vec<Diagnostic>) -> Result<(), Vec<Diagnostic>> {
    let is_error = |finding: &Diagnostic| finding.severity == Severity::Error;
    match findings.iter().any(is_error) {
        true => Err(findings),
        false => Ok(()),
    }
}

/// A scalar with its mends.
#[derive(Clone)]
pub(super) struct MendedScalar {
    pub place: NodePath,
    /// What it says then.
    pub text: String,
    /// The changes of the file.
    pub edits: Vec<SourceEdit>,
}

fn edits_of(
    file: &Arc<SourceFile>,
    words: &[WrittenWords<'_>],
    mut findings: Vec<Diagnostic>,
    menders: &Both<Mender>,
) -> Result<Vec<SourceEdit>, Vec<Diagnostic>> {
    let source = ScalarSource(Positions::of(file));
    let mut scalars = Vec::new();
    for words in words {
        match source.mend(words, menders) {
            Ok(scalar) => scalars.extend(scalar),
            Err(faults) => findings.extend(faults),
        }
    }
    sure(findings)?;
    if scalars.is_empty() {
        return Ok(Vec::new());
    }
    let (tree, _) = parse(file);
    let scalars = sound(scalars, |scalars| says(file, &tree, scalars));
    Ok(file_edits(&scalars))
}

fn file_edits(scalars: &[MendedScalar]) -> Vec<SourceEdit> {
    // One scalar may stand in several places, by an alias.
    in_order(scalars.iter().flat_map(|it| it.edits.clone()).collect())
}

/// Whether the changed file says the same as the old one but for these scalars.
pub(super) fn says(file: &SourceFile, old: &Node, scalars: &[MendedScalar]) -> bool {
    let mut expected = old.clone();
    let all_set = scalars
        .iter()
        .all(|scalar| expected.set_text(&scalar.place, &scalar.text));
    let text = apply(file.text(), &file_edits(scalars));
    let (tree, findings) = parse(&SourceFile::new(file.path(), text));
    all_set && sure(findings).is_ok() && tree == expected
}

/// Finds the places of one file.
pub(super) struct ScalarSource(pub Positions);

impl Locator for ScalarSource {
    fn locate(&self, place: &NodePath, range: Option<Range<usize>>) -> Option<Span> {
        Some(match range {
            Some(range) => self.0.span_in_value(place, range),
            None => self.0.span_of(place),
        })
    }
}

impl ScalarSource {
    /// The mends of one scalar; nothing where there are none.
    fn mend(
        &self,
        words: &WrittenWords<'_>,
        menders: &Both<Mender>,
    ) -> Result<Option<MendedScalar>, Vec<Diagnostic>> {
        let read = |text: &str| {
            sampled(|sample| read_text(text, words.lang, (&words.place, self), sample))
        };
        let old = read(words.words)?;
        let mender = &menders[words.lang];
        let forms = [match words.printed {
            Printed::Blocks => Form::Blocks,
            Printed::Line => Form::Line,
            Printed::Plain => Form::Plain,
        }];
        let mut changes: Vec<(SourceEdit, SourceEdit)> = Vec::new();
        for edit in agreed(&old, &forms, mender) {
            let range = edit.range.clone();
            let place = &words.place;
            if let Some((range, replacement)) =
                self.0.rewrite(place, words.words, range, &edit.replacement)
            {
                changes.push((edit, SourceEdit { range, replacement }));
            }
        }
        let text = |changes: &[(SourceEdit, SourceEdit)]| {
            let edits: Vec<SourceEdit> = changes.iter().map(|(edit, _)| edit.clone()).collect();
            apply(words.words, &edits)
        };
        let changes = sound(changes, |changes| {
            read(&text(changes)).is_ok_and(|new| are_alike(&old, &new, &forms, mender))
        });
        Ok((!changes.is_empty()).then(|| MendedScalar {
            place: words.place.clone(),
            text: text(&changes),
            edits: changes.into_iter().map(|(_, edit)| edit).collect(),
        }))
    }
}
