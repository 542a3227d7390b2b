//! The keys of the files that bimemo reads, for telling a key from words.

/// Keys of memos, letterheads, the directory and the settings. Keys of facts' kinds and
/// names that authors choose are not among them.
const KEYS: &[&str] = &[
    "about",
    "acting",
    "action-by",
    "address",
    "alt",
    "appendices",
    "args",
    "attachments",
    "body",
    "by",
    "cc",
    "classification",
    "closing",
    "date",
    "details",
    "distribution",
    "effective",
    "email",
    "en",
    "enquiries",
    "extension",
    "facts",
    "fr",
    "gender",
    "glossary",
    "heading",
    "honorific",
    "href",
    "id",
    "ignore",
    "kind",
    "label",
    "language",
    "languages",
    "letterhead",
    "logo",
    "marks",
    "message",
    "name",
    "office",
    "organization",
    "organizations",
    "original",
    "people",
    "person",
    "reason",
    "recipients",
    "reference",
    "salutation",
    "sections",
    "sender",
    "severity",
    "signature",
    "source-language",
    "subject",
    "telephone",
    "through",
    "title",
    "tty",
    "typography",
    "updated",
    "value",
    "web",
    "within",
];

/// Whether a word is one of them.
pub(super) fn is_key(word: &str) -> bool {
    KEYS.binary_search(&word).is_ok()
}

/// The key with which a line begins, where it does and a colon stands behind.
pub(super) fn leading_key(content: &str) -> Option<&str> {
    let (key, rest) = content.split_once(':')?;
    let key = key.trim_end();
    (is_key(key) && (rest.is_empty() || rest.starts_with(char::is_whitespace))).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keys_are_in_order() {
        assert!(KEYS.is_sorted());
        assert_eq!(leading_key("fr: |"), Some("fr"));
        assert_eq!(leading_key("Note: bring it"), None);
        assert_eq!(leading_key("web://x"), None);
    }
}
