//! The structure tree: elements, their attributes, and which marked content and
//! annotations belong to them (ISO 32000-1, 14.7 and 14.8).

use super::content::structure_name;
use super::error::inaccessible;
use super::links::Annotation;
use super::objects::{corners, text_string};
use crate::diagnostic::Diagnostic;
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
) -> Result<Vec<Option<ObjectId>>, Box<Diagnostic>> {
    let root = document.new_object_id();
    let mut tree = Tree {
        elements: &pages.structure,
        content: vec![Vec::new(); pages.structure.len()],
        annotations: vec![Vec::new(); pages.structure.len()],
        ids: vec![None; pages.structure.len()],
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
            None => return Err(inaccessible("link", "")),
        }
    }
    tree.add(0, root)?;
    let lost = tree
        .ids
        .iter()
        .zip(tree.content.iter().zip(&tree.annotations));
    let mut lost = lost.filter(|(id, _)| id.is_none());
    if lost.any(|(_, (content, annotations))| !content.is_empty() || !annotations.is_empty()) {
        return Err(inaccessible("lost", ""));
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
        if let Ok(page) = document.get_dictionary_mut(*page)
            && !sequences.is_empty()
        {
            page.set("StructParents", key as i64);
        }
    }
    Ok(ids)
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
    /// The elements that have an identifier.
    names: BTreeMap<String, ObjectId>,
    document: &'a mut Document,
}

impl Tree<'_> {
    /// Adds an element with all in it, and gives its object; each element stands in the
    /// tree once, and figures have words.
    fn add(&mut self, index: usize, parent: ObjectId) -> Result<ObjectId, Box<Diagnostic>> {
        let elements = self.elements;
        let (Some(element), Some(slot)) = (elements.get(index), self.ids.get_mut(index)) else {
            return Err(inaccessible("child", ""));
        };
        if slot.is_some() {
            return Err(inaccessible("twice", ""));
        }
        let silent = element.alt.as_ref().is_none_or(|alt| alt.trim().is_empty());
        if matches!(element.tag, Tag::Figure { .. }) && silent {
            return Err(inaccessible("alt", ""));
        }
        let id = self.document.new_object_id();
        *slot = Some(id);
        let mut dictionary = dictionary! { "S" => structure_name(element.tag), "P" => parent };
        let content = self.content.get(index).and_then(|content| content.first());
        let page = content.map(|(page, _)| *page);
        if let Some(page) = page {
            dictionary.set("Pg", page);
        }
        let kids = self.kids(index, id, page)?;
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
        if let Some(expansion) = &element.expansion {
            dictionary.set("E", text_string(expansion));
        }
        if let Some(attributes) = attributes(element.tag) {
            dictionary.set("A", attributes);
        }
        if element.tag == Tag::Note {
            let name = self.note_name(index, element);
            dictionary.set("ID", text_string(&name));
            self.names.insert(name, id);
        }
        self.document.set_object(id, dictionary);
        Ok(id)
    }

    /// What lies in the element `id`: elements, sequences, annotations.
    fn kids(
        &mut self,
        index: usize,
        id: ObjectId,
        page: Option<ObjectId>,
    ) -> Result<Vec<Object>, Box<Diagnostic>> {
        let content = self.content.get(index).into_iter().flatten();
        let mut sequences: Vec<Object> = content
            .map(|(at, mcid)| {
                if Some(*at) == page {
                    Object::from(*mcid)
                } else {
                    dictionary! { "Type" => "MCR", "Pg" => *at, "MCID" => *mcid }.into()
                }
            })
            .collect();
        let mut kids = Vec::new();
        for child in self
            .elements
            .get(index)
            .into_iter()
            .flat_map(|it| &it.children)
        {
            match child {
                Child::Element(child) => kids.push(self.add(*child, id)?.into()),
                Child::Marks => kids.append(&mut sequences),
            }
        }
        kids.append(&mut sequences);
        for (at, annotation) in self.annotations.get(index).into_iter().flatten() {
            let reference = dictionary! { "Type" => "OBJR", "Pg" => *at, "Obj" => *annotation };
            kids.push(reference.into());
        }
        Ok(kids)
    }

    /// A note's identifier, which no other element has (ISO 14289-1, 7.9).
    fn note_name(&self, index: usize, element: &Element) -> String {
        match &element.id {
            Some(id) if !id.is_empty() && !self.names.contains_key(id) => id.clone(),
            _ => format!("note.{index}"),
        }
    }
}

/// The standard attributes (ISO 32000-1, 14.8.5).
fn attributes(tag: Tag) -> Option<Dictionary> {
    Some(match tag {
        Tag::L { numbering } => {
            dictionary! { "O" => "List", "ListNumbering" => numbering.name() }
        }
        Tag::TH { column } => {
            let scope = if column { "Column" } else { "Row" };
            dictionary! { "O" => "Table", "Scope" => scope }
        }
        Tag::Figure { bounds, .. } => {
            dictionary! { "O" => "Layout", "BBox" => corners(bounds) }
        }
        _ => return None,
    })
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
        let limits = names.first().into_iter().chain(names.last());
        let limits: Vec<Object> = limits.map(|(name, _)| name.clone()).collect();
        let names = names.into_iter().flat_map(|(name, id)| [name, id.into()]);
        let names: Vec<Object> = names.collect();
        let leaf = document.add_object(dictionary! { "Limits" => limits, "Names" => names });
        dictionary.set("IDTree", dictionary! { "Kids" => vec![leaf.into()] });
    }
    document.set_object(root, dictionary);
    if let Ok(catalog) = document.catalog_mut() {
        catalog.set("StructTreeRoot", root);
        catalog.set("MarkInfo", dictionary! { "Marked" => true });
    }
}
