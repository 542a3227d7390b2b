//! Facts in words: each format of Canadian English and Canadian French, a pure
//! function from a value and its options to [`Words`](super::words::Words).
//!
//! The forms are those of the house style sheet (Canadian government usage, with
//! the sources named at each rule); where CLDR differs, `tests/suite/icu.rs` says
//! so and why. Options have ECMA-402's names ([`CallOptions`]).

mod currency;
mod date;
mod duration;
mod elision;
mod fact;
mod list;
mod names;
mod number;
mod number_options;
mod options;
mod ordinal;
mod percent;
mod phone;
mod plural;
mod preposition;
mod range;
mod spellout;
mod style;
mod time;

#[cfg(test)]
mod tests;

pub use currency::money;
pub use date::{date, fiscal_year, month, month_name, quarter, weekday_name, year};
pub use duration::duration;
pub(crate) use elision::{de, elides};
pub use fact::fact;
pub(crate) use fact::fact_with;
pub use list::{ListOptions, ListType, list};
pub use names::{KnownName, known_name};
pub(crate) use number::has_scale;
pub use number::number;
pub use number_options::{
    CompactDisplay, CurrencyDisplay, Grouping, Notation, NumberOptions, NumberStyle, SignDisplay,
};
pub(crate) use options::choose;
pub use options::{CallOptions, OptionFault, SetOption};
pub use ordinal::{OrdinalOptions, ordinal};
pub use percent::percent;
pub use phone::{phone, telephone_uri};
pub use plural::{
    PluralCategory, plural_category, plural_category_ordinal, plural_category_scaled,
};
pub use preposition::{
    Article, Preposition, PrepositionOptions, has_article, preposition, without_preposition,
};
pub use range::{RangeForm, RangeOptions, range};
pub use spellout::{SpelloutOptions, SpelloutType, spellout};
pub use style::{NARROW_NO_BREAK_SPACE, NO_BREAK_HYPHEN, NO_BREAK_SPACE, Profile, Style};
pub use time::{DateTimeOptions, DateTimeStyle, FieldWidth, TimeZoneName, moment, time};
