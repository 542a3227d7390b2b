//! `W…`: templates, theme, fonts and files.

use super::{Code, Severity};

codes! {
    /// A heading in a body.
    ///
    /// ## Why it matters
    /// Headings make the outline that readers and screen readers move by. Their
    /// levels come from the sections of the memo, so that both languages have one
    /// outline; a heading in a body would break it.
    ///
    /// ## Example
    /// ```yaml
    /// sections:
    ///   - body:
    ///       en: |
    ///         ## Next steps        # write a section with `heading: { en: …, fr: … }`
    /// ```
    HEADING_IN_BODY = "W010", "heading-in-body", Error;

    /// A reference to a footnote that the same text does not define.
    ///
    /// ## Why it matters
    /// The reader would see a mark and find no note. Labels are local to a body: a
    /// note that is defined in another section does not count.
    ///
    /// ## Example
    /// ```markdown
    /// The plan is approved.[^board]
    ///
    /// [^bord]: At the meeting of May 4.
    /// ```
    UNDEFINED_NOTE = "W011", "undefined-note", Error;

    /// A footnote that nothing refers to, or that is defined twice.
    ///
    /// ## Why it matters
    /// It is not printed: its number comes from the first reference.
    ///
    /// ## Example
    /// ```markdown
    /// The plan is approved.
    ///
    /// [^board]: At the meeting of May 4.
    /// ```
    ///
    /// ## How to silence it
    /// `ignore:` with the code, the place and a reason.
    UNUSED_NOTE = "W012", "unused-note", Warning;

    /// An image without alternative text.
    ///
    /// ## Why it matters
    /// People who do not see the image get nothing in its place (WCAG 2.0, 1.1.1).
    ///
    /// ## Example
    /// ```markdown
    /// ![](images/trail.png)      # ![Map of the trail from the lock to the mill](…)
    /// ```
    MISSING_ALT = "W013", "missing-alt", Error;

    /// A link whose scheme no document may carry.
    ///
    /// ## Why it matters
    /// `javascript:`, `data:` and `file:` run code or open files on the reader's
    /// computer; mail filters stop documents that have them. Links may begin with
    /// `https:`, `http:`, `mailto:` or `tel:`.
    ///
    /// ## Example
    /// ```markdown
    /// [Register](javascript:open())
    /// ```
    UNSAFE_LINK = "W014", "unsafe-link", Error;

    /// A file that the memo names and the workspace does not have.
    ///
    /// ## Why it matters
    /// The document would leave with a dead link, or without its picture.
    ///
    /// ## Example
    /// ```yaml
    /// attachments:
    ///   - title: { en: Guide, fr: Guide }
    ///     href: guide.pdf          # the file is named guide-en.pdf
    /// ```
    MISSING_FILE = "W015", "missing-file", Error;

    /// An image that is not a file of the workspace.
    ///
    /// ## Why it matters
    /// Images are embedded, so that a document is whole wherever it goes. A picture
    /// on the web can change or vanish, and it tells its owner who reads.
    ///
    /// ## Example
    /// ```markdown
    /// ![Map](https://example.org/map.png)
    /// ```
    IMAGE_NOT_A_FILE = "W016", "image-not-a-file", Error;

    /// A path that leads out of the workspace.
    ///
    /// ## Why it matters
    /// A workspace gives the same documents on every machine only if it holds all
    /// that they need.
    ///
    /// ## Example
    /// ```markdown
    /// ![Map](../../../Desktop/map.png)
    /// ```
    OUTSIDE_WORKSPACE = "W017", "outside-workspace", Error;

    /// Lists and quotations inside one another beyond every use.
    ///
    /// ## Why it matters
    /// What is deeper is not shown. Mostly a line begins with a long row of `>` by
    /// mistake.
    ///
    /// ## Example
    /// ```markdown
    /// >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> text
    /// ```
    NESTED_TOO_DEEPLY = "W018", "nested-too-deeply", Error;

    /// Two sections with one anchor.
    ///
    /// ## Why it matters
    /// A link to the anchor could only lead to one of them.
    ///
    /// ## Example
    /// ```yaml
    /// sections:
    ///   - id: funding
    ///     body: { en: …, fr: … }
    ///   - id: funding
    ///     body: { en: …, fr: … }
    /// ```
    DUPLICATE_ANCHOR = "W019", "duplicate-anchor", Error;

    /// A link to an anchor that no section has.
    ///
    /// ## Why it matters
    /// The reader follows the link and stays where they are.
    ///
    /// ## Example
    /// ```markdown
    /// See [Funding](#founding).
    /// ```
    UNKNOWN_ANCHOR = "W020", "unknown-anchor", Error;

    /// A link without an address.
    ///
    /// ## Why it matters
    /// It looks like a link and leads nowhere.
    ///
    /// ## Example
    /// ```markdown
    /// [Partner Portal]()
    /// ```
    EMPTY_LINK = "W021", "empty-link", Error;

    /// A kind of memo without a title.
    ///
    /// ## Why it matters
    /// A kind `k` prints the message `title-k`. Without it there is nothing to print, and
    /// nobody can tell a kind of the workspace's own from a slip of the keyboard.
    ///
    /// ## Example
    /// ```yaml
    /// kind: memmo
    /// ```
    UNKNOWN_KIND = "W022", "unknown-kind", Error;

    /// A classification that no message names.
    ///
    /// ## Why it matters
    /// A classification is a code, so that both languages show its official words:
    /// those of the message `classification-<code>`.
    ///
    /// ## Example
    /// ```yaml
    /// classification: protectedb     # protected-b
    /// ```
    UNKNOWN_CLASSIFICATION = "W023", "unknown-classification", Error;

    /// A mark that no message names.
    ///
    /// ## Why it matters
    /// A mark is a code, so that both languages show their own words: those of the
    /// message `mark-<code>`.
    ///
    /// ## Example
    /// ```yaml
    /// marks: [urgnet]                # urgent
    /// ```
    UNKNOWN_MARK = "W024", "unknown-mark", Error;

    /// A letterhead that the workspace does not have.
    ///
    /// ## Why it matters
    /// The memo would leave without its head.
    ///
    /// ## Example
    /// ```yaml
    /// letterhead: harbor             # templates/letterheads/harbour.yaml
    /// ```
    UNKNOWN_LETTERHEAD = "W025", "unknown-letterhead", Error;

    /// A letterhead that the workspace does not have, and that is printed as the example
    /// which the program carries: `harbour`, `laurentides` and `ministry`.
    ///
    /// ## Why it matters
    /// The organization, the address and the numbers of the examples are invented. On a
    /// memo that is sent nobody could be reached there.
    ///
    /// ## Example
    /// `letterhead: ministry` where the workspace has no
    /// `templates/letterheads/ministry.yaml`. Write that file with your own organization;
    /// it wins over the example.
    EXAMPLE_LETTERHEAD = "W026", "example-letterhead", Note;

    /// A template that cannot be read as a Tera template.
    ///
    /// ## Why it matters
    /// None of the documents that use it can be made.
    ///
    /// ## Example
    /// ```jinja
    /// {% if salutation %}<p>{{ salutation }}</p>
    /// ```
    TEMPLATE_SYNTAX = "W030", "template-syntax", Error;

    /// A template that uses a part, component, filter, test or function that does
    /// not exist, or parts that need each other in a circle.
    ///
    /// ## Why it matters
    /// None of the documents that use it can be made.
    ///
    /// ## Example
    /// ```jinja
    /// {% include "parts/letterhed.html" %}
    /// ```
    TEMPLATE_REFERENCE = "W031", "template-reference", Error;

    /// A template that failed while it was filled: a field that does not exist, or
    /// a value of the wrong kind.
    ///
    /// ## Why it matters
    /// The document cannot be made. `docs/templates.md` has every field.
    ///
    /// ## Example
    /// ```jinja
    /// {{ subjet }}
    /// ```
    TEMPLATE_FIELD = "W032", "template-field", Error;

    /// The filter `safe` in a template.
    ///
    /// ## Why it matters
    /// It would let text through as markup: an ampersand in a name would break the
    /// page, and a `<` could do worse. Fields that hold markup are let through
    /// already.
    ///
    /// ## Example
    /// ```jinja
    /// {{ subject | safe }}           {# write {{ subject }} #}
    /// ```
    TEMPLATE_SAFE = "W033", "template-safe", Error;

    /// A format without a template for a kind that has one for another format.
    ///
    /// ## Why it matters
    /// A kind `k` is set by `templates/k.md`, `templates/k.html` and
    /// `templates/k.pdf.html`, each for one format, or as a memo where it has none of
    /// them. With some of them its formats would say the same in different forms.
    ///
    /// ## Example
    /// A workspace has `templates/bulletin.html` alone, and `--format pdf` is asked
    /// for.
    MISSING_TEMPLATE = "W034", "missing-template", Error;

    /// A memo that exists in one language is to be rendered with both side by side.
    ///
    /// ## Why it matters
    /// The parallel layout sets English and French next to each other, section by
    /// section. With one language there is nothing to set beside it.
    ///
    /// ## Example
    /// `bimemo render --layout parallel` of a memo with `languages: [fr]`. Render it
    /// with `--layout separate`, or name the other memos on the command line.
    SINGLE_LANGUAGE = "W035", "single-language", Error;

    /// A row of a table has more cells than the table has heads.
    ///
    /// ## Why it matters
    /// A cell under no head has no column: Markdown readers drop it, and so would HTML
    /// and PDF.
    ///
    /// ## Example
    /// ```markdown
    /// | Berth | Fee |
    /// | --- | --- |
    /// | East | $40 | $75 |              # give the third column its head
    /// | `list|sort` | names in order |   # a bar in code is written `\|`
    /// ```
    SURPLUS_CELL = "W040", "surplus-cell", Error;

    /// A link has an address and no words.
    ///
    /// ## Why it matters
    /// HTML and PDF print the words of a link: nothing would be there to read or to
    /// follow, and a screen reader would spell the address (WCAG 2.2, 2.4.4).
    ///
    /// ## Example
    /// ```markdown
    /// Write to [](mailto:keys@example.ca)            # [the harbour office](mailto:…)
    /// ```
    /// Where the address itself is to be read, write `<keys@example.ca>`.
    LINK_WITHOUT_WORDS = "W041", "link-without-words", Error;

    /// A line that defines a link which nothing uses, or defines it a second time.
    ///
    /// ## Why it matters
    /// `[Contact]: keys@example.ca` at the beginning of a paragraph is Markdown for the
    /// address behind `[Contact]`: it is printed in no format. If the words were meant,
    /// they are lost.
    ///
    /// ## Example
    /// ```markdown
    /// [Contact]: keys@example.ca      # write `\[Contact]: keys@example.ca`
    /// ```
    UNUSED_DEFINITION = "W042", "unused-definition", Warning;

    /// A reference to a link's address that the same text does not define.
    ///
    /// ## Why it matters
    /// Without its address, `[the guide][guide]` is no link: it is printed with its
    /// brackets. Labels are local to a body: an address that is defined in another
    /// section does not count.
    ///
    /// ## Example
    /// ```markdown
    /// Read [the guide][giude].      # did you mean `guide`?
    ///
    /// [guide]: https://example.ca/en/guide
    /// ```
    UNDEFINED_REFERENCE = "W043", "undefined-reference", Warning;

    /// Words of print markup that stand on no page of the PDF.
    ///
    /// ## Why it matters
    /// What was written must be printed. The typesetter counts every character of the
    /// print markup on the finished pages, and writes no PDF that lacks one.
    ///
    /// ## Example
    /// ```html
    /// <div class="columns">Words         <!-- in no column: they are not set -->
    /// <div class="column">…</div></div>
    /// ```
    /// Put the words in an element that print markup sets (`docs/print-markup.md`).
    /// Where they stand in one, this is a fault of the program: please report it.
    UNPRINTED_WORDS = "W044", "unprinted-words", Error;

    /// A document of an earlier run that stays as it was, since its memo is not released.
    /// Only the machine-readable formats of `render` have it as a finding; the others say
    /// it on a line of its own.
    ///
    /// ## Why it matters
    /// A pipeline that publishes the folder would publish the older words.
    ///
    /// ## Example
    /// `out/update.fr.pdf` was written last week; today `memos/update.yaml` has an error.
    ///
    /// ## How to silence it
    /// It goes away with the memo's errors, or with the older document.
    OUT_OF_DATE = "W080", "out-of-date", Note;

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
    /// Cyrillic, Canadian syllabics, mathematics and common symbols. Where no PDF is asked
    /// for (`--format html,md`) it is a warning: a browser has more fonts.
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
    ///   margin: { top: 390, bottom: 390, left: 72, right: 72 }   # a fault
    /// ```
    NO_ROOM_ON_PAGE = "W106", "no-room-on-page", Error;

    /// A control character, in any file and however it is written: a vertical tab, a null
    /// character, a line separator (U+2028).
    ///
    /// ## Why it matters
    /// Nobody sees it, and no document can print it: YAML stops at it, PDF shows an empty
    /// box, the words on both sides run together. It comes in with text that is pasted
    /// from slides, web pages and terminals.
    ///
    /// ## Example
    /// PowerPoint keeps a line break inside a paragraph as a vertical tab (U+000B). Pasted
    /// into a memo, it stands between two words and looks like nothing at all: write a new
    /// line or a space instead. In a text in quotation marks it may also be written as an
    /// escape:
    /// ```yaml
    /// subject:
    ///   en: "Boathouse\vkeys"         # write: Boathouse keys
    /// ```
    CONTROL_CHARACTER = "W107", "control-character", Error;

    /// A character without width in a memo, a letterhead, the directory, the settings, a
    /// theme or a template: a soft hyphen, a zero-width space, a mark of direction.
    /// (In `.ftl` files: L034.)
    ///
    /// ## Why it matters
    /// Nobody sees it, and it breaks searches, links and comparisons: "boathouse" is not
    /// found where a zero-width space stands in it. Documents are made without it, and
    /// `bimemo fmt` takes it out of the file.
    ///
    /// ## Example
    /// Text that is copied from web pages and PDF files. Words that are read from the right
    /// need no mark of direction: they are set so by themselves. A soft hyphen that is
    /// meant is written so that it can be seen: `{ "\u00AD" }` in any text, `&shy;` in
    /// Markdown. HTML and PDF may then divide the word there; titles, outlines, Markdown
    /// and what is compared do without it.
    HIDDEN_CHARACTER = "W108", "hidden-character", Warning;

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
    ///   p: { size: 1050 }     # a fault: sizes are in points, from 4 to 144
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

    /// A theme is based on one that is not there, or on itself.
    ///
    /// ## Why it matters
    /// Every document would have another look than was meant.
    ///
    /// ## Example
    /// ```yaml
    /// based-on: federral      # did you mean `federal`?
    /// ```
    /// The themes are the files of `templates/themes/`, the workspace's own and the
    /// built-in `federal` and `dense`.
    UNKNOWN_THEME = "W116", "unknown-theme", Error;

    /// A picture file is damaged or empty.
    ///
    /// ## Why it matters
    /// A picture that cannot be read whole would be missing or half drawn in the
    /// PDF, and readers that check files strictly would refuse the document.
    ///
    /// ## Example
    /// `![Office plan](plan.png)` where copying `plan.png` broke off half-way. Copy
    /// the original again, or open the picture in an editor and save it anew.
    UNREADABLE_PICTURE = "W200", "unreadable-picture", Error;

    /// A picture is in a format other than PNG, JPEG or SVG.
    ///
    /// ## Why it matters
    /// Archival PDF (PDF/A-2) holds pixels and paths, not GIF, WebP, TIFF or HEIC
    /// files. The format is told by the file's content: renaming `photo.webp` to
    /// `photo.jpg` does not change it.
    ///
    /// ## Example
    /// `![Site](site.webp)`. Save the picture as JPEG (photographs), PNG (screens)
    /// or SVG (drawings) and name that file.
    UNKNOWN_PICTURE_FORMAT = "W201", "unknown-picture-format", Error;

    /// An SVG drawing has text elements.
    ///
    /// ## Why it matters
    /// Text in SVG names fonts that another machine may not have, so the same file
    /// would look different from place to place. Archival PDF must look the same
    /// everywhere.
    ///
    /// ## Example
    /// A logo whose words are `<text>` elements. In Inkscape choose Path → Object to
    /// Path, in Illustrator Type → Create Outlines, and save the drawing; the words
    /// belong into the picture's alternative text.
    TEXT_IN_DRAWING = "W202", "text-in-drawing", Error;

    /// An SVG drawing uses something that is not drawn: filters, masks, patterns,
    /// gradients that repeat or fade out, or a picture in another file.
    ///
    /// ## Why it matters
    /// Leaving it out silently would give a drawing that looks different in the PDF
    /// and on the web.
    ///
    /// ## Example
    /// A logo with a drop shadow (`<filter>`). Remove the effect, or export the
    /// drawing as a PNG of 2,000 pixels across.
    UNSUPPORTED_DRAWING_FEATURE = "W203", "unsupported-drawing-feature", Error;

    /// A picture has more pixels than can be handled: 18,000 on a side, or 100
    /// million.
    ///
    /// ## Why it matters
    /// Such a picture makes a file that cannot be sent by mail, and needs more
    /// memory than a build server has. On paper 300 dots an inch are enough: 2,000
    /// pixels fill the width of a page.
    ///
    /// ## Example
    /// A scanned map of 30,000 by 20,000 pixels. Make it smaller in a picture
    /// editor.
    OVERSIZED_PICTURE = "W204", "oversized-picture", Error;

    /// A font cannot be embedded in the PDF.
    ///
    /// ## Why it matters
    /// Accessible and archival PDF must carry its fonts. A font that is damaged,
    /// has no TrueType outlines, or whose licence forbids embedding (the `fsType`
    /// of its OS/2 table) cannot be used.
    ///
    /// ## Example
    /// `fonts: { body: Corporate.ttf }` in `theme.yaml`, where the font's maker has
    /// set "restricted licence". Take another font, or ask for a version that may be
    /// embedded.
    UNEMBEDDABLE_FONT = "W205", "unembeddable-font", Error;

    /// A document cannot be written as accessible PDF.
    ///
    /// ## Why it matters
    /// Every PDF meets PDF/UA-1 and PDF/A-2a; one that would not is not written.
    /// The message names what is missing: a title, a language, a picture's
    /// alternative text, a glyph.
    ///
    /// ## Example
    /// A template for print whose root element has no `lang`. Mend the template that
    /// the message speaks of; if it is not yours, report the message as a fault of
    /// this program.
    INACCESSIBLE_PDF = "W206", "inaccessible-pdf", Error;

    /// An SVG drawing, shown or linked, has something in it that could run, fetch or
    /// embed: a script, a handler (`onclick`), an animation, a reference to another
    /// file, `@import`, a part of a web page (`<foreignObject>`).
    ///
    /// ## Why it matters
    /// An SVG file is a program's file as much as a picture: what is in it acts on the
    /// computer of whoever opens it, and tells other sites who reads. So drawings are
    /// written anew from what draws, and what does anything else stops the memo. The
    /// place is that in the SVG file.
    ///
    /// ## Example
    /// ```xml
    /// <rect width="40" height="40" onclick="open()"/>     <!-- take `onclick` out -->
    /// <image href="https://example.ca/crest.png"/>        <!-- put the picture in as data -->
    /// ```
    /// What drawing programs keep for themselves (comments, `<metadata>`, elements and
    /// attributes of their own namespaces) is left out of the documents without a
    /// finding, and nobody sees the difference. In Inkscape, "Save as… Plain SVG" takes
    /// most of the rest out, too.
    ACTIVE_DRAWING = "W207", "active-drawing", Error;

    /// An SVG drawing has an element, a style or a reference that is not known to draw
    /// and not known to draw nothing.
    ///
    /// ## Why it matters
    /// Left out, the picture could lack a part; kept, it could do something. What is
    /// known are the elements, attributes and properties of SVG 1.1 and SVG 2 that draw.
    /// The place is that in the SVG file.
    ///
    /// ## Example
    /// ```xml
    /// <meshgradient id="sky">…</meshgradient>    <!-- a draft that no browser draws -->
    /// <style>@media print { path { fill: black } }</style>
    /// ```
    /// In Inkscape, make such objects into paths (Path → Object to Path) or bitmaps
    /// (Edit → Make a Bitmap Copy) and save the drawing as plain SVG.
    UNKNOWN_DRAWING_PART = "W208", "unknown-drawing-part", Error;

    /// A file that goes with the document is one that a browser runs: a web page, an XML
    /// file with a page or a style sheet in it, a script, a Flash film.
    ///
    /// ## Why it matters
    /// Pictures and attachments are copied beside the document and opened from there. A
    /// page can hold programs, which then run as a part of your own site; nobody has
    /// looked into it. SVG drawings are looked into and written anew; files of offices,
    /// PDF files and pictures are copied as they are.
    ///
    /// ## Example
    /// ```yaml
    /// attachments:
    ///   - title: { en: Floor plan, fr: Plan de l'étage }
    ///     href: plan.html              # export it as PDF, or link to its address
    /// ```
    ///
    /// ## How to silence it
    /// `ignore:` with the code, the place and a reason, where the file is your own and
    /// you know what is in it.
    ACTIVE_FILE = "W209", "active-file", Error soft;

    /// A text file whose bytes are not UTF-8.
    ///
    /// ## Why it matters
    /// Read as something else, `é` becomes `Ã©` in every document.
    ///
    /// ## Example
    /// A memo saved by an older editor as Windows-1252, where `é` is the byte 0xE9.
    /// Save it again as UTF-8.
    NOT_UTF8 = "W301", "not-utf8", Error;

    /// Two memos of the workspace have one file stem, or stems that differ only in
    /// capitals.
    ///
    /// ## Why it matters
    /// The stem is the memo's id and names its documents: the second memo would
    /// overwrite the documents of the first.
    ///
    /// ## Example
    /// `memos/2026/update.yaml` and `memos/2025/update.yaml` both write
    /// `out/update.en.pdf`. Rename one of them.
    DUPLICATE_STEM = "W302", "duplicate-stem", Error;

    /// The name of a memo's file, or of a file that goes with it, has a character that
    /// cannot be seen, or no document can be called so.
    ///
    /// ## Why it matters
    /// The file's name becomes the name of documents and stands in links to them. A
    /// control character in it rings a bell, ends a line or makes a name look like
    /// another; servers and mail programs refuse it. Blanks, accents, `#`, `?` and `%`
    /// are no fault: links to such names are written so that they lead there.
    ///
    /// ## Example
    /// `memos/tide<U+0007>bell.yaml`, where U+0007 is a bell. Rename the file:
    /// `tide-bell.yaml`.
    UNSAFE_FILE_NAME = "W303", "unsafe-file-name", Error;
}
