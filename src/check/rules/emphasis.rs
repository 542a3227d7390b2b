//! Emphasized words.

use super::scope::Scope;
use crate::check::outline::ValuedText;
use crate::check::pairing::TextMark;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::language::lexicon::{LATIN, WordRole, fold, plays};
use std::ops::Range;

crate::diagnostic::codes! {
    EMPHASIS_MISMATCH = "P063", "emphasis-mismatch", Warning;
}

/// Finds texts with another number of emphasized words.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let comparison = scope.comparison;
    for pair in &comparison.pairs {
        let [en, fr] = Lang::ALL.map(|lang| count(pair.side(lang), |_, _| true));
        let (Some(left), Some(right)) = (pair.first(Lang::En), pair.first(Lang::Fr)) else {
            continue;
        };
        let meaning = |text: &ValuedText<'_>, span: &Range<usize>| !is_half_or_foreign(text, span);
        if en == fr || count(&pair.en, meaning) == count(&pair.fr, meaning) {
            continue;
        }
        let wording = EMPHASIS_MISMATCH.say("count", given!(en, fr));
        out.push(comparison.finding(wording, &mark(left), &mark(right)));
    }
}

/// Whether a passage is a part of a phrase of which another part is emphasized too, or a
/// word of another language, which one of the two may have a word of its own for.
fn is_half_or_foreign(text: &ValuedText<'_>, span: &Range<usize>) -> bool {
    let passage = &text.passage;
    let folded = fold(passage.slice(span));
    let words: Vec<&str> = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let others = passage.emphasis.len() > 1;
    if let [word] = words.as_slice()
        && others
        && plays(word, WordRole::Parted)
    {
        return true;
    }
    // "L'hameçonnage (*phishing*)": the term of the other language, in brackets.
    let written = passage.slice(span);
    let (before, after) = passage.around(span);
    let bracketed = before.ends_with('(') && after.starts_with(')');
    let of_other = match passage.lang {
        Lang::En => !written.is_ascii(),
        Lang::Fr => written.is_ascii(),
    };
    LATIN.has(&words.join(" ")) || (bracketed && of_other && words.len() <= 3)
}

/// The emphasized passages that `counts` lets count. Emphasis inside emphasis counts
/// once, and so does emphasis of nothing but signs.
fn count(
    texts: &[&ValuedText<'_>],
    counts: impl Fn(&ValuedText<'_>, &Range<usize>) -> bool,
) -> usize {
    texts
        .iter()
        .map(|text| {
            let spans = &text.passage.emphasis;
            spans
                .iter()
                .filter(|span| {
                    text.passage.slice(span).contains(char::is_alphanumeric)
                        && counts(text, span)
                        && !spans.iter().any(|other| {
                            other != *span && other.start <= span.start && span.end <= other.end
                        })
                })
                .count()
        })
        .sum()
}

fn mark<'n, 'd>(text: &'n ValuedText<'d>) -> TextMark<'n, 'd> {
    match text.passage.emphasis.first() {
        Some(range) => TextMark::part(text, range),
        None => TextMark::whole(text),
    }
}
