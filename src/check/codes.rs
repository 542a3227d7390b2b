//! The codes of the check: all of them, and those that other rooms ask for.

use super::{exceptions, markup, messages, near_facts, rules, sense, typography};
use crate::diagnostic::Code;

pub(crate) use super::markup::blocks::FOREIGN_BLOCK;
pub(crate) use super::markup::bullets::TYPED_BULLET;
pub(crate) use super::markup::columns::COLUMNS_BY_BLANKS;
pub(crate) use super::markup::emphasis::UNCLOSED_EMPHASIS;
pub(crate) use super::markup::foreign_emphasis::FOREIGN_EMPHASIS;
pub(crate) use super::markup::foreign_links::FOREIGN_LINK;
pub(crate) use super::markup::indented::INDENTED_TEXT;
pub(crate) use super::markup::links::BROKEN_LINK;
pub(crate) use super::markup::markers::MARKER_WITHOUT_SPACE;
pub(crate) use super::markup::notes::INLINE_NOTE;
pub(crate) use super::markup::numbering::TYPED_NUMBERING;
pub(crate) use super::markup::placeholders::LEFTOVER;
pub(crate) use super::markup::spaced_links::SPACED_LINK;
pub(crate) use super::markup::tables::TABLE_WITHOUT_RULE;
pub(crate) use super::markup::tags::RAW_HTML;
pub(crate) use super::rules::genders::GENDER_MISMATCH;
pub(crate) use super::rules::headings::HEADING_MISMATCH;
pub(crate) use super::rules::notes::NOTE_MISMATCH;

/// Every code of the check.
pub fn all() -> impl Iterator<Item = &'static Code> {
    const OWN: &[&Code] = &[
        &exceptions::UNUSED_EXCEPTION,
        &exceptions::IMPOSSIBLE_EXCEPTION,
    ];
    let documents = [&markup::TO_COME, &markup::IN_FACTS];
    let mut all = vec![OWN];
    all.extend(near_facts::RULES.iter().map(|rule| rule.codes));
    all.extend(messages::RULES.iter().map(|rule| rule.codes));
    all.extend(rules::RULES.iter().map(|rule| rule.codes));
    all.extend(sense::RULES.iter().map(|rule| rule.codes));
    all.extend(typography::RULES.iter().map(|rule| rule.codes));
    all.extend(markup::RULES.iter().map(|rule| rule.codes));
    all.extend(documents.iter().map(|rule| rule.codes));
    all.into_iter().flatten().copied()
}

/// Whether a code is about markup that prints as itself.
pub fn is_of_markup(code: &Code) -> bool {
    let of_texts = markup::RULES.iter().flat_map(|rule| rule.codes);
    let mut codes = of_texts.chain(markup::IN_FACTS.codes);
    codes.any(|known| *known == code)
}
