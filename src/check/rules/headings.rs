//! Headings in bodies that do not make one outline in both languages.

use super::scope::Scope;
use crate::check::outline::headings::{differing, headed, is_missing};
use crate::check::pairing::Comparison;
use crate::check::passage::Role;
use crate::diagnostic::Diagnostic;
use crate::document::Section;
use crate::document::inline::plain_text;
use crate::lang::{Both, Lang};
use crate::source::Span;

crate::diagnostic::codes! {
    HEADING_MISMATCH = "P019", "heading-mismatch", Error;
}

/// Finds bodies whose headings differ in number or in levels: one finding each, which
/// shows both outlines.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let comparison = scope.comparison;
    for (en, fr) in differing(comparison.en.document, comparison.fr.document) {
        if !is_missing(en) && !is_missing(fr) {
            out.push(finding(comparison, en, fr));
        }
    }
}

/// A heading of an outline.
struct Entry {
    depth: usize,
    words: String,
    place: Span,
    /// Whether the other language has it at the same level.
    shared: bool,
}

fn finding(comparison: &Comparison<'_, '_>, en: &Section, fr: &Section) -> Diagnostic {
    let outlines = outlines(comparison, en, fr);
    let [english, french] = Lang::ALL.map(|lang| drawn(&outlines[lang]));
    let wording = HEADING_MISMATCH.say(
        "differ",
        given!(
            en = outlines[Lang::En].len(),
            fr = outlines[Lang::Fr].len(),
            english,
            french
        ),
    );
    let (later, source) = (comparison.later(), comparison.source);
    let label = wording.part(source.code());
    let place = |lang: Lang| {
        let outline = &outlines[lang];
        let first = outline.iter().find(|it| !it.shared).or(outline.last());
        first.map(|it| it.place.clone()).unwrap_or_else(|| {
            let section = lang.choose(en, fr);
            let block = section.body.blocks.first();
            match block {
                Some(block) => comparison.finder.of_origin(&block.origin),
                None => {
                    let file = &comparison.outline(lang).document.file;
                    comparison.finder.of_node(file, &section.place)
                }
            }
        })
    };
    Diagnostic::told(place(later), wording)
        .label(place(source), label)
        .lang(later)
}

/// The outlines of both languages. What belongs together the comparison of the texts says.
fn outlines(comparison: &Comparison<'_, '_>, en: &Section, fr: &Section) -> Both<Vec<Entry>> {
    let mut outlines = Both::of(|lang: Lang| -> Vec<Entry> {
        let all = headed(lang.choose(en, fr)).into_iter();
        let entry = |(depth, section): (usize, &Section)| {
            let heading = section.heading.as_ref()?;
            let origin = &section.begun.as_ref()?.origin;
            Some(Entry {
                depth,
                words: plain_text(&heading.inlines),
                place: comparison.finder.of_origin(origin),
                shared: false,
            })
        };
        all.filter_map(entry).collect()
    });
    for pair in &comparison.pairs {
        let Some((left, right)) = pair.single() else {
            continue;
        };
        if left.passage.role != Role::Heading {
            continue;
        }
        let at = |lang: Lang| {
            let text = lang.choose(left, right);
            let place = comparison.finder.of_passage(&text.passage)?;
            let mut all = outlines[lang].iter();
            all.position(|entry| entry.place.holds(&place))
        };
        if let (Some(left), Some(right)) = (at(Lang::En), at(Lang::Fr))
            && outlines[Lang::En][left].depth == outlines[Lang::Fr][right].depth
        {
            outlines[Lang::En][left].shared = true;
            outlines[Lang::Fr][right].shared = true;
        }
    }
    outlines
}

/// An outline as lines, deeper headings further in, with a mark at those that the other
/// language has not.
fn drawn(outline: &[Entry]) -> String {
    let line = |entry: &Entry| {
        let mark = if entry.shared { "  " } else { "> " };
        format!("\n{mark}{}{}", "  ".repeat(entry.depth), entry.words)
    };
    outline.iter().map(line).collect()
}
