//! The findings of themes. Their manual pages stand in `codes/`.

crate::diagnostic::codes! {
    in "codes/";
    INVALID_COLOUR = "W110", "invalid-colour", Error firm;
    INVALID_THEME_VALUE = "W111", "invalid-theme-value", Error firm;
    LOW_CONTRAST = "W112", "low-contrast", Warning;
    UNKNOWN_FONT_FAMILY = "W114", "unknown-font-family", Error firm;
    INVALID_SELECTOR = "W115", "invalid-selector", Error firm;
    UNKNOWN_THEME = "W116", "unknown-theme", Error firm;
}
