//! Sentences that are printed as code because they are set in.

use super::report::{Report, WrittenText};
use crate::document::markdown::Sort;
use crate::language::lexicon;

crate::diagnostic::codes! {
    INDENTED_TEXT = "W063", "indented-text", Warning;
}

/// How many words of the language make lines sentences.
const WORDS: usize = 3;

/// Finds blocks that are code by their indentation alone and read as sentences.
pub(super) fn find(text: &WrittenText<'_>, report: &mut Report) {
    for block in text.reading.code.iter().filter(|block| !block.fenced) {
        let words = text.slice(&block.range);
        let folded = words
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
            .map(lexicon::fold);
        let (mut all, mut small) = (0, 0);
        for word in folded {
            all += 1;
            small += usize::from(lexicon::is_function_word(&word));
        }
        let signs = words
            .chars()
            .filter(|c| "{}()[]=<>|/\\_#$;".contains(*c))
            .count();
        if small < WORDS || small * 5 < all || signs * 10 > all {
            continue;
        }
        let start = (block.range.start..block.range.end)
            .find(|at| {
                text.reading.sort(*at) == Sort::Code
                    && text.after(*at).is_some_and(|c| !c.is_whitespace())
            })
            .unwrap_or(block.range.start);
        let line = text
            .slice(&(start..block.range.end))
            .lines()
            .next()
            .map_or(0, str::len);
        report.add(start..start + line, INDENTED_TEXT.say("code", &[]));
    }
}
