//! Print markup → blocks → paragraphs → pages → operators → tagged, archival file.

pub mod codes;
pub mod font;
pub mod image;
pub mod layout;
pub mod markup;
pub mod pages;
pub(crate) mod paragraph;
pub mod write;
