//! What is kept of a memo when it is done: a run over thousands of them has the findings in
//! its hands until the last, and shows them in order.

use super::Press;
use super::locales::own_path;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::source::{SourceFile, Span, shown_lines};
use crate::workspace::MemoFile;
use std::collections::BTreeSet;
use std::sync::Arc;

impl Press {
    /// Lets go of all that is known of a memo but its findings, which keep the lines that
    /// they show. What the memos share is kept once as it is.
    pub fn let_go(&self, memo: &MemoFile, findings: &mut Vec<Diagnostic>) {
        let name = memo.name();
        self.places.forget(name);
        let own = Lang::ALL.map(|lang| own_path(name, lang));
        let is_own = |path: &str| path == name || own.iter().any(|own| own == path);
        keep_shown(findings, &is_own);
    }
}

/// Keeps of the files that `is_own` names the lines that the findings show.
fn keep_shown(findings: &mut Vec<Diagnostic>, is_own: &dyn Fn(&str) -> bool) {
    let mut files: Vec<(Arc<SourceFile>, BTreeSet<usize>)> = Vec::new();
    for finding in findings.iter() {
        let labels = finding.labels.iter().map(|label| &label.span);
        for span in finding.span.iter().chain(labels) {
            match files
                .iter_mut()
                .find(|(it, _)| Arc::ptr_eq(it, span.file()))
            {
                Some((_, lines)) => lines.extend(shown_lines(span)),
                None if is_own(span.file().path()) => {
                    let lines = shown_lines(span).into_iter().collect();
                    files.push((Arc::clone(span.file()), lines));
                }
                None => {}
            }
        }
    }
    let excerpts: Vec<_> = files
        .into_iter()
        .map(|(file, lines)| (file.excerpt(&lines), file))
        .collect();
    let shorten = |span: &mut Span| {
        let excerpt = excerpts.iter().find(|(_, it)| Arc::ptr_eq(it, span.file()));
        if let Some((excerpt, _)) = excerpt {
            *span = span.within(excerpt);
        }
    };
    for finding in findings.iter_mut() {
        finding.span.iter_mut().for_each(shorten);
        finding
            .labels
            .iter_mut()
            .map(|it| &mut it.span)
            .for_each(shorten);
        finding.labels.shrink_to_fit();
        finding.hints.shrink_to_fit();
        finding.message.shrink_to_fit();
    }
    findings.shrink_to_fit();
}
