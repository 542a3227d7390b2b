//! French capitals that lack their accent: a closed list.

use super::scope::Report;
use crate::check::outline::ValuedText;
use crate::check::passage::{Case, ReadPassage, Word};
use crate::lang::Lang;
use crate::language::lexicon::{accented_capital, follows_capital_a, with_capital};

crate::diagnostic::codes! {
    UNACCENTED_CAPITAL = "T029", "unaccented-capital", Warning;
}

/// Letters from which on a word in capitals is no abbreviation: ILE.
const FEWEST_CAPITALS: usize = 5;

/// Checks the capitals of a French text.
pub(super) fn check(text: &ValuedText<'_>, report: &mut Report<'_>) {
    check_passage(&text.passage, report);
}

/// The same of a passage.
pub(super) fn check_passage(passage: &ReadPassage<'_>, report: &mut Report<'_>) {
    if passage.lang != Lang::Fr {
        return;
    }
    for (at, word) in passage.words.iter().enumerate() {
        if word.case == Case::Lower || !word.running {
            continue;
        }
        let written = passage.slice(&word.range);
        if !written.starts_with(['E', 'I', 'A', 'O']) {
            continue;
        }
        let wanted = match written {
            "A" => is_preposition(passage, at, word).then(|| "À".to_owned()),
            _ => accented_capital(&word.folded)
                .filter(|_| word.case == Case::Title || written.len() >= FEWEST_CAPITALS)
                .map(|right| like(word.case, right)),
        };
        if let Some(wanted) = wanted {
            let wording = UNACCENTED_CAPITAL.say("lacks", given!(written, wanted));
            report.at(passage, &word.range, wording);
        }
    }
}

/// Whether an A begins a sentence as the preposition: A compter du 1er mai.
fn is_preposition(passage: &ReadPassage<'_>, at: usize, word: &Word) -> bool {
    let Some(next) = passage.words.get(at + 1).filter(|_| word.first) else {
        return false;
    };
    let between = passage.text.get(word.range.end..next.range.start);
    let gap = between.is_some_and(|it| it.trim().is_empty() && !it.is_empty());
    gap && next.case == Case::Lower && next.running && follows_capital_a(&next.folded)
}

fn like(case: Case, right: &str) -> String {
    match case {
        Case::Upper => right.to_uppercase(),
        _ => with_capital(right),
    }
}
