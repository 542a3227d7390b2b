//! bimemo turns one structured memo file into matching English and French
//! Markdown, HTML and PDF.
//!
//! A [`Workspace`] holds memos and what goes with them: a folder on the disk, or anything
//! that stands in for one ([`FileSystem`]). [`render`] makes the documents of its memos,
//! [`check()`] says what is wrong with them.
//!
//! ```
//! use bimemo::{Options, Workspace, render};
//! use std::collections::BTreeMap;
//!
//! let memo = "\
//! date: 2026-05-29
//! sender: { name: Piers Laval }
//! recipients:
//!   - { en: Boat owners, fr: Propriétaires de bateaux }
//! subject: { en: Spring opening, fr: Ouverture du printemps }
//! sections:
//!   - body:
//!       en: The boathouse opens on *June 1*.
//!       fr: Le hangar ouvre le *1<sup>er</sup> juin*.
//! ";
//! let files = BTreeMap::from([("memos/opening.yaml".to_owned(), memo.into())]);
//! let rendering = render(&Workspace::of(files), &Options::default());
//!
//! assert_eq!(rendering.findings, []);
//! let names: Vec<&str> = rendering.files.iter().map(|(name, _)| name.as_str()).collect();
//! assert_eq!(
//!     names,
//!     [
//!         "opening.en.html",
//!         "opening.en.md",
//!         "opening.en.pdf",
//!         "opening.fr.html",
//!         "opening.fr.md",
//!         "opening.fr.pdf",
//!     ]
//! );
//! let (_, pdf) = &rendering.files[5];
//! assert!(pdf.starts_with(b"%PDF-"));
//! ```
//!
//! What is named at the root of this crate is kept stable. All else is there with the
//! feature `internals` alone, for the command, the tests and the benchmarks, and changes
//! without notice. The feature `cli`, which is on by default, brings that and what the
//! terminal needs: a program that uses the library turns default features off.
//!
//! # Inside
//!
//! A memo travels one way, and each phase is a room of its own:
//!
//! 1. `workspace` finds the files: memos, locales, templates, fonts. It is the
//!    only room that touches the file system; what a workspace lacks comes from
//!    the defaults embedded in the binary.
//! 2. `memo` parses YAML into a `memo::Memo`, plain data in both languages,
//!    with every fault of the file collected.
//! 3. `locale` holds the words: Fluent messages, formats and typography of
//!    Canadian English and French.
//! 4. `document` builds a `document::Document` from a memo and a locale: one
//!    language, no format, every piece of text with the place it came from.
//! 5. `template` fills the Tera templates, one per format.
//! 6. `output` finishes each format; the PDF's template gives print markup
//!    that `output::pdf` typesets.
//! 7. `check` compares the two languages' documents.
//!
//! `mend` takes the same memos and locales another way: back into their files, with
//! the words' typography mended.
//!
//! `press` runs the phases in this order for one memo; the binary in
//! `src/cli/` runs it for many and talks to the terminal. Everything that can go
//! wrong is a `diagnostic::Diagnostic`.

#![cfg_attr(
    not(feature = "internals"),
    allow(
        dead_code,
        unused_imports,
        reason = "the command and the tests use more of the rooms than the library shows"
    )
)]

// First, since every room says what it found with its macro `given!`.
#[cfg(not(feature = "internals"))]
#[macro_use]
pub(crate) mod diagnostic;
#[cfg(feature = "internals")]
#[macro_use]
pub mod diagnostic;

#[cfg(not(feature = "internals"))]
pub(crate) mod check;
#[cfg(feature = "internals")]
pub mod check;
#[cfg(not(feature = "internals"))]
pub(crate) mod document;
#[cfg(feature = "internals")]
pub mod document;
#[cfg(not(feature = "internals"))]
pub(crate) mod lang;
#[cfg(feature = "internals")]
pub mod lang;
#[cfg(not(feature = "internals"))]
pub(crate) mod language;
#[cfg(feature = "internals")]
pub mod language;
#[cfg(not(feature = "internals"))]
pub(crate) mod limits;
#[cfg(feature = "internals")]
pub mod limits;
#[cfg(not(feature = "internals"))]
pub(crate) mod locale;
#[cfg(feature = "internals")]
pub mod locale;
#[cfg(not(feature = "internals"))]
pub(crate) mod memo;
#[cfg(feature = "internals")]
pub mod memo;
#[cfg(not(feature = "internals"))]
pub(crate) mod mend;
#[cfg(feature = "internals")]
pub mod mend;
#[cfg(not(feature = "internals"))]
pub(crate) mod output;
#[cfg(feature = "internals")]
pub mod output;
#[cfg(not(feature = "internals"))]
pub(crate) mod press;
#[cfg(feature = "internals")]
pub mod press;
#[cfg(not(feature = "internals"))]
pub(crate) mod source;
#[cfg(feature = "internals")]
pub mod source;
#[cfg(not(feature = "internals"))]
pub(crate) mod template;
#[cfg(feature = "internals")]
pub mod template;
#[cfg(not(feature = "internals"))]
pub(crate) mod workspace;
#[cfg(feature = "internals")]
pub mod workspace;

pub use diagnostic::{Code, Diagnostic, Label, Severity};
pub use document::{AssetPrefix, AssetPrefixFault};
pub use lang::Lang;
pub use output::markdown::FrontMatter;
pub use press::{Fitting, Format, Layout, Options, Release, Rendering, check, render};
pub use source::{Position, SourceFile, Span};
pub use workspace::{
    FileSystem, FolderListing, Unreadable, UnreadableCause, Workspace, WorkspaceError,
};
