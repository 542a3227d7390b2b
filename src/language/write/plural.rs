//! Plural categories, as CLDR has them: for the words that formats print, and for the
//! variants that a number chooses in a message.

use crate::lang::Lang;
use crate::memo::fact::Decimal;

/// A plural category of CLDR, as far as English and French have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PluralCategory {
    /// `one`
    One,
    /// `two`: English ordinals alone (2nd).
    Two,
    /// `few`: English ordinals alone (3rd).
    Few,
    /// `many`: French whole millions alone, as CLDR has them since version 38 (un million
    /// de demandes).
    Many,
    /// `other`
    Other,
}

impl PluralCategory {
    /// The name that a variant of a Fluent selector has.
    pub const fn name(self) -> &'static str {
        match self {
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
    }
}

/// The category of a counted number that is printed with all its digits. English: `one` is
/// the whole number 1 written without fraction digits (CLDR `i = 1 and v = 0`). French:
/// `one` is 0 or 1 with any fraction (CLDR `i = 0,1`), so 1,99 is singular; `many` is a
/// multiple of a million without fraction digits (CLDR `e = 0 and i != 0 and
/// i % 1000000 = 0 and v = 0`). What is printed with a scale word has
/// [`plural_category_scaled`].
pub fn plural_category(value: Decimal, lang: Lang) -> PluralCategory {
    let (whole, fraction) = value.digits();
    match (lang, whole.as_str()) {
        (Lang::En, "1") if fraction.is_empty() => PluralCategory::One,
        (Lang::Fr, "0" | "1") => PluralCategory::One,
        (Lang::Fr, whole) if fraction.is_empty() && whole.ends_with("000000") => {
            PluralCategory::Many
        }
        _ => PluralCategory::Other,
    }
}

/// The category of a counted number that is printed with a scale word: `5.3 million`. All
/// of them are of a million and more (CLDR, French `many`: `e != 0..5`).
pub const fn plural_category_scaled(lang: Lang) -> PluralCategory {
    match lang {
        Lang::En => PluralCategory::Other,
        Lang::Fr => PluralCategory::Many,
    }
}

/// The category of an ordinal: English 1st, 2nd, 3rd, 4th; French 1er, 2e. What is no
/// whole number ranks nothing and is `other`, as CLDR has it.
pub fn plural_category_ordinal(value: Decimal, lang: Lang) -> PluralCategory {
    let (whole, fraction) = value.normalized().digits();
    if !fraction.is_empty() {
        return PluralCategory::Other;
    }
    let last_two = whole.get(whole.len().saturating_sub(2)..).unwrap_or(&whole);
    match (lang, last_two) {
        (Lang::Fr, _) if whole == "1" => PluralCategory::One,
        (Lang::Fr, _) | (Lang::En, "11" | "12" | "13") => PluralCategory::Other,
        (Lang::En, _) => match last_two.as_bytes().last() {
            Some(b'1') => PluralCategory::One,
            Some(b'2') => PluralCategory::Two,
            Some(b'3') => PluralCategory::Few,
            _ => PluralCategory::Other,
        },
    }
}
