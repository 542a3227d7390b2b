//! Tera's errors as findings with places in the templates.

use crate::diagnostic::{Code, Diagnostic, did_you_mean, nearest};
use crate::source::{Position, SourceFile, Span, Unseen, unseen};
use crate::template::codes;
use crate::workspace::unseen;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tera::{Error, ErrorKind, ReportError};

/// The templates' files by name.
type Files = BTreeMap<String, Arc<SourceFile>>;

/// A fault of syntax, where the error is one.
pub(super) fn syntax(error: &Error, file: &Arc<SourceFile>) -> Option<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) => Some(Diagnostic::new(
            &codes::TEMPLATE_SYNTAX,
            Span::new(file, report.span().range.clone()),
            plain(report.message()),
        )),
        _ => None,
    }
}

/// A control character in what a template prints, which it must have written itself: no
/// field has any.
pub(super) fn control_character(
    filled: &str,
    template: Option<&Arc<SourceFile>>,
) -> Option<Diagnostic> {
    let (_, character) = filled.char_indices().find(|&(at, character)| {
        let ends_line = character == '\r' && filled[at + 1..].starts_with('\n');
        unseen(character) == Some(Unseen::Control) && !ends_line
    })?;
    let top = template.map(|file| Span::new(file, 0..0));
    let mut finding = unseen::control_character(top, character);
    finding.message = format!("the template prints {}", finding.message);
    Some(finding)
}

/// What templates refer to in vain, and the names of the templates that do.
pub(super) fn references(error: &Error, files: &Files) -> (Vec<Diagnostic>, BTreeSet<String>) {
    let code = &codes::TEMPLATE_REFERENCE;
    let mut faulty = BTreeSet::new();
    let found = match error.kind() {
        ErrorKind::CircularInclude { tpl, include_chain } => {
            faulty.insert(tpl.clone());
            vec![circle(files.get(tpl), include_chain)]
        }
        ErrorKind::CircularExtend {
            tpl,
            inheritance_chain,
        } => {
            faulty.insert(tpl.clone());
            vec![circle(files.get(tpl), inheritance_chain)]
        }
        ErrorKind::MissingParent { current, parent } => {
            faulty.insert(current.clone());
            let span = files.get(current).and_then(|file| quoted(file, parent));
            let message = format!("there is no template `{parent}` to extend");
            vec![near_template(
                Diagnostic::new(code, span, message),
                parent,
                files,
            )]
        }
        ErrorKind::Msg(message) => listed(message, files, &mut faulty),
        kind => vec![Diagnostic::new(code, None, plain(&kind.to_string()))],
    };
    (found, faulty)
}

/// An error while a template was filled.
pub(super) fn rendering(error: &Error, name: &str, files: &Files) -> Diagnostic {
    let code = &codes::TEMPLATE_FIELD;
    let ErrorKind::RenderingError(report) = error.kind() else {
        let span = files.get(name).map(|file| Span::new(file, 0..0));
        return Diagnostic::new(code, span, plain(&error.to_string()));
    };
    let span = files
        .get(report.filename())
        .map(|file| Span::new(file, report.span().range.clone()));
    let mut diagnostic = field(code, span, report);
    for (note, name, position) in notes(&error.to_string()) {
        if let Some(file) = files.get(&name) {
            let at = file.offset(position);
            diagnostic = diagnostic.label(Span::new(file, at..at), note);
        }
    }
    diagnostic
}

/// "Field `nme` is not defined. Available fields: name, title" as one phrase and a
/// hint.
fn field(code: &'static Code, span: Option<Span>, report: &ReportError) -> Diagnostic {
    let message = report.message();
    let Some((phrase, rest)) = message.split_once(". Available ") else {
        return Diagnostic::new(code, span, plain(message));
    };
    let mut names: Vec<&str> = rest
        .split_once(": ")
        .map_or("", |(_, names)| names)
        .split(", ")
        .collect();
    names.sort_unstable();
    let diagnostic = Diagnostic::new(code, span, plain(phrase));
    let asked = phrase.split('`').nth(1).unwrap_or_default();
    let diagnostic = match nearest(asked, names.iter().copied()) {
        Some(near) => diagnostic.hint(format!("did you mean `{near}`?")),
        None => diagnostic,
    };
    diagnostic.hint(format!("available: {}", names.join(", ")))
}

/// Tera lists faults of references in one message, each as it shows it to people:
/// `error: …` and `--> name:line:column`.
fn listed(message: &str, files: &Files, faulty: &mut BTreeSet<String>) -> Vec<Diagnostic> {
    let code = &codes::TEMPLATE_REFERENCE;
    let mut found = Vec::new();
    let mut lines = message.lines();
    while let Some(line) = lines.next() {
        let Some(phrase) = line.strip_prefix("error: ") else {
            continue;
        };
        let place = lines
            .next()
            .and_then(|line| line.trim_start().strip_prefix("--> "))
            .and_then(place);
        let Some((name, position)) = place else {
            continue;
        };
        let Some(file) = files.get(&name) else {
            continue;
        };
        let at = file.offset(position);
        let asked = phrase.split('`').nth(1).unwrap_or_default();
        let length = file.text().get(at..).map_or(0, |rest| {
            if rest.starts_with(asked) {
                asked.len()
            } else {
                rest.find(['\n', '}', ' ']).unwrap_or(0)
            }
        });
        let diagnostic = Diagnostic::new(code, Span::new(file, at..at + length), plain(phrase));
        found.push(if phrase.contains("template") {
            near_template(diagnostic, asked, files)
        } else {
            diagnostic
        });
        faulty.insert(name);
    }
    if found.is_empty() {
        // "Component `x` is defined in both `a` and `b`"
        let named: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
        let last = named.last().copied().unwrap_or_default();
        faulty.extend(files.contains_key(last).then(|| last.to_owned()));
        let span = files
            .get(last)
            .and_then(|file| quoted(file, named.first().copied().unwrap_or_default()));
        found.push(Diagnostic::new(code, span, plain(message)));
    }
    found
}

fn circle(file: Option<&Arc<SourceFile>>, chain: &[String]) -> Diagnostic {
    let next = chain.get(1).map_or("", String::as_str);
    let span = file.and_then(|file| quoted(file, next));
    Diagnostic::new(
        &codes::TEMPLATE_REFERENCE,
        span.or_else(|| file.map(|file| Span::new(file, 0..0))),
        format!(
            "templates need each other in a circle: {}",
            chain.join(", ")
        ),
    )
}

fn near_template(diagnostic: Diagnostic, asked: &str, files: &Files) -> Diagnostic {
    diagnostic.hint(did_you_mean(
        nearest(asked, files.keys().map(String::as_str)),
        "parts are named by their path below `templates/`",
    ))
}

/// Where a name first stands in a file.
fn quoted(file: &Arc<SourceFile>, name: &str) -> Option<Span> {
    let at = file.text().find(name)?;
    Some(Span::new(file, at..at + name.len()))
}

/// The notes of a report: `note: called from memo.html:3:4`.
fn notes(report: &str) -> Vec<(String, String, Position)> {
    report
        .lines()
        .filter_map(|line| {
            let (words, at) = line.strip_prefix("note: ")?.rsplit_once(' ')?;
            let (name, position) = place(at)?;
            Some((words.to_owned(), name, position))
        })
        .collect()
}

/// `name:line:column`, both from 1.
fn place(text: &str) -> Option<(String, Position)> {
    let mut parts = text.trim().rsplitn(3, ':');
    let column = parts.next()?.parse().ok()?;
    let line = parts.next()?.parse().ok()?;
    Some((parts.next()?.to_owned(), Position { line, column }))
}

/// One plain phrase: no capital, no full stop, one line.
fn plain(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default();
    let line = line.strip_prefix("error: ").unwrap_or(line);
    let line = line.trim_end_matches('.');
    let mut characters = line.chars();
    match characters.next() {
        Some(first) => first.to_lowercase().chain(characters).collect(),
        None => String::new(),
    }
}
