//! A memo as plain data, both languages in it, and the parsing of its YAML.
//!
//! Nothing here knows Fluent, Markdown or a format: a [`Text`] keeps what the
//! author wrote, with its place in the file.

pub mod about;
pub mod codes;
pub mod directory;
mod directory_keys;
pub mod fact;
pub mod keys;
mod lone_parts;
mod model;
mod outcome;
mod parse;
pub mod path;
pub mod settings;
pub mod telephone;
mod texts;
pub mod yaml;

pub use crate::lang::Lang;
pub use about::{MemoAbout, MetadataScalar, MetadataValue};
pub use directory::Directory;
pub use fact::Fact;
pub use model::*;
pub use outcome::{MemoDecision, MemoState, MemoStatus, StatusSource};
pub use parse::{
    FACT_KINDS, RESERVED, SCHEMES, parse_directory, parse_letterhead, parse_memo, parse_settings,
};
pub use path::{NodePath, PathStep};
pub use settings::Settings;
pub use texts::{PlainText, Printed, WrittenWords};
