//! A workspace's settings, `bimemo.yaml`.

use super::about::MetadataEntry;
use super::fact::NamedFact;
use super::model::{Placed, Unread};
use super::path::NodePath;
use crate::diagnostic::{Code, Severity};
use crate::limits::Limits;
use crate::source::SourceFile;
use std::sync::Arc;

/// The settings.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The file they were read from.
    pub file: Arc<SourceFile>,
    /// The name of the letterhead of memos that name none.
    pub letterhead: Option<Placed<String>>,
    /// Facts for every memo.
    pub facts: Vec<NamedFact>,
    /// Which of them could not be read.
    pub unread: Unread,
    /// How texts are mended.
    pub typography: TypographySettings,
    /// How grave rules' findings are.
    pub severity: Vec<SeveritySetting>,
    /// Findings that are silenced.
    pub ignore: Vec<IgnoreSetting>,
    /// Words that must be translated in one way.
    pub glossary: Vec<GlossaryEntry>,
    /// The URL of the folder in which the documents are published.
    pub base_url: Option<Placed<String>>,
    /// What is known of every memo.
    pub metadata: Vec<MetadataEntry>,
    /// How much of anything there may be.
    pub limits: Limits,
}

impl Settings {
    /// The settings of a workspace whose `bimemo.yaml` is `file`, with nothing set.
    pub fn empty(file: Arc<SourceFile>) -> Settings {
        Settings {
            file,
            letterhead: None,
            facts: Vec::new(),
            unread: Unread::default(),
            typography: TypographySettings::default(),
            severity: Vec::new(),
            ignore: Vec::new(),
            glossary: Vec::new(),
            base_url: None,
            metadata: Vec::new(),
            limits: Limits::default(),
        }
    }
}

/// `typography:`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypographySettings {
    /// `profile:`
    pub profile: TypographyProfile,
    /// `off:`, the names of rules that do not mend.
    pub off: Vec<Placed<String>>,
}

/// Whose typography French texts follow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TypographyProfile {
    /// Canada's.
    #[default]
    FrCa,
    /// France's.
    FrFr,
}

/// `severity: { code: off|note|warning|error }`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeveritySetting {
    /// The rule.
    pub code: Placed<&'static Code>,
    /// How grave its findings are; none where it is off.
    pub severity: Option<Severity>,
}

/// An item of `ignore:`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IgnoreSetting {
    /// The item's node.
    pub place: NodePath,
    /// The rule.
    pub code: Placed<&'static Code>,
    /// The files: a path relative to the root, where `*` stands for anything in a
    /// name and `**` for anything; every file where it is absent.
    pub path: Option<Placed<String>>,
    /// Why.
    pub reason: String,
}

/// An item of `glossary:`, `{ en: …, fr: …, kind: acronym|term|name, forbidden: { en: […], fr: […] } }`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GlossaryEntry {
    /// The item's node.
    pub place: NodePath,
    /// The English word or words.
    pub en: String,
    /// The French word or words.
    pub fr: String,
    /// What it is.
    pub kind: GlossaryKind,
    /// English words that must not stand for it.
    pub forbidden_en: Vec<Placed<String>>,
    /// French words that must not stand for it.
    pub forbidden_fr: Vec<Placed<String>>,
}

/// What a glossary's entry is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GlossaryKind {
    /// A term: found in any case.
    #[default]
    Term,
    /// An acronym: found as written.
    Acronym,
    /// A name: found as written.
    Name,
}
