//! The sources with words in them that a command changes: memos, letterheads, the
//! directory, the settings, locales.

use super::error::{ACCESS, gone};
use super::select::{STDIN, memo_file};
use super::{FileLayer, MemoFile, Workspace, WorkspaceError};
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::source::SourceFile;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceKind {
    /// A memo.
    Memo,
    /// A letterhead, `templates/letterheads/*.yaml`.
    Letterhead,
    /// `directory.yaml`.
    Directory,
    /// `bimemo.yaml`.
    Settings,
    /// A Fluent resource of a language: `locales/<lang>/*.ftl`, or beside a memo
    /// `*.<lang>.ftl`.
    Locale(Lang),
}

/// A source's file, not yet read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourcePath {
    /// The path in the workspace; none for standard input, which is a memo.
    pub path: Option<String>,
    /// What it is.
    pub kind: SourceKind,
}

impl SourcePath {
    /// What findings call it: its path.
    pub fn name(&self) -> &str {
        self.path.as_deref().unwrap_or(STDIN)
    }
}

const DIRECTORY: &str = "directory.yaml";
const SETTINGS: &str = "bimemo.yaml";
const TEMPLATES: &str = "templates/";
const LETTERHEADS: &str = "templates/letterheads/";

/// Where sources lie in a workspace.
const FOLDERS: [&str; 3] = ["locales", "memos", "templates/letterheads"];

impl Workspace {
    /// The sources on the disk that `arguments` name, sorted by path, each once:
    /// files, folders, `-` for a memo on standard input; every source of the workspace
    /// where there are none.
    ///
    /// What cannot be read goes to `findings`.
    ///
    /// # Errors
    /// Where an argument does not exist, lies outside the workspace or is no source.
    pub fn sources(
        &self,
        arguments: &[PathBuf],
        findings: &mut Vec<Diagnostic>,
    ) -> Result<Vec<SourcePath>, WorkspaceError> {
        let mut sources = Vec::new();
        for argument in arguments {
            sources.extend(self.sources_of(argument, findings)?);
        }
        if arguments.is_empty() {
            sources = self.all_sources(findings);
        }
        sources.sort();
        sources.dedup();
        Ok(sources)
    }

    /// Every source of the workspace, as commands without arguments take them.
    pub(super) fn all_sources(&self, findings: &mut Vec<Diagnostic>) -> Vec<SourcePath> {
        let mut sources = Vec::new();
        for folder in FOLDERS {
            sources.extend(self.sources_below(folder, findings));
        }
        for path in [DIRECTORY, SETTINGS] {
            if self.files.has(path) {
                sources.extend(source(path));
            }
        }
        sources
    }

    fn sources_of(
        &self,
        argument: &Path,
        findings: &mut Vec<Diagnostic>,
    ) -> Result<Vec<SourcePath>, WorkspaceError> {
        if argument == Path::new("-") {
            return Ok(vec![SourcePath {
                path: None,
                kind: SourceKind::Memo,
            }]);
        }
        let path = self.argument_path(argument)?;
        if self.is_folder(&path) {
            return Ok(if path.is_empty() {
                self.all_sources(findings)
            } else {
                self.sources_below(&path, findings)
            });
        }
        let reason = match source(&path) {
            Some(source) => return Ok(vec![source]),
            None if self.leads_outside(&path) => ACCESS.words("leads-out", &[]),
            None if path.ends_with(".ftl") => ACCESS.words("no-language", &[]),
            None => ACCESS.words("no-source", &[]),
        };
        Err(WorkspaceError::refused(argument, &reason))
    }

    fn sources_below(&self, folder: &str, findings: &mut Vec<Diagnostic>) -> Vec<SourcePath> {
        let paths = self.walk(folder, &|path| source(path).is_some(), findings);
        paths.iter().filter_map(|path| source(path)).collect()
    }

    /// The text of a source.
    ///
    /// # Errors
    /// That it cannot be read or is not UTF-8.
    pub fn read_source(&self, source: &SourcePath) -> Result<Arc<SourceFile>, Vec<Diagnostic>> {
        let Some(path) = &source.path else {
            return self.read_memo(&MemoFile::stdin());
        };
        let text = self.text_in(FileLayer::Disk, path)?;
        text.ok_or_else(|| vec![gone(path)])
    }
}

/// What lies at a path that is no memo's, where that is known, as the phrase `no-memo` has it.
pub(super) fn other_than_memo(path: &str) -> Option<&'static str> {
    if path.starts_with(TEMPLATES) && !path.starts_with(LETTERHEADS) {
        return Some("template");
    }
    match source(path)?.kind {
        SourceKind::Memo => None,
        SourceKind::Letterhead => Some("letterhead"),
        SourceKind::Directory => Some("directory"),
        SourceKind::Settings => Some("settings"),
        SourceKind::Locale(_) => Some("resource"),
    }
}

/// The source at this path, if one can lie there.
fn source(path: &str) -> Option<SourcePath> {
    let kind = if path.ends_with(".ftl") {
        let lang = Lang::ALL.into_iter().find(|lang| {
            path.starts_with(&format!("locales/{lang}/")) || path.ends_with(&format!(".{lang}.ftl"))
        });
        SourceKind::Locale(lang?)
    } else {
        memo_file(path)?;
        match path {
            DIRECTORY => SourceKind::Directory,
            SETTINGS => SourceKind::Settings,
            path if path.starts_with(LETTERHEADS) => SourceKind::Letterhead,
            path if path.starts_with(TEMPLATES) => return None,
            _ => SourceKind::Memo,
        }
    };
    Some(SourcePath {
        path: Some(path.to_owned()),
        kind,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_tells_what_a_source_is() {
        let kind = |path| source(path).map(|source| source.kind);
        assert_eq!(kind("memos/a.yaml"), Some(SourceKind::Memo));
        assert_eq!(kind("a.yml"), Some(SourceKind::Memo));
        assert_eq!(kind("directory.yaml"), Some(SourceKind::Directory));
        assert_eq!(kind("bimemo.yaml"), Some(SourceKind::Settings));
        assert_eq!(
            kind("templates/letterheads/a.yaml"),
            Some(SourceKind::Letterhead)
        );
        assert_eq!(kind("locales/fr/a.ftl"), Some(SourceKind::Locale(Lang::Fr)));
        assert_eq!(kind("memos/a.en.ftl"), Some(SourceKind::Locale(Lang::En)));
        for other in ["memos/a.ftl", "templates/theme.yaml", "memos/a.png"] {
            assert_eq!(kind(other), None, "{other}");
        }
    }
}
