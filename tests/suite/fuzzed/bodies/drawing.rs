//! Drawings, pictures and fonts: a file that others made goes out as what was understood of
//! it, or not at all.

use super::memo::assert_released;
use super::placed::assert_placed;
use super::room;
use bimemo::output::pdf::image::Picture;
use bimemo::output::svg::read_svg;
use bimemo::press::{Press, Release, stops};
use bimemo::workspace::Workspace;

/// How font files begin.
const FONTS: [&[u8]; 4] = [b"\0\x01\0\0", b"OTTO", b"true", b"ttcf"];

/// The input is a font, where it begins as one, or a drawing or picture.
pub fn run(data: &[u8]) {
    if FONTS.iter().any(|begin| data.starts_with(begin)) {
        return set_in_font(data);
    }
    match Picture::decode(data, "memos/d.svg") {
        Ok(_) => {}
        Err(error) => assert_placed(&error.diagnostics(None)),
    }
    let reading = read_svg("memos/d.svg", data);
    assert_placed(&reading.findings);
    if let Some(svg) = reading.svg.filter(|_| reading.findings.is_empty()) {
        let again = read_svg("memos/d.svg", svg.as_str().as_bytes());
        assert_eq!(again.findings, [], "{}", svg.as_str());
        let again = again.svg.expect("what was written can be read");
        assert_eq!(again.as_str(), svg.as_str(), "it is written another way");
    }
    let mut files = room::beside();
    files.insert("memos/d.svg".to_owned(), data.to_vec());
    files.insert(room::MEMO.to_owned(), MEMO.into());
    assert_released(&room::press(), &Workspace::of(files), true);
}

/// A memo that shows the drawing.
const MEMO: &str = "kind: notice
date: 2026-05-01
subject: { en: Tides, fr: Marées }
sections:
  - body: { en: \"![Tides](d.svg)\", fr: \"![Marées](d.svg)\" }
";

/// A memo whose words are set in the font.
fn set_in_font(data: &[u8]) {
    let theme = "fonts:\n  Own: { regular: fonts/own.ttf }\nfallback: [Noto Sans]\nstyles:\n  p: { font: Own }\n  code: { font: Own }\n";
    let memo = "kind: notice\ndate: 2026-05-01\nsubject: { en: Tides, fr: Marées }\nsections:\n  - body: { en: \"High *water* `fi` AV 12.\", fr: \"Haute *mer* `fi` AV 12.\" }\n";
    let workspace = Workspace::of(room::Files::from([
        (room::MEMO.to_owned(), memo.into()),
        ("templates/theme.yaml".to_owned(), theme.into()),
        ("templates/fonts/own.ttf".to_owned(), data.to_vec()),
    ]));
    let (press, findings) = Press::load(&workspace);
    assert_placed(&findings);
    if !stops(&findings, Release::Final) {
        assert_released(&press, &workspace, true);
    }
}
