//! Words that are read from the right: set in their order, joined, isolated from what
//! stands beside them, and given back in the order of reading.

use super::write;
use crate::stage;
use bimemo::document::Edition;
use bimemo::output::pdf::pages::{Drawing, Mark, MarkRole, Page, Pages, Tag, TextRun};
use bimemo::press::{Press, Release};
use bimemo::source::{is_right_to_left, right_to_left_stretches};
use bimemo::workspace::Workspace;
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use unicode_bidi::{BidiInfo, Level};

const FIXTURE: &str = "tests/fixtures/right-to-left";

/// Marks of direction, which a file gives beside the words.
const MARKS: [char; 4] = ['\u{200E}', '\u{200F}', '\u{2068}', '\u{2069}'];

/// The workspace with its fonts; with these memos in the place of its own, if there are any.
fn workspace(memos: &[(String, String)]) -> TempDir {
    let stage = stage::copy_of(&stage::repository().join(FIXTURE));
    if !memos.is_empty() {
        fs::remove_dir_all(stage.path().join("memos")).expect("the folder can be removed");
    }
    for (stem, text) in memos {
        write(&stage.path().join(format!("memos/{stem}.yaml")), text);
    }
    stage
}

/// The pages of each document of a workspace.
fn laid_out(root: &Path) -> Vec<(String, Pages)> {
    let workspace = Workspace::open(root).expect("the workspace can be opened");
    let (press, faults) = Press::load(&workspace);
    assert!(faults.is_empty(), "{faults:?}");
    let memos = workspace.select(&[]).expect("its memos can be found").memos;
    let mut laid_out = Vec::new();
    for memo in memos {
        let composition = press.compose(&workspace, &memo, Release::Final);
        for document in &composition.documents {
            let pages = press
                .pages(&workspace, &Edition::Separate(document))
                .unwrap_or_else(|faults| panic!("{}: {faults:?}", memo.stem));
            laid_out.push((format!("{}.{}", memo.stem, document.lang), pages));
        }
    }
    laid_out
}

/// A character with the place where it is drawn.
#[derive(Clone, Debug)]
struct Drawn {
    text: String,
    x: f32,
    /// Its right edge.
    right: f32,
    y: f32,
}

/// The glyphs of a run in the order of reading, each with its place.
fn drawn(run: &TextRun) -> Vec<Drawn> {
    let scale = run.size / 1000.0;
    let width: f32 = run.glyphs.iter().map(|glyph| glyph.advance * scale).sum();
    let mut pen = run.origin.0 + if run.from_right { width } else { 0.0 };
    run.glyphs
        .iter()
        .map(|glyph| {
            let advance = glyph.advance * scale;
            let x = if run.from_right { pen - advance } else { pen };
            pen += if run.from_right { -advance } else { advance };
            Drawn {
                text: glyph.text.to_string(),
                x,
                right: x + advance,
                y: run.origin.1,
            }
        })
        .collect()
}

/// The runs of text of a page's content.
fn runs(page: &Page) -> impl Iterator<Item = (&Mark, &TextRun)> {
    page.marks.iter().filter_map(|mark| match &mark.drawing {
        Drawing::Text(run) if matches!(mark.role, MarkRole::Content(_)) => Some((mark, run)),
        _ => None,
    })
}

#[test]
fn the_name_stands_from_right_to_left_between_its_brackets() {
    let laid_out = laid_out(stage::repository().join(FIXTURE).as_path());
    let of_case: Vec<_> = laid_out
        .iter()
        .filter(|(name, _)| name.starts_with("hebrew-name."))
        .collect();
    assert_eq!(of_case.len(), 2);
    for (name, pages) in of_case {
        let all: Vec<Drawn> = runs(&pages.pages[0])
            .flat_map(|(_, run)| drawn(run))
            .collect();
        let nun = all.iter().position(|drawn| drawn.text == "נ");
        let nun = nun.unwrap_or_else(|| panic!("{name} has the name"));
        let y = all[nun].y;
        let line: Vec<&Drawn> = all.iter().filter(|drawn| drawn.y == y).collect();
        let read: String = line.iter().map(|drawn| drawn.text.as_str()).collect();
        let read = read.replace(MARKS, "");
        assert!(read.contains("Noa Levi (נועה לוי) "), "{name}: {read}");
        let at = |text: &str| {
            let found = line
                .iter()
                .find(|drawn| drawn.text.trim_start_matches(MARKS) == text);
            found.unwrap_or_else(|| panic!("{name}: {text}")).x
        };
        // The first letter at the right end of its word, the first word right of the second.
        for pair in ["(", "י", "ל", "ה", "ע", "נ", ")", "1", "2"].windows(2) {
            assert!(at(pair[0]) < at(pair[1]), "{name}: {pair:?}");
        }
    }
}

#[test]
fn on_a_page_such_words_are_isolated_whole() {
    let stage = workspace(&[]);
    let (_, said, status) = super::run(stage.path(), &["render", "--quiet"]);
    assert_eq!((said.as_str(), status), ("", Some(0)));
    let html = fs::read_to_string(stage.path().join("out/market.en.html")).unwrap();
    for part in [
        "<dd class=\"party\"><bdi>נועה לוי</bdi>, Analyst</dd>",
        "<dd><strong>Stalls for <bdi>נועה לוי</bdi></strong></dd>",
        "<h2>Visit of <bdi>سلام</bdi>, 12 days</h2>",
        "(<bdi>נועה לוי</bdi>) keeps key 12",
        "<bdi><strong>שלום</strong></bdi>",
        "<bdi><em><a href=\"https://example.ca\">نورا سلام</a></em></bdi>",
        "<td><bdi>נועה לוי</bdi>, market</td>",
        "“<bdi>נועה (לוי)</bdi>” it says",
        "<title>Stalls for נועה לוי",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    let markdown = fs::read_to_string(stage.path().join("out/market.en.md")).unwrap();
    assert!(markdown.contains("(נועה לוי) keeps key 12") && !markdown.contains("bdi"));
}

/// Words that are written with one glyph for each letter, so that each has its place.
const PLAIN: [&str; 16] = [
    "נועה", "לוי", "שלום", "אבג", "محمد", "نورا", "بيت", "key", "the", "garde", "Élan", "12", "7",
    "3,5", "—", "x",
];
/// Words with ligatures and marks.
const DRESSED: [&str; 6] = ["سلام", "شَدَّة", "אִשָּׁה", "لَا", "الأمل", "می\u{200C}روم"];
const GLUE: [&str; 10] = [" ", " ", " ", " ", " ", ", ", ": ", " (", ") ", "-"];

/// A seeded sequence of numbers.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap_or_default()
    }

    fn line(&mut self, words: &[&str]) -> String {
        let mut line = "It is".to_owned();
        for _ in 0..3 + self.below(48) {
            line += GLUE[self.below(GLUE.len())];
            let word = words[self.below(words.len())];
            line += &match self.below(12) {
                0 => format!("**{word}**"),
                1 => format!("*{word}*"),
                2 => format!("[{word}](https://example.ca)"),
                3 => format!("`{word}`"),
                _ => word.to_owned(),
            };
        }
        format!("{line}.")
    }
}

/// Memos of one paragraph for each seed, and the style that sets them even.
fn memos(words: &[&str], count: u64) -> Vec<(String, String)> {
    (0..count)
        .map(|seed| {
            let mut dice = Dice(0x1234_5678_9ABC_DEF1 ^ (seed << 20 | seed));
            let (en, fr) = (dice.line(words), dice.line(words));
            (format!("m{seed:03}"), super::memo(&en, &fr))
        })
        .collect()
}

/// A paragraph as it is drawn: lines of characters in the order of reading.
fn paragraph(pages: &Pages) -> Vec<Vec<Drawn>> {
    let mut lines: Vec<Vec<Drawn>> = Vec::new();
    let body = pages
        .pages
        .iter()
        .flat_map(runs)
        .filter(|(mark, _)| in_body(pages, mark));
    for (_, run) in body {
        let new = lines
            .last()
            .and_then(|line| line.last())
            .is_none_or(|last: &Drawn| (last.y - run.origin.1).abs() > 4.0);
        if new {
            lines.push(Vec::new());
        }
        if let Some(line) = lines.last_mut() {
            line.extend(drawn(run));
        }
    }
    lines
}

/// Whether a mark belongs to the one paragraph of the body.
fn in_body(pages: &Pages, mark: &Mark) -> bool {
    let MarkRole::Content(mut index) = mark.role else {
        return false;
    };
    loop {
        if pages.structure[index].tag == Tag::P {
            let words: String = pages
                .pages
                .iter()
                .flat_map(runs)
                .filter(|(mark, _)| descends(pages, mark, index))
                .flat_map(|(_, run)| run.glyphs.iter().map(|glyph| glyph.text.as_str()))
                .collect();
            return words.starts_with("It is");
        }
        match parent(pages, index) {
            Some(above) => index = above,
            None => return false,
        }
    }
}

fn parent(pages: &Pages, index: usize) -> Option<usize> {
    use bimemo::output::pdf::pages::Child;
    pages
        .structure
        .iter()
        .position(|element| element.children.contains(&Child::Element(index)))
}

fn descends(pages: &Pages, mark: &Mark, from: usize) -> bool {
    let MarkRole::Content(mut index) = mark.role else {
        return false;
    };
    loop {
        if index == from {
            return true;
        }
        match parent(pages, index) {
            Some(above) => index = above,
            None => return false,
        }
    }
}

/// The words of a body's line without its Markdown.
fn shown(memo: &str, lang: &str) -> String {
    let lines: Vec<&str> = memo.lines().collect();
    let at = lines
        .iter()
        .position(|line| line.trim() == format!("{lang}: |"));
    let line = lines[at.expect("the memo has the language") + 1].trim();
    let line = line
        .replace("](https://example.ca)", "")
        .replace(['*', '`', '['], "");
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn plain(text: &str) -> String {
    // What the typography mends, and where lines end.
    let text = text.replace(MARKS, "").replace("\u{AD}", "");
    let text = text.replace(['\u{A0}', '\u{202F}'], " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn lines_are_given_back_in_the_order_of_reading() {
    let words: Vec<&str> = PLAIN.iter().chain(&DRESSED).copied().collect();
    let memos = memos(&words, 60);
    let stage = workspace(&memos);
    let laid_out = laid_out(stage.path());
    assert_eq!(laid_out.len(), 120);
    for ((name, pages), (_, memo)) in laid_out.iter().zip(memos.iter().flat_map(|it| [it, it])) {
        let read: String = paragraph(pages)
            .concat()
            .iter()
            .map(|it| it.text.as_str())
            .collect();
        let lang = name.rsplit('.').next().unwrap_or_default();
        let without_spaces = |text: &str| plain(text).replace(' ', "");
        assert_eq!(
            without_spaces(&read),
            without_spaces(&shown(memo, lang)),
            "{name}"
        );
    }
}

/// The order from the left that UAX #9 gives for bytes of a paragraph in which the
/// stretches that are read from the right are isolated.
fn from_the_left(text: &str, lines: &[usize]) -> Vec<String> {
    let mut isolated = String::new();
    let mut ends = Vec::new();
    let mut at = 0;
    let mut starts: Vec<usize> = Vec::new();
    let mut stops: Vec<usize> = Vec::new();
    for stretch in right_to_left_stretches(text) {
        starts.push(stretch.start);
        stops.push(stretch.end);
    }
    for (byte, c) in text.char_indices() {
        if stops.contains(&byte) {
            isolated.push('\u{2069}');
        }
        if lines.get(at) == Some(&byte) {
            ends.push(isolated.len());
            at += 1;
        }
        if starts.contains(&byte) {
            isolated.push('\u{2068}');
        }
        isolated.push(c);
    }
    ends.push(isolated.len());
    let info = BidiInfo::new(&isolated, Some(Level::ltr()));
    let paragraph = &info.paragraphs[0];
    let mut start = 0;
    ends.into_iter()
        .map(|end| {
            let line = info.reorder_line(paragraph, start..end).replace(MARKS, "");
            start = end;
            line.trim_end().to_owned()
        })
        .collect()
}

#[test]
fn lines_are_set_in_the_order_of_the_standard() {
    let memos = memos(&PLAIN, 60);
    let stage = workspace(&memos);
    let theme = stage.path().join("templates/theme.yaml");
    for align in ["left", "justify"] {
        let own = fs::read_to_string(&theme).unwrap();
        let own = own.split("styles:").next().unwrap_or_default().to_owned();
        fs::write(&theme, format!("{own}styles:\n  p: {{ align: {align} }}\n")).unwrap();
        let (mut mixed, mut broken) = (0, 0);
        for (name, pages) in laid_out(stage.path()) {
            let lines = paragraph(&pages);
            let text: String = lines.concat().iter().map(|it| it.text.as_str()).collect();
            let text = text.replace(MARKS, "").replace('\u{AD}', "-");
            let mut at = 0;
            let ends: Vec<usize> = lines
                .iter()
                .map(|line| {
                    let words: String = line.iter().map(|it| it.text.as_str()).collect();
                    at += words.replace(MARKS, "").replace('\u{AD}', "-").len();
                    at
                })
                .collect();
            let wanted = from_the_left(&text, &ends[..ends.len() - 1]);
            for (line, wanted) in lines.iter().zip(&wanted) {
                let mut line = line.clone();
                line.sort_by(|one, other| one.x.total_cmp(&other.x));
                let seen: String = line.iter().map(|it| it.text.as_str()).collect();
                let seen = seen.replace(MARKS, "").replace('\u{AD}', "-");
                assert_eq!(seen.trim_end(), wanted, "{name}, {align}");
                let (first, last) = (line.first(), line.last());
                let inside =
                    first.is_some_and(|it| it.x > 71.9) && last.is_some_and(|it| it.x < 541.0);
                assert!(inside, "{name}: {first:?} {last:?}");
                mixed += usize::from(seen.contains(is_right_to_left));
            }
            // Lines that are set even end at the margin.
            if align == "justify" {
                for line in &lines[..lines.len() - 1] {
                    let words = line.iter().filter(|it| !plain(&it.text).is_empty());
                    let right = words.map(|it| it.right).fold(0.0, f32::max);
                    assert!((right - 540.0).abs() < 1.0, "{name}: {right}");
                }
            }
            broken += usize::from(lines.len() > 1);
        }
        assert!(
            mixed > 100 && broken > 20,
            "{mixed} mixed lines, {broken} broken paragraphs"
        );
    }
}

#[test]
fn joined_letters_have_their_joined_forms() {
    let laid_out = laid_out(stage::repository().join(FIXTURE).as_path());
    let (_, pages) = laid_out
        .iter()
        .find(|(name, _)| name == "market.en")
        .expect("the memo is there");
    let glyphs: Vec<(String, u16)> = pages
        .pages
        .iter()
        .flat_map(runs)
        .flat_map(|(_, run)| {
            run.glyphs
                .iter()
                .map(|glyph| (glyph.text.to_string(), glyph.id))
        })
        .collect();
    // In سلام the lam is one glyph with the alef; in نورا the alef stands alone.
    let at = glyphs.windows(4).find(|four| {
        let texts: Vec<&str> = four.iter().map(|(text, _)| text.as_str()).collect();
        texts == ["س", "ل", "ا", "م"]
    });
    let four = at.expect("the word is read letter by letter");
    let alone = glyphs
        .iter()
        .filter(|(text, _)| text == "ا")
        .map(|(_, id)| *id);
    assert!(
        alone.clone().any(|id| id != four[2].1),
        "the alef of the ligature is a blank"
    );
    let lams: Vec<u16> = glyphs
        .iter()
        .filter(|(text, _)| text == "ل")
        .map(|(_, id)| *id)
        .collect();
    assert!(!lams.is_empty());
}
