//! Whether the tables of a font file are what they were when it was made: the directory
//! says of each where it stands and what its bytes add up to (OpenType 1.9, “Organization of
//! an OpenType Font”).

use std::ops::Range;

/// What is wrong with a font's tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TableFault {
    /// The directory goes beyond the file's end.
    Cut,
    /// A table does.
    Outside(String),
    /// Two tables stand on the same bytes.
    Overlap(String, String),
    /// A table that text is set with has other bytes than those that were added up.
    Changed(String),
    /// So has another table.
    ChangedBeside(String),
    /// Every table is as it was, but not the file as a whole.
    ChangedWhole,
}

/// The tables that say which glyphs a text has, what they look like and where they stand.
const OF_TEXT: [&str; 11] = [
    "GDEF", "GPOS", "GSUB", "cmap", "glyf", "hhea", "hmtx", "kern", "loca", "maxp", "vmtx",
];

/// What the whole file adds up to with the number that `head` has for that.
const WHOLE: u32 = 0xB1B0_AFBA;

/// Where that number stands in `head`.
const ADJUSTMENT: Range<usize> = 8..12;

/// Bytes before the records of the directory, and bytes of a record.
const HEADER: usize = 12;
const RECORD: usize = 16;

struct TableRecord {
    tag: String,
    checksum: u32,
    range: Range<usize>,
}

/// The faults of a font's tables, in the order of its directory.
pub(super) fn table_faults(data: &[u8]) -> Vec<TableFault> {
    let Some(records) = directory(data) else {
        return vec![TableFault::Cut];
    };
    let mut faults = Vec::new();
    for record in &records {
        match data.get(record.range.clone()) {
            None => faults.push(TableFault::Outside(record.tag.clone())),
            Some(table) if sum_of(table, &record.tag) != record.checksum => {
                let tag = record.tag.clone();
                faults.push(match OF_TEXT.contains(&tag.as_str()) {
                    true => TableFault::Changed(tag),
                    false => TableFault::ChangedBeside(tag),
                });
            }
            Some(_) => {}
        }
    }
    faults.extend(overlaps(&records, data.len()));
    if faults.is_empty() && !is_whole(data, &records) {
        faults.push(TableFault::ChangedWhole);
    }
    faults
}

fn directory(data: &[u8]) -> Option<Vec<TableRecord>> {
    let count = u16::from_be_bytes([*data.get(4)?, *data.get(5)?]);
    let end = HEADER + RECORD * usize::from(count);
    let records = data.get(HEADER..end)?.chunks_exact(RECORD);
    records
        .map(|record| {
            let number = |at: usize| {
                let bytes = record.get(at..at + 4)?.try_into().ok()?;
                Some(u32::from_be_bytes(bytes))
            };
            let start = usize::try_from(number(8)?).ok()?;
            let length = usize::try_from(number(12)?).ok()?;
            Some(TableRecord {
                tag: String::from_utf8_lossy(record.get(..4)?).into_owned(),
                checksum: number(4)?,
                range: start..start.saturating_add(length),
            })
        })
        .collect()
}

/// Tables that stand on the bytes of another, or of the directory. Two that are the same
/// bytes from end to end are shared on purpose.
fn overlaps(records: &[TableRecord], end: usize) -> Vec<TableFault> {
    let mut sorted: Vec<&TableRecord> = records.iter().collect();
    sorted.retain(|record| !record.range.is_empty() && record.range.end <= end);
    sorted.sort_by_key(|record| (record.range.start, record.range.end));
    let directory = HEADER + RECORD * records.len();
    let first = sorted.first().filter(|it| it.range.start < directory);
    let of_directory = first.map(|it| TableFault::Overlap(it.tag.clone(), "directory".to_owned()));
    let pairs = sorted.windows(2).filter_map(|pair| {
        let [one, other] = pair else { return None };
        let shared = one.range == other.range;
        let apart = one.range.end <= other.range.start;
        let overlap = || TableFault::Overlap(other.tag.clone(), one.tag.clone());
        (!shared && !apart).then(overlap)
    });
    of_directory.into_iter().chain(pairs).collect()
}

/// What a table adds up to; the number of the whole file in `head` counts nothing.
fn sum_of(table: &[u8], tag: &str) -> u32 {
    let whole = sum(table);
    match (tag, table.get(ADJUSTMENT)) {
        ("head", Some(adjustment)) => whole.wrapping_sub(sum(adjustment)),
        _ => whole,
    }
}

/// Numbers of four bytes added up; what is missing at the end is nought.
fn sum(bytes: &[u8]) -> u32 {
    bytes.chunks(4).fold(0_u32, |sum, chunk| {
        let mut number = [0; 4];
        number[..chunk.len()].copy_from_slice(chunk);
        sum.wrapping_add(u32::from_be_bytes(number))
    })
}

/// Whether the file adds up to what it is to; one without `head` says nothing of that.
fn is_whole(data: &[u8], records: &[TableRecord]) -> bool {
    let Some(head) = records.iter().find(|record| record.tag == "head") else {
        return true;
    };
    let adjustment = head.range.start + ADJUSTMENT.start..head.range.start + ADJUSTMENT.end;
    let stated = data.get(adjustment).map_or(0, sum);
    stated == WHOLE.wrapping_sub(sum(data).wrapping_sub(stated))
}

#[cfg(test)]
mod tests {
    use super::*;

    const REGULAR: &[u8] = include_bytes!("../../../../templates/fonts/NotoSans-Regular.ttf");

    fn record_of(data: &[u8], tag: &str) -> usize {
        let records = directory(data).expect("it is a font");
        let at = records.iter().position(|record| record.tag == tag);
        HEADER + RECORD * at.expect("it has the table")
    }

    fn damaged(change: impl FnOnce(&mut Vec<u8>)) -> Vec<TableFault> {
        let mut data = REGULAR.to_vec();
        change(&mut data);
        table_faults(&data)
    }

    fn set(data: &mut [u8], at: usize, number: u32) {
        data[at..at + 4].copy_from_slice(&number.to_be_bytes());
    }

    fn start_of(data: &[u8], tag: &str) -> usize {
        let at = record_of(data, tag) + 8;
        sum(&data[at..at + 4]) as usize
    }

    #[test]
    fn every_table_that_changes_is_known() {
        assert_eq!(table_faults(REGULAR), []);
        for record in directory(REGULAR).unwrap() {
            let start = record.range.start;
            // In `head`, its version.
            let faults = damaged(|data| data[start] ^= 0x40);
            let fault = match OF_TEXT.contains(&record.tag.as_str()) {
                true => TableFault::Changed(record.tag),
                false => TableFault::ChangedBeside(record.tag),
            };
            assert_eq!(faults, [fault]);
        }
        let whole = damaged(|data| {
            let at = start_of(data, "head") + ADJUSTMENT.start;
            data[at] ^= 1;
        });
        assert_eq!(whole, [TableFault::ChangedWhole]);
    }

    #[test]
    fn tables_stand_in_the_file_and_apart() {
        let outside = damaged(|data| {
            let at = record_of(data, "glyf") + 8;
            set(data, at, u32::MAX);
        });
        assert_eq!(outside, [TableFault::Outside("glyf".to_owned())]);
        let overlap = damaged(|data| {
            let (one, other) = (record_of(data, "cmap"), record_of(data, "loca"));
            let start = start_of(data, "loca") as u32 + 4;
            set(data, one + 8, start);
            let length = sum(&data[other + 12..other + 16]);
            assert!(length > 8);
        });
        let is_overlap = |it: &TableFault| matches!(it, TableFault::Overlap(..));
        assert!(overlap.iter().any(is_overlap), "{overlap:?}");
        assert_eq!(table_faults(&REGULAR[..40]), [TableFault::Cut]);
        let cut = table_faults(&REGULAR[..REGULAR.len() / 2]);
        assert!(
            cut.iter().any(|it| matches!(it, TableFault::Outside(_))),
            "{cut:?}"
        );
        assert_eq!(table_faults(&[0, 1, 0, 0]), [TableFault::Cut]);
    }
}
