//! Documents made by hand for the tests of this room.

use crate::document::{Inline, Origin};
use crate::memo::NodePath;
use crate::source::SourceFile;
use std::sync::Arc;

/// A file whose one scalar, under the key `a`, is `text`.
pub(super) fn file(text: &str) -> Arc<SourceFile> {
    SourceFile::new("memos/a.yaml", format!("a: {text}\n"))
}

/// The scalar of [`file`] as one inline.
pub(super) fn text(file: &Arc<SourceFile>) -> Vec<Inline> {
    let text = file.text().trim_start_matches("a: ").trim_end().to_owned();
    let range = 0..text.len();
    vec![Inline::Text {
        text,
        fact: None,
        origin: Origin::Node {
            file: Arc::clone(file),
            place: NodePath::root().key("a"),
            range,
        },
    }]
}
