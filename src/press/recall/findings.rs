//! Findings as they are written down.

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::lang::Lang;
use crate::press::codes;
use crate::source::{SourceFile, Span, WrittenExcerpt};
use crate::workspace::{ContentHash, FileLayer, Workspace};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Findings with the files that they are about.
#[derive(Serialize, Deserialize)]
struct WrittenFindings {
    files: Vec<WrittenFile>,
    findings: Vec<WrittenFinding>,
}

#[derive(Serialize, Deserialize)]
enum WrittenFile {
    /// What is kept of one that is a memo's own.
    Excerpt(WrittenExcerpt),
    /// One that memos share: its path, and a hash by which it is known to be the same.
    Shared(String, String),
}

/// A place: which of the files, and the numbers of the span.
type WrittenSpan = (usize, (usize, usize, u32));

#[derive(Serialize, Deserialize)]
struct WrittenFinding {
    code: String,
    also: Option<String>,
    severity: String,
    span: Option<WrittenSpan>,
    lang: Option<String>,
    message: String,
    labels: Vec<(WrittenSpan, String)>,
    hints: Vec<String>,
}

const SEVERITIES: [Severity; 3] = [Severity::Note, Severity::Warning, Severity::Error];

/// What is written down of findings.
pub(super) fn write_findings(findings: &[Diagnostic]) -> Vec<u8> {
    let mut files: Vec<Arc<SourceFile>> = Vec::new();
    let mut place = |span: &Span| -> WrittenSpan {
        let known = files.iter().position(|it| Arc::ptr_eq(it, span.file()));
        let at = known.unwrap_or_else(|| {
            files.push(Arc::clone(span.file()));
            files.len() - 1
        });
        (at, span.numbers())
    };
    let mut written = Vec::new();
    for finding in findings {
        let labels = finding.labels.iter();
        written.push(WrittenFinding {
            code: finding.code.id.to_owned(),
            also: finding.also.map(|code| code.id.to_owned()),
            severity: finding.severity.name().to_owned(),
            span: finding.span.as_ref().map(&mut place),
            lang: finding.lang.map(|lang| lang.code().to_owned()),
            message: finding.message.clone(),
            labels: labels
                .map(|label| (place(&label.span), label.message.clone()))
                .collect(),
            hints: finding.hints.clone(),
        });
    }
    let files = files.iter().map(|file| match file.to_written() {
        Some(excerpt) => WrittenFile::Excerpt(excerpt),
        None => WrittenFile::Shared(file.path().to_owned(), hash_of(file)),
    });
    let all = WrittenFindings {
        files: files.collect(),
        findings: written,
    };
    serde_json::to_vec(&all).unwrap_or_default()
}

/// A file as it is written and as it is read.
fn hash_of(file: &SourceFile) -> String {
    let parts = [file.written().as_bytes(), file.text().as_bytes()];
    ContentHash::of_parts(parts).to_string()
}

/// The files that memos share, as findings need them.
#[derive(Debug)]
pub(super) struct SharedFiles<'a> {
    workspace: &'a Workspace,
    known: Mutex<BTreeMap<(String, String), Arc<SourceFile>>>,
}

impl<'a> SharedFiles<'a> {
    pub fn new(workspace: &'a Workspace) -> SharedFiles<'a> {
        SharedFiles {
            workspace,
            known: Mutex::default(),
        }
    }

    /// The file of this path and hash, among the workspace's own and the program's.
    fn find(&self, path: String, hash: String) -> Option<Arc<SourceFile>> {
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (path, hash);
        if let Some(file) = known().get(&key) {
            return Some(Arc::clone(file));
        }
        let layers = [FileLayer::Disk, FileLayer::Embedded].into_iter();
        let mut read = layers.filter_map(|layer| self.workspace.text_in(layer, &key.0).ok()?);
        let empty = || SourceFile::new(key.0.clone(), "");
        let file = read
            .find(|file| hash_of(file) == key.1)
            .or_else(|| Some(empty()).filter(|file| hash_of(file) == key.1))?;
        known().insert(key, Arc::clone(&file));
        Some(file)
    }
}

/// The findings that were written down; none where one of them is not what it was.
pub(super) fn read_findings(bytes: &[u8], shared: &SharedFiles<'_>) -> Option<Vec<Diagnostic>> {
    let WrittenFindings { files, findings } = serde_json::from_slice(bytes).ok()?;
    let files = files.into_iter().map(|file| match file {
        WrittenFile::Excerpt(excerpt) => SourceFile::from_written(excerpt),
        WrittenFile::Shared(path, hash) => shared.find(path, hash),
    });
    let files: Vec<Arc<SourceFile>> = files.collect::<Option<_>>()?;
    let place = |(file, numbers): WrittenSpan| Some(Span::of_numbers(files.get(file)?, numbers));
    let read = |written: WrittenFinding| {
        let also = match written.also {
            Some(also) => Some(codes::find(&also)?),
            None => None,
        };
        let span = match written.span {
            Some(span) => Some(place(span)?),
            None => None,
        };
        let lang = match written.lang {
            Some(lang) => Some(*Lang::ALL.iter().find(|it| it.code() == lang)?),
            None => None,
        };
        let labels = written.labels.into_iter().map(|(span, message)| {
            let span = place(span)?;
            Some(Label { span, message })
        });
        let severity = SEVERITIES.into_iter();
        Some(Diagnostic {
            code: codes::find(&written.code)?,
            also,
            severity: severity
                .into_iter()
                .find(|it| it.name() == written.severity)?,
            span,
            lang,
            message: written.message,
            labels: labels.collect::<Option<_>>()?,
            hints: written.hints,
        })
    };
    findings.into_iter().map(read).collect()
}
