//! The keys of the mappings of which a memo is made.

use super::{directory, letterhead, party};

pub(super) const MEMO: &[&str] = &[
    "kind",
    "date",
    "updated",
    "effective",
    "action-by",
    "reference",
    "classification",
    "marks",
    "letterhead",
    "sender",
    "through",
    "recipients",
    "distribution",
    "subject",
    "salutation",
    "facts",
    "sections",
    "closing",
    "signature",
    "enquiries",
    "attachments",
    "cc",
    "appendices",
    "details",
    "source-language",
    "languages",
    "ignore",
];

pub(super) const SECTION: &[&str] = &["heading", "body", "sections", "id"];
pub(super) const SIGNATURE: &[&str] = &["original", "by", "for"];
pub(super) const ATTACHMENT: &[&str] = &["title", "href", "language"];
pub(super) const DETAIL: &[&str] = &["label", "value"];

/// The keys of each mapping of which a memo, a letterhead and the directory are made, by
/// what it is: what is to be printed, or to say how.
pub fn known_keys() -> [(&'static str, &'static [&'static str]); 11] {
    [
        ("a memo", MEMO),
        ("a section", SECTION),
        ("a signature", SIGNATURE),
        ("an attachment", ATTACHMENT),
        ("a detail", DETAIL),
        ("a person", party::PERSON),
        ("an enquiry", party::ENQUIRY),
        ("a group", party::GROUP),
        ("a letterhead", letterhead::LETTERHEAD),
        ("a logo", letterhead::LOGO),
        ("an organization", directory::ORGANIZATION),
    ]
}
