//! Proper names as texts write them: words with a capital, each with the names that it is
//! tied to and with what stands before it.

pub(in crate::check) mod alike;
pub(in crate::check) mod known;
pub(in crate::check) mod places;
pub(in crate::check) mod ties;

use crate::check::outline::ValuedText;
use crate::check::pairing::{Pair, TextMark};
use crate::check::passage::{Case, LinkUse, ReadPassage, Word};
use crate::lang::Lang;
use crate::language::lexicon;
use std::ops::Range;

/// A word with a capital.
#[derive(Clone)]
pub(in crate::check) struct Mention<'n, 'd> {
    /// The text it stands in.
    pub text: &'n ValuedText<'d>,
    /// The word.
    pub word: &'n Word,
    /// The word in lower case, with its accents.
    pub key: String,
    /// The name before it that it is tied to, by its place among the mentions.
    pub before: Option<Tie>,
    /// The name behind it that it is tied to.
    pub after: Option<Tie>,
    /// What stands before the name of a person stands before it: Mr., la ministre.
    pub called: bool,
    /// What stands before it says that its name is translated: Queen, saint.
    pub translated: bool,
}

/// What ties a name to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) struct Tie {
    /// The other, by its place among the mentions.
    pub at: usize,
    /// Whether a hyphen ties them.
    pub hyphen: bool,
}

impl<'n, 'd> Mention<'n, 'd> {
    /// Where it stands.
    pub fn mark(&self) -> TextMark<'n, 'd> {
        TextMark::part(self.text, &self.word.range)
    }

    /// As it is written.
    pub fn written(&self) -> &str {
        self.text.passage.slice(&self.word.range)
    }

    /// Without accents, in lower case.
    pub fn folded(&self) -> &str {
        &self.word.folded
    }

    /// Whether it is one letter.
    pub fn is_initial(&self) -> bool {
        self.key.chars().count() == 1
    }

    /// Whether a list of names has it.
    pub fn is_listed(&self) -> bool {
        lexicon::GIVEN_NAMES.has(self.folded()) || lexicon::SURNAMES.has(self.folded())
    }
}

/// What stands between two words.
enum Gap {
    Space,
    Hyphen,
    /// A period and a space.
    Period,
    Other,
}

fn gap(passage: &ReadPassage<'_>, before: &Word, after: &Word) -> Gap {
    let between: Range<usize> = before.range.end..after.range.start;
    // A link names one thing: [Adam Dean](…) [Jenny Roy](…).
    let ends = |link: &LinkUse<'_>| {
        link.range.contains(&before.range.start) && link.range.end <= after.range.start
    };
    let begins = |link: &LinkUse<'_>| {
        link.range.contains(&after.range.start) && link.range.start >= before.range.end
    };
    if passage.links.iter().any(ends) && passage.links.iter().any(begins) {
        return Gap::Other;
    }
    match passage.slice(&between) {
        " " | "\u{a0}" | "\u{202f}" => Gap::Space,
        "-" | "\u{2011}" => Gap::Hyphen,
        ". " | ".\u{a0}" | "." | ".\u{202f}" | ".-" => Gap::Period,
        _ => Gap::Other,
    }
}

/// The words with a capital in the texts of a language, in order.
pub(in crate::check) fn mentions<'n, 'd>(pair: &Pair<'n, 'd>, lang: Lang) -> Vec<Mention<'n, 'd>> {
    let mut found = Vec::new();
    for text in pair.side(lang) {
        in_text(text, lang, &mut found);
    }
    found
}

fn in_text<'n, 'd>(text: &'n ValuedText<'d>, lang: Lang, found: &mut Vec<Mention<'n, 'd>>) {
    let passage = &text.passage;
    // The last mention, and whether it is tied to what comes next: by what.
    let mut open: Option<(usize, bool)> = None;
    let mut last: Option<&Word> = None;
    for word in &passage.words {
        let gap = last.map_or(Gap::Other, |last| gap(passage, last, word));
        let tie = match (&gap, last) {
            (Gap::Space, _) => Some(false),
            (Gap::Hyphen, _) => Some(true),
            // An initial, or a word that is cut short: J. Smith, St. John, Mr. Smith.
            (Gap::Period, Some(last)) if is_cut(last, lang) => Some(false),
            _ => None,
        };
        let is_name = word.case == Case::Title && word.running && !is_elided(passage, word);
        if is_name {
            let before = open.filter(|_| tie.is_some()).map(|(at, hyphen)| Tie {
                at,
                hyphen: hyphen || tie == Some(true),
            });
            let called = |wanted: fn(&str, Lang) -> bool| {
                tie == Some(false) && last.is_some_and(|last| wanted(&last.folded, lang))
            };
            let at = found.len();
            if let Some(tie) = before
                && let Some(other) = found.get_mut(tie.at)
            {
                other.after = Some(Tie { at, ..tie });
            }
            found.push(Mention {
                text,
                word,
                key: passage.slice(&word.range).to_lowercase(),
                before,
                after: None,
                called: called(lexicon::is_honorific),
                translated: tie.is_some()
                    && last.is_some_and(|last| lexicon::BEFORE_TRANSLATED.has(&last.folded)),
            });
            open = Some((at, false));
        } else {
            // A particle stands between the names of one person.
            let particle = word.case == Case::Lower
                && matches!(gap, Gap::Space | Gap::Hyphen)
                && lexicon::PARTICLES.has(&word.folded);
            open = open.filter(|_| particle && tie.is_some());
        }
        last = Some(word);
    }
}

/// Whether a period behind a word cuts it short and ends no sentence.
fn is_cut(word: &Word, lang: Lang) -> bool {
    word.folded.chars().count() == 1
        || word.folded.len() <= 4
            && word.case == Case::Title
            && (lexicon::is_honorific(&word.folded, lang)
                || lexicon::BEFORE_TRANSLATED.has(&word.folded))
}

/// Whether an apostrophe has taken the end of a word: L’ in L’Érable.
fn is_elided(passage: &ReadPassage<'_>, word: &Word) -> bool {
    let rest = passage.text.get(word.range.end..).unwrap_or_default();
    rest.starts_with(['\'', '’']) && (word.folded.len() == 1 || word.folded.ends_with("qu"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::passage::Role;
    use crate::check::tests as sample;

    /// Each name with the one before it that it is tied to.
    fn ties(words: &'static str, lang: Lang) -> Vec<String> {
        let file = sample::file(words);
        let inlines = sample::text(&file);
        let text = ValuedText::new(ReadPassage::new(Role::Text, lang, &inlines, None));
        let mut all = Vec::new();
        in_text(&text, lang, &mut all);
        let before = |one: &Mention<'_, '_>| match one.before {
            Some(tie) => format!("{}<", all[tie.at].key),
            None => String::new(),
        };
        let mark = |one: &Mention<'_, '_>| if one.called { "!" } else { "" };
        all.iter()
            .map(|one| format!("{}{}{}", before(one), one.key, mark(one)))
            .collect()
    }

    #[test]
    fn names_are_tied_across_initials_particles_and_hyphens() {
        assert_eq!(
            ties("Jean C. Roy, Marie-Claude de la Tour", Lang::Fr),
            [
                "jean",
                "jean<c",
                "c<roy",
                "marie",
                "marie<claude",
                "claude<tour"
            ]
        );
        assert_eq!(
            ties("Ask Mr. Lee. Brook knows", Lang::En),
            ["ask", "ask<mr", "mr<lee!", "brook"]
        );
        assert_eq!(
            ties("la ministre Roy à L’Érable", Lang::Fr),
            ["roy!", "érable"]
        );
    }
}
