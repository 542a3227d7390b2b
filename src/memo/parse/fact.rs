//! Facts: every type read and checked.

use super::{contact, date, number, text};
use crate::memo::codes::{
    INVALID_DATE, INVALID_FACT, INVALID_NAME, INVALID_RANGE, RESERVED_FACT_NAME, UNKNOWN_KEY,
};
use crate::memo::fact::{Date, Fact, NamedFact};
use crate::memo::model::{Placed, Unread};
use crate::memo::path::NodePath;
use crate::memo::yaml::{At, Fields, Node, Reader, meant_key, name_of};
use std::sync::LazyLock;

/// Names that a person's fields pass to their messages.
const RESERVED: [&str; 5] = ["gender", "acting", "number", "position", "named"];

/// The key that tells a fact's kind, what the kind is called, and its keys. The
/// first kind that fits counts.
pub static FACT_KINDS: LazyLock<Vec<FactKind>> = LazyLock::new(|| {
    let lines = include_str!("facts.txt").lines();
    lines
        .filter_map(|line| {
            let (key, rest) = line.split_once(": ")?;
            let (what, keys) = rest.split_once(": ")?;
            Some((key, what, keys.split(' ').collect()))
        })
        .collect()
});

/// A row of that table.
type FactKind = (&'static str, &'static str, Vec<&'static str>);

/// Whether a name is an identifier of Fluent.
pub(super) fn is_identifier(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// The facts of a memo or of the settings, and which of them could not be read.
pub(super) fn facts(reader: &mut Reader, fields: &Fields<'_>) -> (Vec<NamedFact>, Unread) {
    let facts = named(reader, fields, "facts");
    let unread = unread(reader, fields, &facts);
    (facts, unread)
}

/// Which facts of a file could not be read.
fn unread(reader: &Reader, fields: &Fields<'_>, read: &[NamedFact]) -> Unread {
    let is_read = |name: &str| read.iter().any(|fact| fact.name == name);
    let (facts, lost) = match fields.get("facts") {
        Some((Node::Mapping(mapping), path)) => {
            let names = mapping.entries.iter().map(|(name, _)| name.to_string());
            let unread: Vec<String> = names.filter(|name| !is_read(name)).collect();
            // A colon that is missing makes one name of a name and its value.
            let lost = mapping.entries.iter().any(|(name, _)| !is_identifier(name));
            (unread, lost || reader.is_broken_at(&path))
        }
        Some(_) => (Vec::new(), true),
        None => {
            let lost = reader.may_have(fields, "facts") || reader.has_strange(&fields.path);
            (Vec::new(), lost)
        }
    };
    Unread {
        facts,
        more_facts: lost,
        languages: false,
    }
}

/// The values of a key, `facts` or `args`, with their names.
pub(super) fn named(reader: &mut Reader, fields: &Fields<'_>, key: &'static str) -> Vec<NamedFact> {
    let open = |reader: &mut Reader, node| reader.open_mapping(node, key);
    let Some(fields) = reader.one(fields, key, open) else {
        return Vec::new();
    };
    let mut facts = Vec::new();
    for (name, node) in fields.entries() {
        let place = fields.path.key(name);
        check_name(reader, name, &place, key == "facts");
        if let Some(value) = fact(reader, (node, place.clone())) {
            facts.push(NamedFact {
                name: name.to_owned(),
                value,
                place,
            });
        }
    }
    facts
}

fn check_name(reader: &mut Reader, name: &str, place: &NodePath, reserve: bool) {
    if !is_identifier(name) {
        let mended: String = name
            .split(|next: char| !next.is_ascii_alphanumeric())
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("-");
        let meant = Some(mended).filter(|mended| is_identifier(mended));
        let wording = INVALID_NAME.say("fact", given!(written = name, meant));
        reader.tell_key(place, wording);
    } else if reserve && RESERVED.contains(&name) {
        reader.tell_key(place, RESERVED_FACT_NAME.say("reserved", given!(name)));
    }
}

/// Reads one fact.
pub(super) fn fact(reader: &mut Reader, (node, path): At<'_>) -> Option<Fact> {
    match node {
        Node::Number(_) => number::decimal(reader, (node, path)).map(Fact::Number),
        Node::Text(text) => scalar(reader, text, (node, path)),
        Node::Mapping(mapping) => {
            if ["en", "fr", "message"].iter().any(|key| mapping.has(key)) {
                return text::any(reader, (node, path)).map(Fact::Text);
            }
            let Some((key, what, keys)) = FACT_KINDS.iter().find(|(key, ..)| mapping.has(key))
            else {
                unknown_kind(reader, (node, path));
                return None;
            };
            let fields = reader.mapping((node, path), what, keys)?;
            kind(reader, &fields, key)
        }
        Node::Null if reader.is_broken_at(&path) => None,
        _ => {
            reader.wrong_type((node, path), "value", None);
            None
        }
    }
}

fn unknown_kind(reader: &mut Reader, (node, path): At<'_>) {
    let Some(fields) = reader.open_mapping((node, path), "fact") else {
        return;
    };
    let kinds = FACT_KINDS.iter().map(|(key, ..)| *key);
    let kinds: Vec<&str> = kinds.chain(["en", "fr"]).collect();
    let mut entries = fields.entries();
    let near = entries.find_map(|(key, _)| Some((key, meant_key(key, &kinds)?)));
    let Some((key, near)) = near else {
        return reader.tell(&fields.path, INVALID_FACT.say("kind", &[]));
    };
    let wording = UNKNOWN_KEY.say(
        "near",
        given!(key, what = name_of("fact"), near, body = false),
    );
    reader.tell_key(&fields.path.key(key), wording);
}

/// A text alone: a date, a month, or words that are the same in both languages.
fn scalar(reader: &mut Reader, text: &str, (node, path): At<'_>) -> Option<Fact> {
    if let Some(date) = Date::from_iso(text.trim()) {
        return Some(Fact::Date(date));
    }
    if let Some((year, month)) = text.trim().split_once('-')
        && let (4, 1 | 2) = (year.len(), month.len())
        && let (Ok(year), Ok(value)) = (year.parse::<i16>(), month.parse::<u8>())
    {
        if month.len() == 2 && (1..=12).contains(&value) {
            return Some(Fact::Month(year, value));
        }
        let year = year.to_string();
        let wording = INVALID_DATE.say("month", given!(written = text, year));
        reader.tell(&path, wording);
        return None;
    }
    let digits = text
        .split(['-', '/'])
        .map(|part| part.len() * usize::from(part.bytes().all(|byte| byte.is_ascii_digit())))
        .collect::<Vec<_>>();
    if date::meant(text).is_some() || matches!(*digits, [4, 1 | 2, 1 | 2] | [1 | 2, 1 | 2, 4]) {
        let value = text.to_owned();
        date::report(reader, &Placed { value, place: path });
        return None;
    }
    text::any(reader, (node, path)).map(Fact::Text)
}

fn kind(reader: &mut Reader, fields: &Fields<'_>, key: &str) -> Option<Fact> {
    match key {
        "amount" | "currency" => money(reader, fields),
        "from" | "to" => range(reader, fields),
        "time" | "date" => moment(reader, fields),
        "year" => number::year(reader, fields, key).map(Fact::Year),
        "fiscal-year" => number::year(reader, fields, key).map(Fact::FiscalYear),
        "quarter" => number::quarter(reader, fields),
        "number" => (reader.must(fields, key, number::decimal)).map(Fact::Number),
        "percent" => (reader.must(fields, key, number::decimal)).map(Fact::Percent),
        "ordinal" => number::ordinal(reader, fields),
        "identifier" => number::identifier(reader, fields),
        "duration" => number::duration(reader, fields),
        "telephone" => {
            let number = reader.one(fields, key, contact::telephone);
            let extension = contact::extension(reader, fields, false);
            Some(Fact::Telephone {
                number: number?.value,
                extension: extension.map(|extension| extension.value),
            })
        }
        "email" => {
            let email = reader.one(fields, key, contact::email)?;
            Some(Fact::Email(email.value))
        }
        "organization" => {
            let key = reader.required_string(fields, key)?;
            Some(Fact::Organization(key.value))
        }
        _ => contact::url(reader, fields),
    }
}

fn money(reader: &mut Reader, fields: &Fields<'_>) -> Option<Fact> {
    let amount = reader.must(fields, "amount", number::decimal);
    let currency = reader.must(fields, "currency", number::currency);
    let compact = reader.boolean(fields, "compact");
    Some(Fact::Money {
        amount: amount?,
        currency: currency?,
        compact,
    })
}

fn moment(reader: &mut Reader, fields: &Fields<'_>) -> Option<Fact> {
    let date = reader.one(fields, "date", date::date);
    let zone = reader.one(fields, "zone", number::zone);
    if !fields.has("time") && !fields.has("zone") {
        return date.map(|date| Fact::Date(date.value));
    }
    let time = reader.must(fields, "time", number::time)?;
    match date {
        Some(date) => Some(Fact::Moment(date.value, time, zone)),
        None if fields.has("date") => None,
        None => Some(Fact::Time(time, zone)),
    }
}

fn range(reader: &mut Reader, fields: &Fields<'_>) -> Option<Fact> {
    let end = |reader: &mut Reader, (node, path): At<'_>| match node {
        Node::Text(text) if text.contains(':') => {
            number::time(reader, (node, path)).map(|time| Fact::Time(time, None))
        }
        _ => fact(reader, (node, path)),
    };
    let from = reader.must(fields, "from", end);
    let to = reader.must(fields, "to", end);
    let (from, to) = (from?, to?);
    let Some(order) = from.order(&to) else {
        reader.tell(&fields.path, INVALID_RANGE.say("kinds", &[]));
        return None;
    };
    if order.is_gt() {
        reader.tell_beside(
            [&fields.path.key("to"), &fields.path.key("from")],
            INVALID_RANGE.say("order", &[]),
        );
        return None;
    }
    Some(Fact::Range(Box::new(from), Box::new(to)))
}
