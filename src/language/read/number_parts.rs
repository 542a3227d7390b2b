//! The words that numbers, ranks and fractions are put together of.

use crate::lang::Lang;

/// What a word adds to a number.
#[derive(Clone, Copy)]
pub(super) enum Part {
    /// 1 to 9.
    Unit(u64),
    /// 10 to 19; only `dix` may be followed by a unit, in French.
    Teen(u64),
    /// 20 to 90.
    Ten(u64),
    /// Hundred.
    Hundred,
    /// Thousand and above.
    Scale(u64),
    /// Twelve: a dozen. In French all of them: dizaine, douzaine, centaine.
    Collective(u64),
    /// Decades, centaines: a number stands before them, or they say none.
    Collectives(u64),
    /// Two, behind an article: a couple.
    Pair,
}

/// The part of a number that an English word is.
pub(super) fn english(word: &str) -> Option<Part> {
    Some(match word {
        "zero" => Part::Unit(0),
        "one" | "once" => Part::Unit(1),
        // What French says with "deux": both parents, twice a year.
        "two" | "both" | "twice" | "double" | "doubled" | "doubles" | "doubling" | "twofold" => {
            Part::Unit(2)
        }
        "three" | "thrice" | "triple" | "tripled" | "triples" | "tripling" | "threefold" => {
            Part::Unit(3)
        }
        "four" | "quadruple" | "quadrupled" | "fourfold" => Part::Unit(4),
        "five" | "fivefold" => Part::Unit(5),
        "six" => Part::Unit(6),
        "seven" => Part::Unit(7),
        "eight" => Part::Unit(8),
        "nine" => Part::Unit(9),
        "ten" | "tenfold" => Part::Teen(10),
        "eleven" => Part::Teen(11),
        "twelve" => Part::Teen(12),
        "thirteen" => Part::Teen(13),
        "fourteen" => Part::Teen(14),
        "fifteen" => Part::Teen(15),
        "sixteen" => Part::Teen(16),
        "seventeen" => Part::Teen(17),
        "eighteen" => Part::Teen(18),
        "nineteen" => Part::Teen(19),
        // The nineties, her forties.
        "twenty" | "twenties" => Part::Ten(20),
        "thirty" | "thirties" => Part::Ten(30),
        "forty" | "forties" => Part::Ten(40),
        "fifty" | "fifties" => Part::Ten(50),
        "sixty" | "sixties" => Part::Ten(60),
        "seventy" | "seventies" => Part::Ten(70),
        "eighty" | "eighties" => Part::Ten(80),
        "ninety" | "nineties" => Part::Ten(90),
        "hundred" => Part::Hundred,
        "thousand" => Part::Scale(1_000),
        "million" => Part::Scale(1_000_000),
        "billion" => Part::Scale(1_000_000_000),
        "trillion" => Part::Scale(1_000_000_000_000),
        "dozen" => Part::Collective(12),
        "decade" => Part::Collective(10),
        "decades" => Part::Collectives(10),
        "centuries" => Part::Collectives(100),
        "score" => Part::Collectives(20),
        "couple" => Part::Pair,
        _ => return None,
    })
}

/// The part of a number that a French word is.
pub(super) fn french(word: &str) -> Option<Part> {
    Some(match word {
        "zero" => Part::Unit(0),
        "un" | "une" => Part::Unit(1),
        "deux" | "double" | "doubler" | "doublent" => Part::Unit(2),
        "trois" | "triple" | "tripler" | "triplent" => Part::Unit(3),
        "quatre" | "quadruple" | "quadrupler" => Part::Unit(4),
        "cinq" => Part::Unit(5),
        "six" => Part::Unit(6),
        "sept" => Part::Unit(7),
        "huit" => Part::Unit(8),
        "neuf" => Part::Unit(9),
        "dix" => Part::Teen(10),
        "onze" => Part::Teen(11),
        "douze" => Part::Teen(12),
        "treize" => Part::Teen(13),
        "quatorze" => Part::Teen(14),
        "quinze" => Part::Teen(15),
        "seize" => Part::Teen(16),
        "vingt" | "vingts" => Part::Ten(20),
        "trente" => Part::Ten(30),
        "quarante" => Part::Ten(40),
        "cinquante" => Part::Ten(50),
        "soixante" => Part::Ten(60),
        "septante" => Part::Ten(70),
        "nonante" => Part::Ten(90),
        "cent" | "cents" => Part::Hundred,
        "mille" => Part::Scale(1_000),
        "million" | "millions" => Part::Scale(1_000_000),
        "milliard" | "milliards" => Part::Scale(1_000_000_000),
        "billion" | "billions" => Part::Scale(1_000_000_000_000),
        "triennal" | "triennale" => Part::Unit(3),
        "quinquennal" | "quinquennale" => Part::Unit(5),
        "decennal" | "decennale" | "decennaux" | "decennales" | "decennie" => Part::Collective(10),
        "dizaine" => Part::Collective(10),
        "douzaine" => Part::Collective(12),
        "huitaine" => Part::Collective(8),
        "quinzaine" => Part::Collective(15),
        "decennies" => Part::Collectives(10),
        "siecles" => Part::Collectives(100),
        "douzaines" => Part::Collectives(12),
        "dizaines" => Part::Collectives(10),
        "vingtaines" => Part::Collectives(20),
        "centaines" => Part::Collectives(100),
        "milliers" => Part::Collectives(1_000),
        "vingtaine" => Part::Collective(20),
        "trentaine" => Part::Collective(30),
        "quarantaine" => Part::Collective(40),
        "cinquantaine" => Part::Collective(50),
        "soixantaine" => Part::Collective(60),
        "centaine" => Part::Collective(100),
        "millier" => Part::Collective(1_000),
        _ => return None,
    })
}

/// What a scale word multiplies by, as a power of ten: 6 for million.
pub(super) fn scale_places(word: &str, lang: Lang) -> Option<u32> {
    match (lang, word) {
        (Lang::En, "thousand") | (Lang::Fr, "mille") => Some(3),
        (Lang::En, "million" | "millions") | (Lang::Fr, "million" | "millions") => Some(6),
        (Lang::En, "billion" | "billions" | "bn") | (Lang::Fr, "milliard" | "milliards") => Some(9),
        (Lang::En, "trillion" | "trillions") | (Lang::Fr, "billion" | "billions") => Some(12),
        _ => None,
    }
}

/// The rank that one word names.
pub(super) fn ordinal_word(word: &str, lang: Lang) -> Option<u64> {
    let list: &[(&str, u64)] = match lang {
        Lang::En => &[
            ("first", 1),
            ("second", 2),
            ("third", 3),
            ("fourth", 4),
            ("fifth", 5),
            ("sixth", 6),
            ("seventh", 7),
            ("eighth", 8),
            ("ninth", 9),
            ("tenth", 10),
            ("eleventh", 11),
            ("twelfth", 12),
            ("thirteenth", 13),
            ("fourteenth", 14),
            ("fifteenth", 15),
            ("sixteenth", 16),
            ("seventeenth", 17),
            ("eighteenth", 18),
            ("nineteenth", 19),
            ("twentieth", 20),
            ("thirtieth", 30),
            ("fortieth", 40),
            ("fiftieth", 50),
            ("sixtieth", 60),
            ("seventieth", 70),
            ("eightieth", 80),
            ("ninetieth", 90),
            ("hundredth", 100),
            ("thousandth", 1_000),
        ],
        Lang::Fr => &[
            ("premier", 1),
            ("premiere", 1),
            ("premiers", 1),
            ("premieres", 1),
            ("deuxieme", 2),
            ("second", 2),
            ("seconde", 2),
            ("troisieme", 3),
            ("quatrieme", 4),
            ("cinquieme", 5),
            ("sixieme", 6),
            ("septieme", 7),
            ("huitieme", 8),
            ("neuvieme", 9),
            ("dixieme", 10),
            ("onzieme", 11),
            ("douzieme", 12),
            ("treizieme", 13),
            ("quatorzieme", 14),
            ("quinzieme", 15),
            ("seizieme", 16),
            ("vingtieme", 20),
            ("trentieme", 30),
            ("quarantieme", 40),
            ("cinquantieme", 50),
            ("soixantieme", 60),
            ("centieme", 100),
            ("millieme", 1_000),
        ],
    };
    list.iter()
        .find(|(name, _)| *name == word)
        .map(|(_, value)| *value)
}

/// What a word adds as the last of a rank in several words: the `first` of
/// twenty-first, the `unième` of vingt et unième.
pub(super) fn rank_part(word: &str, lang: Lang) -> Option<Part> {
    // "Les vingt premiers" are twenty, and a "twenty second delay" is no rank.
    let value = match (lang, word) {
        (Lang::Fr, "unieme") => 1,
        (Lang::Fr, _) if !word.ends_with("ieme") => return None,
        _ => ordinal_word(word, lang)?,
    };
    Some(match value {
        1..=9 => Part::Unit(value),
        10..=19 => Part::Teen(value),
        100 => Part::Hundred,
        1_000 => Part::Scale(value),
        _ => Part::Ten(value),
    })
}

/// The denominator that a word names: thirds, quarts.
pub(super) fn denominator(word: &str, lang: Lang) -> Option<u32> {
    match (lang, word) {
        (Lang::En, "half" | "halves") | (Lang::Fr, "moitie" | "demi" | "demie") => Some(2),
        (Lang::En, "third" | "thirds") | (Lang::Fr, "tiers") => Some(3),
        (Lang::En, "quarter" | "quarters" | "fourth" | "fourths")
        | (Lang::Fr, "quart" | "quarts") => Some(4),
        (Lang::En, "fifth" | "fifths") | (Lang::Fr, "cinquieme" | "cinquiemes") => Some(5),
        (Lang::En, "sixth" | "sixths") | (Lang::Fr, "sixieme" | "sixiemes") => Some(6),
        (Lang::En, "seventh" | "sevenths") | (Lang::Fr, "septieme" | "septiemes") => Some(7),
        (Lang::En, "eighth" | "eighths") | (Lang::Fr, "huitieme" | "huitiemes") => Some(8),
        (Lang::En, "ninth" | "ninths") | (Lang::Fr, "neuvieme" | "neuviemes") => Some(9),
        (Lang::En, "tenth" | "tenths") | (Lang::Fr, "dixieme" | "dixiemes") => Some(10),
        (Lang::En, "twentieth") | (Lang::Fr, "vingtieme" | "vingtiemes") => Some(20),
        (Lang::En, "hundredth" | "hundredths") | (Lang::Fr, "centieme" | "centiemes") => Some(100),
        _ => None,
    }
}
