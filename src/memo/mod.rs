//! A memo as plain data, both languages in it, and the parsing of its YAML.
//!
//! Nothing here knows Fluent, Markdown or a format: a [`Text`] keeps what the
//! author wrote, with its place in the file.

pub mod fact;
mod model;
pub mod path;
pub mod yaml;

pub use crate::lang::Lang;
pub use fact::Fact;
pub use model::*;
pub use path::{NodePath, Step};
