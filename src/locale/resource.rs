//! The files of words.

use crate::lang::Lang;
use crate::source::SourceFile;
use std::sync::Arc;

/// A Fluent resource: an `.ftl` file of one language.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Its language.
    pub lang: Lang,
    /// The file.
    pub file: Arc<SourceFile>,
    /// Where it stands against others.
    pub layer: Layer,
}

/// A message of a later layer wins over one of the same id in an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// The defaults in the binary.
    Embedded,
    /// The workspace's own.
    Workspace,
}
