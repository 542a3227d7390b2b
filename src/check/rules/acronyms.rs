//! Acronyms, paired by the glossary, by their definitions and by their places.

use super::scope::Scope;
use crate::check::outline::ValuedText;
use crate::check::pairing::{Comparison, Pair, TextMark};
use crate::check::passage::{Case, ReadPassage, Word};
use crate::diagnostic::{Diagnostic, Severity, Wording, edit_distance};
use crate::lang::Lang;
use crate::memo::settings::GlossaryKind;
use std::collections::BTreeMap;

crate::diagnostic::codes! {
    ACRONYM_MISMATCH = "P050", "acronym-mismatch", Warning;
}

/// English acronyms with their French ones, and what says so.
type Known = BTreeMap<String, (String, Source)>;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    Glossary,
    Definition,
    Places,
}

impl Source {
    const fn name(self) -> &'static str {
        match self {
            Source::Glossary => "glossary",
            Source::Definition => "definition",
            Source::Places => "texts",
        }
    }
}

/// An acronym in a text.
#[derive(Clone, Copy)]
struct Use<'n, 'd> {
    text: &'n ValuedText<'d>,
    word: &'n Word,
}

impl<'n, 'd> Use<'n, 'd> {
    /// Where it stands.
    pub fn mark(&self) -> TextMark<'n, 'd> {
        TextMark::part(self.text, &self.word.range)
    }

    fn written(&self) -> &str {
        let word = self.text.passage.slice(&self.word.range);
        word.strip_suffix('s').unwrap_or(word)
    }
}

/// Finds acronyms that do not belong together.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let comparison = scope.comparison;
    let pairs: Vec<_> = scope.own_pairs().map(|(_, pair)| pair).collect();
    let known = learn(comparison, &pairs);
    for pair in pairs {
        check_pair(comparison, &known, pair, out);
    }
}

/// English acronyms and French ones that belong together, by all that the memo and its
/// settings say.
pub(super) fn pairs(scope: &Scope<'_, '_>) -> Vec<(String, String)> {
    let pairs: Vec<_> = scope.own_pairs().map(|(_, pair)| pair).collect();
    let known = learn(scope.comparison, &pairs);
    let pairs = known.into_iter();
    pairs.map(|(en, (fr, _))| (en, fr)).collect()
}

fn uses<'n, 'd>(pair: &Pair<'n, 'd>, lang: Lang) -> Vec<Use<'n, 'd>> {
    pair.side(lang)
        .iter()
        .filter(|text| !is_all_capitals(&text.passage))
        .flat_map(|text| {
            text.passage
                .words
                .iter()
                .filter(|word| is_acronym(&text.passage, word))
                .map(|word| Use { text, word })
        })
        .collect()
}

fn is_acronym(passage: &ReadPassage<'_>, word: &Word) -> bool {
    if word.case != Case::Upper {
        return false;
    }
    let written = passage.slice(&word.range);
    let letters = written.trim_end_matches('s');
    (word.running || passage.touches_fact(&word.range))
        && (2..=6).contains(&letters.chars().count())
        && written.chars().all(char::is_alphabetic)
        && !is_roman(letters)
        && !is_part_of_code(passage, word)
}

/// Whether it stands in a reference such as HR-2026-014 or IM/2026/08: a sign ties it
/// to digits.
fn is_part_of_code(passage: &ReadPassage<'_>, word: &Word) -> bool {
    let ties = |letter: char| matches!(letter, '-' | '\u{2011}' | '/' | '.' | '_');
    let of_code = |letter: &char| letter.is_alphanumeric() || ties(*letter);
    let (before, after) = passage.around(&word.range);
    let has_digit = |tied: &str| tied.chars().any(|letter| letter.is_ascii_digit());
    let after: String = after.chars().take_while(of_code).collect();
    let before: String = before.chars().rev().take_while(of_code).collect();
    after.starts_with(ties) && has_digit(&after) || before.starts_with(ties) && has_digit(&before)
}

fn is_roman(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L'))
}

fn is_all_capitals(passage: &ReadPassage<'_>) -> bool {
    passage.words.len() > 2 && passage.words.iter().all(|word| word.case == Case::Upper)
}

/// Learns which acronyms belong together.
fn learn(comparison: &Comparison<'_, '_>, pairs: &[&Pair<'_, '_>]) -> Known {
    let mut known = Known::default();
    for entry in comparison.settings.iter().flat_map(|s| &s.glossary) {
        if entry.kind == GlossaryKind::Acronym {
            let value = (entry.fr.clone(), Source::Glossary);
            known.insert(entry.en.clone(), value);
        }
    }
    for pair in pairs {
        let defined = |lang| -> Vec<String> {
            uses(pair, lang)
                .iter()
                .filter(|usage| is_defined(&usage.text.passage, usage.word))
                .map(|usage| usage.written().to_owned())
                .collect()
        };
        let (en, fr) = (defined(Lang::En), defined(Lang::Fr));
        if en.len() == fr.len() {
            for (en, fr) in en.into_iter().zip(fr) {
                known.entry(en).or_insert((fr, Source::Definition));
            }
        }
    }
    learn_by_place(&mut known, pairs);
    known
}

/// Whether it stands alone in brackets behind words: "… Transformation (EST)".
fn is_defined(passage: &ReadPassage<'_>, word: &Word) -> bool {
    let (before, after) = passage.around(&word.range);
    before.ends_with('(')
        && after.starts_with(')')
        && before
            .trim_end_matches('(')
            .trim_end()
            .ends_with(char::is_alphabetic)
}

/// Pairs acronyms that stand in the same texts, where at least two texts say so and
/// more than say otherwise.
fn learn_by_place(known: &mut Known, pairs: &[&Pair<'_, '_>]) {
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    for pair in pairs {
        let (en, fr) = unmatched(known, &uses(pair, Lang::En), &uses(pair, Lang::Fr));
        if let ([en], [fr]) = (en.as_slice(), fr.as_slice()) {
            let key = (en.written().to_owned(), fr.written().to_owned());
            *counts.entry(key).or_default() += 1;
        }
    }
    let mut best: BTreeMap<&str, (&str, usize, usize)> = BTreeMap::new();
    for ((en, fr), count) in &counts {
        let entry = best.entry(en).or_insert((fr, *count, 0));
        entry.2 += count;
        if *count > entry.1 {
            (entry.0, entry.1) = (fr, *count);
        }
    }
    for (en, (fr, count, total)) in best {
        if count >= 2 && count * 2 > total {
            let value = (fr.to_owned(), Source::Places);
            known.entry(en.to_owned()).or_insert(value);
        }
    }
}

/// The acronyms that find no partner: distinct ones, by what is known and by being
/// the same.
fn unmatched<'n, 'd>(
    known: &Known,
    en: &[Use<'n, 'd>],
    fr: &[Use<'n, 'd>],
) -> (Vec<Use<'n, 'd>>, Vec<Use<'n, 'd>>) {
    let fits = |en: &Use<'_, '_>, fr: &Use<'_, '_>| match known.get(en.written()) {
        Some((french, _)) => french == fr.written(),
        None => en.written() == fr.written(),
    };
    let only = |own: &[Use<'n, 'd>], has: &dyn Fn(&Use<'n, 'd>) -> bool| {
        let mut only: Vec<Use<'n, 'd>> = Vec::new();
        for usage in own {
            let mut seen = only.iter();
            if !seen.any(|other| other.written() == usage.written()) && !has(usage) {
                only.push(*usage);
            }
        }
        only
    };
    (
        only(en, &|usage| fr.iter().any(|other| fits(usage, other))),
        only(fr, &|usage| en.iter().any(|other| fits(other, usage))),
    )
}

fn check_pair(
    comparison: &Comparison<'_, '_>,
    known: &Known,
    pair: &Pair<'_, '_>,
    out: &mut Vec<Diagnostic>,
) {
    let (en, fr) = unmatched(known, &uses(pair, Lang::En), &uses(pair, Lang::Fr));
    for left in &en {
        let Some((french, source)) = known.get(left.written()) else {
            continue;
        };
        // Without a wrong one in its place, the full name may stand there.
        let wrong = fr
            .iter()
            .find(|right| right.written() == left.written())
            .or_else(|| {
                fr.iter()
                    .find(|right| !is_known_french(known, right.written()))
            })
            .or_else(|| fr.first());
        let Some(right) = wrong else { continue };
        let (en, fr) = (left.written(), right.written());
        let wording = ACRONYM_MISMATCH.say(
            "differs",
            given!(en, fr, meant = french, source = source.name()),
        );
        out.push(finding(comparison, wording, left, right, *source));
    }
    for (lang, left, others) in [(Lang::En, &en, &fr), (Lang::Fr, &fr, &en)] {
        if others.is_empty() {
            out.extend(
                left.iter()
                    .filter_map(|usage| slip(comparison, known, lang, usage)),
            );
        }
    }
    // A French acronym that is known stands where an unknown English one does.
    for right in &fr {
        let english = known
            .iter()
            .find(|(_, (french, _))| french == right.written());
        let (Some((english, (_, source))), [left]) = (english, en.as_slice()) else {
            continue;
        };
        if known.contains_key(left.written()) {
            continue;
        }
        let (en, fr) = (left.written(), right.written());
        let wording = ACRONYM_MISMATCH.say("unknown", given!(en, fr, meant = english));
        out.push(finding(comparison, wording, left, right, *source));
    }
}

/// An acronym that nothing explains and that is one letter away from a known one.
fn slip(
    comparison: &Comparison<'_, '_>,
    known: &Known,
    lang: Lang,
    usage: &Use<'_, '_>,
) -> Option<Diagnostic> {
    let written = usage.written();
    let pairs = known.iter();
    let mut acronyms = pairs.map(|(en, (fr, _))| lang.choose(en, fr).as_str());
    if acronyms.clone().any(|acronym| acronym == written) {
        return None;
    }
    let meant = acronyms.find(|acronym| {
        acronym.chars().count() == written.chars().count() && edit_distance(acronym, written) == 1
    })?;
    let place = comparison.place(&usage.mark());
    let wording = ACRONYM_MISMATCH.say("alone", given!(written, lang, meant));
    Some(Diagnostic::told(place, wording).lang(lang))
}

fn is_known_french(known: &Known, word: &str) -> bool {
    known.values().any(|(french, _)| french == word)
}

fn finding(
    comparison: &Comparison<'_, '_>,
    wording: Wording,
    en: &Use<'_, '_>,
    fr: &Use<'_, '_>,
    source: Source,
) -> Diagnostic {
    let mut finding = comparison.finding(wording, &en.mark(), &fr.mark());
    if source == Source::Glossary {
        finding.severity = Severity::Error;
    }
    finding
}
