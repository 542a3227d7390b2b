//! All that is remembered of the memos of a workspace, in one file.
//!
//! The file is a line that says what it is, the SHA-256 of the rest, and the rest: blocks of
//! bytes, each behind its length. Whatever is wrong with it, it is as if it were not there.

use super::findings::{SharedFiles, read_findings};
use super::record::{MemoRecord, RecalledEntries, RecalledMemo, RecordHead};
use crate::diagnostic::told_in;
use crate::press::manifest::PROGRAM;
use crate::press::{Options, Press};
use crate::workspace::{Asking, ContentHash, Workspace, identity};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How the file begins.
const MAGIC: &[u8] = b"bimemo remembers 1\n";
/// How many bytes the hash behind it has.
const HASH: usize = 32;
/// The blocks about one memo: what tells whether it is what it was, its documents' entries,
/// its findings. They are read when somebody asks.
type MemoBlocks<'a> = [&'a [u8]; 3];

/// What the whole is about.
#[derive(Debug, Default, Serialize, Deserialize)]
struct StoreHead {
    /// The hash of all that memos share: program, settings, options.
    shared: String,
    run: Option<RunDigest>,
}

/// That a run left nothing to do: a hash of what it did, and of the manifest that lay in the
/// folder then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunDigest {
    /// The hash of what became of each memo, hexadecimal.
    pub outcomes: String,
    /// The SHA-256 of the manifest, hexadecimal.
    pub manifest: String,
}

/// What an earlier run remembered.
pub struct WorkStore<'a> {
    shared: String,
    /// What it left to do.
    pub run: Option<RunDigest>,
    /// By the memo's path.
    memos: BTreeMap<&'a str, MemoBlocks<'a>>,
    asking: Asking<'a>,
    files: SharedFiles<'a>,
}

impl<'a> WorkStore<'a> {
    /// What the bytes of a file remember, for a run with these options. Nothing, where that was
    /// another program, or anything is different that memos share.
    pub fn read(
        bytes: &'a [u8],
        workspace: &'a Workspace,
        press: &Press,
        options: &Options,
    ) -> WorkStore<'a> {
        let shared = press.shared_inputs(options);
        let mut store = WorkStore {
            shared,
            run: None,
            memos: BTreeMap::new(),
            asking: Asking::new(workspace),
            files: SharedFiles::new(workspace),
        };
        if let Some((run, memos)) = parse(bytes, &store.shared) {
            store.run = run;
            store.memos = memos;
        }
        store
    }

    /// What is remembered of a memo, where nothing has changed since.
    pub fn recall(&self, memo: &str) -> Option<RecalledMemo<'a>> {
        let [head, documents, findings] = self.memos.get(memo)?;
        let read: RecordHead = serde_json::from_slice(head).ok()?;
        let answers = self.asking.again(&read.asked)?;
        if answers.to_string() != read.answers {
            return None;
        }
        let findings = match findings {
            [] => Vec::new(),
            findings => read_findings(findings, &self.files)?,
        };
        Some(RecalledMemo {
            findings,
            answers: read.answers.clone(),
            kept: RecalledEntries { head, documents },
            head: read,
        })
    }

    /// The bytes of a file that remembers these memos, and of this store all others that
    /// `is_there` says are still there.
    pub fn write(
        &self,
        records: &[MemoRecord],
        run: Option<RunDigest>,
        is_there: &dyn Fn(&str) -> bool,
    ) -> Vec<u8> {
        let mut body = Vec::new();
        let head = StoreHead {
            shared: self.shared.clone(),
            run,
        };
        put(&mut body, &serde_json::to_vec(&head).unwrap_or_default());
        let mut put_memo = |memo: &str, blocks: MemoBlocks<'_>| {
            put(&mut body, memo.as_bytes());
            blocks.iter().for_each(|block| put(&mut body, block));
        };
        let own: BTreeMap<&str, &MemoRecord> = records.iter().map(|it| (&*it.memo, it)).collect();
        for (memo, blocks) in &self.memos {
            if !own.contains_key(memo) && is_there(memo) {
                put_memo(memo, *blocks);
            }
        }
        for (memo, record) in own {
            let head = serde_json::to_vec(&record.head).unwrap_or_default();
            put_memo(memo, [&head, &record.documents, &record.findings]);
        }
        let mut bytes = MAGIC.to_vec();
        bytes.extend(ContentHash::of(&body).as_bytes());
        bytes.extend(body);
        bytes
    }
}

impl RecalledMemo<'_> {
    /// The record to remember it by again, with what is known of its files now.
    pub fn again(&self, memo: &str, store: &WorkStore<'_>) -> Option<MemoRecord> {
        let [_, documents, findings] = store.memos.get(memo)?;
        Some(MemoRecord {
            memo: memo.to_owned(),
            head: self.head.clone(),
            documents: documents.to_vec(),
            findings: findings.to_vec(),
        })
    }
}

/// The contents of a file that remembers what depends on `shared`.
fn parse<'a>(
    bytes: &'a [u8],
    shared: &str,
) -> Option<(Option<RunDigest>, BTreeMap<&'a str, MemoBlocks<'a>>)> {
    let rest = bytes.strip_prefix(MAGIC)?;
    let (hash, whole) = rest.split_at_checked(HASH)?;
    let mut body = whole;
    let head: StoreHead = serde_json::from_slice(take(&mut body)?).ok()?;
    // Before more is read.
    if head.shared != shared || ContentHash::of(whole).as_bytes() != hash {
        return None;
    }
    let mut memos = BTreeMap::new();
    while !body.is_empty() {
        let memo = std::str::from_utf8(take(&mut body)?).ok()?;
        let mut blocks: MemoBlocks<'a> = [&[]; 3];
        for block in &mut blocks {
            *block = take(&mut body)?;
        }
        memos.insert(memo, blocks);
    }
    Some((head.run, memos))
}

fn put(body: &mut Vec<u8>, block: &[u8]) {
    body.extend((block.len() as u64).to_le_bytes());
    body.extend(block);
}

fn take<'a>(body: &mut &'a [u8]) -> Option<&'a [u8]> {
    let (length, rest) = body.split_first_chunk::<8>()?;
    let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
    let (block, rest) = rest.split_at_checked(length)?;
    *body = rest;
    Some(block)
}

impl Press {
    /// The hash of all that every memo depends on: the program, what they share, and the options.
    fn shared_inputs(&self, options: &Options) -> String {
        let identity = identity().map(|hash| hash.to_string()).unwrap_or_default();
        // Findings are remembered as they were told.
        let options = format!("{options:?} {}", told_in());
        let parts = [
            PROGRAM.as_bytes(),
            identity.as_bytes(),
            self.inputs.as_bytes(),
            options.as_bytes(),
        ];
        ContentHash::of_parts(parts).to_string()
    }
}
