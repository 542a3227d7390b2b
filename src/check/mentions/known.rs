//! What two documents themselves say of their words: which stand in lower case and are no
//! names therefore, how often a name stands in each, and which words name a person.

use super::Mention;
use crate::check::pairing::Comparison;
use crate::check::passage::Case;
use crate::lang::{Both, Lang};
use crate::language::lexicon;
use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;
use std::collections::HashSet;

/// What is known of the words of two documents.
#[derive(Default)]
pub(in crate::check) struct Known {
    /// Folded words that stand in lower case, for English and French.
    lower: Both<FxHashSet<SmolStr>>,
    /// How often a word with a capital stands, by its key.
    counts: Both<FxHashMap<String, usize>>,
    /// Words that are a person's surely, by their keys.
    persons: HashSet<String>,
}

impl Known {
    /// Reads both documents; `parties` are the words of the names that the memo declares.
    pub fn of(comparison: &Comparison<'_, '_>, parties: &HashSet<String>) -> Known {
        let mut known = Known {
            persons: parties.clone(),
            ..Known::default()
        };
        for (lang, outline) in [(Lang::En, comparison.en), (Lang::Fr, comparison.fr)] {
            let lower = &mut known.lower[lang];
            let counts = &mut known.counts[lang];
            for text in outline.texts() {
                for word in &text.passage.words {
                    if word.case == Case::Lower {
                        if !lower.contains(&word.folded) {
                            lower.insert(word.folded.clone());
                        }
                    } else {
                        let key = text.passage.slice(&word.range).to_lowercase();
                        *counts.entry(key).or_default() += 1;
                    }
                }
            }
        }
        known
    }

    /// Words behind a given name, and behind Mr. and its like.
    pub fn learn_persons(&mut self, all: &[Mention<'_, '_>], lang: Lang) {
        let before = |one: &Mention<'_, '_>| {
            let tie = one.before.filter(|tie| !tie.hyphen);
            tie.and_then(|tie| all.get(tie.at))
        };
        for one in all {
            let given = before(one).filter(|first| self.is_given(first, lang));
            // A third name may be anything: Simon Fraser University.
            let third = given
                .and_then(before)
                .is_some_and(|first| self.is_given(first, lang));
            if (given.is_some() && (!third || lexicon::SURNAMES.has(one.folded())) || one.called)
                && one.after.is_none()
                && !one.is_initial()
                && !self.is_common(one.folded(), lang)
            {
                self.persons.insert(one.key.clone());
            }
        }
    }

    /// Whether a mention is a given name, as far as its word can tell.
    pub fn is_given(&self, mention: &Mention<'_, '_>, lang: Lang) -> bool {
        !mention.translated
            && lexicon::GIVEN_NAMES.has(mention.folded())
            && !self.is_lower(mention.folded(), lang)
    }

    /// Whether a folded word stands in lower case somewhere.
    pub fn is_lower(&self, folded: &str, lang: Lang) -> bool {
        self.lower[lang].contains(folded)
    }

    /// Whether a folded word is a word of the language, capital or not.
    pub fn is_common(&self, folded: &str, lang: Lang) -> bool {
        self.is_lower(folded, lang)
            || !lexicon::concepts(folded, lang).is_empty()
            || lexicon::is_function_word(folded)
            || lexicon::is_month_or_day(folded)
            || lexicon::is_honorific(folded, lang)
            || lexicon::is_cognate(folded)
            || lexicon::numbers_a_part(folded)
            || lexicon::short_organization(folded)
    }

    /// Whether a word is a person's surely.
    pub fn is_person(&self, key: &str) -> bool {
        self.persons.contains(key)
    }

    /// How often a word with a capital stands in a language.
    pub fn count(&self, key: &str, lang: Lang) -> usize {
        self.counts[lang].get(key).copied().unwrap_or(0)
    }

    /// Whether neither language has more of either word than the other: what differs here
    /// stands elsewhere in the other document.
    pub fn is_balanced(&self, en: &str, fr: &str) -> bool {
        self.count(en, Lang::En) <= self.count(en, Lang::Fr)
            && self.count(fr, Lang::Fr) <= self.count(fr, Lang::En)
    }
}
