//! New words in old scalars: everything around them stays as it is written.

use super::positions::Positions;
use super::scalar::WrittenStyle;
use super::settle::settled;
use super::{Mapping, Node};
use crate::memo::path::{NodePath, PathStep};
use crate::source::Span;
use std::ops::Range;

impl Positions {
    /// The change of the file that puts `replacement` in the place of the bytes `range`
    /// of a scalar's value: the bytes of the file, and what stands there instead in
    /// the scalar's own way of writing. None where `place` has no scalar that says
    /// `value`, and where the bytes do not stand together on one line. A line break can
    /// be put into a literal scalar (`|`) only.
    pub fn rewrite(
        &self,
        place: &NodePath,
        value: &str,
        range: Range<usize>,
        replacement: &str,
    ) -> Option<(Range<usize>, String)> {
        let (style, written) = self.scalar(place)?;
        if settled(written) != value {
            return None;
        }
        let span = self.span_in_value(place, range.clone());
        let start = range.start;
        let (old, here) = (value.get(range)?, span.text());
        let same = match style {
            WrittenStyle::Plain | WrittenStyle::Literal | WrittenStyle::Folded => here == old,
            WrittenStyle::SingleQuoted => here.replace("''", "'") == old,
            WrittenStyle::DoubleQuoted => here == old || here.contains('\\'),
        };
        let one_line = |text: &str| !text.contains(['\n', '\r']);
        let fits = one_line(replacement) || style == WrittenStyle::Literal;
        (same && one_line(here) && fits).then(|| {
            let written = match style {
                WrittenStyle::Literal => {
                    replacement.replace('\n', &line_break(&span, value, start))
                }
                WrittenStyle::Plain | WrittenStyle::Folded => replacement.to_owned(),
                WrittenStyle::SingleQuoted => replacement.replace('\'', "''"),
                WrittenStyle::DoubleQuoted => {
                    replacement.replace('\\', "\\\\").replace('"', "\\\"")
                }
            };
            (span.range(), written)
        })
    }
}

/// A line break with the indentation of a literal scalar, of whose value the byte `at`
/// stands at `span`.
fn line_break(span: &Span, value: &str, at: usize) -> String {
    let text = span.file().text();
    let before = text.get(..span.range().start).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let own = value.get(..at).unwrap_or_default();
    let own = own.rsplit('\n').next().unwrap_or_default();
    let indent = line.len().saturating_sub(own.len());
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    format!("{end}{}", line.get(..indent).unwrap_or_default())
}

impl Node {
    /// Puts a text in the place of the scalar at `place`; false where there is none.
    #[must_use]
    pub fn set_text(&mut self, place: &NodePath, text: &str) -> bool {
        let Some(node) = self.descendant(place.steps()) else {
            return false;
        };
        let is_scalar = matches!(node, Node::Text(_) | Node::Number(_));
        if is_scalar {
            *node = Node::Text(text.to_owned());
        }
        is_scalar
    }

    fn descendant(&mut self, steps: &[PathStep]) -> Option<&mut Node> {
        match (self, steps) {
            (node, []) => Some(node),
            // `address[0].en`, a line and then its language, stands at `address.en[0]`.
            (Node::Mapping(mapping), [PathStep::Index(index), PathStep::Key(key), rest @ ..]) => {
                match mapping.value_mut(key)? {
                    Node::List(lines) => lines.get_mut(*index)?.descendant(rest),
                    line => line.descendant(rest),
                }
            }
            (Node::Mapping(mapping), [PathStep::Key(key), rest @ ..]) => {
                mapping.value_mut(key)?.descendant(rest)
            }
            (Node::List(items), [PathStep::Index(index), rest @ ..]) => {
                items.get_mut(*index)?.descendant(rest)
            }
            _ => None,
        }
    }
}

impl Mapping {
    fn value_mut(&mut self, key: &str) -> Option<&mut Node> {
        self.entries
            .iter_mut()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value)
    }
}

#[cfg(test)]
mod tests {
    use crate::memo::NodePath;
    use crate::memo::yaml::{Positions, parse};
    use crate::source::SourceFile;

    /// The file with the first `'` of the value of `a` made `new`.
    fn rewritten(yaml: &str, value: &str, new: &str) -> Option<String> {
        let file = SourceFile::new("a.yaml", yaml);
        let place = NodePath::root().key("a");
        let at = value.find('\'').unwrap();
        let (range, text) = Positions::of(&file).rewrite(&place, value, at..at + 1, new)?;
        let mut after = yaml.to_owned();
        after.replace_range(range, &text);
        let (mut before, _) = parse(&file);
        assert!(before.set_text(&place, &value.replacen('\'', new, 1)));
        let (node, findings) = parse(&SourceFile::new("a.yaml", after.as_str()));
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(node, before);
        Some(after)
    }

    #[test]
    fn every_way_of_writing_keeps_its_own() {
        for (yaml, value, after) in [
            ("a: x'y # c\nb: 1\n", "x'y", "a: x’y # c\nb: 1\n"),
            ("a: x\n  z'y\n", "x z'y", "a: x\n  z’y\n"),
            ("a: 'x''y'\n", "x'y", "a: 'x’y'\n"),
            ("a: \"\\tx'y\"\n", "\tx'y", "a: \"\\tx’y\"\n"),
            ("a: \"x\\u0027y\"\n", "x'y", "a: \"x’y\"\n"),
            ("a: |\n  é\n  x'y\n", "é\nx'y\n", "a: |\n  é\n  x’y\n"),
            ("a: >-\n  é\n  x'y\n", "é x'y", "a: >-\n  é\n  x’y\n"),
            (
                "a: |\r\n  é\r\n  x'y\r\n",
                "é\nx'y\n",
                "a: |\r\n  é\r\n  x’y\r\n",
            ),
        ] {
            let rewritten = rewritten(yaml, value, "’");
            assert_eq!(rewritten.as_deref(), Some(after), "{yaml:?}");
        }
    }

    #[test]
    fn marks_that_would_end_the_scalar_are_escaped() {
        assert_eq!(
            rewritten("a: 'x''y'\n", "x'y", "''").as_deref(),
            Some("a: 'x''''y'\n")
        );
        assert_eq!(
            rewritten("a: \"x'y\"\n", "x'y", "\"\\").as_deref(),
            Some("a: \"x\\\"\\\\y\"\n")
        );
    }

    #[test]
    fn a_line_break_is_put_into_a_literal_scalar_alone() {
        for (yaml, value, after) in [
            (
                "a: |\n    - x'\n",
                "- x'\n",
                Some("a: |\n    - x\n      y\n"),
            ),
            (
                "a: |\r\n  - x'\r\n",
                "- x'\n",
                Some("a: |\r\n  - x\r\n    y\r\n"),
            ),
            ("a: x'\n", "x'", None),
        ] {
            assert_eq!(rewritten(yaml, value, "\n  y").as_deref(), after);
        }
    }

    #[test]
    fn what_says_something_else_is_left_alone() {
        assert_eq!(rewritten("a: x'z\n", "x'y", "’"), None);
        assert_eq!(rewritten("b: x'z\n", "x'y", "’"), None);
        let file = SourceFile::new("a.yaml", "a: x\n  y\n");
        let place = NodePath::root().key("a");
        let joined = Positions::of(&file).rewrite(&place, "x y", 1..2, "\u{a0}");
        assert_eq!(joined, None);
    }
}
