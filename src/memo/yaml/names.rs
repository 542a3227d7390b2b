//! Keys that there are none of: which one was meant, by a slip of the pen or by a word of
//! either language for the same thing.

use super::{shapes, traps};
use crate::diagnostic::{Diagnostic, nearest};
use crate::memo::codes;
use crate::source::Span;

/// Words for keys: the key, a colon, the words with commas between.
const SYNONYMS: &str = include_str!("synonyms.txt");

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
    let mut folded = String::with_capacity(word.len());
    for letter in word.to_lowercase().chars() {
        match letter {
            'à' | 'â' | 'ä' => folded.push('a'),
            'ç' => folded.push('c'),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'î' | 'ï' => folded.push('i'),
            'ô' | 'ö' => folded.push('o'),
            'ù' | 'û' | 'ü' => folded.push('u'),
            // A decomposed accent, an apostrophe.
            '\u{300}'..='\u{36f}' | '\'' | '’' => {}
            '_' | '.' | '/' => folded.push('-'),
            letter if letter.is_whitespace() => folded.push('-'),
            letter => folded.push(letter),
        }
    }
    let words: Vec<&str> = folded.split('-').filter(|word| !word.is_empty()).collect();
    words.join("-")
}

/// The finding for a key that is not known.
pub(super) fn unknown_key(span: Span, key: &str, what: &str, known: &[&str]) -> Diagnostic {
    let finding = Diagnostic::new(
        &codes::UNKNOWN_KEY,
        span,
        format!("unknown key `{}` in {what}", traps::shortened(key)),
    );
    let finding = match meant_key(key, known) {
        Some(near) => {
            let finding = finding.hint(format!("did you mean `{near}`?"));
            match shapes::of_renamed(key, near) {
                Some(shape) => finding.hint(shape),
                None => finding,
            }
        }
        None if key == "<<" => finding.hint("merge keys are not read: write the keys out"),
        None => finding.hint(format!("known here: {}", listed(known))),
    };
    with_quotation_hint(finding, key)
}

/// Keys with commas between.
pub(super) fn listed(keys: &[&str]) -> String {
    let keys: Vec<String> = keys.iter().map(|key| format!("`{key}`")).collect();
    keys.join(", ")
}

/// The finding for a key that is the rest of a text which a comma in braces has cut.
pub(super) fn cut_off(span: Span, key: &str) -> Diagnostic {
    Diagnostic::new(
        &codes::COMMA_IN_FLOW_TEXT,
        span,
        format!(
            "a comma cuts `{}` off the text before it",
            traps::shortened(key)
        ),
    )
    .hint("put the text in quotation marks, or write `en:` and `fr:` on lines of their own")
}

/// The finding, with a hint where curly quotation marks were taken for YAML's.
pub fn with_quotation_hint(finding: Diagnostic, text: &str) -> Diagnostic {
    if text.contains(['“', '”', '„', '‘', '’', '«', '»']) {
        finding.hint("curly quotation marks are part of the text: YAML's are `\"` and `'`")
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
