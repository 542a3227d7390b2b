//! Where words that a document prints were written.

use crate::document::{Document, Origin, Visitor};

/// The piece of a document that prints these words: one that says just that, else one
/// that says it among others, else the longest that is part of it.
pub(super) fn find<'d>(documents: &[&'d Document], words: &str) -> Option<&'d Origin> {
    let mut pieces = Pieces::default();
    for document in documents {
        pieces.document(document);
    }
    let pieces: Vec<(String, &Origin)> = pieces
        .0
        .into_iter()
        .map(|(text, origin)| (one_line(text), origin))
        .filter(|(text, _)| !text.is_empty())
        .collect();
    let words = one_line(words);
    let same = pieces.iter().find(|(text, _)| *text == words);
    let around = || pieces.iter().find(|(text, _)| text.contains(&words));
    let inside = || {
        let parts = pieces.iter().filter(|(text, _)| words.contains(text));
        // The first of those that are equally long.
        parts.rev().max_by_key(|(text, _)| text.len())
    };
    let found = same.or_else(around).or_else(inside);
    found.map(|(_, origin)| *origin)
}

/// Words with single spaces between them.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    words.join(" ")
}

/// The texts of documents with where they were written, in the order of reading.
#[derive(Default)]
struct Pieces<'d>(Vec<(&'d str, &'d Origin)>);

impl<'d> Visitor<'d> for Pieces<'d> {
    fn text(&mut self, text: &'d str, origin: &'d Origin) {
        self.0.push((text, origin));
    }
}

#[cfg(test)]
mod tests {
    use super::find;
    use crate::document::Origin;
    use crate::document::tests::Stage;
    use crate::lang::Lang;

    #[test]
    fn words_are_found_where_they_were_written() {
        let document = Stage::new(&[]).memo(
            "date: 2026-04-01\nsender:\n  name: A\nrecipients:\n  - name: C\nsubject:\n  en: Gate\n  fr: S\nsections:\n  - body:\n      en: |\n        The gate opens.\n\n        Gate keys: *two*.\n      fr: Texte.\n",
            Lang::En,
        );
        let place = |words: &str| match find(&[&document], words) {
            Some(Origin::Node { place, range, .. }) => Some((place.to_string(), range.clone())),
            _ => None,
        };
        let body = |range| Some(("sections[0].body.en".to_owned(), range));
        assert_eq!(place("The  gate\nopens."), body(0..15));
        assert_eq!(place("two"), body(29..32));
        assert_eq!(place("gate opens"), body(0..15));
        assert_eq!(
            place("Gate").map(|(place, _)| place),
            Some("subject.en".to_owned())
        );
        assert_eq!(place("On two"), body(29..32));
        assert_eq!(place("Nowhere at all").map(|(place, _)| place), None);
    }
}
