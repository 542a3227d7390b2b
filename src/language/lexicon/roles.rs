//! Words by what they say of what stands beside them (`roles.tsv`), Latin (`latin.tsv`) and
//! the names of characters (`entities.tsv`).

use super::fold;
use crate::lang::Lang;
use crate::language::table::{Lookup, Row, Table, table, tables};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a word says of what stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordRole {
    /// Behind it a number is a name: room 1410.
    Named,
    /// It is a verb as often.
    Verb,
    /// Behind it digits are a telephone number.
    Telephone,
    /// Behind it a number names an entry of a register.
    Entry,
    /// Before a number it makes a limit or a total, which is never one.
    Limit,
    /// It ends as a plural does, and has one form.
    Invariable,
    /// It says Monday to Friday.
    Weekdays,
    /// It may stand twice in a row.
    Doubled,
    /// It is half of a phrase of which the other half may stand further on.
    Parted,
    /// Behind « ne » it denies.
    DeniesBehind,
    /// Before « ne » it denies.
    DeniesBefore,
    /// Behind it « personne » is somebody.
    Somebody,
    /// It says that it is all of something, as 100 % does.
    All,
    /// It says Saturday and Sunday.
    Weekends,
    /// It joins two clauses.
    Joining,
    /// A letter behind it is the name of a drive, with its colon.
    Drive,
    /// It stands between a word for drives and the letter, and says which kind of drive it is.
    DriveKind,
    /// It says that there is one alone.
    Single,
}

/// A role with its words, folded.
type Played = (WordRole, Vec<String>);

pub(super) static ROLES: [Table<Played>; 2] = tables!("roles.tsv", &["role", "words"], read_role);

/// Folded words of another language, which both may print in italics.
pub(crate) static LATIN: Lookup<()> =
    Lookup::new(table!("pairs/latin.tsv", &["text"], Row::listed));

/// The names of characters, each with what it prints.
pub(crate) static ENTITIES: Table<(&'static str, &'static str)> =
    table!("pairs/entities.tsv", &["name", "prints"], |row| {
        Some((row.filled(0)?, row.filled(1)?))
    });

fn read_role(row: &Row) -> Option<Played> {
    let role = match row.cell(0) {
        "named" => WordRole::Named,
        "verb" => WordRole::Verb,
        "telephone" => WordRole::Telephone,
        "entry" => WordRole::Entry,
        "limit" => WordRole::Limit,
        "invariable" => WordRole::Invariable,
        "weekdays" => WordRole::Weekdays,
        "doubled" => WordRole::Doubled,
        "parted" => WordRole::Parted,
        "denies behind" => WordRole::DeniesBehind,
        "denies before" => WordRole::DeniesBefore,
        "somebody" => WordRole::Somebody,
        "all" => WordRole::All,
        "weekends" => WordRole::Weekends,
        "joining" => WordRole::Joining,
        "drive" => WordRole::Drive,
        "drive kind" => WordRole::DriveKind,
        "single" => WordRole::Single,
        _ => return None,
    };
    Some((role, row.list(1).into_iter().map(fold).collect()))
}

/// The words of a language that play a role, folded.
pub fn words_of(role: WordRole, lang: Lang) -> impl Iterator<Item = &'static str> {
    let lines = lang.of(&ROLES).entries().iter();
    let own = lines.filter(move |(own, _)| *own == role);
    own.flat_map(|(_, words)| words.iter().map(String::as_str))
}

/// Whether a folded word plays a role in either language.
pub fn plays(folded: &str, role: WordRole) -> bool {
    static PLAYED: LazyLock<FxHashMap<&str, Vec<WordRole>>> = LazyLock::new(|| {
        let mut played: FxHashMap<&str, Vec<WordRole>> = FxHashMap::default();
        for (role, words) in Lang::ALL.iter().flat_map(|lang| lang.of(&ROLES).entries()) {
            for word in words {
                played.entry(word).or_default().push(*role);
            }
        }
        played
    });
    PLAYED
        .get(folded)
        .is_some_and(|roles| roles.contains(&role))
}
