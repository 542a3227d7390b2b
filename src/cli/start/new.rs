//! `bimemo new`: a memo to be written.

use crate::terminal::{Status, Stream, Terminal};
use crate::words::said;
use bimemo::diagnostic::{nearest, told_in};
use bimemo::lang::Both;
use bimemo::press::Press;
use bimemo::source::unaccented;
use bimemo::template::archetype::{NewMemo, fill_archetype};
use bimemo::workspace::{Workspace, today};
use clap::Args;
use std::collections::BTreeSet;
use std::error::Error;
use std::path::PathBuf;

/// What `new` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  bimemo new \"Winter hours\"
  bimemo new \"Winter hours\" --fr \"Heures d'hiver\" --kind notice
  bimemo new \"Budget for 2027\" --kind briefing --from alex-example --to deputy-minister")]
pub struct NewOptions {
    /// What the memo is about, in English
    #[arg(value_name = "SUBJECT")]
    pub subject: String,

    /// What it is about, in French
    #[arg(long, value_name = "OBJET")]
    pub fr: Option<String>,

    /// What it begins with: memo, notice, urgent, directive, briefing, or another file of
    /// templates/archetypes/
    #[arg(long, value_name = "KIND", default_value = "memo")]
    pub kind: String,

    /// A letterhead of templates/letterheads/; that of the settings where absent
    #[arg(long, value_name = "NAME")]
    pub letterhead: Option<String>,

    /// Who sends it: keys of directory.yaml
    #[arg(long, value_name = "KEY", num_args = 1..)]
    pub from: Vec<String>,

    /// Whom it goes to: keys of directory.yaml
    #[arg(long, value_name = "KEY", num_args = 1..)]
    pub to: Vec<String>,

    /// Its day, as 2026-04-30; today where absent
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,

    /// The workspace's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
}

/// Where archetypes lie.
const ARCHETYPES: &str = "templates/archetypes";

/// How many letters of the subject go into the file's name, at most.
const LONGEST: usize = 60;

/// Writes the memo and prints its path.
pub fn run(options: &NewOptions, terminal: &mut Terminal) -> Result<Status, Box<dyn Error>> {
    let subject = one_line(&options.subject)?;
    let fr = one_line(options.fr.as_deref().unwrap_or_default())?;
    if subject.is_empty() {
        return Err(said("no-subject", &[]).into());
    }
    let date = match &options.date {
        None => today(),
        Some(date) if bimemo::memo::fact::Date::from_iso(date).is_some() => date.clone(),
        Some(date) => return Err(said("no-date", &[("date", date)]).into()),
    };
    let workspace = Workspace::open(&options.root)?;
    known(options, &workspace)?;
    let path = format!("{ARCHETYPES}/{}.yaml", options.kind);
    let archetype = match workspace.text(&path) {
        Ok(Some(file)) => file,
        Ok(None) => return Err(no_archetype(&options.kind, &workspace).into()),
        Err(mut faults) => {
            terminal.findings(&mut faults, Stream::Error)?;
            return Ok(Status::Findings);
        }
    };
    let memo = NewMemo {
        date: date.clone(),
        subject: Both {
            en: subject.to_owned(),
            fr: fr.to_owned(),
        },
        letterhead: options.letterhead.clone(),
        from: options.from.clone(),
        to: options.to.clone(),
        told_in: told_in(),
    };
    let text = match fill_archetype(&archetype, &memo) {
        Ok(text) => text,
        Err(mut faults) => {
            terminal.findings(&mut faults, Stream::Error)?;
            return Ok(Status::Findings);
        }
    };
    let file = free(&workspace, &format!("{date}-{}", words(subject)))?;
    workspace.create(&file, text.as_bytes())?;
    terminal.output(format!("{}\n", terminal.name(&file)).as_bytes())?;
    Ok(Status::Clean)
}

/// A subject without the blanks around it, which is one line.
fn one_line(subject: &str) -> Result<&str, String> {
    match subject.chars().any(char::is_control) {
        true => Err(said("one-line", &[])),
        false => Ok(subject.trim()),
    }
}

/// Whether the workspace has the persons and the letterhead that are named.
fn known(options: &NewOptions, workspace: &Workspace) -> Result<(), String> {
    let (press, _) = Press::load(workspace);
    let people: Vec<&str> = press.people().collect();
    for key in options.from.iter().chain(&options.to) {
        if !people.contains(&key.as_str()) {
            return Err(match nearest(key, people.iter().copied()) {
                Some(meant) => said("no-person-near", &[("key", key), ("meant", &meant)]),
                None => said("no-person", &[("key", key)]),
            });
        }
    }
    let letterheads: Vec<&str> = press.letterheads().collect();
    match &options.letterhead {
        Some(name) if !letterheads.contains(&name.as_str()) => {
            let all = letterheads.join(", ");
            Err(said("no-letterhead", &[("name", name), ("all", &all)]))
        }
        _ => Ok(()),
    }
}

fn no_archetype(kind: &str, workspace: &Workspace) -> String {
    let files = workspace.list(ARCHETYPES, "yaml", &mut Vec::new());
    let names = files.iter().filter_map(|(_, path)| {
        let name = path.strip_prefix(ARCHETYPES)?.strip_prefix('/')?;
        name.strip_suffix(".yaml")
    });
    let names: BTreeSet<&str> = names.collect();
    let all = names.into_iter().collect::<Vec<_>>().join(", ");
    said("no-archetype", &[("kind", &kind), ("all", &all)])
}

/// The words of a subject as a file's name has them: small letters without accents, digits,
/// and hyphens between.
fn words(subject: &str) -> String {
    // An apostrophe in a word leaves no gap.
    let plain = unaccented(subject)
        .replace(['\'', '’'], "")
        .to_ascii_lowercase();
    let mut name = String::new();
    for word in plain.split(|letter: char| !letter.is_ascii_alphanumeric()) {
        let between = usize::from(!name.is_empty());
        if between > 0 && name.len() + between + word.len() > LONGEST {
            break;
        }
        if word.is_empty() {
            continue;
        }
        if between > 0 {
            name.push('-');
        }
        name.extend(word.chars().take(LONGEST));
    }
    match name.is_empty() {
        true => "memo".to_owned(),
        false => name,
    }
}

/// A path for the stem, or for the stem with the first number that no memo has.
fn free(workspace: &Workspace, stem: &str) -> Result<String, Box<dyn Error>> {
    let memos = workspace.select_all().memos;
    let stems: BTreeSet<&str> = memos.iter().map(|memo| memo.stem.as_str()).collect();
    let mut number = 1;
    loop {
        let name = match number {
            1 => stem.to_owned(),
            number => format!("{stem}-{number}"),
        };
        let path = format!("memos/{name}.yaml");
        if !stems.contains(name.as_str()) && !workspace.is_taken(&path)? {
            return Ok(path);
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn a_name_has_the_subject_s_words_without_accents() {
        assert_eq!(
            words("Winter hours: what changes?"),
            "winter-hours-what-changes"
        );
        assert_eq!(
            words("L’été à Montréal, c'est l'Œuvre"),
            "lete-a-montreal-cest-loeuvre"
        );
        assert_eq!(words("中文"), "memo");
        assert_eq!(words(&"word ".repeat(40)).len(), 59);
        assert_eq!(words(&"w".repeat(100)).len(), 60);
    }
}
