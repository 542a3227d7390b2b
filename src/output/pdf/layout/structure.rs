//! Building the structure tree while the markup is laid out.

use crate::lang::Lang;
use crate::output::pdf::pages::{Child, Element, MarkRole, Tag};

/// Where content belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// To a structure element.
    Element(usize),
    /// To none: it is an artifact of this role.
    Artifact(MarkRole),
}

/// The structure elements so far.
#[derive(Debug)]
pub(super) struct Structure {
    pub elements: Vec<Element>,
    /// The language of each, its own or an ancestor's.
    langs: Vec<Lang>,
}

impl Structure {
    /// A tree of the root alone.
    pub fn new(lang: Lang) -> Structure {
        Structure {
            elements: vec![element(Tag::Document, Some(lang))],
            langs: vec![lang],
        }
    }

    /// A new element in `owner`, after what is in it; an artifact stays one.
    pub fn open(&mut self, owner: Owner, tag: Tag, lang: Lang) -> Owner {
        let Owner::Element(parent) = owner else {
            return owner;
        };
        let index = self.elements.len();
        let differs = self.langs.get(parent) != Some(&lang);
        self.elements.push(element(tag, differs.then_some(lang)));
        self.langs.push(lang);
        if let Some(parent) = self.elements.get_mut(parent) {
            parent.children.push(Child::Element(index));
        }
        Owner::Element(index)
    }

    /// The role of marks that belong to `owner` itself.
    pub fn role(&mut self, owner: Owner) -> MarkRole {
        match owner {
            Owner::Artifact(role) => role,
            Owner::Element(index) => {
                if let Some(element) = self.elements.get_mut(index)
                    && !element.children.contains(&Child::Marks)
                {
                    element.children.push(Child::Marks);
                }
                MarkRole::Content(index)
            }
        }
    }

    /// Changes an element.
    pub fn edit(&mut self, owner: Owner, change: impl FnOnce(&mut Element)) {
        if let Owner::Element(index) = owner
            && let Some(element) = self.elements.get_mut(index)
        {
            change(element);
        }
    }
}

/// An element with nothing in it.
fn element(tag: Tag, lang: Option<Lang>) -> Element {
    Element {
        tag,
        lang,
        alt: None,
        expansion: None,
        id: None,
        children: Vec::new(),
    }
}

impl Owner {
    /// The role of decoration beside the owner's content: a running head's rules are
    /// part of the running head.
    pub fn decoration(self) -> MarkRole {
        match self {
            Owner::Element(_) => MarkRole::Decoration,
            Owner::Artifact(role) => role,
        }
    }

    /// The element's index.
    pub fn element(self) -> Option<usize> {
        match self {
            Owner::Element(index) => Some(index),
            Owner::Artifact(_) => None,
        }
    }
}
