//! Units of time, and words that say how often: `durations.tsv` and `rates.tsv`.

use crate::lang::Lang;
use crate::language::table::{Lookup, Row, Table, WordsEntry, tables};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

pub(super) static DURATIONS: [Table<TimeUnitName>; 2] = tables!(
    "durations.tsv",
    &["measure", "size", "one", "several", "other words"],
    read_duration
);

pub(super) static RATES: [Lookup<TimeUnit>; 2] = tables!(
    "rates.tsv",
    &["measure", "size", "words"],
    read_rate,
    Lookup::new
);

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TimeUnit {
    /// Whether it counts months, which have no fixed number of days, or seconds.
    pub months: bool,
    /// In seconds or in months.
    pub size: u64,
}

impl TimeUnit {
    /// So many seconds.
    pub(crate) const fn seconds(size: u64) -> TimeUnit {
        TimeUnit {
            months: false,
            size,
        }
    }

    /// So many months.
    pub(crate) const fn months(size: u64) -> TimeUnit {
        TimeUnit { months: true, size }
    }
}

/// A unit of time with its words.
#[derive(Clone, Debug)]
pub(crate) struct TimeUnitName {
    /// How long it is.
    pub unit: TimeUnit,
    /// The singular.
    pub one: &'static str,
    /// The plural, as it is written; none where it is the singular, or where only one is
    /// ever counted.
    pub several: Option<&'static str>,
    others: Vec<&'static str>,
}

fn read_unit(row: &Row) -> Option<TimeUnit> {
    let size = row.number(1)?;
    match row.cell(0) {
        "seconds" => Some(TimeUnit::seconds(size)),
        "months" => Some(TimeUnit::months(size)),
        _ => None,
    }
}

fn read_duration(row: &Row) -> Option<TimeUnitName> {
    Some(TimeUnitName {
        unit: read_unit(row)?,
        one: row.filled(2)?,
        several: row.filled(3),
        others: row.list(4),
    })
}

fn read_rate(row: &Row) -> Option<WordsEntry<TimeUnit>> {
    Some((row.list(2), read_unit(row)?))
}

/// The unit of time that a folded word names.
pub(crate) fn time_unit(folded: &str, lang: Lang) -> Option<TimeUnit> {
    static UNITS: OnceLock<[FxHashMap<String, TimeUnit>; 2]> = OnceLock::new();
    let units = UNITS.get_or_init(|| {
        Lang::ALL.map(|lang| {
            let entries = lang.of(&DURATIONS).entries().iter();
            let words = entries.flat_map(|entry| {
                let words = [entry.one].into_iter().chain(entry.several);
                let words = words.chain(entry.others.iter().copied());
                words.map(|word| (super::fold(word), entry.unit))
            });
            words.collect()
        })
    });
    lang.of(units).get(folded).copied()
}

/// How a unit of time is written, one and several; nothing for a unit that has no name.
pub(crate) fn written_unit(unit: TimeUnit, lang: Lang) -> Option<[&'static str; 2]> {
    let entries = lang.of(&DURATIONS).entries();
    let entry = entries.iter().find(|entry| entry.unit == unit)?;
    Some([entry.one, entry.several.unwrap_or(entry.one)])
}

/// The time from once to the next of what happens so often: quarterly, trimestriel.
pub(crate) fn rate(folded: &str, lang: Lang) -> Option<TimeUnit> {
    let stem = match lang {
        Lang::En => folded,
        // trimestriel, trimestrielle, trimestriels, trimestriellement
        Lang::Fr => ["lement", "les", "le", "s"]
            .iter()
            .find_map(|end| folded.strip_suffix(end))
            .unwrap_or(folded),
    };
    lang.of(&RATES).get(stem).copied()
}
