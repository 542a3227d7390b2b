//! Persons and groups.

use super::contact;
use super::several;
use super::text::{self, TextForm};
use crate::memo::codes;
use crate::memo::keys::keys_of;
use crate::memo::model::{Gender, GrammaticalNumber, Group, Party, Person};
use crate::memo::path::PathStep;
use crate::memo::yaml::{At, Fields, Node, Reader};

const NUMBER: &str = "number";

/// One party or a list of them.
pub(super) fn parties(reader: &mut Reader, (node, path): At<'_>) -> Vec<Party> {
    match node {
        Node::List(_) => {
            let items = reader.list((node, path));
            items
                .into_iter()
                .filter_map(|item| party(reader, item))
                .collect()
        }
        Node::Mapping(mapping) if reader.begins_second(mapping, &path) => Vec::new(),
        _ => party(reader, (node, path)).into_iter().collect(),
    }
}

/// The parties of a key, where it is there.
pub(super) fn optional(reader: &mut Reader, fields: &Fields<'_>, key: &str) -> Vec<Party> {
    fields
        .get(key)
        .map_or_else(Vec::new, |node| parties(reader, node))
}

/// The parties of a key that must be there and have one at least.
pub(super) fn required(reader: &mut Reader, fields: &Fields<'_>, key: &str) -> Vec<Party> {
    let Some((node, path)) = reader.required(fields, key) else {
        return Vec::new();
    };
    if matches!(node, Node::List(items) if items.is_empty()) {
        reader.empty(&path, key);
    }
    parties(reader, (node, path))
}

/// A person or a group.
pub(super) fn party(reader: &mut Reader, (node, path): At<'_>) -> Option<Party> {
    if let Node::Mapping(mapping) = node
        && matches!(path.steps().last(), Some(PathStep::Index(_)))
        && reader.begins_second(mapping, &path)
    {
        return None;
    }
    let is_group = match node {
        Node::Text(_) | Node::Number(_) => true,
        Node::Mapping(mapping) => ["en", "fr", "message"].iter().any(|key| mapping.has(key)),
        _ => {
            reader.wrong_type(
                (node, path),
                "a person or a group",
                "write a person's `name:` and `title:`, or a group's `en:` and `fr:`",
            );
            return None;
        }
    };
    if is_group {
        return group(reader, (node, path)).map(Party::Group);
    }
    let known: Vec<&str> = keys_of("person")
        .iter()
        .chain(&["en", "fr"])
        .copied()
        .collect();
    let fields = reader.open_mapping((node, path), "a person")?;
    if text::is_cut_text(reader, &fields, &known) {
        return None;
    }
    reader.unknown_keys(&fields, &known);
    if !keys_of("person").iter().any(|key| fields.has(key)) && fields.entries().next().is_some() {
        return None;
    }
    let person = person(reader, &fields);
    check_name(reader, &fields, &person);
    Some(Party::Person(person))
}

fn group(reader: &mut Reader, (node, path): At<'_>) -> Option<Group> {
    let mut number = GrammaticalNumber::Other;
    if let Node::Mapping(mapping) = node
        && let Some(written) = mapping.get(NUMBER)
        && reader.choice((written, path.key(NUMBER)), &["one", "other"]) == Some(0)
    {
        number = GrammaticalNumber::One;
    }
    let name = text::text_with(reader, (node, path.clone()), TextForm::Any, &[NUMBER])?;
    several::check_group(reader, &name);
    Some(Group {
        place: path,
        name,
        number,
    })
}

/// Reports a person for whom nothing could be printed. One of the directory has a
/// name there.
fn check_name(reader: &mut Reader, fields: &Fields<'_>, person: &Person) {
    let has = |key: &&str| reader.may_have(fields, key);
    if person.key.is_none()
        && !["name", "title", "person"].iter().any(has)
        && !reader.is_broken_at(&fields.path)
    {
        reader.tell(
            &codes::NAMELESS_PERSON,
            &fields.path,
            "this person has neither a name nor a title",
            "add `name:` or `title:`",
        );
    }
}

/// A person's fields; unknown keys are reported already.
pub(super) fn person(reader: &mut Reader, fields: &Fields<'_>) -> Person {
    let before = reader.count();
    let key = fields.get("person").and_then(|node| reader.string(node));
    let genders = ["feminine", "masculine", "unspecified"];
    let gender = fields
        .get("gender")
        .and_then(|node| reader.choice(node, &genders));
    let mut person = Person {
        place: fields.path.clone(),
        key,
        name: named(reader, fields),
        gender: match gender {
            Some(0) => Some(Gender::Feminine),
            Some(1) => Some(Gender::Masculine),
            Some(_) => Some(Gender::Unspecified),
            None => None,
        },
        honorific: text::optional(reader, fields, "honorific", TextForm::Any),
        title: text::optional(reader, fields, "title", TextForm::Words),
        acting: fields
            .has("acting")
            .then(|| reader.boolean(fields, "acting")),
        organization: organizations(reader, fields),
        telephone: contact::telephone(reader, fields, "telephone"),
        extension: contact::extension(reader, fields, fields.has("person")),
        tty: contact::telephone(reader, fields, "tty"),
        email: contact::email(reader, fields, "email"),
        language: None,
        unread: false,
    };
    if person.key.is_none() {
        check_parts(reader, fields, &person);
    }
    let known = |(key, _): (&str, _)| {
        keys_of("person").contains(&key) || matches!(key, "about" | "language")
    };
    person.unread = reader.count() > before
        || reader.is_broken_at(&fields.path)
        || !fields.entries().all(known);
    person
}

/// Reports what would be printed behind a name or a title that is not there.
fn check_parts(reader: &mut Reader, fields: &Fields<'_>, person: &Person) {
    for lone in person.lone_parts() {
        if reader.may_have(fields, lone.needs) || fields.has("person") {
            continue;
        }
        let place = reader.positions().span_of_key(&lone.place);
        reader.report(lone.finding(place));
    }
}

fn named(reader: &mut Reader, fields: &Fields<'_>) -> Option<crate::memo::model::Placed<String>> {
    let (node, path) = fields.get("name")?;
    if matches!(node, Node::Mapping(_)) {
        reader.wrong_type(
            (node, path),
            "text",
            "a person's name is the same in both languages; a group or organization has `en:` and `fr:` instead of `name:`",
        );
        return None;
    }
    let name = reader.string((node, path))?;
    several::check_name(reader, &name);
    Some(name)
}

fn organizations(reader: &mut Reader, fields: &Fields<'_>) -> Vec<crate::memo::model::Text> {
    let Some((node, path)) = fields.get("organization") else {
        return Vec::new();
    };
    match node {
        Node::List(_) => {
            let items = reader.list((node, path));
            items
                .into_iter()
                .filter_map(|item| text::text(reader, item, TextForm::Any))
                .collect()
        }
        Node::Mapping(mapping) if reader.begins_second(mapping, &path) => Vec::new(),
        _ => text::text(reader, (node, path), TextForm::Any)
            .into_iter()
            .collect(),
    }
}
