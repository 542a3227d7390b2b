//! Items that are not numbered in figures: Markdown has no letters and no Roman numerals,
//! so each is a bullet with its label as words, `- a) …`.

use super::edits::Edits;
use super::tree::{TreeKind, TreeNode, parse_tree};
use crate::document::{Block, BlockKind};

/// The label of an item, by how many numbered lists its own stands in and by its number;
/// nothing where Markdown's own number says it.
pub(crate) type ItemLabel<'a> = dyn Fn(usize, u64) -> Option<String> + 'a;

/// The Markdown with the labels of items that have some. Where that cannot be written
/// without another block coming of it, the Markdown stays as it is.
pub(crate) fn letter_items(markdown: &str, label: &ItemLabel<'_>) -> String {
    let tree = parse_tree(markdown);
    let mut writer = Letterer {
        text: markdown,
        label,
        edits: Edits::default(),
    };
    writer.nodes(&tree.nodes, 0, 0);
    let lettered = writer.edits.finish(markdown, 0);
    let (mut before, mut after) = (Vec::new(), Vec::new());
    shape(&tree.nodes, &mut before);
    shape(&parse_tree(&lettered).nodes, &mut after);
    if before == after {
        lettered
    } else {
        markdown.to_owned()
    }
}

/// Whether there is a numbered list in so many others that is `wanted`.
pub(crate) fn has_list(blocks: &[Block], depth: usize, wanted: &dyn Fn(usize) -> bool) -> bool {
    blocks.iter().any(|block| match &block.kind {
        BlockKind::List { start, items, .. } => {
            let inside = depth + usize::from(start.is_some());
            start.is_some() && wanted(depth)
                || items.iter().any(|it| has_list(&it.blocks, inside, wanted))
        }
        BlockKind::Definitions { items, .. } => {
            let mut meanings = items.iter().flat_map(|item| &item.meanings);
            meanings.any(|meaning| has_list(&meaning.blocks, depth, wanted))
        }
        BlockKind::Quote(blocks) | BlockKind::Alert { blocks, .. } => {
            has_list(blocks, depth, wanted)
        }
        BlockKind::Paragraph(_)
        | BlockKind::Table { .. }
        | BlockKind::Code { .. }
        | BlockKind::Figure { .. }
        | BlockKind::Rule => false,
    })
}

struct Letterer<'a> {
    text: &'a str,
    label: &'a ItemLabel<'a>,
    edits: Edits,
}

impl Letterer<'_> {
    /// Nodes in so many numbered lists, whose items moved so many columns to the left.
    fn nodes(&mut self, nodes: &[TreeNode], depth: usize, moved: usize) {
        let mut before = None;
        for (at, node) in nodes.iter().enumerate() {
            let TreeKind::List(start) = node.kind else {
                self.nodes(&node.children, depth, moved);
                before = None;
                continue;
            };
            let Some(start) = start else {
                self.nodes(&node.children, depth, moved);
                before = self
                    .text
                    .get(node.range.start..)
                    .and_then(|it| it.chars().next());
                continue;
            };
            let behind = nodes
                .get(at + 1)
                .filter(|it| it.kind == TreeKind::List(None));
            let behind = behind.and_then(|it| self.text.get(it.range.start..));
            let behind = behind.and_then(|it| it.chars().next());
            // Lists beside one another are told apart by their bullets.
            let mut bullets = ['-', '*', '+'].into_iter();
            let bullet = bullets.find(|it| Some(*it) != before && Some(*it) != behind);
            let bullet = bullet.unwrap_or('-');
            before = None;
            for (number, item) in (start..).zip(&node.children) {
                let mut moved = moved;
                if let Some(label) = (self.label)(depth, number) {
                    before = Some(bullet);
                    moved += self.item(item, &format!("{bullet} "), &label, moved);
                }
                self.nodes(&item.children, depth + 1, moved);
            }
        }
    }

    /// An item with its label: how many columns what stands in it moves to the left.
    fn item(&mut self, item: &TreeNode, bullet: &str, label: &str, moved: usize) -> usize {
        let start = item.range.start;
        let line_start = self.text.get(..start).and_then(|it| it.rfind('\n'));
        let line_start = line_start.map_or(0, |at| at + 1);
        let column = start - line_start;
        let whole = self.text.get(item.range.clone()).unwrap_or_default();
        let digits = whole.bytes().take_while(u8::is_ascii_digit).count();
        let marker = digits + 1;
        let line = whole.split('\n').next().unwrap_or_default();
        let words = line.get(marker..).unwrap_or_default();
        let first = item.children.first();
        let is_code = |it: &TreeNode| matches!(it.kind, TreeKind::CodeBlock { fenced: false, .. });
        let blanks = words.len() - words.trim_start_matches(' ').len();
        let offset = match blanks {
            1..=4 if !first.is_some_and(is_code) && blanks < words.len() => marker + blanks,
            _ => marker + 1,
        };
        let content = start + offset.min(line.len());
        match first.and_then(task) {
            Some(task) => {
                self.edits.replace(start..content, bullet);
                self.edits.insert(task.range.end, &format!(" {label}"));
            }
            None if first.is_none_or(begins_words) => {
                let space = if first.is_some() { " " } else { "" };
                self.edits
                    .replace(start..content, format!("{bullet}{label}{space}"));
            }
            None => {
                let before = self.text.get(line_start..start).unwrap_or_default();
                let before = continued(before, moved);
                let below = format!("{bullet}{label}\n\n{before}  ");
                self.edits.replace(start..content, below);
            }
        }
        let gone = offset - 2;
        let mut at = start + line.len() + 1;
        for below in whole.split('\n').skip(1) {
            let indent = below.get(column..column + offset);
            if indent.is_some_and(|indent| indent.bytes().all(|byte| byte == b' ')) {
                let from = at + column;
                self.edits.replace(from..from + gone, "");
            }
            at += below.len() + 1;
        }
        gone
    }
}

/// What stands before a line that goes on with what stands behind `before`, moved to the
/// left.
fn continued(before: &str, moved: usize) -> String {
    let kept = |c: char| if c == '>' { '>' } else { ' ' };
    let mut kept: String = before.chars().map(kept).collect();
    for _ in 0..moved {
        if kept.ends_with(' ') {
            kept.pop();
        }
    }
    kept
}

fn task(node: &TreeNode) -> Option<&TreeNode> {
    match node.kind {
        TreeKind::Task(_) => Some(node),
        TreeKind::Paragraph => node.children.first().and_then(task),
        _ => None,
    }
}

/// Whether a label may stand on the line of a node.
fn begins_words(node: &TreeNode) -> bool {
    node.kind.is_inline() || matches!(node.kind, TreeKind::Paragraph | TreeKind::HtmlBlock)
}

/// What blocks there are, paragraphs left out, each with how deep it stands; code with its
/// characters.
fn shape(nodes: &[TreeNode], found: &mut Vec<String>) {
    for node in nodes {
        match &node.kind {
            TreeKind::Paragraph | TreeKind::HtmlBlock => {}
            TreeKind::List(_) => {
                found.push("list (".to_owned());
                shape(&node.children, found);
                found.push(")".to_owned());
            }
            TreeKind::CodeBlock { .. } => found.push(format!("{:?}", texts(node))),
            kind if kind.is_inline() => {}
            kind => {
                found.push(format!("{kind:?} ("));
                shape(&node.children, found);
                found.push(")".to_owned());
            }
        }
    }
}

fn texts(node: &TreeNode) -> String {
    let texts = node.children.iter().filter_map(|child| match &child.kind {
        TreeKind::Text(text) => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

#[cfg(test)]
mod tests {
    use super::letter_items;

    fn lettered(markdown: &str) -> String {
        letter_items(markdown, &|depth, number| {
            let letter = char::from(b'a' + u8::try_from(number - 1).ok()?);
            match depth {
                0 => None,
                1 => Some(format!("{letter})")),
                _ => Some(format!("{}.", "i".repeat(usize::try_from(number).ok()?))),
            }
        })
    }

    #[test]
    fn items_of_lettered_levels_are_bullets_with_their_labels() {
        for (written, wanted) in [
            ("1. a\n2. b", "1. a\n2. b"),
            (
                "1. a\n   1. b\n      c\n   2. d\n2. e",
                "1. a\n   - a) b\n     c\n   - b) d\n2. e",
            ),
            (
                "1. a\n   1. b\n      1. c\n      2. d\n\n         e\n   2. f",
                "1. a\n   - a) b\n     - i. c\n     - ii. d\n\n       e\n   - b) f",
            ),
            ("- a\n  1. b", "- a\n  1. b"),
            ("1. a\n   - x\n   1. b", "1. a\n   - x\n   * a) b"),
            ("1. a\n   1. [x] b", "1. a\n   - [x] a) b"),
            (
                "1. a\n   1. ~~~\n      b\n        c\n      ~~~",
                "1. a\n   - a)\n\n     ~~~\n     b\n       c\n     ~~~",
            ),
            ("1. a\n   10) b\n2. c", "1. a\n   10) b\n2. c"),
            (
                "> 1. a\n>    1. b\n>       c",
                "> 1. a\n>    - a) b\n>      c",
            ),
            ("1. a\n   1.\n   2. b", "1. a\n   1.\n   2. b"),
        ] {
            assert_eq!(lettered(written), wanted, "{written}");
        }
    }
}
