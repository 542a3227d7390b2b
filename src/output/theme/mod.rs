//! The theme: page, fonts, colours and named styles of print and screen, read
//! from `templates/theme.yaml`.

pub mod codes;
mod colour;
mod contrast;
mod css;
mod dark;
mod numbers;
mod parse;
pub mod selector;
mod sheet;
pub mod style;

pub use colour::Colour;
pub use numbers::{NumberKind, NumberPattern};
pub use selector::{StyleScope, StyleSelector};
pub use style::{Align, Own, PrintStyle, Size, StyleRule, TextStyle};

use crate::memo::path::NodePath;
use crate::memo::yaml::Positions;
use crate::source::{SourceFile, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use style::{Properties, StyleSetting};

/// What every document looks like; loaded once and shared by all of them.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    /// Paper and margins.
    pub page: PageSetup,
    /// Named colours, in the order of their names.
    pub colours: BTreeMap<String, Colour>,
    /// Those of dark screens, by the same names, and `paper` behind them; what is not here
    /// follows from the colour itself.
    pub dark: BTreeMap<String, Colour>,
    /// Font families by name.
    pub fonts: BTreeMap<String, Family>,
    /// The families that help out where a font lacks a character, in order.
    pub fallback: Vec<String>,
    /// What stands before the decimals, for numbers set below one another, by the code of
    /// the language (`en`, `fr`).
    pub decimal_marks: BTreeMap<String, char>,
    /// Words that are never divided, in lower case.
    pub no_hyphen: BTreeSet<String>,
    /// The labels of lists.
    pub labels: Labels,
    /// The mark behind a draft's pages.
    pub watermark: Watermark,
    /// The styles in the order of the file.
    styles: Vec<(StyleSelector, Properties)>,
    /// Which of them are for elements of a name, whatever their classes are, and which
    /// for a class: indexes in `styles` by that name or class.
    by_name: BTreeMap<String, Vec<usize>>,
    by_class: BTreeMap<String, Vec<usize>>,
    /// Where font files are named.
    places: BTreeMap<String, ThemePlace>,
    /// Where named colours are given, the last place of each, with the theme's number.
    colour_places: BTreeMap<String, (usize, ThemePlace)>,
    /// Those that were reported already.
    pale_colours: BTreeSet<String>,
}

/// A node of a theme's file, whose line is found where a finding needs it.
#[derive(Clone, Debug)]
struct ThemePlace {
    file: Arc<SourceFile>,
    node: NodePath,
}

impl ThemePlace {
    fn span(&self) -> Span {
        Positions::of(&self.file).span_of(&self.node)
    }
}

/// Paper and margins, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PageSetup {
    /// The width.
    pub width: f32,
    /// The height.
    pub height: f32,
    /// The upper margin: from the paper's edge to the text.
    pub top: f32,
    /// The right margin.
    pub right: f32,
    /// The lower margin.
    pub bottom: f32,
    /// The left margin.
    pub left: f32,
    /// From the paper's upper edge to banner and running head.
    pub head: f32,
    /// From the running foot to the paper's lower edge.
    pub foot: f32,
}

impl PageSetup {
    /// The width of the text.
    pub fn measure(&self) -> f32 {
        self.width - self.left - self.right
    }

    /// The same paper on its side, with the same margins.
    pub fn turned(&self) -> PageSetup {
        PageSetup {
            width: self.height,
            height: self.width,
            ..*self
        }
    }
}

/// A font family: the files of its faces, relative to the theme's folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Family {
    /// The upright face of ordinary weight.
    pub regular: String,
    /// The bold face.
    pub bold: Option<String>,
    /// The italic face.
    pub italic: Option<String>,
    /// The bold italic face.
    pub bold_italic: Option<String>,
}

/// The labels of lists; the last of each serves all deeper lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Labels {
    /// Bullets by depth.
    pub bullets: Vec<String>,
    /// Numbers by depth: `1`, `a` or `i` stands for the number, the rest is set
    /// as it is (`1.`, `a)`).
    pub numbers: Vec<String>,
    /// The box of a task that is to be done.
    pub task: String,
    /// The box of a task that is done.
    pub task_done: String,
}

/// The mark behind a draft's pages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Watermark {
    /// The family, set bold.
    pub font: String,
    /// The colour.
    pub colour: Colour,
    /// The greatest size, in points.
    pub size: f32,
}

impl Theme {
    /// The style of an element: what `parent` hands on, then every style that is
    /// for it, the more special ones last. `inline` says that it stands in a line. Nothing
    /// surrounds the root: a part of a size is there one of the points that it has.
    pub fn style(&self, scope: &StyleScope<'_>, parent: &PrintStyle, inline: bool) -> PrintStyle {
        let mut style = parent.inherited();
        let classes = scope.classes.iter();
        let mut found: Vec<(usize, &(StyleSelector, Properties))> = classes
            .filter_map(|class| self.by_class.get(class))
            .chain(self.by_name.get(scope.name))
            .flatten()
            .filter_map(|&at| Some((at, self.styles.get(at)?)))
            .filter(|(_, (selector, _))| selector.matches(scope))
            .collect();
        found.sort_by_key(|(at, (selector, _))| (selector.weight(), *at));
        // An element may have a class twice.
        found.dedup_by_key(|(at, _)| *at);
        let settings = found.iter().flat_map(|(_, (_, rule))| rule.iter());
        let settings = settings.map(|(_, setting)| setting);
        if scope.within.is_some() {
            settings.for_each(|setting| style.apply(setting, &parent.text, inline));
        } else {
            let mut around = parent.text.clone();
            for setting in settings {
                style.apply(setting, &around, inline);
                if let StyleSetting::Size(Size::Points(points)) = setting {
                    around.size = *points;
                }
            }
        }
        if inline {
            style.own = Own::default();
        }
        style
    }

    /// The style of a document's text.
    fn document_style(&self) -> PrintStyle {
        let classes = ["document".to_owned()];
        let scope = StyleScope {
            name: "div",
            classes: &classes,
            within: None,
        };
        self.style(&scope, &PrintStyle::default(), false)
    }

    /// Adds a style behind those that there are.
    fn add_style(&mut self, selector: StyleSelector, properties: Properties) {
        let at = self.styles.len();
        match selector.last() {
            (_, Some(class)) => self.by_class.entry(class.to_owned()).or_default().push(at),
            (Some(name), None) => self.by_name.entry(name.to_owned()).or_default().push(at),
            (None, None) => {}
        }
        self.styles.push((selector, properties));
    }

    /// Whether some style is for elements of this class.
    pub fn knows_class(&self, class: &str) -> bool {
        self.classes().any(|known| known == class)
    }

    /// All classes that some style is for, in the order of the file.
    pub fn classes(&self) -> impl Iterator<Item = &str> {
        self.styles
            .iter()
            .flat_map(|(selector, _)| selector.classes())
    }

    /// Where the theme names a font file.
    pub fn place(&self, file: &str) -> Option<Span> {
        self.places.get(file).map(ThemePlace::span)
    }

    /// The files of all faces, each once, in the order of families, regular, bold,
    /// italic, bold italic.
    pub fn font_files(&self) -> impl Iterator<Item = &str> {
        let mut seen = BTreeSet::new();
        self.fonts
            .values()
            .flat_map(Family::files)
            .filter(move |file| seen.insert(file.to_owned()))
    }
}

impl Family {
    /// The files that there are: regular, bold, italic, bold italic.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.nearest(false, false)
    }

    /// The files to set this weight and slant in, the nearest first; the others
    /// help out where it lacks a character.
    pub fn nearest(&self, bold: bool, italic: bool) -> impl Iterator<Item = &str> {
        let r = Some(&self.regular);
        let [b, i, z] = [&self.bold, &self.italic, &self.bold_italic].map(Option::as_ref);
        let files = match (bold, italic) {
            (false, false) => [r, b, i, z],
            (true, false) => [b, r, z, i],
            (false, true) => [i, r, z, b],
            (true, true) => [z, b, i, r],
        };
        files.into_iter().flatten().map(String::as_str)
    }
}

#[cfg(test)]
mod tests;
