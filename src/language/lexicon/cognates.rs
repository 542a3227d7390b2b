//! Words that both languages write alike and mean alike: a heading, a cell or a label of
//! such words is the same in both by right.

/// The words; see the file.
const COGNATES: &str = include_str!("cognates.txt");

fn cognates() -> impl Iterator<Item = &'static str> {
    COGNATES
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
}

/// Whether a folded word is the same in both languages. Words whose French has an accent
/// are none of them, and neither are false friends.
pub fn is_cognate(folded: &str) -> bool {
    cognates().any(|word| word == folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cognates_are_found() {
        assert!(cognates().is_sorted());
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
