//! The path of a node in a YAML file: `sections[2].body.fr`.

use std::fmt;
use std::sync::Arc;

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PathStep {
    /// Into a mapping, to the value of this key.
    Key(Arc<str>),
    /// Into a sequence, to the item of this index from 0.
    Index(usize),
}

/// The way from a file's root to a node. Cheap to clone: every piece of a document keeps
/// the one that it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodePath(Option<Arc<[PathStep]>>);

impl NodePath {
    /// The root.
    pub const fn root() -> NodePath {
        NodePath(None)
    }

    /// The value of `key` in this mapping.
    #[must_use]
    pub fn key(&self, key: impl Into<Arc<str>>) -> NodePath {
        self.step(PathStep::Key(key.into()))
    }

    /// The item of this sequence, from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> NodePath {
        self.step(PathStep::Index(index))
    }

    fn step(&self, step: PathStep) -> NodePath {
        let mut steps = Vec::with_capacity(self.steps().len() + 1);
        steps.extend_from_slice(self.steps());
        steps.push(step);
        NodePath(Some(steps.into()))
    }

    /// Reads a path as it is displayed: `sections[2].body.fr`.
    pub fn parse(text: &str) -> Option<NodePath> {
        let mut path = NodePath::root();
        for part in text.split('.') {
            let (key, indexes) = match part.find('[') {
                Some(at) => part.split_at(at),
                None => (part, ""),
            };
            if !key.is_empty() {
                path = path.key(key);
            } else if indexes.is_empty() {
                return None;
            }
            let mut rest = indexes;
            while let Some(inner) = rest.strip_prefix('[') {
                let (index, after) = inner.split_once(']')?;
                path = path.index(index.parse().ok()?);
                rest = after;
            }
            if !rest.is_empty() {
                return None;
            }
        }
        Some(path)
    }

    /// The steps from the root.
    pub fn steps(&self) -> &[PathStep] {
        self.0.as_deref().unwrap_or_default()
    }
}

impl fmt::Display for NodePath {
    /// As `ignore:` in a memo writes it: `sections[2].body.fr`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.steps().iter().enumerate() {
            match step {
                PathStep::Key(key) if at == 0 => f.write_str(key)?,
                PathStep::Key(key) => write!(f, ".{key}")?,
                PathStep::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_read_as_they_are_shown() {
        for text in ["subject", "sections[2].body.fr", "sections[0].sections[11]"] {
            let path = NodePath::parse(text).expect("it is a path");
            assert_eq!(path.to_string(), text);
        }
        for text in ["", "a..b", "a[b]", "a[1", "a[1]b"] {
            assert_eq!(NodePath::parse(text), None, "{text}");
        }
    }
}
