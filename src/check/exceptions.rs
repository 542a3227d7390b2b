//! Findings that are silenced with a reason, and severities that settings change.

use crate::diagnostic::codes::parity::UNUSED_EXCEPTION;
use crate::diagnostic::{Code, Diagnostic, codes};
use crate::memo::yaml::Places;
use crate::memo::{Ignore, Memo, NodePath, Placed, Settings};
use crate::source::Span;
use std::sync::Arc;

/// Findings after the settings were applied.
#[derive(Clone, Debug, Default)]
pub struct Settled {
    /// What is left, with the severities that the settings give.
    pub diagnostics: Vec<Diagnostic>,
    /// For each of the settings' exceptions, in their order, whether a finding of
    /// this memo needed it.
    pub used: Vec<bool>,
}

/// Silences the findings of one memo that its `ignore` or the settings' name, adds
/// one for each exception of the memo that silences nothing, and gives the rules the
/// severities of the settings.
pub fn apply_settings(
    diagnostics: Vec<Diagnostic>,
    memo: &Memo,
    settings: Option<&Settings>,
    places: &Places,
) -> Settled {
    let mut own = vec![false; memo.ignore.len()];
    let mut used = vec![false; settings.map_or(0, |settings| settings.ignore.len())];
    let mut left = Vec::new();
    for diagnostic in diagnostics {
        let mut silent = false;
        for (exception, used) in memo.ignore.iter().zip(&mut own) {
            if silences(exception, &diagnostic, memo, places) {
                (silent, *used) = (true, true);
            }
        }
        let exceptions = settings.iter().flat_map(|settings| &settings.ignore);
        for (exception, used) in exceptions.zip(&mut used) {
            let here = exception
                .path
                .as_ref()
                .is_none_or(|path| matches_path(&path.value, memo.file.path()));
            if here && names(&exception.code.value, diagnostic.code) {
                (silent, *used) = (true, true);
            }
        }
        if !silent {
            left.push(diagnostic);
        }
    }
    for (exception, _) in memo.ignore.iter().zip(own).filter(|(_, used)| !used) {
        let span = places.of(&memo.file).span_of(&exception.place);
        left.push(unused(&exception.code, span, "in this memo"));
    }
    Settled {
        diagnostics: with_severities(left, settings),
        used,
    }
}

/// Silences the findings in files that memos share that the settings' exceptions name
/// by their paths, and gives the rules the severities of the settings.
pub fn apply_to_files(diagnostics: Vec<Diagnostic>, settings: &Settings) -> Settled {
    let mut used = vec![false; settings.ignore.len()];
    let mut left = Vec::new();
    for diagnostic in diagnostics {
        let path = diagnostic.span.as_ref().map(|span| span.file().path());
        let mut silent = false;
        for (exception, used) in settings.ignore.iter().zip(&mut used) {
            let here = exception
                .path
                .as_ref()
                .is_none_or(|wanted| path.is_some_and(|path| matches_path(&wanted.value, path)));
            if here && names(&exception.code.value, diagnostic.code) {
                (silent, *used) = (true, true);
            }
        }
        if !silent {
            left.push(diagnostic);
        }
    }
    Settled {
        diagnostics: with_severities(left, Some(settings)),
        used,
    }
}

/// Findings for the settings' exceptions that no memo needed; `used` says for each
/// whether one did, over all memos that were checked.
pub fn unused_exceptions(settings: &Settings, used: &[bool], places: &Places) -> Vec<Diagnostic> {
    let findings = settings
        .ignore
        .iter()
        .enumerate()
        .filter(|(at, _)| !used.get(*at).copied().unwrap_or(false))
        .map(|(_, exception)| {
            let span = places.of(&settings.file).span_of(&exception.place);
            unused(&exception.code, span, "in any memo")
        })
        .collect();
    with_severities(findings, Some(settings))
}

/// Gives findings the severities that the settings say; those that are off are left
/// out.
pub fn with_severities(
    diagnostics: Vec<Diagnostic>,
    settings: Option<&Settings>,
) -> Vec<Diagnostic> {
    let Some(settings) = settings else {
        return diagnostics;
    };
    diagnostics
        .into_iter()
        .filter_map(|mut diagnostic| {
            let setting = settings
                .severity
                .iter()
                .rev()
                .find(|setting| names(&setting.code.value, diagnostic.code));
            if let Some(setting) = setting {
                diagnostic.severity = setting.severity?;
            }
            Some(diagnostic)
        })
        .collect()
}

/// Whether a code's id or name is written.
fn names(written: &str, code: &Code) -> bool {
    code.id.eq_ignore_ascii_case(written) || code.name == written
}

fn silences(exception: &Ignore, diagnostic: &Diagnostic, memo: &Memo, places: &Places) -> bool {
    if !names(&exception.code.value, diagnostic.code) {
        return false;
    }
    let Some(at) = &exception.at else {
        return true;
    };
    let Some(path) = NodePath::parse(&at.value) else {
        return false;
    };
    let positions = places.of(&memo.file);
    if !positions.has(&path) {
        return false;
    }
    let around = positions.span_of(&path).range();
    let inside = |span: &Span| {
        Arc::ptr_eq(span.file(), &memo.file)
            && around.start <= span.range().start
            && span.range().start <= around.end
    };
    let labels = diagnostic.labels.iter().map(|label| &label.span);
    diagnostic.span.iter().chain(labels).any(inside)
}

fn unused(code: &Placed<String>, span: Span, whose: &str) -> Diagnostic {
    let id = codes::find(&code.value).map_or(code.value.as_str(), |code| code.id);
    let message = format!("nothing {whose} needs the exception for {id}");
    Diagnostic::new(&UNUSED_EXCEPTION, span, message).hint("take it out")
}

/// Whether a path fits a pattern in which `*` stands for anything in a name and `**`
/// for anything.
fn matches_path(pattern: &str, path: &str) -> bool {
    let Some(at) = pattern.find('*') else {
        return pattern == path
            || path
                .strip_prefix(pattern)
                .is_some_and(|rest| rest.starts_with('/'));
    };
    let (before, after) = pattern.split_at(at);
    let Some(rest) = path.strip_prefix(before) else {
        return false;
    };
    let (deep, after) = match after.strip_prefix("**") {
        Some(after) => (true, after.strip_prefix('/').unwrap_or(after)),
        None => (false, after.get(1..).unwrap_or_default()),
    };
    let ends = rest
        .char_indices()
        .map(|(at, _)| at)
        .chain([rest.len()])
        .take_while(|at| deep || !rest[..*at].contains('/'));
    for end in ends {
        let tail = &rest[end..];
        let fits = if after.is_empty() {
            tail.is_empty()
        } else {
            matches_path(after, tail)
        };
        if fits {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_fit_paths() {
        for (pattern, path) in [
            ("memos/a.yaml", "memos/a.yaml"),
            ("memos", "memos/2026/a.yaml"),
            ("memos/*.yaml", "memos/a.yaml"),
            ("memos/**/a.yaml", "memos/2026/04/a.yaml"),
            ("memos/**/a.yaml", "memos/a.yaml"),
            ("**", "memos/a.yaml"),
            ("memos/*/a.*", "memos/2026/a.yaml"),
        ] {
            assert!(matches_path(pattern, path), "{pattern} {path}");
        }
        for (pattern, path) in [
            ("memos/*.yaml", "memos/2026/a.yaml"),
            ("memos/b*.yaml", "memos/a.yaml"),
            ("memo", "memos/a.yaml"),
        ] {
            assert!(!matches_path(pattern, path), "{pattern} {path}");
        }
    }
}
