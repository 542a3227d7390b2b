//! Rules that run on memos and on messages: one rule, two codes.
//!
//! In a memo, and in the `.ftl` files beside it, a finding bears the code of parity; in
//! `locales/`, which all memos share, that of locale files. Either name silences it.

use super::codes;
use crate::check::rules::{
    acronyms, amounts, blocks, dates, decimal_marks, emails, emphasis, file_names, glossary,
    images, lengths, links, lists, missing_sentences, notes, number_words, numbers, percentages,
    postal_codes, tables, telephones, times, untranslated, word_digits, wrong_language,
};
use crate::diagnostic::{Code, Diagnostic};

/// What the files that all memos share lie in.
const SHARED: &str = "locales/";

/// The code of a rule in a memo, and the same rule's in `locales/`.
static TWINS: [(&Code, &Code); 29] = [
    (
        &missing_sentences::MISSING_SENTENCE,
        &codes::MESSAGE_MISSING_SENTENCE,
    ),
    (&blocks::MISSING_BLOCK, &codes::MESSAGE_BLOCK_MISMATCH),
    (&blocks::BLOCK_KIND_MISMATCH, &codes::MESSAGE_BLOCK_MISMATCH),
    (
        &blocks::BLOCK_ORDER_MISMATCH,
        &codes::MESSAGE_BLOCK_MISMATCH,
    ),
    (&blocks::PARAGRAPH_SPLIT, &codes::MESSAGE_BLOCK_MISMATCH),
    (&lists::MISSING_LIST_ITEM, &codes::MESSAGE_BLOCK_MISMATCH),
    (&lists::LIST_KIND_MISMATCH, &codes::MESSAGE_BLOCK_MISMATCH),
    (&lists::LIST_ORDER_MISMATCH, &codes::MESSAGE_BLOCK_MISMATCH),
    (
        &tables::TABLE_SHAPE_MISMATCH,
        &codes::MESSAGE_BLOCK_MISMATCH,
    ),
    (&tables::EMPTY_CELL, &codes::MESSAGE_BLOCK_MISMATCH),
    (&notes::NOTE_MISMATCH, &codes::MESSAGE_BLOCK_MISMATCH),
    (&images::IMAGE_MISMATCH, &codes::MESSAGE_LINK_MISMATCH),
    (&links::LINK_COUNT_MISMATCH, &codes::MESSAGE_LINK_MISMATCH),
    (&links::LINK_TARGET_MISMATCH, &codes::WRONG_LANGUAGE_URL),
    (&numbers::NUMBER_MISMATCH, &codes::MESSAGE_NUMBER_MISMATCH),
    (
        &number_words::NUMBER_WORD_MISMATCH,
        &codes::MESSAGE_NUMBER_MISMATCH,
    ),
    (
        &word_digits::WORD_DIGIT_DISAGREEMENT,
        &codes::MESSAGE_NUMBER_MISMATCH,
    ),
    (
        &decimal_marks::DECIMAL_MARK,
        &codes::MESSAGE_NUMBER_MISMATCH,
    ),
    (&dates::DATE_MISMATCH, &codes::MESSAGE_NUMBER_MISMATCH),
    (&times::TIME_MISMATCH, &codes::MESSAGE_NUMBER_MISMATCH),
    (&amounts::AMOUNT_MISMATCH, &codes::MESSAGE_NUMBER_MISMATCH),
    (
        &percentages::PERCENTAGE_MISMATCH,
        &codes::MESSAGE_NUMBER_MISMATCH,
    ),
    (&telephones::PHONE_MISMATCH, &codes::MESSAGE_NUMBER_MISMATCH),
    (
        &postal_codes::POSTAL_CODE_MISMATCH,
        &codes::MESSAGE_NUMBER_MISMATCH,
    ),
    (
        &file_names::FILE_NAME_MISMATCH,
        &codes::MESSAGE_NUMBER_MISMATCH,
    ),
    (&emails::EMAIL_MISMATCH, &codes::MESSAGE_EMAIL_MISMATCH),
    (
        &acronyms::ACRONYM_MISMATCH,
        &codes::MESSAGE_ACRONYM_MISMATCH,
    ),
    (
        &emphasis::EMPHASIS_MISMATCH,
        &codes::MESSAGE_EMPHASIS_MISMATCH,
    ),
    (&lengths::LENGTH_MISMATCH, &codes::MESSAGE_LENGTH_MISMATCH),
];

/// The code that a finding of parity bears in `locales/`, where its rule has one.
fn twin(finding: &Diagnostic) -> Option<&'static Code> {
    let code = finding.code;
    if code == &untranslated::UNTRANSLATED || code == &wrong_language::WRONG_LANGUAGE {
        return Some(&codes::UNTRANSLATED_MESSAGE);
    }
    if code == &glossary::GLOSSARY_MISMATCH {
        // A forbidden word is wrong by itself; a term lacks its translation.
        let alone = finding.labels.is_empty();
        return Some(if alone {
            &codes::FORBIDDEN_WORD
        } else {
            &codes::MESSAGE_GLOSSARY_MISMATCH
        });
    }
    let mut twins = TWINS.iter();
    twins.find(|(own, _)| *own == code).map(|(_, twin)| *twin)
}

/// Whether a rule of this code runs on messages too, as a code of its own or another.
pub(super) fn has_twin(code: &Code) -> bool {
    let others = [
        &untranslated::UNTRANSLATED,
        &wrong_language::WRONG_LANGUAGE,
        &glossary::GLOSSARY_MISMATCH,
    ];
    others.contains(&code) || TWINS.iter().any(|(own, _)| *own == code)
}

/// The same finding with the second code by which its rule is known where it stands in an
/// `.ftl` file.
#[must_use]
pub fn with_twin(mut finding: Diagnostic) -> Diagnostic {
    let of_messages = |span: &crate::source::Span| span.file().path().ends_with(".ftl");
    if finding.span.as_ref().is_some_and(of_messages) && finding.also.is_none() {
        finding.also = twin(&finding);
    }
    finding
}

/// The same finding under the code of the place where it stands: in `locales/` that of
/// messages.
#[must_use]
pub fn in_its_place(mut finding: Diagnostic) -> Diagnostic {
    let of_locales = |span: &crate::source::Span| span.file().path().starts_with(SHARED);
    if let Some(also) = finding.also
        && codes::ALL.contains(&also)
        && finding.span.as_ref().is_some_and(of_locales)
    {
        (finding.code, finding.also) = (also, Some(finding.code));
    }
    finding
}
