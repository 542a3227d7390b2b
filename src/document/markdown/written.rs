//! A text of a memo as it was written, and where.

use crate::lang::Lang;
use crate::locale::Formatted;
use crate::memo::NodePath;
use crate::source::SourceFile;
use std::sync::Arc;

/// A text of a memo as it was written, and where.
#[derive(Clone, Debug)]
pub struct Written {
    /// The language.
    pub lang: Lang,
    /// What formatting gave: the Markdown, with tokens for values.
    pub formatted: Formatted,
    /// How it was read.
    pub form: Form,
    /// The file and the node of its scalar.
    pub scalar: (Arc<SourceFile>, NodePath),
}

/// How a text is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As the blocks of a body.
    Blocks,
    /// As one line of running text.
    Line,
    /// As characters without Markdown: a named Text.
    Plain,
}
