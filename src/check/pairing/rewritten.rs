//! Sections that were not translated but written anew: told once, not block by block.

use crate::check::outline::OutlineNode;
use crate::check::outline::parts::Part;
use crate::check::pairing::{Comparison, Missing, StructureFault};
use crate::lang::Lang;

/// Places where something lacks from which on it is not several slips.
const PLACES: usize = 3;

/// The share of a section, in percent of the characters of both languages, that has no
/// counterpart then at least.
const SHARE: usize = 25;

impl<'n, 'd> Comparison<'n, 'd> {
    /// Joins what lacks in a part, if it is so much.
    pub(super) fn join_rewritten(&mut self, part: &'n Part<'d>, other: &'n Part<'d>) {
        let is_here = |missing: &Missing<'_, '_>| missing.part.key == part.key;
        let letters =
            |nodes: &[&OutlineNode<'_>]| -> usize { nodes.iter().map(|it| it.letters()).sum() };
        let (mut places, mut lacking) = (0, 0);
        for fault in &self.faults {
            if let StructureFault::Missing(missing) = fault
                && is_here(missing)
            {
                places += 1;
                lacking += letters(&missing.nodes) + letters(&missing.instead);
            }
        }
        let all = part.nodes.iter().chain(&other.nodes);
        let all: usize = all.map(OutlineNode::letters).sum();
        if part.section == 0 || places < PLACES || lacking * 100 < all * SHARE {
            return;
        }
        let (mut en, mut fr) = (Vec::new(), Vec::new());
        for fault in std::mem::take(&mut self.faults) {
            let missing = match fault {
                StructureFault::Missing(missing) if is_here(&missing) => missing,
                other => {
                    self.faults.push(other);
                    continue;
                }
            };
            let (own, others) = match missing.has {
                Lang::En => (&mut en, &mut fr),
                Lang::Fr => (&mut fr, &mut en),
            };
            own.extend(missing.nodes);
            others.extend(missing.instead);
            if !missing.reshaped.is_empty() {
                self.faults.push(StructureFault::Reshaped(missing.reshaped));
            }
        }
        self.faults.push(StructureFault::Rewritten { en, fr });
        self.rewritten.insert(part.section);
    }
}
