//! Text that stands out from what is behind it.

use super::super::{Colour, Properties, contrast};
use super::Reading;
use crate::diagnostic::Diagnostic;
use crate::memo::path::NodePath;
use crate::memo::yaml::Node;
use crate::output::theme::codes;
use crate::source::Span;

impl Reading<'_> {
    /// A style's text must stand out from what is behind it.
    pub(super) fn check_contrast(&mut self, node: &Node, path: &NodePath, properties: &Properties) {
        let white = Colour {
            red: 255,
            green: 255,
            blue: 255,
        };
        let ink = self.theme.colours.get("ink").copied().unwrap_or_default();
        let (colour, behind) = match (properties.colour, properties.background) {
            (None, None) => return,
            (colour, background) => (colour.unwrap_or(ink), background.unwrap_or(white)),
        };
        let ratio = contrast::ratio(colour, behind);
        if ratio >= contrast::REQUIRED {
            return;
        }
        let key = if properties.colour.is_some() {
            "colour"
        } else {
            "background"
        };
        let hint = "WCAG 2 requires 4.5 to 1: take a darker colour, or a lighter background";
        if let Some((name, span)) = self.given_elsewhere(node, properties) {
            // One colour is in many styles: one finding says it.
            if !self.theme.pale_colours.insert(name.clone()) {
                return;
            }
            let message = format!(
                "text stands out by {:.1} to 1 only with this `{name}`",
                (ratio * 10.0).floor() / 10.0
            );
            let finding = Diagnostic::new(&codes::LOW_CONTRAST, Some(span), message);
            return self.reader.report(finding.hint(hint));
        }
        let finding = self
            .reader
            .at(
                &codes::LOW_CONTRAST,
                &path.key(key),
                format!(
                    "text of this colour stands out by {:.1} to 1 only",
                    (ratio * 10.0).floor() / 10.0
                ),
            )
            .hint(hint);
        self.reader.report(finding);
    }

    /// The named colour of a style that a theme above the style's own gives, and
    /// where: there it is too pale or too dark.
    fn given_elsewhere(&self, node: &Node, properties: &Properties) -> Option<(String, Span)> {
        let Node::Mapping(style) = node else {
            return None;
        };
        ["colour", "background"].into_iter().find_map(|key| {
            let name = match (key, style.get(key)) {
                (_, Some(Node::Text(name))) => name.as_str(),
                // Text without a colour of its own is in ink.
                ("colour", None) if properties.colour.is_none() => "ink",
                _ => return None,
            };
            let (layer, span) = self.theme.colour_places.get(name)?;
            (*layer > self.layer).then(|| (name.to_owned(), span.clone()))
        })
    }
}
