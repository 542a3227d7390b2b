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
    /// en: Results come by { selection date }.   # braces hold one fact: { $selection }
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
    MISSING_FORM = "L026", "missing-form", Error;
}
