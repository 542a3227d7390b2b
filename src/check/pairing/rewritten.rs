//! Sections that were not translated but written anew: told once, not block by block.

use crate::check::outline::OutlineNode;
use crate::check::outline::parts::Part;
use crate::check::pairing::{Comparison, StructureFault};
use crate::lang::Lang;
use std::collections::BTreeMap;

/// Places where something lacks from which on it is not several slips.
const PLACES: usize = 3;

/// The share of a section, in percent of the characters of both languages, that has no
/// counterpart then at least.
const SHARE: usize = 25;

/// The nodes of each language that have no counterpart.
type Lone<'n, 'd> = (Vec<&'n OutlineNode<'d>>, Vec<&'n OutlineNode<'d>>);

impl<'n, 'd> Comparison<'n, 'd> {
    /// Joins what lacks in parts, where it is so much.
    pub(super) fn join_rewritten(&mut self, parts: &[(&'n Part<'d>, &'n Part<'d>)]) {
        let letters =
            |nodes: &[&OutlineNode<'_>]| -> usize { nodes.iter().map(|it| it.letters()).sum() };
        let mut lacking: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for fault in &self.faults {
            if let StructureFault::Missing(missing) = fault {
                let here = lacking.entry(&missing.part.key).or_default();
                here.0 += 1;
                here.1 += letters(&missing.nodes) + letters(&missing.instead);
            }
        }
        let is_rewritten = |(part, other): &(&'n Part<'d>, &'n Part<'d>)| {
            let (places, lacking) = lacking.get(&*part.key).copied().unwrap_or_default();
            let all = part.nodes.iter().chain(&other.nodes);
            let all: usize = all.map(OutlineNode::letters).sum();
            part.section != 0 && places >= PLACES && lacking * 100 >= all * SHARE
        };
        let rewritten: Vec<&'n Part<'d>> = parts
            .iter()
            .filter(|it| is_rewritten(it))
            .map(|it| it.0)
            .collect();
        if rewritten.is_empty() {
            return;
        }
        let mut lone: BTreeMap<&str, Lone<'n, 'd>> = rewritten
            .iter()
            .map(|part| (part.key.as_str(), Lone::default()))
            .collect();
        for fault in std::mem::take(&mut self.faults) {
            let missing = match fault {
                StructureFault::Missing(missing) => missing,
                other => {
                    self.faults.push(other);
                    continue;
                }
            };
            let Some((en, fr)) = lone.get_mut(missing.part.key.as_str()) else {
                self.faults.push(StructureFault::Missing(missing));
                continue;
            };
            let (own, others) = match missing.has {
                Lang::En => (en, fr),
                Lang::Fr => (fr, en),
            };
            own.extend(missing.nodes);
            others.extend(missing.instead);
            if !missing.reshaped.is_empty() {
                self.faults.push(StructureFault::Reshaped(missing.reshaped));
            }
        }
        for part in rewritten {
            let (en, fr) = lone.remove(part.key.as_str()).unwrap_or_default();
            self.faults.push(StructureFault::Rewritten { en, fr });
            self.rewritten.insert(part.section);
        }
    }
}
