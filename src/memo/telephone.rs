//! Telephone numbers as they are written: how many digits they have, and what is dialled
//! where letters stand for digits.

/// What is wrong with a telephone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TelephoneFault {
    /// It has characters that no number has.
    NoNumber,
    /// It has so many digits, and a number has ten.
    Digits(usize),
    /// It has so many digits behind the 1, and a number has ten.
    DigitsBehindOne(usize),
    /// It has so many digits and letters behind the area code, and a number has seven.
    Letters(usize),
    /// It has seven digits: the area code is missing.
    NoAreaCode,
}

/// How many digits stand behind an area code (North American Numbering Plan).
const LOCAL: usize = 7;

/// How many letters may go on behind the last digit that is dialled.
const SURPLUS: usize = 8;

/// The digit whose key of a telephone has a letter (ITU-T E.161).
pub fn key_of(letter: char) -> Option<char> {
    Some(match letter.to_ascii_uppercase() {
        digit @ '0'..='9' => digit,
        'A'..='C' => '2',
        'D'..='F' => '3',
        'G'..='I' => '4',
        'J'..='L' => '5',
        'M'..='O' => '6',
        'P'..='S' => '7',
        'T'..='V' => '8',
        'W'..='Z' => '9',
        _ => return None,
    })
}

/// The digits that are dialled for a number in which letters stand for digits, those of
/// the area code first: `1-800-O-CANADA` is 8006226232. Letters behind the last digit of
/// a number say nothing. None where it has no letters, or is no number.
pub fn spelt_digits(text: &str) -> Option<String> {
    let keys: String = text.chars().filter_map(key_of).collect();
    let keys = keys.strip_prefix('1').unwrap_or(&keys);
    let has_letters = text.contains(|letter: char| letter.is_ascii_alphabetic());
    (has_letters && check_telephone(text).is_ok()).then(|| keys.chars().take(3 + LOCAL).collect())
}

/// Looks at a number of a telephone: of the North American plan (ten digits, or eleven
/// with the 1), of another country (with `+`, `011` or `00`), a service of three digits
/// (211, 911, 988) or a code for messages (five or six), or one with letters.
///
/// # Errors
/// What is wrong with it.
pub fn check_telephone(text: &str) -> Result<(), TelephoneFault> {
    let marks = |letter: char| "+-(). \u{a0}\u{2011}".contains(letter);
    let known = |letter: char| letter.is_ascii_alphanumeric() || marks(letter);
    if !text.chars().all(known) {
        return Err(TelephoneFault::NoNumber);
    }
    if text.contains(|letter: char| letter.is_ascii_alphabetic()) {
        return check_letters(text);
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let abroad = ["011", "00"].iter().any(|lead| digits.starts_with(lead));
    match digits.len() {
        0 => Err(TelephoneFault::NoNumber),
        7..=15 if text.starts_with('+') && !digits.starts_with('1') => Ok(()),
        9..=18 if abroad && !text.starts_with('+') => Ok(()),
        3 if digits.ends_with("11") || digits == "988" => Ok(()),
        5 | 6 => Ok(()),
        LOCAL if digits.starts_with("310") => Ok(()),
        LOCAL => Err(TelephoneFault::NoAreaCode),
        10 if !digits.starts_with(['0', '1']) => Ok(()),
        11 if digits.starts_with('1') => Ok(()),
        count if digits.starts_with('1') && count > 1 => {
            Err(TelephoneFault::DigitsBehindOne(count - 1))
        }
        count => Err(TelephoneFault::Digits(count)),
    }
}

/// A number in which letters stand for digits: an area code, then as many digits and
/// letters as a number has, or a word that goes on.
fn check_letters(text: &str) -> Result<(), TelephoneFault> {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    let extension = |word: &str| {
        let letters = word.trim_end_matches(|letter: char| letter.is_ascii_digit());
        ["EXT", "EXTENSION", "POSTE", "X"]
            .iter()
            .any(|known| letters.eq_ignore_ascii_case(known))
    };
    let parts: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let plain: String = parts.concat();
    let behind_one = plain.strip_prefix('1').unwrap_or(&plain);
    let area = behind_one.get(..3).unwrap_or_default();
    let is_area = area.len() == 3 && area.bytes().all(|byte| byte.is_ascii_digit());
    if !is_area || parts.iter().any(|word| extension(word)) {
        return Err(TelephoneFault::NoNumber);
    }
    match behind_one.len() - area.len() {
        count if (LOCAL..=LOCAL + SURPLUS).contains(&count) => Ok(()),
        count => Err(TelephoneFault::Letters(count)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_ten_digits_are_sound() {
        for sound in [
            "416-555-0123",
            "(416) 555-0123",
            "1 800 555-0199",
            "+1 416 555 0123",
            "+33 1 42 68 53 00",
            "011 33 1 42 68 53 00",
            "911",
            "9-1-1",
            "988",
            "686868",
            "310-5555",
            "1-800-O-CANADA",
            "1 800 O-Canada",
            "1-800-O-Harbour",
            "416-555-TREE",
        ] {
            assert_eq!(check_telephone(sound), Ok(()), "{sound}");
        }
    }

    #[test]
    fn the_wrong_count_is_found() {
        use TelephoneFault::{Digits, DigitsBehindOne, Letters, NoAreaCode, NoNumber};
        for (text, fault) in [
            ("705-555-014", Digits(9)),
            ("705-555-01422", Digits(11)),
            ("1-705-555-014", DigitsBehindOne(9)),
            ("+1 705 555 014", DigitsBehindOne(9)),
            ("555-0142", NoAreaCode),
            ("4321", Digits(4)),
            ("123", DigitsBehindOne(2)),
            ("1-800-BOAT", Letters(4)),
            ("705-555-0142 ext 4", NoNumber),
            ("705-555-0142 x4", NoNumber),
            ("call me", NoNumber),
            ("", NoNumber),
        ] {
            assert_eq!(check_telephone(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn letters_are_dialled_as_digits() {
        assert_eq!(
            spelt_digits("1-800-O-CANADA").as_deref(),
            Some("8006226232")
        );
        assert_eq!(
            spelt_digits("1 800 O-Harbour").as_deref(),
            Some("8006427268")
        );
        assert_eq!(spelt_digits("416-555-0123"), None);
        assert_eq!(spelt_digits("1-800-BOAT"), None);
    }
}
