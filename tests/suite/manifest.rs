//! `manifest.json`: what it says of the folder, what runs make of it, and what `--clean`,
//! `--check` and `--deny-warnings` do and never do.

use crate::stage;
use bimemo::workspace::ContentHash;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use tempfile::TempDir;

const MANIFEST: &str = "manifest.json";

/// A memo in these languages, with these words in its body.
fn memo(languages: &[&str], body: &str) -> String {
    let texts = |all: &[(&str, &str)]| {
        let own = all.iter().filter(|(lang, _)| languages.contains(lang));
        let own: Vec<String> = own
            .map(|(lang, words)| format!("{lang}: \"{words}\""))
            .collect();
        format!("{{ {} }}", own.join(", "))
    };
    let subject = texts(&[("en", "High water"), ("fr", "Haute mer")]);
    let body = texts(&[("en", body), ("fr", body)]);
    let to = texts(&[("en", "Boat owners"), ("fr", "Propriétaires de bateaux")]);
    format!(
        "date: 2026-05-29\nlanguages: [{}]\nsender: {{ name: Piers Laval }}\nrecipients: [{to}]\n\
         subject: {subject}\nsections:\n  - body: {body}\n",
        languages.join(", ")
    )
}

/// What a memo is that has an error.
const FAULTY: &str = "date: 2026-05-29\nsubject: { en: High water }\n";

/// A folder with these memos, by their names below `memos/`.
fn workspace(memos: &[(&str, &str)]) -> TempDir {
    let root = TempDir::new().expect("a temporary folder can be made");
    for (name, text) in memos {
        put(root.path(), &format!("memos/{name}"), text);
    }
    root
}

fn put(root: &Path, name: &str, text: &str) {
    let path = root.join(name);
    fs::create_dir_all(path.parent().unwrap_or(root)).expect("a folder can be made");
    fs::write(path, text).expect("a file can be written");
}

/// Runs `render` in Markdown, unless another format is asked for; gives the exit status and
/// what it said.
fn render(root: &Path, arguments: &str) -> (Option<i32>, String) {
    let result = rendered(root, arguments);
    let told = String::from_utf8_lossy(&result.stderr).into_owned();
    (result.status.code(), told)
}

fn rendered(root: &Path, arguments: &str) -> Output {
    let mut command = stage::bimemo(root);
    command.args(["render", "--no-sync"]);
    if !arguments.contains("--output-format") {
        command.args(["--output-format", "concise"]);
    }
    if !arguments.contains("--format") {
        command.args(["--format", "md"]);
    }
    let arguments = arguments.split_whitespace();
    command.args(arguments).output().expect("bimemo runs")
}

fn assert_clean(root: &Path, arguments: &str) -> String {
    let (status, told) = render(root, arguments);
    assert_eq!(status, Some(0), "{arguments}: {told}");
    told
}

/// Every file of a folder with its bytes.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = stage::files(folder).into_iter();
    files
        .map(|file| {
            let bytes = fs::read(folder.join(&file)).expect("the file can be read");
            (file, bytes)
        })
        .collect()
}

fn manifest(root: &Path) -> Value {
    let text = fs::read(root.join("out").join(MANIFEST)).expect("there is a manifest");
    serde_json::from_slice(&text).expect("it is JSON")
}

/// What stands under a key of every entry of a list.
fn all_of(manifest: &Value, list: &str, key: &str) -> Vec<String> {
    let entries = manifest[list].as_array().expect("a list");
    let values = entries.iter().map(|entry| match &entry[key] {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    });
    values.collect()
}

fn paths(manifest: &Value) -> Vec<String> {
    all_of(manifest, "documents", "path")
}

/// What is wrong with a manifest beside its folder.
fn faults(out: &Path) -> Vec<String> {
    let text = fs::read_to_string(out.join(MANIFEST)).expect("there is a manifest");
    let manifest: Value = serde_json::from_str(&text).expect("it is JSON");
    let schema = include_str!("../../docs/manifest.schema.json");
    let schema = serde_json::from_str(schema).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let mut faults: Vec<String> = validator
        .iter_errors(&manifest)
        .map(|error| format!("{error} at {}", error.instance_path()))
        .collect();
    let mut listed = paths(&manifest);
    listed.extend(all_of(&manifest, "assets", "path"));
    for list in ["documents", "assets"] {
        if !all_of(&manifest, list, "path").is_sorted() {
            faults.push(format!("{list} are in no order"));
        }
        for entry in manifest[list].as_array().expect("a list") {
            let path = entry["path"].as_str().expect("a path");
            let bytes = fs::read(out.join(path)).unwrap_or_default();
            if entry["bytes"] != bytes.len()
                || entry["sha256"] != ContentHash::of(&bytes).to_string()
            {
                faults.push(format!("{path} is another"));
            }
            for asset in entry["assets"].as_array().into_iter().flatten() {
                if !listed.contains(&asset.as_str().unwrap_or_default().to_owned()) {
                    faults.push(format!("{path} needs {asset}, which is not listed"));
                }
            }
            if let Some(other) = entry["counterpart"].as_str()
                && !listed.iter().any(|it| it == other)
            {
                faults.push(format!(
                    "{path} has the counterpart {other}, which is not listed"
                ));
            }
        }
    }
    let there: Vec<String> = stage::documents(out)
        .iter()
        .map(|file| file.to_string_lossy().into_owned())
        .collect();
    let kept: Vec<&str> = manifest["not_released"]
        .as_array()
        .expect("a list")
        .iter()
        .flat_map(|it| it["kept"].as_array().expect("a list"))
        .filter_map(Value::as_str)
        .collect();
    for file in &there {
        let times = listed.iter().filter(|path| *path == file).count();
        if times != 1 && !(times == 0 && kept.contains(&file.as_str())) {
            faults.push(format!("{file} is listed {times} times"));
        }
    }
    for path in listed.iter().filter(|path| !there.contains(path)) {
        faults.push(format!("{path} is not there"));
    }
    faults
}

#[test]
fn every_file_is_listed_once_as_it_is() {
    let fixtures = stage::repository().join("tests/fixtures/workspaces");
    let repository = stage::repository().to_owned();
    let places = [
        (repository.clone(), ""),
        (repository, "--layout parallel --format md,html"),
        (fixtures.join("drafts"), "--draft"),
        (fixtures.join("drafts"), ""),
        (fixtures.join("faulty"), ""),
    ];
    for (root, arguments) in places {
        let stage = TempDir::new().expect("a temporary folder can be made");
        let formats = if arguments.contains("--format") {
            ""
        } else {
            "--format md,html,pdf"
        };
        let root = root.display();
        render(
            stage.path(),
            &format!("--root {root} {formats} {arguments}"),
        );
        let found = faults(&stage.path().join("out"));
        assert_eq!(found, Vec::<String>::new(), "{root} {arguments}");
    }
}

#[test]
fn a_document_is_described() {
    let text = memo(&["en", "fr"], "[Tides](tides.txt)");
    let text = format!("{text}updated: 2026-06-01\nclassification: protected-b\n");
    let withdrawn = "status: { state: withdrawn, date: 2026-06-02 }\n";
    let stage = workspace(&[
        ("a.yaml", &format!("{text}{withdrawn}")),
        ("tides.txt", "3 m"),
    ]);
    assert_clean(stage.path(), "--format md,html");
    let manifest = manifest(stage.path());
    assert_eq!(
        paths(&manifest),
        ["a.en.html", "a.en.md", "a.fr.html", "a.fr.md"]
    );
    let entry = &manifest["documents"][3];
    for (key, value) in [
        ("memo", "memos/a.yaml"),
        ("id", "a"),
        ("kind", "memo"),
        ("lang", "fr-CA"),
        ("format", "md"),
        ("title", "Haute mer"),
        ("date", "2026-05-29"),
        ("updated", "2026-06-01"),
        ("status", "withdrawn"),
        ("classification", "protected-b"),
        ("counterpart", "a.en.md"),
    ] {
        assert_eq!(entry[key], value, "{key}");
    }
    assert_eq!(entry["draft"], false);
    assert_eq!(entry["assets"], serde_json::json!(["a/tides.txt"]));
    assert_eq!(all_of(&manifest, "assets", "path"), ["a/tides.txt"]);
    // Standard input has no path.
    let page = fs::read_to_string(stage.path().join("out/a.en.html")).expect("there is a page");
    for element in ["style", "script"] {
        let (_, rest) = page
            .split_once(&format!("<{element}>"))
            .expect("there is one");
        let (content, rest) = rest.split_once(&format!("</{element}>")).expect("it ends");
        assert!(!rest.contains(&format!("<{element}")), "there is one more");
        let hash = bimemo::output::inline_hash::inline_hash(
            &format!("<{element}>{content}</{element}>"),
            element,
        );
        assert!(
            hash.is_some() && manifest[element].as_str() == hash.as_deref(),
            "{element}"
        );
    }
}

#[test]
fn the_page_shows_the_keys_of_a_manifest() {
    let page = include_str!("../../docs/manifest.md");
    let (_, shown) = page.split_once("```json\n").expect("there is an example");
    let (shown, _) = shown.split_once("```").expect("it ends");
    let shown: Value = serde_json::from_str(shown).expect("it is JSON");
    let stage = workspace(&[("a.yaml", &memo(&["en", "fr"], "Low."))]);
    assert_clean(stage.path(), "");
    let real = manifest(stage.path());
    let keys = |value: &Value| -> Vec<String> {
        value
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect()
    };
    assert_eq!(keys(&shown), keys(&real));
    let (shown, real) = (&shown["documents"][0], &real["documents"][0]);
    assert_eq!(keys(shown), keys(real));
    for key in keys(real) {
        assert!(page.contains(&format!("`{key}`")), "{key}");
    }
}

/// What a document was made from tells it from one that is made from something else.
#[test]
fn the_inputs_are_all_that_a_document_is_made_from() {
    let text = memo(&["en", "fr"], "[Tides](tides.txt)");
    let stage = workspace(&[
        ("a.yaml", &text),
        ("b.yaml", &memo(&["en", "fr"], "Low.")),
        ("tides.txt", "3 m"),
    ]);
    let inputs = |arguments: &str| {
        assert_clean(stage.path(), arguments);
        let manifest = manifest(stage.path());
        let of = all_of(&manifest, "documents", "inputs").into_iter();
        let all: BTreeMap<String, String> = paths(&manifest).into_iter().zip(of).collect();
        all
    };
    let mut before = inputs("");
    assert_eq!(inputs("--jobs 1 memos/a.yaml"), before);
    let memos_of = |now: &BTreeMap<String, String>, before: &BTreeMap<String, String>| {
        let changed = now
            .iter()
            .filter(|(path, inputs)| before.get(*path) != Some(inputs));
        let memos: BTreeSet<char> = changed
            .filter_map(|(path, _)| path.chars().next())
            .collect();
        memos.into_iter().collect::<String>()
    };
    for (file, text, changed) in [
        ("memos/a.yaml", format!("# A word\n{text}").as_str(), "a"),
        ("memos/tides.txt", "4 m", "a"),
        ("memos/b.fr.ftl", "# Rien\n", "b"),
        ("directory.yaml", "people: {}\n", "ab"),
        ("bimemo.yaml", "# Settings\n", "ab"),
        ("locales/en/own.ftl", "# Words\n", "ab"),
        ("templates/theme.yaml", "# Theme\n", "ab"),
        ("templates/parts/own.html", "x", "ab"),
    ] {
        put(stage.path(), file, text);
        let now = inputs("");
        assert_eq!(memos_of(&now, &before), changed, "{file}");
        before = now;
    }
    assert_eq!(memos_of(&inputs("--draft"), &before), "ab", "options");
}

/// Runs of parts, in any order, come to the manifest of a run of the whole.
#[test]
fn parts_come_to_the_whole() {
    let memos = [
        ("a.yaml", memo(&["en", "fr"], "[Tides](tides.txt)")),
        ("b.yaml", memo(&["en", "fr"], "Low.")),
        ("c.yaml", memo(&["en"], "Low.")),
        ("d.yaml", FAULTY.to_owned()),
        ("tides.txt", "3 m".to_owned()),
    ];
    let memos: Vec<(&str, &str)> = memos
        .iter()
        .map(|(name, text)| (*name, text.as_str()))
        .collect();
    let parts = [
        "--lang en memos/a.yaml memos/c.yaml memos/d.yaml",
        "--lang fr",
        "--lang en memos/b.yaml",
        "--format html memos/b.yaml",
        "--format html memos/a.yaml memos/c.yaml memos/d.yaml",
        "--layout parallel memos/b.yaml memos/d.yaml",
        "--layout parallel memos/a.yaml",
    ];
    let mut wholes = Vec::new();
    for turn in [0, 2, 5] {
        let stage = workspace(&memos);
        let mut turned = parts;
        turned.rotate_left(turn);
        if turn == 5 {
            turned.reverse();
        }
        for part in turned {
            render(stage.path(), part);
        }
        assert_eq!(faults(&stage.path().join("out")), Vec::<String>::new());
        wholes.push(contents(&stage.path().join("out")));
    }
    let stage = workspace(&memos);
    for whole in [
        "",
        "--format html",
        "--layout parallel memos/a.yaml memos/b.yaml memos/d.yaml",
    ] {
        render(stage.path(), whole);
    }
    let whole = contents(&stage.path().join("out"));
    for found in wholes {
        assert!(found == whole, "{:?}\n{:?}", found.keys(), whole.keys());
    }
}

#[test]
fn entries_outside_of_the_scope_stay() {
    let stage = workspace(&[
        ("a.yaml", &memo(&["en", "fr"], "Low.")),
        ("b.yaml", &memo(&["en", "fr"], "Low.")),
    ]);
    assert_clean(stage.path(), "--format md,html");
    assert_clean(stage.path(), "--layout parallel");
    let before = manifest(stage.path());
    put(stage.path(), "memos/a.yaml", &memo(&["en", "fr"], "High."));
    assert_clean(stage.path(), "--lang fr memos/a.yaml");
    let after = manifest(stage.path());
    let changed = paths(&after).into_iter().enumerate();
    let changed = changed.filter(|(at, _)| before["documents"][*at] != after["documents"][*at]);
    let changed: Vec<String> = changed.map(|(_, path)| path).collect();
    assert_eq!(changed, ["a.fr.md"]);
    assert_eq!(paths(&before), paths(&after));
}

/// The memos that are not released, and why, until they are.
#[test]
fn what_is_not_released_is_listed_with_its_codes() {
    let stage = workspace(&[
        ("a.yaml", &memo(&["en", "fr"], "Low.")),
        ("b.yaml", &memo(&["en", "fr"], "Low.")),
    ]);
    assert_clean(stage.path(), "");
    put(stage.path(), "memos/a.yaml", FAULTY);
    assert_eq!(render(stage.path(), "").0, Some(1));
    let refused = manifest(stage.path())["not_released"].clone();
    assert_eq!(refused.as_array().map(Vec::len), Some(1), "{refused}");
    assert_eq!(refused[0]["memo"], "memos/a.yaml");
    assert_eq!(
        refused[0]["kept"],
        serde_json::json!(["a.en.md", "a.fr.md"])
    );
    assert!(
        refused[0]["codes"]
            .as_array()
            .is_some_and(|codes| !codes.is_empty())
    );
    assert_eq!(faults(&stage.path().join("out")), Vec::<String>::new());
    // A run of another memo has nothing to say of it.
    assert_clean(stage.path(), "memos/b.yaml");
    assert_eq!(manifest(stage.path())["not_released"], refused);
    // What all share stops all, and its code is everybody's.
    put(stage.path(), "templates/theme.yaml", "page: [");
    assert_eq!(render(stage.path(), "").0, Some(1));
    let all = manifest(stage.path())["not_released"].clone();
    assert_eq!(all.as_array().map(Vec::len), Some(2), "{all}");
    assert!(
        !all[1]["codes"].as_array().is_some_and(Vec::is_empty),
        "{all}"
    );
    fs::remove_file(stage.path().join("templates/theme.yaml")).expect("it can be removed");
    put(stage.path(), "memos/a.yaml", &memo(&["en", "fr"], "High."));
    assert_clean(stage.path(), "");
    assert_eq!(
        manifest(stage.path())["not_released"],
        serde_json::json!([])
    );
}

#[test]
fn what_is_left_over_is_named_and_removed_when_asked() {
    let linked = memo(&["en", "fr"], "[Tides](tides.txt)");
    let stage = workspace(&[
        ("a.yaml", &linked),
        ("b.yaml", &linked),
        ("c.yaml", &linked),
        ("tides.txt", "3 m"),
    ]);
    assert_clean(stage.path(), "");
    // Gone, in one language now, without the file now.
    fs::remove_file(stage.path().join("memos/a.yaml")).expect("it can be removed");
    put(
        stage.path(),
        "memos/b.yaml",
        &memo(&["en"], "[Tides](tides.txt)"),
    );
    put(stage.path(), "memos/c.yaml", &memo(&["en", "fr"], "Low."));
    let before = stage::files(&stage.path().join("out"));
    let told = assert_clean(stage.path(), "");
    for name in ["a.en.md", "a.fr.md", "b.fr.md", "c/tides.txt"] {
        assert!(
            told.contains(&format!("left over: out/{name}\n")),
            "{name}: {told}"
        );
    }
    assert_eq!(told.matches("left over: ").count(), 4, "{told}");
    assert_eq!(stage::files(&stage.path().join("out")), before);
    let json = render(stage.path(), "--output-format json").1;
    assert_eq!(json.matches("\"W151\"").count(), 4, "{json}");
    let told = assert_clean(stage.path(), "--clean");
    assert_eq!(told.matches("removed: ").count(), 5, "{told}");
    assert_eq!(told.matches("left over").count(), 0, "{told}");
    let after: Vec<String> = stage::files(&stage.path().join("out"))
        .iter()
        .map(|file| file.to_string_lossy().into_owned())
        .collect();
    let wanted = ["b/tides.txt", "b.en.md", "c.en.md", "c.fr.md", MANIFEST];
    assert_eq!(after, wanted);
    assert!(
        !stage.path().join("out/a").exists(),
        "an empty folder stays"
    );
    assert_eq!(faults(&stage.path().join("out")), Vec::<String>::new());
}

#[test]
fn nothing_outside_of_the_scope_is_removed() {
    let stage = workspace(&[
        ("a.yaml", &memo(&["en", "fr"], "Low.")),
        ("old/b.yaml", &memo(&["en", "fr"], "Low.")),
        ("c.yaml", &memo(&["en", "fr"], "Low.")),
    ]);
    assert_clean(stage.path(), "--format md,html");
    assert_clean(stage.path(), "--layout parallel");
    fs::remove_file(stage.path().join("memos/old/b.yaml")).expect("it can be removed");
    put(stage.path(), "memos/c.yaml", &memo(&["en"], "Low."));
    put(stage.path(), "out/foreign.en.md", "Somebody's own.");
    let gone = |arguments: &str| {
        let before: BTreeSet<PathBuf> = stage::documents(&stage.path().join("out"))
            .into_iter()
            .collect();
        assert_clean(stage.path(), arguments);
        let after: BTreeSet<PathBuf> = stage::documents(&stage.path().join("out"))
            .into_iter()
            .collect();
        let gone = before
            .difference(&after)
            .map(|it| it.to_string_lossy().into_owned());
        gone.collect::<Vec<String>>().join(" ")
    };
    // Other memos; a folder that is not the memo's.
    assert_eq!(gone("--clean memos/a.yaml"), "");
    // Another language, another format, another layout.
    assert_eq!(gone("--clean --lang en"), "b.en.md");
    assert_eq!(gone("--clean --lang fr memos/c.yaml"), "c.fr.md");
    assert_eq!(
        gone("--clean --format html"),
        "b.en.html b.fr.html c.fr.html"
    );
    assert_eq!(gone("--clean --layout parallel memos/a.yaml"), "");
    assert_eq!(gone("--clean"), "b.fr.md");
    let left = stage::documents(&stage.path().join("out"));
    assert!(left.contains(&"b.en-fr.md".into()) && left.contains(&"foreign.en.md".into()));
}

#[test]
fn nothing_of_a_memo_that_is_not_released_is_removed() {
    let linked = memo(&["en", "fr"], "[Tides](tides.txt)");
    let stage = workspace(&[
        ("a.yaml", &linked),
        ("b.yaml", &linked),
        ("tides.txt", "3 m"),
    ]);
    assert_clean(stage.path(), "");
    let before = stage::documents(&stage.path().join("out"));
    put(stage.path(), "memos/a.yaml", FAULTY);
    // It has its name from another folder now, and is at fault there.
    fs::create_dir(stage.path().join("memos/new")).expect("a folder can be made");
    fs::remove_file(stage.path().join("memos/b.yaml")).expect("it can be removed");
    put(stage.path(), "memos/new/b.yaml", FAULTY);
    let (status, told) = render(stage.path(), "--clean");
    assert_eq!(status, Some(1), "{told}");
    assert_eq!(stage::documents(&stage.path().join("out")), before);
    assert!(
        !told.contains("left over") && !told.contains("removed"),
        "{told}"
    );
}

#[test]
fn nothing_that_somebody_changed_is_removed() {
    let stage = workspace(&[
        ("a.yaml", &memo(&["en", "fr"], "Low.")),
        ("b.yaml", &memo(&["en", "fr"], "Low.")),
    ]);
    assert_clean(stage.path(), "");
    fs::remove_file(stage.path().join("memos/b.yaml")).expect("it can be removed");
    put(stage.path(), "out/b.en.md", "Somebody's own.");
    for _ in 0..2 {
        let told = assert_clean(stage.path(), "--clean");
        assert!(
            told.contains("left over, and changed since: out/b.en.md"),
            "{told}"
        );
        let there = fs::read_to_string(stage.path().join("out/b.en.md"));
        assert_eq!(there.expect("it is there"), "Somebody's own.");
        assert!(!stage.path().join("out/b.fr.md").exists());
    }
    fs::remove_file(stage.path().join("out/b.en.md")).expect("it can be removed");
    let told = assert_clean(stage.path(), "--clean");
    assert!(!told.contains("left over"), "{told}");
    assert_eq!(faults(&stage.path().join("out")), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn nothing_is_removed_through_a_link() {
    use std::os::unix::fs::symlink;
    let linked = memo(&["en", "fr"], "[Tides](tides.txt)");
    let stage = workspace(&[
        ("a.yaml", &linked),
        ("b.yaml", &linked),
        ("tides.txt", "3 m"),
    ]);
    assert_clean(stage.path(), "");
    let out = stage.path().join("out");
    fs::remove_file(stage.path().join("memos/b.yaml")).expect("it can be removed");
    // The same bytes, behind links: of a file and of a folder, inside and outside.
    fs::rename(out.join("b.en.md"), out.join("kept.md")).expect("it can be moved");
    symlink("kept.md", out.join("b.en.md")).expect("a link can be made");
    fs::rename(out.join("b"), stage.path().join("elsewhere")).expect("it can be moved");
    symlink(stage.path().join("elsewhere"), out.join("b")).expect("a link can be made");
    let told = assert_clean(stage.path(), "--clean");
    assert!(told.contains("changed since: out/b.en.md"), "{told}");
    for file in ["out/kept.md", "elsewhere/tides.txt", "out/b.en.md"] {
        assert!(stage.path().join(file).exists(), "{file}: {told}");
    }
}

/// Where a folder of memos cannot be looked into, none of them is gone.
#[cfg(unix)]
#[test]
fn what_cannot_be_looked_for_is_not_gone() {
    use std::os::unix::fs::symlink;
    let stage = workspace(&[
        ("a.yaml", &memo(&["en", "fr"], "Low.")),
        ("old/b.yaml", &memo(&["en", "fr"], "Low.")),
    ]);
    assert_clean(stage.path(), "");
    fs::remove_dir_all(stage.path().join("memos/old")).expect("it can be removed");
    symlink("nowhere", stage.path().join("memos/old")).expect("a link can be made");
    let (status, told) = render(stage.path(), "--clean");
    assert_eq!(status, Some(1), "{told}");
    assert!(stage.path().join("out/b.en.md").exists(), "{told}");
}

#[test]
fn looking_writes_nothing() {
    let stage = workspace(&[
        ("a.yaml", &memo(&["en", "fr"], "Low.")),
        ("b.yaml", &memo(&["en", "fr"], "Low.")),
    ]);
    let (status, told) = render(stage.path(), "--check");
    assert_eq!(status, Some(1), "{told}");
    assert_eq!(told.matches("would write: ").count(), 5, "{told}");
    assert!(!stage.path().join("out").exists());
    assert_clean(stage.path(), "");
    assert_clean(stage.path(), "--check");
    assert_clean(stage.path(), "--check --clean");
    fs::remove_file(stage.path().join("memos/b.yaml")).expect("it can be removed");
    put(stage.path(), "out/a.fr.md", "Somebody's own.");
    let before = contents(stage.path());
    let (status, told) = render(stage.path(), "--check");
    assert_eq!(status, Some(1), "{told}");
    assert!(told.contains("would write: out/a.fr.md\n"), "{told}");
    assert_eq!(told.matches("would write: ").count(), 1, "{told}");
    let (status, told) = render(stage.path(), "--check --clean --output-format json");
    assert_eq!(status, Some(1), "{told}");
    // Two documents go, one comes, and the list of them changes.
    assert_eq!(told.matches("\"W152\"").count(), 4, "{told}");
    assert_eq!(contents(stage.path()), before);
    // What is left over changes nothing by itself.
    assert_clean(stage.path(), "");
    let told = assert_clean(stage.path(), "--check");
    assert_eq!(told.matches("left over: ").count(), 2, "{told}");
}

#[test]
fn warnings_can_be_denied() {
    let warned = memo(&["en", "fr"], "High.");
    let stage = workspace(&[
        ("a.yaml", &warned),
        ("b.yaml", &memo(&["en", "fr"], "Low.")),
    ]);
    let (status, told) = render(stage.path(), "--deny-warnings");
    assert!(told.contains("warning["), "{told}");
    assert_eq!(status, Some(1), "{told}");
    let written = stage::documents(&stage.path().join("out"));
    assert_eq!(written, [PathBuf::from("b.en.md"), "b.fr.md".into()]);
    let refused = manifest(stage.path())["not_released"].clone();
    assert_eq!(refused[0]["id"], "a");
    assert!(
        refused[0]["codes"]
            .as_array()
            .is_some_and(|codes| codes.len() == 1),
        "{refused}"
    );
    assert_clean(stage.path(), "");
    assert_eq!(stage::documents(&stage.path().join("out")).len(), 4);
}

/// What is no manifest stays as it is, and nothing is written beside it.
#[test]
fn what_is_no_manifest_is_left_alone() {
    let stage = workspace(&[("a.yaml", &memo(&["en", "fr"], "Low."))]);
    assert_clean(stage.path(), "");
    let file = stage.path().join("out").join(MANIFEST);
    let sound = fs::read_to_string(&file).expect("there is a manifest");
    put(stage.path(), "memos/a.yaml", &memo(&["en", "fr"], "High."));
    for (spoilt, told) in [
        ("", "is no manifest of bimemo"),
        (
            "{\"name\": \"Harbour\", \"icons\": []}",
            "is no manifest of bimemo",
        ),
        (
            sound.split_at(sound.len() / 2).0,
            "is no manifest of bimemo",
        ),
        (
            &sound.replace("\"schema\": 1", "\"schema\": 2"),
            "has the schema 2, which bimemo ",
        ),
        (
            &sound.replace("\"a.en.md\",\"sha", "\"../a.en.md\",\"sha"),
            "lists `../a.en.md`",
        ),
        (
            &sound.replace("\"a.en.md\",\"sha", "\"manifest.json\",\"sha"),
            "lists `manifest.json`",
        ),
    ] {
        fs::write(&file, spoilt).expect("it can be written");
        let before = contents(stage.path());
        for arguments in ["", "--clean", "--check"] {
            let (status, said) = render(stage.path(), arguments);
            assert_eq!(status, Some(1), "{said}");
            assert!(
                said.contains("error[W150]") && said.contains(told),
                "{said}"
            );
        }
        assert_eq!(contents(stage.path()), before, "{told}");
    }
}

#[cfg(unix)]
#[test]
fn a_manifest_behind_a_link_is_left_alone() {
    use std::os::unix::fs::symlink;
    let stage = workspace(&[("a.yaml", &memo(&["en", "fr"], "Low."))]);
    assert_clean(stage.path(), "");
    let file = stage.path().join("out").join(MANIFEST);
    fs::rename(&file, stage.path().join("elsewhere.json")).expect("it can be moved");
    symlink("../elsewhere.json", &file).expect("a link can be made");
    let (status, told) = render(stage.path(), "");
    assert_eq!(status, Some(1), "{told}");
    assert!(told.contains("error[W150]"), "{told}");
    assert!(file.is_symlink());
}

/// Runs that end at the same time each leave what they did in the list.
#[test]
fn runs_at_once_lose_nothing() {
    const MEMOS: usize = 8;
    let text = memo(&["en", "fr"], "Low.");
    let names: Vec<String> = (0..MEMOS).map(|at| format!("m{at}.yaml")).collect();
    let memos: Vec<(&str, &str)> = names
        .iter()
        .map(|name| (name.as_str(), text.as_str()))
        .collect();
    let stage = workspace(&memos);
    let runs: Vec<_> = names
        .iter()
        .map(|name| {
            let mut command = stage::bimemo(stage.path());
            let memo = format!("memos/{name}");
            command.args(["render", "--quiet", "--no-sync", "--format", "md", &memo]);
            command.spawn().expect("bimemo runs")
        })
        .collect();
    for mut run in runs {
        assert!(run.wait().expect("it ends").success());
    }
    assert_eq!(paths(&manifest(stage.path())).len(), 2 * MEMOS);
    assert_eq!(faults(&stage.path().join("out")), Vec::<String>::new());
}

/// Documents whose memo came from standard input have no path, and are nobody's to remove.
#[test]
fn standard_input_has_no_path() {
    let stage = workspace(&[("a.yaml", &memo(&["en", "fr"], "Low."))]);
    let input = fs::File::open(stage.path().join("memos/a.yaml")).expect("it can be read");
    let result = stage::bimemo(stage.path())
        .args(["render", "-", "--format", "md"])
        .stdin(input)
        .output()
        .expect("bimemo runs");
    assert!(result.status.success(), "{result:?}");
    assert_eq!(
        all_of(&manifest(stage.path()), "documents", "memo"),
        ["null", "null"]
    );
    assert_clean(stage.path(), "--clean");
    assert_eq!(
        paths(&manifest(stage.path())),
        ["a.en.md", "a.fr.md", "stdin.en.md", "stdin.fr.md"]
    );
    assert_eq!(faults(&stage.path().join("out")), Vec::<String>::new());
}
