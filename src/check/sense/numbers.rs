//! Numbers that are names: the separator of thousands in "Room 1,410".

use super::Scope;
use crate::check::outline::ValuedText;
use crate::check::passage::{Manner, PassagePiece, ReadPassage};
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::language::lexicon::UNIT_SYMBOLS;
use crate::language::lexicon::{WordRole, fold, is_function_word, words_of};

crate::diagnostic::codes! {
    NUMBER_AS_NAME = "P047", "number-as-name", Warning;
}

/// Finds numbers that facts print with a separator behind words whose number is a name.
pub(super) fn check(scope: &Scope<'_>, text: &ValuedText<'_>, out: &mut Vec<Diagnostic>) {
    let (passage, finder) = (&text.passage, scope.finder);
    for piece in &passage.pieces {
        let Some(fact) = piece.facts.first() else {
            continue;
        };
        let shown = passage.slice(&piece.range);
        if piece.manner != Manner::Plain || !is_grouped(shown) {
            continue;
        }
        let Some(word) = word_before(passage, piece) else {
            continue;
        };
        let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
        let wording = NUMBER_AS_NAME.say("separator", given!(word, shown, fact, digits));
        let place = finder.of_range(passage, &piece.range);
        out.push(Diagnostic::told(place, wording).lang(passage.lang));
    }
}

/// Whether characters are figures in groups of three.
fn is_grouped(shown: &str) -> bool {
    let mark = |letter: char| matches!(letter, ',' | '\u{a0}' | '\u{202f}');
    let mut groups = shown.split(mark);
    let first = groups.next().unwrap_or_default();
    let figures = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    shown.contains(mark)
        && (1..=3).contains(&first.len())
        && figures(first)
        && groups.all(|group| group.len() == 3 && figures(group))
}

/// The word before a number that makes a name of it, as it is written.
fn word_before<'l>(passage: &'l ReadPassage<'_>, piece: &PassagePiece<'_>) -> Option<&'l str> {
    let before = passage.text.get(..piece.range.start)?;
    let after = passage.text.get(piece.range.end..)?;
    let blank = |letter: char| matches!(letter, ' ' | '\u{a0}' | '\u{202f}');
    let head = before.trim_end_matches(blank);
    let next = after.trim_start_matches(blank);
    if head.len() == before.len() && !head.ends_with(['#', '°', 'º']) || is_counted(next) {
        return None;
    }
    let start = head.rfind(char::is_whitespace).map_or(0, |at| {
        at + head[at..].chars().next().map_or(1, char::len_utf8)
    });
    let word = head.get(start..)?.trim_start_matches(['(', '“', '«', '"']);
    // l’autobus
    let word = word.rsplit(['’', '\'']).next().unwrap_or(word);
    let folded = fold(word.trim_end_matches(['.', '°', 'º', '#']));
    let singular = folded.strip_suffix('s').unwrap_or(&folded);
    let marked = word.ends_with(['#', '°', 'º', '.']);
    let is_of = |role, it: &str| words_of(role, passage.lang).any(|word| word == it);
    let verb = is_of(WordRole::Verb, singular);
    let known = is_of(WordRole::Named, &folded) || is_of(WordRole::Named, singular);
    // "There are no 1,200 ways"; "No. 1,410".
    let is_no = matches!(folded.as_str(), "no" | "nos" | "n") || folded.is_empty();
    if is_no && passage.lang == Lang::En || folded == "n" || folded.is_empty() {
        return marked.then_some(word);
    }
    let is_verb = verb && begins_noun(next) && !is_name_here(head, word);
    (known && !is_verb).then_some(word)
}

/// Whether what follows counts something: a unit, money, a percentage, "of them".
fn is_counted(next: &str) -> bool {
    let word = next
        .split(|letter: char| letter.is_whitespace() || letter == ',')
        .next()
        .unwrap_or_default();
    let of = matches!(word, "of" | "de") || next.starts_with("d’");
    of || next.starts_with(['$', '€', '%']) || UNIT_SYMBOLS.has(word.trim_end_matches(['.', ';']))
}

/// Whether a word follows that may be what is counted.
fn begins_noun(next: &str) -> bool {
    let length = next
        .find(|letter: char| !letter.is_alphabetic())
        .unwrap_or(next.len());
    let word = fold(&next[..length]);
    !word.is_empty() && !is_function_word(&word)
}

/// Whether a word is a noun where it stands: it has a capital in a sentence, or an article
/// before it.
fn is_name_here(head: &str, word: &str) -> bool {
    let before = head.strip_suffix(word).unwrap_or_default().trim_end();
    let article = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let capital = word.starts_with(char::is_uppercase) && !before.is_empty();
    capital
        || matches!(
            article.to_lowercase().as_str(),
            "the" | "this" | "that" | "a"
        )
}
