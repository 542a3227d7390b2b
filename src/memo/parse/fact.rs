//! Facts: every type read and checked.

use super::number;
use super::text::{self, TextForm};
use super::{contact, date};
use crate::memo::codes;
use crate::memo::fact::{Date, Fact, NamedFact};
use crate::memo::model::Unread;
use crate::memo::path::NodePath;
use crate::memo::yaml::{At, Fields, Node, Reader, meant_key};
use std::sync::LazyLock;

/// Names that a person's fields pass to their messages.
const RESERVED: [&str; 4] = ["gender", "acting", "number", "position"];

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

/// The facts of a memo or of the settings.
pub(super) fn facts(reader: &mut Reader, node: At<'_>) -> Vec<NamedFact> {
    named(reader, node, "facts", true)
}

/// Which facts of a file could not be read.
pub(super) fn unread(reader: &Reader, fields: &Fields<'_>, read: &[NamedFact]) -> Unread {
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

/// The arguments of a message.
pub(super) fn arguments(reader: &mut Reader, node: At<'_>) -> Vec<NamedFact> {
    named(reader, node, "args", false)
}

fn named(reader: &mut Reader, node: At<'_>, what: &'static str, reserve: bool) -> Vec<NamedFact> {
    let Some(fields) = reader.open_mapping(node, what) else {
        return Vec::new();
    };
    let mut facts = Vec::new();
    for (name, node) in fields.entries() {
        let place = fields.path.key(name);
        check_name(reader, name, &place, reserve);
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
        let mut finding = reader
            .at_key(
                &codes::INVALID_NAME,
                place,
                format!("`{name}` is not the name of a fact"),
            )
            .hint(
                "a fact's name has letters a to z, digits, `-` and `_`, and begins with a letter",
            );
        if is_identifier(&mended) {
            finding = finding.hint(format!("write `{mended}`"));
        }
        reader.report(finding);
    } else if reserve && RESERVED.contains(&name) {
        reader.tell_key(
            &codes::RESERVED_FACT_NAME,
            place,
            format!("`{name}` is no name for a fact"),
            "it is passed to the messages of a person's fields: choose another name",
        );
    }
}

/// Reads one fact.
pub(super) fn fact(reader: &mut Reader, (node, path): At<'_>) -> Option<Fact> {
    match node {
        Node::Number(_) => number::decimal(reader, (node, path)).map(Fact::Number),
        Node::Text(text) => scalar(reader, text, (node, path)),
        Node::Mapping(mapping) => {
            if ["en", "fr", "message"].iter().any(|key| mapping.has(key)) {
                return text::text(reader, (node, path), TextForm::Any).map(Fact::Text);
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
            reader.wrong_type(
                (node, path),
                "the value of a fact",
                "a fact is a date, a number, a text, or keys such as `{ amount: \"10.00\", currency: CAD }`",
            );
            None
        }
    }
}

fn unknown_kind(reader: &mut Reader, (node, path): At<'_>) {
    let Some(fields) = reader.open_mapping((node, path), "a fact") else {
        return;
    };
    let kinds: Vec<&str> = FACT_KINDS
        .iter()
        .map(|(key, ..)| *key)
        .chain(["en", "fr"])
        .collect();
    let near = fields
        .entries()
        .find_map(|(key, _)| Some((key, meant_key(key, &kinds)?)));
    let finding = match near {
        Some((key, near)) => reader
            .at_key(
                &codes::UNKNOWN_KEY,
                &fields.path.key(key),
                format!("unknown key `{key}` in a fact"),
            )
            .hint(format!("did you mean `{near}`?")),
        None => reader
            .at(
                &codes::INVALID_FACT,
                &fields.path,
                "this is no kind of fact",
            )
            .hint(
                "a fact has one of the keys `year`, `quarter`, `fiscal-year`, `time`, `from`, \
                 `number`, `percent`, `ordinal`, `identifier`, `amount`, `duration`, `telephone`, `email`, \
                 `url`, `organization`, `en`",
            ),
    };
    reader.report(finding);
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
        let finding = reader
            .at(
                &codes::INVALID_DATE,
                &path,
                format!("`{text}` is not a month"),
            )
            .hint("write the month with two digits: `2026-04`")
            .hint(format!(
                "a fiscal year is written `{{ fiscal-year: {year} }}`"
            ));
        reader.report(finding);
        return None;
    }
    let digits = text
        .split(['-', '/'])
        .map(|part| part.len() * usize::from(part.bytes().all(|byte| byte.is_ascii_digit())))
        .collect::<Vec<_>>();
    if date::meant(text).is_some() || matches!(*digits, [4, 1 | 2, 1 | 2] | [1 | 2, 1 | 2, 4]) {
        date::report(reader, text, &path);
        return None;
    }
    text::text(reader, (node, path), TextForm::Any).map(Fact::Text)
}

fn kind(reader: &mut Reader, fields: &Fields<'_>, key: &str) -> Option<Fact> {
    match key {
        "amount" | "currency" => money(reader, fields),
        "from" | "to" => range(reader, fields),
        "time" | "date" => moment(reader, fields),
        "year" => number::year(reader, fields, key).map(Fact::Year),
        "fiscal-year" => number::year(reader, fields, key).map(Fact::FiscalYear),
        "quarter" => number::quarter(reader, fields),
        "number" => required_decimal(reader, fields, key).map(Fact::Number),
        "percent" => required_decimal(reader, fields, key).map(Fact::Percent),
        "ordinal" => number::ordinal(reader, fields),
        "identifier" => number::identifier(reader, fields),
        "duration" => number::duration(reader, fields),
        "telephone" => {
            let number = contact::telephone(reader, fields, key);
            let extension = contact::extension(reader, fields, false);
            Some(Fact::Telephone {
                number: number?.value,
                extension: extension.map(|extension| extension.value),
            })
        }
        "email" => contact::email(reader, fields, key).map(|email| Fact::Email(email.value)),
        "organization" => {
            let key = reader.required(fields, key)?;
            reader.string(key).map(|key| Fact::Organization(key.value))
        }
        _ => contact::url(reader, fields),
    }
}

fn required_decimal(
    reader: &mut Reader,
    fields: &Fields<'_>,
    key: &str,
) -> Option<crate::memo::fact::Decimal> {
    let node = reader.required(fields, key)?;
    number::decimal(reader, node)
}

fn money(reader: &mut Reader, fields: &Fields<'_>) -> Option<Fact> {
    let amount = required_decimal(reader, fields, "amount");
    let currency = number::currency(reader, fields);
    let compact = reader.boolean(fields, "compact");
    Some(Fact::Money {
        amount: amount?,
        currency: currency?,
        compact,
    })
}

fn moment(reader: &mut Reader, fields: &Fields<'_>) -> Option<Fact> {
    let date = date::optional(reader, fields, "date");
    let zone = number::zone(reader, fields);
    if !fields.has("time") && !fields.has("zone") {
        return date.map(|date| Fact::Date(date.value));
    }
    let node = reader.required(fields, "time")?;
    let time = number::time(reader, node)?;
    match date {
        Some(date) => Some(Fact::Moment(date.value, time, zone)),
        None if fields.has("date") => None,
        None => Some(Fact::Time(time, zone)),
    }
}

fn range(reader: &mut Reader, fields: &Fields<'_>) -> Option<Fact> {
    let mut end = |key: &str| {
        let (node, path) = reader.required(fields, key)?;
        match node {
            Node::Text(text) if text.contains(':') => {
                number::time(reader, (node, path)).map(|time| Fact::Time(time, None))
            }
            _ => fact(reader, (node, path)),
        }
    };
    let (from, to) = (end("from"), end("to"));
    let (from, to) = (from?, to?);
    let Some(order) = from.order(&to) else {
        reader.tell(&codes::INVALID_RANGE,
                &fields.path,
                "the two ends of this range are not of one kind that has an order", "write both ends in the same form: `{ from: 2026-05-01, to: 2026-05-15 }`; amounts have one currency");
        return None;
    };
    if order.is_gt() {
        let finding = reader
            .at(
                &codes::INVALID_RANGE,
                &fields.path.key("to"),
                "this range ends before it begins",
            )
            .label(
                reader.positions().span_of(&fields.path.key("from")),
                "it begins here",
            )
            .hint("put the earlier or smaller end behind `from`");
        reader.report(finding);
        return None;
    }
    Some(Fact::Range(Box::new(from), Box::new(to)))
}
