//! Templates: each format of each kind of memo is a Tera template, given what
//! `docs/templates.md` lists.
//!
//! The only room that knows Tera. Templates are compiled once; [`Templates::load`]
//! gives every fault of every file, [`Templates::fill`] the markup or Markdown of
//! one document. In `.html` templates text is escaped, and [`Markup`] alone is not;
//! in `.md` templates every phrase is Markdown already.
//!
//! [`Markup`]: crate::document::markup::Markup

mod context;
mod fault;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::writing;
use crate::document::Document;
use crate::source::{SourceFile, Span};
use std::collections::BTreeMap;
use std::sync::Arc;
use tera::Tera;

pub use context::Inputs;

/// The folder whose files are templates; a template's name is its path below it.
const FOLDER: &str = "templates/";

/// What a template makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// `<kind>.md`: Markdown.
    Markdown,
    /// `<kind>.html`: a page.
    Html,
    /// `<kind>.pdf.html`: print markup for the typesetter (`docs/print-markup.md`).
    Print,
}

impl Form {
    /// All forms.
    pub const ALL: [Form; 3] = [Form::Markdown, Form::Html, Form::Print];

    /// The name of a kind's template of this form: `memo.pdf.html`.
    pub fn template(self, kind: &str) -> String {
        let ending = match self {
            Form::Markdown => "md",
            Form::Html => "html",
            Form::Print => "pdf.html",
        };
        format!("{kind}.{ending}")
    }
}

/// All templates, compiled.
pub struct Templates {
    tera: Tera,
    files: BTreeMap<String, Arc<SourceFile>>,
}

impl Templates {
    /// Compiles the files of `templates/` that are templates or parts of them; of two
    /// with one path the later wins. The faults of all of them come with what could
    /// be compiled.
    pub fn load(
        sources: impl IntoIterator<Item = Arc<SourceFile>>,
    ) -> (Templates, Vec<Diagnostic>) {
        let mut files = BTreeMap::new();
        for file in sources {
            let name = file.path().strip_prefix(FOLDER).unwrap_or(file.path());
            files.insert(name.to_owned(), file);
        }
        let (tera, faults) = compile(&files);
        (Templates { tera, files }, faults)
    }

    /// The kinds that have a template of every form, in alphabetical order.
    pub fn kinds(&self) -> Vec<&str> {
        let ending = Form::Markdown.template("");
        let complete = |kind: &&str| {
            Form::ALL
                .iter()
                .all(|form| self.files.contains_key(&form.template(kind)))
        };
        self.files
            .keys()
            .filter_map(|name| name.strip_suffix(&ending))
            .filter(|kind| !kind.contains('/'))
            .filter(complete)
            .collect()
    }

    /// Every template with its name below `templates/`, in alphabetical order.
    pub fn sources(&self) -> impl Iterator<Item = (&str, &Arc<SourceFile>)> {
        self.files.iter().map(|(name, file)| (name.as_str(), file))
    }

    /// Fills the template of the document's kind.
    ///
    /// # Errors
    /// What the template asks for and is not there, with its place in the template.
    pub fn fill(
        &self,
        document: &Document,
        form: Form,
        inputs: &Inputs<'_>,
    ) -> Result<String, Vec<Diagnostic>> {
        let name = form.template(&document.kind);
        if !self.tera.contains_template(&name) {
            return Err(self.missing(&name));
        }
        let context = context::of(document, form, inputs);
        self.tera
            .render(&name, &context)
            .map_err(|error| vec![fault::of_filling(&error, &self.files)])
    }

    /// A template that is not there; nothing more to say of one with faults of its own.
    fn missing(&self, name: &str) -> Vec<Diagnostic> {
        if self.files.contains_key(name) {
            return Vec::new();
        }
        vec![
            Diagnostic::new(
                &writing::MISSING_TEMPLATE,
                None,
                format!("there is no template `templates/{name}`"),
            )
            .hint("a kind has three templates: `<kind>.md`, `<kind>.html` and `<kind>.pdf.html`"),
        ]
    }
}

/// Compiles all files that can be compiled, and says what is wrong with the others.
fn compile(files: &BTreeMap<String, Arc<SourceFile>>) -> (Tera, Vec<Diagnostic>) {
    let mut faults = Vec::new();
    let mut good: BTreeMap<&str, &SourceFile> = files
        .iter()
        .map(|(name, file)| (name.as_str(), &**file))
        .collect();
    let mut left_out: Vec<String> = Vec::new();
    loop {
        let mut tera = empty();
        let sources = good.iter().map(|(name, file)| (*name, file.text()));
        let Err(error) = tera.add_raw_templates(sources) else {
            faults.extend(unsafe_filters(files));
            return (tera, faults);
        };
        let place = fault::template_of(&error).filter(|name| good.contains_key(name.as_str()));
        // Tera stops at the first fault: leave that template out and go on. What only
        // follows from a template left out is not told again.
        if !left_out.iter().any(|name| fault::mentions(&error, name)) {
            faults.push(fault::of_compiling(&error, files));
        }
        let Some(name) = place else {
            return (empty(), faults);
        };
        good.remove(name.as_str());
        left_out.push(name);
    }
}

/// Tera without templates, as bimemo wants it.
fn empty() -> Tera {
    let mut tera = Tera::new();
    tera.autoescape_on([".html"]);
    tera
}

/// `| safe` lets text pass as markup, which only [`Markup`] may.
///
/// [`Markup`]: crate::document::markup::Markup
fn unsafe_filters(files: &BTreeMap<String, Arc<SourceFile>>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for file in files.values() {
        for (at, _) in file.text().match_indices('|') {
            let after = &file.text()[at + 1..];
            let word = after.trim_start();
            let is_filter = word.strip_prefix("safe").is_some_and(|rest| {
                !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_')
            });
            if is_filter && in_tag(&file.text()[..at]) {
                let start = at + 1 + (after.len() - word.len());
                faults.push(
                    Diagnostic::new(
                        &writing::TEMPLATE_SAFE,
                        Span::new(file, start..start + "safe".len()),
                        "the filter `safe` is not to be used",
                    )
                    .hint("what is markup is written unescaped without it; text must stay text"),
                );
            }
        }
    }
    faults
}

/// Whether the text before a place leaves a Tera tag open.
fn in_tag(before: &str) -> bool {
    let opened = before.rfind("{{").max(before.rfind("{%"));
    let closed = before.rfind("}}").max(before.rfind("%}"));
    opened > closed
}

#[cfg(test)]
mod tests;
