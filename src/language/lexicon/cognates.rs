//! Words that both languages write alike and mean alike: a heading, a cell or a label of
//! such words is the same in both by right.

use crate::language::table::{Lookup, Row, table};

pub(super) static COGNATES: Lookup<()> =
    Lookup::new(table!("pairs/cognates.tsv", &["word"], Row::listed));

/// Whether a folded word is the same in both languages. Words whose French has an accent
/// are none of them, and neither are false friends.
pub fn is_cognate(folded: &str) -> bool {
    COGNATES.has(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cognates_are_found() {
        let words = COGNATES.entries().iter().map(|(words, ())| words[0]);
        assert!(words.is_sorted());
        assert!(is_cognate("introduction") && is_cognate("km"));
        for word in [
            "registration",
            "traduction",
            "location",
            "formation",
            "special",
        ] {
            assert!(!is_cognate(word), "{word}");
        }
    }
}
