//! The folder that paths are relative to where services read them, which know a repository
//! and not the workspace in it.

use std::error::Error;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// What every repository of git has at its top; a folder, or a file in a work tree.
const GIT: &str = ".git";

/// The way to the workspace at `root`, `/` between folders: from the folder that was asked
/// for, or else from the nearest one above with a repository; empty where they are the same.
/// None where there is no such folder.
///
/// # Errors
/// Where the folder that was asked for cannot be found.
pub fn way_to(root: &Path, asked: Option<&Path>) -> Result<Option<String>, Box<dyn Error>> {
    let asked = asked.map(|folder| {
        let found = fs::canonicalize(folder).ok().filter(|it| it.is_dir());
        found.ok_or_else(|| format!("there is no folder `{}`", folder.display()))
    });
    let asked = asked.transpose()?;
    // A root that cannot be found is told when the workspace is opened.
    let Ok(root) = fs::canonicalize(root) else {
        return Ok(None);
    };
    let repository = || {
        let above = root.ancestors().find(|folder| folder.join(GIT).exists());
        above.map(Path::to_owned)
    };
    Ok(asked.or_else(repository).map(|base| way(&base, &root)))
}

/// The way from a folder to another, both from the top of the file system.
fn way(from: &Path, to: &Path) -> String {
    let shared = from.components().zip(to.components());
    let shared = shared.take_while(|(one, other)| one == other).count();
    let up = from.components().skip(shared).map(|_| Component::ParentDir);
    let way: PathBuf = up.chain(to.components().skip(shared)).collect();
    way.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_go_down_up_and_nowhere() {
        let way = |from: &str, to: &str| way(Path::new(from), Path::new(to));
        assert_eq!(way("/a/b", "/a/b"), "");
        assert_eq!(way("/a", "/a/b/c"), "b/c");
        assert_eq!(way("/a/b", "/a/c"), "../c");
        assert_eq!(way("/a/b/c", "/"), "../../..");
    }

    #[test]
    fn the_nearest_repository_counts_unless_another_folder_is_asked_for() {
        let top = tempfile::TempDir::new().expect("a temporary folder can be made");
        let root = top.path().join("docs/memos");
        fs::create_dir_all(&root).expect("a folder can be made");
        let asked = top.path().join("docs");
        let to = |asked: Option<&Path>| way_to(&root, asked).expect("it is there");
        assert_eq!(to(Some(&asked)), Some("memos".to_owned()));
        fs::write(top.path().join(GIT), "gitdir: elsewhere").expect("it can be written");
        assert_eq!(to(None), Some("docs/memos".to_owned()));
        fs::create_dir(asked.join(GIT)).expect("a folder can be made");
        assert_eq!(to(None), Some("memos".to_owned()));
        assert_eq!(to(Some(top.path())), Some("docs/memos".to_owned()));
        let absent = way_to(&root, Some(&root.join("absent"))).unwrap_err();
        assert!(absent.to_string().starts_with("there is no folder"));
        assert_eq!(way_to(&root.join("absent"), None).expect("no matter"), None);
    }
}
