//! Where sentences end: the rules of Unicode (UAX #29), but for the abbreviations of
//! both languages, behind which they go on.

use crate::check::passage::ReadPassage;
use crate::language::typography::goes_on;
use std::borrow::Cow;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// The sentences of a passage, without the white space around them; those without a
/// letter or a digit belong to the one before.
pub(super) fn sentences(passage: &ReadPassage<'_>) -> Vec<Range<usize>> {
    let text = passage.text.as_str();
    let mut found: Vec<Range<usize>> = Vec::new();
    if is_one(text) {
        let start = text.len() - text.trim_start().len();
        let whole = start..start + text.trim().len();
        found.extend(Some(whole).filter(|whole| !whole.is_empty()));
        return found;
    }
    let capital = with_capitals(text);
    for (start, part) in capital.split_sentence_bound_indices() {
        let end = start + part.len();
        let says_something = part.contains(char::is_alphanumeric);
        match found.last_mut() {
            Some(last) if !says_something || joins(&text[last.clone()], part, passage) => {
                last.end = end;
            }
            _ => found.push(start..end),
        }
    }
    for range in &mut found {
        let part = &text[range.clone()];
        let start = part.len() - part.trim_start().len();
        let length = part.trim().len();
        *range = range.start + start..range.start + start + length;
    }
    found.retain(|range| !range.is_empty());
    found
}

/// Whether a text has nothing inside behind which a sentence may begin: no full stop and
/// the like, and no break of a line (UAX #29, `Sep`, `STerm` and `ATerm`); other scripts
/// have marks of their own.
fn is_one(text: &str) -> bool {
    let inner = text.trim().trim_end_matches(['.', '!', '?']);
    let may_end = |letter: char| match letter {
        '.' | '!' | '?' | '\n' | '\r' | '\u{85}' => true,
        '\u{2010}'..='\u{201F}' | '\u{202F}' | '…' => false,
        _ => letter >= '\u{580}',
    };
    !inner.contains(may_end)
}

/// The text with a capital for the mark of what a message places first in a sentence,
/// `-term` and `$name`: behind it, and behind small letters, none would begin.
fn with_capitals(text: &str) -> Cow<'_, str> {
    let placed = |at: usize| {
        let name = text.get(at..)?.strip_prefix(['-', '$'])?;
        name.starts_with(|letter: char| letter.is_ascii_lowercase())
            .then_some(at)
    };
    let mut capital = Cow::Borrowed(text);
    for at in text
        .match_indices(". ")
        .filter_map(|(end, _)| placed(end + 2))
    {
        capital.to_mut().replace_range(at..=at, "X");
    }
    capital
}

/// Whether what ends in `before` goes on in `after`.
fn joins(before: &str, after: &str, passage: &ReadPassage<'_>) -> bool {
    if before.ends_with('\n') {
        return false;
    }
    let word = before.split_whitespace().next_back().unwrap_or_default();
    let number = after.starts_with(|letter: char| letter.is_ascii_digit());
    // "1." at the beginning of a line numbers it.
    let numbers_it = word == before.trim() && word.trim_end_matches('.').len() <= 3;
    numbers_it || goes_on(word, number, passage.lang)
}

#[cfg(test)]
mod tests {
    use super::super::super::tests as sample;
    use super::*;
    use crate::check::passage::Role;
    use crate::lang::Lang;

    fn of(text: &str, lang: Lang) -> Vec<String> {
        let file = sample::file(text);
        let text = sample::text(&file);
        let passage = ReadPassage::new(Role::Text, lang, &text, None);
        let ranges = sentences(&passage).into_iter();
        ranges
            .map(|range| passage.slice(&range).to_owned())
            .collect()
    }

    #[test]
    fn sentences_end_at_their_marks() {
        assert_eq!(
            of("Call us. We answer! Do you? Yes (always).", Lang::En),
            ["Call us.", "We answer!", "Do you?", "Yes (always)."]
        );
        assert_eq!(
            of("Écrivez-nous. « Merci. » C'est tout.", Lang::Fr).len(),
            3
        );
    }

    #[test]
    fn what_is_placed_begins_a_sentence() {
        let text = "See the berth map. -harbour keeps it. $name too.";
        assert_eq!(of(text, Lang::En).len(), 3);
    }

    #[test]
    fn abbreviations_go_on() {
        for (text, lang) in [
            ("Write to Dr. Ng or J. Roy.", Lang::En),
            ("See no. 5 and e.g. Table 2.", Lang::En),
            (
                "Écrivez à M. Roy, p. ex. Le tout se trouve à l'art. 5.",
                Lang::Fr,
            ),
            ("Version 2.5 is at www.example.ca now.", Lang::En),
        ] {
            assert_eq!(of(text, lang).len(), 1, "{text}");
        }
        assert_eq!(of("Say no. It helps.", Lang::En).len(), 2);
    }
}
