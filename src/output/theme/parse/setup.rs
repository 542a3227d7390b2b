//! Reading page, fonts, languages, labels and watermark.

use super::{At, ThemeReading};
use crate::lang::Lang;
use crate::output::theme::Family;
use crate::output::theme::codes::INVALID_THEME_VALUE;

/// Paper sizes: name, width and height in points.
const PAPERS: [(&str, f32, f32); 3] = [
    ("letter", 612.0, 792.0),
    ("legal", 612.0, 1008.0),
    ("a4", 595.276, 841.89),
];

impl ThemeReading<'_> {
    pub(super) fn page(&mut self, node: At<'_>) {
        let keys = ["size", "margin", "head", "foot"];
        let Some(fields) = self.reader.mapping(node, "the page", &keys) else {
            return;
        };
        if let Some(node) = fields.get("size")
            && let Some(index) = self.reader.choice(node, &PAPERS.map(|paper| paper.0))
        {
            (self.theme.page.width, self.theme.page.height) = (PAPERS[index].1, PAPERS[index].2);
        }
        let (width, height) = (self.theme.page.width, self.theme.page.height);
        let mut page = self.theme.page;
        let sides = ["top", "right", "bottom", "left"];
        if let Some(node) = fields.get("margin")
            && let Some(margin) = self.reader.mapping(node, "the margins", &sides)
        {
            self.length(&margin, "top", 18.0..=height / 2.0, &mut page.top);
            self.length(&margin, "right", 18.0..=width / 2.5, &mut page.right);
            self.length(&margin, "bottom", 18.0..=height / 2.0, &mut page.bottom);
            self.length(&margin, "left", 18.0..=width / 2.5, &mut page.left);
        }
        self.length(&fields, "head", 8.0..=height / 3.0, &mut page.head);
        self.length(&fields, "foot", 8.0..=height / 3.0, &mut page.foot);
        self.theme.page = page;
    }

    pub(super) fn fonts(&mut self, node: At<'_>) {
        if let Some(fonts) = self.reader.open_mapping(node, "a mapping of font families") {
            for (name, node) in fonts.entries() {
                self.family(name, (node, fonts.path.key(name)));
            }
        }
    }

    fn family(&mut self, name: &str, node: At<'_>) {
        let keys = ["regular", "bold", "italic", "bold-italic"];
        let Some(fields) = self.reader.mapping(node, "a font family", &keys) else {
            return;
        };
        let regular = self.reader.required_string(&fields, "regular");
        let mut file = |key| self.reader.optional_string(&fields, key);
        let others = ["bold", "italic", "bold-italic"].map(&mut file);
        for placed in others.iter().flatten().chain(&regular) {
            let place = self.place(placed.place.clone());
            self.theme.places.insert(placed.value.clone(), place);
        }
        let [bold, italic, bold_italic] = others.map(|placed| placed.map(|placed| placed.value));
        if let Some(regular) = regular {
            let family = Family {
                regular: regular.value,
                bold,
                italic,
                bold_italic,
            };
            self.theme.fonts.insert(name.to_owned(), family);
        }
    }

    pub(super) fn languages(&mut self, node: At<'_>) {
        let codes = Lang::ALL.map(Lang::code);
        let Some(fields) = self.reader.mapping(node, "the languages", &codes) else {
            return;
        };
        for (code, node) in fields.entries() {
            let at = (node, fields.path.key(code));
            let Some(setup) = self
                .reader
                .mapping(at, "a language's setup", &["decimal-mark"])
            else {
                continue;
            };
            let Some(mark) = self.reader.optional_string(&setup, "decimal-mark") else {
                continue;
            };
            let mut characters = mark.value.chars();
            match (characters.next(), characters.next()) {
                (Some(mark), None) => {
                    self.theme.decimal_marks.insert(code.to_owned(), mark);
                }
                _ => self.tell(&mark.place, INVALID_THEME_VALUE.say("decimal-mark", &[])),
            }
        }
    }

    pub(super) fn labels(&mut self, node: At<'_>) {
        let keys = ["bullets", "numbers", "task", "task-done"];
        let Some(fields) = self.reader.mapping(node, "the labels", &keys) else {
            return;
        };
        for key in ["bullets", "numbers"] {
            let Some(node) = fields.get(key) else {
                continue;
            };
            let path = node.1.clone();
            let labels = self.strings(node);
            if labels.is_empty() {
                self.reader.empty(&path, key);
            } else if key == "bullets" {
                self.theme.labels.bullets = labels;
            } else if labels.iter().all(|label| label.contains(['1', 'a', 'i'])) {
                self.theme.labels.numbers = labels;
            } else {
                self.tell(&path, INVALID_THEME_VALUE.say("label", &[]));
            }
        }
        if let Some(task) = self.reader.optional_string(&fields, "task") {
            self.theme.labels.task = task.value;
        }
        if let Some(done) = self.reader.optional_string(&fields, "task-done") {
            self.theme.labels.task_done = done.value;
        }
    }

    pub(super) fn watermark(&mut self, node: At<'_>) {
        let keys = ["font", "colour", "size"];
        let Some(fields) = self.reader.mapping(node, "the watermark", &keys) else {
            return;
        };
        if let Some(name) = fields.get("font").and_then(|node| self.font_name(node)) {
            self.theme.watermark.font = name;
        }
        if let Some(colour) = fields
            .get("colour")
            .and_then(|node| self.colour(node, true))
        {
            self.theme.watermark.colour = colour;
        }
        let size = fields
            .get("size")
            .and_then(|node| self.number(node, 12.0..=400.0));
        self.theme.watermark.size = size.unwrap_or(self.theme.watermark.size);
    }
}
