//! A theme and a letterhead: what is wrong stands in them, and documents in what is right
//! open.

use super::memo::assert_released;
use super::placed::{assert_errors_placed, errors};
use super::room;
use bimemo::press::{Press, Release, stops};
use bimemo::workspace::{SourceKind, Workspace};

/// A document with a bit of everything that a theme has styles for.
const MEMO: &str = "kind: memo
date: 2026-05-01
letterhead: own
sender: { name: Piers Laval }
recipients: [{ en: Boat owners, fr: Propriétaires de bateaux }]
subject: { en: Tides, fr: Marées }
numbered: headings
sections:
  - heading: { en: High, fr: Haute }
    body:
      en: \"A *gate* and **keys**[^1].\\n\\n- one\\n- two\\n\\n1. first\\n\\n> [!NOTE]\\n> wet\\n\\n| a | b |\\n|---|--:|\\n| c | 1 |\\n\\n[^1]: A note.\"
      fr: \"Une *barrière* et des **clés**[^1].\\n\\n- un\\n- deux\\n\\n1. premier\\n\\n> [!NOTE]\\n> mouillé\\n\\n| a | b |\\n|---|--:|\\n| c | 1 |\\n\\n[^1]: Une note.\"
";

/// The parts of the input are the theme and the letterhead.
pub fn run(data: &[u8]) {
    let [theme, letterhead] = room::parts::<2>(data);
    let path = "templates/letterheads/own.yaml";
    let drawing = room::beside()["memos/d.svg"].clone();
    let workspace = Workspace::of(room::Files::from([
        (room::MEMO.to_owned(), MEMO.into()),
        ("templates/theme.yaml".to_owned(), theme.to_vec()),
        (path.to_owned(), letterhead.to_vec()),
        ("templates/letterheads/d.svg".to_owned(), drawing),
    ]));
    let (press, findings) = Press::load(&workspace);
    assert_errors_placed(&findings);
    if stops(&findings, Release::Final) {
        assert!(!errors(&findings).is_empty());
    } else {
        assert_released(&press, &workspace, true);
    }
    let menders = room::menders();
    if let Ok(Some(file)) = workspace.text(path) {
        room::assert_mends(&file, SourceKind::Letterhead, &menders);
        room::assert_restructures(&file, SourceKind::Letterhead, &menders);
    }
}
