//! Where nodes stand among those beside them: found once for all of two documents.

use crate::check::outline::OutlineNode;
use crate::check::outline::parts::Outline;
use crate::check::pairing::align::{Aligner, RowWeights};
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

/// Where a node stands.
#[derive(Clone, Copy, Debug)]
pub(in crate::check) struct Siblings<'n, 'd> {
    /// The node that it stands in, if it stands in one.
    pub holder: Option<&'n OutlineNode<'d>>,
    /// It and those beside it.
    pub row: &'n [OutlineNode<'d>],
    /// Its place among them.
    pub at: usize,
}

/// Where all nodes of two documents stand.
#[derive(Default)]
pub(in crate::check) struct AllSiblings {
    /// By the addresses of the nodes.
    places: OnceCell<HashMap<usize, Way>>,
    /// What is known of two rows, by the addresses of their first nodes.
    rows: RefCell<HashMap<[usize; 2], Rc<RowWeights>>>,
}

/// The way to a node: which of the documents, which of its parts, and the places of what it
/// stands in, the outermost first, and last its own.
struct Way {
    document: usize,
    part: usize,
    steps: Box<[usize]>,
}

fn address<T>(of: *const T) -> usize {
    of.addr()
}

impl AllSiblings {
    /// Where a node of one of these documents stands.
    pub fn of<'n, 'd>(
        &self,
        node: &OutlineNode<'_>,
        outlines: [&'n Outline<'d>; 2],
    ) -> Option<Siblings<'n, 'd>> {
        let places = self.places.get_or_init(|| {
            let mut places = HashMap::new();
            for (document, outline) in outlines.iter().enumerate() {
                for (part, it) in outline.parts.iter().enumerate() {
                    collect((document, part), &it.nodes, &mut Vec::new(), &mut places);
                }
            }
            places
        });
        let way = places.get(&address(node))?;
        let (at, around) = way.steps.split_last()?;
        let part = outlines.get(way.document)?.parts.get(way.part)?;
        let (mut holder, mut row) = (None, part.nodes.as_slice());
        for step in around {
            let node = row.get(*step)?;
            (holder, row) = (Some(node), node.children.as_slice());
        }
        let at = *at;
        Some(Siblings { holder, row, at })
    }

    /// What compares two rows of nodes.
    pub fn aligner<'a, 'd>(
        &self,
        en: &'a [OutlineNode<'d>],
        fr: &'a [OutlineNode<'d>],
    ) -> Aligner<'a, 'd> {
        let mut rows = self.rows.borrow_mut();
        let known = rows.entry([address(en.as_ptr()), address(fr.as_ptr())]);
        let weights = known.or_insert_with(|| Rc::new(RowWeights::of(en, fr)));
        Aligner::with(en, fr, Rc::clone(weights))
    }
}

fn collect(
    part: (usize, usize),
    row: &[OutlineNode<'_>],
    steps: &mut Vec<usize>,
    places: &mut HashMap<usize, Way>,
) {
    for (at, node) in row.iter().enumerate() {
        steps.push(at);
        let way = Way {
            document: part.0,
            part: part.1,
            steps: steps.as_slice().into(),
        };
        places.insert(address(node), way);
        collect(part, &node.children, steps, places);
        steps.pop();
    }
}
