//! The memo that another memo's status names: what it is about, and where its documents
//! stand.

use super::codes::UNKNOWN_MEMO;
use super::compose::WorkspaceFiles;
use super::edition::{file_name, parallel_file_name};
use super::findings::stops;
use super::load::kept;
use super::{Format, Press, Release, codes};
use crate::diagnostic::{Diagnostic, Wording, nearest};
use crate::document::inline::plain_text;
use crate::document::{Edition, LinkedMemo, build_document, path_href};
use crate::lang::{Both, Lang};
use crate::memo::{Memo, StatusSource, parse_memo};
use crate::workspace::{MemoFile, Workspace};

impl Press {
    /// For each language the document of the memo that a memo's status names: the one in
    /// that language, or the only one. None where the status names no memo; that there is
    /// none of this name, or that its errors do not let it be read, is a finding.
    pub(super) fn successor(
        &self,
        workspace: &Workspace,
        memo: &Memo,
        findings: &mut Vec<Diagnostic>,
    ) -> Both<Option<LinkedMemo>> {
        let status = memo.status.as_ref();
        let Some(StatusSource::Memo(stem)) = status.and_then(|status| status.by.as_ref()) else {
            return Both::default();
        };
        let mut tell = |wording: Wording| {
            findings.push(Diagnostic::told(memo.span(&stem.place), wording));
            Both::default()
        };
        if stem.value == memo.stem {
            return tell(UNKNOWN_MEMO.say("itself", &[]));
        }
        let memos = workspace.select_all().memos;
        let Some(other) = memos.iter().find(|other| other.stem == stem.value) else {
            let near = nearest(&stem.value, memos.iter().map(|other| other.stem.as_str()));
            return tell(UNKNOWN_MEMO.say("unknown", given!(stem = stem.value, near)));
        };
        let linked = self.linked(workspace, other);
        if linked == Both::default() {
            let path = other.path.as_deref().unwrap_or_default();
            return tell(UNKNOWN_MEMO.say("unreadable", given!(stem = stem.value, path)));
        }
        linked
    }

    /// What a memo's documents are about; nothing where it has errors, which its own check
    /// tells.
    fn linked(&self, workspace: &Workspace, other: &MemoFile) -> Both<Option<LinkedMemo>> {
        let mut findings = Vec::new();
        let file = workspace.read_memo(other).map(Some);
        let Some(file) = kept(file, &mut findings) else {
            return Both::default();
        };
        let (memo, faults) = parse_memo(&file, &other.stem, codes::table());
        findings.extend(faults);
        let Some(mut memo) = memo else {
            return Both::default();
        };
        findings.extend(self.directory.complete(&mut memo));
        // Its own status may name the memo that is being read.
        memo.status = None;
        let locales = self.memo_locales(workspace, (&*file, Some(&memo)), &mut findings);
        let files = WorkspaceFiles(workspace);
        let none = Both::default();
        let around = self.surroundings(&locales, &files, &none);
        let mut subject = |lang: Lang| {
            let (document, faults) = build_document(&memo, lang, &around, false);
            findings.extend(faults);
            plain_text(&document.subject.inlines)
        };
        let bilingual = memo.languages.len() > 1;
        let linked = |lang: Lang| LinkedMemo {
            stem: other.stem.clone(),
            lang,
            bilingual,
            subject: subject(lang),
        };
        let written: Vec<LinkedMemo> = memo.languages.iter().copied().map(linked).collect();
        if stops(&findings, Release::Final) {
            return Both::default();
        }
        let own = |lang: Lang| written.iter().find(|linked| linked.lang == lang);
        Both::of(|lang| own(lang).or(written.first()).cloned())
    }

    /// For each language of an edition the link to the document that its status names, in
    /// the same format and layout as far as there is one.
    pub(super) fn successor_links(edition: &Edition<'_>, format: Format) -> Both<Option<String>> {
        let parallel = matches!(edition, Edition::Parallel(_));
        let mut links = Both::default();
        for document in edition.columns() {
            let linked = document.status.as_ref().and_then(|it| it.memo.as_ref());
            links[document.lang] = linked.map(|memo| {
                path_href(&if parallel && memo.bilingual {
                    parallel_file_name(&memo.stem, format)
                } else {
                    file_name(&memo.stem, memo.lang, format)
                })
            });
        }
        links
    }
}
