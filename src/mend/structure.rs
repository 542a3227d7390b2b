//! Structural mends: what was typed as a list, a table or a link becomes one. They change
//! what documents print, so each has a name and a place.

use super::agree::{Sampled, sampled, sound, source_range};
use super::edit::{self, SourceEdit, apply, in_order};
use super::scalars::{MendedScalar, ScalarSource, says, sure, with_words};
use crate::check::{Found, apply_settings, apply_to_files, find_markup};
use crate::diagnostic::{Code, Codes, Diagnostic, Severity};
use crate::document::markdown::{Form, Reading, Sort, read_markdown};
use crate::lang::Lang;
use crate::locale::{Formatted, Locator, Source as Written, read_text};
use crate::memo::yaml::{Places, Positions, parse};
use crate::memo::{Memo, Printed, Settings, WrittenWords};
use crate::source::{SourceFile, Span};
use crate::workspace::SourceKind;
use std::ops::Range;
use std::sync::Arc;

crate::diagnostic::phrases! {
    STRUCTURAL = "structural";
}

/// A source whose typed marks have become what was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restructured {
    /// The text with the changes made.
    pub text: String,
    /// The changes, in the order of the source; none where all is well.
    pub changes: Vec<StructuralMend>,
}

/// A change of what documents print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StructuralMend {
    /// The rule that found what was typed.
    pub code: &'static Code,
    /// Where it begins, in the source as it was.
    pub span: Span,
    /// The language of the text.
    pub lang: Lang,
    /// What documents print then.
    pub becomes: String,
}

impl StructuralMend {
    /// The change as a finding, which names it line by line.
    pub fn diagnostic(&self) -> Diagnostic {
        let wording = STRUCTURAL.say(self.code, "becomes", given!(becomes = self.becomes));
        let mut diagnostic = Diagnostic::told(self.span.clone(), wording).lang(self.lang);
        diagnostic.severity = Severity::Note;
        diagnostic
    }
}

/// Makes what was typed what is meant, where that is safe: in memos, letterheads and the
/// directory. Of words, letters and signs nothing changes but the typed marks. What the
/// memo or the settings silence stays.
///
/// # Errors
/// The findings of a source with errors, which is not to be touched.
pub fn restructure_source(
    file: &Arc<SourceFile>,
    kind: SourceKind,
    settings: &Settings,
    codes: &Codes,
) -> Result<Restructured, Vec<Diagnostic>> {
    let mut changes = Vec::new();
    let mut edits: Vec<SourceEdit> = Vec::new();
    let mut current = Arc::clone(file);
    for _ in 0..super::PASSES {
        let found = structural(&current, kind, settings, codes)?;
        if found.is_empty() {
            break;
        }
        for mend in &found {
            let start = edit::origin(&edits, mend.span.range().start);
            let end = edit::origin(&edits, mend.span.range().end);
            changes.push(StructuralMend {
                code: mend.code,
                span: Span::new(file, start..end),
                lang: mend.lang,
                becomes: mend.becomes.clone(),
            });
        }
        let more = in_order(found.into_iter().flat_map(|mend| mend.edits).collect());
        let text = apply(current.text(), &more);
        edits = edit::compose(&edits, current.text(), &more);
        current = SourceFile::new(file.path(), text);
    }
    changes.sort_by_key(|change| change.span.range().start);
    Ok(Restructured {
        text: current.text().to_owned(),
        changes,
    })
}

/// A mend with its changes of the file.
#[derive(Clone)]
struct FileMend {
    code: &'static Code,
    span: Span,
    lang: Lang,
    becomes: String,
    edits: Vec<SourceEdit>,
}

fn structural(
    file: &Arc<SourceFile>,
    kind: SourceKind,
    settings: &Settings,
    codes: &Codes,
) -> Result<Vec<FileMend>, Vec<Diagnostic>> {
    // What facts print is no Markdown, and of a message nobody knows whether it is a body
    // or a line.
    if matches!(kind, SourceKind::Settings | SourceKind::Locale(_)) {
        return Ok(Vec::new());
    }
    with_words(file, kind, codes, |words, memo, findings| {
        let facts = memo.map(|memo| memo.facts.iter().chain(&settings.facts));
        let facts = facts.into_iter().flatten().map(|fact| fact.name.as_str());
        let mends = mends_of(file, &words, &facts.collect::<Vec<&str>>(), findings)?;
        Ok(wanted(mends, memo, settings))
    })
}

/// The mends of what is not silenced.
fn wanted(mends: Vec<FileMend>, memo: Option<&Memo>, settings: &Settings) -> Vec<FileMend> {
    let findings = mends
        .iter()
        .map(|mend| Diagnostic::new(mend.code, mend.span.clone(), "").lang(mend.lang))
        .collect();
    let settled = match memo {
        Some(memo) => apply_settings(findings, (memo, None), Some(settings), &Places::default()),
        None => apply_to_files(findings, settings),
    };
    let is_left = |mend: &FileMend| {
        let mut left = settled.diagnostics.iter();
        left.any(|finding| finding.code == mend.code && finding.span.as_ref() == Some(&mend.span))
    };
    mends.into_iter().filter(is_left).collect()
}

fn mends_of(
    file: &Arc<SourceFile>,
    words: &[WrittenWords<'_>],
    facts: &[&str],
    findings: Vec<Diagnostic>,
) -> Result<Vec<FileMend>, Vec<Diagnostic>> {
    sure(findings)?;
    let source = ScalarSource(Positions::of(file));
    let mut mends: Vec<(MendedScalar, Vec<FileMend>)> = Vec::new();
    for words in words {
        let form = match words.printed {
            Printed::Blocks => Form::Blocks,
            Printed::Line => Form::Line,
            Printed::Plain => continue,
        };
        mends.extend(scalar(&source, words, form, facts)?);
    }
    if mends.is_empty() {
        return Ok(Vec::new());
    }
    let (tree, _) = parse(file);
    let mends = sound(mends, |mends| {
        let scalars: Vec<MendedScalar> = mends.iter().map(|(scalar, _)| scalar.clone()).collect();
        says(file, &tree, &scalars)
    });
    Ok(mends.into_iter().flat_map(|(_, mends)| mends).collect())
}

/// A mend of a scalar's words.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Candidate {
    code: &'static Code,
    range: Range<usize>,
    becomes: String,
    /// The changes of the words, and the bytes of them that are printed no more.
    edits: Vec<SourceEdit>,
    gone: Vec<Range<usize>>,
}

/// A reading of a scalar with its candidates.
type View<'f> = (&'f Formatted, Reading, Vec<Candidate>);

/// The structural mends of one scalar, and what it says then.
fn scalar(
    source: &ScalarSource,
    words: &WrittenWords<'_>,
    form: Form,
    facts: &[&str],
) -> Result<Option<(MendedScalar, Vec<FileMend>)>, Vec<Diagnostic>> {
    let place = (&words.place, source as &dyn Locator);
    let read = |text: &str| sampled(|sample| read_text(text, words.lang, place, sample));
    let old: Sampled = read(words.words)?;
    let view = |formatted| {
        let reading = read_markdown(formatted, form);
        let found = find_markup(&reading, words.lang, facts);
        let candidates = found.iter().filter_map(|found| candidate(formatted, found));
        let candidates = candidates.collect();
        (formatted, reading, candidates)
    };
    let views: Vec<View<'_>> = old.iter().flatten().map(view).collect();
    let candidates = sound(agreed(&views), |candidates| {
        let Ok(new) = read(&changed(words.words, candidates)) else {
            return false;
        };
        let new: Vec<&Formatted> = new.iter().flatten().collect();
        new.len() == views.len()
            && views.iter().zip(new).all(|((formatted, reading, _), new)| {
                let gone = |at: usize| is_gone(formatted, candidates, at);
                printed(reading, gone) == printed(&read_markdown(new, form), |_| false)
            })
    });
    let text = changed(words.words, &candidates);
    let mends: Option<Vec<FileMend>> = candidates
        .into_iter()
        .map(|candidate| file_mend(source, words, candidate))
        .collect();
    // Where one of them cannot be written, the scalar stays as it is.
    let mends = mends.filter(|mends| !mends.is_empty());
    Ok(mends.map(|mends| {
        let edits = mends.iter().flat_map(|mend| mend.edits.clone()).collect();
        let place = words.place.clone();
        (MendedScalar { place, text, edits }, mends)
    }))
}

/// The candidates that every reading has in which their words stand, in their order.
fn agreed(views: &[View<'_>]) -> Vec<Candidate> {
    let everywhere = |candidate: &&Candidate| {
        views.iter().all(|(formatted, _, candidates)| {
            !has(formatted, &candidate.range) || candidates.contains(candidate)
        })
    };
    let all = views.iter().flat_map(|(.., candidates)| candidates);
    let mut agreed: Vec<Candidate> = all.filter(everywhere).cloned().collect();
    agreed.sort_by_key(|candidate| candidate.range.start);
    agreed.dedup();
    agreed
}

/// The words with the changes of some candidates.
fn changed(words: &str, candidates: &[Candidate]) -> String {
    let edits = candidates.iter().flat_map(|it| it.edits.clone());
    apply(words, &in_order(edits.collect()))
}

/// A candidate as a change of the file; none where the file cannot say it.
fn file_mend(
    source: &ScalarSource,
    words: &WrittenWords<'_>,
    candidate: Candidate,
) -> Option<FileMend> {
    let rewrite = |edit: &SourceEdit| {
        let range = edit.range.clone();
        let (range, replacement) =
            source
                .0
                .rewrite(&words.place, words.words, range, &edit.replacement)?;
        Some(SourceEdit { range, replacement })
    };
    let edits: Option<Vec<SourceEdit>> = candidate.edits.iter().map(rewrite).collect();
    Some(FileMend {
        code: candidate.code,
        span: source.0.span_in_value(&words.place, candidate.range),
        lang: words.lang,
        becomes: candidate.becomes,
        edits: edits?,
    })
}

/// A finding's mend as changes of the words of the scalar.
fn candidate(formatted: &Formatted, found: &Found) -> Option<Candidate> {
    let mend = found.mend.as_ref()?;
    let edits: Option<Vec<SourceEdit>> = mend
        .edits
        .iter()
        .map(|(range, replacement)| {
            Some(SourceEdit {
                range: source_range(formatted, range)?,
                replacement: replacement.clone(),
            })
        })
        .collect();
    let gone: Option<Vec<Range<usize>>> = mend
        .gone
        .iter()
        .map(|range| source_range(formatted, range))
        .collect();
    let first = found.range.start;
    let last = formatted.text.get(first..)?.chars().next()?.len_utf8();
    Some(Candidate {
        code: found.code,
        range: source_range(formatted, &(first..first + last))?,
        becomes: mend.becomes.clone(),
        edits: edits?,
        gone: gone?,
    })
}

/// Whether a reading has these bytes of the words.
fn has(formatted: &Formatted, range: &Range<usize>) -> bool {
    formatted
        .segments
        .iter()
        .any(|segment| match &segment.source {
            Written::Text(words) => {
                segment.verbatim && words.start <= range.start && range.end <= words.end
            }
            Written::Locale(_) => false,
        })
}

/// Whether a byte of a reading is one that the mends take from the page.
fn is_gone(formatted: &Formatted, candidates: &[Candidate], at: usize) -> bool {
    source_range(formatted, &(at..at + 1)).is_some_and(|range| {
        let mut gone = candidates.iter().flat_map(|candidate| &candidate.gone);
        gone.any(|gone| gone.contains(&range.start))
    })
}

/// What a reading prints, blanks left out, but for what is gone.
fn printed(reading: &Reading, gone: impl Fn(usize) -> bool) -> String {
    reading
        .text
        .char_indices()
        .filter(|(at, c)| !c.is_whitespace() && reading.sort(*at) != Sort::Mark && !gone(*at))
        .map(|(_, c)| c)
        .collect()
}
