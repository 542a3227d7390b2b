//! pulldown-cmark's events as a tree, the only place where they are read.

use pulldown_cmark::{
    Alignment as CmarkAlignment, BlockQuoteKind, BrokenLink, CodeBlockKind, Event, LinkType,
    Options, Parser, RefDefs, Tag,
};
use std::ops::Range;

use super::bare::Sort;
use crate::document::{AlertKind, Alignment};
use crate::lang::Lang;
use crate::limits::{Limit, current, spend};
use crate::locale::PrintedValue;

/// A node with the bytes of the source that it covers.
#[derive(Clone, Debug)]
pub(super) struct TreeNode {
    /// What it is.
    pub kind: TreeKind,
    /// The bytes.
    pub range: Range<usize>,
    /// What is in it.
    pub children: Vec<TreeNode>,
}

/// What a node is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum TreeKind {
    Paragraph,
    /// A heading of this level.
    Heading(u8),
    Quote,
    Alert(AlertKind),
    /// Code: the name of its language, and whether fences stand around it.
    CodeBlock {
        language: String,
        fenced: bool,
    },
    HtmlBlock,
    List(Option<u64>),
    Item,
    /// A list of definitions: terms with their meanings.
    Definitions,
    Term,
    Meaning,
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
    /// Words of a language.
    Spoken(Lang),
    /// An abbreviation, with what it stands for.
    Abbreviation(String),
    Link(Destination),
    /// A telephone number that is typed, with its URI.
    Telephone(String),
    Image(Destination),
    Text(String),
    /// The value that a token stands for.
    Value(PrintedValue),
    Code(String),
    Html(String),
    NoteReference(String),
    SoftBreak,
    HardBreak,
    Rule,
    Task(bool),
}

/// Where a link or an image leads.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Destination {
    pub url: String,
    pub title: String,
    pub form: Form,
    /// The label by which a reference names its definition; nothing for other links.
    pub label: String,
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
    /// `https://…`, `www.…` or `name@example.org` in running text
    Bare(Sort),
}

impl Form {
    /// Whether the address itself is what is shown.
    pub fn is_bare(self) -> bool {
        matches!(self, Form::Autolink | Form::Email | Form::Bare(_))
    }
}

/// A whole text, parsed.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// The outermost nodes.
    pub nodes: Vec<TreeNode>,
    /// Link definitions (`[label]: url`), in order.
    pub definitions: Vec<Definition>,
    /// What would be links if their labels were defined, in order.
    pub undefined: Vec<Undefined>,
    /// Where the nesting went too deep, if it did; what is deeper is left out.
    pub too_deep: Option<Range<usize>>,
}

/// The definition of a link, which prints nothing.
#[derive(Debug)]
pub(super) struct Definition {
    /// The bytes of it all.
    pub range: Range<usize>,
    /// The label between its brackets.
    pub label: String,
    /// Whether an earlier definition has the label already.
    pub again: bool,
}

/// Brackets that would be a link if their label were defined.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Undefined {
    /// The bytes of it all.
    pub range: Range<usize>,
    /// The label.
    pub label: String,
    /// Whether the brackets stand alone (`[words]`), as they often do in plain words.
    pub alone: bool,
}

/// CommonMark with tables, footnotes, task lists, strikethrough, alerts and definition lists.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_GFM)
    .union(Options::ENABLE_DEFINITION_LIST);

/// The same of one line behind a guard that keeps it from being anything but a paragraph.
/// Most are a name, a label or a few words, in which there is nothing to parse.
pub(super) fn parse_line(text: &str, guard: usize) -> Tree {
    let is_plain = |c: char| {
        c.is_alphanumeric()
            || matches!(
                c,
                ' ' | ',' | '.' | ';' | '(' | ')' | '\'' | '’' | '-' | '–' | '\u{a0}'
            )
    };
    let words = text.get(guard..).unwrap_or_default();
    if !words.ends_with(char::is_alphanumeric) || !words.chars().all(is_plain) {
        return parse_tree(text);
    }
    let words = TreeNode::new(TreeKind::Text(text.to_owned()), 0..text.len());
    Tree {
        nodes: vec![TreeNode {
            kind: TreeKind::Paragraph,
            range: 0..text.len(),
            children: vec![words],
        }],
        ..Tree::default()
    }
}

/// Parses Markdown with the same.
pub(super) fn parse_tree(text: &str) -> Tree {
    spend(text.len() as u64);
    let mut undefined = Vec::new();
    let mut note = |link: BrokenLink<'_>| {
        // What looks like a footnote is not meant as a link.
        let source = text.get(link.span.clone()).unwrap_or_default();
        if !link.reference.starts_with('^') && !source.starts_with("[^") {
            undefined.push(Undefined {
                range: link.span,
                label: link.reference.into_string(),
                alone: link.link_type == LinkType::Shortcut,
            });
        }
        None
    };
    let parser = Parser::new_with_broken_link_callback(text, OPTIONS, Some(&mut note));
    let mut tree = Tree {
        definitions: definitions(text, parser.reference_definitions()),
        ..Tree::default()
    };
    let mut open: Vec<TreeNode> = Vec::new();
    let mut skipped = 0_usize;
    // Far deeper than anybody writes, and shallow enough for every later phase to recurse.
    let deepest = current(Limit::Nesting);
    for (event, range) in parser.into_offset_iter() {
        match event {
            Event::Start(_) if skipped > 0 || open.len() as u64 >= deepest => {
                skipped += 1;
                tree.too_deep.get_or_insert(range);
            }
            Event::End(_) if skipped > 0 => skipped -= 1,
            _ if skipped > 0 => {}
            Event::Start(tag) => open.push(TreeNode::new(tag_kind(tag), range)),
            Event::End(_) => {
                if let Some(node) = open.pop() {
                    siblings(&mut open, &mut tree.nodes).push(node);
                }
            }
            event => {
                if let Some(kind) = leaf_kind(event) {
                    siblings(&mut open, &mut tree.nodes).push(TreeNode::new(kind, range));
                }
            }
        }
    }
    undefined.sort_by_key(|link| link.range.start);
    tree.undefined = undefined;
    tree
}

/// The definitions of a text, given those that count. The parser says nothing of one
/// whose label is defined before: it is found once the others are blanked out.
fn definitions(text: &str, counting: &RefDefs<'_>) -> Vec<Definition> {
    let mut all: Vec<Definition> = Vec::new();
    let mut new = defined(counting);
    let mut rest = text.to_owned();
    while !new.is_empty() {
        for definition in &new {
            let range = definition.range.clone();
            let blank = |c: char| if c == '\n' { "\n" } else { " " }.repeat(c.len_utf8());
            let words = rest.get(range.clone()).unwrap_or_default();
            let blanks: String = words.chars().map(blank).collect();
            rest.replace_range(range, &blanks);
        }
        all.append(&mut new);
        let parser = Parser::new_ext(&rest, OPTIONS);
        new = defined(parser.reference_definitions());
        new.retain(|definition| all.iter().any(|known| known.is_of(&definition.label)));
        new.iter_mut()
            .for_each(|definition| definition.again = true);
    }
    all.sort_by_key(|definition| definition.range.start);
    all
}

fn defined(definitions: &RefDefs<'_>) -> Vec<Definition> {
    definitions
        .iter()
        .map(|(label, definition)| Definition {
            range: definition.span.clone(),
            label: label.to_owned(),
            again: false,
        })
        .collect()
}

impl Definition {
    /// Whether it is what a reference of this label names: capitals and the number of
    /// spaces do not count (CommonMark, "matches").
    pub fn is_of(&self, label: &str) -> bool {
        let folded = |label: &str| {
            let words: Vec<&str> = label.split_whitespace().collect();
            words.join(" ").to_lowercase().to_uppercase()
        };
        folded(&self.label) == folded(label)
    }
}

impl TreeKind {
    /// Whether it stands in running text.
    pub fn is_inline(&self) -> bool {
        !matches!(
            self,
            TreeKind::Paragraph
                | TreeKind::Heading(_)
                | TreeKind::Quote
                | TreeKind::Alert(_)
                | TreeKind::CodeBlock { .. }
                | TreeKind::HtmlBlock
                | TreeKind::List(_)
                | TreeKind::Item
                | TreeKind::Definitions
                | TreeKind::Term
                | TreeKind::Meaning
                | TreeKind::Note(_)
                | TreeKind::Table(_)
                | TreeKind::Head
                | TreeKind::Row
                | TreeKind::Cell
                | TreeKind::Rule
        )
    }
}

impl TreeNode {
    /// A node without children.
    pub fn new(kind: TreeKind, range: Range<usize>) -> TreeNode {
        TreeNode {
            kind,
            range,
            children: Vec::new(),
        }
    }

    /// Whether it, or a node in it, is wanted.
    pub fn any(&self, wanted: &impl Fn(&TreeNode) -> bool) -> bool {
        wanted(self) || self.children.iter().any(|child| child.any(wanted))
    }
}

fn siblings<'a>(open: &'a mut [TreeNode], roots: &'a mut Vec<TreeNode>) -> &'a mut Vec<TreeNode> {
    match open.last_mut() {
        Some(parent) => &mut parent.children,
        None => roots,
    }
}

fn tag_kind(tag: Tag<'_>) -> TreeKind {
    match tag {
        Tag::Heading { level, .. } => TreeKind::Heading(level as u8),
        Tag::BlockQuote(None) => TreeKind::Quote,
        Tag::BlockQuote(Some(kind)) => TreeKind::Alert(alert(kind)),
        Tag::CodeBlock(CodeBlockKind::Fenced(info)) => TreeKind::CodeBlock {
            language: info.split_whitespace().next().unwrap_or("").to_owned(),
            fenced: true,
        },
        Tag::CodeBlock(CodeBlockKind::Indented) => TreeKind::CodeBlock {
            language: String::new(),
            fenced: false,
        },
        Tag::HtmlBlock => TreeKind::HtmlBlock,
        Tag::List(start) => TreeKind::List(start),
        Tag::Item => TreeKind::Item,
        Tag::DefinitionList => TreeKind::Definitions,
        Tag::DefinitionListTitle => TreeKind::Term,
        Tag::DefinitionListDefinition => TreeKind::Meaning,
        Tag::FootnoteDefinition(label) => TreeKind::Note(label.into_string()),
        Tag::Table(columns) => TreeKind::Table(columns.into_iter().map(alignment).collect()),
        Tag::TableHead => TreeKind::Head,
        Tag::TableRow => TreeKind::Row,
        Tag::TableCell => TreeKind::Cell,
        Tag::Emphasis => TreeKind::Emphasis,
        Tag::Strong => TreeKind::Strong,
        Tag::Strikethrough => TreeKind::Deleted,
        Tag::Superscript => TreeKind::Superscript,
        Tag::Subscript => TreeKind::Subscript,
        Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        } => TreeKind::Link(destination(link_type, &dest_url, &title, &id)),
        Tag::Image {
            link_type,
            dest_url,
            title,
            id,
        } => TreeKind::Image(destination(link_type, &dest_url, &title, &id)),
        // The rest belongs to extensions that are off.
        _ => TreeKind::Paragraph,
    }
}

fn destination(link_type: LinkType, url: &str, title: &str, label: &str) -> Destination {
    Destination {
        url: url.to_owned(),
        title: title.to_owned(),
        form: match link_type {
            LinkType::Autolink => Form::Autolink,
            LinkType::Email => Form::Email,
            LinkType::Inline => Form::Inline,
            _ => Form::Reference,
        },
        label: label.to_owned(),
    }
}

fn leaf_kind(event: Event<'_>) -> Option<TreeKind> {
    Some(match event {
        Event::Text(text) => TreeKind::Text(text.into_string()),
        Event::Code(text) => TreeKind::Code(text.into_string()),
        Event::Html(html) | Event::InlineHtml(html) => TreeKind::Html(html.into_string()),
        Event::FootnoteReference(label) => TreeKind::NoteReference(label.into_string()),
        Event::SoftBreak => TreeKind::SoftBreak,
        Event::HardBreak => TreeKind::HardBreak,
        Event::Rule => TreeKind::Rule,
        Event::TaskListMarker(done) => TreeKind::Task(done),
        Event::InlineMath(text) | Event::DisplayMath(text) => TreeKind::Text(text.into_string()),
        Event::Start(_) | Event::End(_) => return None,
    })
}

fn alert(kind: BlockQuoteKind) -> AlertKind {
    match kind {
        BlockQuoteKind::Note => AlertKind::Note,
        BlockQuoteKind::Tip => AlertKind::Tip,
        BlockQuoteKind::Important => AlertKind::Important,
        BlockQuoteKind::Warning => AlertKind::Warning,
        BlockQuoteKind::Caution => AlertKind::Caution,
    }
}

fn alignment(alignment: CmarkAlignment) -> Alignment {
    match alignment {
        CmarkAlignment::None => Alignment::None,
        CmarkAlignment::Left => Alignment::Left,
        CmarkAlignment::Center => Alignment::Center,
        CmarkAlignment::Right => Alignment::Right,
    }
}
