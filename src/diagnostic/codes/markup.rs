//! Codes for markup that prints as itself (`W045` to `W065`).

use super::{Code, Severity};

codes! {
    /// Lines that begin with a bullet as word processors type them: •, ▪, ➢, –, o.
    ///
    /// ## Why it matters
    /// It makes no list: the lines run together into one paragraph, “• the key • the
    /// card”, and who listens to a page hears no list at all.
    ///
    /// ## Example
    /// ```yaml
    /// en: |
    ///   Bring
    ///
    ///   • the key
    ///   • the card
    /// ```
    /// Write `- ` before each item. `bimemo fmt` does it, where it is certain that a list
    /// is meant: not where all of them are dashes in French, which may be speech.
    TYPED_BULLET = "W045", "typed-bullet", Warning;

    /// Lines of one paragraph that count with letters or numbers that Markdown does not
    /// read: a) and b), (i) and (ii), (1) and (2), 2. and 3. behind a line of text.
    ///
    /// ## Why it matters
    /// They make no list: the lines run together into one paragraph.
    ///
    /// ## Example
    /// ```yaml
    /// en: |
    ///   a) Sign the log.
    ///   b) Return the key.
    /// ```
    /// Write `1. ` before each item. Where the letters must stay as they are, end each line
    /// but the last with a backslash.
    TYPED_NUMBERING = "W046", "typed-numbering", Warning;

    /// A marker of a list, a task or a heading that lacks the ordinary space behind it:
    /// `-item` and `1.item` on two lines or more, `- [x]item`, `##Heading`, or a no-break
    /// space as word processors type it.
    ///
    /// ## Why it matters
    /// It is printed as it stands, and the lines of the list run together.
    ///
    /// ## Example
    /// ```yaml
    /// en: |
    ///   -the key
    ///   -the card
    /// ```
    /// Write `- the key`. `bimemo fmt` does it.
    MARKER_WITHOUT_SPACE = "W047", "marker-without-space", Warning;

    /// Rows of bars without the line of dashes that makes a table of them, or with one
    /// that does not fit: other dashes than hyphens, more parts or fewer than the first
    /// row.
    ///
    /// ## Why it matters
    /// The rows run together into one paragraph with bars in it.
    ///
    /// ## Example
    /// ```yaml
    /// en: |
    ///   | Dock | Keys |
    ///   | North | 4 |
    /// ```
    /// Add `| --- | --- |` under the first row. `bimemo fmt` does it, where no row has more
    /// cells than the first.
    TABLE_WITHOUT_RULE = "W048", "table-without-rule", Warning;

    /// Two lines or more of a paragraph with columns that tabs, rows of spaces or rows of
    /// dots set.
    ///
    /// ## Why it matters
    /// Blanks are one space in every format, and lines run together: “Dock Keys North 4
    /// South 6”.
    ///
    /// ## Example
    /// Cells copied from a spreadsheet. Write a table:
    /// ```yaml
    /// en: |
    ///   | Dock | Keys |
    ///   | --- | --- |
    ///   | North | 4 |
    /// ```
    COLUMNS_BY_BLANKS = "W049", "columns-by-blanks", Warning;

    /// `**`, `*`, `__`, `_`, `~~` or a backtick that opens bold, italics, deleted words or
    /// code and is never closed, or closes what nothing opened.
    ///
    /// ## Why it matters
    /// The marks are printed, and the words are not stressed.
    ///
    /// ## Example
    /// `The ramp closes **at noon on Friday.` Write `**` at the end of the words too. A
    /// closing mark stands directly behind a word or a sign: `**Note:** the ramp`, not
    /// `**Note: **the ramp`. Stress ends with its paragraph. A star that is meant is
    /// written `\*`; one that calls a note below a table is left alone.
    UNCLOSED_EMPHASIS = "W050", "unclosed-emphasis", Warning;

    /// A link that cannot be read as one: `[words](address` without its end, an address
    /// with a space in it, `[words]https://…`, `(words)[address]`, `words<https://…>` as
    /// in a pasted message.
    ///
    /// ## Why it matters
    /// Brackets and address are printed.
    ///
    /// ## Example
    /// `See [the tide table](https://example.ca/tides.` Write `)` behind the address. A
    /// file with a space in its name is `[Guide](<guide en.pdf>)`.
    BROKEN_LINK = "W051", "broken-link", Warning;

    /// A space between the words of a link and its address.
    ///
    /// ## Why it matters
    /// It is no link: brackets and address are printed.
    ///
    /// ## Example
    /// `[the tide table] (https://example.ca/tides)`. Write
    /// `[the tide table](https://example.ca/tides)`; `bimemo fmt` does it. Words in round
    /// brackets that are no address, as in `[2020] (SCC)`, are left alone.
    SPACED_LINK = "W052", "spaced-link", Warning;

    /// A tag of HTML. `<sup>`, `<sub>` and `<br>` are read; everything else is text.
    ///
    /// ## Why it matters
    /// The tags are printed: “<b>Note:</b> the ramp is icy”.
    ///
    /// ## Example
    /// `<b>Note:</b>`. Write `**Note:**`; `bimemo fmt` does it for bold, italics and deleted
    /// words. A bracket that is meant is written `\<`.
    RAW_HTML = "W053", "raw-html", Warning;

    /// A comment of HTML (`<!-- … -->`), which is an error, or a line that begins with `//`
    /// or `%%`, a warning.
    ///
    /// ## Why it matters
    /// Comments are for colleagues, and every reader would see them: HTML is text here.
    ///
    /// ## Example
    /// `The fee goes up in June. <!-- ask legal first -->`. Take it out, or make it a comment
    /// of YAML on a line of its own, above the key and not in its text:
    /// ```yaml
    /// # ask legal first
    /// en: |
    ///   The fee goes up in June.
    /// ```
    PRINTED_COMMENT = "W054", "printed-comment", Error soft;

    /// The name of a fact without its braces: `$fee`, or `%fee%`, `<<fee>>` as other
    /// programs write it, where there is a fact `fee`. A name that is nearly a fact's is a
    /// warning.
    ///
    /// ## Why it matters
    /// The name is printed, not the value.
    ///
    /// ## Example
    /// `The fee is $fee a season.` Write `{ $fee }`.
    FACT_WITHOUT_BRACES = "W055", "fact-without-braces", Error soft;

    /// A footnote that is written in the line: `^[…]`.
    ///
    /// ## Why it matters
    /// It is printed where it stands, marks and all.
    ///
    /// ## Example
    /// `The ramp opens at dawn.^[Weather permitting.]` Write `[^1]` there and the note
    /// below, on a line of its own:
    /// ```yaml
    /// en: |
    ///   The ramp opens at dawn.[^1]
    ///
    ///   [^1]: Weather permitting.
    /// ```
    INLINE_NOTE = "W056", "inline-note", Warning;

    /// Raised or lowered letters in another notation: `26^e^`, `m^2`, `H~2~O`.
    ///
    /// ## Why it matters
    /// The marks are printed.
    ///
    /// ## Example
    /// `40 m^2`. Write `40 m²`, or `40 m<sup>2</sup>`. `bimemo fmt` mends those with a mark on
    /// both sides.
    TYPED_SCRIPT = "W057", "typed-script", Warning;

    /// A link as wikis, forums or other notations write it: `[[page]]`,
    /// `[words|https://…]`, `[https://… words]`, `"words":https://…`, `https://…[words]`,
    /// `[url=…]words[/url]`.
    ///
    /// ## Why it matters
    /// It is printed as it stands.
    ///
    /// ## Example
    /// `See [[Tide table]].` Write `[the tide table](https://example.ca/tides)`.
    FOREIGN_LINK = "W058", "foreign-link", Warning;

    /// Stress as other notations mark it: `==words==`, `++words++`, `'''words'''`.
    ///
    /// ## Why it matters
    /// The marks are printed, and the words are not stressed.
    ///
    /// ## Example
    /// `The ramp is ==closed==.` Write `**closed**`.
    FOREIGN_EMPHASIS = "W059", "foreign-emphasis", Warning;

    /// A line that begins a box, a heading, a table of contents or a page in another
    /// notation: `:::note`, `!!! note`, `[!NOTE]`, `== Heading ==`, `h2. Heading`, `[TOC]`,
    /// `\newpage`.
    ///
    /// ## Why it matters
    /// It is printed as it stands.
    ///
    /// ## Example
    /// ```yaml
    /// en: |
    ///   > [!NOTE]
    ///   > The ramp is icy.
    /// ```
    /// Write `> **Note:** the ramp is icy.` A heading is a section's `heading`; pages end by
    /// themselves.
    FOREIGN_BLOCK = "W060", "foreign-block", Warning;

    /// The name of a character that is none here: `&nbps;`, `&eacute` without its
    /// semicolon, `&amp;nbsp;`, which prints `&nbsp;`, `:warning:` as chats write it.
    ///
    /// ## Why it matters
    /// The name is printed, not the character.
    ///
    /// ## Example
    /// `Caf&eacute`. Write the character itself: `Café`. No-break spaces come by themselves
    /// where the language wants them.
    UNKNOWN_ENTITY = "W061", "unknown-entity", Warning;

    /// A backslash as programs and LaTeX read it: `\n`, `\t`, `\u00e9`, `\textbf`.
    ///
    /// ## Why it matters
    /// It is printed as it stands. Only YAML's double quotation marks read `\n`.
    ///
    /// ## Example
    /// `Bring the key.\nBring the card.` under `en: |`. Begin a new line, or leave a blank
    /// line for a new paragraph.
    ESCAPE_SEQUENCE = "W062", "escape-sequence", Warning;

    /// Sentences that are printed as code, because their lines are set in by four spaces
    /// or a tab.
    ///
    /// ## Why it matters
    /// Code has another font, its lines do not fill the page, and nothing in it is mended
    /// or compared.
    ///
    /// ## Example
    /// ```yaml
    /// en: |
    ///   Bring the key.
    ///
    ///       The office opens at nine for those who have none.
    /// ```
    /// Take the spaces away. Code that is meant stands between lines of three backticks.
    INDENTED_TEXT = "W063", "indented-text", Warning;

    /// Markdown in a named Text of `facts`.
    ///
    /// ## Why it matters
    /// What a fact prints is text, never Markdown: its stars and brackets are printed.
    ///
    /// ## Example
    /// ```yaml
    /// facts:
    ///   fund: { en: "**Harbour Fund**", fr: "**Fonds des ports**" }
    /// ```
    /// Write `fund: { en: Harbour Fund, fr: Fonds des ports }`, and `**{ $fund }**` where it is
    /// printed.
    MARKUP_IN_FACT = "W064", "markup-in-fact", Warning;

    /// A word that is broken at the end of a line, as in text copied from a PDF.
    ///
    /// ## Why it matters
    /// A line break is a space: “infor- mation” is printed.
    ///
    /// ## Example
    /// ```yaml
    /// en: |
    ///   The office has all infor-
    ///   mation on the ramp.
    /// ```
    /// Write the word on one line. “short-” before “and long-term” on the next line is left
    /// alone.
    BROKEN_WORD = "W065", "broken-word", Warning;
}
