//! A number in words with its digits in brackets behind it: "nine (9)".

use crate::check::outline::Text;
use crate::check::pairing::matching::Differences;
use crate::check::pairing::{Comparison, language};
use crate::diagnostic::Diagnostic;
use crate::language::read::Value;
use crate::memo::fact::Decimal;
use std::ops::Range;

crate::diagnostic::codes! {
    WORD_DIGIT_DISAGREEMENT = "P034", "word-digit-disagreement", Error;
}

/// Finds words and digits that disagree, in each language by itself, and takes them
/// out of the differences between the languages, where they would be told again.
pub(super) fn check(
    comparison: &Comparison<'_, '_>,
    differences: &mut Differences<'_, '_>,
) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for outline in [comparison.en, comparison.fr] {
        for text in outline.texts() {
            for range in check_text(comparison, text, &mut out) {
                differences.values.retain(|difference| {
                    let mut uses = [difference.en, difference.fr].into_iter().flatten();
                    !uses.any(|usage| {
                        std::ptr::eq(usage.text, text)
                            && range.start <= usage.said.range.start
                            && usage.said.range.end <= range.end
                    })
                });
            }
        }
    }
    out
}

/// Where the words and the digits of a text disagree.
fn check_text(
    comparison: &Comparison<'_, '_>,
    text: &Text<'_>,
    out: &mut Vec<Diagnostic>,
) -> Vec<Range<usize>> {
    let mut told = Vec::new();
    let values: Vec<_> = text.values.iter().collect();
    for pair in values.windows(2) {
        let [word, digits] = pair else { continue };
        let between = text
            .passage
            .text
            .get(word.range.end..digits.range.start)
            .unwrap_or_default();
        let after = text
            .passage
            .text
            .get(digits.range.end..)
            .unwrap_or_default();
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
        let passage = &text.passage;
        let range = word.range.start..digits.range.end;
        out.push(
            Diagnostic::new(
                &WORD_DIGIT_DISAGREEMENT,
                comparison.finder.of_range(passage, &range),
                format!(
                    "the {} says {} in words and {} in digits",
                    language(passage.lang),
                    passage.slice(&word.range),
                    passage.slice(&digits.range)
                ),
            )
            .lang(passage.lang)
            .hint("write the same number in both; a fact with `SPELLOUT($n)` keeps them so"),
        );
        told.push(range);
    }
    told
}
