//! Acronyms, paired by the glossary, by their definitions and by their places.

use super::scope::{Foreign, Scope};
use crate::check::outline::ValuedText;
use crate::check::pairing::{Comparison, Pair, TextMark, language};
use crate::check::passage::{Case, ReadPassage, Word};
use crate::diagnostic::{Diagnostic, Severity, edit_distance};
use crate::lang::Lang;
use crate::memo::settings::GlossaryKind;
use std::collections::BTreeMap;

crate::diagnostic::codes! {
    ACRONYM_MISMATCH = "P050", "acronym-mismatch", Warning;
}

/// English acronyms with their French ones, and what says so.
#[derive(Default)]
struct Known {
    french: BTreeMap<String, (String, Source)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Source {
    Glossary,
    Definition,
    Places,
}

/// An acronym in a text.
#[derive(Clone, Copy)]
struct Use<'n, 'd> {
    text: &'n ValuedText<'d>,
    word: &'n Word,
}

impl Use<'_, '_> {
    fn written(&self) -> &str {
        let word = self.text.passage.slice(&self.word.range);
        word.strip_suffix('s').unwrap_or(word)
    }
}

/// Finds acronyms that do not belong together.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, foreign) = (scope.comparison, scope.foreign());
    let pairs = own_pairs(comparison, foreign);
    let known = learn(comparison, &pairs);
    for pair in pairs {
        check_pair(comparison, &known, pair, out);
    }
}

/// English acronyms and French ones that belong together, by all that the memo and its
/// settings say.
pub(super) fn pairs(comparison: &Comparison<'_, '_>, foreign: &Foreign) -> Vec<(String, String)> {
    let known = learn(comparison, &own_pairs(comparison, foreign));
    let pairs = known.french.into_iter();
    pairs.map(|(en, (fr, _))| (en, fr)).collect()
}

/// The pairs of texts in which both sides are in their language.
fn own_pairs<'c, 'n, 'd>(
    comparison: &'c Comparison<'n, 'd>,
    foreign: &Foreign,
) -> Vec<&'c Pair<'n, 'd>> {
    let pairs = comparison.pairs.iter().enumerate();
    pairs
        .filter(|(at, _)| !foreign.contains(at))
        .map(|(_, pair)| pair)
        .collect()
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
    let written = passage.slice(&word.range);
    let letters = written.trim_end_matches('s');
    word.case == Case::Upper
        && (word.running || passage.touches_fact(&word.range))
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
    let after = passage.text.get(word.range.end..).unwrap_or_default();
    let before = passage.text.get(..word.range.start).unwrap_or_default();
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
            known.french.insert(entry.en.clone(), value);
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
                known.french.entry(en).or_insert((fr, Source::Definition));
            }
        }
    }
    learn_by_place(&mut known, pairs);
    known
}

/// Whether it stands alone in brackets behind words: "… Transformation (EST)".
fn is_defined(passage: &ReadPassage<'_>, word: &Word) -> bool {
    let before = passage.text.get(..word.range.start).unwrap_or_default();
    let after = passage.text.get(word.range.end..).unwrap_or_default();
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
            known.french.entry(en.to_owned()).or_insert(value);
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
    let fits = |en: &Use<'_, '_>, fr: &Use<'_, '_>| match known.french.get(en.written()) {
        Some((french, _)) => french == fr.written(),
        None => en.written() == fr.written(),
    };
    let mut only_en: Vec<Use<'n, 'd>> = Vec::new();
    for usage in en {
        let seen = only_en
            .iter()
            .any(|other| other.written() == usage.written());
        if !seen && !fr.iter().any(|other| fits(usage, other)) {
            only_en.push(*usage);
        }
    }
    let mut only_fr: Vec<Use<'n, 'd>> = Vec::new();
    for usage in fr {
        let seen = only_fr
            .iter()
            .any(|other| other.written() == usage.written());
        if !seen && !en.iter().any(|other| fits(other, usage)) {
            only_fr.push(*usage);
        }
    }
    (only_en, only_fr)
}

fn check_pair(
    comparison: &Comparison<'_, '_>,
    known: &Known,
    pair: &Pair<'_, '_>,
    out: &mut Vec<Diagnostic>,
) {
    let (en, fr) = unmatched(known, &uses(pair, Lang::En), &uses(pair, Lang::Fr));
    for left in &en {
        let Some((french, source)) = known.french.get(left.written()) else {
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
        out.push(finding(comparison, left, right, french, *source));
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
            .french
            .iter()
            .find(|(_, (french, _))| french == right.written());
        let (Some((english, (_, source))), [left]) = (english, en.as_slice()) else {
            continue;
        };
        if known.french.contains_key(left.written()) {
            continue;
        }
        let mut finding = finding(comparison, left, right, right.written(), *source);
        finding.hints = vec![format!(
            "{} is {english} in English elsewhere",
            right.written()
        )];
        out.push(finding);
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
    let mut acronyms = known.french.iter().map(|(en, (fr, _))| match lang {
        Lang::En => en.as_str(),
        Lang::Fr => fr.as_str(),
    });
    if acronyms.clone().any(|acronym| acronym == written) {
        return None;
    }
    let meant = acronyms.find(|acronym| {
        acronym.chars().count() == written.chars().count() && edit_distance(acronym, written) == 1
    })?;
    let place = comparison.place(&TextMark::part(usage.text, &usage.word.range));
    Some(
        Diagnostic::new(
            &ACRONYM_MISMATCH,
            place,
            format!("{written} stands in the {} alone", language(lang)),
        )
        .lang(lang)
        .hint(format!("did you mean {meant}?")),
    )
}

fn is_known_french(known: &Known, word: &str) -> bool {
    known.french.values().any(|(french, _)| french == word)
}

fn finding(
    comparison: &Comparison<'_, '_>,
    en: &Use<'_, '_>,
    fr: &Use<'_, '_>,
    french: &str,
    source: Source,
) -> Diagnostic {
    let (left, right) = (en.written(), fr.written());
    let says = match source {
        Source::Glossary => "the glossary says so",
        Source::Definition => "its definition says so",
        Source::Places => "the other texts of this memo say so",
    };
    let mut finding = comparison
        .finding(
            &ACRONYM_MISMATCH,
            &TextMark::part(en.text, &en.word.range),
            &TextMark::part(fr.text, &fr.word.range),
            format!(
                "{left} in the {} is {right} in the {}",
                language(Lang::En),
                language(Lang::Fr)
            ),
            (
                format!("the English has {left}"),
                format!("the French has {right}"),
            ),
        )
        .hint(format!("{left} is {french} in French: {says}"));
    if source == Source::Glossary {
        finding.severity = Severity::Error;
    }
    finding
}
