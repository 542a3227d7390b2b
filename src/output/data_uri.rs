//! Data URIs (RFC 2397), in which pictures stand inside a file.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD};
use std::fmt;

/// Bytes with their media type, as a URI.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataUri {
    kind: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

impl DataUri {
    /// The URI of bytes of a media type.
    pub fn new(kind: &str, bytes: impl Into<Vec<u8>>) -> DataUri {
        DataUri {
            kind: kind.to_owned(),
            bytes: bytes.into(),
        }
    }

    /// Reads a URI whose bytes stand in base64, with or without blanks between them;
    /// nothing where it is another.
    pub fn parse(uri: &str) -> Option<DataUri> {
        let (scheme, rest) = uri.split_once(':')?;
        let (kind, data) = rest.split_once(',')?;
        let kind = kind.trim_end().strip_suffix(";base64")?;
        if !scheme.trim().eq_ignore_ascii_case("data") {
            return None;
        }
        let data: Vec<u8> = data.bytes().filter(|c| !c.is_ascii_whitespace()).collect();
        let end = data.iter().rposition(|c| *c != b'=').map_or(0, |at| at + 1);
        let bytes = STANDARD_NO_PAD.decode(data.get(..end)?).ok()?;
        Some(DataUri::new(kind, bytes))
    }
}

impl fmt::Display for DataUri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "data:{};base64,{}",
            self.kind,
            STANDARD.encode(&self.bytes)
        )
    }
}

/// The media type of a picture of pixels that browsers show, told by its first bytes.
pub fn raster(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => Some("image/png"),
        [0xFF, 0xD8, 0xFF, ..] => Some("image/jpeg"),
        [b'G', b'I', b'F', b'8', ..] => Some("image/gif"),
        bytes if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") => {
            Some("image/webp")
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let uri = DataUri::new("image/png", *b"\x89PNG\r\n\x1a\n1");
        assert_eq!(DataUri::parse(&uri.to_string()).as_ref(), Some(&uri));
        let broken = "data:image/png;base64,iVBO\n  Rw0K GgoxCg";
        let read = DataUri::parse(broken).unwrap();
        assert_eq!(raster(&read.bytes), Some("image/png"));
        for other in ["plan.png", "data:text/html,<b>", "data:image/png;base64,?"] {
            assert_eq!(DataUri::parse(other), None, "{other}");
        }
    }

    #[test]
    fn pictures_are_told_by_their_bytes() {
        assert_eq!(raster(b"GIF89a"), Some("image/gif"));
        assert_eq!(raster(b"RIFF\0\0\0\0WEBPVP8 "), Some("image/webp"));
        assert_eq!(raster(b"RIFF\0\0\0\0WAVE"), None);
        assert_eq!(raster(b"<svg/>"), None);
    }
}
