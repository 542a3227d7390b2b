//! Telephone numbers in running text that have a digit too many, or too few.

use crate::check::leaf::{Leaf, Manner};
use crate::check::place::Finder;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::parity::TELEPHONE_DIGITS;
use crate::locale::lexicon::fold;

/// Words behind which digits are a telephone number, folded.
const LEADS: [&str; 20] = [
    "call",
    "phone",
    "telephone",
    "tel",
    "dial",
    "fax",
    "tty",
    "cell",
    "mobile",
    "text",
    "composez",
    "composer",
    "appelez",
    "appeler",
    "joignez",
    "telecopieur",
    "ats",
    "cellulaire",
    "texto",
    "telephonez",
];

/// How far before the digits such a word may stand.
const REACH: usize = 4;

/// The digits of a number of the North American plan.
const DIGITS: usize = 10;

/// Finds numbers behind "call" or "composez" whose digits are grouped as a telephone's and
/// are not ten.
pub(super) fn check(leaf: &Leaf<'_>, finder: Finder<'_>, out: &mut Vec<Diagnostic>) {
    // Nearly all texts have no such word.
    if !leaf
        .words
        .iter()
        .any(|word| LEADS.contains(&word.folded.as_str()))
    {
        return;
    }
    let mut start = 0;
    for token in leaf.text.split(char::is_whitespace) {
        let at = token.as_ptr() as usize - leaf.text.as_ptr() as usize;
        let number = token.trim_matches(|letter: char| !letter.is_ascii_digit());
        let range = match token.find(number) {
            Some(offset) if !number.is_empty() => at + offset..at + offset + number.len(),
            _ => continue,
        };
        if range.start < start {
            continue;
        }
        start = range.end;
        let plain = leaf
            .pieces_in(&range)
            .iter()
            .all(|piece| piece.manner == Manner::Plain && piece.facts.is_empty());
        let Some(count) = wrong_count(number).filter(|_| plain) else {
            continue;
        };
        if !is_led(leaf.text.get(..range.start).unwrap_or_default()) {
            continue;
        }
        let finding = Diagnostic::new(
            &TELEPHONE_DIGITS,
            finder.of_range(leaf, &range),
            format!("{number} has {count} digits, and a telephone number has ten"),
        );
        out.push(
            finding
                .lang(leaf.lang)
                .hint("write all ten digits: 416-555-0123"),
        );
    }
}

/// How many digits a number has, without the long-distance 1, where they are grouped as
/// those of a telephone number and are not as many.
fn wrong_count(number: &str) -> Option<usize> {
    let mark = |letter: char| matches!(letter, '-' | '\u{2011}' | '\u{2010}' | '.');
    let mut groups: Vec<&str> = number.split(mark).collect();
    let figures = |group: &&str| !group.is_empty() && group.bytes().all(|it| it.is_ascii_digit());
    if !groups.iter().all(figures) {
        return None;
    }
    if groups.len() == 4 && groups[0] == "1" {
        groups.remove(0);
    }
    let [area, middle, last] = groups.as_slice() else {
        return None;
    };
    let count = area.len() + middle.len() + last.len();
    let near = (2..=4).contains(&area.len())
        && (2..=4).contains(&middle.len())
        && (3..=5).contains(&last.len());
    (near && count != DIGITS && (DIGITS - 2..=DIGITS + 1).contains(&count)).then_some(count)
}

/// Whether a word that leads to a telephone number stands shortly before, in the same
/// sentence.
fn is_led(before: &str) -> bool {
    let mut behind = "";
    for word in before.split_whitespace().rev().take(REACH) {
        // "Do not call. The number …"; "Tél. : 705…"
        let ends = word.ends_with(['.', '!', '?', ';']);
        if ends && behind.starts_with(char::is_uppercase) {
            return false;
        }
        let bare = fold(word.trim_matches([':', '.', ',', '(', ')']));
        if LEADS.contains(&bare.as_str()) {
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
            ("555-0142", None),
            ("1.2.3", None),
        ] {
            assert_eq!(wrong_count(number), count, "{number}");
        }
        assert!(is_led("Please call us at "));
        assert!(is_led("Tél. : "));
        assert!(!is_led("The insurance number is "));
        assert!(!is_led("Do not call. The number "));
    }
}
