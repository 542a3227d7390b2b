//! Findings that are silenced with a reason, and severities that settings change.

use super::place::Finder;
use crate::diagnostic::{Code, Diagnostic, Severity, Silence};
use crate::document::{Document, Section};
use crate::memo::yaml::Places;
use crate::memo::{Ignore, Memo, NodePath, Placed, Settings};
use crate::source::{Span, composed};
use std::collections::BTreeMap;
use std::sync::Arc;

crate::diagnostic::codes! {
    UNUSED_EXCEPTION = "P090", "unused-exception", Warning;
    IMPOSSIBLE_EXCEPTION = "P091", "impossible-exception", Error;
}

/// Findings after the settings were applied.
#[derive(Clone, Debug, Default)]
pub struct Settled {
    /// What is left, with the severities that the settings give.
    pub diagnostics: Vec<Diagnostic>,
    /// For each of the settings' exceptions, in their order, whether a finding of
    /// this memo needed it.
    pub used: Vec<bool>,
    /// The same for the memo's own exceptions.
    pub own: Vec<bool>,
}

/// The places of sections that headings of bodies begin, in both languages, by how
/// `ignore` names them: `sections[2]#next-steps`.
pub type HeadedPlaces = BTreeMap<String, Vec<Span>>;

/// The places of what the headings of bodies begin in the documents of a memo.
pub fn headed_places(documents: &[&Document], places: &Places) -> HeadedPlaces {
    let finder = Finder { places };
    let mut found = HeadedPlaces::new();
    let mut open: Vec<&Section> = documents
        .iter()
        .flat_map(|it| it.sections.iter().chain(&it.appendices))
        .collect();
    while let Some(section) = open.pop() {
        open.extend(&section.sections);
        if let Some(begun) = &section.begun {
            let name = format!("{}#{}", section.place, section.id);
            let extent = finder.of_origin(&begun.extent);
            found.entry(name).or_default().push(extent);
        }
    }
    found
}

/// Silences the findings of one memo that its `ignore` or the settings' name, and gives
/// the rules the severities of the settings. Without documents the places of what
/// `headed` headings begin are not known, and their names stand for the whole section.
pub fn apply_settings(
    diagnostics: Vec<Diagnostic>,
    (memo, headed): (&Memo, Option<&HeadedPlaces>),
    settings: Option<&Settings>,
    places: &Places,
) -> Settled {
    let mut own = vec![false; memo.ignore.len()];
    let mut used = vec![false; settings.map_or(0, |settings| settings.ignore.len())];
    let mut left = Vec::new();
    for diagnostic in diagnostics {
        let mut silent = false;
        for (exception, used) in memo.ignore.iter().zip(&mut own) {
            if silences(exception, &diagnostic, (memo, headed), places) {
                (silent, *used) = (true, true);
            }
        }
        let memo = Some(memo.file.path());
        silent |=
            settings.is_some_and(|settings| set_silent(settings, &diagnostic, memo, &mut used));
        if !silent {
            left.push(diagnostic);
        }
    }
    Settled {
        diagnostics: with_severities(left, settings),
        used,
        own,
    }
}

/// Findings for the exceptions of a memo that no finding needed; `used` says for each
/// whether one did. An exception for a rule that `did_run` denies is left alone: whether a
/// finding needs it cannot be said.
pub fn needless_exceptions(
    memo: &Memo,
    used: &[bool],
    settings: &Settings,
    places: &Places,
    did_run: impl Fn(&Code) -> bool,
) -> Vec<Diagnostic> {
    let exceptions = memo.ignore.iter().zip(used);
    let needless = exceptions
        .filter(|(_, used)| !**used)
        .map(|(exception, _)| exception)
        .filter(|exception| !exception.code.value.is_firm() && did_run(exception.code.value))
        .map(|exception| {
            let span = places.of(&memo.file).span_of(&exception.place);
            unused(exception.code.value, span)
        });
    with_severities(needless.collect(), Some(settings))
}

/// Findings for the exceptions of a memo for rules that cannot be silenced.
pub fn impossible_exceptions(memo: &Memo, settings: &Settings, places: &Places) -> Vec<Diagnostic> {
    let firm = memo.ignore.iter().filter_map(|exception| {
        let code = Some(exception.code.value).filter(|code| code.is_firm())?;
        let span = places.of(&memo.file).span_of(&exception.place);
        Some(impossible(code, span))
    });
    with_severities(firm.collect(), Some(settings))
}

/// The findings in the `.ftl` files beside a memo without those that its `ignore` names.
pub fn without_ignored(
    mut diagnostics: Vec<Diagnostic>,
    memo: &Memo,
    places: &Places,
) -> Vec<Diagnostic> {
    let is_ignored = |diagnostic: &Diagnostic| {
        let mut exceptions = memo.ignore.iter();
        exceptions.any(|exception| silences(exception, diagnostic, (memo, None), places))
    };
    diagnostics.retain(|diagnostic| !is_ignored(diagnostic));
    diagnostics
}

/// Silences the findings in files that memos share that the settings' exceptions name
/// by their paths, and gives the rules the severities of the settings.
pub fn apply_to_files(diagnostics: Vec<Diagnostic>, settings: &Settings) -> Settled {
    let mut used = vec![false; settings.ignore.len()];
    let mut left = diagnostics;
    left.retain(|diagnostic| !set_silent(settings, diagnostic, None, &mut used));
    Settled {
        diagnostics: with_severities(left, Some(settings)),
        used,
        own: Vec::new(),
    }
}

/// Whether an exception of the settings silences a finding, by its own file or by
/// that of the memo it belongs to; those that do are noted in `used`.
fn set_silent(
    settings: &Settings,
    diagnostic: &Diagnostic,
    memo: Option<&str>,
    used: &mut [bool],
) -> bool {
    let own = diagnostic.span.as_ref().map(|span| span.file().path());
    let mut silent = false;
    for (exception, used) in settings.ignore.iter().zip(used) {
        let here = exception.path.as_ref().is_none_or(|wanted| {
            let mut paths = own.into_iter().chain(memo);
            paths.any(|path| matches_path(&wanted.value, &composed(path)))
        });
        if here && !diagnostic.code.is_firm() && diagnostic.is_of(exception.code.value) {
            (silent, *used) = (true, true);
        }
    }
    silent
}

/// Findings for the settings' exceptions that no memo needed; `used` says for each
/// whether one did, over all memos that were checked, and `did_run` whether a rule ran
/// on all of them.
pub fn unused_exceptions(
    settings: &Settings,
    used: &[bool],
    places: &Places,
    did_run: impl Fn(&Code) -> bool,
) -> Vec<Diagnostic> {
    let findings = settings
        .ignore
        .iter()
        .enumerate()
        .filter(|(at, _)| !used.get(*at).copied().unwrap_or(false))
        .filter(|(_, exception)| !exception.code.value.is_firm() && did_run(exception.code.value))
        .map(|(_, exception)| {
            let span = places.of(&settings.file).span_of(&exception.place);
            let code = exception.code.value.id;
            Diagnostic::told(span, UNUSED_EXCEPTION.say("workspace", given!(code)))
        })
        .collect();
    with_severities(findings, Some(settings))
}

/// Findings for the settings' exceptions and severities of rules that cannot be
/// silenced or made less grave.
pub fn impossible_settings(settings: &Settings, places: &Places) -> Vec<Diagnostic> {
    let firm = |code: &Placed<&'static Code>| Some(code.value).filter(|code| code.is_firm());
    let positions = places.of(&settings.file);
    let exceptions = settings.ignore.iter().filter_map(|exception| {
        let code = firm(&exception.code)?;
        Some(impossible(code, positions.span_of(&exception.place)))
    });
    let severities = settings
        .severity
        .iter()
        .filter(|setting| setting.severity != Some(Severity::Error))
        .filter_map(|setting| {
            let code = firm(&setting.code)?;
            Some(impossible(code, positions.span_of_key(&setting.code.place)))
        });
    exceptions.chain(severities).collect()
}

/// Gives findings the severities that the settings say; those that are off are left
/// out.
fn with_severities(diagnostics: Vec<Diagnostic>, settings: Option<&Settings>) -> Vec<Diagnostic> {
    let Some(settings) = settings else {
        return diagnostics;
    };
    diagnostics
        .into_iter()
        .filter_map(|mut diagnostic| {
            let also = || set_severity(settings, diagnostic.also?);
            if let Some(severity) = set_severity(settings, diagnostic.code).or_else(also) {
                diagnostic.severity = severity?;
            }
            Some(diagnostic)
        })
        .collect()
}

/// The severity that the settings give a rule: none inside where it is off, nothing
/// where they do not speak of it.
fn set_severity(settings: &Settings, code: &Code) -> Option<Option<Severity>> {
    settings
        .severity
        .iter()
        .rev()
        .find(|setting| !code.is_firm() && setting.code.value == code)
        .map(|setting| setting.severity)
}

fn silences(
    exception: &Ignore,
    diagnostic: &Diagnostic,
    (memo, headed): (&Memo, Option<&HeadedPlaces>),
    places: &Places,
) -> bool {
    let code = diagnostic.code;
    // What stands in an `.ftl` file alone is silenced there.
    let of_messages = code.silence == Silence::Comment && diagnostic.also.is_none();
    if code.is_firm() || of_messages || !diagnostic.is_of(exception.code.value) {
        return false;
    }
    let Some(at) = &exception.at else {
        return true;
    };
    let labels = diagnostic.labels.iter().map(|label| &label.span);
    let mut spans = diagnostic.span.iter().chain(labels);
    let (node, anchor) = match at.value.split_once('#') {
        Some((node, anchor)) => (node, Some(anchor)),
        None => (at.value.as_str(), None),
    };
    if let (Some(headed), Some(_)) = (headed, anchor) {
        let extents = headed.get(&at.value).into_iter().flatten();
        return spans.any(|span| extents.clone().any(|extent| begins_in(span, extent)));
    }
    let Some(path) = NodePath::parse(node) else {
        return false;
    };
    let positions = places.of(&memo.file);
    if !positions.has(&path) {
        return false;
    }
    let around = positions.span_of(&path).range();
    spans.any(|span| {
        Arc::ptr_eq(span.file(), &memo.file)
            && around.start <= span.range().start
            && span.range().start <= around.end
    })
}

/// Whether a place begins in another one.
fn begins_in(span: &Span, around: &Span) -> bool {
    let (start, around_range) = (span.range().start, around.range());
    span.file() == around.file() && around_range.contains(&start)
}

/// A finding for an exception of a memo.
fn unused(code: &Code, span: Span) -> Diagnostic {
    let wording = match code.silence {
        Silence::Comment => UNUSED_EXCEPTION.say("memo-comment", given!(code = code.id)),
        _ => UNUSED_EXCEPTION.say("memo", given!(code = code.id)),
    };
    Diagnostic::told(span, wording)
}

fn impossible(code: &Code, span: Span) -> Diagnostic {
    let wording = IMPOSSIBLE_EXCEPTION.say("impossible", given!(code = code.id, name = code.name));
    Diagnostic::told(span, wording)
}

/// Whether a path fits a pattern in which `*` stands for anything in a name and `**`
/// for anything.
fn matches_path(pattern: &str, path: &str) -> bool {
    // Where the pattern's pieces so far may end in the path.
    let mut ends = vec![false; path.len() + 1];
    ends[0] = true;
    let mut rest = pattern;
    let mut starred = false;
    loop {
        let star = rest.find('*');
        let piece = &rest[..star.unwrap_or(rest.len())];
        if !piece.is_empty() {
            let mut next = vec![false; ends.len()];
            for at in (0..ends.len()).filter(|at| ends[*at]) {
                let behind = path.get(at..).and_then(|tail| tail.strip_prefix(piece));
                if let Some(behind) = behind {
                    next[path.len() - behind.len()] = true;
                }
            }
            ends = next;
        }
        let Some(star) = star else { break };
        starred = true;
        let after = &rest[star + 1..];
        let deep = after.starts_with('*');
        rest = match after.strip_prefix('*') {
            Some(after) => after.strip_prefix('/').unwrap_or(after),
            None => after,
        };
        let mut open = false;
        for (at, end) in ends.iter_mut().enumerate() {
            open |= *end;
            *end = open;
            open &= deep || path.as_bytes().get(at) != Some(&b'/');
        }
    }
    // What ends with a name is a file or a folder, and so all in it.
    let ends_with_name = !rest.is_empty() || !starred;
    let is_end = |at: usize| at == path.len() || ends_with_name && path[at..].starts_with('/');
    (0..ends.len()).any(|at| ends[at] && path.is_char_boundary(at) && is_end(at))
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

    /// The same, tried out way by way: what was meant before patterns of many stars took
    /// for ever.
    fn fits_by_trying(pattern: &str, path: &str) -> bool {
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
        let ends = (0..=rest.len()).take_while(|at| deep || !rest[..*at].contains('/'));
        ends.map(|end| &rest[end..]).any(|tail| match after {
            "" => tail.is_empty(),
            after => fits_by_trying(after, tail),
        })
    }

    #[test]
    fn every_pattern_fits_what_it_fits_by_trying() {
        let words = |letters: &[char], length: u32| {
            let count = letters.len().pow(length);
            let word = move |mut at: usize| -> String {
                let letter = |_| {
                    let letter = letters[at % letters.len()];
                    at /= letters.len();
                    letter
                };
                (0..length).map(letter).collect()
            };
            (0..count).map(word).collect::<Vec<_>>()
        };
        let paths: Vec<String> = (1..=5).flat_map(|it| words(&['a', '/', 'b'], it)).collect();
        for pattern in (1..=5).flat_map(|it| words(&['a', '/', '*'], it)) {
            for path in &paths {
                let found = matches_path(&pattern, path);
                assert_eq!(found, fits_by_trying(&pattern, path), "{pattern} {path}");
            }
        }
    }

    #[test]
    fn a_pattern_of_many_stars_takes_no_time() {
        let path = format!("memos/{}.yaml", "a".repeat(200));
        assert!(!matches_path(
            &format!("memos/{}b", "a*".repeat(100)),
            &path
        ));
        assert!(matches_path(
            &format!("memos/{}", "*a".repeat(100) + "*"),
            &path
        ));
    }
}
