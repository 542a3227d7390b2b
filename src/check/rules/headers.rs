//! The header, the footer, the signature, headings: lines that one language lacks.

use super::blocks::missing;
use super::scope::Scope;
use crate::check::outline::Kind;
use crate::check::pairing::{Fault, language};
use crate::diagnostic::Diagnostic;

crate::diagnostic::codes! {
    HEADER_MISMATCH = "P020", "header-mismatch", Error;
}

/// Finds lines and whole parts that one language lacks.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let comparison = scope.comparison;
    for fault in &comparison.faults {
        match fault {
            Fault::Missing {
                has,
                nodes,
                before,
                part,
            } if matches!(nodes.first().map(|node| node.kind), Some(Kind::Line)) => {
                out.extend(
                    missing(comparison, &HEADER_MISMATCH, *has, nodes, *before, part)
                        .map(|finding| named(finding, part.name)),
                );
            }
            // A note is missed at its reference.
            Fault::MissingPart { has, part } if part.key != "notes" => {
                let nodes: Vec<_> = part.nodes.iter().collect();
                let mut finding = missing(comparison, &HEADER_MISMATCH, *has, &nodes, None, part);
                if let Some(finding) = &mut finding {
                    finding.message = format!(
                        "the {} lacks {} of the {}",
                        language(has.other()),
                        part.name,
                        language(*has)
                    );
                }
                out.extend(finding);
            }
            _ => {}
        }
    }
}

fn named(mut finding: Diagnostic, name: &str) -> Diagnostic {
    finding.hints.push(format!("it stands in {name}"));
    finding
}
