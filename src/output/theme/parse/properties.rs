//! Reading what one style sets.

use super::{At, ThemeReading};
use crate::memo::yaml::{Fields, Node};
use crate::output::theme::codes::INVALID_THEME_VALUE;
use crate::output::theme::style::{Own, PrintStyle, Properties, StyleSetting};
use crate::output::theme::{Align, Size, StyleRule};
use std::ops::RangeInclusive;

/// Where a property stands: a style's keys, and its own.
type Slot<'f> = (&'f Fields<'f>, &'f str);

/// Reads what a style has in a slot.
type Property = fn(&mut ThemeReading<'_>, Slot<'_>) -> Option<StyleSetting>;

/// The properties of a style: their keys, and what reads them.
pub(in crate::output::theme) const PROPERTIES: [(&str, Property); 27] = [
    ("font", |it, at| {
        it.font_name(node(at)?).map(StyleSetting::Font)
    }),
    ("size", |it, at| it.size(node(at)?).map(StyleSetting::Size)),
    ("weight", |it, at| {
        it.either(at, ["regular", "bold"], |style| &mut style.text.bold)
    }),
    ("slant", |it, at| {
        it.either(at, ["upright", "italic"], |style| &mut style.text.italic)
    }),
    ("colour", |it, at| {
        it.colour(node(at)?, true).map(StyleSetting::Colour)
    }),
    ("leading", |it, at| {
        it.ranged(at, 0.9..=3.0, |style| &mut style.text.leading)
    }),
    ("tracking", |it, at| {
        it.ranged(at, -100.0..=1000.0, |style| &mut style.text.tracking)
    }),
    ("align", |it, at| {
        it.align(node(at)?).map(StyleSetting::Align)
    }),
    ("hyphenate", |it, at| {
        it.flag(at, |style| &mut style.text.hyphenate)
    }),
    ("tabular", |it, at| {
        it.flag(at, |style| &mut style.text.tabular)
    }),
    ("underline", |it, at| {
        it.flag(at, |style| &mut style.text.underline)
    }),
    ("strike", |it, at| {
        it.flag(at, |style| &mut style.text.strike)
    }),
    ("raise", |it, at| {
        it.number(node(at)?, -1.0..=1.0).map(StyleSetting::Raise)
    }),
    ("before", |it, at| {
        it.ranged(at, DISTANCES, |style| &mut style.own.before)
    }),
    ("after", |it, at| {
        it.ranged(at, DISTANCES, |style| &mut style.own.after)
    }),
    ("indent", |it, at| {
        it.ranged(at, DISTANCES, |style| &mut style.own.indent)
    }),
    ("padding", |it, at| {
        it.padding(node(at)?).map(StyleSetting::Padding)
    }),
    ("gap", |it, at| {
        it.ranged(at, DISTANCES, |style| &mut style.own.gap)
    }),
    ("extent", |it, at| {
        it.ranged(at, DISTANCES, |style| &mut style.own.extent)
    }),
    ("background", |it, at| {
        it.colour(node(at)?, true).map(StyleSetting::Background)
    }),
    ("rule-above", |it, at| {
        it.rule(at, |own| &mut own.rule_above)
    }),
    ("rule-below", |it, at| {
        it.rule(at, |own| &mut own.rule_below)
    }),
    ("bar", |it, at| it.rule(at, |own| &mut own.bar)),
    ("keep-with-next", |it, at| {
        it.flag(at, |style| &mut style.own.keep_with_next)
    }),
    ("keep-with-previous", |it, at| {
        it.flag(at, |style| &mut style.own.keep_with_previous)
    }),
    ("keep-together", |it, at| {
        it.flag(at, |style| &mut style.own.keep_together)
    }),
    ("page-break", |it, at| {
        it.flag(at, |style| &mut style.own.page_break)
    }),
];

/// Sizes of text that make sense, in points.
const SIZES: RangeInclusive<f32> = 4.0..=144.0;
/// Distances that make sense, in points.
const DISTANCES: RangeInclusive<f32> = 0.0..=500.0;

/// What stands in a slot.
fn node<'f>((fields, key): Slot<'f>) -> Option<At<'f>> {
    fields.get(key)
}

impl ThemeReading<'_> {
    /// What a style sets.
    pub(super) fn properties(&mut self, node: At<'_>) -> Option<Properties> {
        if *node.0 == Node::Null {
            return Some(Properties::new());
        }
        let keys = PROPERTIES.map(|(key, _)| key);
        let fields = self.reader.mapping(node, "a style", &keys)?;
        let properties = PROPERTIES.iter();
        Some(
            properties
                .filter_map(|(key, read)| read(self, (&fields, key)))
                .collect(),
        )
    }

    fn ranged(
        &mut self,
        slot: Slot<'_>,
        range: RangeInclusive<f32>,
        place: fn(&mut PrintStyle) -> &mut f32,
    ) -> Option<StyleSetting> {
        Some(StyleSetting::Number(
            place,
            self.number(node(slot)?, range)?,
        ))
    }

    fn flag(
        &mut self,
        slot: Slot<'_>,
        place: fn(&mut PrintStyle) -> &mut bool,
    ) -> Option<StyleSetting> {
        node(slot)?;
        Some(StyleSetting::Flag(
            place,
            self.reader.boolean(slot.0, slot.1),
        ))
    }

    /// Whether the second of two words is written.
    fn either(
        &mut self,
        slot: Slot<'_>,
        words: [&str; 2],
        place: fn(&mut PrintStyle) -> &mut bool,
    ) -> Option<StyleSetting> {
        let index = self.reader.choice(node(slot)?, &words)?;
        Some(StyleSetting::Flag(place, index == 1))
    }

    fn align(&mut self, node: At<'_>) -> Option<Align> {
        let words = ["left", "center", "right", "justify"];
        let index = self.reader.choice(node, &words)?;
        let aligns = [Align::Left, Align::Center, Align::Right, Align::Justify];
        aligns.get(index).copied()
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
                self.tell(
                    &node.1,
                    INVALID_THEME_VALUE.say("part", &[("percent", &percent)]),
                );
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
                self.tell(&path, INVALID_THEME_VALUE.say("padding", &[]));
                None
            }
        }
    }

    fn rule(
        &mut self,
        slot: Slot<'_>,
        place: fn(&mut Own) -> &mut Option<StyleRule>,
    ) -> Option<StyleSetting> {
        let fields = self
            .reader
            .mapping(node(slot)?, "a rule", &["width", "colour", "gap"])?;
        let width = self.reader.required(&fields, "width");
        let width = width.and_then(|node| self.number(node, 0.0..=20.0))?;
        let colour = self.reader.required(&fields, "colour");
        let colour = colour.and_then(|node| self.colour(node, true))?;
        let gap = fields
            .get("gap")
            .and_then(|node| self.number(node, 0.0..=100.0));
        let gap = gap.unwrap_or(0.0);
        Some(StyleSetting::Rule(place, StyleRule { width, colour, gap }))
    }
}
