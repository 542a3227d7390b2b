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
    let message = match written.split_whitespace().count() {
        1 => format!("`{written}` is printed as it stands: HTML is text here"),
        _ => format!(
            "`{}` is printed as it stands: HTML is text here",
            excerpt(written)
        ),
    };
    report.add(&RAW_HTML, tag.range.clone(), message);
    let words = closing
        .as_ref()
        .map(|closing| excerpt(text.slice(&(tag.range.end..closing.start))));
    report.hint(advice(&tag.name, words.as_deref(), tag.closes));
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
            "**" => format!("bold: {}", excerpt(inner)),
            "*" => format!("italics: {}", excerpt(inner)),
            _ => format!("struck out: {}", excerpt(inner)),
        },
    })
}

/// What to write instead of an element.
fn advice(name: &str, words: Option<&str>, closes: bool) -> String {
    let words = words.filter(|words| !words.is_empty()).unwrap_or("words");
    match name {
        "b" | "strong" | "i" | "em" | "s" | "strike" | "del" => {
            let marks = marks(name).unwrap_or("**");
            format!("write `{marks}{words}{marks}`")
        }
        "u" | "ins" => {
            format!("nothing is underlined here: `**{words}**` or `*{words}*` stresses words")
        }
        "code" | "tt" | "kbd" | "samp" | "pre" => format!("write `` `{words}` ``"),
        "a" => format!("write `[{words}](address)`"),
        "img" => "write `![what it shows](file.png)`".to_owned(),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            "give the memo a section with a `heading` of its own".to_owned()
        }
        "ul" | "ol" | "li" | "dl" | "dt" | "dd" => {
            "write `- ` before each item, or `1. ` where they are numbered".to_owned()
        }
        "table" | "thead" | "tbody" | "tr" | "td" | "th" => {
            "write a table: `| … | … |`, and `| --- | --- |` under the first row".to_owned()
        }
        "hr" => "write `---` on a line of its own, with blank lines around it".to_owned(),
        "br" => "write `<br>`, without more in it".to_owned(),
        "blockquote" | "q" => "write `> ` before each line of a quotation".to_owned(),
        "sup" | "sub" if closes => format!("`</{name}>` has no `<{name}>` before it"),
        "sup" | "sub" => format!(
            "write `<{name}>{words}</{name}>`, without more in it, and close it in its own paragraph"
        ),
        "p" | "div" | "span" | "font" | "center" | "section" | "article" | "small" | "big"
        | "mark" | "abbr" | "figure" | "details" | "summary" | "body" | "html" => {
            "take it out; a blank line begins a paragraph".to_owned()
        }
        "script" | "style" | "iframe" | "object" | "embed" | "form" | "input" | "button"
        | "video" | "audio" | "link" | "meta" => {
            "take it out: documents run and fetch nothing".to_owned()
        }
        _ => "take the brackets away, or write `\\<` where they are meant".to_owned(),
    }
}
