//! Telling a key from words, and where a key belongs.

use crate::memo::keys::{FAMILIES, KEYS};

/// Whether a word is a key.
pub(super) fn is_key(word: &str) -> bool {
    KEYS.contains(word)
}

/// The key with which a line begins, where it does and a colon stands behind.
pub(super) fn leading_key(content: &str) -> Option<&str> {
    let (key, rest) = content.split_once(':')?;
    let key = key.trim_end();
    (is_key(key) && (rest.is_empty() || rest.starts_with(char::is_whitespace))).then_some(key)
}

/// Whether a key may stand beside these, as far as they are known: nothing is known of
/// keys of which one is none of ours.
pub(super) fn fit_together(key: &str, beside: &[&str]) -> Option<bool> {
    let has_all = |family: &&[&str]| beside.iter().all(|other| family.contains(other));
    let mut families = FAMILIES.iter().filter(|family| has_all(family)).peekable();
    families.peek()?;
    Some(families.any(|family| family.contains(&key)))
}

/// Where the keys of a second mapping begin among those of two that were run together:
/// at the first key that stands there again, or above it at keys that usually stand before
/// it. A key that merely stands twice begins none.
pub(super) fn second_of(keys: &[&str]) -> Option<usize> {
    let again = (1..keys.len()).find(|&at| keys[..at].contains(&keys[at]))?;
    let first = keys.iter().position(|key| *key == keys[again])?;
    let family = FAMILIES
        .iter()
        .find(|family| keys[..=again].iter().all(|key| family.contains(key)));
    let rank = |key: &str| family?.iter().position(|it| *it == key);
    let mut second = again;
    while second > first + 1 && rank(keys[second - 1]) < rank(keys[again]) {
        second -= 1;
    }
    (second < again || first == 0 && again > 1).then_some(second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_know_their_company() {
        assert_eq!(leading_key("fr: |"), Some("fr"));
        assert_eq!(leading_key("Note: bring it"), None);
        assert_eq!(leading_key("web://x"), None);
        assert_eq!(fit_together("body", &["heading"]), Some(true));
        assert_eq!(fit_together("body", &["en", "fr"]), Some(false));
        assert_eq!(fit_together("body", &["opening"]), None);
    }

    #[test]
    fn a_second_mapping_begins_where_the_order_turns() {
        for (keys, second) in [
            (&["en", "fr", "en", "fr"][..], Some(2)),
            (&["body", "heading", "body"], Some(1)),
            (&["name", "gender", "name"], Some(2)),
            (&["en", "fr"], None),
            (&["en", "fr", "fr"], None),
            (&["heading", "id", "body", "heading"], Some(3)),
            (&["name", "name"], None),
            (&["x", "y", "x"], Some(2)),
        ] {
            assert_eq!(second_of(keys), second, "{keys:?}");
        }
    }
}
