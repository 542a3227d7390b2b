//! The theme for the screen: variables of CSS.

use super::sheet::{hex, number};
use super::{StyleScope, Theme};

/// The elements whose text the variables describe.
const ELEMENTS: [&str; 8] = ["h1", "h2", "h3", "h4", "h5", "h6", "p", "code"];

impl Theme {
    /// The theme's colours and fonts as CSS variables, name and value:
    /// `--colour-accent: #1b4a72`, `--text-font: "Noto Sans", …`, `--text-size`,
    /// and `--h1-size` (in rem, relative to the text) for headings. Sizes are
    /// relative, so that a reader's own size of text is respected.
    pub fn css_variables(&self) -> Vec<(String, String)> {
        let mut variables: Vec<(String, String)> = self
            .colours
            .iter()
            .map(|(name, colour)| (format!("--colour-{name}"), hex(*colour)))
            .collect();
        let document_classes = ["document".to_owned()];
        let scope = StyleScope {
            name: "div",
            classes: &document_classes,
            within: None,
        };
        let document = self.document_style();
        let base = document.text.size;
        variables.push(("--text-font".to_owned(), stack(&document.text.font)));
        variables.push(("--text-size".to_owned(), "1rem".to_owned()));
        variables.push(("--text-leading".to_owned(), number(document.text.leading)));
        variables.push(("--text-colour".to_owned(), hex(document.text.colour)));
        for name in ELEMENTS {
            let element = StyleScope {
                name,
                classes: &[],
                within: Some(&scope),
            };
            let style = self.style(&element, &document, false);
            let text = &style.text;
            let mut push = |what: &str, value: String| {
                variables.push((format!("--{name}-{what}"), value));
            };
            push("size", format!("{}rem", number(text.size / base)));
            push("leading", number(text.leading));
            push("colour", hex(text.colour));
            push("weight", if text.bold { "700" } else { "400" }.to_owned());
            push(
                "slant",
                if text.italic { "italic" } else { "normal" }.to_owned(),
            );
            push("before", format!("{}rem", number(style.own.before / base)));
            push("after", format!("{}rem", number(style.own.after / base)));
            if name == "code" {
                push("font", stack(&text.font));
            }
        }
        let width = self.page.measure() / base;
        variables.push(("--measure".to_owned(), format!("{}rem", number(width))));
        variables
    }
}

fn stack(font: &str) -> String {
    let generic = if font.contains("Mono") {
        "ui-monospace, monospace"
    } else {
        "system-ui, sans-serif"
    };
    format!("\"{}\", {generic}", font.replace(['"', '\\'], ""))
}
