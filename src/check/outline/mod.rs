//! A document as a tree of comparable nodes: blocks, items, rows and cells, each
//! with the features that pair it with its translation.

pub(in crate::check) mod headings;
pub(in crate::check) mod parts;
pub(in crate::check) mod units;

use crate::check::pairing::similarity::Features;
use crate::check::passage::{ReadPassage, Role};
use crate::check::values::Values;
use crate::document::{AlertKind, Block, BlockKind, Caption, Cell, Definition, ListItem, Origin};
use crate::lang::Lang;

/// The kind of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Kind {
    /// A paragraph.
    Paragraph,
    /// A list: the first number of an ordered one.
    List(Option<u64>),
    /// An item: whether its task is done, where it is one.
    Item(Option<bool>),
    /// A list of definitions.
    Definitions,
    /// A term with its meanings.
    Definition,
    /// A term.
    Term,
    /// A table of so many columns.
    Table(usize),
    /// A row: whether it is the header.
    Row(bool),
    /// A cell.
    Cell,
    /// A quotation.
    Quote,
    /// A box that calls for attention.
    Alert(AlertKind),
    /// A picture with its caption.
    Figure,
    /// The caption of a figure, or that of the table behind it.
    Caption,
    /// Code.
    Code,
    /// A thematic break.
    Rule,
    /// A footnote with its number.
    Note(u32),
    /// A line of the header, the signature or the footer; a heading.
    Line,
}

impl Kind {
    /// Whether nodes of these kinds can translate each other.
    pub fn fits(self, other: Kind) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }

    /// What a reader calls it, with its article.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Paragraph => "paragraph",
            Kind::List(None) => "bullet-list",
            Kind::List(Some(_)) => "numbered-list",
            Kind::Item(_) => "list-item",
            Kind::Definitions => "definition-list",
            Kind::Definition => "definition",
            Kind::Term => "term",
            Kind::Table(_) => "table",
            Kind::Row(_) => "table-row",
            Kind::Cell => "cell",
            Kind::Quote => "quotation",
            Kind::Alert(kind) => kind.name(),
            Kind::Figure => "figure",
            Kind::Caption => "caption",
            Kind::Code => "code-block",
            Kind::Rule => "thematic-break",
            Kind::Note(_) => "footnote",
            Kind::Line => "line",
        }
    }
}

/// A node: a block, or a part of one.
#[derive(Debug)]
pub(in crate::check) struct OutlineNode<'d> {
    /// What it is.
    pub kind: Kind,
    /// Where it was written.
    pub origin: Option<&'d Origin>,
    /// Its text, where it has one of its own.
    pub passage: Option<ValuedText<'d>>,
    /// Its parts.
    pub children: Vec<OutlineNode<'d>>,
    /// What it has in common with its translation.
    pub features: Features,
}

/// A passage with the values in it.
#[derive(Debug)]
pub(in crate::check) struct ValuedText<'d> {
    /// The passage.
    pub passage: ReadPassage<'d>,
    /// The values.
    pub values: Values,
    /// What its pictures' descriptions say.
    pub alts: Vec<ValuedText<'d>>,
    /// What its abbreviations stand for.
    pub expansions: Vec<ValuedText<'d>>,
}

impl<'d> ValuedText<'d> {
    /// A passage, read.
    pub fn new(passage: ReadPassage<'d>) -> ValuedText<'d> {
        let values = Values::read(&passage);
        let lang = passage.lang;
        let beside = |inlines, origin| {
            ValuedText::new(ReadPassage::new(Role::Text, lang, inlines, Some(origin)))
        };
        let alts = passage.images.iter();
        let alts = alts.map(|image| beside(image.description, image.origin));
        let expansions = passage.expansions.iter();
        let expansions = expansions.map(|(inlines, origin)| beside(inlines, origin));
        ValuedText {
            values,
            alts: alts.collect(),
            expansions: expansions.collect(),
            passage,
        }
    }
}

impl<'d> OutlineNode<'d> {
    fn passage(kind: Kind, origin: &'d Origin, passage: ReadPassage<'d>) -> OutlineNode<'d> {
        let text = ValuedText::new(passage);
        OutlineNode {
            kind,
            origin: Some(origin),
            features: Features::of_passage(&text.passage, &text.values),
            passage: Some(text),
            children: Vec::new(),
        }
    }

    fn parent(
        kind: Kind,
        origin: Option<&'d Origin>,
        children: Vec<OutlineNode<'d>>,
    ) -> OutlineNode<'d> {
        OutlineNode {
            kind,
            origin,
            passage: None,
            features: Features::sum(children.iter().map(|child| &child.features)),
            children,
        }
    }

    /// The texts in it, in reading order.
    pub fn texts<'n>(&'n self, into: &mut Vec<&'n ValuedText<'d>>) {
        into.extend(&self.passage);
        for child in &self.children {
            child.texts(into);
        }
    }

    /// How many characters there are in it, white space left out.
    pub fn letters(&self) -> usize {
        let mut texts = Vec::new();
        self.texts(&mut texts);
        texts.iter().map(|text| text.passage.letters()).sum()
    }

    /// The first words, to quote it by.
    pub fn excerpt(&self) -> String {
        let mut texts = Vec::new();
        self.texts(&mut texts);
        let text: String = texts
            .iter()
            .map(|text| text.passage.text.trim())
            .find(|text| !text.is_empty())
            .unwrap_or_default()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        match text.char_indices().nth(60) {
            Some((end, _)) => {
                let cut = text.get(..end).unwrap_or(&text);
                let cut = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
                format!("{cut}…")
            }
            None => text,
        }
    }
}

/// The nodes of blocks.
pub(in crate::check) fn of_blocks(blocks: &[Block], lang: Lang) -> Vec<OutlineNode<'_>> {
    blocks
        .iter()
        .flat_map(|block| {
            let caption = match &block.kind {
                BlockKind::Table { caption, .. } => caption.as_ref(),
                _ => None,
            };
            let caption = caption.map(|caption| of_caption(caption, lang));
            caption.into_iter().chain([of_block(block, lang)])
        })
        .collect()
}

/// The words of a caption; its number is the program's.
fn of_caption(caption: &Caption, lang: Lang) -> OutlineNode<'_> {
    let own = caption.words.inlines.get(caption.label..);
    let origin = &caption.origin;
    let passage = ReadPassage::new(Role::Text, lang, own.unwrap_or_default(), Some(origin));
    OutlineNode::passage(Kind::Caption, origin, passage)
}

fn of_block(block: &Block, lang: Lang) -> OutlineNode<'_> {
    let origin = &block.origin;
    match &block.kind {
        BlockKind::Paragraph(inlines) => OutlineNode::passage(
            Kind::Paragraph,
            origin,
            ReadPassage::new(Role::Text, lang, inlines, Some(origin)),
        ),
        BlockKind::List { start, items, .. } => OutlineNode::parent(
            Kind::List(*start),
            Some(origin),
            items.iter().map(|item| of_item(item, lang)).collect(),
        ),
        BlockKind::Definitions { items, .. } => OutlineNode::parent(
            Kind::Definitions,
            Some(origin),
            items.iter().map(|item| of_definition(item, lang)).collect(),
        ),
        BlockKind::Table { header, rows, .. } => {
            let all = std::iter::once(header).chain(rows).enumerate();
            let rows = all.map(|(at, cells)| of_row(cells, at == 0, lang));
            OutlineNode::parent(Kind::Table(header.len()), Some(origin), rows.collect())
        }
        BlockKind::Quote(blocks) => {
            OutlineNode::parent(Kind::Quote, Some(origin), of_blocks(blocks, lang))
        }
        // Its label is the program's.
        BlockKind::Alert { kind, blocks, .. } => {
            OutlineNode::parent(Kind::Alert(*kind), Some(origin), of_blocks(blocks, lang))
        }
        BlockKind::Figure { picture, caption } => {
            let passage = ReadPassage::new(Role::Text, lang, picture, Some(origin));
            let picture = OutlineNode::passage(Kind::Paragraph, origin, passage);
            let parts = vec![picture, of_caption(caption, lang)];
            OutlineNode::parent(Kind::Figure, Some(origin), parts)
        }
        BlockKind::Code { text, .. } => {
            OutlineNode::passage(Kind::Code, origin, ReadPassage::of_code(lang, text, origin))
        }
        BlockKind::Rule => OutlineNode::parent(Kind::Rule, Some(origin), Vec::new()),
    }
}

fn of_item(item: &ListItem, lang: Lang) -> OutlineNode<'_> {
    OutlineNode::parent(
        Kind::Item(item.task),
        Some(&item.origin),
        of_blocks(&item.blocks, lang),
    )
}

/// A term with its meanings.
fn of_definition(item: &Definition, lang: Lang) -> OutlineNode<'_> {
    let origin = &item.origin;
    let term = ReadPassage::new(Role::Text, lang, &item.term, Some(origin));
    let mut children = vec![OutlineNode::passage(Kind::Term, origin, term)];
    for meaning in &item.meanings {
        children.extend(of_blocks(&meaning.blocks, lang));
    }
    OutlineNode::parent(Kind::Definition, Some(origin), children)
}

fn of_row(cells: &[Cell], header: bool, lang: Lang) -> OutlineNode<'_> {
    let cells: Vec<OutlineNode<'_>> = cells
        .iter()
        .enumerate()
        .map(|(column, cell)| {
            let role = match column {
                0 => Role::RowHead,
                _ => Role::Cell,
            };
            let passage = ReadPassage::new(role, lang, &cell.inlines, Some(&cell.origin));
            OutlineNode::passage(Kind::Cell, &cell.origin, passage)
        })
        .collect();
    let origin = cells.first().and_then(|cell| cell.origin);
    OutlineNode::parent(Kind::Row(header), origin, cells)
}

/// The node of a footnote.
pub(in crate::check) fn of_note(note: &crate::document::Note, lang: Lang) -> OutlineNode<'_> {
    let children = of_blocks(&note.body.blocks, lang);
    let origin = children.first().and_then(|child| child.origin);
    OutlineNode::parent(Kind::Note(note.number), origin, children)
}
