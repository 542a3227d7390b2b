//! Everything for a memo, or for a whole workspace, in one call.

use super::compose::is_of_print;
use super::describe::describe;
use super::edition::BOTH;
use super::labour::steps_to_set;
use super::manifest::{DocumentEntry, PROGRAM};
use super::set::MadeBeside;
use super::{Composition, Fitting, Format, Layout, OutputFile, Press, Release};
use super::{put_in_order, set_aside_print, stops};
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::lang::Lang;
use crate::limits::{Limit, Limits, OutOfSteps, grouped, left};
use crate::press::codes::{
    COMMAND_FAILED, INTERNAL_FAULT, LEFT_OVER, OUT_OF_DATE, TOO_MUCH_WORK, WOULD_CHANGE,
};
use crate::source::{SourceFile, Span};
use crate::workspace::{ContentHash, Inputs, MemoFile, Workspace};
use std::path::Path;
use std::sync::Arc;

/// Which documents of memos are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// How the languages are laid out.
    pub layout: Layout,
    /// The formats.
    pub formats: Vec<Format>,
    /// The languages; side by side both must be wanted.
    pub langs: Vec<Lang>,
    /// What the documents are for.
    pub release: Release,
    /// How they are fitted into what publishes them.
    pub fitting: Fitting,
}

/// One document for each language in every format that people read, to be sent.
impl Default for Options {
    fn default() -> Options {
        Options {
            layout: Layout::Separate,
            formats: Format::USUAL.to_vec(),
            langs: Lang::ALL.to_vec(),
            release: Release::Final,
            fitting: Fitting::default(),
        }
    }
}

impl Options {
    /// The languages of the documents that are wanted, as the manifest names them.
    pub fn lang_tags(&self) -> Vec<&'static str> {
        match self.layout {
            Layout::Separate => self.langs.iter().map(|lang| lang.tag()).collect(),
            Layout::Parallel => vec![BOTH],
        }
    }
}

/// What rendering comes to.
#[derive(Clone, Debug, Default)]
pub struct Rendering {
    /// The documents, and copies of the files that they need beside them: the name of
    /// each and its bytes, in the order of the names. None are of a memo that has errors.
    pub files: Vec<OutputFile>,
    /// What is said of the documents among them, in the same order: what is not among these
    /// is a copy.
    pub documents: Vec<DocumentEntry>,
    /// What is wrong, in the order of files and lines.
    pub findings: Vec<Diagnostic>,
}

/// The documents of every memo of a workspace.
///
/// A fault of what the memos share (settings, templates, messages, fonts) stops all of
/// them, a fault of a memo that memo alone.
pub fn render(workspace: &Workspace, options: &Options) -> Rendering {
    let selection = workspace.select_all();
    let (press, findings) = Press::load(workspace);
    let shared_fault = stops(&findings, options.release);
    let mut all = Rendering {
        findings,
        ..Rendering::default()
    };
    for memo in &selection.memos {
        if shared_fault || selection.has_clash(memo) {
            let composition = press.compose_for(workspace, memo, options);
            all.findings.extend(composition.diagnostics);
            continue;
        }
        let rendering = press.render(workspace, memo, options);
        if !stops(&rendering.findings, options.release) {
            all.files.extend(rendering.files);
            all.documents.extend(rendering.documents);
        }
        all.findings.extend(rendering.findings);
    }
    all.findings.extend(selection.diagnostics);
    all.files.sort();
    all.files.dedup();
    all.documents
        .sort_by(|one, other| one.path.cmp(&other.path));
    put_in_order(&mut all.findings);
    all
}

/// Everything that is wrong with a workspace: with what its memos share, with each memo in
/// every language and format, and with the messages of both languages.
pub fn check(workspace: &Workspace) -> Vec<Diagnostic> {
    let selection = workspace.select_all();
    let (press, mut findings) = Press::load(workspace);
    let mut compositions = Vec::new();
    for memo in &selection.memos {
        compositions.push(press.examine(workspace, memo));
    }
    compositions.push(press.check_locales(workspace, &selection.memos));
    findings.extend(selection.diagnostics);
    findings.extend(press.unused_exceptions(&compositions));
    for composition in compositions {
        findings.extend(composition.diagnostics);
    }
    put_in_order(&mut findings);
    findings
}

/// The finding for a document of an earlier run that is out of date, at its memo.
pub fn out_of_date(document: &Path, memo: &str) -> Diagnostic {
    let document = document.display().to_string();
    let wording = OUT_OF_DATE.say("old", given!(document));
    Diagnostic::told(Span::new(&SourceFile::new(memo, ""), 0..0), wording)
}

/// The finding for a file of an earlier run that a run's scope makes no longer, and whether
/// it was changed since.
pub fn left_over(file: &Path, is_altered: bool) -> Diagnostic {
    let file = file.display().to_string();
    let wording = match is_altered {
        true => LEFT_OVER.say("altered", given!(file)),
        false => LEFT_OVER.say("left", given!(file)),
    };
    Diagnostic::told(None, wording)
}

/// The finding for a file that a run would write, or remove.
pub fn would_change(file: &Path, is_removed: bool) -> Diagnostic {
    let file = file.display().to_string();
    let wording = match is_removed {
        true => WOULD_CHANGE.say("remove", given!(file)),
        false => WOULD_CHANGE.say("write", given!(file)),
    };
    Diagnostic::told(None, wording)
}

/// The finding for a file on which the program itself failed, and with what words.
pub fn internal_fault(file: &str, what: &str) -> Diagnostic {
    let wording = INTERNAL_FAULT.say("fault", given!(what));
    Diagnostic::told(Span::new(&SourceFile::new(file, ""), 0..0), wording)
}

/// The record, for machines, of a command that could not do its work: why, and what to do.
pub fn command_failed(why: &str, hint: Option<String>) -> Diagnostic {
    Diagnostic::told(None, COMMAND_FAILED.say("failed", given!(why, hint)))
}

/// The finding for a file that takes more steps than one may: where it was worked on, or at
/// its top.
pub fn too_much_work(file: &str, out: OutOfSteps, limits: &Limits) -> Diagnostic {
    let most = grouped(limits.of(Limit::MemoSteps));
    let wording = TOO_MUCH_WORK.say("steps", given!(most));
    let top = || Span::new(&SourceFile::new(file, ""), 0..0);
    Diagnostic::told(out.place.unwrap_or_else(top), wording)
}

impl Press {
    /// The finding for a memo that takes more steps than a memo may.
    pub(super) fn too_much_work(&self, file: &str, out: OutOfSteps) -> Diagnostic {
        too_much_work(file, out, &self.settings.limits)
    }

    /// The limits of the workspace.
    pub const fn limits(&self) -> Limits {
        self.settings.limits
    }

    /// The files of a memo that are wanted, and everything that is wrong with it; nothing
    /// where that stops it before documents are set.
    pub fn render(&self, workspace: &Workspace, memo: &MemoFile, options: &Options) -> Rendering {
        self.render_watched(workspace, memo, options).0
    }

    /// The same, with what was asked of the workspace for it.
    pub fn render_watched(
        &self,
        workspace: &Workspace,
        memo: &MemoFile,
        options: &Options,
    ) -> (Rendering, Arc<Inputs>) {
        let limits = &self.settings.limits;
        let (workspace, inputs) = workspace.watched();
        let mut findings = Vec::new();
        let render = || self.rendered(&workspace, memo, options, &mut findings);
        let mut rendering = match limits.metered(render) {
            Ok(rendering) => rendering,
            Err(out) => {
                findings.push(self.too_much_work(memo.name(), out));
                Rendering::default()
            }
        };
        rendering.findings = findings;
        let own = inputs.hash();
        for document in &mut rendering.documents {
            document.memo = memo.path.clone();
            document.inputs = self.inputs_of(document, own, options).to_string();
        }
        (rendering, inputs)
    }

    /// The hash of all that a document was made from: the program, what all memos share, what
    /// was read for its memo, and what of the options is about it.
    fn inputs_of(
        &self,
        document: &DocumentEntry,
        own: ContentHash,
        options: &Options,
    ) -> ContentHash {
        let mut asked = options.clone();
        asked.langs.clear();
        // A page names the formats that are made beside it.
        if document.format != Format::Html.id() {
            asked.formats.clear();
        }
        let asked = format!("{asked:?} {} {}", document.lang, document.format);
        let parts = [
            PROGRAM.as_bytes(),
            self.inputs.as_bytes(),
            own.as_bytes(),
            asked.as_bytes(),
        ];
        ContentHash::of_parts(parts)
    }

    /// The same into findings that are kept where the steps end.
    fn rendered(
        &self,
        workspace: &Workspace,
        memo: &MemoFile,
        options: &Options,
        findings: &mut Vec<Diagnostic>,
    ) -> Rendering {
        let mut composition = self.compose_for(workspace, memo, options);
        findings.extend(composition.diagnostics.iter().cloned());
        let limits = &self.settings.limits;
        let set = limits.metered(|| self.set_all(workspace, &composition, options));
        let mut set = set.unwrap_or_else(|out| Rendering {
            findings: vec![self.too_much_work(memo.name(), out)],
            ..Rendering::default()
        });
        let found = std::mem::take(&mut set.findings);
        let settle = || self.settle(found, &mut composition);
        findings.extend(limits.apart(settle).unwrap_or_default());
        set
    }

    /// What setting a memo comes to: its files, or what more is wrong with it.
    fn set_all(
        &self,
        workspace: &Workspace,
        composition: &Composition,
        options: &Options,
    ) -> Rendering {
        if stops(&composition.diagnostics, options.release) {
            let mut findings = self.proof(workspace, composition);
            if !options.formats.contains(&Format::Pdf) {
                set_aside_print(&mut findings);
            }
            Rendering {
                findings,
                ..Rendering::default()
            }
        } else {
            self.set_wanted(workspace, composition, options)
        }
    }

    /// The files of a memo that are wanted, and what setting them finds.
    fn set_wanted(
        &self,
        workspace: &Workspace,
        composition: &Composition,
        options: &Options,
    ) -> Rendering {
        let mut all = Rendering::default();
        let editions = match self.editions(composition, options.layout) {
            Ok(editions) => editions,
            Err(findings) => return Rendering { findings, ..all },
        };
        let classification = composition.classification();
        let is_wanted = |document: &&Document| options.langs.contains(&document.lang);
        for edition in editions {
            if !edition.columns().iter().all(is_wanted) {
                continue;
            }
            // Pages come last: they say how large the others are.
            let mut formats = options.formats.clone();
            formats.sort_by_key(|format| (*format == Format::Html, *format));
            formats.dedup();
            let mut others = Vec::new();
            for format in formats {
                let beside = MadeBeside {
                    formats: &others,
                    langs: &options.langs,
                };
                match self.set_and_tell(workspace, &edition, format, beside, &options.fitting) {
                    Ok((set, warnings)) => {
                        let size = set.first().map(|(_, bytes)| bytes.len());
                        let size = size.filter(|_| format.is_usual());
                        others.extend(size.map(|size| (format, size)));
                        let described = describe(&edition, format, classification, &set);
                        all.documents.extend(described);
                        all.files.extend(set);
                        all.findings.extend(warnings);
                    }
                    Err(faults) => all.findings.extend(faults),
                }
            }
        }
        all.files.sort();
        all.files.dedup();
        all.documents
            .sort_by(|one, other| one.path.cmp(&other.path));
        all
    }

    /// A memo's documents and findings, those of print set aside where nothing is printed.
    pub fn compose_for(
        &self,
        workspace: &Workspace,
        memo: &MemoFile,
        options: &Options,
    ) -> Composition {
        let mut composition = self.compose(workspace, memo, options.release);
        if !options.formats.contains(&Format::Pdf) {
            set_aside_print(&mut composition.diagnostics);
        }
        composition
    }

    /// A memo with its findings in every language and format it will be written in. Its
    /// documents and exceptions are no longer needed.
    pub fn examine(&self, workspace: &Workspace, memo: &MemoFile) -> Composition {
        let examined = self.examine_documents(workspace, memo);
        examined.without_documents()
    }

    /// The same with its documents.
    pub fn examine_documents(&self, workspace: &Workspace, memo: &MemoFile) -> Composition {
        let limits = &self.settings.limits;
        let examined = limits.metered(|| self.examined(workspace, memo));
        examined.unwrap_or_else(|out| {
            Composition::of_findings(vec![self.too_much_work(memo.name(), out)])
        })
    }

    fn examined(&self, workspace: &Workspace, memo: &MemoFile) -> Composition {
        let mut composition = self.compose(workspace, memo, Release::Final);
        let limits = &self.settings.limits;
        // It is `check` alone that does this work; what `render` does has the memo's steps.
        let proof = limits.apart(|| self.proof(workspace, &composition));
        let mut proof = proof.unwrap_or_else(|out| vec![self.too_much_work(memo.name(), out)]);
        composition.proved = composition.checked && !stops(&proof, Release::Final);
        if composition.proved && !stops(&composition.diagnostics, Release::Final) {
            proof.extend(self.beyond_setting(workspace, memo, &composition));
        }
        let settle = || self.settle(proof, &mut composition);
        let found = limits.apart(settle).unwrap_or_default();
        composition.diagnostics.extend(found);
        let proved = composition.proved;
        let needless = self.needless(&composition, |code| proved && is_of_print(code));
        composition.diagnostics.extend(needless);
        composition
    }

    /// The finding for a memo that is sound and that setting takes beyond its steps. `check`
    /// sets no pages; but one that may take all that are left is set, to be told what `render`
    /// would tell.
    fn beyond_setting(
        &self,
        workspace: &Workspace,
        memo: &MemoFile,
        composition: &Composition,
    ) -> Option<Diagnostic> {
        let documents = composition.documents.iter();
        let at_most: u64 = documents.map(steps_to_set).fold(0, u64::saturating_add);
        if left().is_none_or(|left| at_most < left) {
            return None;
        }
        let set = || self.set_wanted(workspace, composition, &Options::default());
        let out = self.settings.limits.metered(set).err()?;
        Some(self.too_much_work(memo.name(), out))
    }
}
