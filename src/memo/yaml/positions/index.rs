//! What was looked up once in a file is not walked through again: a long text has many
//! findings, a long mapping many keys.

use super::placement::NodePlacement;
use crate::memo::yaml::scalar::{ScalarMap, WrittenStyle};
use crate::source::{SourceReading, Without};
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

/// Texts shorter than this, in bytes, are walked through each time.
const SHORT: usize = 256;

/// Mappings of fewer entries are walked through each time.
const FEW: usize = 16;

/// The entries of a mapping: key, its place, value.
type Entries = [(String, Range<usize>, NodePlacement)];

/// A scalar's way back to the file.
#[derive(Debug)]
pub(super) struct ScalarPlace {
    /// From what it says before it is settled to the file.
    pub map: ScalarMap,
    /// From what it says to what it says before it is settled.
    pub reading: Option<SourceReading>,
}

/// The indexes of one file's nodes, each made when it is asked for first; clones share
/// them.
#[derive(Clone, Debug, Default)]
pub(super) struct PlaceIndex(Arc<Mutex<Found>>);

#[derive(Debug, Default)]
struct Found {
    scalars: FxHashMap<(usize, usize), Arc<ScalarPlace>>,
    keys: FxHashMap<(usize, usize), FxHashMap<String, usize>>,
}

impl PlaceIndex {
    /// The way back of the scalar that stands at `node` in the file `text`.
    pub fn scalar(
        &self,
        text: &str,
        node: &Range<usize>,
        (style, value): (WrittenStyle, &str),
    ) -> Arc<ScalarPlace> {
        let make = || {
            Arc::new(ScalarPlace {
                map: ScalarMap::of(text, node.clone(), style, value),
                reading: SourceReading::of(value, Without::Controls),
            })
        };
        if value.len() < SHORT {
            return make();
        }
        let mut found = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = found.scalars.entry((node.start, node.end));
        Arc::clone(known.or_insert_with(make))
    }

    /// The first entry of a key in the mapping that stands at `node`.
    pub fn entry<'e>(
        &self,
        node: &Range<usize>,
        entries: &'e Entries,
        key: &str,
    ) -> Option<&'e (String, Range<usize>, NodePlacement)> {
        if entries.len() < FEW {
            return entries.iter().find(|(name, ..)| name == key);
        }
        let mut found = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = found.keys.entry((node.start, node.end));
        let keys = known.or_insert_with(|| {
            // The first of those that are written twice.
            let named = entries.iter().enumerate().rev();
            named.map(|(at, (name, ..))| (name.clone(), at)).collect()
        });
        entries.get(*keys.get(key)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::memo::yaml::recover::RecoveredTree;

    /// What the index finds is what a walk through the entries finds: the first of a key.
    #[test]
    fn an_entry_is_the_first_of_its_key() {
        let mut seed = 3_u64;
        let mut random = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) as usize % below
        };
        let index = PlaceIndex::default();
        for mapping in 0..200 {
            let node = mapping * 1000..mapping * 1000 + 999;
            let count = random(60);
            let entry = |at: usize, key: usize| {
                let place = node.start + at..node.start + at + 1;
                (
                    format!("k{key}"),
                    place.clone(),
                    NodePlacement::broken(place),
                )
            };
            let entries: Vec<_> = (0..count).map(|at| entry(at, random(20))).collect();
            for key in (0..22).map(|key| format!("k{key}")).chain([String::new()]) {
                let walked = entries.iter().find(|(name, ..)| *name == key);
                let found = index.entry(&node, &entries, &key);
                let place = |it: Option<&(String, Range<usize>, NodePlacement)>| {
                    it.map(|(_, place, _)| place.clone())
                };
                assert_eq!(place(found), place(walked), "{key} of {count}");
            }
        }
    }
}
