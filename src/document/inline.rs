//! Small things about inlines: making, joining and reading them.

use super::{Inline, Origin, Phrase, Visitor};
use crate::document::markdown::escape::escape_text;
use crate::language::Hand;
use crate::locale::PrintedValue;
use crate::source::{Span, composed, without_hidden};

/// Characters that were written there.
pub fn text(text: &str, origin: Origin) -> Inline {
    Inline::Text {
        text: text.to_owned(),
        facts: Vec::new(),
        name: false,
        origin,
    }
}

/// Words that lead somewhere, without a tooltip.
pub(crate) fn link(href: String, inlines: Vec<Inline>, origin: Origin) -> Inline {
    Inline::Link {
        href,
        title: String::new(),
        hreflang: None,
        inlines,
        origin,
    }
}

/// The characters of a value, raised where its pieces are.
pub fn value(value: &PrintedValue, origin: &Origin) -> Vec<Inline> {
    value
        .pieces
        .iter()
        .map(|piece| {
            if piece.hand == Hand::Nobody {
                return Inline::Gap(piece.text.clone());
            }
            let text = Inline::Text {
                text: piece.text.clone(),
                facts: piece.facts.clone(),
                name: piece.hand == Hand::Name,
                origin: origin.clone(),
            };
            if piece.superscript {
                Inline::Superscript(vec![text])
            } else {
                text
            }
        })
        .collect()
}

/// A phrase of plain characters.
pub fn plain_phrase(characters: &str, origin: Origin) -> Phrase {
    Phrase {
        inlines: vec![text(characters, origin)],
        markdown: escape_text(characters, true),
    }
}

/// Joins neighbouring pieces of text that were written by one hand in one place.
pub fn join_text(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut joined: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        if let (
            Some(Inline::Text {
                text: before,
                facts,
                origin: from,
                ..
            }),
            Inline::Text {
                text,
                facts: others,
                origin: to,
                ..
            },
        ) = (joined.last_mut(), &inline)
            && facts.is_empty()
            && others.is_empty()
            && let Some(whole) = join_origins(from, to)
        {
            before.push_str(text);
            *from = whole;
            continue;
        }
        joined.push(inline);
    }
    joined
}

fn join_origins(from: &Origin, to: &Origin) -> Option<Origin> {
    match (from, to) {
        (
            Origin::Node { file, place, range },
            Origin::Node {
                place: next_place,
                range: next,
                ..
            },
        ) if place == next_place && range.end <= next.start => Some(Origin::Node {
            file: file.clone(),
            place: place.clone(),
            range: range.start..next.end,
        }),
        (Origin::Locale(from), Origin::Locale(to))
            if from.file() == to.file() && from.range().end <= to.range().start =>
        {
            Some(Origin::Locale(Span::new(
                from.file(),
                from.range().start..to.range().end,
            )))
        }
        _ => None,
    }
}

/// The characters alone, without those that have no width; a break is a space, an image
/// its alternative text.
pub fn plain_text(inlines: &[Inline]) -> String {
    let mut plain = Plain(String::new());
    plain.inlines(inlines);
    composed(&without_hidden(&plain.0)).into_owned()
}

struct Plain(String);

impl<'d> Visitor<'d> for Plain {
    fn inline(&mut self, inline: &'d Inline) {
        match inline {
            Inline::Text { text, .. }
            | Inline::Code { text, .. }
            | Inline::Gap(text)
            | Inline::Number(text) => {
                self.0.push_str(text);
            }
            Inline::Image { alt, .. } => self.0.push_str(alt),
            Inline::Break => self.0.push(' '),
            Inline::Item(inlines) => {
                self.0.push(' ');
                self.inlines(inlines);
                self.0.push(' ');
            }
            inline => self.inlines(inline.wrapped()),
        }
    }
}
