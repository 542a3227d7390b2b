//! What the mending of typography would change: marks, dots, spaces.

use super::markup::{MASK, Markup, item_sign, lines};
use super::reading::{Kind, Reading};
use super::scope::{Part, Scope};
use crate::check::messages::codes::{LOOSE_DOTS, MESSAGE_SPACING, STRAIGHT_MARKS};
use crate::diagnostic::{Code, Diagnostic};
use crate::language::typography::{Edit, Fragment, Mender, Rule};
use crate::language::words::Words;
use std::collections::BTreeMap;
use std::ops::Range;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for part in scope.parts() {
        let mender = &scope.context.menders[part.lang()];
        let mender = Mender {
            superscripts: false,
            ..mender.clone()
        };
        // By the place in the file: readings share their texts.
        let mut mends: BTreeMap<(usize, usize), Mend> = BTreeMap::new();
        for reading in &part.readings {
            for mend in mends_of(reading, &mender) {
                mends
                    .entry((mend.place.start, mend.place.end))
                    .or_insert(mend);
            }
        }
        report(part, mends.into_values().collect(), out);
    }
}

/// A change that typography asks for.
struct Mend {
    place: Range<usize>,
    code: &'static Code,
    written: String,
    wanted: String,
}

/// One finding for each rule, at the first place that it would change.
fn report(part: &Part<'_>, mends: Vec<Mend>, out: &mut Vec<Diagnostic>) {
    for code in [&STRAIGHT_MARKS, &LOOSE_DOTS, &MESSAGE_SPACING] {
        let own: Vec<&Mend> = mends.iter().filter(|mend| mend.code == code).collect();
        let Some(first) = own.first() else { continue };
        let more = match own.len() - 1 {
            0 => String::new(),
            1 => ", and so once more".to_owned(),
            more => format!(", and so {more} times more"),
        };
        let message = match (first.written.as_str(), first.wanted.as_str()) {
            ("", wanted) => format!("{} is missing here{more}", show(wanted)),
            (written, "") => format!("{} does not belong here{more}", show(written)),
            (written, wanted) => {
                format!("{} should be {} here{more}", show(written), show(wanted))
            }
        };
        let span = part.entry.source.span(first.place.clone());
        out.push(
            part.finding(code, span, message)
                .hint("`bimemo fmt` mends it; documents print it right as it is"),
        );
    }
}

fn show(text: &str) -> String {
    if !text.contains(char::is_whitespace) {
        return format!("`{text}`");
    }
    let shown: Vec<String> = text
        .chars()
        .map(|letter| match letter {
            ' ' => "a space".to_owned(),
            '\u{a0}' => "a no-break space".to_owned(),
            '\u{202f}' => "a narrow no-break space".to_owned(),
            letter => format!("`{letter}`"),
        })
        .collect();
    shown.join(" and ")
}

const fn code_of(rule: Rule) -> Option<&'static Code> {
    match rule {
        Rule::Quotes | Rule::Apostrophe | Rule::Prime => Some(&STRAIGHT_MARKS),
        Rule::Ellipsis | Rule::DoublePeriod => Some(&LOOSE_DOTS),
        // Two spaces have a rule of their own.
        Rule::DoubleSpace => None,
        _ => Some(&MESSAGE_SPACING),
    }
}

fn mends_of(reading: &Reading<'_>, mender: &Mender) -> Vec<Mend> {
    let masked = Markup::of(&reading.text).masked;
    let mut mends = Vec::new();
    for block in blocks(&masked) {
        let pieces = pieces(reading, &masked, block);
        let fragments: Vec<Fragment<'_>> = pieces
            .iter()
            .map(|(range, words)| {
                let text = masked.get(range.clone()).unwrap_or_default();
                Fragment {
                    words: *words,
                    ..Fragment::words(text)
                }
            })
            .collect();
        let edits = mender.mend_block(&fragments);
        for ((range, _), edits) in pieces.iter().zip(edits) {
            let own = edits
                .iter()
                .filter_map(|edit| mend(reading, range.start, edit));
            mends.extend(own);
        }
    }
    mends
}

fn mend(reading: &Reading<'_>, start: usize, edit: &Edit) -> Option<Mend> {
    let range = start + edit.range.start..start + edit.range.end;
    let place = reading.place(&range)?;
    Some(Mend {
        // An insertion has no characters of its own.
        place: if range.is_empty() {
            place.start..place.start
        } else {
            place
        },
        code: code_of(edit.rule)?,
        written: reading.text.get(range)?.to_owned(),
        wanted: Words::to_plain(&edit.replacement),
    })
}

/// The paragraphs and items of a text.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut within = false;
    for (start, line) in lines(text) {
        let end = start + line.len();
        let sign = item_sign(line);
        if line.trim().is_empty() {
            within = false;
        } else if sign.is_none() && within && !line.trim_start().starts_with('|') {
            if let Some(block) = blocks.last_mut() {
                block.end = end;
            }
        } else {
            blocks.push(start + sign.unwrap_or(0)..end);
            within = true;
        }
    }
    blocks
}

/// A block's stretches: words that may be mended, and what stands fixed between them.
/// The marks of emphasis are left out, as they are in a document.
fn pieces(reading: &Reading<'_>, masked: &str, block: Range<usize>) -> Vec<(Range<usize>, bool)> {
    let mut pieces: Vec<(Range<usize>, bool)> = Vec::new();
    let mut spots = reading.spots.iter().peekable();
    for (offset, letter) in masked.get(block.clone()).unwrap_or_default().char_indices() {
        let at = block.start + offset;
        while spots.peek().is_some_and(|spot| spot.range.end <= at) {
            spots.next();
        }
        if letter == '*' {
            continue;
        }
        let words = letter != MASK && spots.peek().is_some_and(|spot| spot.kind == Kind::Words);
        let end = at + letter.len_utf8();
        match pieces.last_mut() {
            Some((range, kind)) if *kind == words && range.end == at => range.end = end,
            _ => pieces.push((at..end, words)),
        }
    }
    pieces
}
