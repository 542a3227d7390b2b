//! How a field's values may stand.

use crate::document::Phrase;
use crate::document::inline::plain_text;

/// In how many columns a field's values may stand: where there are many, and most are
/// short.
pub(super) fn columns(values: &[Phrase]) -> u64 {
    let lengths = values.iter();
    let lengths = lengths.map(|value| plain_text(&value.inlines).chars().count());
    let mut lengths: Vec<usize> = lengths.collect();
    lengths.sort_unstable();
    let (Some(longest), Some(usual)) = (lengths.last(), lengths.get(lengths.len() * 3 / 4)) else {
        return 1;
    };
    match lengths.len() {
        12.. if *usual <= 24 && *longest <= 40 => 3,
        8.. if *usual <= 40 && *longest <= 72 => 2,
        _ => 1,
    }
}
