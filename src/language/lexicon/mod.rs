//! What the check must know of the two languages' words: which words mean the
//! same, which belong to one language alone, which are titles, and what a
//! forgotten note to the translator looks like.
//!
//! None of it judges a translation: it pairs blocks, tells the languages apart
//! and compares ranks and genders.

mod addresses;
mod calendar;
mod cognates;
mod concepts;
mod currencies;
mod durations;
mod function_words;
mod leftover;
mod leftover_words;
mod mailboxes;
mod names;
mod numbers;
mod persons;
mod phrases;
mod places;
mod roles;
mod stance;
#[cfg(test)]
mod tests;
mod titles;
mod typographic;

pub use addresses::{language_of, names_language};
pub(crate) use calendar::{
    CalendarName, CalendarWord, month_named, months, weekday_named, weekdays,
};
pub use calendar::{is_month_or_day, is_month_or_day_of};
pub use cognates::is_cognate;
pub use concepts::{concepts, known_word};
pub(crate) use currencies::{Currency, currency, currency_named};
pub(crate) use durations::{TimeUnit, rate, time_unit, written_unit};
pub use function_words::{belongs_to, is_function_word, looks_english};
pub use leftover::{Leftover, leftovers};
pub use mailboxes::{
    Hosts, MailboxSurroundings, Mailboxes, compare_mailboxes, is_slip, same_meaning,
};
pub use names::{
    is_no_value, numbers_a_part, says_below, says_no_value, short_organization, vague_link,
};
pub(crate) use numbers::{
    NumberPart, Scale, denominator, number_part, rank_part, rank_word, scale_places, scales,
    thousand, written_number, written_rank,
};
pub use persons::{
    is_before_translated_name, is_given_name, is_honorific, is_particle, is_surname,
};
pub(crate) use phrases::{holidays_from, idioms, may_lead_month};
pub use places::{PlaceId, begins_place, longest_place_name, places_abbreviated, places_named};
pub use roles::{WordRole, entities, is_latin, plays, words_of};
pub use stance::{Grade, Stance, Stand, stands};
pub use titles::{GenderedTitle, MINISTERS, Rank, RankUse, gendered_titles, ranks};
pub(crate) use typographic::{
    ClingingKind, ElisionKind, abbreviated_pairs, clings_as, counts_from_and_to, elision_words,
    is_counted, is_loose, ordinal_endings,
};
pub use typographic::{is_unit_of_length, is_unit_symbol};

/// How many letters tell a word from others: inflections differ behind them.
const STEM_LETTERS: usize = 5;

/// Without accents and in lower case: `École` is `ecole`, `œuvre` is `oeuvre`.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars() {
        if letter.is_ascii() {
            folded.push(letter.to_ascii_lowercase());
        } else {
            letter
                .to_lowercase()
                .for_each(|letter| push_unaccented(&mut folded, letter));
        }
    }
    folded
}

fn push_unaccented(folded: &mut String, letter: char) {
    match letter {
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => folded.push('a'),
        'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
        'î' | 'ï' | 'í' | 'ì' => folded.push('i'),
        'ô' | 'ö' | 'ó' | 'ò' | 'õ' | 'ø' => folded.push('o'),
        'ù' | 'û' | 'ü' | 'ú' => folded.push('u'),
        'ç' => folded.push('c'),
        'ñ' => folded.push('n'),
        'ÿ' | 'ý' => folded.push('y'),
        'œ' => folded.push_str("oe"),
        'æ' => folded.push_str("ae"),
        other => folded.push(other),
    }
}

/// The part of a folded word that its inflections share.
pub fn stem(folded: &str) -> &str {
    let word = match folded.strip_suffix(['s', 'x']) {
        Some(shorter) if shorter.len() >= 3 => shorter,
        _ => folded,
    };
    match word.char_indices().nth(STEM_LETTERS) {
        Some((end, _)) => word.get(..end).unwrap_or(word),
        None => word,
    }
}
