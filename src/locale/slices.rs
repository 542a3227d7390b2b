//! Slices of the text of a file.

use crate::source::SourceFile;
use fluent_syntax::ast;
use std::ops::Range;

/// A pattern whose slices point into the source it was parsed from.
pub(crate) type Pattern<'s> = ast::Pattern<&'s str>;

/// A byte-order mark, which some editors write.
pub(crate) const BOM: char = '\u{feff}';

/// The text of a file without its byte-order mark.
pub(crate) fn without_mark(file: &SourceFile) -> &str {
    file.text().strip_prefix(BOM).unwrap_or(file.text())
}

/// The bytes of `source` that its slice `slice` is.
pub(crate) fn offset_range(source: &str, slice: &str) -> Range<usize> {
    let start = (slice.as_ptr() as usize)
        .saturating_sub(source.as_ptr() as usize)
        .min(source.len());
    start..(start + slice.len()).min(source.len())
}
