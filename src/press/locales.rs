//! The check of Fluent resources: those that all memos share, and memos' own.

use super::load::kept;
use super::release::too_much_work;
use super::{Composition, Press, codes};
use crate::check::messages::{Context, Coverage, check_locales, check_orphan, count_messages};
use crate::check::{apply_to_files, without_ignored};
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::limits::Limit;
use crate::memo::parse_memo;
use crate::source::SourceFile;
use crate::workspace::{FileLayer, MemoFile, Workspace};
use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The folder of memos, and the files beside them that may name messages.
const MEMOS: &str = "memos";
const LOCALES: &str = "locales";
const NAMING: [&str; 2] = ["bimemo.yaml", "directory.yaml"];
const LETTERHEADS: &str = "templates/letterheads";

impl Press {
    /// What is wrong with the Fluent resources that all memos share and with the own
    /// ones of `memos`, the settings' exceptions and severities applied; no documents.
    pub fn check_locales(&self, workspace: &Workspace, memos: &[MemoFile]) -> Composition {
        let limits = self.settings.limits;
        let _held = limits.hold();
        let names = OnceCell::new();
        let is_named = |name: &str| names.get_or_init(|| self::names(workspace)).contains(name);
        let context = Context {
            settings: &self.settings,
            menders: &self.menders,
            is_named: &is_named,
            languages: &Lang::ALL,
            codes: codes::table(),
            source: Lang::En,
        };
        // All memos share them: they may take what no memo may.
        let ceiling = limits.with(Limit::MemoSteps, u64::MAX);
        let checked = ceiling.metered(|| check_locales(&self.locales, &context));
        let mut findings =
            checked.unwrap_or_else(|out| vec![too_much_work(LOCALES, out, &ceiling)]);
        for memo in memos {
            let own = || self.check_own(workspace, memo, &context, &mut findings);
            if let Err(out) = limits.metered(own) {
                findings.push(self.too_much_work(memo.name(), out));
            }
        }
        orphans(workspace, &mut findings);
        let settled = apply_to_files(findings, &self.settings);
        Composition {
            diagnostics: settled.diagnostics,
            used_exceptions: settled.used,
            checked: true,
            proved: true,
            ..Composition::default()
        }
    }

    /// How much the Fluent resources of the workspace and of `memos` say in a language;
    /// the program's own are left out.
    pub fn count_messages(
        &self,
        workspace: &Workspace,
        memos: &[MemoFile],
        lang: Lang,
    ) -> Coverage {
        let _held = self.settings.limits.hold();
        let mut coverage = count_messages(&self.locales, lang);
        for memo in memos {
            if let Some(file) = with_own(workspace, memo) {
                let own = self.memo_locales(workspace, (&file, None), &mut Vec::new());
                coverage.add(count_messages(&own, lang));
            }
        }
        coverage
    }

    /// The resources beside one memo.
    fn check_own(
        &self,
        workspace: &Workspace,
        memo: &MemoFile,
        context: &Context<'_>,
        findings: &mut Vec<Diagnostic>,
    ) {
        let Some(file) = with_own(workspace, memo) else {
            return;
        };
        let memo = parse_memo(&file, &memo.stem, codes::table()).0;
        let locales = self.memo_locales(workspace, (&file, memo.as_ref()), findings);
        let names: BTreeSet<&str> = words(file.text()).collect();
        let is_named = |name: &str| names.contains(name);
        let languages = memo.as_ref().map(|memo| memo.languages.clone());
        let context = Context {
            is_named: &is_named,
            languages: &languages.unwrap_or(Lang::ALL.to_vec()),
            source: memo.as_ref().map_or(Lang::En, |memo| memo.source_language),
            ..*context
        };
        let found = check_locales(&locales, &context);
        // The memo's own exceptions are told to be needless where it is composed.
        findings.extend(match &memo {
            Some(memo) => without_ignored(found, memo, &self.places),
            None => found,
        });
    }
}

/// A memo that has resources of its own. What is wrong with the memo itself is told
/// where it is composed.
fn with_own(workspace: &Workspace, memo: &MemoFile) -> Option<Arc<SourceFile>> {
    let path = memo.path.as_deref();
    let has = |path, lang| workspace.has(&own_path(path, lang));
    if path.is_none_or(|path| !has(path, Lang::En) && !has(path, Lang::Fr)) {
        return None;
    }
    kept(workspace.read_memo(memo).map(Some), &mut Vec::new())
}

/// Every name in the files that may use messages.
fn names(workspace: &Workspace) -> BTreeSet<String> {
    let mut paths: Vec<String> = NAMING.map(str::to_owned).to_vec();
    for (folder, extension) in [
        (MEMOS, "yaml"),
        (MEMOS, "yml"),
        (MEMOS, "ftl"),
        (LETTERHEADS, "yaml"),
        (LETTERHEADS, "yml"),
        ("templates", "md"),
        ("templates", "html"),
    ] {
        let files = workspace.list(folder, extension, &mut Vec::new());
        paths.extend(files.into_iter().map(|(_, path)| path));
    }
    let mut names: BTreeSet<String> = BTreeSet::new();
    for path in paths {
        // What cannot be read as text is a finding of the phase that needs it.
        if let Some(file) = kept(workspace.text(&path), &mut Vec::new()) {
            for word in words(file.text()) {
                if !names.contains(word) {
                    names.insert(word.to_owned());
                }
            }
        }
    }
    names
}

/// Files named as a memo's own resources beside which there is no memo.
fn orphans(workspace: &Workspace, findings: &mut Vec<Diagnostic>) {
    for (layer, path) in workspace.list(MEMOS, "ftl", findings) {
        for lang in Lang::ALL {
            let Some(stem) = path.strip_suffix(&format!(".{lang}.ftl")) else {
                continue;
            };
            let has = |extension| workspace.has(&format!("{stem}.{extension}"));
            if layer == FileLayer::Embedded || has("yaml") || has("yml") {
                continue;
            }
            if let Some(file) = kept(workspace.text(&path), findings) {
                findings.push(check_orphan(&file, lang));
            }
        }
    }
}

/// Where a memo's own resource of a language lies.
pub(super) fn own_path(memo: &str, lang: Lang) -> String {
    let base = memo.rsplit_once('.').map_or(memo, |(base, _)| base);
    format!("{base}.{lang}.ftl")
}

/// The words of a text that could be ids of messages.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !(letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')))
        .map(|word| word.trim_start_matches('-'))
        .filter(|word| word.starts_with(|letter: char| letter.is_ascii_alphabetic()))
}
