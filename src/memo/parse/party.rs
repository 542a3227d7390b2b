//! Persons and groups.

use super::{contact, several, text};
use crate::memo::codes::NAMELESS_PERSON;
use crate::memo::keys::keys_of;
use crate::memo::model::{Gender, GrammaticalNumber, Group, Party, Person, Placed};
use crate::memo::path::PathStep;
use crate::memo::yaml::{At, Fields, Node, Reader};

const GENDERS: [(&str, Gender); 3] = [
    ("feminine", Gender::Feminine),
    ("masculine", Gender::Masculine),
    ("unspecified", Gender::Unspecified),
];

const NUMBERS: [(&str, GrammaticalNumber); 2] = [
    ("one", GrammaticalNumber::One),
    ("other", GrammaticalNumber::Other),
];

/// The party of a key or the list of them, where it is there.
pub(super) fn parties(reader: &mut Reader, fields: &Fields<'_>, key: &str) -> Vec<Party> {
    let node = fields.get(key);
    node.map_or_else(Vec::new, |node| reader.one_or_each(node, party))
}

/// The same for a key that must be there and have one at least.
pub(super) fn required(reader: &mut Reader, fields: &Fields<'_>, key: &str) -> Vec<Party> {
    let node = reader.filled(fields, key);
    node.map_or_else(Vec::new, |node| reader.one_or_each(node, party))
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
            reader.wrong_type((node, path), "party", None);
            return None;
        }
    };
    if is_group {
        return group(reader, (node, path)).map(Party::Group);
    }
    let known = [keys_of("person"), &["en", "fr"]].concat();
    let fields = reader.open_mapping((node, path), "person")?;
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
    let number = match node {
        Node::Mapping(mapping) => mapping.get("number"),
        _ => None,
    };
    let number = number.and_then(|node| reader.chosen((node, path.key("number")), &NUMBERS));
    let name = text::with_keys(reader, (node, path.clone()), keys_of("group"))?;
    several::check_group(reader, &name);
    Some(Group {
        place: path,
        name,
        number: number.unwrap_or(GrammaticalNumber::Other),
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
        reader.tell(&fields.path, NAMELESS_PERSON.say("person", &[]));
    }
}

/// A person's fields; unknown keys are reported already.
pub(super) fn person(reader: &mut Reader, fields: &Fields<'_>) -> Person {
    let before = reader.count();
    let gender = |reader: &mut Reader, node: At<'_>| reader.chosen(node, &GENDERS);
    let acting = fields.has("acting");
    let organization = fields.get("organization");
    let mut person = Person {
        place: fields.path.clone(),
        key: reader.optional_string(fields, "person"),
        name: reader.one(fields, "name", named),
        gender: reader.one(fields, "gender", gender),
        honorific: reader.one(fields, "honorific", text::any),
        title: reader.one(fields, "title", text::words),
        acting: acting.then(|| reader.boolean(fields, "acting")),
        organization: organization.map_or_else(Vec::new, |it| reader.one_or_each(it, text::any)),
        telephone: reader.one(fields, "telephone", contact::telephone),
        extension: contact::extension(reader, fields, fields.has("person")),
        tty: reader.one(fields, "tty", contact::telephone),
        email: reader.one(fields, "email", contact::email),
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

fn named(reader: &mut Reader, (node, path): At<'_>) -> Option<Placed<String>> {
    if matches!(node, Node::Mapping(_)) {
        reader.wrong_type((node, path), "name", None);
        return None;
    }
    let name = reader.string((node, path))?;
    several::check_name(reader, &name);
    Some(name)
}
