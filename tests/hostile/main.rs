//! Files that nobody sends who means well: huge, deep, wide, empty, binary, cut off, in
//! circles, of every kind that a workspace has. Each ends in time, in memory, with an exit
//! status of the contract and with findings; the other memos are rendered whole.
//!
//! Every input runs through `render`; with `HOSTILE=all` through `check` too, in larger
//! sizes. The limits that the system sets are those of the contract: ten seconds of
//! processor time and 512 MB.

#![allow(
    clippy::print_stderr,
    reason = "whoever asks to be told is told on standard error"
)]

mod bombs;
mod kinds;
mod malice;
mod pictures;

use kinds::FileKind;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;
use tempfile::TempDir;

/// A file that is at fault, in a workspace that uses it.
pub struct Hostile {
    /// What it is called in what a failing test says.
    pub name: String,
    /// What kind of file it is.
    pub kind: FileKind,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Files that go with it.
    pub beside: Vec<(String, Vec<u8>)>,
    /// The rule that must find something, where one must.
    pub found_by: Option<&'static str>,
}

impl Hostile {
    /// A file of this kind, with what it is called and its bytes.
    pub fn new(kind: FileKind, name: &str, bytes: impl Into<Vec<u8>>) -> Hostile {
        Hostile {
            name: format!("{kind:?}: {name}"),
            kind,
            bytes: bytes.into(),
            beside: Vec::new(),
            found_by: None,
        }
    }

    /// The same, in which this rule must find something.
    pub fn found_by(self, code: &'static str) -> Hostile {
        Hostile {
            found_by: Some(code),
            ..self
        }
    }

    /// The same with another file.
    pub fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Hostile {
        self.beside.push((path.to_owned(), bytes.into()));
        self
    }

    /// The workspace: what uses the file, the file, and a memo that is sound.
    fn stage(&self) -> TempDir {
        let stage = TempDir::new().expect("a temporary folder can be made");
        let put = |path: &str, bytes: &[u8]| {
            let path = stage.path().join(path);
            let folder = path.parent().expect("it stands in a folder");
            fs::create_dir_all(folder).expect("a folder can be made");
            fs::write(path, bytes).expect("a file can be written");
        };
        put("memos/sound.yaml", kinds::SOUND.as_bytes());
        for (path, bytes) in self.kind.around() {
            put(path, bytes);
        }
        put(self.kind.path(), &self.bytes);
        for (path, bytes) in &self.beside {
            put(path, bytes);
        }
        stage
    }
}

/// Whether the inputs are large and go through all commands.
fn is_thorough() -> bool {
    std::env::var("HOSTILE").is_ok_and(|it| it == "all")
}

/// How many there are of what a hostile file repeats.
fn many() -> usize {
    if is_thorough() { 100_000 } else { 2_000 }
}

/// The command under the limits of the contract. Memory is the address space, of which the
/// program itself and the stacks of its two threads take 128 MB without using them.
fn run(root: &Path, arguments: &[&str]) -> Output {
    let program = std::env::var("HOSTILE_PROGRAM");
    let program = program.unwrap_or_else(|_| env!("CARGO_BIN_EXE_bimemo").to_owned());
    let mut command = if cfg!(target_os = "linux") {
        let mut shell = Command::new("/bin/sh");
        let limited = "ulimit -t 10 && ulimit -v 655360 && exec \"$0\" \"$@\"";
        shell.args(["-c", limited, &program]);
        shell
    } else {
        Command::new(program)
    };
    command
        .env_clear()
        .env("MALLOC_ARENA_MAX", "1")
        .current_dir(root)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .expect("bimemo runs")
}

/// What is wrong with how a run ended.
fn fault_of(result: &Output) -> Option<String> {
    let told = [&result.stdout, &result.stderr].map(|it| String::from_utf8_lossy(it));
    let fault = match result.status.code() {
        None => format!("ended by a signal ({})", result.status),
        Some(0..=2) if told.iter().any(|it| it.contains("panicked")) => "a panic".to_owned(),
        Some(0..=2) if told.iter().any(|it| it.contains("W081")) => "a failure".to_owned(),
        Some(0..=2) => return None,
        Some(status) => format!("exit status {status}"),
    };
    let shown: String = told.concat().chars().take(1500).collect();
    Some(format!("{fault}: {shown}"))
}

/// The paths of the files in a folder; none where it is absent.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let to = if path.is_dir() {
                &mut folders
            } else {
                &mut files
            };
            to.push(path);
        }
    }
    files
}

/// What is wrong with the files in the output folder.
fn fault_of_outputs(out: &Path, kind: FileKind) -> Option<String> {
    let mut sound = 0;
    for file in files(out) {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let bytes = fs::read(&file).expect("it can be read");
        let is_whole = if name.ends_with(".pdf") {
            bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF")
        } else if name.ends_with(".html") && !kind.is_template() {
            bytes.trim_ascii_end().ends_with(b"</html>")
        } else {
            !name.ends_with(".tmp") && !name.starts_with('.')
        };
        if !is_whole {
            return Some(format!("{name} is not whole"));
        }
        sound += usize::from(name.starts_with("sound."));
    }
    (!kind.is_shared() && sound != 6).then(|| format!("{sound} files of the sound memo"))
}

/// What is wrong with what the program makes of an input.
fn fault(hostile: &Hostile) -> Option<String> {
    let stage = hostile.stage();
    if std::env::var("HOSTILE_KEEP").is_ok() {
        eprintln!("{}: {}", hostile.name, hostile.stage().keep().display());
    }
    let said = |fault: String| Some(format!("{}: {fault}", hostile.name));
    let commands: &[&[&str]] = if is_thorough() {
        &[
            &["check", "--jobs", "1", "--output-format", "concise"],
            &["locale", "check", "--output-format", "concise"],
            &["fmt", "--check"],
            &["check", "--jobs", "1"],
        ]
    } else {
        &[]
    };
    for arguments in commands {
        if let Some(fault) = fault_of(&run(stage.path(), arguments)) {
            return said(format!("{}: {fault}", arguments.join(" ")));
        }
    }
    let arguments = ["render", "--jobs", "1", "--output-format", "concise"];
    let result = run(stage.path(), &arguments);
    if let Some(fault) = fault_of(&result) {
        return said(fault);
    }
    let told = String::from_utf8_lossy(&result.stderr);
    if let Some(code) = hostile.found_by
        && !told.contains(&format!("[{code}]"))
    {
        let shown: String = told.chars().take(1500).collect();
        return said(format!("{code} finds nothing: {shown}"));
    }
    let out = stage.path().join("out");
    fault_of_outputs(&out, hostile.kind).and_then(said)
}

#[test]
fn hostile_inputs_end_in_time_with_findings() {
    let mut all = malice::everywhere();
    if !is_thorough() {
        // Each malice in some kinds, each kind with some malice.
        let mut nth = 0..;
        all.retain(|_| nth.next().is_some_and(|nth: usize| nth.is_multiple_of(6)));
    }
    all.extend(bombs::all());
    all.extend(pictures::all());
    assert!(all.len() >= 500, "{} inputs", all.len());
    let only = std::env::var("HOSTILE_ONLY").unwrap_or_default();
    all.retain(|hostile| hostile.name.contains(&only));
    let is_told = std::env::var("HOSTILE_TOLD").is_ok();
    let next = AtomicUsize::new(0);
    let faults = Mutex::new(Vec::new());
    let work = || {
        while let Some(hostile) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
            let begun = Instant::now();
            let found = fault(hostile);
            if is_told {
                let told = found.as_deref().unwrap_or_default();
                eprintln!(
                    "{:6} ms {} {told}",
                    begun.elapsed().as_millis(),
                    hostile.name
                );
            }
            faults.lock().expect("no thread fails").extend(found);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let faults = faults.into_inner().expect("no thread fails");
    assert!(
        faults.is_empty(),
        "{}:\n{}",
        faults.len(),
        faults.join("\n")
    );
}
