//! The examples of README.md and docs/ in an empty folder, with the binary alone.
//!
//! A block of code says behind its language what it is: ` ```yaml memo `. Each kind has a
//! way to be run; what is only a part is completed by what stands here; a block of another
//! language is named here with its reason. A block that is neither is a failure.

use crate::stage;
#[cfg(unix)]
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use tempfile::TempDir;

/// A block of code of a page.
pub struct Block {
    /// The page, and the line that opens the block, from 1.
    pub place: String,
    /// What stands behind the opening fence.
    pub info: String,
    /// Its lines, without their common indentation.
    pub text: String,
}

/// The pages with examples: README.md and docs/*.md.
fn pages() -> Vec<String> {
    let mut pages = vec!["README.md".to_owned()];
    let docs = stage::files(&stage::repository().join("docs"));
    let markdown = docs
        .iter()
        .filter(|file| file.extension().is_some_and(|it| it == "md"));
    pages.extend(markdown.map(|file| format!("docs/{}", file.display())));
    pages
}

fn page(name: &str) -> String {
    fs::read_to_string(stage::repository().join(name)).expect("the page can be read")
}

/// The blocks of code of a page.
pub fn blocks(name: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Option<(String, usize)> = None;
    for (at, line) in page(name).lines().enumerate() {
        let bare = line.trim_start();
        let indent = line.len() - bare.len();
        match (&open, bare.strip_prefix("```")) {
            (None, Some(info)) => {
                blocks.push(Block {
                    place: format!("{name}:{}", at + 1),
                    info: info.trim_matches('`').to_owned(),
                    text: String::new(),
                });
                open = Some((bare.chars().take_while(|c| *c == '`').collect(), indent));
            }
            (Some((fence, _)), Some(_)) if bare == fence => open = None,
            (Some((_, indent)), _) => {
                let block = blocks.last_mut().expect("a block is open");
                block.text += line.get(*indent..).unwrap_or_default();
                block.text.push('\n');
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "{name}: a block is never closed");
    blocks
}

/// A folder with these files and nothing else.
pub fn folder(files: &[(impl AsRef<str>, impl AsRef<str>)]) -> TempDir {
    let stage = TempDir::new().expect("a temporary folder can be made");
    for (path, text) in files {
        let path = stage.path().join(path.as_ref());
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        fs::write(path, text.as_ref()).expect("the file can be written");
    }
    stage
}

/// What `check` says, and its exit status.
pub fn check(root: &Path) -> (String, Option<i32>) {
    let result = stage::bimemo(root)
        .args(["check", "--quiet", "--output-format", "concise"])
        .output()
        .expect("bimemo runs");
    let out = String::from_utf8_lossy(&result.stdout).into_owned();
    (
        out + &String::from_utf8_lossy(&result.stderr),
        result.status.code(),
    )
}

/// A memo that says nothing, for what is a part of one: the keys of the part win.
pub fn completed(part: &str) -> String {
    let has = |key: &str| {
        part.lines()
            .any(|line| line.starts_with(&format!("{key}:")))
    };
    let rest = [
        ("date", "date: 2026-04-01\n"),
        (
            "sender",
            "sender: { name: Marguerite Okafor, gender: feminine }\n",
        ),
        (
            "recipients",
            "recipients: [{ en: Partners, fr: Partenaires }]\n",
        ),
        (
            "subject",
            "subject: { en: Spring update, fr: Mise à jour du printemps }\n",
        ),
        (
            "sections",
            "sections: [{ body: { en: Hello., fr: Bonjour. } }]\n",
        ),
    ];
    let rest = rest
        .iter()
        .filter(|(key, _)| !has(key))
        .map(|(_, text)| *text);
    rest.chain([part]).collect()
}

/// Files that the examples speak of, which their readers have.
const FILES: [(&str, &str); 3] = [
    ("memos/guide-en.pdf", "%PDF-1.7\n"),
    ("memos/guide-fr.pdf", "%PDF-1.7\n"),
    (
        "templates/letterheads/crest.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"><path d=\"M0 0h10v10z\"/></svg>\n",
    ),
];

/// The workspace of an example.
fn workspace(block: &Block) -> TempDir {
    let memo = completed("");
    let text = block.text.as_str();
    let letterhead = completed("letterhead: own\n");
    let person = completed("cc: [{ person: adaeze-morin-clarke }]\n");
    let pattern = indented(text);
    let part = completed(text);
    let files: Vec<(&str, &str)> = match block.info.as_str() {
        "yaml memo" => vec![("memos/update.yaml", text)],
        "yaml part-of-a-memo" => vec![("memos/update.yaml", &part)],
        "yaml text" => vec![("memos/update.yaml", &pattern)],
        "yaml letterhead" => vec![
            ("memos/update.yaml", &letterhead),
            ("templates/letterheads/own.yaml", text),
        ],
        "yaml settings" => vec![("memos/update.yaml", &memo), ("bimemo.yaml", text)],
        "yaml directory" => vec![("memos/update.yaml", &person), ("directory.yaml", text)],
        "yaml theme" => vec![("memos/update.yaml", &memo), ("templates/theme.yaml", text)],
        other => panic!("{}: `{other}` is no kind of example", block.place),
    };
    folder(&[&FILES[..], &files].concat())
}

/// A Text as the body of a memo with a fact `x`.
fn indented(text: &str) -> String {
    let lines = text.lines().map(|line| format!("      {line}\n"));
    let body: String = lines.collect();
    completed(&format!("facts: {{ x: 2 }}\nsections:\n  - body:\n{body}"))
}

/// How a script for a pipeline is marked, which [`scripts_for_pipelines_run`] runs.
const PIPELINE: &str = "sh pipeline";

/// Blocks that are not run here, by page and language, each with where they are held.
const ELSEWHERE: [(&str, &str, &str); 14] = [
    ("README.md", "sh", "builds the program: what CI does"),
    ("README.md", "text", "the_readme_shows_what_check_prints"),
    ("docs/architecture.md", "", "a drawing of the phases"),
    (
        "docs/architecture.md",
        "rust",
        "the form of a type, held by the compiler",
    ),
    (
        "docs/cli.md",
        "text",
        "written by tests/suite/transcripts; its examples run below",
    ),
    ("docs/formats.md", "css", "a beginning of somebody's style"),
    ("docs/formats.md", "json", "held by tests/suite/fitting.rs"),
    ("docs/formats.md", "toml", "built by tests/conformance/hugo"),
    (
        "docs/manifest.md",
        "json",
        "manifest::the_page_shows_the_keys_of_a_manifest",
    ),
    (
        "docs/memo-format.md",
        "",
        "a tree of files and a synopsis, whose options are looked up below",
    ),
    (
        "docs/rules.md",
        "yaml",
        "run by tests/suite/rule_examples.rs",
    ),
    ("docs/speed.md", "console", "measures the program"),
    (
        "docs/typography.md",
        "console",
        "what fmt says is held by tests/suite/markup.rs",
    ),
    (
        "docs/templates.md",
        "html",
        "the_bulletin_is_the_workspace_that_a_test_renders",
    ),
];

#[test]
fn examples_run_in_an_empty_folder() {
    let mut faults = Vec::new();
    let mut run = 0;
    for name in pages().iter().filter(|name| *name != "docs/rules.md") {
        for block in blocks(name) {
            let language = block.info.split(' ').next().unwrap_or_default();
            let elsewhere = block.info == PIPELINE
                || ELSEWHERE
                    .iter()
                    .any(|(page, other, _)| page == name && *other == language);
            if elsewhere {
                continue;
            }
            run += 1;
            let stage = workspace(&block);
            let (said, status) = check(stage.path());
            // The letterheads of the examples are examples: a note says so.
            let rest: Vec<&str> = said
                .lines()
                .filter(|line| !line.contains("[W026]"))
                .collect();
            if status != Some(0) || !rest.is_empty() {
                faults.push(format!("{}: {status:?}\n{said}", block.place));
            }
            let result = stage::bimemo(stage.path())
                .args(["render", "--quiet"])
                .output()
                .expect("bimemo runs");
            if result.status.code() != Some(0) {
                faults.push(format!("{} is not rendered", block.place));
            }
        }
    }
    assert!(run >= 9, "only {run} examples were found");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_is_held_elsewhere_is_there() {
    for (page, language, reason) in ELSEWHERE {
        let found = blocks(page)
            .iter()
            .any(|block| block.info.split(' ').next() == Some(language));
        assert!(found, "{page} has no block of `{language}`: {reason}");
    }
}

/// The README's first memo.
fn first_memo() -> String {
    let block = blocks("README.md")
        .into_iter()
        .find(|block| block.info == "yaml memo");
    block.expect("the README has a memo").text
}

#[test]
fn the_readmes_first_memo_has_its_letterhead() {
    let stage = folder(&[("memos/update.yaml", &first_memo())]);
    let result = stage::bimemo(stage.path())
        .args(["render", "--quiet"])
        .output()
        .expect("bimemo runs");
    assert!(result.status.success());
    for lang in ["en", "fr"] {
        let read = |format: &str| {
            let path = format!("out/update.{lang}.{format}");
            fs::read(stage.path().join(path)).expect("the document is there")
        };
        for format in ["md", "html"] {
            let text = String::from_utf8(read(format)).expect("text");
            for words in [
                "Ministry of Harbour Communities",
                "Ministère des Collectivités portuaires",
                "Office of the Assistant Deputy Minister",
                "Bureau de la sous-ministre adjointe",
                "480 Lantern Street",
                "480, rue Lantern",
                "416‑555‑0123",
                "harbours.example.ca/fr",
            ] {
                assert!(text.contains(words), "{words} in {lang}.{format}:\n{text}");
            }
        }
        assert!(read("pdf").starts_with(b"%PDF"));
    }
    assert!(stage.path().join("out/update/harbour.svg").is_file());
}

#[test]
fn the_readme_shows_what_check_prints() {
    let shown = blocks("README.md")
        .into_iter()
        .find(|block| block.info == "text")
        .expect("the README shows a finding");
    let memo = first_memo().replace("\nrecipients:", "\nrecepients:");
    let stage = folder(&[("memos/update.yaml", &memo)]);
    let result = stage::bimemo(stage.path())
        .args(["check", "--quiet"])
        .output()
        .expect("bimemo runs");
    let said = String::from_utf8_lossy(&result.stdout).into_owned();
    assert!(said.contains(shown.text.trim_end()), "{said}");
}

/// The template that docs/templates.md shows is that of the workspace which it names.
#[test]
fn the_bulletin_is_the_workspace_that_a_test_renders() {
    let shown = blocks("docs/templates.md")
        .into_iter()
        .find(|block| block.info == "html")
        .expect("the page shows a template");
    let path = "tests/fixtures/workspaces/bulletin/templates/bulletin.html";
    let there = page(path);
    let lines = |text: &str| -> Vec<String> {
        let lines = text.lines().map(|line| line.trim().to_owned());
        lines.filter(|line| !line.is_empty()).collect()
    };
    assert_eq!(lines(&shown.text), lines(&there), "{path}");
}

/// What stands in commands of the pages for what a user writes there.
#[cfg(unix)]
const PLACEHOLDERS: [(&str, &str); 9] = [
    ("FILE", "memos/update.yaml"),
    ("memos/renewal-update.yaml", "memos/update.yaml"),
    ("[PATH…]", "memos"),
    ("[PATH]...", "memos"),
    ("CODE", "Y010"),
    ("--out DIR", "--out out"),
    ("--root DIR", "--root ."),
    ("(out)", ""),
    ("(.)", ""),
];

/// The commands that go on until they are interrupted.
#[cfg(unix)]
const STAYING: [&str; 2] = ["bimemo watch", "bimemo serve"];

/// The people whom the examples name.
#[cfg(unix)]
const PEOPLE: &str = "people:\n  alex-example: { name: Alex Example, gender: unspecified }\n  deputy-minister: { name: Sam Example, gender: unspecified }\n";

/// The commands in running text, in code spans, of all pages but those of the rules.
#[cfg(unix)]
fn commands() -> BTreeMap<String, String> {
    let mut commands = BTreeMap::new();
    for name in pages() {
        // The headings of docs/cli.md are names of commands.
        let text = page(&name);
        let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        let text = lines.join(" ");
        for span in text.split('`').skip(1).step_by(2) {
            if span.starts_with("bimemo ") {
                commands.insert(span.to_owned(), name.clone());
            }
        }
    }
    // Examples of the help: the command, then what it does behind spaces.
    let help = page("docs/cli.md");
    for block in help.split("Examples:\n").skip(1) {
        for line in block.lines().take_while(|line| line.starts_with("  ")) {
            let command = line.trim().split("   ").next().unwrap_or_default();
            // What asks a server is held by its own tests (serve/).
            if !command.contains("bimemo ") {
                continue;
            }
            commands.insert(command.to_owned(), "docs/cli.md".to_owned());
        }
    }
    commands
}

#[cfg(unix)]
#[test]
fn commands_of_the_pages_are_commands() {
    let binary = Path::new(env!("CARGO_BIN_EXE_bimemo"));
    let path = binary.parent().expect("a folder").display().to_string();
    let commands = commands();
    assert!(commands.len() >= 15, "{commands:?}");
    let mut faults = Vec::new();
    for (written, page) in commands {
        let mut command = written.clone();
        for (placeholder, value) in PLACEHOLDERS {
            command = command.replace(placeholder, value);
        }
        // The usual port may be taken on this machine.
        if command.starts_with("bimemo serve") && !command.contains("--port") {
            command += " --port 0";
        }
        let memo = first_memo();
        let stage = folder(&[
            ("memos/update.yaml", memo.as_str()),
            ("update.yaml", memo.as_str()),
            ("directory.yaml", PEOPLE),
        ]);
        let stays = STAYING.iter().any(|name| command.starts_with(name));
        let run = std::process::Command::new("sh")
            .args([
                "-c",
                &command.replacen("bimemo", "exec bimemo", usize::from(stays)),
            ])
            .env_clear()
            .env("PATH", format!("{path}:/usr/bin:/bin"))
            .current_dir(stage.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let mut run = run.expect("a shell runs");
        if stays {
            // What stays until it is interrupted is a command if it is still there.
            std::thread::sleep(Duration::from_secs(2));
            if run.try_wait().expect("it can be asked").is_none() {
                run.kill().expect("it can be ended");
                run.wait().expect("it ends");
                continue;
            }
        }
        let result = run.wait_with_output().expect("it ends");
        // 2 is a command that cannot do its work: no such option, no such file.
        if !matches!(result.status.code(), Some(0 | 1)) {
            let said = String::from_utf8_lossy(&result.stderr).into_owned();
            faults.push(format!("{page}: `{written}`\n{said}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Every option of the synopsis in docs/memo-format.md is one of its command.
#[test]
fn the_synopsis_names_options_that_there_are() {
    let synopsis = blocks("docs/memo-format.md")
        .into_iter()
        .find(|block| block.text.starts_with("bimemo render"))
        .expect("the page has a synopsis");
    let mut helps = String::new();
    for command in [
        "render",
        "check",
        "fmt",
        "locale check",
        "explain",
        "init",
        "new",
        "defaults",
        "watch",
        "serve",
    ] {
        let result = stage::bimemo(stage::repository())
            .args(command.split(' '))
            .arg("--help")
            .output()
            .expect("bimemo runs");
        assert!(result.status.success(), "{command}");
        helps += &String::from_utf8_lossy(&result.stdout);
    }
    let options = synopsis
        .text
        .split_whitespace()
        .filter(|word| word.starts_with("--"));
    for option in options {
        assert!(helps.contains(option), "{option}");
    }
}

/// A memo in whose French a number is another one.
const AT_FAULT: &str = "kind: notice
date: 2026-05-01
subject: { en: Tides, fr: Marées }
sections:
  - body: { en: The bridge opens at 5 tides., fr: Le pont ouvre à 6 marées. }
";

/// The README's script and the recipe of a shell script, as they stand, in a workspace that
/// is sound and in one with an error.
#[cfg(unix)]
#[test]
fn scripts_for_pipelines_run() {
    let readme = blocks("README.md").into_iter();
    let readme: Vec<String> = readme
        .filter(|block| block.info == PIPELINE)
        .map(|block| block.text)
        .collect();
    assert_eq!(readme.len(), 1);
    let recipe = page("docs/ci/check.sh");
    let program = Path::new(env!("CARGO_BIN_EXE_bimemo"));
    let folder_of = program.parent().expect("it stands in a folder");
    let path = format!("{}:/usr/bin:/bin", folder_of.display());
    for script in [&readme[0], &recipe] {
        for (memo, status) in [(first_memo(), 0), (AT_FAULT.to_owned(), 1)] {
            let stage = folder(&[("memos/update.yaml", &memo)]);
            let run = std::process::Command::new("/bin/sh")
                .args(["-c", script])
                .env_clear()
                .env("PATH", &path)
                .current_dir(stage.path())
                .output()
                .expect("a shell runs");
            assert_eq!(run.status.code(), Some(status), "{script}{run:?}");
            let mut documents = stage::files(&stage.path().join("out"));
            documents.retain(|file| !file.ends_with("manifest.json"));
            let documents = documents.len();
            assert_eq!(documents == 0, status == 1, "{documents} documents");
            let log = fs::read_to_string(stage.path().join("bimemo.sarif"));
            let log: serde_json::Value =
                serde_json::from_str(&log.expect("there is a log")).expect("it is JSON");
            let found = log["runs"][0]["results"].as_array();
            let mut found = found.expect("there are results").iter();
            let has_error = found.any(|result| result["level"] == "error");
            assert_eq!(has_error, status == 1, "{log}");
            assert_eq!(
                log["runs"][0]["invocations"][0]["executionSuccessful"],
                true
            );
        }
    }
}

/// What the recipes call is what the command has, and each is named on the page.
#[test]
fn recipes_call_what_there_is() {
    let pages = page("docs/pipelines.md");
    let told = page("docs/cli.md");
    let folder = stage::files(&stage::repository().join("docs/ci"));
    assert!(folder.len() >= 4, "{folder:?}");
    let mut calls = 0;
    for file in folder {
        let name = format!("ci/{}", file.display());
        assert!(pages.contains(&format!("]({name})")), "{name}");
        let text = page(&format!("docs/{name}"));
        let lines = text.lines().map(str::trim);
        for line in
            lines.filter(|line| line.contains("bimemo check ") || line.contains("bimemo render "))
        {
            let words = line.split_whitespace();
            for option in words.filter(|word| word.starts_with("--") && word.len() > 2) {
                let ours = told.contains(option) || ["--rm", "--network"].contains(&option);
                assert!(ours, "{name}: {option}");
                calls += 1;
            }
        }
        if name.ends_with(".yml") {
            let read: Result<serde_yaml::Value, _> = serde_yaml::from_str(&text);
            assert!(read.is_ok(), "{name}: {read:?}");
        }
    }
    assert!(calls > 10, "{calls}");
}
