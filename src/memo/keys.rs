//! The keys of the mappings that bimemo reads, in the order in which they are usually
//! written. Keys of facts' kinds and names that authors choose are not among them.

/// The keys of a memo.
pub const MEMO: &[&str] = &[
    "kind",
    "date",
    "updated",
    "effective",
    "action-by",
    "reference",
    "classification",
    "marks",
    "letterhead",
    "sender",
    "through",
    "recipients",
    "distribution",
    "subject",
    "salutation",
    "facts",
    "sections",
    "closing",
    "signature",
    "enquiries",
    "attachments",
    "cc",
    "appendices",
    "details",
    "source-language",
    "languages",
    "ignore",
];

/// The keys of a section.
pub const SECTION: &[&str] = &["heading", "id", "body", "sections"];

/// The keys of a group; `message` stands for its words.
pub const GROUP: &[&str] = &["en", "fr", "message", "args", "number"];

/// The keys of a Text.
pub const TEXT: &[&str] = GROUP.split_at(4).0;

/// The keys of a person.
pub const PERSON: &[&str] = &[
    "person",
    "name",
    "gender",
    "honorific",
    "title",
    "acting",
    "organization",
    "telephone",
    "extension",
    "tty",
    "email",
];

/// The keys of an enquiry beside those of a person.
pub const ENQUIRY: &[&str] = &["about"];

/// The keys of a person of the directory beside those of any other.
pub const LISTED_PERSON: &[&str] = &["language"];

/// The keys of an attachment.
pub const ATTACHMENT: &[&str] = &["title", "href", "language"];

/// The keys of a detail.
pub const DETAIL: &[&str] = &["label", "value"];

/// The keys of a signature.
pub const SIGNATURE: &[&str] = &["original", "by", "for"];

/// The keys of a logo.
pub const LOGO: &[&str] = &["file", "alt"];

/// The keys of a letterhead.
pub const LETTERHEAD: &[&str] = &[
    "first",
    "languages",
    "logo",
    "organization",
    "office",
    "address",
    "telephone",
    "email",
    "web",
];

/// The keys of an exception in a memo.
pub const EXCEPTION: &[&str] = &["code", "at", "reason"];

/// The keys of an exception in the settings.
pub const SETTINGS_EXCEPTION: &[&str] = &["code", "path", "reason"];

/// The keys of the settings.
pub const SETTINGS: &[&str] = &[
    "letterhead",
    "facts",
    "typography",
    "severity",
    "ignore",
    "glossary",
    "base-url",
];

/// The keys of the settings' typography.
pub const TYPOGRAPHY: &[&str] = &["profile", "off"];

/// The keys of an entry of the glossary.
pub const GLOSSARY_ENTRY: &[&str] = &["en", "fr", "kind", "forbidden"];

/// The keys of the directory.
pub const DIRECTORY: &[&str] = &["people", "organizations"];

/// The keys of an organization of the directory.
pub const ORGANIZATION: &[&str] = &["name", "within", "french"];

/// Keys that may stand beside each other, in the order in which they are usually
/// written, each family in lists that follow one another.
pub const FAMILIES: &[&[&[&str]]] = &[
    &[MEMO],
    &[SECTION],
    &[GROUP],
    // A person, an enquiry, a person of the directory.
    &[
        ENQUIRY,
        PERSON.split_at(3).0,
        LISTED_PERSON,
        PERSON.split_at(3).1,
    ],
    &[ATTACHMENT],
    &[DETAIL],
    &[SIGNATURE],
    &[LOGO],
    &[LETTERHEAD],
    // Exceptions of both kinds.
    &[EXCEPTION.split_at(2).0, SETTINGS_EXCEPTION.split_at(1).1],
    &[SETTINGS],
    &[TYPOGRAPHY],
    &[GLOSSARY_ENTRY],
    &[DIRECTORY],
    &[ORGANIZATION],
];
