//! What differs in the structure of two documents.

use crate::check::outline::parts::Part;
use crate::check::outline::{Kind, OutlineNode};
use crate::check::pairing::stretch::Reshaped;
use crate::lang::Lang;

/// A difference of structure.
#[derive(Debug)]
pub(in crate::check) enum StructureFault<'n, 'd> {
    /// Nodes that the other language lacks.
    Missing(Missing<'n, 'd>),
    /// A section of which so much has no counterpart that neither text translates the
    /// other: two editions, say.
    Rewritten {
        /// What the English alone has.
        en: Vec<&'n OutlineNode<'d>>,
        /// What the French alone has.
        fr: Vec<&'n OutlineNode<'d>>,
    },
    /// A part that the other language lacks.
    MissingPart {
        /// The language that has it.
        has: Lang,
        /// The part.
        part: &'n Part<'d>,
    },
    /// What is said in both languages, in two forms.
    Reshaped(Vec<Reshaped<'n, 'd>>),
    /// Partners that stand in another order.
    Order {
        /// Those that moved, English and French.
        moved: Vec<(&'n OutlineNode<'d>, &'n OutlineNode<'d>)>,
        /// All that stand beside them in English.
        en: &'n [OutlineNode<'d>],
        /// All that stand beside them in French.
        fr: &'n [OutlineNode<'d>],
    },
    /// Nodes that stand in another part of the document than their translations, or far
    /// from their place in it.
    Elsewhere(Vec<(&'n OutlineNode<'d>, &'n OutlineNode<'d>)>),
    /// Partners of one kind that differ in what the kind says: numbered and bullet
    /// lists, the first number, the number of columns, a task that is done.
    Manner(&'n OutlineNode<'d>, &'n OutlineNode<'d>),
}

impl<'n, 'd> StructureFault<'n, 'd> {
    /// The nodes that a language has alone, or at another place.
    pub fn alone(&self) -> Vec<(Lang, Vec<&'n OutlineNode<'d>>)> {
        match self {
            StructureFault::Missing(missing) => vec![
                (missing.has, missing.nodes.clone()),
                (missing.has.other(), missing.instead.clone()),
            ],
            StructureFault::Rewritten { en, fr } => {
                vec![(Lang::En, en.clone()), (Lang::Fr, fr.clone())]
            }
            StructureFault::Elsewhere(moved) => vec![
                (Lang::En, moved.iter().map(|pair| pair.0).collect()),
                (Lang::Fr, moved.iter().map(|pair| pair.1).collect()),
            ],
            _ => Vec::new(),
        }
    }
}

/// Nodes that one language lacks, and what else is wrong at their place.
#[derive(Debug)]
pub(in crate::check) struct Missing<'n, 'd> {
    /// The language that has them.
    pub has: Lang,
    /// The nodes.
    pub nodes: Vec<&'n OutlineNode<'d>>,
    /// The node before their place in the other language, or the one around.
    pub before: Option<&'n OutlineNode<'d>>,
    /// The part they stand in.
    pub part: &'n Part<'d>,
    /// What the other language has at the same place, and this one lacks.
    pub instead: Vec<&'n OutlineNode<'d>>,
    /// What is said beside them in another form.
    pub reshaped: Vec<Reshaped<'n, 'd>>,
}

impl Missing<'_, '_> {
    /// What the first of the nodes is.
    pub fn kind(&self) -> Option<Kind> {
        self.nodes.first().map(|node| node.kind)
    }
}
