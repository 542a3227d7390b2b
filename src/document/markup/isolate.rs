//! Words that are read from the right stand in `<bdi>` on a page: what is beside them,
//! a number or a comma, is then set as if they were not there.

use super::{MarkupWriter, Medium, escape};
use crate::document::Inline;
use crate::source::{is_right_to_left, right_to_left_stretches};
use std::ops::Range;

impl MarkupWriter<'_> {
    /// Writes inlines; on a page those that are read from the right are isolated.
    pub(super) fn write_inlines(&mut self, inlines: &[Inline]) {
        let by_direction = match self.medium {
            Medium::Web if !self.isolated => parts(inlines),
            // The typesetter does it by itself.
            _ => None,
        };
        let Some(parts) = by_direction else {
            for inline in inlines {
                self.write_inline(inline);
            }
            return;
        };
        for part in parts {
            self.isolated = part.isolated;
            if part.isolated {
                self.open("bdi", &[]);
            }
            for piece in part.inlines {
                match piece {
                    Piece::Whole(inline) => self.write_inline(inline),
                    Piece::Text(text) => escape(text, &mut self.out),
                }
            }
            if part.isolated {
                self.close("bdi");
            }
            self.isolated = false;
        }
    }

    /// Writes code, whose text is no inlines.
    pub(super) fn write_code_text(&mut self, text: &str) {
        let mut at = 0;
        if self.medium == Medium::Web && !self.isolated {
            for stretch in right_to_left_stretches(text) {
                escape(&text[at..stretch.start], &mut self.out);
                self.open("bdi", &[]);
                escape(&text[stretch.clone()], &mut self.out);
                self.close("bdi");
                at = stretch.end;
            }
        }
        escape(&text[at..], &mut self.out);
    }
}

/// What stands for inlines in the text in which directions are looked for: read from
/// the right, from the left, or neither; and what no words go on over.
const RIGHT: char = 'א';
const LEFT: char = 'a';
const NEITHER: char = '\u{FFFC}';
const END: char = '\n';

/// A part of inlines: whole ones, or bytes of a text; in the order of reading.
struct Part<'a> {
    /// What there is of it.
    inlines: Vec<Piece<'a>>,
    /// Whether it is read from the right.
    isolated: bool,
}

/// A whole inline, or some of a text's characters.
enum Piece<'a> {
    Whole(&'a Inline),
    Text(&'a str),
}

/// The inlines divided into what is read from the right and what is not; none where all
/// of it is read from the left.
fn parts(inlines: &[Inline]) -> Option<Vec<Part<'_>>> {
    if !inlines.iter().any(has_right_to_left) {
        return None;
    }
    let mut flat = String::new();
    let starts: Vec<usize> = inlines
        .iter()
        .map(|inline| {
            let start = flat.len();
            flatten(inline, &mut flat);
            start
        })
        .collect();
    let mut parts = Vec::new();
    let mut at = 0;
    for stretch in right_to_left_stretches(&flat) {
        parts.push(part(inlines, &starts, at..stretch.start, false));
        at = stretch.end;
        parts.push(part(inlines, &starts, stretch, true));
    }
    parts.push(part(inlines, &starts, at..flat.len(), false));
    Some(parts)
}

/// What stands in the bytes `range` of the flat text.
fn part<'a>(
    inlines: &'a [Inline],
    starts: &[usize],
    range: Range<usize>,
    isolated: bool,
) -> Part<'a> {
    let pieces = inlines.iter().zip(starts).filter_map(|(inline, &start)| {
        let Inline::Text { text, .. } = inline else {
            return range.contains(&start).then_some(Piece::Whole(inline));
        };
        let from = range.start.max(start);
        let to = range.end.min(start + text.len());
        (from < to).then(|| Piece::Text(&text[from - start..to - start]))
    });
    Part {
        inlines: pieces.collect(),
        isolated,
    }
}

/// Adds what directions are looked for in.
fn flatten(inline: &Inline, flat: &mut String) {
    match inline {
        Inline::Text { text, .. } => flat.push_str(text),
        Inline::Break => flat.push(END),
        inline => flat.push(
            match (has_right_to_left(inline), has_left_to_right(inline)) {
                (true, false) => RIGHT,
                (false, false) => NEITHER,
                (_, true) => LEFT,
            },
        ),
    }
}

fn has_right_to_left(inline: &Inline) -> bool {
    any_letter(inline, is_right_to_left)
}

fn has_left_to_right(inline: &Inline) -> bool {
    any_letter(inline, |letter| {
        letter.is_alphabetic() && !is_right_to_left(letter)
    })
}

fn any_letter(inline: &Inline, is_wanted: fn(char) -> bool) -> bool {
    inline.any(&|inline| match inline {
        Inline::Text { text, .. } | Inline::Code { text, .. } | Inline::Gap(text) => {
            text.contains(is_wanted)
        }
        _ => false,
    })
}
