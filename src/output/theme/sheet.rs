//! The theme for the screen: a style sheet in which each style is a rule, so that sizes,
//! weights, slants, spaces and fonts are those of print.
//!
//! The sheet has no character that HTML escapes: it may stand in a `<style>` as it is.

use super::style::{Properties, StyleSetting};
use super::{Align, Colour, Size, StyleRule, StyleSelector, Theme};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Lines stand wider apart on screens than on paper: they are longer, and read from
/// farther away.
const LEADING: f32 = 1.16;
/// So do paragraphs.
const AIR: f32 = 1.6;

/// Classes of what only print has: heads and feet, and notes at the foot of a page.
const PRINT_ONLY: [&str; 3] = ["running", "banner", "note"];
/// The colours that pages use beside those of the styles (`templates/parts/style.html`).
const OF_PAGES: [&str; 8] = [
    "accent", "gap", "ink", "line", "link", "shade", "soft", "urgent",
];

/// The colours that a sheet uses: the variable of each, and the colour.
type Used = BTreeMap<String, (Option<String>, Colour)>;

impl Theme {
    /// The styles as a style sheet: the colours for light and dark screens as variables
    /// (`--colour-accent`, and `--colour-paper` behind the text), then a rule for each style
    /// of what pages have. A length is in `rem`, 1rem being the size of the documents'
    /// text, so that a reader's own size is respected.
    pub fn style_sheet(&self) -> String {
        let mut used = Used::new();
        for name in OF_PAGES {
            if let Some(colour) = self.colours.get(name) {
                used.insert(name.to_owned(), (Some(name.to_owned()), *colour));
            }
        }
        let mut rules: Vec<String> = Vec::new();
        let base = self.document_style().text.size;
        for (selector, properties) in &self.styles {
            let Some(selector) = on_pages(selector) else {
                continue;
            };
            let mut rule = SheetRule {
                theme: self,
                base,
                used: &mut used,
                size: None,
                declared: String::new(),
            };
            rule.declare(properties, selector.starts_with("body"));
            if !rule.declared.is_empty() {
                let rule = format!("{selector} {{{}}}\n", rule.declared.trim_end());
                // One that comes again, as where a theme repeats the one below, counts there.
                rules.retain(|known| *known != rule);
                rules.push(rule);
            }
        }
        for width in 1..=100 {
            rules.push(format!(".width-{width} {{width: {width}%;}}\n"));
        }
        format!("{}{}", self.variables(&used), rules.concat())
    }

    /// The colours as variables, for light and for dark screens.
    fn variables(&self, used: &Used) -> String {
        let mut light = "--colour-paper: #ffffff; ".to_owned();
        let mut dark = format!("--colour-paper: {}; ", hex(self.dark_paper()));
        for (variable, (name, colour)) in used {
            let _ = write!(light, "--colour-{variable}: {}; ", hex(*colour));
            let other = self.on_dark(name.as_deref(), *colour);
            let _ = write!(dark, "--colour-{variable}: {}; ", hex(other));
        }
        format!(
            ":root {{color-scheme: light dark; {}}}\n\
             @media screen and (prefers-color-scheme: dark) {{ :root {{{}}} }}\n",
            light.trim_end(),
            dark.trim_end()
        )
    }
}

/// A style's selector as pages have it: `body` for the document, and a section that has no
/// heading is a `div` there. None for what pages have not.
fn on_pages(selector: &StyleSelector) -> Option<String> {
    if selector.classes().any(|it| PRINT_ONLY.contains(&it)) {
        return None;
    }
    let mut steps = Vec::new();
    for (name, classes) in selector.steps() {
        let mut classes: Vec<&str> = classes.collect();
        let mut name = name.unwrap_or_default();
        if classes.first() == Some(&"document") {
            name = "body";
            classes.remove(0);
        } else if name == "section" {
            name = ":is(section, div)";
        }
        let classes: String = classes.iter().map(|class| format!(".{class}")).collect();
        steps.push(format!("{name}{classes}"));
    }
    Some(steps.join(" "))
}

/// The declarations of one rule.
struct SheetRule<'t> {
    theme: &'t Theme,
    /// The size of the documents' text, in points.
    base: f32,
    used: &'t mut Used,
    /// The size as a part of the text around it.
    size: Option<f32>,
    declared: String,
}

impl SheetRule<'_> {
    fn declare(&mut self, properties: &Properties, is_page: bool) {
        self.size = properties.iter().find_map(|(_, setting)| match setting {
            StyleSetting::Size(Size::Relative(part)) => Some(*part),
            _ => None,
        });
        let bar = properties.iter().find_map(|(key, setting)| match setting {
            StyleSetting::Rule(_, rule) if *key == "bar" => Some(*rule),
            _ => None,
        });
        for (key, setting) in properties {
            // The page's text has the reader's own size.
            if is_page && *key == "size" {
                continue;
            }
            match setting {
                StyleSetting::Number(_, number) => self.number(key, *number, bar),
                StyleSetting::Flag(_, flag) => self.flag(key, *flag),
                StyleSetting::Rule(_, rule) => self.rule(key, *rule),
                _ => self.text(setting),
            }
        }
    }

    fn say(&mut self, property: &str, value: impl AsRef<str>) {
        let _ = write!(self.declared, "{property}: {}; ", value.as_ref());
    }

    /// Points as `rem`.
    fn rem(&self, points: f32) -> String {
        match number(points / self.base) {
            zero if zero == "0" => zero,
            rem => format!("{rem}rem"),
        }
    }

    /// The variable of a colour.
    fn colour(&mut self, colour: Colour) -> String {
        let mut named = self.theme.colours.iter();
        let name = named.find(|(_, known)| **known == colour);
        let name = name.map(|(name, _)| name.clone());
        let sound = |name: &&String| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let variable = match name.as_ref().filter(sound) {
            Some(name) => name.clone(),
            None => hex(colour).trim_start_matches('#').to_owned(),
        };
        let value = format!("var(--colour-{variable})");
        self.used.entry(variable).or_insert((name, colour));
        value
    }

    /// What text looks like.
    fn text(&mut self, setting: &StyleSetting) {
        match setting {
            StyleSetting::Font(font) => self.say("font-family", stack(font)),
            StyleSetting::Size(Size::Points(points)) => self.say("font-size", self.rem(*points)),
            StyleSetting::Size(Size::Relative(part)) => {
                self.say("font-size", format!("{}%", number(part * 100.0)));
            }
            StyleSetting::Colour(colour) => {
                let colour = self.colour(*colour);
                self.say("color", colour);
            }
            StyleSetting::Background(colour) => {
                let colour = self.colour(*colour);
                self.say("background-color", colour);
            }
            StyleSetting::Raise(raise) => {
                let own = raise / self.size.unwrap_or(1.0);
                self.say("vertical-align", format!("{}em", number(own)));
                self.say("line-height", "0");
            }
            StyleSetting::Align(align) => self.say("text-align", words(*align)),
            StyleSetting::Padding((across, up)) => {
                self.say(
                    "padding",
                    format!("{} {}", self.rem(*up), self.rem(*across)),
                );
            }
            StyleSetting::Number(..) | StyleSetting::Flag(..) | StyleSetting::Rule(..) => {}
        }
    }

    fn number(&mut self, key: &str, value: f32, bar: Option<StyleRule>) {
        match key {
            "leading" => self.say("line-height", number(value * LEADING)),
            "tracking" => self.say("letter-spacing", format!("{}em", number(value / 1000.0))),
            "before" => self.say("margin-top", self.rem(value * AIR)),
            "after" => self.say("margin-bottom", self.rem(value * AIR)),
            // The bar stands between the indent and the text.
            "indent" => {
                let taken = bar.map_or(0.0, |bar| bar.width + bar.gap);
                self.say("--indent", self.rem((value - taken).max(0.0)));
            }
            "hang" => {
                self.say("padding-left", self.rem(value));
                self.say("text-indent", self.rem(-value));
            }
            "gap" => self.say("column-gap", self.rem(value)),
            "extent" => self.say("--extent", self.rem(value)),
            _ => {}
        }
    }

    fn flag(&mut self, key: &str, flag: bool) {
        let (property, value) = match (key, flag) {
            ("weight", true) => ("font-weight", "700"),
            ("weight", false) => ("font-weight", "400"),
            ("slant", true) => ("font-style", "italic"),
            ("slant", false) => ("font-style", "normal"),
            ("tabular", true) => ("font-variant-numeric", "tabular-nums lining-nums"),
            ("tabular", false) => ("font-variant-numeric", "normal"),
            ("underline", true) => ("text-decoration-line", "underline"),
            ("strike", true) => ("text-decoration-line", "line-through"),
            ("underline" | "strike", false) => ("text-decoration-line", "none"),
            ("keep-with-next", true) => ("break-after", "avoid"),
            ("keep-with-previous", true) => ("break-before", "avoid"),
            ("keep-together", true) => ("break-inside", "avoid"),
            ("page-break", true) => ("break-before", "page"),
            // Browsers divide words by dictionaries of their own, or by none.
            _ => return,
        };
        self.say(property, value);
    }

    fn rule(&mut self, key: &str, rule: StyleRule) {
        let side = match key {
            "rule-above" => "top",
            "rule-below" => "bottom",
            _ => "left",
        };
        if rule.width == 0.0 {
            self.say(&format!("border-{side}"), "0");
            return;
        }
        // A hairline of paper is a pixel at least.
        let width = format!("max(1px, {})", self.rem(rule.width));
        let colour = self.colour(rule.colour);
        self.say(&format!("border-{side}"), format!("{width} solid {colour}"));
        if rule.gap > 0.0 {
            self.say(&format!("padding-{side}"), self.rem(rule.gap));
        }
    }
}

/// CSS's word for how lines stand.
const fn words(align: Align) -> &'static str {
    match align {
        Align::Left => "start",
        Align::Center => "center",
        Align::Right => "end",
        Align::Justify => "justify",
    }
}

/// A colour as CSS writes it.
pub(super) fn hex(colour: Colour) -> String {
    format!("#{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue)
}

/// A family by its name, in identifiers of CSS, and what stands in for it.
fn stack(font: &str) -> String {
    let generic = if font.contains("Mono") {
        "ui-monospace, monospace"
    } else {
        "system-ui, sans-serif"
    };
    let words = font.split_whitespace().map(identifier);
    let words: Vec<String> = words.collect();
    format!("{}, {generic}", words.join(" "))
}

/// A word as an identifier of CSS: what may not stand in one is escaped.
fn identifier(word: &str) -> String {
    let mut written = String::new();
    for (at, c) in word.chars().enumerate() {
        if c.is_ascii_alphabetic() || (at > 0 && (c.is_ascii_digit() || c == '-')) {
            written.push(c);
        } else {
            let _ = write!(written, "\\{:X} ", u32::from(c));
        }
    }
    written
}

/// A number with three decimals at most.
pub(super) fn number(value: f32) -> String {
    let text = format!("{value:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0" } else { text }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

    fn sheet(theme: &str) -> String {
        let file = SourceFile::new("templates/theme.yaml", theme);
        let (theme, findings) = Theme::parse(Some(&file), &[]);
        assert_eq!(findings, []);
        theme.style_sheet()
    }

    fn rule<'s>(sheet: &'s str, selector: &str) -> &'s str {
        let start = format!("{selector} {{");
        let rule = sheet
            .lines()
            .rev()
            .find_map(|line| line.strip_prefix(&start));
        rule.unwrap_or_else(|| panic!("{selector} in {sheet}"))
    }

    #[test]
    fn what_a_theme_changes_the_page_changes() {
        let own = sheet(
            "styles:\n  h2: { size: 22, weight: regular, slant: italic, before: 11, colour: \"#123456\" }\n  \
             blockquote: { indent: 16, bar: { width: 2, colour: line, gap: 12 } }\n  \
             section.signature p: { after: 5.5 }\n",
        );
        assert_eq!(
            rule(&own, "h2"),
            "font-size: 2rem; font-weight: 400; font-style: italic; color: var(--colour-123456); \
             margin-top: 1.6rem;}"
        );
        assert!(rule(&own, "blockquote").contains("--indent: 0.182rem;"));
        assert_eq!(
            rule(&own, ":is(section, div).signature p"),
            "margin-bottom: 0.8rem;}"
        );
        assert!(own.contains("--colour-123456: #123456;"));
    }

    #[test]
    fn nothing_in_it_is_escaped_in_html() {
        let odd = sheet(
            "fonts:\n  A \"b\" <c> & 'd' 2e: { regular: fonts/NotoSans-Regular.ttf }\nstyles:\n  h1: { font: A \"b\" <c> & 'd' 2e }\n",
        );
        assert!(!odd.contains(['"', '\'', '<', '>', '&']), "{odd}");
        assert!(odd.contains("font-family: A \\22 b\\22  "));
    }
}
