//! Names of persons, which are the same in both languages to the letter.

use super::genders::persons;
use super::scope::Scope;
use crate::check::outline::Text;
use crate::check::pairing::{Comparison, Mark, Pair};
use crate::check::passage::{Case, Word};
use crate::diagnostic::{Diagnostic, Severity, edit_distance};
use crate::lang::Lang;
use crate::language::lexicon;
use crate::memo::Memo;
use std::collections::BTreeSet;

crate::diagnostic::codes! {
    NAME_MISMATCH = "P051", "name-mismatch", Error;
}

/// Finds names that are spelt in two ways.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, memo) = (scope.comparison, scope.memo);
    let known = known_names(memo);
    for pair in &comparison.pairs {
        check_pair(comparison, pair, &known, out);
    }
}

/// The words of the names of the memo's persons.
fn known_names(memo: Option<&Memo>) -> BTreeSet<String> {
    memo.map(persons)
        .unwrap_or_default()
        .into_iter()
        .filter_map(|person| person.name.as_ref())
        .flat_map(|name| name.value.split(|c: char| !c.is_alphabetic()))
        .filter(|word| word.chars().count() >= 3)
        .map(str::to_owned)
        .collect()
}

/// A word with a capital, and its neighbours that have one too.
struct Name<'n, 'd> {
    text: &'n Text<'d>,
    word: &'n Word,
    before: Option<&'n str>,
    after: Option<&'n str>,
}

impl Name<'_, '_> {
    fn written(&self) -> &str {
        self.text.passage.slice(&self.word.range)
    }
}

fn names<'n, 'd>(pair: &Pair<'n, 'd>, lang: Lang) -> Vec<Name<'n, 'd>> {
    let mut names = Vec::new();
    for text in pair.side(lang) {
        let words = &text.passage.words;
        let neighbour = |at: Option<usize>, one: &Word| {
            let word = words.get(at?)?;
            let gap = if word.range.start > one.range.start {
                one.range.end..word.range.start
            } else {
                word.range.end..one.range.start
            };
            let tied = matches!(text.passage.slice(&gap), " " | "\u{a0}" | "-" | "\u{2011}");
            (word.case == Case::Title && tied).then(|| text.passage.slice(&word.range))
        };
        for (at, word) in words.iter().enumerate() {
            if word.case != Case::Title || word.range.len() < 3 {
                continue;
            }
            names.push(Name {
                text,
                word,
                before: neighbour(at.checked_sub(1), word),
                after: neighbour(Some(at + 1), word),
            });
        }
    }
    names
}

fn check_pair(
    comparison: &Comparison<'_, '_>,
    pair: &Pair<'_, '_>,
    known: &BTreeSet<String>,
    out: &mut Vec<Diagnostic>,
) {
    let (en, fr) = (names(pair, Lang::En), names(pair, Lang::Fr));
    if en.is_empty() || fr.is_empty() {
        return;
    }
    let lacks =
        |those: &[Name<'_, '_>], word: &str| !those.iter().any(|name| name.written() == word);
    let mut told: Vec<&str> = Vec::new();
    for left in en.iter().filter(|name| lacks(&fr, name.written())) {
        for right in fr.iter().filter(|name| lacks(&en, name.written())) {
            let certain = known.contains(left.written()) || known.contains(right.written());
            if !is_slip(left.written(), right.written(), certain)
                || !(certain && !is_translated(left, right) || are_one_name(left, right))
                || told.contains(&right.written())
            {
                continue;
            }
            told.push(right.written());
            out.push(finding(comparison, left, right, certain));
        }
    }
}

/// Whether one word may be a misspelling of the other.
fn is_slip(left: &str, right: &str, certain: bool) -> bool {
    let length = left.chars().count().min(right.chars().count());
    let distance = edit_distance(left, right);
    let most = if length >= 6 { 2 } else { 1 };
    if distance == 0 || distance > most || length < 3 {
        return false;
    }
    if certain {
        return true;
    }
    // English keeps the accents of names alone: Émond is not Emond in French.
    if lexicon::fold(left) == lexicon::fold(right) {
        return !left.is_ascii() && right.is_ascii();
    }
    let (left, right) = (lexicon::fold(left), lexicon::fold(right));
    let bare = |word: &str| word.trim_end_matches(['s', 'x', 'e']).to_owned();
    let concepts = lexicon::concepts(&right, Lang::Fr);
    let translated = lexicon::concepts(&left, Lang::En)
        .iter()
        .any(|concept| concepts.contains(concept));
    // Quebec is Québec, Transport Canada is Transports Canada.
    left != right && bare(&left) != bare(&right) && !translated
}

/// Whether the words mean the same, as Park and Parc do.
fn is_translated(left: &Name<'_, '_>, right: &Name<'_, '_>) -> bool {
    let concepts = lexicon::concepts(&right.word.folded, Lang::Fr);
    lexicon::concepts(&left.word.folded, Lang::En)
        .iter()
        .any(|concept| concepts.contains(concept))
}

/// Whether both have the same neighbour: Gloria Park, Gloria Parc.
fn are_one_name(left: &Name<'_, '_>, right: &Name<'_, '_>) -> bool {
    (left.before.is_some() && left.before == right.before)
        || (left.after.is_some() && left.after == right.after)
}

fn finding(
    comparison: &Comparison<'_, '_>,
    en: &Name<'_, '_>,
    fr: &Name<'_, '_>,
    certain: bool,
) -> Diagnostic {
    let mut finding = comparison
        .finding(
            &NAME_MISMATCH,
            &Mark::part(en.text, &en.word.range),
            &Mark::part(fr.text, &fr.word.range),
            format!(
                "a name is {} in English and {} in French",
                en.written(),
                fr.written()
            ),
            (
                format!("the English has {}", en.written()),
                format!("the French has {}", fr.written()),
            ),
        )
        .hint("a person's name is the same in both languages");
    if !certain {
        finding.severity = Severity::Warning;
    }
    finding
}
