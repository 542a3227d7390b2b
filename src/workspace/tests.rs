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
fn two_memos_with_one_id_are_both_reported_and_neither_is_taken() {
    let (_folder, workspace) = workspace(&[
        ("memos/x/a.yaml", ""),
        ("memos/y/A.yml", ""),
        ("memos/b.yaml", ""),
    ]);
    let selection = workspace.select(&[]).unwrap();
    assert_eq!(selection.diagnostics.len(), 2);
    assert_eq!(selection.memos.len(), 1);
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
fn a_byte_that_is_not_utf8_has_a_place() {
    let (folder, workspace) = workspace(&[]);
    fs::create_dir(folder.path().join("memos")).unwrap();
    fs::write(
        folder.path().join("memos/a.yaml"),
        b"kind: memo\nsubject: caf\xe9\n",
    )
    .unwrap();
    let Err(Fault::Content(diagnostic)) = workspace.text("memos/a.yaml") else {
        panic!("the file was read");
    };
    let start = diagnostic.span.unwrap().start();
    assert_eq!((start.line, start.column), (2, 13));
}

#[test]
fn a_file_is_written_once() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("out/a.en.md");
    assert_eq!(write_if_changed(&path, b"a").unwrap(), Outcome::Written);
    assert_eq!(write_if_changed(&path, b"a").unwrap(), Outcome::Unchanged);
    assert_eq!(write_if_changed(&path, b"b").unwrap(), Outcome::Written);
    assert_eq!(fs::read(&path).unwrap(), b"b");
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
}
