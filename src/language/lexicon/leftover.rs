//! What is left standing in a text that was not finished.

use super::fold::is_accented;
use super::key::fold;
use super::leftover_words::{NAME, begins_as_filler, leftover_words};
use std::ops::Range;

/// Something left over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// Where, in bytes of the text.
    pub range: Range<usize>,
    /// What it is.
    pub kind: &'static str,
    /// Whether nothing else can be meant.
    pub sure: bool,
    /// Whether it stands in the place of something that was lost: it belongs nowhere, in
    /// no code and in no value either.
    pub is_lost: bool,
}

impl Leftover {
    /// Whether it is text that fills a place until the words are there.
    pub fn fills(&self) -> bool {
        self.kind == FILLER
    }
}

const TO_COME: &str = "to-come";
const UNFINISHED: &str = "unfinished";

/// Finds the leftovers of a text in the order in which they stand.
pub fn leftovers(text: &str) -> Vec<Leftover> {
    let mut found: Vec<Leftover> = Vec::new();
    let mut done = 0;
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let before = before.replace(letter);
        // Inside of a word nothing is left over.
        if letter.is_ascii_lowercase() && before.is_some_and(|it| it.is_ascii_alphabetic()) {
            continue;
        }
        let begins = !before.is_some_and(char::is_alphanumeric);
        if at < done || !begins && letter.is_alphanumeric() {
            continue;
        }
        let rest = &text[at..];
        let filler = Some(rest)
            .filter(|rest| begins && begins_as_filler(rest))
            .and_then(filler)
            .map(|(length, sure)| (length, FILLER, sure));
        let hit = filler.or_else(|| match letter {
            '\u{2068}' | '\u{2069}' => Some((letter.len_utf8(), "mark", true)),
            '\u{fffd}' => Some((letter.len_utf8(), "character", true)),
            '\u{fffc}' => Some((letter.len_utf8(), "picture", true)),
            '{' => placeable(rest).map(|length| (length, "placeable", true)),
            '[' => enclosed(rest, ']').map(|(length, sure)| (length, TO_COME, sure)),
            '<' => angled(rest).map(|(length, sure)| (length, TO_COME, sure)),
            letter if letter.is_uppercase() && begins => capitals(&text[..at], rest),
            letter if letter.is_ascii_digit() && begins => {
                figure(rest).map(|length| (length, FIGURE, false))
            }
            '$' => figure(rest).map(|length| (length, FIGURE, false)),
            _ => None,
        });
        if let Some((length, kind, sure)) = hit {
            done = at + length;
            found.push(Leftover {
                range: at..done,
                kind,
                sure,
                is_lost: matches!(letter, '\u{fffd}' | '\u{fffc}'),
            });
        }
    }
    found
}

const FILLER: &str = "filler";
const FIGURE: &str = "figure";

/// The length of `{ $name }`, `{$name}`, `{{ name }}` or `{ -term }`.
fn placeable(text: &str) -> Option<usize> {
    let end = text.find('}')?;
    let inner = text.get(1..end)?.trim_start_matches('{').trim();
    let name = inner.strip_prefix(['$', '-']).unwrap_or(inner);
    let is_name = !name.is_empty()
        && name.len() <= 60
        && name.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && name
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || "-_. ".contains(letter));
    let doubled = text.starts_with("{{") && text[end..].starts_with("}}");
    (is_name && (inner.starts_with(['$', '-']) || doubled))
        .then_some(end + if doubled { 2 } else { 1 })
}

/// The length of words in brackets that say that text is to come, and whether they say
/// nothing else.
fn enclosed(text: &str, closing: char) -> Option<(usize, bool)> {
    let end = text.find(closing)?;
    let written = text.get(1..end)?.trim();
    let inner = fold(written);
    let inner = inner.trim_end_matches(['.', '…', ':', ' ']);
    let has = |kind: &str, wanted: &str| leftover_words(kind).iter().any(|it| it == wanted);
    let mut words = inner.split_whitespace();
    let last = words.next_back().unwrap_or_default();
    let named =
        written.starts_with(char::is_uppercase) && has("ending", last) && words.count() < NAME;
    let begins = |words: &String| {
        inner
            .strip_prefix(words.as_str())
            .is_some_and(|rest| words.ends_with(' ') || !rest.starts_with(char::is_alphanumeric))
    };
    let begins = |kind: &str| leftover_words(kind).iter().any(begins);
    let sure = has("bracketed", inner) || begins("beginning");
    let naming = named || has("naming", inner) || begins("naming beginning");
    (naming || sure).then_some((end + closing.len_utf8(), sure))
}

/// The same in angle brackets, which may be doubled.
fn angled(text: &str) -> Option<(usize, bool)> {
    match text.strip_prefix("<<") {
        Some(rest) => {
            let (length, sure) = enclosed(&text[1..], '>')?;
            let closes = rest.get(length - 1..)?.starts_with('>');
            closes.then_some((length + 2, sure))
        }
        None => enclosed(text, '>'),
    }
}

/// What capital words say: `before` is the text before them.
fn capitals(before: &str, rest: &str) -> Option<(usize, &'static str, bool)> {
    // Nearly all words with a capital go on in small letters.
    if rest.chars().nth(1).is_some_and(char::is_lowercase) {
        return None;
    }
    let is_word = |length: usize| !rest[length..].starts_with(char::is_alphanumeric);
    let whole = |word: &&String| rest.starts_with(word.as_str()) && is_word(word.len());
    if let Some(mark) = leftover_words("mark").iter().find(whole) {
        return Some((mark.len(), UNFINISHED, true));
    }
    if let Some(word) = leftover_words("abbreviation").iter().find(whole) {
        return Some((word.len(), TO_COME, false));
    }
    if let Some(length) = figure(rest) {
        return Some((length, FIGURE, false));
    }
    // In a line of capitals the words may say what they say.
    let alone = !ends_in_capitals(before);
    let spelt = |phrase: &str| spelt(rest, phrase).filter(|length| is_word(*length));
    let order = leftover_words("order").iter().find_map(|order| {
        let length = spelt(order)?;
        let next = rest[length..].trim_start();
        begins_in_capitals(next).then(|| {
            let words = capital_words(&rest[length..]);
            length + words
        })
    });
    let phrase = leftover_words("phrase")
        .iter()
        .find_map(|phrase| spelt(phrase))
        .filter(|length| !begins_in_capitals(rest[*length..].trim_start()));
    order
        .or(phrase)
        .filter(|_| alone)
        .map(|length| (length, TO_COME, false))
}

/// The length of a phrase in capitals that a text begins with, accents or not.
fn spelt(text: &str, phrase: &str) -> Option<usize> {
    written(text, phrase, |letter, wanted| match letter.is_ascii() {
        true => letter == wanted,
        false => letter.is_uppercase() && is_accented(letter, wanted),
    })
}

/// The length of what a text begins with in the place of some words, whose letters it
/// has as `is_same` says.
fn written(text: &str, words: &str, is_same: fn(char, char) -> bool) -> Option<usize> {
    let mut letters = text.char_indices();
    let same = words.chars().all(|wanted| {
        letters.next().is_some_and(|(_, letter)| match wanted {
            ' ' => letter.is_whitespace(),
            wanted => is_same(letter, wanted),
        })
    });
    same.then(|| letters.next().map_or(text.len(), |(at, _)| at))
}

/// Whether the last word before a phrase is in capitals, and no mark parts the two.
fn ends_in_capitals(text: &str) -> bool {
    let last = text
        .trim_end()
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    is_capital_word(last) && last.ends_with(char::is_alphanumeric)
}

fn begins_in_capitals(text: &str) -> bool {
    let first = text.split(char::is_whitespace).next().unwrap_or_default();
    is_capital_word(first.trim_end_matches(|c: char| !c.is_alphanumeric()))
}

/// Two letters or more, all capitals.
fn is_capital_word(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() >= 2 && letters.clone().all(char::is_uppercase)
}

/// The length of the capital words that a text begins with, blanks before them too.
fn capital_words(text: &str) -> usize {
    let mut length = 0;
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let whole = word.trim_end();
        let letters = whole.trim_end_matches(|c: char| !c.is_alphanumeric());
        let capital = |c: char| c.is_uppercase() || matches!(c, '\'' | '’');
        if !whole.is_empty() && (letters.is_empty() || !letters.chars().all(capital)) {
            break;
        }
        if !letters.is_empty() {
            length = at + letters.len();
        }
        // A mark ends what is said.
        if letters.len() < whole.len() {
            break;
        }
        at += word.len();
    }
    length
}

/// The length of filler text that a text begins with, and whether it is nothing else.
fn filler(text: &str) -> Option<(usize, bool)> {
    let is_same = |letter: char, wanted| match letter.is_ascii() {
        true => letter.to_ascii_lowercase() == wanted,
        false => is_accented(letter, wanted),
    };
    let fits = |words: &String| written(text, words, is_same);
    let fits = |kind| leftover_words(kind).iter().find_map(fits);
    let sure = fits("sure filler").map(|length| (length, true));
    sure.or_else(|| Some((fits("filler")?, false)))
}

/// The length of a date or an amount in which XX stands for digits: 2026-XX-XX, $XX.
fn figure(text: &str) -> Option<usize> {
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, 'X' | '-' | '/' | ',' | '.' | '$')))
        .unwrap_or(text.len());
    let word = text[..end].trim_end_matches([',', '.', '-', '/']);
    let parts: Vec<&str> = word
        .split(['-', '/', ',', '.', '$'])
        .filter(|part| !part.is_empty())
        .collect();
    let open = |part: &&&str| part.len() >= 2 && part.bytes().all(|byte| byte == b'X');
    let whole = |part: &&str| open(&part) || part.bytes().all(|byte| byte.is_ascii_digit());
    let wanted = parts.iter().any(|part| open(&part));
    // A card's or a person's number is masked on purpose: its last digits are there.
    let masked = parts.last().is_some_and(|part| !open(&part));
    let signed = word.starts_with('$') || parts.len() >= 2;
    let follows = text[end..].starts_with(char::is_alphanumeric);
    (wanted && signed && !follows && !masked && parts.iter().all(whole)).then_some(word.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_over_is_found() {
        for text in [
            "Voir [à traduire] ici",
            "Le { $date } prochain",
            "TODO: finir",
            "a \u{2068}9\u{2069}",
            "Bonjour {{ name }}",
            "Mise \u{fffd} jour",
            "Le plan \u{fffc}",
            "on [INSERT DATE].",
            "le [INSÉRER LA DATE]",
            "[à compléter par les RH]",
            "Lorem ipsum dolor",
            "lorem ipsum",
            "Click or tap here to enter text.",
            "Cliquez ou appuyez ici pour entrer du texte.",
            "see Error! Reference source not found.",
            "voir Erreur\u{a0}! Source du renvoi introuvable.",
            "| #REF! |",
            "[TBD – ask Wanda]",
            "Dear <insert name>,",
            "<<your name>>",
            "[XX] days",
            "[Your Name]",
        ] {
            let found = leftovers(text);
            assert_eq!(found.len(), 1 + usize::from(text.contains('9')), "{text}");
            assert!(found.iter().all(|left| left.sure), "{text}");
        }
    }

    #[test]
    fn what_may_be_left_over_is_not_sure() {
        for (text, wanted) in [
            ("opens on TBD.", "TBD"),
            ("Location (TBC)", "TBC"),
            ("une date À DÉTERMINER.", "À DÉTERMINER"),
            ("À VENIR", "À VENIR"),
            ("DATE: TO BE CONFIRMED", "TO BE CONFIRMED"),
            ("La date A CONFIRMER", "A CONFIRMER"),
            ("opens INSERT DATE HERE, then", "INSERT DATE HERE"),
            ("le 2026-XX-XX", "2026-XX-XX"),
            ("costs $XX,XXX.", "$XX,XXX"),
            ("Dear [Recipient's Name],", "[Recipient's Name]"),
            ("Choose an item.", "Choose an item."),
            ("(accessed on [date])", "[date]"),
            ("[nom du ministère]", "[nom du ministère]"),
            ("[Numéro]", "[Numéro]"),
            ("[Translation]", "[Translation]"),
            ("Choisissez un élément.", "Choisissez un élément."),
        ] {
            let found: Vec<(&str, bool)> = leftovers(text)
                .into_iter()
                .map(|left| (&text[left.range], left.sure))
                .collect();
            assert_eq!(found, [(wanted, false)], "{text}");
        }
    }

    #[test]
    fn what_is_meant_stays() {
        for text in [
            "TODOS",
            "un {ensemble}",
            "[1] note",
            "[sic]",
            "[…]",
            "[2020] (SCC)",
            "[to] be determined",
            "l'XXXe",
            "{ a, b }",
            "les semaines à venir",
            "la date est à déterminer",
            "LES SEMAINES À VENIR",
            "TRAVAUX À VENIR EN MAI",
            "to be confirmed in May",
            "TBDX and ATBD",
            "the XX Olympic Games",
            "XX-XX-1234",
            "x < insert",
            "[insertion]",
            "[Name withheld]",
            "Choose an item from the list.",
            "A clickable map",
            "Text of the error",
            "[the date]",
            "[Note: the ramp opens at that time]",
            "[namely]",
        ] {
            assert_eq!(leftovers(text), [], "{text}");
        }
    }
}
