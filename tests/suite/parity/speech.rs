//! Damages to what is said: a sentence less, a negation more or less, may for must.

use super::damage::{Block, Field, Maker};
use super::words::{protected, touches, words};
use bimemo::lang::Lang;
use std::ops::Range;

/// What a negation makes of a verb: before it, behind it.
const VERBS_EN: &[&str] = &[
    "is", "are", "was", "were", "will", "must", "may", "can", "should", "has", "have",
];
const VERBS_FR: &[&str] = &[
    "est", "sont", "sera", "seront", "doit", "doivent", "peut", "peuvent", "devront", "pourront",
];

/// Behind these a French verb has other words of its own before it, or is none.
const CLITICS: &[&str] = &[
    "ne", "n", "se", "s", "le", "la", "les", "l", "lui", "leur", "y", "en", "me", "te", "ce", "c",
    "nous", "vous", "où", "comment", "quel", "quelle", "quels", "quelles",
];

const MODALS_EN: &[(&str, &str)] = &[("may", "must"), ("must", "may"), ("can", "must")];
const MODALS_FR: &[(&str, &str)] = &[
    ("peut", "doit"),
    ("peuvent", "doivent"),
    ("pouvez", "devez"),
    ("pourra", "devra"),
    ("pourront", "devront"),
    ("doit", "peut"),
    ("doivent", "peuvent"),
    ("devez", "pouvez"),
    ("devra", "pourra"),
    ("devront", "pourront"),
];

/// Adds the damages to one block that stands beside its translation.
pub(super) fn damage(maker: &mut Maker<'_>, field: &Field, block: &Block, other: &Block) {
    let text = maker.text(&block.range).to_owned();
    let theirs = maker.text(&other.range).to_owned();
    drop_sentences(maker, &text, &theirs, &block.range);
    let spared = protected(&text);
    let found: Vec<(Range<usize>, &str)> = words(&text)
        .into_iter()
        .filter(|(range, _)| !touches(&spared, range))
        .collect();
    if !denies(&text) {
        for at in 0..found.len() {
            negate(maker, field.lang, (&text, &found, at), &block.range);
        }
    }
    for at in 0..found.len() {
        affirm(maker, field.lang, (&text, &found, at), &block.range);
        exchange(maker, field.lang, (&text, &found, at), &block.range);
    }
}

/// Where the sentences of a block begin, and where the last one ends.
fn starts(text: &str) -> Vec<usize> {
    let body = text.trim_end();
    let mut starts = vec![0];
    let letters: Vec<(usize, char)> = body.char_indices().collect();
    for (at, letter) in letters.into_iter().skip(1) {
        let gap = body[..at].trim_end().len();
        let ended = gap < at
            && body[..gap].ends_with(['.', '!', '?'])
            && !body[..gap].ends_with("..")
            && letter.is_uppercase();
        // "M. Roy", "no. 5", "p. ex.": a short word before the period says too little.
        let word = body[..gap]
            .rsplit([' ', '\n', '\u{a0}'])
            .next()
            .unwrap_or("");
        if ended && word.chars().filter(|c| c.is_alphabetic()).count() >= 4 {
            starts.push(at);
        }
    }
    starts.push(body.len());
    starts
}

fn drop_sentences(maker: &mut Maker<'_>, text: &str, theirs: &str, block: &Range<usize>) {
    const WORDS: usize = 5;
    let own = starts(text);
    if own.len() < 3 || own.len() != starts(theirs).len() {
        return;
    }
    for (at, pair) in own.windows(2).enumerate() {
        let [start, end] = pair else { continue };
        let sentence = &text[*start..*end];
        let balanced = sentence.matches("**").count().is_multiple_of(2)
            && sentence.matches('[').count() == sentence.matches(']').count()
            && !sentence.contains("[^");
        // A first one may stand behind a list's mark or a quotation mark of YAML.
        let first = at == 0;
        if first || !balanced || words(sentence).len() < WORDS {
            continue;
        }
        let before = text[..*start].trim_end().len();
        let gap = if *end == text.trim_end().len() {
            before..*end
        } else {
            *start..*end
        };
        let range = block.start + gap.start..block.start + gap.end;
        maker.replace("sentence dropped", &range, "", block);
    }
}

fn denies(text: &str) -> bool {
    let found = words(text);
    let negative = |word: &str| {
        matches!(
            word.to_lowercase().as_str(),
            "not" | "no" | "never" | "ne" | "n" | "cannot" | "aucun" | "aucune" | "sans" | "t"
        )
    };
    text.contains('?') || found.iter().any(|(_, word)| negative(word))
}

type Place<'t> = (&'t str, &'t [(Range<usize>, &'t str)], usize);

/// A word that a blank alone parts from the next one in small letters.
fn goes_on((text, found, at): Place<'_>) -> Option<(&Range<usize>, &str, &Range<usize>, &str)> {
    let ((own, word), (next, after)) = (found.get(at)?, found.get(at + 1)?);
    let tied = &text[own.end..next.start] == " ";
    (tied && after.chars().all(char::is_lowercase)).then_some((own, *word, next, *after))
}

fn negate(maker: &mut Maker<'_>, lang: Lang, place: Place<'_>, block: &Range<usize>) {
    const KIND: &str = "negation added";
    let Some((own, word, _, after)) = goes_on(place) else {
        return;
    };
    let (text, found, at) = place;
    let bytes = block.start + own.start..block.start + own.end;
    let before = at.checked_sub(1).and_then(|at| found.get(at));
    let Some((before, word_before)) = before else {
        return;
    };
    if &text[before.end..own.start] != " " {
        return;
    }
    match lang {
        Lang::En if VERBS_EN.contains(&word) && !matches!(after, "only" | "also" | "to") => {
            let new = if word == "can" {
                "cannot".to_owned()
            } else {
                format!("{word} not")
            };
            maker.replace(KIND, &bytes, &new, block);
        }
        Lang::Fr if VERBS_FR.contains(&word) && !CLITICS.contains(word_before) => {
            if matches!(after, "un" | "une" | "des" | "de" | "du" | "y" | "que") {
                return;
            }
            let ne = if word.starts_with('e') { "n'" } else { "ne " };
            maker.replace(KIND, &bytes, &format!("{ne}{word} pas"), block);
        }
        _ => {}
    }
}

/// Words that stand with a negation alone: without it nobody would write the sentence so.
const BOUND: &[&str] = &[
    "any",
    "anyone",
    "anything",
    "either",
    "nor",
    "yet",
    "but",
    "only",
    "just",
    "until",
    "more",
    "later",
    "less",
    "ni",
    "mais",
    "aucun",
    "aucune",
    "encore",
    "que",
    "seulement",
    "de",
    "un",
    "une",
    "des",
    "du",
    "plus",
    "non",
];

/// Takes the negation from a verb: "is not open", "n'est pas ouvert".
fn affirm(maker: &mut Maker<'_>, lang: Lang, place: Place<'_>, block: &Range<usize>) {
    const KIND: &str = "negation removed";
    let (text, found, at) = place;
    let behind: Vec<&(Range<usize>, &str)> = found.iter().skip(at).take(REACH).collect();
    let rest = |from: usize| {
        let words = behind.iter().skip(from).map(|(_, word)| *word);
        words
            .take_while(|word| !word.is_empty())
            .collect::<Vec<_>>()
    };
    let bound = |from: usize| rest(from).iter().any(|word| BOUND.contains(word));
    let tied = |one: usize, two: usize| {
        let gap = behind[one].0.end..behind[two].0.start;
        matches!(&text[gap], " " | "'" | "’")
    };
    match lang {
        Lang::En => {
            if let [(verb, word), (not, "not"), (_, next), ..] = behind.as_slice()
                && VERBS_EN.contains(word)
                && tied(0, 1)
                && tied(1, 2)
                && next.chars().all(char::is_lowercase)
                && !bound(2)
            {
                let bytes = block.start + verb.end..block.start + not.end;
                maker.replace(KIND, &bytes, "", block);
            }
        }
        Lang::Fr => {
            if let [(ne, "ne" | "n"), (verb, word), (pas, "pas"), (_, next), ..] = behind.as_slice()
                && tied(0, 1)
                && tied(1, 2)
                && VERBS_FR.contains(word)
                && next.chars().all(char::is_lowercase)
                && !bound(3)
            {
                let bytes = block.start + ne.start..block.start + pas.end;
                let word = text[verb.clone()].to_owned();
                maker.replace(KIND, &bytes, &word, block);
            }
        }
    }
}

/// How many words are looked at behind a negation.
const REACH: usize = 8;

fn exchange(maker: &mut Maker<'_>, lang: Lang, place: Place<'_>, block: &Range<usize>) {
    let Some((own, word, _, after)) = goes_on(place) else {
        return;
    };
    let (_, found, at) = place;
    let table = match lang {
        Lang::En => MODALS_EN,
        Lang::Fr => MODALS_FR,
    };
    let before = at.checked_sub(1).map_or("", |at| found[at].1);
    let negated = matches!(after, "not" | "pas" | "plus" | "only" | "que")
        || matches!(before, "ne" | "n" | "se" | "s");
    if let Some((_, new)) = table.iter().find(|(old, _)| *old == word)
        && !negated
    {
        let bytes = block.start + own.start..block.start + own.end;
        maker.replace("may for must", &bytes, new, block);
    }
}
