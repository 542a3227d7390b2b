//! Tables: rows, columns, empty cells.

use super::blocks::{finding, lacking};
use super::lists::is_alphabetical;
use super::scope::Scope;
use crate::check::outline::{Kind, OutlineNode};
use crate::check::pairing::{Comparison, Pair, StructureFault, TextMark};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::language::lexicon::{is_no_value, says_no_value};

crate::diagnostic::codes! {
    TABLE_SHAPE_MISMATCH = "P017", "table-shape-mismatch", Error;
    EMPTY_CELL = "P018", "empty-cell", Error;
}

/// Finds differences in tables.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let comparison = scope.comparison;
    for fault in &comparison.faults {
        match fault {
            StructureFault::Missing(missing) if matches!(missing.kind(), Some(Kind::Row(_))) => {
                out.extend(lacking(comparison, &TABLE_SHAPE_MISMATCH, missing));
            }
            StructureFault::Order { moved, en, fr }
                if !(is_alphabetical(body(en), true) && is_alphabetical(body(fr), true))
                    && matches!(moved.first().map(|(en, _)| en.kind), Some(Kind::Row(_))) =>
            {
                let Some(pair) = moved.first() else { continue };
                let wording = TABLE_SHAPE_MISMATCH.say("moved", given!(words = pair.0.excerpt()));
                // Nothing is lost: each language may have its own order.
                out.push(finding(comparison, wording, *pair).at_most(Severity::Warning));
            }
            StructureFault::Manner(en, fr) => {
                if let (Kind::Table(columns), Kind::Table(others)) = (en.kind, fr.kind) {
                    let wording =
                        TABLE_SHAPE_MISMATCH.say("columns", given!(en = columns, fr = others));
                    out.push(finding(comparison, wording, (en, fr)));
                }
            }
            _ => {}
        }
    }
    for pair in &comparison.pairs {
        out.extend(empty_cell(comparison, pair));
    }
}

/// The rows below the head.
fn body<'n, 'd>(rows: &'n [OutlineNode<'d>]) -> &'n [OutlineNode<'d>] {
    match rows.split_first() {
        Some((head, rows)) if head.kind == Kind::Row(true) => rows,
        _ => rows,
    }
}

fn empty_cell(comparison: &Comparison<'_, '_>, pair: &Pair<'_, '_>) -> Option<Diagnostic> {
    let (en, fr) = pair.single()?;
    if !en.passage.role.is_cell() {
        return None;
    }
    let empty = |passage: &crate::check::passage::ReadPassage<'_>| {
        passage.images.is_empty() && is_no_value(&passage.text)
    };
    let lacks = match (empty(&en.passage), empty(&fr.passage)) {
        // "Non disponible" is a word beside "Unavailable", and leaves nothing empty.
        (true, false) if !says_no_value(&en.passage.text) => Lang::En,
        (false, true) if !says_no_value(&fr.passage.text) => Lang::Fr,
        _ => return None,
    };
    let [left, right] = [en, fr].map(|cell| cell.passage.text.trim());
    let wording = EMPTY_CELL.say("empty", given!(lacks, en = left, fr = right));
    Some(comparison.finding(wording, &TextMark::whole(en), &TextMark::whole(fr)))
}
