//! What is known by its letters alone: addresses of mail and web, files, telephone
//! numbers, postal codes, ISO dates, codes.

use super::Value;
use super::tokens::digit_count;
use crate::lang::Lang;

/// Extensions of files that are sent with memos.
const EXTENSIONS: &[&str] = &[
    "pdf", "doc", "docx", "xls", "xlsx", "csv", "ppt", "pptx", "odt", "txt", "zip", "png", "jpg",
    "jpeg", "svg", "html", "htm", "xml", "json", "yaml", "md", "rtf", "mp4", "mp3",
];

/// Top-level domains of addresses that are written without a scheme.
const DOMAINS: &[&str] = &[
    "ca", "com", "org", "net", "gov", "edu", "quebec", "info", "example",
];

/// Whether a file's name may end so, behind its last dot.
pub(crate) fn is_file_ending(ending: &str) -> bool {
    EXTENSIONS.contains(&ending.to_ascii_lowercase().as_str())
}

/// Whether the name of a host may end so.
pub(crate) fn is_domain(ending: &str) -> bool {
    DOMAINS.contains(&ending)
}

/// The characters up to white space, without punctuation at the end.
fn chunk(text: &str) -> &str {
    let end = text
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '«' | '»' | '“' | '”' | '"'))
        .unwrap_or(text.len());
    let mut chunk = &text[..end];
    while let Some(last) = chunk.chars().next_back() {
        let closes = last == ')' && !chunk.contains('(');
        if !closes
            && !matches!(
                last,
                '.' | ',' | ';' | ':' | '!' | '?' | ']' | '’' | '\'' | '…'
            )
        {
            break;
        }
        chunk = &chunk[..chunk.len() - last.len_utf8()];
    }
    chunk
}

/// An e-mail address, a web address or a file's name.
pub(super) fn address(text: &str) -> Option<(usize, Value)> {
    let chunk = chunk(text);
    if !chunk.contains(['@', '.', '/']) {
        return None;
    }
    let starts = |prefix: &str| {
        chunk
            .get(..prefix.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
    };
    if starts("http://") || starts("https://") || starts("www.") {
        return Some((chunk.len(), Value::Url(chunk.to_owned())));
    }
    let begins = chunk.starts_with(|c: char| c.is_alphanumeric());
    if let Some((user, host)) = chunk.split_once('@')
        && begins
        && !user.is_empty()
        && host.contains('.')
        && !host.contains('@')
    {
        return Some((chunk.len(), Value::Email(chunk.to_lowercase())));
    }
    let (before, last) = chunk.rsplit_once('.')?;
    if !begins || before.is_empty() {
        return None;
    }
    if is_file_ending(last) {
        return Some((chunk.len(), Value::File(chunk.to_owned())));
    }
    let host = chunk.split('/').next().unwrap_or(chunk);
    let domain = host.rsplit_once('.').map_or("", |(_, domain)| domain);
    let is_host = is_domain(domain)
        && host
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
        && host.chars().any(|c| c.is_ascii_alphabetic());
    is_host.then(|| (chunk.len(), Value::Url(chunk.to_owned())))
}

fn is_phone_mark(letter: char) -> bool {
    matches!(
        letter,
        '-' | '.' | '\u{2010}' | '\u{2011}' | '–' | ' ' | '\u{a0}' | '\u{202f}'
    )
}

/// A telephone number of North America: 416-555-0123, (416) 555-0123,
/// 1 800 555-0199, 555-0123, 9-1-1.
pub(super) fn phone(text: &str) -> Option<(usize, Value)> {
    if !text.starts_with(|c: char| c.is_ascii_digit() || c == '(' || c == '+') {
        return None;
    }
    let mut digits = String::new();
    let mut groups = Vec::new();
    let mut end = 0;
    let mut at = 0;
    let (mut hyphens, mut dots) = (0, 0);
    while let Some(letter) = text[at..].chars().next() {
        let count = digit_count(&text[at..]);
        if count > 0 {
            if groups.len() >= 4 {
                return None;
            }
            digits.push_str(&text[at..at + count]);
            groups.push(count);
            at += count;
            end = at;
            let whole = matches!(
                groups.as_slice(),
                [3, 3, 4] | [1, 3, 3, 4] | [3, 4] | [10] | [1, 1, 1]
            );
            let more = phone_continues(&text[at..]);
            if whole && !more {
                break;
            }
            continue;
        }
        let opens = groups.is_empty() && matches!(letter, '+' | '(');
        let area = matches!(letter, '(' | ')') && groups.len() <= 2;
        if !(opens || area || is_phone_mark(letter)) || groups.len() >= 4 {
            break;
        }
        hyphens += usize::from(matches!(letter, '-' | '\u{2010}' | '\u{2011}'));
        dots += usize::from(letter == '.');
        at += letter.len_utf8();
    }
    let follows = text[end..].chars().next();
    if follows.is_some_and(|c| c.is_alphanumeric()) {
        return None;
    }
    match groups.as_slice() {
        [3, 3, 4] if hyphens + dots > 0 || text.starts_with('(') => {}
        [1, 3, 3, 4] if text.trim_start_matches('+').starts_with('1') => {}
        [3, 4] if hyphens == 1 && !digits.starts_with("20") => {}
        [1, 1, 1] if hyphens == 2 => return Some((end, Value::Phone(digits))),
        _ => return None,
    }
    if groups.len() == 4 {
        digits.remove(0);
    }
    Some((end, Value::Phone(digits)))
}

/// Whether a mark and then a digit follow.
fn phone_continues(text: &str) -> bool {
    let mut letters = text.chars();
    letters
        .next()
        .is_some_and(|c| matches!(c, '-' | '\u{2011}' | '.'))
        && letters.next().is_some_and(|c| c.is_ascii_digit())
}

/// A postal code: M5G 2E5.
pub(super) fn postal_code(text: &str) -> Option<(usize, Value)> {
    // Nearly all words go on otherwise.
    if !matches!(text.as_bytes(), [b'A'..=b'Z', b'0'..=b'9', ..]) {
        return None;
    }
    let mut code = String::new();
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        let place = code.len();
        if place == 6 {
            if letter.is_alphanumeric() {
                return None;
            }
            break;
        }
        if place == 3 && matches!(letter, ' ' | '\u{a0}') && at < 8 {
            continue;
        }
        let fits = if place.is_multiple_of(2) {
            letter.is_ascii_uppercase()
        } else {
            letter.is_ascii_digit()
        };
        if !fits {
            return None;
        }
        code.push(letter);
        end = at + 1;
    }
    (code.len() == 6).then_some((end, Value::PostalCode(code)))
}

/// Bytes of a date in digits.
const DATE: usize = 10;

/// A date as ISO 8601 writes it, 2026-04-30, or with the day first, as French does:
/// 30-04-2026, 30/04/2026. Day and month that could be exchanged are no date in English,
/// nor between slashes, which both orders have.
pub(super) fn date_in_digits(text: &str, lang: Lang) -> Option<(usize, Value)> {
    let starts = digit_count(text);
    if starts != 4 && starts != 2 {
        return None;
    }
    let goes_on = text.get(DATE..)?.starts_with(|c: char| c.is_ascii_digit());
    let written = text.get(..DATE)?;
    let slashes = written.contains('/');
    let mark = if slashes { '/' } else { '-' };
    let iso = match written.split(mark).collect::<Vec<_>>()[..] {
        [day, month, year] if starts == 2 && year.len() == 4 => {
            let sure = lang == Lang::Fr && !slashes || day.parse().is_ok_and(|day: u8| day > 12);
            let iso = format!("{year}-{month}-{day}");
            sure.then_some(iso)?
        }
        _ => written.to_owned(),
    };
    let date = crate::memo::fact::Date::from_iso(&iso).filter(|_| !goes_on)?;
    Some((
        DATE,
        Value::Date {
            year: Some(date.year()),
            month: Some(date.month()),
            day: Some(date.day()),
        },
    ))
}

/// A code of capital letters and digits: HR-2026-014, T4, COVID-19, B2, V4.3.2. Its letters
/// may be translated; its digits are its value.
pub(super) fn code(text: &str) -> Option<(usize, Value)> {
    if let Some((length, digits)) = version(text) {
        return Some((length, Value::Code(digits)));
    }
    if !text.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit()) {
        return None;
    }
    let named = text.starts_with(|c: char| c.is_ascii_uppercase());
    let end = text
        .char_indices()
        .find(|(at, c)| {
            let tied = c.is_ascii_alphanumeric()
                || subscript(*c).is_some()
                || matches!(c, '-' | '\u{2011}' | '/');
            // B7.4.1, HLDK.20.315: a point before digits ends no sentence.
            let parted = named && *c == '.' && digit_count(&text[at + 1..]) > 0;
            !(tied || parted)
        })
        .map_or(text.len(), |(at, _)| at);
    let code = text[..end].trim_end_matches(['-', '/', '\u{2011}']);
    // Nearly all words with a capital have no digit.
    if !code.contains(|c: char| c.is_ascii_digit() || subscript(c).is_some()) {
        return None;
    }
    // A letter with an accent goes on: it is a word.
    if text[code.len()..].starts_with(char::is_alphabetic) {
        return None;
    }
    let capitals = code.bytes().filter(u8::is_ascii_uppercase).count();
    let small = code.bytes().filter(u8::is_ascii_lowercase).count();
    let digits = digits_of(code);
    let begins = code.starts_with(|c: char| c.is_ascii_uppercase())
        || (code.starts_with(|c: char| c.is_ascii_digit()) && digits.contains('-'));
    let tied = code.contains(['-', '\u{2011}']);
    let is_code = capitals > 0
        && !digits.is_empty()
        && begins
        && (small == 0 || (!tied && small <= 2 && capitals >= 1));
    // 5M and 3B are amounts, not codes.
    let is_amount = code.starts_with(|c: char| c.is_ascii_digit()) && !tied && capitals == 1;
    (is_code && !is_amount).then_some((code.len(), Value::Code(digits)))
}

/// The digits of a code: with the points between them, and a hyphen for all else.
fn digits_of(code: &str) -> String {
    let mut digits = String::new();
    let mut between = String::new();
    for letter in code.chars() {
        let letter = subscript(letter).unwrap_or(letter);
        if letter.is_ascii_digit() {
            if !digits.is_empty() && !between.is_empty() {
                digits.push(if between == "." { '.' } else { '-' });
            }
            digits.push(letter);
            between.clear();
        } else {
            between.push(letter);
        }
    }
    digits
}

/// The digit that a letter sets below the line: CO₂ is CO2.
fn subscript(letter: char) -> Option<char> {
    let value = u32::from(letter).checked_sub(u32::from('₀'))?;
    char::from_digit(value, 10)
}

/// Parts from which on digits with points between them are a version or a section, and no
/// number: 2.1.0.
const PARTS: usize = 3;

/// The number of a version or of a section, and its length with the letter before: v2.1,
/// 2.1.0, 4.2.1.
fn version(text: &str) -> Option<(usize, String)> {
    let rest = text.strip_prefix('v');
    let (letter, rest) = (usize::from(rest.is_some()), rest.unwrap_or(text));
    let mut end = digit_count(rest);
    while let Some(more) = rest.get(end..).and_then(|rest| rest.strip_prefix('.')) {
        match digit_count(more) {
            0 => break,
            count => end += 1 + count,
        }
    }
    let ends = !rest[end..].starts_with(char::is_alphanumeric);
    let digits = &rest[..end];
    let sure = letter > 0 || digits.split('.').count() >= PARTS;
    (end > 0 && ends && sure).then(|| (letter + end, digits.to_owned()))
}
