//! `dash`: `--` is a dash.

use super::block::{TextBlock, is_digit, is_space};
use super::range::joins_numbers;
use super::rules::MendRule;
use crate::lang::Lang;
use crate::language::write::NO_BREAK_SPACE;
use std::ops::Range;

/// Two hyphens are an en dash without spaces between numbers, years, pages, dates and
/// amounts, in both languages; between words they are the language's dash: closed `—` in
/// English, spaced `–` in French with a no-break space on the inner side. The second of
/// two in one sentence closes what the first opened; one by itself opens. Dashes that are
/// typographic already, and hyphens in ranges, are a matter of style that is reported
/// and not mended.
pub(super) fn dash(block: &mut TextBlock) {
    let mut sentence = Sentence::default();
    let mut at = 0;
    while at < block.len() {
        let end = block.run(at, |letter| letter == '-');
        if end - at != 2 {
            sentence.pass(block, at);
            at = end.max(at + 1);
            continue;
        }
        let gap = block.run_back(at, is_space)..block.run(end, is_space);
        at = match mark(block, at, &gap) {
            Some(TypographicMark::Range) => {
                block.remove(at + 1, MendRule::Dash);
                block.set(at, '–', MendRule::Dash);
                block.set_gap(at + 1..gap.end - 1, None, MendRule::Dash);
                block.set_gap(gap.start..at, None, MendRule::Dash);
                gap.start + 1
            }
            Some(TypographicMark::Dash) => set_dash(block, at, &gap, &mut sentence),
            None => end,
        };
    }
}

/// What two hyphens are.
enum TypographicMark {
    Range,
    Dash,
}

/// What the hyphens at `at` are, `gap` being they and the spaces around them; nothing
/// where that cannot be known.
fn mark(block: &TextBlock, at: usize, gap: &Range<usize>) -> Option<TypographicMark> {
    let before = gap.start < at;
    let after = gap.end > at + 2;
    let free = gap.clone().all(|at| block.is_free(at));
    let words = |letter: char| {
        letter.is_alphanumeric()
            || !letter.is_ascii()
            || matches!(
                letter,
                ')' | '(' | ']' | '"' | '\'' | '.' | ',' | '%' | '$' | '?' | '!'
            )
    };
    let between = block.before(gap.start).is_some_and(words) && block.matches(gap.end, words);
    if !between || !free || before != after || !block.is_together(at..at + 2) {
        return None;
    }
    if !before && numbers_an_item(block, gap.start) {
        return None;
    }
    let mark = match joins_numbers(block, gap, before)? {
        true => TypographicMark::Range,
        false => TypographicMark::Dash,
    };
    // Without its spaces it may stand where Markdown would see no emphasis any more.
    let spaced = matches!(mark, TypographicMark::Dash) && block.style.lang == Lang::Fr;
    let meets = block.may_meet(gap.start, at) && block.may_meet(at + 2, gap.end);
    (spaced || meets).then_some(mark)
}

/// Whether what stands before would number an item of a list if a space followed: `30.--x`.
fn numbers_an_item(block: &TextBlock, end: usize) -> bool {
    let mark = block.before(end);
    let digits = end.saturating_sub(1);
    let start = block.run_back(digits, is_digit);
    matches!(mark, Some('.' | ')'))
        && start < digits
        && block.before(start).is_none_or(char::is_whitespace)
}

/// Sets a dash between words; gives the position behind it.
fn set_dash(
    block: &mut TextBlock,
    at: usize,
    gap: &Range<usize>,
    sentence: &mut Sentence,
) -> usize {
    let (mark, left, right) = match (block.style.lang, sentence.dash()) {
        (Lang::En, _) => ('—', None, None),
        (Lang::Fr, true) => ('–', Some(' '), Some(NO_BREAK_SPACE)),
        (Lang::Fr, false) => ('–', Some(NO_BREAK_SPACE), Some(' ')),
    };
    block.remove(at + 1, MendRule::Dash);
    block.set(at, mark, MendRule::Dash);
    block.set_gap(at + 1..gap.end - 1, right, MendRule::Dash);
    block.set_gap(gap.start..at, left, MendRule::Dash);
    block.run(gap.start, is_space) + 1
}

/// A sentence as far as dashes go: whether one is open, within each bracket.
#[derive(Default)]
struct Sentence {
    open: bool,
    around: Vec<bool>,
}

impl Sentence {
    /// Whether a dash opens; the next one closes then.
    fn dash(&mut self) -> bool {
        self.open = !self.open;
        self.open
    }

    /// Goes past a character.
    fn pass(&mut self, block: &TextBlock, at: usize) {
        match block.get(at) {
            Some('(' | '[' | '«' | '“') => {
                self.around.push(self.open);
                self.open = false;
            }
            Some(')' | ']' | '»' | '”') => self.open = self.around.pop().unwrap_or(false),
            Some('–' | '—') if is_spaced(block, at) => self.open = !self.open,
            Some(';' | '\n') => self.open = false,
            Some('.' | '!' | '?' | '…') if ends_a_sentence(block, at) => self.open = false,
            _ => {}
        }
    }
}

fn is_spaced(block: &TextBlock, at: usize) -> bool {
    block.before(at).is_some_and(is_space) && block.matches(at + 1, is_space)
}

/// Whether a sentence ends here: a capital follows, and what stands before is no
/// abbreviation of one letter.
fn ends_a_sentence(block: &TextBlock, at: usize) -> bool {
    let next = block.run(at + 1, |letter| {
        letter.is_whitespace() || matches!(letter, '"' | '\'' | '»' | '”' | '’' | '«' | '“' | '(')
    });
    let word = block.run_back(at, char::is_alphanumeric);
    let initial = block.is(at, '.') && at - word == 1 && block.matches(word, char::is_alphabetic);
    next > at + 1
        && !initial
        && block.matches(next, |letter| letter.is_uppercase() || letter.is_numeric())
}
