//! What the rules must know besides the documents.

use crate::diagnostic::Diagnostic;
use crate::memo::yaml::Places;
use crate::memo::{Memo, Settings};

/// What a check needs besides the documents.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The memo of the documents: who is who, and which language was written first.
    pub memo: Option<&'a Memo>,
    /// What the workspace sets: its glossary.
    pub settings: Option<&'a Settings>,
    /// Where nodes stand in their files.
    pub places: &'a Places,
    /// What is known to be wrong already: where that stands, nothing agrees.
    pub known: &'a [Diagnostic],
}
