//! `postal-code`: `Toronto ON  M5G 2E5`.

use super::block::{TextBlock, is_boundary, is_space};
use super::rules::MendRule;
use crate::language::write::NO_BREAK_SPACE;

/// Canada Post's symbols of provinces and territories.
const PROVINCES: [&str; 13] = [
    "AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT",
];

/// Binds the halves of a postal code and, where a province stands before it (`ON`,
/// `(Ontario)`), sets the two spaces that Canada Post asks for, unbreakable.
pub(super) fn postal_code(block: &mut TextBlock) {
    for at in (0..block.len()).rev() {
        if is_code(block, at) {
            block.set_gap(at + 3..at + 4, Some(NO_BREAK_SPACE), MendRule::PostalCode);
            before_code(block, at);
        }
    }
}

/// A letter, a digit, a letter, a space, a digit, a letter, a digit.
fn is_code(block: &TextBlock, at: usize) -> bool {
    let letter = |letter: char| letter.is_ascii_uppercase() && !"DFIOQU".contains(letter);
    let digit = |letter: char| letter.is_ascii_digit();
    block.matches(at, |first| letter(first) && !"WZ".contains(first))
        && is_boundary(block.before(at))
        && block.matches(at + 1, digit)
        && block.matches(at + 2, letter)
        && block.matches(at + 3, is_space)
        && block.matches(at + 4, digit)
        && block.matches(at + 5, letter)
        && block.matches(at + 6, digit)
        && is_boundary(block.get(at + 7))
}

fn before_code(block: &mut TextBlock, code: usize) {
    let end = block.run_back(code, is_space);
    let gap = code - end;
    let symbol = block.run_back(end, |letter| letter.is_ascii_uppercase());
    let after_province = PROVINCES.contains(&block.text(symbol..end).as_str())
        && is_boundary(block.before(symbol))
        || block.before(end) == Some(')');
    if gap == 0 || !after_province || (end..code).any(|at| !block.is_free(at)) {
        return;
    }
    for at in end..code {
        block.set(at, NO_BREAK_SPACE, MendRule::PostalCode);
    }
    match gap {
        1 => block.insert(code, NO_BREAK_SPACE, MendRule::PostalCode),
        2 => {}
        _ => block.set_gap(end + 2..code, None, MendRule::PostalCode),
    }
}
