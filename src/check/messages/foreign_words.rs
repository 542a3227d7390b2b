//! Words of the other language in a text, and short texts that have no others.

use crate::check::outline::ValuedText;
use crate::check::pairing::{Comparison, Pair, TextMark};
use crate::check::passage::{Case, Word};
use crate::check::rules::untranslated::UNTRANSLATED;
use crate::check::rules::wrong_language::WRONG_LANGUAGE;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::language::lexicon::{belongs_to, is_cognate, known_word, looks_english};

/// Words of a text that are enough for the rule of memos.
const LONG: usize = 6;

/// Words from which on a short text tells its language.
const SHORT: usize = 3;

pub(super) fn check(comparison: &Comparison<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in &comparison.pairs {
        for lang in Lang::ALL {
            for text in pair.side(lang) {
                let found = is_other(text, lang).then(|| whole_finding(comparison, text));
                let found = found.filter(|found| !is_told(found, out));
                // Of what French has, English borrows more than the list of words knows.
                let borrowed = || (lang == Lang::Fr).then(|| word(comparison, pair, text, lang))?;
                out.extend(found.or_else(borrowed));
            }
        }
    }
}

/// Whether a text that is the same in both languages was told already.
fn is_told(found: &Diagnostic, findings: &[Diagnostic]) -> bool {
    let codes = [&UNTRANSLATED, &WRONG_LANGUAGE];
    let mut told = findings.iter().filter(|it| codes.contains(&it.code));
    told.any(|told| {
        let labels = told.labels.iter().map(|label| &label.span);
        told.span
            .iter()
            .chain(labels)
            .any(|span| Some(span) == found.span.as_ref())
    })
}

fn running<'n>(text: &'n ValuedText<'_>) -> impl Iterator<Item = &'n Word> {
    let words = text.passage.words.iter();
    words.filter(|word| word.running && (word.case == Case::Lower || word.first))
}

/// Whether a short text has words of the other language alone.
fn is_other(text: &ValuedText<'_>, lang: Lang) -> bool {
    let words: Vec<&Word> = running(text).collect();
    let of = |lang| {
        let own = |word: &&&Word| belongs_to(&word.folded) == Some(lang);
        words.iter().filter(own).count()
    };
    let known = words.iter().any(|word| known_word(&word.folded, lang));
    (SHORT..LONG).contains(&words.len()) && of(lang) == 0 && of(lang.other()) >= 2 && !known
}

fn whole_finding(comparison: &Comparison<'_, '_>, text: &ValuedText<'_>) -> Diagnostic {
    let lang = text.passage.lang;
    let wording = WRONG_LANGUAGE.say(
        "text",
        &[("lang", &lang), ("what", &"text"), ("other", &lang.other())],
    );
    let place = comparison.place(&TextMark::whole(text));
    Diagnostic::told(place, wording)
        .lang(lang)
        .at_most(Severity::Warning)
}

/// A word in small letters that both texts have and one language only.
fn word(
    comparison: &Comparison<'_, '_>,
    pair: &Pair<'_, '_>,
    text: &ValuedText<'_>,
    lang: Lang,
) -> Option<Diagnostic> {
    let other = lang.other();
    let shared = |word: &Word| {
        let words = pair.side(other).iter().flat_map(|text| &text.passage.words);
        words.into_iter().any(|it| it.folded == word.folded)
    };
    let is_foreign = |word: &&Word| {
        let folded = word.folded.as_str();
        // French has cookies and hackers; what the list has in English alone it has not.
        let known = known_word(folded, other) && looks_english(folded);
        let tells = belongs_to(folded) == Some(other) || known;
        word.case == Case::Lower
            && !word.accented
            && tells
            && belongs_to(folded) != Some(lang)
            && !known_word(folded, lang)
            && !is_cognate(folded)
            && shared(word)
    };
    // Where all of it is the same, the rule of texts that were not translated says so.
    let words: Vec<&Word> = running(text).collect();
    let found: Vec<&Word> = words.iter().copied().filter(is_foreign).collect();
    let [word] = found.as_slice() else {
        return None;
    };
    if words.len() < SHORT {
        return None;
    }
    let written = text.passage.slice(&word.range);
    let wording = UNTRANSLATED.say(
        "word",
        &[("written", &written), ("other", &other), ("lang", &lang)],
    );
    let place = comparison.place(&TextMark::part(text, &word.range));
    // On public files most such words are names, or borrowed.
    Some(
        Diagnostic::told(place, wording)
            .lang(lang)
            .at_most(Severity::Note),
    )
}
