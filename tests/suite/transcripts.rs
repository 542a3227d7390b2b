//! Command lines with what they print: each file of `tests/transcripts/` is run in a
//! fresh copy of a workspace.
//!
//! ```text
//! What the transcript shows, in words.
//!
//! workspace: spring
//!
//! $ bimemo check --output-format concise
//! | a line of standard output
//! ! a line of standard error
//! = 1
//! ```
//!
//! `= N` is the exit status. A command may begin with `NAME=value` and end with
//! `< file` for standard input and `> file` for standard output. Besides `bimemo`
//! there are `ls [folder]`, `cat file`, `cp file file` and `rm file`. The folder's
//! own path is written `[ROOT]`, the version `[VERSION]`. `BLESS=1` writes what the
//! commands print now.

use crate::stage;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Output, Stdio};

#[test]
fn commands_print_what_the_transcripts_say() {
    let folder = stage::repository().join("tests/transcripts");
    let files = stage::files(&folder);
    assert!(!files.is_empty(), "there are no transcripts");
    let differences: Vec<String> = files
        .iter()
        .filter_map(|file| {
            let path = folder.join(file);
            let text = fs::read_to_string(&path).expect("the transcript can be read");
            stage::compare(&path, &play(&text))
        })
        .collect();
    stage::assert_none(&differences);
}

#[test]
fn every_workspace_is_used() {
    let folder = stage::repository().join("tests/transcripts");
    let used: BTreeSet<String> = stage::files(&folder)
        .iter()
        .filter_map(|file| workspace_of(&fs::read_to_string(folder.join(file)).ok()?))
        .collect();
    let there: BTreeSet<String> = stage::files(&workspaces())
        .iter()
        .filter_map(|file| Some(file.iter().next()?.to_string_lossy().into_owned()))
        .collect();
    assert_eq!(there, used);
}

fn workspaces() -> std::path::PathBuf {
    stage::repository().join("tests/fixtures/workspaces")
}

fn workspace_of(transcript: &str) -> Option<String> {
    transcript
        .lines()
        .find_map(|line| line.strip_prefix("workspace: "))
        .map(str::to_owned)
}

/// The transcript with what its commands print now.
fn play(transcript: &str) -> String {
    let root = match workspace_of(transcript) {
        Some(name) => stage::copy_of(&workspaces().join(name)),
        None => tempfile::TempDir::new().expect("a temporary folder can be made"),
    };
    let mut out = String::new();
    for line in transcript.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            let _ = writeln!(out, "{line}");
            out += &run(root.path(), command);
        } else if !is_printed(line) {
            let _ = writeln!(out, "{line}");
        }
    }
    out
}

/// Whether a line of a transcript was printed by a command.
fn is_printed(line: &str) -> bool {
    ["|", "!", "~"].iter().any(|sign| line.starts_with(sign)) || line.starts_with("= ")
}

/// Runs a command and gives what it printed, in the transcript's form.
fn run(root: &Path, command: &str) -> String {
    let mut words = words(command);
    let input = redirection(&mut words, "<").map(|file| root.join(file));
    let output = redirection(&mut words, ">").map(|file| root.join(file));
    let variables: Vec<(String, String)> = words
        .iter()
        .map_while(|word| word.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let words: Vec<&str> = words[variables.len()..]
        .iter()
        .map(String::as_str)
        .collect();
    let Some((&"bimemo", arguments)) = words.split_first() else {
        return builtin(root, &words);
    };
    let stdin = input.map_or_else(Stdio::null, |path| {
        Stdio::from(fs::File::open(path).expect("the input can be read"))
    });
    let result = stage::bimemo(root)
        .args(arguments)
        .envs(variables)
        .stdin(stdin)
        .output()
        .expect("bimemo runs");
    match output {
        Some(path) => {
            fs::write(path, &result.stdout).expect("the output can be written");
            let stdout = Vec::new();
            shown(root, &Output { stdout, ..result })
        }
        None => shown(root, &result),
    }
}

/// What a command printed, in the transcript's form.
fn shown(root: &Path, result: &Output) -> String {
    let mut out = marked("|", &mended(root, &result.stdout));
    out += &marked("!", &mended(root, &result.stderr));
    let status = result
        .status
        .code()
        .map_or("killed".to_owned(), |code| code.to_string());
    let _ = writeln!(out, "= {status}");
    out
}

/// The text without what differs between machines and versions.
fn mended(root: &Path, bytes: &[u8]) -> String {
    let real = root.canonicalize().expect("the folder exists");
    String::from_utf8_lossy(bytes)
        .replace(&*real.to_string_lossy(), "[ROOT]")
        .replace(&*root.to_string_lossy(), "[ROOT]")
        .replace(env!("CARGO_PKG_VERSION"), "[VERSION]")
}

/// The lines, each behind a sign.
fn marked(sign: &str, text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let gap = if line.is_empty() { "" } else { " " };
        let _ = writeln!(out, "{sign}{gap}{line}");
    }
    if !text.is_empty() && !text.ends_with('\n') {
        out.push_str("~ no line break at the end\n");
    }
    out
}

/// The commands that look at files and move them.
fn builtin(root: &Path, words: &[&str]) -> String {
    match words {
        ["ls"] => list(root, ""),
        ["ls", folder] => list(root, folder),
        ["cat", file] => {
            let bytes = fs::read(root.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
            marked("|", &mended(root, &bytes))
        }
        ["cp", from, to] => {
            let to = root.join(to);
            fs::create_dir_all(to.parent().unwrap_or(root)).expect("a folder can be made");
            fs::copy(root.join(from), to).unwrap_or_else(|error| panic!("{from}: {error}"));
            String::new()
        }
        ["rm", file] => {
            fs::remove_file(root.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
            String::new()
        }
        _ => panic!("`{}` is no command of transcripts", words.join(" ")),
    }
}

fn list(root: &Path, folder: &str) -> String {
    stage::files(&root.join(folder))
        .iter()
        .map(|file| format!("| {}\n", file.to_string_lossy().replace('\\', "/")))
        .collect()
}

/// Takes `sign file` from the end of a command.
fn redirection(words: &mut Vec<String>, sign: &str) -> Option<String> {
    let at = words.iter().position(|word| word == sign)?;
    let file = words.get(at + 1)?.clone();
    words.drain(at..at + 2);
    Some(file)
}

/// The words of a command line; single and double quotation marks keep spaces.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for char in line.chars() {
        match quote {
            Some(mark) if char == mark => quote = None,
            Some(_) => word.get_or_insert_default().push(char),
            None if char == '\'' || char == '"' => {
                quote = Some(char);
                word.get_or_insert_default();
            }
            None if char == ' ' => words.extend(word.take()),
            None => word.get_or_insert_default().push(char),
        }
    }
    words.extend(word);
    words
}

#[test]
fn command_lines_are_split_as_a_shell_would() {
    assert_eq!(words("a 'b c'  d=\"e f\" ''"), ["a", "b c", "d=e f", ""]);
    let mut line = words("bimemo render - < memos/a.yaml");
    assert_eq!(redirection(&mut line, "<").as_deref(), Some("memos/a.yaml"));
    assert_eq!(line, ["bimemo", "render", "-"]);
}

#[test]
fn a_transcript_keeps_its_words_and_loses_what_was_printed() {
    let transcript = "Words.\n\n$ ls\n| old\n! old\n= 3\n\nMore words.\n";
    assert_eq!(play(transcript), "Words.\n\n$ ls\n\nMore words.\n");
}
