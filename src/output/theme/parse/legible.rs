//! Text that stands out from what is behind it.

use super::super::style::{Properties, StyleSetting};
use super::super::{Colour, contrast};
use super::ThemeReading;
use crate::diagnostic::Diagnostic;
use crate::memo::path::NodePath;
use crate::memo::yaml::Node;
use crate::output::theme::codes::LOW_CONTRAST;
use crate::source::Span;

impl ThemeReading<'_> {
    /// A style's text must stand out from what is behind it.
    pub(super) fn check_contrast(&mut self, node: &Node, path: &NodePath, properties: &Properties) {
        let white = Colour {
            red: 255,
            green: 255,
            blue: 255,
        };
        let ink = self.theme.colours.get("ink").copied().unwrap_or_default();
        let settings = || properties.iter().map(|(_, setting)| setting);
        let colour = settings().find_map(|it| match it {
            StyleSetting::Colour(colour) => Some(*colour),
            _ => None,
        });
        let background = settings().find_map(|it| match it {
            StyleSetting::Background(colour) => Some(*colour),
            _ => None,
        });
        if colour.is_none() && background.is_none() {
            return;
        }
        let ratio = contrast::ratio(colour.unwrap_or(ink), background.unwrap_or(white));
        if ratio >= contrast::REQUIRED {
            return;
        }
        let ratio = format!("{:.1}", (ratio * 10.0).floor() / 10.0);
        if let Some((name, span)) = self.given_elsewhere(node, colour.is_some()) {
            // One colour is in many styles: one finding says it.
            if self.theme.pale_colours.insert(name.clone()) {
                let wording = LOW_CONTRAST.say("colour", given!(ratio, name));
                self.reader.report(Diagnostic::told(span, wording));
            }
            return;
        }
        let key = if colour.is_some() {
            "colour"
        } else {
            "background"
        };
        self.tell(&path.key(key), LOW_CONTRAST.say("style", given!(ratio)));
    }

    /// The named colour of a style that a theme above the style's own gives, and
    /// where: there it is too pale or too dark.
    fn given_elsewhere(&self, node: &Node, coloured: bool) -> Option<(String, Span)> {
        let Node::Mapping(style) = node else {
            return None;
        };
        ["colour", "background"].into_iter().find_map(|key| {
            let name = match (key, style.get(key)) {
                (_, Some(Node::Text(name))) => name.as_str(),
                // Text without a colour of its own is in ink.
                ("colour", None) if !coloured => "ink",
                _ => return None,
            };
            let (layer, place) = self.theme.colour_places.get(name)?;
            (*layer > self.layer).then(|| (name.to_owned(), place.span()))
        })
    }
}
