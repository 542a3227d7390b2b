//! Tables: rows, columns, empty cells.

use super::blocks::{finding, lacking};
use super::lists::is_alphabetical;
use super::scope::Scope;
use crate::check::outline::{Kind, OutlineNode};
use crate::check::pairing::{Comparison, Pair, StructureFault, TextMark, language};
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
            StructureFault::Missing(missing)
                if matches!(
                    missing.nodes.first().map(|node| node.kind),
                    Some(Kind::Row(_))
                ) =>
            {
                out.extend(lacking(comparison, &TABLE_SHAPE_MISMATCH, missing));
            }
            StructureFault::Order { moved, en, fr }
                if !(is_alphabetical(body(en)) && is_alphabetical(body(fr)))
                    && matches!(moved.first().map(|(en, _)| en.kind), Some(Kind::Row(_))) =>
            {
                let Some(pair) = moved.first() else { continue };
                let mut finding = finding(
                    comparison,
                    &TABLE_SHAPE_MISMATCH,
                    *pair,
                    format!(
                        "a row stands in another place than its translation: “{}”",
                        pair.0.excerpt()
                    ),
                )
                .hint("put the rows of both tables in one order");
                // Nothing is lost: each language may have its own order.
                finding.severity = Severity::Warning;
                out.push(finding);
            }
            StructureFault::Manner(en, fr) => {
                if let (Kind::Table(columns), Kind::Table(others)) = (en.kind, fr.kind) {
                    out.push(
                        finding(
                            comparison,
                            &TABLE_SHAPE_MISMATCH,
                            (en, fr),
                            format!(
                                "the table has {columns} columns in English and {others} in French"
                            ),
                        )
                        .hint("give both tables the same columns"),
                    );
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
    Some(
        comparison
            .finding(
                &EMPTY_CELL,
                &TextMark::whole(en),
                &TextMark::whole(fr),
                format!("a cell is empty in the {} alone", language(lacks)),
                (
                    format!("the English cell: {}", en.passage.text.trim()),
                    format!("the French cell: {}", fr.passage.text.trim()),
                ),
            )
            .hint("fill the cell in both languages, or in neither"),
    )
}
