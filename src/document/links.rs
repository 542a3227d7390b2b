//! Where links and pictures lead: into the document, to the web, or to a file of
//! the workspace, which goes with the output.

use super::{Document, FileUse, Origin};
use crate::memo::SCHEMES;
use crate::source::without_hidden;
use crate::workspace::without_dots;
use std::collections::BTreeSet;

/// The files of the workspace, as far as a document asks for them. Paths are
/// relative to the root, `/` between folders.
pub trait Files {
    /// Whether there is such a file.
    fn exists(&self, path: &str) -> bool;
    /// Whether the file is reached over a link that leads out of the workspace.
    fn leads_outside(&self, path: &str) -> bool {
        let _ = path;
        false
    }
    /// Paths of files that could have been meant.
    fn candidates(&self, path: &str) -> Vec<String>;
}

/// What a destination is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DestinationKind {
    /// A URI that can be followed.
    Uri(String),
    /// A place in the document, without the `#`.
    Anchor(String),
    /// A file of the workspace, with what follows its path (`#page=2`).
    File { path: String, rest: String },
    /// Nothing at all.
    Empty,
    /// A URI whose scheme no document may carry.
    Unsafe(String),
    /// A path that leaves the workspace.
    Outside,
}

/// The links and files of one document.
pub struct Links<'a> {
    /// The folder of the file that is read, `""` or with a final `/`.
    pub(crate) folder: String,
    /// The memo's stem, which names the folder of copied files.
    pub(crate) stem: String,
    /// The workspace's files.
    pub(crate) files: &'a dyn Files,
    /// Files that the document refers to.
    pub(crate) used: Vec<FileUse>,
    /// Anchors that links lead to, with the place of the link.
    pub(crate) anchors: Vec<(String, Origin)>,
}

impl<'a> Links<'a> {
    /// Of a document of which nothing is read yet.
    pub(crate) fn new(folder: String, stem: String, files: &'a dyn Files) -> Links<'a> {
        Links {
            folder,
            stem,
            files,
            used: Vec::new(),
            anchors: Vec::new(),
        }
    }

    /// What `url` is, read from the current file.
    pub(crate) fn target(&self, url: &str) -> DestinationKind {
        let url = url.trim();
        if url.is_empty() {
            return DestinationKind::Empty;
        }
        if let Some(anchor) = url.strip_prefix('#') {
            return DestinationKind::Anchor(decode(anchor));
        }
        if let Some(scheme) = scheme(url) {
            return if SCHEMES.contains(&scheme.as_str()) {
                DestinationKind::Uri(self.uri(url))
            } else {
                DestinationKind::Unsafe(scheme)
            };
        }
        if url.starts_with("//") {
            return DestinationKind::Unsafe("//".to_owned());
        }
        let end = url.find(['#', '?']).unwrap_or(url.len());
        let (path, rest) = url.split_at(end);
        match resolve(&self.folder, &decode(path)) {
            Some(path) => DestinationKind::File {
                path,
                rest: encode(rest),
            },
            None => DestinationKind::Outside,
        }
    }

    /// A URI with what it may not hold percent-encoded.
    pub(crate) fn uri(&self, url: &str) -> String {
        encode(&without_hidden(url))
    }

    /// Notes that the document uses a file.
    pub(crate) fn add(&mut self, path: &str, picture: bool, origin: &Origin) {
        let known = self
            .used
            .iter()
            .any(|used| used.path == path && used.picture == picture);
        if !known {
            let name = self.copy_name(path);
            self.used.push(FileUse {
                path: path.to_owned(),
                name,
                picture,
                origin: origin.clone(),
            });
        }
    }

    /// The name of a file's copy: its own, with a number where another file of the
    /// document has it already.
    fn copy_name(&self, path: &str) -> String {
        if let Some(used) = self.used.iter().find(|used| used.path == path) {
            return used.name.clone();
        }
        let own = path.rsplit('/').next().unwrap_or(path);
        let taken: BTreeSet<String> = self
            .used
            .iter()
            .map(|used| used.name.to_lowercase())
            .collect();
        let (stem, extension) = match own.rsplit_once('.') {
            Some((stem, extension)) if !stem.is_empty() => (stem, format!(".{extension}")),
            _ => (own, String::new()),
        };
        std::iter::once(own.to_owned())
            .chain((2_u32..).map(|number| format!("{stem}-{number}{extension}")))
            .find(|name| !taken.contains(&name.to_lowercase()))
            .unwrap_or_else(|| own.to_owned())
    }

    /// The link from an output file to the copy of a file that was added.
    pub(crate) fn copied_href(&self, path: &str) -> String {
        let name = self.copy_name(path);
        encode_segment(&format!("{}/{name}", self.stem))
    }

    /// Whether a link leads to a copied file.
    pub(crate) fn is_copied(&self, href: &str) -> bool {
        href.starts_with(&encode_segment(&format!("{}/", self.stem)))
    }
}

impl Document {
    /// The link from an output file to the copy of one of the document's files.
    pub fn copy_href(&self, file: &FileUse) -> String {
        encode_segment(&format!("{}/{}", self.stem, file.name))
    }
}

/// The path of an output file as a link writes it: percent-encoded.
pub fn path_href(path: &str) -> String {
    encode_segment(path)
}

/// The scheme that a link has and that no document may carry, in lower case.
pub(crate) fn unsafe_scheme(url: &str) -> Option<String> {
    scheme(url).filter(|scheme| !SCHEMES.contains(&scheme.as_str()))
}

/// Whether a link has a scheme.
pub(crate) fn has_scheme(url: &str) -> bool {
    scheme(url).is_some()
}

/// The scheme of a URI, in lower case, where it has one.
fn scheme(url: &str) -> Option<String> {
    let (scheme, _) = url.split_once(':')?;
    // Browsers ignore spaces and control characters in a scheme; so does this.
    let scheme: String = scheme
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .collect();
    let mut characters = scheme.chars();
    let valid = characters.next()?.is_ascii_alphabetic()
        && characters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    valid.then(|| scheme.to_ascii_lowercase())
}

/// The path that `relative` names in `folder`; nothing where it leaves the root.
fn resolve(folder: &str, relative: &str) -> Option<String> {
    if relative.starts_with('/') || relative.contains('\\') {
        return None;
    }
    without_dots(folder.split('/').chain(relative.split('/')))
}

/// The folder of a file, with a final `/`, or nothing for one in the root.
pub(crate) fn folder_of(path: &str) -> String {
    path.rfind('/')
        .and_then(|slash| path.get(..=slash))
        .unwrap_or_default()
        .to_owned()
}

/// Percent-encodes what a URI may not hold (RFC 3986), leaving what is encoded.
fn encode(url: &str) -> String {
    encode_where(url, |byte| {
        byte.is_ascii_graphic()
            && !matches!(
                byte,
                b'"' | b'<' | b'>' | b'\\' | b'^' | b'`' | b'{' | b'|' | b'}'
            )
    })
}

/// Percent-encodes a path, whose `%`, `?` and `#` are characters of names.
fn encode_segment(path: &str) -> String {
    encode_where(path, |byte| {
        byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'~')
    })
}

fn encode_where(text: &str, allowed: impl Fn(u8) -> bool) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if allowed(byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// Takes percent-encoding away; what is no UTF-8 then stays as it was.
pub(crate) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        let digits = tail
            .get(..2)
            .and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(decoded) if byte == b'%' => {
                bytes.push(decoded);
                rest = tail.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(byte);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    struct All;
    impl Files for All {
        fn exists(&self, _: &str) -> bool {
            true
        }
        fn candidates(&self, _: &str) -> Vec<String> {
            Vec::new()
        }
    }

    fn links() -> Links<'static> {
        Links {
            folder: "memos/2026/".to_owned(),
            stem: "mémo".to_owned(),
            files: &All,
            used: Vec::new(),
            anchors: Vec::new(),
        }
    }

    #[test]
    fn targets_are_told_apart() {
        let links = links();
        let file = |path: &str, rest: &str| DestinationKind::File {
            path: path.to_owned(),
            rest: rest.to_owned(),
        };
        for (url, target) in [
            (
                "https://a.ca/é b",
                DestinationKind::Uri("https://a.ca/%C3%A9%20b".into()),
            ),
            (
                "MAILTO:a@b.ca",
                DestinationKind::Uri("MAILTO:a@b.ca".into()),
            ),
            ("#next", DestinationKind::Anchor("next".into())),
            (
                "guide%20en.pdf#page=2",
                file("memos/2026/guide en.pdf", "#page=2"),
            ),
            ("../images/a.png", file("memos/images/a.png", "")),
            ("../../../a.png", DestinationKind::Outside),
            ("/etc/passwd", DestinationKind::Outside),
            ("", DestinationKind::Empty),
            (
                "JavaScript:alert(1)",
                DestinationKind::Unsafe("javascript".into()),
            ),
            (
                "java\tscript:alert(1)",
                DestinationKind::Unsafe("javascript".into()),
            ),
            ("data:text/html,x", DestinationKind::Unsafe("data".into())),
            ("file:///etc/passwd", DestinationKind::Unsafe("file".into())),
            ("//evil.example", DestinationKind::Unsafe("//".into())),
        ] {
            assert_eq!(links.target(url), target, "{url}");
        }
    }

    #[test]
    fn copies_of_one_name_are_kept_apart() {
        let mut links = links();
        let origin = Origin::Locale(crate::source::Span::new(
            &crate::source::SourceFile::new("a", "b"),
            0..1,
        ));
        for path in ["a/x.png", "b/X.png", "a/x.png"] {
            links.add(path, true, &origin);
        }
        let names: Vec<_> = links.used.iter().map(|used| used.name.as_str()).collect();
        assert_eq!(names, ["x.png", "X-2.png"]);
        assert_eq!(links.copied_href("b/X.png"), "m%C3%A9mo/X-2.png");
        assert!(links.is_copied("m%C3%A9mo/x.png"));
    }
}
