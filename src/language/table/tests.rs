//! What can be wrong with a table.

use super::*;

/// A file that the tests read whole.
pub(crate) trait CheckedTable {
    /// Its path below `src/language`.
    fn file(&self) -> &'static str;

    /// What is wrong with it, each fault with its line.
    fn faults(&self) -> Vec<String>;
}

impl<T> CheckedTable for Table<T> {
    fn file(&self) -> &'static str {
        self.file
    }

    /// Cells that are missing, empty or padded, entries that cannot be read, lines that
    /// stand twice, a line of columns that says something else.
    fn faults(&self) -> Vec<String> {
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
            if self.read_line(line).is_none() {
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

impl<T> CheckedTable for Lookup<T> {
    fn file(&self) -> &'static str {
        self.table.file
    }

    /// Those of the table, and words that stand twice.
    fn faults(&self) -> Vec<String> {
        let mut faults = self.table.faults();
        let mut seen = std::collections::HashSet::new();
        for word in self.table.read_all().flat_map(|(words, _)| words) {
            if !seen.insert((self.key)(word)) {
                faults.push(format!("{}: {word:?} stands twice", self.table.file));
            }
        }
        faults
    }
}

fn faults(text: &'static str) -> Vec<String> {
    let read = |row: &Row| Some((row.list(1), row.number::<u32>(0)?));
    Lookup::new(Table::new("t", text, &["number", "names"], read)).faults()
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
        "# number\tnames\n1\ta\n2\tà\n",
    ] {
        assert!(!faults(text).is_empty(), "{text:?}");
    }
}

#[test]
fn words_are_found_folded() {
    let read = |row: &Row| Some((row.list(1), row.cell(0)));
    let table = Lookup::new(Table::new("t", "a\tété; Hiver\n", &["", ""], read));
    assert_eq!(table.get("ete"), Some(&"a"));
    assert!(table.has("hiver") && !table.has("automne"));
}
