//! The header, the footer, the signature, headings: lines that one language lacks.

use super::blocks::lacking;
use super::scope::Scope;
use crate::check::outline::Kind;
use crate::check::pairing::{Missing, StructureFault};
use crate::diagnostic::Diagnostic;

crate::diagnostic::codes! {
    HEADER_MISMATCH = "P020", "header-mismatch", Error;
}

/// Finds lines and whole parts that one language lacks.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let comparison = scope.comparison;
    for fault in &comparison.faults {
        match fault {
            StructureFault::Missing(missing) if missing.kind() == Some(Kind::Line) => {
                let name = HEADER_MISMATCH.words("in", given!(part = missing.part.kind()));
                let finding = lacking(comparison, &HEADER_MISMATCH, missing);
                out.extend(finding.map(|finding| finding.hint(name)));
            }
            // A note is missed at its reference.
            StructureFault::MissingPart { has, part } if part.key != "notes" => {
                let missing = Missing {
                    has: *has,
                    nodes: part.nodes.iter().collect(),
                    before: None,
                    part,
                    instead: Vec::new(),
                    reshaped: Vec::new(),
                };
                let mut finding = lacking(comparison, &HEADER_MISMATCH, &missing);
                if let Some(finding) = &mut finding {
                    finding.message = HEADER_MISMATCH.words(
                        "lacks",
                        given!(lacks = has.other(), part = part.kind(), has),
                    );
                }
                out.extend(finding);
            }
            _ => {}
        }
    }
}
