//! The table of all codes, which is handed to whatever looks one up, and the codes of
//! setting memos, whose manual pages stand in `codes/`.

use crate::check::codes as check;
use crate::diagnostic::{Code, Codes};
use crate::output::{pdf, svg, theme};
use crate::{document, locale, memo, template, workspace};
use std::sync::LazyLock;

crate::diagnostic::codes! {
    in "codes/";
    SINGLE_LANGUAGE = "W035", "single-language", Error firm;
    UNKNOWN_MEMO = "W036", "unknown-memo", Error firm;
    OUT_OF_DATE = "W080", "out-of-date", Note;
    ACTIVE_FILE = "W209", "active-file", Error;
}

/// What the codes of each letter are about stands in `docs/rules.md`.
const LETTERS: &str = "YLPTW";

static TABLE: LazyLock<Codes> = LazyLock::new(|| {
    let rooms = [
        memo::codes::ALL,
        locale::codes::ALL,
        document::codes::ALL,
        template::codes::ALL,
        theme::codes::ALL,
        svg::codes::ALL,
        pdf::codes::ALL,
        workspace::codes::ALL,
        ALL,
    ];
    let rooms = rooms.into_iter().flatten().copied();
    let mut codes: Vec<&'static Code> = rooms.chain(check::all()).collect();
    codes.sort_by_key(|code| {
        let letter = code.id.get(..1).and_then(|letter| LETTERS.find(letter));
        let of_files = code.id.starts_with('W') && !check::is_of_markup(code);
        (letter, of_files, code.id)
    });
    Codes::of(codes)
});

/// The table of all codes.
pub fn table() -> &'static Codes {
    &TABLE
}

/// Every code: by its letter, those of markup before those of files, by its number.
pub fn all() -> impl Iterator<Item = &'static Code> {
    table().all()
}

/// The code with this id (`Y004`, in any case) or this name (`unknown-key`).
pub fn find(id_or_name: &str) -> Option<&'static Code> {
    table().find(id_or_name)
}
