//! Words that are looked up as they were compiled in: `build.rs` takes the great tables
//! apart and writes one of these for each question that is asked of them, so that no run
//! reads a table to know whether a word stands in it. What both must do alike stands here.

/// Words of a table, each with the numbers that the table says of it.
#[derive(Debug)]
pub(crate) struct Index {
    /// How many words stand before those of each bucket, and behind the last one.
    pub buckets: &'static [u16],
    /// Where each word ends in `words`.
    pub ends: &'static [u32],
    /// The words, one behind the other, bucket by bucket.
    pub words: &'static str,
    /// Where the numbers of each word end in `numbers`; nothing where words are all.
    pub number_ends: &'static [u16],
    /// The numbers of all words.
    pub numbers: &'static [u16],
}

/// The index of this name that `build.rs` wrote.
#[allow(unused_macros, reason = "build.rs writes what it names")]
macro_rules! index {
    ($name:literal) => {{
        use $crate::language::table::Index;
        include!(concat!(env!("OUT_DIR"), "/", $name, ".rs"))
    }};
}
#[allow(unused_imports, reason = "build.rs writes what it names")]
pub(crate) use index;

impl Index {
    /// Whether a word is there.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.find(word).is_some()
    }

    /// What is said of a word; nothing of one that is not there.
    pub(crate) fn get(&self, word: &str) -> &'static [u16] {
        let numbers = self.find(word).and_then(|at| {
            let start = before(self.number_ends, at)?;
            self.numbers.get(start.into()..self.number_ends[at].into())
        });
        numbers.unwrap_or_default()
    }

    /// The place of a word among all.
    fn find(&self, word: &str) -> Option<usize> {
        let bucket = bucket(word, self.buckets.len() - 1);
        let range = self.buckets[bucket].into()..self.buckets[bucket + 1].into();
        let mut own: std::ops::Range<usize> = range;
        own.find(|at| {
            let start = before(self.ends, *at).unwrap_or_default();
            self.words
                .as_bytes()
                .get(start as usize..self.ends[*at] as usize)
                == Some(word.as_bytes())
        })
    }
}

/// Where what stands at a place begins: where the one before it ends.
fn before<N: Copy + Default>(ends: &[N], at: usize) -> Option<N> {
    match at.checked_sub(1) {
        None => Some(N::default()),
        Some(before) => ends.get(before).copied(),
    }
}

/// Which of so many buckets a word is in.
pub(crate) fn bucket(word: &str, count: usize) -> usize {
    // FNV-1a.
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    (hash ^ hash >> 15) as usize % count
}

/// The lines of a table that hold an entry, each with its number.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

/// The things that a cell lists; none for `-`.
pub(crate) fn things(cell: &str) -> impl Iterator<Item = &str> {
    let filled = Some(cell).filter(|cell| *cell != "-");
    filled.into_iter().flat_map(|cell| cell.split("; "))
}
