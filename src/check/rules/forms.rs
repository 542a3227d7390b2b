//! What is said in both languages, and set in two forms: items and paragraphs, lists in
//! lists and beside each other, one paragraph and two.

use super::blocks::{BLOCK_KIND_MISMATCH, PARAGRAPH_SPLIT, place_of};
use crate::check::outline::units::{ContentUnit, UnitForm};
use crate::check::outline::{Kind, OutlineNode};
use crate::check::pairing::stretch::Reshaped;
use crate::check::pairing::{Comparison, language};

use crate::diagnostic::{Code, Diagnostic};
use crate::lang::Lang;

/// The one finding of units that stand together.
pub(super) fn reshaped(
    comparison: &Comparison<'_, '_>,
    groups: &[Reshaped<'_, '_>],
) -> Option<Diagnostic> {
    let (code, message) = said_otherwise(comparison, groups)?;
    let later = comparison.later();
    let first = groups.first()?;
    let place = place_of(comparison, side(first, later).first()?.whole());
    let partner = side(first, later.other()).first()?;
    let mut finding = Diagnostic::new(code, place, message).lang(later);
    if let Some(span) = place_of(comparison, partner.whole()) {
        let name = partner.form().name();
        finding = finding.label(span, format!("{name} in the {}", language(later.other())));
    }
    Some(finding.hint(if code.id == PARAGRAPH_SPLIT.id {
        "break both in the same place, or neither"
    } else {
        "give both languages the same structure"
    }))
}

/// What differs, as a phrase, and the rule that tells it.
pub(super) fn said_otherwise(
    comparison: &Comparison<'_, '_>,
    groups: &[Reshaped<'_, '_>],
) -> Option<(&'static Code, String)> {
    let first = groups.first()?;
    let all = |lang: Lang| -> Vec<&ContentUnit<'_, '_>> {
        groups.iter().flat_map(|group| side(group, lang)).collect()
    };
    let (en, fr) = (all(Lang::En), all(Lang::Fr));
    let later = comparison.later();
    let (here, there) = match later {
        Lang::En => (&en, &fr),
        Lang::Fr => (&fr, &en),
    };
    if let (Some(a), Some(b)) = (same_form(&en), same_form(&fr)) {
        match (a, b) {
            (UnitForm::Item(depth), UnitForm::Item(other)) if depth != other => {
                let deeper = if depth > other { Lang::En } else { Lang::Fr };
                let what = match en.len().max(fr.len()) {
                    1 => "an item is".to_owned(),
                    count => format!("{count} items are"),
                };
                return Some((
                    &BLOCK_KIND_MISMATCH,
                    format!(
                        "{what} nested in {}, beside the others in {}",
                        language(deeper),
                        language(deeper.other())
                    ),
                ));
            }
            (a, b) if a == b && en.len() != fr.len() => {
                let (one, more) = if en.len() < fr.len() {
                    (&en, &fr)
                } else {
                    (&fr, &en)
                };
                let whole = if en.len() < fr.len() {
                    Lang::En
                } else {
                    Lang::Fr
                };
                return Some((&PARAGRAPH_SPLIT, split(a, (one.len(), more.len()), whole)));
            }
            _ => {}
        }
    }
    if let Some((whole, node)) = first.divided {
        return Some((
            &PARAGRAPH_SPLIT,
            format!(
                "{} in {} is divided in {}",
                node.kind.name(),
                language(whole),
                language(whole.other())
            ),
        ));
    }
    Some((
        &BLOCK_KIND_MISMATCH,
        format!(
            "{} in {} where the {} has {}",
            described(here),
            language(later),
            language(later.other()),
            described(there)
        ),
    ))
}

fn side<'a, 'n, 'd>(group: &'a Reshaped<'n, 'd>, lang: Lang) -> &'a [ContentUnit<'n, 'd>] {
    match lang {
        Lang::En => &group.en,
        Lang::Fr => &group.fr,
    }
}

fn split(form: UnitForm, (one, more): (usize, usize), whole: Lang) -> String {
    let singular = form
        .name()
        .trim_start_matches("a ")
        .trim_start_matches("an ");
    let one = match one {
        1 => format!("one {singular} in {} is", language(whole)),
        count => format!(
            "{} {} in {} are",
            written(count),
            form.plural(),
            language(whole)
        ),
    };
    format!("{one} {} in {}", written(more), language(whole.other()))
}

fn written(count: usize) -> String {
    const WORDS: [&str; 8] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    let word = count.checked_sub(2).and_then(|at| WORDS.get(at));
    word.map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// The form of all units, where it is one.
fn same_form(units: &[&ContentUnit<'_, '_>]) -> Option<UnitForm> {
    let form = units.first()?.form();
    units.iter().all(|unit| unit.form() == form).then_some(form)
}

/// What a reader calls the units: the block that is made of them, or so many of a form.
fn described(units: &[&ContentUnit<'_, '_>]) -> String {
    let form = same_form(units);
    match (units, form) {
        ([only], _) => only.form().name().to_owned(),
        (_, Some(form @ (UnitForm::Plain(_) | UnitForm::InItem(_)))) => {
            format!("{} {}", written(units.len()), form.plural())
        }
        _ => match block_of(units) {
            Some(block) => block.kind.name().to_owned(),
            None => {
                let plural = form.map_or("blocks", UnitForm::plural);
                format!("{} {plural}", written(units.len()))
            }
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
        Kind::Item(_) => None,
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
