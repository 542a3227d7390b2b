//! The first alignment: blocks with blocks and items with items, by their kinds. Most
//! texts need no other.

use crate::check::outline::{Kind, OutlineNode};
use crate::check::pairing::align::{Step, align};

/// Nodes that have no partner of their kind among those beside them.
pub(in crate::check) struct Alone<'n, 'd> {
    /// The node.
    pub node: &'n OutlineNode<'d>,
    /// The node before its place in the other language, or the one around.
    pub before: Option<&'n OutlineNode<'d>>,
}

/// Partners of the same kind.
pub(in crate::check) type Partners<'n, 'd> = (&'n OutlineNode<'d>, &'n OutlineNode<'d>);

/// Partners that stand in another order.
pub(in crate::check) struct Moved<'n, 'd> {
    /// Those that moved.
    pub pairs: Vec<Partners<'n, 'd>>,
    /// All that stand beside them, in English and in French.
    pub among: (&'n [OutlineNode<'d>], &'n [OutlineNode<'d>]),
}

/// What two sequences of nodes have in common by their kinds.
#[derive(Default)]
pub(in crate::check) struct Skeleton<'n, 'd> {
    /// Units that are partners, in the order of the page.
    pub links: Vec<Partners<'n, 'd>>,
    /// Nodes that are partners, of one kind, the outermost ones alone.
    pub blocks: Vec<Partners<'n, 'd>>,
    /// Nodes without partners.
    pub alone: Vec<Alone<'n, 'd>>,
    /// Whether something has no partner of its kind, or has two.
    pub troubled: bool,
    /// Nodes in another order.
    pub moved: Vec<Moved<'n, 'd>>,
    /// Partners of one kind that differ in what the kind says; of the lists in one list
    /// the first of those that differ alike.
    pub manners: Vec<Partners<'n, 'd>>,
    /// How the lists of the outermost node that is looked at differ.
    lists: Vec<(Kind, Kind)>,
}

impl<'n, 'd> Skeleton<'n, 'd> {
    /// Aligns two sequences of nodes and what is in them.
    pub fn of(en: &'n [OutlineNode<'d>], fr: &'n [OutlineNode<'d>]) -> Skeleton<'n, 'd> {
        let mut skeleton = Skeleton::default();
        skeleton.align((en, fr), (None, None));
        skeleton
    }

    fn align(
        &mut self,
        (en, fr): (&'n [OutlineNode<'d>], &'n [OutlineNode<'d>]),
        around: (Option<&'n OutlineNode<'d>>, Option<&'n OutlineNode<'d>>),
    ) {
        let (mut last_en, mut last_fr) = around;
        let mut moved = Vec::new();
        for step in align(en, fr) {
            match step {
                Step::OnlyEn(at) => self.push_alone(en.get(at), last_fr),
                Step::OnlyFr(at) => self.push_alone(fr.get(at), last_en),
                Step::Match {
                    en: e,
                    fr: f,
                    moved: is_moved,
                } => {
                    let (left, right) =
                        (en.get(e).unwrap_or_default(), fr.get(f).unwrap_or_default());
                    (last_en, last_fr) = (left.last(), right.last());
                    match (left, right) {
                        ([left], [right]) if left.kind.fits(right.kind) => {
                            if is_moved {
                                moved.push((left, right));
                            }
                            if around.0.is_none() {
                                self.blocks.push((left, right));
                                self.lists.clear();
                            }
                            self.push_partners(left, right);
                        }
                        _ => self.troubled = true,
                    }
                }
            }
        }
        if !moved.is_empty() {
            let among = (en, fr);
            let pairs = moved;
            self.moved.push(Moved { pairs, among });
        }
    }

    fn push_manner(&mut self, en: &'n OutlineNode<'d>, fr: &'n OutlineNode<'d>) {
        if let (Kind::List(one), Kind::List(other)) = (en.kind, fr.kind) {
            // Where one of them is no numbered list, the first number says nothing.
            let both = one.is_some() && other.is_some();
            let plain =
                |first: Option<u64>| Kind::List(if both { first } else { first.map(|_| 0) });
            let way = (plain(one), plain(other));
            if self.lists.contains(&way) {
                return;
            }
            self.lists.push(way);
        }
        self.manners.push((en, fr));
    }

    fn push_alone(
        &mut self,
        node: Option<&'n OutlineNode<'d>>,
        before: Option<&'n OutlineNode<'d>>,
    ) {
        self.troubled = true;
        self.alone.extend(node.map(|node| Alone { node, before }));
    }

    fn push_partners(&mut self, en: &'n OutlineNode<'d>, fr: &'n OutlineNode<'d>) {
        let manner = |kind: Kind| match kind {
            Kind::Note(_) => Kind::Note(0),
            other => other,
        };
        if manner(en.kind) != manner(fr.kind) {
            self.push_manner(en, fr);
        }
        if en.is_unit() && fr.is_unit() {
            self.links.push((en, fr));
        } else {
            self.align((&en.children, &fr.children), (Some(en), Some(fr)));
        }
    }
}
