//! What a memo costs: `cargo bench`. `docs/speed.md` says what it showed.
//!
//! One memo is `memos/renewal-update.yaml`, two pages in each language. A thousand memos
//! are the examples of this repository and the corpus of its tests in turn: other words
//! in every memo, as in a ministry.

use bimemo::document::Edition;
use bimemo::press::{Composition, Format, Press, Release};
use bimemo::workspace::{MemoFile, Workspace};
use divan::Bencher;
use std::fs;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::thread;
use tempfile::TempDir;

fn main() {
    divan::main();
}

/// The repository, which is a workspace.
fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A workspace with what all of its memos share, loaded.
struct Stage {
    workspace: Workspace,
    press: Press,
    memos: Vec<MemoFile>,
}

impl Stage {
    fn new(root: &Path) -> Stage {
        let workspace = Workspace::open(root).expect("it is a workspace");
        let (press, _) = Press::load(&workspace);
        let memos = workspace.select(&[]).expect("it has memos").memos;
        Stage {
            workspace,
            press,
            memos,
        }
    }

    /// The memo of two pages.
    fn memo(&self) -> &MemoFile {
        let mut memos = self.memos.iter();
        memos
            .find(|memo| memo.stem == "renewal-update")
            .expect("the programme update is there")
    }

    fn compose(&self, memo: &MemoFile) -> Composition {
        self.press.compose(&self.workspace, memo, Release::Final)
    }

    /// What `check` does with a memo; gives how much it found.
    fn check(&self, memo: &MemoFile) -> usize {
        let composition = self.compose(memo);
        let proof = self.press.proof(&self.workspace, &composition);
        composition.diagnostics.len() + proof.len()
    }

    /// Both documents of a composition in a format; gives how many bytes they have.
    fn set(&self, composition: &Composition, format: Format) -> usize {
        let set = |document| {
            let edition = Edition::Separate(document);
            let files = self.press.set(&self.workspace, &edition, format);
            files.expect("the memo has no faults")
        };
        let files = composition.documents.iter().flat_map(set);
        files.map(|(_, bytes)| bytes.len()).sum()
    }
}

/// Loading what all memos share: locales, templates, theme, fonts.
#[divan::bench]
fn load() -> Stage {
    Stage::new(repository())
}

/// `bimemo check` of one memo, loading included: an editor's save.
#[divan::bench]
fn load_and_check() -> usize {
    let stage = Stage::new(repository());
    stage.check(stage.memo())
}

/// Parsing, building and checking both documents of a memo.
#[divan::bench]
fn compose(bencher: Bencher<'_, '_>) {
    let stage = Stage::new(repository());
    bencher.bench(|| stage.compose(stage.memo()));
}

/// Everything that `check` does with one memo.
#[divan::bench]
fn check(bencher: Bencher<'_, '_>) {
    let stage = Stage::new(repository());
    bencher.bench(|| stage.check(stage.memo()));
}

/// The documents of a memo in one format.
#[divan::bench(args = Format::ALL)]
fn set(bencher: Bencher<'_, '_>, format: Format) {
    let stage = Stage::new(repository());
    let composition = stage.compose(stage.memo());
    bencher.bench(|| stage.set(&composition, format));
}

/// Everything that `render` does with one memo but writing its files.
#[divan::bench]
fn render(bencher: Bencher<'_, '_>) {
    let stage = Stage::new(repository());
    bencher.bench(|| -> usize {
        let composition = stage.compose(stage.memo());
        let formats = Format::ALL.into_iter();
        formats.map(|format| stage.set(&composition, format)).sum()
    });
}

/// `bimemo check` of a thousand memos, loading included, on one thread and on as many
/// as the machine has.
#[divan::bench(args = [1, threads()], sample_count = 5, sample_size = 1)]
fn load_and_check_1000(bencher: Bencher<'_, '_>, threads: usize) {
    let many = Many::new(1000);
    bencher.bench_local(|| {
        let stage = Stage::new(many.folder.path());
        let share = stage.memos.len().div_ceil(threads);
        thread::scope(|scope| {
            for memos in stage.memos.chunks(share) {
                let stage = &stage;
                scope.spawn(move || memos.iter().map(|memo| stage.check(memo)).sum::<usize>());
            }
        });
    });
}

fn threads() -> usize {
    thread::available_parallelism().map_or(1, NonZeroUsize::get)
}

/// A workspace of many memos.
struct Many {
    folder: TempDir,
}

impl Many {
    fn new(count: usize) -> Many {
        let folder = TempDir::new().expect("a temporary folder can be made");
        for file in ["bimemo.yaml", "directory.yaml"] {
            copy(&repository().join(file), &folder.path().join(file));
        }
        for below in ["templates/letterheads", "memos/images"] {
            for file in files(below) {
                let name = file.file_name().unwrap_or_default();
                copy(&file, &folder.path().join(below).join(name));
            }
        }
        let sources: Vec<PathBuf> = ["memos", "tests/corpus/blind", "tests/corpus/tuned"]
            .into_iter()
            .flat_map(files)
            .filter(|file| file.extension().is_some_and(|ending| ending == "yaml"))
            .collect();
        for (number, file) in sources.iter().cycle().take(count).enumerate() {
            let name = format!("memos/memo-{number}.yaml");
            copy(file, &folder.path().join(name));
        }
        Many { folder }
    }
}

/// The files in a folder of the repository, sorted.
fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(repository().join(folder)).expect("the folder can be read");
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the entry can be read").path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

fn copy(from: &Path, to: &Path) {
    let folder = to.parent().expect("the file lies in a folder");
    fs::create_dir_all(folder).expect("the folder can be made");
    fs::copy(from, to).expect("the file can be copied");
}
