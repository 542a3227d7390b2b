//! The findings of setting and writing print. Their manual pages stand in `codes/`.

crate::diagnostic::codes! {
    in "codes/";
    UNPRINTED_WORDS = "W044", "unprinted-words", Error firm;
    MALFORMED_PRINT_MARKUP = "W100", "malformed-print-markup", Error firm;
    UNKNOWN_PRINT_NAME = "W101", "unknown-print-name", Error firm;
    MISPLACED_PRINT_ELEMENT = "W102", "misplaced-print-element", Error firm;
    DANGLING_PRINT_REFERENCE = "W103", "dangling-print-reference", Error firm;
    UNUSABLE_PICTURE = "W104", "unusable-picture", Error firm;
    MISSING_CHARACTER = "W105", "missing-character", Error firm;
    NO_ROOM_ON_PAGE = "W106", "no-room-on-page", Error firm;
    UNUSABLE_FONT = "W113", "unusable-font", Error firm;
    TOO_WIDE_TABLE = "W117", "too-wide-table", Warning;
    COARSE_LOGO = "W118", "coarse-logo", Warning;
    TEXT_OFF_PAGE = "W134", "text-off-page", Error firm;
    DAMAGED_FONT = "W135", "damaged-font", Error firm;
    FONT_CHECKSUM = "W136", "font-checksum", Warning;
    TEXT_IN_DRAWING = "W202", "text-in-drawing", Error firm;
    UNSUPPORTED_DRAWING_FEATURE = "W203", "unsupported-drawing-feature", Error firm;
    UNEMBEDDABLE_FONT = "W205", "unembeddable-font", Error firm;
    INACCESSIBLE_PDF = "W206", "inaccessible-pdf", Error firm;
}

crate::diagnostic::phrases! {
    PRINTED = "codes/printed";
}
