//! Numbers written as the other language writes them.

use super::scope::Scope;
use super::values::SORTS_WITH_MARKS;
use crate::check::outline::{Kind, OutlineNode, ValuedText};
use crate::check::pairing::Comparison;
use crate::check::passage::{Case, Role};
use crate::check::values::{Said, ValueSort};
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::language::lexicon::{self, WordRole};
use std::cell::LazyCell;
use std::collections::BTreeSet;

crate::diagnostic::codes! {
    DECIMAL_MARK = "P035", "decimal-mark", Error;
}

/// Among how many words before a number one says that it names an entry.
const NEAR: usize = 3;

/// Finds decimal points in French and decimal commas in English.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, differences) = (scope.comparison, scope.differences());
    for difference in differences
        .values
        .iter()
        .filter(|it| it.is_same_form() && SORTS_WITH_MARKS.contains(&it.sort))
    {
        if let Some(usage) = difference.fr {
            out.push(finding(comparison, usage.text, usage.said));
        }
    }
    let entries = entries(comparison);
    let is_told = |said: &Said| {
        differences.values.iter().any(|difference| {
            let uses = [difference.en, difference.fr];
            let mut uses = uses.iter().flatten().chain(&difference.also);
            uses.any(|usage| std::ptr::eq(usage.said, said))
        })
    };
    let data = LazyCell::new(|| data(comparison));
    for (_, pair) in scope.own_pairs() {
        for text in Lang::ALL.into_iter().flat_map(|lang| pair.side(lang)) {
            let others = pair.side(text.passage.lang.other()).iter();
            for said in text.values.iter().filter(|said| said.foreign_mark) {
                let same_form = others.clone().any(|other| has_form(other, text, said));
                let known = same_form && entries.contains(text.passage.slice(&said.range));
                let free = said.facts.is_empty() && !known && !is_told(said);
                let is_data = || data.contains(&std::ptr::from_ref(*text));
                if free && is_number(text, said, same_form) && !is_data() {
                    let found = finding(comparison, text, said);
                    out.push(found.unless_sure(is_quantity(text, said)));
                }
            }
        }
    }
}

/// The cells of tables that show data as a file has them, for programs to read: most of
/// their columns are headed by a computer's names, such as `sample_id` and
/// `decimalLatitude`, or two are, and no head has a blank.
fn data<'n, 'd>(comparison: &Comparison<'n, 'd>) -> BTreeSet<*const ValuedText<'d>> {
    let outlines = [comparison.en, comparison.fr];
    let mut open: Vec<&OutlineNode<'_>> = outlines
        .iter()
        .flat_map(|outline| outline.parts.iter().flat_map(|part| &part.nodes))
        .collect();
    let mut cells = BTreeSet::new();
    while let Some(node) = open.pop() {
        open.extend(&node.children);
        let head = node
            .children
            .iter()
            .find(|row| matches!(row.kind, Kind::Row(true)));
        if let (Kind::Table(columns), Some(head)) = (node.kind, head) {
            let mut heads = Vec::new();
            head.texts(&mut heads);
            let heads = heads.iter().map(|head| head.passage.text.trim());
            let named = heads.clone().filter(|head| is_computer_name(head)).count();
            let words = heads.clone().any(|head| head.contains(char::is_whitespace));
            if named * 2 > columns || named >= 2 && !words {
                let mut texts = Vec::new();
                node.texts(&mut texts);
                cells.extend(texts.into_iter().map(std::ptr::from_ref));
            }
        }
    }
    cells
}

fn is_computer_name(text: &str) -> bool {
    let text = text.trim();
    let mut letters = text.chars().zip(text.chars().skip(1));
    let tied = |(one, next): (char, char)| one.is_lowercase() && next.is_uppercase() || one == '_';
    !text.contains(char::is_whitespace) && letters.any(tied)
}

/// The numbers that head sections, items or rows somewhere in the documents: where they
/// stand in a sentence, they refer to those.
fn entries<'n>(comparison: &Comparison<'n, '_>) -> BTreeSet<&'n str> {
    let mut entries = BTreeSet::new();
    for pair in &comparison.pairs {
        for text in Lang::ALL.into_iter().flat_map(|lang| pair.side(lang)) {
            let marked = text.values.iter().filter(|said| said.foreign_mark);
            let named = marked.filter(|said| is_label(text, said) || is_row_head(text, said));
            entries.extend(named.map(|said| text.passage.slice(&said.range)));
        }
    }
    entries
}

/// Whether the other language writes the number with the same characters.
fn has_form(other: &ValuedText<'_>, text: &ValuedText<'_>, said: &Said) -> bool {
    let written = text.passage.slice(&said.range);
    other
        .values
        .iter()
        .any(|value| other.passage.slice(&value.range) == written)
}

/// Whether it is a number that takes a decimal mark, and not a version or the
/// number of a section.
fn is_number(text: &ValuedText<'_>, said: &Said, same_form: bool) -> bool {
    if matches!(said.kind.sort(), ValueSort::Amount | ValueSort::Percentage) {
        return true;
    }
    let is_name = is_named(text, said)
        || is_label(text, said)
        || is_row_head(text, said)
        || is_point(text, said)
        || is_entry(text, said);
    !is_in_name(text, said) && !(same_form && (is_name || is_reference(text, said)))
}

/// Whether a number surely counts or measures, and is no name of a version or a figure: its
/// digits are grouped, it is alone in a cell, or what it counts stands behind it.
fn is_quantity(text: &ValuedText<'_>, said: &Said) -> bool {
    let passage = &text.passage;
    let written = passage.slice(&said.range).trim();
    let after = passage.text.get(said.range.end..).unwrap_or_default();
    let is_tie = |c: char| c.is_alphabetic() || matches!(c, '°' | '%' | '$');
    // 0.5m measures; 0.03x0.02 is the name of a grid, and 1.25rem a value of a style sheet:
    // symbols of units have two letters at most, but for those that are known.
    let rest = after.trim_start_matches(is_tie);
    let tie = after.strip_suffix(rest).unwrap_or_default();
    let tied =
        (1..=2).contains(&tie.chars().count()) && !rest.starts_with(|c: char| c.is_ascii_digit());
    let unit: &str = after
        .trim_start()
        .split(|c: char| c.is_whitespace() || c == ',')
        .next()
        .unwrap_or_default();
    let next = passage
        .words
        .iter()
        .find(|word| word.range.start >= said.range.end);
    let counted = next.is_some_and(|word| {
        let between = passage.slice(&(said.range.end..word.range.start));
        word.case == Case::Lower
            && between.trim().is_empty()
            && !lexicon::is_function_word(&word.folded)
            && is_plural(&word.folded)
    });
    written.contains(',')
        || matches!(said.kind.sort(), ValueSort::Amount | ValueSort::Percentage)
        || text.passage.role.is_cell() && written == passage.text.trim()
        || said.kind.length.is_some()
        || tied
        || lexicon::UNIT_SYMBOLS.has(unit)
        || counted
}

/// Whether a folded word may be a plural.
fn is_plural(folded: &str) -> bool {
    folded.ends_with(['s', 'x']) || folded.starts_with("milli")
}

/// Whether it stands in a name without spaces that has an underscore: AGL-1.5m_RLat.nc.
fn is_in_name(text: &ValuedText<'_>, said: &Said) -> bool {
    let (before, after) = text.passage.around(&said.range);
    let head = before.rsplit(char::is_whitespace).next();
    let tail = after.split(char::is_whitespace).next();
    let mut parts = [head, tail].into_iter().flatten();
    parts.any(|part| part.contains('_'))
}

/// Whether two numbers in brackets are a place in a drawing: (0,0).
fn is_point(text: &ValuedText<'_>, said: &Said) -> bool {
    let passage = &text.passage;
    let (before, after) = passage.around(&said.range);
    passage.lang == Lang::En
        && passage.slice(&said.range).contains(',')
        && before.ends_with('(')
        && after.starts_with(')')
}

/// Whether it is the number of something in a register: 1974.77, whose year no one
/// groups; "No. 12.4", "numéro d'inventaire 12.4".
fn is_entry(text: &ValuedText<'_>, said: &Said) -> bool {
    let passage = &text.passage;
    let written = passage.slice(&said.range).trim();
    let (before, after) = passage.around(&said.range);
    let is_counting =
        |rest: &str| rest.starts_with(|c: char| c.is_lowercase() || matches!(c, '$' | '%' | '°'));
    let Some((whole, _)) = written.split_once('.') else {
        return false;
    };
    let ungrouped = whole.len() >= 4 && whole.bytes().all(|byte| byte.is_ascii_digit());
    if ungrouped && !before.ends_with('$') && !is_counting(after.trim_start()) {
        return true;
    }
    let phrase = before
        .rsplit([',', ';', ':', '!', '?', '\n'])
        .next()
        .unwrap_or_default();
    let folded = lexicon::fold(phrase);
    let words: Vec<&str> = folded
        .rsplit(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty())
        .take(NEAR)
        .collect();
    // "No more than 2.5" counts, and so does "a number of".
    matches!(words.as_slice(), ["no" | "nos" | "n", ..])
        || words.iter().enumerate().any(|(at, word)| {
            match at.checked_sub(1).and_then(|next| words.get(next)) {
                Some(&"of") => false,
                _ => lexicon::plays(word, WordRole::Entry),
            }
        })
}

/// Whether a name or a word for a part of a text stands before: "WCAG 2.0", "version
/// 2.1", "l'alinéa 4.2", "articles 4.2 et 4.3".
fn is_named(text: &ValuedText<'_>, said: &Said) -> bool {
    let passage = &text.passage;
    let before = passage
        .words
        .iter()
        .rev()
        .find(|word| word.range.end <= said.range.start && !is_joint(&word.folded));
    before.is_some_and(|word| {
        let between = passage.slice(&(word.range.end..said.range.start));
        // Other numbers of the row may stand between.
        let has_digit = between.contains(|letter: char| letter.is_ascii_digit());
        let row = (has_digit || !between.contains(','))
            && between
                .split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | '–' | '-'))
                .all(|part| is_joint(part) || part.chars().all(is_of_a_number));
        let spelled = lexicon::numbers_a_part(&word.folded);
        let tied = between
            .trim_matches(|c: char| c.is_whitespace() || c == ')')
            .is_empty();
        row && (spelled || (word.case != Case::Lower && (tied || has_digit && !word.first)))
    })
}

fn is_joint(word: &str) -> bool {
    matches!(
        word,
        "et" | "ou" | "a" | "à" | "and" | "or" | "to" | "no" | "nos" | "n"
    )
}

fn is_of_a_number(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '.' | '(' | ')' | '°')
}

/// Whether it stands before the words of a heading, an item or a title as its number: "2.1
/// Purpose", "Dock rules: 2.4 Tie up".
fn is_label(text: &ValuedText<'_>, said: &Said) -> bool {
    let passage = &text.passage;
    let (before, after) = passage.around(&said.range);
    let before = before.trim_end();
    let begins_link = passage
        .links
        .iter()
        .any(|link| link.range.start == said.range.start);
    let first = before.is_empty()
        || begins_link
        || before == "("
        || before.ends_with([':', '–', '—', '«', '“']);
    let after = after.trim_start_matches([' ', '\u{a0}', '.', ')', ':', '–', '—', '-', '\t']);
    first && after.starts_with(char::is_uppercase)
}

/// Whether it is all that names a row: the sections down a table's first column.
fn is_row_head(text: &ValuedText<'_>, said: &Said) -> bool {
    let passage = &text.passage;
    passage.role == Role::RowHead && passage.slice(&said.range).trim() == passage.text.trim()
}

/// Whether the number of a subsection or a letter is tied to it: 67.1(1), 12.2a), or a
/// letter before: v2.3.
fn is_reference(text: &ValuedText<'_>, said: &Said) -> bool {
    let (before, after) = text.passage.around(&said.range);
    if before.ends_with(char::is_alphabetic) {
        return true;
    }
    let mut after = after.chars();
    match after.next() {
        // 10.1045/3630: of a register.
        Some('/') => after.next().is_some_and(|letter| letter.is_ascii_digit()),
        Some('(') => after.next().is_some_and(char::is_alphanumeric),
        Some(letter) => letter.is_ascii_lowercase() && after.next() == Some(')'),
        None => false,
    }
}

fn finding(comparison: &Comparison<'_, '_>, text: &ValuedText<'_>, said: &Said) -> Diagnostic {
    let passage = &text.passage;
    let place = comparison.finder.of_range(passage, &said.range);
    let wording = DECIMAL_MARK.say(
        "form",
        given!(
            written = passage.slice(&said.range),
            other = passage.lang.other()
        ),
    );
    Diagnostic::told(place, wording).lang(passage.lang)
}
