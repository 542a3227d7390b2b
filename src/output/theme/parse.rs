//! Reading `theme.yaml`: the built-in theme first, then what a workspace's own
//! theme changes, with every fault collected.

mod legible;
pub(super) mod properties;
mod setup;

use super::codes::{
    INVALID_COLOUR, INVALID_SELECTOR, INVALID_THEME_VALUE, LOW_CONTRAST, UNKNOWN_FONT_FAMILY,
    UNKNOWN_THEME,
};
use super::dark::WHITE;
use super::{Colour, StyleSelector, Theme, ThemePlace, contrast};
use crate::diagnostic::{Diagnostic, Wording, nearest};
use crate::memo::path::NodePath;
use crate::memo::yaml::{Fields, Node, Reader};
use crate::output::element::Name;
use crate::source::{SourceFile, composed};
use std::sync::Arc;

/// A node with its path.
type At<'n> = (&'n Node, NodePath);

/// The built-in theme's text.
const BUILT_IN: &str = include_str!("../../../templates/theme.yaml");

/// Reads what stands behind a key.
type Key = fn(&mut ThemeReading<'_>, At<'_>);

/// The keys of a theme, and what reads them.
pub(super) const KEYS: [(&str, Key); 11] = [
    ("based-on", |_, _| {}),
    ("page", |it, at| it.page(at)),
    ("colours", |it, at| it.colours(at)),
    ("dark", |it, at| it.dark(at)),
    ("fonts", |it, at| it.fonts(at)),
    ("fallback", |it, at| it.fallback(at)),
    ("languages", |it, at| it.languages(at)),
    ("no-hyphen", |it, at| it.no_hyphen(at)),
    ("labels", |it, at| it.labels(at)),
    ("watermark", |it, at| it.watermark(at)),
    ("styles", |it, at| it.styles(at)),
];

/// Those that others refer to, which are read first.
const FIRST: [&str; 2] = ["colours", "fonts"];

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
        let mut theme = Theme::default();
        let mut findings = Vec::new();
        // A copy of it changes nothing.
        let file = file.filter(|file| file.written() != BUILT_IN);
        let mut opened = layers(file, themes);
        opened.push(Reader::open(&own));
        opened.reverse();
        for (layer, (reader, root)) in opened.iter_mut().enumerate() {
            let mut reading = ThemeReading {
                layer,
                reader,
                theme: &mut theme,
            };
            let keys = KEYS.map(|(key, _)| key);
            if reading.reader.fields(root, "a theme", &keys).is_some() {
                reading.read(root, true);
            }
        }
        for (layer, (mut reader, root)) in opened.into_iter().enumerate() {
            let mut reading = ThemeReading {
                layer,
                reader: &mut reader,
                theme: &mut theme,
            };
            reading.read(&root, false);
            findings.extend(reader.finish());
        }
        (theme, findings)
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
    let wording = match found {
        Some(_) => UNKNOWN_THEME.say("circle", given!(name = name.value)),
        None => {
            let names: Vec<&str> = themes.iter().map(theme_name).collect();
            let near = nearest(&name.value, names.iter().copied());
            UNKNOWN_THEME.say(
                "unknown",
                given!(name = name.value, near, known = names.join(", ")),
            )
        }
    };
    let span = reader.positions().span_of(&name.place);
    reader.report(Diagnostic::told(span, wording));
    None
}

/// The name of a theme's file without its folder and its ending.
fn theme_name(file: &Arc<SourceFile>) -> &str {
    let path = file.path();
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Takes one file apart.
pub(super) struct ThemeReading<'r> {
    /// Which of the themes it is, the built-in one being 0.
    layer: usize,
    reader: &'r mut Reader,
    theme: &'r mut Theme,
}

impl ThemeReading<'_> {
    /// Reads what others refer to, or the rest.
    fn read(&mut self, root: &Node, first: bool) {
        let Node::Mapping(mapping) = root else {
            return;
        };
        for (key, read) in KEYS {
            if let Some(node) = mapping.get(key).filter(|node| **node != Node::Null)
                && FIRST.contains(&key) == first
            {
                read(self, (node, NodePath::root().key(key)));
            }
        }
    }

    fn colours(&mut self, node: At<'_>) {
        let Some(colours) = self.reader.open_mapping(node, "a mapping of colours") else {
            return;
        };
        for (name, node) in colours.entries() {
            let path = colours.path.key(name);
            if let Some(colour) = self.colour((node, path.clone()), false) {
                let place = self.place(path);
                self.theme
                    .colour_places
                    .insert(name.to_owned(), (self.layer, place));
                self.theme.colours.insert(name.to_owned(), colour);
                // What a theme below says of it on dark screens was said of another colour.
                self.theme.dark.remove(name);
            }
        }
    }

    /// The colours on dark screens. What stands out on white must stand out there, too.
    fn dark(&mut self, node: At<'_>) {
        let Some(colours) = self.reader.open_mapping(node, "a mapping of colours") else {
            return;
        };
        let mut given = Vec::new();
        for (name, node) in colours.entries() {
            let path = colours.path.key(name);
            if let Some(colour) = self.colour((node, path.clone()), false) {
                self.theme.dark.insert(name.to_owned(), colour);
                given.push((name, colour, path));
            }
        }
        for (name, colour, path) in given {
            let light = self.theme.colours.get(name);
            let is_text = light.is_some_and(|it| contrast::ratio(*it, WHITE) >= contrast::REQUIRED);
            let ratio = contrast::ratio(colour, self.theme.dark_paper());
            if is_text && ratio < contrast::REQUIRED {
                let ratio = format!("{:.1}", (ratio * 10.0).floor() / 10.0);
                self.tell(&path, LOW_CONTRAST.say("dark", given!(ratio, name)));
            }
        }
    }

    fn place(&self, node: NodePath) -> ThemePlace {
        let file = Arc::clone(self.reader.file());
        ThemePlace { file, node }
    }

    fn fallback(&mut self, node: At<'_>) {
        let names = self.reader.list(node).into_iter();
        self.theme.fallback = names.filter_map(|at| self.font_name(at)).collect();
    }

    fn no_hyphen(&mut self, node: At<'_>) {
        let words = self.strings(node);
        let words = words.iter().map(|word| word.to_lowercase());
        self.theme.no_hyphen.extend(words);
    }

    fn styles(&mut self, node: At<'_>) {
        let Some(fields) = self.reader.open_mapping(node, "a mapping of styles") else {
            return;
        };
        for (name, node) in fields.entries() {
            let path = fields.path.key(name);
            let wording = match StyleSelector::parse(name) {
                None => INVALID_SELECTOR.say("selector", given!(written = name)),
                Some(selector) => {
                    let known: Vec<&str> = Name::texts().collect();
                    let unknown = selector.names().find(|name| !known.contains(name));
                    match unknown {
                        Some(unknown) => {
                            let near = nearest(unknown, known);
                            INVALID_SELECTOR.say("element", given!(name = unknown, near))
                        }
                        None => {
                            if let Some(properties) = self.properties((node, path.clone())) {
                                self.check_contrast(node, &path, &properties);
                                self.theme.add_style(selector, properties);
                            }
                            continue;
                        }
                    }
                }
            };
            let span = self.reader.positions().span_of_key(&path);
            self.reader.report(Diagnostic::told(span, wording));
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
        let names = self.theme.colours.keys().map(String::as_str);
        let near = nearest(&text.value, names);
        let wording = match named {
            true => INVALID_COLOUR.say("named", given!(text = text.value, near)),
            false => INVALID_COLOUR.say("plain", given!(text = text.value)),
        };
        self.tell(&text.place, wording);
        None
    }

    /// The name of a font family of the theme.
    fn font_name(&mut self, node: At<'_>) -> Option<String> {
        let name = self.reader.string(node)?;
        if self.theme.fonts.contains_key(&name.value) {
            return Some(name.value);
        }
        let known: Vec<&str> = self.theme.fonts.keys().map(String::as_str).collect();
        let near = nearest(&name.value, known.iter().copied());
        let wording = UNKNOWN_FONT_FAMILY.say(
            "family",
            given!(name = name.value, near, known = known.join(", ")),
        );
        self.tell(&name.place, wording);
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
        let text = node.as_text();
        let number = text.and_then(|text| text.trim().parse::<f32>().ok());
        if let Some(number) = number.filter(|number| range.contains(number)) {
            return Some(number);
        }
        let (least, most) = (range.start().to_string(), range.end().to_string());
        let wording = match text {
            Some(text) => INVALID_THEME_VALUE.say("number", given!(text, least, most)),
            None => INVALID_THEME_VALUE.say("kind", given!(found = node.kind(), least, most)),
        };
        self.tell(&path, wording);
        None
    }

    fn strings(&mut self, node: At<'_>) -> Vec<String> {
        let items = self.reader.list(node).into_iter();
        let texts = items.filter_map(|item| self.reader.string(item));
        texts.map(|text| text.value).collect()
    }

    /// Reports what a phrase says of a value.
    fn tell(&mut self, path: &NodePath, wording: Wording) {
        let span = self.reader.positions().span_of(path);
        self.reader.report(Diagnostic::told(span, wording));
    }
}

/// `#rrggbb`.
fn parse_colour(text: &str) -> Option<Colour> {
    let digits = text.strip_prefix('#')?;
    if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
    Some(Colour { red, green, blue })
}
