//! What was left standing.

use crate::check::compare::Comparison;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::parity::LEFTOVER;
use crate::locale::lexicon::leftovers;

/// Finds what was left over, in each language by itself.
pub(super) fn check(comparison: &Comparison<'_, '_>, out: &mut Vec<Diagnostic>) {
    for outline in [comparison.en, comparison.fr] {
        for text in outline.texts() {
            let leaf = &text.leaf;
            for left in leftovers(&leaf.text) {
                if !left.is_lost && !leaf.is_plain(&left.range) {
                    continue;
                }
                out.push(
                    Diagnostic::new(
                        &LEFTOVER,
                        comparison.finder.of_range(leaf, &left.range),
                        format!("{} was left in the text", left.kind),
                    )
                    .lang(leaf.lang)
                    .hint("write what belongs here, or take it out"),
                );
            }
        }
    }
}
