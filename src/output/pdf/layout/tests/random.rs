//! Documents put together at random: whatever stands in whatever, nothing is lost and
//! nothing overlaps.

use super::{check, document, fonts, laid_out};

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

struct Author {
    dice: Dice,
    notes: Vec<String>,
}

const WORDS: [&str; 16] = [
    "service",
    "responsabilités",
    "the",
    "of",
    "2026–27",
    "1\u{a0}250\u{a0}000,00\u{a0}$",
    "Ministère",
    "«\u{a0}oui\u{a0}»",
    "https://www.example.ca/a_long/path-to/somewhere.html?x=1&amp;y=2",
    "OPS",
    "intergouvernementale",
    "e-mail",
    "ᐃᓄᒃᑎᑐᑦ",
    "→",
    "accompagnement",
    "a",
];

impl Author {
    fn words(&mut self, most: usize) -> String {
        let count = 1 + self.dice.roll(most);
        let words: Vec<&str> = (0..count)
            .map(|_| WORDS[self.dice.roll(WORDS.len())])
            .collect();
        words.join(" ")
    }

    fn inline(&mut self, depth: usize) -> String {
        let mut text = self.words(25);
        for _ in 0..self.dice.roll(4) {
            let inner = if depth > 2 {
                self.words(6)
            } else {
                self.inline(depth + 1)
            };
            let piece = match self.dice.roll(9) {
                0 => format!("<strong>{inner}</strong>"),
                1 => format!("<em>{inner}</em>"),
                2 if depth == 0 => format!("<a href=\"https://example.ca/\">{}</a>", self.words(9)),
                3 => format!("<code>{}</code>", self.words(4)),
                4 => format!("<span lang=\"fr\">{inner}</span>"),
                5 => "26<sup>th</sup>".to_owned(),
                6 => "<br/>x".to_owned(),
                7 if depth == 0 && self.notes.len() < 12 => self.reference(),
                _ => format!("<del>{inner}</del>"),
            };
            text.push_str(if self.dice.roll(3) == 0 { "" } else { " " });
            text.push_str(&piece);
        }
        text
    }

    fn reference(&mut self) -> String {
        let number = self.notes.len() + 1;
        self.notes.push(String::new());
        let most = if self.dice.roll(8) == 0 { 700 } else { 40 };
        let mut words = self.words(most);
        // A note may call another, new or known.
        if self.dice.roll(3) == 0 && self.notes.len() < 12 {
            words.push_str(&self.reference());
        } else if self.dice.roll(4) == 0 {
            let known = 1 + self.dice.roll(self.notes.len());
            words.push_str(&format!(
                "<a class=\"note-reference\" href=\"#note-{known}\">{known}</a>"
            ));
        }
        self.notes[number - 1] = format!("<p>{words}</p>");
        format!("<a class=\"note-reference\" href=\"#note-{number}\">{number}</a>")
    }

    fn blocks(&mut self, depth: usize, most: usize) -> String {
        (0..1 + self.dice.roll(most))
            .map(|_| self.block(depth))
            .collect()
    }

    fn block(&mut self, depth: usize) -> String {
        let kind = if depth > 2 {
            self.dice.roll(3)
        } else {
            self.dice.roll(12)
        };
        match kind {
            0..=2 => format!("<p>{}</p>", self.inline(0)),
            3 => format!("<h{0}>{1}</h{0}>", 1 + self.dice.roll(6), self.words(12)),
            4 | 5 => {
                let tag = ["ul", "ol"][self.dice.roll(2)];
                let items: String = (0..1 + self.dice.roll(5))
                    .map(|_| match self.dice.roll(4) {
                        0 => format!("<li>{}</li>", self.blocks(depth + 1, 3)),
                        1 => format!("<li>{}{}</li>", self.inline(0), self.block(depth + 1)),
                        2 => format!("<li class=\"task done\">{}</li>", self.inline(0)),
                        _ => format!("<li>{}</li>", self.inline(0)),
                    })
                    .collect();
                format!("<{tag}>{items}</{tag}>")
            }
            6 | 7 => self.table(depth),
            8 => format!("<blockquote>{}</blockquote>", self.blocks(depth + 1, 3)),
            9 => format!(
                "<pre><code>{}\n  {}\n</code></pre>",
                self.words(30),
                self.words(5)
            ),
            10 => format!("<section>{}</section>", self.blocks(depth + 1, 4)),
            _ => format!(
                "<dl><dt>{}:</dt><dd>{}</dd></dl>",
                self.words(3),
                self.inline(0)
            ),
        }
    }

    fn table(&mut self, depth: usize) -> String {
        // Some need a page that lies on its side, or are too wide for that.
        let wide = depth == 0 && self.dice.roll(3) == 0;
        let columns = match wide {
            true => 5 + self.dice.roll(5),
            false => 1 + self.dice.roll(5),
        };
        let row = |author: &mut Author, tag: &str| -> String {
            let cells: String = (0..columns)
                .map(|_| {
                    let content = match author.dice.roll(6) {
                        _ if wide => author.words(2),
                        0 => author.blocks(depth + 2, 2),
                        1 => String::new(),
                        _ => author.words(12),
                    };
                    format!("<{tag}>{content}</{tag}>")
                })
                .collect();
            format!("<tr>{cells}</tr>")
        };
        let head = row(self, "th");
        let rows: String = (0..1 + self.dice.roll(12))
            .map(|_| row(self, "td"))
            .collect();
        let caption = match self.dice.roll(3) {
            0 => format!("<caption>{}</caption>", self.inline(0)),
            _ => String::new(),
        };
        format!("<table>{caption}<thead>{head}</thead><tbody>{rows}</tbody></table>")
    }
}

fn compose(seed: u64) -> String {
    let mut author = Author {
        dice: Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15)),
        notes: Vec::new(),
    };
    let mut blocks = author.blocks(0, 14);
    for (at, note) in author.notes.iter().enumerate() {
        blocks.push_str(&format!(
            "<div class=\"note\" id=\"note-{}\">{note}</div>",
            at + 1
        ));
    }
    document(&blocks)
}

#[test]
fn random_documents_are_whole() {
    let (theme, fonts) = fonts();
    let number =
        |name: &str, usual| std::env::var(name).map_or(usual, |number| number.parse().unwrap());
    let from: u64 = number("LAYOUT_FROM", 1);
    let count: u64 = number("LAYOUT_SEEDS", 25);
    let mut turned = 0;
    for seed in from..from + count {
        let text = compose(seed);
        let pages =
            laid_out(&text).unwrap_or_else(|findings| panic!("{seed}: {findings:#?}\n{text}"));
        let faults = check(&text, &pages, theme, fonts);
        assert_eq!(faults, Vec::<String>::new(), "seed {seed}:\n{text}");
        turned += pages.pages.iter().filter(|page| page.turned).count();
    }
    assert!(
        turned as u64 * 4 > count,
        "{turned} pages of {count} documents"
    );
}
