//! Reading `directory.yaml`.

use super::{lang, party, text};
use crate::diagnostic::{Diagnostic, nearest};
use crate::memo::codes::{DIRECTORY_CYCLE, NAMELESS_PERSON, UNKNOWN_DIRECTORY_KEY};
use crate::memo::directory::{Directory, FrenchForms, Organization};
use crate::memo::keys::keys_of;
use crate::memo::model::Person;
use crate::memo::yaml::{At, Fields, Node, Reader};
use crate::source::SourceFile;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Reads the directory. What is wrong in it is left out; a file with nothing in it
/// is an empty directory.
pub fn parse_directory(file: &Arc<SourceFile>) -> (Directory, Vec<Diagnostic>) {
    let (mut reader, root) = Reader::open(file);
    let mut directory = Directory::default();
    if let Some(fields) = reader.fields(&root, "directory", keys_of("directory")) {
        directory.people = entries(&mut reader, &fields, "people", person);
        directory.organizations = entries(&mut reader, &fields, "organizations", organization);
        check_chains(&mut reader, &fields, &directory);
        for text in directory.people.values().flat_map(|it| &it.organization) {
            let locate = |place: &_| Some(reader.positions().span_of(place));
            if let Some(finding) = directory.misspelt_organization(text, locate) {
                reader.report(finding);
            }
        }
    }
    (directory, reader.finish())
}

/// The entries of a mapping by the names that the author chose, those that can be read.
fn entries<'n, T>(
    reader: &mut Reader,
    fields: &Fields<'n>,
    key: &'static str,
    read: fn(&mut Reader, At<'n>) -> Option<T>,
) -> BTreeMap<String, T> {
    let opened = reader.one(fields, key, |reader, node| reader.open_mapping(node, key));
    let Some(fields) = opened else {
        return BTreeMap::new();
    };
    let entries = fields.entries();
    entries
        .filter_map(|(key, node)| {
            let entry = read(reader, (node, fields.path.key(key)))?;
            Some((key.to_owned(), entry))
        })
        .collect()
}

fn person(reader: &mut Reader, node: At<'_>) -> Option<Person> {
    let fields = reader.keys(node, "listed-person")?;
    let mut person = party::person(reader, &fields);
    if !fields.has("name") && !fields.has("title") {
        reader.tell_key(&fields.path, NAMELESS_PERSON.say("person", &[]));
    }
    person.language = reader.one(&fields, "language", lang);
    Some(person)
}

fn organization(reader: &mut Reader, node: At<'_>) -> Option<Organization> {
    let fields = reader.keys(node, "organization")?;
    let name = reader.must(&fields, "name", text::any);
    let within = reader.optional_string(&fields, "within");
    let french = reader.one(&fields, "french", |reader, node| {
        let fields = reader.mapping(node, "french-forms", &["name", "de", "a"])?;
        let mut form = |key| reader.optional_string(&fields, key);
        Some(FrenchForms {
            name: form("name"),
            de: form("de"),
            a: form("a"),
        })
    });
    Some(Organization {
        place: fields.path.clone(),
        name: name?,
        within,
        french: french.unwrap_or_default(),
    })
}

/// Reports an organization within one that there is none of, or within itself.
fn check_chains(reader: &mut Reader, fields: &Fields<'_>, directory: &Directory) {
    // The keys of the organizations, readable or not.
    let written: Vec<&str> = match fields.get("organizations") {
        Some((Node::Mapping(mapping), _)) => {
            mapping.entries.iter().map(|(key, _)| &**key).collect()
        }
        _ => Vec::new(),
    };
    let organizations = &directory.organizations;
    for (key, organization) in organizations {
        let Some(within) = &organization.within else {
            continue;
        };
        if !written.contains(&&*within.value) {
            let near = nearest(&within.value, written.iter().copied());
            let wording = UNKNOWN_DIRECTORY_KEY.say("within", given!(key = within.value, near));
            reader.tell(&within.place, wording);
            continue;
        }
        let mut next = Some(&within.value);
        for _ in 0..organizations.len() {
            let Some(name) = next else { break };
            if name == key {
                reader.tell(&within.place, DIRECTORY_CYCLE.say("cycle", given!(key)));
                break;
            }
            let above = organizations.get(name).and_then(|it| it.within.as_ref());
            next = above.map(|within| &within.value);
        }
    }
}
