//! A number in words with its digits in brackets behind it: "nine (9)".

use crate::check::compare::{Comparison, language};
use crate::check::outline::Text;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::parity::WORD_DIGIT_DISAGREEMENT;
use crate::locale::read::Value;
use crate::memo::fact::Decimal;

/// Finds words and digits that disagree, in each language by itself.
pub(super) fn check(comparison: &Comparison<'_, '_>, out: &mut Vec<Diagnostic>) {
    for outline in [comparison.en, comparison.fr] {
        for text in outline.texts() {
            check_text(comparison, text, out);
        }
    }
}

fn check_text(comparison: &Comparison<'_, '_>, text: &Text<'_>, out: &mut Vec<Diagnostic>) {
    let values: Vec<_> = text.values.iter().collect();
    for pair in values.windows(2) {
        let [word, digits] = pair else { continue };
        let between = text
            .leaf
            .text
            .get(word.range.end..digits.range.start)
            .unwrap_or_default();
        let after = text.leaf.text.get(digits.range.end..).unwrap_or_default();
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
        let leaf = &text.leaf;
        let range = word.range.start..digits.range.end;
        out.push(
            Diagnostic::new(
                &WORD_DIGIT_DISAGREEMENT,
                comparison.finder.of_range(leaf, &range),
                format!(
                    "the {} says {} in words and {} in digits",
                    language(leaf.lang),
                    leaf.slice(&word.range),
                    leaf.slice(&digits.range)
                ),
            )
            .lang(leaf.lang)
            .hint("write the same number in both; a fact with `SPELLOUT($n)` keeps them so"),
        );
    }
}
