//! The outlines that the headings of bodies make, and whether those of two languages are
//! the same.

use crate::check::outline::parts::Outline;
use crate::document::{Block, BlockKind, Document, Inline, Section};
use std::collections::BTreeSet;

impl<'d> Outline<'d> {
    /// Takes the documents of two languages apart. A body whose headings differ is one
    /// part in both: its text is compared all the same, and its headings are told by
    /// themselves.
    pub fn of_both(en: &'d Document, fr: &'d Document) -> [Outline<'d>; 2] {
        let apart: BTreeSet<String> = differing(en, fr)
            .into_iter()
            .map(|(en, _)| en.place.to_string())
            .collect();
        [en, fr].map(|document| Outline::with(document, &apart))
    }
}

/// The sections of a memo in whose bodies the headings are not the same in both languages,
/// English and French.
pub(in crate::check) fn differing<'d>(
    en: &'d Document,
    fr: &'d Document,
) -> Vec<(&'d Section, &'d Section)> {
    let levels = |section: &Section| -> Vec<usize> {
        let headed = headed(section).into_iter();
        headed.map(|(depth, _)| depth).collect()
    };
    let others = memos_own(fr);
    let pair = |en: &'d Section| {
        let partner = others.iter().find(|fr| fr.place == en.place);
        partner.map(|fr| (en, *fr))
    };
    let pairs = memos_own(en).into_iter().filter_map(pair);
    pairs.filter(|(en, fr)| levels(en) != levels(fr)).collect()
}

/// What the headings of a section's body begin, in order, each with its depth.
pub(in crate::check) fn headed(section: &Section) -> Vec<(usize, &Section)> {
    let mut found = Vec::new();
    for section in section.headed() {
        gather(section, 0, &mut found);
    }
    found
}

fn gather<'d>(section: &'d Section, depth: usize, found: &mut Vec<(usize, &'d Section)>) {
    found.push((depth, section));
    for inner in &section.sections {
        gather(inner, depth + 1, found);
    }
}

/// The sections of the memo's own, without those that headings of bodies begin.
fn memos_own(document: &Document) -> Vec<&Section> {
    let mut open: Vec<&Section> = document.appendices.iter().rev().collect();
    open.extend(document.sections.iter().rev());
    let mut found = Vec::new();
    while let Some(section) = open.pop() {
        if section.begun.is_none() {
            found.push(section);
            open.extend(section.sections.iter().rev());
        }
    }
    found
}

/// Whether a section's body is missing, which is another finding.
pub(in crate::check) fn is_missing(section: &Section) -> bool {
    let gap = |block: &Block| match &block.kind {
        BlockKind::Paragraph(inlines) => matches!(inlines.as_slice(), [Inline::Gap(_)]),
        _ => false,
    };
    matches!(section.body.blocks.as_slice(), [only] if gap(only))
        && section.headed().next().is_none()
}
