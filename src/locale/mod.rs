//! locale

pub mod format;
pub mod words;
