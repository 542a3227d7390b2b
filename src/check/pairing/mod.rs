//! Two documents, side by side: which texts translate each other, and where their
//! structure differs.

pub(in crate::check) mod align;
pub(in crate::check) mod matching;
pub(in crate::check) mod pair;
pub(in crate::check) mod partners;
pub(in crate::check) mod reorder;
pub(in crate::check) mod similarity;

use crate::check::outline::parts::{Outline, Part};
use crate::check::outline::{Kind, Node, Text};
use crate::check::pairing::align::{Step, align};
pub(in crate::check) use crate::check::pairing::pair::{Mark, Pair};
use crate::check::passage::Role;
use crate::check::place::Finder;
use crate::diagnostic::{Code, Diagnostic};
use crate::lang::Lang;
use crate::memo::Settings;
use crate::memo::yaml::Places;
use crate::source::Span;
use std::collections::BTreeMap;

/// A difference of structure.
#[derive(Debug)]
pub(in crate::check) enum Fault<'n, 'd> {
    /// Nodes in a row that the other language lacks.
    Missing {
        /// The language that has them.
        has: Lang,
        /// The nodes.
        nodes: Vec<&'n Node<'d>>,
        /// The node before their place in the other language, or the one around.
        before: Option<&'n Node<'d>>,
        /// The part they stand in.
        part: &'n Part<'d>,
    },
    /// A part that the other language lacks.
    MissingPart {
        /// The language that has it.
        has: Lang,
        /// The part.
        part: &'n Part<'d>,
    },
    /// Partners of different kinds.
    Misfit(&'n Node<'d>, &'n Node<'d>),
    /// One paragraph in one language, two in the other.
    Split {
        /// English.
        en: &'n [Node<'d>],
        /// French.
        fr: &'n [Node<'d>],
    },
    /// Partners that stand in another order.
    Order {
        /// Those that moved, English and French.
        moved: Vec<(&'n Node<'d>, &'n Node<'d>)>,
        /// All that stand beside them in English.
        en: &'n [Node<'d>],
        /// All that stand beside them in French.
        fr: &'n [Node<'d>],
    },
    /// Partners of one kind that differ in what the kind says: numbered and bullet
    /// lists, the first number, the number of columns, a task that is done.
    Manner(&'n Node<'d>, &'n Node<'d>),
}

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
    pub blocks: Vec<(&'n Node<'d>, &'n Node<'d>)>,
    /// Differences of structure.
    pub faults: Vec<Fault<'n, 'd>>,
    /// Finds places.
    pub finder: Finder<'n>,
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
            finder: Finder { places },
        };
        comparison.pair_parts();
        comparison
    }

    /// The language that is pointed at.
    pub fn later(&self) -> Lang {
        self.source.other()
    }

    fn pair_parts(&mut self) {
        let (en, fr) = (by_key(self.en), by_key(self.fr));
        for part in &self.en.parts {
            match fr.get(part.key.as_str()).copied() {
                // What is missing or faulty there is found already.
                Some(other) if is_gap(part) || is_gap(other) => {}
                Some(other) => {
                    self.pair_nodes(part, other, (&part.nodes, &other.nodes), (None, None))
                }
                None => self.faults.push(Fault::MissingPart {
                    has: Lang::En,
                    part,
                }),
            }
        }
        for part in &self.fr.parts {
            if !en.contains_key(part.key.as_str()) {
                self.faults.push(Fault::MissingPart {
                    has: Lang::Fr,
                    part,
                });
            }
        }
    }

    fn pair_nodes(
        &mut self,
        part: &'n Part<'d>,
        other: &'n Part<'d>,
        nodes: (&'n [Node<'d>], &'n [Node<'d>]),
        around: (Option<&'n Node<'d>>, Option<&'n Node<'d>>),
    ) {
        let (en, fr) = nodes;
        let steps = align(en, fr);
        self.report_missing(&steps, part, other, nodes, around);
        let mut moved = Vec::new();
        for step in &steps {
            let Step::Match {
                en: e,
                fr: f,
                moved: is_moved,
            } = step
            else {
                continue;
            };
            let (Some(left), Some(right)) = (en.get(e.clone()), fr.get(f.clone())) else {
                continue;
            };
            if let ([left], [right]) = (left, right) {
                if *is_moved {
                    moved.push((left, right));
                }
                let whole = around.0.is_none() && !has_gap(left) && !has_gap(right);
                if whole && part.is_body() {
                    self.blocks.push((left, right));
                }
                self.pair_one(part, other, left, right);
            } else {
                self.faults.push(Fault::Split {
                    en: left,
                    fr: right,
                });
                self.push_pair(texts_of(left), texts_of(right), part, false);
            }
        }
        if !moved.is_empty() {
            self.faults.push(Fault::Order { moved, en, fr });
        }
    }

    fn pair_one(
        &mut self,
        part: &'n Part<'d>,
        other: &'n Part<'d>,
        en: &'n Node<'d>,
        fr: &'n Node<'d>,
    ) {
        if !en.kind.fits(fr.kind) {
            self.faults.push(Fault::Misfit(en, fr));
            let (en, fr) = (std::slice::from_ref(en), std::slice::from_ref(fr));
            return self.push_pair(texts_of(en), texts_of(fr), part, false);
        }
        let manner = |kind: Kind| match kind {
            Kind::Note(_) => Kind::Note(0),
            other => other,
        };
        if manner(en.kind) != manner(fr.kind) {
            self.faults.push(Fault::Manner(en, fr));
        }
        if let (Some(left), Some(right)) = (&en.passage, &fr.passage) {
            let exact = matches!(en.kind, Kind::Cell | Kind::Line);
            return self.push_pair(vec![left], vec![right], part, exact);
        }
        if matches!(en.kind, Kind::Row(_)) {
            if en.children.len() == fr.children.len() {
                for (en, fr) in en.children.iter().zip(&fr.children) {
                    self.pair_one(part, other, en, fr);
                }
            }
            return;
        }
        self.pair_nodes(
            part,
            other,
            (&en.children, &fr.children),
            (Some(en), Some(fr)),
        );
    }

    fn push_pair(
        &mut self,
        en: Vec<&'n Text<'d>>,
        fr: Vec<&'n Text<'d>>,
        part: &Part<'_>,
        exact: bool,
    ) {
        let has_gap = en.iter().chain(&fr).any(|text| text.passage.gap);
        if has_gap || en.is_empty() || fr.is_empty() {
            return;
        }
        let alts = |texts: &[&'n Text<'d>]| -> Vec<&'n Text<'d>> {
            texts.iter().flat_map(|text| &text.alts).collect()
        };
        let (en_alts, fr_alts) = (alts(&en), alts(&fr));
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
        // their own.
        if en_alts.len() == fr_alts.len() {
            for (en, fr) in en_alts.into_iter().zip(fr_alts) {
                let described =
                    |text: &Text<'_>| !text.passage.gap && !text.passage.text.trim().is_empty();
                if described(en) && described(fr) {
                    push(vec![en], vec![fr], true, Some(at));
                }
            }
        }
    }

    /// Gathers nodes without partners, those in a row as one.
    fn report_missing(
        &mut self,
        steps: &[Step],
        part: &'n Part<'d>,
        other: &'n Part<'d>,
        (en, fr): (&'n [Node<'d>], &'n [Node<'d>]),
        (en_around, fr_around): (Option<&'n Node<'d>>, Option<&'n Node<'d>>),
    ) {
        let (mut last_en, mut last_fr) = (None, None);
        let mut open: Option<(Lang, Vec<&'n Node<'d>>, Option<&'n Node<'d>>)> = None;
        let mut close = |open: &mut Option<(Lang, Vec<&'n Node<'d>>, Option<&'n Node<'d>>)>| {
            if let Some((has, nodes, before)) = open.take() {
                let part = if has == Lang::En { part } else { other };
                // A gap is a missing translation, which is another finding.
                if nodes.iter().all(|node| !has_gap(node)) {
                    self.faults.push(Fault::Missing {
                        has,
                        nodes,
                        before,
                        part,
                    });
                }
            }
        };
        for step in steps {
            let (has, node) = match step {
                Step::OnlyEn(at) => (Lang::En, en.get(*at)),
                Step::OnlyFr(at) => (Lang::Fr, fr.get(*at)),
                Step::Match { en: e, fr: f, .. } => {
                    close(&mut open);
                    (last_en, last_fr) = (en.get(e.end - 1), fr.get(f.end - 1));
                    continue;
                }
            };
            let Some(node) = node else { continue };
            let before = match has {
                Lang::En => last_fr.or(fr_around),
                Lang::Fr => last_en.or(en_around),
            };
            match &mut open {
                Some((lang, nodes, _)) if *lang == has => nodes.push(node),
                _ => {
                    close(&mut open);
                    open = Some((has, vec![node], before));
                }
            }
        }
        close(&mut open);
    }

    /// Whether an item stands in a numbered list.
    pub fn is_numbered(&self, item: &Node<'_>) -> bool {
        fn holds(nodes: &[Node<'_>], item: &Node<'_>) -> Option<bool> {
            nodes.iter().find_map(|node| {
                let numbered = matches!(node.kind, Kind::List(Some(_)));
                if node.children.iter().any(|child| std::ptr::eq(child, item)) {
                    return Some(numbered);
                }
                holds(&node.children, item)
            })
        }
        self.en
            .parts
            .iter()
            .find_map(|part| holds(&part.nodes, item))
            .unwrap_or(false)
    }

    /// The place of a mark.
    pub fn place(&self, mark: &Mark<'_, '_>) -> Option<Span> {
        match &mark.range {
            Some(range) => self.finder.of_range(&mark.text.passage, range),
            None => self.finder.of_passage(&mark.text.passage),
        }
    }

    /// A finding that shows the lines of both languages: it stands in the language
    /// that was written later, with a label at its partner.
    pub fn finding(
        &self,
        code: &'static Code,
        en: &Mark<'_, '_>,
        fr: &Mark<'_, '_>,
        message: String,
        labels: (String, String),
    ) -> Diagnostic {
        let (place, partner, label) = match self.later() {
            Lang::Fr => (fr, en, labels.0),
            Lang::En => (en, fr, labels.1),
        };
        let mut diagnostic = Diagnostic::new(code, self.place(place), message).lang(self.later());
        if let Some(span) = self.place(partner) {
            diagnostic = diagnostic.label(span, label);
        }
        diagnostic
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

fn has_gap(node: &Node<'_>) -> bool {
    let mut texts = Vec::new();
    node.texts(&mut texts);
    texts.iter().any(|text| text.passage.gap)
}

fn texts_of<'n, 'd>(nodes: &'n [Node<'d>]) -> Vec<&'n Text<'d>> {
    let mut texts = Vec::new();
    for node in nodes {
        node.texts(&mut texts);
    }
    texts.retain(|text| text.passage.role != Role::Code);
    texts
}

/// The name of a language in a message.
pub(in crate::check) fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "English",
        Lang::Fr => "French",
    }
}

/// A number of things: "1 picture", "2 pictures".
pub(in crate::check) fn counted(count: usize, thing: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {thing}{plural}")
}
