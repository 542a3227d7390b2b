//! Layout: print markup, theme and fonts to pages. Blocks become pieces below one
//! another (`flow`), pieces are spread over pages (`pagination`), and pages are
//! drawn (`drawing`).

mod account;
mod block;
pub mod certain;
mod columns;
mod cost;
mod descriptions;
mod drawing;
mod edges;
mod entries;
mod figure;
mod flow;
mod inline;
mod letterhead;
mod list;
mod names;
mod pagination;
mod piece;
mod running;
mod squeeze;
mod structure;
mod table;
mod watermark;

use super::font::FontSet;
use super::font::shape::Shaper;
use super::image::Picture;
use super::markup::{Element, MarkupNode, Name, PrintMarkup, read_markup};
use super::pages::{Metadata, Pages, Tag};
use crate::diagnostic::{Diagnostic, Wording};
use crate::lang::Lang;
use crate::output::pdf::codes::DANGLING_PRINT_REFERENCE;
use crate::output::theme::{PageSetup, PrintStyle, StyleScope, Theme};
use account::Account;
use flow::Flow;
use pagination::NoteStack;
use running::Running;
use squeeze::{Squeeze, WideTable};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use structure::{Owner, Structure};

/// Pictures by the path that markup names them by (`src`).
pub type Pictures = BTreeMap<String, Arc<Picture>>;

/// Lays out a document. Every fault of the markup is reported; with any, there are no
/// pages.
pub fn layout_pages(
    markup: PrintMarkup<'_>,
    theme: &Theme,
    fonts: &FontSet,
    pictures: &Pictures,
    metadata: Metadata,
) -> Result<Pages, Vec<Diagnostic>> {
    let root = read_markup(markup, theme)?;
    let lang = root.lang.or(metadata.lang).unwrap_or(Lang::En);
    let typesetter = Typesetter::new(markup, theme, fonts, pictures, lang);
    typesetter.document(&root, |mut typesetter, running, place, flow| {
        let sheets = match running.sheets(&typesetter, flow) {
            Ok(sheets) => sheets,
            Err(finding) => {
                typesetter.findings.push(*finding);
                Vec::new()
            }
        };
        typesetter.draw(sheets, running, place, metadata)
    })
}

/// What [`layout_pages`] would report, found without pages: the flow's words are looked
/// up in the fonts instead of being shaped, broken into lines and drawn.
pub fn check_layout(
    markup: PrintMarkup<'_>,
    theme: &Theme,
    fonts: &FontSet,
    pictures: &Pictures,
    metadata: Metadata,
) -> Vec<Diagnostic> {
    // Whether hyphens and dots of omission and which page numbers are printed is known only
    // with the pages.
    if !fonts.missing("-…0123456789").is_empty() {
        let pages = layout_pages(markup, theme, fonts, pictures, metadata);
        return pages.err().unwrap_or_default();
    }
    let root = match read_markup(markup, theme) {
        Ok(root) => root,
        Err(findings) => return findings,
    };
    let lang = root.lang.or(metadata.lang).unwrap_or(Lang::En);
    let mut typesetter = Typesetter::new(markup, theme, fonts, pictures, lang);
    typesetter.only_checks = true;
    typesetter.document(&root, |mut typesetter, running, _, _| {
        let room = running.check_room(typesetter.markup.template);
        typesetter
            .findings
            .extend(room.err().map(|finding| *finding));
        typesetter.watermark(running.watermark, theme.page);
        typesetter.report_missing();
        let mut found = typesetter.findings;
        found.append(&mut typesetter.warnings);
        found
    })
}

/// Whether a child of the root is part of the flow: no running head or foot, no note.
fn is_flow(node: &MarkupNode) -> bool {
    let MarkupNode::Element(element) = node else {
        return true;
    };
    let head = matches!(element.name, Name::Header | Name::Footer) && element.is("running");
    !head && !element.is("note")
}

/// Whether a node is a banner: it is read where it stands in the markup, and seen at the
/// head of the page.
fn is_banner(node: &MarkupNode) -> bool {
    matches!(node, MarkupNode::Element(element) if element.name == Name::Header && element.is("banner"))
}

/// Where blocks are laid out: their column, and what they inherit.
#[derive(Clone, Copy)]
struct Place<'a> {
    /// The left edge on the page.
    x: f32,
    /// The width.
    width: f32,
    scope: &'a StyleScope<'a>,
    style: &'a PrintStyle,
    /// The structure element that they are in.
    owner: Owner,
    lang: Lang,
    depth: Depth,
    /// Where footnotes stand: an index of `bands`.
    band: usize,
    /// Whether it is on a page that lies on its side.
    turned: bool,
    /// The page's number and how many there are, in running heads and feet.
    page: Option<(usize, usize)>,
}

impl Place<'_> {
    /// The same place for what stands in an element of this style.
    fn styled<'s>(
        &self,
        scope: &'s StyleScope<'s>,
        style: &'s PrintStyle,
        element: &Element,
    ) -> Place<'s> {
        Place {
            scope,
            style,
            lang: element.lang.unwrap_or(self.lang),
            ..*self
        }
    }
}

/// The scope of an element's style.
fn scope_of<'s>(element: &'s Element, within: &'s StyleScope<'s>) -> StyleScope<'s> {
    StyleScope {
        name: element.name.as_str(),
        classes: &element.classes,
        within: Some(within),
    }
}

/// How deep lists are nested.
#[derive(Clone, Copy, Debug, Default)]
struct Depth {
    bullets: usize,
    numbers: usize,
}

/// Lays out one document.
struct Typesetter<'a> {
    markup: PrintMarkup<'a>,
    account: Account<'a>,
    /// The document's language.
    lang: Lang,
    theme: &'a Theme,
    shaper: Shaper<'a>,
    pictures: &'a Pictures,
    /// The pictures used so far, with their paths.
    images: Vec<(String, Arc<Picture>)>,
    structure: Structure,
    /// The footnotes' elements by their ids.
    note_elements: BTreeMap<String, &'a Element>,
    /// The footnotes laid out: by id, the index in `notes`.
    note_index: BTreeMap<String, usize>,
    notes: Vec<NoteStack>,
    /// Where footnotes stand: left edge and width; first of the whole page.
    bands: Vec<(f32, f32)>,
    /// The structure elements by the markup's ids.
    anchors: BTreeMap<String, usize>,
    /// Where links inside the document lead.
    local_links: BTreeSet<String>,
    headings: Vec<Heading>,
    tables: usize,
    /// Tables in columns that take the width of all columns.
    wide: Vec<WideTable<'a>>,
    findings: Vec<Diagnostic>,
    /// What is wrong and yet can be set.
    warnings: Vec<Diagnostic>,
    /// What is taken away from the cells of the table that is being set.
    squeeze: Squeeze,
    /// Whether the flow is only looked through for what is wrong with it.
    only_checks: bool,
}

/// A heading for the outline.
#[derive(Clone, Debug)]
struct Heading {
    element: usize,
    level: u8,
    title: String,
    /// The column that it stands in.
    band: usize,
}

impl<'a> Typesetter<'a> {
    fn new(
        markup: PrintMarkup<'a>,
        theme: &'a Theme,
        fonts: &'a FontSet,
        pictures: &'a Pictures,
        lang: Lang,
    ) -> Typesetter<'a> {
        Typesetter {
            markup,
            account: Account::default(),
            theme,
            shaper: Shaper::new(fonts),
            pictures,
            images: Vec::new(),
            structure: Structure::new(lang),
            lang,
            note_elements: BTreeMap::new(),
            note_index: BTreeMap::new(),
            notes: Vec::new(),
            bands: vec![(theme.page.left, theme.page.measure())],
            anchors: BTreeMap::new(),
            local_links: BTreeSet::new(),
            headings: Vec::new(),
            tables: 0,
            wide: Vec::new(),
            findings: Vec::new(),
            warnings: Vec::new(),
            squeeze: Squeeze::default(),
            only_checks: false,
        }
    }

    /// Lays out what is in the root: the flow, and the first page's banner.
    fn root(&mut self, root: &'a Element, place: &Place<'_>) -> (Flow, Flow) {
        let (mut flow, mut banner) = (Flow::default(), Flow::default());
        for nodes in root
            .children
            .chunk_by(|one, other| !is_banner(one) && !is_banner(other))
        {
            let is_banner = nodes.iter().all(is_banner);
            let target = if is_banner { &mut banner } else { &mut flow };
            // How much of a page the banner leaves to the flow is a finding's business.
            self.shaper
                .set_only_looks_up(self.only_checks && !is_banner);
            let nodes = nodes.iter().filter(|node| is_flow(node));
            self.nodes(nodes, Tag::P, place, target);
        }
        self.shaper.set_only_looks_up(false);
        // Footnotes of the banner stand at the foot of the first page, too.
        let notes = banner.pieces.iter().flat_map(|piece| piece.notes.clone());
        if let Some(first) = flow.pieces.first_mut() {
            first.notes.splice(0..0, notes);
        }
        (flow, banner)
    }

    /// Sets the flow of the whole document and what stands on every page, and goes on with
    /// `finish`.
    fn document<T>(
        mut self,
        root: &'a Element,
        finish: impl FnOnce(Typesetter<'a>, &Running<'a>, &Place<'_>, Flow) -> T,
    ) -> T {
        self.gather(root);
        self.account = Account::of(root);
        let scope = StyleScope {
            name: root.name.as_str(),
            classes: &root.classes,
            within: None,
        };
        let theme = self.theme;
        let style = theme.style(&scope, &PrintStyle::default(), false);
        let place = Place {
            x: theme.page.left,
            width: theme.page.measure(),
            scope: &scope,
            style: &style,
            owner: Owner::Element(0),
            lang: self.lang,
            depth: Depth::default(),
            band: 0,
            turned: false,
            page: None,
        };
        let (mut flow, banner) = self.root(root, &place);
        flow.join_turned(self.small_height(true));
        self.check_references();
        let turned = flow.pieces.iter().any(|piece| piece.turned);
        let running = self.running(root, banner, turned, &place);
        self.report_unset();
        finish(self, &running, &place, flow)
    }

    /// The paper, upright or on its side.
    fn page(&self, turned: bool) -> PageSetup {
        match turned {
            true => self.theme.page.turned(),
            false => self.theme.page,
        }
    }

    /// Finds the footnotes and the places that links lead to.
    fn gather(&mut self, root: &'a Element) {
        for element in root.elements() {
            if let (true, Some(id)) = (element.is("note"), &element.id) {
                self.note_elements.insert(id.clone(), element);
            }
            if element.name == Name::A
                && let Some(id) = element
                    .attributes
                    .href
                    .as_deref()
                    .and_then(|href| href.strip_prefix('#'))
            {
                self.local_links.insert(id.to_owned());
            }
            self.gather(element);
        }
    }

    /// Every link inside the document leads somewhere, and every footnote is
    /// referred to.
    fn check_references(&mut self) {
        let template = self.markup.template;
        let nowhere = self.local_links.iter();
        let nowhere = nowhere
            .filter(|id| !self.anchors.contains_key(*id))
            .map(|id| DANGLING_PRINT_REFERENCE.say("link", given!(template, id)));
        let unused = self.note_elements.keys();
        let unused = unused
            .filter(|id| !self.note_index.contains_key(*id))
            .map(|id| DANGLING_PRINT_REFERENCE.say("note", given!(template, id)));
        for wording in nowhere.chain(unused).collect::<Vec<Wording>>() {
            self.report(wording);
        }
    }

    /// Adds a finding about the template, once.
    fn report(&mut self, wording: Wording) {
        let finding = Diagnostic::told(None, wording);
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    /// A new structure element for a markup element, with its id.
    fn open(&mut self, element: &Element, tag: Tag, place: &Place<'_>, flow: &mut Flow) -> Owner {
        let owner = self.structure.open(place.owner, tag, place.lang);
        flow.anchors.extend(self.name(element, owner));
        owner
    }

    /// Gives a structure element the id of its markup element, where that has one; gives
    /// its index, since a place has to be found for it.
    fn name(&mut self, element: &Element, owner: Owner) -> Option<usize> {
        let (id, index) = (element.id.clone()?, owner.element()?);
        self.structure
            .edit(owner, |element| element.id = Some(id.clone()));
        self.anchors.insert(id, index);
        Some(index)
    }
}

/// Whether a node is white space between elements.
fn is_blank(node: &MarkupNode) -> bool {
    matches!(node, MarkupNode::Text(text) if text.words.chars().all(|c| matches!(c, ' ' | '\n' | '\t' | '\r')))
}

/// Whether a node stands in a line.
fn is_inline(node: &MarkupNode) -> bool {
    match node {
        MarkupNode::Text(_) => true,
        MarkupNode::Element(element) => element.name.is_inline(),
    }
}

#[cfg(test)]
pub(crate) mod tests;
