//! Nothing is done twice, and nobody can tell: a run that remembers the last one gives the
//! bytes, findings and exit status of one that does everything anew.

use crate::stage;
use bimemo::Options;
use bimemo::press::manifest::AssetEntry;
use bimemo::press::recall::{MemoRecord, WorkStore};
use bimemo::press::{Format, Press};
use bimemo::workspace::Workspace;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use tempfile::TempDir;

/// Numbers that look like chance, and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % most
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

fn memo(subject: &str, body: &str, more: &str) -> String {
    format!(
        "date: 2026-05-29\nsender: {{ person: piers }}\n\
         recipients: [{{ en: Boat owners, fr: Propriétaires de bateaux }}]\n\
         subject: {{ en: {subject} water, fr: Mer {subject} }}\n{more}sections:\n  - body:\n      \
         en: |\n        {body}\n      fr: |\n        {body}\n"
    )
}

/// What is in the workspace before anything is changed.
fn beginning() -> BTreeMap<&'static str, String> {
    let drawing =
        "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0h9v9z'/></svg>";
    BTreeMap::from([
        (
            "memos/a.yaml",
            memo("low", "![Plan](plan.svg)", "letterhead: harbour\n"),
        ),
        ("memos/b.yaml", memo("high", "[Tides](tides.txt)", "")),
        (
            "memos/c.yaml",
            memo(
                "slack",
                "{ $days } { keys }",
                "facts: { days: 3 }\nstatus: { state: superseded, date: 2026-06-01, by: b }\n",
            ),
        ),
        ("memos/c.en.ftl", "keys = keys\n".to_owned()),
        ("memos/c.fr.ftl", "keys = clés\n".to_owned()),
        ("memos/plan.svg", drawing.to_owned()),
        ("memos/tides.txt", "3 m\n".to_owned()),
        (
            "directory.yaml",
            "people: { piers: { name: Piers Laval } }\n".to_owned(),
        ),
        ("bimemo.yaml", "facts: { season: 2 }\n".to_owned()),
    ])
}

/// What a file is given now and then; an empty text takes it away.
fn edits() -> Vec<(&'static str, Vec<String>)> {
    let own = |texts: &[&str]| {
        texts
            .iter()
            .map(|it| (*it).to_owned())
            .collect::<Vec<String>>()
    };
    let begun = beginning();
    let first = |path: &str| begun.get(path).cloned().unwrap_or_default();
    let mut edits = vec![
        (
            "memos/a.yaml",
            vec![
                memo("ebb", "![Plan](plan.svg)", ""),
                "date: [".to_owned(),
                String::new(),
            ],
        ),
        (
            "memos/b.yaml",
            vec![
                memo("ebb", "[Tides](tides.txt)", ""),
                memo("high", "The tide is [low](nothing.txt) today.", ""),
                String::new(),
            ],
        ),
        (
            "memos/c.yaml",
            vec![
                memo("slack", "{ $days } { $none }", "facts: { days: 4 }\n"),
                memo("slack", "High.", "languages: [en]\n"),
            ],
        ),
        ("memos/d.yaml", vec![memo("new", "Low.", ""), String::new()]),
        (
            "memos/old/b.yaml",
            vec![memo("other", "Low.", ""), String::new()],
        ),
        (
            "memos/c.en.ftl",
            own(&["keys = the keys\n", "keys = {\n", ""]),
        ),
        ("memos/c.fr.ftl", own(&["keys = les clés\n", ""])),
        ("memos/tides.txt", own(&["4 m\n", "5 m\n", ""])),
        (
            "memos/plan.svg",
            vec![
                first("memos/plan.svg").replace("h9v9", "h8v8"),
                "<svg".to_owned(),
                String::new(),
            ],
        ),
        (
            "directory.yaml",
            own(&[
                "people: { piers: { name: Odile Fenwick } }\n",
                "people: {}\n",
            ]),
        ),
        (
            "bimemo.yaml",
            own(&[
                "facts: { season: 3 }\n",
                "severity: { P070: error }\n",
                "x: [\n",
                "",
            ]),
        ),
        (
            "locales/en/own.ftl",
            own(&["label-to = For:\n", "# A word\n", ""]),
        ),
        ("locales/fr/own.ftl", own(&["label-to = Pour :\n", ""])),
        ("templates/parts/own.html", own(&["own", "{{", ""])),
        ("templates/memo.md", own(&["{{ plain.subject }}\n", ""])),
        (
            "templates/theme.yaml",
            own(&["colours: { accent: \"#004080\" }\n", "page: [", ""]),
        ),
        (
            "templates/letterheads/harbour.yaml",
            own(&["organization: { en: Harbour, fr: Port }\n", ""]),
        ),
    ];
    for (path, texts) in &mut edits {
        let text = first(path);
        if !text.is_empty() {
            texts.push(text);
        }
    }
    edits
}

fn put(root: &Path, name: &str, text: &str) {
    let path = root.join(name);
    if text.is_empty() {
        let _ = fs::remove_file(path);
        return;
    }
    fs::create_dir_all(path.parent().unwrap_or(root)).expect("a folder can be made");
    fs::write(path, text).expect("a file can be written");
}

fn render(root: &Path, arguments: &str, cache: Option<&Path>) -> Output {
    let mut command = stage::bimemo(root);
    command.args(["render", "--no-sync", "--format", "md,html"]);
    command.args(arguments.split_whitespace());
    if let Some(cache) = cache {
        command.arg("--cache").arg(cache);
    }
    command.output().expect("bimemo runs")
}

fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let read = |file: PathBuf| {
        let bytes = fs::read(folder.join(&file)).expect("the file can be read");
        (file, bytes)
    };
    stage::files(folder).into_iter().map(read).collect()
}

/// The same runs over the same edits, with and without a memory.
#[test]
fn remembering_changes_nothing_but_the_time() {
    const STEPS: usize = 60;
    const OUTPUTS: [&str; 5] = [
        "a.en.md",
        "b.fr.html",
        "c.en.html",
        "b/tides.txt",
        "manifest.json",
    ];
    const RUNS: [&str; 8] = [
        "",
        "",
        "",
        "--clean",
        "--deny-warnings",
        "--lang fr",
        "memos/b.yaml",
        "--check",
    ];
    let (with, without) = (
        TempDir::new().expect("a folder"),
        TempDir::new().expect("a folder"),
    );
    let cache = TempDir::new().expect("a temporary folder can be made");
    let both = [with.path(), without.path()];
    for (name, text) in beginning() {
        both.iter().for_each(|root| put(root, name, &text));
    }
    let edits = edits();
    let mut dice = Dice(13);
    for step in 0..STEPS {
        let mut told = Vec::new();
        for _ in 0..dice.below(3) {
            let (name, texts) = &edits[dice.below(edits.len())];
            let text = &texts[dice.below(texts.len())];
            both.iter().for_each(|root| put(root, name, text));
            told.push(*name);
        }
        // Somebody changes what was written, or takes it away.
        if dice.below(4) == 0 {
            let name = dice.one(&OUTPUTS);
            let is_removed = name == "manifest.json" || dice.below(2) == 0;
            let text = if is_removed { "" } else { "Somebody's own." };
            both.iter()
                .for_each(|root| put(&root.join("out"), name, text));
            told.push(name);
        }
        let arguments = dice.one(&RUNS);
        let one = render(with.path(), arguments, Some(cache.path()));
        let other = render(without.path(), arguments, None);
        let what = format!("step {step}: {told:?}, {arguments}");
        let said = |output: &Output| String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(said(&one), said(&other), "{what}");
        assert_eq!(one.status.code(), other.status.code(), "{what}");
        let [one, other] = both.map(|root| contents(&root.join("out")));
        let names = |all: &BTreeMap<PathBuf, Vec<u8>>| all.keys().cloned().collect::<Vec<_>>();
        assert_eq!(names(&one), names(&other), "{what}");
        let different = one
            .iter()
            .filter(|(name, bytes)| other.get(*name) != Some(bytes));
        let different: Vec<&PathBuf> = different.map(|(name, _)| name).collect();
        assert!(different.is_empty(), "{what}: {different:?}");
    }
}

/// The content of an input decides, not its size and time.
#[test]
fn a_memo_of_the_same_size_and_time_is_another() {
    let stage = TempDir::new().expect("a temporary folder can be made");
    let cache = TempDir::new().expect("a temporary folder can be made");
    for (name, text) in beginning() {
        put(stage.path(), name, &text);
    }
    assert!(
        render(stage.path(), "", Some(cache.path()))
            .status
            .success()
    );
    let path = stage.path().join("memos/b.yaml");
    let changed = fs::metadata(&path)
        .and_then(|it| it.modified())
        .expect("it has a time");
    put(
        stage.path(),
        "memos/b.yaml",
        &memo("slow", "[Tides](tides.txt)", ""),
    );
    let file = fs::File::options()
        .write(true)
        .open(&path)
        .expect("it can be opened");
    file.set_modified(changed).expect("it can have a time");
    assert!(
        render(stage.path(), "", Some(cache.path()))
            .status
            .success()
    );
    let text = fs::read_to_string(stage.path().join("out/b.en.md")).expect("it is there");
    assert!(text.contains("slow water"), "{text}");
}

/// Of outputs size and time decide, and the content with `--verify`.
#[test]
fn outputs_are_read_when_asked() {
    let stage = TempDir::new().expect("a temporary folder can be made");
    let cache = TempDir::new().expect("a temporary folder can be made");
    for (name, text) in beginning() {
        put(stage.path(), name, &text);
    }
    assert!(
        render(stage.path(), "", Some(cache.path()))
            .status
            .success()
    );
    let path = stage.path().join("out/b.en.md");
    let (whole, changed) = (
        fs::read_to_string(&path).expect("it is there"),
        fs::metadata(&path)
            .and_then(|it| it.modified())
            .expect("it has a time"),
    );
    fs::write(&path, whole.replace("high", "hugh")).expect("it can be written");
    let file = fs::File::options()
        .write(true)
        .open(&path)
        .expect("it can be opened");
    file.set_modified(changed).expect("it can have a time");
    let now = || fs::read_to_string(&path).expect("it is there");
    assert!(
        render(stage.path(), "", Some(cache.path()))
            .status
            .success()
    );
    assert_ne!(now(), whole);
    assert!(
        render(stage.path(), "--verify", Some(cache.path()))
            .status
            .success()
    );
    assert_eq!(now(), whole);
}

/// A memory that is spoilt, cut off or somebody else's is as good as none.
#[test]
fn a_spoilt_memory_is_none() {
    let stage = TempDir::new().expect("a temporary folder can be made");
    let cache = TempDir::new().expect("a temporary folder can be made");
    for (name, text) in beginning() {
        put(stage.path(), name, &text);
    }
    let first = render(stage.path(), "", Some(cache.path()));
    assert!(first.status.success());
    let before = contents(&stage.path().join("out"));
    let name = stage::files(cache.path())
        .pop()
        .expect("something is remembered");
    let file = cache.path().join(name);
    let sound = fs::read(&file).expect("it can be read");
    let mut dice = Dice(7);
    for turn in 0..24 {
        let mut spoilt = sound.clone();
        let at = dice.below(spoilt.len());
        match turn % 3 {
            0 => spoilt.truncate(at),
            1 => spoilt[at] ^= 1 << (turn % 8),
            _ => spoilt.splice(at..at, *b"{}").for_each(drop),
        }
        fs::write(&file, &spoilt).expect("it can be written");
        let again = render(stage.path(), "", Some(cache.path()));
        assert!(again.status.success(), "{again:?}");
        assert_eq!(contents(&stage.path().join("out")), before);
        assert_eq!(
            fs::read(&file).expect("it can be read"),
            sound,
            "it is made anew"
        );
    }
}

/// Nothing is remembered beside the documents, and nothing at all where nobody says where.
#[test]
fn what_is_remembered_lies_in_the_folder_of_caches() {
    let stage = TempDir::new().expect("a temporary folder can be made");
    for (name, text) in beginning() {
        put(stage.path(), name, &text);
    }
    let home = TempDir::new().expect("a temporary folder can be made");
    let run = |name: &str, path: &Path| {
        let mut command = stage::bimemo(stage.path());
        command
            .args(["render", "--no-sync", "--format", "md"])
            .env(name, path);
        assert!(command.output().expect("bimemo runs").status.success());
        stage::files(home.path()).len()
    };
    let before = stage::files(stage.path());
    assert!(render(stage.path(), "", None).status.success());
    assert_eq!(run("XDG_CACHE_HOME", Path::new("relative")), 0);
    assert_eq!(run("XDG_CACHE_HOME", &home.path().join("own")), 1);
    #[cfg(target_os = "linux")]
    {
        assert_eq!(run("HOME", home.path()), 2);
        assert_eq!(stage::files(&home.path().join(".cache/bimemo")).len(), 1);
    }
    let after = stage::files(stage.path());
    let new = after.iter().filter(|file| !before.contains(file));
    assert!(
        new.clone().all(|file| file.starts_with("out")),
        "{:?}",
        new.collect::<Vec<_>>()
    );
}

/// The memos of a workspace with faults of all kinds are recalled with the very findings
/// that they had, and are not where anything changed that was asked for them.
#[test]
fn what_is_recalled_is_what_was_found() {
    let options = Options {
        formats: vec![Format::Markdown, Format::Html],
        ..Options::default()
    };
    let fixtures = stage::repository().join("tests/fixtures");
    let places = ["faults", "workspaces/faulty/memos"].map(|place| fixtures.join(place));
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for place in &places {
        for file in stage::files(place).into_iter().take(150) {
            let bytes = fs::read(place.join(&file)).expect("it can be read");
            files.insert(format!("memos/{}", file.to_string_lossy()), bytes);
        }
    }
    let workspace = Workspace::of(files.clone());
    let (press, _) = Press::load(&workspace);
    let memos = workspace.select_all().memos;
    let (mut records, mut found) = (Vec::new(), BTreeMap::new());
    for memo in &memos {
        let (mut rendering, inputs) = press.render_watched(&workspace, memo, &options);
        press.let_go(memo, &mut rendering.findings);
        let is_document = |name: &str| rendering.documents.iter().any(|it| it.path == name);
        let assets = rendering
            .files
            .iter()
            .filter(|(name, _)| !is_document(name));
        let assets: Vec<AssetEntry> = assets
            .map(|(name, bytes)| AssetEntry::of(name, bytes))
            .collect();
        let path = memo.path.as_deref().expect("it has a path");
        records.push(MemoRecord::new(
            path,
            &inputs,
            &rendering.documents,
            &assets,
            &rendering.findings,
            &|_| None,
        ));
        found.insert(
            path.to_owned(),
            (rendering.findings, rendering.documents, assets),
        );
    }
    assert!(
        found
            .values()
            .map(|(findings, ..)| findings.len())
            .sum::<usize>()
            > 200
    );
    let bytes = WorkStore::read(&[], &workspace, &press, &options).write(&records, None, &|_| true);
    let store = WorkStore::read(&bytes, &workspace, &press, &options);
    for (memo, (findings, documents, assets)) in &found {
        let recalled = store
            .recall(memo)
            .unwrap_or_else(|| panic!("{memo} is forgotten"));
        assert_eq!(&recalled.findings, findings, "{memo}");
        let places = |all: &[bimemo::Diagnostic]| format!("{all:?}");
        assert_eq!(places(&recalled.findings), places(findings), "{memo}");
        let (of_documents, of_assets) = recalled.kept.read().expect("they can be read");
        assert_eq!((&of_documents, &of_assets), (documents, assets), "{memo}");
    }
    // One memo is another now: it alone is not recalled.
    let (changed, _) = found.first_key_value().expect("there are some");
    files
        .entry(changed.clone())
        .or_default()
        .extend(b"# A word\n");
    let workspace = Workspace::of(files.clone());
    let store = WorkStore::read(&bytes, &workspace, &press, &options);
    let lost = found.keys().filter(|memo| store.recall(memo).is_none());
    assert_eq!(lost.collect::<Vec<_>>(), [changed]);
    // What all share is another, and so are the options: nothing is recalled.
    files.insert("bimemo.yaml".to_owned(), b"# Settings\n".to_vec());
    let other = Workspace::of(files);
    let (other_press, _) = Press::load(&other);
    assert!(
        WorkStore::read(&bytes, &other, &other_press, &options)
            .recall(changed)
            .is_none()
    );
    let options = Options {
        formats: vec![Format::Markdown],
        ..options
    };
    let store = WorkStore::read(&bytes, &workspace, &press, &options);
    assert!(found.keys().all(|memo| store.recall(memo).is_none()));
}
