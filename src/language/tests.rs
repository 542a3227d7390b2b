//! Every table of words is read whole, and none is forgotten.

use super::lexicon;
use std::collections::BTreeSet;
use std::path::Path;

/// The files of the tables, and what is wrong with each.
fn tables() -> Vec<(&'static str, Vec<String>)> {
    let mut tables = Vec::new();
    macro_rules! add {
        ($($table:expr),+ $(,)?) => { $(tables.push(($table.file, $table.faults()));)+ };
    }
    add!(lexicon::places::PLACES);
    tables
}

#[test]
fn every_line_of_every_table_is_read() {
    let faults: Vec<_> = tables()
        .into_iter()
        .flat_map(|(_, faults)| faults)
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_file_is_the_file_of_a_table() {
    let known: BTreeSet<_> = tables()
        .iter()
        .map(|(file, _)| (*file).to_owned())
        .collect();
    let room = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language");
    let mut found = BTreeSet::new();
    for folder in std::fs::read_dir(&room).expect("the room") {
        let folder = folder.expect("an entry").path();
        let Ok(files) = std::fs::read_dir(&folder) else {
            continue;
        };
        for file in files {
            let path = file.expect("an entry").path();
            if path.extension().is_some_and(|ending| ending == "tsv") {
                let below = path.strip_prefix(&room).expect("below the room");
                found.insert(below.display().to_string().replace('\\', "/"));
            }
        }
    }
    assert_eq!(found, known);
}
