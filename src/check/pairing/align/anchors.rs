//! The line near which long texts are compared: through what both languages say once and in
//! the same order (Bram Cohen's patience diff does the same with lines of code). So a text
//! that lacks a thousand blocks in its middle has its partners on it all the same.

use crate::check::outline::OutlineNode;
use rustc_hash::FxHashMap;

/// For each row of the table, 0 to the number of English nodes, the column on the line.
pub(super) fn middles(en: &[OutlineNode<'_>], fr: &[OutlineNode<'_>]) -> Vec<usize> {
    let anchors = longest_chain(&anchors(en, fr));
    let mut middles = vec![0];
    let mut last = (0, 0);
    let end = (en.len(), fr.len());
    for (e, f) in anchors.into_iter().filter(|it| it.0 > 0).chain([end]) {
        let (rows, columns) = (e - last.0, f.saturating_sub(last.1));
        middles.extend((1..=rows).map(|row| last.1 + columns * row / rows));
        last = (e, f);
    }
    middles
}

/// The nodes that have something that no other node of their language has, and their
/// partners of the same kind, in the order of the English.
fn anchors(en: &[OutlineNode<'_>], fr: &[OutlineNode<'_>]) -> Vec<(usize, usize)> {
    let (once_en, once_fr) = (said_once(en), said_once(fr));
    let mut found: Vec<(usize, usize)> = once_en
        .into_iter()
        .filter_map(|(key, e)| Some((e?, (*once_fr.get(&key)?)?)))
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The node that has a feature, if no other has it.
fn said_once(nodes: &[OutlineNode<'_>]) -> FxHashMap<u64, Option<usize>> {
    let mut found = FxHashMap::default();
    for (at, node) in nodes.iter().enumerate() {
        for key in node.features.telling() {
            let known = found.entry(key).or_insert(Some(at));
            if *known != Some(at) {
                *known = None;
            }
        }
    }
    found
}

/// The most pairs of which both numbers grow from each to the next.
fn longest_chain(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For each length, the pair with the least end at which a chain so long ends.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    // Of pairs with one English node, one at most is in a chain: the later ones first.
    let mut order: Vec<usize> = (0..pairs.len()).collect();
    order.sort_by_key(|at| (pairs[*at].0, std::cmp::Reverse(pairs[*at].1)));
    let sorted: Vec<(usize, usize)> = order.into_iter().map(|at| pairs[at]).collect();
    for (at, (_, f)) in sorted.iter().enumerate() {
        let length = ends.partition_point(|end| sorted[*end].1 < *f);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut chain = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(at) = next {
        chain.push(sorted[at]);
        next = before[at];
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::longest_chain;

    #[test]
    fn a_chain_is_the_longest_that_grows() {
        let pairs = [(0, 5), (1, 0), (2, 1), (2, 9), (3, 7), (4, 2), (5, 3)];
        assert_eq!(longest_chain(&pairs), [(1, 0), (2, 1), (4, 2), (5, 3)]);
        assert_eq!(longest_chain(&[]), []);
    }

    /// As long as what is found by trying all that may stand before each.
    #[test]
    fn no_chain_is_longer_than_the_one_that_is_found() {
        let mut seed = 5_u64;
        let mut random = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) as usize % below
        };
        for _ in 0..500 {
            let most = 1 + random(20);
            let count = random(60);
            let mut pairs: Vec<_> = (0..count).map(|_| (random(most), random(most))).collect();
            pairs.sort_unstable();
            pairs.dedup();
            let grows = |a: &(usize, usize), b: &(usize, usize)| a.0 < b.0 && a.1 < b.1;
            let mut lengths: Vec<usize> = Vec::new();
            for (at, pair) in pairs.iter().enumerate() {
                let before = (0..at).filter(|before| grows(&pairs[*before], pair));
                lengths.push(1 + before.map(|before| lengths[before]).max().unwrap_or(0));
            }
            let chain = longest_chain(&pairs);
            assert!(
                chain.windows(2).all(|two| grows(&two[0], &two[1])),
                "{chain:?}"
            );
            assert!(chain.iter().all(|pair| pairs.contains(pair)));
            assert_eq!(
                chain.len(),
                lengths.into_iter().max().unwrap_or(0),
                "{pairs:?}"
            );
        }
    }
}
