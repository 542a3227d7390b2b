//! What there are limits of.

/// Something that there may only be so much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Limit {
    /// Bytes of a file of text.
    FileBytes,
    /// Bytes of a file that is no text.
    AssetBytes,
    /// Values of a YAML file.
    YamlValues,
    /// Sections within one another.
    SectionNesting,
    /// Blocks and inlines within one another.
    Nesting,
    /// Notes that call one another.
    NoteNesting,
    /// Blocks of a document.
    Blocks,
    /// Cells of a document's tables.
    Cells,
    /// Notes of a document.
    Notes,
    /// Placeables that a text prints.
    Placeables,
    /// Pixels of a picture.
    PicturePixels,
    /// Steps of a template.
    TemplateSteps,
    /// Bytes that a template prints.
    TemplateBytes,
    /// Steps of a memo.
    MemoSteps,
    /// Findings that are shown in full.
    FindingsShown,
}

/// A limit as the settings and the contract have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LimitRow {
    /// Its key in `limits:` of `bimemo.yaml`.
    pub name: &'static str,
    /// The least that a workspace may set: what the program's own files need.
    pub floor: u64,
    /// What holds where nothing is set.
    pub default: u64,
    /// The most that a workspace may set.
    pub ceiling: u64,
    /// What is counted.
    pub counts: &'static str,
    /// Why it is as it is.
    pub because: &'static str,
}

const fn row(
    name: &'static str,
    (default, ceiling): (u64, u64),
    counts: &'static str,
    because: &'static str,
) -> LimitRow {
    LimitRow {
        name,
        floor: 1,
        default,
        ceiling,
        counts,
        because,
    }
}

/// A mebibyte.
const MIB: u64 = 1 << 20;

/// In the order of [`Limit`].
const ROWS: [LimitRow; Limit::ALL.len()] = [
    row(
        "file-bytes",
        (4 * MIB, 64 * MIB),
        "bytes of a file of text: a memo, a message file, a template, a drawing",
        "a memo of a hundred pages has 0.3 MB",
    ),
    row(
        "asset-bytes",
        (64 * MIB, 512 * MIB),
        "bytes of a picture, a font, a file that is copied",
        "what can still be sent by mail, twice over",
    ),
    LimitRow {
        floor: 5_000,
        ..row(
            "yaml-values",
            (250_000, 1_000_000),
            "values of a YAML file, its aliases written out",
            "a memo has some hundreds, a directory of 10,000 persons 100,000",
        )
    },
    row(
        "section-nesting",
        (12, 12),
        "sections within one another",
        "templates carry twenty components within one another, and headings of a body need six",
    ),
    row(
        "nesting",
        (48, 48),
        "lists, items, quotations, links, stress within one another; a list in a list is two",
        "nobody follows a tenth level",
    ),
    row(
        "note-nesting",
        (20, 20),
        "notes that call one another",
        "nobody follows a third",
    ),
    row(
        "blocks",
        (20_000, 200_000),
        "paragraphs, headings, items, tables and their like in a document",
        "a page has some ten: 2,000 pages",
    ),
    row(
        "cells",
        (50_000, 500_000),
        "cells of a document's tables",
        "a page has some two hundred: 250 pages of tables",
    ),
    row(
        "notes",
        (5_000, 50_000),
        "notes of a document",
        "a thesis has some hundreds",
    ),
    row(
        "placeables",
        (20_000, 200_000),
        "placeables that one text prints",
        "a memo of a hundred pages has some hundreds",
    ),
    row(
        "picture-pixels",
        (64_000_000, 100_000_000),
        "pixels of a picture",
        "telephones take pictures of 50 million",
    ),
    row(
        "template-steps",
        (1_000_000, 20_000_000),
        "turns of loops and calls of components, a call as four turns, while a workspace's own template is filled",
        "the program's own take some hundreds",
    ),
    row(
        "template-bytes",
        (64 * MIB, 512 * MIB),
        "bytes that a template prints, pictures inside of pages among them",
        "a page of two sheets has 30 KB",
    ),
    row(
        "memo-steps",
        (40_000_000, 400_000_000),
        "steps of reading, checking and setting a memo, each about a character looked at",
        "a memo of two pages takes 100,000; all of them take about ten seconds",
    ),
    row(
        "findings-shown",
        (200, 100_000),
        "findings that the human report shows in full; the rest are counted by their rule",
        "nobody reads more at one sitting",
    ),
];

impl Limit {
    /// All of them, in the order of the contract.
    pub const ALL: [Limit; 15] = [
        Limit::FileBytes,
        Limit::AssetBytes,
        Limit::YamlValues,
        Limit::SectionNesting,
        Limit::Nesting,
        Limit::NoteNesting,
        Limit::Blocks,
        Limit::Cells,
        Limit::Notes,
        Limit::Placeables,
        Limit::PicturePixels,
        Limit::TemplateSteps,
        Limit::TemplateBytes,
        Limit::MemoSteps,
        Limit::FindingsShown,
    ];

    /// Its name, default and ceiling.
    pub const fn row(self) -> &'static LimitRow {
        &ROWS[self as usize]
    }

    /// The limit of this name.
    pub fn named(name: &str) -> Option<Limit> {
        Limit::ALL.into_iter().find(|it| it.row().name == name)
    }
}
