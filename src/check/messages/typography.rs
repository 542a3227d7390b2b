//! What the mending of typography would change: marks, dots, spaces.

use super::scope::{Part, Scope};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::markdown::find_mends;
use crate::language::Piece;
use crate::language::typography::{Mender, is_straight};
use crate::locale::Formatted;
use crate::source::Span;
use std::collections::BTreeMap;

crate::diagnostic::codes! {
    STRAIGHT_MARKS = "L090", "straight-marks", Note comment;
    LOOSE_DOTS = "L091", "loose-dots", Note comment;
    MESSAGE_SPACING = "L092", "message-spacing", Note comment;
}

crate::diagnostic::phrases! {
    MENDED = "mended";
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for part in scope.parts() {
        let mender = &scope.context.menders[part.lang()];
        // Documents raise letters by themselves.
        let mender = Mender {
            superscripts: false,
            ..mender.clone()
        };
        // By the place in the file: outcomes share their texts.
        let mut mends: BTreeMap<(usize, usize), Mend> = BTreeMap::new();
        for outcome in &part.outcomes {
            let formatted = with_blanks(&outcome.formatted);
            for mend in find_mends(&formatted, part.form(), &mender) {
                let text = &formatted.text;
                let written = text.get(mend.range.clone()).unwrap_or_default();
                // Two spaces have a rule of their own.
                let before = text.get(..mend.range.start).unwrap_or_default();
                let doubled = written.starts_with(' ') && before.ends_with(' ');
                let code = code_of(written, &mend.replacement);
                let Some(code) = code.filter(|_| !doubled) else {
                    continue;
                };
                let mut span = part.span_in(outcome, &mend.range);
                if mend.range.is_empty() {
                    let start = span.range().start;
                    span = Span::new(span.file(), start..start);
                }
                let place = (span.range().start, span.range().end);
                mends.entry(place).or_insert(Mend {
                    code,
                    written: written.to_owned(),
                    wanted: mend.replacement,
                    span,
                });
            }
        }
        report(part, mends.into_values().collect(), out);
    }
}

/// What stands for a value that nobody knows: no figure, no word.
const BLANK: &str = "\u{fffc}";

fn with_blanks(formatted: &Formatted) -> Formatted {
    let mut blanked = formatted.clone();
    let pieces = blanked
        .values
        .iter_mut()
        .flat_map(|value| &mut value.pieces);
    pieces.for_each(|piece| {
        *piece = Piece {
            text: BLANK.to_owned(),
            ..Piece::default()
        };
    });
    blanked
}

/// A change that typography asks for.
struct Mend {
    span: Span,
    code: &'static Code,
    written: String,
    wanted: String,
}

/// One finding for each rule, at the first place that it would change.
fn report(part: &Part<'_>, mends: Vec<Mend>, out: &mut Vec<Diagnostic>) {
    for code in [&STRAIGHT_MARKS, &LOOSE_DOTS, &MESSAGE_SPACING] {
        let own: Vec<&Mend> = mends.iter().filter(|mend| mend.code == code).collect();
        let Some(first) = own.first() else { continue };
        let more = own.len() - 1;
        let (written, wanted) = (show(&first.written), show(&first.wanted));
        let wording = if first.written.is_empty() {
            MENDED.say(code, "missing", given!(wanted, more))
        } else if first.wanted.is_empty() {
            MENDED.say(code, "needless", given!(written, more))
        } else {
            MENDED.say(code, "other", given!(written, wanted, more))
        };
        out.push(part.finding(first.span.clone(), wording));
    }
}

fn show(text: &str) -> String {
    if !text.contains(char::is_whitespace) {
        return format!("`{text}`");
    }
    let shown: Vec<String> = text
        .chars()
        .map(|letter| match letter {
            ' ' => MENDED.words("space", &[]),
            '\u{a0}' => MENDED.words("no-break-space", &[]),
            '\u{202f}' => MENDED.words("narrow-space", &[]),
            letter => format!("`{letter}`"),
        })
        .collect();
    shown.join(&MENDED.words("and", &[]))
}

/// The rule that a mend belongs to, by what it changes; two spaces have a rule of their
/// own.
fn code_of(written: &str, wanted: &str) -> Option<&'static Code> {
    let is_mark = |c: char| is_straight(c) || matches!(c, '’' | '‘' | '“' | '”' | '«' | '»');
    if written.contains(is_straight) || (written.contains(is_mark) && wanted.contains(is_mark)) {
        Some(&STRAIGHT_MARKS)
    } else if written.contains('.') || wanted.contains('…') {
        Some(&LOOSE_DOTS)
    } else if written.len() > 1 && written.chars().all(|c| c == ' ') {
        None
    } else {
        Some(&MESSAGE_SPACING)
    }
}
