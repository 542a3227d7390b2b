//! Rules that run on memos and on messages: one rule, two codes.
//!
//! In a memo, and in the `.ftl` files beside it, a finding bears the code of parity; in
//! `locales/`, which all memos share, that of locale files. Either name silences it.

use super::Diagnostic;
use super::codes::{Code, locale, parity};

/// What the files that all memos share lie in.
const SHARED: &str = "locales/";

/// The code of a rule in a memo, and the same rule's in `locales/`.
static TWINS: [(&Code, &Code); 28] = [
    (&parity::MISSING_BLOCK, &locale::MESSAGE_BLOCK_MISMATCH),
    (
        &parity::BLOCK_KIND_MISMATCH,
        &locale::MESSAGE_BLOCK_MISMATCH,
    ),
    (
        &parity::BLOCK_ORDER_MISMATCH,
        &locale::MESSAGE_BLOCK_MISMATCH,
    ),
    (&parity::PARAGRAPH_SPLIT, &locale::MESSAGE_BLOCK_MISMATCH),
    (&parity::MISSING_LIST_ITEM, &locale::MESSAGE_BLOCK_MISMATCH),
    (&parity::LIST_KIND_MISMATCH, &locale::MESSAGE_BLOCK_MISMATCH),
    (
        &parity::LIST_ORDER_MISMATCH,
        &locale::MESSAGE_BLOCK_MISMATCH,
    ),
    (
        &parity::TABLE_SHAPE_MISMATCH,
        &locale::MESSAGE_BLOCK_MISMATCH,
    ),
    (&parity::EMPTY_CELL, &locale::MESSAGE_BLOCK_MISMATCH),
    (&parity::NOTE_MISMATCH, &locale::MESSAGE_BLOCK_MISMATCH),
    (&parity::IMAGE_MISMATCH, &locale::MESSAGE_LINK_MISMATCH),
    (&parity::LINK_COUNT_MISMATCH, &locale::MESSAGE_LINK_MISMATCH),
    (&parity::LINK_TARGET_MISMATCH, &locale::WRONG_LANGUAGE_URL),
    (&parity::NUMBER_MISMATCH, &locale::MESSAGE_NUMBER_MISMATCH),
    (
        &parity::NUMBER_WORD_MISMATCH,
        &locale::MESSAGE_NUMBER_MISMATCH,
    ),
    (
        &parity::WORD_DIGIT_DISAGREEMENT,
        &locale::MESSAGE_NUMBER_MISMATCH,
    ),
    (&parity::DECIMAL_MARK, &locale::MESSAGE_NUMBER_MISMATCH),
    (&parity::DATE_MISMATCH, &locale::MESSAGE_NUMBER_MISMATCH),
    (&parity::TIME_MISMATCH, &locale::MESSAGE_NUMBER_MISMATCH),
    (&parity::AMOUNT_MISMATCH, &locale::MESSAGE_NUMBER_MISMATCH),
    (
        &parity::PERCENTAGE_MISMATCH,
        &locale::MESSAGE_NUMBER_MISMATCH,
    ),
    (&parity::PHONE_MISMATCH, &locale::MESSAGE_NUMBER_MISMATCH),
    (
        &parity::POSTAL_CODE_MISMATCH,
        &locale::MESSAGE_NUMBER_MISMATCH,
    ),
    (
        &parity::FILE_NAME_MISMATCH,
        &locale::MESSAGE_NUMBER_MISMATCH,
    ),
    (&parity::EMAIL_MISMATCH, &locale::MESSAGE_EMAIL_MISMATCH),
    (&parity::ACRONYM_MISMATCH, &locale::MESSAGE_ACRONYM_MISMATCH),
    (
        &parity::EMPHASIS_MISMATCH,
        &locale::MESSAGE_EMPHASIS_MISMATCH,
    ),
    (&parity::LENGTH_MISMATCH, &locale::MESSAGE_LENGTH_MISMATCH),
];

/// The code that a finding of parity bears in `locales/`, where its rule has one.
pub fn twin(finding: &Diagnostic) -> Option<&'static Code> {
    let code = finding.code;
    if code == &parity::UNTRANSLATED || code == &parity::WRONG_LANGUAGE {
        return Some(&locale::UNTRANSLATED_MESSAGE);
    }
    if code == &parity::GLOSSARY_MISMATCH {
        // A forbidden word is wrong by itself; a term lacks its translation.
        let alone = finding.labels.is_empty();
        return Some(if alone {
            &locale::FORBIDDEN_WORD
        } else {
            &locale::MESSAGE_GLOSSARY_MISMATCH
        });
    }
    let mut twins = TWINS.iter();
    twins.find(|(own, _)| *own == code).map(|(_, twin)| *twin)
}

/// Whether a rule of this code runs on messages too, as a code of its own or another.
pub fn has_twin(code: &Code) -> bool {
    let others = [
        &parity::UNTRANSLATED,
        &parity::WRONG_LANGUAGE,
        &parity::GLOSSARY_MISMATCH,
    ];
    others.contains(&code) || TWINS.iter().any(|(own, _)| *own == code)
}

impl Diagnostic {
    /// The same, with the second code by which its rule is known where it stands in an
    /// `.ftl` file.
    #[must_use]
    pub fn with_twin(mut self) -> Diagnostic {
        let of_messages = |span: &crate::source::Span| span.file().path().ends_with(".ftl");
        if self.span.as_ref().is_some_and(of_messages) && self.also.is_none() {
            self.also = twin(&self);
        }
        self
    }

    /// The same under the code of the place where it stands: in `locales/` that of
    /// messages.
    #[must_use]
    pub fn in_its_place(mut self) -> Diagnostic {
        let of_locales = |span: &crate::source::Span| span.file().path().starts_with(SHARED);
        if let Some(also) = self.also
            && also.id.starts_with('L')
            && self.span.as_ref().is_some_and(of_locales)
        {
            (self.code, self.also) = (also, Some(self.code));
        }
        self
    }

    /// Whether an id or a name is that of its rule, or of its rule's other code.
    pub fn is_named(&self, written: &str) -> bool {
        let names = |code: &Code| code.id.eq_ignore_ascii_case(written) || code.name == written;
        names(self.code) || self.also.is_some_and(names)
    }
}
