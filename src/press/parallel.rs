//! Setting both languages of a memo side by side in one document.

use super::set::{OutputFile, metadata};
use super::{Composition, Format, Press, parallel_file_name, written};
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::lang::Lang;
use crate::memo::NodePath;
use crate::output::pdf::layout::layout_pages;
use crate::output::pdf::markup::PrintMarkup;
use crate::output::pdf::pages::{Metadata, Pages};
use crate::output::pdf::write::write_pdf;
use crate::output::{html, markdown};
use crate::press::codes;
use crate::template::{Extras, Target};
use crate::workspace::{Workspace, WorkspaceError};
use std::collections::BTreeMap;

/// Both documents of a memo, ready to stand in one file.
#[derive(Clone, Debug)]
pub struct ParallelDocument {
    /// The one that stands left, then the other.
    columns: [Document; 2],
}

impl ParallelDocument {
    /// The documents: the one that stands left, then the other. Their anchors have
    /// prefixes.
    pub fn columns(&self) -> &[Document; 2] {
        &self.columns
    }
}

impl Press {
    /// Both documents of a memo side by side: the letterhead's first language stands
    /// left, English without a letterhead.
    ///
    /// # Errors
    /// Where the memo exists in one language.
    pub fn parallel(&self, composition: &Composition) -> Result<ParallelDocument, Vec<Diagnostic>> {
        let (one, other) = match composition.documents.as_slice() {
            [one, other] => (one, other),
            alone => return Err(alone.iter().map(|it| self.single_language(it)).collect()),
        };
        let letterhead = one.letterhead.as_ref().or(other.letterhead.as_ref());
        let first = letterhead.map_or(Lang::En, |letterhead| letterhead.first);
        let mut columns = [one, other].map(|document| {
            let prefix = format!("{}-", document.lang);
            document.clone().with_prefix(&prefix)
        });
        columns.sort_by_key(|document| document.lang != first);
        Ok(ParallelDocument { columns })
    }

    fn single_language(&self, document: &Document) -> Diagnostic {
        let place = NodePath::root().key("languages");
        Diagnostic::new(
            &codes::SINGLE_LANGUAGE,
            self.places.of(&document.file).span_of(&place),
            "this memo exists in one language, and the parallel layout shows two",
        )
        .hint("render it with `--layout separate`, or write it in both languages and take `languages` away")
    }

    /// The files of both languages side by side in a format: the document itself, and
    /// copies of the files that it needs beside it.
    ///
    /// # Errors
    /// Where a file cannot be read; inside, what is wrong with templates and pictures.
    pub fn set_parallel(
        &self,
        workspace: &Workspace,
        document: &ParallelDocument,
        format: Format,
    ) -> Result<Result<Vec<OutputFile>, Vec<Diagnostic>>, WorkspaceError> {
        let columns = document.columns.each_ref();
        let bytes = match format {
            Format::Markdown => self.parallel_markdown(columns),
            Format::Html => self.parallel_html(workspace, columns)?,
            Format::Pdf => self
                .parallel_pages(workspace, document)?
                .and_then(|pages| write_pdf(&pages).map_err(|error| vec![error.diagnostic()])),
        };
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(faults) => return Ok(Err(faults)),
        };
        let mut files = vec![(parallel_file_name(&columns[0].stem, format), bytes)];
        for document in columns {
            match self.copies(workspace, document, format)? {
                Ok(copies) => files.extend(copies),
                Err(faults) => return Ok(Err(faults)),
            }
        }
        Ok(Ok(files))
    }

    fn parallel_markdown(&self, columns: [&Document; 2]) -> Result<Vec<u8>, Vec<Diagnostic>> {
        let mut extras = Extras::default();
        for document in columns {
            extras.pictures.extend(markdown::picture_paths(document));
        }
        let filled = self
            .templates
            .render_parallel(columns, Target::Markdown, &extras)
            .map_err(|faults| self.at_kind(columns[0], faults))?;
        Ok(markdown::write_markdown(&filled).into_bytes())
    }

    fn parallel_html(
        &self,
        workspace: &Workspace,
        columns: [&Document; 2],
    ) -> Result<Result<Vec<u8>, Vec<Diagnostic>>, WorkspaceError> {
        let mut pictures = BTreeMap::new();
        for document in columns {
            match self.picture_data(workspace, document)? {
                Ok(found) => pictures.extend(found),
                Err(faults) => return Ok(Err(faults)),
            }
        }
        let extras = Extras {
            pictures,
            style: self.css.clone(),
            numbers: self.theme.labels.number_patterns(),
            alternate: None,
            canonical: self.absolute(&parallel_file_name(&columns[0].stem, Format::Html)),
        };
        let filled = self
            .templates
            .render_parallel(columns, Target::Html, &extras)
            .map_err(|faults| self.at_kind(columns[0], faults));
        Ok(filled.map(|filled| html::write_html(&filled).into_bytes()))
    }

    /// The laid-out pages of both languages side by side.
    ///
    /// # Errors
    /// Where a file cannot be read; inside, what is wrong with template and pictures.
    pub fn parallel_pages(
        &self,
        workspace: &Workspace,
        document: &ParallelDocument,
    ) -> Result<Result<Pages, Vec<Diagnostic>>, WorkspaceError> {
        let Some(fonts) = &self.fonts else {
            return Ok(Err(Vec::new()));
        };
        let columns = document.columns.each_ref();
        let mut pictures = BTreeMap::new();
        for document in columns {
            match self.pictures(workspace, document)? {
                Ok(found) => pictures.extend(found),
                Err(faults) => return Ok(Err(faults)),
            }
        }
        let filled = self
            .templates
            .render_parallel(columns, Target::Print, &Extras::default());
        let filled = match filled {
            Ok(filled) => filled,
            Err(faults) => return Ok(Err(self.at_kind(columns[0], faults))),
        };
        let name = self
            .templates
            .parallel_name(&columns[0].kind, Target::Print);
        let written = |words: &str| written::find(columns, words).map(|it| self.span(it));
        let markup = PrintMarkup {
            template: &format!("templates/{name}"),
            text: filled.trim(),
            written: &written,
        };
        Ok(layout_pages(
            markup,
            &self.theme,
            fonts,
            &pictures,
            metadata_of_both(columns),
        ))
    }
}

/// What the PDF says of itself: in both languages.
fn metadata_of_both(columns: [&Document; 2]) -> Metadata {
    let [left, right] = columns.map(metadata);
    let both = |one: &str, other: &str| {
        if one == other {
            one.to_owned()
        } else {
            format!("{one} / {other}")
        }
    };
    Metadata {
        title: both(&left.title, &right.title),
        subject: both(&left.subject, &right.subject),
        ..left
    }
}
