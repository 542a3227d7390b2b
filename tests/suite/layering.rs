//! Who imports whom: the table of `docs/architecture.md`, held against the sources.

use crate::paths::{PathUse, paths};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What every room may import.
const OPEN: [&str; 4] = ["diagnostic", "lang", "limits", "source"];

/// The rooms, each with the rooms that it may import besides itself and the open
/// ones. A room's name is its path below `src/`, rooms of `output` apart.
const ROOMS: &[(&str, &[&str])] = &[
    ("lang", &[]),
    ("source", &[]),
    ("diagnostic", &[]),
    ("limits", &[]),
    ("workspace", &[]),
    ("memo", &["workspace"]),
    ("language", &["memo"]),
    ("locale", &["language", "memo", "workspace"]),
    ("document", &["language", "locale", "memo", "workspace"]),
    (
        "check",
        &["document", "language", "locale", "memo", "workspace"],
    ),
    (
        "mend",
        &[
            "check",
            "document",
            "language",
            "locale",
            "memo",
            "workspace",
        ],
    ),
    (
        "template",
        &["document", "locale", "memo", "output/theme", "workspace"],
    ),
    (
        "output",
        &[
            "output/html",
            "output/json",
            "output/markdown",
            "output/pdf",
            "output/svg",
            "output/theme",
        ],
    ),
    ("output/json", &["document", "memo", "output"]),
    ("output/theme", &["memo", "output", "workspace"]),
    ("output/svg", &["memo", "output", "workspace"]),
    (
        "output/markdown",
        &[
            "document",
            "memo",
            "output",
            "output/svg",
            "output/theme",
            "template",
            "workspace",
        ],
    ),
    (
        "output/html",
        &[
            "document",
            "output",
            "output/svg",
            "output/theme",
            "template",
            "workspace",
        ],
    ),
    (
        "output/pdf",
        &[
            "document",
            "output",
            "output/svg",
            "output/theme",
            "workspace",
        ],
    ),
    (
        "press",
        &[
            "check",
            "document",
            "language",
            "locale",
            "memo",
            "output",
            "output/html",
            "output/json",
            "output/markdown",
            "output/pdf",
            "output/svg",
            "output/theme",
            "template",
            "workspace",
        ],
    ),
    ("cli", &[]),
];

/// Foreign crates, each with its door; those without one may be used anywhere. XML is
/// read at two: print markup and drawings are both.
const DOORS: &[(&str, Option<&str>)] = &[
    ("annotate_snippets", Some("cli")),
    ("base64", Some("output")),
    ("cap_std", Some("workspace")),
    ("clap", Some("cli")),
    ("cssparser", Some("output/svg")),
    ("flate2", Some("cli")),
    ("flate2", Some("output/pdf")),
    ("fluent", Some("cli")),
    ("fluent", Some("diagnostic")),
    ("fluent", Some("locale")),
    ("fluent_syntax", Some("check")),
    ("fluent_syntax", Some("locale")),
    ("getrandom", Some("cli")),
    ("harfrust", Some("output/pdf")),
    ("http_body_util", Some("cli")),
    ("hyper", Some("cli")),
    ("hyper_util", Some("cli")),
    ("hypher", Some("output/pdf")),
    ("image", Some("output/pdf")),
    ("indicatif", Some("cli")),
    ("jiff", Some("memo")),
    ("jiff", Some("workspace")),
    ("lopdf", Some("output/pdf")),
    ("notify", Some("cli")),
    ("printpdf", Some("output/pdf")),
    ("pulldown_cmark", Some("document")),
    ("roxmltree", Some("output/html")),
    ("roxmltree", Some("output/pdf")),
    ("roxmltree", Some("output/svg")),
    ("rustix", Some("workspace")),
    ("rust_decimal", Some("memo")),
    ("rust_embed", Some("workspace")),
    ("rustc_hash", None),
    ("smol_str", None),
    ("saphyr_parser", Some("memo")),
    ("serde", None),
    ("serde_json", None),
    ("serde_yaml", Some("memo")),
    ("self_cell", Some("locale")),
    ("sha2", None),
    ("signal_hook", Some("cli")),
    ("similar", Some("cli")),
    ("skrifa", Some("output/pdf")),
    ("strsim", Some("diagnostic")),
    ("tera", Some("cli")),
    ("tera", Some("template")),
    ("tokio", Some("cli")),
    ("toml", Some("output/markdown")),
    ("unicode_bidi", Some("source")),
    ("unicode_linebreak", Some("output/pdf")),
    ("unicode_normalization", Some("source")),
    ("unicode_security", Some("source")),
    ("unicode_segmentation", None),
    ("usvg", Some("output/pdf")),
];

/// The world outside, which only these rooms may touch.
const WORLD: [&str; 8] = [
    "std::env",
    "std::fs",
    "std::io::stdin",
    "std::net",
    "std::process",
    "std::thread",
    "std::time::Instant",
    "std::time::SystemTime",
];
const WORLDLY: [&str; 2] = ["workspace", "cli"];

/// The terminal, which only the command talks to.
const TERMINAL: [&str; 2] = ["std::io::stdout", "std::io::stderr"];
const PRINTING: [&str; 5] = ["print", "println", "eprint", "eprintln", "dbg"];

/// The rooms in which a language may be asked for: the language, the locale, the two
/// that say what a language is and which side of a Text belongs to it, and the check, which names
/// the two sides that it compares.
const LANGUAGE: [&str; 5] = ["check", "lang", "language", "locale", "memo"];

/// Names that say nothing about what is in a room.
const NO_NAMES: [&str; 4] = ["utils", "helpers", "common", "manager"];

/// The types of a source that are visible outside of its file.
fn visible_types(source: &str) -> Vec<&str> {
    let (code, _) = source
        .split_once("#[cfg(test)]\nmod tests {")
        .unwrap_or((source, ""));
    let mut types = Vec::new();
    for line in code.lines() {
        let Some(rest) = line.trim_start().strip_prefix("pub") else {
            continue;
        };
        // pub(super), pub(in crate::check)
        let rest = match rest.strip_prefix('(') {
            Some(inside) => inside.split_once(')').map_or("", |(_, rest)| rest),
            None => rest,
        };
        let kinds = ["struct", "enum", "trait", "type", "union"];
        let mut words = rest.split_whitespace();
        if words.next().is_some_and(|kind| kinds.contains(&kind))
            && let Some(name) = words.next()
        {
            let end = name.find(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
            types.push(&name[..end.unwrap_or(name.len())]);
        }
    }
    types
}

/// The faults of a source, whose path is relative to `src/`.
fn faults(path: &str, source: &str) -> Vec<String> {
    let module = module_of(path);
    let room = room_of(&module).unwrap_or_default();
    let mut faults: Vec<String> = paths(source, &module)
        .iter()
        .filter_map(|used| Some(format!("src/{path}:{}: {}", used.line, fault(&room, used)?)))
        .collect();
    if !room.is_empty() && allowed(&room).is_none() {
        faults.push(format!(
            "src/{path}: `{room}` is no room of docs/architecture.md"
        ));
    }
    faults
}

fn fault(room: &str, used: &PathUse) -> Option<String> {
    let name = used.segments.join("::");
    let first = used.segments.first()?.as_str();
    let is_below = |place: &&&str| name == **place || name.starts_with(&format!("{place}::"));
    if used.is_macro {
        let prints = PRINTING.contains(&name.trim_start_matches("std::")) && room != "cli";
        return prints.then(|| format!("`{room}` prints with `{name}!`"));
    }
    if used.compared && asks_language(&used.segments) && !LANGUAGE.contains(&room) {
        return Some(format!("`{room}` asks for a language with `{name}`"));
    }
    if used.segments.len() < 2 {
        return None;
    }
    let doors: Vec<&str> = DOORS
        .iter()
        .filter(|(foreign, _)| *foreign == first)
        .filter_map(|(_, door)| *door)
        .collect();
    if !doors.is_empty() {
        let door = doors.join("` or `");
        let other = !doors.contains(&room);
        return other.then(|| format!("`{room}` uses `{name}`, whose door is `{door}`"));
    }
    if WORLD.iter().find(is_below).is_some() && !WORLDLY.contains(&room) {
        return Some(format!("`{room}` touches the world with `{name}`"));
    }
    if TERMINAL.iter().find(is_below).is_some() && room != "cli" {
        return Some(format!("`{room}` talks to the terminal with `{name}`"));
    }
    if first == "crate" && room != "cli" {
        let segments: Vec<&str> = used.segments[1..].iter().map(String::as_str).collect();
        let target = room_of(&segments)?;
        return (!may_import(room, &target)).then(|| format!("`{room}` imports `{name}`"));
    }
    None
}

fn asks_language(segments: &[String]) -> bool {
    matches!(segments, [.., lang, side] if lang == "Lang" && (side == "En" || side == "Fr"))
}

fn may_import(room: &str, target: &str) -> bool {
    // The crate's root and its tables of rooms have no content of their own.
    let open = room.is_empty() || room == target || OPEN.contains(&target);
    // A name that is no room is an item of the crate's root, which has none.
    let known = allowed(target).is_some();
    known && (open || allowed(room).is_some_and(|rooms| rooms.contains(&target)))
}

fn allowed(room: &str) -> Option<&'static [&'static str]> {
    let row = ROOMS.iter().find(|(name, _)| *name == room)?;
    Some(row.1)
}

/// The module that a file below `src/` is.
pub fn module_of(path: &str) -> Vec<&str> {
    let path = path.trim_end_matches(".rs");
    let mut module: Vec<&str> = path.split('/').collect();
    if matches!(module.last(), Some(&"mod" | &"lib" | &"main")) {
        module.pop();
    }
    module
}

/// The room that a module or an item stands in; none for the crate's root.
fn room_of(module: &[&str]) -> Option<String> {
    match module {
        [] => None,
        ["output", part, ..] => {
            let room = format!("output/{part}");
            let known = allowed(&room).is_some();
            Some(if known { room } else { "output".to_owned() })
        }
        [room, ..] => Some((*room).to_owned()),
    }
}

/// The modules of a folder that are compiled for tests alone.
fn test_modules(folder: &Path) -> Vec<String> {
    let parents = ["mod.rs", "lib.rs", "main.rs"].map(|name| folder.join(name));
    let beside = folder.with_extension("rs");
    let declared = parents
        .iter()
        .chain([&beside])
        .filter_map(|path| fs::read_to_string(path).ok());
    declared
        .flat_map(|source| {
            let lines: Vec<String> = source.lines().map(str::to_owned).collect();
            let pairs = lines
                .windows(2)
                .filter(|pair| pair[0].trim() == "#[cfg(test)]");
            let names = pairs.filter_map(|pair| {
                let (_, name) = pair[1].split_once("mod ")?;
                name.strip_suffix(';').map(str::to_owned)
            });
            names.collect::<Vec<_>>()
        })
        .collect()
}

/// The sources, tests beside them left out.
pub fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders: Vec<PathBuf> = vec![root.clone()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        let tests = test_modules(&folder);
        for entry in fs::read_dir(&folder).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or("");
            let is_test = tests
                .iter()
                .any(|test| name.trim_end_matches(".rs") == test);
            if path.is_dir() && !is_test {
                folders.push(path);
            } else if name.ends_with(".rs") && !is_test {
                let below = path.strip_prefix(&root).expect("it lies below src");
                let below = below.to_string_lossy().replace('\\', "/");
                let text = fs::read_to_string(&path).expect("the source can be read");
                sources.push((below, text));
            }
        }
    }
    sources.sort();
    sources
}

#[test]
fn rooms_import_what_they_may() {
    let sources = sources();
    assert!(sources.len() > 20, "the sources were not found");
    let faults: Vec<String> = sources
        .iter()
        .flat_map(|(path, source)| faults(path, source))
        .collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn rooms_have_names_that_say_what_is_in_them() {
    for (path, _) in sources() {
        let nameless = module_of(&path)
            .into_iter()
            .find(|part| NO_NAMES.contains(part));
        assert_eq!(nameless, None, "src/{path}");
    }
}

/// Lines of a file, its tests aside: more than fit in a head.
const MOST_LINES: usize = 450;

#[test]
fn no_file_is_too_long() {
    for (path, source) in sources() {
        let (code, _) = source
            .split_once("#[cfg(test)]\nmod tests {")
            .unwrap_or((&source, ""));
        let lines = code.lines().count();
        assert!(lines <= MOST_LINES, "src/{path} has {lines} lines");
    }
}

#[test]
fn no_two_rooms_call_two_things_by_one_name() {
    let sources = sources();
    let mut rooms: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (path, source) in &sources {
        let room = room_of(&module_of(path)).unwrap_or_default();
        // The command is a crate of its own.
        if room != "cli" {
            for name in visible_types(source) {
                rooms.entry(name).or_default().insert(room.clone());
            }
        }
    }
    assert!(rooms.len() > 200, "the types were not found");
    let shared: Vec<String> = rooms
        .iter()
        .filter(|(_, rooms)| rooms.len() > 1)
        .map(|(name, rooms)| format!("{name}: {rooms:?}"))
        .collect();
    assert!(shared.is_empty(), "\n{}\n", shared.join("\n"));
}

#[test]
fn visible_types_are_found() {
    let source = "pub struct A;\npub(crate) enum B<T> {}\nstruct C;\n    pub(in crate::x) type D = u8;\n\
                  pub fn e() {}\npub trait F: G {}\n#[cfg(test)]\nmod tests {\n    pub struct H;\n}\n";
    assert_eq!(visible_types(source), ["A", "B", "D", "F"]);
}

#[test]
fn every_dependency_has_its_door() {
    let manifest = include_str!("../../Cargo.toml");
    let (_, rest) = manifest
        .split_once("\n[dependencies]\n")
        .expect("dependencies");
    // Those of one system stand in a table of their own behind them.
    let (listed, _) = rest
        .split_once("\n[dev-dependencies]\n")
        .expect("dependencies of tests");
    let listed: BTreeSet<String> = listed
        .lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, _)| name.replace('-', "_"))
        .collect();
    let doors: BTreeSet<String> = DOORS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(listed, doors);
}

#[test]
fn the_table_is_the_documentation() {
    let page = include_str!("../../docs/architecture.md");
    let (_, page) = page.split_once("Who may import whom").expect("the table");
    for (room, rooms) in ROOMS {
        if OPEN.contains(room) || matches!(*room, "output" | "press" | "cli") {
            continue;
        }
        let row = page
            .lines()
            .find(|line| line.starts_with('|') && line.contains(&format!("`{room}`")))
            .unwrap_or_else(|| panic!("`{room}` is not in docs/architecture.md"));
        for target in rooms.iter().filter(|target| **target != "output") {
            assert!(
                row.contains(&format!("`{target}`")),
                "`{target}` is not in: {row}"
            );
        }
    }
}

#[test]
fn what_is_forbidden_is_found() {
    let cases = [
        ("memo/parse.rs", "use crate::output::pdf::pages::Pages;"),
        ("document/build.rs", "fn a() { crate::template::render() }"),
        ("check/numbers.rs", "use super::super::output::html;"),
        ("output/html/mod.rs", "use crate::output::markdown::finish;"),
        ("output/markdown/mod.rs", "use super::pdf::pages;"),
        ("template/mod.rs", "use serde_yaml::Value;"),
        (
            "memo/parse.rs",
            "fn a() { let _ = fluent_syntax::parser::parse(\"\"); }",
        ),
        ("document/mod.rs", "use std::{fmt, fs};"),
        ("locale/mod.rs", "use std::io; fn a() { io::stdin(); }"),
        (
            "output/pdf/mod.rs",
            "fn a() { std::time::SystemTime::now(); }",
        ),
        ("workspace/mod.rs", "fn a() { println!(\"x\"); }"),
        ("output/html/mod.rs", "fn a() { if lang == Lang::Fr {} }"),
        (
            "template/mod.rs",
            "fn a() { match lang { Lang::En => 1, Lang::Fr => 2 } }",
        ),
        ("utilities.rs", "fn a() {}"),
    ];
    for (path, source) in cases {
        assert!(!faults(path, source).is_empty(), "{path}: {source}");
    }
}

#[test]
fn what_is_allowed_is_not_found() {
    let cases = [
        (
            "memo/yaml/node.rs",
            "use serde_yaml::Value; use crate::diagnostic::Diagnostic;",
        ),
        (
            "document/build.rs",
            "use crate::locale::Locale; use crate::memo::Memo;",
        ),
        (
            "output/pdf/write.rs",
            "use super::pages::Pages; use printpdf::Op;",
        ),
        (
            "output/html/mod.rs",
            "use crate::template::Templates; use crate::lang::Lang;",
        ),
        ("workspace/mod.rs", "use std::{env, fs};"),
        (
            "press.rs",
            "use crate::output::html::finish; use crate::check;",
        ),
        (
            "cli/main.rs",
            "mod report; fn main() { println!(\"{}\", std::env::args().count()) }",
        ),
        (
            "cli/render.rs",
            "use crate::report::Format; use bimemo::output::pdf;",
        ),
        ("locale/mod.rs", "fn a() { if lang == Lang::Fr {} }"),
        ("lib.rs", "pub mod memo; pub mod output;"),
        ("output/mod.rs", "pub mod html; pub use html::Page;"),
    ];
    for (path, source) in cases {
        assert_eq!(
            faults(path, source),
            Vec::<String>::new(),
            "{path}: {source}"
        );
    }
}
