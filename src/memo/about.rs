//! What a memo says of itself to those who look for it: search engines, catalogues, the
//! office's own pipeline. None of it is text of the document.

use super::fact::Date;
use super::model::{Placed, Text};
use super::path::NodePath;
use crate::lang::{Both, Lang};

/// What a memo says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MemoAbout {
    /// What it says, in a sentence or two.
    pub description: Option<Text>,
    /// Under which words it is to be found.
    pub keywords: Option<MemoKeywords>,
    /// Its name in addresses, for each language that has one of its own.
    pub slug: Both<Option<Placed<String>>>,
    /// The last day on which it is of use.
    pub expires: Option<Placed<Date>>,
    /// What else is known of it, for templates and the manifest.
    pub metadata: Vec<MetadataEntry>,
}

/// The words under which a memo is to be found: each language has its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemoKeywords {
    /// The node of the keywords.
    pub place: NodePath,
    /// The keywords of each language, each a text that is the same in both.
    pub lists: Both<Vec<Text>>,
}

/// Something that is known of a memo under a name of the author's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetadataEntry {
    /// The name.
    pub name: Placed<String>,
    /// What is known, for each language.
    pub values: Both<Option<MetadataValue>>,
}

/// One value, or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MetadataValue {
    /// One value.
    One(MetadataScalar),
    /// A list.
    List(Vec<MetadataScalar>),
}

/// A value as YAML has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MetadataScalar {
    /// A text, or a number as it is written: characters, and no pattern.
    Text(String),
    /// `true` or `false`.
    Bool(bool),
}

impl MemoAbout {
    /// The entries of a memo and, for names that it does not have, those of others: in the
    /// order of the names.
    pub fn metadata_with<'m>(
        &'m self,
        others: &'m [MetadataEntry],
        lang: Lang,
    ) -> Vec<(&'m str, &'m MetadataValue)> {
        let all = others.iter().chain(&self.metadata);
        let known: std::collections::BTreeMap<&str, &MetadataEntry> =
            all.map(|entry| (&*entry.name.value, entry)).collect();
        let known = known.into_iter();
        let values = known.filter_map(|(name, entry)| Some((name, entry.values[lang].as_ref()?)));
        values.collect()
    }
}
