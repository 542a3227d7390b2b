//! A number in words with its digits in brackets behind it: "nine (9)".

use super::scope::{Scope, TextStretch, Told};
use crate::check::outline::ValuedText;
use crate::check::pairing::Comparison;
use crate::diagnostic::Diagnostic;
use crate::language::read::Value;
use crate::memo::fact::Decimal;
use std::ops::Range;

crate::diagnostic::codes! {
    WORD_DIGIT_DISAGREEMENT = "P034", "word-digit-disagreement", Error;
}

/// Finds words and digits that disagree, in each language by itself.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    out.extend_from_slice(&told(scope).0);
}

/// The findings, and where they stand: what differs there between the languages would be
/// told again.
pub(super) fn told<'s, 'n, 'd>(scope: &'s Scope<'n, 'd>) -> &'s Told<Vec<TextStretch<'n, 'd>>> {
    scope.word_digits.get_or_init(|| {
        let comparison = scope.comparison;
        let (mut out, mut places) = (Vec::new(), Vec::new());
        for outline in [comparison.en, comparison.fr] {
            for text in outline.texts() {
                let ranges = check_text(comparison, text, &mut out);
                places.extend(ranges.into_iter().map(|range| (text, range)));
            }
        }
        (out, places)
    })
}

/// Where the words and the digits of a text disagree.
fn check_text(
    comparison: &Comparison<'_, '_>,
    text: &ValuedText<'_>,
    out: &mut Vec<Diagnostic>,
) -> Vec<Range<usize>> {
    let mut told = Vec::new();
    let values: Vec<_> = text.values.iter().collect();
    for pair in values.windows(2) {
        let [word, digits] = pair else { continue };
        let passage = &text.passage;
        let between = passage.slice(&(word.range.end..digits.range.start));
        let (_, after) = passage.around(&digits.range);
        if between.trim() != "(" || !after.trim_start().starts_with(')') {
            continue;
        }
        let number = |value: &Value, in_words: bool| match value {
            Value::Number { value, words } if *words == in_words => Some(*value),
            _ => None,
        };
        let (Some(said), Some(written)): (Option<Decimal>, Option<Decimal>) = (
            number(&word.kind.value, true),
            number(&digits.kind.value, false),
        ) else {
            continue;
        };
        if said == written {
            continue;
        }
        let range = word.range.start..digits.range.end;
        let wording = WORD_DIGIT_DISAGREEMENT.say(
            "disagree",
            given!(
                lang = passage.lang,
                words = passage.slice(&word.range),
                digits = passage.slice(&digits.range)
            ),
        );
        let place = comparison.finder.of_range(passage, &range);
        out.push(Diagnostic::told(place, wording).lang(passage.lang));
        told.push(range);
    }
    told
}
