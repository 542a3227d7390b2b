//! What a document says of itself beside its text.

use super::Phrase;
use crate::lang::Lang;
use crate::memo::MetadataValue;

/// What a document says of itself to those who look for it: no text of any page.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentAbout {
    /// What it says, in a sentence or two.
    pub description: Option<Phrase>,
    /// Under which words it is to be found.
    pub keywords: Vec<Phrase>,
    /// Its name in addresses, where that is not the memo's id.
    pub slug: Option<String>,
    /// The last day on which it is of use, ISO 8601.
    pub expires: Option<String>,
    /// What else is known of it, in the order of the names.
    pub metadata: Vec<(String, MetadataValue)>,
    /// Who sends it.
    pub authors: Vec<DocumentAuthor>,
    /// The institution that its letterhead names, or nothing.
    pub publisher: String,
    /// The language that the memo was written in first.
    pub source: Lang,
    /// Words of the workspace's own for its templates, by the ids of their messages.
    pub own_words: Vec<(String, Phrase)>,
}

/// Who sends a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentAuthor {
    /// A person: the name, or the title of one who has none.
    Person(String),
    /// A group or an organization.
    Group(String),
}

impl DocumentAuthor {
    /// What they are called.
    pub fn name(&self) -> &str {
        match self {
            DocumentAuthor::Person(name) | DocumentAuthor::Group(name) => name,
        }
    }
}

impl Default for DocumentAbout {
    fn default() -> DocumentAbout {
        DocumentAbout {
            description: None,
            keywords: Vec::new(),
            slug: None,
            expires: None,
            metadata: Vec::new(),
            authors: Vec::new(),
            publisher: String::new(),
            source: Lang::En,
            own_words: Vec::new(),
        }
    }
}
