//! Names of the powers of a thousand from a million on.

use crate::lang::Lang;

/// A scale word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scale {
    /// The power of ten.
    pub power: u32,
    /// The singular.
    pub one: &'static str,
    /// The plural; English has none after a number.
    pub other: &'static str,
    /// The letter before a currency sign, where the scale has one: `$5M`, `5 G$`.
    pub symbol: &'static str,
}

const fn scale(power: u32, one: &'static str, other: &'static str, symbol: &'static str) -> Scale {
    Scale {
        power,
        one,
        other,
        symbol,
    }
}

/// The short scale.
const ENGLISH: [Scale; 8] = [
    scale(6, "million", "million", "M"),
    scale(9, "billion", "billion", "B"),
    scale(12, "trillion", "trillion", "T"),
    scale(15, "quadrillion", "quadrillion", ""),
    scale(18, "quintillion", "quintillion", ""),
    scale(21, "sextillion", "sextillion", ""),
    scale(24, "septillion", "septillion", ""),
    scale(27, "octillion", "octillion", ""),
];

/// The long scale (OQLF, « Grands nombres »: milliard is 10⁹, billion 10¹²). The
/// symbols are those of the OQLF and the Translation Bureau: 5 M$, 5 G$.
const FRENCH: [Scale; 8] = [
    scale(6, "million", "millions", "M"),
    scale(9, "milliard", "milliards", "G"),
    scale(12, "billion", "billions", "T"),
    scale(15, "billiard", "billiards", ""),
    scale(18, "trillion", "trillions", ""),
    scale(21, "trilliard", "trilliards", ""),
    scale(24, "quadrillion", "quadrillions", ""),
    scale(27, "quadrilliard", "quadrilliards", ""),
];

/// The scales of a language, the smallest first.
pub(crate) const fn scales(lang: Lang) -> &'static [Scale; 8] {
    match lang {
        Lang::En => &ENGLISH,
        Lang::Fr => &FRENCH,
    }
}
