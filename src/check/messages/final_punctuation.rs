//! Punctuation at the end that differs.

use super::scope::Scope;
use super::typed::printed;
use super::words::words;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;

crate::diagnostic::codes! {
    FINAL_PUNCTUATION_MISMATCH = "L072", "final-punctuation-mismatch", Warning comment;
}

/// Words up to which a period may be that of an abbreviation: "No." and « N° ».
const SHORT: usize = 3;

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let Some((en, fr)) = pair.usual() else {
            continue;
        };
        let (en, fr) = (printed(en), printed(fr));
        let (left, right) = (end(&en), end(&fr));
        let may_abbreviate = |text: &str| words(text).len() <= SHORT;
        let abbreviates = match (left, right) {
            (Some('.'), None) => may_abbreviate(&en),
            (None, Some('.')) => may_abbreviate(&fr),
            _ => false,
        };
        let empty = en.trim().is_empty() || fr.trim().is_empty();
        if left == right || abbreviates || empty || is_recast((left, right), &en, &fr) {
            continue;
        }
        let show = |mark: Option<char>| match mark {
            Some(mark) => format!("`{mark}`"),
            None => FINAL_PUNCTUATION_MISMATCH.words("none", &[]),
        };
        let wording = FINAL_PUNCTUATION_MISMATCH.say(
            "differ",
            given!(id = pair.en.name(), en = show(left), fr = show(right)),
        );
        let finding = pair.finding(Lang::Fr, wording);
        out.push(match (left, right) {
            (Some('.'), None) | (None, Some('.')) => finding.at_most(Severity::Note),
            _ => finding,
        });
    }
}

/// Whether the marks only show that a sentence was built in another way: an exclamation
/// is less usual in French, a heading may be a question, an item may end in a semicolon;
/// and what ends two sentences ends no phrase.
fn is_recast(marks: (Option<char>, Option<char>), en: &str, fr: &str) -> bool {
    let one = |mark| marks.0 == Some(mark) || marks.1 == Some(mark);
    let none = marks.0.is_none() || marks.1.is_none();
    let sentences = |text: &str| text.matches(". ").count();
    let trails = |text: &str| text.trim_end().ends_with('…') || text.trim_end().ends_with("...");
    one('!')
        || one(';')
        // Both say that something follows.
        || (one(':') && (trails(en) || trails(fr)))
        || one(',')
        || (one('?') && none)
        || (one('.') && none && sentences(en) != sentences(fr))
}

/// The mark that ends a text, marks that close quotations, brackets and emphasis left
/// out.
fn end(text: &str) -> Option<char> {
    let closes = |letter: char| {
        letter.is_whitespace() || matches!(letter, '"' | '”' | '’' | '\'' | '»' | '*' | '_' | ')')
    };
    match text.trim_end_matches(closes).chars().next_back()? {
        mark @ ('.' | '?' | '!' | ':' | ';' | ',') => Some(mark),
        '…' => Some('.'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_behind_the_punctuation_do_not_count() {
        assert_eq!(end("a courtesy.”"), Some('.'));
        assert_eq!(end("une politesse ».\u{a0}"), Some('.'));
        assert_eq!(end("**À :**"), Some(':'));
        assert_eq!(end("a (b)"), None);
    }
}
