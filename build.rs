//! Rebuilds the crate when a default that it embeds is added or removed, and takes apart
//! the great tables of words, so that no run has to: for each question that is asked of
//! one, an index (`src/language/table/index.rs`).

#[path = "src/language/table/index.rs"]
#[expect(dead_code, reason = "what a run looks up with")]
mod index;
#[path = "src/language/lexicon/key.rs"]
mod key;

use index::{bucket, lines, things};
use key::{bare, fold, place_key, stem};
use std::collections::BTreeMap;
use std::path::Path;

/// Words, each with the numbers that a table says of it.
type Words = BTreeMap<String, Vec<u16>>;

fn main() {
    for embedded in ["locales", "templates", "src/language/pairs"] {
        println!("cargo::rerun-if-changed={embedded}");
    }
    for name in ["given-names", "surnames"] {
        write(name, &alone(each(name, 0, fold)));
    }
    for (lang, column) in [("en", 0), ("fr", 1)] {
        let words = |key: fn(&str) -> &str| {
            let mut found = Words::new();
            for (number, cell) in cells("concepts", column) {
                for word in cell.split([' ', '-']).map(fold) {
                    add(&mut found, key(&word).to_owned(), number);
                }
            }
            found
        };
        write(&format!("concepts-{lang}"), &words(stem));
        write(&format!("known-words-{lang}"), &alone(words(bare)));
        let senses = each("stances", column, str::to_owned);
        write(&format!("senses-{lang}"), &senses);
        let named = each("places", column + 1, place_key);
        write(&format!("place-beginnings-{lang}"), &beginnings(&named));
        write(&format!("places-{lang}"), &named);
        let short = each("places", column + 5, str::to_owned);
        write(&format!("place-abbreviations-{lang}"), &short);
    }
}

/// The cells of a column of a table, each with the number of its entry.
fn cells(table: &str, column: usize) -> Vec<(u16, String)> {
    let path = format!("src/language/pairs/{table}.tsv");
    let text = std::fs::read_to_string(&path).expect("a table of words");
    let cells = (0..).zip(lines(&text)).map(|(number, (_, line))| {
        let cell = line.split('\t').nth(column);
        (number, cell.unwrap_or_default().to_owned())
    });
    cells.collect()
}

/// The things that a column lists, by their keys, each with the numbers of its entries.
fn each(table: &str, column: usize, key: fn(&str) -> String) -> Words {
    let mut found = Words::new();
    for (number, cell) in cells(table, column) {
        for thing in things(&cell) {
            add(&mut found, key(thing), number);
        }
    }
    found
}

fn add(words: &mut Words, word: String, number: u16) {
    let numbers = words.entry(word).or_default();
    if !numbers.contains(&number) {
        numbers.push(number);
    }
}

/// The words, and nothing of them.
fn alone(mut words: Words) -> Words {
    words.values_mut().for_each(Vec::clear);
    words
}

/// The words with which names begin, each with how many words the longest of them has.
fn beginnings(named: &Words) -> Words {
    let mut found = Words::new();
    for name in named.keys() {
        let first = name.split(|letter: char| !letter.is_alphanumeric()).next();
        let most = found.entry(first.unwrap_or_default().to_owned());
        let most = most.or_insert_with(|| vec![0]);
        most[0] = most[0].max(name.split(' ').count() as u16);
    }
    found
}

/// Writes the index of some words, as Rust reads it.
fn write(name: &str, words: &Words) {
    let count = words.len().next_power_of_two();
    let mut sorted: Vec<_> = words.iter().collect();
    sorted.sort_by_key(|(word, _)| bucket(word, count));
    let buckets =
        (0..=count).map(|wanted| sorted.partition_point(|(word, _)| bucket(word, count) < wanted));
    let texts: String = sorted.iter().map(|(word, _)| word.as_str()).collect();
    let numbers = sorted.iter().flat_map(|(_, numbers)| *numbers);
    let index = format!(
        "Index {{ buckets: &{:?}, ends: &{:?}, words: {texts:?}, number_ends: &{:?}, numbers: &{:?} }}",
        Vec::from_iter(buckets),
        ends(sorted.iter().map(|(word, _)| word.len())),
        ends(sorted.iter().map(|(_, numbers)| numbers.len())),
        Vec::from_iter(numbers),
    );
    let folder = std::env::var_os("OUT_DIR").expect("cargo runs this");
    std::fs::write(Path::new(&folder).join(format!("{name}.rs")), index).expect("a file");
}

/// Where things of these lengths end that stand one behind the other.
fn ends(lengths: impl Iterator<Item = usize>) -> Vec<usize> {
    let mut end = 0;
    let ends = lengths.map(|length| {
        end += length;
        end
    });
    ends.collect()
}
