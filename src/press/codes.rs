//! The table of all codes, which is handed to whatever looks one up, and the codes of
//! setting memos, whose manual pages stand in `codes/`.

use crate::check::codes as check;
use crate::diagnostic::{Code, Codes};
use crate::lang::Both;
use crate::output::{html, pdf, svg, theme};
use crate::{document, locale, memo, template, workspace};
use std::sync::LazyLock;

crate::diagnostic::codes! {
    in "codes/";
    SINGLE_LANGUAGE = "W035", "single-language", Error firm;
    UNKNOWN_MEMO = "W038", "unknown-memo", Error firm;
    OUT_OF_DATE = "W080", "out-of-date", Note;
    INTERNAL_FAULT = "W081", "internal-fault", Error firm;
    TOO_MUCH_WORK = "W084", "too-much-work", Error firm;
    COMMAND_FAILED = "W140", "command-failed", Error firm;
    GENERATOR_INSTRUCTION = "W172", "generator-instruction", Error firm;
    UNREADABLE_MANIFEST = "W150", "unreadable-manifest", Error firm;
    LEFT_OVER = "W151", "left-over", Note;
    WOULD_CHANGE = "W152", "would-change", Error firm;
    ACTIVE_FILE = "W209", "active-file", Error;
}

/// A code that is used no more, nor ever again for anything else.
#[derive(Clone, Copy, Debug)]
pub struct RetiredCode {
    /// The id: `W010`.
    pub id: &'static str,
    /// The name: `heading-in-body`.
    pub name: &'static str,
    /// What it found, and what there is instead.
    pub page: Both<&'static str>,
}

/// Every code that was used once and is not any more.
pub const RETIRED: &[RetiredCode] = &[RetiredCode {
    id: "W010",
    name: "heading-in-body",
    page: crate::diagnostic::text_of!("retired/", "heading-in-body"),
}];

/// What the codes of each letter are about stands in `docs/rules.md`.
const LETTERS: &str = "YLPTW";

static TABLE: LazyLock<Codes> = LazyLock::new(|| {
    let rooms = [
        memo::codes::ALL,
        locale::codes::ALL,
        document::codes::ALL,
        template::codes::ALL,
        theme::codes::ALL,
        html::codes::ALL,
        svg::codes::ALL,
        pdf::codes::ALL,
        workspace::codes::ALL,
        ALL,
    ];
    let rooms = rooms.into_iter().flatten().copied();
    let mut codes: Vec<&'static Code> = rooms.chain(check::all()).collect();
    codes.sort_by_cached_key(|code| {
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

/// The retired code with this id, in any case, or this name.
pub fn find_retired(id_or_name: &str) -> Option<&'static RetiredCode> {
    let is_asked =
        |code: &&RetiredCode| code.id.eq_ignore_ascii_case(id_or_name) || code.name == id_or_name;
    RETIRED.iter().find(is_asked)
}
