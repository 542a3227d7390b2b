//! A text as its author wrote it, with what became of every byte: for rules that look
//! for marks that are printed as they stand.

use super::escape::LESS_THAN;
use super::mends::mended;
use super::prepare::Prepared;
use super::tree::{TreeKind, TreeNode};
use super::written::{Form, Written};
use crate::document::Origin;
use crate::locale::{Formatted, Source};
use crate::memo::NodePath;
use crate::source::SourceFile;
use std::ops::Range;
use std::sync::Arc;

/// A text, read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The Markdown as it was written; a value is its token.
    pub text: String,
    /// How it was read.
    pub form: Form,
    /// The running text, in the order in which it is written.
    pub runs: Vec<Run>,
    /// The blocks of code.
    pub code: Vec<CodeBlock>,
    /// What became of each byte.
    sorts: Vec<Sort>,
    /// Which characters of ASCII there are, one bit each.
    ascii: u128,
}

/// What became of a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// It is a mark: it says something of the text and is not printed.
    Mark,
    /// It is printed as it stands.
    Typed,
    /// It is printed because a backslash, or an entity, says so.
    Escaped,
    /// It stands in code.
    Code,
    /// It belongs to the token of a value.
    Value,
    /// It belongs to an address that is a link by itself.
    Address,
}

/// Running text: that of a paragraph, an item, a cell.
#[derive(Clone, Debug)]
pub struct Run {
    /// What it stands in.
    pub kind: RunKind,
    /// The bytes.
    pub range: Range<usize>,
    /// Its lines, without blanks and marks of quotation at their beginnings and blanks
    /// at their ends.
    pub lines: Vec<Range<usize>>,
    /// Which container it stands in, and as which part of that: neighbours have one
    /// container, and numbers that follow each other.
    pub place: (usize, usize),
}

/// What running text stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunKind {
    /// A paragraph.
    Paragraph,
    /// An item of a list, without a paragraph of its own.
    Item,
    /// A cell of a table.
    Cell,
    /// A line by itself: a subject, a heading, an address.
    Line,
}

/// A block of code.
#[derive(Clone, Debug)]
pub struct CodeBlock {
    /// The bytes, fences and all.
    pub range: Range<usize>,
    /// Whether fences say that it is code; otherwise its indentation does.
    pub fenced: bool,
}

impl Written {
    /// The text, read.
    pub fn read(&self) -> Reading {
        read_markdown(&self.formatted, self.form)
    }

    /// Where bytes of the text were written.
    pub fn origin(&self, range: Range<usize>) -> Origin {
        let (file, place) = &self.scalar;
        origin_of(&self.formatted, file, place, range)
    }
}

impl Reading {
    /// Whether all of these bytes are printed as they stand.
    pub fn is_typed(&self, range: &Range<usize>) -> bool {
        let sorts = self.sorts.get(range.clone());
        sorts.is_some_and(|sorts| sorts.iter().all(|sort| *sort == Sort::Typed))
    }

    /// What became of a byte.
    pub fn sort(&self, at: usize) -> Sort {
        self.sorts.get(at).copied().unwrap_or(Sort::Mark)
    }

    /// The characters of these bytes.
    pub fn slice(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// Where `wanted` is printed as it stands, within these bytes.
    pub fn find<'r>(
        &'r self,
        wanted: &'r str,
        range: &Range<usize>,
    ) -> impl Iterator<Item = usize> + 'r {
        let start = range.start;
        let text = Some(self.slice(range)).filter(|_| self.has_marks_of(wanted));
        text.into_iter()
            .flat_map(move |text| text.match_indices(wanted))
            .map(move |(at, _)| start + at)
            .filter(move |at| self.is_typed(&(*at..at + wanted.len())))
    }

    /// Whether all of the characters of `wanted` that are ASCII stand in the text.
    pub fn has_marks_of(&self, wanted: &str) -> bool {
        wanted
            .bytes()
            .all(|byte| !byte.is_ascii() || self.ascii & 1 << byte != 0)
    }

    /// The characters that are printed, marks left out, each with its first byte. A line
    /// break is one; what an entity stands for is the entity.
    pub fn printed(&self) -> impl Iterator<Item = (usize, char)> + '_ {
        let shown = |at: usize| self.sort(at) != Sort::Mark;
        self.text
            .char_indices()
            .filter(move |(at, c)| shown(*at) || *c == '\n')
    }

    fn mark(&mut self, range: Range<usize>, sort: Sort) {
        if let Some(sorts) = self.sorts.get_mut(range) {
            sorts.fill(sort);
        }
    }
}

/// Where bytes of a formatted text were written: in the scalar, or in a resource.
pub(crate) fn origin_of(
    formatted: &Formatted,
    file: &Arc<SourceFile>,
    place: &NodePath,
    range: Range<usize>,
) -> Origin {
    let range = match formatted.source(range) {
        Some(Source::Text(range)) => range,
        Some(Source::Locale(span)) => return Origin::Locale(span),
        None => 0..0,
    };
    Origin::Node {
        file: Arc::clone(file),
        place: place.clone(),
        range,
    }
}

/// Reads a text as a document does, without mending it.
pub fn read_markdown(formatted: &Formatted, form: Form) -> Reading {
    let (prepared, tree, _) = mended(formatted, form, None);
    let mut reader = Reader {
        prepared: &prepared,
        containers: 0,
        reading: Reading {
            sorts: vec![Sort::Mark; formatted.text.len()],
            ascii: ascii_of(&formatted.text),
            text: formatted.text.clone(),
            form,
            runs: Vec::new(),
            code: Vec::new(),
        },
    };
    reader.blocks(&tree.nodes, RunKind::Item);
    reader.reading
}

fn ascii_of(text: &str) -> u128 {
    let bytes = text.bytes().filter(u8::is_ascii);
    bytes.fold(0, |all, byte| all | 1 << byte)
}

struct Reader<'p> {
    prepared: &'p Prepared,
    containers: usize,
    reading: Reading,
}

impl Reader<'_> {
    /// Blocks of one container; running text among them stands in a `loose` one.
    fn blocks(&mut self, nodes: &[TreeNode], loose: RunKind) {
        self.containers += 1;
        let container = self.containers;
        let mut run: &[TreeNode] = &[];
        for (at, node) in nodes.iter().enumerate() {
            if node.kind.is_inline() {
                run = &nodes[at - run.len()..=at];
                continue;
            }
            self.run(std::mem::take(&mut run), loose, (container, at));
            self.block(node, (container, at));
        }
        self.run(run, loose, (container, nodes.len()));
    }

    fn block(&mut self, node: &TreeNode, place: (usize, usize)) {
        match &node.kind {
            TreeKind::Paragraph | TreeKind::HtmlBlock => {
                let kind = match self.reading.form {
                    Form::Blocks => RunKind::Paragraph,
                    Form::Line | Form::Plain => RunKind::Line,
                };
                self.run(&node.children, kind, place);
            }
            TreeKind::Heading(_) => self.run(&node.children, RunKind::Line, place),
            TreeKind::CodeBlock { .. } => {
                let range = self.prepared.original(&node.range);
                self.reading.mark(range.clone(), Sort::Code);
                let raw = self.reading.slice(&range).trim_start();
                let fenced = raw.starts_with("```") || raw.starts_with("~~~");
                self.reading.code.push(CodeBlock { range, fenced });
            }
            TreeKind::Head | TreeKind::Row => self.blocks(&node.children, RunKind::Cell),
            TreeKind::Cell => self.run(&node.children, RunKind::Cell, place),
            _ => self.blocks(&node.children, RunKind::Item),
        }
    }

    fn run(&mut self, nodes: &[TreeNode], kind: RunKind, place: (usize, usize)) {
        let (Some(first), Some(last)) = (nodes.first(), nodes.last()) else {
            return;
        };
        self.inlines(nodes);
        let range = first.range.start..last.range.end.max(first.range.start);
        let range = self.prepared.original(&range);
        let lines = self.lines(&range);
        self.reading.runs.push(Run {
            kind,
            range,
            lines,
            place,
        });
    }

    fn lines(&self, range: &Range<usize>) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        let mut start = range.start;
        for line in self.reading.slice(range).split_inclusive('\n') {
            let end = start + line.trim_end().len();
            let mut first = start;
            for c in line.chars() {
                let is_mark = c == '>' && self.reading.sort(first) == Sort::Mark;
                if first >= end || !(c.is_whitespace() || is_mark) {
                    break;
                }
                first += c.len_utf8();
            }
            lines.push(first..end.max(first));
            start += line.len();
        }
        lines
    }

    fn inlines(&mut self, nodes: &[TreeNode]) {
        for node in nodes {
            match &node.kind {
                TreeKind::Text(text) => self.text(text, &node.range),
                TreeKind::Code(_) => self.whole(&node.range, Sort::Code),
                TreeKind::Value(_) => self.whole(&node.range, Sort::Value),
                TreeKind::Link(to) if to.form.is_bare() => self.whole(&node.range, Sort::Address),
                _ => self.inlines(&node.children),
            }
        }
    }

    fn whole(&mut self, range: &Range<usize>, sort: Sort) {
        let range = self.prepared.original(range);
        self.reading.mark(range, sort);
    }

    fn text(&mut self, text: &str, range: &Range<usize>) {
        let written = self.prepared.text.get(range.clone());
        if written == Some(LESS_THAN) && text == "<" {
            return self.less_than(range);
        }
        if written != Some(text) {
            return self.whole(range, Sort::Escaped);
        }
        let whole = self.prepared.original(range);
        let first = text.chars().next().map_or(0, char::len_utf8);
        if whole.len() == text.len() {
            self.reading.mark(whole.clone(), Sort::Typed);
        } else {
            // Backslashes that were put in stand between its characters.
            for (at, c) in text.char_indices() {
                let here = range.start + at..range.start + at;
                let here = self.prepared.original(&here).start;
                self.reading.mark(here..here + c.len_utf8(), Sort::Typed);
            }
        }
        let escaped = whole.start.checked_sub(1).is_some_and(|before| {
            self.reading.text.as_bytes().get(before) == Some(&b'\\')
                && self.reading.sort(before) == Sort::Mark
        });
        if escaped {
            let first = whole.start..whole.start + first;
            self.reading.mark(first, Sort::Escaped);
        }
    }

    /// A `<` that is parsed as `&lt;`: what its author wrote may be the character alone,
    /// a backslash before it, or the entity.
    fn less_than(&mut self, range: &Range<usize>) {
        let range = self.prepared.original(range);
        let (start, sort) = match self.reading.slice(&range) {
            "<" => (range.start, Sort::Typed),
            "\\<" => (range.start + 1, Sort::Escaped),
            _ => (range.start, Sort::Escaped),
        };
        self.reading.mark(start..range.end, sort);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, form: Form) -> Reading {
        let formatted = Formatted {
            text: text.to_owned(),
            ..Formatted::default()
        };
        read_markdown(&formatted, form)
    }

    /// One letter for each byte.
    fn sorts(text: &str, form: Form) -> String {
        let reading = read(text, form);
        let letter = |sort: &Sort| match sort {
            Sort::Mark => '.',
            Sort::Typed => 't',
            Sort::Escaped => 'e',
            Sort::Code => 'c',
            Sort::Value => 'v',
            Sort::Address => 'a',
        };
        reading.sorts.iter().map(letter).collect()
    }

    #[test]
    fn every_byte_has_its_sort() {
        for (text, wanted) in [
            ("a **b** **c", "tt..t..tttt"),
            ("a \\*b\\\\*", "tt.et.et"),
            ("&amp;x `c`", "eeeeettccc"),
            ("<b>x <sup>e</sup>", "ttttt.....t......"),
            ("[w](a) [w] (a)", ".t....tttttttt"),
            ("https://a.ca.", "aaaaaaaaaaaat"),
            ("<https://a.ca> \\<b>", "aaaaaaaaaaaaaat.ett"),
        ] {
            assert_eq!(sorts(text, Form::Line), wanted, "{text}");
            assert_eq!(sorts(text, Form::Blocks), wanted, "{text}");
        }
    }

    #[test]
    fn lines_begin_behind_their_marks() {
        let reading = read(
            "> a\n>  b \n\n- c\n  d\n\n| e |\n|--|\n| f |\n",
            Form::Blocks,
        );
        let lines = |run: &Run| -> Vec<String> {
            run.lines
                .iter()
                .map(|line| reading.slice(line).to_owned())
                .collect()
        };
        let all: Vec<_> = reading
            .runs
            .iter()
            .map(|run| (run.kind, lines(run)))
            .collect();
        let lines = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
        assert_eq!(
            all,
            [
                (RunKind::Paragraph, lines(&["a", "b"])),
                (RunKind::Item, lines(&["c", "d"])),
                (RunKind::Cell, lines(&["e"])),
                (RunKind::Cell, lines(&["f"])),
            ]
        );
        let reading = read(" a\n  b", Form::Line);
        let run = &reading.runs[0];
        assert_eq!((run.kind, run.lines.len()), (RunKind::Line, 2));
        assert_eq!(reading.slice(&run.lines[1]), "b");
    }
}
