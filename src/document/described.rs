//! What a document says of itself, as characters.

use super::inline::plain_text;
use super::{Document, DocumentAbout};

impl DocumentAbout {
    /// The keywords as characters.
    pub fn keywords(&self) -> Vec<String> {
        let keywords = self.keywords.iter();
        keywords.map(|it| plain_text(&it.inlines)).collect()
    }
}

impl Document {
    /// What the document says in a sentence or two, as characters, where the memo has it.
    pub fn description(&self) -> Option<String> {
        let description = self.about.description.as_ref()?;
        Some(plain_text(&description.inlines))
    }
}
