//! Which language a value is printed in, and with which spaces.

use crate::lang::Lang;

/// U+00A0, the no-break space.
pub const NO_BREAK_SPACE: char = '\u{a0}';
/// U+202F, the narrow no-break space.
pub const NARROW_NO_BREAK_SPACE: char = '\u{202f}';
/// U+2011, the no-break hyphen.
pub const NO_BREAK_HYPHEN: char = '\u{2011}';

/// Whose French typography is used; English has one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// Canada: U+00A0 between groups of digits, before `%` and `:`; no space
    /// before `;` `!` `?` (OQLF, Translation Bureau).
    #[default]
    FrCa,
    /// France: U+202F between groups of digits and before `%` `;` `!` `?` (CLDR `fr`,
    /// Imprimerie nationale).
    FrFr,
}

/// A language with its typographic profile: what every format takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Style {
    /// The language.
    pub lang: Lang,
    /// The profile, which English does not heed.
    pub profile: Profile,
}

impl From<Lang> for Style {
    fn from(lang: Lang) -> Style {
        Style {
            lang,
            profile: Profile::default(),
        }
    }
}

impl Style {
    pub(crate) const fn is_french(self) -> bool {
        matches!(self.lang, Lang::Fr)
    }

    /// Whether it is the French of France, which has narrow spaces.
    pub(crate) const fn is_narrow(self) -> bool {
        matches!((self.lang, self.profile), (Lang::Fr, Profile::FrFr))
    }

    /// The space in numbers and before `%` in French.
    pub(crate) const fn number_space(self) -> char {
        match self.is_narrow() {
            true => NARROW_NO_BREAK_SPACE,
            false => NO_BREAK_SPACE,
        }
    }

    /// Between groups of three digits.
    pub(crate) const fn group_separator(self) -> char {
        match self.lang {
            Lang::En => ',',
            Lang::Fr => self.number_space(),
        }
    }

    /// Between whole number and fraction.
    pub(crate) const fn decimal_separator(self) -> char {
        match self.lang {
            Lang::En => '.',
            Lang::Fr => ',',
        }
    }
}
