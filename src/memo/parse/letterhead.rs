//! Letterheads, inline or in a file of their own.

use super::{contact, lang, text};
use crate::diagnostic::Diagnostic;
use crate::lang::{Both, Lang};
use crate::memo::codes::EMPTY_FILE;
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
        reader.tell(&NodePath::root(), EMPTY_FILE.say("letterhead", &[]));
    }
    let letterhead = reader
        .fields(&root, "letterhead", keys_of("letterhead"))
        .map(|fields| letterhead(&mut reader, &fields));
    let letterhead = letterhead.unwrap_or_else(|| Letterhead::empty(Arc::clone(file)));
    (letterhead, reader.finish())
}

/// A letterhead's name, or the letterhead written out.
pub(super) fn choice(reader: &mut Reader, (node, path): At<'_>) -> Option<LetterheadChoice> {
    if matches!(node, Node::Mapping(_)) {
        let fields = reader.keys((node, path), "letterhead")?;
        let letterhead = letterhead(reader, &fields);
        return Some(LetterheadChoice::Inline(Box::new(letterhead)));
    }
    reader.code((node, path)).map(LetterheadChoice::Named)
}

fn letterhead(reader: &mut Reader, fields: &Fields<'_>) -> Letterhead {
    let own =
        |reader: &mut Reader, node: At<'_>| reader.chosen(node, &[("both", false), ("own", true)]);
    let address = |reader: &mut Reader, node: At<'_>| Some(address(reader, node));
    Letterhead {
        file: Arc::clone(reader.file()),
        place: fields.path.clone(),
        is_example: false,
        first: reader.one(fields, "first", lang).unwrap_or(Lang::En),
        own_language_only: reader.one(fields, "languages", own).unwrap_or_default(),
        logo: reader.one(fields, "logo", logo),
        organization: reader.one(fields, "organization", text::any),
        office: reader.one(fields, "office", text::any),
        address: reader.one(fields, "address", address).unwrap_or_default(),
        telephone: reader.one(fields, "telephone", contact::telephone),
        email: reader.one(fields, "email", contact::email),
        web: reader.one(fields, "web", text::any),
    }
}

fn logo(reader: &mut Reader, node: At<'_>) -> Option<Logo> {
    let fields = reader.keys(node, "logo")?;
    let file = reader.required_string(&fields, "file");
    let alt = reader.must(&fields, "alt", text::words);
    Some(Logo {
        file: file?,
        alt: alt?,
    })
}

/// The lines of an address: a list of lines for each language, or one list for
/// both.
fn address(reader: &mut Reader, (node, path): At<'_>) -> Vec<Text> {
    match node {
        Node::List(_) => return reader.each((node, path), text::any),
        Node::Mapping(mapping) if !mapping.has("message") => {}
        _ => return text::any(reader, (node, path)).into_iter().collect(),
    }
    let Some(fields) = reader.mapping((node, path), "address", &["en", "fr"]) else {
        return Vec::new();
    };
    let before = reader.count();
    let lines = Both::of(|lang| {
        let lines = reader.strings(&fields, lang.code()).into_iter();
        lines.map(|line| line.value).collect::<Vec<String>>()
    });
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
