//! HTML: what the template leaves to do, so that one file holds everything.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// A picture as a data URI (RFC 2397), by the ending of its name; none where that
/// names no kind of picture that the documents show.
pub fn data_uri(path: &str, bytes: &[u8]) -> Option<String> {
    let (_, extension) = path.rsplit_once('.')?;
    let media_type = match extension.to_ascii_lowercase().as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "svg" => "image/svg+xml",
        _ => return None,
    };
    Some(format!(
        "data:{media_type};base64,{}",
        STANDARD.encode(bytes)
    ))
}

/// The filled template as a file: nothing before the document type, one line break
/// at the end.
pub fn finish(filled: &str) -> String {
    format!("{}\n", filled.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_becomes_a_uri() {
        let uri = data_uri("memos/images/a.PNG", b"\x89PNG").unwrap();
        assert_eq!(uri, "data:image/png;base64,iVBORw==");
        assert_eq!(data_uri("a.tiff", b""), None);
        assert_eq!(data_uri("picture", b""), None);
    }
}
