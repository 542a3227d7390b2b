//! Archetypes: what a new memo begins with. Each is a file of `templates/archetypes/`, YAML
//! with Tera's marks, so that an office adds its own.

use super::{FOLDER, Templates};
use crate::diagnostic::Diagnostic;
use crate::lang::{Both, Lang};
use crate::memo::yaml::write_yaml;
use crate::source::SourceFile;
use std::sync::Arc;

/// What is known of a memo before it is written.
#[derive(Clone, Debug)]
pub struct NewMemo {
    /// Its day, as YAML has it: `2026-04-01`.
    pub date: String,
    /// Its subject; a language that is not there yet is empty.
    pub subject: Both<String>,
    /// The name of its letterhead, where it has one of its own.
    pub letterhead: Option<String>,
    /// The keys of those who send it, in the directory.
    pub from: Vec<String>,
    /// The keys of those whom it goes to.
    pub to: Vec<String>,
    /// The language of the comments in it.
    pub told_in: Lang,
}

/// The memo as YAML.
///
/// # Errors
/// Where the archetype is no template, or asks for what a new memo does not have.
pub fn fill_archetype(file: &Arc<SourceFile>, memo: &NewMemo) -> Result<String, Vec<Diagnostic>> {
    let (templates, faults) = Templates::load_counted([Arc::clone(file)]);
    if !faults.is_empty() {
        return Err(faults);
    }
    // Each value is a whole scalar of YAML, whatever is written in it.
    let scalar = |text: &str| match text.trim() {
        "" => String::new(),
        text => write_yaml(&text).trim_end().to_owned(),
    };
    let scalars = |texts: &[String]| texts.iter().map(|text| scalar(text)).collect::<Vec<_>>();
    let context = || {
        let mut context = tera::Context::new();
        context.insert("date", &memo.date);
        context.insert("subject_en", &scalar(&memo.subject.en));
        context.insert("subject_fr", &scalar(&memo.subject.fr));
        let letterhead = memo.letterhead.as_deref().unwrap_or_default();
        context.insert("letterhead", &scalar(letterhead));
        context.insert("from", &scalars(&memo.from));
        context.insert("to", &scalars(&memo.to));
        context.insert("told_in", memo.told_in.code());
        context
    };
    let name = file.path().strip_prefix(FOLDER).unwrap_or(file.path());
    templates.fill(name, context)
}
