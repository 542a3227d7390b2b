//! Rules that run on memos and on messages: one rule, two codes.
//!
//! In a memo, and in the `.ftl` files beside it, a finding bears the code of parity; in
//! `locales/`, which all memos share, that of locale files. Either name silences it.

use crate::check::rules::{
    acronyms, blocks, dates, decimal_marks, emails, emphasis, file_names, glossary, headings,
    images, lengths, links, lists, missing_sentences, modality, names, negations, notes,
    number_words, numbers, places, plain_values, tables, untranslated, word_digits, wrong_language,
};
use crate::check::typography::{articles, capitals, joints};
use crate::diagnostic::{Code, Diagnostic};

crate::diagnostic::codes! {
    in "";
    MESSAGE_LINK_MISMATCH = "L060", "message-link-mismatch", Error comment;
    WRONG_LANGUAGE_URL = "L061", "wrong-language-url", Error comment;
    MESSAGE_EMPHASIS_MISMATCH = "L062", "message-emphasis-mismatch", Warning comment;
    MESSAGE_BLOCK_MISMATCH = "L064", "message-block-mismatch", Error comment;
    UNTRANSLATED_MESSAGE = "L070", "untranslated-message", Error comment;
    MESSAGE_NUMBER_MISMATCH = "L075", "message-number-mismatch", Error comment;
    MESSAGE_EMAIL_MISMATCH = "L076", "message-email-mismatch", Error comment;
    MESSAGE_ACRONYM_MISMATCH = "L077", "message-acronym-mismatch", Warning comment;
    MESSAGE_LENGTH_MISMATCH = "L080", "message-length-mismatch", Warning comment;
    MESSAGE_MISSING_SENTENCE = "L083", "message-missing-sentence", Error comment;
    MESSAGE_NAME_MISMATCH = "L084", "message-name-mismatch", Error comment;
    MESSAGE_NEGATION_MISMATCH = "L085", "message-negation-mismatch", Warning comment;
    MESSAGE_MODALITY_MISMATCH = "L086", "message-modality-mismatch", Warning comment;
    MESSAGE_FRENCH_FORM = "L087", "message-french-form", Warning comment;
    MESSAGE_DOUBLED_PREPOSITION = "L088", "message-doubled-preposition", Error comment;
    MESSAGE_GLOSSARY_MISMATCH = "L100", "message-glossary-mismatch", Warning comment;
    FORBIDDEN_WORD = "L101", "forbidden-word", Warning comment;
}

/// What the files that all memos share lie in.
const SHARED: &str = "locales/";

/// The codes of rules in `locales/`, each with those of the same rules in a memo.
pub(super) static TWINS: &[(&Code, &[&Code])] = &[
    (
        &MESSAGE_LINK_MISMATCH,
        &[&images::IMAGE_MISMATCH, &links::LINK_COUNT_MISMATCH],
    ),
    (&WRONG_LANGUAGE_URL, &[&links::LINK_TARGET_MISMATCH]),
    (&MESSAGE_EMPHASIS_MISMATCH, &[&emphasis::EMPHASIS_MISMATCH]),
    (
        &MESSAGE_BLOCK_MISMATCH,
        &[
            &blocks::MISSING_BLOCK,
            &blocks::BLOCK_KIND_MISMATCH,
            &blocks::BLOCK_ORDER_MISMATCH,
            &blocks::PARAGRAPH_SPLIT,
            &lists::MISSING_LIST_ITEM,
            &lists::LIST_KIND_MISMATCH,
            &lists::LIST_ORDER_MISMATCH,
            &tables::TABLE_SHAPE_MISMATCH,
            &tables::EMPTY_CELL,
            &notes::NOTE_MISMATCH,
            &headings::HEADING_MISMATCH,
        ],
    ),
    (
        &UNTRANSLATED_MESSAGE,
        &[&untranslated::UNTRANSLATED, &wrong_language::WRONG_LANGUAGE],
    ),
    (
        &MESSAGE_NUMBER_MISMATCH,
        &[
            &numbers::NUMBER_MISMATCH,
            &number_words::NUMBER_WORD_MISMATCH,
            &word_digits::WORD_DIGIT_DISAGREEMENT,
            &decimal_marks::DECIMAL_MARK,
            &dates::DATE_MISMATCH,
            &plain_values::TIME_MISMATCH,
            &plain_values::AMOUNT_MISMATCH,
            &plain_values::PERCENTAGE_MISMATCH,
            &plain_values::PHONE_MISMATCH,
            &plain_values::POSTAL_CODE_MISMATCH,
            &file_names::FILE_NAME_MISMATCH,
        ],
    ),
    (&MESSAGE_EMAIL_MISMATCH, &[&emails::EMAIL_MISMATCH]),
    (&MESSAGE_ACRONYM_MISMATCH, &[&acronyms::ACRONYM_MISMATCH]),
    (&MESSAGE_LENGTH_MISMATCH, &[&lengths::LENGTH_MISMATCH]),
    (
        &MESSAGE_MISSING_SENTENCE,
        &[&missing_sentences::MISSING_SENTENCE],
    ),
    (
        &MESSAGE_NAME_MISMATCH,
        &[&names::NAME_MISMATCH, &places::PLACE_MISMATCH],
    ),
    (&MESSAGE_NEGATION_MISMATCH, &[&negations::NEGATION_MISMATCH]),
    (&MESSAGE_MODALITY_MISMATCH, &[&modality::MODALITY_MISMATCH]),
    (
        &MESSAGE_FRENCH_FORM,
        &[
            &joints::MISSING_ELISION,
            &joints::MISSING_CONTRACTION,
            &articles::MISSING_ARTICLE,
            &articles::MILLION_WITHOUT_DE,
            &capitals::UNACCENTED_CAPITAL,
        ],
    ),
    (
        &MESSAGE_DOUBLED_PREPOSITION,
        &[&joints::DOUBLED_PREPOSITION],
    ),
    (&MESSAGE_GLOSSARY_MISMATCH, &[&glossary::GLOSSARY_MISMATCH]),
];

/// The code that a finding of parity bears in `locales/`, where its rule has one.
fn twin(finding: &Diagnostic) -> Option<&'static Code> {
    // A forbidden word is wrong by itself; a term lacks its translation.
    if finding.code == &glossary::GLOSSARY_MISMATCH && finding.labels.is_empty() {
        return Some(&FORBIDDEN_WORD);
    }
    let mut twins = TWINS.iter();
    twins
        .find(|(_, own)| own.contains(&finding.code))
        .map(|(twin, _)| *twin)
}

/// Whether a rule of this code runs on messages too, under another.
pub(super) fn has_twin(code: &Code) -> bool {
    TWINS.iter().any(|(_, own)| own.contains(&code))
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
        && ALL.contains(&also)
        && finding.span.as_ref().is_some_and(of_locales)
    {
        (finding.code, finding.also) = (also, Some(finding.code));
    }
    finding
}
