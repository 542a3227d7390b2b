//! Blocks: literals and repetitions with codes of their own (RFC 1951, 3.2).

use super::prefix::{PrefixCodes, lengths_of};

/// The literals and lengths, and the end of the block among them.
const LETTERS: usize = 286;
const DISTANCES: usize = 30;
const END: usize = 256;
/// The order in which the lengths of the codes of lengths stand.
const ORDER: [usize; 19] = [
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
];

/// A block while it is gathered.
pub(super) struct DeflateBlock {
    /// A literal, or the length of a repetition in the upper half and its distance.
    tokens: Vec<u32>,
    letters: [u32; LETTERS],
    distances: [u32; DISTANCES],
    /// Where its bytes begin.
    start: usize,
}

impl DeflateBlock {
    pub(super) const fn new() -> DeflateBlock {
        DeflateBlock {
            tokens: Vec::new(),
            letters: [0; LETTERS],
            distances: [0; DISTANCES],
            start: 0,
        }
    }

    /// Begins a block with the byte at `start`.
    pub(super) fn start(&mut self, start: usize) {
        self.tokens.clear();
        self.letters = [0; LETTERS];
        self.letters[END] = 1;
        self.distances = [0; DISTANCES];
        self.start = start;
    }

    /// How many literals and repetitions there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(super) fn literal(&mut self, byte: u8) {
        self.letters[usize::from(byte)] += 1;
        self.tokens.push(u32::from(byte));
    }

    pub(super) fn repeat(&mut self, length: usize, distance: usize) {
        self.letters[length_code(length as u32).0] += 1;
        self.distances[distance_code(distance as u32).0] += 1;
        self.tokens.push((length as u32) << 16 | distance as u32);
    }

    /// Writes the block, in the shortest of its three forms; its bytes end before `end`.
    pub(super) fn write(&mut self, bytes: &[u8], end: usize, last: bool, out: &mut BitWriter) {
        let last = u32::from(last);
        let own = OwnCodes::new(&self.letters, &self.distances);
        let fixed = (fixed_letters(), [5; DISTANCES]);
        let own_size = own.size + self.size(&own.letters, &own.distances);
        let fixed_size = self.size(&fixed.0, &fixed.1);
        let plain = bytes.get(self.start..end).unwrap_or_default();
        if plain.len() < 0xFFFF && plain.len() * 8 + 40 < own_size.min(fixed_size) {
            out.put(last, 3);
            out.plain(plain);
        } else if own_size < fixed_size {
            out.put(last | 2 << 1, 3);
            own.write(out);
            self.write_tokens(&own.letters, &own.distances, out);
        } else {
            out.put(last | 1 << 1, 3);
            self.write_tokens(&fixed.0, &fixed.1, out);
        }
    }

    /// How many bits the literals and repetitions take with codes of these lengths.
    fn size(&self, letters: &[u8], distances: &[u8]) -> usize {
        let with = |counts: &[u32], lengths: &[u8], extra: fn(usize) -> u32| -> usize {
            let each = counts.iter().zip(lengths).enumerate();
            each.map(|(code, (count, length))| {
                *count as usize * (usize::from(*length) + extra(code) as usize)
            })
            .sum()
        };
        with(&self.letters, letters, length_bits) + with(&self.distances, distances, distance_bits)
    }

    fn write_tokens(&self, letters: &[u8], distances: &[u8], out: &mut BitWriter) {
        let (letters, distances) = (
            PrefixCodes::<288>::of(letters),
            PrefixCodes::<DISTANCES>::of(distances),
        );
        for &token in &self.tokens {
            let (length, rest) = (token >> 16, token & 0xFFFF);
            if length == 0 {
                let (code, bits) = letters.get(rest as usize);
                out.put(code, bits);
                continue;
            }
            let (code, bits, value) = length_code(length);
            let (own, width) = letters.get(code);
            out.put(own | value << width, width + bits);
            let (code, bits, value) = distance_code(rest);
            let (own, width) = distances.get(code);
            out.put(own | value << width, width + bits);
        }
        let (code, bits) = letters.get(END);
        out.put(code, bits);
    }
}

/// The codes of a block, and how they are written themselves.
struct OwnCodes {
    letters: [u8; LETTERS],
    distances: [u8; DISTANCES],
    /// The lengths of both one after the other, those that follow each other alike as one:
    /// a code, and how many bits of which value stand behind it.
    runs: Vec<(u8, u32, u32)>,
    /// How many letters and distances have a length written.
    counts: (usize, usize),
    of_lengths: [u8; 19],
    /// How many bits they take.
    size: usize,
}

impl OwnCodes {
    fn new(letter_counts: &[u32; LETTERS], distance_counts: &[u32; DISTANCES]) -> OwnCodes {
        let (mut letters, mut distances) = ([0; LETTERS], [0; DISTANCES]);
        lengths_of(letter_counts, 15, &mut letters);
        lengths_of(distance_counts, 15, &mut distances);
        let used = |lengths: &[u8], least: usize| {
            let last = lengths.iter().rposition(|length| *length > 0);
            last.map_or(least, |last| least.max(last + 1))
        };
        let counts = (used(&letters, 257), used(&distances, 1));
        let both = letters.iter().take(counts.0);
        let both: Vec<u8> = both
            .chain(distances.iter().take(counts.1))
            .copied()
            .collect();
        let runs = runs(&both);
        let mut frequencies = [0; 19];
        for (code, _, _) in &runs {
            frequencies[usize::from(*code)] += 1;
        }
        let mut of_lengths = [0; 19];
        lengths_of(&frequencies, 7, &mut of_lengths);
        let mut own = OwnCodes {
            letters,
            distances,
            runs,
            counts,
            of_lengths,
            size: 0,
        };
        let each = own.runs.iter();
        let each = each.map(|(code, bits, _)| u32::from(own.of_lengths[usize::from(*code)]) + bits);
        own.size = 14 + 3 * own.written() + each.sum::<u32>() as usize;
        own
    }

    /// How many lengths of codes of lengths are written.
    fn written(&self) -> usize {
        let last = ORDER.iter().rposition(|code| self.of_lengths[*code] > 0);
        last.map_or(4, |last| last + 1).max(4)
    }

    fn write(&self, out: &mut BitWriter) {
        out.put(self.counts.0 as u32 - 257, 5);
        out.put(self.counts.1 as u32 - 1, 5);
        let written = self.written();
        out.put(written as u32 - 4, 4);
        for code in ORDER.iter().take(written) {
            out.put(self.of_lengths[*code].into(), 3);
        }
        let codes = PrefixCodes::<19>::of(&self.of_lengths);
        for &(code, bits, value) in &self.runs {
            let (own, width) = codes.get(code.into());
            out.put(own | value << width, width + bits);
        }
    }
}

/// Lengths, those that follow each other alike as one (RFC 1951, 3.2.7).
fn runs(lengths: &[u8]) -> Vec<(u8, u32, u32)> {
    let mut runs = Vec::with_capacity(lengths.len());
    for alike in lengths.chunk_by(|one, next| one == next) {
        let Some(&length) = alike.first() else {
            continue;
        };
        let mut rest = alike.len() as u32;
        if length > 0 {
            runs.push((length, 0, 0));
            rest -= 1;
        }
        while rest > 0 {
            let (run, count) = match (length, rest) {
                (0, 11..) => ((18, 7, rest.min(138) - 11), rest.min(138)),
                (0, 3..) => ((17, 3, rest - 3), rest),
                (1.., 3..) => ((16, 2, rest.min(6) - 3), rest.min(6)),
                _ => ((length, 0, 0), 1),
            };
            runs.push(run);
            rest -= count;
        }
    }
    runs
}

/// The lengths of the codes that every reader knows (RFC 1951, 3.2.6).
fn fixed_letters() -> [u8; 288] {
    let mut lengths = [8; 288];
    lengths[144..256].fill(9);
    lengths[256..280].fill(7);
    lengths
}

/// The code of a length, and how many bits of which value stand behind it.
fn length_code(length: u32) -> (usize, u32, u32) {
    let rest = length.saturating_sub(3);
    match rest {
        0..=7 => (257 + rest as usize, 0, 0),
        255.. => (285, 0, 0),
        _ => {
            let bits = rest.ilog2() - 2;
            let code = 257 + 4 * (bits + 1) + (rest >> bits & 3);
            (code as usize, bits, rest & ((1 << bits) - 1))
        }
    }
}

/// How many bits stand behind the code of a letter or length.
fn length_bits(code: usize) -> u32 {
    match code {
        265..285 => (code as u32 - 261) / 4,
        _ => 0,
    }
}

/// The same of a distance.
fn distance_code(distance: u32) -> (usize, u32, u32) {
    let rest = distance.saturating_sub(1);
    match rest {
        0..=3 => (rest as usize, 0, 0),
        _ => {
            let bits = rest.ilog2() - 1;
            let code = 2 * (bits + 1) + (rest >> bits & 1);
            (code as usize, bits, rest & ((1 << bits) - 1))
        }
    }
}

fn distance_bits(code: usize) -> u32 {
    (code as u32 / 2).saturating_sub(1)
}

/// Writes bits, the lowest of each byte first.
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    /// Bits that are not written yet, fewer than 32.
    bits: u64,
    count: u32,
}

impl BitWriter {
    pub(super) fn new(capacity: usize) -> BitWriter {
        BitWriter {
            bytes: Vec::with_capacity(capacity),
            bits: 0,
            count: 0,
        }
    }

    /// Writes `width` bits, 32 at most.
    fn put(&mut self, bits: u32, width: u32) {
        self.bits |= u64::from(bits) << self.count;
        self.count += width;
        if self.count >= 32 {
            self.bytes
                .extend_from_slice(&(self.bits as u32).to_le_bytes());
            self.bits >>= 32;
            self.count -= 32;
        }
    }

    /// Writes a byte where one begins.
    pub(super) fn byte(&mut self, byte: u8) {
        self.put(byte.into(), 8);
    }

    /// Writes the bits that wait, up to the end of a byte.
    fn align(&mut self) {
        let bytes = self.bits.to_le_bytes();
        let count = self.count.div_ceil(8) as usize;
        self.bytes.extend_from_slice(&bytes[..count]);
        (self.bits, self.count) = (0, 0);
    }

    /// Writes bytes as they are, with their number, fewer than 65,536.
    fn plain(&mut self, bytes: &[u8]) {
        self.align();
        let count = bytes.len() as u16;
        self.bytes.extend_from_slice(&count.to_le_bytes());
        self.bytes.extend_from_slice(&(!count).to_le_bytes());
        self.bytes.extend_from_slice(bytes);
    }

    /// All bytes, the last with what is left.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.align();
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_table() {
        // RFC 1951, 3.2.5.
        let lengths = [
            (3, 257, 0),
            (10, 264, 0),
            (11, 265, 1),
            (18, 268, 1),
            (19, 269, 2),
        ];
        let more = [(35, 273, 3), (227, 284, 5), (257, 284, 5), (258, 285, 0)];
        for (length, code, bits) in lengths.into_iter().chain(more) {
            assert_eq!((code, bits), (length_code(length).0, length_code(length).1));
            assert_eq!(length_bits(code), bits);
        }
        let distances = [
            (1, 0, 0),
            (4, 3, 0),
            (5, 4, 1),
            (8, 5, 1),
            (9, 6, 2),
            (24_577, 29, 13),
        ];
        for (distance, code, bits) in distances.into_iter().chain([(32_768, 29, 13)]) {
            let found = distance_code(distance);
            assert_eq!((code, bits), (found.0, found.1));
            assert_eq!(distance_bits(code), bits);
        }
    }
}
