//! Every label, salutation, office and role for every combination of those whom they agree
//! with, as documents print them in both languages: one table, `tests/fixtures/agreement.md`,
//! for a translator to read. `BLESS=1` writes it.

use crate::stage;
use bimemo::press::Format;
use bimemo::{Options, Workspace, render};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

/// Who sends and receives: what the table calls them, and their YAML.
const PARTIES: [(&str, &str); 11] = [
    ("a woman", "[{ name: Ana Roy, gender: feminine }]"),
    ("a man", "[{ name: Leo Roy, gender: masculine }]"),
    ("somebody", "[{ name: Max Roy }]"),
    (
        "two women",
        "[{ name: Ana Roy, gender: feminine }, { name: Eva Roy, gender: feminine }]",
    ),
    (
        "two men",
        "[{ name: Leo Roy, gender: masculine }, { name: Guy Roy, gender: masculine }]",
    ),
    (
        "a woman and a man",
        "[{ name: Ana Roy, gender: feminine }, { name: Leo Roy, gender: masculine }]",
    ),
    (
        "a man and a woman",
        "[{ name: Leo Roy, gender: masculine }, { name: Ana Roy, gender: feminine }]",
    ),
    (
        "a woman and somebody",
        "[{ name: Ana Roy, gender: feminine }, { name: Max Roy }]",
    ),
    ("a group", "[{ en: All staff, fr: Ensemble du personnel }]"),
    (
        "a single group",
        "[{ en: The secretariat, fr: Le secrétariat, number: one }]",
    ),
    (
        "a woman and a group",
        "[{ name: Ana Roy, gender: feminine }, { en: All staff, fr: Ensemble du personnel }]",
    ),
];

/// The Markdown of a memo in both languages.
fn printed(memo: &str) -> [String; 2] {
    let own = |path: &str| {
        let bytes = fs::read(stage::repository().join(path)).expect("the file can be read");
        (path.to_owned(), bytes)
    };
    let files = BTreeMap::from([
        ("memos/matrix.yaml".to_owned(), memo.as_bytes().to_vec()),
        own("templates/letterheads/harbour.yaml"),
        own("templates/letterheads/harbour.svg"),
    ]);
    let options = Options {
        formats: vec![Format::Markdown],
        ..Options::default()
    };
    let rendering = render(&Workspace::of(files), &options);
    assert_eq!(rendering.findings, [], "{memo}");
    ["en", "fr"].map(|lang| {
        let name = format!("matrix.{lang}.md");
        let mut files = rendering.files.iter();
        let (_, bytes) = files.find(|(path, _)| *path == name).expect("it was made");
        String::from_utf8(bytes.clone()).expect("Markdown is UTF-8")
    })
}

/// The labels of a document's header and foot, in their order, then its salutations and
/// the letterhead's office in its language.
fn words_of_parties(document: &str, office: usize) -> Vec<String> {
    let label = |line: &str| {
        let (label, _) = line.strip_prefix("**")?.split_once("**")?;
        label.ends_with(':').then(|| label.to_owned())
    };
    let mut words: Vec<String> = document.lines().filter_map(label).collect();
    let formulas = document
        .lines()
        .filter(|line| line.ends_with(',') && !line.starts_with('*'));
    words.extend(formulas.map(str::to_owned));
    let offices = |line: &&str| {
        ["Office of", "Bureau", "Sous-min"]
            .iter()
            .any(|begin| line.starts_with(begin))
    };
    let mut offices = document.lines().filter(offices);
    words.extend(
        offices
            .nth(office)
            .map(|line| line.trim_end_matches('\\').to_owned()),
    );
    words
}

fn parties(table: &mut String) {
    table.push_str("| sent by, and to | English | French |\n| --- | --- | --- |\n");
    for (who, parties) in PARTIES {
        let memo = format!(
            "date: 2026-05-29\nletterhead: harbour\nsender: {parties}\nrecipients: {parties}\n\
             through: {parties}\ncc: {parties}\nsubject: {{ en: Tides, fr: Marées }}\n\
             salutation: {{ message: salutation-colleagues }}\nsections:\n  - body: {{ en: Word., \
             fr: Mot. }}\nclosing: {{ message: salutation-partners }}\n"
        );
        let [en, fr] = printed(&memo);
        let row = |document: &str, office| words_of_parties(document, office).join(" / ");
        let _ = writeln!(table, "| {who} | {} | {} |", row(&en, 0), row(&fr, 1));
    }
}

fn roles(table: &mut String) {
    let roles = fs::read_to_string(stage::repository().join("locales/en/roles.ftl"));
    let roles = roles.expect("the roles can be read");
    let roles = roles.lines().filter_map(|line| {
        let id = line.split_once(" =")?.0;
        id.starts_with("role-").then_some(id)
    });
    table.push_str("\n| role | who | English | French |\n| --- | --- | --- | --- |\n");
    for role in roles {
        let mut people = Vec::new();
        for gender in ["feminine", "masculine", "unspecified"] {
            for acting in [false, true] {
                for name in ["name: Ana Roy, ", ""] {
                    let mark = if acting { ", acting" } else { "" };
                    let named = if name.is_empty() { ", no name" } else { "" };
                    let person = format!(
                        "{{ {name}gender: {gender}, acting: {acting}, title: {{ message: {role} }} }}"
                    );
                    people.push((format!("{gender}{mark}{named}"), person));
                }
            }
        }
        let list: Vec<&str> = people.iter().map(|(_, person)| person.as_str()).collect();
        let memo = format!(
            "date: 2026-05-29\nsender: {{ name: Ana Roy, gender: feminine }}\nrecipients:\n  - \
             {{ en: All staff, fr: Ensemble du personnel }}\nsubject: {{ en: Tides, fr: Marées \
             }}\nsections:\n  - body: {{ en: Word., fr: Mot. }}\ncc: [{}]\n",
            list.join(", ")
        );
        let [en, fr] = printed(&memo).map(|document| {
            let items = document.lines().filter_map(|line| line.strip_prefix("- "));
            items
                .map(|line| line.trim_start_matches("Ana Roy, ").to_owned())
                .collect::<Vec<_>>()
        });
        assert_eq!([en.len(), fr.len()], [people.len(), people.len()]);
        for ((who, _), (en, fr)) in people.iter().zip(en.iter().zip(&fr)) {
            let _ = writeln!(table, "| {role} | {who} | {en} | {fr} |");
        }
    }
}

#[test]
fn all_that_agrees_is_as_the_table_has_it() {
    let mut table = String::from(
        "# What agrees with the people\n\nThe labels of From, To, Through and cc, both \
         salutations and the letterhead’s office; then the roles after a name and without \
         one.\n\n",
    );
    parties(&mut table);
    roles(&mut table);
    let expected = stage::repository().join("tests/fixtures/agreement.md");
    let difference = stage::compare(&expected, &table);
    stage::assert_none(difference.as_slice());
}
