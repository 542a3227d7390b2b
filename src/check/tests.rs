//! Documents made by hand for the tests of this room.

use crate::document::{Block, BlockKind, Inline, ListItem, Origin};
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
        facts: Vec::new(),
        name: false,
        origin: Origin::Node {
            file: Arc::clone(file),
            place: NodePath::root().key("a"),
            range,
        },
    }]
}

fn origin(file: &Arc<SourceFile>) -> Origin {
    Origin::Node {
        file: Arc::clone(file),
        place: NodePath::root().key("a"),
        range: 0..1,
    }
}

/// Paragraphs of these words.
pub(super) fn paragraphs(words: &[&str]) -> Vec<Block> {
    words
        .iter()
        .map(|words| {
            let file = file(words);
            Block {
                kind: BlockKind::Paragraph(text(&file)),
                origin: origin(&file),
            }
        })
        .collect()
}

/// A list of these items.
pub(super) fn list(start: Option<u64>, items: &[&str]) -> Block {
    let file = file("list");
    let items = paragraphs(items).into_iter().map(|block| ListItem {
        task: None,
        origin: block.origin.clone(),
        blocks: vec![block],
    });
    Block {
        kind: BlockKind::List {
            start,
            tight: true,
            items: items.collect(),
        },
        origin: origin(&file),
    }
}
