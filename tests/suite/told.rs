//! What the program says, in both languages: every file of phrases and every manual page is
//! there in French, with the phrases, values, headings and examples of the English one, and
//! bimemo's own check of locales finds nothing to mend in either.

use crate::examples::folder;
use crate::stage;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

/// What opens and closes the head of a page.
const HEAD: (&str, &str) = ("```ftl\n", "\n```\n");

/// A page in one language.
struct Told {
    /// The phrases in Fluent's syntax.
    head: String,
    /// The manual page.
    page: String,
}

fn read(path: PathBuf) -> Option<Told> {
    let text = fs::read_to_string(path).ok()?;
    let parts = text
        .strip_prefix(HEAD.0)
        .and_then(|it| it.split_once(HEAD.1));
    let (head, page) = parts.unwrap_or(("", &text));
    Some(Told {
        head: format!("{head}\n"),
        page: page.trim_start().to_owned(),
    })
}

/// The names of all pages below `src`, without their language, sorted.
fn names(ending: &str) -> Vec<String> {
    let files = stage::files(&stage::repository().join("src"));
    let files = files.iter().filter_map(|file| file.to_str());
    let names = files.filter_map(|file| file.strip_suffix(ending));
    names.map(str::to_owned).collect()
}

/// Every page in both languages, by its name.
fn pages() -> Vec<(String, Told, Told)> {
    let sources = stage::repository().join("src");
    let of = |name: &str, lang: &str| read(sources.join(format!("{name}.{lang}.md")));
    let names = names(".en.md").into_iter();
    names
        .filter_map(|name| Some((of(&name, "en")?, of(&name, "fr")?, name)))
        .map(|(en, fr, name)| (name, en, fr))
        .collect()
}

/// What a phrase takes: what it prints, and what it chooses by.
#[derive(Debug, Default, PartialEq, Eq)]
struct Taken {
    printed: BTreeSet<String>,
    chosen_by: BTreeSet<String>,
}

/// What each message and attribute of a head takes.
fn taken(head: &str) -> BTreeMap<String, Taken> {
    let tree = fluent_syntax::parser::parse(head)
        .unwrap_or_else(|(_, faults)| panic!("{faults:?}:\n{head}"));
    let mut all = BTreeMap::new();
    for entry in &tree.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let mut add = |name: String, pattern: &Pattern<&str>| {
            let mut found = Taken::default();
            gather(pattern, &mut found);
            all.insert(name, found);
        };
        let id = message.id.name;
        if let Some(value) = &message.value {
            add(id.to_owned(), value);
        }
        for attribute in &message.attributes {
            add(format!("{id}.{}", attribute.id.name), &attribute.value);
        }
    }
    all
}

fn gather(pattern: &Pattern<&str>, found: &mut Taken) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else {
            continue;
        };
        match expression {
            Expression::Select { selector, variants } => {
                found.chosen_by.extend(named(selector));
                for variant in variants {
                    gather(&variant.value, found);
                }
            }
            Expression::Inline(inline) => found.printed.extend(named(inline)),
        }
    }
}

/// The variable or the message that an expression names.
fn named(inline: &InlineExpression<&str>) -> Option<String> {
    match inline {
        InlineExpression::VariableReference { id } => Some(format!("${}", id.name)),
        InlineExpression::MessageReference { id, .. } => Some(id.name.to_owned()),
        InlineExpression::Placeable { expression } => match &**expression {
            Expression::Inline(inner) => named(inner),
            Expression::Select { .. } => None,
        },
        _ => None,
    }
}

/// The lines of a page that are the same in both languages: the fences, and what stands
/// between them without remarks.
fn examples(page: &str) -> Vec<&str> {
    let mut is_inside = false;
    let mut lines = Vec::new();
    for line in page.lines() {
        let is_fence = line.trim_start().starts_with("```");
        if is_fence || is_inside {
            // Remarks are told in the page's language.
            let remark = ["# ", "<!-- "]
                .iter()
                .filter_map(|sign| line.find(sign))
                .min();
            let code = line.get(..remark.unwrap_or(line.len()));
            lines.push(code.unwrap_or_default().trim_end());
        }
        is_inside ^= is_fence;
    }
    lines
}

#[test]
fn every_page_is_there_in_both_languages() {
    let mut french = names(".fr.md");
    // Its English stands beside the arguments (`cli/args.rs`).
    french.retain(|name| name != "cli/help");
    assert_eq!(names(".en.md"), french);
    let mut wrong = Vec::new();
    for (name, en, fr) in pages() {
        if en.page == fr.page && !en.page.is_empty() {
            wrong.push(format!("{name}: the French page is the English one"));
        }
    }
    stage::assert_none(&wrong);
}

#[test]
fn phrases_have_the_same_values_in_both_languages() {
    let mut wrong = Vec::new();
    let mut compared = 0;
    for (name, en, fr) in pages() {
        let (en, fr) = (taken(&en.head), taken(&fr.head));
        compared += en.len();
        let ids: BTreeSet<&String> = en.keys().chain(fr.keys()).collect();
        for id in ids {
            let (Some(en), Some(fr)) = (en.get(id), fr.get(id)) else {
                wrong.push(format!("{name}: only one language has `{id}`"));
                continue;
            };
            // What one language prints ("English") the other may say by choosing.
            let has = |other: &Taken, it: &&String| {
                other.printed.contains(*it) || other.chosen_by.contains(*it)
            };
            let lost = en.printed.iter().filter(|it| !has(fr, it));
            let lost = lost.chain(fr.printed.iter().filter(|it| !has(en, it)));
            for value in lost {
                wrong.push(format!("{name}: `{id}` has {value} in one language alone"));
            }
        }
    }
    assert!(compared > 1000, "only {compared} phrases were found");
    stage::assert_none(&wrong);
}

#[test]
fn pages_have_the_same_headings_and_examples_in_both_languages() {
    let mut wrong = Vec::new();
    for (name, en, fr) in pages() {
        let headings = |page: &str| page.lines().filter(|line| line.starts_with("## ")).count();
        if headings(&en.page) != headings(&fr.page) {
            wrong.push(format!("{name}: the headings differ"));
        }
        let (en, fr) = (examples(&en.page), examples(&fr.page));
        if en != fr {
            wrong.push(format!("{name}: the examples differ:\n{en:#?}\n{fr:#?}"));
        }
    }
    stage::assert_none(&wrong);
}

/// Rules that ask how a workspace uses its messages, and documents their variables, which code
/// does here (`phrases.rs`); and plural forms of numbers that a message chooses by exactly.
const OF_USE: [&str; 3] = ["L056", "L110", "L111"];

#[test]
fn our_own_check_of_locales_has_nothing_to_say() {
    let mut files = Vec::new();
    for (at, (name, en, fr)) in pages().into_iter().enumerate() {
        for (lang, head) in [("en", en.head), ("fr", fr.head)] {
            // Ids are a page's own.
            let own = |line: &str| match line.as_bytes().first() {
                Some(first) if first.is_ascii_lowercase() => format!("p{at}-{line}\n"),
                _ => format!("{line}\n"),
            };
            let text: String = head.lines().map(own).collect();
            let ids = taken(&head).into_keys();
            let text = ids.fold(text, |text, id| {
                text.replace(&format!("{{ {id} }}"), &format!("{{ p{at}-{id} }}"))
            });
            files.push((format!("locales/{lang}/{name}.ftl"), text));
        }
    }
    let stage = folder(&files);
    let result = stage::bimemo(stage.path())
        .args(["locale", "check", "--output-format", "concise", "--quiet"])
        .output()
        .expect("bimemo runs");
    let said = String::from_utf8_lossy(&result.stdout).into_owned();
    let is_of_use = |line: &&str| OF_USE.iter().any(|code| line.contains(code));
    let wrong: Vec<String> = said
        .lines()
        .filter(|it| !is_of_use(it))
        .map(str::to_owned)
        .collect();
    stage::assert_none(&wrong);
}
