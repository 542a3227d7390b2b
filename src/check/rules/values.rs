//! What the rules that compare values have in common: how a difference is told.

use crate::check::licences::says_scale;
use crate::check::pairing::matching::{Difference, Differences};
use crate::check::pairing::usage::Use;
use crate::check::pairing::{Comparison, TextMark, language};
use crate::check::values::{ValueSort, shares_unit};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::lang::Lang;

/// Values that have decimal marks and groups of digits.
pub(super) const SORTS_WITH_MARKS: [ValueSort; 3] =
    [ValueSort::Number, ValueSort::Amount, ValueSort::Percentage];

/// The differences of a sort.
pub(super) fn of_sort<'a, 'n, 'd>(
    differences: &'a Differences<'n, 'd>,
    sort: ValueSort,
) -> impl Iterator<Item = &'a Difference<'n, 'd>> {
    differences
        .values
        .iter()
        .filter(move |difference| difference.sort == sort)
}

/// The finding of a difference; `what` is the value's kind with its article: "a
/// date". A value that another text of the section makes up for is a warning.
pub(super) fn finding(
    comparison: &Comparison<'_, '_>,
    difference: &Difference<'_, '_>,
    code: &'static Code,
    what: &str,
) -> Option<Diagnostic> {
    let pair = comparison.pairs.get(difference.pair)?;
    // The rule of decimal marks tells these.
    if difference.is_same_form() && SORTS_WITH_MARKS.contains(&difference.sort) {
        return None;
    }
    let later = comparison.later();
    let finding = match (difference.en, difference.fr) {
        (Some(en), Some(fr)) => {
            let (old, new) = match later {
                Lang::Fr => (en.written(), fr.written()),
                Lang::En => (fr.written(), en.written()),
            };
            comparison
                .finding(
                    code,
                    &TextMark::part(en.text, &en.said.range),
                    &TextMark::part(fr.text, &fr.said.range),
                    format!(
                        "the {} has {new} where the {} has {old}",
                        language(later),
                        language(later.other())
                    ),
                    (
                        format!("the English has {}", en.written()),
                        format!("the French has {}", fr.written()),
                    ),
                )
                .hint(format!(
                    "write what {old} says, or mend the {}",
                    language(later.other())
                ))
        }
        (Some(one), None) | (None, Some(one)) => {
            let has = one.text.passage.lang;
            let mark = TextMark::part(one.text, &one.said.range);
            let other = TextMark::whole(pair.first(has.other())?);
            let (en, fr) = match has {
                Lang::En => (&mark, &other),
                Lang::Fr => (&other, &mark),
            };
            let label = format!("{} stands in the {}", one.written(), language(has));
            let none = format!("the {} says nothing of it", language(has.other()));
            let labels = match has {
                Lang::En => (label, none),
                Lang::Fr => (none, label),
            };
            let message = if difference.also.is_empty() {
                format!(
                    "the {} has {what}, {}, that the {} lacks",
                    language(has),
                    one.written(),
                    language(has.other())
                )
            } else {
                let all = std::iter::once(&one).chain(&difference.also);
                let all: Vec<&str> = all.map(Use::written).collect();
                format!(
                    "the {} has {} that the {} lacks: {}",
                    language(has),
                    several(what, all.len()),
                    language(has.other()),
                    all.join(", ")
                )
            };
            comparison
                .finding(code, en, fr, message, labels)
                .hint(format!(
                    "write {} in the {} too, or take {} out of the {}",
                    if difference.also.is_empty() {
                        "it"
                    } else {
                        "them"
                    },
                    language(has.other()),
                    if difference.also.is_empty() {
                        "it"
                    } else {
                        "them"
                    },
                    language(has)
                ))
        }
        (None, None) => return None,
    };
    let mut finding = with_fact_hint(finding, difference);
    if lacks_unit(difference) {
        // "680 millions" is money to most readers, and "680" is not, unless other money
        // is spoken of.
        let known = [difference.en, difference.fr]
            .into_iter()
            .flatten()
            .filter(|usage| usage.said.kind.sort() == ValueSort::Number)
            .any(|usage| says_scale(&usage) || stands_by_money(&usage));
        let most = if known {
            Severity::Note
        } else {
            Severity::Warning
        };
        finding.severity = finding.severity.min(most);
        finding.hints.push(
            "say the unit in both languages, where the reader cannot take it from before".into(),
        );
    }
    if difference.moved {
        finding.severity = finding.severity.min(Severity::Warning);
        finding
            .hints
            .push("another text of this section makes up for it: is it in the right place?".into());
    }
    Some(finding)
}

/// A kind of value with its article, in the plural: "a date", two of them: "2 dates"; a
/// file's names are names of files.
fn several(what: &str, count: usize) -> String {
    let bare = what.trim_start_matches("an ").trim_start_matches("a ");
    let plural = match bare {
        "e-mail address" => "e-mail addresses".to_owned(),
        "file's name" => "names of files".to_owned(),
        other => format!("{other}s"),
    };
    format!("{count} {plural}")
}

/// Whether the sentence of a bare number has an amount of money before it: "6 900 $ à 35
/// ans et 13 800 à 55 ans".
fn stands_by_money(usage: &Use<'_, '_>) -> bool {
    let passage = &usage.text.passage;
    usage.text.values.iter().any(|said| {
        let between = passage.text.get(said.range.end..usage.said.range.start);
        said.kind.sort() == ValueSort::Amount
            && between.is_some_and(|between| !between.contains(['.', '!', '?', '\n']))
    })
}

/// Whether one language says the same number without its unit, which the reader may
/// know from the words around.
fn lacks_unit(difference: &Difference<'_, '_>) -> bool {
    match (difference.en, difference.fr) {
        (Some(en), Some(fr)) => shares_unit(&en.said.kind, &fr.said.kind),
        _ => false,
    }
}

fn with_fact_hint(finding: Diagnostic, difference: &Difference<'_, '_>) -> Diagnostic {
    let fact = [difference.en, difference.fr]
        .into_iter()
        .flatten()
        .find_map(|usage| usage.said.facts.first());
    match fact {
        Some(fact) => finding.hint(format!("use the fact in both languages: `{{ ${fact} }}`")),
        None => finding,
    }
}

/// The same as a warning at most, where it is `soft`.
pub(super) fn soften(mut finding: Diagnostic, soft: bool) -> Diagnostic {
    if soft {
        finding.severity = finding.severity.min(Severity::Warning);
    }
    finding
}
