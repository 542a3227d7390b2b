//! Letterheads, inline or in a file of their own.

use super::contact;
use super::text::{self, Form};
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::memo::codes;
use crate::memo::model::{Letterhead, LetterheadChoice, Logo, Text, TextValue};
use crate::memo::path::NodePath;
use crate::memo::yaml::{At, Fields, Node, Reader};
use crate::source::SourceFile;
use std::sync::Arc;

pub(super) const LETTERHEAD: &[&str] = &[
    "first",
    "languages",
    "logo",
    "organization",
    "office",
    "address",
    "telephone",
    "email",
    "web",
];

pub(super) const LOGO: &[&str] = &["file", "alt"];

/// Reads a letterhead's file, with every fault of it. What has a fault is left out, so
/// that the rest can be checked further.
pub fn parse_letterhead(file: &Arc<SourceFile>) -> (Letterhead, Vec<Diagnostic>) {
    let (mut reader, root) = Reader::open(file);
    if root == Node::Null {
        let finding = reader
            .at(
                &codes::EMPTY_FILE,
                &NodePath::root(),
                "this letterhead is empty",
            )
            .hint("write its `organization:` and `address:`");
        reader.report(finding);
    }
    let letterhead = reader
        .fields(&root, "a letterhead", LETTERHEAD)
        .map(|fields| letterhead(&mut reader, &fields));
    let letterhead = letterhead.unwrap_or_else(|| Letterhead::empty(Arc::clone(file)));
    (letterhead, reader.finish())
}

/// A letterhead's name, or the letterhead written out.
pub(super) fn choice(reader: &mut Reader, (node, path): At<'_>) -> Option<LetterheadChoice> {
    if matches!(node, Node::Mapping(_)) {
        let fields = reader.mapping((node, path), "a letterhead", LETTERHEAD)?;
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
        organization: text::optional(reader, fields, "organization", Form::Any),
        office: text::optional(reader, fields, "office", Form::Any),
        address: fields
            .get("address")
            .map_or_else(Vec::new, |node| address(reader, node)),
        telephone: contact::telephone(reader, fields, "telephone"),
        email: contact::email(reader, fields, "email"),
        web: text::optional(reader, fields, "web", Form::Any),
    }
}

fn logo(reader: &mut Reader, node: At<'_>) -> Option<Logo> {
    let fields = reader.mapping(node, "a logo", LOGO)?;
    let file = reader.required_string(&fields, "file");
    let alt = text::required(reader, &fields, "alt", Form::Words);
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
                .filter_map(|item| text::text(reader, item, Form::Any))
                .collect();
        }
        return text::text(reader, (node, path), Form::Any)
            .into_iter()
            .collect();
    };
    if mapping.has("message") {
        return text::text(reader, (node, path), Form::Any)
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
    let (en, fr) = (lines(Lang::En), lines(Lang::Fr));
    let faulty = reader.count() > before || reader.is_broken_at(&fields.path);
    if faulty && (en.is_empty() || fr.is_empty()) {
        return Vec::new();
    }
    (0..en.len().max(fr.len()))
        .map(|index| Text {
            value: TextValue::Bilingual {
                en: en.get(index).cloned(),
                fr: fr.get(index).cloned(),
            },
            place: fields.path.index(index),
        })
        .collect()
}
