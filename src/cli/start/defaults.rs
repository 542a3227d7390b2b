//! `bimemo defaults`: the locales, templates, themes, letterheads and fonts in the binary.

use crate::terminal::{Status, Stream, Terminal};
use crate::words::{counted, said};
use bimemo::diagnostic::nearest;
use bimemo::workspace::{Workspace, WorkspaceError, default_file, default_files};
use clap::{Args, Subcommand};
use std::error::Error;
use std::path::{Path, PathBuf};

/// What `defaults` takes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  bimemo defaults                                  what there is
  bimemo defaults show locales/fr/labels.ftl       one file
  bimemo defaults copy templates/parts             files of a folder, to change them

A file of the workspace stands in the place of the default of the same path.")]
pub struct DefaultsOptions {
    /// What to do; `list` where nothing is said
    #[command(subcommand)]
    pub command: Option<DefaultsCommand>,
}

impl DefaultsOptions {
    /// The workspace's folder, where there is one to copy to.
    pub fn root(&self) -> &Path {
        match &self.command {
            Some(DefaultsCommand::Copy { root, .. }) => root,
            _ => Path::new("."),
        }
    }
}

/// What can be done with the defaults.
#[derive(Debug, Subcommand)]
pub enum DefaultsCommand {
    /// List the files, one path a line
    List,
    /// Print a file
    Show {
        /// Its path, as the list has it
        #[arg(value_name = "PATH")]
        path: String,
    },
    /// Copy files into the workspace, to change them there
    ///
    /// What is there already stays as it is.
    Copy {
        /// Files, or folders with all files in them
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<String>,
        /// The workspace's folder
        #[arg(long, value_name = "DIR", default_value = ".")]
        root: PathBuf,
    },
}

/// Lists, prints or copies.
pub fn run(options: &DefaultsOptions, terminal: &mut Terminal) -> Result<Status, Box<dyn Error>> {
    match &options.command {
        None | Some(DefaultsCommand::List) => {
            let lines: Vec<String> = default_files().iter().map(|it| format!("{it}\n")).collect();
            terminal.output(lines.concat().as_bytes())?;
        }
        Some(DefaultsCommand::Show { path }) => {
            let bytes = default_file(path).ok_or_else(|| unknown(path))?;
            terminal.output(&bytes)?;
        }
        Some(DefaultsCommand::Copy { paths, root }) => {
            let mut files = Vec::new();
            for path in paths {
                files.extend(below(path)?);
            }
            files.sort();
            files.dedup();
            copy(&files, &Workspace::open(root)?, terminal)?;
        }
    }
    Ok(Status::Clean)
}

/// The files at a path: the file itself, or those of a folder.
fn below(path: &str) -> Result<Vec<String>, String> {
    let folder = format!("{}/", path.trim_end_matches('/'));
    let mut files = default_files();
    files.retain(|file| file == path || file.starts_with(&folder));
    if files.is_empty() {
        return Err(unknown(path));
    }
    Ok(files)
}

/// Copies what is not there; tells of all that is, and fails for it at the end.
fn copy(
    files: &[String],
    workspace: &Workspace,
    terminal: &mut Terminal,
) -> Result<(), WorkspaceError> {
    let mut copied = 0;
    let mut failed = None;
    for file in files {
        let bytes = default_file(file).unwrap_or_default();
        match workspace.create(file, &bytes) {
            Ok(()) => {
                copied += 1;
                terminal.say(&terminal.name(file));
            }
            Err(error) if failed.is_none() => failed = Some(error),
            Err(error) => terminal.fail(&error, Stream::Error),
        }
    }
    let files = counted("files", copied);
    terminal.say(&said("copied", &[("files", &files)]));
    failed.map_or(Ok(()), Err)
}

fn unknown(path: &str) -> String {
    let files = default_files();
    match nearest(path, files.iter().map(String::as_str)) {
        Some(meant) => said("no-default-near", &[("path", &path), ("meant", &meant)]),
        None => said("no-default", &[("path", &path)]),
    }
}
