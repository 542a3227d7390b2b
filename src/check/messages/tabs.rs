//! Tabs, which are text for Fluent and no indentation.

use super::scope::Scope;
use crate::diagnostic::Diagnostic;

crate::diagnostic::codes! {
    TAB_CHARACTER = "L032", "tab-character", Warning comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for source in scope.sources() {
        let mut start = 0;
        for line in source.file.text().split_inclusive('\n') {
            let from = start;
            start += line.len();
            // A line that begins with one is no Fluent, as the loader says.
            let Some(at) = line
                .find('\t')
                .filter(|at| *at > 0 && !line.starts_with('#'))
            else {
                continue;
            };
            let run = line.get(at..).unwrap_or_default();
            let length = run.len() - run.trim_start_matches('\t').len();
            let span = source.span(from + at..from + at + length);
            out.push(Diagnostic::told(span, TAB_CHARACTER.say("tab", &[])).lang(source.lang));
        }
    }
}
