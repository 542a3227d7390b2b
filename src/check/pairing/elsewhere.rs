//! What one language lacks at its place may stand at another: before it is told as lacking,
//! it is held against all that has no partner, wherever it stands, and against what has a
//! worse partner in its section.

use crate::check::outline::parts::Part;
use crate::check::outline::units::{ContentUnit, units};
use crate::check::outline::{Kind, OutlineNode, ValuedText};
use crate::check::pairing::content::CHANCE;
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

/// How much more a text shares with its partner than with another one, as a rule.
const BETTER: f32 = 0.2;

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

    /// What weighs how much in a part where something has no partner.
    fn similarity_in(&self, key: &str, woven: &[Woven<'n, 'd>]) -> Similarity {
        let woven = woven.iter().filter(|it| it.part.key == key);
        let paired = woven.flat_map(|it| [&it.en.node.features, &it.fr.node.features]);
        let lone = self.missing().filter(|it| it.part.key == key);
        let lone = lone.flat_map(|it| it.nodes.iter().chain(&it.instead));
        Similarity::among(paired.chain(lone.map(|node| &node.features)))
    }

    /// Gives nodes without partner those that fit them better than the ones they are
    /// paired with, which then have none.
    fn exchange_partners(&mut self, woven: &mut [Woven<'n, 'd>]) {
        let mut found = Vec::new();
        for at in 0..self.faults.len() {
            let Some(StructureFault::Missing(missing)) = self.faults.get(at) else {
                continue;
            };
            let key = missing.part.key.as_str();
            let similarity = self.similarity_in(key, woven);
            for lang in Lang::ALL {
                let Some(StructureFault::Missing(missing)) = self.faults.get(at) else {
                    continue;
                };
                let lone = missing.side(lang).to_vec();
                for (place, node) in lone.into_iter().enumerate() {
                    let inside = woven.iter_mut().filter(|it| it.part.key == key);
                    let Some(better) = better_partner(node, lang, inside, &similarity) else {
                        continue;
                    };
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
        for pairs in found.into_values() {
            for (lang, nodes) in [
                (Lang::En, pairs.iter().map(|it| it.0).collect::<Vec<_>>()),
                (Lang::Fr, pairs.iter().map(|it| it.1).collect()),
            ] {
                self.take_out(lang, &nodes);
            }
            self.faults.push(StructureFault::Elsewhere(pairs));
        }
    }

    /// Takes nodes out of what lacks.
    fn take_out(&mut self, lang: Lang, nodes: &[&'n OutlineNode<'d>]) {
        let faults = std::mem::take(&mut self.faults);
        for fault in faults {
            let StructureFault::Missing(mut missing) = fault else {
                self.faults.push(fault);
                continue;
            };
            let stays = |it: &&OutlineNode<'_>| !nodes.iter().any(|node| std::ptr::eq(*node, *it));
            missing.side_mut(lang).retain(stays);
            if missing.nodes.is_empty() && !missing.instead.is_empty() {
                missing.has = missing.has.other();
                missing.nodes = std::mem::take(&mut missing.instead);
                missing.before = None;
                let mut parts = self.outline(missing.has).parts.iter();
                let part = parts.find(|part| part.key == missing.part.key);
                missing.part = part.unwrap_or(missing.part);
            }
            match (missing.nodes.is_empty(), missing.reshaped.is_empty()) {
                (false, _) => self.faults.push(StructureFault::Missing(missing)),
                (true, false) => self.faults.push(StructureFault::Reshaped(missing.reshaped)),
                (true, true) => {}
            }
        }
    }

    /// The units that stand beside what lacks in a part.
    fn beside_lone(&self, key: &str) -> BTreeSet<*const OutlineNode<'d>> {
        let mut found = BTreeSet::new();
        for missing in self.missing().filter(|it| it.part.key == key) {
            let parts = Lang::ALL.map(|lang| {
                let mut parts = self.outline(lang).parts.iter();
                (lang, parts.find(|part| part.key == key))
            });
            for (lang, part) in parts {
                let order = part.map(Order::of);
                let Some((order, (first, last))) =
                    order.and_then(|it| it.ends(missing.side(lang)).map(|ends| (it, ends)))
                else {
                    continue;
                };
                let near = [first.checked_sub(1), Some(last + 1)];
                let near = near.into_iter().flatten();
                let units = near.filter_map(|at| order.0.get(at));
                found.extend(units.map(|unit| std::ptr::from_ref(unit.node)));
            }
        }
        found
    }

    /// Takes down the pairs of which it is not sure that they belong together: they have
    /// nothing in common, where something beside them has no partner.
    fn doubt(&mut self, woven: &[Woven<'n, 'd>]) {
        let keys: BTreeSet<&str> = self.missing().map(|it| it.part.key.as_str()).collect();
        for key in keys {
            let similarity = self.similarity_in(key, woven);
            let beside = self.beside_lone(key);
            let strange = woven.iter().filter(|it| it.part.key == key).filter(|it| {
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
struct Order<'n, 'd>(Vec<ContentUnit<'n, 'd>>);

impl<'n, 'd> Order<'n, 'd> {
    fn of(part: &'n Part<'d>) -> Order<'n, 'd> {
        Order(units(&part.nodes, &|_| None))
    }

    /// The places of the first and of the last unit of nodes that follow each other.
    fn ends(&self, nodes: &[&OutlineNode<'d>]) -> Option<(usize, usize)> {
        let is_in = |unit: &ContentUnit<'n, 'd>, node: &OutlineNode<'d>| {
            unit.path.iter().any(|it| std::ptr::eq(*it, node))
        };
        let (first, last) = (nodes.first()?, nodes.last()?);
        let first = self.0.iter().position(|unit| is_in(unit, first))?;
        let last = self.0.iter().rposition(|unit| is_in(unit, last))?;
        Some((first, last))
    }
}

/// The first unit of a node.
fn first_unit<'n, 'd>(node: &'n OutlineNode<'d>) -> &'n OutlineNode<'d> {
    match node.children.first() {
        Some(child) if !node.is_unit() => first_unit(child),
        _ => node,
    }
}

/// The partners of which the other one fits a node much better than its own.
fn better_partner<'w, 'n: 'w, 'd: 'n>(
    node: &OutlineNode<'d>,
    lang: Lang,
    woven: impl Iterator<Item = &'w mut Woven<'n, 'd>>,
    similarity: &Similarity,
) -> Option<&'w mut Woven<'n, 'd>> {
    let total = similarity.total(&node.features);
    if total * 2.0 < WORDY
        || node.passage.is_none() && !matches!(node.kind, Kind::Item(_) | Kind::Definition)
    {
        return None;
    }
    let better = woven.filter_map(|it| {
        let (own, other) = (it.side(lang).node, it.side(lang.other()).node);
        let new = similarity.ratio(&node.features, &other.features);
        let old = similarity.ratio(&own.features, &other.features);
        let (en, fr) = lang.choose((node, other), (other, node));
        let fits = length_fit(en.features.letters, fr.features.letters) > 0.0;
        (new >= FOUND && new > old + BETTER && fits).then_some((new - old, it))
    });
    better
        .max_by(|one, other| one.0.total_cmp(&other.0))
        .map(|it| it.1)
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
