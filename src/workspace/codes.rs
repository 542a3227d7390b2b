//! The findings of reading files. Their manual pages stand in `codes/`.

crate::diagnostic::codes! {
    in "codes/";
    FILE_TOO_LARGE = "W082", "file-too-large", Error firm;
    CONTROL_CHARACTER = "W107", "control-character", Error firm;
    HIDDEN_CHARACTER = "W108", "hidden-character", Warning;
    DIRECTION_OVERRIDE = "W130", "direction-override", Error;
    UNCLOSED_DIRECTION = "W131", "unclosed-direction", Warning;
    LOOK_ALIKE_ADDRESS = "W132", "look-alike-address", Error;
    LOOK_ALIKE_WORD = "W133", "look-alike-word", Warning;
    NOT_UTF8 = "W301", "not-utf8", Error firm;
    DUPLICATE_STEM = "W302", "duplicate-stem", Error firm;
    UNSAFE_FILE_NAME = "W303", "unsafe-file-name", Error firm;
    UNREADABLE_FILE = "W304", "unreadable-file", Error firm;
}
