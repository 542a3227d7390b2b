//! Prefix codes: the shorter, the more often a letter occurs (Huffman 1952).

/// The longest code that there is.
const LONGEST: usize = 15;

/// The codes of letters whose codes have given lengths, the first bit of each lowest.
pub(super) struct PrefixCodes<const N: usize>([(u16, u8); N]);

impl<const N: usize> PrefixCodes<N> {
    /// The codes in the order that all readers know (RFC 1951, 3.2.2).
    pub(super) fn of(lengths: &[u8]) -> PrefixCodes<N> {
        let mut counts = [0_u16; LONGEST + 1];
        for &length in lengths {
            counts[usize::from(length)] += 1;
        }
        counts[0] = 0;
        let mut next = [0_u16; LONGEST + 2];
        for length in 1..=LONGEST {
            next[length + 1] = (next[length] + counts[length]) << 1;
        }
        let mut codes = [(0, 0); N];
        for (code, &length) in codes.iter_mut().zip(lengths) {
            if length > 0 {
                let own = &mut next[usize::from(length)];
                *code = (own.reverse_bits() >> (16 - length), length);
                *own = own.wrapping_add(1);
            }
        }
        PrefixCodes(codes)
    }

    /// The code of a letter, and its length.
    pub(super) fn get(&self, letter: usize) -> (u32, u32) {
        let (code, length) = self.0[letter];
        (code.into(), length.into())
    }
}

/// Finds the lengths of the best codes of letters that occur so often, none longer than
/// `limit`. Two letters at least have one, since not all readers take fewer.
pub(super) fn lengths_of(frequencies: &[u32], limit: usize, lengths: &mut [u8]) {
    let counted = frequencies.iter().zip(0_u64..);
    let mut letters: Vec<u64> = counted
        .filter(|(frequency, _)| **frequency > 0)
        .map(|(frequency, letter)| u64::from(*frequency) << 16 | letter)
        .collect();
    for letter in 0..2 {
        if letters.len() < 2 && frequencies.get(letter) == Some(&0) {
            letters.push(1 << 16 | letter as u64);
        }
    }
    letters.sort_unstable();
    let mut depths: Vec<usize> = letters.iter().map(|it| (it >> 16) as usize).collect();
    find_depths(&mut depths);
    let counts = limited(&depths, limit);
    // The most frequent letters have the shortest codes.
    let mut letters = letters.iter().rev();
    for (length, count) in counts.iter().enumerate() {
        for letter in letters.by_ref().take(*count) {
            lengths[(letter & 0xFFFF) as usize] = length as u8;
        }
    }
}

/// Turns frequencies in rising order into the depths of a best tree, in place (Moffat and
/// Katajainen, "In-Place Calculation of Minimum-Redundancy Codes", 1995).
fn find_depths(all: &mut [usize]) {
    let count = all.len();
    if count < 2 {
        return;
    }
    // Each node of the tree becomes the index of its parent.
    all[0] += all[1];
    let (mut root, mut leaf) = (0, 2);
    for next in 1..count - 1 {
        let mut sum = 0;
        for _ in 0..2 {
            if leaf >= count || (root < next && all[root] < all[leaf]) {
                sum += all[root];
                all[root] = next;
                root += 1;
            } else {
                sum += all[leaf];
                leaf += 1;
            }
        }
        all[next] = sum;
    }
    // Each node of the tree becomes its depth.
    all[count - 2] = 0;
    for node in (0..count - 2).rev() {
        all[node] = all[all[node]] + 1;
    }
    // And the leaves are hung where there is room between the nodes.
    let (mut free, mut depth) = (1, 0);
    let (mut nodes, mut next) = (count - 1, count);
    while free > 0 {
        let mut inner = 0;
        while nodes > 0 && all[nodes - 1] == depth {
            inner += 1;
            nodes -= 1;
        }
        while free > inner {
            next -= 1;
            all[next] = depth;
            free -= 1;
        }
        free = 2 * inner;
        depth += 1;
    }
}

/// How many codes have each length, where those that would be longer than `limit` are as
/// long as it and others are longer for them.
fn limited(depths: &[usize], limit: usize) -> [usize; LONGEST + 1] {
    let mut counts = [0; LONGEST + 1];
    for &depth in depths {
        counts[depth.min(limit)] += 1;
    }
    let room = |(length, count): (usize, &usize)| count << (limit - length);
    let used = counts.iter().enumerate().take(limit + 1).skip(1);
    let mut used: usize = used.map(room).sum();
    while used > 1 << limit {
        counts[limit] -= 1;
        if let Some(length) = (1..limit).rev().find(|length| counts[*length] > 0) {
            counts[length] -= 1;
            counts[length + 1] += 2;
        }
        used -= 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(frequencies: &[u32], limit: usize) -> Vec<u8> {
        let mut lengths = vec![0; frequencies.len()];
        lengths_of(frequencies, limit, &mut lengths);
        lengths
    }

    #[test]
    fn lengths_are_the_best() {
        assert_eq!(
            lengths(&[5, 0, 9, 12, 13, 16, 45], 15),
            [4, 0, 4, 3, 3, 3, 1]
        );
        assert_eq!(lengths(&[1, 1, 1, 1], 15), [2; 4]);
        assert_eq!(lengths(&[0, 0, 7], 15), [1, 0, 1]);
        assert_eq!(lengths(&[3, 0, 0], 15), [1, 1, 0]);
        assert_eq!(lengths(&[0, 0, 0], 15), [1, 1, 0]);
    }

    #[test]
    fn no_length_is_over_the_limit_and_all_room_is_used() {
        let mut last = (1, 1);
        let steep: Vec<u32> = (0..30)
            .map(|_| {
                last = (last.1, last.0 + last.1);
                last.0
            })
            .collect();
        for limit in [7, 15] {
            let found = lengths(&steep[..19], limit);
            assert!(found.iter().all(|length| usize::from(*length) <= limit));
            let used: usize = found
                .iter()
                .map(|length| 1 << (limit - usize::from(*length)))
                .sum();
            assert_eq!(used, 1 << limit);
        }
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 1951, 3.2.2: 010, 011, 100, 101, 110, 00, 1110, 1111.
        let codes = PrefixCodes::<8>::of(&[3, 3, 3, 3, 3, 2, 4, 4]);
        let bits: Vec<(u32, u32)> = (0..8).map(|letter| codes.get(letter)).collect();
        let expected = [
            (0b010, 3),
            (0b110, 3),
            (0b001, 3),
            (0b101, 3),
            (0b011, 3),
            (0b00, 2),
            (0b0111, 4),
            (0b1111, 4),
        ];
        assert_eq!(bits, expected);
    }
}
