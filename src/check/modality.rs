//! Words that deny, oblige or allow, which the two rules about them share. Languages
//! say so in many ways, so the rules are off until they are switched on.

use crate::check::exceptions::is_switched_on;
use crate::check::outline::Text;
use crate::check::pairing::{Comparison, Mark, Pair, language};
use crate::check::passage::{Case, Word};
use crate::check::values::Sort;
use crate::diagnostic::{Code, Diagnostic};
use crate::lang::Lang;
use crate::language::lexicon::{Stance, may_take, takes_surely};
use std::collections::BTreeSet;
use std::ops::Range;

/// Finds texts that surely take a stance where nothing in their translations may take
/// it, but for pairs in the wrong language.
pub(in crate::check) fn compare_stance(
    comparison: &Comparison<'_, '_>,
    foreign: &BTreeSet<usize>,
    stance: Stance,
    (code, what): (&'static Code, &str),
    out: &mut Vec<Diagnostic>,
) {
    if !is_switched_on(comparison.settings, code) {
        return;
    }
    let pairs = comparison.pairs.iter().enumerate();
    for (_, pair) in pairs.filter(|(at, _)| !foreign.contains(at)) {
        for lang in Lang::ALL {
            out.extend(compare(comparison, pair, lang, (stance, code, what)));
        }
    }
}

fn compare(
    comparison: &Comparison<'_, '_>,
    pair: &Pair<'_, '_>,
    has: Lang,
    (stance, code, what): (Stance, &'static Code, &str),
) -> Option<Diagnostic> {
    let lacks = has.other();
    let may_take = |text: &&Text<'_>| may_take(&folded(&words(text)), stance, lacks);
    if pair.side(lacks).iter().any(may_take) {
        return None;
    }
    let (text, word) = pair.side(has).iter().find_map(|text| {
        let words = words(text);
        let at = takes_surely(&folded(&words), stance, has)?;
        Some((*text, *words.get(at)?))
    })?;
    let mark = Mark::part(text, &word.range);
    let other = Mark::whole(pair.first(lacks)?);
    let written = text.passage.slice(&word.range);
    let (en, fr) = match has {
        Lang::En => (&mark, &other),
        Lang::Fr => (&other, &mark),
    };
    let label = |lang: Lang| match lang == has {
        true => format!("the {} has “{written}”", language(lang)),
        false => format!("the {}", language(lang)),
    };
    let message = format!(
        "the {} has {what}, “{written}”, that the {} does not seem to have",
        language(has),
        language(lacks)
    );
    let labels = (label(Lang::En), label(Lang::Fr));
    Some(
        comparison
            .finding(code, en, fr, message, labels)
            .hint("read both; if they say the same in other words, silence this with a reason"),
    )
}

/// The words of running text, but for dates and months: "May".
fn words<'t>(text: &'t Text<'_>) -> Vec<&'t Word> {
    let dates: Vec<&Range<usize>> = text
        .values
        .iter()
        .filter(|said| said.kind.sort() == Sort::Date)
        .map(|said| &said.range)
        .collect();
    let running = text.passage.words.iter().filter(|word| word.running);
    running
        .filter(|word| word.case == Case::Lower || word.folded != "may")
        .filter(|word| !dates.iter().any(|date| date.contains(&word.range.start)))
        .collect()
}

fn folded<'t>(words: &[&'t Word]) -> Vec<&'t str> {
    words.iter().map(|word| word.folded.as_str()).collect()
}
