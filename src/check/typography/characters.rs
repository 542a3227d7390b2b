//! Typographic quotation marks, dashes, spaces before punctuation.

use super::scope::Report;
use crate::check::outline::ValuedText;
use crate::check::passage::ReadPassage;
use crate::check::tongue;
use crate::check::typography::marks::UNBALANCED_QUOTES;
use crate::lang::Lang;
use crate::language::write::NARROW_NO_BREAK_SPACE;
use crate::source::unusual;
use std::ops::Range;

crate::diagnostic::codes! {
    HYPHEN_AS_DASH = "T011", "hyphen-as-dash", Warning;
    FOREIGN_QUOTES = "T012", "foreign-quotes", Warning;
    SPACE_BEFORE_PUNCTUATION = "T013", "space-before-punctuation", Warning;
}

/// Checks the signs of a passage.
pub(super) fn check(text: &ValuedText<'_>, report: &mut Report<'_>) {
    let passage = &text.passage;
    quotes(passage, report);
    dashes(passage, report);
    spaces(passage, report);
}

/// A pair of quotation marks, and how deep it stands.
struct Quote {
    range: Range<usize>,
    open: char,
    depth: usize,
}

/// The pairs of quotation marks, and the places of those without partner.
fn pairs(passage: &ReadPassage<'_>) -> (Vec<Quote>, Vec<usize>) {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut pairs = Vec::new();
    let mut single = Vec::new();
    for (at, letter) in unusual(&passage.text) {
        let range = at..at + letter.len_utf8();
        if !matches!(letter, '«' | '“' | '»' | '”') || !passage.is_plain(&range) {
            continue;
        }
        match letter {
            '«' | '“' => open.push((at, letter)),
            '»' | '”' => {
                let wanted = if letter == '»' { '«' } else { '“' };
                match open.iter().rposition(|(_, other)| *other == wanted) {
                    Some(found) => {
                        let (start, sign) = open.remove(found);
                        pairs.push(Quote {
                            range: start..range.end,
                            open: sign,
                            depth: found,
                        });
                    }
                    None => single.push(at),
                }
            }
            _ => {}
        }
    }
    single.extend(open.iter().map(|(at, _)| *at));
    (pairs, single)
}

fn quotes(passage: &ReadPassage<'_>, report: &mut Report<'_>) {
    let (pairs, single) = pairs(passage);
    for at in single {
        let length = passage.text[at..].chars().next().map_or(1, char::len_utf8);
        let range = at..at + length;
        let wording = UNBALANCED_QUOTES.say("alone", given!(mark = passage.slice(&range)));
        report.at(passage, &range, wording);
    }
    for quote in pairs {
        let foreign = match passage.lang {
            Lang::En => quote.open == '«',
            Lang::Fr => quote.open == '“' && quote.depth == 0,
        };
        // What is quoted from the other language keeps its marks.
        let words = tongue::words_in(passage, &quote.range);
        if foreign && !tongue::is_surely_other(&words, passage.lang) {
            let quotation = passage.slice(&quote.range);
            let wording = FOREIGN_QUOTES.say("foreign", given!(quotation, lang = passage.lang));
            report.at(passage, &quote.range, wording);
        }
    }
}

fn dashes(passage: &ReadPassage<'_>, report: &mut Report<'_>) {
    if !passage.text.contains('-') {
        return;
    }
    for sign in [" - ", " -- ", "\u{a0}- ", " -\u{a0}"] {
        for (at, _) in passage.text.match_indices(sign) {
            let hyphen = at + 1..at + sign.len() - 1;
            let range = passage.text[at..]
                .find('-')
                .map_or(hyphen, |hyphen| at + hyphen..at + hyphen + 1);
            if !passage.is_plain(&range) {
                continue;
            }
            let is_digit = |letter: char| letter.is_ascii_digit();
            let (before, after) = (&passage.text[..at], &passage.text[at + sign.len()..]);
            let numbers = before.ends_with(is_digit) && after.starts_with(is_digit);
            let wording = match numbers {
                true => HYPHEN_AS_DASH.say("numbers", &[]),
                false => HYPHEN_AS_DASH.say("words", given!(lang = passage.lang)),
            };
            report.at(passage, &range, wording);
        }
    }
}

fn spaces(passage: &ReadPassage<'_>, report: &mut Report<'_>) {
    if !passage.text.contains([';', '!', '?', ':']) {
        return;
    }
    let mut before = ' ';
    let mut seen_word = false;
    for (at, letter) in passage.text.char_indices() {
        let wrong = match letter {
            ';' | '!' | '?' => true,
            ':' => passage.lang == Lang::En,
            _ => false,
        };
        let range = at..at + letter.len_utf8();
        // A narrow space cannot break: the profile fr-FR sets it, and OQLF allows it.
        let loose = before.is_whitespace()
            && !(passage.lang == Lang::Fr && before == NARROW_NO_BREAK_SPACE);
        if wrong
            && seen_word
            && loose
            && passage.text[range.end..]
                .chars()
                .next()
                .is_none_or(char::is_whitespace)
            && passage.is_plain(&range)
        {
            let wording = SPACE_BEFORE_PUNCTUATION.say("space", given!(mark = letter));
            report.at(passage, &range, wording);
        }
        seen_word |= letter.is_alphanumeric();
        before = letter;
    }
}
