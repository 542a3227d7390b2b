//! Reading what running text says in numbers: dates, times, amounts, percentages,
//! telephone numbers, addresses, and number words, each language by its own
//! conventions.
//!
//! [`scan`] goes through a text once, by hand, without regular expressions. What it
//! finds never overlaps and stands in the order of the text.

mod address;
mod amount;
mod cell;
mod date;
mod fraction;
mod holiday;
mod idiom;
mod length;
mod number;
mod number_words;
mod rank;
mod scan;
mod scanner;
mod sign;
mod telephones;
mod time;
mod tokens;
mod value;
mod vanity;

#[cfg(test)]
mod tests;

pub(crate) use address::{is_domain, is_file_ending};
pub use cell::{CellContent, read_cell};
pub use scan::{joins, scale_of, scan};
pub use telephones::{Telephone, telephones};
pub use value::{Length, ReadValue, Value, Weight};
pub(super) use vanity::vanity;
