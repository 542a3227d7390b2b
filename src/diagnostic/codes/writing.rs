//! `W…`: templates, theme, fonts and files.

use super::{Code, Severity};

codes! {
    /// What a template prints for the PDF is not well-formed XHTML.
    ///
    /// ## Why it matters
    /// The typesetter reads print markup strictly: a missing end tag would move or
    /// lose a part of the memo.
    ///
    /// ## Example
    /// ```html
    /// <p>Sincerely,<br></p>      <!-- a fault -->
    /// <p>Sincerely,<br/></p>     <!-- right -->
    /// ```
    MALFORMED_PRINT_MARKUP = "W100", "malformed-print-markup", Error;

    /// An element, attribute, class or value that the typesetter does not know.
    ///
    /// ## Why it matters
    /// What the typesetter does not know it cannot lay out, and it never drops
    /// anything silently. Elements and attributes are listed in
    /// `docs/print-markup.md`; a class is known when a style of
    /// `templates/theme.yaml` is for it.
    ///
    /// ## Example
    /// ```html
    /// <p class="sallutation">…</p>     <!-- did you mean `salutation`? -->
    /// ```
    UNKNOWN_PRINT_NAME = "W101", "unknown-print-name", Error;

    /// An element of print markup where it cannot stand.
    ///
    /// ## Why it matters
    /// Assistive technology relies on lists of items and tables of rows and cells;
    /// the PDF's tags are made from the elements.
    ///
    /// ## Example
    /// ```html
    /// <ul><p>Item</p></ul>            <!-- a fault -->
    /// <ul><li><p>Item</p></li></ul>   <!-- right -->
    /// ```
    MISPLACED_PRINT_ELEMENT = "W102", "misplaced-print-element", Error;

    /// A link or a footnote's reference to a place that is not in the document, or
    /// a footnote that nothing refers to.
    ///
    /// ## Why it matters
    /// A footnote is printed on the page of its reference: without one it would be
    /// lost.
    ///
    /// ## Example
    /// ```html
    /// <a class="note-reference" href="#note-2">2</a>   <!-- and no id="note-2" -->
    /// ```
    DANGLING_PRINT_REFERENCE = "W103", "dangling-print-reference", Error;

    /// A picture that a template prints and that was not found, or has no words for
    /// readers who cannot see it.
    ///
    /// ## Why it matters
    /// PDF/UA requires an alternative text for every figure.
    ///
    /// ## Example
    /// ```html
    /// <img src="chart.png" alt="Applications rose from 40 to 65"/>
    /// ```
    UNUSABLE_PICTURE = "W104", "unusable-picture", Error;

    /// A character that no font of the theme has.
    ///
    /// ## Why it matters
    /// It would be printed as an empty box. The built-in theme has Latin, Greek,
    /// Cyrillic, Canadian syllabics, mathematics and common symbols.
    ///
    /// ## Example
    /// Add a family that has the character to `fonts` and to `fallback` in
    /// `templates/theme.yaml`, or write the text without it.
    MISSING_CHARACTER = "W105", "missing-character", Error;

    /// Heads, feet and margins that leave no room for the text.
    ///
    /// ## Why it matters
    /// A page must have room for a few lines.
    ///
    /// ## Example
    /// ```yaml
    /// page:
    ///   margin: { top: 400, bottom: 400, left: 72, right: 72 }   # a fault
    /// ```
    NO_ROOM_ON_PAGE = "W106", "no-room-on-page", Error;

    /// A colour that is neither `"#rrggbb"` nor a name from the theme's `colours`.
    ///
    /// ## Why it matters
    /// The style would be printed in another colour than was meant. YAML takes an
    /// unquoted `#` for a comment.
    ///
    /// ## Example
    /// ```yaml
    /// colours:
    ///   accent: "#1b4a72"
    /// ```
    INVALID_COLOUR = "W110", "invalid-colour", Error;

    /// A value of the theme that is not of its kind, or outside what makes sense.
    ///
    /// ## Why it matters
    /// The layout would not be what was meant.
    ///
    /// ## Example
    /// ```yaml
    /// styles:
    ///   p: { size: 105 }      # a fault: sizes are in points, from 4 to 144
    /// ```
    INVALID_THEME_VALUE = "W111", "invalid-theme-value", Error;

    /// A colour of text that stands out too little from what is behind it.
    ///
    /// ## Why it matters
    /// WCAG 2, 1.4.3 (level AA) requires a contrast of 4.5 to 1 for text, so that
    /// people with low vision can read it.
    ///
    /// ## Example
    /// ```yaml
    /// colours:
    ///   soft: "#999999"       # 2.8 to 1 on white
    ///   soft: "#54585d"       # 7.2 to 1
    /// ```
    LOW_CONTRAST = "W112", "low-contrast", Warning;

    /// A font file of the theme that is not there or is no TrueType font.
    ///
    /// ## Why it matters
    /// A PDF for the archive carries its fonts.
    ///
    /// ## Example
    /// ```yaml
    /// fonts:
    ///   Noto Sans:
    ///     regular: fonts/NotoSans-Regular.ttf     # relative to the theme's folder
    /// ```
    UNUSABLE_FONT = "W113", "unusable-font", Error;

    /// A font family that the theme's `fonts` do not have.
    ///
    /// ## Why it matters
    /// Text would be set in another font than was meant.
    ///
    /// ## Example
    /// ```yaml
    /// styles:
    ///   code: { font: Noto Sans Mno }      # did you mean `Noto Sans Mono`?
    /// ```
    UNKNOWN_FONT_FAMILY = "W114", "unknown-font-family", Error;

    /// A key of the theme's `styles` that names no elements.
    ///
    /// ## Why it matters
    /// The style would never be used.
    ///
    /// ## Example
    /// ```yaml
    /// styles:
    ///   p > strong: { weight: bold }      # a fault
    ///   p strong: { weight: bold }        # right
    /// ```
    INVALID_SELECTOR = "W115", "invalid-selector", Error;
}
