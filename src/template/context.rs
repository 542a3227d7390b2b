//! What templates get: a document as Tera values. `docs/templates.md` describes
//! every field.

mod about;
mod linked_data;

use super::columns::columns;
use super::parallel::parallel;
use super::{Extras, Target};
use crate::document::inline::plain_text;
use crate::document::markdown::escape::{escape_line_start, escape_text};
use crate::document::markdown::lettered::{has_list, letter_items};
use crate::document::markup::{Markup, MarkupWords, MarkupWriter, Medium};
use crate::document::{
    Anchors, Block, Document, Edition, Field, LetterheadColumn, Passage, Phrase, PrintedDecision,
    PrintedLetterhead, PrintedStatus, Section, Signature,
};
use crate::lang::Lang;
use crate::output::theme::{NumberKind, NumberPattern};
use about::widths;
use std::collections::BTreeMap;
use tera::{Context, Value};

/// From how many sections on a page begins with a list of them.
const CONTENTS_FROM: usize = 4;

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
            Target::Html | Target::Fragment | Target::Markdown => Medium::Web,
        };
        let words = MarkupWords {
            done: word("task-done"),
            open: word("task-open"),
            table: word("table-region"),
            code: word("code-region"),
            note: word("note-reference"),
        };
        ContextValues {
            target,
            anchors: anchors.clone(),
            abreast: 2,
            numbers: &extras.numbers,
            writer: MarkupWriter::new(medium, &extras.pictures, words)
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
        let is_notice = document.is_notice();
        let about = |at: usize| {
            document
                .header
                .get(at)
                .is_some_and(|it| it.key == "subject")
        };
        let lines = header.as_array().unwrap_or_default().iter().enumerate();
        let lines = lines.filter(|(at, _)| !is_notice || !about(*at));
        let lines: Vec<Value> = lines.map(|(_, field)| field.clone()).collect();
        // So is a page, whose first heading says what it is about.
        let by_subject = is_notice || self.target.is_web();
        let (above, headline) = if by_subject {
            (title.clone(), self.phrase(&document.subject))
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
        put("contents", self.contents(&document.sections));
        // The list of sections stands behind what has no heading.
        let lead = document.sections.iter();
        let lead = lead.take_while(|section| section.heading.is_none()).count();
        put("lead", Value::from(lead as u64));
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

    fn phrase(&mut self, phrase: &Phrase) -> Value {
        match self.target {
            Target::Markdown => plain(&self.anchors.in_line(&phrase.markdown, &phrase.inlines)),
            Target::Html | Target::Fragment | Target::Print => safe(&self.writer.phrase(phrase)),
        }
    }

    /// Plain characters that a template prints: in Markdown, so that they stay plain.
    fn characters(&self, text: &str) -> Value {
        match self.target {
            Target::Markdown => plain(&escape_text(text, false)),
            Target::Html | Target::Fragment | Target::Print => plain(text),
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
            Target::Html | Target::Fragment | Target::Print => {
                safe(&self.writer.blocks(&passage.blocks))
            }
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

    /// The element of a part of the document: on a page one without a heading is no section.
    fn part(&self, headed: bool) -> &'static str {
        match self.target {
            target if target.is_web() && !headed => "div",
            _ => "section",
        }
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
                ("tag", plain(self.part(section.heading.is_some()))),
                ("sections", self.sections(&section.sections)),
            ])
        })
    }

    /// The headings of sections with their anchors, plain characters; none where there are
    /// few of them.
    fn contents(&self, sections: &[Section]) -> Value {
        let headed = sections.iter().filter_map(|section| {
            let heading = section.heading.as_ref()?;
            Some(map([
                ("id", plain(&self.anchors.id(&section.id))),
                ("heading", plain(&plain_text(&heading.inlines))),
            ]))
        });
        let headed: Vec<Value> = headed.collect();
        Value::from(if headed.len() < CONTENTS_FROM {
            Vec::new()
        } else {
            headed
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
            ("tag", plain(self.part(false))),
        ])
    }

    fn status(&mut self, status: &PrintedStatus, own: Lang, extras: &Extras) -> Value {
        let (label, by): (Option<Phrase>, Option<Phrase>) = status.by.clone().unzip();
        let other = status.memo.as_ref().map(|memo| memo.lang);
        // Print says it of no link.
        let other = other.filter(|lang| *lang != own && self.target.is_web());
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
            let shown = self.writer.picture(path);
            let (width, height) = shown.size.unzip();
            let size = |side: Option<u32>| optional(&side, |it| Value::from(u64::from(*it)));
            map([
                ("src", plain(&shown.src)),
                ("alt", self.characters(alt)),
                ("width", size(width)),
                ("height", size(height)),
            ])
        });
        let columns = list(&letterhead.columns, |column| self.column(column, own));
        map([("logo", logo), ("columns", columns)])
    }

    fn column(&mut self, column: &LetterheadColumn, own: Lang) -> Value {
        // Only a page opens anything.
        let contact = Some(&column.contact).filter(|_| self.target == Target::Html);
        let contact = optional(&contact, |words| self.phrase(words));
        map([
            ("lang", plain(column.lang.tag())),
            ("own", Value::from(column.lang == own)),
            ("organization", self.optional_phrase(&column.organization)),
            ("office", self.optional_phrase(&column.office)),
            ("lines", self.phrases(&column.lines)),
            ("contact", contact),
        ])
    }

    /// Words by key; a dash in a key is an underscore, so that `words.note_back` is
    /// an expression.
    fn words(&mut self, document: &Document) -> Value {
        let known = document.words.iter();
        let known = known.map(|(key, phrase)| (*key, phrase));
        let own = document.about.own_words.iter();
        let own = own.map(|(key, phrase)| (&**key, phrase));
        let words: BTreeMap<String, Value> = known
            .chain(own)
            .map(|(key, phrase)| (key.replace('-', "_"), self.phrase(phrase)))
            .collect();
        Value::from(words)
    }
}
