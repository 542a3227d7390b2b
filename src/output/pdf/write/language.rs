//! The language of descriptions of links. An outline's entries have that of the element
//! that they lead to (`SE`).

use crate::lang::Lang;
use crate::output::pdf::pages::{Child, Pages};
use std::collections::BTreeSet;

/// The language of what each element holds, where it is not the document's; of elements
/// alone that it holds, theirs.
pub(super) fn foreign_languages(pages: &Pages) -> Vec<Option<Lang>> {
    let elements = &pages.structure;
    let document = pages
        .metadata
        .lang
        .or(elements.first().and_then(|root| root.lang));
    let mut langs = vec![document; elements.len()];
    // A child stands after its parent.
    for (index, element) in elements.iter().enumerate() {
        let own = element.lang.or(langs.get(index).copied().flatten());
        for place in element.children.iter().filter_map(inside).chain([index]) {
            if let Some(lang) = langs.get_mut(place) {
                *lang = own;
            }
        }
    }
    for (index, element) in elements.iter().enumerate().rev() {
        let children = element.children.iter();
        let inside: BTreeSet<Option<Lang>> = children
            .map(|child| inside(child).and_then(|child| langs.get(child).copied().flatten()))
            .collect();
        if let (1, Some(Some(only))) = (inside.len(), inside.first())
            && let Some(lang) = langs.get_mut(index)
        {
            *lang = Some(*only);
        }
    }
    langs
        .into_iter()
        .map(|lang| lang.filter(|lang| Some(*lang) != document))
        .collect()
}

fn inside(child: &Child) -> Option<usize> {
    match child {
        Child::Element(index) => Some(*index),
        Child::Marks => None,
    }
}
