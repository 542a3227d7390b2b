//! Where a pattern stands while it is being formatted: in which source, with which
//! arguments, and used by which other pattern.

use super::args::{Args, Locator};
use super::catalog::Loaded;
use super::formatted::Source;
use super::output::PrintOrigin;
use super::pattern::Wrapped;
use super::resolve::Evaluated;
use super::slices::offset_range;
use super::unknown::Around;
use crate::memo::NodePath;
use crate::source::Span;
use std::ops::Range;

/// The source of a pattern.
#[derive(Clone, Copy)]
pub(super) enum Ground<'f> {
    /// A scalar of a YAML file.
    Scalar {
        wrapped: &'f Wrapped,
        locator: &'f dyn Locator,
        place: &'f NodePath,
    },
    /// A Fluent resource.
    Resource(&'f Loaded),
    /// No pattern, but the node of a YAML file that names a message.
    Node {
        locator: &'f dyn Locator,
        place: &'f NodePath,
    },
    /// No pattern: the program names a message.
    Program,
}

impl<'f> Ground<'f> {
    fn source(self) -> Option<&'f str> {
        match self {
            Ground::Scalar { wrapped, .. } => Some(&wrapped.source),
            Ground::Resource(loaded) => Some(loaded.text()),
            Ground::Node { .. } | Ground::Program => None,
        }
    }
}

/// What `$name` can mean.
#[derive(Clone, Copy)]
pub(super) enum Bindings<'f> {
    /// The arguments of the text.
    Args(&'f Args<'f>),
    /// The arguments of a reference to the term of this id, and nothing else.
    Term(&'f str, &'f [(&'f str, Evaluated)]),
}

/// A pattern being formatted.
pub(super) struct Frame<'f> {
    pub ground: Ground<'f>,
    pub bindings: Bindings<'f>,
    /// The name of what is being formatted, for cycles: `id`, `-id`, `$fact`.
    pub name: &'f str,
    /// The frame that uses this one, and where in its source.
    pub parent: Option<(&'f Frame<'f>, Range<usize>)>,
}

impl<'f> Frame<'f> {
    /// The bytes of the source that a slice of it is, with so many bytes before it.
    pub fn range_of(&self, slice: &str, sigil: usize) -> Range<usize> {
        let source = self.ground.source();
        let range = source.map_or(0..0, |source| offset_range(source, slice));
        range.start.saturating_sub(sigil)..range.end
    }

    /// What stands around a name in this pattern.
    pub fn around(&self) -> Around<'f, 'f> {
        Around {
            source: self.ground.source(),
            args: match self.bindings {
                Bindings::Args(args) => Some(args),
                Bindings::Term(..) => None,
            },
            node: match self.ground {
                Ground::Node { place, .. } => Some(place),
                _ => None,
            },
        }
    }

    /// The place of bytes of the source.
    pub fn locate(&self, range: Range<usize>) -> Option<Span> {
        match self.ground {
            Ground::Scalar {
                wrapped,
                locator,
                place,
            } => locator.locate(place, Some(wrapped.original_range(range))),
            Ground::Resource(loaded) => Some(loaded.span(range)),
            Ground::Node { locator, place } => locator.locate(place, None),
            Ground::Program => None,
        }
    }

    /// The text or message that all this stands in, and the bytes of it that use
    /// the rest; the frame itself where it is that.
    fn root(&self) -> (&Frame<'f>, Option<Range<usize>>) {
        let mut frame = self;
        let mut used = None;
        while let Some((parent, range)) = &frame.parent {
            used = Some(range.clone());
            frame = parent;
        }
        (frame, used)
    }

    /// The place in the memo that uses this frame, where that is another.
    pub fn use_place(&self) -> Option<Span> {
        let (root, used) = self.root();
        root.locate(used?)
    }

    /// Where bytes of the source come from in the eyes of the reader of a text.
    pub fn origin(&self, range: Range<usize>) -> PrintOrigin {
        let (root, used) = self.root();
        let outer = match (root.ground, &used) {
            (Ground::Scalar { wrapped, .. }, Some(used)) => {
                Some(wrapped.placeable(wrapped.original(used.start)))
            }
            (Ground::Scalar { wrapped, .. }, None) => Some(wrapped.original_range(range.clone())),
            _ => None,
        };
        let source = match (self.ground, &outer) {
            (Ground::Resource(loaded), _) => Source::Locale(loaded.span(range)),
            (_, Some(outer)) => Source::Text(outer.clone()),
            (_, None) => Source::Text(0..0),
        };
        PrintOrigin { source, outer }
    }

    /// Where a placeable comes from that a value is printed for.
    pub fn placeable_origin(&self, range: Range<usize>) -> PrintOrigin {
        match (self.ground, &self.parent) {
            (Ground::Scalar { wrapped, .. }, None) => {
                let placeable = wrapped.placeable(wrapped.original(range.start));
                PrintOrigin {
                    source: Source::Text(placeable.clone()),
                    outer: Some(placeable),
                }
            }
            _ => self.origin(range),
        }
    }

    /// This frame, and those further out.
    fn outwards(&self) -> impl Iterator<Item = &Frame<'f>> {
        let outer = |frame: &&'_ Frame<'f>| frame.parent.as_ref().map(|(parent, _)| *parent);
        std::iter::successors(Some(self), outer)
    }

    /// Whether this name is being formatted already, here or further out.
    pub fn is_inside(&self, name: &str) -> bool {
        self.outwards().any(|frame| frame.name == name)
    }

    /// How many frames there are from the text to this one.
    pub fn depth(&self) -> usize {
        self.outwards().skip(1).count()
    }
}
