//! Places, by their names in both languages.

use super::scope::Scope;
use crate::check::mentions::places::{PlaceUse, is_abbreviated, places, share};
use crate::check::pairing::{Comparison, Pair, TextMark};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::{Both, Lang};
use crate::language::lexicon::{self, PLACE_KINDS, PlaceId, fold};
use std::cell::LazyCell;
use std::collections::BTreeSet;

crate::diagnostic::codes! {
    PLACE_MISMATCH = "P055", "place-mismatch", Error;
}

/// A pair of texts with the places that each names.
struct Named<'c, 'n, 'd> {
    pair: &'c Pair<'n, 'd>,
    en: Vec<PlaceUse<'n, 'd>>,
    fr: Vec<PlaceUse<'n, 'd>>,
}

/// Finds places that stand for each other and differ.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let comparison = scope.comparison;
    let all: Vec<Named<'_, '_, '_>> = scope
        .own_pairs()
        .map(|(_, pair)| Named {
            pair,
            en: places(pair, Lang::En),
            fr: places(pair, Lang::Fr),
        })
        .collect();
    for named in &all {
        check_pair(comparison, &all, named, out);
    }
    tell_unknown(comparison, &all, out);
}

/// Finds places that one text names, and that the other document has nowhere: each once.
fn tell_unknown(
    comparison: &Comparison<'_, '_>,
    all: &[Named<'_, '_, '_>],
    out: &mut Vec<Diagnostic>,
) {
    let words = LazyCell::new(|| Both::of(|lang| stems_of(comparison, lang)));
    let mut told: Vec<&[PlaceId]> = Vec::new();
    for named in all {
        let (en, fr) = lacking(named);
        if !en.is_empty() && !fr.is_empty() {
            continue;
        }
        for one in en.into_iter().chain(fr) {
            let lacks = one.text.passage.lang.other();
            let may_be_meant = one.written() == HOME
                || is_abbreviated(named.pair, lacks, one.places)
                || says_what_it_is(named.pair, lacks);
            if !may_be_meant && !told.contains(&one.places) && is_unknown(one, &words[lacks]) {
                told.push(one.places);
                out.extend(lone_finding(comparison, named.pair, one));
            }
        }
    }
}

fn check_pair(
    comparison: &Comparison<'_, '_>,
    all: &[Named<'_, '_, '_>],
    named: &Named<'_, '_, '_>,
    out: &mut Vec<Diagnostic>,
) {
    let (mut en, mut fr) = lacking(named);
    en.retain(|one| !is_abbreviated(named.pair, Lang::Fr, one.places));
    fr.retain(|one| !is_abbreviated(named.pair, Lang::En, one.places));
    if en.is_empty() || fr.is_empty() {
        return;
    }
    // A place that the other text does not name at all, and beside it one that it names
    // less often.
    let (mut only_en, mut only_fr) = (en.clone(), fr.clone());
    only_en.retain(|one| is_alone(one, named, Lang::Fr));
    only_fr.retain(|one| is_alone(one, named, Lang::En));
    let (en, fr) = match (only_en.len(), only_fr.len()) {
        (0, 0) => return,
        (one, two) if one == two => (only_en, only_fr),
        (0, _) if en.len() == only_fr.len() => (en, only_fr),
        (_, 0) if fr.len() == only_en.len() => (only_en, fr),
        _ if en.len() == fr.len() => (en, fr),
        _ => return,
    };
    for (one, two) in en.into_iter().zip(fr) {
        let excess = in_excess(all, one, two);
        if !one.is_same(two) && excess != [false; 2] {
            out.push(finding(comparison, one, two, excess == [true; 2]));
        }
    }
}

type Uses<'u, 'n, 'd> = Vec<&'u PlaceUse<'n, 'd>>;

/// The uses of either language that are left when each has taken its partner.
fn lacking<'u, 'n, 'd>(named: &'u Named<'_, 'n, 'd>) -> (Uses<'u, 'n, 'd>, Uses<'u, 'n, 'd>) {
    let mut fr: Uses<'_, '_, '_> = named.fr.iter().collect();
    let mut en = Vec::new();
    for one in &named.en {
        match fr.iter().position(|two| one.is_same(two)) {
            Some(at) => {
                fr.remove(at);
            }
            None => en.push(one),
        }
    }
    (en, fr)
}

/// Whether the texts of the other language have the place nowhere, by no name.
fn is_alone(one: &PlaceUse<'_, '_>, named: &Named<'_, '_, '_>, other: Lang) -> bool {
    let uses = other.choose(&named.en, &named.fr);
    let written = one.written();
    !uses.iter().any(|two| one.is_same(two))
        && !named
            .pair
            .side(other)
            .iter()
            .any(|text| text.passage.text.contains(written))
}

/// The country whose memos these are: "the country" names it, and so does what is federal.
const HOME: &str = "Canada";

/// Letters that the name of a place and its adjective have in common: France, français.
const STEM: usize = 4;

/// The beginnings of all words of a document.
type Stems = BTreeSet<String>;

/// The beginnings of the words that a document has in a language.
fn stems_of(comparison: &Comparison<'_, '_>, lang: Lang) -> Stems {
    let texts = comparison.pairs.iter().flat_map(|pair| pair.side(lang));
    let words = texts.flat_map(|text| &text.passage.words);
    words.map(|word| stem(&word.folded)).collect()
}

/// Whether the other document, by its words, has nothing of a place.
fn is_unknown(one: &PlaceUse<'_, '_>, stems: &Stems) -> bool {
    let lang = one.text.passage.lang.other();
    let names = one
        .places
        .iter()
        .flat_map(|id| lexicon::place(*id).names(lang));
    let mut names = names.copied().chain([one.written()]);
    !names.any(|name| {
        let folded = fold(name);
        let mut words = folded.split([' ', '-']);
        words.any(|word| stems.contains(&stem(word)))
    })
}

/// Whether texts call a place by what it is: "the province", "sur le territoire".
fn says_what_it_is(pair: &Pair<'_, '_>, lang: Lang) -> bool {
    let mut words = pair.side(lang).iter().flat_map(|text| &text.passage.words);
    words.any(|word| lang.of(&PLACE_KINDS).has(&word.folded))
}

fn stem(word: &str) -> String {
    word.chars().take(STEM).collect()
}

/// The finding of a place that the other document has nowhere.
fn lone_finding(
    comparison: &Comparison<'_, '_>,
    pair: &Pair<'_, '_>,
    one: &PlaceUse<'_, '_>,
) -> Option<Diagnostic> {
    let has = one.text.passage.lang;
    let lacks = has.other();
    let written = one.written();
    let wording = PLACE_MISMATCH.say("lacks", given!(has, lacks, written));
    let there = TextMark::whole(pair.first(lacks)?);
    let finding = comparison.one_sided(wording, has, &one.mark(), &there);
    Some(finding.at_most(Severity::Warning))
}

/// Which of two places its own document names more often than the other document. Where
/// neither is, what differs here stands elsewhere, and nothing says which texts belong
/// together.
fn in_excess(all: &[Named<'_, '_, '_>], en: &PlaceUse<'_, '_>, fr: &PlaceUse<'_, '_>) -> [bool; 2] {
    let count = |lang: Lang, wanted: &[PlaceId]| -> usize {
        let uses = all
            .iter()
            .flat_map(|named| lang.choose(&named.en, &named.fr));
        uses.filter(|one| share(one.places, wanted)).count()
    };
    [
        count(Lang::En, en.places) > count(Lang::Fr, en.places),
        count(Lang::Fr, fr.places) > count(Lang::En, fr.places),
    ]
}

fn finding(
    comparison: &Comparison<'_, '_>,
    en: &PlaceUse<'_, '_>,
    fr: &PlaceUse<'_, '_>,
    surely: bool,
) -> Diagnostic {
    let named = |one: &PlaceUse<'_, '_>, lang: Lang| -> Option<String> {
        let name = lexicon::place(*one.places.first()?)
            .names(lang)
            .first()
            .copied()?;
        let written = one.written();
        (name != written).then(|| PLACE_MISMATCH.words("named", given!(lang, written, name)))
    };
    let hints: Vec<String> = [named(en, Lang::Fr), named(fr, Lang::En)]
        .into_iter()
        .flatten()
        .collect();
    let hint = match hints.as_slice() {
        [] => PLACE_MISMATCH.words("same", &[]),
        hints => hints.join("; "),
    };
    let wording = PLACE_MISMATCH.say("differ", given!(en = en.written(), fr = fr.written()));
    let finding = comparison
        .finding(wording, &en.mark(), &fr.mark())
        .hint(hint);
    finding.unless_sure(surely)
}
