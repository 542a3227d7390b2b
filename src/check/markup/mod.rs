//! Markup that prints as itself: what is typed as a list, a table, a link or bold and is
//! none, because Markdown writes it otherwise.
//!
//! A rule is a file with its code, its manual page beside it, and a function: it looks at one text as it was written,
//! in which every byte says what became of it, and reports what it finds with what to
//! write. Rules stand in [`RULES`] in the order in which they may claim a place: what
//! one has told, a later one does not tell again.

pub(super) mod blocks;
pub(super) mod broken_words;
pub(super) mod bullets;
pub(super) mod columns;
pub(super) mod comments;
pub(super) mod emphasis;
pub(super) mod entities;
pub(super) mod escapes;
pub(super) mod facts;
pub(super) mod foreign_emphasis;
pub(super) mod foreign_links;
pub(super) mod indented;
mod lines;
pub(super) mod links;
pub(super) mod markers;
pub(super) mod notes;
pub(super) mod numbering;
pub(super) mod placeholders;
mod report;
pub(super) mod scripts;
pub(super) mod spaced_links;
pub(super) mod tables;
pub(super) mod tags;
#[cfg(test)]
mod tests;
pub(super) mod valued;

pub use report::{Found, MarkupMend};

use super::place::Finder;
use super::rule::Rule;
use crate::check::context::Context;
use crate::check::outline::parts::Outline;
use crate::diagnostic::Diagnostic;
use crate::document::markdown::{Form, Reading, Written};
use crate::lang::Lang;
use crate::source::Span;
use report::{Report, WrittenText};

/// Looks at a text, and reports.
type Find = fn(&WrittenText<'_>, &mut Report);

/// Looks at all that a document says.
type CheckAll = fn(&Outline<'_>, &Context<'_>) -> Vec<Diagnostic>;

/// All rules that look at one text.
pub(super) static RULES: &[Rule<Find>] = &[
    Rule::new(comments::ALL, comments::find),
    Rule::new(facts::ALL, facts::find),
    Rule::new(tags::ALL, tags::find),
    Rule::new(blocks::ALL, blocks::find),
    Rule::new(tables::ALL, tables::find),
    Rule::new(bullets::ALL, bullets::find),
    Rule::new(markers::ALL, markers::find),
    Rule::new(numbering::ALL, numbering::find),
    Rule::new(columns::ALL, columns::find),
    Rule::new(notes::ALL, notes::find),
    Rule::new(foreign_links::ALL, foreign_links::find),
    Rule::new(spaced_links::ALL, spaced_links::find),
    Rule::new(links::ALL, links::find),
    Rule::new(foreign_emphasis::ALL, foreign_emphasis::find),
    Rule::new(scripts::ALL, scripts::find),
    Rule::new(emphasis::ALL, emphasis::find),
    Rule::new(entities::ALL, entities::find),
    Rule::new(escapes::ALL, escapes::find),
    Rule::new(indented::ALL, indented::find),
    Rule::new(broken_words::ALL, broken_words::find),
];

/// What stands for words that are to come: it is told before what prints as itself.
pub(super) static TO_COME: Rule<CheckAll> = Rule::new(placeholders::ALL, placeholders::check);

/// Markup in the values of facts, which print as they are.
pub(super) static IN_FACTS: Rule<CheckAll> = Rule::new(valued::ALL, valued::check);

/// What prints as itself in a text, in its order.
pub(crate) fn find_markup(reading: &Reading, lang: Lang, facts: &[&str]) -> Vec<Found> {
    let text = WrittenText {
        reading,
        lang,
        facts,
    };
    let mut report = Report::default();
    for rule in RULES {
        (rule.check)(&text, &mut report);
    }
    let mut found = report.found;
    found.sort_by_key(|found| found.range.start);
    found
}

/// What prints as itself in a document, in the order in which its texts were read, and
/// what stands in them for words that are to come.
pub(super) fn check(outline: &Outline<'_>, context: &Context<'_>) -> Vec<Diagnostic> {
    let finder = Finder {
        places: context.places,
    };
    let mut findings = (TO_COME.check)(outline, context);
    let told: Vec<Span> = findings.iter().filter_map(|it| it.span.clone()).collect();
    let names = context.fact_names();
    for written in &outline.document.written {
        if is_plain(written) {
            continue;
        }
        let reading = written.read();
        for found in find_markup(&reading, written.lang, &names) {
            let span = finder.of_origin(&written.origin(found.range.clone()));
            let is_told = |told: &Span| {
                told.file().path() == span.file().path()
                    && told.range().contains(&span.range().start)
            };
            if !told.iter().any(is_told) {
                findings.push(found.diagnostic(span, written.lang));
            }
        }
    }
    findings.extend((IN_FACTS.check)(outline, context));
    findings
}

/// Whether a text is one line of words and ordinary signs, in which no rule finds
/// anything: most names, titles and headings.
fn is_plain(written: &Written) -> bool {
    let ordinary = |c: char| {
        c.is_alphanumeric()
            || matches!(
                c,
                ' ' | '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '-' | '(' | ')' | '\u{a0}'
            )
    };
    let text = &written.formatted.text;
    written.form == Form::Line && !text.contains("  ") && text.chars().all(ordinary)
}

impl Context<'_> {
    /// The names of the facts of the memo and of the settings.
    fn fact_names(&self) -> Vec<&str> {
        let own = self.memo.into_iter().flat_map(|memo| &memo.facts);
        let shared = self
            .settings
            .into_iter()
            .flat_map(|settings| &settings.facts);
        own.chain(shared).map(|fact| fact.name.as_str()).collect()
    }
}
