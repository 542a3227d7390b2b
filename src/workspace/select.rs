//! Which memos a command is about.

use super::content_hash::ContentHash;
use super::error::{ACCESS, Access, gone};
use super::folder::{cause_of, is_absent, normalize};
use super::inputs::Question;
use super::names::top;
use super::{Unreadable, UnreadableCause, Workspace, WorkspaceError, decode, names, sources};
use crate::diagnostic::{Diagnostic, nearest};
use crate::limits::{Limit, current};
use crate::source::{SourceFile, composed};
use crate::workspace::codes::{DUPLICATE_STEM, UNSAFE_FILE_NAME};
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// A memo's file, not yet read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MemoFile {
    /// The path in the workspace; none for standard input.
    pub path: Option<String>,
    /// The memo's id, which names its outputs.
    pub stem: String,
}

impl MemoFile {
    /// The memo on standard input.
    pub(super) fn stdin() -> MemoFile {
        MemoFile {
            path: None,
            stem: STDIN.to_owned(),
        }
    }

    /// What findings call it: its path.
    pub fn name(&self) -> &str {
        self.path.as_deref().unwrap_or(STDIN)
    }
}

/// The memos that were asked for.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// The memos, sorted by path, each once.
    pub memos: Vec<MemoFile>,
    /// Memos that may not be written: two that would write the same files, and those with
    /// names that no document can have.
    pub diagnostics: Vec<Diagnostic>,
    /// The folders that were asked for whole.
    pub folders: Vec<String>,
    /// Whether all that may be a memo in those folders could be told.
    pub whole: bool,
}

impl Selection {
    /// Whether every memo of the workspace is selected.
    pub fn is_all(&self) -> bool {
        self.whole && self.folders.iter().any(|folder| folder == MEMOS)
    }

    /// Whether a memo of this path would be selected, and is not there.
    pub fn lacks(&self, path: &str) -> bool {
        let is_inside = |folder: &String| {
            let below = path.strip_prefix(folder.as_str());
            below.is_some_and(|below| below.starts_with('/'))
        };
        let is_selected = |memo: &MemoFile| memo.path.as_deref() == Some(path);
        self.whole && self.folders.iter().any(is_inside) && !self.memos.iter().any(is_selected)
    }

    /// Whether a memo may not be written, for its name.
    pub fn has_clash(&self, memo: &MemoFile) -> bool {
        self.diagnostics
            .iter()
            .any(|clash| clash_is_of(clash, memo))
    }
}

/// The folder of a workspace's memos.
const MEMOS: &str = "memos";

/// The id of the memo on standard input.
pub(super) const STDIN: &str = "stdin";

impl Workspace {
    /// The memos that `arguments` name: files, folders, `-` for standard input;
    /// every memo of the workspace where there are none.
    ///
    /// # Errors
    /// Where an argument does not exist, lies outside the workspace or is no memo
    /// file.
    pub fn select(&self, arguments: &[PathBuf]) -> Result<Selection, WorkspaceError> {
        if arguments.is_empty() {
            return Ok(self.select_all());
        }
        let mut selection = Selection::default();
        for argument in arguments {
            self.add_memos_of(argument, &mut selection)?;
        }
        // Of the others only the names count here.
        let everything = self.memos_below(MEMOS, &mut Vec::new());
        Ok(self.selection(selection, &everything))
    }

    /// Every memo of the workspace.
    pub fn select_all(&self) -> Selection {
        let mut selection = Selection::default();
        self.add_memos_below(MEMOS, &mut selection);
        let everything = selection.memos.clone();
        self.selection(selection, &everything)
    }

    /// Looks through what was selected.
    fn selection(&self, mut selection: Selection, everything: &[MemoFile]) -> Selection {
        let Selection {
            memos,
            diagnostics,
            whole,
            ..
        } = &mut selection;
        memos.sort();
        memos.dedup();
        // What cannot be read may be memos, or hide some.
        *whole = diagnostics.is_empty();
        diagnostics.extend(memos.iter().filter_map(unsafe_stem));
        diagnostics.extend(self.clashes(everything.iter().chain(&*memos), memos));
        selection
    }

    /// Selects the memos below a folder.
    fn add_memos_below(&self, folder: &str, selection: &mut Selection) {
        let memos = self.memos_below(folder, &mut selection.diagnostics);
        selection.memos.extend(memos);
        selection.folders.push(folder.to_owned());
    }

    fn add_memos_of(
        &self,
        argument: &Path,
        selection: &mut Selection,
    ) -> Result<(), WorkspaceError> {
        if argument == Path::new("-") {
            selection.memos.push(MemoFile::stdin());
            return Ok(());
        }
        let path = self.argument_path(argument)?;
        if self.is_folder(&path) {
            // A folder above `memos/` stands for the memos in it, not for every YAML file.
            let above = path.is_empty() || MEMOS == path;
            self.add_memos_below(if above { MEMOS } else { &path }, selection);
            return Ok(());
        }
        if let Some(what) = sources::other_than_memo(&path) {
            let reason = ACCESS.words("no-memo", given!(what));
            return Err(WorkspaceError::refused(argument, &reason));
        }
        let memo = memo_file(&path).ok_or_else(|| {
            let reason = match self.leads_outside(&path) {
                true => ACCESS.words("leads-out", &[]),
                false => ACCESS.words("no-memo-name", &[]),
            };
            WorkspaceError::refused(argument, &reason)
        })?;
        selection.memos.push(memo);
        Ok(())
    }

    /// The path in the workspace of an argument, which is there.
    pub(super) fn argument_path(&self, argument: &Path) -> Result<String, WorkspaceError> {
        let missing = std::fs::metadata(argument).err();
        let is_odd = |name: &str| cfg!(unix) && name.contains('\\');
        let refuse = |reason: &str| WorkspaceError::refused(argument, reason);
        if missing.is_none() && argument.to_str().is_none_or(is_odd) {
            return Err(refuse(&ACCESS.words("odd-name", &[])));
        }
        if let Some(listed) = self.listed(argument) {
            return Ok(listed);
        }
        if let Some(error) = missing {
            let meant = is_absent(&error).then(|| self.meant_by(argument)).flatten();
            let hint = meant.map(|path| ACCESS.words("meant", given!(path)));
            return Err(WorkspaceError::new(Access::Read, argument, error).with_hint(hint));
        }
        self.path_of(argument)?.ok_or_else(|| {
            let root = self.root().display().to_string();
            refuse(&ACCESS.words("outside", given!(root)))
        })
    }

    /// The path in the workspace of an argument with accents, which may be written
    /// otherwise on the disk than on the command line; none where there is no such file.
    fn listed(&self, argument: &Path) -> Option<String> {
        let path = self.path_of(argument).ok()??;
        (!path.is_ascii())
            .then(|| self.folder()?.as_listed(&path))
            .flatten()
    }

    /// Whether a path of the workspace is a folder.
    pub(super) fn is_folder(&self, path: &str) -> bool {
        self.folder().is_some_and(|folder| folder.is_folder(path))
    }

    /// The source that may be meant by an argument that is not there, as it is named
    /// from the current folder: one of the same name in another folder, or of one that is
    /// near.
    fn meant_by(&self, argument: &Path) -> Option<String> {
        let written = argument.file_name()?.to_str()?;
        let sources = self.all_sources(&mut Vec::new());
        let paths: Vec<&str> = sources.iter().filter_map(|it| it.path.as_deref()).collect();
        let name_of = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        let stem_of = |name: &str| name.split('.').next().unwrap_or_default().to_owned();
        let same = |compare: &dyn Fn(&str) -> String| {
            let wanted = compare(written);
            paths
                .iter()
                .find(|path| compare(&name_of(path)) == wanted)
                .copied()
        };
        let stems: Vec<String> = paths.iter().map(|path| stem_of(&name_of(path))).collect();
        let near = || {
            let near = nearest(&stem_of(written), stems.iter().map(String::as_str))?;
            let at = stems.iter().position(|stem| stem == near)?;
            paths.get(at).copied()
        };
        let path = same(&str::to_owned)
            .or_else(|| same(&stem_of))
            .or_else(near)?;
        Some(self.seen_from_here(path))
    }

    /// A file of the workspace as it is named from the current folder.
    fn seen_from_here(&self, path: &str) -> String {
        let whole = self.root().join(path);
        let here = absolute(Path::new(".")).ok();
        let below = here.and_then(|here| whole.strip_prefix(here).ok().map(Path::to_owned));
        below.unwrap_or(whole).to_string_lossy().replace('\\', "/")
    }

    /// The path in the workspace of a path on the disk.
    fn path_of(&self, on_disk: &Path) -> Result<Option<String>, WorkspaceError> {
        let inside = |path: &Path, root: &Path| -> Option<String> {
            let parts: Option<Vec<&str>> = path
                .strip_prefix(root)
                .ok()?
                .components()
                .map(|part| part.as_os_str().to_str())
                .collect();
            normalize(&parts?.join("/"))
        };
        if let Some(path) = inside(&absolute(on_disk)?, self.root()) {
            return Ok(Some(path));
        }
        let real = |path: &Path| {
            path.canonicalize()
                .map_err(|error| WorkspaceError::new(Access::Read, path, error))
        };
        Ok(inside(&real(on_disk)?, &real(self.root())?))
    }

    /// The memos below a folder; what cannot be read, or is called nearly as a memo is, goes
    /// to `findings`.
    fn memos_below(&self, folder: &str, findings: &mut Vec<Diagnostic>) -> Vec<MemoFile> {
        let files = self.walk(folder, &|path| memo_file(path).is_some(), findings);
        findings.extend(
            files
                .iter()
                .filter_map(|path| names::capital_extension(path)),
        );
        files.iter().filter_map(|path| memo_file(path)).collect()
    }

    /// The text of a memo.
    ///
    /// # Errors
    /// That it cannot be read or is not UTF-8.
    pub fn read_memo(&self, memo: &MemoFile) -> Result<Arc<SourceFile>, Vec<Diagnostic>> {
        let Some(path) = &memo.path else {
            let read = read_stdin(current(Limit::FileBytes));
            if let Some(inputs) = &self.inputs {
                let told = ContentHash::of(format!("{read:?}").as_bytes());
                inputs.note(Question::Stdin, told);
            }
            let bytes = read.map_err(|cause| {
                let unreadable = Unreadable {
                    path: STDIN.to_owned(),
                    may_be_folder: false,
                    cause,
                };
                vec![unreadable.diagnostic()]
            })?;
            return decode(STDIN, &bytes);
        };
        self.text(path)?.ok_or_else(|| vec![gone(path)])
    }

    /// Findings for the selected memos whose id another memo of the workspace has.
    fn clashes<'a>(
        &self,
        all: impl Iterator<Item = &'a MemoFile>,
        selected: &[MemoFile],
    ) -> Vec<Diagnostic> {
        let mut by_stem: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for memo in all {
            // Some file systems do not tell `A` from `a`.
            let paths = by_stem.entry(memo.stem.to_lowercase()).or_default();
            let path = memo.path.as_deref().unwrap_or(STDIN);
            if !paths.contains(&path) {
                paths.push(path);
            }
        }
        let mut diagnostics = Vec::new();
        for memo in selected {
            let path = memo.path.as_deref().unwrap_or(STDIN);
            let Some(paths) = by_stem.get(&memo.stem.to_lowercase()) else {
                continue;
            };
            if let Some(other) = paths.iter().find(|other| **other != path) {
                let wording = DUPLICATE_STEM.say("duplicate", given!(id = memo.stem, other));
                let label = wording.part("other");
                let clash = Diagnostic::told(top(path), wording).label(top(other), label);
                diagnostics.push(if composed(path) == composed(other) {
                    clash.hint(DUPLICATE_STEM.words("same", &[]))
                } else {
                    clash
                });
            }
        }
        diagnostics
    }
}

/// The bytes on standard input, `most` of them.
fn read_stdin(most: u64) -> Result<Vec<u8>, UnreadableCause> {
    let mut bytes = Vec::new();
    let mut input = io::stdin().take(most.saturating_add(1));
    input.read_to_end(&mut bytes).map_err(cause_of)?;
    if bytes.len() as u64 > most {
        return Err(UnreadableCause::TooLarge(most));
    }
    Ok(bytes)
}

fn clash_is_of(clash: &Diagnostic, memo: &MemoFile) -> bool {
    let path = memo.path.as_deref().unwrap_or(STDIN);
    clash
        .span
        .as_ref()
        .is_some_and(|span| span.file().path() == path)
}

/// Why no document can be called as a memo is, where that is so.
fn unsafe_stem(memo: &MemoFile) -> Option<Diagnostic> {
    let path = memo.path.as_deref()?;
    if matches!(memo.stem.as_str(), "." | "..") {
        let wording = UNSAFE_FILE_NAME.say("dots", given!(name = memo.stem));
        return Some(Diagnostic::told(top(path), wording));
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    names::hidden_in_name(name, top(path))
}

/// The memo at this path, where its name is one of a memo.
pub(super) fn memo_file(path: &str) -> Option<MemoFile> {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    let stem = name
        .strip_suffix(".yaml")
        .or_else(|| name.strip_suffix(".yml"))?;
    (!stem.is_empty()).then(|| MemoFile {
        path: Some(path.to_owned()),
        stem: composed(stem).into_owned(),
    })
}

/// An absolute path without `.` and `..`; links are not followed.
pub(super) fn absolute(path: &Path) -> Result<PathBuf, WorkspaceError> {
    let path = if path.as_os_str().is_empty() {
        Path::new(".")
    } else {
        path
    };
    let absolute = std::path::absolute(path)
        .map_err(|error| WorkspaceError::new(Access::Find, path, error))?;
    let mut plain = PathBuf::new();
    for part in absolute.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                plain.pop();
            }
            part => plain.push(part),
        }
    }
    Ok(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_refused_for_what_cannot_be_seen() {
        let found = |path: &str| unsafe_stem(&memo_file(path).unwrap()).map(|it| it.message);
        for sound in [
            "memos/été #1 ?%.yaml",
            "memos/a\u{a0}b.yaml",
            "memos/می\u{200c}خواهم.yaml",
        ] {
            assert_eq!(found(sound), None);
        }
        let bell = found("memos/tide\u{7}bell.yaml").unwrap();
        assert!(
            bell.contains("`tide<U+0007>bell.yaml`") && bell.contains("(U+0007)"),
            "{bell}"
        );
        for hidden in [
            '\n',
            '\u{85}',
            '\u{202e}',
            '\u{200b}',
            '\u{feff}',
            '\u{e0041}',
        ] {
            let path = format!("memos/a{hidden}b.yaml");
            assert!(found(&path).is_some(), "{hidden:?}");
        }
        assert!(found("memos/...yaml").unwrap().contains("`..`"));
    }
}
