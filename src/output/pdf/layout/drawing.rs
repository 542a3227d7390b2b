//! Drawing: pieces at their places become the marks of pages; links find their
//! targets.

use super::pagination::{Sheet, Standing};
use super::piece::{CellPiece, LayoutPiece, RuleMark, shift, stack_height};
use super::running::Running;
use super::{Place, Typesetter};
use crate::diagnostic::Diagnostic;
use crate::output::pdf::codes::MISSING_CHARACTER;
use crate::output::pdf::font::FontSet;
use crate::output::pdf::pages::{
    Drawing, LinkArea, LinkTarget, Mark, MarkRole, Metadata, OutlineEntry, Page, Pages, Rect, Tag,
};
use crate::output::pdf::paragraph::{LinkPiece, rounded};
use crate::output::theme::PageSetup;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What was drawn so far.
#[derive(Default)]
struct Canvas {
    pages: Vec<Page>,
    /// The page that is being drawn.
    page: Page,
    /// Parts of links, with the index of their page.
    links: Vec<(usize, LinkPiece)>,
    /// Where structure elements begin: page and height.
    places: BTreeMap<usize, (usize, f32)>,
    /// Where figures stand.
    figures: Vec<(usize, usize, Rect)>,
}

impl<'a> Typesetter<'a> {
    /// Draws the pages.
    pub(super) fn draw(
        mut self,
        sheets: Vec<Sheet>,
        running: &Running<'a>,
        place: &Place<'_>,
        metadata: Metadata,
    ) -> Result<Pages, Vec<Diagnostic>> {
        let count = sheets.len();
        let watermarks = self.watermarks(running, &sheets);
        let mut canvas = Canvas::default();
        for (at, sheet) in sheets.into_iter().enumerate() {
            let page = self.page(sheet.turned);
            canvas.page.turned = sheet.turned;
            canvas
                .page
                .marks
                .clone_from(&watermarks[usize::from(sheet.turned)]);
            let place = &Place {
                x: page.left,
                width: page.measure(),
                turned: sheet.turned,
                ..*place
            };
            let (head, foot) = self.running_pieces(running, place, at + 1, count);
            let top = page.height - page.head;
            if at == 0 {
                canvas.stack(running.first_banner.clone(), top, false);
            }
            canvas.stack(head, top, true);
            for Standing {
                piece,
                top,
                repeated,
                space,
            } in sheet.pieces
            {
                canvas.piece(Rc::unwrap_or_clone(piece), top, space, repeated);
            }
            for (band, height) in sheet.note_rules {
                let band = match band {
                    0 => Some((place.x, place.width)),
                    band => self.bands.get(band).copied(),
                };
                let (Some(rule), Some((x, width))) = (running.note_rule, band) else {
                    continue;
                };
                let across = (x, width / 3.0);
                let mark = RuleMark::of(&rule, across, false, MarkRole::Decoration);
                canvas
                    .page
                    .marks
                    .push(mark.at(height + rule.gap + rule.width));
            }
            let top = page.foot + stack_height(&foot);
            canvas.stack(foot, top, true);
            canvas.pages.push(std::mem::take(&mut canvas.page));
        }
        self.report_missing();
        if self.findings.is_empty() {
            self.report_unprinted(&canvas.pages);
            let PageSetup { width, height, .. } = self.theme.page;
            self.report_off_page(&canvas.pages, (width, height));
        }
        if !self.findings.is_empty() {
            self.findings.append(&mut self.warnings);
            return Err(self.findings);
        }
        Ok(self.finish(canvas, metadata))
    }

    /// The words across a draft's pages: those that stand upright, and those that lie on
    /// their side.
    fn watermarks(&mut self, running: &Running<'a>, sheets: &[Sheet]) -> [Vec<Mark>; 2] {
        [false, true].map(|turned| {
            if turned && !sheets.iter().any(|sheet| sheet.turned) {
                return Vec::new();
            }
            self.watermark(running.watermark, self.page(turned))
        })
    }

    /// Characters that no font has.
    pub(super) fn report_missing(&mut self) {
        for &character in self.shaper.missing() {
            let wording = MISSING_CHARACTER.say(
                "printed",
                given!(
                    character,
                    code = format!("U+{:04X}", u32::from(character)),
                    template = self.markup.template
                ),
            );
            self.findings.push(Diagnostic::told(None, wording));
        }
    }

    /// Gives each part of a link its target.
    fn place_links(&self, canvas: &mut Canvas) {
        let links = std::mem::take(&mut canvas.links);
        for (page, link) in links {
            let target = match link.href.strip_prefix('#') {
                None => Some(LinkTarget::Uri(link.href.clone())),
                Some(id) => self.anchors.get(id).and_then(|element| {
                    let (page, y) = canvas.places.get(element).copied()?;
                    Some(LinkTarget::Place {
                        page,
                        y,
                        element: *element,
                    })
                }),
            };
            if let (Some(target), Some(page)) = (target, canvas.pages.get_mut(page)) {
                page.links.push(LinkArea {
                    rect: link.rect,
                    element: link.element,
                    target,
                    contents: link.contents,
                });
            }
        }
    }

    fn finish(self, mut canvas: Canvas, metadata: Metadata) -> Pages {
        self.place_links(&mut canvas);
        let mut structure = self.structure.elements;
        for (element, page, rect) in &canvas.figures {
            if let Some(element) = structure.get_mut(*element) {
                element.tag = Tag::Figure {
                    bounds: *rect,
                    page: *page,
                };
            }
        }
        // Each column's headings stand together.
        let mut headings: Vec<&super::Heading> = self.headings.iter().collect();
        headings.sort_by_key(|heading| heading.band.max(1));
        let outline = headings
            .into_iter()
            .filter_map(|heading| {
                let (page, y) = canvas.places.get(&heading.element).copied()?;
                Some(OutlineEntry {
                    title: heading.title.clone(),
                    level: heading.level,
                    page,
                    y,
                    element: heading.element,
                })
            })
            .collect();
        let mut pages = Pages {
            metadata,
            size: (self.theme.page.width, self.theme.page.height),
            pages: canvas.pages,
            faces: Vec::new(),
            images: self
                .images
                .into_iter()
                .map(|(_, picture)| picture)
                .collect(),
            structure,
            outline,
            warnings: self.warnings,
        };
        use_faces(&mut pages, self.shaper.fonts());
        pages
    }
}

/// Gives the pages the faces that they use, in the order of their first use, and
/// rounds every number.
fn use_faces(pages: &mut Pages, fonts: &FontSet) {
    let mut order: Vec<usize> = Vec::new();
    for mark in pages.pages.iter_mut().flat_map(|page| &mut page.marks) {
        round_drawing(&mut mark.drawing);
        if let Drawing::Text(text) = &mut mark.drawing {
            text.face = match order.iter().position(|&face| face == text.face) {
                Some(at) => at,
                None => {
                    order.push(text.face);
                    order.len() - 1
                }
            };
        }
    }
    pages.faces = order
        .iter()
        .filter_map(|&face| fonts.faces.get(face))
        .map(|loaded| loaded.face.clone())
        .collect();
}

fn round_drawing(drawing: &mut Drawing) {
    let point = |point: &mut (f32, f32)| *point = (rounded(point.0), rounded(point.1));
    match drawing {
        Drawing::Text(text) => {
            point(&mut text.origin);
            text.size = rounded(text.size);
        }
        Drawing::Fill { rect, .. } | Drawing::Image { rect, .. } => *rect = rounded_rect(*rect),
        Drawing::Line {
            from, to, width, ..
        } => {
            point(from);
            point(to);
            *width = rounded(*width);
        }
    }
}

fn rounded_rect(rect: Rect) -> Rect {
    Rect {
        x: rounded(rect.x),
        y: rounded(rect.y),
        width: rounded(rect.width),
        height: rounded(rect.height),
    }
}

impl Canvas {
    /// Draws pieces below one another from `top` on; `repeated` says that they are not
    /// content here.
    fn stack(&mut self, pieces: Vec<LayoutPiece>, mut top: f32, repeated: bool) {
        for (index, piece) in pieces.into_iter().enumerate() {
            let space = if index == 0 { 0.0 } else { piece.space };
            let height = piece.height;
            top -= space;
            self.piece(piece, top, space, repeated);
            top -= height;
        }
    }

    fn piece(&mut self, piece: LayoutPiece, top: f32, space: f32, repeated: bool) {
        let repeated = repeated || piece.repeated;
        for side in &piece.sides {
            let above = if side.joins { space } else { 0.0 };
            let rect = Rect {
                x: side.x,
                y: top - piece.height,
                width: side.width,
                height: piece.height + above,
            };
            let colour = side.colour;
            let mark = Mark {
                role: side.role,
                drawing: Drawing::Fill { rect, colour },
            };
            if !(side.joins && lengthen(&mut self.page.marks, &mark)) {
                self.page.marks.push(mark);
            }
        }
        if !repeated {
            let at = self.pages.len();
            for anchor in &piece.anchors {
                self.places.entry(*anchor).or_insert((at, rounded(top)));
            }
            for mut link in Rc::unwrap_or_clone(piece.links) {
                link.rect.y += top;
                link.rect = rounded_rect(link.rect);
                self.links.push((at, link));
            }
        }
        for mark in Rc::unwrap_or_clone(piece.marks) {
            self.mark(mark, top, repeated);
        }
        self.cells(piece.cells, top, piece.height, repeated);
        for rule in piece.rules {
            let half = rule.width / 2.0;
            self.page.marks.push(rule.at(if rule.below {
                top - piece.height + half
            } else {
                top - half
            }));
        }
    }

    /// Draws cells side by side, `height` high from `top` on.
    fn cells(&mut self, cells: Vec<CellPiece>, top: f32, height: f32, repeated: bool) {
        for cell in &cells {
            if let Some(colour) = cell.background {
                let rect = Rect {
                    x: cell.x,
                    y: top - height,
                    width: cell.width,
                    height,
                };
                self.page.marks.push(Mark {
                    role: MarkRole::Decoration,
                    drawing: Drawing::Fill { rect, colour },
                });
            }
        }
        for cell in cells {
            self.stack(cell.pieces, top - cell.padding + cell.lift, repeated);
        }
    }

    fn mark(&mut self, mut mark: Mark, top: f32, repeated: bool) {
        shift(&mut mark.drawing, 0.0, top);
        match mark.role {
            MarkRole::Content(_) if repeated => mark.role = MarkRole::Decoration,
            MarkRole::Content(element) => {
                if let Drawing::Image { rect, .. } = &mark.drawing {
                    let figure = (element, self.pages.len(), rounded_rect(*rect));
                    self.figures.push(figure);
                }
            }
            _ => {}
        }
        self.page.marks.push(mark);
    }
}

/// Makes the fill that ends where this one begins go on to its end, so that no seam shows
/// between them; says whether there is one.
fn lengthen(marks: &mut [Mark], next: &Mark) -> bool {
    let Drawing::Fill { rect, colour } = &next.drawing else {
        return false;
    };
    let above = marks
        .iter_mut()
        .rev()
        .find_map(|mark| match &mut mark.drawing {
            Drawing::Fill {
                rect: above,
                colour: same,
            } if same == colour
                && mark.role == next.role
                && (above.x, above.width) == (rect.x, rect.width)
                && (above.y - rect.y - rect.height).abs() < 0.01 =>
            {
                Some(above)
            }
            _ => None,
        });
    let Some(above) = above else {
        return false;
    };
    above.height += above.y - rect.y;
    above.y = rect.y;
    true
}

impl RuleMark {
    /// The line at this height.
    fn at(&self, height: f32) -> Mark {
        Mark {
            role: self.role,
            drawing: Drawing::Line {
                from: (self.x, height),
                to: (self.x + self.length, height),
                width: self.width,
                colour: self.colour,
            },
        }
    }
}
