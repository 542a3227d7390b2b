//! Emphasized words.

use crate::check::compare::{Comparison, Mark, counted};
use crate::check::outline::Text;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::parity::EMPHASIS_MISMATCH;
use crate::lang::Lang;

/// Finds texts with another number of emphasized words.
pub(super) fn check(comparison: &Comparison<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in &comparison.pairs {
        let (en, fr) = (count(pair.side(Lang::En)), count(pair.side(Lang::Fr)));
        let (Some(left), Some(right)) = (pair.first(Lang::En), pair.first(Lang::Fr)) else {
            continue;
        };
        if en == fr {
            continue;
        }
        out.push(
            comparison
                .finding(
                    &EMPHASIS_MISMATCH,
                    &mark(left),
                    &mark(right),
                    format!(
                        "{} in the English, {fr} in the French",
                        counted(en, "emphasized passage")
                    ),
                    (
                        format!("{en} in the English"),
                        format!("{fr} in the French"),
                    ),
                )
                .hint("emphasize the same words in both languages"),
        );
    }
}

/// Emphasis inside emphasis counts once, and so does emphasis of nothing but signs.
fn count(texts: &[&Text<'_>]) -> usize {
    texts
        .iter()
        .map(|text| {
            let spans = &text.leaf.emphasis;
            spans
                .iter()
                .filter(|span| {
                    text.leaf.slice(span).contains(char::is_alphanumeric)
                        && !spans.iter().any(|other| {
                            other != *span && other.start <= span.start && span.end <= other.end
                        })
                })
                .count()
        })
        .sum()
}

fn mark<'n, 'd>(text: &'n Text<'d>) -> Mark<'n, 'd> {
    match text.leaf.emphasis.first() {
        Some(range) => Mark::part(text, range),
        None => Mark::whole(text),
    }
}
