//! Documents that are much longer or shorter than their translations.

use super::scope::Scope;
use crate::check::outline::ValuedText;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;

crate::diagnostic::codes! {
    DOCUMENT_LENGTH_MISMATCH = "P082", "document-length-mismatch", Warning;
}

/// English characters from which on the length of a document says something: in the
/// test corpus shorter ones came to 138 French characters for a hundred.
const LONG: usize = 1000;

/// The bounds of French characters for a hundred English ones: from the house style,
/// §2. The documents of the test corpus that are long enough have 115 to 130, 121 in
/// the middle, with a standard deviation of 4.
const BOUNDS: std::ops::RangeInclusive<usize> = 105..=135;

/// Finds a document whose sections together are much longer or shorter than the
/// other's. Only what has a partner counts: what is missing is told by other rules.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let comparison = scope.comparison;
    let pairs = comparison.pairs.iter().enumerate();
    let pairs: Vec<_> = pairs
        .filter(|(at, pair)| pair.section != 0 && !scope.unread().contains(at))
        .map(|(_, pair)| pair)
        .collect();
    let length = |lang| {
        let texts = pairs.iter().flat_map(|pair| pair.side(lang));
        texts
            .map(|text: &&ValuedText<'_>| text.passage.text.trim().chars().count())
            .sum::<usize>()
    };
    let (en, fr) = (length(Lang::En), length(Lang::Fr));
    if en < LONG || BOUNDS.contains(&(fr * 100 / en)) {
        return;
    }
    let mut all = comparison.pairs.iter();
    let Some([left, right]) = all.find_map(|pair| pair.wholes()) else {
        return;
    };
    let how = if fr * 100 > BOUNDS.end() * en {
        "long"
    } else {
        "short"
    };
    let wording = DOCUMENT_LENGTH_MISMATCH.say("length", given!(how, en, fr));
    out.push(comparison.finding(wording, &left, &right));
}
