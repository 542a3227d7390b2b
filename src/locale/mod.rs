//! locale
pub mod lexicon;
pub mod read;
