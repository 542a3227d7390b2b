//! Where the files that go with a document lie for those who publish it elsewhere.

use super::{Document, FileUse};
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// What stands before the paths of pictures and linked files: an absolute path or URL that
/// ends in a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssetPrefix(String);

impl AssetPrefix {
    /// The characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why something is no prefix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssetPrefixFault {
    /// It has no characters.
    Empty,
    /// It has one that an address, or an address in Markdown, has not.
    Character(char),
    /// It begins with a scheme that is neither `http` nor `https`.
    Scheme,
}

impl fmt::Display for AssetPrefixFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AssetPrefixFault::Empty => f.write_str("it is empty"),
            AssetPrefixFault::Character(' ') => {
                f.write_str("it has a space: in an address that is `%20`")
            }
            AssetPrefixFault::Character(c) => write!(
                f,
                "it has `{}`: letters, digits and -._~:/@!$+,=%? may stand in it, others in their percent-encoded form",
                c.escape_default()
            ),
            AssetPrefixFault::Scheme => {
                f.write_str("it is a path, or begins with `https://` or `http://`")
            }
        }
    }
}

impl std::error::Error for AssetPrefixFault {}

impl FromStr for AssetPrefix {
    type Err = AssetPrefixFault;

    fn from_str(text: &str) -> Result<AssetPrefix, AssetPrefixFault> {
        if text.is_empty() {
            return Err(AssetPrefixFault::Empty);
        }
        // RFC 3986 without what HTML, Markdown or a query's end would take for its own.
        let fits = |c: char| c.is_ascii_alphanumeric() || "-._~:/@!$+,=%?".contains(c);
        if let Some(c) = text.chars().find(|c| !fits(*c)) {
            return Err(AssetPrefixFault::Character(c));
        }
        let scheme = text.split(['/', '?']).next().unwrap_or_default();
        let is_web = ["http://", "https://"]
            .iter()
            .any(|it| text.starts_with(it));
        if scheme.contains(':') && !is_web {
            return Err(AssetPrefixFault::Scheme);
        }
        let slash = if text.ends_with(['/', '=']) { "" } else { "/" };
        Ok(AssetPrefix(format!("{text}{slash}")))
    }
}

impl Document {
    /// The address of the copy of one of the document's files, for who has the copies at
    /// `prefix`; without one, from an output file.
    pub fn asset_href(&self, file: &FileUse, prefix: Option<&AssetPrefix>) -> String {
        let prefix = prefix.map_or("", AssetPrefix::as_str);
        format!("{prefix}{}", self.copy_href(file))
    }

    /// The links from an output file to all copies of the document's files.
    pub fn copy_hrefs(&self) -> BTreeSet<String> {
        self.files.iter().map(|file| self.copy_href(file)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{AssetPrefix, AssetPrefixFault};

    #[test]
    fn a_prefix_is_a_path_or_an_address_and_ends_where_paths_go_on() {
        let read = |text: &str| text.parse::<AssetPrefix>().map(|it| it.as_str().to_owned());
        for (text, prefix) in [
            ("/files", "/files/"),
            ("/files/", "/files/"),
            (
                "https://cdn.example.ca:8080/m",
                "https://cdn.example.ca:8080/m/",
            ),
            ("//cdn.example.ca", "//cdn.example.ca/"),
            ("../files", "../files/"),
            ("/get?file=", "/get?file="),
        ] {
            assert_eq!(read(text), Ok(prefix.to_owned()));
        }
        assert_eq!(read(""), Err(AssetPrefixFault::Empty));
        assert_eq!(read("/a b"), Err(AssetPrefixFault::Character(' ')));
        assert_eq!(read("/a)b"), Err(AssetPrefixFault::Character(')')));
        assert_eq!(read("/été"), Err(AssetPrefixFault::Character('é')));
        for scheme in ["javascript:", "data:x/", "ftp://example.ca/"] {
            assert_eq!(read(scheme), Err(AssetPrefixFault::Scheme), "{scheme}");
        }
    }
}
