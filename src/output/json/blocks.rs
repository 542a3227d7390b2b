//! Blocks and inlines: each an object whose `type` says what it is.

use super::JsonDocument;
use crate::document::inline::plain_text;
use crate::document::{AlertKind, Alignment, Block, BlockKind, Cell, Inline};
use crate::source::{composed, without_hidden};
use serde_json::{Value, json};

impl JsonDocument<'_> {
    pub(super) fn blocks(&self, blocks: &[Block]) -> Value {
        blocks.iter().map(|block| self.block(&block.kind)).collect()
    }

    fn block(&self, block: &BlockKind) -> Value {
        match block {
            BlockKind::Paragraph(inlines) => {
                json!({ "type": "paragraph", "content": self.inlines(inlines) })
            }
            BlockKind::List {
                start,
                tight,
                items,
            } => {
                let items = items
                    .iter()
                    .map(|item| json!({ "done": item.task, "blocks": self.blocks(&item.blocks) }));
                let items: Vec<Value> = items.collect();
                json!({ "type": "list", "start": start, "tight": tight, "items": items })
            }
            BlockKind::Definitions { tight, items } => {
                let items = items.iter().map(|item| {
                    let meanings = item.meanings.iter().map(|it| self.blocks(&it.blocks));
                    let meanings: Vec<Value> = meanings.collect();
                    json!({ "term": self.inlines(&item.term), "meanings": meanings })
                });
                let items: Vec<Value> = items.collect();
                json!({ "type": "definitions", "tight": tight, "items": items })
            }
            BlockKind::Table {
                caption,
                columns,
                header,
                rows,
            } => json!({
                "type": "table",
                "number": caption.as_ref().map(|it| it.number),
                "caption": caption.as_ref().map(|it| self.inlines(&it.words.inlines)),
                "columns": columns.iter().map(|it| alignment(*it)).collect::<Vec<_>>(),
                "header": self.cells(header),
                "rows": rows.iter().map(|row| self.cells(row)).collect::<Vec<_>>(),
            }),
            BlockKind::Quote(blocks) => json!({ "type": "quote", "blocks": self.blocks(blocks) }),
            BlockKind::Alert {
                kind,
                label,
                blocks,
            } => json!({
                "type": "alert",
                "kind": alert(*kind),
                "label": self.phrase(label),
                "blocks": self.blocks(blocks),
            }),
            BlockKind::Code { language, text } => {
                json!({ "type": "code", "language": said(language), "text": characters(text) })
            }
            BlockKind::Figure { picture, caption } => json!({
                "type": "figure",
                "number": caption.number,
                "picture": self.inlines(picture),
                "caption": self.inlines(&caption.words.inlines),
            }),
            BlockKind::Rule => json!({ "type": "rule" }),
        }
    }

    fn cells(&self, cells: &[Cell]) -> Value {
        let cells = cells.iter();
        cells.map(|cell| self.inlines(&cell.inlines)).collect()
    }

    pub(super) fn inlines(&self, inlines: &[Inline]) -> Value {
        let mut written = Vec::with_capacity(inlines.len());
        self.add(inlines, &mut written);
        Value::Array(written)
    }

    fn add(&self, inlines: &[Inline], written: &mut Vec<Value>) {
        for inline in inlines {
            match inline {
                // A link that leads nowhere is a finding; here it is its words.
                Inline::Link { href, inlines, .. } if href.is_empty() => {
                    self.add(inlines, written);
                }
                // Print alone has pages with numbers.
                Inline::PageNumber | Inline::PageCount => {}
                Inline::Text { text, facts, .. } => {
                    let text = characters(text);
                    match written.last_mut() {
                        Some(before) if facts.is_empty() && is_plain(before) => {
                            let joined = before["text"].as_str().unwrap_or_default().to_owned();
                            before["text"] = Value::from(joined + &text);
                        }
                        _ => written.push(json!({ "type": "text", "text": text, "facts": facts })),
                    }
                }
                inline => written.push(self.inline(inline)),
            }
        }
    }

    fn inline(&self, inline: &Inline) -> Value {
        let wrapper = |kind: &str| {
            let content = self.inlines(inline.wrapped());
            json!({ "type": kind, "content": content })
        };
        match inline {
            Inline::Emphasis(_) => wrapper("emphasis"),
            Inline::Strong(_) => wrapper("strong"),
            Inline::Deleted(_) => wrapper("deleted"),
            Inline::Superscript(_) => wrapper("superscript"),
            Inline::Subscript(_) => wrapper("subscript"),
            Inline::Item(_) => wrapper("item"),
            Inline::Foreign(lang, inlines) => {
                json!({ "type": "foreign", "lang": lang.tag(), "content": self.inlines(inlines) })
            }
            Inline::Abbreviation {
                expansion, inlines, ..
            } => json!({
                "type": "abbreviation",
                "expansion": plain_text(expansion),
                "content": self.inlines(inlines),
            }),
            Inline::Link {
                href,
                title,
                hreflang,
                inlines,
                ..
            } => json!({
                "type": "link",
                "href": self.address(href),
                "title": said(title),
                "lang": hreflang.map(|lang| lang.tag()),
                "content": self.inlines(inlines),
            }),
            Inline::Image {
                src,
                alt,
                title,
                width,
                decorative,
                ..
            } => json!({
                "type": "image",
                "src": self.picture(src),
                "alt": characters(alt),
                "title": said(title),
                "width": width,
                "decorative": decorative,
            }),
            Inline::Code { text, .. } => json!({ "type": "code", "text": characters(text) }),
            Inline::Break => json!({ "type": "break" }),
            Inline::NoteReference(number) => json!({ "type": "note", "number": number }),
            Inline::Number(text) => json!({ "type": "number", "text": characters(text) }),
            Inline::Gap(text) => json!({ "type": "gap", "text": characters(text) }),
            Inline::Text { .. } | Inline::PageNumber | Inline::PageCount => Value::Null,
        }
    }
}

/// Whether something written is text that no fact prints.
fn is_plain(written: &Value) -> bool {
    written["type"] == "text" && written["facts"].as_array().is_some_and(Vec::is_empty)
}

/// Characters as programs search them: composed, without those that nobody sees.
fn characters(text: &str) -> String {
    composed(&without_hidden(text)).into_owned()
}

/// Characters, where there are any.
fn said(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| characters(text))
}

fn alert(kind: AlertKind) -> &'static str {
    match kind {
        AlertKind::Note => "note",
        AlertKind::Tip => "tip",
        AlertKind::Important => "important",
        AlertKind::Warning => "warning",
        AlertKind::Caution => "caution",
    }
}

fn alignment(alignment: Alignment) -> Option<&'static str> {
    match alignment {
        Alignment::None => None,
        Alignment::Left => Some("left"),
        Alignment::Center => Some("center"),
        Alignment::Right => Some("right"),
        Alignment::Numeric => Some("numeric"),
    }
}
