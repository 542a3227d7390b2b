//! The words in the patterns of an `.ftl` file.

use super::agree::{Sampled, agreed, are_alike, sampled, sound};
use super::edit::{SourceEdit, apply, in_order};
use crate::diagnostic::Diagnostic;
use crate::document::markdown::Form;
use crate::lang::Lang;
use crate::language::typography::Mender;
use crate::locale::read_resource;
use crate::source::{SourceFile, misread};
use std::sync::Arc;

/// A message may be a line or the blocks of a body: both must agree.
const FORMS: [Form; 2] = [Form::Line, Form::Blocks];

/// The changes of an `.ftl` file that mend its words. No tag for raised letters is put
/// in: a message may be an argument, where a tag would be printed, and documents raise
/// them anyway.
///
/// # Errors
/// The findings of a file with errors.
pub(super) fn edits(
    file: &Arc<SourceFile>,
    lang: Lang,
    document_mender: &Mender,
) -> Result<Vec<SourceEdit>, Vec<Diagnostic>> {
    // Nothing else can be told of words whose letters are wrong.
    let letters = misread(file.text());
    if !letters.is_empty() {
        let mended = letters.into_iter().map(|(range, meant)| SourceEdit {
            range,
            replacement: meant.to_string(),
        });
        return Ok(mended.collect());
    }
    let mender = Mender {
        superscripts: false,
        ..document_mender.clone()
    };
    let old = read(file, lang)?;
    let edits = old
        .iter()
        .flat_map(|pattern| agreed(pattern, &FORMS, &mender))
        .collect();
    Ok(sound(in_order(edits), |edits| {
        let text = apply(file.text(), edits);
        let new = read(&SourceFile::new(file.path(), text), lang);
        new.is_ok_and(|new| {
            old.len() == new.len()
                && old
                    .iter()
                    .zip(&new)
                    .all(|(old, new)| are_alike(old, new, &FORMS, document_mender))
        })
    }))
}

/// The readings of each pattern.
fn read(file: &Arc<SourceFile>, lang: Lang) -> Result<Vec<Sampled>, Vec<Diagnostic>> {
    let [numbers, words] = sampled(|sample| read_resource(file, lang, sample))?;
    Ok(numbers
        .into_iter()
        .zip(words)
        .map(|(number, word)| [number, word])
        .collect())
}
