use super::*;
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
    let Err(Fault::Content(findings)) = decode("a.yaml", &text) else {
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
    let Err(Fault::Content(mut findings)) = workspace.text("memos/a.yaml") else {
        panic!("the file was read");
    };
    let start = findings.remove(0).span.unwrap().start();
    assert_eq!((start.line, start.column), (2, 13));
}

#[test]
fn a_file_is_written_once() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("out/a.en.md");
    assert_eq!(
        write_if_changed(&path, b"a").unwrap(),
        WriteOutcome::Written
    );
    assert_eq!(
        write_if_changed(&path, b"a").unwrap(),
        WriteOutcome::Unchanged
    );
    assert_eq!(
        write_if_changed(&path, b"b").unwrap(),
        WriteOutcome::Written
    );
    assert_eq!(fs::read(&path).unwrap(), b"b");
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn a_file_that_is_rewritten_keeps_its_readers_and_its_link() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    let (path, link) = (folder.path().join("a.yaml"), folder.path().join("b.yaml"));
    fs::write(&path, "a").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    std::os::unix::fs::symlink(&path, &link).unwrap();
    assert_eq!(rewrite(&link, b"a").unwrap(), WriteOutcome::Unchanged);
    assert_eq!(rewrite(&link, b"b").unwrap(), WriteOutcome::Written);
    assert_eq!(fs::read(&path).unwrap(), b"b");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    let mode = fs::metadata(&path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    assert!(rewrite(&folder.path().join("c.yaml"), b"c").is_err());
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
        let sources = workspace.sources(arguments).unwrap();
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
    assert!(workspace.sources(&[theme]).is_err());
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
    link(&folder.path().join("b.png"), "memos/in.png");
    let outside = ["memos/out.png", "memos/shared/c.png"];
    for path in outside {
        assert!(
            workspace.has(path) && workspace.leads_outside(path),
            "{path}"
        );
    }
    for path in ["memos/a.png", "memos/in.png", "memos/gone.png"] {
        assert!(!workspace.leads_outside(path), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn what_cannot_be_written_is_named_itself() {
    let folder = TempDir::new().unwrap();
    // A folder stands where the file must go.
    let path = folder.path().join("a.en.md");
    fs::create_dir(&path).unwrap();
    let error = write_if_changed(&path, b"a").unwrap_err().to_string();
    assert!(
        error.contains("a.en.md") && !error.contains(".bimemo-"),
        "{error}"
    );
}
