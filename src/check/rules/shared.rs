//! What several rules ask about two documents, computed when the first of them asks.

use super::hosts::KnownHosts;
use super::scope::{Foreign, Scope};
use super::{links, word_digits, wrong_language};
use crate::check::agreement::Tally;
use crate::check::pairing::Pair;
use crate::check::pairing::matching::Differences;
use crate::check::sentences::{self, Beads};
use crate::check::values::ValueSort;

impl<'n, 'd> Scope<'n, 'd> {
    /// The pairs in which one side may not be in its language, and references to works:
    /// their words are not compared.
    pub(super) fn foreign(&self) -> &Foreign {
        &wrong_language::told(self).1.all
    }

    /// The pairs in which one side surely is not in its language: its values cannot be read.
    pub(super) fn unread(&self) -> &Foreign {
        &wrong_language::told(self).1.sure
    }

    /// The pairs whose sides are in their languages, each with its place among all.
    pub(super) fn own_pairs(&self) -> impl Iterator<Item = (usize, &'n Pair<'n, 'd>)> {
        let foreign = self.foreign();
        let pairs = self.comparison.pairs.iter().enumerate();
        pairs.filter(|(at, _)| !foreign.contains(at))
    }

    /// The values that differ, but for those that one language tells twice, in words and
    /// digits that disagree: there it is told.
    pub(super) fn differences(&self) -> &Differences<'n, 'd> {
        self.differences.get_or_init(|| {
            let mut differences = Differences::of(self.comparison, self.unread());
            let (_, places) = word_digits::told(self);
            differences.values.retain(|difference| {
                let mut uses = [difference.en, difference.fr].into_iter().flatten();
                !uses.any(|usage| {
                    places.iter().any(|(text, range)| {
                        std::ptr::eq(usage.text, *text)
                            && range.start <= usage.said.range.start
                            && usage.said.range.end <= range.end
                    })
                })
            });
            differences
        })
    }

    /// What the documents tell of hosts.
    pub(super) fn hosts(&self) -> &KnownHosts {
        self.hosts.get_or_init(|| KnownHosts::of(self))
    }

    /// The sentences of all pairs that are in their languages.
    pub(super) fn sentences(&self) -> &[Beads<'n, 'd>] {
        self.sentences
            .get_or_init(|| sentences::align(self.comparison, self.foreign()))
    }

    /// How many values and links were compared.
    pub(super) fn tally(&self) -> Tally<'n, 'd> {
        let differences = self.differences();
        let pairs = &self.comparison.pairs;
        let body = |pair: usize| pairs.get(pair).is_some_and(|pair| pair.body);
        // A URL is a link, and counted there.
        let is_value = |sort: ValueSort| sort != ValueSort::Url;
        let values = differences.values.iter();
        let values = values.filter(|it| body(it.pair) && is_value(it.sort));
        let facts = differences.facts.iter().filter(|it| body(it.pair));
        let (links, other_links) = links::told(self).1;
        Tally {
            values: differences.matched.clone(),
            other_values: values.map(|it| 1 + it.also.len()).sum::<usize>() + facts.count(),
            links,
            other_links,
        }
    }
}
