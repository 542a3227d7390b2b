//! Partners that may be worse than what has none.

use super::{FOUND, WORDY, Woven};
use crate::check::outline::{Kind, OutlineNode};
use crate::check::pairing::similarity::{Sharing, Similarity, length_fit};
use crate::lang::{Both, Lang};

/// How much more a text shares with its partner than with another one, as a rule.
const BETTER: f32 = 0.2;

/// The partners in a part that may fit a node without partner better than their own.
pub(super) struct Rivals {
    similarity: Similarity,
    /// The places of the part's partners among all.
    places: Vec<usize>,
    /// Where they are many, which of them share with a node, by its language, what few have.
    sharing: Option<Both<Sharing>>,
    /// Whether any were exchanged since.
    pub exchanged: bool,
}

/// More partners than this are not compared with all that lacks in their part, but with
/// what shares something that few have; what weighs how much is found out once.
const MANY_PARTNERS: usize = 400;

impl Rivals {
    /// Those at these places.
    pub fn of(places: Vec<usize>, woven: &[Woven<'_, '_>], similarity: Similarity) -> Rivals {
        let sharing = (places.len() > MANY_PARTNERS).then(|| {
            Both::of(|lang| {
                let others = places.iter().map(|at| woven[*at].side(lang.other()));
                Sharing::of(others.map(|unit| &unit.node.features))
            })
        });
        Rivals {
            similarity,
            places,
            sharing,
            exchanged: false,
        }
    }

    /// Whether what weighs how much is to be found out again.
    pub fn is_stale(&self) -> bool {
        self.exchanged && self.sharing.is_none()
    }

    /// The place of the partners of which the other one fits a node much better than its own.
    pub fn better_partner(
        &self,
        node: &OutlineNode<'_>,
        lang: Lang,
        woven: &[Woven<'_, '_>],
    ) -> Option<usize> {
        let similarity = &self.similarity;
        let total = similarity.total(&node.features);
        if total * 2.0 < WORDY
            || node.passage.is_none() && !matches!(node.kind, Kind::Item(_) | Kind::Definition)
        {
            return None;
        }
        let places = match &self.sharing {
            None => self.places.clone(),
            Some(sharing) => {
                let sharing = sharing[lang].with(&node.features).into_iter();
                sharing.map(|at| self.places[at]).collect()
            }
        };
        let better = places.into_iter().filter_map(|at| {
            let it = woven.get(at)?;
            let (own, other) = (it.side(lang).node, it.side(lang.other()).node);
            let new = similarity.ratio(&node.features, &other.features);
            let old = similarity.ratio(&own.features, &other.features);
            let (en, fr) = lang.choose((node, other), (other, node));
            let fits = length_fit(en.features.letters, fr.features.letters) > 0.0;
            (new >= FOUND && new > old + BETTER && fits).then_some((new - old, at))
        });
        better
            .max_by(|one, other| one.0.total_cmp(&other.0))
            .map(|it| it.1)
    }
}
