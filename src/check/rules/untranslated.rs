//! Texts that are the same in both languages.

use super::scope::{Same, Scope, Told};
use crate::check::pairing::{Comparison, Pair, TextMark};
use crate::check::passage::{Case, PassagePiece, Role, Word};
use crate::check::tongue::{Evidence, is_left_in_other, is_surely_other, titles};
use crate::check::works::is_reference;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Origin;
use crate::lang::Lang;
use crate::language::lexicon::{self, Leftover, leftovers};
use crate::memo::NodePath;
use std::collections::BTreeMap;

crate::diagnostic::codes! {
    UNTRANSLATED = "P070", "untranslated", Error;
}

/// Words in lower case from which on two equal texts are surely one that was
/// forgotten.
const SURE: usize = 6;

/// Finds texts that were not translated.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    out.extend_from_slice(&told(scope).0);
}

/// The findings, and the pairs that they are about.
pub(super) fn told<'s>(scope: &'s Scope<'_, '_>) -> &'s Told<Same> {
    scope.untranslated.get_or_init(|| find(scope.comparison))
}

fn find(comparison: &Comparison<'_, '_>) -> Told<Same> {
    let (mut out, mut same) = (Vec::new(), Same::new());
    for (at, pair) in comparison.pairs.iter().enumerate() {
        // With a text, its pictures' descriptions are told.
        if let Some(severity) = pair.around.and_then(|around| same.get(&around)) {
            same.insert(at, *severity);
        } else if let Some(finding) = check_pair(comparison, pair) {
            same.insert(at, finding.severity);
            out.push(finding);
        }
    }
    (out, same)
}

fn check_pair(comparison: &Comparison<'_, '_>, pair: &Pair<'_, '_>) -> Option<Diagnostic> {
    if pair.first(Lang::En)?.passage.role == Role::Code {
        return None;
    }
    let texts = Lang::ALL.into_iter().flat_map(|lang| pair.side(lang));
    if is_one_node(pair) || texts.into_iter().all(|text| is_reference(text)) {
        return None;
    }
    if let Some(finding) = check_segments(comparison, pair) {
        return Some(finding);
    }
    let [en, fr] = Lang::ALL.map(|lang| words_of_its_own(pair, lang));
    let lower = |words: &[&Word]| words.iter().filter(|word| word.case == Case::Lower).count();
    let sure =
        lower(&en).min(lower(&fr)) >= SURE && shared(&en, &fr) * 100 >= en.len().max(fr.len()) * 80;
    let same = en.len() == fr.len()
        && !en.is_empty()
        && en.iter().zip(&fr).all(|(en, fr)| en.folded == fr.folded)
        && !differs_by_accents(pair);
    let wrong = if sure {
        Some(of_language(&en).map_or(comparison.later(), Lang::other))
    } else if same {
        let told = match pair.around {
            Some(_) => {
                description(&en).or_else(|| says_something(&en).then_some(comparison.later()))
            }
            None => short_text(pair, &en),
        };
        // No two languages share three words in a row by chance.
        let own = |word: &&&Word| word.case == Case::Lower && !is_of_both(word);
        let own = en.iter().filter(own).count();
        told.or_else(|| (own >= 3).then(|| comparison.later()))
    } else {
        None
    };
    let wrong = wrong?;
    let text = &pair.first(Lang::En)?.passage.text;
    if leftovers(text).iter().any(Leftover::fills) {
        return None;
    }
    let [en, fr] = pair.wholes()?;
    let finding = self::same(comparison, wrong, &en, &fr);
    let own = words_of_its_own(pair, wrong);
    let is_heading = en.text.passage.role == Role::Heading;
    let left = is_surely_other(&own, wrong) || is_left_in_other(&own, wrong, is_heading);
    Some(finding.unless_sure(sure && speaks(&own, wrong) || left))
}

/// Function words from which on a text is surely running text of their language.
const SPOKEN: usize = 2;

/// One word in so many of a text that runs is a function word at least; of Latin that fills
/// a place, fewer are words of another language by chance.
const RUNNING: usize = 6;

/// Whether words that stand in a text of a language have function words of the other, and
/// more than of their own.
fn speaks(words: &[&Word], wrong: Lang) -> bool {
    let evidence = Evidence::of(words);
    let other = evidence.count(wrong.other());
    other >= SPOKEN && other > evidence.count(wrong) && other * RUNNING >= words.len()
}

/// The words of running text of a side without titles, which stay in their language: what
/// stands between quotation marks, and the words of a link to the same page.
fn words_of_its_own<'n>(pair: &Pair<'n, '_>, lang: Lang) -> Vec<&'n Word> {
    let others = pair.side(lang.other());
    let texts = pair.side(lang).iter();
    texts
        .flat_map(|text| {
            let passage = &text.passage;
            let titles = titles(passage, others);
            let inside =
                move |word: &&Word| titles.iter().any(|title| title.contains(&word.range.start));
            let words = passage.words.iter();
            let running = words.filter(|word| word.running && word.folded.len() > 1);
            running.filter(move |word| !inside(word))
        })
        .collect()
}

/// Whether accents alone tell the languages apart: Considerations, Considérations. One
/// that the French writes without them is another rule's business.
fn differs_by_accents(pair: &Pair<'_, '_>) -> bool {
    let accents = |lang| {
        pair.side(lang)
            .iter()
            .flat_map(|text| &text.passage.words)
            .filter(|word| word.running && word.accented)
            .count()
    };
    accents(Lang::Fr) > accents(Lang::En)
}

/// The node that a piece was written in.
fn node_of<'d>(piece: &PassagePiece<'d>) -> Option<&'d NodePath> {
    match piece.origin {
        Origin::Node { place, .. } => Some(place),
        Origin::Locale(_) => None,
    }
}

/// Whether both languages print one plain string, which is the same by right.
fn is_one_node(pair: &Pair<'_, '_>) -> bool {
    let Some((en, fr)) = pair.single() else {
        return false;
    };
    !en.passage.pieces.is_empty()
        && en.passage.pieces.len() == fr.passage.pieces.len()
        && en
            .passage
            .pieces
            .iter()
            .zip(&fr.passage.pieces)
            .all(|(en, fr)| node_of(en).is_some() && node_of(en) == node_of(fr))
}

/// The texts of a line that is put together of several: name, title, organization.
fn check_segments(comparison: &Comparison<'_, '_>, pair: &Pair<'_, '_>) -> Option<Diagnostic> {
    let (en, fr) = pair.single()?;
    let together = matches!(en.passage.role, Role::Field(_) | Role::Formula);
    if !together || en.passage.pieces.len() < 2 {
        return None;
    }
    for piece in &fr.passage.pieces {
        let Some(node) = node_of(piece) else {
            continue;
        };
        let (steps, counterpart) = (node.steps(), |other: &&PassagePiece<'_>| {
            node_of(other).is_some_and(|other| {
                other != node
                    && other.steps().split_last().map(|(_, rest)| rest)
                        == node.steps().split_last().map(|(_, rest)| rest)
            })
        });
        if steps.is_empty() {
            continue;
        }
        let Some(other) = en.passage.pieces.iter().find(counterpart) else {
            continue;
        };
        let plain = |text: &str| text.trim().to_lowercase();
        if plain(fr.passage.slice(&piece.range)) != plain(en.passage.slice(&other.range)) {
            continue;
        }
        let words: Vec<&Word> = fr
            .passage
            .words
            .iter()
            .filter(|word| piece.range.contains(&word.range.start))
            .collect();
        let Some(wrong) = language_told(&words, |_| true) else {
            continue;
        };
        let (en, fr) = (
            TextMark::part(en, &other.range),
            TextMark::part(fr, &piece.range),
        );
        return Some(same(comparison, wrong, &en, &fr).at_most(Severity::Warning));
    }
    None
}

fn same(
    comparison: &Comparison<'_, '_>,
    wrong: Lang,
    en: &TextMark<'_, '_>,
    fr: &TextMark<'_, '_>,
) -> Diagnostic {
    let wording = UNTRANSLATED.say("same", given!(lang = wrong, other = wrong.other()));
    comparison.finding(wording, en, fr).lang(wrong)
}

fn shared(en: &[&Word], fr: &[&Word]) -> usize {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for word in en {
        *counts.entry(&word.folded).or_default() += 1;
    }
    fr.iter()
        .filter(|word| match counts.get_mut(word.folded.as_str()) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        })
        .count()
}

/// The language of words, where it can be told.
fn of_language(words: &[&Word]) -> Option<Lang> {
    let evidence = Evidence::of(words);
    more(evidence.en, evidence.fr)
}

/// The language of which there is more.
fn more(en: usize, fr: usize) -> Option<Lang> {
    (en != fr).then_some(if en > fr { Lang::En } else { Lang::Fr })
}

/// Which side of a picture's description is in the wrong language, by the words that are
/// known in one alone: it is a phrase, and no name as a short text may be.
fn description(words: &[&Word]) -> Option<Lang> {
    let of = |lang: Lang| {
        let is_spelt = |word: &Word| match lang {
            Lang::En => word.case != Case::Upper && lexicon::looks_english(&word.folded),
            Lang::Fr => word.accented,
        };
        let tells = |word: &&&Word| is_of_one(&word.folded, lang) || is_spelt(word);
        let words = words.iter().filter(|word| !is_of_both(word));
        words.filter(tells).count()
    };
    more(of(Lang::En), of(Lang::Fr)).map(Lang::other)
}

/// Whether words are a phrase, with one in lower case that is not the same by right.
fn says_something(words: &[&Word]) -> bool {
    let says = |word: &&Word| word.case == Case::Lower && !is_of_both(word);
    words.len() >= 2 && words.iter().any(says)
}

/// Which side of a short text that is the same in both languages is in the wrong
/// one, where a word tells: many short texts are the same by right.
fn short_text(pair: &Pair<'_, '_>, words: &[&Word]) -> Option<Lang> {
    let heading = pair
        .first(Lang::En)
        .is_some_and(|text| text.passage.role == Role::Heading);
    let alone = words.len() == 1;
    let lower = words.iter().any(|word| word.case == Case::Lower);
    language_told(words, |word| {
        word.case == Case::Lower
            || (word.first && (alone || lower))
            || (heading && word.case == Case::Title)
    })
}

/// Whether a word is the same in both languages by right: a cognate, a unit, the letters
/// of a code.
fn is_of_both(word: &Word) -> bool {
    const CODE: usize = 4;
    let short = word.folded.chars().count() <= CODE;
    lexicon::is_cognate(&word.folded) || (word.case == Case::Upper && short)
}

/// Whether a word is known in one language, and not in the other.
fn is_of_one(word: &str, lang: Lang) -> bool {
    lexicon::belongs_to(word) == Some(lang)
        || (lexicon::known_word(word, lang) && !lexicon::known_word(word, lang.other()))
}

/// The language that equal words are wrong in, by those of them that tell one.
fn language_told(words: &[&Word], tells: impl Fn(&Word) -> bool) -> Option<Lang> {
    let telling: Vec<&&Word> = words
        .iter()
        .filter(|word| tells(word) && !is_of_both(word))
        .collect();
    let votes = |lang: Lang| {
        telling
            .iter()
            .filter(|word| {
                let word = &word.folded;
                // By itself a word must be known to the letter: Premium is no "premier".
                if words.len() == 1 {
                    return is_of_one(word, lang);
                }
                lexicon::belongs_to(word) == Some(lang)
                    || (!lexicon::concepts(word, lang).is_empty()
                        && lexicon::concepts(word, lang.other()).is_empty())
            })
            .count()
    };
    let spelt = telling
        .iter()
        .filter(|word| {
            word.case == Case::Lower
                && lexicon::looks_english(&word.folded)
                && lexicon::concepts(&word.folded, Lang::Fr).is_empty()
        })
        .count();
    let accented = telling
        .iter()
        .filter(|word| word.accented && word.case == Case::Lower)
        .count();
    let (en, fr) = (votes(Lang::En) + spelt, votes(Lang::Fr) + accented);
    more(en, fr).map(Lang::other)
}
