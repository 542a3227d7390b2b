//! Tags of HTML, which are printed with their brackets.

use super::lines::excerpt;
use super::report::{MarkupMend, Report, WrittenText};
use crate::document::markdown::{Run, Sort};
use std::ops::Range;

crate::diagnostic::codes! {
    RAW_HTML = "W053", "raw-html", Warning;
}

/// Finds tags: an element once, at its first tag.
pub(super) fn find(text: &WrittenText<'_>, report: &mut Report) {
    for run in &text.reading.runs {
        for at in text.reading.find("<", &run.range) {
            if report.is_claimed(at) {
                continue;
            }
            if let Some(tag) = tag_at(text, at, run) {
                element(text, &tag, run, report);
            }
        }
    }
}

/// A tag.
struct Tag {
    range: Range<usize>,
    /// In lower case.
    name: String,
    closes: bool,
    /// Whether there is nothing but its name in it.
    plain: bool,
}

/// The tag that begins at a byte: `<`, perhaps `/`, a name, and what follows to `>`.
fn tag_at(text: &WrittenText<'_>, at: usize, run: &Run) -> Option<Tag> {
    let rest = text.slice(&(at..run.range.end));
    let inside = rest.strip_prefix('<')?;
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let closes = name.len() < inside.len();
    let length = name
        .find(|c: char| !(c.is_ascii_alphanumeric() || c == '-'))
        .unwrap_or(name.len());
    let (name, behind) = name.split_at(length);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let end = behind
        .find('>')
        .filter(|end| !behind[..*end].contains('<'))?;
    let attributes = behind[..end].trim_end_matches('/');
    let separated = attributes.is_empty() || attributes.starts_with(char::is_whitespace);
    let range = at..at + rest.len() - behind.len() + end + 1;
    let printed = |at: usize| !matches!(text.reading.sort(at), Sort::Code | Sort::Escaped);
    (separated && range.clone().all(printed)).then(|| Tag {
        range,
        name: name.to_ascii_lowercase(),
        closes,
        plain: attributes.trim().is_empty(),
    })
}

fn element(text: &WrittenText<'_>, tag: &Tag, run: &Run, report: &mut Report) {
    let written = text.slice(&tag.range);
    let closing = (!tag.closes).then(|| closing(text, tag)).flatten();
    let written = match written.split_whitespace().count() {
        1 => written.to_owned(),
        _ => excerpt(written),
    };
    let words = closing
        .as_ref()
        .map(|closing| excerpt(text.slice(&(tag.range.end..closing.start))));
    let words = words.filter(|words| !words.is_empty());
    let wording = RAW_HTML.say(
        "tag",
        given!(
            written,
            instead = instead(&tag.name, tag.closes),
            marks = marks(&tag.name).unwrap_or_default(),
            words = words.unwrap_or_else(|| RAW_HTML.words("words", &[])),
            name = tag.name
        ),
    );
    report.add(tag.range.clone(), wording);
    if let Some(closing) = closing {
        if let Some(mend) = mend(text, tag, &closing, run) {
            report.mend(mend);
        }
        report.claim(closing);
    }
}

/// The tag that closes an element.
fn closing(text: &WrittenText<'_>, tag: &Tag) -> Option<Range<usize>> {
    let wanted = format!("</{}>", tag.name);
    let rest = text.slice(&(tag.range.end..text.reading.text.len()));
    let at = rest.to_ascii_lowercase().find(&wanted)? + tag.range.end;
    Some(at..at + wanted.len())
}

/// Markdown's marks for the simplest elements: bold and italics.
fn marks(name: &str) -> Option<&'static str> {
    match name {
        "b" | "strong" => Some("**"),
        "i" | "em" => Some("*"),
        "s" | "strike" | "del" => Some("~~"),
        _ => None,
    }
}

fn mend(
    text: &WrittenText<'_>,
    tag: &Tag,
    closing: &Range<usize>,
    run: &Run,
) -> Option<MarkupMend> {
    let marks = marks(&tag.name).filter(|_| tag.plain)?;
    let words = tag.range.end..closing.start;
    let typed = text.reading.is_typed(closing) && closing.end <= run.range.end;
    let inner = text.slice(&words);
    let simple =
        !inner.is_empty() && inner.trim() == inner && !inner.contains(['*', '~', '\n', '<']);
    (typed && simple).then(|| MarkupMend {
        edits: vec![
            (tag.range.clone(), marks.to_owned()),
            (closing.clone(), marks.to_owned()),
        ],
        gone: vec![tag.range.clone(), closing.clone()],
        becomes: match marks {
            "**" => RAW_HTML.words("bold", given!(words = excerpt(inner))),
            "*" => RAW_HTML.words("italics", given!(words = excerpt(inner))),
            _ => RAW_HTML.words("struck", given!(words = excerpt(inner))),
        },
    })
}

/// What is to stand instead of an element.
fn instead(name: &str, closes: bool) -> &'static str {
    match name {
        "b" | "strong" | "i" | "em" | "s" | "strike" | "del" => "marks",
        "u" | "ins" => "underline",
        "code" | "tt" | "kbd" | "samp" | "pre" => "code",
        "a" => "link",
        "img" => "picture",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "heading",
        "ul" | "ol" | "li" | "dl" | "dt" | "dd" => "list",
        "table" | "thead" | "tbody" | "tr" | "td" | "th" => "table",
        "hr" => "rule",
        "br" => "break",
        "blockquote" | "q" => "quotation",
        "sup" | "sub" | "span" | "abbr" if closes => "closing",
        "sup" | "sub" => "script",
        "span" => "span",
        "abbr" => "abbr",
        "p" | "div" | "font" | "center" | "section" | "article" | "small" | "big" | "mark"
        | "figure" | "details" | "summary" | "body" | "html" => "block",
        "script" | "style" | "iframe" | "object" | "embed" | "form" | "input" | "button"
        | "video" | "audio" | "link" | "meta" => "program",
        _ => "other",
    }
}
