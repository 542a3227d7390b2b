//! What happens to a text before its tree is read: raw HTML that is not let
//! through gets a backslash, so that it is text everywhere, and a line of text is
//! kept from becoming a block.

use super::tree::{Kind, Node, Tree, parse_tree};
use std::borrow::Cow;
use std::ops::Range;

/// A punctuation mark of no meaning to Markdown that stands before a line of
/// text, so that no list, heading or code block begins there.
const GUARD: char = '\u{2E31}';

/// Rounds of escaping; each finds the raw HTML that the last one uncovered.
const MAX_ROUNDS: usize = 64;

/// Source as it is parsed, with the way back to the source as it was given.
#[derive(Debug)]
pub(super) struct Prepared {
    /// What is parsed.
    pub text: String,
    /// Where stretches begin: byte here, byte in the given source.
    stretches: Vec<(usize, usize)>,
    /// How many bytes at the start belong to the guard.
    pub guard: usize,
}

/// The tags that are let through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InlineTag {
    OpenSuperscript,
    CloseSuperscript,
    OpenSubscript,
    CloseSubscript,
    Break,
}

/// The tag that `html` is, where it is one that is let through.
pub(super) fn inline_tag(html: &str) -> Option<InlineTag> {
    let name = html.strip_prefix('<')?.strip_suffix('>')?;
    match name.trim_end().to_ascii_lowercase().as_str() {
        "sup" => Some(InlineTag::OpenSuperscript),
        "/sup" => Some(InlineTag::CloseSuperscript),
        "sub" => Some(InlineTag::OpenSubscript),
        "/sub" => Some(InlineTag::CloseSubscript),
        "br" | "br/" | "br /" => Some(InlineTag::Break),
        _ => None,
    }
}

/// Prepares and parses blocks.
pub(super) fn prepare_blocks(source: &str) -> (Prepared, Tree) {
    escape_html(Prepared {
        text: without_returns(source).into_owned(),
        stretches: vec![(0, 0)],
        guard: 0,
    })
}

/// The source without carriage returns, which only a literal of Fluent can bring in and
/// which end no line.
fn without_returns(source: &str) -> Cow<'_, str> {
    if source.contains('\r') {
        Cow::Owned(source.replace('\r', " "))
    } else {
        Cow::Borrowed(source)
    }
}

/// Prepares and parses one line of running text; line breaks in it are spaces.
pub(super) fn prepare_line(source: &str) -> (Prepared, Tree) {
    let mut prepared = Prepared {
        text: String::from(GUARD),
        stretches: vec![(0, 0)],
        guard: GUARD.len_utf8(),
    };
    let source = &*without_returns(source);
    // A no-break space at an end is meant.
    let blank = [' ', '\t', '\r', '\n'];
    let end = source.trim_end_matches(blank).len();
    let mut at = source.len() - source.trim_start_matches(blank).len();
    for line in source
        .get(at..end)
        .unwrap_or_default()
        .split_inclusive('\n')
    {
        let words = line.trim_matches([' ', '\t', '\r', '\n']);
        if !words.is_empty() {
            if prepared.text.len() > prepared.guard {
                prepared.text.push(' ');
            }
            let indent = line.len() - line.trim_start_matches([' ', '\t', '\r']).len();
            prepared.stretches.push((prepared.text.len(), at + indent));
            prepared.text.push_str(words);
        }
        at += line.len();
    }
    escape_html(prepared)
}

impl Prepared {
    /// The bytes of the given source that `range` came from.
    pub fn original(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.original_offset(range.start);
        start..self.original_offset(range.end).max(start)
    }

    fn original_offset(&self, offset: usize) -> usize {
        let next = self.stretches.partition_point(|(here, _)| *here <= offset);
        let (here, there) = next
            .checked_sub(1)
            .and_then(|at| self.stretches.get(at))
            .copied()
            .unwrap_or_default();
        let there = there + offset.saturating_sub(here);
        match self.stretches.get(next) {
            Some((_, limit)) => there.min(*limit),
            None => there,
        }
    }

    /// Replaces ranges, which are in order and apart.
    fn apply(self, edits: &[(Range<usize>, &str)]) -> Prepared {
        let mut text = String::with_capacity(self.text.len() + edits.len());
        let mut cuts = vec![(0, 0)];
        let mut at = 0;
        for (range, replacement) in edits {
            text.push_str(&self.text[at..range.start]);
            text.push_str(replacement);
            at = range.end;
            cuts.push((text.len(), at));
        }
        text.push_str(&self.text[at..]);
        let mut stretches: Vec<(usize, usize)> = Vec::new();
        for (cut, (here, before)) in cuts.iter().enumerate() {
            let end = cuts.get(cut + 1).map_or(usize::MAX, |(here, _)| *here);
            stretches.push((*here, self.original_offset(*before)));
            for (old, original) in &self.stretches {
                if old > before && here + (old - before) < end {
                    stretches.push((here + (old - before), *original));
                }
            }
        }
        Prepared {
            text,
            stretches,
            guard: self.guard,
        }
    }
}

/// Puts a backslash before raw HTML until there is none but what is let through.
fn escape_html(mut prepared: Prepared) -> (Prepared, Tree) {
    let mut tree = parse_tree(&prepared.text);
    for _ in 0..MAX_ROUNDS {
        let mut edits = Vec::new();
        find_html(&prepared.text, &tree.nodes, &mut edits);
        edits.sort_by_key(|(range, _)| range.start);
        edits.dedup_by_key(|(range, _)| range.start);
        if edits.is_empty() {
            break;
        }
        prepared = prepared.apply(&edits);
        tree = parse_tree(&prepared.text);
    }
    (prepared, tree)
}

fn find_html(text: &str, nodes: &[Node], edits: &mut Vec<(Range<usize>, &'static str)>) {
    for node in nodes {
        match &node.kind {
            Kind::HtmlBlock => escape_block(text, node, edits),
            Kind::Html(html) if inline_tag(html).is_none() => {
                edits.push((node.range.start..node.range.start, "\\"));
            }
            _ => find_html(text, &node.children, edits),
        }
    }
}

/// Escapes each line of an HTML block that begins with a tag. A `<br>` there says
/// nothing, since the line begins a paragraph: it goes.
fn escape_block(text: &str, block: &Node, edits: &mut Vec<(Range<usize>, &'static str)>) {
    let mut at = block.range.start;
    let before = edits.len();
    for line in text[block.range.clone()].split_inclusive('\n') {
        let start = at + line.len() - line.trim_start_matches([' ', '\t', '>']).len();
        let tag_end = text[start..].find('>').map_or(start, |end| start + end + 1);
        if inline_tag(&text[start..tag_end]) == Some(InlineTag::Break) {
            edits.push((start..tag_end, ""));
        } else if text[start..].starts_with('<') {
            edits.push((start..start, "\\"));
        }
        at += line.len();
    }
    if edits.len() == before {
        let start = text[block.range.clone()].find('<').unwrap_or(0) + block.range.start;
        edits.push((start..start, "\\"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_lead_back_through_every_change() {
        let source = "a <b>c</b>\n\n<div>\nx *y*\n</div>\n";
        let (prepared, _) = prepare_blocks(source);
        assert_eq!(
            prepared.text,
            "a \\<b>c\\</b>\n\n\\<div>\nx *y*\n\\</div>\n"
        );
        let here = prepared.text.find("*y*").unwrap();
        let there = source.find("*y*").unwrap();
        assert_eq!(prepared.original(&(here..here + 3)), there..there + 3);
    }

    #[test]
    fn a_line_is_one_paragraph_whatever_it_begins_with() {
        for source in [
            "# a", "- a", "1. a", "    a", "> a", "~~~", "[a]: b", "| a |",
        ] {
            let (_, tree) = prepare_line(source);
            assert_eq!(tree.nodes.len(), 1, "{source}");
            assert_eq!(tree.nodes[0].kind, Kind::Paragraph, "{source}");
        }
    }

    #[test]
    fn lines_of_a_short_text_are_joined() {
        let source = "  one\n   two\n";
        let (prepared, _) = prepare_line(source);
        assert_eq!(&prepared.text[prepared.guard..], "one two");
        let two = prepared.text.find("two").unwrap();
        assert_eq!(prepared.original(&(two..two + 3)), 9..12);
    }
}
