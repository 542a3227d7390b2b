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
    /// The article of a page, for a system that has pages of its own.
    Fragment,
    /// The document as data.
    Json,
}

impl Format {
    /// All formats, in the order in which outputs are listed.
    pub const ALL: [Format; 5] = [
        Format::Markdown,
        Format::Html,
        Format::Pdf,
        Format::Fragment,
        Format::Json,
    ];

    /// Those that are made where nobody says which: what people read.
    pub const USUAL: [Format; 3] = [Format::Markdown, Format::Html, Format::Pdf];

    /// Whether people read it as it is; others are for what publishes documents.
    pub fn is_usual(self) -> bool {
        Format::USUAL.contains(&self)
    }

    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Format::Markdown => "Markdown",
            Format::Html => "HTML",
            Format::Pdf => "PDF",
            Format::Fragment => "HTML fragment",
            Format::Json => "JSON",
        }
    }

    /// The name by which it is asked for and listed: the first part of its extension.
    pub fn id(self) -> &'static str {
        let extension = self.extension();
        extension.split_once('.').map_or(extension, |(id, _)| id)
    }

    /// Its media type (RFC 7763, RFC 2854, RFC 8118, RFC 8259).
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Markdown => "text/markdown",
            Format::Html | Format::Fragment => "text/html",
            Format::Pdf => "application/pdf",
            Format::Json => "application/json",
        }
    }

    /// The end of the file's name: `md`, `html`, `pdf`, `fragment.html` or `json`.
    pub const fn extension(self) -> &'static str {
        match self {
            Format::Markdown => "md",
            Format::Html => "html",
            Format::Pdf => "pdf",
            Format::Fragment => "fragment.html",
            Format::Json => "json",
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
