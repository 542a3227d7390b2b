//! What is wrong with a drawing, as findings at the drawing's own lines.

use super::names::SvgPart;
use crate::diagnostic::{Diagnostic, Wording};
use crate::output::svg::codes::{ACTIVE_DRAWING, PARTS, UNKNOWN_DRAWING_PART};
use crate::source::{SourceFile, Span};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// Faults in the order of reading. What is said of many places is said once, at the
/// first.
pub(super) struct Faults {
    file: Arc<SourceFile>,
    found: Vec<Fault>,
    /// Where among them each message is.
    said: HashMap<String, usize>,
}

struct Fault {
    wording: Wording,
    range: Range<usize>,
    further: usize,
}

impl Faults {
    /// None yet, of a file.
    pub(super) fn new(file: &Arc<SourceFile>) -> Faults {
        Faults {
            file: Arc::clone(file),
            found: Vec::new(),
            said: HashMap::new(),
        }
    }

    /// Notes `what` (`` `<script>` ``), which does what `part` says.
    pub(super) fn part(&mut self, part: SvgPart, range: Range<usize>, what: &str) {
        let wording = match part {
            SvgPart::Drawn | SvgPart::Silent => return,
            SvgPart::Runs => ACTIVE_DRAWING.say("runs", given!(what)),
            SvgPart::Moves => ACTIVE_DRAWING.say("moves", given!(what)),
            SvgPart::Fetches => ACTIVE_DRAWING.say("fetches", given!(what)),
            SvgPart::Embeds => ACTIVE_DRAWING.say("embeds", given!(what)),
            SvgPart::Unknown => UNKNOWN_DRAWING_PART.say("part", given!(what)),
        };
        self.add(range, wording);
    }

    /// Notes a fault.
    pub(super) fn add(&mut self, range: Range<usize>, wording: Wording) {
        match self.said.get(&wording.message) {
            Some(at) => self.found[*at].further += 1,
            None => {
                self.said.insert(wording.message.clone(), self.found.len());
                self.found.push(Fault {
                    wording,
                    range,
                    further: 0,
                });
            }
        }
    }

    /// The findings.
    pub(super) fn findings(self) -> Vec<Diagnostic> {
        let finding = |fault: Fault| {
            let finding = Diagnostic::told(Span::new(&self.file, fault.range), fault.wording);
            let further = fault.further;
            let message = PARTS.words("again", given!(message = finding.message, further));
            Diagnostic { message, ..finding }
        };
        self.found.into_iter().map(finding).collect()
    }
}
