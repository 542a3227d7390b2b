//! Words that typography binds or parts: `abbreviations.tsv`, `fr/counted-words.tsv`,
//! `fr/ordinal-endings.tsv`, `fr/elision.tsv`, `pairs/unit-symbols.tsv`,
//! `pairs/before-ranges.tsv` and `loose-words.tsv`.

use crate::lang::Lang;
use crate::language::table::{Lookup, Row, Table, table, tables};

pub(super) static ABBREVIATIONS: [Table<Clinging>; 2] =
    tables!("abbreviations.tsv", &["kind", "text"], read_clinging);

/// French words that are bound to the number before them: `9 mois`.
pub(crate) static COUNTED_WORDS: Lookup<()> =
    Lookup::to_the_letter(table!("fr/counted-words.tsv", &["word"], Row::listed));

/// French words that end as a plural and are not what a number before them counts: deux
/// millions supplémentaires, un million depuis 2020.
pub(crate) static UNCOUNTED_WORDS: Lookup<()> =
    Lookup::to_the_letter(table!("fr/uncounted-words.tsv", &["word"], Row::listed));

/// Symbols of units: `km`, `m²`, `kWh`.
pub(crate) static UNIT_SYMBOLS: Lookup<()> =
    Lookup::to_the_letter(table!("pairs/unit-symbols.tsv", &["symbol"], Row::listed));

/// Words that the first of several pages, articles or years follows.
pub(crate) static BEFORE_RANGES: Lookup<()> =
    Lookup::to_the_letter(table!("pairs/before-ranges.tsv", &["word"], Row::listed));

pub(super) static LOOSE: [Lookup<()>; 2] =
    tables!("loose-words.tsv", &["word"], Row::listed, Lookup::new);

/// Endings of French ordinals in figures, as they are written and as they must be.
pub(crate) static ORDINAL_ENDINGS: Table<[&str; 2]> =
    table!("fr/ordinal-endings.tsv", &["written", "right"], |row| Some(
        [row.filled(0)?, row.filled(1)?]
    ));

pub(super) static ELISION: Table<(ElisionKind, &str)> =
    table!("fr/elision.tsv", &["kind", "word"], read_elision);

/// What clings to what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClingingKind {
    /// A title before a name: `Dr.`
    Title,
    /// An abbreviation before a number: `art.`
    BeforeNumber,
    /// A word before a number or a letter that names a part: `annexe`.
    Reference,
    /// An abbreviation of two words, each with its period: `p. ex.`
    Pair,
    /// An abbreviation that goes on, whatever follows: `cf.`
    Other,
}

/// A word or an abbreviation that clings to what follows it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clinging {
    /// What it is.
    pub kind: ClingingKind,
    /// As it is written, to the letter.
    pub text: &'static str,
}

fn read_clinging(row: &Row) -> Option<Clinging> {
    let kind = match row.cell(0) {
        "title" => ClingingKind::Title,
        "before a number" => ClingingKind::BeforeNumber,
        "reference" => ClingingKind::Reference,
        "pair" => ClingingKind::Pair,
        "other" => ClingingKind::Other,
        _ => return None,
    };
    let text = row.filled(1)?;
    let halves = text.split(' ').count();
    let fits = kind != ClingingKind::Pair || halves == 2;
    fits.then_some(Clinging { kind, text })
}

/// Whether a language has this among what clings to what follows.
pub(crate) fn clings_as(text: &str, kind: ClingingKind, lang: Lang) -> bool {
    let all = lang.of(&ABBREVIATIONS).entries();
    all.iter().any(|it| it.kind == kind && it.text == text)
}

/// The abbreviations of two words of a language, word by word.
pub(crate) fn abbreviated_pairs(
    lang: Lang,
) -> impl Iterator<Item = (&'static str, &'static str)> + Clone {
    let all = lang.of(&ABBREVIATIONS).entries().iter();
    all.filter(|it| it.kind == ClingingKind::Pair)
        .filter_map(|it| it.text.split_once(' '))
}

/// Whether this folded word is the symbol of a length, of which there are squares or cubes.
pub fn is_unit_of_length(folded: &str) -> bool {
    ["²", "³"]
        .iter()
        .any(|power| UNIT_SYMBOLS.has(&format!("{folded}{power}")))
}

/// Whether an identifier does not belong to a word in lower case of either language,
/// though it stands behind it: "the desk of 480 Lantern Street".
pub(crate) fn is_loose(word: &str) -> bool {
    LOOSE.iter().any(|words| {
        let mut words = words.entries().iter();
        words.any(|(words, ())| words.contains(&word))
    })
}

/// How a French word stands to elision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ElisionKind {
    /// A word that begins with a vowel and takes no elision: onze.
    None,
    /// A word whose `y` before a vowel takes it: Yeu.
    VowelY,
    /// The beginning of words with h aspiré.
    AspirateH,
    /// The beginning of words with h mute that a beginning above would take in.
    MuteH,
    /// The beginning of common words with h mute with which names of institutions begin.
    MuteHOfInstitutions,
    /// A name with h mute.
    MuteHOfNames,
}

fn read_elision(row: &Row) -> Option<(ElisionKind, &'static str)> {
    let kind = match row.cell(0) {
        "no elision" => ElisionKind::None,
        "vowel y" => ElisionKind::VowelY,
        "aspirate h" => ElisionKind::AspirateH,
        "mute h" => ElisionKind::MuteH,
        "mute h of institutions" => ElisionKind::MuteHOfInstitutions,
        "mute h of names" => ElisionKind::MuteHOfNames,
        _ => return None,
    };
    Some((kind, row.filled(1)?))
}

/// The words of a kind, without accents.
pub(crate) fn elision_words(kind: ElisionKind) -> impl Iterator<Item = &'static str> {
    let all = ELISION.entries().iter();
    all.filter(move |(its, _)| *its == kind)
        .map(|(_, word)| *word)
}
