//! Workspaces in memory, and the press that their memos share.

use super::placed::assert_placed;
use bimemo::diagnostic::Diagnostic;
use bimemo::lang::Both;
use bimemo::language::typography::Mender;
use bimemo::mend::{apply, mend_source, restructure_source};
use bimemo::press::{Format, Menders, Options, Press, codes, load_menders};
use bimemo::source::SourceFile;
use bimemo::workspace::{MemoFile, SourceKind, Workspace};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The files of a workspace by their paths.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The memo that an input is, or is used by.
pub const MEMO: &str = "memos/m.yaml";

/// What parts an input into the files that it stands for: a line of its own.
const BETWEEN: &[u8] = b"\n=====\n";

/// Files that memos may name: a picture, a drawing, something to attach, another memo.
pub fn beside() -> Files {
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><rect width=\"9\" height=\"9\"/></svg>";
    Files::from([
        ("memos/d.svg".to_owned(), drawing.into()),
        (
            "memos/p.png".to_owned(),
            include_bytes!("../../../fixtures/print/crest.png").to_vec(),
        ),
        ("memos/a.txt".to_owned(), b"Tides\n".to_vec()),
        (
            "memos/other.yaml".to_owned(),
            b"kind: notice\ndate: 2026-05-01\nsubject: { en: Tides, fr: \"Mar\xC3\xA9es\" }\nsections: [{ body: { en: High., fr: Haute. } }]\n".to_vec(),
        ),
    ])
}

/// The parts of an input, of which there are as many as are asked for; those that it lacks
/// are empty.
pub fn parts<const N: usize>(data: &[u8]) -> [&[u8]; N] {
    let mut rest = Some(data);
    std::array::from_fn(|at| {
        let part = rest.take().unwrap_or_default();
        let end = part.windows(BETWEEN.len()).position(|it| it == BETWEEN);
        match end.filter(|_| at + 1 < N) {
            Some(end) => {
                rest = part.get(end + BETWEEN.len()..);
                part.get(..end).unwrap_or_default()
            }
            None => part,
        }
    })
}

/// Whether an input is one of so many with which something is done that takes long: which
/// ones, their bytes say.
pub fn is_one_of(many: u64, data: &[u8]) -> bool {
    let sum = data.iter().fold(data.len() as u64, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(u64::from(*byte))
    });
    (sum >> 7).is_multiple_of(many)
}

/// The memo of the inputs.
pub fn memo() -> MemoFile {
    MemoFile {
        path: Some(MEMO.to_owned()),
        stem: "m".to_owned(),
    }
}

/// Everything in one format.
pub fn only(format: Format) -> Options {
    Options {
        formats: vec![format],
        ..Options::default()
    }
}

/// How many inputs share a press: what it keeps of files does not grow without end.
const INPUTS: usize = 500;

thread_local! {
    static SHARED: RefCell<(usize, Option<Arc<Press>>)> = const { RefCell::new((0, None)) };
}

/// The press of a workspace with the defaults alone, loaded now and then.
pub fn press() -> Arc<Press> {
    SHARED.with_borrow_mut(|(used, shared)| {
        if *used >= INPUTS {
            (*used, *shared) = (0, None);
        }
        *used += 1;
        let load = || {
            let (press, findings) = Press::load(&Workspace::of(Files::new()));
            assert_eq!(findings, []);
            Arc::new(press)
        };
        Arc::clone(shared.get_or_insert_with(load))
    })
}

/// The menders of a workspace without settings.
pub fn menders() -> Menders {
    load_menders(&Workspace::of(Files::new())).0
}

/// What holds of a source that is mended: the edits lead from what is written to the text,
/// and mending what is mended changes nothing more. Gives the text, where it may be mended.
pub fn assert_mends(file: &Arc<SourceFile>, kind: SourceKind, menders: &Menders) -> Option<String> {
    let mend = |file: &Arc<SourceFile>, menders: &Both<Mender>| {
        mend_source(file, kind, menders, codes::table())
    };
    let mended = kept(mend(file, &menders.languages))?;
    let applied = apply(file.written(), &mended.edits);
    assert_eq!(applied, mended.text, "the edits do not make the text");
    let again = SourceFile::new(file.path(), mended.text.as_str());
    let again = kept(mend(&again, &menders.languages)).expect("what is mended can be read");
    assert_eq!(again.text, mended.text, "it is mended a second time");
    assert_eq!(again.edits, [], "{}", mended.text);
    Some(mended.text)
}

/// The same for what was typed and is made what was meant.
pub fn assert_restructures(file: &Arc<SourceFile>, kind: SourceKind, menders: &Menders) {
    let make =
        |file: &Arc<SourceFile>| restructure_source(file, kind, &menders.settings, codes::table());
    let Some(made) = kept(make(file)) else { return };
    let changes: Vec<Diagnostic> = made.changes.iter().map(|it| it.diagnostic()).collect();
    assert_placed(&changes);
    if made.changes.is_empty() {
        return;
    }
    let again = SourceFile::new(file.path(), made.text.as_str());
    let again = kept(make(&again)).expect("what was restructured can be read");
    assert_eq!(again.text, made.text, "it is restructured a second time");
}

/// What was made, or nothing where findings stand in the way.
fn kept<T>(made: Result<T, Vec<Diagnostic>>) -> Option<T> {
    let made = made.map_err(|findings| assert_placed(&findings));
    made.ok()
}
