//! The kinds of characters that rules look for, so that a rule is spared where a block
//! has none of its own. Most blocks are a name or a few words.

use crate::language::write::NARROW_NO_BREAK_SPACE;

/// A set of kinds, one bit each.
pub(super) type Signs = u32;

/// A figure.
pub(super) const DIGIT: Signs = 1;
/// `.`
pub(super) const PERIOD: Signs = 1 << 1;
/// `-`
pub(super) const HYPHEN: Signs = 1 << 2;
/// `"` and `'`
pub(super) const STRAIGHT: Signs = 1 << 3;
/// An ordinary space.
pub(super) const SPACE: Signs = 1 << 4;
/// `«` and `»`
pub(super) const GUILLEMET: Signs = 1 << 5;
/// The letters of Roman numerals that ordinals have.
pub(super) const ROMAN: Signs = 1 << 6;
/// `$` and other currencies' signs.
pub(super) const CURRENCY: Signs = 1 << 7;
/// `:`
pub(super) const COLON: Signs = 1 << 8;
/// `;`, `!` and `?`
pub(super) const MARK: Signs = 1 << 9;

/// `/`, `\\` and `@`
pub(super) const ADDRESS: Signs = 1 << 10;
/// `{`
pub(super) const BRACE: Signs = 1 << 11;
/// `…`
pub(super) const ELLIPSIS: Signs = 1 << 12;
/// What is written for an apostrophe and is none: `´`, `` ` ``, `′`, `‘`.
pub(super) const ACCENT: Signs = 1 << 13;
/// The thin space.
pub(super) const THIN: Signs = 1 << 15;
/// A space that may have to be bound.
pub(super) const GAP: Signs = SPACE | THIN | NARROW;
/// The narrow no-break space.
pub(super) const NARROW: Signs = 1 << 14;

/// The kind of a character; none for most.
pub(super) const fn of(letter: char) -> Signs {
    match letter {
        '0'..='9' => DIGIT,
        '.' => PERIOD,
        '-' => HYPHEN,
        '"' | '\'' => STRAIGHT,
        ' ' => SPACE,
        '\u{2009}' => THIN,
        '«' | '»' => GUILLEMET,
        'I' | 'V' | 'X' => ROMAN,
        '$' | '€' | '£' | '¥' | '¢' => CURRENCY,
        ':' => COLON,
        ';' | '!' | '?' => MARK,
        '/' | '\\' | '@' => ADDRESS,
        '{' => BRACE,
        '…' => ELLIPSIS,
        '´' | '`' | '′' | '‘' => ACCENT,
        NARROW_NO_BREAK_SPACE => NARROW,
        _ => 0,
    }
}
