//! pulldown-cmark's events as a tree, the only place where they are read.

use pulldown_cmark::{
    Alignment as CmarkAlignment, CodeBlockKind, Event, LinkType, Options, Parser, Tag,
};
use std::ops::Range;

use crate::document::Alignment;
use crate::locale::Value;

/// How deep blocks and inlines may nest: far deeper than anybody writes, and
/// shallow enough for every later phase to recurse.
const MAX_DEPTH: usize = 48;

/// A node with the bytes of the source that it covers.
#[derive(Debug)]
pub(super) struct Node {
    /// What it is.
    pub kind: Kind,
    /// The bytes.
    pub range: Range<usize>,
    /// What is in it.
    pub children: Vec<Node>,
}

/// What a node is.
#[derive(Debug, PartialEq)]
pub(super) enum Kind {
    Paragraph,
    Heading,
    Quote,
    CodeBlock(String),
    HtmlBlock,
    List(Option<u64>),
    Item,
    Note(String),
    Table(Vec<Alignment>),
    Head,
    Row,
    Cell,
    Emphasis,
    Strong,
    Deleted,
    Superscript,
    Subscript,
    Link(Destination),
    /// A telephone number that is typed, with its URI.
    Telephone(String),
    Image(Destination),
    Text(String),
    /// The value that a token stands for.
    Value(Value),
    Code(String),
    Html(String),
    NoteReference(String),
    SoftBreak,
    HardBreak,
    Rule,
    Task(bool),
}

/// Where a link or an image leads.
#[derive(Debug, PartialEq)]
pub(super) struct Destination {
    pub url: String,
    pub title: String,
    pub form: Form,
}

/// How a link is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `[words](url)`
    Inline,
    /// `[words][label]`, `[label][]`, `[label]`
    Reference,
    /// `<https://…>`
    Autolink,
    /// `<name@example.org>`
    Email,
}

impl Form {
    /// Whether the address itself is what is shown.
    pub fn is_bare(self) -> bool {
        matches!(self, Form::Autolink | Form::Email)
    }
}

/// A whole text, parsed.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// The outermost nodes.
    pub nodes: Vec<Node>,
    /// Link definitions (`[label]: url`).
    pub definitions: Vec<Range<usize>>,
    /// Where the nesting went too deep, if it did; what is deeper is left out.
    pub too_deep: Option<Range<usize>>,
}

/// Parses CommonMark with tables, footnotes, task lists and strikethrough.
pub(super) fn parse_tree(text: &str) -> Tree {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH;
    let parser = Parser::new_ext(text, options);
    let mut definitions: Vec<Range<usize>> = parser
        .reference_definitions()
        .iter()
        .map(|(_, definition)| definition.span.clone())
        .collect();
    definitions.sort_by_key(|range| range.start);
    let mut tree = Tree {
        definitions,
        ..Tree::default()
    };
    let mut open: Vec<Node> = Vec::new();
    let mut skipped = 0_usize;
    for (event, range) in parser.into_offset_iter() {
        match event {
            Event::Start(_) if skipped > 0 || open.len() >= MAX_DEPTH => {
                skipped += 1;
                tree.too_deep.get_or_insert(range);
            }
            Event::End(_) if skipped > 0 => skipped -= 1,
            _ if skipped > 0 => {}
            Event::Start(tag) => open.push(Node::new(tag_kind(tag), range)),
            Event::End(_) => {
                if let Some(node) = open.pop() {
                    siblings(&mut open, &mut tree.nodes).push(node);
                }
            }
            event => {
                if let Some(kind) = leaf_kind(event) {
                    siblings(&mut open, &mut tree.nodes).push(Node::new(kind, range));
                }
            }
        }
    }
    tree
}

impl Kind {
    /// Whether it stands in running text.
    pub fn is_inline(&self) -> bool {
        !matches!(
            self,
            Kind::Paragraph
                | Kind::Heading
                | Kind::Quote
                | Kind::CodeBlock(_)
                | Kind::HtmlBlock
                | Kind::List(_)
                | Kind::Item
                | Kind::Note(_)
                | Kind::Table(_)
                | Kind::Head
                | Kind::Row
                | Kind::Cell
                | Kind::Rule
        )
    }
}

impl Node {
    /// A node without children.
    pub fn new(kind: Kind, range: Range<usize>) -> Node {
        Node {
            kind,
            range,
            children: Vec::new(),
        }
    }
}

fn siblings<'a>(open: &'a mut [Node], roots: &'a mut Vec<Node>) -> &'a mut Vec<Node> {
    match open.last_mut() {
        Some(parent) => &mut parent.children,
        None => roots,
    }
}

fn tag_kind(tag: Tag<'_>) -> Kind {
    match tag {
        Tag::Heading { .. } => Kind::Heading,
        Tag::BlockQuote(_) => Kind::Quote,
        Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
            Kind::CodeBlock(info.split_whitespace().next().unwrap_or("").to_owned())
        }
        Tag::CodeBlock(CodeBlockKind::Indented) => Kind::CodeBlock(String::new()),
        Tag::HtmlBlock => Kind::HtmlBlock,
        Tag::List(start) => Kind::List(start),
        Tag::Item => Kind::Item,
        Tag::FootnoteDefinition(label) => Kind::Note(label.into_string()),
        Tag::Table(columns) => Kind::Table(columns.into_iter().map(alignment).collect()),
        Tag::TableHead => Kind::Head,
        Tag::TableRow => Kind::Row,
        Tag::TableCell => Kind::Cell,
        Tag::Emphasis => Kind::Emphasis,
        Tag::Strong => Kind::Strong,
        Tag::Strikethrough => Kind::Deleted,
        Tag::Superscript => Kind::Superscript,
        Tag::Subscript => Kind::Subscript,
        Tag::Link {
            link_type,
            dest_url,
            title,
            ..
        } => Kind::Link(destination(link_type, &dest_url, &title)),
        Tag::Image {
            link_type,
            dest_url,
            title,
            ..
        } => Kind::Image(destination(link_type, &dest_url, &title)),
        // The rest belongs to extensions that are off.
        _ => Kind::Paragraph,
    }
}

fn destination(link_type: LinkType, url: &str, title: &str) -> Destination {
    Destination {
        url: url.to_owned(),
        title: title.to_owned(),
        form: match link_type {
            LinkType::Autolink => Form::Autolink,
            LinkType::Email => Form::Email,
            LinkType::Inline => Form::Inline,
            _ => Form::Reference,
        },
    }
}

fn leaf_kind(event: Event<'_>) -> Option<Kind> {
    Some(match event {
        Event::Text(text) => Kind::Text(text.into_string()),
        Event::Code(text) => Kind::Code(text.into_string()),
        Event::Html(html) | Event::InlineHtml(html) => Kind::Html(html.into_string()),
        Event::FootnoteReference(label) => Kind::NoteReference(label.into_string()),
        Event::SoftBreak => Kind::SoftBreak,
        Event::HardBreak => Kind::HardBreak,
        Event::Rule => Kind::Rule,
        Event::TaskListMarker(done) => Kind::Task(done),
        Event::InlineMath(text) | Event::DisplayMath(text) => Kind::Text(text.into_string()),
        Event::Start(_) | Event::End(_) => return None,
    })
}

fn alignment(alignment: CmarkAlignment) -> Alignment {
    match alignment {
        CmarkAlignment::None => Alignment::None,
        CmarkAlignment::Left => Alignment::Left,
        CmarkAlignment::Center => Alignment::Center,
        CmarkAlignment::Right => Alignment::Right,
    }
}
