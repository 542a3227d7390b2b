//! The author's Markdown: parsed to blocks and inlines, and kept as Markdown with
//! values, mends and the document's note numbers put in.
//!
//! 1. `prepare` makes raw HTML that is not let through plain text, gives every cell of a
//!    table its column, and keeps a colon that is no mark from making a definition.
//! 2. `tree` parses.
//! 3. `resolve` pairs the tags that are let through, separates tokens, links bare addresses and
//!    mends words.
//! 4. `convert` makes blocks and inlines, and writes down every change as an
//!    edit of the source.
//!
//! For a template `anchors` and `lettered` change what names another place or counts in
//! letters. Of the file that the template makes of it, `lines` puts the lines in order,
//! `dialects` sees to other readers of Markdown, and `copies` finds what leads to files.

mod alerts;
pub(crate) mod anchors;
mod autolinks;
mod bare;
mod body;
mod columns;
mod continued;
mod convert;
pub(crate) mod copies;
mod definitions;
pub(crate) mod dialects;
mod edits;
pub(crate) mod escape;
mod inline_tags;
pub(crate) mod lettered;
pub(crate) mod lines;
mod mending;
mod mends;
mod prepare;
mod reading;
mod resolve;
mod source;
mod stretches;
mod telephones;
mod tree;
mod words;

#[cfg(test)]
mod tests;
mod written;

use super::Phrase;
use super::session::Session;
use convert::Converter;

pub use body::{HeadedPart, ParsedBody};
pub(crate) use convert::{linked_value, value_markdown};
pub(crate) use inline_tags::is_break;
pub use mends::{Mend, find_mends, read_alike};
pub(crate) use reading::origin_of;
pub use reading::{CodeBlock, Reading, Run, RunKind, Sort, read_markdown};
pub use source::Markdown;
pub use written::{Form, Written};

/// Parses a body: its blocks, and what its headings begin; its notes go to the session.
pub fn parse_body(source: &Markdown<'_>, session: &mut Session<'_>) -> ParsedBody {
    let (prepared, tree) = prepare::prepare_blocks(&source.formatted.text);
    Converter::new(source, &prepared, session).body(tree)
}

/// Parses one line of running text; whatever would begin a block is text.
pub fn parse_phrase(source: &Markdown<'_>, session: &mut Session<'_>) -> Phrase {
    let (prepared, tree) = prepare::prepare_line(&source.formatted.text);
    Converter::new(source, &prepared, session).phrase(tree)
}
