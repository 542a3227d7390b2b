//! Findings that a comment silences with a reason:
//! `# bimemo-ignore L073: the English mark is an abbreviation`.
//!
//! A comment above a message (`#`) is about that message, one of a group (`##`) about
//! the messages up to the next group, one of the file (`###`) about all of it. The
//! loader's findings are silenced when a resource is loaded ([`silence`]), the others
//! by the check of messages; whether an exception is still needed is told with both.

use super::annotated::{LayerRank, Remark, Source, Unit};
use super::resource::Layer;
use crate::diagnostic::{Code, Codes, Diagnostic, Silence};
use crate::lang::Lang;
use crate::locale::codes::{self, INVALID_MESSAGE_EXCEPTION, UNUSED_MESSAGE_EXCEPTION};
use crate::source::{SourceFile, Span};
use std::sync::Arc;

/// What an exception begins with.
const SIGN: &str = "bimemo-ignore";

/// An exception for one code.
pub(crate) struct Exception<'u, 'a> {
    /// The file in which it stands.
    pub source: &'a Source,
    remark: &'u Remark<'a>,
    code: &'static Code,
    /// The code as it is written.
    written: &'a str,
    /// Whether it silenced a finding.
    pub used: bool,
}

/// Divides the loader's findings into those that are left and those that a comment of
/// the files silences.
pub(super) fn silence<'f>(
    files: impl Iterator<Item = (&'f Arc<SourceFile>, Layer)>,
    lang: Lang,
    findings: Vec<Diagnostic>,
) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
    let may_be_silent = |finding: &Diagnostic| !finding.code.is_firm();
    if !findings.iter().any(may_be_silent) {
        return (findings, Vec::new());
    }
    let sources: Vec<Source> = files
        .filter(|(file, _)| file.text().contains(SIGN))
        .map(|(file, layer)| Source::new(file, LayerRank::from(Some(layer)), lang))
        .collect();
    let trees: Vec<_> = sources.iter().map(Source::tree).collect();
    let units: Vec<Unit<'_>> = sources
        .iter()
        .zip(&trees)
        .map(|(source, tree)| Unit::new(source, tree))
        .collect();
    // What is wrong with the exceptions themselves is told by the check.
    let codes = Codes::of(codes::ALL.to_vec());
    let exceptions = exceptions_of(&units, &codes, &mut Vec::new());
    findings
        .into_iter()
        .partition(|finding| !exceptions.iter().any(|one| one.silences(finding)))
}

/// The exceptions of files for rules of `codes`, and what cannot be understood among them.
pub(crate) fn exceptions_of<'u, 'a>(
    units: &'u [Unit<'a>],
    codes: &Codes,
    faults: &mut Vec<Diagnostic>,
) -> Vec<Exception<'u, 'a>> {
    let mut exceptions = Vec::new();
    for unit in units {
        for remark in &unit.remarks {
            if let Some(rest) = remark.line.trim().strip_prefix(SIGN) {
                read(unit, (remark, rest), codes, &mut exceptions, faults);
            }
        }
    }
    exceptions
}

fn read<'u, 'a>(
    unit: &Unit<'a>,
    (remark, rest): (&'u Remark<'a>, &'a str),
    codes: &Codes,
    exceptions: &mut Vec<Exception<'u, 'a>>,
    faults: &mut Vec<Diagnostic>,
) {
    let mut fault = |slice: &str, wording| {
        let finding = Diagnostic::told(unit.source.span_of(slice), wording);
        faults.push(finding.lang(unit.source.lang));
    };
    let (names, reason) = rest.split_once(':').unwrap_or((rest, ""));
    if names.trim().is_empty() {
        return fault(remark.line, INVALID_MESSAGE_EXCEPTION.say("no-rule", &[]));
    }
    if reason.trim().is_empty() {
        return fault(remark.line, INVALID_MESSAGE_EXCEPTION.say("no-reason", &[]));
    }
    for written in names.split([',', ' ']).filter(|name| !name.is_empty()) {
        match codes.find(written) {
            Some(code) if !code.is_firm() && is_of_messages(code) => {
                exceptions.push(Exception {
                    source: unit.source,
                    remark,
                    code,
                    written,
                    used: false,
                });
            }
            Some(code) if code.is_firm() => fault(
                written,
                INVALID_MESSAGE_EXCEPTION.say("firm", given!(code = code.id, name = code.name)),
            ),
            Some(code) => fault(
                written,
                INVALID_MESSAGE_EXCEPTION.say("elsewhere", given!(code = code.id)),
            ),
            None => {
                let near = codes.nearest(written, |code| code.id.starts_with('L'));
                fault(
                    written,
                    INVALID_MESSAGE_EXCEPTION.say("unknown", given!(written, near)),
                );
            }
        }
    }
}

/// Whether a rule looks at messages: one of locale files, or of parity, which are
/// compared in memos and in messages.
fn is_of_messages(code: &'static Code) -> bool {
    code.silence == Silence::Comment || code.id.starts_with(['P', 'T'])
}

impl Exception<'_, '_> {
    /// Whether it is about a finding.
    pub fn silences(&self, finding: &Diagnostic) -> bool {
        let here = |span: &Span| {
            span.file().path() == self.source.file.path()
                && self.remark.reach.start <= span.range().start
                && span.range().start < self.remark.reach.end.max(self.remark.reach.start + 1)
        };
        let labels = finding.labels.iter().map(|label| &label.span);
        finding.is_of(self.code) && finding.span.iter().chain(labels).any(here)
    }

    /// The finding that it silences nothing.
    pub fn unused(&self) -> Diagnostic {
        let wording = UNUSED_MESSAGE_EXCEPTION.say("unused", given!(code = self.code.id));
        let place = self.source.span_of(self.written);
        Diagnostic::told(place, wording).lang(self.source.lang)
    }
}
