//! Markers of lists, tasks and headings that lack the ordinary space behind them.

use super::lines::{blanks, excerpt};
use super::report::{MENDS, MarkupMend, Report, WrittenText};
use crate::document::markdown::{Run, RunKind};
use std::ops::Range;

crate::diagnostic::codes! {
    MARKER_WITHOUT_SPACE = "W047", "marker-without-space", Warning;
}

/// Finds `-item` and `1.item` on two lines or more, `- [x]item`, and `##Heading`.
pub(super) fn find(text: &WrittenText<'_>, report: &mut Report) {
    for (at, run) in text.blocks() {
        if run.kind == RunKind::Item {
            task(text, run, report);
        }
        headings(text, run, report);
        let items: Vec<Item> = run
            .lines
            .iter()
            .filter_map(|line| item(text, line))
            .collect();
        let next = next_numbers(text, at, &items);
        if items.len() >= 2 && are_list(&items) {
            list(text, run, &items, report);
        } else if let ([only], true) = (items.as_slice(), next) {
            list(text, run, std::slice::from_ref(only), report);
        }
    }
}

/// A marker without its space.
struct Item {
    marker: Range<usize>,
    /// The blanks behind it that are no ordinary space.
    gap: usize,
    number: Option<u32>,
}

fn item(text: &WrittenText<'_>, line: &Range<usize>) -> Option<Item> {
    let words = text.slice(line);
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let mark = words.get(digits..)?.chars().next()?;
    let number = words.get(..digits)?.parse().ok();
    let fits = match digits {
        0 => matches!(mark, '-' | '*' | '+'),
        1..=3 => matches!(mark, '.' | ')'),
        _ => false,
    };
    let length = digits + 1;
    let behind = words.get(length..)?;
    let gap = blanks(behind);
    let first = behind.get(gap..)?.chars().next()?;
    let ordinary = behind.starts_with([' ', '\t']);
    // Behind a no-break space anything may follow; without one, a word.
    let says = first.is_alphabetic() || gap > 0 && (first.is_alphanumeric() || !first.is_ascii());
    let typed = text.reading.is_typed(&(line.start..line.start + length));
    (fits && !ordinary && says && typed).then_some(Item {
        marker: line.start..line.start + length,
        gap,
        number,
    })
}

/// Whether markers are those of one list: one sign, or numbers that count.
fn are_list(items: &[Item]) -> bool {
    items.windows(2).all(|pair| match pair {
        [one, next] => match (one.number, next.number) {
            (Some(one), Some(next)) => next == one + 1,
            (None, None) => true,
            _ => false,
        },
        _ => true,
    })
}

/// Whether the number of a paragraph's one item is counted on in the next paragraph, or
/// counts on from the one before.
fn next_numbers(text: &WrittenText<'_>, at: usize, items: &[Item]) -> bool {
    let [only] = items else { return false };
    let Some(number) = only.number else {
        return false;
    };
    let starts = |run: Option<&Run>, wanted: Option<u32>| {
        let line = run.and_then(|run| run.lines.first());
        let other = line.and_then(|line| item(text, line));
        wanted.is_some() && other.and_then(|other| other.number) == wanted
    };
    let begins = text
        .reading
        .runs
        .get(at)
        .and_then(|run| run.lines.first())
        .map(|line| line.start)
        == Some(only.marker.start);
    let runs = &text.reading.runs;
    let next = text.neighbour(at + 1).and_then(|_| runs.get(at + 1));
    begins
        && (starts(next, number.checked_add(1))
            || starts(text.neighbour(at), number.checked_sub(1)))
}

fn list(text: &WrittenText<'_>, run: &Run, items: &[Item], report: &mut Report) {
    let Some(first) = items.first() else { return };
    let marker = text.slice(&first.marker);
    let wording = match first.gap {
        0 => MARKER_WITHOUT_SPACE.say("list", given!(marker)),
        _ => MARKER_WITHOUT_SPACE.say("list-odd", given!(marker)),
    };
    let whole = first.marker.start..run.range.end;
    report.add_whole(first.marker.clone(), whole, wording);
    let follows_text = run.lines.first().map(|line| line.start) != Some(first.marker.start);
    // Only a list that begins with 1 may follow a line of text.
    let begins = !follows_text || first.number.is_none_or(|number| number == 1);
    if run.kind == RunKind::Paragraph && begins {
        let spaces = items.iter().map(|item| {
            let end = item.marker.end;
            (end..end + item.gap, " ".to_owned())
        });
        report.mend(MarkupMend {
            edits: spaces.collect(),
            gone: items.iter().map(|item| item.marker.clone()).collect(),
            becomes: match items.len() {
                1 => MARKER_WITHOUT_SPACE.words("becomes-item", &[]),
                items => MENDS.words("list", given!(count = items)),
            },
        });
    }
}

/// `[x]item` at the beginning of an item.
fn task(text: &WrittenText<'_>, run: &Run, report: &mut Report) {
    let Some(line) = run.lines.first() else {
        return;
    };
    let words = text.slice(line);
    let boxed = ["[ ]", "[x]", "[X]", "[]"];
    let Some(mark) = boxed.into_iter().find(|mark| words.starts_with(mark)) else {
        return;
    };
    let range = line.start..line.start + mark.len();
    let behind = words.get(mark.len()..).unwrap_or_default();
    let right = mark != "[]" && behind.starts_with([' ', '\t']);
    if right || behind.starts_with(['(', '[', ':']) || !text.reading.is_typed(&range) {
        return;
    }
    let written = if mark == "[]" { "[ ]" } else { mark };
    let words = excerpt(behind.trim_start());
    let wording = MARKER_WITHOUT_SPACE.say("task", given!(marker = mark, written, words));
    report.add(range.clone(), wording);
    if !behind.trim_start().is_empty() {
        let gap = blanks(behind);
        report.mend(MarkupMend {
            edits: vec![(range.start..range.end + gap, format!("{written} "))],
            gone: vec![range],
            becomes: MARKER_WITHOUT_SPACE.words("becomes-task", &[]),
        });
    }
}

/// `##Heading`, `#Two words`, and `# ` at the beginning of a line by itself.
fn headings(text: &WrittenText<'_>, run: &Run, report: &mut Report) {
    for (at, line) in run.lines.iter().enumerate() {
        let words = text.slice(line);
        let level = words.len() - words.trim_start_matches('#').len();
        let rest = words.get(level..).unwrap_or_default();
        let gap = blanks(rest);
        let title = rest.get(gap..).unwrap_or_default();
        let named = title.starts_with(char::is_alphabetic);
        // One word behind one sign is a tag: #OpenData.
        let several = title.split_whitespace().count() > 1
            && run.lines.len() == 1
            && !title.ends_with(['.', '!', '?']);
        let meant = match run.kind {
            // "# of positions" counts them.
            RunKind::Line => {
                at == 0 && gap > 0 && (level > 1 || title.starts_with(char::is_uppercase))
            }
            _ => gap > 0 || level > 1 || title.starts_with(char::is_uppercase) && several,
        };
        let typed = text.reading.is_typed(&(line.start..line.start + level));
        if !(1..=6).contains(&level) || !named || !meant || !typed {
            continue;
        }
        let range = line.start..line.start + level;
        let marker = text.slice(&range);
        let wording = match run.kind {
            RunKind::Line => MARKER_WITHOUT_SPACE.say("line", given!(marker)),
            _ => MARKER_WITHOUT_SPACE.say("heading", given!(marker)),
        };
        report.add(range, wording);
    }
}
