//! bimemo turns one structured memo file into matching English and French
//! Markdown, HTML and PDF.
//!
//! A memo travels one way, and each phase is a room of its own:
//!
//! 1. [`workspace`] finds the files: memos, locales, templates, fonts. It is the
//!    only room that touches the file system; what a workspace lacks comes from
//!    the defaults embedded in the binary.
//! 2. [`memo`] parses YAML into a [`memo::Memo`], plain data in both languages,
//!    with every fault of the file collected.
//! 3. [`locale`] holds the words: Fluent messages, formats and typography of
//!    Canadian English and French.
//! 4. [`document`] builds a [`document::Document`] from a memo and a locale: one
//!    language, no format, every piece of text with the place it came from.
//! 5. [`template`] fills the Tera templates, one per format.
//! 6. [`output`] finishes each format; the PDF's template gives print markup
//!    that [`output::pdf`] typesets.
//! 7. [`check`] compares the two languages' documents.
//!
//! [`mend`] takes the same memos and locales another way: back into their files, with
//! the words' typography mended.
//!
//! [`press`] runs the phases in this order for one memo; the binary in
//! `src/cli/` runs it for many and talks to the terminal. Everything that can go
//! wrong is a [`diagnostic::Diagnostic`].

pub mod check;
pub mod diagnostic;
pub mod document;
pub mod lang;
pub mod language;
pub mod locale;
pub mod memo;
pub mod mend;
pub mod output;
pub mod press;
pub mod source;
pub mod template;
pub mod workspace;
