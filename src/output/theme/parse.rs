//! Reading `theme.yaml`: the built-in theme first, then what a workspace's own
//! theme changes, with every fault collected.

mod legible;
pub(super) mod properties;
mod setup;

use super::Colour;
use super::{Labels, PageSetup, StyleSelector, Theme, Watermark};
use crate::diagnostic::{Diagnostic, did_you_mean, nearest};
use crate::memo::path::NodePath;
use crate::memo::yaml::{Fields, Node, Reader};
use crate::output::element::Name;
use crate::output::theme::codes;
use crate::source::{SourceFile, Span, composed};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A node with its path.
type At<'n> = (&'n Node, NodePath);

/// The built-in theme's text.
const BUILT_IN: &str = include_str!("../../../templates/theme.yaml");

/// The keys of a theme.
pub(super) const KEYS: &[&str] = &[
    "based-on",
    "page",
    "colours",
    "fonts",
    "fallback",
    "languages",
    "no-hyphen",
    "labels",
    "watermark",
    "styles",
];

impl Theme {
    /// The theme of a workspace: the built-in one with what `file`, the workspace's
    /// `templates/theme.yaml`, changes, and the themes that there are to be based on
    /// (`based-on`), the files of `templates/themes/`; and every finding about those
    /// files that are used. With findings of severity error the theme is not to be used.
    pub fn parse(
        file: Option<&Arc<SourceFile>>,
        themes: &[Arc<SourceFile>],
    ) -> (Theme, Vec<Diagnostic>) {
        let own = SourceFile::new("templates/theme.yaml", BUILT_IN);
        let mut theme = Theme::empty();
        let mut findings = Vec::new();
        let mut opened = layers(file, themes);
        opened.push(Reader::open(&own));
        opened.reverse();
        for (layer, (reader, root)) in opened.iter_mut().enumerate() {
            let mut reading = Reading {
                layer,
                reader,
                theme: &mut theme,
            };
            reading.first(root);
        }
        for (layer, (mut reader, root)) in opened.into_iter().enumerate() {
            let mut reading = Reading {
                layer,
                reader: &mut reader,
                theme: &mut theme,
            };
            reading.second(&root);
            findings.extend(reader.finish());
        }
        (theme, findings)
    }

    fn empty() -> Theme {
        Theme {
            page: PageSetup {
                width: 612.0,
                height: 792.0,
                top: 72.0,
                right: 72.0,
                bottom: 72.0,
                left: 72.0,
                head: 36.0,
                foot: 36.0,
            },
            colours: BTreeMap::new(),
            fonts: BTreeMap::new(),
            fallback: Vec::new(),
            languages: BTreeMap::new(),
            no_hyphen: BTreeSet::new(),
            labels: Labels {
                bullets: vec!["•".to_owned()],
                numbers: vec!["1.".to_owned()],
                task: "☐".to_owned(),
                task_done: "☑".to_owned(),
            },
            watermark: Watermark {
                font: String::new(),
                colour: Colour::default(),
                size: 100.0,
            },
            styles: Vec::new(),
            by_name: BTreeMap::new(),
            by_class: BTreeMap::new(),
            places: Vec::new(),
            colour_places: BTreeMap::new(),
            pale_colours: BTreeSet::new(),
        }
    }
}

/// The workspace's own theme, the one that it is based on, and so on.
fn layers(own: Option<&Arc<SourceFile>>, themes: &[Arc<SourceFile>]) -> Vec<(Reader, Node)> {
    let mut layers: Vec<(Reader, Node)> = Vec::new();
    let mut next = own.cloned();
    while let Some(file) = next.take() {
        let (mut reader, root) = Reader::open(&file);
        let known: Vec<&str> = layers
            .iter()
            .map(|(reader, _)| reader.file().path())
            .collect();
        next = base(&mut reader, &root, themes, &known);
        layers.push((reader, root));
    }
    layers
}

/// The theme that a theme is based on.
fn base(
    reader: &mut Reader,
    root: &Node,
    themes: &[Arc<SourceFile>],
    known: &[&str],
) -> Option<Arc<SourceFile>> {
    let Node::Mapping(mapping) = root else {
        return None;
    };
    let node = mapping
        .get("based-on")
        .filter(|node| **node != Node::Null)?;
    let name = reader.string((node, NodePath::root().key("based-on")))?;
    let found = themes
        .iter()
        .find(|file| composed(theme_name(file)) == name.value);
    if let Some(file) = found
        && file.path() != reader.file().path()
        && !known.contains(&file.path())
    {
        return Some(Arc::clone(file));
    }
    let message = match found {
        Some(_) => format!("the theme `{}` is based on itself", name.value),
        None => format!("there is no theme `{}`", name.value),
    };
    let finding = reader.at(&codes::UNKNOWN_THEME, &name.place, message);
    let names: Vec<&str> = themes.iter().map(theme_name).collect();
    let hint = match nearest(&name.value, names.iter().copied()) {
        _ if found.is_some() => "take `based-on` away from one of the themes".to_owned(),
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("the themes are {}", names.join(", ")),
    };
    reader.report(finding.hint(hint));
    None
}

/// The name of a theme's file without its folder and its ending.
fn theme_name(file: &Arc<SourceFile>) -> &str {
    let path = file.path();
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Takes one file apart.
struct Reading<'r> {
    /// Which of the themes it is, the built-in one being 0.
    layer: usize,
    reader: &'r mut Reader,
    theme: &'r mut Theme,
}

impl Reading<'_> {
    /// What styles refer to: colours and fonts.
    fn first(&mut self, root: &Node) {
        let Some(fields) = self.reader.fields(root, "a theme", KEYS) else {
            return;
        };
        if let Some(node) = fields.get("colours")
            && let Some(colours) = self.reader.open_mapping(node, "a mapping of colours")
        {
            for (name, node) in colours.entries() {
                let path = colours.path.key(name);
                if let Some(colour) = self.colour((node, path.clone()), false) {
                    let span = self.reader.positions().span_of(&path);
                    let place = (self.layer, span);
                    self.theme.colour_places.insert(name.to_owned(), place);
                    self.theme.colours.insert(name.to_owned(), colour);
                }
            }
        }
        if let Some(node) = fields.get("fonts")
            && let Some(fonts) = self.reader.open_mapping(node, "a mapping of font families")
        {
            for (name, node) in fonts.entries() {
                self.family(name, (node, fonts.path.key(name)));
            }
        }
    }

    /// Everything else.
    fn second(&mut self, root: &Node) {
        let Node::Mapping(mapping) = root else {
            return;
        };
        let at = |key: &str| mapping.get(key).filter(|node| **node != Node::Null);
        let path = NodePath::root();
        if let Some(node) = at("page") {
            self.page((node, path.key("page")));
        }
        if let Some(node) = at("fallback") {
            let names = self.names((node, path.key("fallback")));
            self.theme.fallback = names
                .into_iter()
                .filter_map(|at| self.font_name(at))
                .collect();
        }
        if let Some(node) = at("languages") {
            self.languages((node, path.key("languages")));
        }
        if let Some(node) = at("no-hyphen") {
            let words = self.strings((node, path.key("no-hyphen")));
            let words = words.iter().map(|word| word.to_lowercase());
            self.theme.no_hyphen.extend(words);
        }
        if let Some(node) = at("labels") {
            self.labels((node, path.key("labels")));
        }
        if let Some(node) = at("watermark") {
            self.watermark((node, path.key("watermark")));
        }
        if let Some(node) = at("styles") {
            self.styles((node, path.key("styles")));
        }
    }

    fn styles(&mut self, node: At<'_>) {
        let Some(fields) = self.reader.open_mapping(node, "a mapping of styles") else {
            return;
        };
        for (name, node) in fields.entries() {
            let path = fields.path.key(name);
            let Some(selector) = StyleSelector::parse(name) else {
                let finding = self
                    .reader
                    .at_key(&codes::INVALID_SELECTOR, &path, format!("`{name}` names no elements"))
                    .hint("write an element, `.class`, `element.class`, or several of these with spaces between them");
                self.reader.report(finding);
                continue;
            };
            let known: Vec<&str> = Name::texts().collect();
            if let Some(unknown) = selector.names().find(|name| !known.contains(name)) {
                let mut finding = self.reader.at_key(
                    &codes::INVALID_SELECTOR,
                    &path,
                    format!("print markup has no element `{unknown}`"),
                );
                if let Some(near) = nearest(unknown, known) {
                    finding = finding.hint(format!("did you mean `{near}`?"));
                }
                self.reader.report(finding);
                continue;
            }
            if let Some(properties) = self.properties((node, path.clone())) {
                self.check_contrast(node, &path, &properties);
                self.theme.add_style(selector, properties);
            }
        }
    }

    /// A colour: `"#rrggbb"`, or a name where `named`.
    fn colour(&mut self, node: At<'_>, named: bool) -> Option<Colour> {
        let text = self.reader.string(node)?;
        if let Some(colour) = parse_colour(&text.value) {
            return Some(colour);
        }
        if named && let Some(colour) = self.theme.colours.get(&text.value) {
            return Some(*colour);
        }
        let mut finding = self.reader.at(
            &codes::INVALID_COLOUR,
            &text.place,
            format!("`{}` is not a colour", text.value),
        );
        let names = self.theme.colours.keys().map(String::as_str);
        finding = match nearest(&text.value, names).filter(|_| named) {
            Some(near) => finding.hint(format!("did you mean `{near}`?")),
            None if named => {
                finding.hint("write \"#rrggbb\" in quotation marks, or a name from `colours`")
            }
            None => finding.hint("write \"#rrggbb\" in quotation marks"),
        };
        self.reader.report(finding);
        None
    }

    /// The name of a font family of the theme.
    fn font_name(&mut self, node: At<'_>) -> Option<String> {
        let name = self.reader.string(node)?;
        if self.theme.fonts.contains_key(&name.value) {
            return Some(name.value);
        }
        let mut finding = self.reader.at(
            &codes::UNKNOWN_FONT_FAMILY,
            &name.place,
            format!("the theme has no font family `{}`", name.value),
        );
        let names: Vec<&str> = self.theme.fonts.keys().map(String::as_str).collect();
        finding = finding.hint(did_you_mean(
            nearest(&name.value, names.iter().copied()),
            format!("the families are {}", names.join(", ")),
        ));
        self.reader.report(finding);
        None
    }

    /// Sets `place` to the number behind a key, where it is there and in range.
    fn length(
        &mut self,
        fields: &Fields<'_>,
        key: &str,
        range: std::ops::RangeInclusive<f32>,
        place: &mut f32,
    ) {
        if let Some(node) = fields.get(key)
            && let Some(number) = self.number(node, range)
        {
            *place = number;
        }
    }

    /// A number in a range.
    fn number(
        &mut self,
        (node, path): At<'_>,
        range: std::ops::RangeInclusive<f32>,
    ) -> Option<f32> {
        if *node == Node::Broken {
            return None;
        }
        let number = node
            .as_text()
            .and_then(|text| text.trim().parse::<f32>().ok());
        match number {
            Some(number) if range.contains(&number) => Some(number),
            _ => {
                let message = match node.as_text() {
                    Some(text) => format!(
                        "`{text}` is not a number from {} to {}",
                        range.start(),
                        range.end()
                    ),
                    None => format!("expected a number, found {}", node.kind()),
                };
                let hint = format!("write a number from {} to {}", range.start(), range.end());
                self.invalid(&path, &message, &hint);
                None
            }
        }
    }

    fn names<'n>(&mut self, node: At<'n>) -> Vec<At<'n>> {
        self.reader.list(node)
    }

    fn strings(&mut self, node: At<'_>) -> Vec<String> {
        self.reader
            .list(node)
            .into_iter()
            .filter_map(|item| self.reader.string(item))
            .map(|text| text.value)
            .collect()
    }

    fn invalid(&mut self, path: &NodePath, message: &str, hint: &str) {
        let finding = self
            .reader
            .at(&codes::INVALID_THEME_VALUE, path, message)
            .hint(hint);
        self.reader.report(finding);
    }
}

/// `#rrggbb`.
fn parse_colour(text: &str) -> Option<Colour> {
    let digits = text.strip_prefix('#')?;
    if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let channel = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    Some(Colour {
        red: channel(0)?,
        green: channel(2)?,
        blue: channel(4)?,
    })
}

/// The place where the theme names a font file.
pub(super) fn place_of(places: &[(String, Span)], file: &str) -> Option<Span> {
    places
        .iter()
        .rev()
        .find(|(name, _)| name == file)
        .map(|(_, span)| span.clone())
}
