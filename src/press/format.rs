//! The formats, and what a file is printed for.

/// The formats that a document is set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Markdown.
    Markdown,
    /// HTML, one file with everything in it.
    Html,
    /// PDF, tagged and archival.
    Pdf,
}

impl Format {
    /// All formats, in the order in which outputs are listed.
    pub const ALL: [Format; 3] = [Format::Markdown, Format::Html, Format::Pdf];

    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Format::Markdown => "Markdown",
            Format::Html => "HTML",
            Format::Pdf => "PDF",
        }
    }

    /// The name by which it is asked for and listed: the first part of its extension.
    pub fn id(self) -> &'static str {
        let extension = self.extension();
        extension.split_once('.').map_or(extension, |(id, _)| id)
    }

    /// Its media type (RFC 7763, RFC 2854, RFC 8118).
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Markdown => "text/markdown",
            Format::Html => "text/html",
            Format::Pdf => "application/pdf",
        }
    }

    /// The end of the file's name: `md`, `html` or `pdf`.
    pub const fn extension(self) -> &'static str {
        match self {
            Format::Markdown => "md",
            Format::Html => "html",
            Format::Pdf => "pdf",
        }
    }
}

/// What a memo is set for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Release {
    /// To be sent: any error stops it.
    Final,
    /// To be read on the way: missing translations are marked gaps, and what the two
    /// languages disagree about does not stop it.
    Draft,
}
