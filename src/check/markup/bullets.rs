//! Bullets that a word processor typed.

use super::lines::{blanks, is_blank};
use super::report::{MENDS, MarkupMend, Report, WrittenText};
use crate::document::markdown::{Run, RunKind};
use crate::lang::Lang;
use std::ops::Range;

crate::diagnostic::codes! {
    TYPED_BULLET = "W045", "typed-bullet", Warning;
}

/// Characters that are bullets wherever they begin a line.
const SURE: &str = "•‣◦⁃▪▫●○■□◆◇❖➢➤▸►∙⁌⁍";
/// Characters that are bullets where several lines begin with them.
const LIKELY: &str = "·⋅–—−→⇒▶✓✔✗✘☐☑☒★☆✦♦§o";

/// Finds lines that begin with bullets: one with a bullet for sure, two or more with what
/// may be one.
pub(super) fn find(text: &WrittenText<'_>, report: &mut Report) {
    let mut group: Vec<Bullet> = Vec::new();
    let mut lead: Option<usize> = None;
    let mut tail = Tail::default();
    for (at, run) in text.blocks() {
        let bullets = bullets(text, run);
        let begins = bullets
            .first()
            .is_some_and(|it| Some(it.at) == run.lines.first().map(|it| it.start));
        // Paragraphs of one line each are one list.
        let joins = lead.is_some() && begins && text.neighbour(at).is_some();
        if !joins {
            tell(text, std::mem::take(&mut group), &tail, report);
            lead = is_list(&bullets).then_some(at);
            tail = Tail::of(run);
        }
        if lead.is_some() {
            tail.paragraphs += 1;
            tail.end = run.range.end;
            group.extend(bullets);
        }
    }
    tell(text, group, &tail, report);
    in_one_line(text, report);
}

/// A bullet at the beginning of a line.
struct Bullet {
    /// Its first byte.
    at: usize,
    /// It, with the blanks around it.
    range: Range<usize>,
    sign: char,
    /// How many blanks stand before it.
    indent: usize,
}

impl Bullet {
    fn is_sure(&self) -> bool {
        SURE.contains(self.sign)
    }

    fn is_dash(&self) -> bool {
        matches!(self.sign, '–' | '—' | '−')
    }
}

/// What bullets stand in.
#[derive(Default)]
struct Tail {
    kind: Option<RunKind>,
    paragraphs: usize,
    end: usize,
}

impl Tail {
    fn of(run: &Run) -> Tail {
        Tail {
            kind: Some(run.kind),
            ..Tail::default()
        }
    }
}

fn bullets(text: &WrittenText<'_>, run: &Run) -> Vec<Bullet> {
    run.lines
        .iter()
        .filter_map(|line| bullet(text, line))
        .collect()
}

fn bullet(text: &WrittenText<'_>, line: &Range<usize>) -> Option<Bullet> {
    let words = text.slice(line);
    let sign = words.chars().next()?;
    let behind = words.get(sign.len_utf8()..)?;
    let gap = blanks(behind);
    let sure = SURE.contains(sign);
    let likely = LIKELY.contains(sign) && gap > 0;
    // A row of signs is an ornament.
    let says = || behind.contains(char::is_alphanumeric);
    if !(sure || likely) || !says() || !text.is_typed(line.start) {
        return None;
    }
    let before = text.blanks_before(line.start);
    Some(Bullet {
        at: line.start,
        indent: before.len(),
        range: before.start..line.start + sign.len_utf8() + gap,
        sign,
    })
}

fn is_list(bullets: &[Bullet]) -> bool {
    bullets.len() >= 2 || bullets.iter().any(Bullet::is_sure)
}

fn tell(text: &WrittenText<'_>, bullets: Vec<Bullet>, tail: &Tail, report: &mut Report) {
    let Some(first) = bullets.first() else {
        return;
    };
    let sign = first.sign;
    let items = bullets.len();
    let in_item = tail.kind == Some(RunKind::Item) && items == 1;
    let wording = if in_item {
        TYPED_BULLET.say("item", given!(sign))
    } else if items > tail.paragraphs {
        TYPED_BULLET.say("lines", given!(count = items, sign))
    } else {
        TYPED_BULLET.say("begins", given!(sign))
    };
    let range = first.at..first.range.end;
    report.add_whole(range, first.at..tail.end, wording);
    if tail.kind == Some(RunKind::Line) {
        report.hint(TYPED_BULLET.words("by-itself", &[]));
    } else if !in_item {
        report.hint(TYPED_BULLET.words("each", &[]));
    }
    if bullets.iter().all(Bullet::is_dash) {
        report.hint(TYPED_BULLET.words("speech", &[]));
    }
    if let Some(mend) = mend(text, &bullets, tail) {
        report.mend(mend);
    }
}

/// The bullets made those of a list. Dashes in French may be speech; a list in an item or
/// in a line by itself would not be read as its author set it.
fn mend(text: &WrittenText<'_>, bullets: &[Bullet], tail: &Tail) -> Option<MarkupMend> {
    let first = bullets.first()?;
    let speech = text.lang == Lang::Fr && bullets.iter().all(Bullet::is_dash);
    if tail.kind == Some(RunKind::Item) && bullets.len() == 1 {
        let range = first.at..first.range.end;
        return Some(MarkupMend {
            edits: vec![(range.clone(), String::new())],
            gone: vec![range],
            becomes: TYPED_BULLET.words("becomes-item", &[]),
        });
    }
    let unclear = |bullet: &Bullet| matches!(bullet.sign, '☒' | '§' | '→' | '⇒');
    if tail.kind != Some(RunKind::Paragraph) || speech || bullets.iter().any(unclear) {
        return None;
    }
    let margin = if first.indent < 4 { first.indent } else { 0 };
    let mut levels: Vec<(char, usize)> = Vec::new();
    let mut edits = Vec::new();
    for bullet in bullets {
        let level = level(&mut levels, bullet);
        let mark = match bullet.sign {
            '☐' | '□' => "- [ ] ",
            '☑' => "- [x] ",
            _ => "- ",
        };
        let indent = " ".repeat(margin + 2 * level);
        edits.push((bullet.range.clone(), format!("{indent}{mark}")));
    }
    Some(MarkupMend {
        gone: bullets
            .iter()
            .map(|bullet| bullet.at..bullet.range.end)
            .collect(),
        edits,
        becomes: MENDS.words("list", given!(count = bullets.len())),
    })
}

/// How deep a bullet stands: a sign that is new, or set in, stands below the one before.
fn level(levels: &mut Vec<(char, usize)>, bullet: &Bullet) -> usize {
    // Boxes and ticks say how far an item is, not how deep it stands.
    let own = match bullet.sign {
        '□' | '☑' | '☒' | '✓' | '✔' | '✗' | '✘' => '☐',
        sign => sign,
    };
    let known = levels.iter().position(|(sign, indent)| {
        *sign == own && (*indent == bullet.indent || bullet.indent < *indent + 2)
    });
    match known {
        Some(level) => levels.truncate(level + 1),
        None => {
            let deeper = levels
                .last()
                .is_none_or(|(_, indent)| *indent <= bullet.indent);
            if !deeper {
                levels.retain(|(_, indent)| *indent < bullet.indent);
            }
            levels.push((own, bullet.indent));
        }
    }
    levels.len() - 1
}

/// Finds bullets in the middle of a line: YAML joins the lines of a text without `|`.
fn in_one_line(text: &WrittenText<'_>, report: &mut Report) {
    for (_, run) in text.blocks() {
        for line in &run.lines {
            let words = text.slice(line);
            let signs: Vec<usize> = words
                .char_indices()
                .filter(|(at, c)| {
                    let behind = words.get(at + c.len_utf8()..).unwrap_or_default();
                    !c.is_ascii() && SURE.contains(*c) && behind.starts_with(is_blank)
                })
                .map(|(at, _)| line.start + at)
                .collect();
            let [first, _, ..] = signs.as_slice() else {
                continue;
            };
            let led = text.slice(&(line.start..*first)).trim_end().ends_with(':');
            if led && text.is_typed(*first) && text.after(*first).is_some_and(|c| SURE.contains(c))
            {
                let wording = TYPED_BULLET.say("one-line", given!(count = signs.len()));
                let length = text.after(*first).map_or(1, char::len_utf8);
                report.add(*first..*first + length, wording);
            }
        }
    }
}
