//! The structure tree: elements, their attributes, and which marked content and
//! annotations belong to them (ISO 32000-1, 14.7 and 14.8).

use super::content::structure_name;
use super::error::WriteError;
use super::links::Annotation;
use super::objects::{corners, text_string};
use crate::output::pdf::pages::{Child, Element, Pages, Tag};
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};
use std::collections::BTreeMap;

/// Adds the structure tree and gives the object of each element; none where the
/// element has no place in the tree.
///
/// # Errors
/// Content or a link of an element that is not in the tree, elements that stand
/// in two places, and a figure without words for those who cannot see it.
pub(super) fn add_structure(
    document: &mut Document,
    pages: &Pages,
    page_ids: &[ObjectId],
    sequences: &[Vec<usize>],
    annotations: &[Annotation],
) -> Result<Vec<Option<ObjectId>>, WriteError> {
    let root = document.new_object_id();
    let mut tree = Tree {
        elements: &pages.structure,
        content: vec![Vec::new(); pages.structure.len()],
        annotations: vec![Vec::new(); pages.structure.len()],
        ids: vec![None; pages.structure.len()],
        parents: vec![root; pages.structure.len()],
        names: BTreeMap::new(),
        document,
    };
    for (page, sequences) in page_ids.iter().zip(sequences) {
        for (mcid, &element) in sequences.iter().enumerate() {
            if let Some(content) = tree.content.get_mut(element) {
                content.push((*page, mcid as i64));
            }
        }
    }
    for annotation in annotations {
        match tree.annotations.get_mut(annotation.element) {
            Some(known) => known.push((annotation.page, annotation.id)),
            None => return Err(fault("a link names an element that is not there")),
        }
    }
    tree.reserve()?;
    tree.check()?;
    for index in 0..pages.structure.len() {
        tree.write(index);
    }
    let ids = tree.ids;
    let names = tree.names;
    add_root(
        document,
        root,
        &ids,
        names,
        parent_tree(&ids, sequences, annotations),
    );
    for (key, (page, sequences)) in page_ids.iter().zip(sequences).enumerate() {
        if let Ok(page) = document.get_object_mut(*page).and_then(Object::as_dict_mut)
            && !sequences.is_empty()
        {
            page.set("StructParents", key as i64);
        }
    }
    Ok(ids)
}

fn fault(what: &str) -> WriteError {
    WriteError::Pages(what.to_owned())
}

/// The tree while it is written.
struct Tree<'a> {
    elements: &'a [Element],
    /// For each element its sequences: page and MCID.
    content: Vec<Vec<(ObjectId, i64)>>,
    /// For each element its annotations: page and annotation.
    annotations: Vec<Vec<(ObjectId, ObjectId)>>,
    /// The object of each element that the tree reaches.
    ids: Vec<Option<ObjectId>>,
    /// The parent's object of each; the tree's root for the first.
    parents: Vec<ObjectId>,
    /// The elements that have an identifier.
    names: BTreeMap<String, ObjectId>,
    document: &'a mut Document,
}

impl Tree<'_> {
    /// Gives the first element and all in it their objects and parents, each once.
    fn reserve(&mut self) -> Result<(), WriteError> {
        let mut waiting = vec![0];
        while let Some(index) = waiting.pop() {
            let (Some(element), Some(slot)) = (self.elements.get(index), self.ids.get_mut(index))
            else {
                return Err(fault("an element names one that is not there"));
            };
            if slot.is_some() {
                return Err(fault("an element stands in two places"));
            }
            let id = self.document.new_object_id();
            *slot = Some(id);
            // Children come off the stack in their order.
            for child in element.children.iter().rev() {
                if let Child::Element(child) = child {
                    waiting.push(*child);
                    if let Some(parent) = self.parents.get_mut(*child) {
                        *parent = id;
                    }
                }
            }
        }
        Ok(())
    }

    /// Whether all content has a place, and all figures have words.
    fn check(&self) -> Result<(), WriteError> {
        let used = self.content.iter().zip(&self.annotations);
        for ((element, id), (content, annotations)) in self.elements.iter().zip(&self.ids).zip(used)
        {
            let lost = id.is_none() && !(content.is_empty() && annotations.is_empty());
            if lost {
                return Err(fault("an element with content is not in the tree"));
            }
            let silent = element.alt.as_ref().is_none_or(|alt| alt.trim().is_empty());
            if matches!(element.tag, Tag::Figure { .. }) && id.is_some() && silent {
                return Err(fault("a figure has no alternative text"));
            }
        }
        Ok(())
    }

    fn write(&mut self, index: usize) {
        let (Some(element), Some(Some(id))) = (self.elements.get(index), self.ids.get(index))
        else {
            return;
        };
        let id = *id;
        let dictionary = self.dictionary(index, element, id);
        self.document.set_object(id, dictionary);
    }

    fn dictionary(&mut self, index: usize, element: &Element, id: ObjectId) -> Dictionary {
        let mut dictionary = dictionary! { "S" => structure_name(element.tag) };
        if let Some(parent) = self.parents.get(index) {
            dictionary.set("P", *parent);
        }
        let content = self.content.get(index).map_or(&[][..], Vec::as_slice);
        let page = content.first().map(|(page, _)| *page);
        if let Some(page) = page {
            dictionary.set("Pg", page);
        }
        let kids = self.kids(index, element, page);
        match <[Object; 1]>::try_from(kids) {
            Ok([only]) => dictionary.set("K", only),
            Err(kids) if !kids.is_empty() => dictionary.set("K", kids),
            Err(_) => {}
        }
        if let Some(lang) = element.lang {
            dictionary.set("Lang", text_string(lang.tag()));
        }
        if let Some(alt) = &element.alt {
            dictionary.set("Alt", text_string(alt));
        }
        if let Some(attributes) = self.attributes(element) {
            dictionary.set("A", attributes);
        }
        if element.tag == Tag::Note {
            let name = self.note_name(index, element);
            dictionary.set("ID", text_string(&name));
            self.names.insert(name, id);
        }
        dictionary
    }

    /// What lies in the element: elements, sequences, annotations.
    fn kids(&self, index: usize, element: &Element, page: Option<ObjectId>) -> Vec<Object> {
        let mut sequences: Vec<Object> = self
            .content
            .get(index)
            .into_iter()
            .flatten()
            .map(|(at, mcid)| {
                if Some(*at) == page {
                    Object::from(*mcid)
                } else {
                    dictionary! { "Type" => "MCR", "Pg" => *at, "MCID" => *mcid }.into()
                }
            })
            .collect();
        let mut kids = Vec::new();
        for child in &element.children {
            match child {
                Child::Element(child) => {
                    kids.extend(self.ids.get(*child).copied().flatten().map(Object::from));
                }
                Child::Marks => kids.append(&mut sequences),
            }
        }
        kids.append(&mut sequences);
        for (at, annotation) in self.annotations.get(index).into_iter().flatten() {
            let reference = dictionary! { "Type" => "OBJR", "Pg" => *at, "Obj" => *annotation };
            kids.push(reference.into());
        }
        kids
    }

    /// The standard attributes (ISO 32000-1, 14.8.5).
    fn attributes(&self, element: &Element) -> Option<Dictionary> {
        match element.tag {
            Tag::L { numbering } => {
                Some(dictionary! { "O" => "List", "ListNumbering" => numbering.name() })
            }
            Tag::TH { column, span } => {
                let scope = if column { "Column" } else { "Row" };
                let mut attributes = dictionary! { "O" => "Table", "Scope" => scope };
                if span > 1 {
                    attributes.set("ColSpan", i64::from(span));
                }
                Some(attributes)
            }
            Tag::TD { span } if span > 1 => {
                Some(dictionary! { "O" => "Table", "ColSpan" => i64::from(span) })
            }
            Tag::Figure { bounds, .. } => {
                Some(dictionary! { "O" => "Layout", "BBox" => corners(bounds) })
            }
            _ => None,
        }
    }

    /// A note's identifier, which no other element has (ISO 14289-1, 7.9).
    fn note_name(&self, index: usize, element: &Element) -> String {
        match &element.id {
            Some(id) if !id.is_empty() && !self.names.contains_key(id) => id.clone(),
            _ => format!("note.{index}"),
        }
    }
}

/// For each page the elements of its sequences, for each annotation its element.
fn parent_tree(
    ids: &[Option<ObjectId>],
    sequences: &[Vec<usize>],
    annotations: &[Annotation],
) -> Vec<Object> {
    let object = |element: &usize| {
        ids.get(*element)
            .copied()
            .flatten()
            .map_or(Object::Null, Object::from)
    };
    let of_pages = sequences
        .iter()
        .map(|sequences| Object::Array(sequences.iter().map(object).collect()));
    let of_annotations = annotations
        .iter()
        .map(|annotation| object(&annotation.element));
    (0_i64..)
        .zip(of_pages.chain(of_annotations))
        .flat_map(|(key, parent)| [key.into(), parent])
        .collect()
}

fn add_root(
    document: &mut Document,
    root: ObjectId,
    ids: &[Option<ObjectId>],
    names: BTreeMap<String, ObjectId>,
    parents: Vec<Object>,
) {
    let next = parents.len() as i64 / 2;
    let mut dictionary = dictionary! {
        "Type" => "StructTreeRoot",
        "ParentTree" => dictionary! { "Nums" => parents },
        "ParentTreeNextKey" => next,
    };
    if let Some(Some(first)) = ids.first() {
        dictionary.set("K", *first);
    }
    if !names.is_empty() {
        // A name tree is ordered by bytes.
        let mut names: Vec<(Object, ObjectId)> = names
            .into_iter()
            .map(|(name, id)| (text_string(&name), id))
            .collect();
        names.sort_by(|(one, _), (other, _)| one.as_str().ok().cmp(&other.as_str().ok()));
        let limits = [names.first(), names.last()]
            .into_iter()
            .flatten()
            .map(|(name, _)| name.clone())
            .collect::<Vec<_>>();
        let names: Vec<Object> = names
            .into_iter()
            .flat_map(|(name, id)| [name, id.into()])
            .collect();
        let leaf = document.add_object(dictionary! { "Limits" => limits, "Names" => names });
        dictionary.set("IDTree", dictionary! { "Kids" => vec![leaf.into()] });
    }
    document.set_object(root, dictionary);
    if let Ok(catalog) = document.catalog_mut() {
        catalog.set("StructTreeRoot", root);
        catalog.set("MarkInfo", dictionary! { "Marked" => true });
    }
}
