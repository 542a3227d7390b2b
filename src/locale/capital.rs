//! Capitals at the beginning of a line.

use super::formatted::{Formatted, token_index};

/// Gives the first word a capital, unless it has one further on (`eHealth`), is an
/// address, or begins with no letter. Marks of Markdown and quotation marks before
/// it stay.
pub(super) fn capitalize(formatted: &mut Formatted) {
    let Some((at, first)) = formatted
        .text
        .char_indices()
        .find(|(_, character)| !is_before_word(*character))
    else {
        return;
    };
    if let Some(index) = token_index(first) {
        if let Some(value) = formatted.values.get_mut(index)
            && value.href.is_none()
            && let Some(piece) = value.pieces.first_mut()
            && let Some(text) = with_capital(&piece.text)
        {
            piece.text = text;
        }
        return;
    }
    let Some(changed) = with_capital(&formatted.text[at..]) else {
        return;
    };
    let grown = changed.len() as isize - (formatted.text.len() - at) as isize;
    formatted.text.replace_range(at.., &changed);
    if grown != 0 {
        let moved = |byte: usize| {
            if byte > at {
                byte.saturating_add_signed(grown)
            } else {
                byte
            }
        };
        for segment in &mut formatted.segments {
            let touched = segment.range.contains(&at);
            segment.range = moved(segment.range.start)..moved(segment.range.end);
            segment.verbatim &= !touched;
        }
    }
}

/// What may stand before the first word of a line.
fn is_before_word(character: char) -> bool {
    character.is_whitespace()
        || matches!(
            character,
            '*' | '_' | '[' | '(' | '«' | '“' | '"' | '\'' | '’' | '‘' | '~'
        )
}

/// The text with a capital; none where it is to stay as it is.
fn with_capital(text: &str) -> Option<String> {
    let first = text.chars().next()?;
    let word = text
        .split(|character: char| character.is_whitespace() || token_index(character).is_some())
        .next()?;
    let address = word.contains('@') || word.contains("://") || word.starts_with("www.");
    if !first.is_lowercase() || address {
        return None;
    }
    // In `l'Agence` and `d'Oka` the capital after the apostrophe is another word's.
    let own = word.split(['\'', '’']).next().unwrap_or(word);
    if own.chars().skip(1).any(char::is_uppercase) && !own.contains('-') {
        return None;
    }
    let mut changed: String = first.to_uppercase().collect();
    changed.push_str(&text[first.len_utf8()..]);
    Some(changed)
}

#[cfg(test)]
mod tests {
    use super::super::formatted::{FormattedSegment, PrintedValue, Source, token};
    use super::*;
    use crate::language::words::Piece;

    fn capital(text: &str) -> String {
        let mut formatted = Formatted {
            text: text.to_owned(),
            values: vec![PrintedValue {
                pieces: vec![Piece {
                    text: "ébauche".to_owned(),
                    ..Piece::default()
                }],
                ..PrintedValue::default()
            }],
            segments: vec![FormattedSegment {
                range: 0..text.len(),
                source: Source::Text(0..text.len()),
                outer: None,
                verbatim: true,
            }],
            remarks: Vec::new(),
        };
        capitalize(&mut formatted);
        assert_eq!(
            formatted.segments.last().map(|segment| segment.range.end),
            Some(formatted.text.len())
        );
        formatted.to_plain()
    }

    #[test]
    fn first_words_get_a_capital() {
        for (before, after) in [
            ("ministère du Travail", "Ministère du Travail"),
            ("économiste", "Économiste"),
            ("*ministère* du Travail", "*Ministère* du Travail"),
            ("« état »", "« État »"),
            ("l’Agence", "L’Agence"),
            ("vice-Président", "Vice-Président"),
            ("eHealth Ontario", "eHealth Ontario"),
            ("a@b.example", "a@b.example"),
            ("26e étage", "26e étage"),
            ("Ministère", "Ministère"),
            ("ǰ", "J\u{30c}"),
            ("", ""),
        ] {
            if !before.is_empty() {
                assert_eq!(capital(before), after);
            }
        }
        let value = token(0).unwrap_or(' ');
        assert_eq!(capital(&format!("{value} finale")), "Ébauche finale");
    }
}
