//! Many places, asked whether any of them holds another.

use super::{SourceFile, Span};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// Places in files, each file's in the order of their beginnings.
#[derive(Debug, Default)]
pub struct Extents(HashMap<String, FileExtents>);

#[derive(Debug)]
struct FileExtents {
    file: Arc<SourceFile>,
    ranges: Vec<Range<usize>>,
    /// The farthest end of the ranges up to each.
    ends: Vec<usize>,
}

impl FromIterator<Span> for Extents {
    fn from_iter<T: IntoIterator<Item = Span>>(spans: T) -> Extents {
        let mut files: HashMap<String, FileExtents> = HashMap::new();
        for span in spans {
            let (file, range) = (span.file(), span.range());
            match files.get_mut(file.path()) {
                Some(known) => known.ranges.push(range),
                None => {
                    let known = FileExtents {
                        file: Arc::clone(file),
                        ranges: vec![range],
                        ends: Vec::new(),
                    };
                    files.insert(file.path().to_owned(), known);
                }
            }
        }
        for known in files.values_mut() {
            known.ranges.sort_by_key(|range| range.start);
            let mut farthest = 0;
            let ends = known.ranges.iter().map(|range| {
                farthest = farthest.max(range.end);
                farthest
            });
            known.ends = ends.collect();
        }
        Extents(files)
    }
}

impl Extents {
    /// Whether all of a place stands in one of them.
    pub fn hold(&self, span: &Span) -> bool {
        let Some(known) = self.0.get(span.file().path()) else {
            return false;
        };
        let range = span.range();
        let before = known.ranges.partition_point(|it| it.start <= range.start);
        let farthest = before.checked_sub(1).and_then(|last| known.ends.get(last));
        known.file == *span.file() && farthest.is_some_and(|end| range.end <= *end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_hold_what_any_of_them_holds() {
        let file = SourceFile::new("a.yaml", "0123456789".repeat(4));
        let span = |range: Range<usize>| Span::new(&file, range);
        let all = [5..20, 7..9, 15..17, 30..31].map(span);
        let extents: Extents = all.iter().cloned().collect();
        for start in 0..40 {
            for end in start..40 {
                let one = span(start..end);
                let any = all.iter().any(|it| it.holds(&one));
                assert_eq!(extents.hold(&one), any, "{start} {end}");
            }
        }
        let other = SourceFile::new("b.yaml", "0123456789");
        assert!(!extents.hold(&Span::new(&other, 8..9)));
    }
}
