//! Links as wikis, forums and other notations write them.

use super::lines::{excerpt, is_address};
use super::report::{Report, WrittenText};
use crate::document::markdown::{Run, Sort};
use std::ops::Range;

crate::diagnostic::codes! {
    FOREIGN_LINK = "W058", "foreign-link", Warning;
}

/// Tags of forums.
const TAGS: [&str; 9] = ["url", "b", "i", "u", "s", "img", "quote", "code", "list"];

/// Finds them.
pub(super) fn find(text: &WrittenText<'_>, report: &mut Report) {
    for run in &text.reading.runs {
        for at in text.reading.find("[", &run.range) {
            if !report.is_claimed(at) {
                brackets(text, run, at, report);
            }
        }
        for at in text.reading.find("\":", &run.range) {
            quoted(text, run, at, report);
        }
        bracketed_address(text, run, report);
    }
}

/// `[[page]]`, `[words|address]`, `[address words]`, `[url]…[/url]`.
fn brackets(text: &WrittenText<'_>, run: &Run, at: usize, report: &mut Report) {
    let rest = text.slice(&(at + 1..run.range.end));
    if let Some(inside) = rest.strip_prefix('[') {
        let page = inside.find("]]").and_then(|end| inside.get(..end));
        let Some(page) =
            page.filter(|page| page.contains(char::is_alphabetic) && !page.contains(['[', '\n']))
        else {
            return;
        };
        let end = at + page.len() + "[[]]".len();
        let words = page.rsplit('|').next().unwrap_or(page);
        return wiki(at..end, words, "address", report);
    }
    let Some(inside) = rest.find(']').and_then(|end| rest.get(..end)) else {
        return;
    };
    let range = at..at + inside.len() + "[]".len();
    if let Some((words, address)) = inside.split_once('|') {
        if is_address(address.trim()) && !words.trim().is_empty() {
            wiki(range, words, address.trim(), report);
        }
        return;
    }
    if forum(text, range.clone(), inside, report) {
        return;
    }
    if let Some((address, words)) = inside.split_once(' ')
        && text.reading.sort(at + 1) == Sort::Address
        && !address.ends_with([',', ';', '.'])
        && !words.contains(|c: char| c.is_ascii_digit())
    {
        wiki(range, words, address, report);
    }
}

fn wiki(range: Range<usize>, words: &str, address: &str, report: &mut Report) {
    let words = excerpt(words);
    let wording = FOREIGN_LINK.say("wiki", given!(words, address));
    report.add(range, wording);
}

/// Tells of `[url]…[/url]`; false where the brackets are no such tag.
fn forum(text: &WrittenText<'_>, range: Range<usize>, inside: &str, report: &mut Report) -> bool {
    let written = inside.split('=').next().unwrap_or(inside);
    let name = written.to_lowercase();
    let closing = format!("[/{written}]");
    let behind = text.slice(&(range.end..text.reading.text.len()));
    let Some(length) = behind
        .find(&closing)
        .filter(|_| TAGS.contains(&name.as_str()))
    else {
        return false;
    };
    let words = excerpt(&behind[..length]);
    let close = range.end + length..range.end + length + closing.len();
    let wording = FOREIGN_LINK.say("forum", given!(tag = inside, name, words));
    report.add(range, wording);
    report.claim(close);
    true
}

/// `"words":address`, as Textile writes it.
fn quoted(text: &WrittenText<'_>, run: &Run, at: usize, report: &mut Report) {
    let open = text.slice(&(run.range.start..at)).rfind('"');
    if let Some(open) = open.map(|open| run.range.start + open)
        && text.reading.sort(at + "\":".len()) == Sort::Address
    {
        let start = at + "\":".len();
        let end = address_end(text, run, start);
        let words = excerpt(text.slice(&(open + 1..at)));
        let address = text.slice(&(start..end));
        let wording = FOREIGN_LINK.say("other", given!(words, address));
        report.add(open..end, wording);
    }
}

/// `https://…[words]`, as AsciiDoc writes it.
fn bracketed_address(text: &WrittenText<'_>, run: &Run, report: &mut Report) {
    if !text.slice(&run.range).contains('[') {
        return;
    }
    let mut at = run.range.start;
    while at < run.range.end {
        if text.reading.sort(at) != Sort::Address {
            at += 1;
            continue;
        }
        let end = address_end(text, run, at);
        let written = text.slice(&(at..text.reading.text.len().min(run.range.end)));
        let address = written.find('[').filter(|length| at + length <= end);
        let words = address.and_then(|length| {
            let inside = written.get(length + 1..)?;
            Some((&written[..length], inside.get(..inside.find(']')?)?))
        });
        if let Some((address, words)) = words
            && words.contains(char::is_alphabetic)
        {
            let whole = at..at + address.len() + words.len() + "[]".len();
            let words = excerpt(words);
            let wording = FOREIGN_LINK.say("other", given!(words, address));
            report.add(whole, wording);
        }
        at = end.max(at + 1);
    }
}

fn address_end(text: &WrittenText<'_>, run: &Run, start: usize) -> usize {
    (start..run.range.end)
        .find(|at| text.reading.sort(*at) != Sort::Address)
        .unwrap_or(run.range.end)
}
