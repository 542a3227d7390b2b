//! What templates get: a document as Tera values. `docs/templates.md` describes
//! every field.

use super::columns::columns;
use super::parallel::parallel;
use super::{Extras, NOTICE, Target};
use crate::document::inline::plain_text;
use crate::document::markdown::escape::{escape_line_start, escape_text};
use crate::document::markdown::lettered::{has_list, letter_items};
use crate::document::markup::{Markup, MarkupWriter, Medium};
use crate::document::{
    Anchors, Block, Document, Edition, Field, Inline, LetterheadColumn, Passage, Phrase,
    PrintedDecision, PrintedLetterhead, PrintedStatus, Section, Signature, Visitor,
};
use crate::lang::Lang;
use crate::output::theme::{NumberKind, NumberPattern};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use tera::{Context, Value};

/// The fields of one document, by name.
pub(super) type ContextFields = BTreeMap<&'static str, Value>;

/// The context of an edition.
pub(super) fn of_edition(edition: &Edition<'_>, target: Target, extras: &Extras) -> Context {
    let fields = |document| {
        let mut values = ContextValues::new(document, edition.anchors(document), target, extras);
        // Half a page has room for one beside another no more.
        values.abreast = if edition.columns().len() > 1 { 1 } else { 2 };
        values.fields_of(document, extras)
    };
    let fields = match edition {
        Edition::Separate(document) => fields(document),
        Edition::Parallel(documents) => parallel(*documents, documents.map(fields), target, extras),
    };
    let mut context = Context::new();
    context.insert_value("widths", widths(edition));
    for (name, value) in fields {
        context.insert_value(name, value);
    }
    context
}

/// The widths of pictures, in per cent, each once.
fn widths(edition: &Edition<'_>) -> Value {
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

/// Makes values for one target.
pub(super) struct ContextValues<'a> {
    target: Target,
    anchors: Anchors,
    /// How many signatories stand side by side.
    abreast: usize,
    /// How the numbers of lists are written, by depth.
    numbers: &'a [NumberPattern],
    writer: MarkupWriter<'a>,
}

/// Markup as a value that is not escaped; nothing else is ever made safe.
fn safe(markup: &Markup) -> Value {
    Value::safe_string(markup.as_str())
}

/// Plain characters.
fn plain(text: &str) -> Value {
    Value::normal_string(text)
}

pub(super) fn map<const N: usize>(fields: [(&'static str, Value); N]) -> Value {
    Value::from(BTreeMap::from(fields))
}

/// What a value that there is makes.
pub(super) fn optional<T>(value: &Option<T>, make: impl FnOnce(&T) -> Value) -> Value {
    value.as_ref().map_or_else(Value::none, make)
}

/// What each of several makes.
fn list<T>(items: &[T], make: impl FnMut(&T) -> Value) -> Value {
    Value::from(items.iter().map(make).collect::<Vec<_>>())
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

impl<'a> ContextValues<'a> {
    pub fn new(
        document: &Document,
        anchors: Anchors,
        target: Target,
        extras: &'a Extras,
    ) -> ContextValues<'a> {
        let word = |key: &str| {
            let phrase = document.words.iter().find(|(known, _)| *known == key);
            phrase
                .map(|(_, phrase)| plain_text(&phrase.inlines))
                .unwrap_or_default()
        };
        let medium = match target {
            Target::Print => Medium::Print,
            Target::Html | Target::Markdown => Medium::Web,
        };
        let tasks = (word("task-done"), word("task-open"));
        ContextValues {
            target,
            anchors: anchors.clone(),
            abreast: 2,
            numbers: &extras.numbers,
            writer: MarkupWriter::new(medium, &extras.pictures, tasks)
                .with_anchors(anchors.clone())
                .with_numbers(extras.numbers.iter().map(|it| it.kind.sign()).collect()),
        }
    }

    /// ContextFields in the order of reading, since references to notes are numbered by it.
    fn fields_of(mut self, document: &Document, extras: &Extras) -> ContextFields {
        let mut fields = ContextFields::new();
        self.metadata(document, extras, &mut fields);
        let mut put = |key: &'static str, value: Value| {
            fields.insert(key, value);
        };
        put(
            "letterhead",
            optional(&document.letterhead, |letterhead| {
                self.letterhead(letterhead, document.lang)
            }),
        );
        put(
            "classification",
            self.optional_phrase(&document.classification),
        );
        put("marks", self.phrases(&document.marks));
        let status = optional(&document.status, |status| {
            self.status(status, document.lang, extras)
        });
        put("status", status);
        let (title, header) = (self.phrase(&document.title), self.fields(&document.header));
        let subject = self.phrase(&document.subject);
        // A notice is headed by what it is about, below its kind, and its header says that
        // not again.
        let is_notice = document.kind == NOTICE;
        let about = |at: usize| {
            document
                .header
                .get(at)
                .is_some_and(|it| it.key == "subject")
        };
        let lines = header.as_array().unwrap_or_default().iter().enumerate();
        let lines = lines.filter(|(at, _)| !is_notice || !about(*at));
        let lines: Vec<Value> = lines.map(|(_, field)| field.clone()).collect();
        let (above, headline) = if is_notice {
            (title.clone(), subject.clone())
        } else {
            (Value::none(), title.clone())
        };
        for (key, value) in [
            ("title", title),
            ("subject", subject),
            ("above", above),
            ("headline", headline),
            ("header", header),
            ("lines", Value::from(lines)),
        ] {
            put(key, value);
        }
        put("salutation", self.optional_phrase(&document.salutation));
        put("sections", self.sections(&document.sections));
        put("closing", self.optional_phrase(&document.closing));
        put(
            "signature",
            optional(&document.signature, |signature| self.signature(signature)),
        );
        put(
            "decision",
            optional(&document.decision, |decision| self.decision(decision)),
        );
        put("footer", self.fields(&document.footer));
        put("appendices", self.sections(&document.appendices));
        let notes = list(&document.notes, |note| {
            map([
                ("number", Value::from(note.number)),
                ("label", plain(&self.anchors.id(&note.number.to_string()))),
                ("id", plain(&self.anchors.note(note.number))),
                (
                    "reference",
                    plain(&self.anchors.note_reference(note.number)),
                ),
                ("body", self.passage(&note.body)),
            ])
        });
        put("notes", notes);
        put("words", self.words(document));
        put("draft", self.optional_phrase(&document.draft));
        fields
    }

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
        put("people", ContextValues::people(document));
        put("style", plain(&extras.style));
        put("numbers", ContextValues::numbers(extras));
        put("canonical", optional(&extras.canonical, |url| plain(url)));
        put(
            "alternate",
            optional(&extras.alternate, |alternate| {
                map([
                    ("lang", plain(alternate.lang.tag())),
                    ("href", plain(&alternate.href)),
                    ("url", plain(&alternate.url)),
                ])
            }),
        );
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

    fn phrase(&mut self, phrase: &Phrase) -> Value {
        match self.target {
            Target::Markdown => plain(&self.anchors.in_line(&phrase.markdown, &phrase.inlines)),
            Target::Html | Target::Print => safe(&self.writer.phrase(phrase)),
        }
    }

    /// Plain characters that a template prints: in Markdown, so that they stay plain.
    fn characters(&self, text: &str) -> Value {
        match self.target {
            Target::Markdown => plain(&escape_text(text, false)),
            Target::Html | Target::Print => plain(text),
        }
    }

    fn optional_phrase(&mut self, phrase: &Option<Phrase>) -> Value {
        optional(phrase, |phrase| self.phrase(phrase))
    }

    fn phrases(&mut self, phrases: &[Phrase]) -> Value {
        list(phrases, |phrase| self.phrase(phrase))
    }

    fn passage(&mut self, passage: &Passage) -> Value {
        match self.target {
            Target::Markdown => {
                let markdown = self.anchors.in_blocks(&passage.markdown, &passage.blocks);
                plain(&self.lettered(markdown, &passage.blocks))
            }
            Target::Html | Target::Print => safe(&self.writer.blocks(&passage.blocks)),
        }
    }

    /// The Markdown of blocks, with the labels of lists that the theme numbers in letters.
    fn lettered(&self, markdown: String, blocks: &[Block]) -> String {
        let pattern = |depth: usize| self.numbers.get(depth).or(self.numbers.last());
        let pattern = |depth| pattern(depth).filter(|it| it.kind != NumberKind::Decimal);
        let is_lettered = |depth: usize| pattern(depth).is_some();
        if !has_list(blocks, 0, &is_lettered) {
            return markdown;
        }
        letter_items(&markdown, &|depth, number| {
            let number = u32::try_from(number).unwrap_or(u32::MAX);
            Some(escape_line_start(&pattern(depth)?.label(number)))
        })
    }

    fn fields(&mut self, fields: &[Field]) -> Value {
        list(fields, |field| {
            map([
                ("key", plain(field.key)),
                ("label", self.phrase(&field.label)),
                ("values", self.phrases(&field.values)),
                ("columns", Value::from(columns(&field.values))),
            ])
        })
    }

    fn sections(&mut self, sections: &[Section]) -> Value {
        list(sections, |section| {
            map([
                ("id", plain(&self.anchors.id(&section.id))),
                ("linked", Value::from(section.linked)),
                ("level", Value::from(u64::from(section.level))),
                ("hashes", plain(&"#".repeat(section.level.into()))),
                ("heading", self.optional_phrase(&section.heading)),
                ("body", self.passage(&section.body)),
                ("sections", self.sections(&section.sections)),
            ])
        })
    }

    fn signature(&mut self, signature: &Signature) -> Value {
        let original = self.optional_phrase(&signature.original);
        let signatories = signature.signatories.iter();
        let signatories: Vec<Value> = signatories.map(|lines| self.phrases(lines)).collect();
        let rows = signatories.chunks(self.abreast).map(<[Value]>::to_vec);
        let rows: Vec<Value> = rows.map(Value::from).collect();
        let on_behalf_of = optional(&signature.on_behalf_of, |lines| self.phrases(lines));
        map([
            ("original", original),
            ("signatories", Value::from(signatories)),
            ("rows", Value::from(rows)),
            ("on_behalf_of", on_behalf_of),
        ])
    }

    fn status(&mut self, status: &PrintedStatus, own: Lang, extras: &Extras) -> Value {
        let (label, by): (Option<Phrase>, Option<Phrase>) = status.by.clone().unzip();
        let other = status.memo.as_ref().map(|memo| memo.lang);
        // Print says it of no link.
        let other = other.filter(|lang| *lang != own && self.target == Target::Html);
        map([
            ("state", plain(status.state)),
            ("date", plain(&status.date)),
            ("heading", self.phrase(&status.heading)),
            ("label", self.optional_phrase(&label)),
            ("by", self.optional_phrase(&by)),
            ("href", optional(&extras.successor[own], |href| plain(href))),
            ("hreflang", optional(&other, |lang| plain(lang.tag()))),
            ("reason", self.optional_phrase(&status.reason)),
        ])
    }

    fn decision(&mut self, decision: &PrintedDecision) -> Value {
        map([
            ("heading", self.phrase(&decision.heading)),
            ("choices", self.phrases(&decision.choices)),
            ("signature", self.phrase(&decision.signature)),
            ("by", self.phrases(&decision.by)),
            ("date", self.phrase(&decision.date)),
        ])
    }

    pub fn letterhead(&mut self, letterhead: &PrintedLetterhead, own: Lang) -> Value {
        let logo = optional(&letterhead.logo, |(path, alt)| {
            map([
                ("src", plain(&self.writer.picture(path))),
                ("alt", self.characters(alt)),
            ])
        });
        let columns = list(&letterhead.columns, |column| self.column(column, own));
        map([("logo", logo), ("columns", columns)])
    }

    fn column(&mut self, column: &LetterheadColumn, own: Lang) -> Value {
        map([
            ("lang", plain(column.lang.tag())),
            ("own", Value::from(column.lang == own)),
            ("organization", self.optional_phrase(&column.organization)),
            ("office", self.optional_phrase(&column.office)),
            ("lines", self.phrases(&column.lines)),
        ])
    }

    /// Words by key; a dash in a key is an underscore, so that `words.note_back` is
    /// an expression.
    fn words(&mut self, document: &Document) -> Value {
        let words: BTreeMap<String, Value> = document
            .words
            .iter()
            .map(|(key, phrase)| (key.replace('-', "_"), self.phrase(phrase)))
            .collect();
        Value::from(words)
    }
}
