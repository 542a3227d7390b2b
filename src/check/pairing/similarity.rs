//! What pieces of text have in common across the languages, whatever they say:
//! facts, numbers, addresses, names, code, cognates and words of one meaning. Used to
//! find out which block is the translation of which, never to judge it.

use crate::check::passage::{Case, Manner, ReadPassage, Word};
use crate::check::values::Values;
use crate::lang::Lang;
use crate::language::lexicon;
use crate::language::read::Weight;
use crate::limits::spend;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The features of a block: keys that a translation keeps, with their weights.
#[derive(Clone, Debug, Default)]
pub(in crate::check) struct Features {
    /// Sorted by key, each key once.
    keys: Vec<(u64, f32)>,
    /// Length in characters, white space left out.
    pub letters: usize,
}

/// What a kind of feature weighs when both sides have it.
mod weight {
    pub const FACT: f32 = 4.0;
    pub const VALUE: f32 = 3.0;
    pub const LINK: f32 = 3.0;
    pub const NAME: f32 = 1.5;
    pub const CONCEPT: f32 = 1.0;
    pub const COGNATE: f32 = 0.5;
}

impl Features {
    /// The features of a passage and its values.
    pub fn of_passage(passage: &ReadPassage<'_>, values: &Values) -> Features {
        let mut keys = Vec::new();
        for image in &passage.images {
            keys.push((key('i', image.src), weight::LINK));
        }
        // An empty link at the end begins behind the last byte.
        let all = 0..passage.text.len() + 1;
        push_part(&mut keys, passage, values, &all);
        Features::from_keys(keys, passage.letters())
    }

    /// The features of some bytes of a passage, its pictures left out.
    pub fn of_part(passage: &ReadPassage<'_>, values: &Values, part: &Range<usize>) -> Features {
        let mut keys = Vec::new();
        push_part(&mut keys, passage, values, part);
        Features::from_keys(keys, letters(passage.slice(part)))
    }

    fn from_keys(mut keys: Vec<(u64, f32)>, letters: usize) -> Features {
        keys.sort_unstable_by_key(|(key, _)| *key);
        // A word repeated says little more than the word once.
        keys.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            if same {
                earlier.1 = earlier.1.max(later.1);
            }
            same
        });
        Features { keys, letters }
    }

    /// What tells a block from others: facts, values, links and names.
    pub fn telling(&self) -> impl Iterator<Item = u64> {
        let telling = self.keys.iter().filter(|(_, it)| *it >= weight::NAME);
        telling.map(|(key, _)| *key)
    }

    /// The features of several blocks together.
    pub fn sum<'f>(parts: impl IntoIterator<Item = &'f Features>) -> Features {
        let mut keys = Vec::new();
        let mut letters = 0;
        for part in parts {
            keys.extend_from_slice(&part.keys);
            letters += part.letters;
        }
        Features::from_keys(keys, letters)
    }
}

/// How many characters there are, white space left out.
pub(in crate::check) fn letters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

fn push_part(
    keys: &mut Vec<(u64, f32)>,
    passage: &ReadPassage<'_>,
    values: &Values,
    part: &Range<usize>,
) {
    let inside = |range: &Range<usize>| part.contains(&range.start);
    for piece in passage.pieces.iter().filter(|piece| inside(&piece.range)) {
        for fact in piece.facts {
            keys.push((key('f', fact), weight::FACT));
        }
        if piece.manner == Manner::Code {
            keys.push((key('k', passage.slice(&piece.range)), weight::NAME));
        }
    }
    let firm = values.iter().filter(|said| said.weight == Weight::Firm);
    for value in firm.filter(|said| inside(&said.range)) {
        keys.push((key('v', &value.kind.key()), weight::VALUE));
    }
    for link in passage.links.iter().filter(|link| inside(&link.range)) {
        keys.push((key('l', &lang_neutral(link.href)), weight::LINK));
    }
    for word in passage.words.iter().filter(|word| inside(&word.range)) {
        if !word.running || lexicon::is_function_word(&word.folded) {
            continue;
        }
        push_word(keys, &word.folded, word.case, word.first, passage.lang);
    }
}

fn push_word(keys: &mut Vec<(u64, f32)>, folded: &str, case: Case, first: bool, lang: Lang) {
    let length = folded.len();
    if case != Case::Lower && !first && length >= 2 {
        keys.push((key('n', folded), weight::NAME));
    }
    for concept in lexicon::concepts(folded, lang) {
        keys.push((key_of('c', &concept.to_le_bytes()), weight::CONCEPT));
    }
    if length >= 4 && !lexicon::is_month_or_day(folded) {
        for letters in [4, 6] {
            if let Some(start) = folded.get(..letters) {
                keys.push((key('p', start), weight::COGNATE));
            }
        }
    }
}

/// What a word has that its translation may keep, as `Features` have it.
pub(in crate::check) fn keys_of_word(word: &Word, lang: Lang) -> Vec<u64> {
    let mut keys = Vec::new();
    if word.running && !lexicon::is_function_word(&word.folded) {
        push_word(&mut keys, &word.folded, word.case, word.first, lang);
    }
    keys.into_iter().map(|(key, _)| key).collect()
}

/// What a part of a passage has that its translation may keep, with its bytes.
pub(in crate::check) fn places_of_part(
    passage: &ReadPassage<'_>,
    values: &Values,
    part: &Range<usize>,
) -> Vec<(u64, usize)> {
    let mut places = Vec::new();
    for value in values
        .iter()
        .filter(|said| part.contains(&said.range.start))
    {
        places.push((key('v', &value.kind.key()), value.range.start));
    }
    for word in passage
        .words
        .iter()
        .filter(|word| part.contains(&word.range.start))
    {
        let keys = keys_of_word(word, passage.lang).into_iter();
        places.extend(keys.map(|key| (key, word.range.start)));
    }
    places
}

fn key(kind: char, word: &str) -> u64 {
    key_of(kind, word.as_bytes())
}

/// FNV-1a of a kind and bytes.
fn key_of(kind: char, bytes: &[u8]) -> u64 {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let first = mix(0xcbf2_9ce4_8422_2325, kind as u8);
    bytes.iter().fold(first, |hash, byte| mix(hash, *byte))
}

/// An address without what tells its language.
pub(in crate::check) fn lang_neutral(href: &str) -> String {
    // Both schemes lead to one page.
    let place = href.strip_prefix("https://");
    place
        .or_else(|| href.strip_prefix("http://"))
        .unwrap_or(href)
        .split(['/', '-', '_', '.', '=', '?', '&', '#', '@'])
        // One slash more at the end leads to the same page.
        .filter(|part| !part.is_empty())
        .filter(|part| {
            !matches!(
                part.to_ascii_lowercase().as_str(),
                "en" | "fr"
                    | "eng"
                    | "fra"
                    | "english"
                    | "francais"
                    | "french"
                    | "anglais"
                    | "e"
                    | "f"
            )
        })
        .collect::<Vec<_>>()
        .join("/")
}

/// Which blocks of many have features that few others have: only these are worth to be
/// compared, where all with all would be too many.
pub(in crate::check) struct Sharing(FxHashMap<u64, Vec<usize>>);

/// A feature that more blocks have than this tells nothing of any.
const FEW: usize = 8;

impl Sharing {
    /// For these blocks.
    pub fn of<'f>(blocks: impl IntoIterator<Item = &'f Features>) -> Sharing {
        let mut sharing: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        for (at, block) in blocks.into_iter().enumerate() {
            for (key, _) in &block.keys {
                let having = sharing.entry(*key).or_default();
                if having.len() <= FEW {
                    having.push(at);
                }
            }
        }
        sharing.retain(|_, having| having.len() <= FEW);
        Sharing(sharing)
    }

    /// The places of the blocks that share one with this block, in their order.
    pub fn with(&self, block: &Features) -> Vec<usize> {
        let having = block.keys.iter().filter_map(|(key, _)| self.0.get(key));
        let mut places: Vec<usize> = having.flatten().copied().collect();
        places.sort_unstable();
        places.dedup();
        places
    }
}

/// How much blocks of one list say about each other: features that many blocks
/// have weigh less.
pub(in crate::check) struct Similarity {
    frequency: FxHashMap<u64, f32>,
}

impl Similarity {
    /// For blocks that stand beside each other, of both languages.
    pub fn among<'f>(blocks: impl IntoIterator<Item = &'f Features>) -> Similarity {
        let mut frequency = FxHashMap::default();
        for block in blocks {
            for (key, _) in &block.keys {
                *frequency.entry(*key).or_insert(0.0) += 0.5;
            }
        }
        Similarity { frequency }
    }

    fn weigh(&self, key: u64, weight: f32) -> f32 {
        let frequency = self.frequency.get(&key).copied().unwrap_or(1.0);
        weight / frequency.max(1.0)
    }

    /// The weight of what two blocks share.
    pub fn shared(&self, en: &Features, fr: &Features) -> f32 {
        let (mut total, mut e, mut f) = (0.0, 0, 0);
        // A key costs a fraction of what a character does elsewhere.
        spend(1 + (en.keys.len() + fr.keys.len()) as u64 / 16);
        while let (Some((left, weight)), Some((right, other))) = (en.keys.get(e), fr.keys.get(f)) {
            match left.cmp(right) {
                std::cmp::Ordering::Less => e += 1,
                std::cmp::Ordering::Greater => f += 1,
                std::cmp::Ordering::Equal => {
                    total += self.weigh(*left, weight.min(*other));
                    e += 1;
                    f += 1;
                }
            }
        }
        total
    }

    /// The weight of what each part shares with the whole and no other part does.
    pub fn own_shares(&self, parts: &[&Features], whole: &Features) -> Vec<f32> {
        // Of each feature of the whole: the first part that has it, if one alone has.
        let mut owners: Vec<Option<(usize, f32)>> = vec![None; whole.keys.len()];
        let mut shared = vec![false; whole.keys.len()];
        for (part_at, part) in parts.iter().enumerate() {
            let mut at = 0;
            for (key, weight) in &part.keys {
                at += whole
                    .keys
                    .get(at..)
                    .map_or(0, |rest| rest.partition_point(|(other, _)| other < key));
                match whole.keys.get(at) {
                    Some((other, whole_weight)) if other == key => {
                        shared[at] |= owners[at].is_some();
                        owners[at] = Some((part_at, self.weigh(*key, weight.min(*whole_weight))));
                    }
                    Some(_) => {}
                    None => break,
                }
            }
        }
        let mut own = vec![0.0; parts.len()];
        for (part, weight) in owners
            .into_iter()
            .zip(shared)
            .filter_map(|(owner, shared)| owner.filter(|_| !shared))
        {
            own[part] += weight;
        }
        own
    }

    /// The weight of all features of a block.
    pub fn total(&self, block: &Features) -> f32 {
        block
            .keys
            .iter()
            .map(|(key, weight)| self.weigh(*key, *weight))
            .sum()
    }

    /// From 0, nothing in common, to 1, everything.
    pub fn ratio(&self, en: &Features, fr: &Features) -> f32 {
        let sum = self.total(en) + self.total(fr);
        if sum <= 0.0 {
            return 0.0;
        }
        2.0 * self.shared(en, fr) / sum
    }
}

/// How well the lengths fit, 1 at best and −2 at worst, after Gale and Church
/// (1993): French runs about 1.15 times as long, with a variance that grows with
/// the length.
pub(in crate::check) fn length_fit(en: usize, fr: usize) -> f32 {
    const RATIO: f32 = 1.15;
    const VARIANCE: f32 = 6.8;
    // Short texts differ by more than their length says.
    const FLOOR: f32 = 40.0;
    #[expect(clippy::cast_precision_loss, reason = "lengths of texts are small")]
    let (en, fr) = (en as f32, fr as f32);
    let distance = (fr - RATIO * en) / ((en + fr / RATIO) / 2.0 * VARIANCE + FLOOR).sqrt();
    (1.0 - distance * distance / 4.0).max(-2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_that_fit_are_near_one() {
        assert!(length_fit(100, 115) > 0.99);
        assert!(length_fit(100, 145) > 0.0);
        assert!(length_fit(100, 400) <= -1.9);
        assert!(length_fit(3, 9) > 0.5);
    }

    #[test]
    fn addresses_are_the_same_in_both_languages() {
        assert_eq!(lang_neutral("guide-en.pdf"), lang_neutral("guide-fr.pdf"));
        assert_eq!(
            lang_neutral("https://a.ca/en/b"),
            lang_neutral("https://a.ca/fr/b")
        );
    }
}
