//! Reading `bimemo.yaml`.

use super::{code, contact, fact, items, named_code};
use crate::diagnostic::{Codes, Diagnostic, Severity};
use crate::memo::codes as rules;
use crate::memo::keys::keys_of;
use crate::memo::model::Placed;
use crate::memo::settings::{
    GlossaryEntry, GlossaryKind, IgnoreSetting, Settings, SeveritySetting, TypographyProfile,
    TypographySettings,
};
use crate::memo::yaml::{At, Fields, Node, Reader};
use crate::source::SourceFile;
use std::sync::Arc;

/// Reads the settings. What is wrong in them is left out; a file with nothing in
/// it sets nothing. Exceptions and severities name a rule of `codes`.
pub fn parse_settings(file: &Arc<SourceFile>, codes: &Codes) -> (Settings, Vec<Diagnostic>) {
    let (mut reader, root) = Reader::open(file);
    let mut settings = Settings::empty(Arc::clone(file));
    if let Some(fields) = reader.fields(&root, "the settings", keys_of("settings")) {
        read(&mut reader, &fields, codes, &mut settings);
    }
    (settings, reader.finish())
}

fn read(reader: &mut Reader, fields: &Fields<'_>, codes: &Codes, settings: &mut Settings) {
    settings.letterhead = fields.get("letterhead").and_then(|node| reader.code(node));
    if let Some(node) = fields.get("facts") {
        settings.facts = fact::facts(reader, node);
    }
    settings.unread = fact::unread(reader, fields, &settings.facts);
    if let Some(node) = fields.get("typography") {
        settings.typography = typography(reader, node);
    }
    if let Some(node) = fields.get("severity") {
        settings.severity = severities(reader, node, codes);
    }
    settings.ignore = items(reader, fields, "ignore", |reader, node| {
        ignore(reader, node, codes)
    });
    settings.glossary = items(reader, fields, "glossary", glossary_entry);
    settings.base_url = base_url(reader, fields);
}

fn typography(reader: &mut Reader, node: At<'_>) -> TypographySettings {
    let Some(fields) = reader.mapping(node, "the typography", keys_of("typography")) else {
        return TypographySettings::default();
    };
    let profile = fields
        .get("profile")
        .and_then(|node| reader.choice(node, &["fr-CA", "fr-FR"]));
    TypographySettings {
        profile: if profile == Some(1) {
            TypographyProfile::FrFr
        } else {
            TypographyProfile::FrCa
        },
        off: items(reader, &fields, "off", Reader::code),
    }
}

fn severities(reader: &mut Reader, node: At<'_>, codes: &Codes) -> Vec<SeveritySetting> {
    let Some(fields) = reader.open_mapping(node, "the severities") else {
        return Vec::new();
    };
    let mut settings = Vec::new();
    for (name, node) in fields.entries() {
        let place = fields.path.key(name);
        let known = named_code(reader, codes, name, (&place, true));
        let choice = reader.choice((node, place.clone()), &["off", "note", "warning", "error"]);
        let severity = match choice {
            Some(0) => None,
            Some(1) => Some(Severity::Note),
            Some(2) => Some(Severity::Warning),
            Some(_) => Some(Severity::Error),
            None => continue,
        };
        if let Some(value) = known {
            settings.push(SeveritySetting {
                code: Placed { value, place },
                severity,
            });
        }
    }
    settings
}

fn ignore(reader: &mut Reader, node: At<'_>, codes: &Codes) -> Option<IgnoreSetting> {
    let fields = reader.mapping(node, "an exception", keys_of("settings-exception"))?;
    let code = code(reader, &fields, codes);
    let path = reader.optional_string(&fields, "path");
    let reason = reader.required_string(&fields, "reason");
    Some(IgnoreSetting {
        place: fields.path.clone(),
        code: code?,
        path,
        reason: reason?.value,
    })
}

fn glossary_entry(reader: &mut Reader, node: At<'_>) -> Option<GlossaryEntry> {
    let fields = reader.mapping(node, "an entry of the glossary", keys_of("glossary-entry"))?;
    let en = reader.required_string(&fields, "en");
    let fr = reader.required_string(&fields, "fr");
    let kind = fields
        .get("kind")
        .and_then(|node| reader.choice(node, &["term", "acronym", "name"]));
    let (forbidden_en, forbidden_fr) = fields
        .get("forbidden")
        .and_then(|node| reader.mapping(node, "the forbidden words", &["en", "fr"]))
        .map(|fields| (words(reader, &fields, "en"), words(reader, &fields, "fr")))
        .unwrap_or_default();
    Some(GlossaryEntry {
        place: fields.path.clone(),
        en: en?.value,
        fr: fr?.value,
        kind: match kind {
            Some(1) => GlossaryKind::Acronym,
            Some(2) => GlossaryKind::Name,
            _ => GlossaryKind::Term,
        },
        forbidden_en,
        forbidden_fr,
    })
}

/// One text or a list of them.
fn words(reader: &mut Reader, fields: &Fields<'_>, key: &str) -> Vec<Placed<String>> {
    match fields.get(key) {
        Some((Node::List(_), _)) => items(reader, fields, key, Reader::string),
        Some(node) => reader.string(node).into_iter().collect(),
        None => Vec::new(),
    }
}

fn base_url(reader: &mut Reader, fields: &Fields<'_>) -> Option<Placed<String>> {
    let url = reader.optional_string(fields, "base-url")?;
    if contact::is_url(&url.value, &contact::WEB) {
        return Some(url);
    }
    reader.tell(
        &rules::INVALID_CONTACT,
        &url.place,
        format!("`{}` is not a URL", url.value),
        "write it whole: `https://www.canada.ca/`",
    );
    None
}
