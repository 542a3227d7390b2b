//! From a memo and the words of a language to a document: what is printed, in which
//! order, and how labels agree.
//!
//! The order is that of `docs/memo-format.md`: letterhead; classification and
//! marks; status; title; header; salutation; sections; closing; signature; decision;
//! enquiries, attachments, copies, distribution list; appendices. The model has a place for
//! each; this room fills them, and notes are numbered in the same order.

mod about;
mod anchors;
mod footer;
mod header;
mod headings;
mod letterhead;
mod numbering;
mod outcome;
mod parties;
mod phrases;
mod sections;
mod texts;
mod words;

pub(crate) use texts::{LooseText, build_texts};

#[cfg(test)]
mod tests;

use super::links::{Files, Links, folder_of};
use super::markdown::{Form, Markdown, ParsedBody, Written, origin_of, parse_body, parse_phrase};
use super::session::{PrintedWords, Session};
use super::{Document, DocumentAuthor, Inline, LinkedMemo, Named, Origin, Passage, Phrase};
use crate::diagnostic::{Diagnostic, Wording};
use crate::document::codes;
use crate::lang::{Both, Lang};
use crate::language::typography::Mender;
use crate::limits::located;
use crate::locale::{Args, Formatted, Locale, Locales, Locator, missing_translation};
use crate::memo::directory::Organization;
use crate::memo::yaml::Places;
use crate::memo::{Fact, Letterhead, Memo, NodePath, NumberedParts, Party, Settings, Text};
use crate::source::{SourceFile, Span};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// What a memo needs of its workspace to become a document.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The words of both languages, the memo's own messages among them.
    pub locales: &'a Locales,
    /// Where nodes stand in their files.
    pub places: &'a Places,
    /// The workspace's files.
    pub files: &'a dyn Files,
    /// The workspace's settings: facts and the usual letterhead.
    pub settings: &'a Settings,
    /// The directory's organizations, which facts may name.
    pub organizations: &'a BTreeMap<String, Organization>,
    /// The workspace's letterheads by name.
    pub letterheads: &'a BTreeMap<String, Letterhead>,
    /// For each language the document of the memo that the status names, where there is
    /// such a memo.
    pub successor: &'a Both<Option<LinkedMemo>>,
    /// What mends each language's typography.
    pub menders: &'a Both<Mender>,
}

/// The document of a memo in one language, with everything that is wrong with it.
/// Where words are missing, a [`Inline::Gap`] stands; `draft` adds the draft's mark.
pub fn build_document(
    memo: &Memo,
    lang: Lang,
    around: &Surroundings<'_>,
    draft: bool,
) -> (Document, Vec<Diagnostic>) {
    let locator = around.locator(&memo.file);
    let settings_locator = around.locator(&around.settings.file);
    let args = Args::new()
        .facts(&memo.facts, &locator)
        .facts(&around.settings.facts, &settings_locator)
        .organizations(around.organizations)
        .unread(&memo.unread)
        .unread(&around.settings.unread);
    let links = Links::new(folder_of(memo.file.path()), memo.stem.clone(), around.files);
    let mut builder = Builder {
        memo,
        lang,
        around,
        args,
        session: Session {
            words: Some(PrintedWords {
                locales: around.locales,
                menders: around.menders,
                file: &memo.file,
            }),
            ..Session::new(lang, around.places, links)
        },
        anchors: Vec::new(),
        written: Vec::new(),
    };
    let document = builder.document(draft);
    (document, builder.session.diagnostics)
}

/// Everybody whom the header and the footer name, field by field.
fn people(memo: &Memo) -> Vec<Named> {
    let parties = [
        ("to", &memo.recipients),
        ("from", &memo.sender),
        ("through", &memo.through),
        ("cc", &memo.cc),
        ("distribution", &memo.distribution),
    ];
    let persons = parties.into_iter().flat_map(|(field, parties)| {
        parties.iter().filter_map(move |party| match party {
            Party::Person(person) => Some((field, person)),
            Party::Group(_) => None,
        })
    });
    let contacts = memo.enquiries.iter().map(|it| ("enquiries", &it.contact));
    persons
        .chain(contacts)
        .filter_map(|(field, person)| {
            Some(Named {
                field,
                name: person.name.as_ref()?.value.clone(),
                language: person.language,
            })
        })
        .collect()
}

impl Surroundings<'_> {
    /// What finds places in a file.
    fn locator<'f>(&'f self, file: &'f Arc<SourceFile>) -> FileLocator<'f> {
        FileLocator {
            places: self.places,
            file,
        }
    }
}

/// Finds places in one file.
struct FileLocator<'a> {
    places: &'a Places,
    file: &'a Arc<SourceFile>,
}

impl Locator for FileLocator<'_> {
    fn locate(&self, place: &NodePath, range: Option<Range<usize>>) -> Option<Span> {
        Some(match range {
            Some(range) => self.places.span_in(self.file, place, range),
            None => self.places.of(self.file).span_of(place),
        })
    }
}

/// One document on its way.
struct Builder<'a> {
    memo: &'a Memo,
    lang: Lang,
    around: &'a Surroundings<'a>,
    args: Args<'a>,
    session: Session<'a>,
    /// The anchors of sections so far.
    anchors: Vec<String>,
    /// The texts so far, as they were written.
    written: Vec<Written>,
}

/// The classification of what anybody may read.
const UNCLASSIFIED: &str = "unclassified";

impl<'a> Builder<'a> {
    fn document(&mut self, draft: bool) -> Document {
        let memo = self.memo;
        self.check_facts();
        let letterhead = self.letterhead();
        let classification = memo
            .classification
            .as_ref()
            .and_then(|code| self.coded("classification-", code, &codes::UNKNOWN_CLASSIFICATION));
        let marks = memo
            .marks
            .iter()
            .filter_map(|code| self.coded("mark-", code, &codes::UNKNOWN_MARK))
            .collect();
        let status = self.status();
        let title = self.title();
        let header = self.header();
        let subject = header
            .iter()
            .find(|field| field.key == "subject")
            .and_then(|field| field.values.first().cloned())
            .unwrap_or_default();
        let salutation = self.formula(memo.salutation.as_ref());
        if memo.numbered == Some(NumberedParts::Paragraphs) {
            self.session.paragraphs = Some(0);
        }
        let mut sections = self.sections(&memo.sections);
        let closing = self.formula(memo.closing.as_ref());
        let signature = self.signature();
        let decision = self.decision();
        let footer = self.footer();
        let mut appendices = self.appendices();
        let words = self.words();
        let about = self.about(letterhead.as_ref());
        let author: Vec<&str> = about.authors.iter().map(DocumentAuthor::name).collect();
        let author = author.join(", ");
        let classified = memo.classification.as_ref();
        let is_public = !draft && classified.is_none_or(|it| it.value == UNCLASSIFIED);
        let draft = draft.then(|| self.message("draft", &Args::new()));
        self.name_headed([&mut sections, &mut appendices]);
        let numbered = (sections.as_mut_slice(), appendices.as_mut_slice());
        numbering::number_headings(memo, numbered);
        let linked_captions = self.check_anchors([&mut sections, &mut appendices]);
        let mut notes = std::mem::take(&mut self.session.notes);
        notes.sort_by_key(|note| note.number);
        Document {
            file: Arc::clone(&memo.file),
            stem: memo.stem.clone(),
            kind: memo.kind.value.clone(),
            lang: self.lang,
            bilingual: memo.languages.len() > 1,
            draft,
            date: memo.date.value.to_string(),
            updated: memo.updated.as_ref().map(|date| date.value.to_string()),
            author,
            people: people(memo),
            about,
            letterhead,
            classification,
            public: is_public,
            marks,
            status,
            title,
            subject,
            header,
            salutation,
            sections,
            closing,
            signature,
            decision,
            footer,
            appendices,
            notes,
            words,
            linked_captions,
            files: std::mem::take(&mut self.session.links.used),
            written: std::mem::take(&mut self.written),
        }
    }

    /// Reports named Texts without words in this language, printed or not.
    fn check_facts(&mut self) {
        let memo = self.memo;
        let locator = self.around.locator(&memo.file);
        for fact in &memo.facts {
            if let Fact::Text(text) = &fact.value
                && !text.is_written_in(self.lang)
            {
                self.report_missing(text, &locator, self.lang);
            }
        }
    }

    fn locale(&self) -> &'a Locale {
        self.around.locales.get(self.lang)
    }

    /// A Text of the memo as a line of running text.
    fn phrase(&mut self, text: &Text) -> Phrase {
        let args = self.args.clone();
        self.phrase_with(text, &args)
    }

    /// The same with further arguments.
    fn phrase_with(&mut self, text: &Text, args: &Args<'_>) -> Phrase {
        self.phrase_at(text, args, false)
    }

    /// The same with a capital where it begins a line.
    fn phrase_at(&mut self, text: &Text, args: &Args<'_>, begins: bool) -> Phrase {
        let (places, file) = (self.around.places, Arc::clone(&self.memo.file));
        let place = || places.of(&file).span_of(&text.place);
        located(place, || self.whole_phrase(text, args, begins))
    }

    fn whole_phrase(&mut self, text: &Text, args: &Args<'_>, begins: bool) -> Phrase {
        let file = Arc::clone(&self.memo.file);
        let Some(mut formatted) = self.format(text, &file, self.lang, args) else {
            return self.gap(self.lang);
        };
        if begins {
            self.locale().capitalize(&mut formatted);
        }
        self.parse_phrase(&formatted, text, &file, self.lang)
    }

    /// A Text of the memo as blocks, and what its headings begin.
    fn body(&mut self, text: &Text) -> ParsedBody {
        let (places, file) = (self.around.places, Arc::clone(&self.memo.file));
        let place = || places.of(&file).span_of(&text.place);
        located(place, || self.whole_body(text))
    }

    fn whole_body(&mut self, text: &Text) -> ParsedBody {
        let file = Arc::clone(&self.memo.file);
        let args = self.args.clone();
        let Some(formatted) = self.format(text, &file, self.lang, &args) else {
            let Phrase { inlines, markdown } = self.gap(self.lang);
            let blocks = vec![super::Block {
                kind: super::BlockKind::Paragraph(inlines),
                origin: self.node_origin(&text.place),
            }];
            return ParsedBody {
                passage: Passage { blocks, markdown },
                headed: Vec::new(),
            };
        };
        let lang = self.lang;
        let place = self.locale().text_place(text);
        let origin = |range: Range<usize>| origin_of(&formatted, &file, &place, range);
        let source = Markdown {
            formatted: &formatted,
            origin: &origin,
            mender: Some(&self.around.menders[lang]),
        };
        let body = parse_body(&source, &mut self.session);
        self.written.push(Written {
            lang,
            formatted,
            form: Form::Blocks,
            scalar: (file, place),
        });
        body
    }

    /// What a Text says in a language, with gaps where it is faulty; nothing where it
    /// says nothing or is faulty altogether. What is wrong is reported.
    fn format(
        &mut self,
        text: &Text,
        file: &Arc<SourceFile>,
        lang: Lang,
        args: &Args<'_>,
    ) -> Option<Formatted> {
        let locator = self.around.locator(file);
        let locale = self.around.locales.get(lang);
        let (formatted, faults) = locale.text_with_gaps(text, &locator, args);
        if formatted.is_none() && faults.is_empty() {
            self.report_missing(text, &locator, lang);
        }
        self.session.diagnostics.extend(faults);
        let remarks = formatted.iter().flat_map(|it| it.remarks.iter().cloned());
        self.session.diagnostics.extend(remarks);
        formatted
    }

    fn report_missing(&mut self, text: &Text, locator: &FileLocator<'_>, lang: Lang) {
        if !self.memo.unread.languages {
            let finding = missing_translation(&text.place, lang, locator);
            self.session.report(finding);
        }
    }

    fn parse_phrase(
        &mut self,
        formatted: &Formatted,
        text: &Text,
        file: &Arc<SourceFile>,
        lang: Lang,
    ) -> Phrase {
        let around = self.around;
        let place = around.locales.get(lang).text_place(text);
        let origin = |range: Range<usize>| origin_of(formatted, file, &place, range);
        let source = Markdown {
            formatted,
            origin: &origin,
            mender: Some(&self.around.menders[lang]),
        };
        self.session.links.folder = folder_of(file.path());
        let own = std::mem::replace(&mut self.session.lang, lang);
        let phrase = parse_phrase(&source, &mut self.session);
        self.session.lang = own;
        self.session.links.folder = folder_of(self.memo.file.path());
        self.written.push(Written {
            lang,
            formatted: formatted.clone(),
            form: Form::Line,
            scalar: (Arc::clone(file), place),
        });
        phrase
    }

    /// A message of the document's language as a line of running text.
    fn message(&mut self, id: &str, args: &Args<'_>) -> Phrase {
        self.message_in(id, self.lang, args)
    }

    fn message_in(&mut self, id: &str, lang: Lang, args: &Args<'_>) -> Phrase {
        self.session.message_in(id, lang, args)
    }

    /// The words that stand where a translation is missing.
    fn gap(&mut self, lang: Lang) -> Phrase {
        let words = self.message_in("gap", lang, &Args::new());
        Phrase {
            inlines: vec![Inline::Gap(super::inline::plain_text(&words.inlines))],
            markdown: words.markdown,
        }
    }

    /// The origin of a whole node of the memo.
    fn node_origin(&self, place: &NodePath) -> Origin {
        Origin::whole(&self.memo.file, place, "")
    }

    /// Reports what a phrase says of a node of the memo.
    fn tell(&mut self, place: &NodePath, wording: Wording) {
        let place = self.around.places.of(&self.memo.file).span_of(place);
        self.session.report(Diagnostic::told(place, wording));
    }
}
