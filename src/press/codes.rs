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
    OUT_OF_DATE = "W080", "out-of-date", Note;
    ACTIVE_FILE = "W209", "active-file", Error;
}

/// Codes of one kind.
#[derive(Debug)]
pub struct Section {
    /// What they begin with.
    pub letter: char,
    /// What they are about.
    pub about: &'static str,
    /// The codes, in the order of their ids.
    pub codes: Vec<&'static Code>,
}

static SECTIONS: LazyLock<Vec<Section>> = LazyLock::new(|| {
    let is_markup = |code: &Code| check::is_of_markup(code);
    [
        section('Y', "YAML and the memo format", |_| true),
        section('L', "Fluent resources and patterns", |_| true),
        section('P', "English–French parity", |_| true),
        section('T', "Typography", |_| true),
        section('W', "Markup that prints as itself", is_markup),
        section(
            'W',
            "Documents, templates, themes, fonts and files",
            |code| !is_markup(code),
        ),
    ]
    .into()
});

static TABLE: LazyLock<Codes> = LazyLock::new(|| {
    let sections = SECTIONS.iter();
    Codes::of(
        sections
            .flat_map(|section| &section.codes)
            .copied()
            .collect(),
    )
});

fn section(letter: char, about: &'static str, belongs: impl Fn(&Code) -> bool) -> Section {
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
    let mut codes: Vec<&'static Code> = rooms
        .into_iter()
        .flatten()
        .copied()
        .chain(check::all())
        .filter(|code| code.id.starts_with(letter) && belongs(code))
        .collect();
    codes.sort_by_key(|code| code.id);
    Section {
        letter,
        about,
        codes,
    }
}

/// Every code, by what it is about.
pub fn sections() -> &'static [Section] {
    &SECTIONS
}

/// The table of all codes.
pub fn table() -> &'static Codes {
    &TABLE
}

/// Every code, in the order of the sections.
pub fn all() -> impl Iterator<Item = &'static Code> {
    table().all()
}

/// The code with this id (`Y004`, in any case) or this name (`unknown-key`).
pub fn find(id_or_name: &str) -> Option<&'static Code> {
    table().find(id_or_name)
}
