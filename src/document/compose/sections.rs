//! Sections and appendices, with anchors that are the same in both languages.

use super::Builder;
use super::headings::{DEEPEST, begun_sections};
use super::numbering::letter;
use super::phrases::join;
use crate::diagnostic::nearest;
use crate::document::codes::{DUPLICATE_ANCHOR, UNKNOWN_ANCHOR};
use crate::document::{Origin, Phrase, Section};
use crate::locale::Args;
use crate::memo::{self, NumberedParts};
use std::collections::BTreeSet;

impl Builder<'_> {
    /// The body's sections.
    pub(super) fn sections(&mut self, sections: &[memo::MemoSection]) -> Vec<Section> {
        self.claim_written(sections);
        self.nested(sections, "section", 2)
    }

    /// The appendices, lettered.
    pub(super) fn appendices(&mut self) -> Vec<Section> {
        let memo = self.memo;
        self.claim_written(&memo.appendices);
        let mut appendices = Vec::new();
        for (at, appendix) in memo.appendices.iter().enumerate() {
            let letter = letter(at);
            let mut section = self.section(
                appendix,
                format!("appendix-{}", letter.to_lowercase()),
                2,
                true,
            );
            let args = Args::new().text("letter", letter);
            section.heading = Some(match section.heading.take() {
                Some(heading) => {
                    let label = self.message("label-appendix", &args);
                    // The space between stands behind it.
                    section.label = label.inlines.len() + 1;
                    join(
                        vec![label, heading],
                        " ",
                        &self.node_origin(&appendix.place),
                    )
                }
                None => {
                    let label = self.message("appendix", &args);
                    section.label = label.inlines.len();
                    label
                }
            });
            appendices.push(section);
        }
        appendices
    }

    /// Takes the anchors that the author gave before any are made.
    fn claim_written(&mut self, sections: &[memo::MemoSection]) {
        for section in sections {
            if let Some(id) = &section.id {
                if is_reserved(&id.value) {
                    let wording = DUPLICATE_ANCHOR.say("reserved", given!(id = id.value));
                    self.tell(&id.place, wording);
                }
                if self.anchors.contains(&id.value) {
                    let wording = DUPLICATE_ANCHOR.say("twice", given!(id = id.value));
                    self.tell(&id.place, wording);
                } else {
                    self.anchors.push(id.value.clone());
                }
            }
            self.claim_written(&section.sections);
        }
    }

    fn nested(&mut self, sections: &[memo::MemoSection], prefix: &str, level: u8) -> Vec<Section> {
        sections
            .iter()
            .enumerate()
            .map(|(at, section)| {
                let headed = section.heading.is_some();
                self.section(section, format!("{prefix}-{}", at + 1), level, headed)
            })
            .collect()
    }

    /// A section; those inside it are one level deeper where it is `headed`, so that no
    /// level of headings is left out.
    fn section(
        &mut self,
        section: &memo::MemoSection,
        anchor: String,
        level: u8,
        headed: bool,
    ) -> Section {
        let id = match &section.id {
            Some(id) => id.value.clone(),
            None => self.free_anchor(&anchor),
        };
        // The paragraphs of a numbered memo go on with its numbers.
        let begins = section.numbered == Some(NumberedParts::Paragraphs)
            && self.session.paragraphs.is_none();
        if begins {
            self.session.paragraphs = Some(0);
        }
        let heading: Option<Phrase> = section.heading.as_ref().map(|text| self.phrase(text));
        let body = section
            .body
            .as_ref()
            .map(|text| self.body(text))
            .unwrap_or_default();
        let deeper = (level + u8::from(headed)).min(DEEPEST);
        let mut sections = begun_sections(body.headed, deeper, &section.place);
        sections.extend(self.nested(&section.sections, &anchor, deeper));
        if begins {
            self.session.paragraphs = None;
        }
        Section {
            id,
            linked: false,
            level,
            heading,
            label: 0,
            body: body.passage,
            sections,
            place: section.place.clone(),
            begun: None,
        }
    }

    fn free_anchor(&mut self, anchor: &str) -> String {
        let mut free = anchor.to_owned();
        while self.anchors.contains(&free) {
            free.push('x');
        }
        self.anchors.push(free.clone());
        free
    }

    /// Marks the sections that links lead to, and reports links to anchors that
    /// are not there. Gives the anchors of the figures and tables that links lead to.
    pub(super) fn check_anchors(&mut self, parts: [&mut Vec<Section>; 2]) -> Vec<String> {
        let anchors = std::mem::take(&mut self.session.links.anchors);
        let mut captions = self.session.caption_anchors();
        self.anchors.extend(captions.iter().cloned());
        for sections in parts {
            mark_linked(sections, &anchors);
        }
        let linked: BTreeSet<String> = anchors.iter().map(|(to, _)| to.clone()).collect();
        for (anchor, origin) in anchors {
            if self.anchors.contains(&anchor) {
                continue;
            }
            let near = nearest(&anchor, self.anchors.iter().map(String::as_str));
            let wording = UNKNOWN_ANCHOR.say("unknown", given!(id = anchor, near));
            self.session.tell(&origin, wording);
        }
        captions.retain(|anchor| linked.contains(anchor));
        captions
    }
}

fn mark_linked(sections: &mut [Section], anchors: &[(String, Origin)]) {
    for section in sections {
        section.linked = anchors.iter().any(|(anchor, _)| *anchor == section.id);
        mark_linked(&mut section.sections, anchors);
    }
}

/// Whether pages have this id already, or may: that of their content, of a footnote, a
/// figure or a table.
fn is_reserved(id: &str) -> bool {
    let numbered = |prefix: &str| {
        id.strip_prefix(prefix)
            .and_then(|rest| rest.bytes().next())
            .is_some_and(|first| first.is_ascii_digit())
    };
    let all = ["note-", "note-reference-", "figure-", "table-"];
    id == "content" || all.into_iter().any(numbered)
}
