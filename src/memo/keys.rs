//! The keys of the mappings that bimemo reads, in the order in which they are usually
//! written. Keys of facts' kinds and names that authors choose are not among them.

use std::sync::LazyLock;

/// The name of a mapping with its keys.
type Mapping = (&'static str, Vec<&'static str>);

/// `keys.txt`: the keys of an enquiry, and those of a person of the directory, stand
/// beside those of a person; `message` of a Text and a group stands for their words.
static MAPPINGS: LazyLock<Vec<Mapping>> = LazyLock::new(|| {
    let lines = include_str!("keys.txt").lines();
    lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, keys)| (name, keys.split(' ').collect()))
        .collect()
});

/// The keys of a mapping: of a `memo`, a `section`.
pub fn keys_of(mapping: &str) -> &'static [&'static str] {
    let found = MAPPINGS.iter().find(|(name, _)| *name == mapping);
    found.map_or(&[], |(_, keys)| keys)
}

/// Keys that may stand beside each other: those of a mapping, but for one whose keys all
/// stand in another.
pub(super) fn families() -> impl Iterator<Item = &'static [&'static str]> {
    let has_all = |keys: &[&str], others: &[&str]| others.iter().all(|key| keys.contains(key));
    MAPPINGS
        .iter()
        .map(|(_, keys)| keys.as_slice())
        .filter(move |keys| {
            let mut larger = MAPPINGS
                .iter()
                .filter(|(_, other)| other.len() > keys.len());
            !larger.any(|(_, other)| has_all(other, keys))
        })
}
