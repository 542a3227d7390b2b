//! The words that stand where a text is to come: `leftovers.tsv`.

use super::fold;
use crate::language::table::{Row, Table, table, tables};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

const COLUMNS: &[&str] = &["kind", "words"];

pub(super) static BY_LANGUAGE: [Table<LeftoverWords>; 2] = tables!("leftovers.tsv", COLUMNS, read);

pub(super) static OF_BOTH: Table<LeftoverWords> = table!("pairs/leftovers.tsv", COLUMNS, read);

/// How many words a name of what is to come has.
pub(super) const NAME: usize = 4;

/// What words say, as the tables name it.
const KINDS: [&str; 11] = [
    "bracketed",
    "naming",
    "naming beginning",
    "beginning",
    "ending",
    "mark",
    "abbreviation",
    "phrase",
    "order",
    "sure filler",
    "filler",
];

/// A line of the tables.
#[derive(Clone, Debug)]
pub(super) struct LeftoverWords {
    kind: &'static str,
    words: String,
}

fn read(row: &Row) -> Option<LeftoverWords> {
    let kind = row.cell(0);
    let in_capitals = matches!(kind, "mark" | "abbreviation" | "phrase" | "order");
    let folded = fold(row.filled(1)?);
    let words = match folded.strip_suffix('…') {
        Some(begun) => begun.to_owned(),
        None if in_capitals => folded.to_uppercase(),
        None => folded,
    };
    let known = KINDS.contains(&kind);
    known.then_some(LeftoverWords { kind, words })
}

/// Whether a text begins with the two letters of some filler text, accents left out of
/// account; nearly all words do not.
pub(super) fn begins_as_filler(text: &str) -> bool {
    static BEGINNINGS: OnceLock<FxHashSet<[u8; 2]>> = OnceLock::new();
    let beginnings = BEGINNINGS.get_or_init(|| {
        let words = ["sure filler", "filler"]
            .into_iter()
            .flat_map(leftover_words);
        words
            .filter_map(|words| words.as_bytes().first_chunk().copied())
            .collect()
    });
    text.as_bytes()
        .first_chunk()
        .is_some_and(|[first, second]| {
            let letters = [first.to_ascii_lowercase(), second.to_ascii_lowercase()];
            beginnings.contains(&letters) || !second.is_ascii()
        })
}

/// The words of both languages that say something, by its name in the tables: without
/// accents, in lower case but for those that say it in capitals alone. A blank at the
/// end: other words follow.
pub(super) fn leftover_words(kind: &str) -> &'static [String] {
    static ALL: OnceLock<FxHashMap<&str, Vec<String>>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let mut all: FxHashMap<_, Vec<String>> = FxHashMap::default();
        let tables = BY_LANGUAGE.iter().chain([&OF_BOTH]);
        for LeftoverWords { kind, words } in tables.flat_map(|table| table.entries()) {
            all.entry(*kind).or_default().push(words.clone());
        }
        all
    });
    all.get(kind).map_or(&[], Vec::as_slice)
}
