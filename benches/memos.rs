//! What a memo costs, phase by phase, on the examples of this repository:
//! `cargo bench`.

use bimemo::press::{Composition, Format, Press, Release};
use bimemo::workspace::{MemoFile, Workspace};
use divan::Bencher;
use std::path::Path;

fn main() {
    divan::main();
}

/// The repository as a workspace, with its two-page memo.
struct Stage {
    workspace: Workspace,
    press: Press,
    memo: MemoFile,
}

impl Stage {
    fn new() -> Stage {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let workspace = Workspace::open(root).expect("the repository is a workspace");
        let (press, _) = Press::load(&workspace).expect("it can be read");
        let memos = workspace.select(&[]).expect("it has memos").memos;
        let memo = memos.into_iter().find(|memo| memo.stem == "renewal-update");
        let memo = memo.expect("the programme update is there");
        Stage {
            workspace,
            press,
            memo,
        }
    }

    fn compose(&self) -> Composition {
        let composed = self
            .press
            .compose(&self.workspace, &self.memo, Release::Final);
        composed.expect("the memo can be read")
    }
}

/// Loading what all memos share.
#[divan::bench]
fn load() -> usize {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let workspace = Workspace::open(root).expect("the repository is a workspace");
    Press::load(&workspace).expect("it can be read").1.len()
}

/// Parsing, building and checking both documents.
#[divan::bench]
fn compose(bencher: Bencher<'_, '_>) {
    let stage = Stage::new();
    bencher.bench(|| stage.compose());
}

/// Everything that `check` does with one memo.
#[divan::bench]
fn check(bencher: Bencher<'_, '_>) {
    let stage = Stage::new();
    bencher.bench(|| stage.press.proof(&stage.workspace, &stage.compose()));
}

/// One document in one format.
#[divan::bench(args = [Format::Markdown, Format::Html, Format::Pdf])]
fn set(bencher: Bencher<'_, '_>, format: &Format) {
    let stage = Stage::new();
    let composition = stage.compose();
    let document = composition.documents.first().expect("there is a document");
    bencher.bench(|| stage.press.set(&stage.workspace, document, *format, true));
}
