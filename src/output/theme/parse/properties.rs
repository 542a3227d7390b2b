//! Reading what one style sets.

use super::{At, ThemeReading};
use crate::memo::path::NodePath;
use crate::memo::yaml::{Fields, Node};
use crate::output::theme::codes::INVALID_THEME_VALUE;
use crate::output::theme::style::{Own, PrintStyle, Properties, StyleSetting};
use crate::output::theme::{Align, Size, StyleRule};
use PropertyKind::{Either, Flag, Number, Rule};
use std::ops::RangeInclusive;

/// What may stand behind a property's key, and where in a style it goes.
pub(in crate::output::theme) enum PropertyKind {
    Font,
    Size,
    Colour,
    Background,
    Raise,
    Align,
    Padding,
    Number(RangeInclusive<f32>, fn(&mut PrintStyle) -> &mut f32),
    Either([&'static str; 2], fn(&mut PrintStyle) -> &mut bool),
    Flag(fn(&mut PrintStyle) -> &mut bool),
    Rule(fn(&mut Own) -> &mut Option<StyleRule>),
}

/// The properties of a style.
pub(in crate::output::theme) const PROPERTIES: [(&str, PropertyKind); 28] = [
    ("font", PropertyKind::Font),
    ("size", PropertyKind::Size),
    ("weight", Either(["regular", "bold"], |s| &mut s.text.bold)),
    (
        "slant",
        Either(["upright", "italic"], |s| &mut s.text.italic),
    ),
    ("colour", PropertyKind::Colour),
    ("leading", Number(0.9..=3.0, |s| &mut s.text.leading)),
    (
        "tracking",
        Number(-100.0..=1000.0, |s| &mut s.text.tracking),
    ),
    ("align", PropertyKind::Align),
    ("hyphenate", Flag(|s| &mut s.text.hyphenate)),
    ("tabular", Flag(|s| &mut s.text.tabular)),
    ("underline", Flag(|s| &mut s.text.underline)),
    ("strike", Flag(|s| &mut s.text.strike)),
    ("raise", PropertyKind::Raise),
    ("before", Number(DISTANCES, |s| &mut s.own.before)),
    ("after", Number(DISTANCES, |s| &mut s.own.after)),
    ("indent", Number(DISTANCES, |s| &mut s.own.indent)),
    ("hang", Number(DISTANCES, |s| &mut s.own.hang)),
    ("padding", PropertyKind::Padding),
    ("gap", Number(DISTANCES, |s| &mut s.own.gap)),
    ("extent", Number(DISTANCES, |s| &mut s.own.extent)),
    ("background", PropertyKind::Background),
    ("rule-above", Rule(|own| &mut own.rule_above)),
    ("rule-below", Rule(|own| &mut own.rule_below)),
    ("bar", Rule(|own| &mut own.bar)),
    ("keep-with-next", Flag(|s| &mut s.own.keep_with_next)),
    (
        "keep-with-previous",
        Flag(|s| &mut s.own.keep_with_previous),
    ),
    ("keep-together", Flag(|s| &mut s.own.keep_together)),
    ("page-break", Flag(|s| &mut s.own.page_break)),
];

/// Sizes of text that make sense, in points.
const SIZES: RangeInclusive<f32> = 4.0..=144.0;
/// What is to be left of a line for words, in points: an inch.
const LEAST_LINE: f32 = 72.0;
/// Distances that make sense, in points.
const DISTANCES: RangeInclusive<f32> = 0.0..=500.0;

impl ThemeReading<'_> {
    /// What a style sets.
    pub(super) fn properties(&mut self, node: At<'_>) -> Option<Properties> {
        if *node.0 == Node::Null {
            return Some(Properties::new());
        }
        let keys = PROPERTIES.map(|(key, _)| key);
        let path = node.1.clone();
        let fields = self.reader.mapping(node, "a style", &keys)?;
        let properties = PROPERTIES.iter();
        let set =
            properties.filter_map(|(key, kind)| Some((*key, self.property(kind, &fields, key)?)));
        let set: Properties = set.collect();
        self.check_together(&path, &set);
        Some(set)
    }

    /// Reports what a style takes of a line all in all, where that leaves less than its
    /// letters are high: no document has words there.
    fn check_together(&mut self, path: &NodePath, set: &Properties) {
        let (mut taken, mut size) = (0.0, *SIZES.start());
        for (key, setting) in set {
            match (*key, setting) {
                ("indent" | "gap" | "extent", StyleSetting::Number(_, points)) => taken += points,
                (_, StyleSetting::Padding(padding)) => taken += 2.0 * padding.0,
                (_, StyleSetting::Size(Size::Points(points))) => size = *points,
                _ => {}
            }
        }
        let measure = self.theme.page.measure();
        // A page that leaves no line is told at its margins.
        if measure >= LEAST_LINE && measure - taken < size {
            let [taken, size, measure] = [taken, size, measure].map(|it| it.to_string());
            let wording = INVALID_THEME_VALUE.say("letters", given!(taken, size, measure));
            self.tell(path, wording);
        }
    }

    fn property(
        &mut self,
        kind: &PropertyKind,
        fields: &Fields<'_>,
        key: &str,
    ) -> Option<StyleSetting> {
        let node = fields.get(key)?;
        Some(match kind {
            PropertyKind::Font => StyleSetting::Font(self.font_name(node)?.into()),
            PropertyKind::Size => StyleSetting::Size(self.size(node)?),
            PropertyKind::Colour => StyleSetting::Colour(self.colour(node, true)?),
            PropertyKind::Background => StyleSetting::Background(self.colour(node, true)?),
            PropertyKind::Raise => StyleSetting::Raise(self.number(node, -1.0..=1.0)?),
            PropertyKind::Align => StyleSetting::Align(self.align(node)?),
            PropertyKind::Padding => {
                let path = node.1.clone();
                let padding = self.padding(node)?;
                self.check_room(&path, 2.0 * padding.0, self.theme.page.measure())?;
                StyleSetting::Padding(padding)
            }
            Number(range, place) => {
                let path = node.1.clone();
                let number = self.number(node, range.clone())?;
                if matches!(key, "indent" | "gap" | "extent") {
                    self.check_room(&path, number, self.theme.page.measure())?;
                }
                StyleSetting::Number(*place, number)
            }
            // The second of the words is what is so.
            Either(words, place) => {
                StyleSetting::Flag(*place, self.reader.choice(node, words)? == 1)
            }
            Flag(place) => StyleSetting::Flag(*place, self.reader.boolean(fields, key)),
            Rule(place) => {
                let path = node.1.clone();
                let rule = self.rule(node)?;
                if key == "bar" {
                    // It stands in the margin.
                    self.check_margin(&path, rule.width + rule.gap)?;
                }
                StyleSetting::Rule(*place, rule)
            }
        })
    }

    /// Reports what takes so much of a line that no words have room in it.
    fn check_room(&mut self, path: &NodePath, taken: f32, measure: f32) -> Option<()> {
        if taken <= measure - LEAST_LINE {
            return Some(());
        }
        let most = (measure - LEAST_LINE).floor().to_string();
        let (taken, measure) = (taken.to_string(), measure.to_string());
        let least = LEAST_LINE.to_string();
        self.tell(
            path,
            INVALID_THEME_VALUE.say("room", given!(taken, measure, least, most)),
        );
        None
    }

    /// Reports what stands in the left margin and is wider than that.
    fn check_margin(&mut self, path: &NodePath, taken: f32) -> Option<()> {
        let margin = self.theme.page.left;
        if taken <= margin {
            return Some(());
        }
        let (taken, margin) = (taken.to_string(), margin.to_string());
        self.tell(
            path,
            INVALID_THEME_VALUE.say("margin", given!(taken, margin)),
        );
        None
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
                self.tell(&node.1, INVALID_THEME_VALUE.say("part", given!(percent)));
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

    fn rule(&mut self, node: At<'_>) -> Option<StyleRule> {
        let keys = ["width", "colour", "gap"];
        let fields = self.reader.mapping(node, "a rule", &keys)?;
        let width = self.reader.required(&fields, "width");
        let width = width.and_then(|node| self.number(node, 0.0..=20.0))?;
        let colour = self.reader.required(&fields, "colour");
        let colour = colour.and_then(|node| self.colour(node, true))?;
        let gap = fields.get("gap");
        let gap = gap.and_then(|node| self.number(node, 0.0..=100.0));
        let gap = gap.unwrap_or(0.0);
        Some(StyleRule { width, colour, gap })
    }
}
