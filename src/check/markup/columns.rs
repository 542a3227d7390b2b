//! Columns set with tabs, spaces or rows of dots.

use super::lines::{excerpt, is_blank};
use super::report::{Report, WrittenText};
use std::ops::Range;

crate::diagnostic::codes! {
    COLUMNS_BY_BLANKS = "W049", "columns-by-blanks", Warning;
}

/// Blanks from which on they set a column.
const BLANKS: usize = 3;
/// Dots from which on they lead to a column.
const DOTS: usize = 5;

/// Finds two lines or more of a paragraph with columns.
pub(super) fn find(text: &WrittenText<'_>, report: &mut Report) {
    for (_, run) in text.blocks() {
        let mut start = 0;
        while start < run.lines.len() {
            let rows: Vec<Vec<&str>> = run.lines[start..]
                .iter()
                .map_while(|line| columns(text, line, report))
                .collect();
            if rows.len() >= 2 {
                tell(&run.lines[start..start + rows.len()], &rows, report);
            }
            start += rows.len().max(1);
        }
    }
}

/// The cells of a line that has columns.
fn columns<'t>(
    text: &WrittenText<'t>,
    line: &Range<usize>,
    report: &Report,
) -> Option<Vec<&'t str>> {
    let words = text.slice(line);
    let may = |words: &str| {
        let mut gaps = ["\t", "   ", ".....", ". . .", "\u{a0}"].into_iter();
        gaps.any(|gap| words.contains(gap))
    };
    if !may(words) || report.is_claimed(line.start) {
        return None;
    }
    let mut cells = Vec::new();
    let mut from = 0;
    let mut at = 0;
    while let Some(c) = words.get(at..).and_then(|rest| rest.chars().next()) {
        let run =
            |is: fn(char) -> bool| words[at..].len() - words[at..].trim_start_matches(is).len();
        let length = match c {
            '.' => run(|c| c == '.' || c == ' '),
            c if is_blank(c) => run(is_blank),
            _ => 0,
        };
        let gap = &words[at..at + length];
        let dots = gap.matches('.').count();
        let parts =
            dots >= DOTS || dots == 0 && (gap.contains('\t') || gap.chars().count() >= BLANKS);
        if length > 0
            && parts
            && text
                .reading
                .is_typed(&(line.start + at..line.start + at + length))
        {
            cells.push(words[from..at].trim());
            from = at + length;
        }
        at += length.max(c.len_utf8());
    }
    cells.push(words[from..].trim());
    let full = cells.len() >= 2 && cells.iter().all(|cell| !cell.is_empty());
    full.then_some(cells)
}

fn tell(lines: &[Range<usize>], rows: &[Vec<&str>], report: &mut Report) {
    let (Some(first), Some(last), Some(head)) = (lines.first(), lines.last(), rows.first()) else {
        return;
    };
    let cells: Vec<String> = head.iter().map(|cell| excerpt(cell)).collect();
    let wording = COLUMNS_BY_BLANKS.say(
        "columns",
        given!(
            count = lines.len(),
            cells = cells.join(" | "),
            rule = " --- |".repeat(cells.len())
        ),
    );
    report.add_whole(first.clone(), first.start..last.end, wording);
}
