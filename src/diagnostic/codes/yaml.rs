//! `Y…`: YAML and the schema of memos, letterheads, settings and themes.

use super::{Code, Severity};

codes! {
    /// Something that YAML cannot read, and that no other rule explains.
    ///
    /// ## Why it matters
    /// What cannot be read cannot be printed. The rest of the file is checked all
    /// the same.
    ///
    /// ## Example
    /// ```yaml
    /// subject
    ///   en: Spring update      # the colon behind `subject` is missing
    /// ```
    YAML_SYNTAX = "Y001", "yaml-syntax", Error;

    /// A colon followed by a space in a text that is not quoted.
    ///
    /// ## Why it matters
    /// YAML takes what stands before the colon for a key. French puts a space
    /// before the colon as well, so this is the most frequent fault of French texts.
    ///
    /// ## Example
    /// ```yaml
    /// fr: Rappel : la date                # a fault
    /// fr: "Rappel : la date"              # right
    /// ```
    COLON_IN_TEXT = "Y002", "colon-in-text", Error;

    /// A comma in a text that stands in braces and is not quoted.
    ///
    /// ## Why it matters
    /// In braces a comma ends the value: the rest of the text would be lost.
    ///
    /// ## Example
    /// ```yaml
    /// subject: { en: Yes, we can, fr: Oui }      # a fault
    /// subject: { en: "Yes, we can", fr: Oui }    # right
    /// ```
    COMMA_IN_FLOW_TEXT = "Y003", "comma-in-flow-text", Error;

    /// A text that begins with a brace or a bracket and is not quoted.
    ///
    /// ## Why it matters
    /// YAML takes `{ $date }` for keys with values and `[words]` for a list.
    ///
    /// ## Example
    /// ```yaml
    /// en: { $selection } is the last day         # a fault
    /// en: "{ $selection } is the last day"       # right
    /// ```
    BRACE_AT_START = "Y004", "brace-at-start", Error;

    /// A `#` behind a space in a text that is not quoted.
    ///
    /// ## Why it matters
    /// YAML takes the rest of the line for a comment. The memo would leave with
    /// half a sentence, without a word of warning.
    ///
    /// ## Example
    /// ```yaml
    /// en: See item #3 of the guide               # a fault: prints "See item"
    /// en: "See item #3 of the guide"             # right
    /// ```
    /// A comment stands on a line of its own.
    COMMENT_IN_TEXT = "Y005", "comment-in-text", Error;

    /// A tab, or a space that is not an ordinary one, in the indentation.
    ///
    /// ## Why it matters
    /// YAML indents with ordinary spaces only. Tabs come from editors, no-break
    /// spaces from text copied out of web pages and word processors.
    ///
    /// ## Example
    /// Set the editor to insert two spaces for a tab.
    TAB_INDENTATION = "Y006", "tab-indentation", Error;

    /// A missing space behind the dash of a list or behind the colon of a key.
    ///
    /// ## Why it matters
    /// `-item` and `en:Text` are texts for YAML, not an item and not a key.
    ///
    /// ## Example
    /// ```yaml
    /// marks:
    ///   -urgent            # a fault
    ///   - urgent           # right
    /// ```
    MISSING_SPACE = "Y007", "missing-space", Error;

    /// A quotation mark that is never closed, or text behind the one that closes.
    ///
    /// ## Why it matters
    /// Everything that follows is taken into the text.
    ///
    /// ## Example
    /// ```yaml
    /// en: "Spring" update          # a fault: the text ends behind "Spring"
    /// en: '"Spring" update'        # right
    /// ```
    UNCLOSED_QUOTATION = "Y008", "unclosed-quotation", Error;

    /// A text that is not quoted and begins with a sign that means something to
    /// YAML: one of `*`, `&`, `!`, `|`, `>`, `%`, `@`, a backquote, `- `.
    ///
    /// ## Why it matters
    /// YAML takes `*word` for a reference, `&word` for an anchor, `!word` for a
    /// tag; some of these lose the word without a fault.
    ///
    /// ## Example
    /// ```yaml
    /// en: *Important* notice           # a fault
    /// en: "*Important* notice"         # right
    /// ```
    INDICATOR_AT_START = "Y009", "indicator-at-start", Error;

    /// A key that this mapping does not have.
    ///
    /// ## Why it matters
    /// A misspelt key would be lost without a word: the memo would leave without
    /// its `recipients`.
    ///
    /// ## Example
    /// ```yaml
    /// recepients:          # did you mean `recipients`?
    ///   - Service partners
    /// ```
    UNKNOWN_KEY = "Y010", "unknown-key", Error;

    /// A key that stands twice in one mapping.
    ///
    /// ## Why it matters
    /// Only one of the two can be printed, and nobody can say which was meant.
    ///
    /// ## Example
    /// ```yaml
    /// date: 2026-04-01
    /// date: 2026-04-02     # a fault
    /// ```
    DUPLICATE_KEY = "Y011", "duplicate-key", Error;

    /// A key that must be there is not.
    ///
    /// ## Why it matters
    /// A memo has `date`, `sender`, `recipients` (or `distribution`), `subject` and
    /// `sections`; a notice `date`, `subject` and `sections`.
    ///
    /// ## Example
    /// ```yaml
    /// attachments:
    ///   - href: guide.pdf          # `title` is missing
    /// ```
    MISSING_KEY = "Y012", "missing-key", Error;

    /// A value of the wrong type: text where a list is expected.
    ///
    /// ## Why it matters
    /// The value cannot be used, and would otherwise be lost.
    ///
    /// ## Example
    /// ```yaml
    /// marks: urgent        # a fault
    /// marks: [urgent]      # right
    /// ```
    WRONG_TYPE = "Y013", "wrong-type", Error;

    /// A required field with nothing in it.
    ///
    /// ## Why it matters
    /// The memo would leave with a label and no value.
    ///
    /// ## Example
    /// ```yaml
    /// recipients: []       # a fault
    /// ```
    EMPTY_FIELD = "Y014", "empty-field", Error;

    /// A second document in the same file, behind a line `---`.
    ///
    /// ## Why it matters
    /// One file is one memo; what follows would not be read.
    ///
    /// ## Example
    /// ```yaml
    /// subject: { en: One, fr: Un }
    /// ---                              # a fault
    /// subject: { en: Two, fr: Deux }
    /// ```
    SEVERAL_DOCUMENTS = "Y015", "several-documents", Error;

    /// A file with nothing in it.
    ///
    /// ## Why it matters
    /// Perhaps it was never saved, or its lines are all comments.
    ///
    /// ## Example
    /// ```yaml
    /// # date: 2026-04-01
    /// ```
    EMPTY_FILE = "Y016", "empty-file", Error;

    /// A line whose indentation fits none of the lines above it.
    ///
    /// ## Why it matters
    /// In YAML the indentation says what belongs to what.
    ///
    /// ## Example
    /// ```yaml
    /// subject:
    ///   en: Spring update
    ///  fr: Mise à jour        # a fault: one space too few
    /// ```
    INDENTATION = "Y017", "indentation", Error;

    /// A file that nests too deeply, or that its aliases make too large.
    ///
    /// ## Why it matters
    /// Such a file would take all memory. No memo comes near the limits.
    ///
    /// ## Example
    /// ```yaml
    /// a: &a [*a]
    /// ```
    YAML_LIMIT = "Y018", "yaml-limit", Error;

    /// A value that is not true or false where one of these is expected.
    ///
    /// ## Why it matters
    /// `yes` and `on` were true in older YAML and are texts today.
    ///
    /// ## Example
    /// ```yaml
    /// acting: yes          # a fault
    /// acting: true         # right
    /// ```
    INVALID_BOOLEAN = "Y019", "invalid-boolean", Error;

    /// A date in another form than `2026-04-30`, or of a day that does not exist.
    ///
    /// ## Why it matters
    /// `04/05/2026` is April in Washington and May in Paris. bimemo prints the date
    /// as each language writes it. A fact that is written as a text would print the
    /// English of it in French.
    ///
    /// ## Example
    /// ```yaml
    /// date: 1 April 2026       # a fault
    /// date: 2026-04-01         # right
    /// ```
    INVALID_DATE = "Y020", "invalid-date", Error;

    /// Words without a language where a reader expects them in theirs.
    ///
    /// ## Why it matters
    /// The same words would stand in both documents. `subject`, `heading`, `body`,
    /// `salutation`, `closing`, `title` and `label` need `en:` and `fr:`.
    ///
    /// ## Example
    /// ```yaml
    /// subject: Spring update       # a fault
    /// subject:
    ///   en: Spring update
    ///   fr: Mise à jour du printemps
    /// ```
    TEXT_WITHOUT_LANGUAGES = "Y021", "text-without-languages", Error;

    /// A value that is none of the few that can stand there.
    ///
    /// ## Why it matters
    /// The value would have no effect, or the wrong one.
    ///
    /// ## Example
    /// ```yaml
    /// gender: female           # a fault
    /// gender: feminine         # right
    /// ```
    UNKNOWN_VALUE = "Y022", "unknown-value", Error;

    /// A code or a name with letters that it cannot have.
    ///
    /// ## Why it matters
    /// Codes are parts of file names and of Fluent's names.
    ///
    /// ## Example
    /// ```yaml
    /// classification: Protected B      # a fault
    /// classification: protected-b      # right
    /// ```
    INVALID_NAME = "Y023", "invalid-name", Error;

    /// A fact named `gender`, `acting`, `number` or `position`.
    ///
    /// ## Why it matters
    /// These names are passed to the messages of a person's fields.
    ///
    /// ## Example
    /// ```yaml
    /// facts:
    ///   number: 9            # a fault
    ///   partners: 9          # right
    /// ```
    RESERVED_FACT_NAME = "Y024", "reserved-fact-name", Error;

    /// A fact of no known kind, or with keys of two kinds.
    ///
    /// ## Why it matters
    /// Each kind is printed in a form of its own in each language.
    ///
    /// ## Example
    /// ```yaml
    /// facts:
    ///   budget: { worth: "1250000.00" }                   # a fault
    ///   budget: { amount: "1250000.00", currency: CAD }   # right
    /// ```
    INVALID_FACT = "Y025", "invalid-fact", Error;

    /// A number that is not written with digits and a point; an amount, a percentage or
    /// an ordinal number that is written as a text.
    ///
    /// ## Why it matters
    /// `1,250` is a thousand in English and one and a quarter in French. bimemo
    /// groups the digits as each language does. `$1250` and `26th` as a text would print
    /// the same in both languages. Where that is meant, write it under `en:` and `fr:`.
    ///
    /// ## Example
    /// ```yaml
    /// facts:
    ///   budget: { amount: "1,250,000.00", currency: CAD }     # a fault
    ///   budget: { amount: "1250000.00", currency: CAD }       # right
    /// ```
    INVALID_NUMBER = "Y026", "invalid-number", Error;

    /// A range whose ends are of two kinds, or whose end comes before its start; a range
    /// that is written as a text.
    ///
    /// ## Why it matters
    /// "From May 15 to May 1" is a slip of the pen. "May 1 to 15" as a text would print
    /// the same in both languages.
    ///
    /// ## Example
    /// ```yaml
    /// facts:
    ///   window: { from: 2026-05-15, to: 2026-05-01 }      # a fault
    /// ```
    INVALID_RANGE = "Y027", "invalid-range", Error;

    /// A currency that is no code of ISO 4217.
    ///
    /// ## Why it matters
    /// The code decides the sign that each language prints.
    ///
    /// ## Example
    /// ```yaml
    /// facts:
    ///   budget: { amount: "10.00", currency: dollars }    # a fault
    ///   budget: { amount: "10.00", currency: CAD }        # right
    /// ```
    UNKNOWN_CURRENCY = "Y028", "unknown-currency", Error;

    /// A time in another form than `"14:30"`, or a time without its key.
    ///
    /// ## Why it matters
    /// bimemo prints 2:30 p.m. and 14 h 30 from the 24-hour form. Without its key the time
    /// is a text, which prints the same in both languages.
    ///
    /// ## Example
    /// ```yaml
    /// facts:
    ///   start: 14:30                     # a fault
    ///   start: { time: 2:30 pm }         # a fault
    ///   start: { time: "14:30" }         # right
    /// ```
    INVALID_TIME = "Y029", "invalid-time", Error;

    /// A duration in another form than ISO 8601's: `P9M`, `PT90M`, `P1Y6M`; `9 months`
    /// as a text.
    ///
    /// ## Why it matters
    /// bimemo prints the units in each language from it.
    ///
    /// ## Example
    /// ```yaml
    /// facts:
    ///   term: { duration: 9 months }     # a fault
    ///   term: { duration: P9M }          # right
    /// ```
    INVALID_DURATION = "Y030", "invalid-duration", Error;

    /// An e-mail address, telephone number or URL that cannot be one.
    ///
    /// ## Why it matters
    /// A reader who writes or calls would reach nobody. A telephone number has ten digits,
    /// or eleven with the 1; letters may stand for digits (`1-800-O-CANADA`), and a number
    /// of another country begins with `+`.
    ///
    /// ## Example
    /// ```yaml
    /// email: jean.roy(at)canada.ca     # a fault
    /// email: jean.roy@canada.ca        # right
    /// telephone: 705-555-014           # a fault: nine digits
    /// ```
    INVALID_CONTACT = "Y031", "invalid-contact", Error;

    /// A person with neither `name` nor `title`.
    ///
    /// ## Why it matters
    /// Nothing could be printed for the person.
    ///
    /// ## Example
    /// ```yaml
    /// sender:
    ///   gender: feminine         # who?
    /// ```
    NAMELESS_PERSON = "Y032", "nameless-person", Error;

    /// A key of a person or an organization that the directory does not have.
    ///
    /// ## Why it matters
    /// The person's fields could not be found.
    ///
    /// ## Example
    /// ```yaml
    /// sender:
    ///   person: jroi         # did you mean `jroy`?
    /// facts:
    ///   ministry: { organization: labor }    # did you mean `labour`?
    /// ```
    UNKNOWN_DIRECTORY_KEY = "Y033", "unknown-directory-key", Error;

    /// Organizations of the directory that stand within each other.
    ///
    /// ## Why it matters
    /// The chain of a person's organizations would have no end.
    ///
    /// ## Example
    /// ```yaml
    /// organizations:
    ///   a: { name: A, within: b }
    ///   b: { name: B, within: a }        # a fault
    /// ```
    DIRECTORY_CYCLE = "Y034", "directory-cycle", Error;

    /// Keys that cannot stand beside each other.
    ///
    /// ## Why it matters
    /// One of the two would be lost.
    ///
    /// ## Example
    /// ```yaml
    /// title:
    ///   message: role-director
    ///   en: Director             # either a message or the words
    /// ```
    CONFLICTING_KEYS = "Y035", "conflicting-keys", Error;

    /// A fact that is a plain text and may be meant as a value: a telephone number, a
    /// number in words, a number with a unit.
    ///
    /// ## Why it matters
    /// A plain text prints the same in both languages, without a link. As a fact each
    /// language has it in its own form, and both are compared. Texts that can only be
    /// values, such as `$1250`, are errors of other rules.
    ///
    /// ## Example
    /// ```yaml
    /// facts:
    ///   desk: 416-555-0142                     # a fault: a text
    ///   desk: { telephone: 416-555-0142 }      # right
    /// ```
    NEARLY_A_FACT = "Y036", "nearly-a-fact", Warning;

    /// A telephone number of seven digits.
    ///
    /// ## Why it matters
    /// In Canada all ten digits are dialled, and a reader elsewhere cannot know which
    /// area is meant. Without the area code the number has no link either.
    ///
    /// ## Example
    /// ```yaml
    /// telephone: 555-0142          # a fault
    /// telephone: 705-555-0142      # right
    /// ```
    LOCAL_TELEPHONE = "Y037", "local-telephone", Warning;

    /// A key of the directory in the place of a name.
    ///
    /// ## Why it matters
    /// A plain text is the name of a group: the key would be printed as it stands.
    ///
    /// ## Example
    /// ```yaml
    /// cc: [louis-bergeron]              # a fault: prints "Louis-bergeron"
    /// cc: [{ person: louis-bergeron }]  # right
    /// ```
    ///
    /// ## How to silence it
    /// In the memo, `ignore: [{ code: Y038, reason: … }]`, where a group is called as a key
    /// is.
    KEY_AS_TEXT = "Y038", "key-as-text", Error soft;

    /// Several people or groups in one text.
    ///
    /// ## Why it matters
    /// They would be one group, and labels and salutations would agree with that. A title
    /// behind a name would print the same in both languages.
    ///
    /// ## Example
    /// ```yaml
    /// cc: Piers Laval; Wanda Ashby      # one group
    /// cc:
    ///   - Piers Laval
    ///   - Wanda Ashby
    /// ```
    SEVERAL_IN_ONE = "Y039", "several-in-one", Warning;

    /// A day for action, or of the last change, before the memo's own date.
    ///
    /// ## Why it matters
    /// Nobody can act on a memo before it is written: one of the two dates is wrong. A day
    /// of effect (`effective`) may well be in the past.
    ///
    /// ## Example
    /// ```yaml
    /// date: 2026-05-04
    /// action-by: 2026-04-20             # before the memo
    /// ```
    DATE_BEFORE_MEMO = "Y040", "date-before-memo", Warning;

    /// A text of several lines behind `en:` or `fr:` that has no bar.
    ///
    /// ## Why it matters
    /// Without the bar YAML runs the lines together: paragraphs, lists and tables would
    /// become one paragraph, and a colon in them ends the text.
    ///
    /// ## Example
    /// ```yaml
    /// en:                      # a fault: en: |
    ///   Keys are at the desk.
    ///
    ///   | Dock  | Keys |
    ///   | ----- | ---: |
    ///   | North | 4    |
    /// ```
    MISSING_BAR = "Y050", "missing-bar", Error;

    /// An item of a list without its dash.
    ///
    /// ## Why it matters
    /// YAML reads its keys as keys of the item above, or stumbles over them: a recipient
    /// or a section would be lost.
    ///
    /// ## Example
    /// ```yaml
    /// recipients:
    ///   - en: All staff
    ///     fr: Tout le personnel
    ///   en: Boat owners            # a fault: - en: Boat owners
    ///   fr: Propriétaires de bateaux
    /// ```
    MISSING_DASH = "Y051", "missing-dash", Error;

    /// A signature without anybody who signs.
    ///
    /// ## Why it matters
    /// "Original signed by" would stand there with nobody under it.
    ///
    /// ## Example
    /// ```yaml
    /// kind: notice               # without `sender:`
    /// signature:
    ///   original: true           # by whom? add `by:`
    /// ```
    NOBODY_SIGNS = "Y060", "nobody-signs", Error;

    /// An organization written as a plain text that is nearly the key of one in the
    /// directory.
    ///
    /// ## Why it matters
    /// A misspelt key prints as if it were the organization's name.
    ///
    /// ## Example
    /// ```yaml
    /// sender:
    ///   name: Marguerite Okafor
    ///   organization: harbour-comunities      # did you mean `harbour-communities`?
    /// ```
    MISSPELT_ORGANIZATION = "Y061", "misspelt-organization", Warning;
}
