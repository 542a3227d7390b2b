use super::*;
use std::collections::BTreeMap;
use std::fs;
use tempfile::TempDir;

fn workspace(files: &[(&str, &str)]) -> (TempDir, Workspace) {
    let folder = TempDir::new().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let workspace = Workspace::open(folder.path()).unwrap();
    (folder, workspace)
}

#[test]
fn paths_stay_inside() {
    assert_eq!(normalize("a/./b/../c").as_deref(), Some("a/c"));
    assert_eq!(normalize("a/../../c"), None);
    assert_eq!(normalize("/etc/passwd"), None);
    assert_eq!(
        resolve("memos/a.yaml", "images/x.png").as_deref(),
        Some("memos/images/x.png")
    );
    assert_eq!(
        resolve("memos/a.yaml", "../x.png").as_deref(),
        Some("x.png")
    );
    assert_eq!(resolve("memos/a.yaml", "../../x.png"), None);
    assert_eq!(resolve("memos/a.yaml", "/x.png"), None);
}

#[test]
fn memos_are_found_in_every_folder_and_sorted() {
    let (_folder, workspace) = workspace(&[
        ("memos/b.yaml", ""),
        ("memos/2026/a.yml", ""),
        ("memos/.hidden/c.yaml", ""),
        ("memos/notes.txt", ""),
        ("memos/b.en.ftl", ""),
    ]);
    let selection = workspace.select(&[]).unwrap();
    let paths: Vec<_> = selection
        .memos
        .iter()
        .filter_map(|memo| memo.path.as_deref())
        .collect();
    assert_eq!(paths, ["memos/2026/a.yml", "memos/b.yaml"]);
    assert!(selection.diagnostics.is_empty());
}

#[test]
fn two_memos_with_one_id_are_both_reported() {
    let (_folder, workspace) = workspace(&[
        ("memos/x/a.yaml", ""),
        ("memos/y/A.yml", ""),
        ("memos/b.yaml", ""),
    ]);
    let selection = workspace.select(&[]).unwrap();
    assert_eq!(selection.diagnostics.len(), 2);
    let clashes: Vec<bool> = selection
        .memos
        .iter()
        .map(|memo| selection.has_clash(memo))
        .collect();
    assert_eq!(clashes, [false, true, true]);
}

#[test]
fn a_path_outside_is_refused_with_the_way_out() {
    let (_folder, inside) = workspace(&[("memos/a.yaml", "")]);
    let (other, _) = workspace(&[("memos/b.yaml", "")]);
    let error = inside
        .select(&[other.path().join("memos/b.yaml")])
        .unwrap_err();
    assert!(error.to_string().contains("--root"), "{error}");
}

#[test]
fn utf16_is_told_once() {
    let text: Vec<u8> = "date: 2026-04-01\nsubject: x\n"
        .bytes()
        .flat_map(|byte| [byte, 0])
        .collect();
    let Err(findings) = decode("a.yaml", &text) else {
        panic!("it is no UTF-8");
    };
    let [finding] = findings.as_slice() else {
        panic!("{findings:?}");
    };
    assert_eq!(finding.code.id, "W301");
    assert!(finding.message.contains("UTF-16"), "{}", finding.message);
    assert!(decode("a.yaml", b"a: \"\0\0\"\n").is_ok());
}

#[test]
fn a_byte_that_is_not_utf8_has_a_place() {
    let (folder, workspace) = workspace(&[]);
    fs::create_dir(folder.path().join("memos")).unwrap();
    fs::write(
        folder.path().join("memos/a.yaml"),
        b"kind: memo\nsubject: caf\xe9\n",
    )
    .unwrap();
    let Err(mut findings) = workspace.text("memos/a.yaml") else {
        panic!("the file was read");
    };
    let start = findings.remove(0).span.unwrap().start();
    assert_eq!((start.line, start.column), (2, 13));
}

#[test]
fn a_file_is_written_once() {
    let folder = TempDir::new().unwrap();
    let out = OutputFolder::at(&folder.path().join("out"));
    let write = |name: &str, bytes: &[u8]| out.write_if_changed(name, bytes).unwrap();
    for name in ["a.en.md", "a/logo.svg"] {
        assert_eq!(write(name, b"a"), WriteOutcome::Written);
        assert_eq!(write(name, b"a"), WriteOutcome::Unchanged);
        assert_eq!(write(name, b"b"), WriteOutcome::Written);
        assert_eq!(fs::read(out.path().join(name)).unwrap(), b"b");
    }
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), 2);
}

#[cfg(unix)]
#[test]
fn a_file_that_is_rewritten_keeps_its_readers_and_its_link() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, workspace) = workspace(&[("memos/a.yaml", "a")]);
    let (path, link) = (
        folder.path().join("memos/a.yaml"),
        folder.path().join("b.yaml"),
    );
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    std::os::unix::fs::symlink("memos/a.yaml", &link).unwrap();
    let rewrite = |path, bytes| workspace.rewrite(path, bytes);
    assert_eq!(rewrite("b.yaml", b"a").unwrap(), WriteOutcome::Unchanged);
    assert_eq!(rewrite("b.yaml", b"b").unwrap(), WriteOutcome::Written);
    assert_eq!(fs::read(&path).unwrap(), b"b");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    let mode = fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert!(rewrite("c.yaml", b"c").is_err());
}

#[test]
fn sources_are_what_has_words() {
    let (folder, workspace) = workspace(&[
        ("memos/a.yaml", ""),
        ("memos/a.en.ftl", ""),
        ("memos/notes.txt", ""),
        ("templates/theme.yaml", ""),
        ("templates/letterheads/l.yaml", ""),
        ("locales/fr/own.ftl", ""),
        ("directory.yaml", ""),
        ("bimemo.yaml", ""),
    ]);
    let paths = |arguments: &[std::path::PathBuf]| -> Vec<String> {
        let sources = workspace.sources(arguments, &mut Vec::new()).unwrap();
        sources.into_iter().filter_map(|it| it.path).collect()
    };
    let all = [
        "bimemo.yaml",
        "directory.yaml",
        "locales/fr/own.ftl",
        "memos/a.en.ftl",
        "memos/a.yaml",
        "templates/letterheads/l.yaml",
    ];
    assert_eq!(paths(&[]), all);
    assert_eq!(paths(&[folder.path().to_owned()]), all);
    let memos = folder.path().join("memos");
    assert_eq!(
        paths(&[memos.join("a.yaml"), memos]),
        ["memos/a.en.ftl", "memos/a.yaml"]
    );
    let theme = folder.path().join("templates/theme.yaml");
    assert!(workspace.sources(&[theme], &mut Vec::new()).is_err());
}

#[cfg(unix)]
#[test]
fn links_that_lead_out_are_told_from_those_that_stay() {
    let (folder, workspace) = workspace(&[("memos/a.png", ""), ("b.png", "")]);
    let (other, _) = self::workspace(&[("c.png", "")]);
    let link = |to: &std::path::Path, from: &str| {
        std::os::unix::fs::symlink(to, folder.path().join(from)).unwrap();
    };
    link(&other.path().join("c.png"), "memos/out.png");
    link(other.path(), "memos/shared");
    link(std::path::Path::new("../b.png"), "memos/in.png");
    for path in ["memos/out.png", "memos/shared/c.png"] {
        assert!(workspace.leads_outside(path), "{path}");
        assert!(workspace.bytes(path).is_err(), "{path}");
    }
    for path in ["memos/a.png", "memos/in.png", "memos/gone.png"] {
        assert!(!workspace.leads_outside(path), "{path}");
    }
    assert!(workspace.has("memos/in.png"));
}

#[cfg(unix)]
#[test]
fn what_cannot_be_written_is_named_itself() {
    let folder = TempDir::new().unwrap();
    // A folder stands where the file must go.
    fs::create_dir(folder.path().join("a.en.md")).unwrap();
    let out = OutputFolder::at(folder.path());
    let error = out
        .write_if_changed("a.en.md", b"a")
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("a.en.md") && !error.contains(".bimemo-"),
        "{error}"
    );
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

/// A pipe, which waits for a writer where it is opened in the usual way.
#[cfg(unix)]
fn pipe(path: &std::path::Path) {
    let made = std::process::Command::new("mkfifo").arg(path).status();
    assert!(made.unwrap().success());
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_named_and_everything_else_read() {
    let (folder, workspace) = workspace(&[("memos/a.yaml", ""), ("memos/B.YAML", "")]);
    let (other, _) = self::workspace(&[("c.yaml", "")]);
    let memos = folder.path().join("memos");
    let link = |to: &std::path::Path, from: &str| {
        std::os::unix::fs::symlink(to, memos.join(from)).unwrap();
    };
    link(std::path::Path::new("nowhere.yaml"), "dangling.yaml");
    link(std::path::Path::new("round.yaml"), "round.yaml");
    link(&other.path().join("c.yaml"), "out.yaml");
    link(other.path(), "shared");
    link(std::path::Path::new("."), "again");
    link(&other.path().join("c.yaml"), "notes.txt");
    pipe(&memos.join("pipe.yaml"));
    let _socket = std::os::unix::net::UnixListener::bind(memos.join("socket.yaml")).unwrap();
    let selection = workspace.select_all();
    let paths: Vec<_> = selection
        .memos
        .iter()
        .filter_map(|it| it.path.as_deref())
        .collect();
    assert_eq!(paths, ["memos/a.yaml"]);
    let found: Vec<(&str, &str)> = selection
        .diagnostics
        .iter()
        .map(|it| (it.code.id, it.span.as_ref().unwrap().file().path()))
        .collect();
    assert_eq!(
        found,
        [
            ("W304", "memos/dangling.yaml"),
            ("W304", "memos/out.yaml"),
            ("W304", "memos/pipe.yaml"),
            ("W304", "memos/round.yaml"),
            ("W304", "memos/shared"),
            ("W304", "memos/socket.yaml"),
            ("W303", "memos/B.YAML"),
        ]
    );
    for (_, path) in found
        .iter()
        .filter(|(code, path)| *code == "W304" && path.ends_with("yaml"))
    {
        let faults = workspace.bytes(path).unwrap_err();
        assert_eq!(faults.len(), 1, "{path}");
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let (folder, elsewhere) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let link = |to: &std::path::Path, from: &str| {
        std::os::unix::fs::symlink(to, folder.path().join(from)).unwrap();
    };
    fs::write(elsewhere.path().join("kept.md"), "kept").unwrap();
    link(&elsewhere.path().join("kept.md"), "a.en.md");
    link(elsewhere.path(), "a");
    let out = OutputFolder::at(folder.path());
    // The link gives way to the document.
    out.write_if_changed("a.en.md", b"a").unwrap();
    assert!(
        !fs::symlink_metadata(folder.path().join("a.en.md"))
            .unwrap()
            .is_symlink()
    );
    assert_eq!(fs::read(elsewhere.path().join("kept.md")).unwrap(), b"kept");
    let error = out
        .write_if_changed("a/logo.svg", b"a")
        .unwrap_err()
        .to_string();
    assert!(error.contains("through links"), "{error}");
    assert_eq!(fs::read_dir(elsewhere.path()).unwrap().count(), 1);
    // The folder itself may be one, and a pipe in it is not waited for.
    pipe(&folder.path().join("b.en.md"));
    let linked = elsewhere.path().join("out");
    std::os::unix::fs::symlink(folder.path(), &linked).unwrap();
    OutputFolder::at(&linked)
        .write_if_changed("b.en.md", b"b")
        .unwrap();
    assert_eq!(fs::read(folder.path().join("b.en.md")).unwrap(), b"b");
}

#[test]
fn leftovers_go_but_for_those_that_somebody_writes() {
    let folder = TempDir::new().unwrap();
    let names = [".bimemo-1-0", ".bimemo-2-0", ".bimemo.yaml"];
    for name in names {
        fs::write(folder.path().join(name), "half").unwrap();
    }
    let held = fs::File::open(folder.path().join(names[1])).unwrap();
    held.try_lock().unwrap();
    let out = OutputFolder::at(folder.path());
    out.write_if_changed("a.en.md", b"a").unwrap();
    let mut left: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    assert_eq!(left, [names[1], names[2], "a.en.md"]);
}

#[test]
fn no_more_is_read_than_a_file_may_have() {
    use crate::limits::{Limit, Limits};
    let (_folder, on_disk) = workspace(&[("memos/a.yaml", "12345")]);
    let in_memory = Workspace::of(BTreeMap::from([(
        "memos/a.yaml".to_owned(),
        b"12345".to_vec(),
    )]));
    for workspace in [on_disk, in_memory] {
        for (most, code) in [(5, None), (4, Some("W082"))] {
            let _held = Limits::default().with(Limit::FileBytes, most).hold();
            let read = workspace.text("memos/a.yaml");
            let found = read.err().map(|findings| findings[0].code.id);
            assert_eq!(found, code, "{workspace:?}");
            // What is no text has a limit of its own.
            assert!(workspace.bytes("memos/a.yaml").is_ok());
        }
    }
}

#[cfg(unix)]
#[test]
fn an_argument_that_leads_outside_is_told_as_that() {
    let (outside, _) = workspace(&[("b.yaml", "")]);
    let (folder, workspace) = workspace(&[("memos/a.yaml", "")]);
    let link = folder.path().join("memos/out");
    std::os::unix::fs::symlink(outside.path(), &link).unwrap();
    let of_memos = workspace.select(std::slice::from_ref(&link)).unwrap_err();
    let of_sources = workspace.sources(&[link], &mut Vec::new()).unwrap_err();
    for error in [of_memos, of_sources] {
        assert!(
            error.to_string().ends_with("it leads out of the workspace"),
            "{error}"
        );
    }
}
