//! The sections that headings of bodies begin, and how deep they are.

use crate::document::markdown::HeadedPart;
use crate::document::{BodyHeading, Section};
use crate::memo::NodePath;

/// HTML and PDF have six levels of headings.
pub(super) const DEEPEST: u8 = 6;

/// The sections of what headings begin, the shallowest of them at `level`, as those of the
/// section at `place`.
pub(super) fn begun_sections(parts: Vec<HeadedPart>, level: u8, place: &NodePath) -> Vec<Section> {
    let depths = depths(&parts);
    let mut sections: Vec<Section> = Vec::new();
    for (part, depth) in parts.into_iter().zip(depths) {
        let deep = u8::try_from(depth).unwrap_or(DEEPEST);
        let section = Section {
            id: String::new(),
            linked: false,
            level: level.saturating_add(deep).min(DEEPEST),
            heading: Some(part.heading),
            label: 0,
            body: part.passage,
            sections: Vec::new(),
            place: place.clone(),
            begun: Some(BodyHeading {
                origin: part.origin,
                extent: part.extent,
            }),
        };
        let mut siblings = &mut sections;
        for _ in 0..depth {
            if siblings.is_empty() {
                break;
            }
            let last = siblings.len() - 1;
            siblings = &mut siblings[last].sections;
        }
        siblings.push(section);
    }
    sections
}

/// How deep each heading stands among the others: below the last one that is shallower,
/// so that no level is left out.
pub(super) fn depths(parts: &[HeadedPart]) -> Vec<usize> {
    let mut open: Vec<u8> = Vec::new();
    let depth = |part: &HeadedPart| {
        while open.pop_if(|above| *above >= part.level).is_some() {}
        open.push(part.level);
        open.len() - 1
    };
    parts.iter().map(depth).collect()
}
