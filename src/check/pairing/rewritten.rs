//! Sections that were not translated but written anew: told once, not block by block.

use crate::check::outline::OutlineNode;
use crate::check::outline::parts::Part;
use crate::check::pairing::{Comparison, StructureFault};
use crate::lang::Lang;

/// Places where something lacks from which on it is not several slips.
const PLACES: usize = 3;

/// The share of a section, in percent of the characters of both languages, that has no
/// counterpart then at least.
const SHARE: usize = 25;

impl<'n, 'd> Comparison<'n, 'd> {
    /// Joins what lacks in a part, the faults from a place on, if it is so much.
    pub(super) fn join_rewritten(
        &mut self,
        part: &'n Part<'d>,
        other: &'n Part<'d>,
        before: usize,
    ) {
        let letters =
            |nodes: &[&OutlineNode<'_>]| -> usize { nodes.iter().map(|it| it.letters()).sum() };
        let (mut places, mut lacking) = (0, 0);
        for fault in self.faults.iter().skip(before) {
            if let StructureFault::Missing(missing) = fault {
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
        for fault in self.faults.split_off(before) {
            let StructureFault::Missing(missing) = fault else {
                self.faults.push(fault);
                continue;
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
