//! Numbers written as the other language writes them.

use super::untranslated::Foreign;
use super::values::SORTS_WITH_MARKS;
use crate::check::compare::{Comparison, language};
use crate::check::matching::Differences;
use crate::check::outline::Text;
use crate::check::values::{Said, Sort};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::codes::parity::DECIMAL_MARK;
use crate::lang::Lang;
use crate::locale::lexicon;

/// Finds decimal points in French and decimal commas in English.
pub(super) fn check(
    comparison: &Comparison<'_, '_>,
    differences: &Differences<'_, '_>,
    foreign: &Foreign,
    out: &mut Vec<Diagnostic>,
) {
    for difference in differences
        .values
        .iter()
        .filter(|it| it.is_same_form() && SORTS_WITH_MARKS.contains(&it.sort))
    {
        if let Some(usage) = difference.fr {
            out.push(finding(comparison, usage.text, usage.said));
        }
    }
    for (pair_at, pair) in comparison.pairs.iter().enumerate() {
        if foreign.contains(&pair_at) {
            continue;
        }
        for lang in Lang::ALL {
            for text in pair.side(lang) {
                for said in text.values.iter().filter(|said| said.foreign_mark) {
                    let differs = differences.values.iter().any(|difference| {
                        difference.pair == pair_at
                            && [difference.en, difference.fr]
                                .into_iter()
                                .flatten()
                                .any(|usage| std::ptr::eq(usage.said, said))
                    });
                    // A value that differs is told already.
                    let same_form = pair
                        .side(lang.other())
                        .iter()
                        .any(|other| has_form(other, text, said));
                    if !differs && said.facts.is_empty() && is_number(text, said, same_form) {
                        out.push(finding(comparison, text, said));
                    }
                }
            }
        }
    }
}

/// Whether the other language writes the number with the same characters.
fn has_form(other: &Text<'_>, text: &Text<'_>, said: &Said) -> bool {
    let written = text.leaf.slice(&said.range);
    other
        .values
        .iter()
        .any(|value| other.leaf.slice(&value.range) == written)
}

/// Whether it is a number that takes a decimal mark, and not a version or the
/// number of a section.
fn is_number(text: &Text<'_>, said: &Said, same_form: bool) -> bool {
    if matches!(said.kind.sort(), Sort::Amount | Sort::Percentage) {
        return true;
    }
    let before = text
        .leaf
        .words
        .iter()
        .rev()
        .find(|word| word.range.end <= said.range.start);
    // "WCAG 2.0", "version 2.1", "article 4.2" stand the same in both languages.
    let named = before.is_some_and(|word| {
        let between = word.range.end..said.range.start;
        text.leaf.slice(&between).trim().is_empty()
            && (word.case != super::super::leaf::Case::Lower
                || lexicon::numbers_a_part(&word.folded))
    });
    !(same_form && named)
}

fn finding(comparison: &Comparison<'_, '_>, text: &Text<'_>, said: &Said) -> Diagnostic {
    let leaf = &text.leaf;
    Diagnostic::new(
        &DECIMAL_MARK,
        comparison.finder.of_range(leaf, &said.range),
        format!(
            "{} is written as the {} writes numbers",
            leaf.slice(&said.range),
            language(leaf.lang.other())
        ),
    )
    .lang(leaf.lang)
    .hint(leaf_hint(leaf.lang))
}

fn leaf_hint(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "English has a decimal point and groups digits with commas: 1,234.5",
        Lang::Fr => "French has a decimal comma and groups digits with spaces: 1 234,5",
    }
}
