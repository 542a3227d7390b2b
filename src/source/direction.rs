//! Words that are read from the right (UAX #9): where they stand in a text of English or
//! French, and in which order a line sets its parts. Such words are isolated: what stands
//! around them is set as if they were not there.

use super::characters::unseen;
use std::ops::Range;
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

/// Whether a character is a letter, or stands for one, that is read from the right.
pub fn is_right_to_left(character: char) -> bool {
    // Nearly all characters of a memo stand before the first such letter.
    character >= '\u{590}'
        && matches!(bidi_class(character), BidiClass::R | BidiClass::AL)
        && unseen(character).is_none()
}

/// Whether the last letter or sign of a text, its marks left out, is read from the right.
pub fn ends_with_right_to_left(text: &str) -> bool {
    let is_mark = |c: &char| matches!(bidi_class(*c), BidiClass::NSM | BidiClass::BN);
    let last = text.chars().rev().find(|c| !is_mark(c));
    last.is_some_and(is_right_to_left)
}

/// The stretches of a text, in bytes, that are read from the right: each from such a
/// letter to another with no letter between that is read from the left. Marks and Arabic
/// digits at its end belong to it, and so do brackets and quotation marks that have their
/// partner in it.
pub fn right_to_left_stretches(text: &str) -> Vec<Range<usize>> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    if !text.contains(is_right_to_left) {
        return stretches;
    }
    let mut open = false;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        let last = stretches.last_mut().filter(|_| open);
        match (bidi_class(character), last) {
            (BidiClass::R | BidiClass::AL | BidiClass::AN, Some(stretch)) => stretch.end = end,
            (BidiClass::R | BidiClass::AL, None) => {
                stretches.push(at..end);
                open = true;
            }
            (BidiClass::NSM | BidiClass::BN, Some(stretch)) if stretch.end == at => {
                stretch.end = end;
            }
            (BidiClass::L | BidiClass::B, _) => open = false,
            _ => {}
        }
    }
    let mut before = 0;
    for stretch in &mut stretches {
        *stretch = with_partners(text, stretch.clone(), before);
        before = stretch.end;
    }
    stretches
}

/// Marks that open, each with the one that closes.
const PAIRS: [(char, char); 7] = [
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('“', '”'),
    ('«', '»'),
    ('‘', '’'),
    ('‹', '›'),
];

/// A stretch with the marks directly beside it whose partners stand in it; it begins at
/// `least` or later.
fn with_partners(text: &str, stretch: Range<usize>, least: usize) -> Range<usize> {
    let mut opened: Vec<char> = Vec::new();
    let mut closed: Vec<char> = Vec::new();
    for character in text[stretch.clone()].chars() {
        if let Some((_, close)) = PAIRS.iter().find(|(open, _)| *open == character) {
            opened.push(*close);
        } else if let Some((open, close)) = PAIRS.iter().find(|(_, close)| *close == character) {
            match opened.iter().rposition(|wanted| wanted == close) {
                Some(at) => opened.truncate(at),
                None => closed.push(*open),
            }
        }
    }
    let Range { mut start, mut end } = stretch;
    for open in closed {
        if text[least..start].ends_with(open) {
            start -= open.len_utf8();
        }
    }
    while let Some(close) = opened.pop() {
        if text[end..].starts_with(close) {
            end += close.len_utf8();
        }
    }
    start..end
}

/// The embedding level of each byte of a text that is read from the left as a whole: odd
/// where it is read from the right. None where all of it is read from the left.
pub fn embedding_levels(text: &str) -> Option<Vec<u8>> {
    let stretches = right_to_left_stretches(text);
    if stretches.is_empty() {
        return None;
    }
    let mut levels = vec![0; text.len()];
    for stretch in stretches {
        let info = BidiInfo::new(&text[stretch.clone()], Some(Level::rtl()));
        for (place, level) in levels[stretch].iter_mut().zip(&info.levels) {
            *place = level.number();
        }
    }
    Some(levels)
}

/// The order in which the parts of a line stand from the left, given their levels in the
/// order of reading (UAX #9, rule L2).
pub fn visual_order(levels: &[u8]) -> Vec<usize> {
    let levels: Vec<Level> = levels
        .iter()
        .map(|level| Level::new(*level).unwrap_or_else(|_| Level::ltr()))
        .collect();
    BidiInfo::reorder_visual(&levels)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_have_their_direction() {
        assert!("נועהسلامܫ".chars().all(is_right_to_left));
        assert!(!"Añ12é—٣٤“(".chars().any(is_right_to_left));
    }

    #[test]
    fn stretches_are_words_with_what_stands_between() {
        for (text, stretches) in [
            ("Ms. Levi (נועה לוי) keeps key 12.", vec!["נועה לוי"]),
            ("key 12", vec![]),
            ("נועה 12, x לוי", vec!["נועה", "לוי"]),
            (
                "see רחוב הרצל 12, תל אביב, 3 days",
                vec!["רחוב הרצל 12, תל אביב"],
            ),
            ("a שָׁלוֹם b", vec!["שָׁלוֹם"]),
            ("a هاتف ١٢٣ b", vec!["هاتف ١٢٣"]),
            ("(נועה (לוי)) x", vec!["נועה (לוי)"]),
            ("(נועה) לוי x", vec!["(נועה) לוי"]),
            ("“נועה” לוי", vec!["“נועה” לוי"]),
            ("נועה\nלוי", vec!["נועה", "לוי"]),
        ] {
            let found: Vec<&str> = right_to_left_stretches(text)
                .into_iter()
                .map(|stretch| &text[stretch])
                .collect();
            assert_eq!(found, stretches, "{text}");
        }
    }

    /// The characters of a line as they stand from the left.
    fn seen(text: &str) -> String {
        let levels = embedding_levels(text).unwrap_or_else(|| vec![0; text.len()]);
        let letters: Vec<(usize, char)> = text.char_indices().collect();
        let each: Vec<u8> = letters.iter().map(|(at, _)| levels[*at]).collect();
        let order = visual_order(&each);
        order.into_iter().map(|index| letters[index].1).collect()
    }

    #[test]
    fn lines_stand_as_they_are_read() {
        assert_eq!(seen("Ms. (אבג דה) 12."), "Ms. (הד גבא) 12.");
        // A number behind a name is the sentence's own.
        assert_eq!(seen("אבג 12 x"), "גבא 12 x");
        assert_eq!(seen("אבג 12 דה x"), "הד 12 גבא x");
        assert_eq!(seen("x"), "x");
    }
}
