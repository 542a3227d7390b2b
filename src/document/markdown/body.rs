//! What a body is read as.

use crate::document::{Origin, Passage, Phrase};

/// A body, taken apart at its headings.
#[derive(Debug, Default)]
pub struct ParsedBody {
    /// What stands before the first heading.
    pub passage: Passage,
    /// What the headings begin, in their order.
    pub headed: Vec<HeadedPart>,
}

/// What a heading of a body begins: all up to the next heading.
#[derive(Debug)]
pub struct HeadedPart {
    /// The level that its author gave it, from 1.
    pub level: u8,
    /// Its words.
    pub heading: Phrase,
    /// What stands below it.
    pub passage: Passage,
    /// Where the heading was written.
    pub origin: Origin,
    /// The same with all that stands below it: up to the next heading that is no deeper.
    pub extent: Origin,
}
