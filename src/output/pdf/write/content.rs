//! Marks → operators, in marked-content sequences.

mod text;

use super::error::inaccessible;
use super::fonts::{EmbeddedFont, ShownText};
use super::objects::{hundredths, round};
use super::pictures;
use crate::diagnostic::Diagnostic;
use crate::output::pdf::pages::{Colour, Drawing, Mark, MarkRole, Page, Pages, Rect, Tag, TextRun};
use printpdf::{
    Color, DictItem, FontId, Greyscale, Line, LinePoint, Op, PaintMode, PdfFontHandle, Point, Pt,
    Rgb,
};
use std::collections::BTreeMap;
use text::ShownLine;
pub(super) use text::{Shown, clusters};

/// What a page draws, and the element of each marked-content sequence, by its MCID.
pub(super) type Drawn = (Vec<Op>, Vec<usize>);

/// Draws all pages.
pub(super) fn draw_pages(
    pages: &Pages,
    fonts: &[Option<EmbeddedFont>],
    text: &ShownText<'_>,
    alike: &[usize],
) -> Result<Vec<Drawn>, Box<Diagnostic>> {
    let mut runs = text.runs();
    let draw = |page| {
        let mut pen = Pen {
            pages,
            fonts,
            alike,
            ops: Vec::new(),
            sequences: Vec::new(),
            colour: Colour::default(),
            font: None,
            text_at: None,
        };
        pen.page(page, &mut runs)?;
        Ok((pen.ops, pen.sequences))
    };
    pages.pages.iter().map(draw).collect()
}

/// Draws one page and knows the graphics state.
struct Pen<'a> {
    pages: &'a Pages,
    fonts: &'a [Option<EmbeddedFont>],
    /// For each picture the first that is alike.
    alike: &'a [usize],
    ops: Vec<Op>,
    sequences: Vec<usize>,
    /// The colour of fills and text; PDF begins with black.
    colour: Colour,
    /// The face and the size in hundredths.
    font: Option<(usize, i32)>,
    /// Where the last line began while text is open, in hundredths.
    text_at: Option<(i32, i32)>,
}

impl Pen<'_> {
    /// Draws a page: what lies beneath first, then the marks in their order, those
    /// of one role that follow each other as one sequence. `runs` gives the glyphs of the
    /// page's runs of text in their order.
    fn page<'b>(
        &mut self,
        page: &Page,
        runs: &mut impl Iterator<Item = &'b [Shown<'b>]>,
    ) -> Result<(), Box<Diagnostic>> {
        let marks = page.marks.iter().map(|mark| match mark.drawing {
            Drawing::Text(_) => (mark, runs.next().unwrap_or_default()),
            _ => (mark, Default::default()),
        });
        let (watermarks, others): (Vec<_>, Vec<_>) =
            marks.partition(|(mark, _)| mark.role == MarkRole::Watermark);
        for marks in [watermarks, others] {
            for sequence in marks.chunk_by(|(one, _), (next, _)| one.role == next.role) {
                self.sequence(sequence)?;
            }
        }
        Ok(())
    }

    /// Draws marks of one role. Each sequence begins and ends its own text: places that are
    /// counted from those of another would be rounded elsewhere by readers.
    fn sequence(&mut self, marks: &[(&Mark, &[Shown<'_>])]) -> Result<(), Box<Diagnostic>> {
        let Some((first, _)) = marks.first() else {
            return Ok(());
        };
        self.begin(first.role)?;
        for (mark, shown) in marks {
            self.mark(&mark.drawing, shown)?;
        }
        self.end_text();
        self.ops.push(Op::EndMarkedContent);
        Ok(())
    }

    /// Begins a marked-content sequence (ISO 32000-1, 14.6 and 14.8.2.2).
    fn begin(&mut self, role: MarkRole) -> Result<(), Box<Diagnostic>> {
        let artifact = |properties: Vec<(&'static str, DictItem)>| ("Artifact", properties);
        let (tag, properties) = match role {
            MarkRole::Content(index) => {
                let element = self.pages.structure.get(index);
                let element = element.ok_or_else(|| inaccessible("content", ""))?;
                let id = DictItem::Int(self.sequences.len() as i64);
                self.sequences.push(index);
                (structure_name(element.tag), vec![("MCID", id)])
            }
            MarkRole::Decoration => artifact(vec![("Type", name("Layout"))]),
            MarkRole::Running { head } => {
                let (kind, edge) = if head {
                    ("Header", "Top")
                } else {
                    ("Footer", "Bottom")
                };
                artifact(vec![
                    ("Type", name("Pagination")),
                    ("Subtype", name(kind)),
                    ("Attached", DictItem::Array(vec![name(edge)])),
                ])
            }
            MarkRole::Watermark => artifact(vec![
                ("Type", name("Pagination")),
                ("Subtype", name("Watermark")),
            ]),
        };
        self.ops.push(Op::BeginMarkedContentWithProperties {
            tag: tag.to_owned(),
            properties: dict(properties),
        });
        Ok(())
    }

    fn mark(&mut self, drawing: &Drawing, shown: &[Shown<'_>]) -> Result<(), Box<Diagnostic>> {
        match drawing {
            Drawing::Text(run) => return self.text(run, shown),
            Drawing::Fill { rect, colour } => {
                self.end_text();
                self.set_colour(*colour);
                self.ops.push(Op::DrawRectangle {
                    rectangle: rectangle(*rect),
                });
            }
            Drawing::Line {
                from,
                to,
                width,
                colour,
            } => {
                self.end_text();
                self.line(*from, *to, *width, *colour);
            }
            Drawing::Image { image, rect } => {
                self.end_text();
                let picture = self
                    .pages
                    .images
                    .get(*image)
                    .ok_or_else(|| inaccessible("picture", ""))?;
                // The same picture is embedded once, wherever it stands in the list.
                let first = self.alike.get(*image).unwrap_or(image);
                pictures::place(&mut self.ops, *first, picture, *rect);
            }
        }
        Ok(())
    }

    fn line(&mut self, from: (f32, f32), to: (f32, f32), width: f32, colour: Colour) {
        self.ops.push(Op::SetOutlineColor {
            col: colour_of(colour),
        });
        self.ops.push(Op::SetOutlineThickness {
            pt: Pt(round(width)),
        });
        let points = [from, to].map(|(x, y)| LinePoint {
            p: point(x, y),
            bezier: false,
        });
        self.ops.push(Op::DrawLine {
            line: Line {
                points: points.to_vec(),
                is_closed: false,
            },
        });
    }

    fn text(&mut self, run: &TextRun, shown: &[Shown<'_>]) -> Result<(), Box<Diagnostic>> {
        if run.glyphs.is_empty() {
            return Ok(());
        }
        let fonts = self.fonts;
        let font = fonts.get(run.face).and_then(Option::as_ref);
        let font = font.ok_or_else(|| inaccessible("face", ""))?;
        self.place_text(run);
        self.set_colour(run.colour);
        let size = hundredths(run.size);
        if self.font != Some((run.face, size)) {
            self.font = Some((run.face, size));
            self.ops.push(Op::SetFont {
                font: PdfFontHandle::External(FontId(font.resource.clone())),
                size: Pt(round(run.size)),
            });
        }
        let mut line = ShownLine::new(&mut self.ops, font, run.size);
        line.show(run, shown)
    }

    /// Opens text where it is not open and moves to where the run begins.
    fn place_text(&mut self, run: &TextRun) {
        let (x, y) = (hundredths(run.origin.0), hundredths(run.origin.1));
        let from = match self.text_at {
            Some(at) => at,
            None => {
                self.ops.push(Op::StartTextSection);
                (0, 0)
            }
        };
        self.text_at = Some((x, y));
        let pos = Point {
            x: Pt(x.saturating_sub(from.0) as f32 / 100.0),
            y: Pt(y.saturating_sub(from.1) as f32 / 100.0),
        };
        self.ops.push(Op::SetTextCursor { pos });
    }

    fn end_text(&mut self) {
        if self.text_at.take().is_some() {
            self.ops.push(Op::EndTextSection);
        }
    }

    fn set_colour(&mut self, colour: Colour) {
        if self.colour != colour {
            self.colour = colour;
            self.ops.push(Op::SetFillColor {
                col: colour_of(colour),
            });
        }
    }
}

/// The standard structure type's name (ISO 32000-1, 14.8.4).
pub(super) fn structure_name(tag: Tag) -> &'static str {
    match tag {
        Tag::Document => "Document",
        Tag::Sect => "Sect",
        Tag::Div => "Div",
        Tag::H(0 | 1) => "H1",
        Tag::H(2) => "H2",
        Tag::H(3) => "H3",
        Tag::H(4) => "H4",
        Tag::H(5) => "H5",
        Tag::H(_) => "H6",
        Tag::P => "P",
        Tag::L { .. } => "L",
        Tag::LI => "LI",
        Tag::Lbl => "Lbl",
        Tag::LBody => "LBody",
        Tag::Table => "Table",
        Tag::THead => "THead",
        Tag::TBody => "TBody",
        Tag::TR => "TR",
        Tag::TH { .. } => "TH",
        Tag::TD => "TD",
        Tag::BlockQuote => "BlockQuote",
        Tag::Code => "Code",
        Tag::Figure { .. } => "Figure",
        Tag::Caption => "Caption",
        Tag::Link => "Link",
        Tag::Note => "Note",
        Tag::Reference => "Reference",
        Tag::Span => "Span",
    }
}

fn name(name: &str) -> DictItem {
    DictItem::Name(name.as_bytes().to_vec())
}

fn dict(entries: Vec<(&str, DictItem)>) -> DictItem {
    DictItem::Dict {
        map: entries
            .into_iter()
            .map(|(key, item)| (key.to_owned(), item))
            .collect::<BTreeMap<_, _>>(),
    }
}

fn point(x: f32, y: f32) -> Point {
    Point {
        x: Pt(round(x)),
        y: Pt(round(y)),
    }
}

fn rectangle(rect: Rect) -> printpdf::Rect {
    let [x, y, width, height] =
        [rect.x, rect.y, rect.width, rect.height].map(|length| Pt(round(length)));
    printpdf::Rect {
        mode: Some(PaintMode::Fill),
        ..printpdf::Rect::from_xywh(x, y, width, height)
    }
}

/// The colour to three decimals, which tells all 256 steps apart; grey in the grey
/// space, which is shorter and prints with black alone.
fn colour_of(colour: Colour) -> Color {
    let channel = |value: u8| (f32::from(value) / 255.0 * 1000.0).round() / 1000.0;
    let Colour { red, green, blue } = colour;
    if red == green && green == blue {
        Color::Greyscale(Greyscale {
            percent: channel(red),
            icc_profile: None,
        })
    } else {
        Color::Rgb(Rgb {
            r: channel(red),
            g: channel(green),
            b: channel(blue),
            icc_profile: None,
        })
    }
}
