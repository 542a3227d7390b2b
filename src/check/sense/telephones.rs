//! Telephone numbers in running text that have a digit too many, or too few.

use super::Scope;
use crate::check::outline::ValuedText;
use crate::check::passage::Manner;
use crate::diagnostic::Diagnostic;
use crate::language::lexicon::{WordRole, fold, plays};

crate::diagnostic::codes! {
    TELEPHONE_DIGITS = "P048", "telephone-digits", Warning;
}

/// How far before the digits such a word may stand.
const REACH: usize = 6;

/// The digits of a number of the North American plan.
const DIGITS: usize = 10;

/// The digits of a number without its area code.
const LOCAL: usize = 7;

/// Finds numbers behind "call" or "composez" whose digits are grouped as a telephone's and
/// are not ten.
pub(super) fn check(scope: &Scope<'_>, text: &ValuedText<'_>, out: &mut Vec<Diagnostic>) {
    let (passage, finder) = (&text.passage, scope.finder);
    // Nearly all texts have no such word.
    if !passage.words.iter().any(|word| leads(&word.folded)) {
        return;
    }
    let text = passage.text.as_str();
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        if at < end || !(letter.is_ascii_digit() || matches!(letter, '(' | '+')) {
            continue;
        }
        let range = at..at + digits_and_marks(&text[at..]);
        end = range.end;
        let plain = passage
            .pieces_in(&range)
            .iter()
            .all(|piece| piece.manner == Manner::Plain && piece.facts.is_empty());
        let number = passage.slice(&range);
        let Some(count) = wrong_count(number).filter(|_| plain) else {
            continue;
        };
        if !is_free(text, &range) || !is_led(&text[..at]) {
            continue;
        }
        let wording = match count {
            LOCAL => TELEPHONE_DIGITS.say("local", given!(number)),
            _ => TELEPHONE_DIGITS.say("count", given!(number, count)),
        };
        let place = finder.of_range(passage, &range);
        out.push(Diagnostic::told(place, wording).lang(passage.lang));
    }
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2011}' | '\u{2010}' | '.')
}

fn is_mark(letter: char) -> bool {
    is_hyphen(letter) || matches!(letter, '+' | '(' | ')' | ' ' | '\u{a0}' | '\u{202f}')
}

/// How many bytes a text's first digits take, with the marks between them.
fn digits_and_marks(text: &str) -> usize {
    let length = text
        .find(|letter: char| !letter.is_ascii_digit() && !is_mark(letter))
        .unwrap_or(text.len());
    let number = text[..length].trim_end_matches(is_mark);
    // A bracket or a plus that stands alone.
    number.len().max(1)
}

/// Whether no letter or figure touches a number.
fn is_free(text: &str, range: &std::ops::Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let touches = |letter: char| letter.is_alphanumeric() || "-/_$@#".contains(letter);
    !before.is_some_and(touches) && !text[range.end..].starts_with(touches)
}

/// How many digits a number has, without the long-distance 1, where they are grouped as
/// those of a telephone number and are not as many.
fn wrong_count(number: &str) -> Option<usize> {
    // A number of another country.
    if number.starts_with('+') && !number.starts_with("+1") {
        return None;
    }
    let mut groups: Vec<&str> = number
        .split(is_mark)
        .filter(|group| !group.is_empty())
        .collect();
    if groups.len() == 4 && groups[0] == "1" {
        groups.remove(0);
    }
    match groups.as_slice() {
        [area, middle, last] => {
            let count = area.len() + middle.len() + last.len();
            let near = (2..=4).contains(&area.len())
                && (2..=4).contains(&middle.len())
                && (3..=5).contains(&last.len());
            // Spaces alone part the figures of a quantity too.
            let marked = number.contains(|letter| is_hyphen(letter) || letter == '(');
            let wrong = count != DIGITS && (DIGITS - 2..=DIGITS + 1).contains(&count);
            (near && marked && wrong).then_some(count)
        }
        [middle, last] => {
            let local = middle.len() == 3 && last.len() == 4;
            (local
                && number.chars().filter(|letter| is_hyphen(*letter)).count() == 1
                && !number.contains('(')
                && !number.contains('.'))
            .then_some(LOCAL)
        }
        _ => None,
    }
}

/// Whether a word leads to a telephone number; "joignez-nous" does as "joignez" does.
fn leads(folded: &str) -> bool {
    let verb = folded.split_once('-').map_or(folded, |(verb, _)| verb);
    plays(verb, WordRole::Telephone)
}

/// Whether a word that leads to a telephone number stands shortly before, in the same
/// sentence.
fn is_led(before: &str) -> bool {
    let mut behind = "";
    // The digits of another number between are no words.
    let words = before.split_whitespace().rev();
    let words = words.filter(|word| word.contains(char::is_alphabetic));
    for word in words.take(REACH) {
        // "Do not call. The number …"; "Tél. : 705…"
        let ends = word.ends_with(['.', '!', '?', ';']);
        if ends && behind.starts_with(char::is_uppercase) {
            return false;
        }
        if leads(&fold(word.trim_matches([':', '.', ',', '(', ')']))) {
            return true;
        }
        behind = word;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_counted() {
        for (number, count) in [
            ("705-555-014", Some(9)),
            ("705.555.01422", Some(11)),
            ("1-705-555-014", Some(9)),
            ("705\u{2011}55\u{2011}0142", Some(9)),
            ("705-555-0142", None),
            ("1-705-555-0142", None),
            ("2026-04-30", None),
            ("555-0142", Some(7)),
            ("705 555-014", Some(9)),
            ("(705) 555-014", Some(9)),
            ("1 800 555-012", Some(9)),
            ("1\u{a0}800\u{a0}555\u{2011}0123", None),
            ("705 555 014", None),
            ("555 0142", None),
            ("+33 1 23 45 67 89", None),
            ("1.2.3", None),
        ] {
            assert_eq!(wrong_count(number), count, "{number}");
        }
        assert!(is_led("Please call us at "));
        assert!(is_led("Tél. : "));
        assert!(is_led("Joignez-nous au "));
        assert!(!is_led("The insurance number is "));
        assert!(!is_led("Do not call. The number "));
    }
}
