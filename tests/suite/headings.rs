//! Bodies as they are pasted from documents that have headings of their own: sections in
//! all formats, in both languages, with one outline.

use crate::printed::{Room, difference, errors, told, words, words_of_pages};
use bimemo::document::{Document, Section};
use bimemo::lang::Lang;

/// A guideline, with a table of contents, notes, a table and lists between its headings.
const ENGLISH: &str = "\
# Guideline on mooring

In short: [who it is for](#who-may-moor), [fees](#fees-and-charges), [contact](#contact-us-2).[^1]

Who may moor
------------

- Boats under 12 m
- Barges,[^2] where
  the berth is free

### Exceptions

> The harbour master decides.

## Fees & charges

| Boat | Fee |
|------|-----|
| 8 m  | $20 |

#### Refunds ####

None.

## Contact us

Write to <dock@example.ca>.

[^1]: It replaces the guideline of 2019.
[^2]: With or without an engine.

# Contact us

```
# no heading
```
";

const FRENCH: &str = "\
# Ligne directrice sur l’amarrage

En bref : [à qui elle s’adresse](#who-may-moor), [frais](#fees-and-charges), [contact](#contact-us-2)[^1].

Qui peut s’amarrer
------------------

- Les bateaux de moins de 12 m
- Les péniches[^2], là où
  le poste est libre

### Exceptions

> La capitaine de port décide.

## Frais

| Bateau | Frais |
|--------|-------|
| 8 m    | 20 $  |

#### Remboursements ####

Aucun.

## Nous joindre

Écrivez à <dock@example.ca>.

[^1]: Elle remplace la ligne directrice de 2019.
[^2]: Avec ou sans moteur.

# Nous joindre

```
# no heading
```
";

fn memo(heading: &str) -> String {
    let body = |text: &str| -> String {
        let lines = text.lines();
        lines.map(|line| format!("        {line}\n")).collect()
    };
    let english = body(&ENGLISH.replace("#fees-and-charges", "#fees--charges"));
    let french = body(&FRENCH.replace("#fees-and-charges", "#fees--charges"));
    format!(
        "kind: notice\ndate: 2026-05-04\nsubject: {{ en: Mooring, fr: Amarrage }}\nsections:\n  - {heading}body:\n      en: |\n{english}      fr: |\n{french}"
    )
}

const OUTLINE: [(u8, &str); 7] = [
    (0, "guideline-on-mooring"),
    (1, "who-may-moor"),
    (2, "exceptions"),
    (1, "fees--charges"),
    (2, "refunds"),
    (1, "contact-us"),
    (0, "contact-us-2"),
];

fn outline(document: &Document) -> Vec<(u8, &str)> {
    fn gather<'d>(sections: &'d [Section], found: &mut Vec<(u8, &'d str)>) {
        for section in sections {
            found.push((section.level, section.id.as_str()));
            gather(&section.sections, found);
        }
    }
    let mut found = Vec::new();
    gather(&document.sections[0].sections, &mut found);
    found
}

#[test]
fn a_pasted_body_is_sections_in_all_formats() {
    for (heading, level) in [("", 2), ("heading: { en: Rules, fr: Règles }\n    ", 3)] {
        let room = Room::new();
        room.put("memos/a.yaml", memo(heading));
        let open = room.open();
        let composition = open.compose(&open.memos()[0]);
        let found = told(&composition.diagnostics);
        assert!(errors(&composition.diagnostics).is_empty(), "{found}");
        for lang in Lang::ALL {
            let document = &composition.documents[usize::from(lang == Lang::Fr)];
            let wanted = OUTLINE.map(|(depth, id)| (level + depth, id));
            assert_eq!(outline(document), wanted, "{lang:?}");
            let printed = open
                .print(&composition, lang)
                .unwrap_or_else(|it| panic!("{}", told(&it)));
            for (depth, id) in OUTLINE {
                let level = level + depth;
                let section = format!("<section id=\"{id}\">\n<h{level}>");
                assert!(
                    printed.html.contains(&section),
                    "{section}\n{}",
                    printed.html
                );
            }
            let hashes = "#".repeat(usize::from(level) + 1);
            let exceptions = format!("\n{hashes}# Exceptions\n");
            assert!(
                printed.markdown.contains(&exceptions),
                "{}",
                printed.markdown
            );
            assert!(printed.markdown.contains("<a id=\"who-may-moor\"></a>\n\n"));
            assert_same_words(&printed);
        }
    }
}

#[test]
fn headings_of_both_languages_stand_beside_one_another() {
    let room = Room::new();
    room.put("memos/a.yaml", memo(""));
    let open = room.open();
    let composition = open.compose(&open.memos()[0]);
    let printed = open
        .print_parallel(&composition)
        .unwrap_or_else(|it| panic!("{}", told(&it)));
    // A pair has the same sections in both of its columns, and none has all of them.
    let pairs: Vec<&str> = printed.html.split("<div class=\"pair\">").skip(2).collect();
    let ids = |pair: &str, lang: &str| -> Vec<String> {
        let marks = format!(" id=\"{lang}-");
        // A section without a heading is a `div`.
        let parts = pair.split('<').filter(|it| it.starts_with(['s', 'd']));
        let parts = parts.filter_map(|it| Some(it.split_once(marks.as_str())?.1));
        parts
            .map(|it| it.split('"').next().unwrap_or_default().to_owned())
            .collect()
    };
    let all: Vec<Vec<String>> = pairs.iter().map(|pair| ids(pair, "en")).collect();
    let french: Vec<Vec<String>> = pairs.iter().map(|pair| ids(pair, "fr")).collect();
    assert_eq!(all, french);
    let flat: Vec<&str> = all.iter().flatten().map(String::as_str).collect();
    let mut wanted = vec!["section-1"];
    wanted.extend(OUTLINE.map(|(_, id)| id));
    assert_eq!(flat, wanted);
    assert_eq!(all[0], ["section-1", "guideline-on-mooring"]);
    assert!(all[1..].iter().all(|pair| pair.len() <= 1), "{all:?}");
    assert_same_words(&printed);
}

#[test]
fn where_the_outlines_differ_each_column_has_all_of_its_own() {
    let room = Room::new();
    let yaml = memo("").replace(
        "        ### Exceptions\n        \n        > La",
        "        > La",
    ) + "ignore: [{ code: P019, at: \"sections[0]\", reason: it is one rule in French }]\n";
    room.put("memos/a.yaml", yaml);
    let open = room.open();
    let composition = open.compose(&open.memos()[0]);
    let found = told(&composition.diagnostics);
    assert!(composition.diagnostics.is_empty(), "{found}");
    let printed = open
        .print_parallel(&composition)
        .unwrap_or_else(|it| panic!("{}", told(&it)));
    for (_, id) in OUTLINE {
        assert!(printed.html.contains(&format!("\"en-{id}\"")), "{id}");
        let own = printed.html.contains(&format!("\"fr-{id}\""));
        assert_eq!(own, id != "exceptions", "{id}");
    }
    assert_same_words(&printed);
}

fn assert_same_words(printed: &crate::printed::Printed) {
    let markdown = words::of_markdown(&printed.markdown);
    let html = words::of_page(&printed.html);
    let print = words_of_pages(&printed.pages);
    let parallel = printed.html.contains("class=\"pair\"");
    for (name, mut one, mut other) in [
        ("Markdown and HTML", markdown, html.clone()),
        ("HTML and PDF", html, print),
    ] {
        if parallel {
            // Columns come one after the other in Markdown, and side by side elsewhere.
            one.sort();
            other.sort();
        }
        if let Some(difference) = difference(&one, &other) {
            panic!("{name}:\n{difference}");
        }
    }
}
