//! The keys of the mappings that bimemo reads, in the order in which they are usually
//! written. Keys of facts' kinds and names that authors choose are not among them.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// The name of a mapping with its keys.
type Mapping = (&'static str, Vec<&'static str>);

/// The keys of an enquiry stand beside those of a person; `message` of a Text and a group
/// stands for their words. Behind a key stands `[]` where its value is a list of mappings,
/// or may be one, and `{}` where it is a mapping whose keys the author chooses.
const TABLE: &str = include_str!("keys.txt");

static MAPPINGS: LazyLock<Vec<Mapping>> = LazyLock::new(|| {
    let lines = TABLE.lines().filter_map(|line| line.split_once(": "));
    let plain = |key: &'static str| key.trim_end_matches(['[', ']', '{', '}']);
    lines
        .map(|(name, keys)| (name, keys.split(' ').map(plain).collect()))
        .collect()
});

/// The keys behind which `[]` stands, and those behind which `{}` does.
static MARKED: LazyLock<[FxHashSet<&'static str>; 2]> = LazyLock::new(|| {
    ["[]", "{}"].map(|mark| {
        let words = TABLE.split_whitespace();
        words.filter_map(|it| it.strip_suffix(mark)).collect()
    })
});

/// Whether the value of a key is a list of mappings, or may be one.
pub(super) fn is_list(key: &str) -> bool {
    MARKED[0].contains(key)
}

/// Whether the value of a key is a mapping whose keys the author chooses.
pub(super) fn has_chosen_keys(key: &str) -> bool {
    MARKED[1].contains(key)
}

/// The keys of a mapping: of a `memo`, a `section`.
pub fn keys_of(mapping: &str) -> &'static [&'static str] {
    let found = MAPPINGS.iter().find(|(name, _)| *name == mapping);
    found.map_or(&[], |(_, keys)| keys)
}

/// Keys that may stand beside each other: those of a mapping, but for one whose keys all
/// stand in another.
pub(super) static FAMILIES: LazyLock<Vec<&'static [&'static str]>> = LazyLock::new(|| {
    let has_all = |keys: &[&str], others: &[&str]| others.iter().all(|key| keys.contains(key));
    let all = MAPPINGS.iter().map(|(_, keys)| keys.as_slice());
    all.filter(|keys| {
        let mut larger = MAPPINGS
            .iter()
            .filter(|(_, other)| other.len() > keys.len());
        !larger.any(|(_, other)| has_all(other, keys))
    })
    .collect()
});

/// The keys of all mappings.
pub(super) static KEYS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    MAPPINGS
        .iter()
        .flat_map(|(_, keys)| keys.iter().copied())
        .collect()
});
