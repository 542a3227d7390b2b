//! Reading `bimemo.yaml`.

use super::{about, code, contact, fact, named_code};
use crate::diagnostic::{Codes, Diagnostic, Severity};
use crate::limits::{Limit, Limits, grouped};
use crate::memo::codes::{INVALID_CONTACT, INVALID_LIMIT};
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
    if let Some(fields) = reader.fields(&root, "settings", keys_of("settings")) {
        read(&mut reader, &fields, codes, &mut settings);
    }
    (settings, reader.finish())
}

fn read(reader: &mut Reader, fields: &Fields<'_>, codes: &Codes, settings: &mut Settings) {
    settings.letterhead = reader.one(fields, "letterhead", Reader::code);
    (settings.facts, settings.unread) = fact::facts(reader, fields);
    let typography = reader.one(fields, "typography", typography);
    settings.typography = typography.unwrap_or_default();
    let severities = reader.one(fields, "severity", |reader, node| {
        severities(reader, node, codes)
    });
    settings.severity = severities.unwrap_or_default();
    settings.ignore = reader.items(fields, "ignore", |reader, node| ignore(reader, node, codes));
    settings.glossary = reader.items(fields, "glossary", glossary_entry);
    settings.base_url = reader.one(fields, "base-url", base_url);
    let metadata = reader.one(fields, "metadata", about::metadata);
    settings.metadata = metadata.unwrap_or_default();
    settings.limits = reader.one(fields, "limits", limits).unwrap_or_default();
}

const PROFILES: [(&str, TypographyProfile); 2] = [
    ("fr-CA", TypographyProfile::FrCa),
    ("fr-FR", TypographyProfile::FrFr),
];

fn typography(reader: &mut Reader, node: At<'_>) -> Option<TypographySettings> {
    let fields = reader.keys(node, "typography")?;
    let profile = reader.one(&fields, "profile", |reader, node| {
        reader.chosen(node, &PROFILES)
    });
    Some(TypographySettings {
        profile: profile.unwrap_or_default(),
        off: reader.items(&fields, "off", Reader::code),
    })
}

const SEVERITIES: [(&str, Option<Severity>); 4] = [
    ("off", None),
    ("note", Some(Severity::Note)),
    ("warning", Some(Severity::Warning)),
    ("error", Some(Severity::Error)),
];

fn severities(reader: &mut Reader, node: At<'_>, codes: &Codes) -> Option<Vec<SeveritySetting>> {
    let fields = reader.open_mapping(node, "severities")?;
    let settings = fields.entries().filter_map(|(name, node)| {
        let place = fields.path.key(name);
        let value = named_code(reader, codes, name, (&place, true));
        let severity = reader.chosen((node, place.clone()), &SEVERITIES)?;
        let code = Placed {
            value: value?,
            place,
        };
        Some(SeveritySetting { code, severity })
    });
    Some(settings.collect())
}

fn ignore(reader: &mut Reader, node: At<'_>, codes: &Codes) -> Option<IgnoreSetting> {
    let fields = reader.mapping(node, "exception", keys_of("settings-exception"))?;
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
    let fields = reader.keys(node, "glossary-entry")?;
    let en = reader.required_string(&fields, "en");
    let fr = reader.required_string(&fields, "fr");
    let kind = reader.one(&fields, "kind", |reader, node| {
        reader.chosen(node, &GLOSSARY_KINDS)
    });
    let forbidden = reader.one(&fields, "forbidden", |reader, node| {
        let fields = reader.mapping(node, "forbidden", &["en", "fr"])?;
        Some((reader.strings(&fields, "en"), reader.strings(&fields, "fr")))
    });
    let (forbidden_en, forbidden_fr) = forbidden.unwrap_or_default();
    Some(GlossaryEntry {
        place: fields.path.clone(),
        en: en?.value,
        fr: fr?.value,
        kind: kind.unwrap_or_default(),
        forbidden_en,
        forbidden_fr,
    })
}

const GLOSSARY_KINDS: [(&str, GlossaryKind); 3] = [
    ("term", GlossaryKind::Term),
    ("acronym", GlossaryKind::Acronym),
    ("name", GlossaryKind::Name),
];

fn base_url(reader: &mut Reader, node: At<'_>) -> Option<Placed<String>> {
    let url = reader.string(node)?;
    let sound = contact::is_url(&url.value, &contact::WEB);
    if !sound {
        let wording = INVALID_CONTACT.say("page", given!(written = url.value));
        reader.tell(&url.place, wording);
    }
    sound.then_some(url)
}

fn limits(reader: &mut Reader, node: At<'_>) -> Option<Limits> {
    let fields = reader.keys(node, "limits")?;
    let mut limits = Limits::default();
    for limit in Limit::ALL {
        let value = reader.one(&fields, limit.row().name, |reader, node| {
            most(reader, node, limit)
        });
        limits = value.map_or(limits, |most| limits.with(limit, most));
    }
    Some(limits)
}

/// What a limit is set to: a whole number up to its ceiling.
fn most(reader: &mut Reader, (node, place): At<'_>, limit: Limit) -> Option<u64> {
    let row = limit.row();
    let written = match node {
        Node::Number(written) | Node::Text(written) => written.as_str(),
        Node::Broken => return None,
        _ => "",
    };
    let is_whole = !written.is_empty() && written.bytes().all(|it| it.is_ascii_digit());
    // What has more digits than a number holds is above every ceiling.
    let value = written.parse().unwrap_or(u64::MAX);
    let [floor, default, ceiling] = [row.floor, row.default, row.ceiling].map(grouped);
    let wording = if !is_whole || value < row.floor {
        INVALID_LIMIT.say("number", given!(name = row.name, floor, default))
    } else if value > row.ceiling {
        let counts = row.counts;
        INVALID_LIMIT.say(
            "ceiling",
            given!(name = row.name, written, ceiling, default, counts),
        )
    } else {
        return Some(value);
    };
    reader.tell(&place, wording);
    None
}
