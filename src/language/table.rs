//! The one reader of the tables of words: the files `*.tsv` beside this one, which are
//! compiled in and which a translator can read and review (`README.md`).
//!
//! A line is an entry, its columns set apart by tabs; empty lines and lines that begin
//! with `#` are for the reader. A column may hold several things parted by semicolons,
//! and `-` where it has nothing. A line that cannot be read is left out, so that a
//! mistake in a table never stops a memo; the tests read every table and fail on one.

pub(crate) mod index;

pub(crate) use index::{Index, index};

use super::lexicon::fold_word;
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::sync::OnceLock;

/// One file of entries, which is read once.
#[derive(Debug)]
pub(crate) struct Table<T> {
    /// The file's path below `src/language`.
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests name the file"))]
    file: &'static str,
    text: &'static str,
    columns: &'static [&'static str],
    read: fn(&Row) -> Option<T>,
    entries: OnceLock<Vec<T>>,
}

/// One line of a table, cut into its cells.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    cells: Vec<&'static str>,
}

/// Words, each line's list of them with what the line says of them.
pub(crate) type WordsEntry<T> = (Vec<&'static str>, T);

/// A table whose entries are found by their words, folded.
#[derive(Debug)]
pub(crate) struct Lookup<T> {
    table: Table<WordsEntry<T>>,
    /// How words are written where they are looked up.
    key: fn(&str) -> SmolStr,
    found: OnceLock<Found<T>>,
}

#[derive(Debug)]
struct Found<T> {
    entries: FxHashMap<SmolStr, T>,
    /// The bytes of the longest word: most words of a text are longer than those of a
    /// short list.
    longest: usize,
}

/// The table of a file below `src/language`: its columns, and how a row is read.
macro_rules! table {
    ($file:expr, $columns:expr, $read:expr) => {
        $crate::language::table::Table::new(
            $file,
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/language/", $file)),
            $columns,
            $read,
        )
    };
}
pub(crate) use table;

/// The tables of one name in the folders of English and French, or what `$of` makes of each.
macro_rules! tables {
    ($name:literal, $columns:expr, $read:expr $(, $of:path)?) => {
        [
            $($of)?($crate::language::table::table!(concat!("en/", $name), $columns, $read)),
            $($of)?($crate::language::table::table!(concat!("fr/", $name), $columns, $read)),
        ]
    };
}
pub(crate) use tables;

impl<T> Table<T> {
    /// For [`table`].
    pub(crate) const fn new(
        file: &'static str,
        text: &'static str,
        columns: &'static [&'static str],
        read: fn(&Row) -> Option<T>,
    ) -> Table<T> {
        Table {
            file,
            text,
            columns,
            read,
            entries: OnceLock::new(),
        }
    }

    /// The entries, in the order of the file.
    pub(crate) fn entries(&self) -> &[T] {
        self.entries.get_or_init(|| self.read_all().collect())
    }

    fn read_all(&self) -> impl Iterator<Item = T> {
        self.lines().filter_map(|(_, line)| self.read_line(line))
    }

    /// The lines that hold an entry, each with its number.
    fn lines(&self) -> impl Iterator<Item = (usize, &'static str)> {
        index::lines(self.text)
    }

    fn read_line(&self, line: &'static str) -> Option<T> {
        let cells: Vec<_> = line.split('\t').collect();
        if cells.len() != self.columns.len() {
            return None;
        }
        (self.read)(&Row { cells })
    }
}

impl Row {
    /// What stands in a column; nothing for a column that there is not.
    pub(crate) fn cell(&self, column: usize) -> &'static str {
        self.cells.get(column).copied().unwrap_or_default()
    }

    /// What stands in a column, unless it is `-`.
    pub(crate) fn filled(&self, column: usize) -> Option<&'static str> {
        Some(self.cell(column)).filter(|cell| *cell != "-")
    }

    /// The things that a column lists; none for `-`.
    pub(crate) fn list(&self, column: usize) -> Vec<&'static str> {
        index::things(self.cell(column)).collect()
    }

    /// The number that a column says.
    pub(crate) fn number<N: std::str::FromStr>(&self, column: usize) -> Option<N> {
        self.cell(column).parse().ok()
    }

    /// Two things that a column lists; both are the same where it has one alone.
    pub(crate) fn one_and_several(&self, column: usize) -> Option<[&'static str; 2]> {
        match self.list(column).as_slice() {
            [one] => Some([one, one]),
            [one, several] => Some([one, several]),
            _ => None,
        }
    }

    /// A line of one word, for lists that are looked up.
    pub(crate) fn listed(row: &Row) -> Option<WordsEntry<()>> {
        Some((vec![row.filled(0)?], ()))
    }

    /// A line of several words, for lists that are looked up.
    pub(crate) fn all_listed(row: &Row) -> Option<WordsEntry<()>> {
        Some((row.list(0), ()))
    }
}

impl<T: Clone> Lookup<T> {
    /// Of a table.
    pub(crate) const fn new(table: Table<WordsEntry<T>>) -> Lookup<T> {
        Lookup {
            table,
            key: fold_word,
            found: OnceLock::new(),
        }
    }

    /// Of a table whose words are found to the letter, and not folded.
    pub(crate) const fn to_the_letter(table: Table<WordsEntry<T>>) -> Lookup<T> {
        let mut lookup = Lookup::new(table);
        lookup.key = |word| SmolStr::new(word);
        lookup
    }

    /// What is said of a folded word.
    pub(crate) fn get(&self, folded: &str) -> Option<&T> {
        let found = self.found.get_or_init(|| {
            let mut entries = FxHashMap::default();
            for (words, says) in self.table.read_all() {
                for word in words {
                    entries
                        .entry((self.key)(word))
                        .or_insert_with(|| says.clone());
                }
            }
            let longest = entries.keys().map(SmolStr::len).max().unwrap_or_default();
            Found { entries, longest }
        });
        (folded.len() <= found.longest)
            .then(|| found.entries.get(folded))
            .flatten()
    }

    /// Whether a folded word is in the table.
    pub(crate) fn has(&self, folded: &str) -> bool {
        self.get(folded).is_some()
    }

    /// The lines, in the order of the file.
    pub(crate) fn entries(&self) -> &[WordsEntry<T>] {
        self.table.entries()
    }
}

#[cfg(test)]
pub(crate) mod tests;
