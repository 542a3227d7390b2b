//! People and organizations that many memos use, `directory.yaml`.

use super::fact::{Fact, NamedFact};
use super::model::{Memo, Party, Person, Placed, Text, TextValue};
use super::path::NodePath;
use crate::diagnostic::{Diagnostic, nearest};
use crate::memo::codes::{INVALID_CONTACT, MISSPELT_ORGANIZATION, UNKNOWN_DIRECTORY_KEY};
use crate::source::Span;
use std::collections::BTreeMap;

/// The directory.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    /// People by key, each with the fields that the directory gives. An organization that
    /// is a key of the directory stands there as it is written: [`Directory::resolve`]
    /// expands it.
    pub people: BTreeMap<String, Person>,
    /// Organizations by key.
    pub organizations: BTreeMap<String, Organization>,
}

/// An organization of the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    /// Its node.
    pub place: NodePath,
    /// Its name as it stands after a person's name.
    pub name: Text,
    /// The key of the organization that it is a part of.
    pub within: Option<Placed<String>>,
    /// The forms of its name in French running text.
    pub french: FrenchForms,
}

/// `french: { name: le ministère du Travail, de: du ministère du Travail, a: au ministère du Travail }`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrenchForms {
    /// With its article.
    pub name: Option<Placed<String>>,
    /// Behind "de".
    pub de: Option<Placed<String>>,
    /// Behind "à".
    pub a: Option<Placed<String>>,
}

/// What a memo names a person for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DirectoryUse {
    /// To write, to read or to sign it.
    Party,
    /// To be asked about it.
    Enquiry,
}

impl Directory {
    /// The person with the fields of the directory where its own are absent, and
    /// with the chain of its organizations, smallest unit first. A person without
    /// a key only has its organizations expanded. What comes from the directory
    /// takes the place of the `person` or `organization` that names it. Telephone and
    /// e-mail come from the directory where readers are told whom to ask; elsewhere
    /// only the number of an extension that the memo writes.
    ///
    /// # Errors
    /// The nearest key, if there is one, where the directory lacks the person.
    pub fn resolve(&self, person: &Person, use_of: DirectoryUse) -> Result<Person, Option<&str>> {
        let mut resolved = person.clone();
        if let Some(key) = &person.key {
            let Some(entry) = self.people.get(&key.value) else {
                return Err(nearest(&key.value, self.people.keys().map(String::as_str)));
            };
            fill(&mut resolved, entry, &key.place);
            match use_of {
                DirectoryUse::Enquiry => fill_contacts(&mut resolved, entry, &key.place),
                DirectoryUse::Party if resolved.extension.is_some() => {
                    fill_string(&mut resolved.telephone, &entry.telephone, &key.place);
                }
                DirectoryUse::Party => {}
            }
        }
        resolved.organization = resolved
            .organization
            .iter()
            .flat_map(|organization| self.chain(organization))
            .collect();
        Ok(resolved)
    }

    /// Resolves every person of a memo; a key that the directory lacks is a
    /// finding.
    pub fn complete(&self, memo: &mut Memo) -> Vec<Diagnostic> {
        let organizations = memo.persons().flat_map(|person| &person.organization);
        let mut findings: Vec<Diagnostic> = organizations
            .filter_map(|text| self.misspelt_organization(text, |place| Some(memo.span(place))))
            .collect();
        let mut unknown = Vec::new();
        let mut each =
            |person: &mut Person, use_of: DirectoryUse| match self.resolve(person, use_of) {
                Ok(resolved) => *person = resolved,
                Err(near) => unknown.extend(person.key.clone().map(|key| (key, near))),
            };
        let lists = [
            &mut memo.sender,
            &mut memo.through,
            &mut memo.recipients,
            &mut memo.distribution,
            &mut memo.cc,
        ];
        let signature = memo.signature.iter_mut();
        let signatories = signature
            .flat_map(|signature| signature.by.iter_mut().chain(&mut signature.on_behalf_of));
        let decides = memo.decision.iter_mut().map(|decision| &mut decision.by);
        for party in lists
            .into_iter()
            .flatten()
            .chain(signatories)
            .chain(decides)
        {
            if let Party::Person(person) = party {
                each(person, DirectoryUse::Party);
            }
        }
        for enquiry in &mut memo.enquiries {
            each(&mut enquiry.contact, DirectoryUse::Enquiry);
        }
        findings.extend(self.keys_as_text(memo));
        findings.extend(self.check_facts(&memo.facts, |place| Some(memo.span(place))));
        findings.extend(unknown.into_iter().map(|(key, near)| {
            let wording = UNKNOWN_DIRECTORY_KEY.say("person", given!(key = key.value, near));
            Diagnostic::told(memo.span(&key.place), wording)
        }));
        findings.extend(self.lone_parts(memo));
        findings
    }

    /// A finding for an organization that is written as a key is, and is nearly one.
    pub(super) fn misspelt_organization(
        &self,
        organization: &Text,
        locate: impl Fn(&NodePath) -> Option<Span>,
    ) -> Option<Diagnostic> {
        let TextValue::Shared(written) = &organization.value else {
            return None;
        };
        let written = written.trim();
        let is_of_key = |c: char| c.is_lowercase() || c.is_ascii_digit() || "-_".contains(c);
        if self.organizations.contains_key(written) || !written.chars().all(is_of_key) {
            return None;
        }
        let near = nearest(written, self.organizations.keys().map(String::as_str))?;
        let wording = MISSPELT_ORGANIZATION.say("near", given!(written, near));
        Some(Diagnostic::told(locate(&organization.place), wording))
    }

    /// Finds facts that name an organization which the directory lacks; `locate`
    /// finds places in their file.
    pub fn check_facts(
        &self,
        facts: &[NamedFact],
        locate: impl Fn(&NodePath) -> Option<Span>,
    ) -> Vec<Diagnostic> {
        let unknown = facts.iter().filter_map(|fact| match &fact.value {
            Fact::Organization(key) if !self.organizations.contains_key(key) => {
                let near = nearest(key, self.organizations.keys().map(String::as_str));
                let span = locate(&fact.place.key("organization"));
                Some(unknown_organization(key, near, span))
            }
            _ => None,
        });
        unknown.collect()
    }

    /// The organization and those above it, where it is a key of the directory.
    fn chain(&self, organization: &Text) -> Vec<Text> {
        let TextValue::Shared(key) = &organization.value else {
            return vec![organization.clone()];
        };
        let mut chain: Vec<Text> = Vec::new();
        let mut next = self.organizations.get(key.trim());
        while let Some(found) = next {
            // Cycles are reported when the directory is read.
            if chain.len() > self.organizations.len() {
                break;
            }
            chain.push(at(&found.name, &organization.place));
            next = found
                .within
                .as_ref()
                .and_then(|within| self.organizations.get(&within.value));
        }
        if chain.is_empty() {
            chain.push(organization.clone());
        }
        chain
    }
}

/// The finding for an extension of no number.
pub(super) fn lone_extension(span: Span) -> Diagnostic {
    Diagnostic::told(span, INVALID_CONTACT.say("extension", &[]))
}

/// The finding for a key that no organization of the directory has.
pub fn unknown_organization(key: &str, near: Option<&str>, span: Option<Span>) -> Diagnostic {
    let wording = UNKNOWN_DIRECTORY_KEY.say("organization", given!(key, near));
    Diagnostic::told(span, wording)
}

fn fill(person: &mut Person, entry: &Person, place: &NodePath) {
    fn text(own: &mut Option<Text>, entry: &Option<Text>, place: &NodePath) {
        if own.is_none() {
            *own = entry.as_ref().map(|entry| at(entry, place));
        }
    }
    fill_string(&mut person.name, &entry.name, place);
    person.gender = person.gender.or(entry.gender);
    text(&mut person.honorific, &entry.honorific, place);
    text(&mut person.title, &entry.title, place);
    person.acting = person.acting.or(entry.acting);
    if person.organization.is_empty() {
        person.organization = entry
            .organization
            .iter()
            .map(|text| at(text, place))
            .collect();
    }
    person.language = entry.language;
}

fn fill_contacts(person: &mut Person, entry: &Person, place: &NodePath) {
    // An extension belongs to the number beside it.
    if fill_string(&mut person.telephone, &entry.telephone, place) {
        fill_string(&mut person.extension, &entry.extension, place);
    }
    fill_string(&mut person.tty, &entry.tty, place);
    fill_string(&mut person.email, &entry.email, place);
}

/// Puts a field of the directory where the memo has none; whether it had none.
fn fill_string(
    own: &mut Option<Placed<String>>,
    entry: &Option<Placed<String>>,
    place: &NodePath,
) -> bool {
    let absent = own.is_none();
    if absent {
        *own = entry.as_ref().map(|entry| Placed {
            value: entry.value.clone(),
            place: place.clone(),
        });
    }
    absent
}

fn at(text: &Text, place: &NodePath) -> Text {
    Text {
        value: text.value.clone(),
        place: place.clone(),
    }
}
