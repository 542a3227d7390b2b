//! Words of a text, and which language they tell.

use crate::lang::Lang;
use crate::locale::lexicon;
use std::ops::Range;

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

/// A word or words that are looked for in any inflection that keeps their stems.
#[derive(Debug)]
pub(super) struct Phrase {
    words: Vec<String>,
    /// How it is written, where no other form counts.
    exact: Option<String>,
}

impl Phrase {
    pub fn new(phrase: &str, exact: bool) -> Phrase {
        Phrase {
            words: words(phrase).into_iter().map(|word| word.folded).collect(),
            exact: exact.then(|| phrase.to_owned()),
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
                self.exact
                    .as_ref()
                    .is_none_or(|exact| text.get(range.clone()) == Some(exact))
            })
    }

    fn fits(&self, word: &Word<'_>, wanted: &str) -> bool {
        word.folded == wanted
            || (wanted.len() >= 4
                && word.folded.len().abs_diff(wanted.len()) <= 3
                && lexicon::stem(&word.folded) == lexicon::stem(wanted))
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
        let phrase = Phrase::new("laissez-passer saisonnier", false);
        assert_eq!(phrase.find("Les laissez-passer saisonniers"), Some(4..30));
        assert_eq!(Phrase::new("TTY", true).find("tty"), None);
    }
}
