//! Styles: what a rule of the theme sets, and what an element ends up with.

use super::Colour;
use std::sync::Arc;

/// What one rule sets, with the property's key; what it leaves out is inherited or the
/// standard value.
pub(super) type Properties = Vec<(&'static str, StyleSetting)>;

/// A property that a rule sets; numbers, flags and lines with their place in the style.
#[derive(Clone, Debug)]
pub(super) enum StyleSetting {
    /// The font family, by its name in the theme's `fonts`.
    Font(Arc<str>),
    /// The size.
    Size(Size),
    /// The text's colour.
    Colour(Colour),
    /// The colour behind: behind the text where it stands in a line, else behind the block.
    Background(Colour),
    /// How far the baseline is raised, as a multiple of the parent's size.
    Raise(f32),
    /// How lines stand in their measure.
    Align(Align),
    /// Space inside a background, a cell or a box, in points: across and up.
    Padding((f32, f32)),
    /// A number.
    Number(fn(&mut PrintStyle) -> &mut f32, f32),
    /// Whether something is so.
    Flag(fn(&mut PrintStyle) -> &mut bool, bool),
    /// A line.
    Rule(fn(&mut Own) -> &mut Option<StyleRule>, StyleRule),
}

/// A size of text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Size {
    /// In points.
    Points(f32),
    /// As a part of the parent's size.
    Relative(f32),
}

/// How lines stand in their measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Even at the left, ragged at the right.
    #[default]
    Left,
    /// In the middle.
    Center,
    /// Even at the right.
    Right,
    /// Even at both sides, but for the last line.
    Justify,
}

/// A drawn line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StyleRule {
    /// Its width in points.
    pub width: f32,
    /// Its colour.
    pub colour: Colour,
    /// How far it stands from the text, in points.
    pub gap: f32,
}

/// What an element ends up with: what it inherits, and its own.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintStyle {
    /// What text in it looks like.
    pub text: TextStyle,
    /// How its lines stand.
    pub align: Align,
    /// What is not inherited.
    pub own: Own,
}

/// What text looks like; every part is inherited.
#[derive(Clone, Debug, PartialEq)]
pub struct TextStyle {
    /// The font family.
    pub font: Arc<str>,
    /// The size in points.
    pub size: f32,
    /// Whether it is bold.
    pub bold: bool,
    /// Whether it is italic.
    pub italic: bool,
    /// The colour.
    pub colour: Colour,
    /// The distance of baselines as a multiple of the size.
    pub leading: f32,
    /// Space added between letters, in thousandths of the size.
    pub tracking: f32,
    /// Whether figures all have one width.
    pub tabular: bool,
    /// Whether it is underlined.
    pub underline: bool,
    /// Whether it is struck through.
    pub strike: bool,
    /// How far the baseline is raised, in points.
    pub raise: f32,
    /// The colour behind it.
    pub background: Option<Colour>,
    /// Whether its words may be divided.
    pub hyphenate: bool,
}

/// The part of a style that an element does not hand on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Own {
    /// Space above, in points.
    pub before: f32,
    /// Space below, in points.
    pub after: f32,
    /// Indent from the left, in points.
    pub indent: f32,
    /// How far the second and later lines of a paragraph stand in, in points.
    pub hang: f32,
    /// Space inside, in points: across and up.
    pub padding: (f32, f32),
    /// Space between columns, in points.
    pub gap: f32,
    /// The width of a column of labels or the height of a logo, in points.
    pub extent: f32,
    /// The colour behind.
    pub background: Option<Colour>,
    /// A line above.
    pub rule_above: Option<StyleRule>,
    /// A line below.
    pub rule_below: Option<StyleRule>,
    /// A bar along the left side.
    pub bar: Option<StyleRule>,
    /// Whether it stands on one page with what follows.
    pub keep_with_next: bool,
    /// Whether it stands on one page with what goes before.
    pub keep_with_previous: bool,
    /// Whether it is not divided between pages.
    pub keep_together: bool,
    /// Whether it begins a page.
    pub page_break: bool,
}

impl Default for PrintStyle {
    fn default() -> PrintStyle {
        PrintStyle {
            text: TextStyle {
                font: Arc::from(""),
                size: 10.5,
                bold: false,
                italic: false,
                colour: Colour::default(),
                leading: 1.4,
                tracking: 0.0,
                tabular: false,
                underline: false,
                strike: false,
                raise: 0.0,
                background: None,
                hyphenate: false,
            },
            align: Align::Left,
            own: Own::default(),
        }
    }
}

impl PrintStyle {
    /// The style that children begin with.
    #[must_use]
    pub fn inherited(&self) -> PrintStyle {
        PrintStyle {
            own: Own::default(),
            ..self.clone()
        }
    }

    /// Sets what a rule sets. `parent` is what relative sizes are relative to; `inline`
    /// says that a background belongs to the text, not to a block.
    pub(super) fn apply(&mut self, setting: &StyleSetting, parent: &TextStyle, inline: bool) {
        match setting {
            StyleSetting::Font(font) => self.text.font = Arc::clone(font),
            StyleSetting::Size(Size::Points(points)) => self.text.size = *points,
            StyleSetting::Size(Size::Relative(part)) => self.text.size = parent.size * part,
            StyleSetting::Colour(colour) => self.text.colour = *colour,
            StyleSetting::Background(colour) if inline => self.text.background = Some(*colour),
            StyleSetting::Background(colour) => self.own.background = Some(*colour),
            StyleSetting::Raise(raise) => self.text.raise = parent.raise + raise * parent.size,
            StyleSetting::Align(align) => self.align = *align,
            StyleSetting::Padding(padding) => self.own.padding = *padding,
            StyleSetting::Number(place, number) => *place(self) = *number,
            StyleSetting::Flag(place, flag) => *place(self) = *flag,
            // One without a width takes back another theme's.
            StyleSetting::Rule(place, rule) => {
                *place(&mut self.own) = (rule.width > 0.0).then_some(*rule);
            }
        }
    }
}
