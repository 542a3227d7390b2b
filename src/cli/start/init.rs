//! `bimemo init`: a workspace that renders at once.

use crate::terminal::{Status, Terminal};
use crate::words::{counted, said};
use bimemo::diagnostic::Diagnostic;
use bimemo::lang::{Both, Lang};
use bimemo::source::SourceFile;
use bimemo::template::archetype::{NewMemo, fill_archetype};
use bimemo::workspace::{Workspace, today};
use clap::Args;
use std::error::Error;
use std::path::PathBuf;

/// What `init` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  bimemo init                   in the current folder
  bimemo init --lang fr notes   in a folder that is made, explained in French")]
pub struct InitOptions {
    /// The folder of the workspace, made where it is not there
    #[arg(value_name = "DIR", default_value = ".")]
    pub dir: PathBuf,

    /// The language of the comments; that which the program speaks where absent
    #[arg(long, value_name = "LANG", value_parser = crate::args::one_of(crate::args::LANGS))]
    pub lang: Option<Lang>,
}

/// A file of a new workspace: its path, and its text with comments in each language.
type Start = (&'static str, Both<&'static str>);

macro_rules! start {
    ($path:literal, $file:literal) => {
        (
            $path,
            Both {
                en: include_str!(concat!("files/en/", $file)),
                fr: include_str!(concat!("files/fr/", $file)),
            },
        )
    };
}

/// All of them. The memo is a template: its day is that on which it is made.
const FILES: [Start; 5] = [
    start!("bimemo.yaml", "bimemo.yaml"),
    start!("directory.yaml", "directory.yaml"),
    start!("templates/letterheads/office.yaml", "office.yaml"),
    start!("memos/first-memo.yaml", "first-memo.yaml"),
    start!(".gitignore", "gitignore"),
];

/// Makes what is not there yet.
pub fn run(options: &InitOptions, terminal: &mut Terminal) -> Result<Status, Box<dyn Error>> {
    let lang = options.lang.unwrap_or_else(bimemo::diagnostic::told_in);
    let workspace = Workspace::make(&options.dir)?;
    let mut made = 0;
    for (path, texts) in FILES {
        let name = options.dir.join(path).display().to_string();
        if workspace.is_taken(path)? {
            terminal.say(&said("stays", &[("file", &name)]));
            continue;
        }
        let text = match path.strip_prefix("memos/") {
            Some(_) => dated(path, texts[lang], lang).map_err(first)?,
            None => texts[lang].to_owned(),
        };
        workspace.create(path, text.as_bytes())?;
        made += 1;
        terminal.say(&said("made", &[("file", &name)]));
    }
    let files = counted("files", made);
    let folder = options.dir.display().to_string();
    let next = match folder.as_str() {
        "." => said("next-here", &[("files", &files)]),
        _ => said("next-there", &[("files", &files), ("folder", &folder)]),
    };
    terminal.say(&next);
    Ok(Status::Clean)
}

fn dated(path: &str, text: &str, lang: Lang) -> Result<String, Vec<Diagnostic>> {
    let memo = NewMemo {
        date: today(),
        subject: Both::default(),
        letterhead: None,
        from: Vec::new(),
        to: Vec::new(),
        told_in: lang,
    };
    fill_archetype(&SourceFile::new(path, text), &memo)
}

/// The files of a new workspace are the program's own: a fault of theirs is a fault of its.
fn first(faults: Vec<Diagnostic>) -> String {
    faults
        .first()
        .map(|fault| fault.message.clone())
        .unwrap_or_default()
}
