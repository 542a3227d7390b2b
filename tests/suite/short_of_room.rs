//! What ends a run in its midst leaves whole files: a folder that vanishes, a file or a
//! memory that may grow no more, a device that takes nothing. The next run clears up.

#![cfg(unix)]

use crate::stage;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

/// A workspace with some memos, each with a picture beside its Markdown; the last leads to a
/// large file, which is copied.
fn workspace(memos: usize) -> TempDir {
    let stage = TempDir::new().expect("a temporary folder can be made");
    let folder = stage.path().join("memos");
    fs::create_dir(&folder).expect("a folder can be made");
    let crest = stage::repository().join("tests/fixtures/print/crest.png");
    fs::copy(crest, folder.join("crest.png")).expect("a file can be copied");
    let table = "06:00 1.2 m\n".repeat(20_000);
    fs::write(folder.join("table.txt"), table).expect("a file can be written");
    for number in 0..memos {
        let (en, fr) = match number + 1 == memos {
            true => ("[Table](table.txt)", "[Table](table.txt)"),
            false => ("High water.", "Haute mer."),
        };
        let memo = format!(
            "kind: notice\ndate: 2026-05-01\nsubject: {{ en: Tides, fr: Marées }}\nsections:\n  \
             - body:\n      en: \"![Crest](crest.png) {en}\"\n      fr: \"![Écu](crest.png) {fr}\"\n",
        );
        let path = folder.join(format!("tide-{number:03}.yaml"));
        fs::write(path, memo).expect("a memo can be written");
    }
    stage
}

/// Runs `bimemo render` in a shell that sets limits first.
fn limited(root: &Path, limits: &str, arguments: &str) -> Output {
    let bimemo = env!("CARGO_BIN_EXE_bimemo");
    Command::new("sh")
        .args(["-c", &format!("{limits}; exec \"{bimemo}\" {arguments}")])
        .env_clear()
        .current_dir(root)
        .stdin(Stdio::null())
        .output()
        .expect("a shell runs")
}

/// The files of a folder with their bytes.
fn contents(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let read = |file: PathBuf| {
        let bytes = fs::read(folder.join(&file)).expect("a file can be read");
        (file, bytes)
    };
    stage::files(folder).into_iter().map(read).collect()
}

fn is_leftover(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default();
    name.to_string_lossy().starts_with(".bimemo-")
}

/// Every document is as a run makes it that nothing disturbs.
fn assert_whole(folder: &Path, undisturbed: &[(PathBuf, Vec<u8>)], what: &str) {
    for (file, bytes) in contents(folder) {
        // The list of the files is another where there are others.
        if is_leftover(&file) || file == Path::new("manifest.json") {
            continue;
        }
        let whole = undisturbed.iter().find(|(name, _)| *name == file);
        let whole = whole.is_some_and(|(_, whole)| *whole == bytes);
        assert!(whole, "{what}: {} is not whole", file.display());
    }
}

/// What a run without limits makes, in a folder of its own.
fn undisturbed(root: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let result = limited(root, ":", "render --format md,html --out whole");
    assert_eq!(result.status.code(), Some(0), "{}", said(&result));
    contents(&root.join("whole"))
}

fn said(result: &Output) -> String {
    String::from_utf8_lossy(&result.stderr).into_owned()
}

/// Starts a run over many memos and does something with its folder when the first document
/// is there; gives the exit status and what it said.
fn with_folder(root: &Path, disturb: impl Fn(&Path)) -> (Option<i32>, String) {
    let out = root.join("out");
    let mut run = stage::bimemo(root)
        .args(["render", "--format", "md", "--jobs", "1"])
        .stderr(Stdio::piped())
        .spawn()
        .expect("bimemo runs");
    while !stage::files(&out).iter().any(|file| !is_leftover(file)) {
        let ended = run.try_wait().expect("it can be asked");
        assert!(ended.is_none(), "it ended");
        thread::sleep(Duration::from_millis(1));
    }
    disturb(&out);
    let result = run.wait_with_output().expect("it ends");
    (result.status.code(), said(&result))
}

#[test]
fn a_folder_that_vanishes_is_an_error() {
    let stage = workspace(30);
    let before = stage::files(stage.path());
    let remove = |out: &Path| {
        // What is written meanwhile may keep it from being empty.
        while out.exists() {
            let _ = fs::remove_dir_all(out);
        }
    };
    let (code, told) = with_folder(stage.path(), remove);
    assert_eq!(code, Some(2), "{told}");
    // A memo's own folder may be the first that is missed, while the other still stands.
    let whole =
        told.contains("cannot write into `out`: the folder was removed or replaced meanwhile");
    let part = told.contains("cannot write `out/tide-") && told.contains("No such file");
    assert!(whole || part, "{told}");
    // Nothing is written elsewhere.
    assert_eq!(stage::files(stage.path()), before);
}

#[test]
fn a_folder_that_another_takes_the_place_of_is_an_error() {
    let stage = workspace(30);
    let replace = |out: &Path| {
        fs::rename(out, out.with_file_name("moved")).expect("it can be moved");
        fs::create_dir(out).expect("a folder can be made");
    };
    let (code, told) = with_folder(stage.path(), replace);
    assert_eq!(code, Some(2), "{told}");
    assert!(told.contains("removed or replaced meanwhile"), "{told}");
    assert!(stage::files(&stage.path().join("out")).is_empty());
}

/// What a file may grow to (SIGXFSZ) is told as a full disk is, for the file that it stops,
/// and the other memos go on.
#[test]
fn a_file_that_may_not_be_so_large_is_an_error_of_that_file() {
    let stage = workspace(3);
    let whole = undisturbed(stage.path());
    let render = "render --format md,html --out out";
    // Blocks of 512 bytes: enough for all but the large file.
    let result = limited(stage.path(), "ulimit -f 200", render);
    let told = said(&result);
    assert_eq!(result.status.code(), Some(2), "{told}");
    assert!(
        told.contains("cannot write `out/tide-002/table.txt`"),
        "{told}"
    );
    let out = stage.path().join("out");
    let files = stage::files(&out);
    assert!(files.contains(&"tide-001.fr.html".into()), "{files:?}");
    assert!(!files.contains(&"tide-002/table.txt".into()), "{files:?}");
    assert!(!files.iter().any(|file| is_leftover(file)), "{files:?}");
    assert_whole(&out, &whole, "ulimit -f");
    let result = limited(stage.path(), ":", render);
    assert_eq!(result.status.code(), Some(0), "{}", said(&result));
    assert_eq!(contents(&out), whole);
}

/// Where the memory ends the program ends, somewhere; what is there is whole, and the next
/// run finishes.
#[cfg(target_os = "linux")]
#[test]
fn memory_that_ends_leaves_whole_files() {
    let stage = workspace(4);
    let whole = undisturbed(stage.path());
    let out = stage.path().join("out");
    let mut ends = Vec::new();
    for megabytes in (6..200).step_by(12) {
        let limits = format!("ulimit -c 0; ulimit -v {}", megabytes * 1024);
        let render = "render --format md,html --jobs 1 --out out";
        let result = limited(stage.path(), &limits, render);
        assert_whole(&out, &whole, &limits);
        ends.push(result.status.code());
    }
    assert!(ends.contains(&Some(0)), "it never came to an end: {ends:?}");
    assert!(
        ends.iter().any(|end| *end != Some(0)),
        "it never failed: {ends:?}"
    );
    fs::write(out.join(".bimemo-1-0"), "half a file").expect("a file can be written");
    let result = limited(stage.path(), ":", "render --format md,html --out out");
    assert_eq!(result.status.code(), Some(0), "{}", said(&result));
    assert_eq!(contents(&out), whole);
}

/// A device that is full takes neither a document nor findings.
#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_an_error() {
    let stage = workspace(1);
    fs::write(stage.path().join("memos/odd.yaml"), "kind: x\n").expect("it can be written");
    for arguments in [
        "render memos/tide-000.yaml --lang en --format md --stdout >/dev/full",
        "check --output-format json >/dev/full",
        "check >/dev/full",
        "explain Y010 >/dev/full",
        "fmt - <memos/tide-000.yaml >/dev/full",
    ] {
        let result = limited(stage.path(), ":", arguments);
        assert_eq!(
            result.status.code(),
            Some(2),
            "{arguments}: {}",
            said(&result)
        );
        let told = said(&result);
        assert!(told.contains("No space left"), "{arguments}: {told}");
    }
}
