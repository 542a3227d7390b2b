//! Tera templates: one for each kind and format, filled with a document.
//!
//! `templates/memo.md`, `templates/memo.html` and `templates/memo.pdf.html` are the
//! kind `memo`; another kind is another name. What is below `templates/parts/` is
//! shared: components by their name, includes by their path. `docs/templates.md`
//! has every field.
//!
//! In `.html` templates text is escaped, and [`Markup`](crate::document::markup::Markup)
//! alone passes as it is.

pub mod archetype;
pub mod codes;
mod columns;
mod context;
mod counted;
mod faults;
mod links;
mod parallel;
mod scan;

#[cfg(test)]
mod tests;

use crate::diagnostic::{Diagnostic, nearest};
use crate::document::Edition;
use crate::document::markup::ShownPicture;
use crate::lang::{Both, Lang};
use crate::output::theme::NumberPattern;
use crate::source::{SourceFile, Span, composed};
use crate::template::codes::MISSING_TEMPLATE;
use crate::workspace::look_alike_letters;
use crate::workspace::unseen::{control_characters, hidden_characters};
use counted::CountedTemplate;
use counted::budget::{self, Filled};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};
use tera::Tera;

/// What a template makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// Markdown: `memo.md`.
    Markdown,
    /// A page for browsers: `memo.html`.
    Html,
    /// Print markup for the typesetter: `memo.pdf.html`.
    Print,
    /// The article of a page for a page of somebody else's: `memo.fragment.html`.
    Fragment,
}

impl Target {
    /// Every target.
    pub const ALL: [Target; 4] = [
        Target::Markdown,
        Target::Html,
        Target::Print,
        Target::Fragment,
    ];

    /// Whether browsers show it.
    pub const fn is_web(self) -> bool {
        matches!(self, Target::Html | Target::Fragment)
    }

    /// The end of its templates' names.
    pub const fn extension(self) -> &'static str {
        match self {
            Target::Markdown => "md",
            Target::Html => "html",
            Target::Print => "pdf.html",
            Target::Fragment => "fragment.html",
        }
    }

    /// The name of a kind's template.
    pub fn template_name(self, kind: &str) -> String {
        format!("{kind}.{}", self.extension())
    }
}

/// What a template is given beside the document.
#[derive(Clone, Debug, Default)]
pub struct Extras {
    /// What stands in the place of pictures' paths: data URIs in HTML, paths beside
    /// the output in Markdown, nothing for print.
    pub pictures: BTreeMap<String, ShownPicture>,
    /// CSS declarations of the theme's variables, for HTML.
    pub style: String,
    /// The theme as a style sheet, for HTML.
    pub sheet: String,
    /// The same document in the other formats of the run, for HTML.
    pub formats: Vec<OtherFormat>,
    /// How the numbers of lists are written by depth, for HTML and Markdown.
    pub numbers: Vec<NumberPattern>,
    /// The same document in the other language: its language and the link to it.
    pub alternate: Option<Alternate>,
    /// The absolute URL of the document, where the settings say where documents stand.
    pub canonical: Option<String>,
    /// The page in each language of the run, itself among them, where there are several, and
    /// the one for readers of other languages.
    pub versions: Vec<PageVersion>,
    /// For each language of the edition the link to the memo that the document's status
    /// names, in the same format.
    pub successor: Both<Option<String>>,
}

/// The same document in another format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherFormat {
    /// What people call it.
    pub name: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// The link to it, relative to this document.
    pub href: String,
    /// Its size in kilobytes, rounded up.
    pub kilobytes: usize,
}

/// The same document in the other language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternate {
    /// Its language.
    pub lang: Lang,
    /// The link to it, relative to this document.
    pub href: String,
    /// Its absolute URL, where the settings say where documents stand; else the same
    /// link.
    pub url: String,
}

/// A page in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageVersion {
    /// Its language as pages name it, `fr-CA`, or `x-default` for readers of other ones.
    pub lang: &'static str,
    /// Its absolute URL, where the settings say where documents stand; else the link to it.
    pub url: String,
}

/// All templates of a workspace, compiled.
#[derive(Debug)]
pub struct Templates {
    /// Compiled when they are loaded, or, where they are surely sound, when the first is
    /// filled.
    tera: OnceLock<Tera>,
    files: BTreeMap<String, Arc<SourceFile>>,
    /// The same with what counts their steps; none where all are the program's own.
    counted: BTreeMap<String, CountedTemplate>,
    /// Templates that cannot be used; why was said when they were loaded.
    broken: BTreeSet<String>,
    /// The links in them that no document may carry.
    unsafe_links: Vec<Span>,
}

/// The folder of templates, which their names leave out.
const FOLDER: &str = "templates/";
/// The kind whose templates serve kinds without templates of their own.
const MEMO: &str = "memo";
/// The other kind that comes with the program.
const NOTICE: &str = "notice";
/// The name of the templates for both languages side by side.
const PARALLEL: &str = "parallel";

impl Templates {
    /// Compiles templates. Of two files of one path the later one counts, so the
    /// workspace's own come after the embedded ones. Faulty templates are reported
    /// and left out.
    pub fn load(files: impl IntoIterator<Item = Arc<SourceFile>>) -> (Templates, Vec<Diagnostic>) {
        Templates::load_with(files, false)
    }

    /// The same of templates that are not all the program's own: their steps are counted.
    pub fn load_counted(
        files: impl IntoIterator<Item = Arc<SourceFile>>,
    ) -> (Templates, Vec<Diagnostic>) {
        Templates::load_with(files, true)
    }

    fn load_with(
        files: impl IntoIterator<Item = Arc<SourceFile>>,
        is_counted: bool,
    ) -> (Templates, Vec<Diagnostic>) {
        let files = by_name(files);
        let mut diagnostics = Vec::new();
        let mut broken = BTreeSet::new();
        let mut unsafe_links = Vec::new();
        // Which templates are faulty is asked only where any is.
        let mut tera = empty_tera();
        let texts = files.iter().map(|(name, file)| (name, file.text()));
        let sound = tera.add_raw_templates(texts).is_ok();
        for (name, file) in &files {
            diagnostics.extend(control_characters(file));
            diagnostics.extend(hidden_characters(file));
            diagnostics.extend(look_alike_letters(file));
            diagnostics.extend(scan::find_safe(file));
            for finding in links::find_unsafe(file) {
                unsafe_links.extend(finding.span.clone());
                diagnostics.push(finding);
            }
            if !sound
                && let Err(error) = empty_tera().add_raw_template(name, file.text())
                && let Some(diagnostic) = faults::syntax(&error, file)
            {
                diagnostics.push(diagnostic);
                broken.insert(name.clone());
            }
        }
        if !sound {
            tera = compile(&files, &mut broken, &mut diagnostics);
        }
        let mut counted = BTreeMap::new();
        if is_counted {
            let length = |name: &str| files.get(name).map_or(0, |file| file.text().len());
            let sound = files.iter().filter(|(name, _)| !broken.contains(*name));
            counted.extend(
                sound.map(|(name, file)| (name.clone(), CountedTemplate::of(file, &length))),
            );
            tera = compile_counted(&files, &counted, &mut broken, &mut diagnostics);
        }
        let templates = Templates {
            tera: OnceLock::from(tera),
            files,
            counted,
            broken,
            unsafe_links,
        };
        (templates, diagnostics)
    }

    /// The program's own templates, in which its tests find no fault.
    pub fn of_program(files: impl IntoIterator<Item = Arc<SourceFile>>) -> Templates {
        Templates {
            tera: OnceLock::new(),
            files: by_name(files),
            counted: BTreeMap::new(),
            broken: BTreeSet::new(),
            unsafe_links: Vec::new(),
        }
    }

    /// Fills the template of an edition's kind.
    ///
    /// # Errors
    /// What is missing or went wrong, with its place in the template; nothing where
    /// the template's faults were reported when it was loaded.
    pub fn render(
        &self,
        edition: &Edition<'_>,
        target: Target,
        extras: &Extras,
    ) -> Result<String, Vec<Diagnostic>> {
        let name = self.name(edition, target);
        self.fill(&name, || context::of_edition(edition, target, extras))
    }

    /// Whether there is a template for an edition's kind.
    pub fn has(&self, edition: &Edition<'_>, target: Target) -> bool {
        self.files.contains_key(&self.name(edition, target))
    }

    /// Where a link stands in the templates, whole, that no document may carry.
    pub fn place_of_unsafe(&self, link: &str) -> Option<Span> {
        let mut places = self.unsafe_links.iter();
        places.find(|place| place.text() == link).cloned()
    }

    /// The path of an edition's template.
    pub fn path(&self, edition: &Edition<'_>, target: Target) -> String {
        format!("{FOLDER}{}", self.name(edition, target))
    }

    /// The name of an edition's template: its kind's own, or the one that serves all
    /// kinds. For both languages side by side those are `bulletin.parallel.html` and
    /// `parallel.html`.
    fn name(&self, edition: &Edition<'_>, target: Target) -> String {
        let kind = &edition.first().kind;
        let (own, shared) = match edition {
            Edition::Separate(_) => (kind.clone(), MEMO),
            Edition::Parallel(_) => (format!("{kind}.{PARALLEL}"), PARALLEL),
        };
        let has = |target: Target| self.files.contains_key(&target.template_name(&own));
        // A kind that a workspace sets in its own way in one format is not set in another
        // way in the next one unsaid.
        let whole = shared == MEMO && kind != NOTICE && Target::ALL.into_iter().any(has);
        if has(target) || whole {
            target.template_name(&own)
        } else {
            target.template_name(shared)
        }
    }

    fn fill(
        &self,
        name: &str,
        context: impl FnOnce() -> tera::Context,
    ) -> Result<String, Vec<Diagnostic>> {
        if self.broken.contains(name) {
            return Err(Vec::new());
        }
        if !self.files.contains_key(name) {
            return Err(vec![self.missing(name)]);
        }
        let mut filled = Filled::begin();
        let compiled = || compile(&self.files, &mut BTreeSet::new(), &mut Vec::new());
        let tera = self.tera.get_or_init(compiled);
        let result = tera.render_to(name, &context(), &mut filled);
        if let Err(error) = result {
            let sources = (&self.files, &self.counted);
            return Err(vec![match filled.overrun() {
                Some(overrun) => faults::overrun(overrun, &error, name, sources),
                None => faults::rendering(&error, name, sources),
            }]);
        }
        let filled = filled.finish();
        match faults::control_character(&filled, self.files.get(name)) {
            Some(fault) => Err(vec![fault]),
            None => Ok(composed(&filled).into_owned()),
        }
    }

    fn missing(&self, name: &str) -> Diagnostic {
        let ending = |name: &str| name.split_once('.').map(|(_, ending)| ending.to_owned());
        let is_like = |known: &&String| !known.contains('/') && ending(known) == ending(name);
        let top = self.files.keys().filter(is_like).map(String::as_str);
        // Those with the longest ending first.
        let mut targets = Target::ALL;
        targets.sort_by_key(|target| std::cmp::Reverse(target.extension().len()));
        let mut targets = targets.into_iter();
        let target = targets.find(|target| name.ends_with(&format!(".{}", target.extension())));
        let wording = MISSING_TEMPLATE.say(
            "missing",
            given!(
                name,
                near = nearest(name, top),
                shared = target.unwrap_or(Target::Html).template_name(MEMO)
            ),
        );
        Diagnostic::told(None, wording)
    }
}

/// Files by the names of their templates; the last of each path.
fn by_name(files: impl IntoIterator<Item = Arc<SourceFile>>) -> BTreeMap<String, Arc<SourceFile>> {
    let named = files.into_iter().map(|file| {
        let name = file.path().strip_prefix(FOLDER).unwrap_or(file.path());
        (name.to_owned(), file)
    });
    named.collect()
}

/// A Tera without templates, in which nothing but markup is safe.
fn empty_tera() -> Tera {
    let mut tera = Tera::new();
    tera.register_filter("safe", refuse_safe);
    tera
}

/// The filter `safe` lets nothing through.
fn refuse_safe(
    _: tera::Value,
    _: tera::Kwargs,
    _: &tera::State<'_>,
) -> tera::TeraResult<tera::Value> {
    Err(tera::Error::message(
        "the filter `safe` is not available: markup passes by itself",
    ))
}

/// Adds all templates; those that are faulty are taken out until the rest compiles.
fn compile(
    files: &BTreeMap<String, Arc<SourceFile>>,
    broken: &mut BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Tera {
    let mut first = true;
    loop {
        let mut tera = empty_tera();
        let sound = files
            .iter()
            .filter(|(name, _)| !broken.contains(*name))
            .map(|(name, file)| (name.as_str(), file.text()));
        let Err(error) = tera.add_raw_templates(sound) else {
            return tera;
        };
        let (found, faulty) = faults::references(&error, files);
        // What a template that was taken out leaves undefined is no fault of its own.
        if first {
            let cascades = !broken.is_empty();
            diagnostics.extend(
                found
                    .into_iter()
                    .filter(|finding| !cascades || !finding.message.contains("component")),
            );
            first = false;
        }
        let before = broken.len();
        broken.extend(faulty);
        if broken.len() == before {
            broken.extend(files.keys().cloned());
            return empty_tera();
        }
    }
}

/// Adds all templates with what counts. One that cannot be counted is not used: why is told,
/// and it is broken.
fn compile_counted(
    files: &BTreeMap<String, Arc<SourceFile>>,
    counted: &BTreeMap<String, CountedTemplate>,
    broken: &mut BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Tera {
    let empty = || {
        let mut tera = empty_tera();
        budget::register(&mut tera);
        tera
    };
    loop {
        let mut tera = empty();
        let whole = counted.iter().filter(|(name, _)| !broken.contains(*name));
        let whole: Vec<_> = whole.map(|(name, it)| (name, it.file.text())).collect();
        if tera.add_raw_templates(whole.iter().copied()).is_ok() {
            return tera;
        }
        let before = broken.len();
        for (name, text) in whole {
            if let Err(error) = empty().add_raw_template(name, text)
                && let Some(finding) = faults::uncounted(&error, &files[name], &counted[name])
            {
                diagnostics.push(finding);
                broken.insert(name.clone());
            }
        }
        if broken.len() == before {
            // What uses one that was taken out, whose finding is told.
            broken.extend(files.keys().cloned());
            return empty();
        }
    }
}
