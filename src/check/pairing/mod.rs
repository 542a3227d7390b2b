//! Two documents, side by side: which texts translate each other, and where their
//! structure differs.

pub(in crate::check) mod align;
pub(in crate::check) mod content;
mod elsewhere;
mod fault;
mod gap;
pub(in crate::check) mod matching;
pub(in crate::check) mod pair;
pub(in crate::check) mod partners;
pub(in crate::check) mod reorder;
mod rewritten;
mod siblings;
pub(in crate::check) mod similarity;
pub(in crate::check) mod skeleton;
mod standing;
pub(in crate::check) mod stretch;
pub(in crate::check) mod usage;

use crate::check::outline::parts::{Outline, Part};
use crate::check::outline::units::ContentUnit;
use crate::check::outline::{Kind, OutlineNode, ValuedText};
use crate::check::pairing::elsewhere::Woven;
pub(in crate::check) use crate::check::pairing::fault::{Missing, StructureFault};
pub(in crate::check) use crate::check::pairing::pair::{Pair, TextMark};
use crate::check::pairing::siblings::{AllSiblings, Siblings};
use crate::check::pairing::skeleton::{Partners, Skeleton};
use crate::check::pairing::stretch::{Stretch, Weave};
use crate::check::passage::Role;
use crate::check::place::Finder;
use crate::diagnostic::{Diagnostic, Wording};
use crate::lang::Lang;
use crate::memo::Settings;
use crate::memo::yaml::Places;
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Two documents, compared.
pub(in crate::check) struct Comparison<'n, 'd> {
    /// English.
    pub en: &'n Outline<'d>,
    /// French.
    pub fr: &'n Outline<'d>,
    /// What the workspace sets.
    pub settings: Option<&'n Settings>,
    /// The language that was written first: the other one is pointed at.
    pub source: Lang,
    /// Texts that translate each other, in the order of the page.
    pub pairs: Vec<Pair<'n, 'd>>,
    /// Blocks of sections and footnotes that translate each other.
    pub blocks: Vec<(&'n OutlineNode<'d>, &'n OutlineNode<'d>)>,
    /// Differences of structure.
    pub faults: Vec<StructureFault<'n, 'd>>,
    /// The sections of which much has no counterpart: which texts of them belong together
    /// is not sure.
    pub rewritten: BTreeSet<usize>,
    /// The places of pairs that have nothing in common, where others have no partner.
    pub unsure: BTreeSet<usize>,
    /// Finds places.
    pub finder: Finder<'n>,
    siblings: AllSiblings,
}

impl<'n, 'd> Comparison<'n, 'd> {
    /// Compares the structure of two documents and pairs their texts.
    pub fn new(
        en: &'n Outline<'d>,
        fr: &'n Outline<'d>,
        settings: Option<&'n Settings>,
        source: Lang,
        places: &'n Places,
    ) -> Comparison<'n, 'd> {
        let mut comparison = Comparison {
            en,
            fr,
            settings,
            source,
            pairs: Vec::new(),
            blocks: Vec::new(),
            faults: Vec::new(),
            rewritten: BTreeSet::new(),
            unsure: BTreeSet::new(),
            finder: Finder { places },
            siblings: AllSiblings::default(),
        };
        comparison.pair_parts();
        comparison
    }

    /// The document of a language.
    pub fn outline(&self, lang: Lang) -> &'n Outline<'d> {
        lang.choose(self.en, self.fr)
    }

    /// The language that is pointed at.
    pub fn later(&self) -> Lang {
        self.source.other()
    }

    fn pair_parts(&mut self) {
        let (en, fr) = (by_key(self.en), by_key(self.fr));
        let (mut woven, mut troubled) = (Vec::new(), Vec::new());
        for part in &self.en.parts {
            match fr.get(part.key.as_str()).copied() {
                // What is missing or faulty there is found already.
                Some(other) if is_gap(part) || is_gap(other) => {}
                Some(other) => {
                    if self.pair_nodes(part, other, &mut woven) {
                        troubled.push((part, other));
                    }
                }
                None => self.faults.push(StructureFault::MissingPart {
                    has: Lang::En,
                    part,
                }),
            }
        }
        for part in &self.fr.parts {
            if !en.contains_key(part.key.as_str()) {
                self.faults.push(StructureFault::MissingPart {
                    has: Lang::Fr,
                    part,
                });
            }
        }
        self.find_elsewhere(woven);
        self.join_rewritten(&troubled);
    }

    /// Pairs what stands in two parts; tells whether something has no partner of its kind.
    fn pair_nodes(
        &mut self,
        part: &'n Part<'d>,
        other: &'n Part<'d>,
        woven: &mut Vec<Woven<'n, 'd>>,
    ) -> bool {
        let (en, fr) = (part.nodes.as_slice(), other.nodes.as_slice());
        let skeleton = Skeleton::of(en, fr);
        if part.is_body() {
            let whole = |(en, fr): &&Partners<'n, 'd>| !has_gap(en) && !has_gap(fr);
            self.blocks.extend(skeleton.blocks.iter().filter(whole));
        }
        if skeleton.troubled {
            let by_content = en.iter().chain(fr).any(|node| node.kind != Kind::Line);
            let weave = Weave::of(&skeleton, en, fr, by_content);
            for stretch in weave.stretches(&skeleton) {
                self.push_stretch(part, other, stretch);
            }
            for (en, fr) in weave.matched() {
                let pair = self.pairs.len();
                self.push_units(part, &en, &fr);
                if let ([en], [fr]) = (en.as_slice(), fr.as_slice())
                    && en.node.passage.is_some()
                    && self.pairs.len() > pair
                {
                    let (en, fr) = (en.clone(), fr.clone());
                    woven.push(Woven { part, pair, en, fr });
                }
            }
        } else {
            for (en, fr) in &skeleton.links {
                self.push_link(part, en, fr);
            }
        }
        let manners = skeleton.manners.into_iter();
        self.faults
            .extend(manners.map(|(en, fr)| StructureFault::Manner(en, fr)));
        let moved = skeleton.moved.into_iter();
        self.faults.extend(moved.map(|moved| StructureFault::Order {
            moved: moved.pairs,
            en: moved.among.0,
            fr: moved.among.1,
        }));
        skeleton.troubled
    }

    fn push_stretch(&mut self, part: &'n Part<'d>, other: &'n Part<'d>, stretch: Stretch<'n, 'd>) {
        let Stretch {
            reshaped,
            mut only_en,
            mut only_fr,
        } = stretch;
        if part.is_body() {
            // Headings that one language lacks are told as its outline is.
            for lacking in [&mut only_en, &mut only_fr] {
                lacking.nodes.retain(|node| node.kind != Kind::Line);
            }
        }
        // A gap is a missing translation, which is another finding.
        let sides = [(Lang::En, only_en, part), (Lang::Fr, only_fr, other)];
        let mut sides = sides.into_iter().filter(|(_, lacking, _)| {
            !lacking.nodes.is_empty() && !lacking.nodes.iter().any(|node| has_gap(node))
        });
        if let Some((has, lacking, part)) = sides.next() {
            let instead = sides.next().map(|(_, lacking, _)| lacking.nodes);
            self.faults.push(StructureFault::Missing(Missing {
                has,
                nodes: lacking.nodes,
                before: lacking.before,
                part,
                instead: instead.unwrap_or_default(),
                reshaped,
            }));
        } else if !reshaped.is_empty() {
            self.faults.push(StructureFault::Reshaped(reshaped));
        }
    }

    fn push_units(
        &mut self,
        part: &'n Part<'d>,
        en: &[ContentUnit<'n, 'd>],
        fr: &[ContentUnit<'n, 'd>],
    ) {
        match (en, fr) {
            ([en], [fr]) if en.node.kind.fits(fr.node.kind) => {
                self.push_link(part, en.node, fr.node);
            }
            _ => {
                let texts = |units: &[ContentUnit<'n, 'd>]| {
                    units.iter().flat_map(|unit| texts_of(unit.node)).collect()
                };
                self.push_pair(texts(en), texts(fr), part, false);
            }
        }
    }

    fn push_link(&mut self, part: &'n Part<'d>, en: &'n OutlineNode<'d>, fr: &'n OutlineNode<'d>) {
        if let (Some(left), Some(right)) = (&en.passage, &fr.passage) {
            let exact = matches!(en.kind, Kind::Cell | Kind::Line);
            self.push_pair(vec![left], vec![right], part, exact);
        } else if en.children.len() == fr.children.len() {
            for (en, fr) in en.children.iter().zip(&fr.children) {
                self.push_link(part, en, fr);
            }
        } else if en.kind == Kind::Definition {
            self.push_pair(texts_of(en), texts_of(fr), part, false);
        }
    }

    fn push_pair(
        &mut self,
        en: Vec<&'n ValuedText<'d>>,
        fr: Vec<&'n ValuedText<'d>>,
        part: &Part<'_>,
        exact: bool,
    ) {
        let has_gap = en.iter().chain(&fr).any(|text| text.passage.gap);
        if has_gap || en.is_empty() || fr.is_empty() {
            return;
        }
        type Beside<'n, 'd> = fn(&'n ValuedText<'d>) -> &'n [ValuedText<'d>];
        let beside = |of: Beside<'n, 'd>| {
            let all = |texts: &[&'n ValuedText<'d>]| -> Vec<&'n ValuedText<'d>> {
                texts.iter().flat_map(|text| of(text)).collect()
            };
            (all(&en), all(&fr))
        };
        let said = [beside(|text| &text.alts), beside(|text| &text.expansions)];
        let at = self.pairs.len();
        let mut push = |en, fr, exact, around| {
            self.pairs.push(Pair {
                en,
                fr,
                section: part.section,
                body: part.is_body(),
                exact,
                around,
            });
        };
        push(en, fr, exact, None);
        // Another number of pictures, and a description that is missing, have a rule of
        // their own; of abbreviations each language has its own.
        for (en, fr) in said.into_iter().filter(|(en, fr)| en.len() == fr.len()) {
            for (en, fr) in en.into_iter().zip(fr) {
                let described = |text: &ValuedText<'_>| {
                    !text.passage.gap && !text.passage.text.trim().is_empty()
                };
                if described(en) && described(fr) {
                    push(vec![en], vec![fr], true, Some(at));
                }
            }
        }
    }

    /// Whether an item stands in a numbered list.
    pub fn is_numbered(&self, item: &OutlineNode<'_>) -> bool {
        let list = self.list_of(item);
        list.is_some_and(|list| matches!(list.kind, Kind::List(Some(_))))
    }

    /// The list, or another node, that an item stands in.
    pub fn list_of(&self, item: &OutlineNode<'_>) -> Option<&'n OutlineNode<'d>> {
        self.siblings_of(item)?.holder
    }

    /// Where a node stands among those beside it.
    fn siblings_of(&self, node: &OutlineNode<'_>) -> Option<Siblings<'n, 'd>> {
        self.siblings.of(node, [self.en, self.fr])
    }

    /// The place of a mark.
    pub fn place(&self, mark: &TextMark<'_, '_>) -> Option<Span> {
        match &mark.range {
            Some(range) => self.finder.of_range(&mark.text.passage, range),
            None => self.finder.of_passage(&mark.text.passage),
        }
    }

    /// A finding that shows the lines of both languages: it stands in the language
    /// that was written later, with a label at its partner, the phrase's `.en` or `.fr`.
    pub fn finding(
        &self,
        wording: Wording,
        en: &TextMark<'_, '_>,
        fr: &TextMark<'_, '_>,
    ) -> Diagnostic {
        let label = wording.part(self.source.code());
        let (place, partner) = self.later().choose((en, fr), (fr, en));
        let finding = Diagnostic::told(self.place(place), wording).lang(self.later());
        match self.place(partner) {
            Some(span) => finding.label(span, label),
            None => finding,
        }
    }

    /// A finding of what one language has, at `own`, and the other lacks, at `there`: the
    /// same, with the phrase's `.has` or `.lacks` for a label.
    pub fn one_sided(
        &self,
        mut wording: Wording,
        has: Lang,
        own: &TextMark<'_, '_>,
        there: &TextMark<'_, '_>,
    ) -> Diagnostic {
        wording.name_part(
            if self.source == has { "has" } else { "lacks" },
            self.source.code(),
        );
        let (en, fr) = has.choose((own, there), (there, own));
        self.finding(wording, en, fr)
    }
}

/// The parts of a document by their keys.
fn by_key<'n, 'd>(outline: &'n Outline<'d>) -> BTreeMap<&'n str, &'n Part<'d>> {
    let parts = outline.parts.iter().rev();
    parts.map(|part| (part.key.as_str(), part)).collect()
}

/// Whether a part is nothing but a gap.
fn is_gap(part: &Part<'_>) -> bool {
    matches!(part.nodes.as_slice(), [only] if has_gap(only) && only.letters() == 0)
}

fn has_gap(node: &OutlineNode<'_>) -> bool {
    let mut texts = Vec::new();
    node.texts(&mut texts);
    texts.iter().any(|text| text.passage.gap)
}

fn texts_of<'n, 'd>(node: &'n OutlineNode<'d>) -> Vec<&'n ValuedText<'d>> {
    let mut texts = Vec::new();
    node.texts(&mut texts);
    texts.retain(|text| text.passage.role != Role::Code);
    texts
}
