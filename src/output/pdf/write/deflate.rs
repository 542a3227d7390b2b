//! Bytes → a deflated stream in the form of zlib (RFC 1950 and 1951), as `FlateDecode` reads
//! it.
//!
//! A file has a dozen streams of a few hundred bytes to a few thousand, a size that general
//! deflaters are not made for: their tables are cleared for each stream and take a hundred
//! thousand steps to set up. Here they are as large as the stream needs.

mod block;
mod prefix;

use block::{BitWriter, DeflateBlock};
use std::cell::RefCell;

/// How far back a repetition may lie; the slot of a place 32,768 before is the place's own.
const WINDOW: usize = 1 << 15;
/// The shortest and the longest repetition.
const LEAST: usize = 4;
const MOST: usize = 258;
/// How many earlier places are looked at for one.
const DEPTH: usize = 16;
/// A repetition of this length is not held back for a longer one behind its first byte, and
/// one of that length ends the search.
const GOOD: usize = 24;
const BEST: usize = 96;
/// How many literals and repetitions are written with one set of codes.
const PER_BLOCK: usize = 1 << 15;

thread_local! {
    static FINDER: RefCell<Finder> = const { RefCell::new(Finder::new()) };
}

/// The bytes, deflated. The same bytes give the same stream, always.
pub(super) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut out = BitWriter::new(bytes.len() / 2 + 64);
    // The method with the largest window, and a check of these two bytes.
    out.byte(0x78);
    out.byte(0xDA);
    FINDER.with_borrow_mut(|finder| finder.blocks(bytes, &mut out));
    let mut file = out.finish();
    file.extend_from_slice(&adler(bytes).to_be_bytes());
    file
}

/// The check of the whole (RFC 1950, 8.2).
fn adler(bytes: &[u8]) -> u32 {
    let (mut one, mut sum) = (1_u32, 0_u32);
    // So many bytes cannot carry over.
    for chunk in bytes.chunks(5552) {
        for &byte in chunk {
            one += u32::from(byte);
            sum += one;
        }
        one %= 65_521;
        sum %= 65_521;
    }
    sum << 16 | one
}

/// Finds repetitions. It is kept by its thread for the next stream; nothing of one reaches
/// another.
struct Finder {
    /// By the hash of four bytes where they stood last, counted from 1.
    last: Vec<u32>,
    /// For each place, modulo the window, where bytes of the same hash stood before it.
    before: Vec<u32>,
    /// How far a hash is shifted, so that it is a place in `last`.
    shift: u32,
    block: DeflateBlock,
}

impl Finder {
    const fn new() -> Finder {
        Finder {
            last: Vec::new(),
            before: Vec::new(),
            shift: 0,
            block: DeflateBlock::new(),
        }
    }

    fn blocks(&mut self, bytes: &[u8], out: &mut BitWriter) {
        let size = bytes.len().next_power_of_two().clamp(1 << 8, WINDOW);
        // Half as many hashes as places are as good, and sooner cleared.
        let hashes = size / 2;
        self.shift = 32 - hashes.trailing_zeros();
        self.last.clear();
        self.last.resize(hashes, 0);
        if self.before.len() < size {
            self.before.resize(size, 0);
        }
        self.block.start(0);
        // The repetition at the place before this one, while a longer one is looked for.
        let (mut held, mut distance) = (0, 0);
        let mut at = 0;
        let mut waits = false;
        while at < bytes.len() {
            let (length, back) = if held < GOOD {
                self.find(bytes, at, held)
            } else {
                self.note(bytes, at);
                (0, 0)
            };
            if held >= LEAST && length <= held {
                self.block.repeat(held, distance);
                for place in at + 1..at + held - 1 {
                    self.note(bytes, place);
                }
                at += held - 1;
                (held, waits) = (0, false);
            } else {
                if waits && let Some(byte) = bytes.get(at - 1) {
                    self.block.literal(*byte);
                }
                (held, distance, waits) = (length, back, true);
                at += 1;
            }
            if self.block.len() >= PER_BLOCK {
                let end = at - usize::from(waits);
                self.block.write(bytes, end, false, out);
                self.block.start(end);
            }
        }
        if waits && let Some(byte) = bytes.last() {
            self.block.literal(*byte);
        }
        self.block.write(bytes, bytes.len(), true, out);
    }

    /// Notes where four bytes stand; gives where such bytes stood before, counted from 1.
    fn note(&mut self, bytes: &[u8], at: usize) -> u32 {
        let Some(four) = bytes.get(at..at + LEAST) else {
            return 0;
        };
        let four = u32::from_le_bytes([four[0], four[1], four[2], four[3]]);
        let hash = four.wrapping_mul(0x9E37_79B1) >> self.shift;
        let Some(last) = self.last.get_mut(hash as usize) else {
            return 0;
        };
        let place = u32::try_from(at + 1).unwrap_or(0);
        let before = std::mem::replace(last, place);
        let mask = self.before.len().wrapping_sub(1);
        if let Some(slot) = self.before.get_mut(at & mask) {
            *slot = before;
        }
        before
    }

    /// The longest repetition at a place that is longer than what is held: its length, 0
    /// where there is none, and how far back it lies.
    fn find(&mut self, bytes: &[u8], at: usize, held: usize) -> (usize, usize) {
        let mut place = self.note(bytes, at) as usize;
        let here = bytes
            .get(at..bytes.len().min(at + MOST))
            .unwrap_or_default();
        let (mut longest, mut back) = (held.max(LEAST - 1), 0);
        let mask = self.before.len().wrapping_sub(1);
        let mut depth = if held > 8 { DEPTH / 4 } else { DEPTH };
        while place > 0 && depth > 0 && longest < here.len() {
            let distance = at + 1 - place;
            if distance >= WINDOW {
                break;
            }
            let there = bytes.get(place - 1..).unwrap_or_default();
            if there.get(longest) == here.get(longest) {
                let length = alike(here, there);
                if length > longest {
                    (longest, back) = (length, distance);
                    if length >= BEST {
                        break;
                    }
                }
            }
            place = self
                .before
                .get((place - 1) & mask)
                .map_or(0, |it| *it as usize);
            depth -= 1;
        }
        if back == 0 { (0, 0) } else { (longest, back) }
    }
}

/// How many bytes two texts have in common at their beginning; the first is not longer.
fn alike(here: &[u8], there: &[u8]) -> usize {
    let mut count = 0;
    for (one, other) in here.chunks_exact(8).zip(there.chunks_exact(8)) {
        let (one, other) = (word(one), word(other));
        if one != other {
            return count + (one ^ other).trailing_zeros() as usize / 8;
        }
        count += 8;
    }
    let (here, there) = (here.get(count..), there.get(count..));
    let rest = here.unwrap_or_default().iter();
    let rest = rest.zip(there.unwrap_or_default());
    count + rest.take_while(|(one, other)| one == other).count()
}

fn word(bytes: &[u8]) -> u64 {
    bytes.try_into().map_or(0, u64::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    fn inflated(deflated: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut reader = flate2::read::ZlibDecoder::new(deflated);
        reader.read_to_end(&mut bytes).unwrap();
        assert_eq!(reader.total_in(), deflated.len() as u64);
        bytes
    }

    /// Numbers that look thrown, always the same.
    fn thrown(seed: u64) -> impl Iterator<Item = u64> {
        std::iter::successors(Some(seed | 1), |last| {
            let next = last ^ (last << 13);
            let next = next ^ (next >> 7);
            Some(next ^ (next << 17))
        })
        .skip(8)
    }

    #[test]
    fn what_is_deflated_can_be_inflated() {
        let mut cases: Vec<Vec<u8>> = vec![
            Vec::new(),
            b"a".to_vec(),
            b"abcd".to_vec(),
            b"abcdabcdabcdabcd".to_vec(),
            vec![7; 100_000],
            include_bytes!("sRGB-v4.icc").to_vec(),
            include_bytes!("CONFORMANCE.md").repeat(9),
            // As far back as can be, and farther.
            [vec![1; 9], vec![0; WINDOW - 9], vec![1; 9]].concat(),
            [
                b"something".to_vec(),
                vec![0; WINDOW - 8],
                b"something".to_vec(),
            ]
            .concat(),
        ];
        for (nth, length) in [3, 4, 5, 255, 256, 257, 900, 40_000, 70_000, 150_000]
            .into_iter()
            .enumerate()
        {
            for letters in [1_u64, 2, 3, 17, 256] {
                let bytes = thrown(nth as u64 * 7 + letters).map(|it| (it % letters) as u8);
                cases.push(bytes.take(length).collect());
            }
        }
        for bytes in &cases {
            let deflated = deflate(bytes);
            assert_eq!(inflated(&deflated), *bytes);
            // Never much longer than it is.
            assert!(deflated.len() <= bytes.len() + bytes.len() / 1000 + 16);
        }
    }

    #[test]
    fn frequencies_of_any_kind_have_codes() {
        // Each letter as often as all before it together: codes as long as can be.
        let mut bytes = Vec::new();
        for letter in 0..17_u8 {
            bytes.extend(std::iter::repeat_n(letter, 1 << letter));
        }
        // Without repetitions, so that only literals count.
        let order: Vec<u64> = thrown(5).take(bytes.len()).collect();
        let mut mixed: Vec<(u64, u8)> = order.into_iter().zip(bytes).collect();
        mixed.sort_unstable();
        let bytes: Vec<u8> = mixed.into_iter().map(|(_, byte)| byte).collect();
        assert_eq!(inflated(&deflate(&bytes)), bytes);
    }

    #[test]
    fn what_was_deflated_before_changes_nothing() {
        let text = include_bytes!("CONFORMANCE.md");
        let first = deflate(text);
        deflate(&vec![3; 90_000]);
        deflate(b"other words");
        assert_eq!(deflate(text), first);
        // As short as the streams of any other.
        assert!(
            first.len() * 2 < text.len(),
            "{} of {}",
            first.len(),
            text.len()
        );
    }
}
