//! The levels of indentation of a file, line by line, and the items of lists that lack
//! their dash.

use super::layout::column;
use super::scan::Line;

/// What stands at a level.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Keys; whether the last one has a value on its line.
    Keys { value: bool },
    /// Items of a list.
    Items,
    /// Neither: a text.
    Text,
}

/// A level of indentation.
struct Level {
    column: usize,
    kind: Kind,
    /// The line with which it begins.
    first: usize,
}

/// The levels that are open, from the outermost.
#[derive(Default)]
pub(super) struct Levels {
    open: Vec<Level>,
}

impl Levels {
    /// Enters a line that begins an entry. Gives the beginning of a line that stands
    /// where an item must and has no dash: this one, or the first of its level.
    pub fn enter(&mut self, line: &Line<'_>) -> Option<usize> {
        let mut missing = None;
        let dashes = line.text.char_indices().take_while(|(at, _)| *at < column(line));
        for (at, _) in dashes.filter(|(_, letter)| *letter == '-') {
            missing = missing.or(self.level(at, Kind::Items, line.start));
        }
        if column(line) < line.text.trim_end().len() {
            let kind = match line.key {
                Some(_) => Kind::Keys {
                    value: !line.value.is_empty(),
                },
                None => Kind::Text,
            };
            missing = missing.or(self.level(column(line), kind, line.start));
        }
        missing
    }

    fn level(&mut self, column: usize, kind: Kind, start: usize) -> Option<usize> {
        let mut child = None;
        while self.open.last().is_some_and(|level| level.column > column) {
            child = self.open.pop();
        }
        let open = self.open.last().map(|level| (level.column == column, level.kind, level.first));
        let parent = self.open.len().checked_sub(2).and_then(|at| self.open.get(at));
        let beside = parent.is_some_and(|parent| parent.column == column);
        match (open, kind) {
            // Keys behind a list that is not indented, under the key of that list.
            (Some((true, Kind::Items, _)), Kind::Keys { .. }) if beside => {
                self.open.pop();
                self.set(kind);
                None
            }
            (Some((true, Kind::Items, _)), Kind::Keys { .. } | Kind::Text) => Some(start),
            (Some((true, Kind::Keys { value: true }, first)), Kind::Items) => {
                self.set(kind);
                Some(first)
            }
            (Some((true, Kind::Keys { value: false }, _)), Kind::Items) => {
                self.push(column, kind, start);
                None
            }
            (Some((true, ..)), _) => {
                self.set(kind);
                None
            }
            _ => {
                self.push(column, kind, start);
                let first = child.filter(|child| {
                    kind == Kind::Items && matches!(child.kind, Kind::Keys { .. })
                });
                first.map(|child| child.first)
            }
        }
    }

    fn push(&mut self, column: usize, kind: Kind, first: usize) {
        self.open.push(Level {
            column,
            kind,
            first,
        });
    }

    fn set(&mut self, kind: Kind) {
        if let Some(level) = self.open.last_mut() {
            level.kind = kind;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memo::yaml::scan;

    /// The lines, from 1, that lack a dash.
    fn missing(text: &str) -> Vec<usize> {
        let mut levels = Levels::default();
        scan::lines(text)
            .filter_map(|line| levels.enter(&line))
            .map(|start| text[..start].lines().count() + 1)
            .collect()
    }

    #[test]
    fn items_without_a_dash_are_told() {
        for (text, wanted) in [
            ("a:\n  - b: 1\n    c: 2\n  - b: 3\nd:\n- e\n- f\ng: 1\n", &[][..]),
            ("a:\n  - b: 1\n    c: 2\n  b: 3\n", &[4]),
            ("a:\n  - one\n  two\n  - three\n", &[3]),
            ("a:\n  b: 1\n  c: 2\n  - b: 3\n", &[2]),
            ("a:\n    b: 1\n    c: 2\n  - b: 3\n", &[2]),
            ("a:\n  - b:\n      - c: 1\n        d: 2\n      c: 3\n", &[5]),
            ("a:\n- b: 1\n  c:\n  - d\n  e: 2\nf: 1\n", &[]),
            ("a:\n  - - b\n    - c\n  - - d\n", &[]),
        ] {
            assert_eq!(missing(text), wanted, "{text}");
        }
    }
}
