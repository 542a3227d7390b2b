//! Characters that nobody can see.

/// What a character that is not meant to be read is to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unseen {
    /// It belongs in no text: a control character, a separator of lines that is not one,
    /// a code that is no character (Unicode: `Cc`, `Zl`, `Zp`, noncharacters).
    Control,
    /// It has no width of its own: a soft hyphen, a space without width, a mark of
    /// direction (Unicode: `Cf`, and `Default_Ignorable_Code_Point` where it draws
    /// nothing).
    Hidden,
}

/// What a character is, if it cannot be seen; tabs and line feeds belong to texts, and
/// so do the selectors of variants, which change what is drawn.
#[inline]
pub fn unseen(character: char) -> Option<Unseen> {
    // Nearly all characters of a text in English or French.
    match character {
        ' '..='~' | '\n' | '\t' | '\u{AE}'..='\u{34E}' => None,
        _ => unseen_behind_latin(character),
    }
}

/// The characters of a text that are neither ASCII that can be seen nor a space, a tab or a
/// line feed, each with its first byte: the few in a text of English or French that need
/// a look.
pub fn unusual(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    const STRIDE: usize = 16;
    let is_usual = |byte: u8| matches!(byte, b' '..=b'~' | b'\n' | b'\t');
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        // A stride is looked at whole, which the compiler does in one go.
        while let Some(stride) = bytes.get(at..at + STRIDE)
            && stride
                .iter()
                .fold(true, |usual, byte| usual & is_usual(*byte))
        {
            at += STRIDE;
        }
        while bytes.get(at).is_some_and(|byte| is_usual(*byte)) {
            at += 1;
        }
        let start = at;
        let character = text.get(at..)?.chars().next()?;
        at += character.len_utf8();
        Some((start, character))
    })
}

fn unseen_behind_latin(character: char) -> Option<Unseen> {
    match character {
        '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{2028}' | '\u{2029}' => Some(Unseen::Control),
        '\u{FDD0}'..='\u{FDEF}' => Some(Unseen::Control),
        _ if u32::from(character) & 0xFFFE == 0xFFFE => Some(Unseen::Control),
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' => {
            Some(Unseen::Hidden)
        }
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' => Some(Unseen::Hidden),
        '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FEFF}' | '\u{FFA0}' => Some(Unseen::Hidden),
        '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}' => Some(Unseen::Hidden),
        _ => None,
    }
}

/// Whether a hidden character does its work between these two, on a line that has
/// letters read from the right or has none: a joiner beside a letter of a script that
/// joins its letters or beside an emoji, a mark of direction in a right-to-left line.
pub(super) fn is_needed(
    character: char,
    before: Option<char>,
    after: Option<char>,
    right_to_left: bool,
) -> bool {
    match character {
        '\u{200C}' | '\u{200D}' => [before, after].into_iter().flatten().any(joins),
        '\u{200E}' | '\u{200F}' | '\u{61C}' => right_to_left,
        _ => false,
    }
}

/// Whether a character may belong to what a joiner joins: anything behind the scripts of
/// Europe that is no punctuation.
fn joins(character: char) -> bool {
    character >= '\u{590}'
        && !matches!(character, '\u{1E00}'..='\u{218F}' | '\u{3000}'..='\u{303F}')
        && unseen(character).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_known() {
        for control in [
            '\0', '\u{B}', '\r', '\u{1B}', '\u{7F}', '\u{85}', '\u{2028}', '\u{FFFF}',
        ] {
            assert_eq!(unseen(control), Some(Unseen::Control), "{control:?}");
        }
        for hidden in ['\u{AD}', '\u{200B}', '\u{202E}', '\u{2066}', '\u{FEFF}'] {
            assert_eq!(unseen(hidden), Some(Unseen::Hidden), "{hidden:?}");
        }
        for seen in [
            '\n', '\t', ' ', 'é', '\u{A0}', '\u{202F}', '\u{FE0F}', '\u{FFFD}',
        ] {
            assert_eq!(unseen(seen), None, "{seen:?}");
        }
    }
}
