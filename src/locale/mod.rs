//! locale
pub mod lexicon;
