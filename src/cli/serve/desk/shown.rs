//! Findings and sources as pages of the desk have them.

use super::words::Words;
use crate::serve::shelf::Shelf;
use bimemo::diagnostic::Diagnostic;
use bimemo::document::path_href;
use bimemo::source::{SourceFile, Span};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What places are shown with.
pub struct Places<'a> {
    /// The workspace.
    pub shelf: &'a Shelf,
    /// The desk's words.
    pub words: &'a Words,
    /// What ends every address of the desk.
    pub query: &'a str,
    /// The file whose places are told by their lines alone.
    pub here: &'a str,
    /// Whether this is that file's page.
    pub is_page: bool,
}

impl Places<'_> {
    /// The page of a file of the workspace.
    pub fn page(&self, path: &str) -> String {
        let kind = match self.shelf.memos.contains_key(path) {
            true => "memo",
            false => "file",
        };
        format!("/desk/{kind}/{}{}", path_href(path), self.query)
    }

    fn place(&self, span: &Span) -> (String, String) {
        let (path, line) = (span.file().path(), span.start().line);
        let words = match path == self.here {
            true => self.words.say("line", &[("line", line.into())]),
            false => format!("{path}:{line}"),
        };
        let page = match path == self.here && self.is_page {
            true => String::new(),
            false => self.page(path),
        };
        (words, format!("{page}#L{line}"))
    }

    /// A finding; `id` names it on its page.
    pub fn finding(&self, finding: &Diagnostic, id: &str) -> Value {
        let severity = finding.severity.name();
        let mut value = json!({
            "id": id,
            "severity": severity,
            "severity_words": self.words.say(severity, &[]),
            "code": finding.code.id,
            "message": finding.message,
            "hints": finding.hints,
            "labels": [],
            "href": null,
        });
        if let Some(span) = &finding.span {
            let (place, href) = self.place(span);
            let start = span.start();
            let whole = format!("{}:{}", span.file().path(), start.line);
            value["open"] = json!(self.words.say("open-place", &[("place", whole.into())]));
            value["place"] = json!(place);
            value["href"] = json!(href);
            value["file"] = json!(span.file().path());
            value["line"] = json!(start.line);
            value["column"] = json!(start.column);
            let labels = finding.labels.iter().map(|label| {
                let (place, href) = self.place(&label.span);
                json!({ "message": label.message, "place": place, "href": href })
            });
            value["labels"] = labels.collect();
        }
        value
    }

    /// Findings in a list, each with a name that begins so.
    pub fn findings(&self, findings: &[Diagnostic], id: &str) -> Value {
        let named = findings.iter().enumerate();
        let shown = named.map(|(at, finding)| self.finding(finding, &format!("{id}{at}")));
        shown.collect()
    }

    /// The lines of a file, with the findings that a line has to do with.
    pub fn lines(&self, file: &SourceFile, findings: &[Diagnostic]) -> Value {
        let mut at: BTreeMap<usize, Vec<Value>> = BTreeMap::new();
        for (index, finding) in findings.iter().enumerate() {
            let labels = finding.labels.iter().map(|label| &label.span);
            let places = finding.span.iter().chain(labels);
            let own = places.filter(|span| span.file().path() == file.path());
            let mut lines: Vec<usize> = own.map(|span| span.start().line).collect();
            lines.sort_unstable();
            lines.dedup();
            for line in lines {
                let shown = self.finding(finding, &format!("l{line}-{index}"));
                at.entry(line).or_default().push(shown);
            }
        }
        let mut last = file.line_count();
        // The end of the last line begins no other.
        if last > 1 && file.line(last).is_empty() && !at.contains_key(&last) {
            last -= 1;
        }
        let line = |number: usize| {
            json!({
                "number": number,
                "text": file.line(number),
                "findings": at.get(&number).cloned().unwrap_or_default(),
            })
        };
        (1..=last).map(line).collect()
    }
}

/// Everything that is known to be wrong with the workspace.
pub fn all_findings(shelf: &Shelf) -> Vec<Diagnostic> {
    let looks = shelf.memos.values().filter_map(|entry| entry.known());
    let of_memos = looks.flat_map(|look| &look.findings);
    let shared = shelf.shared.iter().chain(&shelf.selection.diagnostics);
    let whole = shelf.whole.get().into_iter().flatten();
    let mut all: Vec<Diagnostic> = shared.chain(of_memos).chain(whole).cloned().collect();
    bimemo::press::put_in_order(&mut all);
    all
}

/// The findings that have to do with a file.
pub fn findings_of(shelf: &Shelf, path: &str) -> Vec<Diagnostic> {
    let is_of = |finding: &Diagnostic| {
        let labels = finding.labels.iter().map(|label| &label.span);
        let mut places = finding.span.iter().chain(labels);
        places.any(|span| span.file().path() == path)
    };
    let mut all = all_findings(shelf);
    all.retain(is_of);
    all
}

/// Whether the desk shows this file: it is a memo, or something is wrong with it.
pub fn is_shown(shelf: &Shelf, path: &str) -> bool {
    shelf.memos.contains_key(path) || !findings_of(shelf, path).is_empty()
}
