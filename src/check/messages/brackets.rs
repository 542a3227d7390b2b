//! Brackets without their partner, and those that one language has more of.

use super::markup::{Markup, item_sign, lines};
use super::scope::Scope;
use super::words::counted;
use crate::check::messages::codes::BRACKET_MISMATCH;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;

const KINDS: [(char, char); 2] = [('(', ')'), ('[', ']')];

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for part in scope.parts() {
        for reading in &part.readings {
            if let Some(at) = unbalanced(&Markup::of(&reading.text).masked) {
                let span = part.span_in(reading, &(at..at + 1));
                let message = "this bracket has no partner".to_owned();
                out.push(
                    part.finding(&BRACKET_MISMATCH, span, message)
                        .hint("open and close it"),
                );
                break;
            }
        }
    }
    for pair in scope.pairs() {
        let Some((en, fr)) = pair.usual() else {
            continue;
        };
        let (en, fr) = (Markup::of(&en.text).masked, Markup::of(&fr.text).masked);
        if unbalanced(&en).or(unbalanced(&fr)).is_some() {
            continue;
        }
        for (open, close) in KINDS {
            let count = |text: &str| text.matches(open).count();
            let (en, fr) = (count(&en), count(&fr));
            if en == fr {
                continue;
            }
            let wrong = if fr < en { Lang::Fr } else { Lang::En };
            let message = format!(
                "`{}` has {} of `{open}{close}` in English and {fr} in French",
                pair.en.name(),
                counted(en, "pair")
            );
            out.push(
                pair.finding(&BRACKET_MISMATCH, wrong, message)
                    .hint("put the same words in brackets in both languages"),
            );
        }
    }
}

/// A bracket without its partner. Those behind the sign of a list's item need none:
/// `a)`.
fn unbalanced(text: &str) -> Option<usize> {
    let mut open: Vec<(usize, char)> = Vec::new();
    for (start, line) in lines(text) {
        let sign = item_sign(line).unwrap_or_else(|| letter_sign(line));
        for (at, letter) in line.char_indices().filter(|(at, _)| *at >= sign) {
            if let Some((_, close)) = KINDS.iter().find(|(opens, _)| *opens == letter) {
                open.push((start + at, *close));
            } else if KINDS.iter().any(|(_, close)| *close == letter)
                && open.pop().is_none_or(|(_, wanted)| wanted != letter)
            {
                return Some(start + at);
            }
        }
    }
    open.pop().map(|(at, _)| at)
}

/// The length of `a)` at the beginning of a line.
fn letter_sign(line: &str) -> usize {
    let inside = line.trim_start();
    let mut letters = inside.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), Some(')')) if letter.is_alphabetic() => {
            line.len() - inside.len() + letter.len_utf8() + 1
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_pair() {
        assert_eq!(unbalanced("a (b [c]) d"), None);
        assert_eq!(unbalanced("a) b\n1) c (d)"), None);
        assert_eq!(unbalanced("a (b] c"), Some(4));
        assert_eq!(unbalanced("a (b"), Some(2));
    }
}
