//! What a memo says of itself in lists and entries, which are no texts to compare.

use super::scope::Scope;
use crate::diagnostic::{Diagnostic, Wording};
use crate::lang::Lang;
use crate::memo::about::MemoKeywords;
use crate::memo::{Memo, NodePath};

crate::diagnostic::codes! {
    METADATA_MISMATCH = "P092", "metadata-mismatch", Error;
}

/// Finds another number of keywords, and entries of the metadata that one language has. Each
/// language has its keywords in its own order, so none is held against another.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let Some(memo) = scope.memo else {
        return;
    };
    out.extend(
        memo.about
            .keywords
            .iter()
            .filter_map(|it| keywords(memo, it)),
    );
    for entry in &memo.about.metadata {
        let [en, fr] = Lang::ALL.map(|lang| entry.values[lang].is_some());
        if let Some(lacks) = lacking(en, fr) {
            let name = &entry.name;
            let wording = METADATA_MISMATCH.say("entry", given!(name = name.value, lacks));
            out.push(one_sided(memo, &name.place, lacks, wording));
        }
    }
}

fn keywords(memo: &Memo, keywords: &MemoKeywords) -> Option<Diagnostic> {
    let [en, fr] = Lang::ALL.map(|lang| keywords.lists[lang].len());
    if let Some(lacks) = lacking(en > 0, fr > 0) {
        let wording = METADATA_MISMATCH.say("keywords", given!(lacks));
        return Some(one_sided(memo, &keywords.place, lacks, wording));
    }
    let (source, later) = (memo.source_language, memo.source_language.other());
    let place = |lang: Lang| memo.span(&keywords.place.key(lang.code()));
    let wording = METADATA_MISMATCH.say("count", given!(en, fr));
    let label = wording.part(source.code());
    let finding = Diagnostic::told(place(later), wording).lang(later);
    (en != fr).then(|| finding.label(place(source), label))
}

/// The language that lacks what the other one has.
fn lacking(en: bool, fr: bool) -> Option<Lang> {
    match (en, fr) {
        (false, true) => Some(Lang::En),
        (true, false) => Some(Lang::Fr),
        _ => None,
    }
}

/// A finding at what one language has and the other lacks.
fn one_sided(memo: &Memo, place: &NodePath, lacks: Lang, wording: Wording) -> Diagnostic {
    let has = memo.span(&place.key(lacks.other().code()));
    Diagnostic::told(has, wording).lang(lacks)
}
