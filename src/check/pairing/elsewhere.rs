//! What one language lacks at its place may stand at another: before it is told as lacking,
//! it is held against all that has no partner, wherever it stands, and against what has a
//! worse partner in its section.

mod rivals;

use crate::check::outline::parts::Part;
use crate::check::outline::units::{ContentUnit, units};
use crate::check::outline::{Kind, OutlineNode, ValuedText};
use crate::check::pairing::content::CHANCE;
use crate::check::pairing::elsewhere::rivals::Rivals;
use crate::check::pairing::similarity::{Similarity, length_fit};
use crate::check::pairing::{Comparison, Missing, StructureFault, texts_of};
use crate::check::passage::Case;
use crate::check::values::ValueSort;
use crate::lang::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// The part of what two nodes say that they share when they belong together, wherever they
/// stand: more than three times what texts share by chance.
const FOUND: f32 = 0.4;

/// What two nodes weigh together that say enough to be known again.
const WORDY: f32 = 4.0;

/// The part of the names of two nodes, as machines have them, that both have when one is a
/// block of code and says the same.
const NAMED: usize = 80;

/// More pairs of nodes than this are not compared.
const MOST: usize = 20_000;

/// Two units that are partners where others have none.
pub(super) struct Woven<'n, 'd> {
    /// The English part.
    pub part: &'n Part<'d>,
    /// Their place among the pairs of texts.
    pub pair: usize,
    /// The English unit.
    pub en: ContentUnit<'n, 'd>,
    /// The French unit.
    pub fr: ContentUnit<'n, 'd>,
}

impl<'n, 'd> Woven<'n, 'd> {
    fn side(&self, lang: Lang) -> &ContentUnit<'n, 'd> {
        lang.choose(&self.en, &self.fr)
    }
}

impl<'n, 'd> Missing<'n, 'd> {
    /// What the language has alone.
    fn side(&self, lang: Lang) -> &[&'n OutlineNode<'d>] {
        if self.has == lang {
            &self.nodes
        } else {
            &self.instead
        }
    }

    fn side_mut(&mut self, lang: Lang) -> &mut Vec<&'n OutlineNode<'d>> {
        if self.has == lang {
            &mut self.nodes
        } else {
            &mut self.instead
        }
    }
}

impl<'n, 'd> Comparison<'n, 'd> {
    /// Finds what lacks at its place and stands at another.
    pub(super) fn find_elsewhere(&mut self, mut woven: Vec<Woven<'n, 'd>>) {
        if self.missing().next().is_none() {
            return;
        }
        let troubled: BTreeSet<&str> = self.missing().map(|it| it.part.key.as_str()).collect();
        woven.retain(|it| troubled.contains(it.part.key.as_str()));
        self.exchange_partners(&mut woven);
        self.join_far();
        self.doubt(&woven);
    }

    fn missing(&self) -> impl Iterator<Item = &Missing<'n, 'd>> {
        self.faults.iter().filter_map(|fault| match fault {
            StructureFault::Missing(missing) => Some(missing),
            _ => None,
        })
    }

    /// The places of what lacks in each part.
    fn missing_by_part(&self) -> BTreeMap<&'n str, Vec<usize>> {
        let mut found: BTreeMap<&'n str, Vec<usize>> = BTreeMap::new();
        for (at, fault) in self.faults.iter().enumerate() {
            if let StructureFault::Missing(missing) = fault {
                found.entry(&missing.part.key).or_default().push(at);
            }
        }
        found
    }

    /// What weighs how much in a part, given the places of what lacks there.
    fn similarity_in(&self, missing: &[usize], woven: &[&Woven<'n, 'd>]) -> Similarity {
        let paired = woven.iter();
        let paired = paired.flat_map(|it| [&it.en.node.features, &it.fr.node.features]);
        let missing = missing.iter().filter_map(|at| match self.faults.get(*at) {
            Some(StructureFault::Missing(missing)) => Some(missing),
            _ => None,
        });
        let lone = missing.flat_map(|it| it.nodes.iter().chain(&it.instead));
        Similarity::among(paired.chain(lone.map(|node| &node.features)))
    }

    /// Gives nodes without partner those that fit them better than the ones they are
    /// paired with, which then have none.
    fn exchange_partners(&mut self, woven: &mut [Woven<'n, 'd>]) {
        let mut found = Vec::new();
        let mut rivals: BTreeMap<&'n str, Rivals> = BTreeMap::new();
        let missing_by_part = self.missing_by_part();
        let mut places_by_part: BTreeMap<&'n str, Vec<usize>> = BTreeMap::new();
        for (at, it) in woven.iter().enumerate() {
            places_by_part.entry(&it.part.key).or_default().push(at);
        }
        for at in 0..self.faults.len() {
            let Some(StructureFault::Missing(missing)) = self.faults.get(at) else {
                continue;
            };
            let key: &'n str = missing.part.key.as_str();
            if rivals.get(key).is_none_or(Rivals::is_stale) {
                let places = places_by_part.get(key).cloned().unwrap_or_default();
                let here: Vec<_> = places.iter().map(|at| &woven[*at]).collect();
                let missing = missing_by_part.get(key).map_or(&[][..], Vec::as_slice);
                let similarity = self.similarity_in(missing, &here);
                rivals.insert(key, Rivals::of(places, woven, similarity));
            }
            let Some(rivals) = rivals.get_mut(key) else {
                continue;
            };
            for lang in Lang::ALL {
                let Some(StructureFault::Missing(missing)) = self.faults.get(at) else {
                    continue;
                };
                let lone = missing.side(lang).to_vec();
                for (place, node) in lone.into_iter().enumerate() {
                    let Some(better) = rivals.better_partner(node, lang, woven) else {
                        continue;
                    };
                    rivals.exchanged = true;
                    let better = &mut woven[better];
                    let other = better.side(lang.other()).whole();
                    found.push(lang.choose((node, other), (other, node)));
                    let left = better.side(lang).whole();
                    if let Some(StructureFault::Missing(missing)) = self.faults.get_mut(at)
                        && let Some(slot) = missing.side_mut(lang).get_mut(place)
                    {
                        *slot = left;
                    }
                    if let Some(pair) = self.pairs.get_mut(better.pair) {
                        *lang.choose(&mut pair.en, &mut pair.fr) = texts_of(node);
                    }
                    let unit = ContentUnit {
                        path: vec![node],
                        node: first_unit(node),
                        leads: false,
                        scope: 0,
                    };
                    match lang {
                        Lang::En => better.en = unit,
                        Lang::Fr => better.fr = unit,
                    }
                }
            }
        }
        let found = found.into_iter().map(|pair| vec![pair]);
        self.faults.extend(found.map(StructureFault::Elsewhere));
    }

    /// Joins nodes without partners that belong together, wherever they stand.
    fn join_far(&mut self) {
        let lone = |lang: Lang| -> Vec<(usize, &'n OutlineNode<'d>)> {
            let faults = self.faults.iter().enumerate();
            let lone = faults.filter_map(|(at, fault)| match fault {
                StructureFault::Missing(missing) => Some((at, missing)),
                _ => None,
            });
            lone.flat_map(|(at, it)| it.side(lang).iter().map(move |node| (at, *node)))
                .collect()
        };
        let (en, fr) = (lone(Lang::En), lone(Lang::Fr));
        if en.is_empty() || fr.is_empty() || en.len() * fr.len() > MOST {
            return;
        }
        let similarity = Similarity::among(en.iter().chain(&fr).map(|(_, node)| &node.features));
        let mut likely = Vec::new();
        for (e, (_, left)) in en.iter().enumerate() {
            for (f, (_, right)) in fr.iter().enumerate() {
                let likeness = likeness(left, right, &similarity);
                likely.extend(likeness.map(|likeness| (likeness, e, f)));
            }
        }
        likely.sort_by(|one, other| other.0.total_cmp(&one.0));
        let mut taken = (BTreeSet::new(), BTreeSet::new());
        let mut found: BTreeMap<(usize, usize), Vec<_>> = BTreeMap::new();
        for (_, e, f) in likely {
            if !taken.0.contains(&e) && !taken.1.contains(&f) {
                taken.0.insert(e);
                taken.1.insert(f);
                let ((at, left), (other, right)) = (en[e], fr[f]);
                found.entry((at, other)).or_default().push((left, right));
            }
        }
        let pairs = found.values().flatten();
        let nodes = pairs.flat_map(|(en, fr)| [std::ptr::from_ref(*en), std::ptr::from_ref(*fr)]);
        self.take_out(&nodes.collect());
        self.faults
            .extend(found.into_values().map(StructureFault::Elsewhere));
    }

    /// Takes nodes out of what lacks.
    fn take_out(&mut self, nodes: &BTreeSet<*const OutlineNode<'d>>) {
        let faults = std::mem::take(&mut self.faults);
        for fault in faults {
            let StructureFault::Missing(mut missing) = fault else {
                self.faults.push(fault);
                continue;
            };
            let stays = |it: &&'n OutlineNode<'d>| !nodes.contains(&std::ptr::from_ref(*it));
            missing.nodes.retain(stays);
            missing.instead.retain(stays);
            if missing.nodes.is_empty() && !missing.instead.is_empty() {
                missing.has = missing.has.other();
                missing.nodes = std::mem::take(&mut missing.instead);
                missing.before = None;
                let part = self.outline(missing.has).part(&missing.part.key);
                missing.part = part.unwrap_or(missing.part);
            }
            match (missing.nodes.is_empty(), missing.reshaped.is_empty()) {
                (false, _) => self.faults.push(StructureFault::Missing(missing)),
                (true, false) => self.faults.push(StructureFault::Reshaped(missing.reshaped)),
                (true, true) => {}
            }
        }
    }

    /// The units that stand beside what lacks in a part, given the places of that.
    fn beside_lone(&self, key: &str, missing: &[usize]) -> BTreeSet<*const OutlineNode<'d>> {
        let orders = Lang::ALL.map(|lang| (lang, self.outline(lang).part(key).map(Order::of)));
        let mut found = BTreeSet::new();
        for at in missing {
            let Some(StructureFault::Missing(missing)) = self.faults.get(*at) else {
                continue;
            };
            for (lang, order) in &orders {
                let Some(order) = order else { continue };
                let Some((first, last)) = order.ends(missing.side(*lang)) else {
                    continue;
                };
                let near = [first.checked_sub(1), Some(last + 1)];
                let near = near.into_iter().flatten();
                let units = near.filter_map(|at| order.units.get(at));
                found.extend(units.map(|unit| std::ptr::from_ref(unit.node)));
            }
        }
        found
    }

    /// Takes down the pairs of which it is not sure that they belong together: they have
    /// nothing in common, where something beside them has no partner.
    fn doubt(&mut self, woven: &[Woven<'n, 'd>]) {
        let mut woven_by_part: BTreeMap<&str, Vec<&Woven<'n, 'd>>> = BTreeMap::new();
        for it in woven {
            woven_by_part.entry(&it.part.key).or_default().push(it);
        }
        for (key, missing) in self.missing_by_part() {
            let Some(woven) = woven_by_part.get(key) else {
                continue;
            };
            let similarity = self.similarity_in(&missing, woven);
            let beside = self.beside_lone(key, &missing);
            let strange = woven.iter().filter(|it| {
                let (en, fr) = (it.en.node, it.fr.node);
                let total = similarity.total(&en.features) + similarity.total(&fr.features);
                let near = [en, fr]
                    .iter()
                    .any(|it| beside.contains(&std::ptr::from_ref(*it)));
                (total >= WORDY || near)
                    && similarity.ratio(&en.features, &fr.features) < CHANCE
                    && !are_values(en, fr)
            });
            self.unsure.extend(strange.map(|it| it.pair));
        }
    }
}

/// Whether two texts have the same sorts of values, or none, and no words that run beside:
/// two dates, each alone in its line, stand for each other.
fn are_values(en: &OutlineNode<'_>, fr: &OutlineNode<'_>) -> bool {
    let (Some(en), Some(fr)) = (&en.passage, &fr.passage) else {
        return false;
    };
    let says_words = |text: &ValuedText<'_>| {
        let mut words = text.passage.words.iter();
        words.any(|word| word.running && word.case == Case::Lower && word.folded.len() > 2)
    };
    let sorts = |text: &ValuedText<'_>| -> Vec<ValueSort> {
        text.values.iter().map(|said| said.kind.sort()).collect()
    };
    !says_words(en) && !says_words(fr) && sorts(en) == sorts(fr)
}

/// The units of a part in their order.
struct Order<'n, 'd> {
    units: Vec<ContentUnit<'n, 'd>>,
    /// The first and the last unit of each node.
    ends: BTreeMap<*const OutlineNode<'d>, (usize, usize)>,
}

impl<'n, 'd> Order<'n, 'd> {
    fn of(part: &'n Part<'d>) -> Order<'n, 'd> {
        let units = units(&part.nodes, &|_| None);
        let mut ends = BTreeMap::new();
        for (at, unit) in units.iter().enumerate() {
            for node in &unit.path {
                ends.entry(std::ptr::from_ref(*node)).or_insert((at, at)).1 = at;
            }
        }
        Order { units, ends }
    }

    /// The places of the first and of the last unit of nodes that follow each other.
    fn ends(&self, nodes: &[&OutlineNode<'d>]) -> Option<(usize, usize)> {
        let of = |node: &OutlineNode<'d>| self.ends.get(&std::ptr::from_ref(node));
        Some((of(nodes.first()?)?.0, of(nodes.last()?)?.1))
    }
}

/// The first unit of a node.
fn first_unit<'n, 'd>(node: &'n OutlineNode<'d>) -> &'n OutlineNode<'d> {
    match node.children.first() {
        Some(child) if !node.is_unit() => first_unit(child),
        _ => node,
    }
}

/// How much two nodes without partners have in common, where it is enough to know them as
/// translations of each other.
fn likeness(en: &OutlineNode<'_>, fr: &OutlineNode<'_>, similarity: &Similarity) -> Option<f32> {
    let code = [en, fr].map(|node| node.kind == Kind::Code);
    if code[0] != code[1] {
        return have_same_names(en, fr).then_some(1.0);
    }
    let (left, right) = (&en.features, &fr.features);
    if !en.kind.fits(fr.kind) || length_fit(left.letters, right.letters) <= -1.0 {
        return None;
    }
    let total = similarity.total(left) + similarity.total(right);
    let ratio = similarity.ratio(left, right);
    (total >= WORDY && ratio >= FOUND).then_some(ratio)
}

/// Whether a block of code and another node have the same names as machines have them, in
/// capitals or with a low line.
fn have_same_names(en: &OutlineNode<'_>, fr: &OutlineNode<'_>) -> bool {
    let names = |node: &OutlineNode<'_>| -> BTreeSet<String> {
        let mut texts = Vec::new();
        node.texts(&mut texts);
        let words = texts.iter().flat_map(|text| {
            text.passage
                .text
                .split(|c: char| !c.is_alphanumeric() && c != '_')
        });
        let is_name = |word: &&str| {
            word.contains('_') || word.len() > 2 && !word.contains(char::is_lowercase)
        };
        words.filter(is_name).map(str::to_owned).collect()
    };
    let (en, fr) = (names(en), names(fr));
    let both = en.intersection(&fr).count();
    both > 0 && both * 100 >= en.union(&fr).count() * NAMED
}
