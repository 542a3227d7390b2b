//! What the rules that compare values have in common: how a difference is told.

use super::scope::Scope;
use crate::check::licences::says_scale;
use crate::check::pairing::matching::{Difference, Differences};
use crate::check::pairing::usage::Use;
use crate::check::pairing::{Comparison, TextMark};
use crate::check::values::{ValueSort, shares_unit};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::lang::Both;

crate::diagnostic::phrases! {
    VALUES = "values";
}

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

/// The findings of all differences of a sort; those that are not sure are warnings.
pub(super) fn tell(
    scope: &Scope<'_, '_>,
    sort: ValueSort,
    code: &'static Code,
    is_sure: impl Fn(&Difference<'_, '_>) -> bool,
    out: &mut Vec<Diagnostic>,
) {
    out.extend(of_sort(scope.differences(), sort).filter_map(|difference| {
        let finding = finding(scope.comparison, difference, code)?;
        Some(finding.unless_sure(is_sure(difference)))
    }));
}

/// The finding of a difference. A value that another text of the section makes up for is
/// a warning.
pub(super) fn finding(
    comparison: &Comparison<'_, '_>,
    difference: &Difference<'_, '_>,
    code: &'static Code,
) -> Option<Diagnostic> {
    // The rule of decimal marks tells these.
    if difference.is_same_form() && SORTS_WITH_MARKS.contains(&difference.sort) {
        return None;
    }
    let mut finding = match (difference.en, difference.fr) {
        (Some(en), Some(fr)) => two(comparison, code, &en, &fr),
        (Some(one), None) | (None, Some(one)) => lone(comparison, code, difference, &one)?,
        (None, None) => return None,
    };
    let uses = || [difference.en, difference.fr].into_iter().flatten();
    if let Some(fact) = uses().find_map(|usage| usage.said.facts.first()) {
        finding = finding.hint(VALUES.words("fact", given!(fact)));
    }
    if lacks_unit(difference) {
        // "680 millions" is money to most readers, and "680" is not, unless other money
        // is spoken of.
        let known = uses()
            .filter(|usage| usage.said.kind.sort() == ValueSort::Number)
            .any(|usage| says_scale(&usage) || stands_by_money(&usage));
        let most = if known {
            Severity::Note
        } else {
            Severity::Warning
        };
        finding = finding.at_most(most).hint(VALUES.words("unit", &[]));
    }
    if difference.moved {
        let moved = VALUES.words("moved", &[]);
        finding = finding.at_most(Severity::Warning).hint(moved);
    }
    Some(finding)
}

/// One value that stands for another.
fn two(
    comparison: &Comparison<'_, '_>,
    code: &'static Code,
    en: &Use<'_, '_>,
    fr: &Use<'_, '_>,
) -> Diagnostic {
    let later = comparison.later();
    let written = Both {
        en: en.written(),
        fr: fr.written(),
    };
    let wording = VALUES.say(
        code,
        "differ",
        given!(
            later,
            source = later.other(),
            new = written[later],
            old = written[later.other()],
            en = written.en,
            fr = written.fr
        ),
    );
    comparison.finding(wording, &en.mark(), &fr.mark())
}

/// A value, or several, that one language alone has.
fn lone(
    comparison: &Comparison<'_, '_>,
    code: &'static Code,
    difference: &Difference<'_, '_>,
    one: &Use<'_, '_>,
) -> Option<Diagnostic> {
    let has = one.text.passage.lang;
    let lacks = has.other();
    let there = TextMark::whole(comparison.pairs.get(difference.pair)?.first(lacks)?);
    let all = std::iter::once(one).chain(&difference.also);
    let all: Vec<&str> = all.map(Use::written).collect();
    let what = code.words("value", given!(count = all.len()));
    let wording = VALUES.say(
        code,
        "lacks",
        given!(
            has,
            lacks,
            what,
            count = all.len(),
            first = one.written(),
            all = all.join(", ")
        ),
    );
    Some(comparison.one_sided(wording, has, &one.mark(), &there))
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
