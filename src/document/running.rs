//! Running text: what lines are made of.

use super::Origin;
use crate::lang::Lang;

/// A piece of running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Characters, typographically mended.
    Text {
        /// The characters.
        text: String,
        /// The facts that they print, if they do: both of `RANGE($from, $to)`; of a
        /// named Text that prints another fact its own name and then that fact's.
        facts: Vec<String>,
        /// Whether they are one name, which an identifier prints: no figures to read.
        name: bool,
        /// Where it was written.
        origin: Origin,
    },
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Struck out.
    Deleted(Vec<Inline>),
    /// Raised.
    Superscript(Vec<Inline>),
    /// Lowered.
    Subscript(Vec<Inline>),
    /// Code, as it stands.
    Code {
        /// The characters.
        text: String,
        /// Where it was written.
        origin: Origin,
    },
    /// A link.
    Link {
        /// A URL, a `mailto:` or `tel:` URI, `#anchor`, or `<stem>/<name>` for a file
        /// that is copied beside the output; percent-encoded.
        href: String,
        /// The tooltip, or nothing.
        title: String,
        /// The language of what it leads to, where that is not the document's.
        hreflang: Option<Lang>,
        /// The words.
        inlines: Vec<Inline>,
        /// Where it was written.
        origin: Origin,
    },
    /// A picture.
    Image {
        /// The path in the workspace.
        src: String,
        /// What it shows.
        alt: String,
        /// The same with the facts and the places that its words come from.
        description: Vec<Inline>,
        /// The tooltip, or nothing.
        title: String,
        /// How much of the width it takes that there is, in per cent, where that is said.
        width: Option<u8>,
        /// Whether it is there for the eye alone, and shows nothing.
        decorative: bool,
        /// Where it was written.
        origin: Origin,
    },
    /// Words in the other language.
    Foreign(Lang, Vec<Inline>),
    /// An abbreviation.
    Abbreviation {
        /// What it stands for.
        expansion: Vec<Inline>,
        /// Its letters.
        inlines: Vec<Inline>,
        /// Where it was written.
        origin: Origin,
    },
    /// An item of a list in a table's cell, which stands on lines of its own.
    Item(Vec<Inline>),
    /// A line break that the author asked for.
    Break,
    /// A reference to the footnote of this number.
    NoteReference(u32),
    /// A number that a heading or a paragraph begins with, and no word of the memo.
    Number(String),
    /// The number of the page it stands on.
    PageNumber,
    /// The number of pages.
    PageCount,
    /// A translation that is missing, with the words that say so.
    Gap(String),
}
