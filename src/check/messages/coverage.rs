//! How much there is in the resources of a workspace and its memos, how much of it is
//! translated, and how much a person has read against the original.
//!
//! A message is reviewed where a comment of its own (`#`), of its group (`##`) or of the
//! file (`###`) has a line `reviewed: 2026-04-01`.

use super::words::words;
use crate::lang::Lang;
use crate::locale::annotated::{Entry, LayerRank, Source, Unit};

use crate::locale::{Locales, outcomes_in};
use std::collections::BTreeSet;

/// What begins the line of a comment that says when a message was reviewed.
const REVIEWED: &str = "reviewed:";

/// The messages and terms of one language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// How many messages and terms there are in this language.
    pub messages: usize,
    /// How many words they have, each message in its usual form.
    pub words: usize,
    /// How many of the other language's messages and terms this one has.
    pub translated: usize,
    /// How many messages and terms a comment says to have been reviewed.
    pub reviewed: usize,
}

impl Coverage {
    /// Adds what another file or memo has.
    pub fn add(&mut self, other: Coverage) {
        self.messages += other.messages;
        self.words += other.words;
        self.translated += other.translated;
        self.reviewed += other.reviewed;
    }
}

/// Counts what users wrote: a memo's own resources where `locales` have such, else the
/// workspace's; the program's own are left out.
pub fn count_messages(locales: &Locales, lang: Lang) -> Coverage {
    let of_memo = Lang::ALL
        .into_iter()
        .any(|lang| locales.get(lang).has_own());
    let wanted = if of_memo {
        LayerRank::Memo
    } else {
        LayerRank::Workspace
    };
    let sources = |lang: Lang| -> Vec<Source> {
        let files = locales.get(lang).files();
        files
            .map(|(file, layer)| (file, LayerRank::from(layer)))
            .filter(|(_, rank)| *rank == wanted)
            .map(|(file, rank)| Source::new(file, rank, lang))
            .collect()
    };
    let (own, others) = (sources(lang), sources(lang.other()));
    let keys = |sources: &[Source]| -> BTreeSet<String> {
        let trees = sources.iter().map(|source| (source, source.tree()));
        trees
            .flat_map(|(source, tree)| {
                let unit = Unit::new(source, &tree);
                let ids = unit.entries.iter().map(Entry::written_id);
                ids.collect::<Vec<_>>()
            })
            .collect()
    };
    let known = keys(&own);
    let mut coverage = Coverage {
        messages: known.len(),
        translated: keys(&others).intersection(&known).count(),
        ..Coverage::default()
    };
    for source in &own {
        let tree = source.tree();
        for entry in Unit::new(source, &tree).entries {
            coverage.words += words_of(&entry);
            coverage.reviewed += usize::from(is_reviewed(&entry));
        }
    }
    coverage
}

/// How many words a message prints, each value and attribute in its usual form.
fn words_of(entry: &Entry<'_>) -> usize {
    let patterns = entry.patterns();
    patterns
        .filter_map(|pattern| {
            let outcomes = outcomes_in(pattern, &|slice| entry.source.span_of(slice));
            let usual = outcomes.first()?;
            Some(words(&usual.formatted.text).len())
        })
        .sum()
}

/// Whether a comment gives the day of a review.
fn is_reviewed(entry: &Entry<'_>) -> bool {
    entry.comments.iter().any(|line| {
        let day = line
            .trim()
            .strip_prefix(REVIEWED)
            .unwrap_or_default()
            .trim();
        let form = |(at, byte): (usize, u8)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        };
        day.len() == 10 && day.bytes().enumerate().all(form)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Layer, Resource};
    use crate::source::SourceFile;

    #[test]
    fn messages_and_words_are_counted() {
        let resource = |lang: Lang, text: &str| Resource {
            lang,
            file: SourceFile::new(format!("locales/{lang}/a.ftl"), text),
            layer: Layer::Workspace,
        };
        let (locales, faults) = Locales::load([
            resource(
                Lang::En,
                "closed = The office is closed.\n# reviewed: 2026-04-01\nopen = Open today\n    .short = Open\n-act = Act\n",
            ),
            resource(
                Lang::Fr,
                "### reviewed: soon\n\n## reviewed: 2026-04-02\n\nclosed = Le bureau est fermé.\nhall = Salle\n",
            ),
        ]);
        assert_eq!(faults, []);
        let en = Coverage {
            messages: 3,
            words: 8,
            translated: 1,
            reviewed: 1,
        };
        let fr = Coverage {
            messages: 2,
            words: 5,
            translated: 1,
            reviewed: 2,
        };
        assert_eq!(count_messages(&locales, Lang::En), en);
        assert_eq!(count_messages(&locales, Lang::Fr), fr);
    }
}
