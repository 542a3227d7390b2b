//! Bytes → a deflated stream in the form of zlib (RFC 1950 and 1951), as `FlateDecode` reads
//! it.

use flate2::{Compress, Compression, FlushCompress, Status};
use std::cell::RefCell;

/// How hard repetitions are looked for, of 9.
const LEVEL: u32 = 6;

thread_local! {
    /// Kept by its thread, since its tables are larger than most streams; nothing of one
    /// stream reaches another.
    static COMPRESS: RefCell<Compress> =
        RefCell::new(Compress::new(Compression::new(LEVEL), true));
}

/// The bytes, deflated. The same bytes give the same stream, always.
pub(super) fn deflate(bytes: &[u8]) -> Vec<u8> {
    COMPRESS.with_borrow_mut(|compress| {
        compress.reset();
        let mut deflated = Vec::with_capacity(bytes.len() / 2 + 64);
        loop {
            let read = usize::try_from(compress.total_in()).unwrap_or(bytes.len());
            let rest = bytes.get(read..).unwrap_or_default();
            let status = compress.compress_vec(rest, &mut deflated, FlushCompress::Finish);
            // Only a call in the wrong order is refused, and this is the one there is.
            let status = status.unwrap_or_else(|error| unreachable!("deflating: {error}"));
            if status == Status::StreamEnd {
                return deflated;
            }
            // There is no more room.
            deflated.reserve(deflated.capacity().max(64));
        }
    })
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
            [vec![1; 9], vec![0; 32_768 - 9], vec![1; 9]].concat(),
            [
                b"something".to_vec(),
                vec![0; 32_768 - 8],
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
