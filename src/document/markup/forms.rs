//! Blocks that Markdown has no form for: alerts, definition lists, figures.

use super::{MarkupWriter, Medium, escape};
use crate::document::{AlertKind, Block, Caption, Definition, Inline, Phrase};

impl MarkupWriter<'_> {
    pub(super) fn write_alert(&mut self, kind: AlertKind, label: &Phrase, blocks: &[Block]) {
        let class = format!("alert {}", kind.name());
        let attributes = [("class", class.as_str()), ("role", "note")];
        self.open(
            "div",
            match self.medium {
                Medium::Web => &attributes,
                Medium::Print => &attributes[..1],
            },
        );
        self.wrap("p", &[("class", "label")], &label.inlines);
        self.out.push('\n');
        self.write_blocks(blocks);
        self.close_block("div");
    }

    /// Begins a paragraph, with its number if it has one; gives what else is in it.
    pub(super) fn begin_paragraph<'i>(&mut self, inlines: &'i [Inline]) -> &'i [Inline] {
        let Some((Inline::Number(number), rest)) = inlines.split_first() else {
            self.open("p", &[]);
            return inlines;
        };
        self.open("p", &[("class", "numbered")]);
        self.open("span", &[("class", "number")]);
        escape(number, &mut self.out);
        self.close("span");
        rest
    }

    pub(super) fn write_definitions(&mut self, tight: bool, items: &[Definition]) {
        self.open("dl", &[]);
        for item in items {
            self.wrap("dt", &[], &item.term);
            self.out.push('\n');
            for meaning in &item.meanings {
                self.open("dd", &[]);
                self.write_contents(&meaning.blocks, tight);
                self.close_block("dd");
            }
        }
        self.close_block("dl");
    }

    pub(super) fn write_figure(&mut self, picture: &[Inline], caption: &Caption) {
        let id = self.anchors.figure(caption.number);
        self.open("figure", &[("id", &id)]);
        self.out.push('\n');
        self.write_inlines(picture);
        self.out.push('\n');
        self.wrap("figcaption", &[], &caption.words.inlines);
        self.out.push('\n');
        self.close_block("figure");
    }
}
