//! Memos put together at random: whatever stands in whatever, all formats say the
//! same, in both languages and both layouts, and a surplus cell is always found.

use crate::printed::{Open, Room, difference, errors, told, words, words_of_pages};
use bimemo::lang::Lang;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// A small generator of numbers (Knuth's MMIX), the same everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides.max(1)
    }
}

/// Writes bodies: the same in both languages but for the words.
struct Author {
    dice: Dice,
    lang: Lang,
    /// The labels of notes that are called, and how many of them are written.
    notes: usize,
    written: usize,
    /// Whether links are defined below.
    defined: bool,
    /// Whether rows get a cell too many, and how many did.
    surplus: Option<usize>,
}

const ENGLISH: [&str; 22] = [
    "gate",
    "keys",
    "the dock",
    "o'clock",
    "\"wet\"",
    "R&D",
    "5 < 6",
    "a<b",
    "C:\\dir",
    "$1,250",
    "100%",
    "–",
    "(north)",
    "it's",
    "1.",
    "[sic]",
    "<svg/onload=x>",
    "a_b_c",
    "5 * 6",
    "3 PM",
    "נועה לוי",
    "étage",
];
const FRENCH: [&str; 22] = [
    "barrière",
    "clés",
    "le quai",
    "l'heure",
    "« mouillé »",
    "R et D",
    "5 < 6",
    "a<b",
    "C:\\dir",
    "1 250 $",
    "100 %",
    "–",
    "(nord)",
    "c'est",
    "1.",
    "[sic]",
    "<svg/onload=x>",
    "a_b_c",
    "5 * 6",
    "15 h",
    "נועה לוי",
    "étage",
];

impl Author {
    fn words(&mut self, most: usize) -> String {
        let list = match self.lang {
            Lang::En => ENGLISH,
            Lang::Fr => FRENCH,
        };
        let count = 1 + self.dice.roll(most);
        let words: Vec<&str> = (0..count).map(|_| list[self.dice.roll(22)]).collect();
        // Nothing that would begin another block.
        format!("x {}", words.join(" "))
    }

    /// A call of a note, of a new one or of one that was called before.
    fn call(&mut self) -> String {
        if self.notes < 7 && (self.notes == 0 || self.dice.roll(2) == 0) {
            self.notes += 1;
            return format!("[^n{}]", self.notes);
        }
        format!("[^n{}]", 1 + self.dice.roll(self.notes))
    }

    /// Running text of one line.
    fn line(&mut self, depth: usize) -> String {
        let mut text = self.words(5);
        for _ in 0..self.dice.roll(4) {
            let piece = match self.dice.roll(14) {
                0 => self.marked("*", depth),
                1 => self.marked("**", depth),
                2 => self.marked("~~", depth),
                3 => "`a  \\b *c*`".to_owned(),
                4 if depth == 0 => format!("[{}](https://example.ca/a)", self.words(2)),
                5 if depth == 0 => "<https://example.ca/tides>".to_owned(),
                6 if depth == 0 => {
                    self.defined = true;
                    let forms = ["[the table][]", "[x y][the table]", "[the table]"];
                    forms[self.dice.roll(3)].to_owned()
                }
                // Behind a call, `[` would be taken for a label.
                7 | 8 => self.call() + " ",
                9 => "26<sup>e</sup>".to_owned(),
                10 => "![Plan](plan.png)".to_owned(),
                11 if depth < 2 => {
                    let lang = ["en", "fr"][self.dice.roll(2)];
                    format!("<span lang=\"{lang}\">{}</span>", self.line(depth + 1))
                }
                12 => "<abbr title=\"Rules & Docks\">R&D</abbr>".to_owned(),
                _ => "\\* &amp; &lt;i>".to_owned(),
            };
            text.push_str(if self.dice.roll(3) == 0 { "" } else { " " });
            text.push_str(&piece);
        }
        text
    }

    /// Marked words.
    fn marked(&mut self, mark: &str, depth: usize) -> String {
        let inner = match depth {
            0 | 1 => self.line(depth + 1),
            _ => self.words(2),
        };
        format!("{mark}{inner}{mark}")
    }

    fn paragraph(&mut self) -> Vec<String> {
        let mut lines = vec![self.line(0)];
        if self.dice.roll(4) == 0 {
            lines[0].push_str(["\\", "  ", ""][self.dice.roll(3)]);
            lines.push(self.line(1));
        }
        lines
    }

    fn blocks(&mut self, depth: usize, most: usize) -> Vec<String> {
        let mut lines = Vec::new();
        for _ in 0..1 + self.dice.roll(most) {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            lines.append(&mut self.block(depth));
        }
        lines
    }

    fn block(&mut self, depth: usize) -> Vec<String> {
        let kinds = match depth {
            0 => 17,
            1..=5 => 16,
            _ => 4,
        };
        match self.dice.roll(kinds) {
            0..=2 => self.paragraph(),
            3 => vec![self.picture()],
            4..=6 => {
                let start = 1 + self.dice.roll(9);
                self.list(depth, start)
            }
            7 | 8 => self.table(),
            9 => {
                let inside = self.blocks(depth + 1, 2);
                inside.iter().map(|line| format!("> {line}")).collect()
            }
            10 => {
                let kind = ["NOTE", "tip", "Important", "WARNING", "caution"][self.dice.roll(5)];
                let mut inside = vec![format!("[!{kind}]")];
                inside.append(&mut self.blocks(depth + 1, 2));
                inside.iter().map(|line| format!("> {line}")).collect()
            }
            11 => self.definitions(depth),
            12 => {
                let mut lines = vec!["~~~ text".to_owned(), "a  b".to_owned()];
                lines.extend(["", "", "  c ", "~~~"].map(str::to_owned));
                // Without its last fence, all that follows in its place is code.
                lines.truncate(
                    6 - usize::from(depth > 0 && self.dice.roll(2) == 0 && self.surplus.is_none()),
                );
                lines
            }
            13 => ["    a  b", "", "", "      c ", "    d"]
                .map(str::to_owned)
                .into(),
            14 => vec!["***".to_owned()],
            kind => self.heading(kind == 15),
        }
    }

    /// A picture alone: with a caption, a width, both or neither.
    fn picture(&mut self) -> String {
        let words = self.words(3).replace(['"', '\\'], "");
        match self.dice.roll(4) {
            0 => "![Plan](plan.png \"=60%\")".to_owned(),
            1 => "![](plan.png \"=decorative\")".to_owned(),
            2 => format!("![Plan](plan.png \"{words} =5%\")"),
            _ => format!("![Plan](plan.png \"{words}\")"),
        }
    }

    /// Terms with what they mean.
    fn definitions(&mut self, depth: usize) -> Vec<String> {
        let loose = self.dice.roll(2) == 0;
        let mut lines = Vec::new();
        for _ in 0..1 + self.dice.roll(3) {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            lines.push(self.line(1));
            for _ in 0..1 + self.dice.roll(2) {
                if loose {
                    lines.push(String::new());
                }
                let inside = match self.dice.roll(2) {
                    // Behind an item without words the parser takes what goes on with a
                    // meaning for code.
                    0 if loose && self.surplus.is_some() => self.table(),
                    0 if loose => self.blocks(depth + 1, 2),
                    _ => vec![self.line(0)],
                };
                for (at, line) in inside.into_iter().enumerate() {
                    let before = if at == 0 { ":   " } else { "    " };
                    lines.push(format!("{before}{line}").trim_end().to_owned());
                }
            }
        }
        lines
    }

    /// A heading, which begins a section: on a line of its own, or above one of signs.
    fn heading(&mut self, one_line: bool) -> Vec<String> {
        if one_line {
            let marks = "#".repeat(1 + self.dice.roll(6));
            let closing = ["", " ##", " \\#"][self.dice.roll(3)];
            return vec![format!("{marks} {}{closing}", self.line(0))];
        }
        let mut lines = self.paragraph();
        lines.push(["===", "-----"][self.dice.roll(2)].to_owned());
        lines
    }

    /// A list whose numbers, if it has any, begin at `start`.
    fn list(&mut self, depth: usize, start: usize) -> Vec<String> {
        let numbered = self.dice.roll(2) == 0;
        let tasks = self.dice.roll(4) == 0;
        let mut lines = Vec::new();
        for number in 0..1 + self.dice.roll(4) {
            let marker = match numbered {
                true => format!("{}. ", start + number),
                false => "- ".to_owned(),
            };
            let mut inside = match self.dice.roll(6) {
                0 if number > 0 => vec![String::new()],
                1 | 2 => {
                    let mut inside = vec![self.line(1)];
                    inside.append(&mut self.list_or_line(depth + 1));
                    inside
                }
                3 if depth < 4 => {
                    let mut inside = self.paragraph();
                    inside.push(String::new());
                    inside.append(&mut self.blocks(depth + 1, 2));
                    inside
                }
                _ => vec![self.line(0)],
            };
            if tasks && !inside[0].is_empty() {
                inside[0].insert_str(0, ["[x] ", "[ ] "][self.dice.roll(2)]);
            }
            let indent = " ".repeat(marker.len());
            for (at, line) in inside.into_iter().enumerate() {
                let before = if at == 0 { &marker } else { &indent };
                lines.push(format!("{before}{line}").trim_end().to_owned());
            }
        }
        lines
    }

    /// What stands right below an item's words, where a list begins at 1.
    fn list_or_line(&mut self, depth: usize) -> Vec<String> {
        match depth {
            0..=5 => self.list(depth, 1),
            _ => vec![self.words(3)],
        }
    }

    fn table(&mut self) -> Vec<String> {
        let columns = 1 + self.dice.roll(4);
        let mut lines = vec![self.row(columns), "| --- ".repeat(columns) + "|"];
        for _ in 0..self.dice.roll(5) {
            let row = self.row(columns);
            let marker = self.surplus.as_mut().map(|count| {
                *count += 1;
                format!(" surplus{count} |")
            });
            lines.push(row + &marker.unwrap_or_default());
        }
        lines
    }

    fn row(&mut self, columns: usize) -> String {
        let mut row = String::from("|");
        for _ in 0..columns {
            let cell = match self.dice.roll(7) {
                0 => String::new(),
                1 => format!("{}{}", self.words(2), self.call()),
                2 => "![Plan](plan.png)".to_owned(),
                3 => "`a\\|b` \\| c".to_owned(),
                4 => format!(
                    "{}<br>- {}<br>- {}",
                    self.words(2),
                    self.line(1),
                    self.words(2)
                ),
                _ => self.line(1),
            };
            let _ = write!(row, " {cell} |");
        }
        row
    }

    /// A body with its notes, which may call each other, and its definitions.
    fn body(&mut self) -> String {
        (self.notes, self.written, self.defined) = (0, 0, false);
        let mut lines = self.blocks(0, 6);
        while self.written < self.notes {
            self.written += 1;
            let inside = match self.dice.roll(3) {
                0 => self.blocks(4, 2),
                _ => vec![self.line(0)],
            };
            lines.push(String::new());
            for (at, line) in inside.into_iter().enumerate() {
                let label = format!("[^n{}]: ", self.written);
                let before = if at == 0 { label.as_str() } else { "    " };
                lines.push(format!("{before}{line}").trim_end().to_owned());
            }
        }
        if self.defined {
            lines.push(String::new());
            lines.push("[the table]: https://example.ca/table \"Tides\"".to_owned());
        }
        lines.join("\n")
    }
}

/// Both languages of one memo.
struct Authors([Author; 2]);

impl Authors {
    fn new(seed: u64, surplus: bool) -> Authors {
        Authors(Lang::ALL.map(|lang| Author {
            dice: Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)),
            lang,
            notes: 0,
            written: 0,
            defined: false,
            surplus: surplus.then_some(0),
        }))
    }

    /// A text in both languages.
    fn both(&mut self, write: impl Fn(&mut Author) -> String) -> String {
        let texts = self
            .0
            .each_mut()
            .map(|author| serde_json::to_string(&write(author)).expect("a string can be quoted"));
        format!("{{ en: {}, fr: {} }}", texts[0], texts[1])
    }

    fn words(&mut self) -> String {
        self.both(|author| author.words(3))
    }

    fn memo(&mut self) -> String {
        let mut yaml = String::from("date: 2026-05-04\n");
        let _ = writeln!(
            yaml,
            "sender: {{ name: נועה לוי, title: {} }}",
            self.words()
        );
        let _ = writeln!(
            yaml,
            "recipients: [{}, {{ name: \"לוי (2) Bo\" }}]",
            self.words()
        );
        let _ = writeln!(yaml, "subject: {}\ncc: [{}]", self.words(), self.words());
        let numbered = ["", "numbered: headings\n", "numbered: paragraphs\n"];
        yaml.push_str(numbered[self.0[0].dice.roll(3)]);
        self.0[1].dice.roll(3);
        yaml.push_str("signature: { original: true }\nsections:\n");
        for part in 0..3 {
            let _ = writeln!(yaml, "  - heading: {}", self.words());
            // A section without a body is one, too.
            if part != 1 || !self.0[0].dice.0.is_multiple_of(3) {
                let _ = writeln!(yaml, "    body: {}", self.both(Author::body));
            }
        }
        let _ = writeln!(yaml, "appendices:\n  - body: {}", self.both(Author::body));
        yaml
    }
}

/// A workspace with the font that the names need.
fn room() -> Room {
    let room = Room::new();
    room.put(
        "templates/theme.yaml",
        "fonts:\n  Noto Sans Hebrew:\n    regular: fonts/NotoSansHebrew-Regular.ttf\nfallback:\n  - Noto Sans Symbols 2\n  - Noto Sans Hebrew\n",
    );
    let font = include_bytes!("../fixtures/fonts/NotoSansHebrew-Regular.ttf");
    room.put("templates/fonts/NotoSansHebrew-Regular.ttf", font);
    room.put(
        "memos/plan.png",
        include_bytes!("../fixtures/print/crest.png"),
    );
    room
}

/// Where the formats of one memo differ.
fn differences(open: &Open, memo: &bimemo::workspace::MemoFile) -> Vec<String> {
    let composition = open.compose(memo);
    let errors: Vec<_> = errors(&composition.diagnostics)
        .into_iter()
        .filter(|finding| !finding.code.id.starts_with('P'))
        .cloned()
        .collect();
    if !errors.is_empty() {
        return vec![told(&errors)];
    }
    let mut found = Vec::new();
    for layout in ["en", "fr", "parallel"] {
        let printed = match layout {
            "en" => open.print(&composition, Lang::En),
            "fr" => open.print(&composition, Lang::Fr),
            _ => open.print_parallel(&composition),
        };
        let printed = match printed {
            Ok(printed) => printed,
            Err(findings) => {
                found.push(format!("{layout}: {}", told(&findings)));
                continue;
            }
        };
        let more = printed.differences().into_iter();
        found.extend(more.map(|it| format!("{layout} {it}")));
        let mut markdown = words::of_markdown(&printed.markdown);
        let html = words::of_page(&printed.html);
        let pages = words_of_pages(&printed.pages);
        assert!(html.len() > 30, "{html:?}");
        found.extend(difference(&html, &pages).map(|it| format!("{layout} page, pages:\n{it}")));
        let mut html = html;
        if layout == "parallel" {
            // Markdown has the languages one after the other.
            markdown.sort();
            html.sort();
        }
        let differ = difference(&markdown, &html);
        found.extend(differ.map(|it| format!("{layout} Markdown, page:\n{it}")));
    }
    found
}

#[test]
fn random_memos_say_the_same_in_every_format_and_layout() {
    let number = |name: &str, usual| {
        std::env::var(name).map_or(usual, |number| number.parse().expect("a number"))
    };
    let from: u64 = number("SAME_WORDS_FROM", 1);
    let count: u64 = number("SAME_WORDS_SEEDS", 24);
    let room = room();
    for seed in from..from + count {
        room.put(
            &format!("memos/memo-{seed}.yaml"),
            Authors::new(seed, false).memo(),
        );
    }
    let open = room.open();
    let mut faults = Vec::new();
    for memo in open.memos() {
        let found = differences(&open, &memo);
        faults.extend(found.into_iter().map(|it| format!("{} {it}", memo.stem)));
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

/// Each surplus cell is marked by a word of its own, which its finding shows.
#[test]
fn every_surplus_cell_is_found_where_it_stands() {
    let room = room();
    let mut wanted = BTreeSet::new();
    for seed in 1..12 {
        let memo = Authors::new(seed, true).memo();
        for (language, text) in memo.split("fr: ").enumerate() {
            let markers = text.split("surplus").skip(1);
            let numbers = markers.map(|rest| rest.split(' ').next().unwrap_or_default());
            wanted.extend(numbers.map(|number| (seed, language % 2, format!("surplus{number}"))));
        }
        room.put(&format!("memos/{seed}.yaml"), memo);
    }
    assert!(wanted.len() > 100, "{wanted:?}");
    let open = room.open();
    for memo in open.memos() {
        for finding in open.compose(&memo).diagnostics {
            if finding.code.id == "W040" {
                let place = finding.span.expect("the finding has a place");
                let language = usize::from(finding.lang == Some(Lang::Fr));
                let found = (
                    memo.stem.parse().expect("a seed"),
                    language,
                    place.text().to_owned(),
                );
                assert!(wanted.remove(&found), "{found:?}");
            }
        }
    }
    assert_eq!(wanted, BTreeSet::new());
}
