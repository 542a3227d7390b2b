//! Places, by their names in both languages.

use super::scope::Scope;
use crate::check::mentions::places::{PlaceUse, is_abbreviated, places, share};
use crate::check::pairing::{Comparison, Pair, TextMark, language};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::language::lexicon::PlaceId;

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
    let (comparison, foreign) = (scope.comparison, scope.foreign());
    let own = comparison.pairs.iter().enumerate();
    let own = own.filter(|(at, _)| !foreign.contains(at));
    let all: Vec<Named<'_, '_, '_>> = own
        .map(|(_, pair)| Named {
            pair,
            en: places(pair, Lang::En),
            fr: places(pair, Lang::Fr),
        })
        .collect();
    for named in all
        .iter()
        .filter(|it| !it.en.is_empty() && !it.fr.is_empty())
    {
        check_pair(comparison, &all, named, out);
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
    let (only_en, only_fr): (Vec<_>, Vec<_>) = (
        en.iter()
            .copied()
            .filter(|one| is_alone(one, named, Lang::Fr))
            .collect(),
        fr.iter()
            .copied()
            .filter(|one| is_alone(one, named, Lang::En))
            .collect(),
    );
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
    let uses = match other {
        Lang::En => &named.en,
        Lang::Fr => &named.fr,
    };
    let written = one.written();
    !uses.iter().any(|two| one.is_same(two))
        && !named
            .pair
            .side(other)
            .iter()
            .any(|text| text.passage.text.contains(written))
}

/// Which of two places its own document names more often than the other document. Where
/// neither is, what differs here stands elsewhere, and nothing says which texts belong
/// together.
fn in_excess(all: &[Named<'_, '_, '_>], en: &PlaceUse<'_, '_>, fr: &PlaceUse<'_, '_>) -> [bool; 2] {
    let count = |lang: Lang, wanted: &[PlaceId]| -> usize {
        let uses = all.iter().flat_map(|named| match lang {
            Lang::En => &named.en,
            Lang::Fr => &named.fr,
        });
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
        let name = one.places.first()?.place().names(lang).first().copied()?;
        let language = language(lang);
        (name != one.written()).then(|| format!("in {language}, {} is {name}", one.written()))
    };
    let hints = [named(en, Lang::Fr), named(fr, Lang::En)];
    let hint = hints.into_iter().flatten().collect::<Vec<_>>().join("; ");
    let mut finding = comparison
        .finding(
            &PLACE_MISMATCH,
            &TextMark::part(en.text, &en.range),
            &TextMark::part(fr.text, &fr.range),
            format!(
                "a place is {} in English and {} in French",
                en.written(),
                fr.written()
            ),
            (
                format!("the English has {}", en.written()),
                format!("the French has {}", fr.written()),
            ),
        )
        .hint(if hint.is_empty() {
            "name the same place in both languages".to_owned()
        } else {
            hint
        });
    if !surely {
        finding.severity = Severity::Warning;
    }
    finding
}
