//! Keys that there are none of: which one was meant, by a slip of the pen or by a word of
//! either language for the same thing. What mappings are called in messages.

use super::{shapes, traps};
use crate::diagnostic::{Diagnostic, nearest};
use crate::memo::codes::{COMMA_IN_FLOW_TEXT, UNKNOWN_KEY};
use crate::source::{Span, decomposed};

crate::diagnostic::phrases! {
    NAMES = "names";
}

/// Words for keys: the key, a colon, the words with commas between.
const SYNONYMS: &str = include_str!("synonyms.txt");

/// What messages call a mapping, or what else was expected: "a section".
pub(in crate::memo) fn name_of(what: &str) -> String {
    NAMES.words("what", given!(what))
}

/// The known key that was meant by `key`.
pub fn meant_key<'k>(key: &str, known: &[&'k str]) -> Option<&'k str> {
    let bare = key.trim_matches(|mark: char| {
        mark.is_whitespace() || "“”„‘’«»\u{feff}\u{200b}".contains(mark)
    });
    let kebab = folded(bare);
    known
        .iter()
        .find(|name| **name == bare || **name == kebab)
        .copied()
        .or_else(|| synonym(&kebab, known))
        .or_else(|| nearest(bare, known.iter().copied()))
}

/// The first key of the table that is known and has this word.
fn synonym<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let lines = SYNONYMS.lines().filter_map(|line| line.split_once(':'));
    let mut keys = lines
        .filter(|(_, words)| words.split(',').any(|it| it.trim() == word))
        .map(|(key, _)| key);
    keys.find_map(|key| known.iter().find(|name| **name == key).copied())
}

/// A word as the table has it: small letters without accents, hyphens for what stands
/// between words.
fn folded(word: &str) -> String {
    let lower = word.to_lowercase();
    let letters = lower.chars().flat_map(decomposed);
    // An accent, an apostrophe.
    let letters = letters.filter(|it| !matches!(it, '\u{300}'..='\u{36f}' | '\'' | '’'));
    let folded: String = letters.collect();
    let between = |letter: char| letter.is_whitespace() || "-_./".contains(letter);
    let words: Vec<&str> = folded.split(between).filter(|it| !it.is_empty()).collect();
    words.join("-")
}

/// The finding for a key that is not known.
pub(super) fn unknown_key(span: Span, key: &str, what: &str, known: &[&str]) -> Diagnostic {
    let (what, short) = (name_of(what), traps::shortened(key));
    let wording = match meant_key(key, known) {
        Some(near) => UNKNOWN_KEY.say(
            "near",
            given!(key = short, what, near, body = shapes::is_body(key, near)),
        ),
        None if key == "<<" => UNKNOWN_KEY.say("merge", given!(key = short, what)),
        None => UNKNOWN_KEY.say("key", given!(key = short, what, known = listed(known))),
    };
    with_quotation_hint(Diagnostic::told(span, wording), key)
}

/// Keys with commas between.
pub(super) fn listed(keys: &[&str]) -> String {
    let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    keys.join(", ")
}

/// The finding for a key that is the rest of a text which a comma in braces has cut.
pub(super) fn cut_off(span: Span, key: &str) -> Diagnostic {
    let wording = COMMA_IN_FLOW_TEXT.say("cut", given!(key = traps::shortened(key)));
    Diagnostic::told(span, wording)
}

/// The finding, with a hint where curly quotation marks were taken for YAML's.
pub(super) fn with_quotation_hint(finding: Diagnostic, text: &str) -> Diagnostic {
    if text.contains(['“', '”', '„', '‘', '’', '«', '»']) {
        finding.hint(NAMES.words("curly", &[]))
    } else {
        finding
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_both_languages_are_known() {
        let memo = [
            "kind",
            "sender",
            "recipients",
            "subject",
            "sections",
            "cc",
            "facts",
        ];
        for (written, meant) in [
            ("from", "sender"),
            ("Expéditeur", "sender"),
            ("expe\u{301}diteur", "sender"),
            ("À", "recipients"),
            ("objet\u{a0}", "subject"),
            ("c.c.", "cc"),
            ("body", "sections"),
            ("Subject", "subject"),
            ("recepients", "recipients"),
            ("faits", "facts"),
        ] {
            assert_eq!(meant_key(written, &memo), Some(meant), "{written}");
        }
        assert_eq!(meant_key("weather", &memo), None);
        assert_eq!(meant_key("nom", &["name", "title"]), Some("name"));
        assert_eq!(meant_key("titre", &["heading", "body"]), Some("heading"));
    }

    #[test]
    fn the_table_is_written_as_it_is_looked_up() {
        for line in SYNONYMS
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            let (key, words) = line.split_once(": ").expect(line);
            for word in words.split(", ") {
                assert_eq!(folded(word), word, "{line}");
                assert_ne!(word, key, "{line}");
            }
        }
    }
}
