//! The blanks at the beginnings of a pattern's lines.
//!
//! Fluent takes off every line what the least indented one has: its *common indent*.
//! In the specification a line that begins with a placeable is a line like others, and
//! its indent ends at the brace; blank lines are line breaks and nothing else.
//! fluent-syntax 0.12 leaves lines that begin with a placeable out of the count, so that
//! deeper text loses what it has beyond them, takes all their own blanks off, and keeps
//! blanks on blank lines.

use crate::locale::anchors::first_word;
use crate::locale::slices::offset_range;
use fluent_syntax::ast::PatternElement;
use std::ops::Range;

/// A line's blanks and what stands behind them.
enum Line {
    /// Text or a placeable, behind these bytes of the source.
    Filled(Range<usize>),
    /// Nothing.
    Blank,
}

/// The elements of a pattern with the blanks that the specification prints.
pub(super) fn dedented<'s>(
    source: &'s str,
    elements: Vec<PatternElement<&'s str>>,
) -> Vec<PatternElement<&'s str>> {
    let lines: Vec<Option<Line>> = (0..elements.len())
        .map(|index| line(source, &elements, index))
        .collect();
    let indents = lines.iter().flatten().filter_map(|line| match line {
        Line::Filled(blanks) => Some(blanks.len()),
        Line::Blank => None,
    });
    let Some(common) = indents.min() else {
        return elements;
    };
    let mut dedented = Vec::with_capacity(elements.len());
    for (element, line) in elements.into_iter().zip(lines) {
        match (element, line) {
            (PatternElement::TextElement { value }, Some(Line::Filled(blanks))) => {
                let end = offset_range(source, value).end;
                let value = source.get(blanks.start + common..end).unwrap_or(value);
                dedented.push(PatternElement::TextElement { value });
            }
            (PatternElement::TextElement { value }, Some(Line::Blank)) => {
                let value = value.trim_start_matches(' ');
                dedented.push(PatternElement::TextElement { value });
            }
            (element, Some(Line::Filled(blanks))) if blanks.len() > common => {
                let value = source
                    .get(blanks.start + common..blanks.end)
                    .unwrap_or_default();
                dedented.push(PatternElement::TextElement { value });
                dedented.push(element);
            }
            (element, _) => dedented.push(element),
        }
    }
    dedented
}

/// The line that an element begins, where it begins one.
fn line(source: &str, elements: &[PatternElement<&str>], index: usize) -> Option<Line> {
    let follows_break = index.checked_sub(1).is_none_or(|before| {
        matches!(elements.get(before), Some(PatternElement::TextElement { value }) if value.ends_with('\n'))
    });
    if !follows_break {
        return None;
    }
    let content = match elements.get(index)? {
        PatternElement::TextElement { value } => {
            let content = value.trim_start_matches(' ');
            if content.is_empty() || content == "\n" {
                return Some(Line::Blank);
            }
            offset_range(source, content).start
        }
        PatternElement::Placeable { expression } => brace(source, first_word(expression)),
    };
    let start = source.get(..content)?.rfind('\n').map_or(0, |end| end + 1);
    let blanks = source.get(start..content)?;
    blanks
        .bytes()
        .all(|byte| byte == b' ')
        .then_some(Line::Filled(start..content))
}

/// Where the outermost brace of a placeable stands that begins with this word: no text
/// has a brace, and a placeable before this one ends with another.
fn brace(source: &str, word: &str) -> usize {
    let word = offset_range(source, word).start;
    let mut brace = word;
    for (at, byte) in source.as_bytes()[..word].iter().enumerate().rev() {
        match byte {
            b'{' => brace = at,
            b' ' | b'\n' | b'\r' | b'$' | b'-' | b'"' => {}
            _ => break,
        }
    }
    brace
}

#[cfg(test)]
mod tests {
    use crate::locale::tree::{Comments, read};
    use fluent_syntax::ast::{Entry, PatternElement};

    /// What the value of the first message prints, a placeable as `@`.
    fn printed(source: &str) -> String {
        let (resource, errors) = read(source, None, Comments::Dropped);
        assert_eq!(errors, [], "{source}");
        let Some(Entry::Message(message)) = resource.body.first() else {
            panic!("{source}")
        };
        let elements = message.value.iter().flat_map(|value| &value.elements);
        elements
            .map(|element| match element {
                PatternElement::TextElement { value } => *value,
                PatternElement::Placeable { .. } => "@",
            })
            .collect()
    }

    #[test]
    fn a_line_that_begins_with_a_placeable_counts_from_its_brace() {
        for (source, wanted) in [
            ("v =\n    a\n\n    {\n        $x\n    } b\n", "a\n\n@ b"),
            ("v =\n    { $x } a\n        b\n", "@ a\n    b"),
            ("v =\n        { $x }\n    b\n", "    @\nb"),
            ("v =\n{ $x }\n  b\n", "@\n  b"),
            ("v = a\n    { $x }\n  b\n", "a\n  @\nb"),
            (
                "v =\n    { { { \"\" } } }\n      { -1 }{ \"{\" }\n",
                "@\n  @@",
            ),
            ("v =\r\n    { $x }\r\n      b\r\n", "@\n  b"),
            ("v = { $x }\n    { $x }\n", "@\n@"),
            ("v = - \"$ { $x }\n      c\n", "- \"$ @\nc"),
            ("v =\n  a\n      \n\n  b   \n", "a\n\n\nb"),
            ("v =\n  a { $x } \n    { $y }  c\n", "a @ \n  @  c"),
        ] {
            assert_eq!(printed(source), wanted, "{source:?}");
        }
    }
}
