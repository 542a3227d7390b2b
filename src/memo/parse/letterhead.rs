//! Letterheads, inline or in a file of their own.

use super::contact;
use super::text::{self, TextForm};
use crate::diagnostic::Diagnostic;
use crate::lang::{Both, Lang};
use crate::memo::codes;
use crate::memo::keys::keys_of;
use crate::memo::model::{Letterhead, LetterheadChoice, Logo, Text, TextValue};
use crate::memo::path::NodePath;
use crate::memo::yaml::{At, Fields, Node, Reader};
use crate::source::SourceFile;
use std::sync::Arc;

/// Reads a letterhead's file, with every fault of it. What has a fault is left out, so
/// that the rest can be checked further.
pub fn parse_letterhead(file: &Arc<SourceFile>) -> (Letterhead, Vec<Diagnostic>) {
    let (mut reader, root) = Reader::open(file);
    if root == Node::Null {
        reader.tell(
            &codes::EMPTY_FILE,
            &NodePath::root(),
            "this letterhead is empty",
            "write its `organization:` and `address:`",
        );
    }
    let letterhead = reader
        .fields(&root, "a letterhead", keys_of("letterhead"))
        .map(|fields| letterhead(&mut reader, &fields));
    let letterhead = letterhead.unwrap_or_else(|| Letterhead::empty(Arc::clone(file)));
    (letterhead, reader.finish())
}

/// A letterhead's name, or the letterhead written out.
pub(super) fn choice(reader: &mut Reader, (node, path): At<'_>) -> Option<LetterheadChoice> {
    if matches!(node, Node::Mapping(_)) {
        let fields = reader.mapping((node, path), "a letterhead", keys_of("letterhead"))?;
        let letterhead = letterhead(reader, &fields);
        return Some(LetterheadChoice::Inline(Box::new(letterhead)));
    }
    reader.code((node, path)).map(LetterheadChoice::Named)
}

fn letterhead(reader: &mut Reader, fields: &Fields<'_>) -> Letterhead {
    let first = fields
        .get("first")
        .and_then(|node| reader.choice(node, &["en", "fr"]));
    let languages = fields
        .get("languages")
        .and_then(|node| reader.choice(node, &["both", "own"]));
    Letterhead {
        file: Arc::clone(reader.file()),
        place: fields.path.clone(),
        is_example: false,
        first: if first == Some(1) { Lang::Fr } else { Lang::En },
        own_language_only: languages == Some(1),
        logo: fields.get("logo").and_then(|node| logo(reader, node)),
        organization: text::optional(reader, fields, "organization", TextForm::Any),
        office: text::optional(reader, fields, "office", TextForm::Any),
        address: fields
            .get("address")
            .map_or_else(Vec::new, |node| address(reader, node)),
        telephone: contact::telephone(reader, fields, "telephone"),
        email: contact::email(reader, fields, "email"),
        web: text::optional(reader, fields, "web", TextForm::Any),
    }
}

fn logo(reader: &mut Reader, node: At<'_>) -> Option<Logo> {
    let fields = reader.mapping(node, "a logo", keys_of("logo"))?;
    let file = reader.required_string(&fields, "file");
    let alt = text::required(reader, &fields, "alt", TextForm::Words);
    Some(Logo {
        file: file?,
        alt: alt?,
    })
}

/// The lines of an address: a list of lines for each language, or one list for
/// both.
fn address(reader: &mut Reader, (node, path): At<'_>) -> Vec<Text> {
    let Node::Mapping(mapping) = node else {
        if matches!(node, Node::List(_)) {
            let items = reader.list((node, path));
            return items
                .into_iter()
                .filter_map(|item| text::text(reader, item, TextForm::Any))
                .collect();
        }
        return text::text(reader, (node, path), TextForm::Any)
            .into_iter()
            .collect();
    };
    if mapping.has("message") {
        return text::text(reader, (node, path), TextForm::Any)
            .into_iter()
            .collect();
    }
    let Some(fields) = reader.mapping((node, path), "an address", &["en", "fr"]) else {
        return Vec::new();
    };
    let before = reader.count();
    let mut lines = |lang: Lang| -> Vec<String> {
        let Some((node, path)) = fields.get(lang.code()) else {
            return Vec::new();
        };
        let items = match node {
            Node::List(_) => reader.list((node, path)),
            _ => vec![(node, path)],
        };
        items
            .into_iter()
            .filter_map(|item| reader.string(item))
            .map(|line| line.value)
            .collect()
    };
    let lines = Both::of(&mut lines);
    let faulty = reader.count() > before || reader.is_broken_at(&fields.path);
    if faulty && (lines.en.is_empty() || lines.fr.is_empty()) {
        return Vec::new();
    }
    (0..lines.en.len().max(lines.fr.len()))
        .map(|index| Text {
            value: TextValue::Bilingual(Both::of(|lang| lines[lang].get(index).cloned())),
            place: fields.path.index(index),
        })
        .collect()
}
