//! Mends know their neighbours: the mended Markdown, read again, has the words and the
//! emphasis of the blocks, whatever markup stands beside what is mended.

use super::*;
use crate::language::typography::{Profile, Style};

/// What the generated texts are put together from: signs that mends look for, words, and
/// markup around either.
#[rustfmt::skip]
const SIGNS: &[&str] = &[
    "\"", "\"", "'", ":", " :", " ?", "!", " -- ", "--", " --", "-- ", "...", "etc...", ".",
    ",", "(", ")", "$", " $", "$ ", "M $", "%", " %", " h ", "h", "h30", "30", "5", "14", "-5",
    "«", "»", "« ", " »", "°C", " km", "no", "nº ", "1er", "2ème", "p. ", "p.ex.", "416", "-555-0123",
    " ", " ", " ", " ", "\u{a0}", "\u{202f}", "\u{2009}", "\n", "´", "6\"", "l'", "'s", "€", " US",
];
const WORDS: &[&str] = &[
    "mot", "Plan", "a", "le plan", "5", "14", "x y", "mai", "M. Roy", "ici",
];

/// A small generator (xorshift).
struct Texts(u64);

impl Texts {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn pick<'a>(&mut self, parts: &[&'a str]) -> &'a str {
        parts[self.below(parts.len())]
    }

    /// Running text with markup in it.
    fn text(&mut self, depth: usize) -> String {
        let count = 1 + self.below(6);
        (0..count).map(|_| self.part(depth)).collect()
    }

    fn part(&mut self, depth: usize) -> String {
        match self.below(10) {
            0..=3 => self.pick(SIGNS).to_owned(),
            4..=6 => self.pick(WORDS).to_owned(),
            _ if depth > 2 => self.pick(WORDS).to_owned(),
            _ => self.element(depth),
        }
    }

    fn element(&mut self, depth: usize) -> String {
        let inner = self.text(depth + 1);
        match self.below(10) {
            0 | 1 => format!("*{inner}*"),
            2 | 3 => format!("**{inner}**"),
            4 => format!("_{inner}_"),
            5 => format!("~~{inner}~~"),
            6 => format!("[{inner}](https://a.ca)"),
            7 => format!("<sup>{inner}</sup>"),
            8 => format!("`{}`", self.pick(WORDS)),
            _ => "[^1]".to_owned(),
        }
    }
}

impl Texts {
    /// A paragraph in which all markup is markup, as one would write it: what is left of
    /// it as text has findings of its own.
    fn paragraph(&mut self) -> String {
        loop {
            let text = self.text(0);
            let shown = notation(&body(&text));
            let meant = shown.starts_with("p(") && !shown.contains(['*', '_', '~', '<']);
            let odd = ["***", "__", "~~~", "\u{a0}\n"];
            let twice = ["em(em(", "strong(strong("];
            let clear = !odd.iter().any(|marks| text.contains(marks));
            let pairs = text.matches("**").count() == 2 * shown.matches("strong(").count();
            if meant && clear && pairs && !twice.iter().any(|marks| shown.contains(marks)) {
                return text;
            }
        }
    }
}

/// The blocks in the compact notation.
fn notation(parsed: &Parsed) -> String {
    sketch(&parsed.passage.blocks).replace('\n', " ")
}

fn menders() -> Vec<Mender> {
    let france = Style {
        lang: Lang::Fr,
        profile: Profile::FrFr,
    };
    vec![
        Mender::new(Lang::En),
        Mender::new(Lang::Fr),
        Mender::new(france),
    ]
}

#[test]
fn mended_markdown_reads_as_the_blocks() {
    let mut texts = Texts(0x5EED);
    let mut differ = Vec::new();
    let mut changed = 0;
    for _ in 0..4_000 {
        let text = format!("{}\n\n[^1]: n\n", texts.paragraph());
        for mender in menders() {
            let parsed = parse(&text, &[], false, Some(&mender));
            let markdown = format!("{}\n\n[^1]: n\n", parsed.passage.markdown);
            let again = body(&markdown);
            changed += usize::from(body(&text).passage.markdown != parsed.passage.markdown);
            if notation(&parsed) != notation(&again) {
                differ.push(format!(
                    "{:?} {text:?} is\n  {markdown:?}\n  {}\n  {}",
                    mender.style.lang,
                    notation(&parsed),
                    notation(&again)
                ));
            }
        }
    }
    assert!(changed > 4_000, "{changed} mended");
    assert!(
        differ.is_empty(),
        "{} differ:\n{}",
        differ.len(),
        differ[..differ.len().min(20)].join("\n")
    );
}

/// What tools write into a source reads as the document did before, and once is enough.
#[test]
fn mended_sources_read_as_before() {
    let mut texts = Texts(0xF0E7);
    for _ in 0..1_500 {
        let text = texts.paragraph();
        for mender in menders() {
            let mend = |text: &str| {
                let formatted = formatted(text, &[]);
                let mut mended = text.to_owned();
                for mend in find_mends(&formatted, Form::Blocks, &mender)
                    .into_iter()
                    .rev()
                {
                    mended.replace_range(mend.range, &mend.replacement);
                }
                mended
            };
            let once = mend(&text);
            let blocks = |text: &str| notation(&parse(text, &[], false, Some(&mender)));
            assert_eq!(
                blocks(&once),
                blocks(&text),
                "{:?} {text:?} {once:?}",
                mender.style
            );
        }
    }
}
