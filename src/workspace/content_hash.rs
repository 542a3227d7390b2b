//! The hash by which contents are told apart.

use sha2::{Digest, Sha256};
use std::fmt;
use std::io::{self, Read};

/// The SHA-256 (FIPS 180-4) of some bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentHash([u8; 32]);

impl ContentHash {
    /// The hash of these bytes.
    pub fn of(bytes: &[u8]) -> ContentHash {
        ContentHash(Sha256::digest(bytes).into())
    }

    /// The hash of all that a reader gives.
    ///
    /// # Errors
    /// Where it fails.
    pub fn of_reader(mut reader: impl Read) -> io::Result<ContentHash> {
        let mut hash = Sha256::new();
        let mut part = vec![0; 1 << 16];
        loop {
            match reader.read(&mut part)? {
                0 => return Ok(ContentHash(hash.finalize().into())),
                read => hash.update(part.get(..read).unwrap_or_default()),
            }
        }
    }

    /// One hash of several parts, which no other parts have, however they are cut.
    pub fn of_parts<'p>(parts: impl IntoIterator<Item = &'p [u8]>) -> ContentHash {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        ContentHash(hash.finalize().into())
    }

    /// The hash itself.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// Hexadecimal, in small letters.
impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_hash_of_the_standard() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(ContentHash::of(b"abc").to_string(), abc);
        let parts = |parts: &[&str]| ContentHash::of_parts(parts.iter().map(|it| it.as_bytes()));
        assert_ne!(parts(&["ab", "c"]), parts(&["a", "bc"]));
    }
}
