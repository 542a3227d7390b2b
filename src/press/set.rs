//! Setting a document in a format.

use super::{Composition, Format, Press, Release, file_name, stops, written};
use crate::diagnostic::Diagnostic;
use crate::document::codes::UNKNOWN_KIND;
use crate::document::inline::plain_text;
use crate::document::{Document, FileUse, path_href};
use crate::memo::NodePath;
use crate::output::pdf::codes::INACCESSIBLE_PDF;
use crate::output::pdf::font::FontSet;
use crate::output::pdf::layout::{Pictures, check_layout, layout_pages};
use crate::output::pdf::markup::PrintMarkup;
use crate::output::pdf::pages::{Metadata, Pages};
use crate::output::pdf::write::write_pdf;
use crate::output::{html, markdown};
use crate::template::codes::MISSING_TEMPLATE;
use crate::template::{Alternate, Extras, Target};
use crate::workspace::{Workspace, WorkspaceError};
use std::collections::BTreeMap;

/// A file of the output: its name below the output's folder, and its bytes.
pub type OutputFile = (String, Vec<u8>);

impl Press {
    /// The files of a document in a format: the document itself, and copies of the
    /// files that it needs beside it.
    ///
    /// # Errors
    /// Where a file cannot be read; inside, what is wrong with templates and pictures.
    pub fn set(
        &self,
        workspace: &Workspace,
        document: &Document,
        format: Format,
        alternate: bool,
    ) -> Result<Result<Vec<OutputFile>, Vec<Diagnostic>>, WorkspaceError> {
        let bytes = match format {
            Format::Markdown => self.markdown(document).map(String::into_bytes),
            Format::Html => self
                .html(workspace, document, alternate)?
                .map(String::into_bytes),
            Format::Pdf => self.pdf(workspace, document)?,
        };
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(faults) => return Ok(Err(faults)),
        };
        let copies = self.copies(workspace, document, format)?;
        Ok(copies.map(|copies| {
            let mut files = vec![(file_name(&document.stem, document.lang, format), bytes)];
            files.extend(copies);
            files
        }))
    }

    /// What is wrong with templates, pictures and layout for the documents of a memo
    /// in all formats; nothing is kept.
    ///
    /// # Errors
    /// Where a file cannot be read.
    pub fn proof(
        &self,
        workspace: &Workspace,
        composition: &Composition,
    ) -> Result<Vec<Diagnostic>, WorkspaceError> {
        let mut findings = Vec::new();
        for document in &composition.documents {
            findings.extend(self.markdown(document).err().unwrap_or_default());
            let files = self.outgoing(workspace, document, |_| true)?;
            findings.extend(files.err().unwrap_or_default());
            findings.extend(
                self.html(workspace, document, true)?
                    .err()
                    .unwrap_or_default(),
            );
            let print = self.print(workspace, document, |markup, fonts, pictures, metadata| {
                match check_layout(markup, &self.theme, fonts, pictures, metadata) {
                    found if found.is_empty() => Ok(()),
                    found => Err(found),
                }
            })?;
            findings.extend(print.err().unwrap_or_default());
        }
        // What has no place of its own only follows from the memo's faults.
        let known = &composition.diagnostics;
        let no_kind = known.iter().any(|it| it.code == &UNKNOWN_KIND);
        if stops(known, Release::Final) {
            findings.retain(|finding| {
                let follows = no_kind && finding.code == &MISSING_TEMPLATE;
                finding.span.is_some() && !follows
            });
        }
        Ok(findings)
    }

    /// Faults of templates; one that is missing is missed by the memo's kind.
    pub(super) fn at_kind(&self, document: &Document, faults: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let kind = NodePath::root().key("kind");
        faults
            .into_iter()
            .map(|mut fault| {
                if fault.code == &MISSING_TEMPLATE && fault.span.is_none() {
                    fault.span = Some(self.places.of(&document.file).span_of(&kind));
                }
                fault
            })
            .collect()
    }

    fn markdown(&self, document: &Document) -> Result<String, Vec<Diagnostic>> {
        let extras = Extras {
            pictures: markdown::picture_paths(document),
            ..Extras::default()
        };
        let filled = self.templates.render(document, Target::Markdown, &extras);
        let filled = filled.map_err(|faults| self.at_kind(document, faults))?;
        Ok(markdown::write_markdown(&filled))
    }

    fn html(
        &self,
        workspace: &Workspace,
        document: &Document,
        alternate: bool,
    ) -> Result<Result<String, Vec<Diagnostic>>, WorkspaceError> {
        let other = document.lang.other();
        let pictures = match self.picture_data(workspace, document)? {
            Ok(pictures) => pictures,
            Err(faults) => return Ok(Err(faults)),
        };
        let extras = Extras {
            pictures,
            style: self.css.clone(),
            numbers: self.theme.labels.number_patterns(),
            alternate: alternate.then(|| {
                let name = file_name(&document.stem, other, Format::Html);
                let href = path_href(&name);
                Alternate {
                    lang: other,
                    url: self.absolute(&name).unwrap_or_else(|| href.clone()),
                    href,
                }
            }),
            canonical: self.absolute(&file_name(&document.stem, document.lang, Format::Html)),
        };
        let filled = self.templates.render(document, Target::Html, &extras);
        let filled = filled.map_err(|faults| self.at_kind(document, faults));
        Ok(filled.map(|filled| html::write_html(&filled)))
    }

    /// The absolute URL of an output file, where the settings have a `base-url`.
    pub(super) fn absolute(&self, name: &str) -> Option<String> {
        let base = self.settings.base_url.as_ref()?;
        Some(format!(
            "{}/{}",
            base.value.trim_end_matches('/'),
            path_href(name)
        ))
    }

    fn pdf(
        &self,
        workspace: &Workspace,
        document: &Document,
    ) -> Result<Result<Vec<u8>, Vec<Diagnostic>>, WorkspaceError> {
        let pages = self.pages(workspace, document)?;
        Ok(pages.and_then(|pages| write_pdf(&pages).map_err(|error| vec![error.diagnostic()])))
    }

    /// A document's laid-out pages.
    ///
    /// # Errors
    /// Where a file cannot be read; inside, what is wrong with template and pictures.
    pub fn pages(
        &self,
        workspace: &Workspace,
        document: &Document,
    ) -> Result<Result<Pages, Vec<Diagnostic>>, WorkspaceError> {
        self.print(workspace, document, |markup, fonts, pictures, metadata| {
            layout_pages(markup, &self.theme, fonts, pictures, metadata)
        })
    }

    /// Hands a document's print markup, with what it takes to lay it out, to `then`.
    fn print<T>(
        &self,
        workspace: &Workspace,
        document: &Document,
        then: impl FnOnce(PrintMarkup<'_>, &FontSet, &Pictures, Metadata) -> Result<T, Vec<Diagnostic>>,
    ) -> Result<Result<T, Vec<Diagnostic>>, WorkspaceError> {
        let Some(fonts) = &self.fonts else {
            return Ok(Err(Vec::new()));
        };
        let pictures = match self.pictures(workspace, document)? {
            Ok(pictures) => pictures,
            Err(faults) => return Ok(Err(faults)),
        };
        let filled = match self
            .templates
            .render(document, Target::Print, &Extras::default())
        {
            Ok(filled) => filled,
            Err(faults) => return Ok(Err(self.at_kind(document, faults))),
        };
        let metadata = metadata(document);
        if metadata.title.trim().is_empty() {
            return Ok(Err(vec![self.untitled(document)]));
        }
        let template = format!("templates/{}", Target::Print.template_name(&document.kind));
        let written = |words: &str| written::find([document], words).map(|it| self.span(it));
        let markup = PrintMarkup {
            template: &template,
            text: filled.trim(),
            written: &written,
        };
        Ok(then(markup, fonts, &pictures, metadata))
    }

    /// A PDF's title is its document's subject, which must be words.
    fn untitled(&self, document: &Document) -> Diagnostic {
        let subject = NodePath::root().key("subject").key(document.lang.code());
        Diagnostic::new(
            &INACCESSIBLE_PDF,
            self.places.of(&document.file).span_of(&subject),
            "the subject prints no words, and a PDF without a title is not accessible",
        )
        .lang(document.lang)
        .hint("write the subject in words")
    }

    pub(super) fn pictures(
        &self,
        workspace: &Workspace,
        document: &Document,
    ) -> Result<Result<Pictures, Vec<Diagnostic>>, WorkspaceError> {
        let mut pictures = Pictures::new();
        let mut faults = Vec::new();
        for file in document.files.iter().filter(|file| file.picture) {
            // A file that is not there was reported with the document.
            if let Some(bytes) = workspace.bytes(&file.path)? {
                let span = || self.span(&file.origin);
                match self.files.picture(file, &bytes, span) {
                    Ok(picture) => {
                        pictures.insert(file.path.clone(), picture);
                    }
                    Err(found) => faults.extend(found),
                }
            }
        }
        Ok(if faults.is_empty() {
            Ok(pictures)
        } else {
            Err(faults)
        })
    }

    /// Copies of the files that a document needs beside it in a format.
    pub(super) fn copies(
        &self,
        workspace: &Workspace,
        document: &Document,
        format: Format,
    ) -> Result<Result<Vec<OutputFile>, Vec<Diagnostic>>, WorkspaceError> {
        // Pictures are inside HTML and PDF.
        let beside = |file: &FileUse| !file.picture || format == Format::Markdown;
        let files = self.outgoing(workspace, document, beside)?;
        let name = |file: &FileUse| format!("{}/{}", document.stem, file.name);
        Ok(files.map(|files| {
            let named = files.into_iter().map(|(file, bytes)| (name(file), bytes));
            named.collect()
        }))
    }

    /// What stands in HTML in the place of the paths of a document's pictures.
    pub(super) fn picture_data(
        &self,
        workspace: &Workspace,
        document: &Document,
    ) -> Result<Result<BTreeMap<String, String>, Vec<Diagnostic>>, WorkspaceError> {
        let pictures = self.outgoing(workspace, document, |file| file.picture)?;
        Ok(pictures.map(|pictures| {
            let data = |(file, bytes): (&FileUse, Vec<u8>)| {
                (file.path.clone(), html::picture_data(&file.path, bytes))
            };
            pictures.into_iter().map(data).collect()
        }))
    }

    /// Those of a document's files that are `wanted`, as they go out. A file that is not
    /// there was reported with the document.
    fn outgoing<'a>(
        &self,
        workspace: &Workspace,
        document: &'a Document,
        wanted: impl Fn(&FileUse) -> bool,
    ) -> Result<Result<Outgoing<'a>, Vec<Diagnostic>>, WorkspaceError> {
        let (mut files, mut faults) = (Vec::new(), Vec::new());
        for file in document.files.iter().filter(|file| wanted(file)) {
            if let Some(bytes) = workspace.bytes(&file.path)? {
                match self.files.outgoing(&file.path, bytes.into_owned()) {
                    Ok(bytes) => files.push((file, bytes)),
                    Err(found) => faults.extend(found),
                }
            }
        }
        Ok(if faults.is_empty() {
            Ok(files)
        } else {
            Err(faults)
        })
    }
}

/// Files that go out with a document, each with its bytes.
type Outgoing<'a> = Vec<(&'a FileUse, Vec<u8>)>;

/// What the PDF says of itself.
pub(super) fn metadata(document: &Document) -> Metadata {
    Metadata {
        title: plain_text(&document.subject.inlines),
        author: document.author.clone(),
        subject: plain_text(&document.title.inlines),
        lang: Some(document.lang),
        date: document.date.clone(),
    }
}
