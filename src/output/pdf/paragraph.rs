//! Paragraphs: text in runs of one style each, broken into lines by total fit.

mod fit;
mod hanging;
mod line;
mod measured;
mod mixed;
mod opportunity;
mod runs;
mod segment;
mod underline;

pub(crate) use line::{Line, LinkPiece};
pub(crate) use measured::{PUNCTUATION, widest};
pub(crate) use runs::{InlinePicture, Link, Look, PICTURE, Paragraph, Setting, StyledRun, rounded};

#[cfg(test)]
mod tests;
