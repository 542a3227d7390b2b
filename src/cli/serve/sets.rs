//! The documents that were made of memos, kept as long as there is room for them.

use super::deliver::Representation;
use super::shelf::{Entry, Shelf};
use crate::jobs::guarded;
use bimemo::diagnostic::Diagnostic;
use bimemo::press::manifest::DocumentEntry;
use bimemo::press::{self, Format, Options, Release, Rendering};
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError, Weak};

/// How many bytes of documents are kept.
const ROOM: usize = 64 << 20;

/// What is to be made of a memo.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wish {
    /// The formats.
    pub formats: Vec<Format>,
    /// Whether a draft will do where the memo is not released.
    pub draft: bool,
}

impl Wish {
    /// What a run makes that asks for nothing else, where this format is among it; else
    /// this format alone. A page says which other formats stand beside it.
    pub fn released(format: Format) -> Wish {
        let usual = Options::default().formats;
        let formats = match usual.contains(&format) {
            true => usual,
            false => vec![format],
        };
        Wish {
            formats,
            draft: false,
        }
    }

    /// A document to be looked at on the way.
    pub fn preview(format: Format) -> Wish {
        Wish {
            formats: vec![format],
            draft: true,
        }
    }
}

/// What was made of a memo.
#[derive(Debug)]
pub struct Set {
    /// Whether nothing stops the memo.
    pub released: bool,
    /// What is wrong with it.
    pub findings: Vec<Diagnostic>,
    /// What the manifest says of its documents.
    pub documents: Vec<DocumentEntry>,
    /// The documents, and the files that they need beside them, by their names.
    pub files: BTreeMap<String, Arc<Representation>>,
}

impl Set {
    fn len(&self) -> usize {
        self.files.values().map(|file| file.len()).sum()
    }
}

type Place = Arc<Mutex<Weak<Set>>>;

/// What was made of one memo, as long as it is kept.
#[derive(Debug, Default)]
pub struct Sets(Mutex<BTreeMap<Wish, Place>>);

/// What is kept of all memos, what was asked for last at the end.
#[derive(Debug, Default)]
pub struct Store(Mutex<VecDeque<Arc<Set>>>);

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Store {
    /// What a memo comes to as it is wished for; made where it is not kept, once for all
    /// who ask meanwhile.
    pub fn set(&self, shelf: &Shelf, entry: &Entry, wish: &Wish) -> Arc<Set> {
        let place = Arc::clone(lock(&entry.sets.0).entry(wish.clone()).or_default());
        let mut place = lock(&place);
        let set = place.upgrade().unwrap_or_else(|| {
            let made = Arc::new(make(shelf, entry, wish));
            *place = Arc::downgrade(&made);
            made
        });
        self.keep(&set);
        set
    }

    fn keep(&self, set: &Arc<Set>) {
        let mut kept = lock(&self.0);
        kept.retain(|other| !Arc::ptr_eq(other, set));
        kept.push_back(Arc::clone(set));
        let mut bytes: usize = kept.iter().map(|set| set.len()).sum();
        while bytes > ROOM && kept.len() > 1 {
            bytes -= kept.pop_front().map_or(0, |set| set.len());
        }
    }
}

fn make(shelf: &Shelf, entry: &Entry, wish: &Wish) -> Set {
    let set = rendered(shelf, entry, wish, Release::Final);
    // The draft of what nobody may have is made for those who write it.
    if set.released || !wish.draft {
        return set;
    }
    let draft = rendered(shelf, entry, wish, Release::Draft);
    Set {
        released: false,
        ..draft
    }
}

fn rendered(shelf: &Shelf, entry: &Entry, wish: &Wish, release: Release) -> Set {
    let memo = &entry.memo;
    let options = Options {
        formats: wish.formats.clone(),
        release,
        ..Options::default()
    };
    let clashes = shelf.clashes(memo);
    let is_stopped = shelf.is_stopped(release);
    let work = || match is_stopped || !clashes.is_empty() {
        // As in a run, nothing is set of a memo that is not written anyway.
        true => Rendering {
            findings: shelf
                .press
                .compose_for(&shelf.workspace, memo, &options)
                .diagnostics,
            ..Rendering::default()
        },
        false => shelf.press.render(&shelf.workspace, memo, &options),
    };
    let made = guarded(work).unwrap_or_else(|words| Rendering {
        findings: vec![press::internal_fault(memo.name(), &words)],
        ..Rendering::default()
    });
    let Rendering {
        files,
        mut documents,
        mut findings,
    } = made;
    shelf.press.let_go(memo, &mut findings);
    findings.extend(clashes);
    if is_stopped {
        findings.extend(shelf.shared.iter().cloned());
    }
    press::put_in_order(&mut findings);
    let released = !press::stops(&findings, release);
    documents.retain(|_| released);
    let files = files.into_iter().filter(|_| released);
    let represent = |(name, bytes): (String, Vec<u8>)| {
        let kind = media_type(&name);
        (name, Arc::new(Representation::new(bytes, kind)))
    };
    Set {
        released,
        findings,
        documents,
        files: files.map(represent).collect(),
    }
}

/// The media types of files beside documents, by the ends of their names.
const TYPES: [(&str, &str); 16] = [
    ("css", "text/css"),
    ("csv", "text/csv"),
    ("gif", "image/gif"),
    ("htm", "text/html"),
    ("html", "text/html"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("md", "text/markdown"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain"),
    ("webp", "image/webp"),
    ("woff2", "font/woff2"),
];

/// The media type of a file by its name: a format's own, or what such files are.
fn media_type(name: &str) -> &'static str {
    let is_of = |format: &&Format| name.ends_with(&format!(".{}", format.extension()));
    let formats = Format::ALL.iter().filter(is_of);
    // `.fragment.html` is more than `.html`.
    let format = formats.max_by_key(|format| format.extension().len());
    if let (Some(format), false) = (format, name.contains('/')) {
        return format.media_type();
    }
    let extension = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    let known = TYPES.iter().find(|(end, _)| *end == extension);
    known.map_or("application/octet-stream", |(_, kind)| kind)
}
