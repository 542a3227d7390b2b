//! The levels of indentation of a file, line by line, and the lines that stand at the
//! wrong one: items of lists that lack their dash, keys too deep or not deep enough.

use super::column;
use crate::memo::keys::{has_chosen_keys, is_list};
use crate::memo::yaml::keys::fit_together;
use crate::memo::yaml::scan::YamlLine;

/// A line at the wrong level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Misplaced<'t> {
    /// The line that begins at `start` is an item of a list whose dashes stand at
    /// `column`, and has none.
    NoDash {
        /// The byte.
        start: usize,
        /// The column, from 0.
        column: usize,
    },
    /// The line that begins at `start` belongs beside the key `beside`, at `column`.
    Level {
        /// The byte.
        start: usize,
        /// The column, from 0.
        column: usize,
        /// The key.
        beside: &'t str,
    },
}

/// What stands at a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Keys; whether the last one has a value on its line.
    Keys { value: bool },
    /// Items of a list.
    Items,
    /// Neither: a text.
    Text,
}

/// A level of indentation.
#[derive(Debug)]
struct Level<'t> {
    column: usize,
    kind: Kind,
    /// The line with which it begins.
    first: usize,
    /// The keys so far.
    keys: Vec<&'t str>,
    /// Whether the author chooses them.
    named: bool,
    /// Whether its first line begins with a dash.
    item: bool,
}

impl<'t> Level<'t> {
    /// The last key, where another may stand beside it that is not there yet.
    fn fits(&self, key: &str) -> Option<&'t str> {
        let takes = !self.keys.contains(&key) && fit_together(key, &self.keys) == Some(true);
        self.keys.last().copied().filter(|_| takes)
    }
}

/// The levels that are open, from the outermost.
#[derive(Default)]
pub(super) struct Levels<'t> {
    open: Vec<Level<'t>>,
}

/// A line as it enters a level.
struct Entry<'t> {
    column: usize,
    kind: Kind,
    key: Option<&'t str>,
    start: usize,
    /// Whether a dash stands before it.
    item: bool,
}

impl Entry<'_> {
    /// A dash, for an item of a list.
    fn dash(start: usize, column: usize) -> Self {
        Entry {
            column,
            kind: Kind::Items,
            key: None,
            start,
            item: false,
        }
    }
}

impl<'t> Levels<'t> {
    /// Enters a line that begins an entry; gives a line that stands at the wrong level:
    /// this one, or one above it.
    /// `below` gives the column of the first line below it that is no deeper than one.
    pub fn enter(
        &mut self,
        line: &YamlLine<'t>,
        text: &'t str,
        below: &dyn Fn(usize) -> Option<usize>,
    ) -> Option<Misplaced<'t>> {
        let mut misplaced = None;
        let start = line.start;
        let before = &line.text[..column(line)];
        for (column, _) in before.match_indices('-') {
            let found = self.enter_level(&Entry::dash(start, column), below);
            misplaced = misplaced.or(found);
        }
        if column(line) < line.text.trim_end().len() {
            let key = line.key.clone().map(|key| &text[key]);
            let value = !line.value.is_empty();
            let entry = Entry {
                column: column(line),
                kind: key.map_or(Kind::Text, |_| Kind::Keys { value }),
                key,
                start,
                item: before.contains('-'),
            };
            let found = self.enter_level(&entry, below);
            misplaced = misplaced.or(found);
        }
        misplaced
    }

    /// Whether the author chooses the keys of the innermost level.
    pub fn has_names(&self) -> bool {
        self.open.last().is_some_and(|level| level.named)
    }

    /// The key whose value the innermost level is.
    pub fn parent(&self) -> Option<&'t str> {
        self.open.iter().rev().nth(1)?.keys.last().copied()
    }

    /// Enters a line that has a slip of another kind: its dashes and its first word, at
    /// the columns where they are meant to stand.
    pub fn enter_mended(&mut self, start: usize, dashes: &[usize], key: (usize, &'t str)) {
        let items = dashes.iter().map(|&column| Entry::dash(start, column));
        let word = Entry {
            column: key.0,
            kind: Kind::Keys { value: false },
            key: Some(key.1),
            start,
            item: !dashes.is_empty(),
        };
        for entry in items.chain([word]) {
            self.enter_level(&entry, &|_| None);
        }
    }

    fn enter_level(
        &mut self,
        entry: &Entry<'t>,
        below: &dyn Fn(usize) -> Option<usize>,
    ) -> Option<Misplaced<'t>> {
        let mut child = None;
        while let Some(deeper) = self.open.pop_if(|level| level.column > entry.column) {
            child = Some(deeper);
        }
        let top = self.open.last();
        let top = top.map(|level| (level.column == entry.column, level.kind));
        match (top, entry.kind) {
            (Some((true, Kind::Items)), Kind::Items) => None,
            (Some((true, Kind::Items)), _) => self.beside_items(entry),
            (Some((true, Kind::Keys { value })), Kind::Items) => {
                let first = self.open.last().map_or(entry.start, |level| level.first);
                if value || child.is_some() {
                    self.open.last_mut()?.kind = entry.kind;
                    return Some(no_dash(first, entry));
                }
                self.push(entry);
                None
            }
            (Some((true, _)), _) => self.beside_keys(entry, child),
            (top, _) => {
                let deeper = top.is_some_and(|(_, kind)| kind == Kind::Keys { value: true });
                if child.is_none() && deeper {
                    let found = self.under_value(entry);
                    if found.is_some() {
                        return found;
                    }
                }
                // What follows says which of the two lines stands otherwise.
                if let Some(child) = child.take_if(|child| {
                    let beside = |key| {
                        !child.keys.contains(&key) && fit_together(key, &child.keys) != Some(false)
                    };
                    entry.key.is_some_and(beside)
                        && matches!(child.kind, Kind::Keys { .. })
                        && (child.item || below(child.column) == Some(child.column))
                }) {
                    self.open.push(child);
                    return self.beside_last(entry);
                }
                let found = child.as_ref().and_then(|child| off_level(child, entry));
                let found = found.or_else(|| child.as_ref().and_then(|_| self.first_item(entry)));
                self.push(entry);
                if let (Some(Misplaced::Level { .. }), Some(child), Some(level)) =
                    (&found, child, self.open.last_mut())
                {
                    level.keys.splice(0..0, child.keys);
                }
                found
            }
        }
    }

    /// A line without a dash at the column of a list's dashes.
    fn beside_items(&mut self, entry: &Entry<'t>) -> Option<Misplaced<'t>> {
        let parent = self.open.iter().rev().nth(1);
        // Keys behind a list that is not indented, under the key of that list.
        if parent.is_some_and(|parent| parent.column == entry.column) {
            self.open.pop();
            return self.beside_keys(entry, None);
        }
        self.outer(entry).or(Some(no_dash(entry.start, entry)))
    }

    /// A line at the column of other keys; `child` is a level below the last of them.
    fn beside_keys(
        &mut self,
        entry: &Entry<'t>,
        child: Option<Level<'t>>,
    ) -> Option<Misplaced<'t>> {
        let level = self.open.last_mut()?;
        level.kind = entry.kind;
        let key = entry.key?;
        // Nobody names a fact so.
        let judged = !level.named || key == "sections";
        let fits = fit_together(key, &level.keys).or((key == "sections").then_some(false));
        let fits = fits.filter(|_| judged);
        let found = match fits {
            Some(false) => self.outer(entry).or_else(|| self.inner(entry, child?)),
            _ => None,
        };
        if found.is_none()
            && let Some(level) = self.open.last_mut()
        {
            level.keys.push(key);
        }
        found
    }

    /// The level below the last key that a key belongs to, which is opened again.
    fn inner(&mut self, entry: &Entry<'t>, child: Level<'t>) -> Option<Misplaced<'t>> {
        child.fits(entry.key?)?;
        self.open.push(child);
        self.beside_last(entry)
    }

    /// The first line of a list's first item, which alone stands where its dash must.
    fn first_item(&mut self, entry: &Entry<'t>) -> Option<Misplaced<'t>> {
        let [.., parent, level] = self.open.as_mut_slice() else {
            return None;
        };
        let [only] = level.keys.as_slice() else {
            return None;
        };
        let lists = parent.keys.last().is_some_and(|key| is_list(key));
        let item =
            level.column + 2 == entry.column && fit_together(entry.key?, &[*only]) == Some(true);
        if !lists || !item {
            return None;
        }
        level.kind = Kind::Items;
        Some(Misplaced::NoDash {
            start: level.first,
            column: level.column,
        })
    }

    /// A key that belongs beside those of the innermost level, where it is put.
    fn beside_last(&mut self, entry: &Entry<'t>) -> Option<Misplaced<'t>> {
        let level = self.open.last_mut()?;
        let beside = level.keys.last().copied()?;
        level.kind = entry.kind;
        level.keys.extend(entry.key);
        Some(Misplaced::Level {
            start: entry.start,
            column: level.column,
            beside,
        })
    }

    /// The level around the last one that a key belongs to, where it is put.
    fn outer(&mut self, entry: &Entry<'t>) -> Option<Misplaced<'t>> {
        let key = entry.key?;
        let at = self.open.iter().rposition(|level| {
            level.column < entry.column
                && matches!(level.kind, Kind::Keys { .. })
                && level.fits(key).is_some()
        })?;
        self.open.truncate(at + 1);
        self.beside_last(entry)
    }

    /// A key deeper than one that has its value.
    fn under_value(&mut self, entry: &Entry<'t>) -> Option<Misplaced<'t>> {
        self.open.last()?.fits(entry.key?)?;
        self.beside_last(entry)
    }

    fn push(&mut self, entry: &Entry<'t>) {
        let parent = self.open.last().and_then(|level| level.keys.last());
        self.open.push(Level {
            column: entry.column,
            kind: entry.kind,
            first: entry.start,
            keys: entry.key.into_iter().collect(),
            named: parent.is_some_and(|key| has_chosen_keys(key)),
            item: entry.item,
        });
    }
}

fn no_dash<'t>(start: usize, entry: &Entry<'t>) -> Misplaced<'t> {
    Misplaced::NoDash {
        start,
        column: entry.column,
    }
}

/// A line whose column is none of those above it: the first item of a list may lack its
/// dash, or the one key above it may stand too deep.
fn off_level<'t>(child: &Level<'t>, entry: &Entry<'t>) -> Option<Misplaced<'t>> {
    match (child.kind, entry.kind, child.keys.as_slice()) {
        (Kind::Keys { .. }, Kind::Items, _) => Some(no_dash(child.first, entry)),
        (Kind::Keys { .. }, Kind::Keys { .. }, [only]) => {
            let beside = entry.key?;
            let fits = fit_together(only, &[beside]) == Some(true) && *only != beside;
            fits.then_some(Misplaced::Level {
                start: child.first,
                column: entry.column,
                beside,
            })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
