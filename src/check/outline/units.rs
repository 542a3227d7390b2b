//! The units of content: paragraphs, code, rows, each with what stands around it. Two
//! languages may set the same units in other forms.

use crate::check::outline::{Kind, OutlineNode};

/// A piece of content: a node without parts, a row with its cells, or a term with its
/// meanings.
#[derive(Clone, Debug)]
pub(in crate::check) struct ContentUnit<'n, 'd> {
    /// What stands around it, the outermost first, and last it itself.
    pub path: Vec<&'n OutlineNode<'d>>,
    /// The node itself.
    pub node: &'n OutlineNode<'d>,
    /// Whether an item begins with it.
    pub leads: bool,
    /// The sequence it belongs to: what moved has one of its own.
    pub scope: usize,
}

/// What a unit is set as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum UnitForm {
    /// Text that stands by itself.
    Plain(Kind),
    /// The beginning of an item, in so many lists.
    Item(usize),
    /// Further text of an item, in so many lists.
    InItem(usize),
    /// Part of a quotation.
    Quoted,
    /// Part of an alert.
    Boxed,
    /// A row.
    Row,
}

impl<'n, 'd> ContentUnit<'n, 'd> {
    /// The node as a whole: the item that begins with the unit, rather than its text.
    pub fn whole(&self) -> &'n OutlineNode<'d> {
        let around = self.path.len().checked_sub(2);
        match around.and_then(|at| self.path.get(at)) {
            Some(item) if self.leads => item,
            _ => self.node,
        }
    }

    /// What it is set as.
    pub fn form(&self) -> UnitForm {
        let lists = self
            .path
            .iter()
            .filter(|node| matches!(node.kind, Kind::List(_)));
        let inner = self.path.iter().rev().skip(1);
        for node in inner {
            match node.kind {
                Kind::Item(_) if self.leads => return UnitForm::Item(lists.count()),
                Kind::Item(_) => return UnitForm::InItem(lists.count()),
                Kind::Quote => return UnitForm::Quoted,
                Kind::Alert(_) => return UnitForm::Boxed,
                Kind::Table(_) => return UnitForm::Row,
                _ => {}
            }
        }
        UnitForm::Plain(self.node.kind)
    }

    /// Whether both are set in the same way, in all that stands around them.
    pub fn is_set_like(&self, other: &ContentUnit<'_, '_>) -> bool {
        self.leads == other.leads
            && self.path.len() == other.path.len()
            && self
                .path
                .iter()
                .zip(&other.path)
                .all(|(a, b)| a.kind.fits(b.kind))
    }

    /// How much of what stands around it stands around another unit, too.
    pub fn shared_with(&self, other: &ContentUnit<'_, '_>) -> usize {
        self.path
            .iter()
            .zip(&other.path)
            .take_while(|(a, b)| std::ptr::eq(**a, **b))
            .count()
    }
}

impl UnitForm {
    /// What a reader calls it, with its article.
    pub fn name(self) -> &'static str {
        match self {
            UnitForm::Plain(kind) => kind.name(),
            UnitForm::Item(1) => "list-item",
            UnitForm::Item(_) => "nested-item",
            UnitForm::InItem(_) => "paragraph-in-item",
            UnitForm::Quoted => "quoted",
            UnitForm::Boxed => "boxed",
            UnitForm::Row => "table-row",
        }
    }
}

/// The units of nodes, in reading order. `scope_of` gives a node that begins a sequence
/// of its own the number of that sequence.
pub(in crate::check) fn units<'n, 'd>(
    nodes: &'n [OutlineNode<'d>],
    scope_of: &dyn Fn(&OutlineNode<'d>) -> Option<usize>,
) -> Vec<ContentUnit<'n, 'd>> {
    let mut found = Vec::new();
    collect(nodes, scope_of, 0, &mut Vec::new(), &mut found);
    found
}

fn collect<'n, 'd>(
    nodes: &'n [OutlineNode<'d>],
    scope_of: &dyn Fn(&OutlineNode<'d>) -> Option<usize>,
    scope: usize,
    path: &mut Vec<&'n OutlineNode<'d>>,
    found: &mut Vec<ContentUnit<'n, 'd>>,
) {
    let in_item = matches!(path.last().map(|node| node.kind), Some(Kind::Item(_)));
    for (at, node) in nodes.iter().enumerate() {
        let scope = scope_of(node).unwrap_or(scope);
        path.push(node);
        if node.is_unit() {
            found.push(ContentUnit {
                path: path.clone(),
                node,
                leads: in_item && at == 0,
                scope,
            });
        } else {
            collect(&node.children, scope_of, scope, path, found);
        }
        path.pop();
    }
}

impl OutlineNode<'_> {
    /// Whether it is a unit of content, and not made of some.
    pub fn is_unit(&self) -> bool {
        let simple = || self.children.iter().all(|child| child.children.is_empty());
        match self.kind {
            Kind::Row(_) => true,
            // A term and what it means belong together.
            Kind::Definition => simple(),
            _ => self.children.is_empty(),
        }
    }
}
