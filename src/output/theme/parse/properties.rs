//! Reading what one style sets.

use super::{At, Reading};
use crate::memo::yaml::{Fields, Node};
use crate::output::theme::{Align, Properties, Size, StyleRule};
use std::ops::RangeInclusive;

/// The keys of a style.
pub(in crate::output::theme) const KEYS: &[&str] = &[
    "font",
    "size",
    "weight",
    "slant",
    "colour",
    "leading",
    "tracking",
    "align",
    "hyphenate",
    "tabular",
    "underline",
    "strike",
    "raise",
    "before",
    "after",
    "indent",
    "padding",
    "gap",
    "extent",
    "background",
    "rule-above",
    "rule-below",
    "bar",
    "keep-with-next",
    "keep-with-previous",
    "keep-together",
    "page-break",
];

/// Sizes of text that make sense, in points.
const SIZES: RangeInclusive<f32> = 4.0..=144.0;
/// Distances that make sense, in points.
const DISTANCES: RangeInclusive<f32> = 0.0..=500.0;

impl Reading<'_> {
    /// What a style sets.
    pub(super) fn properties(&mut self, node: At<'_>) -> Option<Properties> {
        if *node.0 == Node::Null {
            return Some(Properties::default());
        }
        let fields = self.reader.mapping(node, "a style", KEYS)?;
        let fields = &fields;
        Some(Properties {
            font: fields.get("font").and_then(|node| self.font_name(node)),
            size: fields.get("size").and_then(|node| self.size(node)),
            bold: self.either(fields, "weight", ["regular", "bold"]),
            italic: self.either(fields, "slant", ["upright", "italic"]),
            colour: fields
                .get("colour")
                .and_then(|node| self.colour(node, true)),
            leading: self.ranged(fields, "leading", 0.9..=3.0),
            tracking: self.ranged(fields, "tracking", -100.0..=1000.0),
            align: self.align(fields),
            hyphenate: self.flag(fields, "hyphenate"),
            tabular: self.flag(fields, "tabular"),
            underline: self.flag(fields, "underline"),
            strike: self.flag(fields, "strike"),
            raise: self.ranged(fields, "raise", -1.0..=1.0),
            before: self.ranged(fields, "before", DISTANCES),
            after: self.ranged(fields, "after", DISTANCES),
            indent: self.ranged(fields, "indent", DISTANCES),
            padding: fields.get("padding").and_then(|node| self.padding(node)),
            gap: self.ranged(fields, "gap", DISTANCES),
            extent: self.ranged(fields, "extent", DISTANCES),
            background: fields
                .get("background")
                .and_then(|node| self.colour(node, true)),
            rule_above: fields.get("rule-above").and_then(|node| self.rule(node)),
            rule_below: fields.get("rule-below").and_then(|node| self.rule(node)),
            bar: fields.get("bar").and_then(|node| self.rule(node)),
            keep_with_next: self.flag(fields, "keep-with-next"),
            keep_with_previous: self.flag(fields, "keep-with-previous"),
            keep_together: self.flag(fields, "keep-together"),
            page_break: self.flag(fields, "page-break"),
        })
    }

    fn ranged(
        &mut self,
        fields: &Fields<'_>,
        key: &str,
        range: RangeInclusive<f32>,
    ) -> Option<f32> {
        self.number(fields.get(key)?, range)
    }

    fn flag(&mut self, fields: &Fields<'_>, key: &str) -> Option<bool> {
        fields.get(key)?;
        Some(self.reader.boolean(fields, key))
    }

    /// Whether the second of two words is written.
    fn either(&mut self, fields: &Fields<'_>, key: &str, words: [&str; 2]) -> Option<bool> {
        self.reader
            .choice(fields.get(key)?, &words)
            .map(|index| index == 1)
    }

    fn align(&mut self, fields: &Fields<'_>) -> Option<Align> {
        let words = ["left", "center", "right", "justify"];
        let index = self.reader.choice(fields.get("align")?, &words)?;
        [Align::Left, Align::Center, Align::Right, Align::Justify]
            .get(index)
            .copied()
    }

    fn size(&mut self, node: At<'_>) -> Option<Size> {
        let Some(percent) = node
            .0
            .as_text()
            .and_then(|text| text.trim().strip_suffix('%'))
        else {
            return self.number(node, SIZES).map(Size::Points);
        };
        match percent.trim().parse::<f32>() {
            Ok(percent) if (20.0..=400.0).contains(&percent) => {
                Some(Size::Relative(percent / 100.0))
            }
            _ => {
                let message = format!("`{percent}%` is not a part from 20% to 400%");
                self.invalid(&node.1, &message, "write a size in points, or \"90%\"");
                None
            }
        }
    }

    fn padding(&mut self, node: At<'_>) -> Option<(f32, f32)> {
        let Node::List(items) = node.0 else {
            let both = self.number(node, DISTANCES)?;
            return Some((both, both));
        };
        let path = node.1.clone();
        let numbers: Vec<f32> = items
            .iter()
            .enumerate()
            .filter_map(|(index, item)| self.number((item, path.index(index)), DISTANCES))
            .collect();
        match numbers.as_slice() {
            [across, up] => Some((*across, *up)),
            _ if numbers.len() < items.len() => None,
            _ => {
                self.invalid(
                    &path,
                    "padding is one number or two",
                    "write `padding: [6, 4]`: across, up",
                );
                None
            }
        }
    }

    fn rule(&mut self, node: At<'_>) -> Option<StyleRule> {
        let fields = self
            .reader
            .mapping(node, "a rule", &["width", "colour", "gap"])?;
        let width = self.reader.required(&fields, "width");
        let width = width.and_then(|node| self.number(node, 0.0..=20.0))?;
        let colour = self.reader.required(&fields, "colour");
        let colour = colour.and_then(|node| self.colour(node, true))?;
        let gap = self.ranged(&fields, "gap", 0.0..=100.0).unwrap_or(0.0);
        Some(StyleRule { width, colour, gap })
    }
}
