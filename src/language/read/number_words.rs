//! Numbers in words.

use super::tokens::{Token, TokenKind};
use crate::lang::Lang;
use crate::language::lexicon::{NumberPart, number_part, rank_part};

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
    fn add(&mut self, part: NumberPart, lang: Lang, joined: bool) -> bool {
        let below = self.current % 100;
        let fits = match part {
            NumberPart::Unit(unit) => {
                let after_ten = below >= 20 && below.is_multiple_of(10);
                let after_dix =
                    lang == Lang::Fr && joined && unit >= 7 && matches!(below, 10 | 70 | 90);
                // Quatre-vingt-dix is a ten that takes teens alone.
                (below == 0 || after_ten || after_dix)
                    && !(lang == Lang::Fr && below == 70 && !after_dix)
            }
            NumberPart::Teen(_) => below == 0 || (lang == Lang::Fr && matches!(below, 60 | 80)),
            NumberPart::Ten(20) if lang == Lang::Fr && below == 4 && joined => true,
            NumberPart::Ten(_) => below == 0,
            // cent, mille cent
            NumberPart::Hundred => {
                (1..=99).contains(&self.current)
                    || !self.started
                    || lang == Lang::Fr && self.current == 0
            }
            NumberPart::Scale(scale) => {
                self.scale.is_none_or(|last| scale < last)
                    // mille, deux millions mille
                    && (self.current > 0 || (lang == Lang::Fr && scale == 1_000))
            }
            NumberPart::Collective(_) => self.total == 0 && self.current <= 99,
            NumberPart::Collectives(_) => self.total == 0 && (2..=99).contains(&self.current),
            NumberPart::Pair => self.started && self.total == 0 && self.current == 1,
        };
        if !fits {
            return false;
        }
        match part {
            NumberPart::Unit(value) | NumberPart::Teen(value) => self.current += value,
            NumberPart::Ten(_) if below == 4 => self.current += 76,
            NumberPart::Ten(value) => self.current += value,
            NumberPart::Hundred => self.current = self.current.max(1) * 100,
            NumberPart::Scale(scale) => {
                self.total += self.current.max(1) * scale;
                self.current = 0;
                self.scale = Some(scale);
            }
            NumberPart::Pair => self.current = 2,
            NumberPart::Collective(value) | NumberPart::Collectives(value) => {
                self.current = self.current.max(1) * value
            }
        }
        self.started = true;
        true
    }
}

/// Reads the number in words that begins with the first token.
pub(super) fn spelled(tokens: &[Token], lang: Lang) -> Option<Spelled> {
    let part_of = |word: &str| number_part(word, lang);
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
                        || matches!(part, NumberPart::Hundred | NumberPart::Scale(_))
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
                    // Alone, it is one week or two.
                    let days = matches!(text.as_str(), "huitaine" | "quinzaine");
                    if days && tokens.get(at + 1).and_then(word) != Some("de") {
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
                        Some(
                            NumberPart::Hundred
                                | NumberPart::Scale(_)
                                | NumberPart::Collective(_)
                                | NumberPart::Pair
                        )
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
            .and_then(|word| number_part(word, lang))
            .is_some_and(|part| matches!(part, NumberPart::Scale(_) | NumberPart::Collective(_)))
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
                    .and_then(|word| number_part(word, lang).or_else(|| rank_part(word, lang)))
                    .is_some_and(|part| {
                        matches!(
                            part,
                            NumberPart::Unit(_) | NumberPart::Teen(_) | NumberPart::Ten(_)
                        )
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
