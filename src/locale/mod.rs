//! locale

pub mod words;
