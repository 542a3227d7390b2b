//! `T…`: typography.

use super::{Code, Severity};

codes! {
    /// A quotation mark without its partner in the same paragraph. Quotation marks in pairs
    /// are mended without a word; for a single one nobody can know where it belongs, and it
    /// is printed as it is.
    ///
    /// ## Why it matters
    /// The reader does not see where the quotation ends.
    ///
    /// ## Example
    /// `Le guide « Nouveaux parents est en ligne.`
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: T010, at: "sections[2]", reason: … }`; for
    /// all memos, `severity: { T010: off }` in `bimemo.yaml`.
    UNBALANCED_QUOTES = "T010", "unbalanced-quotes", Warning;

    /// A hyphen, or two, with spaces around it, where a dash belongs. Two hyphens are mended
    /// but between numbers that may be a range or not: `Phase 1 -- 2 weeks`.
    ///
    /// ## Why it matters
    /// A hyphen joins, a dash parts.
    ///
    /// ## Example
    /// `The office - and the lobby - close`: write `The office—and the lobby—close` in
    /// English, `Le bureau – et le hall – ferment` in French.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: T011, at: "sections[2]", reason: … }`; for
    /// all memos, `severity: { T011: off }` in `bimemo.yaml`.
    HYPHEN_AS_DASH = "T011", "hyphen-as-dash", Warning;

    /// Quotation marks of the other language that could not be mended: “…” around a French
    /// quotation that stands in no other, «…» in English.
    ///
    /// ## Why it matters
    /// Each language has its own.
    ///
    /// ## Example
    /// `le mot “renouvellement”` in French: write `le mot « renouvellement »`.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: T012, at: "sections[2]", reason: … }`; for
    /// all memos, `severity: { T012: off }` in `bimemo.yaml`.
    FOREIGN_QUOTES = "T012", "foreign-quotes", Warning;

    /// A space before a semicolon, an exclamation mark or a question mark, which Canadian
    /// French does not have, or before any of them or a colon in English.
    ///
    /// ## Why it matters
    /// The mark can fall to the beginning of the next line.
    ///
    /// ## Example
    /// `Des questions ?`: write `Des questions?`.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: T013, at: "sections[2]", reason: … }`; for
    /// all memos, `severity: { T013: off }` in `bimemo.yaml`.
    SPACE_BEFORE_PUNCTUATION = "T013", "space-before-punctuation", Warning;

    /// A French rank with a long ending.
    ///
    /// ## Why it matters
    /// It is 1er, 1re, 2e, 26e.
    ///
    /// ## Example
    /// `2ème`, `3ième`, `1ère`: write `2e`, `3e`, `1re`.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: T014, at: "sections[2]", reason: … }`; for
    /// all memos, `severity: { T014: off }` in `bimemo.yaml`.
    ORDINAL_FORM = "T014", "ordinal-form", Warning;

    /// A month or a day of the week with a capital in French, or without one in English.
    ///
    /// ## Why it matters
    /// The capital is English usage, its absence French.
    ///
    /// ## Example
    /// `le 30 Avril`: write `le 30 avril`.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: T015, at: "sections[2]", reason: … }`; for
    /// all memos, `severity: { T015: off }` in `bimemo.yaml`.
    MONTH_CASE = "T015", "month-case", Warning;

    /// `$` behind a scale word in French.
    ///
    /// ## Why it matters
    /// It is read "millions of of dollars": the sign follows digits alone.
    ///
    /// ## Example
    /// `5 millions de $`: write `5 millions de dollars` or `5 M$`.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: T016, at: "sections[2]", reason: … }`; for
    /// all memos, `severity: { T016: off }` in `bimemo.yaml`.
    MONEY_FORM = "T016", "money-form", Warning;

    /// A list in which some items end in a period or a semicolon and others in nothing.
    ///
    /// ## Why it matters
    /// One list has one form.
    ///
    /// ## Example
    /// Three items with a semicolon, the fourth of five with nothing.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: T017, at: "sections[2]", reason: … }`; for
    /// all memos, `severity: { T017: off }` in `bimemo.yaml`.
    LIST_ENDS = "T017", "list-ends", Warning;

    /// A French heading or subject in which words have capitals as in an English title.
    ///
    /// ## Why it matters
    /// French headings have a capital at their beginning and in names.
    ///
    /// ## Example
    /// `Prochaines Étapes Du Projet`: write `Prochaines étapes du projet`.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: T018, at: "sections[2]", reason: … }`; for
    /// all memos, `severity: { T018: off }` in `bimemo.yaml`.
    HEADING_CASE = "T018", "heading-case", Warning;

    /// A subject or a heading that ends in a period.
    ///
    /// ## Why it matters
    /// A heading is no sentence.
    ///
    /// ## Example
    /// `subject: { en: Spring update., … }`
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: T019, at: "sections[2]", reason: … }`; for
    /// all memos, `severity: { T019: off }` in `bimemo.yaml`.
    HEADING_PERIOD = "T019", "heading-period", Warning;

    /// A link whose words are "here", "ici", "click here", "ce lien".
    ///
    /// ## Why it matters
    /// People who listen to a page go from link to link and hear nothing but "here" (WCAG
    /// 2.4.4).
    ///
    /// ## Example
    /// `Apply [here](…)`: write `[Apply for a grant](…)`.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: T020, at: "sections[2]", reason: … }`; for
    /// all memos, `severity: { T020: off }` in `bimemo.yaml`.
    VAGUE_LINK = "T020", "vague-link", Warning;

    /// A French day of the week with a comma before its date.
    ///
    /// ## Why it matters
    /// French says "le jeudi 17 mars".
    ///
    /// ## Example
    /// `jeudi, le 17 mars 2026`: write `le jeudi 17 mars 2026`.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: T021, at: "sections[2]", reason: … }`; for
    /// all memos, `severity: { T021: off }` in `bimemo.yaml`.
    WEEKDAY_ORDER = "T021", "weekday-order", Warning;

    /// A French time with zeros that nobody reads: minutes below ten with a zero, or no
    /// minutes at all.
    ///
    /// ## Why it matters
    /// In running text it is 9 h and 8 h 5.
    ///
    /// ## Example
    /// `9 h 00`, `8 h 05`.
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: T022, at: "sections[2]", reason: … }`; for
    /// all memos, `severity: { T022: off }` in `bimemo.yaml`.
    PADDED_TIME = "T022", "padded-time", Warning;

    /// A straight `'`, or what is typed for an apostrophe beside it (`´`, `` ` ``), that no
    /// rule could mend: it may be an apostrophe, a quotation mark or feet.
    ///
    /// ## Why it matters
    /// It is printed as it stands, among others that are mended.
    ///
    /// ## Example
    /// `The sign says 'wet.` has one mark that opens and none that closes: write
    /// `The sign says ‘wet’.`
    ///
    /// ## How to silence it
    /// In the memo's `ignore`: `{ code: T023, at: "sections[2]", reason: … }`; for
    /// all memos, `severity: { T023: off }` in `bimemo.yaml`.
    STRAIGHT_MARK = "T023", "straight-mark", Warning;
}
