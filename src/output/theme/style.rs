//! Styles: what a rule of the theme sets, and what an element ends up with.

use super::Colour;

/// What one rule sets; what it leaves out is inherited or the standard value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Properties {
    /// The font family, by its name in the theme's `fonts`.
    pub font: Option<String>,
    /// The size.
    pub size: Option<Size>,
    /// Whether the text is bold.
    pub bold: Option<bool>,
    /// Whether the text is italic.
    pub italic: Option<bool>,
    /// The text's colour.
    pub colour: Option<Colour>,
    /// The distance of baselines as a multiple of the size.
    pub leading: Option<f32>,
    /// Space added between letters, in thousandths of the size.
    pub tracking: Option<f32>,
    /// How lines stand in their measure.
    pub align: Option<Align>,
    /// Whether words may be divided.
    pub hyphenate: Option<bool>,
    /// Whether figures all have one width.
    pub tabular: Option<bool>,
    /// Whether the text is underlined.
    pub underline: Option<bool>,
    /// Whether the text is struck through.
    pub strike: Option<bool>,
    /// How far the baseline is raised, as a multiple of the parent's size.
    pub raise: Option<f32>,
    /// Space above, in points; of two neighbouring spaces the greater counts.
    pub before: Option<f32>,
    /// Space below, in points.
    pub after: Option<f32>,
    /// Indent from the left, in points.
    pub indent: Option<f32>,
    /// Space inside a background, a cell or a box, in points: across and up.
    pub padding: Option<(f32, f32)>,
    /// Space between columns, or a label and what it labels, in points.
    pub gap: Option<f32>,
    /// The width of a column of labels or the height of a logo, in points.
    pub extent: Option<f32>,
    /// The colour behind.
    pub background: Option<Colour>,
    /// A line above.
    pub rule_above: Option<StyleRule>,
    /// A line below.
    pub rule_below: Option<StyleRule>,
    /// A bar along the left side.
    pub bar: Option<StyleRule>,
    /// Whether it stands on one page with what follows.
    pub keep_with_next: Option<bool>,
    /// Whether it stands on one page with what goes before.
    pub keep_with_previous: Option<bool>,
    /// Whether it is not divided between pages.
    pub keep_together: Option<bool>,
    /// Whether it begins a page.
    pub page_break: Option<bool>,
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
    /// Whether words may be divided.
    pub hyphenate: bool,
    /// What is not inherited.
    pub own: Own,
}

/// What text looks like; every part is inherited.
#[derive(Clone, Debug, PartialEq)]
pub struct TextStyle {
    /// The font family.
    pub font: String,
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
                font: String::new(),
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
            },
            align: Align::Left,
            hyphenate: false,
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

    /// Sets what `rule` sets. `parent` is what relative sizes are relative to;
    /// `inline` says that a background belongs to the text, not to a block.
    pub fn apply(&mut self, rule: &Properties, parent: &TextStyle, inline: bool) {
        self.apply_text(rule, parent);
        set(&mut self.align, &rule.align);
        set(&mut self.hyphenate, &rule.hyphenate);
        if inline {
            if rule.background.is_some() {
                self.text.background = rule.background;
            }
        } else {
            self.own.apply(rule);
        }
    }

    fn apply_text(&mut self, rule: &Properties, parent: &TextStyle) {
        let text = &mut self.text;
        if let Some(font) = &rule.font {
            text.font.clone_from(font);
        }
        match rule.size {
            Some(Size::Points(points)) => text.size = points,
            Some(Size::Relative(part)) => text.size = parent.size * part,
            None => {}
        }
        set(&mut text.bold, &rule.bold);
        set(&mut text.italic, &rule.italic);
        set(&mut text.colour, &rule.colour);
        set(&mut text.leading, &rule.leading);
        set(&mut text.tracking, &rule.tracking);
        set(&mut text.tabular, &rule.tabular);
        set(&mut text.underline, &rule.underline);
        set(&mut text.strike, &rule.strike);
        if let Some(raise) = rule.raise {
            text.raise = parent.raise + raise * parent.size;
        }
    }
}

impl Own {
    fn apply(&mut self, rule: &Properties) {
        set(&mut self.before, &rule.before);
        set(&mut self.after, &rule.after);
        set(&mut self.indent, &rule.indent);
        set(&mut self.padding, &rule.padding);
        set(&mut self.gap, &rule.gap);
        set(&mut self.extent, &rule.extent);
        set(&mut self.keep_with_next, &rule.keep_with_next);
        set(&mut self.keep_with_previous, &rule.keep_with_previous);
        set(&mut self.keep_together, &rule.keep_together);
        set(&mut self.page_break, &rule.page_break);
        self.background = rule.background.or(self.background);
        self.rule_above = rule.rule_above.or(self.rule_above);
        self.rule_below = rule.rule_below.or(self.rule_below);
        self.bar = rule.bar.or(self.bar);
    }
}

fn set<T: Copy>(place: &mut T, value: &Option<T>) {
    if let Some(value) = value {
        *place = *value;
    }
}
