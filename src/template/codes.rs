//! The findings of templates. Their manual pages stand in `codes/`.

crate::diagnostic::codes! {
    in "codes/";
    TEMPLATE_SYNTAX = "W030", "template-syntax", Error firm;
    TEMPLATE_REFERENCE = "W031", "template-reference", Error firm;
    TEMPLATE_FIELD = "W032", "template-field", Error firm;
    TEMPLATE_SAFE = "W033", "template-safe", Error firm;
    MISSING_TEMPLATE = "W034", "missing-template", Error firm;
    TEMPLATE_LIMIT = "W085", "template-limit", Error firm;
}
