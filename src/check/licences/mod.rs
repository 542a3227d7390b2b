//! Licences: differences between the languages that are no findings, one entry each, with
//! an example in both languages. A test holds that each example is tolerated, and told
//! without its licence; `tests/suite/parity` reports how often each is used on the corpus
//! and what the check would tell without it.

mod asked;
mod implied;
mod licence;
mod pairs;
mod words;

pub use licence::{Licence, used, without};

pub(in crate::check) use asked::{
    HALF_OF_DAY, IDLE, LISTED, LOOSE, PLURAL_NAME, SAID_AGAIN, SAID_NEAR, SHARE, SHARED_UNIT,
    SHORT_YEARS, SMALL_NUMBER, SUM, TIMES, WRITTEN_ALIKE,
};
pub(in crate::check) use implied::{is_implied, says_scale};
pub(in crate::check) use pairs::come_to_the_same;
pub(in crate::check) use words::says as says_in_words;

/// All licences.
pub fn all() -> Vec<&'static Licence> {
    let pairs = pairs::PAIRS.iter().map(|it| &it.licence);
    let words = words::WORDS.iter().map(|it| &it.licence);
    let implied = implied::IMPLIED.iter().map(|it| &it.licence);
    pairs
        .chain(words)
        .chain(implied)
        .chain(asked::ASKED.iter().copied())
        .collect()
}
