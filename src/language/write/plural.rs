//! Plural categories, as CLDR 37 has them: the rules that the Fluent runtime uses.

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
            PluralCategory::Other => "other",
        }
    }
}

/// The category of a counted number. English: `one` is the whole number 1 written
/// without fraction digits (CLDR `i = 1 and v = 0`). French: `one` is 0 or 1 with
/// any fraction (CLDR `i = 0,1`), so 1,99 is singular.
pub fn plural_category(value: Decimal, lang: Lang) -> PluralCategory {
    let (whole, fraction) = value.digits();
    let one = match lang {
        Lang::En => whole == "1" && fraction.is_empty(),
        Lang::Fr => whole == "0" || whole == "1",
    };
    if one {
        PluralCategory::One
    } else {
        PluralCategory::Other
    }
}

/// The category of an ordinal: English 1st, 2nd, 3rd, 4th; French 1er, 2e.
pub fn plural_category_ordinal(value: u32, lang: Lang) -> PluralCategory {
    match (lang, value % 10, value % 100) {
        (Lang::Fr, ..) if value == 1 => PluralCategory::One,
        (Lang::Fr, ..) => PluralCategory::Other,
        (Lang::En, _, 11..=13) => PluralCategory::Other,
        (Lang::En, 1, _) => PluralCategory::One,
        (Lang::En, 2, _) => PluralCategory::Two,
        (Lang::En, 3, _) => PluralCategory::Few,
        (Lang::En, ..) => PluralCategory::Other,
    }
}
