//! What becomes of the places where the two languages are not built alike: which units
//! say the same there in another form, and which say what the other language lacks.

use crate::check::outline::OutlineNode;
use crate::check::outline::units::{ContentUnit, units};
use crate::check::pairing::content::{Content, UnitGroup};
use crate::check::pairing::similarity::Similarity;
use crate::check::pairing::skeleton::Skeleton;
use crate::lang::Lang;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// How many partners on either side of a place are looked at again with it.
const BESIDE: usize = 3;

/// A run of units that are not set alike, or that one language alone has.
#[derive(Debug, Default)]
pub(in crate::check) struct Stretch<'n, 'd> {
    /// Units that say the same in two forms.
    pub reshaped: Vec<Reshaped<'n, 'd>>,
    /// What the English alone has.
    pub only_en: Lacking<'n, 'd>,
    /// What the French alone has.
    pub only_fr: Lacking<'n, 'd>,
}

/// Units that say the same and are set otherwise.
#[derive(Clone, Debug)]
pub(in crate::check) struct Reshaped<'n, 'd> {
    /// English units.
    pub en: Vec<ContentUnit<'n, 'd>>,
    /// French units.
    pub fr: Vec<ContentUnit<'n, 'd>>,
    /// What stands around these units and those before them, and in the other language
    /// around one of both alone.
    pub divided: Option<(Lang, &'n OutlineNode<'d>)>,
}

/// What one language alone has.
#[derive(Debug, Default)]
pub(in crate::check) struct Lacking<'n, 'd> {
    /// The outermost nodes that have no other content.
    pub nodes: Vec<&'n OutlineNode<'d>>,
    /// The node before their place in the other language.
    pub before: Option<&'n OutlineNode<'d>>,
}

/// Units that say the same: the places of their pair in the order of the page, and they.
pub(in crate::check) type Matched<'n, 'd> = (Vec<ContentUnit<'n, 'd>>, Vec<ContentUnit<'n, 'd>>);

/// Two sequences of nodes as one of units each.
pub(in crate::check) struct Weave<'n, 'd> {
    en: Vec<ContentUnit<'n, 'd>>,
    fr: Vec<ContentUnit<'n, 'd>>,
    /// The places of the groups among the units.
    groups: Vec<Vec<UnitGroup>>,
    /// How many units each node holds.
    counts: [UnitCounts<'d>; 2],
}

/// How many units each node holds.
type UnitCounts<'d> = HashMap<*const OutlineNode<'d>, usize>;

/// How many of these units each node holds.
fn counts<'u, 'n: 'u, 'd: 'n>(
    units: impl Iterator<Item = &'u ContentUnit<'n, 'd>>,
) -> UnitCounts<'d> {
    let mut counts = HashMap::new();
    for node in units.flat_map(|unit| &unit.path) {
        *counts.entry(std::ptr::from_ref(*node)).or_insert(0) += 1;
    }
    counts
}

impl<'n, 'd> Weave<'n, 'd> {
    /// Takes over what the skeleton pairs, and aligns what it does not by content, if
    /// `by_content` says so.
    pub fn of(
        skeleton: &Skeleton<'n, 'd>,
        en: &'n [OutlineNode<'d>],
        fr: &'n [OutlineNode<'d>],
        by_content: bool,
    ) -> Weave<'n, 'd> {
        let moved: Vec<_> = skeleton.moved.iter().flat_map(|it| &it.pairs).collect();
        let scopes =
            |side: fn(&(&'n OutlineNode<'d>, &'n OutlineNode<'d>)) -> &'n OutlineNode<'d>| {
                let scopes = moved.iter().enumerate();
                let scopes = scopes.map(|(at, pair)| (std::ptr::from_ref(side(pair)), at + 1));
                scopes.collect::<HashMap<_, _>>()
            };
        let (en_scopes, fr_scopes) = (scopes(|pair| pair.0), scopes(|pair| pair.1));
        let mut weave = Weave {
            en: units(en, &|node| {
                en_scopes.get(&std::ptr::from_ref(node)).copied()
            }),
            fr: units(fr, &|node| {
                fr_scopes.get(&std::ptr::from_ref(node)).copied()
            }),
            groups: Vec::new(),
            counts: [HashMap::new(), HashMap::new()],
        };
        weave.counts = [counts(weave.en.iter()), counts(weave.fr.iter())];
        let partners = weave.partners(skeleton);
        let scopes = |units: &[ContentUnit<'n, 'd>]| {
            let mut scopes = vec![Vec::new(); moved.len() + 1];
            for (at, unit) in units.iter().enumerate() {
                scopes[unit.scope].push(at);
            }
            scopes
        };
        for (en, fr) in scopes(&weave.en).into_iter().zip(scopes(&weave.fr)) {
            let groups = weave.align((&en, &fr), &partners, by_content);
            weave.groups.push(groups);
        }
        weave
    }

    /// For each English unit, its partner by the skeleton.
    fn partners(&self, skeleton: &Skeleton<'n, 'd>) -> Vec<Option<usize>> {
        let places = |units: &[ContentUnit<'n, 'd>]| {
            let places = units.iter().enumerate();
            let places = places.map(|(at, unit)| (std::ptr::from_ref(unit.node), at));
            places.collect::<HashMap<_, _>>()
        };
        let (en, fr) = (places(&self.en), places(&self.fr));
        let mut partners = vec![None; self.en.len()];
        for (left, right) in &skeleton.links {
            let at = en.get(&std::ptr::from_ref(*left));
            if let Some(partner) = at.and_then(|at| partners.get_mut(*at)) {
                *partner = fr.get(&std::ptr::from_ref(*right)).copied();
            }
        }
        partners
    }

    /// The groups of one sequence, by the places of its units among all.
    fn align(
        &self,
        (en, fr): (&[usize], &[usize]),
        partners: &[Option<usize>],
        by_content: bool,
    ) -> Vec<UnitGroup> {
        let french = |place: usize| fr.binary_search(&place).ok();
        let partner = |at: usize| {
            let place = partners.get(*en.get(at)?)?;
            french((*place)?)
        };
        let first = by_kinds(en.len(), fr.len(), &partner);
        let groups = if by_content && first.iter().any(UnitGroup::is_alone) {
            self.align_again(&first, (en, fr), &partner)
        } else {
            first
        };
        let whole = |places: &[usize], range: &Range<usize>| match places.get(range.clone()) {
            Some([first, .., last]) => *first..last + 1,
            Some([only]) => *only..only + 1,
            _ => {
                let behind = || places.last().map_or(0, |last| last + 1);
                let at = places.get(range.start).copied().unwrap_or_else(behind);
                at..at
            }
        };
        groups
            .iter()
            .map(|group| UnitGroup {
                en: whole(en, &group.en),
                fr: whole(fr, &group.fr),
            })
            .collect()
    }

    /// Aligns the places without partners, and those beside them, by content.
    fn align_again(
        &self,
        first: &[UnitGroup],
        (en, fr): (&[usize], &[usize]),
        partner: &dyn Fn(usize) -> Option<usize>,
    ) -> Vec<UnitGroup> {
        let units =
            |all: &'_ [ContentUnit<'n, 'd>], places: &[usize]| -> Vec<ContentUnit<'n, 'd>> {
                places
                    .iter()
                    .filter_map(|at| all.get(*at).cloned())
                    .collect()
            };
        let (en, fr) = (units(&self.en, en), units(&self.fr, fr));
        let (en, fr): (Vec<_>, Vec<_>) = (en.iter().collect(), fr.iter().collect());
        let features = en.iter().chain(&fr).map(|unit| &unit.node.features);
        let similarity = Similarity::among(features);
        let open = windows(first);
        let mut groups = Vec::new();
        let mut at = 0;
        while at < first.len() {
            if !open[at] {
                groups.push(first[at].clone());
                at += 1;
                continue;
            }
            let end = open[at..].iter().position(|open| !open);
            let end = end.map_or(first.len(), |length| at + length);
            let (from, to) = (&first[at], &first[end - 1]);
            let (e, f) = (from.en.start..to.en.end, from.fr.start..to.fr.end);
            let (left, right) = (&en[e.clone()], &fr[f.clone()]);
            let anchors = |a: usize, b: usize| partner(a + e.start) == Some(b + f.start);
            let content = Content::new(left, right, &similarity, &anchors);
            groups.extend(content.groups().into_iter().map(|group| UnitGroup {
                en: group.en.start + e.start..group.en.end + e.start,
                fr: group.fr.start + f.start..group.fr.end + f.start,
            }));
            at = end;
        }
        groups
    }

    /// Units that say the same, in the order of the page.
    pub fn matched(&self) -> Vec<Matched<'n, 'd>> {
        let mut groups: Vec<&UnitGroup> = self.groups.iter().flatten().collect();
        groups.retain(|group| !group.is_alone());
        groups.sort_by_key(|group| group.en.start);
        let units = |all: &[ContentUnit<'n, 'd>], range: &Range<usize>| {
            all.get(range.clone()).unwrap_or_default().to_vec()
        };
        groups
            .into_iter()
            .map(|group| (units(&self.en, &group.en), units(&self.fr, &group.fr)))
            .collect()
    }

    /// Where the two are not built alike.
    pub fn stretches(&self, skeleton: &Skeleton<'n, 'd>) -> Vec<Stretch<'n, 'd>> {
        let alone = skeleton.alone.iter().rev();
        let alone: LoneNodes<'n, 'd> = alone
            .map(|alone| (std::ptr::from_ref(alone.node), alone.before))
            .collect();
        let mut found = Vec::new();
        for groups in &self.groups {
            let mut open: Vec<&UnitGroup> = Vec::new();
            let mut divided = None;
            for (at, group) in groups.iter().enumerate() {
                let before = at.checked_sub(1).and_then(|at| groups.get(at));
                let division = before.and_then(|before| self.division(before, group));
                if self.is_alike(group) && division.is_none() {
                    found.extend(self.stretch(&open, divided.take(), &alone));
                    open.clear();
                } else {
                    divided = divided.or(division);
                    open.push(group);
                }
            }
            found.extend(self.stretch(&open, divided, &alone));
        }
        found
    }

    fn one(&self, group: &UnitGroup) -> Option<(&ContentUnit<'n, 'd>, &ContentUnit<'n, 'd>)> {
        match (self.en.get(group.en.clone()), self.fr.get(group.fr.clone())) {
            (Some([en]), Some([fr])) => Some((en, fr)),
            _ => None,
        }
    }

    fn is_alike(&self, group: &UnitGroup) -> bool {
        self.one(group).is_some_and(|(en, fr)| en.is_set_like(fr))
    }

    /// The list, say, that holds both groups in one language and not in the other.
    fn division(
        &self,
        before: &UnitGroup,
        group: &UnitGroup,
    ) -> Option<(Lang, &'n OutlineNode<'d>)> {
        if !self.is_alike(before) || !self.is_alike(group) {
            return None;
        }
        let ((en_before, fr_before), (en, fr)) = (self.one(before)?, self.one(group)?);
        let (in_en, in_fr) = (en.shared_with(en_before), fr.shared_with(fr_before));
        match in_en.cmp(&in_fr) {
            std::cmp::Ordering::Greater => Some((Lang::En, en.path.get(in_fr)?)),
            std::cmp::Ordering::Less => Some((Lang::Fr, fr.path.get(in_en)?)),
            std::cmp::Ordering::Equal => None,
        }
    }

    fn stretch(
        &self,
        groups: &[&UnitGroup],
        divided: Option<(Lang, &'n OutlineNode<'d>)>,
        alone: &LoneNodes<'n, 'd>,
    ) -> Option<Stretch<'n, 'd>> {
        let first = groups.first()?;
        let (mut en, mut fr) = (Vec::new(), Vec::new());
        let mut stretch = Stretch::default();
        for group in groups {
            if group.fr.is_empty() {
                en.extend(group.en.clone());
            } else if group.en.is_empty() {
                fr.extend(group.fr.clone());
            } else {
                let en = self.en.get(group.en.clone()).unwrap_or_default();
                let fr = self.fr.get(group.fr.clone()).unwrap_or_default();
                stretch.reshaped.push(Reshaped {
                    en: en.to_vec(),
                    fr: fr.to_vec(),
                    divided,
                });
            }
        }
        let before = (
            first.en.start.checked_sub(1).and_then(|at| self.en.get(at)),
            first.fr.start.checked_sub(1).and_then(|at| self.fr.get(at)),
        );
        let [in_en, in_fr] = &self.counts;
        stretch.only_en = lacking((&self.en, in_en), &en, before.1, alone);
        stretch.only_fr = lacking((&self.fr, in_fr), &fr, before.0, alone);
        Some(stretch)
    }
}

impl UnitGroup {
    /// Whether one language has nothing of it.
    pub fn is_alone(&self) -> bool {
        self.en.is_empty() || self.fr.is_empty()
    }
}

/// Groups of one and one, as the skeleton pairs them, and of one and none.
fn by_kinds(en: usize, fr: usize, partner: &dyn Fn(usize) -> Option<usize>) -> Vec<UnitGroup> {
    let mut groups = Vec::new();
    let (mut e, mut f) = (0, 0);
    let pairs = (0..en).filter_map(|at| Some((at, partner(at)?)));
    for (left, right) in pairs.chain([(en, fr)]) {
        if right < f {
            continue;
        }
        groups.extend((e..left).map(|at| UnitGroup {
            en: at..at + 1,
            fr: f..f,
        }));
        groups.extend((f..right).map(|at| UnitGroup {
            en: left..left,
            fr: at..at + 1,
        }));
        if left < en {
            groups.push(UnitGroup {
                en: left..left + 1,
                fr: right..right + 1,
            });
        }
        (e, f) = (left + 1, right + 1);
    }
    groups
}

/// Which groups are to be looked at again: those without partners and some beside them.
fn windows(groups: &[UnitGroup]) -> Vec<bool> {
    let mut open = vec![false; groups.len()];
    let mut mark = |places: &mut dyn Iterator<Item = usize>| {
        let mut near = 0;
        for at in places {
            match groups.get(at) {
                Some(group) if group.is_alone() => near = BESIDE + 1,
                _ => near = near.saturating_sub(1),
            }
            open[at] |= near > 0;
        }
    };
    mark(&mut (0..groups.len()));
    mark(&mut (0..groups.len()).rev());
    open
}

/// Nodes without partner, with the node before their place in the other language.
type LoneNodes<'n, 'd> = HashMap<*const OutlineNode<'d>, Option<&'n OutlineNode<'d>>>;

/// The outermost nodes that hold nothing but these units.
fn lacking<'n, 'd>(
    (units, all): (&[ContentUnit<'n, 'd>], &UnitCounts<'d>),
    places: &[usize],
    before: Option<&ContentUnit<'n, 'd>>,
    alone: &LoneNodes<'n, 'd>,
) -> Lacking<'n, 'd> {
    let chosen = || places.iter().filter_map(|at| units.get(*at));
    let here = counts(chosen());
    let mut nodes: Vec<(&'n OutlineNode<'d>, usize)> = Vec::new();
    let mut seen = HashSet::new();
    for unit in chosen() {
        let mut path = unit.path.iter().enumerate();
        let whole = path.find(|(_, node)| {
            let node = std::ptr::from_ref(**node);
            here.get(&node) == all.get(&node)
        });
        if let Some((depth, node)) = whole
            && seen.insert(std::ptr::from_ref(*node))
        {
            nodes.push((node, depth));
        }
    }
    let known = nodes.first();
    let known = known.and_then(|(first, _)| alone.get(&std::ptr::from_ref(*first)));
    let beside = |(_, depth): &(&OutlineNode<'_>, usize)| {
        let path = &before?.path;
        path.get(*depth).or(path.last()).copied()
    };
    let before = match known {
        Some(before) => *before,
        None => nodes.first().and_then(beside),
    };
    Lacking {
        nodes: nodes.into_iter().map(|(node, _)| node).collect(),
        before,
    }
}
