//! Dates and their parts, days of the week, fiscal years.

use super::scope::Scope;
use super::values::{finding, of_sort};
use crate::check::pairing::Comparison;
use crate::check::pairing::matching::Difference;
use crate::check::pairing::usage::Use;
use crate::check::values::ValueSort;
use crate::diagnostic::Diagnostic;
use crate::language::lexicon::{WordRole, fold, words_of};
use crate::language::read::Value;

crate::diagnostic::codes! {
    DATE_MISMATCH = "P036", "date-mismatch", Error;
}

/// Bytes of the words before the date of a page's last change at most.
const LABEL: usize = 40;

/// Finds dates that differ. A month or a day of the week that one language leaves
/// out, or says with more or less beside it, is a warning; and so
/// is the day on which the page of each language was changed.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, differences) = (scope.comparison, scope.differences());
    for difference in of_sort(differences, ValueSort::Date) {
        let finding = finding(comparison, difference, &DATE_MISMATCH);
        let sure = !is_partial(difference) && !is_change(comparison, difference);
        out.extend(finding.map(|finding| finding.unless_sure(sure)));
    }
}

/// Whether it is a month without a day, or a day of the week, on one side alone; or on
/// both, where one says the year. Two years behind a month are two dates.
fn is_partial(difference: &Difference<'_, '_>) -> bool {
    let partial = |value: &Value| match value {
        Value::Date { day, .. } => day.is_none(),
        _ => false,
    };
    let has_year = |value: &Value| matches!(value, Value::Date { year: Some(_), .. });
    match (difference.en, difference.fr) {
        (Some(en), Some(fr)) => {
            let (en, fr) = (&en.said.kind.value, &fr.said.kind.value);
            (partial(en) || partial(fr)) && !(has_year(en) && has_year(fr))
        }
        (Some(one), None) | (None, Some(one)) => {
            partial(&one.said.kind.value) || matches!(one.said.kind.value, Value::Weekday(_))
        }
        (None, None) => false,
    }
}

/// Whether both texts have nothing but the date, behind words that say that something was
/// changed, in the same text or in the one before.
fn is_change(comparison: &Comparison<'_, '_>, difference: &Difference<'_, '_>) -> bool {
    let before = difference.pair.checked_sub(1);
    let before = before.and_then(|at| comparison.pairs.get(at));
    let is_label = |usage: &Use<'_, '_>| {
        let passage = &usage.text.passage;
        let range = &usage.said.range;
        let (own, behind) = (&passage.text[..range.start], &passage.text[range.end..]);
        let label = if own.trim().is_empty() {
            let text = before.and_then(|pair| pair.first(passage.lang));
            text.map_or("", |text| text.passage.text.as_str())
        } else {
            own
        };
        let label = fold(label);
        let mut words = words_of(WordRole::Changed, passage.lang);
        label.len() <= LABEL
            && !behind.contains(char::is_alphanumeric)
            && words.any(|word| label.contains(word))
    };
    let uses = [difference.en, difference.fr];
    uses.iter().flatten().count() == 2 && uses.iter().flatten().all(is_label)
}
