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
        if let Ok(dictionary) = document.get_dictionary_mut(page_id) {
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
    let mut dictionary = dictionary! { "Type" => "Outlines" };
    let mut outline = Outline {
        document,
        ids,
        elements,
    };
    outline.add(&pages.outline, root, &mut dictionary);
    document.set_object(root, dictionary);
    if let Ok(catalog) = document.catalog_mut() {
        catalog.set("Outlines", root);
    }
}

/// The outline while it is written.
struct Outline<'a> {
    document: &'a mut Document,
    ids: &'a [ObjectId],
    elements: &'a [Option<ObjectId>],
}

impl Outline<'_> {
    /// Adds the entries that lie in one, or in the outline itself, and names them in its
    /// `dictionary`. In each lie those behind it of a higher level.
    fn add(&mut self, entries: &[OutlineEntry], parent: ObjectId, dictionary: &mut Dictionary) {
        let mut siblings = Vec::new();
        let mut rest = entries;
        while let Some((entry, behind)) = rest.split_first() {
            let inside = behind.iter().take_while(|inner| inner.level > entry.level);
            let (inside, behind) = behind.split_at(inside.count());
            siblings.push((self.document.new_object_id(), entry, inside));
            rest = behind;
        }
        for (at, &(id, entry, inside)) in siblings.iter().enumerate() {
            let mut dictionary = dictionary! {
                "Title" => text_string(&entry.title),
                "Parent" => parent,
                "Dest" => destination(self.ids, entry.page, entry.y),
            };
            if let Some(Some(element)) = self.elements.get(entry.element) {
                dictionary.set("SE", *element);
            }
            if let Some((before, ..)) = at.checked_sub(1).and_then(|at| siblings.get(at)) {
                dictionary.set("Prev", *before);
            }
            if let Some((after, ..)) = siblings.get(at + 1) {
                dictionary.set("Next", *after);
            }
            self.add(inside, id, &mut dictionary);
            self.document.set_object(id, dictionary);
        }
        if let (Some((first, ..)), Some((last, ..))) = (siblings.first(), siblings.last()) {
            dictionary.set("First", *first);
            dictionary.set("Last", *last);
            dictionary.set("Count", entries.len() as i64);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_nest_by_level_even_where_levels_are_skipped() {
        let outline = [1, 2, 4, 2, 1, 3].map(|level| OutlineEntry {
            title: level.to_string(),
            level,
            page: 0,
            y: 0.0,
            element: 0,
        });
        let mut document = Document::new();
        let mut root = dictionary! {};
        let mut writer = Outline {
            document: &mut document,
            ids: &[],
            elements: &[],
        };
        writer.add(&outline, (0, 0), &mut root);
        /// The levels of what lies in an entry, each with what lies in it.
        fn tree(document: &Document, parent: &Dictionary) -> String {
            let mut found = String::new();
            let mut next = parent.get(b"First").ok();
            while let Some(entry) = next {
                let entry = document
                    .get_dictionary(entry.as_reference().unwrap())
                    .unwrap();
                let title = lopdf::decode_text_string(entry.get(b"Title").unwrap()).unwrap();
                found += &format!("{title}({})", tree(document, entry));
                next = entry.get(b"Next").ok();
            }
            found
        }
        assert_eq!(tree(&document, &root), "1(2(4())2())1(3())");
        assert_eq!(root.get(b"Count").unwrap().as_i64().unwrap(), 6);
        let first = root.get(b"First").unwrap().as_reference().unwrap();
        let first = document.get_dictionary(first).unwrap();
        assert_eq!(first.get(b"Count").unwrap().as_i64().unwrap(), 3);
        assert!(!first.has(b"Prev"));
    }

    #[test]
    fn addresses_become_ascii() {
        assert_eq!(
            ascii_uri("https://exemple.ca/été 1?a=b%20c"),
            "https://exemple.ca/%C3%A9t%C3%A9%201?a=b%20c"
        );
    }
}
