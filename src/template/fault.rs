//! Tera's errors as findings with a place.

use crate::diagnostic::codes::{Code, writing};
use crate::diagnostic::{Diagnostic, nearest};
use crate::source::{SourceFile, Span};
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::{Error, ErrorKind};

/// The template that an error is about.
pub(super) fn template_of(error: &Error) -> Option<String> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            Some(report.filename().to_owned())
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            Some(tpl.clone())
        }
        ErrorKind::MissingParent { current, .. } => Some(current.clone()),
        _ => None,
    }
}

/// Whether an error names the template `name`, its file's own place apart.
pub(super) fn mentions(error: &Error, name: &str) -> bool {
    match error.kind() {
        ErrorKind::SyntaxError(report) => report.message().contains(name),
        ErrorKind::MissingParent { parent, .. } => parent == name,
        _ => false,
    }
}

/// An error that Tera finds when it compiles.
pub(super) fn of_compiling(error: &Error, files: &BTreeMap<String, Arc<SourceFile>>) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) => {
            let message = report.message();
            let refers = ["nknown", "not found", "missing"]
                .iter()
                .any(|word| message.contains(word));
            let code = if refers {
                &writing::TEMPLATE_REFERENCE
            } else {
                &writing::TEMPLATE_SYNTAX
            };
            reported(code, report, files)
        }
        ErrorKind::MissingParent { current, parent } => at_name(
            files,
            current,
            parent,
            format!("the template extends `{parent}`, which does not exist"),
        )
        .hint_nearest(parent, files),
        ErrorKind::CircularExtend {
            tpl,
            inheritance_chain,
        } => at_name(
            files,
            tpl,
            tpl,
            format!(
                "templates extend each other in a circle: {}",
                inheritance_chain.join(", ")
            ),
        ),
        ErrorKind::CircularInclude { tpl, include_chain } => at_name(
            files,
            tpl,
            tpl,
            format!(
                "templates include each other in a circle: {}",
                include_chain.join(", ")
            ),
        ),
        other => Diagnostic::new(&writing::TEMPLATE_SYNTAX, None, plain(&other.to_string())),
    }
}

/// An error that Tera finds when it fills a template.
pub(super) fn of_filling(error: &Error, files: &BTreeMap<String, Arc<SourceFile>>) -> Diagnostic {
    match error.kind() {
        ErrorKind::RenderingError(report) => reported(&writing::TEMPLATE_FIELD, report, files),
        other => Diagnostic::new(&writing::TEMPLATE_FIELD, None, plain(&other.to_string())),
    }
}

/// A finding from one of Tera's reports, which have places.
fn reported(
    code: &'static Code,
    report: &tera::ReportError,
    files: &BTreeMap<String, Arc<SourceFile>>,
) -> Diagnostic {
    let span = files
        .get(report.filename())
        .map(|file| Span::new(file, report.span().range.clone()));
    let message = report.message();
    let (message, available) = match message.split_once(" Available fields: ") {
        Some((message, fields)) => (message, Some(fields)),
        None => (message, None),
    };
    let diagnostic = Diagnostic::new(code, span, plain(message));
    let Some(available) = available else {
        return diagnostic;
    };
    let fields: Vec<&str> = available
        .trim_end_matches('.')
        .split(", ")
        .filter(|field| !field.is_empty())
        .collect();
    let asked = message.split('`').nth(1).unwrap_or_default();
    match nearest(asked, fields.iter().copied()) {
        Some(meant) => diagnostic.hint(format!("did you mean `{meant}`?")),
        None => diagnostic.hint(format!("there are: {}", fields.join(", "))),
    }
}

/// A finding where a template names another.
fn at_name(
    files: &BTreeMap<String, Arc<SourceFile>>,
    template: &str,
    name: &str,
    message: String,
) -> Diagnostic {
    let span = files.get(template).map(|file| {
        let quoted = file.text().find(&format!("\"{name}\""));
        let range = quoted.map_or(0..0, |at| at + 1..at + 1 + name.len());
        Span::new(file, range)
    });
    Diagnostic::new(&writing::TEMPLATE_REFERENCE, span, message)
}

trait HintNearest {
    fn hint_nearest(self, name: &str, files: &BTreeMap<String, Arc<SourceFile>>) -> Self;
}

impl HintNearest for Diagnostic {
    fn hint_nearest(self, name: &str, files: &BTreeMap<String, Arc<SourceFile>>) -> Diagnostic {
        match nearest(name, files.keys().map(String::as_str)) {
            Some(meant) => self.hint(format!("did you mean `{meant}`?")),
            None => self,
        }
    }
}

/// Tera's message as a phrase of ours: no capital, no full stop.
fn plain(message: &str) -> String {
    let message = message.trim().trim_end_matches('.');
    let mut characters = message.chars();
    match characters.next() {
        Some(first) => first.to_lowercase().chain(characters).collect(),
        None => String::new(),
    }
}
