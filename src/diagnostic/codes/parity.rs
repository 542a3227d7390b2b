//! `P…`: English–French parity.

use super::{Code, Severity};

codes! {
    /// A text that has no words in one of the memo's languages.
    ///
    /// ## Why it matters
    /// Both official languages stand equal: a memo leaves whole in each, and English
    /// never stands silently where French is missing, nor the other way round. With
    /// `--draft` the gap is marked in the document.
    ///
    /// ## Example
    /// ```yaml
    /// subject:
    ///   en: Spring update          # and `fr:`?
    /// ```
    /// A named Text of `facts:` needs both languages too.
    ///
    /// ## How to silence it
    /// Write the translation; or `languages: [en]` in a memo that exists in one
    /// language on purpose; or, for a name, a code or an address that is the same in
    /// both languages, a plain string in the place of `en:` and `fr:`.
    MISSING_TRANSLATION = "P001", "missing-translation", Error;

    /// A paragraph, a list, a table or a quotation that one language has and the other
    /// lacks. It is reported at the block before its place, with a label at the
    /// block that has no partner. Blocks in a row are one finding, and those behind them
    /// are compared with their true partners.
    ///
    /// ## Why it matters
    /// Readers of one language are told less than the others, and nobody who reads one
    /// language alone can see it.
    ///
    /// ## Example
    /// The English has three paragraphs, the French the first and the third. Translate the
    /// second, or take it out of the English.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P010, at: "sections[2]", reason: … }`.
    MISSING_BLOCK = "P010", "missing-block", Error;

    /// Blocks that say the same in two forms: a list in one language, a paragraph in the
    /// other.
    ///
    /// ## Why it matters
    /// Both documents must have one structure: a reader is sent to "the second point of the
    /// list" in either.
    ///
    /// ## Example
    /// The English has a list of three points where the French has one sentence with commas.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P011, at: "sections[2]", reason: … }`.
    BLOCK_KIND_MISMATCH = "P011", "block-kind-mismatch", Error;

    /// Blocks that stand in another order than their translations.
    ///
    /// ## Why it matters
    /// "The paragraph above" is another one in each language.
    ///
    /// ## Example
    /// The second and the third paragraph are exchanged in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P012, at: "sections[2]", reason: … }`.
    BLOCK_ORDER_MISMATCH = "P012", "block-order-mismatch", Error;

    /// One paragraph in one language that is two in the other.
    ///
    /// ## Why it matters
    /// References to paragraphs, and later changes, go astray.
    ///
    /// ## Example
    /// An empty line in the French stands where the English goes on.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P013, at: "sections[2]", reason: … }`.
    PARAGRAPH_SPLIT = "P013", "paragraph-split", Warning;

    /// An item of a list that one language has and the other lacks.
    ///
    /// ## Why it matters
    /// A condition, a document to bring or a person to call is missing for half of the
    /// readers.
    ///
    /// ## Example
    /// The English list has five items, the French four.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P014, at: "sections[2]", reason: … }`.
    MISSING_LIST_ITEM = "P014", "missing-list-item", Error;

    /// A list that is numbered in one language and has bullets in the other, begins with
    /// another number, or has a task done in one language alone.
    ///
    /// ## Why it matters
    /// "Step 3" must be the same step in both languages.
    ///
    /// ## Example
    /// `1.` in the English, `-` in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P015, at: "sections[2]", reason: … }`.
    LIST_KIND_MISMATCH = "P015", "list-kind-mismatch", Error;

    /// Items of a list in another order than their translations. It is an error in a
    /// numbered list. Lists in alphabetical order in both languages are left alone.
    ///
    /// ## Why it matters
    /// An item read aloud as "the second" is another one for readers of the other language.
    ///
    /// ## Example
    /// The items about the deadline and the form are exchanged in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P016, at: "sections[2]", reason: … }`.
    LIST_ORDER_MISMATCH = "P016", "list-order-mismatch", Warning;

    /// A table with another number of columns, or a row that one language lacks; rows in
    /// another order are a warning, and nothing where both orders are alphabetical.
    ///
    /// ## Why it matters
    /// Figures stand under the wrong heads or are missing.
    ///
    /// ## Example
    /// The English table has a row for Northern Region that the French lacks.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P017, at: "sections[2]", reason: … }`.
    TABLE_SHAPE_MISMATCH = "P017", "table-shape-mismatch", Error;

    /// A cell that is empty, or says that there is nothing to say, in one language alone.
    /// "n/a", "s.o." and a dash are the same as an empty cell.
    ///
    /// ## Why it matters
    /// A figure was lost in one language.
    ///
    /// ## Example
    /// `| 12 |` in the English, `| |` in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P018, at: "sections[2]", reason: … }`.
    EMPTY_CELL = "P018", "empty-cell", Error;

    /// A heading, a line of the header, the signature or the footer that one language has
    /// and the other lacks.
    ///
    /// ## Why it matters
    /// A copy, a recipient or an attachment is not the same for all readers.
    ///
    /// ## Example
    /// The French list of copies has one name less.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P020, at: "sections[2]", reason: … }`.
    HEADER_MISMATCH = "P020", "header-mismatch", Error;

    /// A fact that one language prints and the other does not, and whose value it does not
    /// say otherwise.
    ///
    /// ## Why it matters
    /// Facts are written once so that both languages say the same; one that is missing in a
    /// language says nothing there.
    ///
    /// ## Example
    /// `{ $deadline }` in the English paragraph, nothing in the French one.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P030, at: "sections[2]", reason: … }`.
    FACT_MISMATCH = "P030", "fact-mismatch", Error;

    /// A value that one language prints from a fact and the other has written by hand.
    ///
    /// ## Why it matters
    /// When the fact changes, the hand-written value stays what it was.
    ///
    /// ## Example
    /// `by { $deadline }` in English, `d'ici le 30 avril 2026` in French: write
    /// `{ $deadline }` there too.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P031, at: "sections[2]", reason: … }`.
    FACT_WRITTEN_OUT = "P031", "fact-written-out", Warning;

    /// A number, a rank or a code in digits that the other language does not have in the
    /// same place. Number words count as numbers: "2 or more" is "deux ou plus"; lengths of
    /// time may have other units, and shares other forms: "an hour and a half" is
    /// "90 minutes", and "four in five" is "80 %". An amount in millions without its
    /// currency, "680 millions", is a note, or nothing where an amount beside it has one.
    ///
    /// ## Why it matters
    /// A digit that is wrong in one language gives its readers another rule.
    ///
    /// ## Example
    /// "14 days" in the English, "15 jours" in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P032, at: "sections[2]", reason: … }`.
    NUMBER_MISMATCH = "P032", "number-mismatch", Error;

    /// Number words that differ between the languages. Words are only compared where both
    /// languages have some that the other lacks: "both" may be "les deux".
    ///
    /// ## Why it matters
    /// "Three weeks" and "quatre semaines" are two rules.
    ///
    /// ## Example
    /// "three options" in the English, "quatre options" in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P033, at: "sections[2]", reason: … }`.
    NUMBER_WORD_MISMATCH = "P033", "number-word-mismatch", Warning;

    /// A number in words with another number in brackets behind it.
    ///
    /// ## Why it matters
    /// A reader cannot know which one counts.
    ///
    /// ## Example
    /// "nine (8) months", "neuf (8) mois".
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P034, at: "sections[2]", reason: … }`.
    WORD_DIGIT_DISAGREEMENT = "P034", "word-digit-disagreement", Error;

    /// A number that is written as the other language writes it: a decimal point in French,
    /// a decimal comma in English, digits grouped with commas in French. Where nothing
    /// but the number says so, as in "WCAG 2.0", it is left alone, and so are numbers of
    /// headings, sections and versions: "2.1 Objet", "paragraphe 67.1(1)".
    ///
    /// ## Why it matters
    /// "1,250" is a thousand and more in English, and one and a quarter in French.
    ///
    /// ## Example
    /// "12.5 %" in a French text: write "12,5 %".
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P035, at: "sections[2]", reason: … }`.
    DECIMAL_MARK = "P035", "decimal-mark", Error;

    /// A date, a day of the week, a month or a fiscal year that the other language does not
    /// have in the same place. A year that one language leaves out is forgiven. Where a
    /// month alone differs it is a warning.
    ///
    /// ## Why it matters
    /// Readers of one language come on another day.
    ///
    /// ## Example
    /// "April 30, 2026" in the English, "30 mai 2026" in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P036, at: "sections[2]", reason: … }`.
    DATE_MISMATCH = "P036", "date-mismatch", Error;

    /// A time of day that the other language does not have in the same place.
    ///
    /// ## Why it matters
    /// Readers of one language come too late.
    ///
    /// ## Example
    /// "2:30 p.m." in the English, "15 h 30" in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P037, at: "sections[2]", reason: … }`.
    TIME_MISMATCH = "P037", "time-mismatch", Error;

    /// An amount of money that the other language does not have in the same place. Scale
    /// words count: "$5 million" is "5 M$", and a billion is a *milliard*.
    ///
    /// ## Why it matters
    /// The amount that one language promises is not the other's.
    ///
    /// ## Example
    /// "$1.2 billion" in the English, "1,2 billion de dollars" in the French, which is a
    /// thousand times as much.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P038, at: "sections[2]", reason: … }`.
    AMOUNT_MISMATCH = "P038", "amount-mismatch", Error;

    /// A percentage that the other language does not have in the same place.
    ///
    /// ## Why it matters
    /// The share that one language names is not the other's.
    ///
    /// ## Example
    /// "12.5%" in the English, "15,5 %" in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P039, at: "sections[2]", reason: … }`.
    PERCENTAGE_MISMATCH = "P039", "percentage-mismatch", Error;

    /// A link that one language has and the other lacks.
    ///
    /// ## Why it matters
    /// Readers of one language do not find the form.
    ///
    /// ## Example
    /// `[the guide](guide-en.pdf)` in the English, plain words in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P040, at: "sections[2]", reason: … }`.
    LINK_COUNT_MISMATCH = "P040", "link-count-mismatch", Error;

    /// Links in the same place that lead to pages that are not known to translate each
    /// other. Addresses that differ in what names a language (`/en/` and `/fr/`, `eng` and
    /// `fra`, `guide-en.pdf`) are known, and so are pages of one site with names in two
    /// languages. Hosts that differ are known by the same signs as those of P042; two that
    /// are not, behind addresses that name their languages, are a note, and so are names that
    /// are one letter apart. A French text that links to an English page, or the other way
    /// round, is found too.
    ///
    /// ## Why it matters
    /// Readers of one language arrive at something else.
    ///
    /// ## Example
    /// `https://example.ca/en/apply` in both languages.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P041, at: "sections[2]", reason: … }`.
    LINK_TARGET_MISMATCH = "P041", "link-target-mismatch", Warning;

    /// An e-mail address that the other language does not have. Mailboxes of one domain
    /// whose names differ in a language's name or translate each other ("info",
    /// "renseignements") are the same. Other words before one domain may be one office's in
    /// two languages and are a warning, and so are "access" and "acces", which are words of
    /// their languages; a slip of a letter that makes no word is an error.
    ///
    /// Two domains are one organization's where they are its acronyms (of the glossary, of
    /// a definition in the memo, or the first letters of its name), where they translate
    /// each other, and where the memo's links or other addresses pair them. Where nothing
    /// says so, they are a warning; they are an error where the memo keeps one of them for
    /// both languages elsewhere.
    ///
    /// ## Why it matters
    /// Mail to the wrong address is lost, or is read by strangers.
    ///
    /// ## Example
    /// `renewal@ontario.ca` in the English, `renewl@ontario.ca` in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P042, at: "sections[2]", reason: … }`.
    EMAIL_MISMATCH = "P042", "email-mismatch", Error;

    /// A telephone number that the other language does not have.
    ///
    /// ## Why it matters
    /// Readers of one language cannot call.
    ///
    /// ## Example
    /// 416-555-0123 in the English, 416-555-0132 in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P043, at: "sections[2]", reason: … }`.
    PHONE_MISMATCH = "P043", "phone-mismatch", Error;

    /// A postal code that the other language does not have.
    ///
    /// ## Why it matters
    /// Letters go astray.
    ///
    /// ## Example
    /// M5G 2E5 in the English, M5G 2F5 in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P044, at: "sections[2]", reason: … }`.
    POSTAL_CODE_MISMATCH = "P044", "postal-code-mismatch", Error;

    /// A file's name that has no counterpart in the other language. Names that differ in
    /// their letters but not in digits or extension are a warning.
    ///
    /// ## Why it matters
    /// Readers of one language look for a file that does not exist.
    ///
    /// ## Example
    /// `form-12-en.pdf` in the English, `form-21-fr.pdf` in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P045, at: "sections[2]", reason: … }`.
    FILE_NAME_MISMATCH = "P045", "file-name-mismatch", Error;

    /// A day of the week that is not that of the date beside it.
    ///
    /// ## Why it matters
    /// Half of the readers come on the day, half on the date. A date of last year that was
    /// taken over is found that way, too. Where the year is not written, the date nearest
    /// to the memo's own is meant, and the finding is a warning.
    ///
    /// ## Example
    /// ```markdown
    /// The ramp opens on Monday, May 12, 2026.      (a Tuesday)
    /// ```
    /// `{ DATETIME($opening, dateStyle: "full") }` prints a fact with its day of the week.
    WRONG_WEEKDAY = "P046", "wrong-weekday", Error;

    /// A number that a fact prints with a separator behind a word whose number is a name:
    /// a room, a form, a file, a route, *no.*
    ///
    /// ## Why it matters
    /// "Room 1,410" stands on no door. Such a number is no quantity: it is neither grouped
    /// nor counted.
    ///
    /// ## Example
    /// ```yaml
    /// facts:
    ///   room: 1410                         # a fault: prints "Room 1,410"
    ///   room: { identifier: "1410" }       # right
    /// ```
    NUMBER_AS_NAME = "P047", "number-as-name", Warning;

    /// A telephone number in running text with a digit too many, or too few, or without its
    /// area code.
    ///
    /// ## Why it matters
    /// Whoever dials it reaches somebody else, or nobody.
    ///
    /// ## Example
    /// ```markdown
    /// Call 705-555-014 before noon.
    /// ```
    TELEPHONE_DIGITS = "P048", "telephone-digits", Warning;

    /// An acronym that is not the translation's. Which acronyms belong together is taken
    /// from the glossary in `bimemo.yaml`, and learned from the text: where it defines
    /// them, "Employment Services Transformation (EST)" and "renouvellement des services
    /// d'emploi (RSE)", and where they stand in the same places again and again. Against
    /// the glossary it is an error.
    ///
    /// ## Why it matters
    /// A reader does not know that RSA is the RSE of the page before.
    ///
    /// ## Example
    /// "EST" in the English, "RSA" in one paragraph of the French and "RSE" in all others.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P050, at: "sections[2]", reason: … }`.
    ACRONYM_MISMATCH = "P050", "acronym-mismatch", Warning;

    /// A person's name that is spelt in another way in the other language.
    ///
    /// ## Why it matters
    /// A name is the same in both languages, to the letter and the accent.
    ///
    /// ## Example
    /// "Gloria Park" in the English, "Gloria Parc" in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P051, at: "sections[2]", reason: … }`.
    NAME_MISMATCH = "P051", "name-mismatch", Error;

    /// A term or an official name of the glossary that stands in one language without its
    /// translation in the other, or a word that the glossary forbids.
    ///
    /// ## Why it matters
    /// One thing has one name in each language.
    ///
    /// ## Example
    /// The glossary has "service delivery partner / partenaire de la prestation de
    /// services"; the French says "fournisseur".
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P052, at: "sections[2]", reason: … }`.
    GLOSSARY_MISMATCH = "P052", "glossary-mismatch", Warning;

    /// A title that names another rank in the other language. It is an error among
    /// ministers and their deputies, a warning among directors and presidents, whose titles
    /// organizations translate in their own ways.
    ///
    /// ## Why it matters
    /// A decision of the minister is not one of the deputy minister.
    ///
    /// ## Example
    /// "the Deputy Minister" in the English, "la ministre" in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P053, at: "sections[2]", reason: … }`.
    RANK_MISMATCH = "P053", "rank-mismatch", Error;

    /// A French title whose form is not that of the gender that the memo declares for the
    /// person.
    ///
    /// ## Why it matters
    /// It is wrong, and it is impolite.
    ///
    /// ## Example
    /// `gender: feminine` with `fr: directeur général`: write "directrice générale".
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P054, at: "sections[2]", reason: … }`.
    GENDER_MISMATCH = "P054", "gender-mismatch", Error;

    /// Another number of references to footnotes in a text than in its translation.
    ///
    /// ## Why it matters
    /// A reservation that stands in a note is lost in one language.
    ///
    /// ## Example
    /// `[^1]` in the English paragraph, none in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P060, at: "sections[2]", reason: … }`.
    NOTE_MISMATCH = "P060", "note-mismatch", Error;

    /// Another number of pictures in a text than in its translation, or a picture without a
    /// description in one language.
    ///
    /// ## Why it matters
    /// Readers of one language, or those who hear the document, miss what it shows.
    ///
    /// ## Example
    /// `![Map of the region](map-en.png)` in the English, nothing in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P061, at: "sections[2]", reason: … }`.
    IMAGE_MISMATCH = "P061", "image-mismatch", Error;

    /// A link inside the document that leads to another section than its translation.
    ///
    /// ## Why it matters
    /// Readers are sent to the wrong place.
    ///
    /// ## Example
    /// `[below](#next-steps)` in the English, `[ci-dessous](#contacts)` in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P062, at: "sections[2]", reason: … }`.
    CROSS_REFERENCE_MISMATCH = "P062", "cross-reference-mismatch", Error;

    /// Another number of emphasized words in a text than in its translation.
    ///
    /// ## Why it matters
    /// What one language stresses, the other passes over. Titles and foreign words may be in
    /// italics in one language alone: silence the finding there.
    ///
    /// ## Example
    /// "**must**" in the English, "doivent" in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P063, at: "sections[2]", reason: … }`.
    EMPHASIS_MISMATCH = "P063", "emphasis-mismatch", Warning;

    /// A text of 80 characters or more whose translation is much longer or shorter: French
    /// below 0.7 or above 1.9 times the English.
    ///
    /// ## Why it matters
    /// A sentence may be missing.
    ///
    /// ## Example
    /// Three sentences in the English, one in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P064, at: "sections[2]", reason: … }`.
    LENGTH_MISMATCH = "P064", "length-mismatch", Warning;

    /// A sentence of a paragraph, an item or a cell that the other language lacks. Which
    /// sentence translates which is found out from their lengths, and from the values, names
    /// and words that they have in common; one that is split or merged is none that lacks.
    /// It is a warning where the sentence might be a part of its neighbour. What stands in
    /// it is not told again.
    ///
    /// ## Why it matters
    /// Readers of one language are told less than the others, and the paragraph looks whole.
    ///
    /// ## Example
    /// "The desk is closed. It opens again on Monday. Bring a card." in the English, "Le
    /// comptoir est fermé. Apportez une carte." in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P065, at: "sections[2]", reason: … }`.
    MISSING_SENTENCE = "P065", "missing-sentence", Error;

    /// A text that is the same, or nearly, in both languages: an error from six words in
    /// lower case on, a warning below. Names, numbers, addresses and facts are left out.
    ///
    /// ## Why it matters
    /// Words that were to be translated were forgotten.
    ///
    /// ## Example
    /// The same English sentence under `en:` and `fr:`.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P070, at: "sections[2]", reason: … }`.
    UNTRANSLATED = "P070", "untranslated", Error;

    /// A text of six words or more that is written in the other language. It is a warning
    /// where it is mixed. Words marked as foreign are left out.
    ///
    /// ## Why it matters
    /// A reader gets a page that is not in the language that was promised.
    ///
    /// ## Example
    /// An English sentence under `fr:`.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P071, at: "sections[2]", reason: … }`.
    WRONG_LANGUAGE = "P071", "wrong-language", Error;

    /// Something left over: "[INSERT DATE]", "[à traduire]", "lorem ipsum", "TODO", a
    /// placeable that was not filled in, an invisible mark of Fluent's, a lost character
    /// (U+FFFD) or picture (U+FFFC).
    /// Words in capitals that say that something is to come ("TBD", "À DÉTERMINER", "le
    /// 2026-XX-XX") are a warning; in small letters ("les semaines à venir") they are
    /// ordinary words.
    ///
    /// ## Why it matters
    /// It would be sent.
    ///
    /// ## Example
    /// "Les résultats [à traduire]". Brackets that are meant are written `\[…\]`.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P072, at: "sections[2]", reason: … }`.
    LEFTOVER = "P072", "leftover", Error;

    /// A sentence that denies something ("not", "ne … pas") where its translation has no
    /// word that could. Sentences are compared one by one, and whatever denies in the other
    /// language counts: "sans", "refuser", "unable". Languages deny in many ways, so it is a
    /// warning: read both sentences.
    ///
    /// ## Why it matters
    /// A "not" that is lost turns a rule into its contrary.
    ///
    /// ## Example
    /// "The office is not open on Fridays" in the English, "Le bureau est ouvert le
    /// vendredi" in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P080, at: "sections[2]", reason: … }`.
    NEGATION_MISMATCH = "P080", "negation-mismatch", Warning;

    /// A sentence that obliges ("must", "shall", "doit") where its translation allows
    /// ("may", "can", "peut"). An obligation whose translation commands ("Send the form") or
    /// says what will be is no finding.
    ///
    /// ## Why it matters
    /// What is a duty in one language is a choice in the other.
    ///
    /// ## Example
    /// "Applicants must enclose the form" in the English, "Les candidats peuvent joindre le
    /// formulaire" in the French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P081, at: "sections[2]", reason: … }`.
    MODALITY_MISMATCH = "P081", "modality-mismatch", Warning;

    /// A document of 1,000 English characters or more in its sections whose French, taken
    /// together, is below 1.05 or above 1.35 times as long. What one language lacks is
    /// told by other rules and does not count here.
    ///
    /// ## Why it matters
    /// A sentence that is missing here and there is seen in no paragraph alone.
    ///
    /// ## Example
    /// 4,000 characters in the English and 4,000 in the French, where about 4,800 are
    /// usual: each paragraph was shortened a little.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: P082, reason: … }`.
    DOCUMENT_LENGTH_MISMATCH = "P082", "document-length-mismatch", Warning;

    /// An exception, in a memo's `ignore` or in `bimemo.yaml`, that no finding needs any
    /// more, or that names no rule.
    ///
    /// ## Why it matters
    /// An exception that stays behind hides the next fault in the same place.
    ///
    /// ## Example
    /// `{ code: P032, at: "sections[2]", reason: … }`, and the numbers agree again: take
    /// the line out.
    ///
    /// ## How to silence it
    /// Take the exception out, or set `severity: { P090: off }` in `bimemo.yaml`.
    UNUSED_EXCEPTION = "P090", "unused-exception", Warning;

    /// An exception, or a severity in `bimemo.yaml`, for a rule that cannot be silenced or
    /// made less grave: the errors of YAML, of Fluent's syntax and references, of
    /// templates, themes, fonts and pictures, and a missing translation.
    ///
    /// ## Why it matters
    /// It changes nothing. If it did, a document would leave with a hole in it.
    ///
    /// ## Example
    /// ```yaml
    /// severity:
    ///   missing-translation: warning
    /// ```
    ///
    /// ## How to silence it
    /// Take the exception or the severity out.
    IMPOSSIBLE_EXCEPTION = "P091", "impossible-exception", Error;
}
