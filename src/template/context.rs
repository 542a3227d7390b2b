//! What a template is given: a document in the words of `docs/templates.md`, every
//! phrase already in the form of the template's format.

use super::Form;
use crate::document::inline::plain_text;
use crate::document::markup::{Markup, MarkupWriter, Medium};
use crate::document::{
    Document, Field, Letterhead, LetterheadColumn, Note, Passage, Phrase, Section, Signature,
};
use std::collections::BTreeMap;
use tera::value::Key;
use tera::{Context, Map, Value};

/// What a template is given that is not of the document itself.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'a> {
    /// What stands in the place of a picture's path, where that is not the path:
    /// data URIs.
    pub pictures: &'a BTreeMap<String, String>,
    /// The theme's values as CSS custom properties, name (`--text-size`) and value.
    pub style: &'a [(String, String)],
    /// Whether the memo exists in the other language too.
    pub counterpart: bool,
}

/// The context of a document's template of this form.
pub(super) fn of(document: &Document, form: Form, inputs: &Inputs<'_>) -> Context {
    let mut writer = Writer::new(document, form, inputs);
    let mut context = Context::new();
    for (name, value) in writer.document(document) {
        context.insert_value(name, value);
    }
    let style = inputs.style.iter().map(|(name, value)| {
        map([
            ("name", Value::from(name.as_str())),
            ("value", Value::from(value.as_str())),
        ])
    });
    context.insert_value("style", style.collect::<Vec<_>>().into());
    context.insert_value("counterpart", counterpart(document, form, inputs));
    context
}

/// The other language's document: its language, its file and how it is called.
fn counterpart(document: &Document, form: Form, inputs: &Inputs<'_>) -> Value {
    if !inputs.counterpart {
        return Value::none();
    }
    let lang = document.lang.other();
    let name = Form::template(form, &format!("{}.{}", document.stem, lang.code()));
    let label = document
        .words
        .iter()
        .find(|(key, _)| *key == "other-language");
    map([
        ("lang", Value::from(lang.tag())),
        ("href", Value::from(name)),
        (
            "label",
            label.map_or(Value::none(), |(_, phrase)| Value::from(plain(phrase))),
        ),
    ])
}

/// Turns a document's parts into values, in the order of reading.
struct Writer<'a> {
    /// None for Markdown, which phrases carry themselves.
    markup: Option<MarkupWriter<'a>>,
    stem: &'a str,
}

impl<'a> Writer<'a> {
    fn new(document: &'a Document, form: Form, inputs: &Inputs<'a>) -> Writer<'a> {
        let word = |asked: &str| {
            let found = document.words.iter().find(|(key, _)| *key == asked);
            found.map(|(_, phrase)| plain(phrase)).unwrap_or_default()
        };
        let markup = |medium| {
            MarkupWriter::new(
                medium,
                inputs.pictures,
                (word("task-done"), word("task-open")),
            )
        };
        Writer {
            markup: match form {
                Form::Markdown => None,
                Form::Html => Some(markup(Medium::Web)),
                Form::Print => Some(markup(Medium::Print)),
            },
            stem: &document.stem,
        }
    }

    fn document(&mut self, document: &Document) -> Vec<(&'static str, Value)> {
        vec![
            ("meta", meta(document)),
            ("draft", self.optional(document.draft.as_ref())),
            ("letterhead", self.letterhead(document)),
            (
                "classification",
                self.optional(document.classification.as_ref()),
            ),
            ("marks", self.phrases(&document.marks)),
            ("title", self.phrase(&document.title)),
            ("subject", self.phrase(&document.subject)),
            ("header", self.fields(&document.header)),
            ("salutation", self.optional(document.salutation.as_ref())),
            ("sections", self.sections(&document.sections)),
            ("closing", self.optional(document.closing.as_ref())),
            ("signature", self.signature(document.signature.as_ref())),
            ("footer", self.fields(&document.footer)),
            ("appendices", self.sections(&document.appendices)),
            (
                "notes",
                document
                    .notes
                    .iter()
                    .map(|note| self.note(note))
                    .collect::<Vec<_>>()
                    .into(),
            ),
            ("words", self.words(&document.words)),
            ("words_text", words_text(&document.words)),
        ]
    }

    fn phrase(&mut self, phrase: &Phrase) -> Value {
        match &mut self.markup {
            Some(writer) => safe(&writer.phrase(phrase)),
            None => Value::from(phrase.markdown.as_str()),
        }
    }

    fn optional(&mut self, phrase: Option<&Phrase>) -> Value {
        phrase.map_or_else(Value::none, |phrase| self.phrase(phrase))
    }

    fn phrases(&mut self, phrases: &[Phrase]) -> Value {
        phrases
            .iter()
            .map(|phrase| self.phrase(phrase))
            .collect::<Vec<_>>()
            .into()
    }

    fn passage(&mut self, passage: &Passage) -> Value {
        match &mut self.markup {
            Some(writer) => safe(&writer.blocks(&passage.blocks)),
            None => Value::from(passage.markdown.as_str()),
        }
    }

    fn fields(&mut self, fields: &[Field]) -> Value {
        let fields = fields.iter().map(|field| {
            map([
                ("key", Value::from(field.key)),
                ("label", self.phrase(&field.label)),
                ("values", self.phrases(&field.values)),
            ])
        });
        fields.collect::<Vec<_>>().into()
    }

    fn letterhead(&mut self, document: &Document) -> Value {
        let Some(letterhead) = &document.letterhead else {
            return Value::none();
        };
        let columns = letterhead.columns.iter().map(|column| self.column(column));
        let columns = columns.collect::<Vec<_>>().into();
        map([
            ("logo", self.logo(document, letterhead)),
            ("columns", columns),
        ])
    }

    fn logo(&self, document: &Document, letterhead: &Letterhead) -> Value {
        let Some((path, alt)) = &letterhead.logo else {
            return Value::none();
        };
        let src = match &self.markup {
            Some(writer) => writer.picture(path),
            None => {
                let copy = document.files.iter().find(|file| file.path == *path);
                copy.map_or_else(
                    || path.clone(),
                    |file| format!("{}/{}", self.stem, file.name),
                )
            }
        };
        map([
            ("src", Value::from(src)),
            ("alt", Value::from(alt.as_str())),
        ])
    }

    fn column(&mut self, column: &LetterheadColumn) -> Value {
        map([
            ("lang", Value::from(column.lang.tag())),
            ("organization", self.optional(column.organization.as_ref())),
            ("office", self.optional(column.office.as_ref())),
            ("lines", self.phrases(&column.lines)),
        ])
    }

    fn sections(&mut self, sections: &[Section]) -> Value {
        let sections = sections.iter().map(|section| {
            map([
                ("id", Value::from(section.id.as_str())),
                ("level", Value::from(u32::from(section.level))),
                ("heading", self.optional(section.heading.as_ref())),
                ("body", self.passage(&section.body)),
                ("sections", self.sections(&section.sections)),
            ])
        });
        sections.collect::<Vec<_>>().into()
    }

    fn signature(&mut self, signature: Option<&Signature>) -> Value {
        let Some(signature) = signature else {
            return Value::none();
        };
        let signatories = signature
            .signatories
            .iter()
            .map(|lines| self.phrases(lines));
        map([
            ("signatories", signatories.collect::<Vec<_>>().into()),
            ("original", self.optional(signature.original.as_ref())),
            (
                "on_behalf_of",
                match &signature.on_behalf_of {
                    Some(lines) => self.phrases(lines),
                    None => Value::none(),
                },
            ),
        ])
    }

    fn note(&mut self, note: &Note) -> Value {
        map([
            ("number", Value::from(note.number)),
            ("body", self.passage(&note.body)),
        ])
    }

    /// The words by key; a key's hyphens are underscores, so that `words.note_back`
    /// can be written.
    fn words(&mut self, words: &[(&'static str, Phrase)]) -> Value {
        words
            .iter()
            .map(|(key, phrase)| (word_key(key), self.phrase(phrase)))
            .collect::<Map>()
            .into()
    }
}

/// The same words as plain characters, for attributes.
fn words_text(words: &[(&'static str, Phrase)]) -> Value {
    let words = words
        .iter()
        .map(|(key, phrase)| (word_key(key), Value::from(plain(phrase))));
    words.collect::<Map>().into()
}

fn word_key(key: &str) -> Key<'static> {
    Key::from(key.replace('-', "_"))
}

/// What the document says of itself, as plain characters.
fn meta(document: &Document) -> Value {
    let optional = |text: &Option<String>| text.as_deref().map_or_else(Value::none, Value::from);
    map([
        ("stem", Value::from(document.stem.as_str())),
        ("kind", Value::from(document.kind.as_str())),
        ("lang", Value::from(document.lang.tag())),
        ("title", Value::from(plain(&document.title))),
        ("subject", Value::from(plain(&document.subject))),
        ("author", Value::from(document.author.as_str())),
        ("date", Value::from(document.date.as_str())),
        ("updated", optional(&document.updated)),
        (
            "draft",
            document
                .draft
                .as_ref()
                .map_or_else(Value::none, |it| Value::from(plain(it))),
        ),
    ])
}

fn plain(phrase: &Phrase) -> String {
    plain_text(&phrase.inlines)
}

/// The one place where a value is let through unescaped: what it holds is [`Markup`].
fn safe(markup: &Markup) -> Value {
    Value::safe_string(markup.as_str())
}

fn map<const N: usize>(entries: [(&'static str, Value); N]) -> Value {
    entries
        .into_iter()
        .map(|(key, value)| (Key::from(key), value))
        .collect::<Map>()
        .into()
}
