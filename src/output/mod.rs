//! What is left to do for each format after the template.

pub mod element;
pub mod html;
pub mod markdown;
pub mod pdf;
pub mod theme;
