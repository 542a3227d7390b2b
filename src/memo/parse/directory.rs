//! Reading `directory.yaml`.

use super::text::{self, TextForm};
use super::{lang, party};
use crate::diagnostic::{Diagnostic, did_you_mean, nearest};
use crate::memo::codes;
use crate::memo::directory::{Directory, FrenchForms, Organization};
use crate::memo::keys::keys_of;
use crate::memo::model::Person;
use crate::memo::model::Placed;
use crate::memo::yaml::{At, Fields, Reader};
use crate::source::SourceFile;
use std::sync::Arc;

/// Reads the directory. What is wrong in it is left out; a file with nothing in it
/// is an empty directory.
pub fn parse_directory(file: &Arc<SourceFile>) -> (Directory, Vec<Diagnostic>) {
    let (mut reader, root) = Reader::open(file);
    let mut directory = Directory::default();
    if let Some(fields) = reader.fields(&root, "the directory", keys_of("directory")) {
        for (key, node) in entries(&mut reader, &fields, "people") {
            if let Some(person) = person(&mut reader, node) {
                directory.people.insert(key, person);
            }
        }
        for (key, node) in entries(&mut reader, &fields, "organizations") {
            if let Some(organization) = organization(&mut reader, node) {
                directory.organizations.insert(key, organization);
            }
        }
        check_chains(&mut reader, &fields, &directory);
        let organizations = directory.people.values().flat_map(|it| &it.organization);
        let misspelt: Vec<Diagnostic> = organizations
            .filter_map(|text| {
                directory
                    .misspelt_organization(text, |place| Some(reader.positions().span_of(place)))
            })
            .collect();
        for finding in misspelt {
            reader.report(finding);
        }
    }
    (directory, reader.finish())
}

fn entries<'n>(
    reader: &mut Reader,
    fields: &Fields<'n>,
    key: &'static str,
) -> Vec<(String, At<'n>)> {
    fields
        .get(key)
        .and_then(|node| reader.open_mapping(node, key))
        .map_or_else(Vec::new, |fields| {
            let path = fields.path.clone();
            fields
                .entries()
                .map(|(key, node)| (key.to_owned(), (node, path.key(key))))
                .collect()
        })
}

fn person(reader: &mut Reader, node: At<'_>) -> Option<Person> {
    let known: Vec<&str> = keys_of("person")
        .iter()
        .copied()
        .filter(|key| *key != "person")
        .chain(keys_of("listed-person").iter().copied())
        .collect();
    let fields = reader.mapping(node, "a person of the directory", &known)?;
    let mut person = party::person(reader, &fields);
    if !fields.has("name") && !fields.has("title") {
        reader.tell_key(
            &codes::NAMELESS_PERSON,
            &fields.path,
            "this person has neither a name nor a title",
            "add `name:` or `title:`",
        );
    }
    let language = fields.get("language").and_then(|node| lang(reader, node));
    person.language = language.map(|lang| lang.value);
    Some(person)
}

fn organization(reader: &mut Reader, node: At<'_>) -> Option<Organization> {
    let fields = reader.mapping(node, "an organization", keys_of("organization"))?;
    let name = text::required(reader, &fields, "name", TextForm::Any);
    let within = reader.optional_string(&fields, "within");
    let french = fields
        .get("french")
        .and_then(|node| reader.mapping(node, "the French forms", &["name", "de", "a"]))
        .map(|fields| FrenchForms {
            name: reader.optional_string(&fields, "name"),
            de: reader.optional_string(&fields, "de"),
            a: reader.optional_string(&fields, "a"),
        })
        .unwrap_or_default();
    Some(Organization {
        place: fields.path.clone(),
        name: name?,
        within,
        french,
    })
}

/// Reports an organization within one that there is none of, or within itself.
fn check_chains(reader: &mut Reader, fields: &Fields<'_>, directory: &Directory) {
    let written = entries_of(fields);
    let above =
        |organization: &Organization| -> Option<Placed<String>> { organization.within.clone() };
    for (key, organization) in &directory.organizations {
        let Some(within) = above(organization) else {
            continue;
        };
        if !written.contains(&&*within.value) {
            let finding = reader.at(
                &codes::UNKNOWN_DIRECTORY_KEY,
                &within.place,
                format!("the directory has no organization `{}`", within.value),
            );
            let finding = finding.hint(did_you_mean(
                nearest(&within.value, written.iter().copied()),
                "add it to `organizations:`",
            ));
            reader.report(finding);
            continue;
        }
        let mut next = Some(within.value.clone());
        for _ in 0..directory.organizations.len() {
            let Some(name) = next else { break };
            if name == *key {
                reader.tell(
                    &codes::DIRECTORY_CYCLE,
                    &within.place,
                    format!("`{key}` stands within itself"),
                    "`within` names the next larger unit",
                );
                break;
            }
            next = directory
                .organizations
                .get(&name)
                .and_then(above)
                .map(|within| within.value);
        }
    }
}

/// The keys of the organizations, readable or not.
fn entries_of<'n>(fields: &Fields<'n>) -> Vec<&'n str> {
    match fields.get("organizations") {
        Some((crate::memo::yaml::Node::Mapping(mapping), _)) => {
            mapping.entries.iter().map(|(key, _)| &**key).collect()
        }
        _ => Vec::new(),
    }
}
