//! Setting an edition in a format: one document, or both of a memo side by side.

use super::characters::WORDS;
use super::edition::edition_name;
use super::files::bytes_of;
use super::printable::surely_prints;
use super::{Composition, Fitting, Format, Press, Release, file_name, stops, written};
use crate::diagnostic::Diagnostic;
use crate::document::inline::plain_text;
use crate::document::{Document, Edition, FileUse, path_href};
use crate::lang::Lang;
use crate::memo::NodePath;
use crate::output::pdf::codes::INACCESSIBLE_PDF;
use crate::output::pdf::font::FontSet;
use crate::output::pdf::layout::{Pictures, check_layout, layout_pages};
use crate::output::pdf::markup::PrintMarkup;
use crate::output::pdf::pages::{Metadata, Pages};
use crate::output::pdf::write::write_pdf;
use crate::output::{html, markdown};
use crate::template::codes::MISSING_TEMPLATE;
use crate::template::{Alternate, Extras, OtherFormat, PageVersion, Target};
use crate::workspace::Workspace;

/// A file of the output: its name below the output's folder, and its bytes.
pub type OutputFile = (String, Vec<u8>);

/// What a run makes beside a document: pages lead there, and nowhere else.
#[derive(Clone, Copy, Debug)]
pub struct MadeBeside<'a> {
    /// The document in other formats, each with its size in bytes.
    pub formats: &'a [(Format, usize)],
    /// The languages of the run.
    pub langs: &'a [Lang],
}

impl MadeBeside<'_> {
    /// The other language, and no other format.
    pub const NOTHING: MadeBeside<'static> = MadeBeside {
        formats: &[],
        langs: &Lang::ALL,
    };
}

impl Press {
    /// The files of an edition in a format: the document itself, and copies of the
    /// files that it needs beside it.
    ///
    /// # Errors
    /// What is wrong with templates, pictures and files.
    pub fn set(
        &self,
        workspace: &Workspace,
        edition: &Edition<'_>,
        format: Format,
    ) -> Result<Vec<OutputFile>, Vec<Diagnostic>> {
        let plain = Fitting::default();
        let (files, _) =
            self.set_and_tell(workspace, edition, format, MadeBeside::NOTHING, &plain)?;
        Ok(files)
    }

    /// The same, with what is wrong with the document and yet does not keep it from being
    /// written. A page has links to what is made beside it.
    ///
    /// # Errors
    /// What is wrong with templates, pictures and files.
    pub fn set_and_tell(
        &self,
        workspace: &Workspace,
        edition: &Edition<'_>,
        format: Format,
        beside: MadeBeside<'_>,
        fitting: &Fitting,
    ) -> Result<(Vec<OutputFile>, Vec<Diagnostic>), Vec<Diagnostic>> {
        let mut warnings = Vec::new();
        let bytes = match format {
            Format::Markdown => self.fitted_markdown(edition, fitting)?.into_bytes(),
            Format::Html => {
                html::write_html(&self.fill_html(workspace, edition, beside)?).into_bytes()
            }
            Format::Pdf => {
                let mut pages = self.pages(workspace, edition)?;
                warnings.append(&mut pages.warnings);
                write_pdf(&pages).map_err(|error| vec![*error])?
            }
            Format::Fragment => self.fragment(workspace, edition, fitting)?.into_bytes(),
            Format::Json => Press::json(edition, fitting).into_bytes(),
        };
        let mut files = vec![(edition_name(edition, format), bytes)];
        let beside = |file: &FileUse| !file.picture || !fitting.holds_pictures(format);
        for document in edition.columns() {
            let copies = self.outgoing(workspace, document, beside)?.into_iter();
            let name = |file: &FileUse| format!("{}/{}", document.stem, file.name);
            files.extend(copies.map(|(file, bytes)| (name(file), bytes)));
        }
        Ok((files, warnings))
    }

    /// What is wrong with templates, pictures and layout for the documents of a memo
    /// in all formats; nothing is kept.
    pub fn proof(&self, workspace: &Workspace, composition: &Composition) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        for document in &composition.documents {
            let edition = Edition::Separate(document);
            findings.extend(faults(self.outgoing(workspace, document, |_| true)));
            if self.plain_look && surely_prints(document, self.theme.page.measure()) {
                let pictures = self.pictures(workspace, &edition).map(drop);
                findings.extend(faults(pictures.and_then(|()| self.has_title(document))));
                continue;
            }
            let print = self.print(workspace, &edition, |markup, fonts, pictures, metadata| {
                match check_layout(markup, &self.theme, fonts, pictures, metadata) {
                    found if found.is_empty() => Ok(()),
                    found => Err(found),
                }
            });
            // The program's own templates take every document that print takes, as its tests
            // hold.
            if self.foreign_templates || print.is_err() {
                findings.extend(faults(self.fill_markdown(&edition)));
                findings.extend(faults(self.fill_html(
                    workspace,
                    &edition,
                    MadeBeside::NOTHING,
                )));
                // Which no kind must have that is not asked for it.
                if self.templates.has(&edition, Target::Fragment) {
                    let plain = Fitting::default();
                    findings.extend(faults(self.fragment(workspace, &edition, &plain)));
                }
            }
            findings.extend(faults(print));
        }
        // What has no place of its own only follows from the memo's faults.
        if stops(&composition.diagnostics, Release::Final) {
            findings.retain(|finding| finding.span.is_some());
        }
        findings
    }

    /// An edition's template, filled.
    pub(super) fn filled(
        &self,
        edition: &Edition<'_>,
        target: Target,
        extras: &Extras,
    ) -> Result<String, Vec<Diagnostic>> {
        let filled = self.templates.render(edition, target, extras);
        filled.map_err(|mut faults| {
            // A template that is missing is missed by the memo's kind.
            let is_missing =
                |it: &&mut Diagnostic| it.code == &MISSING_TEMPLATE && it.span.is_none();
            for fault in faults.iter_mut().filter(is_missing) {
                let places = self.places.of(&edition.first().file);
                fault.span = Some(places.span_of(&NodePath::root().key("kind")));
            }
            faults
        })
    }

    pub(super) fn fill_markdown(&self, edition: &Edition<'_>) -> Result<String, Vec<Diagnostic>> {
        let pictures = edition.columns().iter();
        let extras = Extras {
            pictures: pictures
                .flat_map(|document| markdown::picture_paths(document))
                .collect(),
            successor: Press::successor_links(edition, Format::Markdown),
            numbers: self.theme.labels.number_patterns(),
            ..Extras::default()
        };
        self.filled(edition, Target::Markdown, &extras)
    }

    fn fill_html(
        &self,
        workspace: &Workspace,
        edition: &Edition<'_>,
        beside: MadeBeside<'_>,
    ) -> Result<String, Vec<Diagnostic>> {
        let other = match edition {
            Edition::Separate(it) if it.bilingual && beside.langs.contains(&it.lang.other()) => {
                Some((*it, self.alternate(it)))
            }
            _ => None,
        };
        let extras = Extras {
            pictures: self.shown_pictures(workspace, edition)?,
            style: self.css.clone(),
            sheet: self.sheet.clone(),
            formats: beside
                .formats
                .iter()
                .map(|it| other_format(edition, it))
                .collect(),
            numbers: self.theme.labels.number_patterns(),
            versions: other
                .as_ref()
                .map_or_else(Vec::new, |(document, _)| self.versions(document)),
            alternate: other.map(|(_, alternate)| alternate),
            canonical: self.absolute(&edition_name(edition, Format::Html)),
            successor: Press::successor_links(edition, Format::Html),
        };
        self.filled(edition, Target::Html, &extras)
    }

    /// The pages of a document in both languages, and the one for readers of others: that
    /// in which it was written first.
    fn versions(&self, document: &Document) -> Vec<PageVersion> {
        let version = |hreflang: &'static str, lang: Lang| {
            let name = file_name(&document.stem, lang, Format::Html);
            let url = self.absolute(&name).unwrap_or_else(|| path_href(&name));
            PageVersion {
                lang: hreflang,
                url,
            }
        };
        let both = Lang::ALL.map(|lang| version(lang.tag(), lang));
        let others = version("x-default", document.about.source);
        both.into_iter().chain([others]).collect()
    }

    /// The page of a document's other language.
    fn alternate(&self, document: &Document) -> Alternate {
        let lang = document.lang.other();
        let name = file_name(&document.stem, lang, Format::Html);
        let href = path_href(&name);
        Alternate {
            lang,
            url: self.absolute(&name).unwrap_or_else(|| href.clone()),
            href,
        }
    }

    /// The absolute URL of an output file, where the settings have a `base-url`.
    fn absolute(&self, name: &str) -> Option<String> {
        let base = self.settings.base_url.as_ref()?.value.trim_end_matches('/');
        Some(format!("{base}/{}", path_href(name)))
    }

    /// An edition's laid-out pages.
    ///
    /// # Errors
    /// What is wrong with the template, pictures and files.
    pub fn pages(
        &self,
        workspace: &Workspace,
        edition: &Edition<'_>,
    ) -> Result<Pages, Vec<Diagnostic>> {
        self.print(workspace, edition, |markup, fonts, pictures, metadata| {
            layout_pages(markup, &self.theme, fonts, pictures, metadata)
        })
    }

    /// Hands an edition's print markup, with what it takes to lay it out, to `then`.
    fn print<T>(
        &self,
        workspace: &Workspace,
        edition: &Edition<'_>,
        then: impl FnOnce(PrintMarkup<'_>, &FontSet, &Pictures, Metadata) -> Result<T, Vec<Diagnostic>>,
    ) -> Result<T, Vec<Diagnostic>> {
        // Why there are none was said when they were loaded.
        let Some(fonts) = &self.fonts else {
            return Err(Vec::new());
        };
        let pictures = self.pictures(workspace, edition)?;
        let successors = Press::successor_links(edition, Format::Pdf);
        let extras = Extras {
            successor: successors.clone(),
            ..Extras::default()
        };
        let filled = self.filled(edition, Target::Print, &extras)?;
        for document in edition.columns() {
            self.has_title(document)?;
        }
        let template = self.templates.path(edition, Target::Print);
        let written = |words: &str| {
            let mut files = edition.columns().iter().flat_map(|it| &it.files);
            let file = files.find(|file| file.path == words);
            let origin = file.map(|file| &file.origin);
            let origin = origin.or_else(|| written::find(edition.columns(), words));
            let own = self.templates.place_of_unsafe(words);
            own.or_else(|| origin.map(|it| self.span(it)))
        };
        let leads = |link: &str| {
            let mut columns = edition.columns().iter();
            let is_copy = columns.any(|it| it.files.iter().any(|file| it.copy_href(file) == link));
            let mut others = Lang::ALL.iter().flat_map(|lang| &successors[*lang]);
            is_copy || others.any(|other| other == link)
        };
        let markup = PrintMarkup {
            template: &template,
            text: filled.trim(),
            written: &written,
            leads: &leads,
        };
        then(markup, fonts, &pictures, metadata(edition))
    }

    /// A PDF's title is its document's subject, which must be words.
    fn has_title(&self, document: &Document) -> Result<(), Vec<Diagnostic>> {
        if !plain_text(&document.subject.inlines).trim().is_empty() {
            return Ok(());
        }
        let subject = NodePath::root().key("subject").key(document.lang.code());
        let span = self.places.of(&document.file).span_of(&subject);
        let wording = WORDS.say(&INACCESSIBLE_PDF, "untitled", &[]);
        Err(vec![Diagnostic::told(span, wording).lang(document.lang)])
    }

    pub(super) fn pictures(
        &self,
        workspace: &Workspace,
        edition: &Edition<'_>,
    ) -> Result<Pictures, Vec<Diagnostic>> {
        let mut pictures = Pictures::new();
        let mut faults = Vec::new();
        let files = edition.columns().iter().flat_map(|it| &it.files);
        for file in files.filter(|file| file.picture) {
            if let Some(bytes) = bytes_of(workspace, file)? {
                let span = || self.span(&file.origin);
                match self.files.picture(file, &bytes, span) {
                    Ok(picture) => {
                        pictures.insert(file.path.clone(), picture);
                    }
                    Err(found) => faults.extend(found),
                }
            }
        }
        unless(faults, pictures)
    }

    /// Those of a document's files that are `wanted`, as they go out.
    pub(super) fn outgoing<'a>(
        &self,
        workspace: &Workspace,
        document: &'a Document,
        wanted: impl Fn(&FileUse) -> bool,
    ) -> Result<Vec<(&'a FileUse, Vec<u8>)>, Vec<Diagnostic>> {
        let (mut files, mut faults) = (Vec::new(), Vec::new());
        for file in document.files.iter().filter(|file| wanted(file)) {
            if let Some(bytes) = bytes_of(workspace, file)? {
                match self.files.outgoing(&file.path, bytes.into_owned()) {
                    Ok(bytes) => files.push((file, bytes)),
                    Err(found) => faults.extend(found),
                }
            }
        }
        unless(faults, files)
    }
}

/// The link to an edition in another format.
fn other_format(edition: &Edition<'_>, (format, bytes): &(Format, usize)) -> OtherFormat {
    OtherFormat {
        name: format.name(),
        media_type: format.media_type(),
        href: path_href(&edition_name(edition, *format)),
        kilobytes: bytes.div_ceil(1000),
    }
}

/// What was made, unless there are faults.
fn unless<T>(faults: Vec<Diagnostic>, made: T) -> Result<T, Vec<Diagnostic>> {
    if faults.is_empty() {
        Ok(made)
    } else {
        Err(faults)
    }
}

/// What is at fault with something that is not kept.
fn faults<T>(made: Result<T, Vec<Diagnostic>>) -> Vec<Diagnostic> {
    made.err().unwrap_or_default()
}

/// What the PDF says of itself: in both languages, where both stand in it.
fn metadata(edition: &Edition<'_>) -> Metadata {
    let document = edition.first();
    let in_all = |words: fn(&Document) -> String| {
        let mut all: Vec<String> = edition.columns().iter().map(|it| words(it)).collect();
        all.dedup();
        all.join(" / ")
    };
    Metadata {
        title: in_all(|document| plain_text(&document.subject.inlines)),
        author: document.author.clone(),
        subject: in_all(|document| {
            let kind = || plain_text(&document.title.inlines);
            document.description().unwrap_or_else(kind)
        }),
        keywords: edition
            .columns()
            .iter()
            .flat_map(|document| document.about.keywords())
            .collect(),
        lang: Some(document.lang),
        date: document.date.clone(),
        modified: document.modified(),
    }
}
