//! The findings of pictures. Their manual pages stand in `codes/`.

crate::diagnostic::codes! {
    in "codes/";
    UNREADABLE_PICTURE = "W200", "unreadable-picture", Error firm;
    UNKNOWN_PICTURE_FORMAT = "W201", "unknown-picture-format", Error firm;
    OVERSIZED_PICTURE = "W204", "oversized-picture", Error firm;
    OVERSIZED_NUMBER = "W137", "oversized-number", Error firm;
    ACTIVE_DRAWING = "W207", "active-drawing", Error firm;
    UNKNOWN_DRAWING_PART = "W208", "unknown-drawing-part", Error firm;
}

crate::diagnostic::phrases! {
    PARTS = "codes/parts";
}
