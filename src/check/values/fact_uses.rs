//! Which facts texts print, and which of them need no comparison.

use crate::check::outline::ValuedText;
use crate::check::passage::PassagePiece;
use std::collections::BTreeSet;

/// A text, a piece of it that prints a fact, and the fact.
pub(in crate::check) type FactUse<'n, 'd> = (&'n ValuedText<'d>, &'n PassagePiece<'d>, &'d str);

/// The pieces of texts that print facts.
pub(in crate::check) fn facts_of<'n, 'd>(texts: &[&'n ValuedText<'d>]) -> Vec<FactUse<'n, 'd>> {
    let mut facts: Vec<FactUse<'n, 'd>> = Vec::new();
    for text in texts {
        let pieces = &text.passage.pieces;
        for (index, piece) in pieces.iter().enumerate() {
            for fact in piece.facts {
                // 1<sup>er</sup> avril is one fact in two pieces.
                let before = index.checked_sub(1).and_then(|at| pieces.get(at));
                let goes_on = before.is_some_and(|before| {
                    before.range.end == piece.range.start && before.facts.contains(fact)
                });
                if !goes_on {
                    facts.push((text, piece, fact));
                }
            }
        }
    }
    facts
}

/// The facts whose values need no comparison, since both languages print them: those
/// that are shared and stand in no value together with one that is not.
pub(in crate::check) fn settled_facts<'n>(
    sides: &[&[&'n ValuedText<'_>]],
    shared: &dyn Fn(&str) -> bool,
) -> BTreeSet<&'n str> {
    let groups: Vec<&[String]> = sides
        .iter()
        .flat_map(|texts| texts.iter())
        .flat_map(|text| text.values.iter().map(|said| said.facts.as_slice()))
        .collect();
    let mut settled: BTreeSet<&str> = groups
        .iter()
        .flat_map(|facts| facts.iter())
        .map(String::as_str)
        .filter(|name| shared(name))
        .collect();
    loop {
        let before = settled.len();
        for group in &groups {
            if group.iter().any(|name| !settled.contains(name.as_str())) {
                group.iter().for_each(|name| {
                    settled.remove(name.as_str());
                });
            }
        }
        if settled.len() == before {
            return settled;
        }
    }
}
