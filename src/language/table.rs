//! The one reader of the tables of words: the files `*.tsv` beside this one, which are
//! compiled in and which a translator can read and review (`README.md`).
//!
//! A line is an entry, its columns set apart by tabs; empty lines and lines that begin
//! with `#` are for the reader. A column may hold several things parted by semicolons,
//! and `-` where it has nothing. A line that cannot be read is left out, so that a
//! mistake in a table never stops a memo; the tests read every table and fail on one.

/// One file of entries, and how a line of it is read.
#[derive(Debug)]
pub(crate) struct Table<T> {
    /// The file's path below `src/language`.
    pub(crate) file: &'static str,
    /// What is in the file.
    pub(crate) text: &'static str,
    /// What the columns hold; the file says the same in a line of its own.
    pub(crate) columns: &'static [&'static str],
    /// What an entry says; nothing where a cell says what it may not.
    pub(crate) entry: fn(&Row) -> Option<T>,
}

/// One line of a table, cut into its cells.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    cells: Vec<&'static str>,
}

/// A table of the file `$file` below `src/language`: its columns and how a row is read.
macro_rules! table {
    ($file:literal, $columns:expr, $entry:expr) => {
        $crate::language::table::Table {
            file: $file,
            text: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/language/", $file)),
            columns: $columns,
            entry: $entry,
        }
    };
}
pub(crate) use table;

impl<T> Table<T> {
    /// The entries, in the order of the file.
    pub(crate) fn entries(&self) -> impl Iterator<Item = T> {
        self.lines().filter_map(|(_, line)| self.read(line))
    }

    /// The lines that hold an entry, each with its number.
    fn lines(&self) -> impl Iterator<Item = (usize, &'static str)> {
        (1..)
            .zip(self.text.lines())
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
    }

    fn read(&self, line: &'static str) -> Option<T> {
        let cells: Vec<_> = line.split('\t').collect();
        if cells.len() != self.columns.len() {
            return None;
        }
        (self.entry)(&Row { cells })
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
        self.filled(column)
            .map_or_else(Vec::new, |cell| cell.split("; ").collect())
    }
}

#[cfg(test)]
impl<T> Table<T> {
    /// What is wrong with the file, each fault with its line: cells that are missing,
    /// empty or padded, entries that cannot be read, lines that stand twice, a line of
    /// columns that says something else.
    pub(crate) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let columns = format!("# {}", self.columns.join("\t"));
        if !self.text.lines().any(|line| line == columns) {
            faults.push(format!("{}: no line says {columns:?}", self.file));
        }
        let mut seen = std::collections::HashMap::new();
        for (number, line) in self.lines() {
            let mut cells = line.split('\t').flat_map(|cell| cell.split(';'));
            let padded = line.split('\t').any(|cell| cell.trim() != cell)
                || cells.any(|thing| thing.trim().is_empty());
            if padded {
                faults.push(format!("{}:{number}: a cell is empty or padded", self.file));
            }
            if self.read(line).is_none() {
                faults.push(format!("{}:{number}: cannot be read: {line:?}", self.file));
            }
            if let Some(first) = seen.insert(line, number) {
                faults.push(format!("{}:{number}: as line {first}", self.file));
            }
        }
        if seen.is_empty() {
            faults.push(format!("{}: no entry", self.file));
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &'static str) -> Vec<String> {
        let table: Table<u32> = Table {
            file: "t",
            text,
            columns: &["number", "names"],
            entry: |row| row.cell(0).parse().ok(),
        };
        table.faults()
    }

    #[test]
    fn a_line_that_cannot_be_read_is_a_fault() {
        assert!(faults("# number\tnames\n\n1\ta; b\n2\t-\n").is_empty());
        for text in [
            "1\ta\n",
            "# number\tnames\n",
            "# number\tnames\none\ta\n",
            "# number\tnames\n1 a\n",
            "# number\tnames\n1\ta \n",
            "# number\tnames\n1\t\n",
            "# number\tnames\n1\ta;\n",
            "# number\tnames\n1\ta\n1\ta\n",
        ] {
            assert!(!faults(text).is_empty(), "{text:?}");
        }
    }
}
