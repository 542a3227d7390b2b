//! What is left to do for each format after the template.

pub mod active_file;
pub mod data_uri;
pub mod element;
pub mod html;
pub mod inline_hash;
pub mod json;
pub mod markdown;
pub mod pdf;
pub mod svg;
pub mod theme;
