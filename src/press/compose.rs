//! Puts a memo together: reads it, builds its documents, checks them.

use super::findings::{Causes, join_following, stops};
use super::format::Release;
use super::load::kept;
use super::locales::own_path;
use super::machine::{Composition, Press};
use super::{characters, codes, directions};
use crate::check::codes::is_of_markup;
use crate::check::messages::{in_its_place, with_twin, without_remarked};
use crate::check::{
    Checked, Context, apply_settings, check_documents_into, headed_places, impossible_exceptions,
    near_facts, needless_exceptions, unused_exceptions,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{
    Document, Files, LinkedMemo, Origin, Surroundings, beyond_limits, build_document,
};
use crate::lang::{Both, Lang};
use crate::locale::{Args, Locales};
use crate::memo::{Memo, NodePath, parse_memo};
use crate::output::pdf::codes as print;
use crate::source::{SourceFile, Span, composed};
use crate::workspace::{MemoFile, Workspace};
use std::ops::Range;

impl Press {
    /// Composes a memo's documents.
    pub fn compose(&self, workspace: &Workspace, memo: &MemoFile, release: Release) -> Composition {
        let mut composition = Composition::default();
        let compose = || self.compose_into(workspace, memo, release, &mut composition);
        if let Err(out) = self.settings.limits.metered(compose) {
            composition.give_up(vec![self.too_much_work(memo.name(), out)]);
        }
        composition
    }

    fn compose_into(
        &self,
        workspace: &Workspace,
        memo: &MemoFile,
        release: Release,
        composition: &mut Composition,
    ) {
        let file = workspace.read_memo(memo).map(Some);
        let Some(file) = kept(file, &mut composition.diagnostics) else {
            return;
        };
        let (memo, faults) = parse_memo(&file, &memo.stem, codes::table());
        composition.diagnostics.extend(faults);
        let Some(mut memo) = memo else {
            return;
        };
        composition
            .diagnostics
            .extend(self.directory.complete(&mut memo));
        composition.diagnostics.extend(near_facts(&mut memo));
        let own = (&*file, Some(&memo));
        let locales = self.memo_locales(workspace, own, &mut composition.diagnostics);
        let successor = self.successor(workspace, &memo, &mut composition.diagnostics);
        let files = WorkspaceFiles(workspace);
        let around = self.surroundings(&locales, &files, &successor);
        for &lang in &Lang::ALL {
            if memo.languages.contains(&lang) {
                self.compose_in(&memo, lang, &around, release, composition);
            }
        }
        let span = |origin: &Origin| self.span(origin);
        let documents = composition.documents.iter();
        let beyond: Vec<Diagnostic> = documents
            .flat_map(|document| beyond_limits(document, &span))
            .collect();
        if !beyond.is_empty() {
            return composition.give_up(beyond);
        }
        self.look_through(workspace, composition);
        self.check(memo, &locales, composition);
    }

    /// What a memo's documents are built from.
    pub(super) fn surroundings<'a>(
        &'a self,
        locales: &'a Locales,
        files: &'a WorkspaceFiles<'a>,
        successor: &'a Both<Option<LinkedMemo>>,
    ) -> Surroundings<'a> {
        Surroundings {
            locales,
            places: &self.places,
            files,
            settings: &self.settings,
            organizations: &self.directory.organizations,
            letterheads: &self.letterheads,
            successor,
            menders: &self.menders,
        }
    }

    /// Checks what the documents say, and applies the memo's and the settings'
    /// exceptions. What has faults stands as a gap, which is not compared.
    fn check(&self, memo: Memo, locales: &Locales, composition: &mut Composition) {
        let mut findings = std::mem::take(&mut composition.diagnostics);
        composition.checked = !stops(&findings, Release::Final);
        let context = Context {
            memo: Some(&memo),
            settings: Some(&self.settings),
            places: &self.places,
            known: &findings,
        };
        let documents: Vec<&Document> = composition.documents.iter().collect();
        let mut found = Checked::default();
        let compare = || check_documents_into(&documents, &context, &mut found);
        let ended = self.settings.limits.metered(compare).err();
        composition.agreement = found.agreement;
        let causes = Causes::among(&findings);
        found
            .findings
            .retain(|difference| !causes.have_caused(difference));
        let found = found.findings.into_iter().map(with_twin);
        findings.extend(without_remarked(locales, codes::table(), found.collect()));
        if let Some(out) = ended {
            // What was found is told; what was not looked for is not compared, nor are
            // exceptions that nothing needed.
            findings.push(self.too_much_work(memo.file.path(), out));
            composition.keep_exceptions(memo, headed_places(&documents, &self.places));
            let settle = || self.settle(findings, composition);
            let settled = self.settings.limits.apart(settle).unwrap_or_default();
            return composition.give_up(settled.into_iter().map(in_its_place).collect());
        }
        let impossible = impossible_exceptions(&memo, &self.settings, &self.places);
        composition.keep_exceptions(memo, headed_places(&documents, &self.places));
        let joined = join_following(self.settle(findings, composition)).into_iter();
        composition.diagnostics = joined.map(in_its_place).collect();
        composition.diagnostics.extend(impossible);
        let checked = composition.checked;
        let did_run = |code: &Code| !is_of_print(code) && (checked || !reads_documents(code));
        let needless = self.needless(composition, did_run);
        composition.diagnostics.extend(needless);
    }

    /// The findings of a memo that neither its exceptions nor the settings' silence, with
    /// the severities of the settings; which exceptions were needed is noted. Whatever is
    /// found in a memo, in whichever phase, comes through here once.
    pub(super) fn settle(
        &self,
        found: Vec<Diagnostic>,
        composition: &mut Composition,
    ) -> Vec<Diagnostic> {
        let Some(own) = &mut composition.exceptions else {
            // Without a memo there is nothing to print.
            return found;
        };
        let about = (&own.memo, Some(&own.headed));
        let settled = apply_settings(found, about, Some(&self.settings), &self.places);
        note(&mut own.used, &settled.own);
        note(&mut composition.used_exceptions, &settled.used);
        settled.diagnostics
    }

    /// Findings for a memo's exceptions for rules that did run, and that no finding needed.
    pub(super) fn needless(
        &self,
        composition: &Composition,
        did_run: impl Fn(&Code) -> bool,
    ) -> Vec<Diagnostic> {
        let own = composition.exceptions.iter();
        let needless = own.flat_map(|own| {
            needless_exceptions(&own.memo, &own.used, &self.settings, &self.places, &did_run)
        });
        needless.collect()
    }

    /// Findings for the settings' exceptions that no memo needed, given what every
    /// memo of the workspace came to.
    pub fn unused_exceptions<'c>(
        &self,
        compositions: impl IntoIterator<Item = &'c Composition>,
    ) -> Vec<Diagnostic> {
        let compositions: Vec<&Composition> = compositions.into_iter().collect();
        let checked = compositions.iter().all(|composition| composition.checked);
        let proved = compositions.iter().all(|composition| composition.proved);
        self.unused(&compositions, |code| {
            (checked || !reads_documents(code)) && (proved || !is_of_print(code))
        })
    }

    /// Findings for the settings' exceptions for rules of Fluent resources that none of
    /// them needed, given what the check of all resources came to.
    pub fn unused_locale_exceptions(&self, locales: &Composition) -> Vec<Diagnostic> {
        let of_locales = |code: &Code| code.id.starts_with('L');
        self.unused(&[locales], of_locales)
    }

    fn unused(
        &self,
        compositions: &[&Composition],
        did_run: impl Fn(&Code) -> bool,
    ) -> Vec<Diagnostic> {
        let mut used = self.used_exceptions.clone();
        for composition in compositions {
            note(&mut used, &composition.used_exceptions);
        }
        unused_exceptions(&self.settings, &used, &self.places, did_run)
    }

    fn compose_in(
        &self,
        memo: &Memo,
        lang: Lang,
        around: &Surroundings<'_>,
        release: Release,
        composition: &mut Composition,
    ) {
        let (document, faults) = build_document(memo, lang, around, release == Release::Draft);
        composition.diagnostics.extend(faults);
        let span = |origin: &Origin| self.span(origin);
        let marks = directions::marks_of_direction(&document, &span);
        composition.diagnostics.extend(marks);
        if let Some(fonts) = &self.fonts {
            let missing = characters::missing_characters(&document, fonts, &span);
            composition.diagnostics.extend(missing);
        }
        composition.documents.push(document);
    }

    /// The locales with the memo's own messages, from the `.ftl` files beside it; the
    /// memo, where it could be read, tells which facts they may mean.
    pub(super) fn memo_locales(
        &self,
        workspace: &Workspace,
        (file, memo): (&SourceFile, Option<&Memo>),
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Locales {
        let own = |lang: Lang| workspace.text(&own_path(file.path(), lang));
        let en = kept(own(Lang::En), diagnostics);
        let fr = kept(own(Lang::Fr), diagnostics);
        let nowhere = |_: &NodePath, _: Option<Range<usize>>| None;
        let facts = memo.map_or(&[][..], |memo| &memo.facts);
        let args = Args::new()
            .facts(facts, &nowhere)
            .facts(&self.settings.facts, &nowhere);
        let (locales, faults) = self.locales.for_memo(en, fr, &args);
        diagnostics.extend(faults);
        locales
    }

    /// Where a piece of a document was written.
    pub(super) fn span(&self, origin: &Origin) -> Span {
        match origin {
            Origin::Node { file, place, range } if range.is_empty() => {
                self.places.of(file).span_of(place)
            }
            Origin::Node { file, place, range } => self.places.span_in(file, place, range.clone()),
            Origin::Locale(span) => span.clone(),
        }
    }
}

/// Notes which exceptions were needed now, beside those that were before.
fn note(used: &mut Vec<bool>, now: &[bool]) {
    used.resize(used.len().max(now.len()), false);
    for (used, now) in used.iter_mut().zip(now) {
        *used |= now;
    }
}

/// Whether what a rule finds is seen only where a document is laid out in print.
pub(super) fn is_of_print(code: &Code) -> bool {
    print::ALL.contains(&code)
}

/// Whether a rule reads documents, which it cannot where they are not whole.
fn reads_documents(code: &Code) -> bool {
    code.id.starts_with(['P', 'T']) || is_of_markup(code)
}

/// The workspace's files as documents ask for them.
pub(super) struct WorkspaceFiles<'a>(pub &'a Workspace);

impl Files for WorkspaceFiles<'_> {
    fn exists(&self, path: &str) -> bool {
        self.0.has(path)
    }

    fn leads_outside(&self, path: &str) -> bool {
        self.0.leads_outside(path)
    }

    fn candidates(&self, path: &str) -> Vec<String> {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let siblings = self.0.siblings(folder).into_iter();
        siblings.map(|name| composed(&name).into_owned()).collect()
    }
}
