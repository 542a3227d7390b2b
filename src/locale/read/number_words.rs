//! Numbers in words.

use super::tokens::{Token, TokenKind};
use crate::lang::Lang;

/// A number in words: how many tokens say it, and what they say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spelled {
    /// The tokens.
    pub tokens: usize,
    /// The number.
    pub value: u64,
    /// Whether it is a rank.
    pub ordinal: bool,
}

#[derive(Clone, Copy)]
enum Part {
    /// 1 to 9.
    Unit(u64),
    /// 10 to 19; only `dix` may be followed by a unit, in French.
    Teen(u64),
    /// 20 to 90.
    Ten(u64),
    Hundred,
    /// Thousand and above.
    Scale(u64),
    /// Twelve: a dozen. In French all of them: dizaine, douzaine, centaine.
    Collective(u64),
}

fn english(word: &str) -> Option<Part> {
    Some(match word {
        "one" => Part::Unit(1),
        // What French says with "deux": both parents, twice a year.
        "two" | "both" | "twice" => Part::Unit(2),
        "three" => Part::Unit(3),
        "four" => Part::Unit(4),
        "five" => Part::Unit(5),
        "six" => Part::Unit(6),
        "seven" => Part::Unit(7),
        "eight" => Part::Unit(8),
        "nine" => Part::Unit(9),
        "ten" => Part::Teen(10),
        "eleven" => Part::Teen(11),
        "twelve" => Part::Teen(12),
        "thirteen" => Part::Teen(13),
        "fourteen" => Part::Teen(14),
        "fifteen" => Part::Teen(15),
        "sixteen" => Part::Teen(16),
        "seventeen" => Part::Teen(17),
        "eighteen" => Part::Teen(18),
        "nineteen" => Part::Teen(19),
        "twenty" => Part::Ten(20),
        "thirty" => Part::Ten(30),
        "forty" => Part::Ten(40),
        "fifty" => Part::Ten(50),
        "sixty" => Part::Ten(60),
        "seventy" => Part::Ten(70),
        "eighty" => Part::Ten(80),
        "ninety" => Part::Ten(90),
        "hundred" => Part::Hundred,
        "thousand" => Part::Scale(1_000),
        "million" => Part::Scale(1_000_000),
        "billion" => Part::Scale(1_000_000_000),
        "trillion" => Part::Scale(1_000_000_000_000),
        "dozen" => Part::Collective(12),
        "decade" => Part::Collective(10),
        _ => return None,
    })
}

fn french(word: &str) -> Option<Part> {
    Some(match word {
        "un" | "une" => Part::Unit(1),
        "deux" => Part::Unit(2),
        "trois" => Part::Unit(3),
        "quatre" => Part::Unit(4),
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
        "quinzaine" => Part::Collective(15),
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
fn rank_part(word: &str, lang: Lang) -> Option<Part> {
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
        (Lang::En, "quarter" | "quarters") | (Lang::Fr, "quart" | "quarts") => Some(4),
        (Lang::En, "fifth" | "fifths") | (Lang::Fr, "cinquieme" | "cinquiemes") => Some(5),
        _ => None,
    }
}

fn word(token: &Token) -> Option<&str> {
    match &token.kind {
        TokenKind::Word(word, _) => Some(word),
        _ => None,
    }
}

/// Adds up the parts of a number.
#[derive(Default)]
struct Sum {
    /// Thousands and above.
    total: u64,
    /// What is below the next scale word.
    current: u64,
    /// The last scale, which later ones must be below.
    scale: Option<u64>,
    started: bool,
}

impl Sum {
    /// Whether the part can follow; `joined` by a hyphen to what stands before.
    fn add(&mut self, part: Part, lang: Lang, joined: bool) -> bool {
        let below = self.current % 100;
        let fits = match part {
            Part::Unit(unit) => {
                let after_ten = below >= 20 && below.is_multiple_of(10);
                let after_dix =
                    lang == Lang::Fr && joined && unit >= 7 && matches!(below, 10 | 70 | 90);
                // Quatre-vingt-dix is a ten that takes teens alone.
                (below == 0 || after_ten || after_dix)
                    && !(lang == Lang::Fr && below == 70 && !after_dix)
            }
            Part::Teen(_) => below == 0 || (lang == Lang::Fr && matches!(below, 60 | 80)),
            Part::Ten(20) if lang == Lang::Fr && below == 4 && joined => true,
            Part::Ten(_) => below == 0,
            // cent, mille cent
            Part::Hundred => {
                (1..=99).contains(&self.current)
                    || !self.started
                    || lang == Lang::Fr && self.current == 0
            }
            Part::Scale(scale) => {
                self.scale.is_none_or(|last| scale < last)
                    // mille, deux millions mille
                    && (self.current > 0 || (lang == Lang::Fr && scale == 1_000))
            }
            Part::Collective(_) => self.total == 0 && self.current <= 99,
        };
        if !fits {
            return false;
        }
        match part {
            Part::Unit(value) | Part::Teen(value) => self.current += value,
            Part::Ten(_) if below == 4 => self.current += 76,
            Part::Ten(value) => self.current += value,
            Part::Hundred => self.current = self.current.max(1) * 100,
            Part::Scale(scale) => {
                self.total += self.current.max(1) * scale;
                self.current = 0;
                self.scale = Some(scale);
            }
            Part::Collective(value) => self.current = self.current.max(1) * value,
        }
        self.started = true;
        true
    }
}

/// Reads the number in words that begins with the first token.
pub(super) fn spelled(tokens: &[Token], lang: Lang) -> Option<Spelled> {
    let part_of = |word: &str| match lang {
        Lang::En => english(word),
        Lang::Fr => french(word),
    };
    let mut sum = Sum::default();
    let mut used = 0;
    let mut at = 0;
    let mut joined = false;
    let mut linked = false;
    while let Some(token) = tokens.get(at) {
        match &token.kind {
            TokenKind::Sign('-' | '\u{2011}') if sum.started && !token.spaced => {
                joined = true;
                at += 1;
                continue;
            }
            TokenKind::Word(text, _) => {
                // A hyphen ties, white space parts: nothing else comes between.
                if at > 0 && !token.spaced && !joined {
                    break;
                }
                let rank = rank_part(text, lang).filter(|part| {
                    joined
                        || linked
                        || lang == Lang::Fr
                        || matches!(part, Part::Hundred | Part::Scale(_))
                });
                if let (true, Some(part)) = (sum.started, rank)
                    && sum.add(part, lang, joined)
                {
                    return Some(Spelled {
                        tokens: at + 1,
                        value: sum.total + sum.current,
                        ordinal: true,
                    });
                }
                if let Some(part) = part_of(text) {
                    let article = at == 0 && is_article_before(text, tokens, lang);
                    // Alone, `cents` is money.
                    if text == "cents" && !sum.started {
                        break;
                    }
                    // Alone, it is two weeks.
                    if text == "quinzaine" && tokens.get(at + 1).and_then(word) != Some("de") {
                        break;
                    }
                    if article {
                        sum.started = true;
                        sum.current = 1;
                    } else if !sum.add(part, lang, joined) {
                        break;
                    }
                    used = at + 1;
                } else if at == 0 && lang == Lang::En && matches!(text.as_str(), "a") {
                    // A hundred, a thousand, a million, a dozen.
                    let next = tokens.get(1).and_then(word).and_then(part_of);
                    if !matches!(
                        next,
                        Some(Part::Hundred | Part::Scale(_) | Part::Collective(_))
                    ) {
                        return None;
                    }
                    sum.started = true;
                    sum.current = 1;
                } else if links(text, tokens.get(at + 1), &sum, lang) {
                    linked = true;
                    joined = false;
                    at += 1;
                    continue;
                } else {
                    break;
                }
            }
            _ => break,
        }
        joined = false;
        linked = false;
        at += 1;
    }
    (used > 0).then(|| Spelled {
        tokens: used,
        value: sum.total + sum.current,
        ordinal: false,
    })
}

/// Whether `un` or `une` counts one of the scale or the collective that follows.
fn is_article_before(text: &str, tokens: &[Token], lang: Lang) -> bool {
    let next = tokens.get(1).and_then(word);
    lang == Lang::Fr
        && matches!(text, "un" | "une")
        && next
            .and_then(french)
            .is_some_and(|part| matches!(part, Part::Scale(_) | Part::Collective(_)))
}

/// Whether `and` or `et` goes on with the number: two hundred and five, vingt et un.
fn links(text: &str, next: Option<&Token>, sum: &Sum, lang: Lang) -> bool {
    let next = next.and_then(word);
    match lang {
        Lang::En => {
            text == "and"
                && (sum.current >= 100 || sum.total > 0)
                && sum.current.is_multiple_of(100)
                && next
                    .and_then(|word| english(word).or_else(|| rank_part(word, lang)))
                    .is_some_and(|part| {
                        matches!(part, Part::Unit(_) | Part::Teen(_) | Part::Ten(_))
                    })
        }
        Lang::Fr => {
            text == "et"
                && (20..=60).contains(&(sum.current % 100))
                && sum.current.is_multiple_of(10)
                && matches!(next, Some("un" | "une" | "onze" | "unieme" | "onzieme"))
        }
    }
}
