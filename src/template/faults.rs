//! Tera's errors as findings with places in the templates.

use super::counted::CountedTemplate;
use super::counted::budget::Overrun;
use crate::diagnostic::{Diagnostic, Wording, nearest};
use crate::limits::{Limit, current, grouped};
use crate::source::{Position, SourceFile, Span, Unseen, unseen, unusual};
use crate::template::codes::{TEMPLATE_FIELD, TEMPLATE_LIMIT, TEMPLATE_REFERENCE, TEMPLATE_SYNTAX};
use crate::workspace::unseen;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tera::{Error, ErrorKind};

/// The templates' files by name.
type Files = BTreeMap<String, Arc<SourceFile>>;

/// The same, and what they were compiled from where their steps are counted.
type Sources<'t> = (&'t Files, &'t BTreeMap<String, CountedTemplate>);

/// A fault of syntax, where the error is one.
pub(super) fn syntax(error: &Error, file: &Arc<SourceFile>) -> Option<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) => {
            let span = Span::new(file, report.span().range.clone());
            let message = plain(report.message());
            let wording = TEMPLATE_SYNTAX.say("told", given!(message));
            Some(Diagnostic::told(span, wording))
        }
        _ => None,
    }
}

/// A control character in what a template prints, which it must have written itself: no
/// field has any.
pub(super) fn control_character(
    filled: &str,
    template: Option<&Arc<SourceFile>>,
) -> Option<Diagnostic> {
    let (_, character) = unusual(filled).find(|&(at, character)| {
        let ends_line = character == '\r' && filled[at + 1..].starts_with('\n');
        unseen(character) == Some(Unseen::Control) && !ends_line
    })?;
    let top = template.map(|file| Span::new(file, 0..0));
    let mut finding = unseen::control_character(top, character);
    finding.message = TEMPLATE_SYNTAX.words("control", given!(message = finding.message));
    Some(finding)
}

/// What templates refer to in vain, and the names of the templates that do.
pub(super) fn references(error: &Error, files: &Files) -> (Vec<Diagnostic>, BTreeSet<String>) {
    let mut faulty = BTreeSet::new();
    let found = match error.kind() {
        ErrorKind::CircularInclude {
            tpl,
            include_chain: chain,
        }
        | ErrorKind::CircularExtend {
            tpl,
            inheritance_chain: chain,
        } => {
            faulty.insert(tpl.clone());
            vec![circle(files.get(tpl), chain)]
        }
        ErrorKind::MissingParent { current, parent } => {
            faulty.insert(current.clone());
            let span = files.get(current).and_then(|file| quoted(file, parent));
            let message = TEMPLATE_REFERENCE.words("parent", given!(name = parent));
            vec![near_template(span, message, parent, files)]
        }
        ErrorKind::Msg(message) => listed(message, files, &mut faulty),
        kind => vec![reference(None, &kind.to_string())],
    };
    (found, faulty)
}

/// An error while a template was filled.
pub(super) fn rendering(error: &Error, name: &str, sources: Sources<'_>) -> Diagnostic {
    let wording = match error.kind() {
        ErrorKind::RenderingError(report) => field(report.message()),
        _ => {
            let message = plain(&error.to_string());
            TEMPLATE_FIELD.say("told", given!(message))
        }
    };
    at_error(wording, error, name, sources)
}

/// A template that is sound but cannot be compiled with what counts, where it is one.
pub(super) fn uncounted(
    error: &Error,
    file: &Arc<SourceFile>,
    counted: &CountedTemplate,
) -> Option<Diagnostic> {
    let ErrorKind::SyntaxError(report) = error.kind() else {
        return None;
    };
    let range = report.span().range.clone();
    let span = Span::new(
        file,
        counted.written(range.start)..counted.written(range.end),
    );
    let message = plain(report.message());
    let wording = TEMPLATE_LIMIT.say("uncounted", given!(message));
    Some(Diagnostic::told(span, wording))
}

/// A limit that a template reached.
pub(super) fn overrun(
    overrun: Overrun,
    error: &Error,
    name: &str,
    sources: Sources<'_>,
) -> Diagnostic {
    let wording = match overrun {
        Overrun::Steps => {
            let most = grouped(current(Limit::TemplateSteps));
            TEMPLATE_LIMIT.say("steps", given!(most))
        }
        Overrun::Bytes => {
            let most = grouped(current(Limit::TemplateBytes));
            TEMPLATE_LIMIT.say("bytes", given!(most))
        }
        Overrun::Made => {
            let most = grouped(current(Limit::TemplateBytes));
            TEMPLATE_LIMIT.say("made", given!(most))
        }
    };
    at_error(wording, error, name, sources)
}

/// A finding where Tera says that something went wrong; at the top of the template where
/// it says nothing.
fn at_error(wording: Wording, error: &Error, name: &str, sources: Sources<'_>) -> Diagnostic {
    let (files, counted) = sources;
    let ErrorKind::RenderingError(report) = error.kind() else {
        let span = files.get(name).map(|file| Span::new(file, 0..0));
        return Diagnostic::told(span, wording);
    };
    let file = files.get(report.filename());
    let mut range = report.span().range.clone();
    if let Some(counted) = counted.get(report.filename()) {
        range = counted.written(range.start)..counted.written(range.end);
    }
    let span = file.map(|file| Span::new(file, range));
    let mut diagnostic = Diagnostic::told(span, wording);
    for (note, name, position) in notes(&error.to_string()) {
        if let Some(file) = files.get(&name) {
            let at = match counted.get(&name) {
                Some(counted) => counted.written_place(position),
                None => file.offset(position),
            };
            diagnostic = diagnostic.label(Span::new(file, at..at), note);
        }
    }
    diagnostic
}

/// "Field `nme` is not defined. Available fields: name, title" as one phrase and a
/// hint.
fn field(message: &str) -> Wording {
    let Some((phrase, rest)) = message.split_once(". Available ") else {
        return TEMPLATE_FIELD.say("told", given!(message = plain(message)));
    };
    let names = rest.split_once(": ").map_or("", |(_, names)| names);
    let mut names: Vec<&str> = names.split(", ").collect();
    names.sort_unstable();
    let asked = phrase.split('`').nth(1).unwrap_or_default();
    TEMPLATE_FIELD.say(
        "field",
        given!(
            message = plain(phrase),
            near = nearest(asked, names.iter().copied()),
            names = names.join(", ")
        ),
    )
}

/// Tera lists faults of references in one message, each as it shows it to people:
/// `error: …` and `--> name:line:column`.
fn listed(message: &str, files: &Files, faulty: &mut BTreeSet<String>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut lines = message.lines();
    while let Some(line) = lines.next() {
        let Some(phrase) = line.strip_prefix("error: ") else {
            continue;
        };
        let line = lines.next().map(str::trim_start);
        let place = line
            .and_then(|line| line.strip_prefix("--> "))
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
        let span = Some(Span::new(file, at..at + length));
        found.push(if phrase.contains("template") {
            near_template(span, plain(phrase), asked, files)
        } else {
            reference(span, phrase)
        });
        faulty.insert(name);
    }
    if found.is_empty() {
        // "Component `x` is defined in both `a` and `b`"
        let named: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
        let last = named.last().copied().unwrap_or_default();
        faulty.extend(files.contains_key(last).then(|| last.to_owned()));
        let first = named.first().copied().unwrap_or_default();
        let span = files.get(last).and_then(|file| quoted(file, first));
        found.push(reference(span, message));
    }
    found
}

fn circle(file: Option<&Arc<SourceFile>>, chain: &[String]) -> Diagnostic {
    let next = chain.get(1).map_or("", String::as_str);
    let span = file.and_then(|file| quoted(file, next));
    let span = span.or_else(|| file.map(|file| Span::new(file, 0..0)));
    let wording = TEMPLATE_REFERENCE.say("circle", given!(names = chain.join(", ")));
    Diagnostic::told(span, wording)
}

/// What Tera says of a reference.
fn reference(span: Option<Span>, message: &str) -> Diagnostic {
    let wording = TEMPLATE_REFERENCE.say("told", given!(message = plain(message)));
    Diagnostic::told(span, wording)
}

/// The same of a reference to a template.
fn near_template(span: Option<Span>, message: String, asked: &str, files: &Files) -> Diagnostic {
    let near = nearest(asked, files.keys().map(String::as_str));
    let wording = TEMPLATE_REFERENCE.say("template", given!(message, near));
    Diagnostic::told(span, wording)
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
