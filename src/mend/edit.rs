//! Changes of a text.

use std::ops::Range;

/// A change of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceEdit {
    /// The bytes that are replaced; empty where something is put in.
    pub range: Range<usize>,
    /// What stands there instead.
    pub replacement: String,
}

/// The text with its changes, which are in order and apart, made.
pub fn apply(text: &str, edits: &[SourceEdit]) -> String {
    let mut changed = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        changed.push_str(text.get(at..edit.range.start).unwrap_or_default());
        changed.push_str(&edit.replacement);
        at = edit.range.end;
    }
    changed.push_str(text.get(at..).unwrap_or_default());
    changed
}

/// The byte of the first text for a byte of the text that `edits` made of it; one that was
/// put in is that where it was put.
pub(super) fn origin(edits: &[SourceEdit], at: usize) -> usize {
    let mut grown = 0_isize;
    for edit in edits {
        let start = edit.range.start.saturating_add_signed(grown);
        if at < start {
            break;
        }
        let end = start + edit.replacement.len();
        if at < end {
            return edit.range.start;
        }
        grown += signed(edit.replacement.len()) - signed(edit.range.len());
    }
    at.saturating_add_signed(-grown)
}

/// Puts changes in order and leaves out those that are not apart from the one before.
pub(super) fn in_order(mut edits: Vec<SourceEdit>) -> Vec<SourceEdit> {
    edits.sort_by(|a, b| {
        let key = |edit: &SourceEdit| (edit.range.start, edit.range.end);
        key(a).cmp(&key(b)).then(a.replacement.cmp(&b.replacement))
    });
    edits.dedup();
    let mut kept: Vec<SourceEdit> = Vec::with_capacity(edits.len());
    for edit in edits {
        let apart = kept
            .last()
            .is_none_or(|last| last.range.end <= edit.range.start && last.range != edit.range);
        if apart {
            kept.push(edit);
        }
    }
    kept
}

/// The changes of the first text that `first` and then `second` come to; `middle` is
/// the text between the two.
pub(super) fn compose(
    first: &[SourceEdit],
    middle: &str,
    second: &[SourceEdit],
) -> Vec<SourceEdit> {
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut grown = 0_isize;
    for edit in first {
        let start = edit.range.start.saturating_add_signed(grown);
        let growth = signed(edit.replacement.len()) - signed(edit.range.len());
        grown += growth;
        clusters.push(Cluster {
            middle: start..start + edit.replacement.len(),
            growth,
            second: Vec::new(),
        });
    }
    clusters.extend(second.iter().map(|edit| Cluster {
        middle: edit.range.clone(),
        growth: 0,
        second: vec![edit.clone()],
    }));
    clusters.sort_by_key(|cluster| (cluster.middle.start, cluster.middle.end));
    let mut merged: Vec<Cluster> = Vec::new();
    for cluster in clusters {
        match merged.last_mut() {
            Some(last) if cluster.middle.start <= last.middle.end => last.join(cluster),
            _ => merged.push(cluster),
        }
    }
    let mut grown = 0_isize;
    merged
        .into_iter()
        .map(|cluster| cluster.edit(middle, &mut grown))
        .collect()
}

/// Changes of both kinds that touch.
struct Cluster {
    /// The bytes of the text between.
    middle: Range<usize>,
    /// By how many bytes the first changes in it made the text longer.
    growth: isize,
    second: Vec<SourceEdit>,
}

impl Cluster {
    fn join(&mut self, other: Cluster) {
        self.middle.end = self.middle.end.max(other.middle.end);
        self.growth += other.growth;
        self.second.extend(other.second);
    }

    /// The change of the first text; `grown` is by how much the text between is longer
    /// up to here.
    fn edit(self, middle: &str, grown: &mut isize) -> SourceEdit {
        let start = self.middle.start.saturating_add_signed(-*grown);
        *grown += self.growth;
        let end = self.middle.end.saturating_add_signed(-*grown).max(start);
        let inside: Vec<SourceEdit> = self
            .second
            .into_iter()
            .map(|edit| SourceEdit {
                range: edit.range.start - self.middle.start..edit.range.end - self.middle.start,
                replacement: edit.replacement,
            })
            .collect();
        SourceEdit {
            range: start..end,
            replacement: apply(middle.get(self.middle).unwrap_or_default(), &inside),
        }
    }
}

fn signed(length: usize) -> isize {
    isize::try_from(length).unwrap_or(isize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(range: Range<usize>, replacement: &str) -> SourceEdit {
        SourceEdit {
            range,
            replacement: replacement.to_owned(),
        }
    }

    #[test]
    fn two_rounds_are_one() {
        let text = "abcdefghij";
        let firsts = [
            vec![],
            vec![edit(2..3, "CCC")],
            vec![edit(0..2, ""), edit(5..5, "xyz"), edit(9..10, "J")],
        ];
        for first in firsts {
            let middle = apply(text, &first);
            for start in 0..middle.len() {
                for end in start..middle.len() {
                    for new in ["", "-", "123"] {
                        let second =
                            vec![edit(start..end, new), edit(middle.len()..middle.len(), "!")];
                        let both = compose(&first, &middle, &second);
                        assert_eq!(apply(text, &both), apply(&middle, &second), "{both:?}");
                        assert!(both.is_sorted_by(|a, b| a.range.end <= b.range.start));
                    }
                }
            }
        }
    }

    #[test]
    fn bytes_lead_back_through_the_changes() {
        let edits = [edit(0..2, ""), edit(5..5, "xyz"), edit(7..10, "J")];
        // abcdefghij is cdexyzfgJ.
        let back: Vec<usize> = (0..10).map(|at| origin(&edits, at)).collect();
        assert_eq!(back, [2, 3, 4, 5, 5, 5, 5, 6, 7, 10]);
    }

    #[test]
    fn what_overlaps_is_left_out() {
        let edits = vec![
            edit(3..5, "b"),
            edit(0..4, "a"),
            edit(6..6, "x"),
            edit(6..6, "y"),
        ];
        assert_eq!(in_order(edits), [edit(0..4, "a"), edit(6..6, "x")]);
    }
}
