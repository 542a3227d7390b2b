//! Settings, with the globs of their exceptions, and the directory: what is wrong stands in
//! them, and they hold for memos of other names.

use super::placed::{assert_errors_placed, assert_placed};
use super::room;
use bimemo::check;
use bimemo::press::load_menders;
use bimemo::workspace::{SourceKind, Workspace};

/// A memo in which several rules find something, so that exceptions have something to
/// silence.
const MEMO: &str = "kind: memo
date: 2026-05-01
sender: { person: piers }
recipients: [{ en: Boat owners, fr: Propriétaires de bateaux }]
subject: { en: Tides, fr: Marées }
sections:
  - body: { en: \"On June 1, the `a` costs $5.\", fr: \"Le 2 juin, le prix est de 6 $ !\" }
";

/// Where copies of the memo lie.
const PATHS: [&str; 3] = ["memos/m.yaml", "memos/deep/er/é.yaml", "memos/a*b.yaml"];

/// The parts of the input are the settings and the directory.
pub fn run(data: &[u8]) {
    let [settings, directory] = room::parts::<2>(data);
    let mut files = room::Files::from([
        ("bimemo.yaml".to_owned(), settings.to_vec()),
        ("directory.yaml".to_owned(), directory.to_vec()),
    ]);
    files.extend(PATHS.map(|path| (path.to_owned(), MEMO.into())));
    let workspace = Workspace::of(files);
    assert_errors_placed(&check(&workspace));
    let (menders, findings) = load_menders(&workspace);
    assert_placed(&findings);
    let sources = [
        ("bimemo.yaml", SourceKind::Settings),
        ("directory.yaml", SourceKind::Directory),
    ];
    for (path, kind) in sources {
        if let Ok(Some(file)) = workspace.text(path) {
            room::assert_mends(&file, kind, &menders);
            room::assert_restructures(&file, kind, &menders);
        }
    }
}
