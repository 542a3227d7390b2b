//! What is wrong with a drawing, as findings at the drawing's own lines.

use super::names::SvgPart;
use crate::diagnostic::{Code, Diagnostic};
use crate::output::svg::codes::{ACTIVE_DRAWING, UNKNOWN_DRAWING_PART};
use crate::source::{SourceFile, Span};
use std::ops::Range;
use std::sync::Arc;

/// Faults in the order of reading. What is said of many places is said once, at the
/// first.
pub(super) struct Faults {
    file: Arc<SourceFile>,
    found: Vec<Fault>,
}

struct Fault {
    code: &'static Code,
    message: String,
    hint: &'static str,
    range: Range<usize>,
    further: usize,
}

impl Faults {
    /// None yet, of a file.
    pub(super) fn new(file: &Arc<SourceFile>) -> Faults {
        Faults {
            file: Arc::clone(file),
            found: Vec::new(),
        }
    }

    /// Notes `what` (`` `<script>` ``), which does what `part` says.
    pub(super) fn part(&mut self, part: SvgPart, range: Range<usize>, what: &str) {
        let (does, hint) = match part {
            SvgPart::Drawn | SvgPart::Silent => return,
            SvgPart::Runs => (
                "could run on the computer of whoever opens the drawing",
                "take it out, or save the drawing again as plain SVG",
            ),
            SvgPart::Moves => (
                "makes the drawing move, or take in something later",
                "take it out: a document shows a picture that lies still",
            ),
            SvgPart::Fetches => (
                "would fetch something from elsewhere when the drawing is opened",
                "a drawing has all its parts in itself: put the picture into it, or take the reference out",
            ),
            SvgPart::Embeds => (
                "puts something into the drawing that is no drawing",
                "take it out; what it shows can be drawn with paths, or be a picture in the drawing",
            ),
            SvgPart::Unknown => (
                "is not known: nobody can say whether it is drawn, and how",
                "save the drawing again as plain SVG 1.1, with text and effects made to paths",
            ),
        };
        let code = match part {
            SvgPart::Unknown => &UNKNOWN_DRAWING_PART,
            _ => &ACTIVE_DRAWING,
        };
        self.add(code, range, format!("{what} {does}"), hint);
    }

    /// Notes a fault of another kind.
    pub(super) fn add(
        &mut self,
        code: &'static Code,
        range: Range<usize>,
        message: String,
        hint: &'static str,
    ) {
        match self.found.iter_mut().find(|it| it.message == message) {
            Some(known) => known.further += 1,
            None => self.found.push(Fault {
                code,
                message,
                hint,
                range,
                further: 0,
            }),
        }
    }

    /// The findings.
    pub(super) fn findings(self) -> Vec<Diagnostic> {
        let file = self.file;
        let finding = |fault: Fault| {
            let message = match fault.further {
                0 => fault.message,
                1 => format!("{}; so in one more place", fault.message),
                many => format!("{}; so in {many} more places", fault.message),
            };
            Diagnostic::new(fault.code, Span::new(&file, fault.range), message).hint(fault.hint)
        };
        self.found.into_iter().map(finding).collect()
    }
}
