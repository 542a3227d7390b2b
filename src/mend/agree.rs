//! Mends on which all readings of a source agree.

use super::edit::{SourceEdit, in_order};
use crate::document::markdown::{Form, find_mends, read_alike};
use crate::language::typography::Mender;
use crate::locale::{Formatted, Outcomes, Source};
use std::ops::Range;

/// What a placeable may print, as far as the rules can tell: a number and a word. A
/// mend that depends on which is left to documents.
pub(super) const SAMPLES: [&str; 2] = ["9", "a"];

/// The readings of one pattern, one list for each of [`SAMPLES`].
pub(super) type Sampled = [Outcomes; SAMPLES.len()];

/// Reads with each sample.
pub(super) fn sampled<T, E>(mut read: impl FnMut(&str) -> Result<T, E>) -> Result<[T; 2], E> {
    let [number, word] = SAMPLES;
    Ok([read(number)?, read(word)?])
}

/// The changes of a pattern's source that are made in every reading that has the words
/// in question.
pub(super) fn agreed(sampled: &Sampled, forms: &[Form], mender: &Mender) -> Vec<SourceEdit> {
    let views: Vec<View> = sampled
        .iter()
        .flatten()
        .flat_map(|reading| forms.iter().map(|form| View::of(reading, *form, mender)))
        .collect();
    let everywhere = |edit: &&SourceEdit| {
        views
            .iter()
            .all(|view| !view.has(&edit.range) || view.edits.contains(edit))
    };
    let edits = views.iter().flat_map(|view| &view.edits);
    let mut agreed = in_order(edits.filter(everywhere).cloned().collect());
    // Of a quotation both marks are mended or none: where a reading has lost some of its
    // marks, the others stay too.
    loop {
        let torn: Vec<SourceEdit> = views
            .iter()
            .filter(|view| view.marks().any(|edit| !agreed.contains(edit)))
            .flat_map(|view| view.marks().filter(|edit| agreed.contains(edit)).cloned())
            .collect();
        if torn.is_empty() {
            return agreed;
        }
        agreed.retain(|edit| !torn.contains(edit));
    }
}

/// Whether two sources come to the same words in all readings, once a document has
/// mended them.
pub(super) fn are_alike(
    old: &Sampled,
    new: &Sampled,
    forms: &[Form],
    document_mender: &Mender,
) -> bool {
    old.iter().zip(new).all(|(old, new)| {
        old.len() == new.len()
            && old.iter().zip(new).all(|(old, new)| {
                old == new
                    || forms
                        .iter()
                        .all(|form| read_alike(old, new, *form, document_mender))
            })
    })
}

/// The items that hold together; where all of them do not, those that do one after
/// the other.
pub(super) fn sound<T: Clone>(items: Vec<T>, holds: impl Fn(&[T]) -> bool) -> Vec<T> {
    if items.is_empty() || holds(&items) {
        return items;
    }
    let mut kept = Vec::new();
    for item in items {
        kept.push(item);
        if !holds(&kept) {
            kept.pop();
        }
    }
    kept
}

/// One reading in one form.
struct View {
    /// The bytes of the source that stand in it.
    verbatim: Vec<Range<usize>>,
    edits: Vec<SourceEdit>,
}

impl View {
    fn of(reading: &Formatted, form: Form, mender: &Mender) -> View {
        let edits = find_mends(reading, form, mender)
            .into_iter()
            .filter_map(|mend| {
                Some(SourceEdit {
                    range: source_range(reading, &mend.range)?,
                    replacement: mend.replacement,
                })
            })
            .collect();
        let verbatim = reading
            .segments
            .iter()
            .filter(|segment| segment.verbatim)
            .filter_map(|segment| match &segment.source {
                Source::Text(range) => Some(range.clone()),
                Source::Locale(_) => None,
            })
            .collect();
        View { verbatim, edits }
    }

    /// The edits that set quotation marks.
    fn marks(&self) -> impl Iterator<Item = &SourceEdit> {
        let is_mark = |edit: &&SourceEdit| edit.replacement.contains(['“', '”', '«', '»', '‘']);
        self.edits.iter().filter(is_mark)
    }

    fn has(&self, range: &Range<usize>) -> bool {
        self.verbatim
            .iter()
            .any(|words| words.start <= range.start && range.end <= words.end)
    }
}

/// The bytes of the source that bytes of a reading are, where they stand in one piece.
pub(super) fn source_range(reading: &Formatted, range: &Range<usize>) -> Option<Range<usize>> {
    // What is put in between two lines belongs to the second.
    let segment = reading.segments.iter().rev().find(|segment| {
        segment.verbatim && segment.range.start <= range.start && range.end <= segment.range.end
    })?;
    let Source::Text(source) = &segment.source else {
        return None;
    };
    let start = source.start + (range.start - segment.range.start);
    Some(start..start + range.len())
}
