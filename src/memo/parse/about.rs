//! What a memo says of itself: `description`, `keywords`, `slug`, `expires`, `metadata`.

use super::{date, fact, text};
use crate::lang::{Both, Lang};
use crate::memo::about::{MemoAbout, MemoKeywords, MetadataEntry, MetadataScalar, MetadataValue};
use crate::memo::codes::{EMPTY_FIELD, INVALID_NAME, INVALID_SLUG};
use crate::memo::model::{Placed, Text, TextValue};
use crate::memo::yaml::{At, Fields, Node, Reader};
use crate::source::unaccented;

/// Names that a site needs for itself.
pub const RESERVED: [&str; 5] = ["assets", "feed", "index", "manifest", "sitemap"];

pub(super) fn about(reader: &mut Reader, fields: &Fields<'_>) -> MemoAbout {
    MemoAbout {
        description: reader.one(fields, "description", text::words),
        keywords: reader.one(fields, "keywords", keywords),
        slug: reader.one(fields, "slug", slugs).unwrap_or_default(),
        expires: reader.one(fields, "expires", date::date),
        metadata: reader.one(fields, "metadata", metadata).unwrap_or_default(),
    }
}

/// `keywords: { en: [roads, winter], fr: [routes, hiver] }`.
fn keywords(reader: &mut Reader, node: At<'_>) -> Option<MemoKeywords> {
    let fields = reader.keys(node, "keywords")?;
    let lists = Both::of(|lang| {
        if matches!(fields.get(lang.code()), Some((Node::List(items), _)) if items.is_empty()) {
            reader.empty(&fields.path.key(lang.code()), lang.code());
        }
        let words = reader.strings(&fields, lang.code()).into_iter();
        let words = words.map(|word| Text {
            value: TextValue::Shared(word.value),
            place: word.place,
        });
        words.collect::<Vec<Text>>()
    });
    let neither = !Lang::ALL.iter().any(|lang| fields.has(lang.code()));
    if neither && fields.entries().next().is_none() {
        reader.tell_key(&fields.path, EMPTY_FIELD.say("words", &[]));
    }
    Some(MemoKeywords {
        place: fields.path.clone(),
        lists,
    })
}

/// `slug: { en: ice-road, fr: route-de-glace }`.
fn slugs(reader: &mut Reader, node: At<'_>) -> Option<Both<Option<Placed<String>>>> {
    let fields = reader.keys(node, "slug")?;
    Some(Both::of(|lang| reader.one(&fields, lang.code(), slug)))
}

/// A name in an address: small letters a to z, figures and hyphens.
pub(super) fn slug(reader: &mut Reader, node: At<'_>) -> Option<Placed<String>> {
    let name = reader.string(node)?;
    let meant = as_slug(&name.value);
    let wording = if meant != name.value {
        let meant = Some(meant).filter(|meant| !meant.is_empty());
        INVALID_SLUG.say("form", given!(written = name.value, meant))
    } else if RESERVED.contains(&&*name.value) {
        INVALID_SLUG.say("reserved", given!(written = name.value))
    } else {
        return Some(name);
    };
    reader.refuse(&name, wording);
    None
}

/// Words as a name in an address.
fn as_slug(words: &str) -> String {
    let plain = unaccented(words).to_ascii_lowercase();
    let parts = plain.split(|next: char| !next.is_ascii_alphanumeric());
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

/// `metadata: { audience: staff, topics: [roads, winter], programme: { en: …, fr: … } }`.
pub(super) fn metadata(reader: &mut Reader, node: At<'_>) -> Option<Vec<MetadataEntry>> {
    let fields = reader.open_mapping(node, "metadata")?;
    let mut entries = Vec::new();
    for (name, node) in fields.entries() {
        let place = fields.path.key(name);
        if !fact::is_identifier(name) {
            let wording = INVALID_NAME.say("metadata", given!(written = name));
            reader.tell_key(&place, wording);
        }
        // Nothing behind a name is as good as no name.
        if *node == Node::Null {
            continue;
        }
        if let Some(values) = values(reader, name, (node, place.clone())) {
            let value = name.to_owned();
            entries.push(MetadataEntry {
                name: Placed { value, place },
                values,
            });
        }
    }
    Some(entries)
}

/// What stands behind a name: the same for both languages, or for each its own.
fn values(
    reader: &mut Reader,
    name: &str,
    (node, path): At<'_>,
) -> Option<Both<Option<MetadataValue>>> {
    if !matches!(node, Node::Mapping(_)) {
        let value = value(reader, name, (node, path))?;
        return Some(Both::of(|_| Some(value.clone())));
    }
    let fields = reader.keys((node, path), "metadata-texts")?;
    if fields.entries().next().is_none() {
        reader.tell_key(&fields.path, EMPTY_FIELD.say("words", &[]));
    }
    Some(Both::of(|lang| {
        let code = lang.code();
        reader.one(&fields, code, |reader, node| value(reader, code, node))
    }))
}

fn value(reader: &mut Reader, name: &str, (node, path): At<'_>) -> Option<MetadataValue> {
    let Node::List(items) = node else {
        return scalar(reader, (node, path)).map(MetadataValue::One);
    };
    if items.is_empty() {
        reader.empty(&path, name);
        return None;
    }
    Some(MetadataValue::List(reader.each((node, path), scalar)))
}

fn scalar(reader: &mut Reader, (node, path): At<'_>) -> Option<MetadataScalar> {
    match node {
        Node::Bool(value) => Some(MetadataScalar::Bool(*value)),
        Node::Text(_) | Node::Number(_) => {
            let text = reader.string((node, path))?;
            Some(MetadataScalar::Text(text.value))
        }
        node => {
            reader.wrong_type((node, path), "metadata-value", None);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_names_in_addresses() {
        for (words, name) in [
            ("Route de glace", "route-de-glace"),
            ("L’été à l’Île", "l-ete-a-l-ile"),
            ("cœur_2026", "coeur-2026"),
            ("--", ""),
            ("ice-road", "ice-road"),
        ] {
            assert_eq!(as_slug(words), name);
        }
    }
}
