//! The French words before what the program prints: `de { $month }` is *d’octobre 2026*,
//! `à { $date }` is *au 29 mai 2026*, `de { $ministry }` is *du ministère du Travail*.
//!
//! Nobody can write the right form beside a value that may be another one tomorrow. Where a
//! format made the words, or the directory has the forms of a name, the program writes it.
//! Words of an author are left as they are: `check` tells what is wrong with them.

use super::formatted::{Formatted, Joining, NameForms, PrintedValue, token_index};
use crate::lang::Lang;
use crate::language::lexicon::{elided_form, months, weekdays, with_capital};
use crate::language::words::Piece;
use crate::language::write::{
    Preposition, PrepositionOptions, Style, elides, preposition as preposition_of,
    without_preposition,
};
use std::ops::Range;

/// Sets the words before values in a French text as the values want them.
pub(super) fn join(formatted: &mut Formatted) {
    let is_joined = |value: &PrintedValue| value.joining != Joining::Author;
    if !formatted.values.iter().any(is_joined) {
        return;
    }
    let tokens: Vec<(usize, usize)> = formatted
        .text
        .char_indices()
        .filter_map(|(at, letter)| Some((at, token_index(letter)?)))
        .collect();
    // From the end, so that places before stay what they are.
    for (at, index) in tokens.into_iter().rev() {
        let Some(value) = formatted.values.get(index).filter(|it| is_joined(it)) else {
            continue;
        };
        let Some(before) = Before::of(&formatted.text, at) else {
            continue;
        };
        let change = match &value.joining {
            Joining::Name(forms) => before.name(forms, &value.to_plain()),
            _ if value.href.is_none() => {
                let after = formatted.text.get(at..).unwrap_or_default();
                let after = after.trim_start_matches(|letter| token_index(letter).is_some());
                before.format(&value.to_plain(), after)
            }
            _ => None,
        };
        if let Some(change) = change {
            make(formatted, index, change);
        }
    }
}

/// A change of the words before a value and of how the value begins.
struct JointChange {
    /// The bytes of the text that are replaced, and by what.
    range: Range<usize>,
    words: String,
    /// What the value prints instead of so many of its first bytes.
    value: Option<(usize, String)>,
}

fn make(formatted: &mut Formatted, index: usize, change: JointChange) {
    if let Some((bytes, words)) = change.value
        && let Some(value) = formatted.values.get_mut(index)
    {
        begin_with(value, bytes, &words);
    }
    formatted.splice(change.range, &change.words);
}

/// Puts words in the place of the first bytes of a value.
fn begin_with(value: &mut PrintedValue, bytes: usize, words: &str) {
    let Some(first) = value.pieces.first().cloned() else {
        return;
    };
    let mut left = bytes;
    for piece in &mut value.pieces {
        let cut = left.min(piece.text.len());
        piece.text.replace_range(..cut, "");
        left -= cut;
    }
    let text = words.to_owned();
    value.pieces.insert(0, Piece { text, ..first });
    value.pieces.retain(|piece| !piece.text.is_empty());
}

/// What stands before a value, on its line.
struct Before<'t> {
    text: &'t str,
    /// The last words, the nearest first, each with its bytes; behind the nearest stand a
    /// gap and marks of stress, or an apostrophe ends it.
    words: [Option<Range<usize>>; 2],
    /// Where the gap behind the nearest word ends.
    gap: usize,
}

impl<'t> Before<'t> {
    fn of(text: &'t str, at: usize) -> Option<Before<'t>> {
        let head = text.get(..at)?;
        let marked = head.trim_end_matches(['*', '_', '~', '[']);
        let nearest = word_before(text, marked.len())?;
        let further = word_before(text, nearest.start).filter(|_| {
            let gap = text.get(..nearest.start);
            gap.is_some_and(|head| head.ends_with(is_gap))
        });
        Some(Before {
            text,
            gap: marked.len(),
            words: [Some(nearest), further],
        })
    }

    /// A word, the nearest for 0, in small letters; an apostrophe ends it where it has one.
    fn word(&self, index: usize) -> Option<(Range<usize>, String)> {
        let range = self.words.get(index)?.clone()?;
        let word = self.text.get(range.clone())?;
        Some((range, word.to_lowercase().replace('\'', "’")))
    }

    /// The change before the words of a format; `after` is the text behind them.
    fn format(&self, value: &str, after: &str) -> Option<JointChange> {
        let (range, word) = self.word(0)?;
        let change = |words: &str, bare: Option<usize>| {
            Some(JointChange {
                range: range.start..self.gap,
                words: self.like(&range, words)?,
                value: bare.map(|bytes| (bytes, String::new())),
            })
        };
        // An article that the value brings: le 29 mai, le ministère.
        let article = ["le ", "les "].into_iter().find(|it| value.starts_with(it));
        if let Some(article) = article {
            let [of, to] = match article {
                "le " => ["du ", "au "],
                _ => ["des ", "aux "],
            };
            let bare = Some(article.len());
            return match word.as_str() {
                "de" => change(of, bare),
                "à" => change(to, bare),
                _ => {
                    let same = [article, of, to];
                    let words = same.into_iter().find(|it| it.trim_end() == word);
                    words.and_then(|words| change(words, bare))
                }
            };
        }
        match word.as_str() {
            "de" if is_day(value) => return change("du ", None),
            "à" if is_day(value) => return change("au ", None),
            "le" | "la" | "si" => return None,
            _ => {}
        }
        let elided = elided_form(&word)?;
        let numeral = matches!(value, "un" | "une") && after.trim_start().starts_with("à ");
        let letter = value.chars().next()?;
        (letter.is_alphabetic() && elides(value, None) && !numeral)
            .then(|| change(elided, None))
            .flatten()
    }

    /// The change before a name whose forms are known.
    fn name(&self, forms: &NameForms, value: &str) -> Option<JointChange> {
        let (mut range, word) = self.word(0)?;
        let outer = self.word(1);
        let form = match (word.as_str(), &outer) {
            ("de" | "du" | "des" | "d’", _) => &forms.de,
            ("à" | "au" | "aux", _) => &forms.a,
            ("le" | "la" | "les" | "l’", Some((outer, preposition)))
                if matches!(preposition.as_str(), "de" | "à") =>
            {
                range.start = outer.start;
                match preposition.as_str() {
                    "de" => &forms.de,
                    _ => &forms.a,
                }
            }
            ("le" | "la" | "les" | "l’", _) => &forms.name,
            ("que" | "si", _) => return self.clause(&range, &word, forms, value),
            _ => return None,
        };
        let written = format!("{}{value}", self.text.get(range.start..self.gap)?);
        let form = self.like(&range, form)?;
        let plain = |text: &str| text.replace('\'', "’").replace(is_gap, " ");
        (plain(&written) != plain(&form)).then(|| JointChange {
            range: range.start..self.gap,
            words: String::new(),
            value: Some((value.len(), form)),
        })
    }

    /// The change before a name with which a clause begins: que le ministère, qu’Élections
    /// Ontario.
    fn clause(
        &self,
        range: &Range<usize>,
        word: &str,
        forms: &NameForms,
        value: &str,
    ) -> Option<JointChange> {
        let elided = (word == "que" && elides(&forms.name, None)).then_some("qu’");
        if forms.name == value && elided.is_none() {
            return None;
        }
        Some(JointChange {
            range: range.start..self.gap,
            words: match elided {
                Some(elided) => self.like(range, elided)?,
                None => self.text.get(range.start..self.gap)?.to_owned(),
            },
            value: Some((value.len(), forms.name.clone())),
        })
    }

    /// Words with a capital, where those that they replace have one.
    fn like(&self, range: &Range<usize>, words: &str) -> Option<String> {
        let written = self.text.get(range.clone())?;
        Some(match written.starts_with(char::is_uppercase) {
            true => with_capital(words),
            false => words.to_owned(),
        })
    }
}

/// The word that ends before a byte, but for a gap on one line; an apostrophe ends a word.
fn word_before(text: &str, end: usize) -> Option<Range<usize>> {
    let head = text.get(..end)?;
    let word = head.trim_end_matches(is_gap);
    let gap = head.get(word.len()..)?;
    let elided = word.ends_with(is_apostrophe);
    if gap.matches('\n').count() > 1 || gap.is_empty() != elided {
        return None;
    }
    let letters = word.strip_suffix(is_apostrophe).unwrap_or(word);
    let rest = letters.trim_end_matches(char::is_alphabetic);
    let tied =
        rest.ends_with(|letter: char| matches!(letter, '-' | '\u{2011}') || letter.is_numeric());
    (!tied && rest.len() < letters.len()).then_some(rest.len()..word.len())
}

fn is_gap(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\n')
}

const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '’' | '\'')
}

/// Whether printed words are a day, which takes the article: 29 mai 2026, 1er mai, jeudi 17
/// mars, 2026-05-29; or a quarter: deuxième trimestre de 2026.
fn is_day(value: &str) -> bool {
    let mut words = value.split([' ', '\u{a0}']);
    let Some(mut first) = words.next() else {
        return false;
    };
    let mut second = words.next().unwrap_or_default();
    if second == "trimestre" {
        return true;
    }
    if weekdays(Lang::Fr)
        .iter()
        .any(|day| day.is_written(first) || day.name == first)
    {
        (first, second) = (second, words.next().unwrap_or_default());
    }
    let digits = first.trim_end_matches(|letter: char| letter.is_alphabetic());
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let of_month = months(Lang::Fr)
        .iter()
        .any(|month| month.name == second || month.is_written(second));
    let iso = first.len() == 10 && first.split('-').map(str::len).eq([4, 2, 2]);
    (is_number && digits.len() <= 2 && of_month) || iso
}

/// The forms of a name, where the directory has one at least: the others follow.
pub(super) fn forms_of([name, de, a]: [Option<&str>; 3]) -> Option<NameForms> {
    let name = name
        .map(str::to_owned)
        .or_else(|| de.map(|de| without_preposition(de, Preposition::De)))
        .or_else(|| a.map(|a| without_preposition(a, Preposition::A)))?;
    let form = |own: Option<&str>, preposition| {
        let options = PrepositionOptions {
            preposition,
            ..PrepositionOptions::default()
        };
        let derived = || preposition_of(&name, Style::from(Lang::Fr), &options).to_plain();
        own.map_or_else(derived, str::to_owned)
    };
    Some(NameForms {
        de: form(de, Preposition::De),
        a: form(a, Preposition::A),
        name,
    })
}

/// The preposition with which a French text ends, where a name follows: de, à.
pub(super) fn preposition_at_end(text: &str) -> Option<&'static str> {
    let (_, word) = Before::of(text, text.len())?.word(0)?;
    ["de", "à"].into_iter().find(|it| *it == word)
}
