//! Runs of glyphs → strings of codes that a reader can turn back into text.

use super::dict;
use crate::diagnostic::Diagnostic;
use crate::output::pdf::pages::{Glyph, TextRun};
use crate::output::pdf::write::error::inaccessible;
use crate::output::pdf::write::fonts::EmbeddedFont;
use crate::output::pdf::write::objects::round;
use printpdf::{DictItem, Op};

/// A glyph with text that is never empty.
pub(in crate::output::pdf::write) struct Shown<'a> {
    /// The glyph in the face.
    pub(in crate::output::pdf::write) id: u16,
    /// The text that it gives.
    pub(in crate::output::pdf::write) text: &'a str,
    /// Which of the font's pairs of a glyph and its text this is.
    pub(in crate::output::pdf::write) pair: usize,
    /// As in [`Glyph`].
    advance: f32,
    /// As in [`Glyph`].
    offset: (f32, f32),
    /// Where the text of this and the following glyphs cannot be told glyph by
    /// glyph: how many glyphs give which text together.
    together: Option<(usize, &'a str)>,
}

/// What a glyph gives that has no text left: a space without width. Readers take
/// the `ActualText` around it instead.
const NOTHING: &str = "\u{200B}";

/// The glyphs from the left, with text for each. A cluster's text stands on the glyph that
/// is read first; it is dealt out character by character where there are enough.
pub(in crate::output::pdf::write) fn clusters<'a>(run: &'a TextRun, shown: &mut Vec<Shown<'a>>) {
    let start = shown.len();
    read_clusters(&run.glyphs, shown);
    if run.from_right {
        turn(&mut shown[start..]);
    }
}

/// Puts glyphs that are read from the right in their order from the left. Of those that
/// have one text together the first has it there, too: readers look for it on it.
fn turn(shown: &mut [Shown<'_>]) {
    let mut at = 0;
    while let Some(first) = shown.get_mut(at) {
        let together = first.together.take();
        let last = at + together.map_or(1, |(count, _)| count) - 1;
        if last > at && last < shown.len() {
            let text = std::mem::replace(&mut shown[at].text, NOTHING);
            shown[last].text = text;
            shown[last].together = together;
        }
        at = last + 1;
    }
    shown.reverse();
}

/// The same in the order of reading.
fn read_clusters<'a>(glyphs: &'a [Glyph], shown: &mut Vec<Shown<'a>>) {
    let mut at = 0;
    while let Some(first) = glyphs.get(at) {
        let later = glyphs
            .iter()
            .skip(at + 1)
            .take_while(|glyph| glyph.text.is_empty())
            .count();
        let cluster = glyphs.get(at..=at + later).unwrap_or_default();
        let characters = first.text.chars().count();
        let whole = cluster.len() == 1 && characters > 0;
        let together =
            (!whole && characters < cluster.len()).then_some((cluster.len(), first.text.as_str()));
        let mut rest = first.text.as_str();
        for (nth, glyph) in cluster.iter().enumerate() {
            let last = nth + 1 == cluster.len();
            let text = if last || rest.is_empty() {
                std::mem::take(&mut rest)
            } else {
                let length = rest.chars().next().map_or(0, char::len_utf8);
                let (text, after) = rest.split_at(length);
                rest = after;
                text
            };
            shown.push(Shown {
                id: glyph.id,
                text: if text.is_empty() { NOTHING } else { text },
                pair: 0,
                advance: glyph.advance,
                offset: glyph.offset,
                together: if nth == 0 { together } else { None },
            });
        }
        at += later + 1;
    }
}

/// Shows glyphs on one line: strings of codes, with numbers between them where the
/// pen does not stand where the next glyph belongs.
///
/// The drawing library's own operation of text is not used: it looks every character up in
/// fonts of its own and writes codes as hexadecimal figures, twice as long.
pub(super) struct ShownLine<'a> {
    ops: &'a mut Vec<Op>,
    font: &'a EmbeddedFont,
    size: f32,
    items: Vec<DictItem>,
    codes: Vec<u8>,
    /// How far the pen is raised, in thousandths of the size.
    rise: f32,
}

impl<'a> ShownLine<'a> {
    pub(super) fn new(ops: &'a mut Vec<Op>, font: &'a EmbeddedFont, size: f32) -> ShownLine<'a> {
        ShownLine {
            ops,
            font,
            size,
            items: Vec::new(),
            codes: Vec::new(),
            rise: 0.0,
        }
    }

    /// Shows a run, whose glyphs are `shown` from the left.
    pub(super) fn show(
        &mut self,
        run: &TextRun,
        shown: &[Shown<'_>],
    ) -> Result<(), Box<Diagnostic>> {
        let is_turned = run.from_right && shown.len() > 1;
        if is_turned {
            // Strings whose characters are read from their end (ISO 32000-1, 14.8.2.3.3).
            self.ops.push(Op::BeginMarkedContent {
                tag: "ReversedChars".to_owned(),
            });
        }
        self.codes.reserve(2 * shown.len());
        // Where the glyph belongs, and where the pen is, in thousandths.
        let mut place = 0.0_f64;
        let mut pen = 0.0_f64;
        let mut together = 0;
        for glyph in shown {
            let code = self.font.code(glyph.pair);
            let (code, width) = code.ok_or_else(|| inaccessible("code", ""))?;
            if let Some((count, text)) = glyph.together {
                together = count;
                self.begin_text(text);
            }
            if glyph.offset.1 != self.rise {
                self.raise(glyph.offset.1);
            }
            let step = sane(place + f64::from(glyph.offset.0) - pen).round();
            if step != 0.0 {
                self.flush_codes();
                self.items.push(DictItem::Int(-step as i64));
                pen += step;
            }
            self.codes.extend_from_slice(&code.to_be_bytes());
            pen += f64::from(width);
            place += sane(f64::from(glyph.advance));
            if together > 0 {
                together -= 1;
                if together == 0 {
                    self.flush();
                    self.ops.push(Op::EndMarkedContent);
                }
            }
        }
        self.flush();
        if self.rise != 0.0 {
            self.raise(0.0);
        }
        if is_turned {
            self.ops.push(Op::EndMarkedContent);
        }
        Ok(())
    }

    /// The text of the following glyphs together (ISO 32000-1, 14.9.4).
    fn begin_text(&mut self, text: &str) {
        self.flush();
        let utf16 = text.encode_utf16().flat_map(u16::to_be_bytes);
        let data = [0xFE, 0xFF].into_iter().chain(utf16).collect();
        let actual = DictItem::String {
            data,
            literal: false,
        };
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: "Span".to_owned(),
            properties: dict(vec![("ActualText", actual)]),
        });
    }

    fn raise(&mut self, rise: f32) {
        self.flush();
        self.rise = rise;
        self.ops.push(Op::SetLineOffset {
            multiplier: round(rise * self.size / 1000.0),
        });
    }

    fn flush_codes(&mut self) {
        if !self.codes.is_empty() {
            let data = std::mem::take(&mut self.codes);
            self.items.push(DictItem::String {
                data,
                literal: true,
            });
        }
    }

    fn flush(&mut self) {
        self.flush_codes();
        let mut items = std::mem::take(&mut self.items);
        let (key, value) = match items.len() {
            0 => return,
            1 => ("Tj", items),
            _ => ("TJ", vec![DictItem::Array(std::mem::take(&mut items))]),
        };
        self.ops.push(Op::Unknown {
            key: key.to_owned(),
            value,
        });
    }
}

/// A distance that PDF can write; what is none is 0.
fn sane(distance: f64) -> f64 {
    if distance.is_finite() {
        distance.clamp(-1e6, 1e6)
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dealt(texts: &[&str]) -> Vec<(String, Option<usize>)> {
        let glyphs: Vec<Glyph> = texts
            .iter()
            .map(|text| Glyph {
                id: 1,
                advance: 500.0,
                offset: (0.0, 0.0),
                text: (*text).into(),
                source: None,
            })
            .collect();
        let mut shown = Vec::new();
        read_clusters(&glyphs, &mut shown);
        assert_eq!(shown.len(), glyphs.len());
        shown
            .iter()
            .map(|glyph| {
                (
                    glyph.text.to_owned(),
                    glyph.together.map(|(count, _)| count),
                )
            })
            .collect()
    }

    #[test]
    fn the_text_of_a_cluster_is_dealt_out() {
        let plain = |text: &str| (text.to_owned(), None);
        assert_eq!(dealt(&["a", "ffi"]), [plain("a"), plain("ffi")]);
        assert_eq!(
            dealt(&["x\u{331}\u{301}", "", "b"]),
            [plain("x"), plain("\u{331}\u{301}"), plain("b")]
        );
    }

    #[test]
    fn glyphs_without_text_of_their_own_stand_together() {
        let together = |text: &str, count| (text.to_owned(), Some(count));
        let nothing = || (NOTHING.to_owned(), None);
        assert_eq!(dealt(&["é", ""]), [together("é", 2), nothing()]);
        assert_eq!(dealt(&["", "a"])[0], together(NOTHING, 1));
    }
}
