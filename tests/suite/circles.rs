//! Which files import one another in a circle. An import counts to the file that
//! defines the item: a `mod.rs` that only declares and re-exports counts as none.

use crate::layering::{module_of, sources};
use crate::paths::paths;
use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};

/// The most files that may import one another in a circle: as many as one has in view
/// at once.
const MOST_FILES: usize = 4;

/// The files that each file imports.
type Imports = BTreeMap<String, BTreeSet<String>>;

/// What a file offers to others.
#[derive(Default)]
struct File {
    path: String,
    /// The items that it defines at its top.
    items: BTreeSet<String>,
    /// What it imports under which name, and the modules of which it re-exports all.
    names: BTreeMap<String, Vec<String>>,
    globs: Vec<Vec<String>>,
    /// The paths that it names.
    used: Vec<Vec<String>>,
}

impl File {
    fn read(path: &str, source: &str) -> (Vec<String>, File) {
        let module = module_of(path);
        let stream: TokenStream = source.parse().expect("the source is Rust");
        let tokens: Vec<TokenTree> = stream.into_iter().collect();
        let mut file = File {
            path: path.to_owned(),
            items: items(&tokens),
            ..File::default()
        };
        let found = paths(source, &module).into_iter();
        file.used = found
            .filter(|used| used.segments[0] == "crate")
            .map(|used| in_its_crate(&module, &used.segments[1..]))
            .collect();
        let modules = modules(&tokens);
        for import in imports(&tokens) {
            let found = paths(&format!("{modules}{import}"), &module).into_iter();
            for used in found.filter(|used| used.segments[0] == "crate") {
                let full = in_its_crate(&module, &used.segments[1..]);
                if import.replace(' ', "").ends_with("::*;") {
                    file.globs.push(full);
                } else if let Some(name) = full.last().cloned() {
                    file.names.insert(name, full);
                }
            }
        }
        let module = module.into_iter().map(str::to_owned).collect();
        (module, file)
    }
}

/// The path from `src/`: the command is a crate of its own.
fn in_its_crate(module: &[&str], segments: &[String]) -> Vec<String> {
    let is_command = module.first() == Some(&"cli");
    let inside = segments.first().is_some_and(|first| first == "cli");
    let root = (is_command && !inside).then(|| "cli".to_owned());
    root.into_iter().chain(segments.iter().cloned()).collect()
}

/// The names of the items at the top of a file.
fn items(tokens: &[TokenTree]) -> BTreeSet<String> {
    const KINDS: [&str; 9] = [
        "const",
        "enum",
        "fn",
        "macro_rules",
        "static",
        "struct",
        "trait",
        "type",
        "union",
    ];
    // `'static` says nothing about an item.
    let words: Vec<String> = tokens
        .iter()
        .map(ToString::to_string)
        .filter(|word| word != "!" && word != "mut")
        .collect();
    let triples = words.windows(3);
    triples
        .filter(|words| words[0] != "'" && KINDS.contains(&words[1].as_str()))
        .map(|words| words[2].clone())
        .chain(
            words
                .first()
                .filter(|first| KINDS.contains(&first.as_str()))
                .map(|_| words[1].clone()),
        )
        .collect()
}

/// The `mod` lines at the top of a file, by which its `use` lines may begin.
fn modules(tokens: &[TokenTree]) -> String {
    let words: Vec<String> = tokens.iter().map(ToString::to_string).collect();
    let pairs = words.windows(2).filter(|pair| pair[0] == "mod");
    pairs.map(|pair| format!("mod {};", pair[1])).collect()
}

/// The `use` lines at the top of a file.
fn imports(tokens: &[TokenTree]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = tokens;
    while let Some(start) = rest.iter().position(|token| token.to_string() == "use") {
        let length = rest[start..]
            .iter()
            .position(|token| token.to_string() == ";");
        let end = start + length.expect("a `use` ends");
        let line: TokenStream = rest[start..=end].iter().cloned().collect();
        lines.push(line.to_string());
        rest = &rest[end + 1..];
    }
    lines
}

/// The modules, each with its file.
struct Modules(BTreeMap<Vec<String>, File>);

impl Modules {
    fn read(sources: &[(String, String)]) -> Modules {
        let files = sources.iter();
        Modules(files.map(|(path, text)| File::read(path, text)).collect())
    }

    /// The file that defines what a path names; none where it names a module.
    fn definer(&self, path: &[String], depth: usize) -> Option<&str> {
        let length = (0..=path.len())
            .rev()
            .find(|&length| self.0.contains_key(&path[..length]))?;
        let file = &self.0[&path[..length]];
        let name = path.get(length)?;
        if file.items.contains(name) || depth == 0 {
            return file.items.contains(name).then_some(file.path.as_str());
        }
        let below = |full: &[String]| -> Vec<String> {
            full.iter().chain(&path[length + 1..]).cloned().collect()
        };
        if let Some(full) = file.names.get(name) {
            return self.definer(&below(full), depth - 1);
        }
        file.globs.iter().find_map(|glob| {
            let full: Vec<String> = glob.iter().chain(&path[length..]).cloned().collect();
            self.definer(&full, depth - 1)
        })
    }

    fn imports(&self) -> Imports {
        const DEPTH: usize = 8;
        let mut imports = Imports::new();
        for file in self.0.values().filter(|file| !file.items.is_empty()) {
            let found = file
                .used
                .iter()
                .filter_map(|path| self.definer(path, DEPTH));
            let others = found.filter(|other| *other != file.path).map(str::to_owned);
            imports.insert(file.path.clone(), others.collect());
        }
        imports
    }
}

/// The files that can be reached from a file.
fn reached<'a>(imports: &'a Imports, from: &str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&str> = imports[from].iter().map(String::as_str).collect();
    while let Some(file) = next.pop() {
        if reached.insert(file) {
            next.extend(imports[file].iter().map(String::as_str));
        }
    }
    reached
}

/// The files that import one another in circles, those of each circle together.
fn circles(imports: &Imports) -> BTreeSet<Vec<&str>> {
    let reach: BTreeMap<&str, BTreeSet<&str>> = imports
        .keys()
        .map(|file| (file.as_str(), reached(imports, file)))
        .collect();
    let around = |file: &str| -> Vec<&str> {
        let there = reach[file].iter().copied();
        there.filter(|other| reach[other].contains(file)).collect()
    };
    let all = imports.keys().map(|file| around(file));
    all.filter(|circle| circle.len() > 1).collect()
}

#[test]
fn no_circle_is_large() {
    let sources = sources();
    let imports = Modules::read(&sources).imports();
    let known = imports.values().flatten().count();
    assert!(known > 500, "the imports were not found");
    let large: Vec<String> = circles(&imports)
        .into_iter()
        .filter(|circle| circle.len() > MOST_FILES)
        .map(|circle| circle.join(" "))
        .collect();
    assert!(large.is_empty(), "\n{}\n", large.join("\n"));
}

#[test]
fn an_import_counts_to_the_file_that_defines_the_item() {
    let sources = [
        ("a/mod.rs", "mod b; mod c; pub use b::*; pub use c::D;"),
        (
            "a/b.rs",
            "use super::D; pub fn f() -> &'static G {} pub struct G;",
        ),
        (
            "a/c.rs",
            "pub struct D; impl D { fn h() { crate::a::f(); super::i() } }",
        ),
    ];
    let sources = sources.map(|(path, text)| (path.to_owned(), text.to_owned()));
    let imports = Modules::read(&sources).imports();
    let to = |path: &str| imports[path].iter().cloned().collect::<Vec<_>>();
    assert!(!imports.contains_key("a/mod.rs"));
    assert_eq!(to("a/b.rs"), ["a/c.rs"]);
    assert_eq!(to("a/c.rs"), ["a/b.rs"]);
    assert_eq!(
        circles(&imports),
        BTreeSet::from([vec!["a/b.rs", "a/c.rs"]])
    );
}
