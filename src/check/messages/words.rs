//! Words of a text, and which language they tell.

use crate::lang::Lang;
use crate::language::lexicon;
use std::ops::Range;

/// "1 link", "2 links".
pub(super) fn counted(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word<'t> {
    pub range: Range<usize>,
    pub text: &'t str,
    /// Without accents and in lower case.
    pub folded: String,
}

/// The runs of letters and digits.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, letter) in ends {
        match (start, letter.is_alphanumeric()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                let range = from..at;
                let word = text.get(range.clone()).unwrap_or_default();
                words.push(Word {
                    range,
                    text: word,
                    folded: lexicon::fold(word),
                });
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// Words in lower case from which on two equal texts are surely one that was
/// forgotten.
const SURE: usize = 6;

/// The language that a text, the same in both, is not translated into: told by its
/// words; the French where there are many. None for names, codes and words that both
/// languages have.
pub(super) fn untranslated(text: &str) -> Option<Lang> {
    let words: Vec<Word<'_>> = words(text)
        .into_iter()
        .filter(|word| word.folded.len() > 1)
        .collect();
    let is_lower = |word: &Word<'_>| word.text.starts_with(char::is_lowercase);
    let lower = words.iter().filter(|word| is_lower(word)).count();
    let tells =
        |at: usize, word: &Word<'_>| is_lower(word) || (at == 0 && (lower > 0 || words.len() == 1));
    let votes = |lang: Lang| {
        words
            .iter()
            .enumerate()
            .filter(|(at, word)| tells(*at, word))
            .filter(|(_, word)| {
                lexicon::belongs_to(&word.folded) == Some(lang)
                    || (!lexicon::concepts(&word.folded, lang).is_empty()
                        && lexicon::concepts(&word.folded, lang.other()).is_empty())
                    || (lang == Lang::En
                        && lexicon::looks_english(&word.text.to_lowercase())
                        && lexicon::concepts(&word.folded, Lang::Fr).is_empty())
            })
            .count()
    };
    match votes(Lang::En).cmp(&votes(Lang::Fr)) {
        std::cmp::Ordering::Greater => Some(Lang::Fr),
        std::cmp::Ordering::Less => Some(Lang::En),
        std::cmp::Ordering::Equal => (lower >= SURE).then_some(Lang::Fr),
    }
}

/// Which forms of a phrase count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Forms {
    /// As it is written.
    Exact,
    /// In any case, in the singular and the plural.
    Plural,
    /// Any inflection that keeps the words' stems.
    Stem,
}

/// A word or words that are looked for.
#[derive(Debug)]
pub(super) struct Phrase<'p> {
    written: &'p str,
    words: Vec<String>,
    forms: Forms,
}

impl<'p> Phrase<'p> {
    pub fn new(phrase: &'p str, forms: Forms) -> Phrase<'p> {
        Phrase {
            written: phrase,
            words: words(phrase).into_iter().map(|word| word.folded).collect(),
            forms,
        }
    }

    /// The first place in a text.
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        if self.words.is_empty() {
            return None;
        }
        let found = words(text);
        found
            .windows(self.words.len())
            .filter(|window| {
                window
                    .iter()
                    .zip(&self.words)
                    .all(|(word, wanted)| self.fits(word, wanted))
            })
            .filter_map(|window| Some(window.first()?.range.start..window.last()?.range.end))
            .find(|range| {
                self.forms != Forms::Exact || text.get(range.clone()) == Some(self.written)
            })
    }

    fn fits(&self, word: &Word<'_>, wanted: &str) -> bool {
        let singular = |word: &str| word.trim_end_matches(['s', 'x']).to_owned();
        word.folded == wanted
            || match self.forms {
                Forms::Exact => false,
                Forms::Plural => singular(&word.folded) == singular(wanted),
                Forms::Stem => {
                    wanted.len() >= 4
                        && word.folded.len().abs_diff(wanted.len()) <= 3
                        && lexicon::stem(&word.folded) == lexicon::stem(wanted)
                }
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_words_tell_that_a_text_is_not_translated() {
        assert_eq!(untranslated("Room booking"), Some(Lang::Fr));
        assert_eq!(untranslated("Nous vous écrivons"), Some(Lang::En));
        for text in [
            "Urgent", "Date:", "Bulletin", "Notes", "Jean Roy", "B-12", "Secret",
        ] {
            assert_eq!(untranslated(text), None, "{text}");
        }
    }

    #[test]
    fn phrases_are_found_in_their_inflections() {
        let phrase = Phrase::new("laissez-passer saisonnier", Forms::Stem);
        assert_eq!(phrase.find("Les laissez-passer saisonniers"), Some(4..30));
        let forbidden = Phrase::new("passe saisonnière", Forms::Plural);
        assert_eq!(forbidden.find("Les laissez-passer saisonniers"), None);
        assert_eq!(forbidden.find("des passes saisonnières"), Some(4..24));
        assert_eq!(Phrase::new("TTY", Forms::Exact).find("tty"), None);
    }
}
