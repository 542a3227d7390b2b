//! The words that stand where a text is to come: `leftovers.tsv`.

use super::fold;
use crate::language::table::{Row, Table, table, tables};
use std::sync::OnceLock;

const COLUMNS: &[&str] = &["kind", "words"];

pub(super) static BY_LANGUAGE: [Table<LeftoverWords>; 2] = tables!("leftovers.tsv", COLUMNS, read);

pub(super) static OF_BOTH: Table<LeftoverWords> = table!("pairs/leftovers.tsv", COLUMNS, read);

/// How many words a name of what is to come has.
pub(super) const NAME: usize = 4;

/// A line of the tables.
#[derive(Clone, Debug)]
pub(super) struct LeftoverWords {
    kind: &'static str,
    words: String,
}

fn read(row: &Row) -> Option<LeftoverWords> {
    let kind = row.cell(0);
    Leftovers::default().put(kind, String::new())?;
    let in_capitals = matches!(kind, "mark" | "abbreviation" | "phrase" | "order");
    let folded = fold(row.filled(1)?);
    let words = match folded.strip_suffix('…') {
        Some(begun) => begun.to_owned(),
        None if in_capitals => folded.to_uppercase(),
        None => folded,
    };
    Some(LeftoverWords { kind, words })
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

impl Leftovers {
    /// Adds words of a kind that the tables name; none where there is no such kind.
    fn put(&mut self, kind: &str, words: String) -> Option<()> {
        let list = match kind {
            "bracketed" => &mut self.bracketed,
            "naming" => &mut self.naming,
            "naming beginning" => &mut self.naming_beginnings,
            "beginning" => &mut self.beginnings,
            "ending" => &mut self.endings,
            "mark" => &mut self.marks,
            "abbreviation" => &mut self.abbreviations,
            "phrase" => &mut self.phrases,
            "order" => &mut self.orders,
            "sure filler" | "filler" => {
                self.fillers.push((words, kind != "filler"));
                return Some(());
            }
            _ => return None,
        };
        list.push(words);
        Some(())
    }
}

/// The words of both languages.
pub(super) fn leftover_words() -> &'static Leftovers {
    static ALL: OnceLock<Leftovers> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = Leftovers::default();
        let tables = BY_LANGUAGE.iter().chain([&OF_BOTH]);
        for LeftoverWords { kind, words } in tables.flat_map(|table| table.entries()) {
            all.put(kind, words.clone());
        }
        all
    })
}
