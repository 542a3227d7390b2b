//! Reading a file with syntax faults part by part, so that each fault is found
//! and what is sound is read.

use std::borrow::Cow;
use std::ops::Range;

/// Deeper than this, a broken part is not divided further.
const DEEPEST: usize = 40;

/// A part of a file.
pub(super) struct YamlPiece<'t> {
    /// Its text; dashes of lists that it is an item of are spaces.
    pub(super) text: &'t str,
    /// Where it begins in the file, in bytes.
    pub(super) offset: usize,
    /// Whether it is a text that stands where a key or an item must: a fault.
    pub(super) loose: bool,
}

/// A tree that can be put together from parts.
pub(super) trait RecoveredTree: Sized {
    /// A part that cannot be read.
    fn broken(range: Range<usize>) -> Self;
    /// A mapping of one key, which stands at `at`.
    fn entry(key: &str, at: Range<usize>, value: Self) -> Self;
    /// A list of one item.
    fn item(value: Self) -> Self;
    /// Whether it is neither a mapping nor a list, so that nothing can be added.
    fn is_loose(&self) -> bool;
    /// Adds the entries or items of another.
    fn merge(&mut self, other: Self);
}

/// Reads `text` whole, or, where that fails, part by part, with `leaf`.
pub(super) fn read<T: RecoveredTree, E>(
    text: &str,
    leaf: &mut dyn FnMut(&YamlPiece<'_>) -> Result<T, E>,
) -> T {
    read_with_faults(text, leaf).0
}

/// The same, with the faults of the parts that cannot be read.
pub(super) fn read_with_faults<T: RecoveredTree, E>(
    text: &str,
    leaf: &mut dyn FnMut(&YamlPiece<'_>) -> Result<T, E>,
) -> (T, Vec<E>) {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut reading = Reading {
        leaf,
        faults: Vec::new(),
    };
    let text = &text[start..];
    let tree = reading.read(Cow::Borrowed(text), start, 0);
    (tree, reading.faults)
}

struct Reading<'l, T, E> {
    leaf: &'l mut dyn FnMut(&YamlPiece<'_>) -> Result<T, E>,
    faults: Vec<E>,
}

impl<T: RecoveredTree, E> Reading<'_, T, E> {
    fn read(&mut self, text: Cow<'_, str>, offset: usize, depth: usize) -> T {
        let fault = match (self.leaf)(&YamlPiece {
            text: &text,
            offset,
            loose: false,
        }) {
            Ok(tree) => return tree,
            Err(fault) => fault,
        };
        let before = self.faults.len();
        let parts = if depth < DEEPEST {
            parts(&text)
        } else {
            Vec::new()
        };
        let tree = match &*parts {
            [] => None,
            [only] => self.inside(&text, only.clone(), offset, depth),
            parts => Some(self.each(&text, parts, offset, depth)),
        };
        if self.faults.len() == before {
            self.faults.push(fault);
        }
        tree.unwrap_or_else(|| T::broken(offset..offset + text.trim_end().len()))
    }

    fn each(&mut self, text: &str, parts: &[Range<usize>], offset: usize, depth: usize) -> T {
        let mut whole: Option<T> = None;
        for part in parts {
            let (text, offset) = (&text[part.clone()], offset + part.start);
            let mut tree = self.read(Cow::Borrowed(text), offset, depth + 1);
            if tree.is_loose() {
                let loose = true;
                match (self.leaf)(&YamlPiece {
                    text,
                    offset,
                    loose,
                }) {
                    Ok(read) => tree = read,
                    Err(fault) => {
                        self.faults.push(fault);
                        continue;
                    }
                }
            }
            match &mut whole {
                Some(whole) => whole.merge(tree),
                None => whole = Some(tree),
            }
        }
        whole.unwrap_or_else(|| T::broken(offset..offset))
    }

    /// Reads the value of the one key, or the one item, of a part.
    fn inside(&mut self, text: &str, part: Range<usize>, offset: usize, depth: usize) -> Option<T> {
        let first = text[part.clone()].lines().next().unwrap_or_default();
        let indent = first.len() - first.trim_start_matches(' ').len();
        let dash = part.start + indent;
        if is_item(&first[indent..]) {
            let mut inner = text.to_owned();
            inner.replace_range(dash..=dash, " ");
            let value = self.read(Cow::Owned(inner), offset, depth + 1);
            return Some(T::item(value));
        }
        let (key, rest) = first[indent..].split_once(':')?;
        let at = offset + dash..offset + dash + key.trim_end().len();
        let name = key.trim().trim_matches(['"', '\'']);
        if name.is_empty() || name.contains(['{', '[', '#']) {
            return None;
        }
        let after = part.start + (first.len() + 1).min(part.len());
        let rest = rest.trim();
        let lines = &text[after..part.end];
        if (rest.is_empty() || rest.starts_with('#')) && !lines.trim().is_empty() {
            let value = self.read(Cow::Borrowed(lines), offset + after, depth + 1);
            return Some(T::entry(name, at, value));
        }
        let end = offset + part.start + text[part].trim_end().len();
        let value = T::broken((at.end + 1).min(end)..end);
        Some(T::entry(name, at, value))
    }
}

fn is_item(content: &str) -> bool {
    content == "-" || content.starts_with("- ")
}

/// The parts of a text, each from a line with its least indentation to the next.
/// Items of a list that are not indented belong to the key above them.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut least: Option<(usize, bool)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let content = line.trim_start_matches(' ');
        let indent = line.len() - content.len();
        let content = content.trim_end();
        // A line that is not indented with spaces is at fault itself.
        let strange = content.starts_with(char::is_whitespace) && !parts.is_empty();
        if content.is_empty() || content.starts_with('#') || content == "---" || strange {
            if let Some(last) = parts.last_mut() {
                last.end = at;
            }
            continue;
        }
        let item = is_item(content);
        let begins = match least {
            None => true,
            Some((least, items)) => {
                indent < least || indent == least && (item == items || !item && items)
            }
        };
        if begins {
            let items = least.map_or(item, |(_, items)| items);
            least = Some((least.map_or(indent, |(least, _)| least.min(indent)), items));
            parts.push(start..at);
        } else if let Some(last) = parts.last_mut() {
            last.end = at;
        }
    }
    parts
}
