//! `L…`: Fluent resources, and the patterns of memos' Texts.

use super::{Code, Severity};

codes! {
    /// Something in an `.ftl` file or in a Text's braces that is not Fluent.
    ///
    /// ## Why it matters
    /// Fluent skips what it cannot read: the whole message would be missing.
    ///
    /// ## Example
    /// ```yaml
    /// en: Results come by { DATETIME($selection }.   # { DATETIME($selection) }
    /// ```
    INVALID_FLUENT = "L001", "invalid-fluent", Error;

    /// A line inside a message of an `.ftl` file that begins with `*`, `[` or `.`.
    ///
    /// ## Why it matters
    /// For Fluent such a line is a variant or an attribute, so the message ends
    /// before it and the rest of the text would be lost. In a memo's YAML these
    /// characters are safe.
    ///
    /// ## Example
    /// ```ftl
    /// intro =
    ///     What changes:
    ///     * hours        # write: - hours
    /// ```
    BROKEN_CONTINUATION = "L002", "broken-continuation", Error;

    /// A selector with its variants on the line of its `->`.
    ///
    /// ## Why it matters
    /// Fluent needs each variant on a line of its own, and cannot read this one.
    ///
    /// ## Example
    /// ```yaml
    /// en: "{ $months -> [one] month *[other] months }"
    /// ```
    /// is written
    /// ```yaml
    /// en: |
    ///   { $months ->
    ///       [one] month
    ///      *[other] months
    ///   }
    /// ```
    ONE_LINE_SELECTOR = "L003", "one-line-selector", Error;

    /// A selector without a default variant, or with two.
    ///
    /// ## Why it matters
    /// The variant with `*` is taken when no other fits; without it there would be
    /// cases in which nothing is printed.
    ///
    /// ## Example
    /// ```ftl
    /// months = { $n ->
    ///     [one] month
    ///     [other] months     # write: *[other] months
    /// }
    /// ```
    MISSING_DEFAULT = "L004", "missing-default-variant", Error;

    /// A brace without its partner.
    ///
    /// ## Why it matters
    /// Braces hold placeables. Where one is not closed, the text after it is read as
    /// part of it.
    ///
    /// ## Example
    /// ```yaml
    /// en: Results come by { $selection.    # { $selection }
    /// ```
    /// A brace that is to be printed is written `{"{"}` or `{"}"}`.
    UNBALANCED_BRACE = "L005", "unbalanced-brace", Error;

    /// A backslash in a string literal that begins no escape.
    ///
    /// ## Why it matters
    /// Between quotation marks in a placeable there are four escapes: `\"`, `\\`,
    /// `\u` with four hexadecimal digits and `\U` with six. Anything else is
    /// probably not what was meant.
    ///
    /// ## Example
    /// ```ftl
    /// path = { "C:\temp" }      # { "C:\\temp" }
    /// ```
    UNKNOWN_ESCAPE = "L006", "unknown-escape", Error;

    /// A message, term, attribute or variant without a value.
    ///
    /// ## Why it matters
    /// Nothing would be printed where it is used. A value that prints nothing on
    /// purpose is written `{ "" }`.
    ///
    /// ## Example
    /// ```ftl
    /// label-to =
    /// label-from = From:
    /// ```
    EMPTY_MESSAGE = "L007", "empty-message", Error;

    /// An id at the beginning of a line without `=` after it.
    ///
    /// ## Why it matters
    /// The message would be missing. Often the line continues the message above it
    /// and only lacks its indentation.
    ///
    /// ## Example
    /// ```ftl
    /// label-to: To        # label-to = To:
    /// ```
    MISSING_EQUALS = "L008", "missing-equals", Error;

    /// Something before `->` that cannot choose between variants, or a term's
    /// attribute that is printed.
    ///
    /// ## Why it matters
    /// Variants are chosen by a fact that is a number or a word, by a function, or
    /// by an attribute of a term. A date, an amount or a message has no form that a
    /// variant's key could name.
    ///
    /// ## Example
    /// ```ftl
    /// months = { transition ->     # { $transition ->
    ///     [one] month
    ///    *[other] months
    /// }
    /// ```
    WRONG_SELECTOR = "L009", "wrong-selector", Error;

    /// A message, term or attribute that is defined twice in one layer (the
    /// workspace's files, say).
    ///
    /// ## Why it matters
    /// Only one of them could be printed, and nobody would know which. A message of
    /// the workspace that replaces a default of the program is no duplicate.
    ///
    /// ## Example
    /// ```ftl
    /// label-to = To:
    /// label-to = Recipient:
    /// ```
    DUPLICATE_MESSAGE = "L010", "duplicate-message", Error;

    /// A reference to a message that does not exist in this language.
    ///
    /// ## Why it matters
    /// There is nothing to print, and the text cannot be released without it.
    ///
    /// ## Example
    /// ```yaml
    /// title:
    ///   message: role-asistant-deputy-minister   # role-assistant-deputy-minister
    /// ```
    UNKNOWN_MESSAGE = "L011", "unknown-message", Error;

    /// A reference to a term that does not exist in this language.
    ///
    /// ## Why it matters
    /// There is nothing to print.
    ///
    /// ## Example
    /// ```ftl
    /// -act = Employment Renewal Act
    /// intro = Under the { -acts }, …     # { -act }
    /// ```
    UNKNOWN_TERM = "L012", "unknown-term", Error;

    /// A reference to an attribute that its message or term does not have.
    ///
    /// ## Why it matters
    /// There is nothing to print or to choose by.
    ///
    /// ## Example
    /// ```yaml
    /// subject:
    ///   message: week-invitation.sujet      # week-invitation.subject
    /// ```
    UNKNOWN_ATTRIBUTE = "L013", "unknown-attribute", Error;

    /// A call of a function that does not exist.
    ///
    /// ## Why it matters
    /// There is nothing to print. The functions are `NUMBER`, `DATETIME`,
    /// `SPELLOUT`, `ORDINAL`, `LIST`, `RANGE`, `PHONE` and `DE`.
    ///
    /// ## Example
    /// ```yaml
    /// en: "{ SPELOUT($n) } months"        # SPELLOUT
    /// ```
    UNKNOWN_FUNCTION = "L014", "unknown-function", Error;

    /// A message, term or fact that refers to itself, directly or through others.
    ///
    /// ## Why it matters
    /// It could never be printed whole.
    ///
    /// ## Example
    /// ```ftl
    /// -ministry = Ministry of { -short-name }
    /// -short-name = the { -ministry }
    /// ```
    CYCLIC_REFERENCE = "L015", "cyclic-reference", Error;

    /// More than 100 placeables in one message of an `.ftl` file.
    ///
    /// ## Why it matters
    /// bimemo prints them all, but Fluent's own libraries, which translators' tools
    /// use, stop at the hundredth.
    ///
    /// ## Example
    /// A whole report as one message. Split it, one message for each section.
    TOO_MANY_PLACEABLES = "L016", "too-many-placeables", Warning;

    /// A text that grows without measure, because messages refer to others many
    /// times over.
    ///
    /// ## Why it matters
    /// Ten messages that each use the one before ten times make ten thousand million
    /// copies. Nobody means that, and no computer prints it.
    ///
    /// ## Example
    /// ```ftl
    /// a = ha
    /// b = { a }{ a }{ a }{ a }{ a }{ a }{ a }{ a }{ a }{ a }
    /// c = { b }{ b }{ b }{ b }{ b }{ b }{ b }{ b }{ b }{ b }
    /// ```
    RUNAWAY_TEXT = "L017", "runaway-text", Error;

    /// Words in braces: something that the author meant to replace, or a brace that was
    /// meant as a brace.
    ///
    /// ## Why it matters
    /// Between braces stands the name of something that is printed there: a fact, a
    /// message, a term, a function. Words there print nothing, and a form letter's
    /// `{your name}` must not be sent as it is.
    ///
    /// ## Example
    /// ```yaml
    /// en: "Fill in {your name} below."     # the name; or {"{"}your name} with the brace
    /// ```
    WORDS_IN_BRACES = "L018", "words-in-braces", Error;

    /// Braces as templates write them: `{{ name }}`, `{% if … %}`, `{{< … >}}`.
    ///
    /// ## Why it matters
    /// They come from web frameworks and site generators. A text of a memo is no template:
    /// what a fact prints is written `{ $name }`, and a choice is a selector.
    ///
    /// ## Example
    /// ```yaml
    /// facts:
    ///   opening: 2026-05-16
    /// sections:
    ///   - body:
    ///       en: The ramp opens on {{ opening }}.     # { $opening }
    /// ```
    TEMPLATE_BRACES = "L019", "template-braces", Error;

    /// A `$name` that is neither a fact of the memo or the settings nor an argument.
    ///
    /// ## Why it matters
    /// There is nothing to print. Inside a term only the arguments of the reference
    /// are seen: `{ -ministry(case: "of") }`.
    ///
    /// ## Example
    /// ```yaml
    /// facts:
    ///   selection: 2026-04-30
    /// sections:
    ///   - body:
    ///       en: Results come by { $selektion }.     # $selection
    /// ```
    UNKNOWN_FACT = "L020", "unknown-fact", Error;

    /// A function's argument that is not of the kind it works on.
    ///
    /// ## Why it matters
    /// `NUMBER` of a date or `DATETIME` of a sum has no meaning.
    ///
    /// ## Example
    /// ```yaml
    /// facts:
    ///   transition: 9
    /// sections:
    ///   - body:
    ///       en: "{ DATETIME($transition) }"
    /// ```
    WRONG_ARGUMENT = "L021", "wrong-argument", Error;

    /// Too few or too many arguments of a function or a term.
    ///
    /// ## Why it matters
    /// What was left out cannot be guessed, and what is too much would be lost
    /// without a word.
    ///
    /// ## Example
    /// ```yaml
    /// en: "{ SPELLOUT() } months"     # SPELLOUT($transition)
    /// ```
    ARGUMENT_COUNT = "L022", "argument-count", Error;

    /// A named argument that the function does not have, or a value that it does not
    /// take.
    ///
    /// ## Why it matters
    /// It would change nothing, and the text would not look as its author meant. The
    /// names and values are those of ECMA-402 (JavaScript's `Intl`).
    ///
    /// ## Example
    /// ```yaml
    /// en: "{ DATETIME($date, datestyle: \"long\") }"      # dateStyle
    /// ```
    WRONG_OPTION = "L023", "wrong-option", Error;

    /// A character for private use (U+E000 to U+F8FF and the last two planes).
    ///
    /// ## Why it matters
    /// Such characters mean something else in every font, and most fonts draw a box.
    /// They come in with text that is copied from old word processors.
    ///
    /// ## Example
    /// A bullet that was copied from a symbol font: write Markdown's `-`.
    PRIVATE_USE_CHARACTER = "L024", "private-use-character", Error;

    /// A variant whose key no number can ever have, in a selector by a number.
    ///
    /// ## Why it matters
    /// The variant would never be printed. Numbers choose by plural categories (`one`
    /// and `other` in English and French) or by exact values (`[0]`).
    ///
    /// ## Example
    /// ```ftl
    /// months = { $n ->
    ///     [singular] month     # [one]
    ///    *[other] months
    /// }
    /// ```
    IMPOSSIBLE_VARIANT = "L025", "impossible-variant", Error;

    /// A role, label or formula without the form that a person needs: no feminine for
    /// a woman, no masculine for a man, no neutral form where the gender is not known.
    ///
    /// ## Why it matters
    /// The default would be printed instead, and call a woman *directeur* or guess at
    /// the gender of somebody who has not told it.
    ///
    /// ## Example
    /// ```ftl
    /// role-director = { $gender ->
    ///     [feminine] directrice
    ///    *[masculine] directeur
    /// }
    /// ```
    /// has nothing for `gender: unspecified`. Name both forms and make the neutral
    /// one, an office or a word that is the same for all, the default:
    /// ```ftl
    /// role-director = { $gender ->
    ///     [feminine] directrice
    ///     [masculine] directeur
    ///    *[unspecified] direction
    /// }
    /// ```
    ///
    /// `{ DE($branch) }` of an organization of the directory without `french:` is
    /// another: whether it is *du*, *de la* or *de* cannot be read off the name. Give it
    /// `french: { name: la Direction… }` in `directory.yaml`, or say
    /// `DE($branch, gender: "feminine")`.
    MISSING_FORM = "L026", "missing-form", Error;

    /// An `.ftl` file that begins with a byte-order mark (U+FEFF).
    ///
    /// ## Why it matters
    /// bimemo skips it. Other tools of translators take it for text, and lose the first
    /// message.
    ///
    /// ## Example
    /// Some editors write one when they save as "UTF-8 with BOM". Save as "UTF-8".
    ///
    /// ## How to silence it
    /// In a comment of the file: `### bimemo-ignore L030: why it does not apply here`.
    BYTE_ORDER_MARK = "L030", "byte-order-mark", Warning;

    /// U+FFFD, the character that stands where another was lost, or U+FFFC, which a paste
    /// leaves where a picture was.
    ///
    /// ## Why it matters
    /// The letter is gone, and the document would print a question mark in a box.
    ///
    /// ## Example
    /// ```ftl
    /// heading-update = Mise � jour     # à
    /// ```
    REPLACEMENT_CHARACTER = "L031", "replacement-character", Error;

    /// A tab inside a line of an `.ftl` file.
    ///
    /// ## Why it matters
    /// Fluent indents with spaces. A tab is text, and would be printed.
    ///
    /// ## Example
    /// ```ftl
    /// intro =
    ///     The office	 is closed.     # spaces
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L032: why it does not apply here`.
    TAB_CHARACTER = "L032", "tab-character", Warning;

    /// An `.ftl` file whose last line does not end.
    ///
    /// ## Why it matters
    /// What is added to the file later, by hand or by a tool, would stand on the same line.
    ///
    /// ## Example
    /// Editors have a setting for it; `insert_final_newline = true` in `.editorconfig`.
    ///
    /// ## How to silence it
    /// In a comment of the file: `### bimemo-ignore L033: why it does not apply here`.
    MISSING_FINAL_NEWLINE = "L033", "missing-final-newline", Warning;

    /// A character without width in an `.ftl` file: U+200B, a soft hyphen, a mark of
    /// direction. (A control character is W107.)
    ///
    /// ## Why it matters
    /// Nobody sees it, and it breaks searches, links and hyphenation. It comes in with text
    /// that is copied from web pages and word processors. Documents are made without it, and
    /// `bimemo fmt` takes it out of the file.
    ///
    /// ## Example
    /// Where it is meant, write it so that it can be seen: `{ "\u2060" }`.
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L034: why it does not apply here`.
    INVISIBLE_CHARACTER = "L034", "invisible-character", Warning;

    /// A string literal in braces that prints what plain text would print.
    ///
    /// ## Why it matters
    /// It is harder to read and to translate. A literal is for what text cannot say: a brace,
    /// a space at an edge, a character that cannot be seen.
    ///
    /// ## Example
    /// ```ftl
    /// intro = The { "office" } is closed.     # The office is closed.
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L035: why it does not apply here`.
    NEEDLESS_LITERAL = "L035", "needless-literal", Note;

    /// A value that repeats the message's id.
    ///
    /// ## Why it matters
    /// The id would be printed. It was pasted twice, or stands in place of words to come.
    ///
    /// ## Example
    /// ```ftl
    /// label-to = label-to = To:
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L036: why it does not apply here`.
    REPEATED_ID = "L036", "repeated-id", Warning;

    /// A file of messages that exists in one language only, so that messages are missing in
    /// the other.
    ///
    /// ## Why it matters
    /// A document in that language could not be printed.
    ///
    /// ## Example
    /// `locales/en/office.ftl` without `locales/fr/office.ftl`. Both files have the same name;
    /// those of a memo are `update.en.ftl` and `update.fr.ftl`.
    ///
    /// ## How to silence it
    /// In a comment of the file: `### bimemo-ignore L037: why it does not apply here`.
    MISSING_LOCALE_FILE = "L037", "missing-locale-file", Error;

    /// A file `memos/<name>.en.ftl` or `.fr.ftl` beside which there is no memo of that name.
    ///
    /// ## Why it matters
    /// Nothing reads it. The memo was renamed or taken out, or the name is misspelt.
    ///
    /// ## Example
    /// `memos/updates.fr.ftl` beside `memos/update.yaml`.
    ORPHAN_LOCALE_FILE = "L038", "orphan-locale-file", Warning;

    /// Letters that were read in the wrong encoding: `NumÃ©ro` for `Numéro`.
    ///
    /// ## Why it matters
    /// A file that was saved as UTF-8 and opened as something else prints signs that
    /// nobody wrote, in every document.
    ///
    /// ## Example
    /// ```ftl
    /// berth = NumÃ©ro du poste        # Numéro du poste
    /// ```
    ///
    /// `bimemo fmt` mends it.
    MISREAD_LETTERS = "L039", "misread-letters", Error;

    /// A message that exists in one language only.
    ///
    /// ## Why it matters
    /// Documents in the other language have nothing to print, and are not released.
    ///
    /// ## Example
    /// ```ftl
    /// # locales/en/office.ftl
    /// office-closed = The office is closed.
    /// # locales/fr/office.ftl has no office-closed
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L040: why it does not apply here`.
    MISSING_MESSAGE = "L040", "missing-message", Error;

    /// A term that exists in one language only.
    ///
    /// ## Why it matters
    /// A translator who looks for it does not find it. Where a message refers to it, that is an
    /// error of its own.
    ///
    /// ## Example
    /// ```ftl
    /// # locales/en/terms.ftl
    /// -office = Harbour Office
    /// # locales/fr/terms.ftl has no -office
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L041: why it does not apply here`.
    MISSING_TERM = "L041", "missing-term", Warning;

    /// A message that has a value in one language and only attributes in the other.
    ///
    /// ## Why it matters
    /// There is nothing to print where it is used.
    ///
    /// ## Example
    /// ```ftl
    /// # English
    /// event = Open house
    ///     .subject = Come in
    /// # French
    /// event =
    ///     .subject = Entrez
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L042: why it does not apply here`.
    MISSING_VALUE = "L042", "missing-value", Error;

    /// An attribute of a message that exists in one language only. The attributes of terms are
    /// grammar, and each language's own.
    ///
    /// ## Why it matters
    /// There is nothing to print where it is used.
    ///
    /// ## Example
    /// ```ftl
    /// # English
    /// event = Open house
    ///     .subject = Come in
    /// # French
    /// event = Portes ouvertes
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L043: why it does not apply here`.
    MISSING_ATTRIBUTE = "L043", "missing-attribute", Error;

    /// An id of a message, a term or an attribute that is not in kebab-case: words in lower
    /// case, with hyphens between them.
    ///
    /// ## Why it matters
    /// One form for all ids is one thing less to remember, and to mistype.
    ///
    /// ## Example
    /// ```ftl
    /// officeClosed = The office is closed.     # office-closed
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L044: why it does not apply here`.
    ID_NOT_KEBAB_CASE = "L044", "id-not-kebab-case", Warning;

    /// A space at the end of a line.
    ///
    /// ## Why it matters
    /// Nobody sees it. At the end of a message Fluent drops it, so a space that was meant
    /// is lost; inside of a text two of them break the line.
    ///
    /// ## Example
    /// ```ftl
    /// and = { " " }and{ " " }        # a space that is meant
    /// ```
    TRAILING_SPACE = "L045", "trailing-space", Note;

    /// A variable that one language prints and the other does not, in all its variants or in
    /// one. A variable that chooses between variants counts as used in all of them.
    ///
    /// ## Why it matters
    /// Readers of one language are not told a date, a name or a number.
    ///
    /// ## Example
    /// ```ftl
    /// # English
    /// opening = The office opens on { $date }.
    /// # French
    /// opening = Le bureau ouvre bientôt.
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L050: why it does not apply here`.
    VARIABLE_MISMATCH = "L050", "variable-mismatch", Error;

    /// A message or a term that one language refers to and the other does not. Where the
    /// text has the term's words it is a note; where it has one of its names, the sentence is
    /// built in another way, and nothing is said.
    ///
    /// ## Why it matters
    /// When the message changes, one language changes with it and the other does not.
    ///
    /// ## Example
    /// ```ftl
    /// # English
    /// intro = Write to the { -office }.
    /// # French
    /// intro = Écrivez au Bureau du port.     # { -office }
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L051: why it does not apply here`.
    REFERENCE_MISMATCH = "L051", "reference-mismatch", Warning;

    /// A variable that chooses what one language says, and is nowhere in the other. Choices by
    /// number and by gender are grammar, and may differ.
    ///
    /// ## Why it matters
    /// The two languages say different things in some cases.
    ///
    /// ## Example
    /// ```ftl
    /// # English
    /// state = { $open ->
    ///     [true] Open
    ///    *[false] Closed
    /// }
    /// # French
    /// state = Ouvert
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L052: why it does not apply here`.
    SELECTION_MISMATCH = "L052", "selection-mismatch", Warning;

    /// A variant that no value ever chooses: of a plural category that the language has not,
    /// with a key that stands twice, or with a number behind a category that takes it. A key
    /// that was translated, `*[autre]`, is an error.
    ///
    /// ## Why it matters
    /// Its text is never printed, though somebody wrote it. Here, English and French numbers
    /// are `one` or `other`.
    ///
    /// ## Example
    /// ```ftl
    /// months = { $n ->
    ///     [one] one month
    ///     [1] a single month     # before [one]
    ///     [many] many months     # take it out
    ///    *[other] { $n } months
    /// }
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L053: why it does not apply here`.
    UNREACHABLE_VARIANT = "L053", "unreachable-variant", Warning;

    /// A choice by a person's gender without `[feminine]`, without `[masculine]`, or with one of
    /// them as the default.
    ///
    /// ## Why it matters
    /// A person whose gender is not known gets the default. It must be a word that is the same
    /// for all, or the document guesses.
    ///
    /// ## Example
    /// ```ftl
    /// title = { $gender ->
    ///     [feminine] directrice
    ///    *[masculine] directeur     # [masculine] directeur, *[unspecified] direction
    /// }
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L054: why it does not apply here`.
    MISSING_GENDER_FORM = "L054", "missing-gender-form", Warning;

    /// A selector whose variants all print the same.
    ///
    /// ## Why it matters
    /// It chooses nothing, and makes a reader look for the difference.
    ///
    /// ## Example
    /// ```ftl
    /// months = { $n ->
    ///     [one] mois
    ///    *[other] mois
    /// }
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L055: why it does not apply here`.
    NEEDLESS_SELECTOR = "L055", "needless-selector", Note;

    /// A count before a noun in the plural, where the other language has a form for one, or
    /// where neither has.
    ///
    /// ## Why it matters
    /// It prints "1 pages" or « 1 pages ».
    ///
    /// ## Example
    /// ```ftl
    /// # English
    /// length = { $n } { $n ->
    ///     [one] page
    ///    *[other] pages
    /// }
    /// # French
    /// length = { $n } pages
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L056: why it does not apply here`.
    COUNT_WITHOUT_PLURAL = "L056", "count-without-plural", Warning;

    /// A message that has more links in one language than in the other.
    ///
    /// ## Why it matters
    /// Readers of one language cannot get where the others can.
    ///
    /// ## Example
    /// ```ftl
    /// # English
    /// ask = See [the guide](https://example.ca/en/guide).
    /// # French
    /// ask = Consultez le guide.
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L060: why it does not apply here`.
    ///
    /// In a memo, and in the `.ftl` files beside it, the same rule is `P040` or `P061`; either name
    /// silences it.
    MESSAGE_LINK_MISMATCH = "L060", "message-link-mismatch", Error;

    /// Links of a message that lead to different places, or to a page in the other language:
    /// by `/en/`, `-fr`, `lang=eng` in the address.
    ///
    /// ## Why it matters
    /// Readers land on a page that is not in their language.
    ///
    /// ## Example
    /// ```ftl
    /// # French
    /// ask = Consultez [le guide](https://example.ca/en/guide).     # /fr/
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L061: why it does not apply here`.
    ///
    /// In a memo, and in the `.ftl` files beside it, the same rule is `P041`; either name
    /// silences it.
    WRONG_LANGUAGE_URL = "L061", "wrong-language-url", Warning;

    /// A message that has more words in `**` or `*` in one language than in the other.
    ///
    /// ## Why it matters
    /// What is important in one language must be so in the other.
    ///
    /// ## Example
    /// ```ftl
    /// # English
    /// hours = The office is **closed**.
    /// # French
    /// hours = Le bureau est fermé.
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L062: why it does not apply here`.
    ///
    /// In a memo, and in the `.ftl` files beside it, the same rule is `P063`; either name
    /// silences it.
    MESSAGE_EMPHASIS_MISMATCH = "L062", "message-emphasis-mismatch", Warning;

    /// HTML elements in a message that are not the same in both languages.
    ///
    /// ## Why it matters
    /// An element that is not closed, or is missing, changes how the text is shown.
    ///
    /// ## Example
    /// ```ftl
    /// # English
    /// formula = H<sub>2</sub>O
    /// # French
    /// formula = H2O
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L063: why it does not apply here`.
    TAG_MISMATCH = "L063", "tag-mismatch", Warning;

    /// A message that has more paragraphs or items of lists in one language than in the other.
    ///
    /// ## Why it matters
    /// A condition or a step is missing for half of the readers.
    ///
    /// ## Example
    /// ```ftl
    /// # English
    /// bring =
    ///     - a map
    ///     - a lamp
    /// # French
    /// bring =
    ///     - une carte
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L064: why it does not apply here`.
    ///
    /// In a memo, and in the `.ftl` files beside it, the same rule is `P010` to `P018` or `P060`; either name
    /// silences it.
    MESSAGE_BLOCK_MISMATCH = "L064", "message-block-mismatch", Error;

    /// A text that is the same in both languages, and whose words belong to one of them; a
    /// text in the other language; an English word in a French text. Words that both have,
    /// names, terms that are names, and codes are left alone.
    ///
    /// ## Why it matters
    /// It was copied to be translated, and forgotten.
    ///
    /// ## Example
    /// ```ftl
    /// # French
    /// office-closed = The office is closed.
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L070: why it does not apply here`;
    /// or, for a word that is the same in both languages, in the glossary of `bimemo.yaml` with
    /// equal `en` and `fr`.
    ///
    /// In a memo, and in the `.ftl` files beside it, the same rule is `P070` or `P071`; either name
    /// silences it.
    UNTRANSLATED_MESSAGE = "L070", "untranslated-message", Error;

    /// A text that begins or ends with a space in one language only.
    ///
    /// ## Why it matters
    /// What stands beside it is joined to it in one language, or stands apart in the other.
    ///
    /// ## Example
    /// ```ftl
    /// # English
    /// and = { " " }and{ " " }
    /// # French
    /// and = et
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L071: why it does not apply here`.
    OUTER_SPACE_MISMATCH = "L071", "outer-space-mismatch", Warning;

    /// A text that ends with another mark in French than in English; a period that one
    /// language lacks is a note. Marks that close a quotation, the space before a French
    /// colon, the period of an abbreviation, exclamation marks and semicolons do not count.
    ///
    /// ## Why it matters
    /// A colon that is missing after a label, or a question that became a statement, is seen
    /// only in one language.
    ///
    /// ## Example
    /// ```ftl
    /// # English
    /// label-to = To:
    /// # French
    /// label-to = Destinataires
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L072: why it does not apply here`.
    FINAL_PUNCTUATION_MISMATCH = "L072", "final-punctuation-mismatch", Warning;

    /// A bracket without its partner, or words in brackets that the French lacks. What it
    /// says without brackets is left alone: *(acting)*, « par intérim ».
    ///
    /// ## Why it matters
    /// A remark that was closed nowhere, or was left out in one language.
    ///
    /// ## Example
    /// ```ftl
    /// # English
    /// doors = Doors (all)
    /// # French
    /// doors = Portes
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L073: why it does not apply here`.
    BRACKET_MISMATCH = "L073", "bracket-mismatch", Warning;

    /// A message that quotes words in English and none in French; a note, since the French
    /// may say in other words what the marks do.
    ///
    /// ## Why it matters
    /// What is quoted in one language is so in the other, as a rule.
    ///
    /// ## Example
    /// ```ftl
    /// # English
    /// sign = The sign says “Closed”.
    /// # French
    /// sign = L’affiche dit fermé.
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L074: why it does not apply here`.
    QUOTATION_MISMATCH = "L074", "quotation-mismatch", Warning;

    /// A number, a date, a time, an amount or a telephone number that one language has and
    /// the other lacks, in digits or in words. `3:30 p.m.` and `15 h 30` are the same, and so
    /// are `1,250` and `1 250`, *half an hour* and « 30 minutes ». Each variant is held
    /// against the same variant of the other language.
    ///
    /// ## Why it matters
    /// One of them is wrong. A value that is written once as a fact cannot differ.
    ///
    /// ## Example
    /// ```ftl
    /// # English
    /// room = Room 410
    /// # French
    /// room = Salle 401
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L075: why it does not apply here`.
    ///
    /// In a memo, and in the `.ftl` files beside it, the same rule is `P032` to `P039` or `P043` to `P045`; either name
    /// silences it.
    MESSAGE_NUMBER_MISMATCH = "L075", "message-number-mismatch", Error;

    /// A message that has more e-mail addresses in one language than in the other, or other
    /// ones. Names of mailboxes that translate each other, or other words before one domain,
    /// are taken for those of one office.
    ///
    /// ## Why it matters
    /// Readers of one language are not told whom to write to.
    ///
    /// ## Example
    /// ```ftl
    /// # English
    /// ask = Write to help@example.ca.
    /// # French
    /// ask = Écrivez-nous.
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L076: why it does not apply here`.
    ///
    /// In a memo, and in the `.ftl` files beside it, the same rule is `P042`; either name
    /// silences it.
    MESSAGE_EMAIL_MISMATCH = "L076", "message-email-mismatch", Error;

    /// An acronym of one language in the other, which has its own: by the glossary, by its
    /// definition, or by the other messages.
    ///
    /// ## Why it matters
    /// Readers do not know it.
    ///
    /// ## Example
    /// ```ftl
    /// # English
    /// ask = Call the TTY line.
    /// # French
    /// ask = Appelez la ligne TTY.        # ATS
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L077: why it does not apply here`.
    ///
    /// In a memo, and in the `.ftl` files beside it, the same rule is `P050`; either name
    /// silences it.
    MESSAGE_ACRONYM_MISMATCH = "L077", "message-acronym-mismatch", Warning;

    /// A word that stands twice in a row. « nous nous » and "that that" are left alone.
    ///
    /// ## Why it matters
    /// It is nearly always a slip of the keyboard, and hard to see at the end of a line.
    ///
    /// ## Example
    /// ```ftl
    /// intro = The the office is closed.
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L078: why it does not apply here`.
    DOUBLE_WORD = "L078", "double-word", Warning;

    /// Two or more spaces between words.
    ///
    /// ## Why it matters
    /// Documents print one. In the file they hide what is not the same from what is.
    ///
    /// ## Example
    /// ```ftl
    /// intro = The  office is closed.
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L079: why it does not apply here`.
    DOUBLE_SPACE = "L079", "double-space", Warning;

    /// A French text of 80 characters or more that is far longer or shorter than the English:
    /// less than 70 or more than 190 characters for a hundred.
    ///
    /// ## Why it matters
    /// A sentence may be missing in one of them. French is a fifth longer as a rule.
    ///
    /// ## Example
    /// A message of three sentences in English and of one in French.
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L080: why it does not apply here`.
    ///
    /// In a memo, and in the `.ftl` files beside it, the same rule is `P064`; either name
    /// silences it.
    MESSAGE_LENGTH_MISMATCH = "L080", "message-length-mismatch", Warning;

    /// Two messages that are the same in English, and not in French.
    ///
    /// ## Why it matters
    /// Readers wonder whether two things are meant. It can be right: French words agree with
    /// what they stand by.
    ///
    /// ## Example
    /// ```ftl
    /// # English
    /// open = Open
    /// open-task = Open
    /// # French
    /// open = Ouvert
    /// open-task = À faire
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L081: why it does not apply here`.
    TRANSLATED_IN_TWO_WAYS = "L081", "translated-in-two-ways", Note;

    /// Two messages of three words or more that are the same in French, and in English have
    /// no word in common.
    ///
    /// ## Why it matters
    /// A difference that English readers see is lost in French. It can be right: French may have
    /// one word for both.
    ///
    /// ## Example
    /// ```ftl
    /// # English
    /// close = Close this window.
    /// cancel = Cancel your order.
    /// # French
    /// close = Fermez cette fenêtre.
    /// cancel = Fermez cette fenêtre.
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L082: why it does not apply here`.
    SHARED_TRANSLATION = "L082", "shared-translation", Note;

    /// Straight quotation marks or apostrophes in a message, or quotation marks of the other
    /// language.
    ///
    /// ## Why it matters
    /// Documents print “these” in English, « these » in French and ’ in both. In the file it is
    /// clearer to read what is printed. `bimemo fmt` mends it.
    ///
    /// ## Example
    /// ```ftl
    /// ask = Can't open it?     # Can’t
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L090: why it does not apply here`.
    STRAIGHT_MARKS = "L090", "straight-marks", Note;

    /// Three periods for an ellipsis, or two for one.
    ///
    /// ## Why it matters
    /// Documents print `…` and `.`. `bimemo fmt` mends it.
    ///
    /// ## Example
    /// ```ftl
    /// wait = Please wait...     # …
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L091: why it does not apply here`.
    LOOSE_DOTS = "L091", "loose-dots", Note;

    /// A space that is missing, of the wrong kind or too much: before a French colon, inside
    /// guillemets, between groups of digits, before `%` and `$`. French spacing is Canada's
    /// unless `typography.profile` says otherwise.
    ///
    /// ## Why it matters
    /// Documents print it right. In the file a no-break space is written `{ "\u00A0" }` or as
    /// the character. `bimemo fmt` mends it.
    ///
    /// ## Example
    /// ```ftl
    /// # French
    /// label-to = Destinataires:     # Destinataires{ "\u00A0" }:
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L092: why it does not apply here`.
    MESSAGE_SPACING = "L092", "message-spacing", Note;

    /// A term, a name or an acronym of the glossary in `bimemo.yaml` that stands in one language
    /// without its translation in the other. Inflected forms count.
    ///
    /// ## Why it matters
    /// The glossary says how it is translated; another word is another thing.
    ///
    /// ## Example
    /// ```yaml
    /// glossary:
    ///   - { en: season pass, fr: laissez-passer saisonnier }
    /// ```
    /// ```ftl
    /// # English
    /// buy = Buy a season pass.
    /// # French
    /// buy = Achetez un abonnement.
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L100: why it does not apply here`.
    ///
    /// In a memo, and in the `.ftl` files beside it, the same rule is `P052`; either name
    /// silences it.
    MESSAGE_GLOSSARY_MISMATCH = "L100", "message-glossary-mismatch", Warning;

    /// A word that the glossary in `bimemo.yaml` forbids.
    ///
    /// ## Why it matters
    /// The workspace has decided on another.
    ///
    /// ## Example
    /// ```yaml
    /// glossary:
    ///   - en: email
    ///     fr: courriel
    ///     forbidden: { fr: [mail] }
    /// ```
    /// ```ftl
    /// # French
    /// ask = Envoyez un mail.
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L101: why it does not apply here`.
    ///
    /// In a memo, and in the `.ftl` files beside it, the same rule is `P052`; either name
    /// silences it.
    FORBIDDEN_WORD = "L101", "forbidden-word", Warning;

    /// A variable in a file of `locales/` that no comment says anything of, in either language.
    /// Facts of the settings, and what a person's fields give (`$gender`, `$acting`, `$number`,
    /// `$position`), need no comment.
    ///
    /// ## Why it matters
    /// A translator cannot know whether `{ $name }` is a person or a place, and French must
    /// agree with it.
    ///
    /// ## Example
    /// ```ftl
    /// # Above a map.
    /// # Variables:
    /// #   $place - the name of a town, without an article
    /// map-of = Map of { $place }
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L110: why it does not apply here`.
    UNDOCUMENTED_VARIABLE = "L110", "undocumented-variable", Note;

    /// A message or a term that nothing uses: no memo, directory, letterhead or template, and no
    /// other message. Codes (`classification-…`, `mark-…`, `title-…`) and what replaces a
    /// message of the program are used.
    ///
    /// ## Why it matters
    /// It is translated and kept up for nothing, or its id is misspelt where it should be used.
    ///
    /// ## Example
    /// ```ftl
    /// office-closed = The office is closed.     # no memo has `message: office-closed`
    /// ```
    ///
    /// ## How to silence it
    /// In a comment above the message: `# bimemo-ignore L111: why it does not apply here`.
    UNUSED_MESSAGE = "L111", "unused-message", Note;

    /// A comment `bimemo-ignore` that silences nothing.
    ///
    /// ## Why it matters
    /// What it excused was mended. It would hide the next fault of that kind.
    ///
    /// ## Example
    /// ```ftl
    /// # bimemo-ignore L073: the English mark is an abbreviation
    /// role = Director
    /// ```
    UNUSED_MESSAGE_EXCEPTION = "L120", "unused-message-exception", Warning;

    /// A comment `bimemo-ignore` without a rule or a reason, or with a rule that cannot be
    /// silenced there: rules of other files, and those of what could not be read or leads
    /// nowhere (the errors before L030 but for L010), since words would be missing.
    ///
    /// ## Why it matters
    /// It silences nothing. The reason tells the next person whether it still holds.
    ///
    /// ## Example
    /// ```ftl
    /// # bimemo-ignore L073
    /// role = Director (acting)     # bimemo-ignore L073: why
    /// ```
    INVALID_MESSAGE_EXCEPTION = "L121", "invalid-message-exception", Warning;
}
