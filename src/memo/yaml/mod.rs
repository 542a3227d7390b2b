//! The only door to YAML: a tree that keeps what was written, the places of its
//! nodes, and a reader that lowers it with every fault collected.
//!
//! [`parse`] reads a file; [`Reader`] takes the tree apart; [`Positions`] tells
//! where a node stands, and is built only when somebody asks.

mod keys;
mod layout;
mod names;
mod node;
mod nulls;
mod parse;
mod positions;
mod reader;
mod recover;
mod rewrite;
mod scalar;
mod scan;
mod settle;
mod shapes;
mod syntax;
#[cfg(test)]
mod tests;
mod traps;
mod values;

pub use names::meant_key;
pub(in crate::memo) use names::name_of;
pub use node::{Mapping, Node};
pub use parse::parse;
pub use positions::{LazyPositions, Places, Positions};
pub use reader::{At, Fields, Reader};
pub use values::is_kebab_case;

/// Plain data as YAML, on lines of their own. What YAML cannot hold is no plain data, and
/// nothing.
pub fn write_yaml(data: &impl serde::Serialize) -> String {
    serde_yaml::to_string(data).unwrap_or_default()
}
