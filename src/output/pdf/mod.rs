//! Print markup → blocks → paragraphs → pages → operators → tagged, archival file.

pub mod font;
pub mod image;
pub mod pages;
pub mod write;
