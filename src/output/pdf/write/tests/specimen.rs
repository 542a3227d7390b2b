//! Pages made by hand, laid out by the simplest rules: one glyph a character, lines
//! broken where the width ends.

use crate::lang::Lang;
use crate::output::pdf::font::Face;
use crate::output::pdf::image::Picture;
use crate::output::pdf::pages::{
    Child, Colour, Drawing, Element, Glyph, LinkArea, LinkTarget, Mark, MarkRole, Metadata,
    Numbering, OutlineEntry, Page, Pages, Rect, Tag, TextRun,
};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, MetadataProvider};
use std::io::Cursor;
use std::sync::Arc;

pub(super) const REGULAR: usize = 0;
pub(super) const BOLD: usize = 1;
pub(super) const ITALIC: usize = 2;
pub(super) const BOLD_ITALIC: usize = 3;

const LEFT: f32 = 72.0;
const WIDTH: f32 = 468.0;
const BLACK: Colour = Colour {
    red: 0,
    green: 0,
    blue: 0,
};
const BLUE: Colour = Colour {
    red: 11,
    green: 61,
    blue: 145,
};

/// Pages that grow.
pub(super) struct Specimen {
    pages: Pages,
    y: f32,
}

impl Specimen {
    fn new() -> Specimen {
        let face = |name: &str, data: &'static [u8]| {
            Arc::new(Face {
                name: name.to_owned(),
                data: Arc::new(data.into()),
            })
        };
        macro_rules! font {
            ($name:literal) => {
                face(
                    $name,
                    include_bytes!(concat!("../../../../../templates/fonts/", $name, ".ttf")),
                )
            };
        }
        let pages = Pages {
            metadata: Metadata {
                title: "Mise à jour du printemps".to_owned(),
                author: "Marguerite Okafor".to_owned(),
                subject: "Note de service".to_owned(),
                keywords: Vec::new(),
                lang: Some(Lang::Fr),
                date: "2026-04-01".to_owned(),
                modified: None,
            },
            size: (612.0, 792.0),
            pages: vec![Page::default()],
            faces: vec![
                font!("NotoSans-Regular"),
                font!("NotoSans-Bold"),
                font!("NotoSans-Italic"),
                font!("NotoSans-BoldItalic"),
            ],
            images: Vec::new(),
            structure: Vec::new(),
            outline: Vec::new(),
            warnings: Vec::new(),
        };
        let mut specimen = Specimen { pages, y: 720.0 };
        specimen.structure(Tag::Document);
        specimen
    }

    fn structure(&mut self, tag: Tag) -> usize {
        self.pages.structure.push(Element {
            tag,
            lang: None,
            alt: None,
            expansion: None,
            id: None,
            children: Vec::new(),
        });
        self.pages.structure.len() - 1
    }

    /// A new element in another.
    fn element(&mut self, parent: usize, tag: Tag) -> usize {
        let index = self.structure(tag);
        self.pages.structure[parent]
            .children
            .push(Child::Element(index));
        index
    }

    /// A new element that holds text.
    fn leaf(&mut self, parent: usize, tag: Tag) -> usize {
        let index = self.element(parent, tag);
        self.pages.structure[index].children.push(Child::Marks);
        index
    }

    fn page(&mut self) -> &mut Page {
        self.pages.pages.last_mut().unwrap()
    }

    fn mark(&mut self, role: MarkRole, drawing: Drawing) {
        self.page().marks.push(Mark { role, drawing });
    }

    /// The glyphs of a text, each with its character.
    fn glyphs(&self, face: usize, text: &str) -> Vec<Glyph> {
        let font = FontRef::new(&self.pages.faces[face].data).unwrap();
        let charmap = font.charmap();
        let widths = font.hmtx().unwrap();
        text.chars()
            .map(|c| {
                // A soft hyphen is drawn as a hyphen.
                let drawn = if c == '\u{AD}' { '-' } else { c };
                let glyph = charmap
                    .map(drawn)
                    .unwrap_or_else(|| panic!("no glyph for {c:?}"));
                Glyph {
                    id: u16::try_from(glyph.to_u32()).unwrap(),
                    advance: f32::from(widths.advance(glyph).unwrap()),
                    offset: (0.0, 0.0),
                    text: c.to_string().into(),
                    source: None,
                }
            })
            .collect()
    }

    fn run(&self, face: usize, size: f32, x: f32, text: &str) -> TextRun {
        TextRun {
            face,
            size,
            colour: BLACK,
            origin: (x, self.y),
            from_right: false,
            glyphs: self.glyphs(face, text),
        }
    }

    /// Draws a text at `x` and gives where it ends.
    fn text(&mut self, role: MarkRole, face: usize, size: f32, x: f32, text: &str) -> f32 {
        let run = self.run(face, size, x, text);
        let width: f32 = run.glyphs.iter().map(|glyph| glyph.advance).sum();
        self.mark(role, Drawing::Text(run));
        x + width * size / 1000.0
    }

    /// Draws a paragraph justified, with the space at each line's end; page breaks
    /// come at the foot.
    fn paragraph(&mut self, element: usize, face: usize, size: f32, x: f32, text: &str) {
        let space = 1000.0 * (LEFT + WIDTH - x) / size;
        let mut line = Vec::new();
        let mut width = 0.0;
        for word in text.split_inclusive([' ', '\u{AD}']) {
            let glyphs = self.glyphs(face, word);
            let length: f32 = glyphs.iter().map(|glyph| glyph.advance).sum();
            if width + length > space + 260.0 {
                self.line(
                    element,
                    face,
                    size,
                    x,
                    std::mem::take(&mut line),
                    space - width,
                );
                width = 0.0;
            }
            width += length;
            // A soft hyphen is drawn at a line's end only.
            if line
                .last()
                .is_some_and(|last: &Glyph| last.text == "\u{AD}")
            {
                width -= line.pop().map_or(0.0, |last| last.advance);
            }
            line.extend(glyphs);
        }
        self.line(element, face, size, x, line, 0.0);
        self.y -= 6.0;
    }

    fn line(
        &mut self,
        element: usize,
        face: usize,
        size: f32,
        x: f32,
        mut glyphs: Vec<Glyph>,
        rest: f32,
    ) {
        if self.y < 90.0 {
            self.break_page();
        }
        let spaces = glyphs
            .iter()
            .filter(|glyph| glyph.text == " ")
            .count()
            .max(2)
            - 1;
        for glyph in &mut glyphs {
            if glyph.text == " " {
                glyph.advance += rest / spaces as f32;
            }
        }
        let mut run = self.run(face, size, x, "");
        run.glyphs = glyphs;
        self.mark(MarkRole::Content(element), Drawing::Text(run));
        self.y -= size * 1.4;
    }

    fn break_page(&mut self) {
        self.pages.pages.push(Page::default());
        self.y = 750.0;
        self.text(
            MarkRole::Running { head: true },
            ITALIC,
            8.0,
            LEFT,
            "Mise à jour du printemps",
        );
        self.y = 40.0;
        self.text(
            MarkRole::Running { head: false },
            REGULAR,
            8.0,
            LEFT,
            "Page 2 de 2",
        );
        self.y = 720.0;
    }

    fn heading(&mut self, parent: usize, level: u8, title: &str) {
        self.y -= 8.0;
        let element = self.leaf(parent, Tag::H(level));
        let entry = OutlineEntry {
            title: title.to_owned(),
            level,
            page: self.pages.pages.len() - 1,
            y: self.y + 14.0,
            element,
        };
        self.pages.outline.push(entry);
        let (first, rest) = title.split_at(title.find(' ').map_or(title.len(), |at| at + 1));
        let face = if level < 3 { BOLD } else { BOLD_ITALIC };
        let x = self.text(MarkRole::Content(element), face, 14.0, LEFT, first);
        self.text(MarkRole::Content(element), face, 14.0, x, rest);
        self.y -= 22.0;
    }

    fn link(&mut self, element: usize, from: f32, to: f32, target: LinkTarget) {
        let rect = Rect {
            x: from,
            y: self.y - 3.0,
            width: to - from,
            height: 14.0,
        };
        self.page().links.push(LinkArea {
            rect,
            element,
            target,
            contents: "Guide du programme".to_owned(),
        });
    }

    fn picture(&mut self, parent: usize, image: usize, alt: &str) {
        let rect = Rect {
            x: LEFT,
            y: self.y - 50.0,
            width: 100.0,
            height: 50.0,
        };
        let page = self.pages.pages.len() - 1;
        let figure = self.element(parent, Tag::Figure { bounds: rect, page });
        self.pages.structure[figure].alt = Some(alt.to_owned());
        self.mark(MarkRole::Content(figure), Drawing::Image { image, rect });
        self.y -= 60.0;
        let caption = self.leaf(figure, Tag::Caption);
        self.text(MarkRole::Content(caption), ITALIC, 9.0, LEFT, alt);
        self.y -= 14.0;
    }

    /// Every drawing, role and tag.
    pub(super) fn everything() -> Pages {
        let mut s = Specimen::new();
        s.watermark();
        let part = s.element(0, Tag::Sect);
        let section = s.element(part, Tag::Sect);
        s.heading(section, 1, "Note de service");
        s.mark(
            MarkRole::Decoration,
            Drawing::Line {
                from: (LEFT, s.y + 10.0),
                to: (LEFT + WIDTH, s.y + 10.0),
                width: 0.75,
                colour: BLUE,
            },
        );
        s.inlines(section);
        s.heading(section, 2, "Listes et tableau");
        s.list(section, true, true);
        s.list(section, false, true);
        s.list(section, false, false);
        s.table(section);
        s.quote(section);
        s.heading(section, 3, "Figures");
        s.pages.images = pictures();
        s.picture(section, 0, "Vue d’ensemble");
        let long = s.leaf(section, Tag::P);
        s.paragraph(long, REGULAR, 11.0, LEFT, &BODY.repeat(7));
        for image in 1..4 {
            s.picture(section, image, "Vue d’ensemble");
        }
        s.note(section);
        s.pages
    }

    fn watermark(&mut self) {
        let mut run = self.run(BOLD, 90.0, 150.0, "ÉBAUCHE");
        run.origin = (150.0, 260.0);
        run.colour = Colour {
            red: 232,
            green: 232,
            blue: 236,
        };
        self.mark(MarkRole::Watermark, Drawing::Text(run));
    }

    /// A paragraph with spans, links, a reference, ligatures, marks and raised text.
    fn inlines(&mut self, section: usize) {
        let p = self.element(section, Tag::P);
        let span = self.leaf(p, Tag::Span);
        let role = MarkRole::Content(span);
        self.pages.structure[span].lang = Some(Lang::En);
        let x = self.text(role, ITALIC, 11.0, LEFT, "Fiscal update ");
        let text = self.leaf(p, Tag::Span);
        let role = MarkRole::Content(text);
        let x = self.text(role, REGULAR, 11.0, x, "« L’œuvre\u{A0}» du 1");
        let mut raised = self.run(REGULAR, 11.0, x, "er");
        for glyph in &mut raised.glyphs {
            glyph.offset = (0.0, 300.0);
        }
        self.mark(role, Drawing::Text(raised));
        let x = self.text(role, REGULAR, 11.0, x + 14.0, " avril, of");
        let mut marked = self.run(REGULAR, 11.0, x, "\u{FB01}cex\u{331}e\u{301}");
        // A ligature, a mark above its letter, a letter drawn as two glyphs.
        for (at, glyph_text) in [(0, "fi"), (3, "x\u{331}"), (4, ""), (5, "é"), (6, "")] {
            marked.glyphs[at].text = glyph_text.into();
        }
        for at in [4, 6] {
            marked.glyphs[at].offset = (-300.0, 0.0);
            marked.glyphs[at].advance = 0.0;
        }
        self.mark(role, Drawing::Text(marked));
        self.y -= 15.0;
        self.link_lines(p);
        let reference = self.element(p, Tag::Reference);
        let link = self.leaf(reference, Tag::Link);
        let to = self.text(MarkRole::Content(link), REGULAR, 7.0, LEFT + 300.0, "1");
        let target = LinkTarget::Place {
            page: 0,
            y: 300.0,
            element: 0,
        };
        self.link(link, LEFT + 300.0, to, target);
        self.y -= 15.0;
    }

    /// A link over two lines.
    fn link_lines(&mut self, parent: usize) {
        let link = self.leaf(parent, Tag::Link);
        let target = LinkTarget::Uri("https://exemple.ca/été".to_owned());
        for words in ["Guide du ", "programme "] {
            let to = self.text(MarkRole::Content(link), REGULAR, 11.0, LEFT, words);
            self.link(link, LEFT, to, target.clone());
            self.y -= 15.0;
        }
        self.y += 15.0;
    }

    fn list(&mut self, section: usize, ordered: bool, labels: bool) {
        let numbering = match (labels, ordered) {
            (false, _) => Numbering::None,
            (true, true) => Numbering::Decimal,
            (true, false) => Numbering::Disc,
        };
        let list = self.element(section, Tag::L { numbering });
        for number in 1..=2 {
            let item = self.element(list, Tag::LI);
            if labels {
                let label = self.leaf(item, Tag::Lbl);
                let words = if ordered {
                    format!("{number}. ")
                } else {
                    "• ".to_owned()
                };
                self.text(MarkRole::Content(label), REGULAR, 11.0, LEFT, &words);
            }
            let body = self.leaf(item, Tag::LBody);
            self.paragraph(body, REGULAR, 11.0, LEFT + 18.0, "Deux points à retenir.");
        }
    }

    fn table(&mut self, section: usize) {
        let table = self.element(section, Tag::Table);
        let fill = Rect {
            x: LEFT,
            y: self.y - 4.0,
            width: WIDTH,
            height: 16.0,
        };
        let colour = Colour {
            red: 230,
            green: 238,
            blue: 250,
        };
        self.mark(MarkRole::Decoration, Drawing::Fill { rect: fill, colour });
        let head = self.element(table, Tag::THead);
        let row = self.element(head, Tag::TR);
        let header = |column| Tag::TH { column };
        self.cell(row, header(true), LEFT, "Poste");
        self.cell(row, header(true), LEFT + 150.0, "Montants");
        self.cell(row, header(true), LEFT + 300.0, "Parts");
        self.y -= 16.0;
        let body = self.element(table, Tag::TBody);
        let row = self.element(body, Tag::TR);
        self.cell(row, header(false), LEFT, "Total");
        self.cell(row, Tag::TD, LEFT + 150.0, "1\u{A0}250\u{A0}000,00\u{A0}$");
        self.cell(row, Tag::TD, LEFT + 300.0, "9\u{202F}%");
        self.y -= 20.0;
    }

    fn cell(&mut self, row: usize, tag: Tag, x: f32, words: &str) {
        let cell = self.element(row, tag);
        let p = self.leaf(cell, Tag::P);
        self.text(MarkRole::Content(p), REGULAR, 10.0, x, words);
    }

    fn quote(&mut self, section: usize) {
        let quote = self.element(section, Tag::BlockQuote);
        let div = self.element(quote, Tag::Div);
        let p = self.leaf(div, Tag::P);
        self.paragraph(p, ITALIC, 11.0, LEFT + 20.0, "Une citation.");
        let p = self.element(section, Tag::P);
        let code = self.leaf(p, Tag::Code);
        self.paragraph(code, REGULAR, 10.0, LEFT, "cargo run (--all)");
    }

    fn note(&mut self, section: usize) {
        for id in [Some("note-1".to_owned()), None] {
            let note = self.element(section, Tag::Note);
            self.pages.structure[note].id = id;
            let p = self.leaf(note, Tag::P);
            self.paragraph(p, REGULAR, 9.0, LEFT, "1 Une note au bas de la page.");
        }
    }

    /// A memo of two full pages in four faces.
    pub(super) fn memo() -> Pages {
        let mut s = Specimen::new();
        s.heading(0, 1, "Note de service");
        let mut nth = 0;
        while s.pages.pages.len() < 2 || s.y > 200.0 {
            if nth % 3 == 2 {
                s.heading(0, 2 + nth / 3 % 2, "Prochaines étapes");
            }
            let p = s.leaf(0, Tag::P);
            s.paragraph(
                p,
                REGULAR,
                11.0,
                LEFT,
                PARAGRAPHS[usize::from(nth) % PARAGRAPHS.len()],
            );
            nth += 1;
        }
        s.pages
    }
}

/// A paragraph with what French has in it.
const BODY: &str = "Les résultats seront connus d’ici le 30\u{A0}avril 2026. Entre-\
temps, les orga\u{AD}nismes disposent de neuf mois pour mener à bien la transi\u{AD}tion, \
et le cœur du programme demeure «\u{A0}inchangé\u{A0}». ";

/// Paragraphs of a memo, by a public servant who likes all letters.
const PARAGRAPHS: [&str; 6] = [
    "À la suite des consultations menées l’automne dernier auprès des partenaires de la \
prestation de services, la Division des programmes a revu les critères d’admissibilité, le \
calendrier de versement et les exigences de reddition de comptes. La présente note résume ces \
changements et précise ce que l’on attend de chaque organisme d’ici la fin de l’exercice.",
    "Premièrement, le budget de 1\u{A0}250\u{A0}000,00\u{A0}$ est maintenu. Deuxièmement, \
les organismes disposeront de neuf (9) mois pour mettre leurs systèmes à niveau\u{A0}; un \
soutien technique sera offert aux équipes qui le demandent. Troisièmement, les rapports \
trimestriels remplacent les rapports mensuels, ce qui allège sensiblement la charge administrative.",
    "Whereas the English text is kept beside it for comparison, quickly judged by our jovial \
translators: “Organizations have nine (9) months to complete the transition, and quarterly \
reports replace monthly ones.” Zones W, X, Y and K apply as before; see http://example.ca.",
    "Le Secrétariat du renouvellement communiquera avec vous au plus tard le 15\u{A0}mai 2026, \
à 14\u{A0}h\u{A0}30, pour fixer une première rencontre. Veuillez préparer la liste de vos \
bénéficiaires, l’état de vos engagements et toute question que vous souhaitez soulever.",
    "Les demandes reçues après l’échéance seront examinées au cas par cas. Aucune exception ne \
sera accordée sans l’approbation écrite du sous-ministre adjoint, conformément à la politique \
en vigueur depuis 2019 (voir l’annexe\u{A0}B).",
    "Enfin, nous tenons à souligner le travail remarquable des équipes régionales de Québec, \
de Winnipeg et d’Iqaluit\u{A0}: leur dévouement, leur rigueur et leur sens de l’accueil ont \
rendu cette réforme possible. Nous vous remercions de votre collaboration soutenue.",
];

/// A JPEG, a PNG with alpha, a drawing, and the PNG again.
fn pictures() -> Vec<Arc<Picture>> {
    let png = Arc::new(Picture::decode(&png(), "logo.png").unwrap());
    let jpeg = Arc::new(Picture::decode(&jpeg(), "photo.jpg").unwrap());
    let svg = Arc::new(Picture::decode(SVG.as_bytes(), "crest.svg").unwrap());
    let again = Arc::new(png.as_ref().clone());
    vec![jpeg, png, svg, again]
}

fn png() -> Vec<u8> {
    let pixels = image::RgbaImage::from_fn(60, 30, |x, y| {
        image::Rgba([(x * 4) as u8, (y * 8) as u8, 120, (x * 4) as u8])
    });
    let mut file = Cursor::new(Vec::new());
    pixels.write_to(&mut file, image::ImageFormat::Png).unwrap();
    file.into_inner()
}

fn jpeg() -> Vec<u8> {
    let pixels = image::RgbImage::from_fn(60, 30, |x, y| {
        image::Rgb([(x * 4) as u8, (y * 8) as u8, 60])
    });
    let mut file = Cursor::new(Vec::new());
    pixels
        .write_to(&mut file, image::ImageFormat::Jpeg)
        .unwrap();
    file.into_inner()
}

const SVG: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">
<defs><linearGradient id="sky"><stop offset="0" stop-color="#0b3d91"/><stop offset="0.4"
stop-color="#fff"/><stop offset="1" stop-color="#c00"/></linearGradient>
<radialGradient id="sun"><stop offset="0" stop-color="#fd0"/><stop offset="1" stop-color="#f60"/>
</radialGradient><clipPath id="round"><circle cx="100" cy="50" r="48"/></clipPath></defs>
<g clip-path="url(#round)"><rect width="200" height="100" fill="url(#sky)"/></g>
<circle cx="40" cy="50" r="30" fill="url(#sun)" stroke="#333" stroke-width="4"
stroke-dasharray="6 3"/>
<g opacity="0.5" transform="rotate(20 150 50)"><rect x="120" y="20" width="50" height="50"
fill="green"/><path d="M110 40 q20 40 60 0 z" fill-rule="evenodd" fill="#808"/></g>
</svg>"##;
