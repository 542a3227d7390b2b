//! What templates get to know of a document beside its text.

use super::{ContextFields, ContextValues, list, map, optional, plain, safe};
use crate::document::inline::plain_text;
use crate::document::{Document, Edition, Inline, Phrase, Visitor};
use crate::memo::{MetadataScalar, MetadataValue};
use crate::template::Extras;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use tera::Value;

/// The widths of pictures, in per cent, each once: for templates of older workspaces.
pub(super) fn widths(edition: &Edition<'_>) -> Value {
    let mut widths = Widths::default();
    for document in edition.columns() {
        widths.document(document);
    }
    Value::from(widths.0.into_iter().map(Value::from).collect::<Vec<_>>())
}

/// Gathers the widths of pictures.
#[derive(Default)]
struct Widths(BTreeSet<u64>);

impl<'d> Visitor<'d> for Widths {
    fn inline(&mut self, inline: &'d Inline) {
        if let Inline::Image {
            width: Some(width), ..
        } = inline
        {
            self.0.insert(u64::from(*width));
        }
        self.inlines(inline.wrapped());
    }
}

/// Characters as they stand in a string of CSS that stands in HTML.
fn css_characters(text: &str) -> String {
    let mut written = String::new();
    for c in text.chars() {
        if c.is_ascii_control() || matches!(c, '"' | '\'' | '\\' | '<' | '>' | '&') {
            let _ = write!(written, "\\{:X} ", u32::from(c));
        } else {
            written.push(c);
        }
    }
    written
}

fn metadata_value(value: &MetadataValue) -> Value {
    let scalar = |scalar: &MetadataScalar| match scalar {
        MetadataScalar::Text(text) => plain(text),
        MetadataScalar::Bool(value) => Value::from(*value),
    };
    match value {
        MetadataValue::One(value) => scalar(value),
        MetadataValue::List(values) => list(values, scalar),
    }
}

impl ContextValues<'_> {
    /// What is said of the document: plain characters all.
    pub fn metadata(&self, document: &Document, extras: &Extras, fields: &mut ContextFields) {
        let words = |phrase: &Phrase| plain(&plain_text(&phrase.inlines));
        let mut put = |key: &'static str, value: Value| {
            fields.insert(key, value);
        };
        put("lang", plain(document.lang.tag()));
        put("language", plain(document.lang.code()));
        put("kind", plain(&document.kind));
        put("stem", plain(&document.stem));
        put("date", plain(&document.date));
        put("updated", optional(&document.updated, |date| plain(date)));
        put(
            "modified",
            optional(&document.modified(), |date| plain(date)),
        );
        put("author", plain(&document.author));
        put(
            "plain",
            map([
                ("title", words(&document.title)),
                ("subject", words(&document.subject)),
                ("draft", optional(&document.draft, words)),
                ("classification", optional(&document.classification, words)),
            ]),
        );
        ContextValues::about(document, &mut put);
        let linked = ContextValues::linked_data(document, extras);
        put("linked_data", optional(&linked, safe));
        put("people", ContextValues::people(document));
        put("style", plain(&extras.style));
        put("sheet", plain(&extras.sheet));
        put("public", Value::from(document.public));
        let changed = document.modified();
        put(
            "changed",
            plain(changed.as_deref().unwrap_or(&document.date)),
        );
        let formats = list(&extras.formats, |format| {
            map([
                ("name", plain(format.name)),
                ("type", plain(format.media_type)),
                ("href", plain(&format.href)),
                ("kilobytes", Value::from(format.kilobytes as u64)),
            ])
        });
        put("formats", formats);
        put("numbers", ContextValues::numbers(extras));
        put("canonical", optional(&extras.canonical, |url| plain(url)));
        let versions = list(&extras.versions, |version| {
            map([("lang", plain(version.lang)), ("url", plain(&version.url))])
        });
        put("versions", versions);
        put(
            "alternate",
            optional(&extras.alternate, |alternate| {
                map([
                    ("lang", plain(alternate.lang.tag())),
                    ("locale", plain(alternate.lang.locale())),
                    ("href", plain(&alternate.href)),
                    ("url", plain(&alternate.url)),
                ])
            }),
        );
    }

    /// What the document says of itself: plain characters all.
    fn about(document: &Document, put: &mut impl FnMut(&'static str, Value)) {
        let about = &document.about;
        put("iso_639_2", plain(document.lang.iso_639_2()));
        put("locale", plain(document.lang.locale()));
        put(
            "description",
            optional(&document.description(), |it| plain(it)),
        );
        put("keywords", list(&about.keywords(), |word| plain(word)));
        let slug = about.slug.as_ref().unwrap_or(&document.stem);
        put("slug", plain(slug));
        put("expires", optional(&about.expires, |day| plain(day)));
        put("publisher", plain(&about.publisher));
        let metadata = about.metadata.iter();
        let metadata: BTreeMap<String, Value> = metadata
            .map(|(name, value)| (name.clone(), metadata_value(value)))
            .collect();
        put("metadata", Value::from(metadata));
    }

    /// How the numbers of lists are written, by depth: plain characters as strings of
    /// CSS have them.
    fn numbers(extras: &Extras) -> Value {
        list(&extras.numbers, |number| {
            map([
                ("style", plain(number.kind.css())),
                ("before", plain(&css_characters(&number.before))),
                ("after", plain(&css_characters(&number.after))),
            ])
        })
    }

    /// The people that the header and the footer name: plain characters all.
    fn people(document: &Document) -> Value {
        list(&document.people, |person| {
            map([
                ("field", plain(person.field)),
                ("name", plain(&person.name)),
                (
                    "language",
                    optional(&person.language, |lang| plain(lang.code())),
                ),
            ])
        })
    }
}
