//! What a page says of itself to programs that gather pages: JSON-LD with the words of
//! schema.org.

use super::ContextValues;
use crate::document::inline::plain_text;
use crate::document::markup::Markup;
use crate::document::{Document, DocumentAuthor, Field};
use crate::template::Extras;
use serde_json::{Map, Value, json};

impl ContextValues<'_> {
    /// The data of a document; nothing of drafts and of what is classified.
    pub(super) fn linked_data(document: &Document, extras: &Extras) -> Option<Markup> {
        document
            .public
            .then(|| Markup::of_json(&data(document, extras)))
    }
}

/// The document as a `DigitalDocument` of schema.org.
fn data(document: &Document, extras: &Extras) -> Value {
    let about = &document.about;
    let mut data = Map::new();
    let mut put = |key: &str, value: Value| {
        let is_empty = match &value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(items) => items.is_empty(),
            _ => false,
        };
        if !is_empty {
            data.insert(key.to_owned(), value);
        }
    };
    put("@context", json!("https://schema.org"));
    put("@type", json!("DigitalDocument"));
    put("name", json!(plain_text(&document.subject.inlines)));
    put("genre", json!(plain_text(&document.title.inlines)));
    put("description", json!(document.description()));
    put("keywords", json!(about.keywords()));
    put("inLanguage", json!(document.lang.tag()));
    put("identifier", json!(reference(&document.header)));
    put("url", json!(extras.canonical));
    put("datePublished", json!(document.date));
    put("dateModified", json!(document.modified()));
    put("expires", json!(about.expires));
    let status = document.status.as_ref();
    put("creativeWorkStatus", json!(status.map(|it| it.state)));
    let authors = about.authors.iter().map(author);
    put("author", authors.collect());
    if !about.publisher.is_empty() {
        put("publisher", organization(&about.publisher));
    }
    if let Some(other) = &extras.alternate {
        let relation = match about.source == document.lang {
            true => "workTranslation",
            false => "translationOfWork",
        };
        let url = &other.url;
        let lang = other.lang.tag();
        put(
            relation,
            json!({ "@type": "DigitalDocument", "inLanguage": lang, "url": url }),
        );
    }
    let formats = extras.formats.iter().map(|format| {
        let (media, url) = (format.media_type, &format.href);
        json!({ "@type": "MediaObject", "encodingFormat": media, "contentUrl": url })
    });
    put("encoding", formats.collect());
    Value::Object(data)
}

fn organization(name: &str) -> Value {
    json!({ "@type": "Organization", "name": name })
}

fn author(author: &DocumentAuthor) -> Value {
    match author {
        DocumentAuthor::Person(name) => json!({ "@type": "Person", "name": name }),
        DocumentAuthor::Group(name) => organization(name),
    }
}

/// The file number, where the header has one.
fn reference(header: &[Field]) -> Option<String> {
    let field = header.iter().find(|field| field.key == "reference")?;
    Some(plain_text(&field.values.first()?.inlines))
}
