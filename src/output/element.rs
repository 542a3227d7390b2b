//! The elements of print markup: what its templates write, styles name and the
//! typesetter lays out.

macro_rules! names {
    ($($variant:ident = $text:literal),* $(,)?) => {
        /// An element's name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[cfg_attr(feature = "internals", expect(missing_docs, reason = "the names are XHTML's"))]
        pub enum Name { $($variant),* }

        impl Name {
            /// All names.
            pub const ALL: &'static [Name] = &[$(Name::$variant),*];

            /// The name as markup writes it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Name::$variant => $text),* }
            }
        }
    };
}

names! {
    Header = "header", Footer = "footer", Section = "section", Div = "div",
    H1 = "h1", H2 = "h2", H3 = "h3", H4 = "h4", H5 = "h5", H6 = "h6",
    P = "p", Ul = "ul", Ol = "ol", Li = "li", Dl = "dl", Dt = "dt", Dd = "dd",
    Table = "table", Caption = "caption", Thead = "thead", Tbody = "tbody", Tr = "tr", Th = "th", Td = "td",
    Blockquote = "blockquote", Pre = "pre", Figure = "figure", Figcaption = "figcaption",
    Hr = "hr", Code = "code", Img = "img", A = "a", Strong = "strong", Em = "em",
    Del = "del", Sup = "sup", Sub = "sub", Br = "br", Span = "span", Abbr = "abbr",
}

impl Name {
    /// All names as markup writes them.
    pub fn texts() -> impl Iterator<Item = &'static str> {
        Name::ALL.iter().map(|name| name.as_str())
    }

    /// The name that markup writes so.
    pub fn parse(text: &str) -> Option<Name> {
        Name::ALL.iter().copied().find(|name| name.as_str() == text)
    }

    /// The level of a heading.
    pub fn heading_level(self) -> Option<u8> {
        Some(match self {
            Name::H1 => 1,
            Name::H2 => 2,
            Name::H3 => 3,
            Name::H4 => 4,
            Name::H5 => 5,
            Name::H6 => 6,
            _ => return None,
        })
    }

    /// Whether it stands in a line of text.
    pub fn is_inline(self) -> bool {
        matches!(
            self,
            Name::Code
                | Name::Img
                | Name::A
                | Name::Strong
                | Name::Em
                | Name::Del
                | Name::Sup
                | Name::Sub
                | Name::Br
                | Name::Span
                | Name::Abbr
        )
    }

    /// Whether nothing can be in it.
    pub fn is_empty(self) -> bool {
        matches!(self, Name::Hr | Name::Img | Name::Br)
    }

    /// Whether it holds lines of text only.
    pub fn holds_inlines(self) -> bool {
        self.heading_level().is_some()
            || matches!(
                self,
                Name::P | Name::Dt | Name::Pre | Name::Figcaption | Name::Caption
            )
            || (self.is_inline() && !self.is_empty())
    }

    /// The elements that alone may stand directly in it, where not any may.
    pub fn children(self) -> Option<&'static [Name]> {
        Some(match self {
            Name::Ul | Name::Ol => &[Name::Li],
            Name::Dl => &[Name::Dt, Name::Dd],
            Name::Table => &[Name::Caption, Name::Thead, Name::Tbody, Name::Tr],
            Name::Thead | Name::Tbody => &[Name::Tr],
            Name::Tr => &[Name::Th, Name::Td],
            _ => return None,
        })
    }

    /// The elements in which alone it may stand, where not anywhere.
    pub fn parents(self) -> Option<&'static [Name]> {
        Some(match self {
            Name::Li => &[Name::Ul, Name::Ol],
            Name::Dt | Name::Dd => &[Name::Dl],
            Name::Caption | Name::Thead | Name::Tbody => &[Name::Table],
            Name::Tr => &[Name::Table, Name::Thead, Name::Tbody],
            Name::Th | Name::Td => &[Name::Tr],
            Name::Figcaption => &[Name::Figure],
            _ => return None,
        })
    }
}
