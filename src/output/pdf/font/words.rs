//! Words that were shaped before. A word is shaped the same wherever it stands, so each
//! document takes what earlier ones shaped and hands it on with its own words: nothing
//! but time depends on which words are known.

use super::shape::{Shaped, ShapingManner};
use rustc_hash::FxHashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Shaped words, by order of faces and manner. Never iterated.
#[derive(Default)]
pub(super) struct ShapedWords {
    maps: Vec<FxHashMap<Box<str>, Arc<Shaped>>>,
}

/// How many words are handed on at most, some hundred bytes each: more than a ministry
/// writes in a year, and few enough for a process that never ends.
const MOST: usize = 50_000;

impl ShapedWords {
    /// A word shaped before.
    pub fn get(&self, text: &str, order: usize, manner: ShapingManner) -> Option<Arc<Shaped>> {
        let map = self
            .maps
            .get(order * ShapingManner::COUNT + manner.index())?;
        map.get(text).map(Arc::clone)
    }

    /// Keeps a shaped word.
    pub fn insert(
        &mut self,
        text: &str,
        order: usize,
        manner: ShapingManner,
        shaped: &Arc<Shaped>,
    ) {
        let place = order * ShapingManner::COUNT + manner.index();
        if let Some(map) = self.maps.get_mut(place) {
            map.insert(text.into(), Arc::clone(shaped));
        }
    }
}

/// Words that no document holds at the moment: as many as there were documents at once.
#[derive(Default)]
pub(super) struct WordStore(Mutex<Vec<ShapedWords>>);

impl WordStore {
    /// Words for a document, with room for so many orders of faces.
    pub fn take(&self, orders: usize) -> ShapedWords {
        let mut words = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop()
            .unwrap_or_default();
        words
            .maps
            .resize_with(orders * ShapingManner::COUNT, FxHashMap::default);
        words
    }

    /// Takes a document's words back.
    pub fn give_back(&self, words: ShapedWords) {
        let count: usize = words.maps.iter().map(FxHashMap::len).sum();
        if count <= MOST {
            let mut store = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            store.push(words);
        }
    }
}
