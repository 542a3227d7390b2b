//! The findings of writing fragments. Their manual pages stand in `codes/`.

crate::diagnostic::codes! {
    in "codes/";
    MALFORMED_FRAGMENT = "W170", "malformed-fragment", Error firm;
    FRAGMENT_PART = "W171", "fragment-part", Error firm;
}
