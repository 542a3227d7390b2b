//! The headings of a body: each begins a part of it.

use super::Converter;
use super::captions::BlockPart;
use crate::document::codes::{EMPTY_HEADING, NESTED_HEADING};
use crate::document::inline::plain_text;
use crate::document::markdown::body::{HeadedPart, ParsedBody};
use crate::document::markdown::escape::escape_line;
use crate::document::markdown::lines::tidy;
use crate::document::markdown::tree::{TreeKind, TreeNode};
use crate::document::{Block, BlockKind, Inline, Passage, Phrase};
use std::ops::Range;

/// A part on its way: its heading, and what it holds of the prepared text.
pub(super) struct Begun {
    heading: Option<BegunHeading>,
    blocks: Vec<Block>,
    range: Range<usize>,
}

struct BegunHeading {
    level: u8,
    /// The bytes of it all, and of its words.
    range: Range<usize>,
    words: Range<usize>,
    inlines: Vec<Inline>,
}

impl Converter<'_, '_> {
    /// The blocks of the outermost nodes, a part for each heading among them. The text of
    /// a part is cut out when all changes are known.
    pub(super) fn begun(&mut self, nodes: &[TreeNode]) -> Vec<Begun> {
        let end = self.prepared.text.len();
        let mut parts = vec![Begun {
            heading: None,
            blocks: Vec::new(),
            range: 0..end,
        }];
        let mut from = 0;
        for (at, node) in nodes.iter().enumerate() {
            let TreeKind::Heading(level) = node.kind else {
                continue;
            };
            self.fill_part(&mut parts, nodes.get(from..at).unwrap_or_default());
            from = at + 1;
            let inlines = self.inlines(&node.children);
            if !says_something(&inlines) {
                self.tell(&self.marks_of(node), EMPTY_HEADING.say("empty", &[]));
                self.edits.replace(node.range.clone(), "\n\n");
                continue;
            }
            self.one_line(&node.children);
            if let Some(before) = parts.last_mut() {
                before.range.end = node.range.start;
            }
            parts.push(Begun {
                heading: Some(BegunHeading {
                    level,
                    range: node.range.clone(),
                    words: self.words_of(node),
                    inlines,
                }),
                blocks: Vec::new(),
                range: node.range.end..end,
            });
        }
        self.fill_part(&mut parts, nodes.get(from..).unwrap_or_default());
        parts
    }

    fn fill_part(&mut self, parts: &mut [Begun], nodes: &[TreeNode]) {
        let mut blocks = match self.session.paragraphs {
            None => self.blocks(nodes),
            Some(_) => {
                let parts = self.parts(nodes).into_iter();
                parts.flat_map(|it| self.numbered(it)).collect()
            }
        };
        if let Some(part) = parts.last_mut() {
            part.blocks.append(&mut blocks);
        }
    }

    /// The block of an outermost node, with its number where it is a paragraph. A picture
    /// by itself has none.
    fn numbered(&mut self, part: BlockPart<'_>) -> Vec<Block> {
        let start = part.start();
        let mut blocks = Vec::new();
        self.part(part, &mut blocks);
        if let [block] = blocks.as_mut_slice()
            && let BlockKind::Paragraph(inlines) = &mut block.kind
            && !plain_text(inlines).trim().is_empty()
            && !inlines.iter().all(|it| matches!(it, Inline::Image { .. }))
        {
            let count = self.session.paragraphs.unwrap_or_default() + 1;
            self.session.paragraphs = Some(count);
            self.edits.begin(start, format!("{count}\\.\u{a0}"));
            inlines.insert(0, Inline::Number(format!("{count}.\u{a0}")));
        }
        blocks
    }

    /// The parts of a body, once every change of its text is known.
    pub(super) fn parted(&self, parts: Vec<Begun>) -> ParsedBody {
        let mut body = ParsedBody::default();
        let text = &self.prepared.text;
        let begun = parts.iter().filter_map(|part| part.heading.as_ref());
        let begun: Vec<(u8, usize)> = begun.map(|it| (it.level, it.range.start)).collect();
        for part in parts {
            let passage = Passage {
                markdown: tidy(&self.edits.part(text, part.range)),
                blocks: part.blocks,
            };
            let Some(heading) = part.heading else {
                body.passage = passage;
                continue;
            };
            let start = heading.range.start;
            let mut next = begun.iter().filter(|(_, other)| *other > start);
            let next = next.find(|(level, _)| *level <= heading.level);
            let end = next.map_or(text.len(), |(_, end)| *end);
            body.headed.push(HeadedPart {
                level: heading.level,
                heading: Phrase {
                    markdown: self.heading_line(heading.words),
                    inlines: heading.inlines,
                },
                passage,
                origin: self.origin(&heading.range),
                extent: self.origin(&(start..end)),
            });
        }
        body
    }

    /// The words of a heading as Markdown on one line.
    fn heading_line(&self, words: Range<usize>) -> String {
        let written = self.edits.part(&self.prepared.text, words);
        let lines: Vec<&str> = written.lines().map(str::trim).collect();
        escape_line(lines.join(" ").trim())
    }

    /// Writes the breaks of a heading over several lines so that they are kept on one.
    fn one_line(&mut self, nodes: &[TreeNode]) {
        for node in nodes {
            if node.kind == TreeKind::HardBreak && self.raw(node.range.clone()).contains('\n') {
                self.edits.replace(node.range.clone(), "<br>");
            }
            self.one_line(&node.children);
        }
    }

    /// A heading inside of a list, a quotation or a note begins nothing: it is a paragraph
    /// of strong words.
    pub(super) fn nested_heading(&mut self, node: &TreeNode) -> Option<BlockKind> {
        self.tell(&self.marks_of(node), NESTED_HEADING.say("nested", &[]));
        let inlines = self.inlines(&node.children);
        if inlines.is_empty() {
            self.edits.replace(node.range.clone(), "");
            return None;
        }
        let is_strong = matches!(inlines.as_slice(), [Inline::Strong(_)]);
        let words = self.words_of(node);
        let raw = self.raw(words.clone());
        let mark = match () {
            () if is_strong => "",
            () if raw.starts_with('*') || raw.ends_with('*') => "__",
            () => "**",
        };
        if mark == "**" {
            self.plain_in_bold(&node.children, &mut Vec::new());
        }
        self.apart(node, &words, mark);
        Some(BlockKind::Paragraph(match is_strong {
            true => inlines,
            false => vec![Inline::Strong(inlines)],
        }))
    }

    /// The bytes of a heading's words, with all that marks them: what a link or a backslash
    /// is written with belongs to no node.
    fn words_of(&self, heading: &TreeNode) -> Range<usize> {
        let range = self.marks_of(heading);
        let whole = self.raw(range.clone());
        let rest = whole.trim_start_matches('#');
        let level = whole.len() - rest.len();
        if !(1..=6).contains(&level) || !rest.starts_with([' ', '\t', '\n']) && !rest.is_empty() {
            // The last line is the one of signs.
            let end = whole.rfind('\n').unwrap_or(whole.len());
            return range.start..range.start + whole.get(..end).unwrap_or(whole).trim_end().len();
        }
        let start = whole.len() - rest.trim_start().len();
        let words = whole.get(start..).unwrap_or_default();
        let open = words.trim_end_matches('#');
        let closed = open.is_empty() || open.ends_with([' ', '\t']);
        let end = if closed {
            open.trim_end().len()
        } else {
            words.len()
        };
        range.start + start..range.start + start + end
    }

    /// The bytes of a heading with its marks, without the end of its line.
    fn marks_of(&self, heading: &TreeNode) -> Range<usize> {
        let whole = self.raw(heading.range.clone()).trim_end();
        heading.range.start..heading.range.start + whole.len()
    }

    /// Writes a heading as a paragraph by itself: its words between these marks.
    fn apart(&mut self, node: &TreeNode, words: &Range<usize>, mark: &str) {
        let text = &self.prepared.text;
        let before = text.get(..node.range.start).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        let below = self.go_on(node.range.start);
        // Where the line of an item or a note begins with it, nothing stands above it.
        let goes_on = line.chars().all(|c| matches!(c, ' ' | '\t' | '>'));
        let above = if goes_on {
            format!("\n{below}")
        } else {
            String::new()
        };
        let end = self.marks_of(node).end;
        let (head, tail) = (
            format!("{above}{mark}"),
            format!("{mark}\n{}", below.trim_end()),
        );
        if node.range.start < words.start {
            self.edits.replace(node.range.start..words.start, head);
        } else {
            self.edits.begin(words.start, head);
        }
        self.edits.replace(words.end..end.max(words.end), tail);
    }
}

/// Whether there is anything to read, or to see.
fn says_something(inlines: &[Inline]) -> bool {
    let shown = |inline: &Inline| matches!(inline, Inline::Image { .. } | Inline::Gap(_));
    !plain_text(inlines).trim().is_empty() || inlines.iter().any(|inline| inline.any(&shown))
}
