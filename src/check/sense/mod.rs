//! What cannot be right in one language alone, whatever the other says: a day of the
//! week that is another, a number that is a name, a telephone number that is too short.

pub(super) mod numbers;
pub(super) mod telephones;
pub(super) mod weekdays;

use super::place::Finder;
use super::rule::Rule;
use crate::check::outline::ValuedText;
use crate::check::outline::parts::Outline;
use crate::check::passage::Role;
use crate::check::rules::dates::DATE_MISMATCH;
use crate::check::rules::numbers::NUMBER_MISMATCH;
use crate::check::sense::telephones::TELEPHONE_DIGITS;
use crate::check::sense::weekdays::WRONG_WEEKDAY;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::memo::Memo;
use crate::memo::fact::Date;
use crate::source::Span;

/// Whether a difference follows from what is wrong in one language alone: of dates from a
/// wrong day of the week, of figures from telephone numbers that lack the same digits in
/// both.
pub(super) fn explains(own: &[Diagnostic], difference: &Diagnostic) -> bool {
    let labels = difference.labels.iter().map(|label| &label.span);
    let mut places = difference.span.iter().chain(labels);
    if difference.code == &DATE_MISMATCH {
        let wrong = own.iter().filter(|finding| finding.code == &WRONG_WEEKDAY);
        return places.any(|place| {
            wrong
                .clone()
                .any(|finding| finding.span.as_ref() == Some(place))
        });
    }
    if difference.code != &NUMBER_MISMATCH {
        return false;
    }
    let numbers: Vec<(Option<Lang>, &Span)> = own
        .iter()
        .filter(|finding| finding.code == &TELEPHONE_DIGITS)
        .filter_map(|finding| Some((finding.lang, finding.span.as_ref()?)))
        .collect();
    // Another number in the other language stays a difference.
    let has_partner = |(lang, number): &(Option<Lang>, &Span)| {
        let same = |(other, partner): &(Option<Lang>, &Span)| {
            other != lang && digits(partner) == digits(number)
        };
        numbers.iter().any(same)
    };
    places.all(|place| {
        // What one language lacks is placed at all of its paragraph.
        let concerns = |number: &Span| number.holds(place) || place.holds(number);
        let mut concerned = numbers
            .iter()
            .filter(|(_, number)| concerns(number))
            .peekable();
        concerned.peek().is_some() && concerned.all(has_partner)
    })
}

/// The digits of a telephone number, without the long-distance 1.
fn digits(number: &Span) -> String {
    let digits: String = number.text().chars().filter(char::is_ascii_digit).collect();
    digits.strip_prefix('1').unwrap_or(&digits).to_owned()
}

/// Looks at one text.
type Check = fn(&Scope<'_>, &ValuedText<'_>, &mut Vec<Diagnostic>);

/// All rules, in the order in which they look at a text.
pub(super) static RULES: &[Rule<Check>] = &[
    Rule::new(weekdays::ALL, weekdays::check),
    Rule::new(numbers::ALL, numbers::check),
    Rule::new(telephones::ALL, telephones::check),
];

/// What rules know besides the text.
pub(super) struct Scope<'a> {
    finder: Finder<'a>,
    /// When the document was written.
    written: Option<Date>,
}

/// Runs all rules over a document; `memo` tells its date.
pub(super) fn check(
    outline: &Outline<'_>,
    memo: Option<&Memo>,
    finder: Finder<'_>,
) -> Vec<Diagnostic> {
    let written = memo.map(|memo| memo.date.value).or_else(|| {
        // A document made by hand has its date as text.
        Date::from_iso(&outline.document.date)
    });
    let scope = Scope { finder, written };
    let mut findings = Vec::new();
    for text in outline.texts() {
        if text.passage.role == Role::Code || text.passage.gap {
            continue;
        }
        for rule in RULES {
            (rule.check)(&scope, text, &mut findings);
        }
    }
    findings
}
