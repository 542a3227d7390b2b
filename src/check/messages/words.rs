//! Words of a text.

use crate::lang::{Both, Lang};
use crate::language::lexicon;
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

/// Whether texts name the language that they are written in, "English (Canada)" and
/// « Français (Canada) », and so are not to say the same.
pub(super) fn name_their_languages(texts: Both<&str>) -> bool {
    const NAMES: Both<&str> = Both {
        en: "english",
        fr: "francais",
    };
    const OTHERS: Both<&str> = Both {
        en: "french",
        fr: "anglais",
    };
    Lang::ALL.into_iter().all(|lang| {
        let words = words(texts[lang]);
        let has = |name: &str| words.iter().any(|word| word.folded == name);
        has(NAMES[lang]) && !has(OTHERS[lang])
    })
}
