//! Brackets without their partner, and what stands in brackets in one language and
//! nowhere in the other.

use super::scope::Scope;
use super::typed::{Enclosed, enclosed, lines, masked_texts};
use super::words::{name_their_languages, words};
use crate::diagnostic::Diagnostic;
use crate::lang::{Both, Lang};
use crate::language::lexicon::{concepts, is_function_word};

crate::diagnostic::codes! {
    BRACKET_MISMATCH = "L073", "bracket-mismatch", Warning comment;
}

const KINDS: [(char, char); 2] = [('(', ')'), ('[', ']')];

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for part in scope.parts() {
        let found = masked_texts(part).find_map(|(outcome, text)| {
            let at = unbalanced(&text)?;
            Some(part.span_in(outcome, &(at..at + 1)))
        });
        out.extend(found.map(|span| part.finding(span, BRACKET_MISMATCH.say("alone", &[]))));
    }
    for pair in scope.pairs() {
        let texts = [pair.en, pair.fr].map(|part| masked_texts(part).next());
        let [Some((_, en)), Some((_, fr))] = texts else {
            continue;
        };
        if unbalanced(&en).or(unbalanced(&fr)).is_some()
            || name_their_languages(Both { en: &en, fr: &fr })
        {
            continue;
        }
        for (open, close) in KINDS {
            let of = |text: &str| enclosed(text, &[open], &[close]);
            let (has, lacks) = (of(&en), of(&fr));
            let Some(inside) = has.first.clone().and_then(|range| en.get(range)) else {
                continue;
            };
            // What the French alone has in brackets explains the English.
            if is_lost(&has, &lacks) && !is_said(inside, &fr) {
                let wording =
                    BRACKET_MISMATCH.say("lacks", given!(id = pair.en.name(), words = inside));
                out.push(pair.finding(Lang::Fr, wording));
            }
        }
    }
}

/// Letters of a French text for a hundred English ones: the middle of the pairs that the
/// house style was measured on.
const USUAL: usize = 118;

/// Whether a text lacks what another has in brackets, and does not say it without them:
/// it is no longer than the rest of the other comes to.
fn is_lost(has: &Enclosed, lacks: &Enclosed) -> bool {
    let whole = lacks.inside + lacks.outside;
    has.count > 0
        && lacks.count == 0
        && has.inside > 0
        && whole * 100 < has.outside * USUAL + has.inside * 50
}

/// Whether the French says all words of the brackets in its running text: "many locales
/// (languages)" beside « de nombreuses langues ».
fn is_said(brackets: &str, french: &str) -> bool {
    /// Letters in which two words of one origin begin alike.
    const ALIKE: usize = 5;
    let (brackets, french) = (words(brackets), words(french));
    let begins = |word: &str| word.get(..ALIKE).map(str::to_owned);
    let is_one = |en: &str, fr: &str| {
        en == fr
            || begins(en).is_some() && begins(en) == begins(fr)
            || concepts(en, Lang::En)
                .iter()
                .any(|it| concepts(fr, Lang::Fr).contains(it))
    };
    let mut own = brackets
        .iter()
        .filter(|word| !is_function_word(&word.folded));
    own.clone().next().is_some()
        && own.all(|en| french.iter().any(|fr| is_one(&en.folded, &fr.folded)))
}

/// A bracket without its partner. Those behind the sign of a list's item need none:
/// `a)`.
fn unbalanced(text: &str) -> Option<usize> {
    let mut open: Vec<(usize, char)> = Vec::new();
    for (start, line) in lines(text) {
        let sign = sign_of_item(line);
        let marks = line.char_indices().filter(|(at, _)| *at >= sign);
        for (at, letter) in marks.filter(|(at, _)| !ends_face(line, *at)) {
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

/// Whether the mark at `at` is the mouth of a face, as in `:-(`.
fn ends_face(line: &str, at: usize) -> bool {
    let before = &line[..at];
    let eyes = before
        .strip_suffix('-')
        .unwrap_or(before)
        .strip_suffix([':', ';']);
    let ends = |text: &str| !text.starts_with(char::is_alphanumeric);
    eyes.is_some_and(|eyes| eyes.is_empty() || eyes.ends_with(char::is_whitespace))
        && line.get(at + 1..).is_some_and(ends)
}

/// The length of `a)` or `12)` at the beginning of a line.
fn sign_of_item(line: &str) -> usize {
    let inside = line.trim_start();
    let Some((sign, _)) = inside.split_once(')') else {
        return 0;
    };
    let is_letter = sign.chars().count() == 1 && sign.chars().all(char::is_alphabetic);
    let is_number = !sign.is_empty() && sign.len() <= 3 && sign.bytes().all(|b| b.is_ascii_digit());
    if is_letter || is_number {
        line.len() - inside.len() + sign.len() + 1
    } else {
        0
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
        assert_eq!(unbalanced("no boat :( today (Sunday) :-)"), None);
        assert_eq!(unbalanced("boats:(two"), Some(6));
    }

    #[test]
    fn words_without_brackets_are_no_loss() {
        let of = |text: &str| enclosed(text, &['('], &[')']);
        let lost = |has: &str, lacks: &str| is_lost(&of(has), &of(lacks));
        assert!(lost("Doors (all)", "Portes"));
        assert!(!lost("Hello (all)", "Bonjour à tous"));
        assert!(!lost(
            "The gate (north side) is open",
            "La barrière du côté nord est ouverte"
        ));
    }
}
