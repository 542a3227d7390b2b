//! What the check must know of the two languages' words: which words mean the
//! same, which belong to one language alone, which are titles, and what a
//! forgotten note to the translator looks like.
//!
//! None of it judges a translation: it pairs blocks, tells the languages apart
//! and compares ranks and genders.

mod addresses;
mod calendar;
mod captions;
mod cognates;
mod concepts;
mod currencies;
mod durations;
mod fold;
mod function_words;
mod joints;
mod key;
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
    CalendarName, CalendarWord, ends_with_month, month_named, months, weekday_named, weekdays,
};
pub use calendar::{is_month_or_day, is_month_or_day_of};
pub(crate) use captions::caption_mark;
pub use cognates::is_cognate;
pub use concepts::{concepts, known_word};
pub(crate) use currencies::{Currency, currency, currency_named};
pub(crate) use durations::{TimeUnit, rate, time_unit, written_unit};
pub(crate) use fold::{fold_word, with_capital};
pub use function_words::{belongs_to, is_function_word, looks_english};
pub(crate) use joints::{
    Joint, JointGuard, LONGEST_JOINT, PairFault, accented_capital, elided_form, follows_capital_a,
    guards_joint, is_infinitive, joint,
};
pub use key::{fold, stem};
pub use leftover::{Leftover, leftovers};
pub use mailboxes::{
    Hosts, MailboxSurroundings, Mailboxes, are_one_host, compare_mailboxes, is_slip, same_meaning,
};
pub(crate) use names::PLACE_KINDS;
pub use names::{
    body_article, is_no_value, is_of_several, numbers_a_part, says_below, says_no_value,
    short_organization, vague_link,
};
pub(crate) use numbers::{
    NumberPart, Scale, denominator, number_part, rank_part, rank_word, scale_places, scales,
    thousand, written_number, written_rank,
};
pub use persons::is_honorific;
pub(crate) use persons::{BEFORE_TRANSLATED, GIVEN_NAMES, PARTICLES, SURNAMES};
pub(crate) use phrases::{BEFORE_MONTHS, holidays_from, idioms_with};
pub use places::{
    PlaceForm, PlaceId, begins_place, longest_place_name, place, place_forms, places_abbreviated,
    places_named,
};
pub(crate) use roles::{ENTITIES, LATIN};
pub use roles::{WordRole, plays, words_of};
pub use stance::{Grade, PAUSE, Stance, Stand, is_guessed, stands};
pub use titles::{GenderedTitle, MINISTERS, Rank, RankUse, gendered_titles, ranks};
pub use typographic::is_unit_of_length;
pub(crate) use typographic::{
    BEFORE_RANGES, COUNTED_WORDS, ClingingKind, ElisionKind, ORDINAL_ENDINGS, UNCOUNTED_WORDS,
    UNIT_SYMBOLS, abbreviated_pairs, clings_as, elision_words, is_loose,
};
