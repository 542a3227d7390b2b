//! Link annotations and the outline.

use super::objects::{corners, round, text_string};
use crate::lang::Lang;
use crate::output::pdf::pages::{LinkArea, LinkTarget, OutlineEntry, Pages};
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

/// Print the annotation; it has no other flag (ISO 19005-2, 6.3.2).
const PRINT: i64 = 4;

/// An annotation that stands in a page.
pub(super) struct Annotation {
    /// The object.
    pub(super) id: ObjectId,
    /// The page that it stands on.
    pub(super) page: ObjectId,
    /// The `Link` element that it belongs to.
    pub(super) element: usize,
}

/// Adds the link annotations of all pages. Their keys in the parent tree follow
/// those of the pages.
pub(super) fn add_links(
    document: &mut Document,
    pages: &Pages,
    ids: &[ObjectId],
    langs: &[Option<Lang>],
) -> Vec<Annotation> {
    let mut annotations = Vec::new();
    for (page, &page_id) in pages.pages.iter().zip(ids) {
        let mut here = Vec::new();
        for link in &page.links {
            let key = ids.len() + annotations.len();
            let lang = langs.get(link.element).copied().flatten();
            let mut dictionary = annotation(link, ids, lang);
            dictionary.set("P", page_id);
            dictionary.set("StructParent", key as i64);
            let id = document.add_object(dictionary);
            here.push(Object::from(id));
            annotations.push(Annotation {
                id,
                page: page_id,
                element: link.element,
            });
        }
        if let Ok(dictionary) = document
            .get_object_mut(page_id)
            .and_then(Object::as_dict_mut)
        {
            // Readers go from link to link in the order of the structure.
            dictionary.set("Tabs", "S");
            if !here.is_empty() {
                dictionary.set("Annots", here);
            }
        }
    }
    annotations
}

fn annotation(link: &LinkArea, ids: &[ObjectId], lang: Option<Lang>) -> Dictionary {
    let mut dictionary = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => corners(link.rect),
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "F" => PRINT,
    };
    let (mut contents, mut lang) = (link.contents.as_str(), lang);
    match &link.target {
        LinkTarget::Uri(uri) => {
            if contents.trim().is_empty() {
                contents = uri;
                lang = None;
            }
            dictionary.set(
                "A",
                dictionary! { "S" => "URI", "URI" => Object::string_literal(ascii_uri(uri)) },
            );
        }
        LinkTarget::Place { page, y, .. } => {
            dictionary.set("Dest", destination(ids, *page, *y));
        }
    }
    dictionary.set("Contents", text_string(contents));
    if let Some(lang) = lang {
        // The description's language is that of the `Link` element; readers of PDF 2.0
        // find it here, too (ISO 32000-2, 12.5.2).
        dictionary.set("Lang", text_string(lang.tag()));
    }
    dictionary
}

/// A height on a page; left edge and zoom stay as they are.
fn destination(ids: &[ObjectId], page: usize, y: f32) -> Vec<Object> {
    let page = ids
        .get(page)
        .or(ids.last())
        .map_or(Object::Null, |id| (*id).into());
    vec![
        page,
        "XYZ".into(),
        Object::Null,
        round(y).into(),
        Object::Null,
    ]
}

/// A URI in ASCII, as PDF wants it (ISO 32000-1, 12.6.4.7): what else there is
/// stands percent-encoded (RFC 3987, 3.1).
fn ascii_uri(uri: &str) -> String {
    use std::fmt::Write as _;
    let mut ascii = String::with_capacity(uri.len());
    for byte in uri.bytes() {
        if byte.is_ascii_graphic() && !b"<>\"{}|\\^`".contains(&byte) {
            ascii.push(char::from(byte));
        } else {
            let _ = write!(ascii, "%{byte:02X}");
        }
    }
    ascii
}

/// Adds the outline: headings nested by level, all open.
pub(super) fn add_outline(
    document: &mut Document,
    pages: &Pages,
    ids: &[ObjectId],
    elements: &[Option<ObjectId>],
) {
    if pages.outline.is_empty() {
        return;
    }
    let root = document.new_object_id();
    let items: Vec<ObjectId> = pages
        .outline
        .iter()
        .map(|_| document.new_object_id())
        .collect();
    let parents = parents(&pages.outline);
    for (index, entry) in pages.outline.iter().enumerate() {
        let parent = parents.get(index).copied().flatten();
        let mut dictionary = dictionary! {
            "Title" => text_string(&entry.title),
            "Parent" => id_of(&items, parent, root),
            "Dest" => destination(ids, entry.page, entry.y),
        };
        if let Some(Some(element)) = elements.get(entry.element) {
            dictionary.set("SE", *element);
        }
        let siblings = children(&parents, parent);
        let at = siblings
            .iter()
            .position(|&other| other == index)
            .unwrap_or(0);
        if let Some(&before) = at.checked_sub(1).and_then(|at| siblings.get(at)) {
            dictionary.set("Prev", id_of(&items, Some(before), root));
        }
        if let Some(&after) = siblings.get(at + 1) {
            dictionary.set("Next", id_of(&items, Some(after), root));
        }
        add_children(&mut dictionary, &items, &parents, Some(index), root);
        if let Some(&id) = items.get(index) {
            document.set_object(id, dictionary);
        }
    }
    let mut dictionary = dictionary! { "Type" => "Outlines" };
    add_children(&mut dictionary, &items, &parents, None, root);
    document.set_object(root, dictionary);
    if let Ok(catalog) = document.catalog_mut() {
        catalog.set("Outlines", root);
    }
}

/// The entry that each entry lies in: the last before it of a lower level.
fn parents(outline: &[OutlineEntry]) -> Vec<Option<usize>> {
    let mut open: Vec<usize> = Vec::new();
    let level = |index: usize| outline.get(index).map_or(0, |entry| entry.level);
    (0..outline.len())
        .map(|index| {
            while open.last().is_some_and(|&last| level(last) >= level(index)) {
                open.pop();
            }
            let parent = open.last().copied();
            open.push(index);
            parent
        })
        .collect()
}

/// The entries that lie directly in one, or at the top.
fn children(parents: &[Option<usize>], parent: Option<usize>) -> Vec<usize> {
    (0..parents.len())
        .filter(|&index| parents.get(index) == Some(&parent))
        .collect()
}

/// Names the first and last child, and how many entries lie beneath, all open.
fn add_children(
    dictionary: &mut Dictionary,
    items: &[ObjectId],
    parents: &[Option<usize>],
    parent: Option<usize>,
    root: ObjectId,
) {
    let inside = children(parents, parent);
    if let (Some(&first), Some(&last)) = (inside.first(), inside.last()) {
        dictionary.set("First", id_of(items, Some(first), root));
        dictionary.set("Last", id_of(items, Some(last), root));
        dictionary.set("Count", beneath(parents, parent) as i64);
    }
}

/// How many entries lie beneath one, at any depth.
fn beneath(parents: &[Option<usize>], ancestor: Option<usize>) -> usize {
    (0..parents.len())
        .filter(|&index| {
            let up = |index: &usize| parents.get(*index).copied().flatten();
            ancestor.is_none()
                || std::iter::successors(up(&index), up).any(|above| Some(above) == ancestor)
        })
        .count()
}

/// The object of an entry; the outline's root for none.
fn id_of(items: &[ObjectId], index: Option<usize>, root: ObjectId) -> ObjectId {
    index
        .and_then(|index| items.get(index))
        .copied()
        .unwrap_or(root)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_nest_by_level_even_where_levels_are_skipped() {
        let outline: Vec<OutlineEntry> = [1, 2, 4, 2, 1, 3]
            .map(|level| OutlineEntry {
                title: String::new(),
                level,
                page: 0,
                y: 0.0,
                element: 0,
            })
            .into();
        let parents = parents(&outline);
        assert_eq!(parents, [None, Some(0), Some(1), Some(0), None, Some(4)]);
        assert_eq!(children(&parents, Some(0)), [1, 3]);
        assert_eq!(beneath(&parents, Some(0)), 3);
        assert_eq!(beneath(&parents, None), 6);
    }

    #[test]
    fn addresses_become_ascii() {
        assert_eq!(
            ascii_uri("https://exemple.ca/été 1?a=b%20c"),
            "https://exemple.ca/%C3%A9t%C3%A9%201?a=b%20c"
        );
    }
}
