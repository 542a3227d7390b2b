//! The words that stand where a text is to come: `leftovers.tsv`.

use super::fold;
use crate::language::table::{Row, Table, table, tables};
use std::sync::OnceLock;

const COLUMNS: &[&str] = &["kind", "words"];

pub(super) static BY_LANGUAGE: [Table<LeftoverWords>; 2] = tables!("leftovers.tsv", COLUMNS, read);

pub(super) static OF_BOTH: Table<LeftoverWords> = table!("pairs/leftovers.tsv", COLUMNS, read);

/// How many words a name of what is to come has.
pub(super) const NAME: usize = 4;

/// What words say that stand where a text is to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WordsSay {
    Bracketed,
    Naming,
    NamingBeginning,
    Beginning,
    Ending,
    Mark,
    Abbreviation,
    Phrase,
    Order,
    SureFiller,
    Filler,
}

/// A line of the tables.
#[derive(Clone, Debug)]
pub(super) struct LeftoverWords {
    says: WordsSay,
    words: String,
}

fn read(row: &Row) -> Option<LeftoverWords> {
    let says = match row.cell(0) {
        "bracketed" => WordsSay::Bracketed,
        "naming" => WordsSay::Naming,
        "naming beginning" => WordsSay::NamingBeginning,
        "beginning" => WordsSay::Beginning,
        "ending" => WordsSay::Ending,
        "mark" => WordsSay::Mark,
        "abbreviation" => WordsSay::Abbreviation,
        "phrase" => WordsSay::Phrase,
        "order" => WordsSay::Order,
        "sure filler" => WordsSay::SureFiller,
        "filler" => WordsSay::Filler,
        _ => return None,
    };
    let written = row.filled(1)?;
    let in_capitals = matches!(
        says,
        WordsSay::Mark | WordsSay::Abbreviation | WordsSay::Phrase | WordsSay::Order
    );
    let folded = fold(written);
    let words = match folded.strip_suffix('…') {
        Some(begun) => begun.to_owned(),
        None if in_capitals => folded.to_uppercase(),
        None => folded,
    };
    Some(LeftoverWords { says, words })
}

/// The words of both languages, by what they say: without accents, in lower case but for
/// those that say it in capitals alone. A blank at the end: other words follow.
#[derive(Debug, Default)]
pub(super) struct Leftovers {
    /// Stand alone in brackets where a text is to come.
    pub bracketed: Vec<String>,
    /// Name what belongs in their place, alone in brackets.
    pub naming: Vec<String>,
    /// Begin a text in brackets that names what belongs in its place.
    pub naming_beginnings: Vec<String>,
    /// Begin a text in brackets that is to come.
    pub beginnings: Vec<String>,
    /// End a name of what is to be put there.
    pub endings: Vec<String>,
    /// Capitals that mark unfinished text wherever they stand.
    pub marks: Vec<String>,
    /// Capitals that say that something is to come, and are nothing else.
    pub abbreviations: Vec<String>,
    /// Say so in capitals, and ordinary things in small letters.
    pub phrases: Vec<String>,
    /// Want others put in their place: capitals follow them.
    pub orders: Vec<String>,
    /// Fill a place until its own text is there, or say that a program lost it; and
    /// whether nothing else can be meant.
    pub fillers: Vec<(String, bool)>,
}

/// The words of both languages.
pub(super) fn leftover_words() -> &'static Leftovers {
    static ALL: OnceLock<Leftovers> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = Leftovers::default();
        let tables = BY_LANGUAGE.iter().chain([&OF_BOTH]);
        for LeftoverWords { says, words } in tables.flat_map(|table| table.entries()).cloned() {
            let list = match says {
                WordsSay::Bracketed => &mut all.bracketed,
                WordsSay::Naming => &mut all.naming,
                WordsSay::NamingBeginning => &mut all.naming_beginnings,
                WordsSay::Beginning => &mut all.beginnings,
                WordsSay::Ending => &mut all.endings,
                WordsSay::Mark => &mut all.marks,
                WordsSay::Abbreviation => &mut all.abbreviations,
                WordsSay::Phrase => &mut all.phrases,
                WordsSay::Order => &mut all.orders,
                WordsSay::SureFiller | WordsSay::Filler => {
                    all.fillers.push((words, says == WordsSay::SureFiller));
                    continue;
                }
            };
            list.push(words);
        }
        all
    })
}
