//! What is said in both languages, and set in two forms: items and paragraphs, lists in
//! lists and beside each other, one paragraph and two.

use super::blocks::{BLOCK_KIND_MISMATCH, PARAGRAPH_SPLIT, SHAPES, place_of};
use crate::check::outline::units::{ContentUnit, UnitForm};
use crate::check::outline::{Kind, OutlineNode};
use crate::check::pairing::Comparison;
use crate::check::pairing::stretch::Reshaped;
use crate::diagnostic::{Diagnostic, Wording};
use crate::lang::Lang;

/// The one finding of units that stand together.
pub(super) fn reshaped(
    comparison: &Comparison<'_, '_>,
    groups: &[Reshaped<'_, '_>],
) -> Option<Diagnostic> {
    let wording = said_otherwise(comparison, groups)?;
    let later = comparison.later();
    let first = groups.first()?;
    let place = place_of(comparison, side(first, later).first()?.whole());
    let partner = side(first, later.other()).first()?;
    let finding = Diagnostic::told(place, wording).lang(later);
    let Some(span) = place_of(comparison, partner.whole()) else {
        return Some(finding);
    };
    let form = partner.form().name();
    let there = SHAPES.words("there", given!(form, lang = later.other()));
    Some(finding.label(span, there))
}

/// What differs, as the rule says it that tells it.
pub(super) fn said_otherwise(
    comparison: &Comparison<'_, '_>,
    groups: &[Reshaped<'_, '_>],
) -> Option<Wording> {
    let first = groups.first()?;
    let all = |lang: Lang| -> Vec<&ContentUnit<'_, '_>> {
        groups.iter().flat_map(|group| side(group, lang)).collect()
    };
    let (en, fr) = (all(Lang::En), all(Lang::Fr));
    let later = comparison.later();
    let (here, there) = later.choose((&en, &fr), (&fr, &en));
    match (same_form(&en), same_form(&fr)) {
        (Some(UnitForm::Item(depth)), Some(UnitForm::Item(other))) if depth != other => {
            let deeper = if depth > other { Lang::En } else { Lang::Fr };
            let count = en.len().max(fr.len());
            return Some(
                BLOCK_KIND_MISMATCH.say("nested", given!(count, deeper, other = deeper.other())),
            );
        }
        (Some(form), Some(other)) if form == other && en.len() != fr.len() => {
            let counts = (en.len().min(fr.len()), en.len().max(fr.len()));
            let whole = if en.len() < fr.len() {
                Lang::En
            } else {
                Lang::Fr
            };
            return Some(split(form, counts, whole));
        }
        _ => {}
    }
    if let Some((whole, node)) = first.divided {
        let what = SHAPES.words("one", given!(form = node.kind.name()));
        return Some(PARAGRAPH_SPLIT.say("divided", given!(what, whole, parted = whole.other())));
    }
    Some(in_form(later, described(here), described(there)))
}

/// That something has a form here and another one there.
pub(super) fn in_form(later: Lang, here: String, there: String) -> Wording {
    BLOCK_KIND_MISMATCH.say("form", given!(here, later, source = later.other(), there))
}

fn side<'a, 'n, 'd>(group: &'a Reshaped<'n, 'd>, lang: Lang) -> &'a [ContentUnit<'n, 'd>] {
    lang.choose(&group.en, &group.fr)
}

fn split(form: UnitForm, (one, more): (usize, usize), whole: Lang) -> Wording {
    let (form, parted) = (form.name(), whole.other());
    let more = SHAPES.words("number", given!(count = more));
    match one {
        1 => {
            let what = SHAPES.words("bare", given!(form));
            PARAGRAPH_SPLIT.say("one", given!(what, whole, more, parted))
        }
        count => {
            let what = SHAPES.words("so-many", given!(count, form));
            PARAGRAPH_SPLIT.say("several", given!(what, whole, more, parted))
        }
    }
}

/// The form of all units, where it is one.
fn same_form(units: &[&ContentUnit<'_, '_>]) -> Option<UnitForm> {
    let form = units.first()?.form();
    units.iter().all(|unit| unit.form() == form).then_some(form)
}

/// What a reader calls the units: the block that is made of them, or so many of a form.
fn described(units: &[&ContentUnit<'_, '_>]) -> String {
    let one = |form: &str| SHAPES.words("one", given!(form));
    let several = |form: &str| SHAPES.words("so-many", given!(count = units.len(), form));
    let form = same_form(units);
    match (units, form) {
        ([only], _) => one(only.form().name()),
        (_, Some(form @ (UnitForm::Plain(_) | UnitForm::InItem(_)))) => several(form.name()),
        _ => match block_of(units) {
            Some(block) => one(block.kind.name()),
            None => several(form.map_or("blocks", UnitForm::name)),
        },
    }
}

/// The list, quotation or table that begins with the first unit and ends with the last.
fn block_of<'n, 'd>(units: &[&ContentUnit<'n, 'd>]) -> Option<&'n OutlineNode<'d>> {
    let (first, last) = (units.first()?, units.last()?);
    let shared = first.shared_with(last);
    let block = first.path.get(..shared)?.iter().find(|node| {
        let mut inner = Vec::new();
        ends(node, &mut inner);
        let at = |place: Option<&&OutlineNode<'_>>, unit: &ContentUnit<'_, '_>| {
            place.is_some_and(|node| std::ptr::eq(*node, unit.node))
        };
        at(inner.first(), first) && at(inner.last(), last)
    })?;
    match block.kind {
        Kind::Item(_) | Kind::Definition => None,
        _ => Some(block),
    }
}

/// The units of a node.
fn ends<'n, 'd>(node: &'n OutlineNode<'d>, into: &mut Vec<&'n OutlineNode<'d>>) {
    if node.is_unit() {
        into.push(node);
    } else {
        for child in &node.children {
            ends(child, into);
        }
    }
}
