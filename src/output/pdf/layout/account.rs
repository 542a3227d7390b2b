//! The account of words: every run of text of the markup stands on a page, or is
//! reported. What no paragraph was made of is found without pages, so that `check` finds
//! it, too; then the characters on the finished pages are counted.

use super::Typesetter;
use super::running::counts_pages;
use crate::diagnostic::Diagnostic;
use crate::output::pdf::codes::UNPRINTED_WORDS;
use crate::output::pdf::font::is_unseen;
use crate::output::pdf::markup::{Element, MarkupNode, MarkupText, Name};
use crate::output::pdf::pages::{Drawing, MarkRole, Page};
use crate::output::pdf::paragraph::Paragraph;
use std::collections::{BTreeMap, BTreeSet};

/// What is known of the markup's runs of text.
#[derive(Debug, Default)]
pub(super) struct Account<'a> {
    /// Every run with something to be seen, in the order of the markup.
    runs: Vec<(&'a MarkupText, Within<'a>)>,
    /// The runs that paragraphs were set of, by their places.
    set: BTreeSet<usize>,
    /// The runs that are shortened on purpose.
    shortened: BTreeSet<usize>,
}

/// What a run stands in, so far as that has a say in whether it is printed.
#[derive(Clone, Copy, Debug, Default)]
struct Within<'a> {
    /// Whether it is printed only where there are several pages.
    later: bool,
    /// The footnote that it is of.
    note: Option<&'a str>,
}

/// How much of a run a finding quotes, in characters.
const QUOTED: usize = 60;

impl<'a> Account<'a> {
    /// The account of a document, with nothing set.
    pub fn of(root: &'a Element) -> Account<'a> {
        let mut account = Account::default();
        account.add(root, Within::default());
        account
    }

    fn add(&mut self, element: &'a Element, mut within: Within<'a>) {
        within.later |= element.name == Name::Header && element.is("running");
        within.later |= counts_pages(element);
        if element.is("note") {
            within.note = element.id.as_deref();
        }
        for node in &element.children {
            match node {
                MarkupNode::Text(text) if seen(&text.words) > 0 => {
                    self.runs.push((text, within));
                }
                MarkupNode::Text(_) => {}
                MarkupNode::Element(child) => self.add(child, within),
            }
        }
    }

    /// Notes that a paragraph is set.
    pub fn set(&mut self, paragraph: &Paragraph) {
        let sources = paragraph.runs.iter().filter_map(|run| run.source);
        self.set.extend(sources);
    }

    /// Notes that a paragraph is not printed whole.
    pub fn shorten(&mut self, paragraph: &Paragraph) {
        let sources = paragraph.runs.iter().filter_map(|run| run.source);
        self.shortened.extend(sources);
    }

    /// The runs that no paragraph was set of, those left out that are of a footnote that
    /// `is_unused`.
    fn unset(&self, is_unused: impl Fn(&str) -> bool) -> Vec<&'a MarkupText> {
        self.runs
            .iter()
            .filter(|(text, within)| {
                !within.note.is_some_and(&is_unused) && !self.set.contains(&text.at)
            })
            .map(|(text, _)| *text)
            .collect()
    }

    /// The runs that do not stand on these pages whole.
    fn unprinted(&self, pages: &[Page]) -> Vec<&'a MarkupText> {
        let mut printed: BTreeMap<usize, usize> = BTreeMap::new();
        for mark in pages.iter().flat_map(|page| &page.marks) {
            // What is repeated stands on a page before.
            let (true, Drawing::Text(run)) = (mark.role != MarkRole::Decoration, &mark.drawing)
            else {
                continue;
            };
            for alike in run.glyphs.chunk_by(|one, next| one.source == next.source) {
                if let Some(source) = alike.first().and_then(|glyph| glyph.source) {
                    let seen: usize = alike.iter().map(|glyph| seen(&glyph.text)).sum();
                    *printed.entry(source).or_default() += seen;
                }
            }
        }
        self.runs
            .iter()
            .filter(|(_, within)| pages.len() > 1 || !within.later)
            .map(|(text, _)| *text)
            .filter(|text| !self.shortened.contains(&text.at))
            .filter(|text| printed.get(&text.at).copied().unwrap_or(0) < seen(&text.words))
            .collect()
    }
}

/// How many characters of a text are seen.
fn seen(text: &str) -> usize {
    text.chars()
        .filter(|&c| !c.is_whitespace() && !is_unseen(c))
        .count()
}

impl<'a> Typesetter<'a> {
    /// Reports the runs of text that no paragraph was made of. A footnote that nothing
    /// refers to is reported itself.
    pub(super) fn report_unset(&mut self) {
        let lost = self
            .account
            .unset(|note| !self.note_index.contains_key(note));
        self.report_lost(&lost);
    }

    /// Reports the runs of text that do not stand on the finished pages.
    pub(super) fn report_unprinted(&mut self, pages: &[Page]) {
        let lost = self.account.unprinted(pages);
        self.report_lost(&lost);
    }

    fn report_lost(&mut self, lost: &[&MarkupText]) {
        for text in lost {
            let words: Vec<&str> = text.words.split_whitespace().collect();
            let words = words.join(" ");
            let mut quoted: String = words.chars().take(QUOTED).collect();
            if quoted.len() < words.len() {
                quoted.push('…');
            }
            let before = self.markup.text.get(..text.at).unwrap_or_default();
            let line = before.matches('\n').count() + 1;
            let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
            let wording = UNPRINTED_WORDS.say(
                "unprinted",
                given!(template = self.markup.template, line, column, quoted),
            );
            let place = (self.markup.written)(&words);
            self.findings.push(Diagnostic::told(place, wording));
        }
    }
}

#[cfg(test)]
mod tests;
