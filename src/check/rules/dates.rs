//! Dates and their parts, days of the week, fiscal years.

use super::scope::Scope;
use super::values::tell;
use crate::check::pairing::matching::Difference;
use crate::check::values::ValueSort;
use crate::diagnostic::Diagnostic;
use crate::language::read::Value;

crate::diagnostic::codes! {
    DATE_MISMATCH = "P036", "date-mismatch", Error;
}

/// Finds dates that differ. A month or a day of the week that one language leaves
/// out, or says with more or less beside it, is a warning.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let is_sure = |difference: &Difference<'_, '_>| !is_partial(difference);
    tell(scope, ValueSort::Date, &DATE_MISMATCH, is_sure, out);
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
