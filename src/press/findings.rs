//! Findings of many phases: their order, and whether they stop a memo.

use super::Release;
use crate::check::codes::{
    BROKEN_LINK, COLUMNS_BY_BLANKS, FOREIGN_BLOCK, FOREIGN_EMPHASIS, FOREIGN_LINK, GENDER_MISMATCH,
    HEADING_MISMATCH, INDENTED_TEXT, INLINE_NOTE, LEFTOVER, MARKER_WITHOUT_SPACE, NOTE_MISMATCH,
    RAW_HTML, SPACED_LINK, TABLE_WITHOUT_RULE, TYPED_BULLET, TYPED_NUMBERING, UNCLOSED_EMPHASIS,
    is_of_markup,
};
use crate::diagnostic::{Code, Diagnostic, Label, Severity};
use crate::document::codes::{SURPLUS_CELL, UNDEFINED_NOTE};
use crate::locale::codes::{MISSING_FORM, UNKNOWN_FUNCTION, WRONG_OPTION};
use crate::output::pdf::codes::MISSING_CHARACTER;
use crate::source::{Extents, Span};
use std::collections::{HashMap, HashSet};

crate::diagnostic::phrases! {
    PLACES = "places";
}

/// Whether these findings stop a memo.
pub fn stops(findings: &[Diagnostic], release: Release) -> bool {
    findings.iter().any(|finding| {
        let of_words = finding.code.id.starts_with(['P', 'T']) || is_of_markup(finding.code);
        let excused = release == Release::Draft && of_words;
        finding.severity == Severity::Error && !excused
    })
}

/// What only print cannot do is a warning where nothing is printed: a page in a browser
/// takes letters that the theme has no font for from its reader's fonts.
pub fn set_aside_print(findings: &mut [Diagnostic]) {
    for finding in findings {
        if finding.code == &MISSING_CHARACTER {
            finding.severity = finding.severity.min(Severity::Warning);
        }
    }
}

/// Differences that only follow from faults that are found already, by their rules.
const FOLLOWING: [(&Code, &Code); 2] = [
    (&NOTE_MISMATCH, &UNDEFINED_NOTE),
    (&GENDER_MISMATCH, &MISSING_FORM),
];

/// Faults that print something which nobody meant: what the other language says
/// otherwise there, or lacks, follows from them.
const MISPRINTED: [&Code; 1] = [&UNDEFINED_NOTE];

/// What was found before the languages were compared, and what may follow from it.
pub(super) struct Causes {
    /// The errors of the file as such.
    told: HashSet<(String, usize, usize)>,
    /// The lines of rows that a bar cuts.
    cut_rows: HashSet<(String, usize)>,
    /// The places of what prints as nobody meant it.
    misprinted: Extents,
    /// The rules that found something.
    codes: HashSet<&'static str>,
}

impl Causes {
    /// Those among findings.
    pub fn among(findings: &[Diagnostic]) -> Causes {
        let placed = || {
            findings
                .iter()
                .filter_map(|it| Some((it, it.span.as_ref()?)))
        };
        let told = placed()
            .filter(|(it, _)| it.code.id.starts_with('Y') && it.severity == Severity::Error)
            .map(|(_, span)| key_of(span));
        // The bar that cuts a row's code or stress in two parts its marks, too.
        let cut_rows = placed().filter(|(it, _)| it.code == &SURPLUS_CELL);
        let cut_rows = cut_rows.map(|(_, span)| line_of(span));
        let misprinted = placed().filter(|(it, _)| MISPRINTED.contains(&it.code));
        Causes {
            told: told.collect(),
            cut_rows: cut_rows.collect(),
            misprinted: misprinted.map(|(_, span)| span.clone()).collect(),
            codes: findings.iter().map(|it| it.code.id).collect(),
        }
    }

    /// Whether a difference between the languages only follows from one of them: by its
    /// rule, or since the very words are wrong already.
    pub fn have_caused(&self, difference: &Diagnostic) -> bool {
        let own = difference.span.as_ref();
        if own.is_some_and(|span| self.told.contains(&key_of(span))) {
            return true;
        }
        if difference.code == &UNCLOSED_EMPHASIS
            && own.is_some_and(|span| self.cut_rows.contains(&line_of(span)))
        {
            return true;
        }
        let labels = difference.labels.iter().map(|label| &label.span);
        let mut places = own.into_iter().chain(labels);
        if places.any(|place| self.misprinted.hold(place)) {
            return true;
        }
        let mut causes = FOLLOWING
            .iter()
            .filter(|(rule, _)| *rule == difference.code);
        causes.any(|(_, cause)| self.codes.contains(cause.id))
    }
}

fn key_of(span: &Span) -> (String, usize, usize) {
    let range = span.range();
    (span.file().path().to_owned(), range.start, range.end)
}

fn line_of(span: &Span) -> (String, usize) {
    (span.file().path().to_owned(), span.start().line)
}

/// Whether it is about a list, a table or another block that its typed signs do not make.
fn makes_no_block(typed: &Code) -> bool {
    const BLOCKS: [&Code; 7] = [
        &TYPED_BULLET,
        &TYPED_NUMBERING,
        &MARKER_WITHOUT_SPACE,
        &TABLE_WITHOUT_RULE,
        &COLUMNS_BY_BLANKS,
        &FOREIGN_BLOCK,
        &INDENTED_TEXT,
    ];
    BLOCKS.contains(&typed)
}

/// What markup that prints as itself does to the comparison of two languages: blocks of
/// another kind, less stress, notes or links.
fn may_follow(difference: &Code, typed: &Code) -> bool {
    const STRESS: [&Code; 4] = [
        &UNCLOSED_EMPHASIS,
        &RAW_HTML,
        &FOREIGN_EMPHASIS,
        &FOREIGN_LINK,
    ];
    const LINKS: [&Code; 4] = [&BROKEN_LINK, &SPACED_LINK, &FOREIGN_LINK, &RAW_HTML];
    match difference.id {
        "P010" | "P011" | "P013" | "P014" | "P015" | "P017" => makes_no_block(typed),
        "P063" => STRESS.contains(&typed),
        "P060" => typed == &INLINE_NOTE,
        "P040" | "P041" | "T020" => LINKS.contains(&typed),
        _ => false,
    }
}

/// Joins differences between the languages to the typed markup from which they follow:
/// one mistake is told once, as gravely as what follows from it. What stands inside of
/// a comment or a broken link is part of that mistake too.
pub(super) fn join_following(findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let is_typed = |finding: &Diagnostic| is_of_markup(finding.code);
    let (typed, others): (Vec<_>, Vec<_>) = findings.into_iter().partition(is_typed);
    let places = TypedPlaces::of(&typed);
    join_beside(typed, others, |difference| places.beside(difference))
}

/// The same; `beside` gives those of the typed that may touch a place of a difference.
fn join_beside(
    mut typed: Vec<Diagnostic>,
    others: Vec<Diagnostic>,
    beside: impl Fn(&Diagnostic) -> Vec<usize>,
) -> Vec<Diagnostic> {
    let mut left = Vec::new();
    for difference in others {
        let cause = beside(&difference)
            .into_iter()
            .filter(|at| follows_from(&difference, &typed[*at]))
            .min();
        let Some(cause) = cause.map(|at| &mut typed[at]) else {
            left.push(difference);
            continue;
        };
        cause.severity = cause.severity.max(gravity(&difference, cause));
        let here = cause.span.clone();
        let is_here = |span: &Span| here.as_ref().is_some_and(|here| touch(here, span));
        let own = difference.span.map(|span| Label {
            span,
            message: difference.message,
        });
        let all = own.into_iter().chain(difference.labels);
        cause
            .labels
            .extend(all.filter(|label| !is_here(&label.span)));
    }
    typed.append(&mut left);
    typed
}

/// Where the findings of typed markup stand, to be asked which of them are at a place.
struct TypedPlaces {
    /// For each file the beginning of each, the farthest end up to it, and which it is.
    files: HashMap<String, Vec<(usize, usize, usize)>>,
    count: usize,
}

impl TypedPlaces {
    fn of(typed: &[Diagnostic]) -> TypedPlaces {
        let mut files: HashMap<String, Vec<(usize, usize, usize)>> = HashMap::new();
        for (at, finding) in typed.iter().enumerate() {
            if let Some(span) = &finding.span {
                let known = files.entry(span.file().path().to_owned()).or_default();
                known.push((span.range().start, span.range().end, at));
            }
        }
        for known in files.values_mut() {
            known.sort_unstable();
            let mut farthest = 0;
            for (_, end, _) in known {
                farthest = farthest.max(*end);
                *end = farthest;
            }
        }
        let count = typed.len();
        TypedPlaces { files, count }
    }

    /// Those that may touch a place of a difference.
    fn beside(&self, difference: &Diagnostic) -> Vec<usize> {
        if difference.code == &HEADING_MISMATCH {
            return (0..self.count).collect();
        }
        let labels = difference.labels.iter().map(|label| &label.span);
        let mut found = Vec::new();
        for span in difference.span.iter().chain(labels) {
            let range = span.range();
            let known = self.files.get(span.file().path());
            let known = known.map_or(&[][..], Vec::as_slice);
            let before = known.partition_point(|(start, ..)| *start <= range.end);
            let near = known[..before].iter().rev();
            let near = near.take_while(|(_, farthest, _)| *farthest >= range.start);
            found.extend(near.map(|(.., at)| *at));
        }
        found
    }
}

/// How grave a difference makes the typed markup from which it follows. A form that one
/// language has, and the other prints as its signs, is no other way of setting the same:
/// the blocks run together.
fn gravity(difference: &Diagnostic, typed: &Diagnostic) -> Severity {
    if makes_no_block(typed.code) && may_follow(difference.code, typed.code) {
        return Severity::Error;
    }
    difference.severity
}

fn follows_from(difference: &Diagnostic, typed: &Diagnostic) -> bool {
    let Some(place) = &typed.span else {
        return false;
    };
    let own = difference.span.iter();
    let mut places = own.chain(difference.labels.iter().map(|label| &label.span));
    let inside = difference
        .span
        .as_ref()
        .is_some_and(|span| place.holds(span));
    let compared = difference.code.id.starts_with(['P', 'T']);
    if difference.code == &HEADING_MISMATCH {
        // A heading that is none yet lacks in the outline, wherever that is told.
        let of_heading = typed.code == &MARKER_WITHOUT_SPACE && place.text().starts_with('#');
        return of_heading && places.any(|span| same_file(place, span));
    }
    compared && inside && difference.code != &LEFTOVER
        || may_follow(difference.code, typed.code) && places.any(|span| touch(place, span))
}

fn same_file(one: &Span, other: &Span) -> bool {
    one.file().path() == other.file().path()
}

fn touch(one: &Span, other: &Span) -> bool {
    let (a, b) = (one.range(), other.range());
    same_file(one, other) && a.start < b.end && b.start < a.end
}

/// Puts findings in the order of files, lines and columns, those without a place
/// last, and each once: the same fault of a shared message or template is found by
/// every document that uses it.
pub fn put_in_order(findings: &mut Vec<Diagnostic>) {
    findings.sort_by_cached_key(|finding| {
        let place = finding.span.as_ref().map(|span| {
            let range = span.written_range();
            (span.file().path().to_owned(), range.start, range.end)
        });
        (
            place.is_none(),
            place,
            finding.code.id,
            finding.message.clone(),
        )
    });
    findings.dedup_by(|later, first| {
        let same =
            later.code == first.code && later.span == first.span && later.message == first.message;
        // What is found in both languages is about neither of them.
        if same && later.lang != first.lang {
            first.lang = None;
        }
        same
    });
    join_places(findings);
}

/// What another program has and this one has not: that is one fact, however many messages
/// ask for it.
const ONE_FACT: [&Code; 2] = [&UNKNOWN_FUNCTION, &WRONG_OPTION];

/// Joins the findings of one such fact in `.ftl` files to the first of them, which shows all
/// its places.
fn join_places(findings: &mut Vec<Diagnostic>) {
    let is_of_files = |it: &Diagnostic| {
        let file = it.span.as_ref().map(|span| span.file().path());
        ONE_FACT.contains(&it.code) && file.is_some_and(|path| path.ends_with(".ftl"))
    };
    if findings.iter().filter(|it| is_of_files(it)).count() < 2 {
        return;
    }
    let too = PLACES.words("too", &[]);
    let mut kept: Vec<Diagnostic> = Vec::new();
    for finding in findings.drain(..) {
        let is_same = |first: &&mut Diagnostic| {
            first.code == finding.code && first.message == finding.message && is_of_files(first)
        };
        let first = kept
            .iter_mut()
            .filter(|_| is_of_files(&finding))
            .find(is_same);
        match (first, finding.span) {
            (Some(first), Some(span)) => {
                if first.lang != finding.lang {
                    first.lang = None;
                }
                first.labels.push(Label {
                    span,
                    message: too.clone(),
                });
            }
            (_, span) => kept.push(Diagnostic { span, ..finding }),
        }
    }
    for joined in kept.iter_mut().filter(|it| is_of_files(it)) {
        let mut files: Vec<&str> = Vec::new();
        for label in &joined.labels {
            let path = label.span.file().path();
            if !files.contains(&path) {
                files.push(path);
            }
        }
        if !files.is_empty() {
            joined.message = PLACES.words(
                "here-and-there",
                given!(
                    message = joined.message,
                    more = joined.labels.len(),
                    files = files.join(", ")
                ),
            );
        }
    }
    *findings = kept;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::press::codes;
    use crate::source::SourceFile;

    /// Findings are joined to those that looking at all of them would join them to.
    #[test]
    fn what_is_joined_is_what_looking_at_all_joins() {
        let mut seed = 9_u64;
        let mut random = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) as usize % below
        };
        let text = "# tide and ebb ".repeat(20);
        let files = ["a.yaml", "b.ftl"].map(|path| SourceFile::new(path, text.as_str()));
        let all: Vec<&'static Code> = codes::all().collect();
        let (typed, others): (Vec<&'static Code>, Vec<&'static Code>) =
            all.into_iter().partition(|code| is_of_markup(code));
        let follow = [
            "P010", "P011", "P015", "P017", "P060", "P063", "P040", "T020",
        ];
        let follow: Vec<_> = others.iter().filter(|it| follow.contains(&it.id)).collect();
        let mut joined = 0;
        for _ in 0..400 {
            let count = random(30);
            let findings: Vec<Diagnostic> = (0..count)
                .map(|at| {
                    let mut span = |widest: usize| {
                        let start = random(280);
                        Span::new(&files[random(2)], start..start + random(widest))
                    };
                    let (own, other) = (span(60), span(20));
                    let code = match random(5) {
                        0 | 1 => typed[random(typed.len())],
                        2 | 3 => *follow[random(follow.len())],
                        _ => others[random(others.len())],
                    };
                    let label = Label {
                        span: other,
                        message: String::new(),
                    };
                    Diagnostic {
                        code,
                        also: None,
                        severity: code.severity,
                        span: (random(9) > 0).then_some(own),
                        lang: None,
                        message: at.to_string(),
                        labels: (random(3) > 0).then_some(label).into_iter().collect(),
                        hints: Vec::new(),
                    }
                })
                .collect();
            let found = join_following(findings.clone());
            let is_typed = |finding: &Diagnostic| is_of_markup(finding.code);
            let (typed, rest): (Vec<_>, Vec<_>) = findings.into_iter().partition(is_typed);
            let every: Vec<usize> = (0..typed.len()).collect();
            let looked = join_beside(typed, rest, |_| every.clone());
            joined += count - found.len();
            assert_eq!(found, looked);
        }
        assert!(joined > 200, "{joined}");
    }
}
