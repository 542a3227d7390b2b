//! Rows of bars that make no table.

use super::report::{MarkupMend, Report, WrittenText};
use crate::document::markdown::Run;
use std::ops::Range;

crate::diagnostic::codes! {
    TABLE_WITHOUT_RULE = "W048", "table-without-rule", Warning;
}

/// Finds rows without a line of dashes that fits under the first.
pub(super) fn find(text: &WrittenText<'_>, report: &mut Report) {
    for (_, run) in text.blocks() {
        let rows: Vec<Row> = run.lines.iter().map(|line| Row::of(text, line)).collect();
        let mut start = 0;
        while start < rows.len() {
            let end = start
                + rows[start..]
                    .iter()
                    .take_while(|row| !row.bars.is_empty())
                    .count();
            if is_table(text, &rows[start..end]) {
                tell(text, run, &rows[start..end], report);
            }
            start = end.max(start + 1);
        }
    }
}

/// A line with its bars.
struct Row {
    line: Range<usize>,
    /// Where they stand.
    bars: Vec<usize>,
    /// Whether it begins with one.
    outer: bool,
    /// How many cells there are.
    cells: usize,
}

impl Row {
    fn of(text: &WrittenText<'_>, line: &Range<usize>) -> Row {
        let bars: Vec<usize> = text.reading.find("|", line).collect();
        let outer = bars.first() == Some(&line.start);
        let closed = bars
            .last()
            .is_some_and(|bar| bar + 1 == line.end && *bar > line.start);
        Row {
            cells: bars.len() + 1 - usize::from(outer) - usize::from(closed),
            line: line.clone(),
            bars,
            outer,
        }
    }

    /// Whether it is meant as the line of dashes, whatever dashes they are.
    fn is_rule(&self, text: &WrittenText<'_>) -> bool {
        let words = text.slice(&self.line);
        let marks = |c: char| matches!(c, '|' | '+' | '-' | '–' | '—' | '=' | '_' | ':' | ' ');
        words.chars().all(marks) && words.contains(['-', '–', '—', '=', '_'])
    }
}

/// Whether lines are rows of one table: all begin with a bar, or all have as many.
fn is_table(text: &WrittenText<'_>, rows: &[Row]) -> bool {
    let [first, .., last] = rows else {
        return false;
    };
    let all_outer = rows.iter().all(|row| row.outer);
    let even = rows.iter().all(|row| row.bars.len() == first.bars.len());
    let spaced = rows.iter().all(|row| {
        row.bars.iter().all(|bar| {
            let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
            blank(text.before(*bar)) || blank(text.after(bar + 1))
        })
    });
    (all_outer || even && spaced) && first.line.end <= last.line.start
}

fn tell(text: &WrittenText<'_>, run: &Run, rows: &[Row], report: &mut Report) {
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        return;
    };
    let range = first.line.clone();
    let whole = range.start..last.line.end;
    let rule = rows.get(1).filter(|row| row.is_rule(text));
    let dashes = format!("|{}", " --- |".repeat(first.cells));
    let wording = match rule {
        Some(rule) if rule.cells != first.cells => TABLE_WITHOUT_RULE.say(
            "parts",
            given!(rule = rule.cells, first = first.cells, dashes),
        ),
        Some(_) => TABLE_WITHOUT_RULE.say("hyphens", given!(dashes)),
        None => TABLE_WITHOUT_RULE.say("none", given!(dashes)),
    };
    report.add_whole(range, whole, wording);
    if let Some(mend) = mend(text, run, rows, rule, &dashes) {
        report.mend(mend);
    }
}

/// The line of dashes put in, or put right; not where a row has more cells than the first,
/// which would be lost.
fn mend(
    text: &WrittenText<'_>,
    run: &Run,
    rows: &[Row],
    rule: Option<&Row>,
    dashes: &str,
) -> Option<MarkupMend> {
    let first = rows.first()?;
    let body: Vec<&Row> = rows
        .iter()
        .skip(if rule.is_some() { 2 } else { 1 })
        .collect();
    let fits = !body.is_empty()
        && body
            .iter()
            .all(|row| row.cells <= first.cells && !row.is_rule(text));
    // Lines behind the table would become rows.
    let is_last = rows.last().map(|row| row.line.end) == run.lines.last().map(|line| line.end);
    if !fits || !is_last {
        return None;
    }
    let start = text
        .slice(&(0..first.line.start))
        .rfind('\n')
        .map_or(0, |at| at + 1);
    let margin = text.slice(&(start..first.line.start));
    let plain = margin.chars().all(|c| matches!(c, ' ' | '>'));
    let edit = match rule {
        Some(rule) => (rule.line.clone(), dashes.to_owned()),
        None => (
            first.line.end..first.line.end,
            format!("\n{margin}{dashes}"),
        ),
    };
    let mut gone: Vec<Range<usize>> = rule.map(|rule| rule.line.clone()).into_iter().collect();
    let others = std::iter::once(first).chain(body.iter().copied());
    gone.extend(others.flat_map(|row| row.bars.iter().map(|bar| *bar..bar + 1)));
    plain.then(|| MarkupMend {
        edits: vec![edit],
        gone,
        becomes: TABLE_WITHOUT_RULE
            .words("becomes", given!(columns = first.cells, rows = body.len())),
    })
}
