//! A representation as it is asked for: not at all where the client has it, in part, or
//! compressed.

use super::content::{Content, Reply};
use super::negotiation::Wanted;
use flate2::Compression;
use flate2::write::GzEncoder;
use hyper::body::Bytes;
use hyper::header::{
    ACCEPT_RANGES, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE,
    ETAG, HeaderName, HeaderValue, IF_MATCH, IF_NONE_MATCH, IF_RANGE, RANGE, VARY,
};
use hyper::http::request::Parts;
use hyper::{HeaderMap, Method, Response, StatusCode};
use sha2::{Digest, Sha256};
use std::io::Write;
use std::sync::OnceLock;

/// From how many bytes on it is worth while to compress them.
const WORTH: usize = 512;

/// The bytes of a document or of a file beside it.
#[derive(Debug)]
pub struct Representation {
    bytes: Bytes,
    media_type: &'static str,
    /// The hash of the bytes in hex.
    hash: String,
    /// The same compressed, where that is shorter; made when it is first asked for.
    gzip: OnceLock<Option<Bytes>>,
}

impl Representation {
    /// These bytes.
    pub fn new(bytes: Vec<u8>, media_type: &'static str) -> Representation {
        Representation {
            hash: format!("{:x}", Hex(&Sha256::digest(&bytes))),
            bytes: bytes.into(),
            media_type,
            gzip: OnceLock::new(),
        }
    }

    /// How many bytes it has.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// The bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    fn gzip(&self) -> Option<&Bytes> {
        let made = self.gzip.get_or_init(|| {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::new(6));
            encoder.write_all(&self.bytes).ok()?;
            let bytes = encoder.finish().ok()?;
            (bytes.len() < self.bytes.len()).then(|| bytes.into())
        });
        made.as_ref()
    }

    /// The representation that a client would have: the bytes, their tag, and whether they
    /// are compressed. A part is one of the bytes as they are.
    fn chosen(&self, headers: &HeaderMap) -> (&Bytes, String, bool) {
        let (gzip, plain) = Wanted::encodings(headers).gzip_and_plain();
        let is_text = self.media_type.starts_with("text/")
            || self.media_type.contains("json")
            || self.media_type.contains("xml");
        let is_worth = is_text && self.bytes.len() >= WORTH && !headers.contains_key(RANGE);
        let wanted = gzip > 0 && gzip >= plain && (is_worth || plain == 0);
        match self.gzip().filter(|_| wanted) {
            Some(bytes) => (bytes, format!("\"{}-gz\"", self.hash), true),
            None => (&self.bytes, format!("\"{}\"", self.hash), false),
        }
    }

    /// The response to a request for it, with what else its head says; a type that is said
    /// there is said instead of its own.
    pub fn deliver(&self, request: &Parts, more: HeaderMap) -> Reply {
        let headers = &request.headers;
        let (bytes, tag, is_gzip) = self.chosen(headers);
        let mut reply = Response::new(Content::of(Bytes::new()));
        let head = reply.headers_mut();
        *head = more;
        let charset = match self.media_type.starts_with("text/") {
            true => "; charset=utf-8",
            false => "",
        };
        let media_type = format!("{}{charset}", self.media_type);
        put_if_absent(head, CONTENT_TYPE, &media_type);
        put_if_absent(head, CACHE_CONTROL, "no-cache");
        put(head, ETAG, &tag);
        head.append(VARY, HeaderValue::from_static("Accept-Encoding"));
        if let Some(status) = had(headers, &tag) {
            head.remove(CONTENT_TYPE);
            *reply.status_mut() = status;
            return reply;
        }
        if is_gzip {
            put(head, CONTENT_ENCODING, "gzip");
        }
        put(head, ACCEPT_RANGES, "bytes");
        give_part(&mut reply, request, bytes, &tag);
        reply
    }
}

/// What is answered to a client that has the representation of this tag, or must have it
/// and has not.
fn had(headers: &HeaderMap, tag: &str) -> Option<StatusCode> {
    if lists(headers, IF_MATCH, tag, false) == Some(false) {
        return Some(StatusCode::PRECONDITION_FAILED);
    }
    let has = lists(headers, IF_NONE_MATCH, tag, true) == Some(true);
    has.then_some(StatusCode::NOT_MODIFIED)
}

/// Puts the part that is asked for into a response, or all of the bytes.
fn give_part(reply: &mut Reply, request: &Parts, bytes: &Bytes, tag: &str) {
    let length = bytes.len();
    let part = match part(request, tag, length) {
        Part::Whole => 0..length,
        Part::None => {
            *reply.status_mut() = StatusCode::RANGE_NOT_SATISFIABLE;
            let head = reply.headers_mut();
            put(head, CONTENT_RANGE, &format!("bytes */{length}"));
            head.remove(CONTENT_TYPE);
            return;
        }
        Part::Of(first, last) => {
            let given = format!("bytes {first}-{last}/{length}");
            put(reply.headers_mut(), CONTENT_RANGE, &given);
            *reply.status_mut() = StatusCode::PARTIAL_CONTENT;
            first..last + 1
        }
    };
    put(reply.headers_mut(), CONTENT_LENGTH, &part.len().to_string());
    if request.method != Method::HEAD {
        *reply.body_mut() = Content::of(bytes.slice(part));
    }
}

fn put_if_absent(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if !headers.contains_key(&name) {
        put(headers, name, value);
    }
}

/// Bytes in hex.
struct Hex<'a>(&'a [u8]);

impl std::fmt::LowerHex for Hex<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Puts a header, whose value is always one that a header may have.
pub fn put(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

/// Whether a list of tags names this one; nothing where there is no list. A weak tag of a
/// list stands for a strong one where `weakly` is enough (RFC 9110, 8.8.3.2).
fn lists(headers: &HeaderMap, name: HeaderName, tag: &str, weakly: bool) -> Option<bool> {
    let mut lists = headers.get_all(name).iter().peekable();
    lists.peek()?;
    let is_it = |listed: &str| {
        let listed = listed.trim();
        let strong = listed.strip_prefix("W/").filter(|_| weakly);
        listed == "*" || strong.unwrap_or(listed) == tag
    };
    Some(lists.any(|list| list.to_str().is_ok_and(|list| list.split(',').any(is_it))))
}

/// Which part of the bytes is asked for.
enum Part {
    Whole,
    /// One that they do not have.
    None,
    /// The first and the last byte.
    Of(usize, usize),
}

/// One part is given; of a list of parts, and of what cannot be read, all of the bytes are,
/// as RFC 9110 (14.2) lets a server.
fn part(request: &Parts, tag: &str, length: usize) -> Part {
    let headers = &request.headers;
    let asked = headers.get(RANGE).and_then(|value| value.to_str().ok());
    let same = headers
        .get(IF_RANGE)
        .is_none_or(|had| had.as_bytes() == tag.as_bytes());
    let asked = asked.filter(|_| request.method == Method::GET && same);
    let spec = asked.and_then(|asked| asked.trim().strip_prefix("bytes="));
    let Some((first, last)) = spec.and_then(|spec| spec.trim().split_once('-')) else {
        return Part::Whole;
    };
    let number = |text: &str| {
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        // What is larger than any file is beyond its end.
        is_number.then(|| text.parse::<usize>().unwrap_or(usize::MAX))
    };
    let (first, last) = match (number(first), number(last)) {
        (Some(first), None) if last.is_empty() => (first, usize::MAX),
        (Some(first), Some(last)) if first <= last => (first, last),
        (None, Some(0)) if first.is_empty() => return Part::None,
        (None, Some(count)) if first.is_empty() && length > 0 => {
            (length.saturating_sub(count), usize::MAX)
        }
        (None, Some(_)) if first.is_empty() => return Part::None,
        _ => return Part::Whole,
    };
    match first < length {
        true => Part::Of(first, last.min(length - 1)),
        false => Part::None,
    }
}
