//! The differences that are tolerated: each has an example that shows it, and a row in a
//! report of what it earns.

use super::pipeline::Built;
use super::{memos, pairs, shown};
use crate::stage;
use bimemo::check::licences::{Licence, all, used, without};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// A memo whose body has a text in each language.
fn memo(licence: &Licence) -> Built {
    let body = |text: &str| text.replace('\n', "\n        ");
    let text = format!(
        "date: 2026-04-30\n\
         sender: {{ name: Robin Sample }}\n\
         recipients: [{{ name: Alex Example }}]\n\
         subject: {{ en: Notice, fr: Avis }}\n\
         sections:\n  - body:\n      en: |\n        {}\n      fr: |\n        {}\n",
        body(licence.en),
        body(licence.fr)
    );
    Built::of("memos/licence.yaml", &text)
        .unwrap_or_else(|faults| panic!("{}: {faults:?}", licence.name))
}

#[test]
fn names_are_kebab_case_and_stand_once() {
    let mut seen = BTreeSet::new();
    for licence in all() {
        let name = licence.name;
        assert!(seen.insert(name), "two licences are `{name}`");
        let kebab = |c: char| c.is_ascii_lowercase() || c == '-';
        assert!(name.chars().all(kebab), "`{name}` is not in kebab-case");
    }
}

/// Each example is tolerated, by its own licence and no other.
#[test]
fn every_example_needs_its_licence() {
    let mut wrong = Vec::new();
    for licence in all() {
        let built = memo(licence);
        let with: Vec<String> = built.findings().iter().map(shown).collect();
        let out: Vec<String> = without(licence, || built.findings())
            .iter()
            .map(shown)
            .collect();
        if !with.is_empty() {
            wrong.push(format!("{} is told: {with:#?}", licence.name));
        }
        if out.is_empty() {
            wrong.push(format!(
                "{} has an example that does not need it",
                licence.name
            ));
        }
    }
    stage::assert_none(&wrong);
}

/// What a licence earns.
#[derive(Default)]
struct Row {
    /// How often it let two values or texts agree.
    used: usize,
    /// What would be told without it.
    errors: usize,
    warnings: usize,
    example: String,
}

/// What each licence earns on some memos.
fn report(memos: &[(String, String)]) -> BTreeMap<&'static str, Row> {
    let mut rows: BTreeMap<&'static str, Row> = BTreeMap::new();
    for licence in all() {
        rows.insert(licence.name, Row::default());
    }
    for (path, text) in memos {
        let Ok(built) = Built::of(path, text) else {
            continue;
        };
        used();
        let before: Vec<String> = built.findings().iter().map(shown).collect();
        let asked = used();
        for licence in all() {
            let Some(times) = asked.get(licence.name) else {
                continue;
            };
            let after = without(licence, || built.findings());
            let mut known = before.clone();
            let row = rows.entry(licence.name).or_default();
            row.used += times;
            for finding in after {
                let line = shown(&finding);
                if let Some(at) = known.iter().position(|it| *it == line) {
                    known.remove(at);
                    continue;
                }
                match finding.severity {
                    bimemo::diagnostic::Severity::Error => row.errors += 1,
                    _ => row.warnings += 1,
                }
                if row.example.is_empty() {
                    row.example = format!("{path}: {line}");
                }
            }
        }
    }
    rows
}

fn table(name: &str, rows: &BTreeMap<&'static str, Row>) -> String {
    let mut out = format!(
        "\nlicences, {name}\n{:<28}{:>7}{:>9}{:>10}  without it, first\n",
        "licence", "used", "errors", "warnings"
    );
    for (name, row) in rows {
        let _ = writeln!(
            out,
            "{name:<28}{:>7}{:>9}{:>10}  {}",
            row.used, row.errors, row.warnings, row.example
        );
    }
    out
}

/// The pairs of sentences that were judged to say the same: what `none` is called with in
/// the tests beside this one, each a memo.
fn judged() -> Vec<(String, String)> {
    let sources = [include_str!("pairs.rs"), include_str!("third_pairs.rs")];
    let mut texts = Vec::new();
    for source in sources {
        let stream: TokenStream = source.parse().expect("the source is Rust");
        gather(stream, false, &mut texts);
    }
    texts
        .into_iter()
        .map(|[en, fr]| (format!("“{en}”"), pairs::memo(&en, &fr)))
        .collect()
}

/// Gathers the pairs of strings inside of calls of `none`.
fn gather(stream: TokenStream, called: bool, texts: &mut Vec<[String; 2]>) {
    let mut is_next = false;
    for token in stream {
        if let TokenTree::Group(group) = &token {
            let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
            match tokens.as_slice() {
                [TokenTree::Literal(en), _, TokenTree::Literal(fr)]
                | [TokenTree::Literal(en), _, TokenTree::Literal(fr), _]
                    if called =>
                {
                    texts.push([en, fr].map(|text| unquoted(&text.to_string())));
                }
                _ => gather(group.stream(), called || is_next, texts),
            }
        }
        is_next = matches!(&token, TokenTree::Ident(name) if name == "none");
    }
}

/// The characters of a string as Rust has it.
fn unquoted(literal: &str) -> String {
    let inside = literal.trim_matches('"');
    let mut text = String::new();
    let mut rest = inside.chars().peekable();
    while let Some(letter) = rest.next() {
        if letter != '\\' {
            text.push(letter);
            continue;
        }
        match rest.next() {
            Some('n') => text.push('\n'),
            // The next line goes on where its blanks end.
            Some('\n') => while rest.next_if(|it| it.is_whitespace()).is_some() {},
            Some('u') => {
                let code: String = rest.by_ref().take_while(|it| *it != '}').collect();
                let code = u32::from_str_radix(code.trim_start_matches('{'), 16);
                text.extend(code.ok().and_then(char::from_u32));
            }
            other => text.extend(other),
        }
    }
    text
}

#[test]
fn pairs_that_were_judged_are_read_from_their_tests() {
    let judged = judged();
    assert!(judged.len() > 200, "{}", judged.len());
    assert!(judged.iter().any(|(name, _)| name == "“Call 911.”"));
    assert_eq!(unquoted(r#""a\"\u{a0}b\n""#), "a\"\u{a0}b\n");
}

/// What each licence earns on the corpus, on the pairs that were judged, and on the memos of
/// the folder that `LICENCES_OF` names:
/// `cargo test --test suite what_licences_earn -- --ignored --nocapture`.
#[test]
#[ignore = "takes minutes"]
#[expect(clippy::print_stdout, reason = "the table is what the test is for")]
fn what_licences_earn() {
    let mut corpus = memos("tuned");
    corpus.extend(memos("blind"));
    let rows = report(&corpus);
    println!("{}", table("the corpus", &rows));
    println!("{}", table("the judged pairs", &report(&judged())));
    if let Some(folder) = std::env::var_os("LICENCES_OF") {
        let folder = std::path::PathBuf::from(folder);
        let of_folder: Vec<(String, String)> = stage::files(&folder)
            .into_iter()
            .filter(|name| name.extension().is_some_and(|it| it == "yaml"))
            .filter_map(|name| {
                let text = std::fs::read_to_string(folder.join(&name)).ok()?;
                Some((name.display().to_string(), text))
            })
            .collect();
        let rows = report(&of_folder);
        println!("{}", table(&folder.display().to_string(), &rows));
    }
    let earning = rows.values().filter(|row| row.errors + row.warnings > 0);
    assert!(earning.count() >= 10, "{}", table("the corpus", &rows));
}
