//! The findings of composing documents. Their manual pages stand in `codes/`.

crate::diagnostic::codes! {
    in "codes/";
    UNDEFINED_NOTE = "W011", "undefined-note", Error firm;
    UNUSED_NOTE = "W012", "unused-note", Warning;
    MISSING_ALT = "W013", "missing-alt", Error firm;
    UNSAFE_LINK = "W014", "unsafe-link", Error firm;
    MISSING_FILE = "W015", "missing-file", Error firm;
    IMAGE_NOT_A_FILE = "W016", "image-not-a-file", Error firm;
    OUTSIDE_WORKSPACE = "W017", "outside-workspace", Error firm;
    NESTED_TOO_DEEPLY = "W018", "nested-too-deeply", Error firm;
    DUPLICATE_ANCHOR = "W019", "duplicate-anchor", Error firm;
    UNKNOWN_ANCHOR = "W020", "unknown-anchor", Error firm;
    EMPTY_LINK = "W021", "empty-link", Error firm;
    UNKNOWN_KIND = "W022", "unknown-kind", Error firm;
    UNKNOWN_CLASSIFICATION = "W023", "unknown-classification", Error firm;
    UNKNOWN_MARK = "W024", "unknown-mark", Error firm;
    UNKNOWN_LETTERHEAD = "W025", "unknown-letterhead", Error firm;
    UNKNOWN_CHOICE = "W029", "unknown-choice", Error firm;
    EXAMPLE_LETTERHEAD = "W026", "example-letterhead", Note;
    NESTED_HEADING = "W036", "nested-heading", Warning;
    EMPTY_HEADING = "W037", "empty-heading", Error firm;
    SURPLUS_CELL = "W040", "surplus-cell", Error firm;
    LINK_WITHOUT_WORDS = "W041", "link-without-words", Error firm;
    UNUSED_DEFINITION = "W042", "unused-definition", Warning;
    UNDEFINED_REFERENCE = "W043", "undefined-reference", Warning;
    EMPTY_ALERT = "W066", "empty-alert", Warning;
    PICTURE_TITLE = "W067", "picture-title", Error;
    STRAY_CAPTION = "W068", "stray-caption", Warning;
    MARKED_METADATA = "W160", "marked-metadata", Warning;
    TOO_MANY_PARTS = "W083", "too-many-parts", Error firm;
}
