//! What is known of Canadian English and French, without Fluent, files or documents:
//! how values are written ([`mod@write`]) and read ([`read`]), how text is set
//! ([`typography`]), and which words mean what ([`lexicon`]).

pub mod lexicon;
pub mod read;
pub(crate) mod table;
pub mod typography;
pub mod words;
pub mod write;

pub use words::{Hand, Piece, Words};
