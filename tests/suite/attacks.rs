//! What people put into texts to make a page do something: scripts, handlers, links that
//! run, in every spelling, in every place of a memo. None of it does anything.
//!
//! `tests/fixtures/attacks/inline.txt` has attacks of one line, `blocks.txt` of several,
//! with `%%%%` between them, `destinations.txt` those that stand where a link leads. Here
//! the pages are read as a browser reads them; `tests/conformance/renderers` reads what
//! common programs make of the Markdown, which `write_attacks` writes for it.

mod active;
mod memos;

use crate::stage;
use active::active_nodes;
use bimemo::press::{Composition, Format, Layout, Press, Release, stops};
use bimemo::workspace::{MemoFile, Workspace};
use memos::{Attack, Places, attacks, memo};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// Memos in a workspace of their own.
fn workspace(memos: impl Iterator<Item = String>) -> TempDir {
    let stage = TempDir::new().expect("a temporary folder can be made");
    let folder = stage.path().join("memos");
    fs::create_dir(&folder).expect("a folder can be made");
    for (picture, name) in [
        ("templates/letterheads/harbour.svg", "x.svg"),
        ("tests/fixtures/print/crest.png", "x.png"),
    ] {
        let picture = stage::repository().join(picture);
        fs::copy(picture, folder.join(name)).expect("a file can be copied");
    }
    for (nth, memo) in memos.enumerate() {
        let path = folder.join(format!("attack-{nth:03}.yaml"));
        fs::write(path, memo).expect("a memo can be written");
    }
    stage
}

fn loaded(workspace: &Workspace) -> Press {
    let (press, faults) = Press::load(workspace);
    assert_eq!(faults, []);
    press
}

/// What a memo comes to, whatever is wrong with it.
fn composed(press: &Press, workspace: &Workspace, memo: &MemoFile) -> Composition {
    press.compose(workspace, memo, Release::Final)
}

/// Every document of a memo in a format, in both layouts, with its name.
fn documents(
    workspace: &Workspace,
    press: &Press,
    composition: &Composition,
    format: Format,
) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for layout in [Layout::Separate, Layout::Parallel] {
        let editions = press.editions(composition, layout);
        for edition in editions.expect("it has both languages") {
            let set = press.set(workspace, &edition, format);
            files.push(set.expect("it can be set"));
        }
    }
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it is text");
    files
        .into_iter()
        .map(|mut files| files.swap_remove(0))
        .map(|(name, bytes)| (name, text(bytes)))
        .collect()
}

#[test]
fn no_page_does_anything() {
    let attacks = attacks();
    assert!(attacks.len() > 300, "{}", attacks.len());
    let stage = workspace(attacks.chunks(12).map(|some| memo(some, Places::All)));
    let workspace = Workspace::open(stage.path()).expect("it is a workspace");
    let mut found = Vec::new();
    let press = loaded(&workspace);
    for memo in workspace.select(&[]).expect("the memos are listed").memos {
        let composition = composed(&press, &workspace, &memo);
        assert_eq!(composition.documents.len(), 2, "{}", memo.stem);
        for (name, page) in documents(&workspace, &press, &composition, Format::Html) {
            let active = active_nodes(&page);
            found.extend(active.into_iter().map(|node| format!("{name}: {node}")));
        }
    }
    stage::assert_none(&found);
}

/// The attacks as Markdown, for the conformance test of renderers: those of the memos
/// that are released. What is refused is written nowhere.
#[test]
#[ignore = "writes files for tests/conformance/renderers"]
fn write_attacks() {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(
        || stage::repository().join("target"),
        |folder| Path::new(&folder).to_owned(),
    );
    let folder = target.join("attacks");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("prose")).expect("a folder can be made");
    // One a memo: a fence or a comment that one leaves open would hide the next, and what
    // one is refused for would keep the others back.
    let mut memos = Vec::new();
    // Which of them have no code, and are for renderers that read it otherwise, too.
    let mut prose = Vec::new();
    for attack in attacks() {
        let places = match (&attack, attack.has_code()) {
            (Attack::Inline(_), false) => [Places::Values, Places::Texts, Places::Prose].as_slice(),
            (Attack::Inline(_), true) => &[Places::Values, Places::Texts],
            _ => &[Places::Texts],
        };
        for places in places {
            let whole = *places == Places::Texts && matches!(attack, Attack::Inline(_));
            prose.push(!whole && !attack.has_code());
            memos.push(memo(std::slice::from_ref(&attack), *places));
        }
    }
    let stage = workspace(memos.into_iter());
    let workspace = Workspace::open(stage.path()).expect("it is a workspace");
    let press = loaded(&workspace);
    let memos = workspace.select(&[]).expect("the memos are listed").memos;
    let write = |memo: &MemoFile| {
        let composition = composed(&press, &workspace, memo);
        // That both languages have the same words is no fault here.
        if stops(&composition.diagnostics, Release::Draft) {
            return 0;
        }
        // The languages in turn, and now and then both: an attack is the same in all.
        let nth: usize = memo
            .stem
            .bytes()
            .filter(u8::is_ascii_digit)
            .map(usize::from)
            .sum();
        let documents = documents(&workspace, &press, &composition, Format::Markdown);
        let wanted = [Some(nth / 2 % 2), nth.is_multiple_of(5).then_some(2)];
        for (name, text) in wanted
            .into_iter()
            .flatten()
            .filter_map(|it| documents.get(it))
        {
            let number = memo.stem.rsplit('-').next().and_then(|it| it.parse().ok());
            let is_prose = number
                .and_then(|it: usize| prose.get(it))
                .is_some_and(|it| *it);
            if is_prose {
                fs::write(folder.join("prose").join(name), text).expect("a file can be written");
            }
            fs::write(folder.join(name), text).expect("a file can be written");
        }
        1
    };
    let half = memos.len() / 2;
    let written: usize = std::thread::scope(|scope| {
        let halves = [&memos[..half], &memos[half..]];
        let threads =
            halves.map(|memos| scope.spawn(move || memos.iter().map(write).sum::<usize>()));
        let joined = threads.into_iter().map(|thread| thread.join());
        joined
            .map(|count| count.expect("no memo stops the program"))
            .sum()
    });
    assert!(
        written > 400,
        "{written} of {} memos are released",
        memos.len()
    );
}

#[test]
fn what_runs_is_told_from_what_does_not() {
    let safe = "<!DOCTYPE html><html style='--a: b'><head><meta charset='utf-8'/><title>x</title>\
        <link rel='canonical' href='https://a.ca/'/><style>p { color: red }</style>\
        <meta property='og:title' content='x'/>\
        <script type='application/ld+json'>{\"a\": \"\\u003cb\"}</script></head><body>\
        <a href='#x' title='onclick'>a</a><a href='x%3Ay.pdf'>b</a><a href='MAILTO:a@b.ca'>c</a>\
        <img src='data:image/png;base64,AAAA' alt='x'/></body></html>";
    assert_eq!(active_nodes(safe), Vec::<String>::new());
    for active in [
        "<script>x</script>",
        "<p onclick='x'>",
        "<p property='x'>",
        "<script type='application/ld+json'>{}</script>",
        "<head><script type='application/ld+json'>alert(1)</script></head>",
        "<head><script type='text/javascript'>{}</script></head>",
        "<svg/onload=x>",
        "<a href=' java\nscript:x'>",
        "<a href='&#1;javascript:x'>",
        "<a href='data:text/html,x'>",
        "<img src='https://a.ca/x.png'>",
        "<img src='//a.ca/x.png'>",
        "<img src='data:text/html,x'>",
        "<p style='x: y'>",
        "<iframe>",
        "<form>",
        "<input>",
        "<p><style>x</style>",
        "<p><link rel=stylesheet href=x>",
        "<math>",
        "<a ping='x'>",
        "<x-y>",
    ] {
        let page = safe.replace("<body>", &format!("<body>{active}"));
        assert_eq!(active_nodes(&page).len(), 1, "{active}");
    }
}
