//! What other readers of Markdown take for something that CommonMark takes for text.
//!
//! Markdown goes to readers of all kinds, and many know more than CommonMark, or less:
//! braces that give a heading attributes, or that a page's program fills in; quotation
//! marks that end a title behind a backslash; the text of a note, which without notes
//! is the address of a link. What is here is written so that all of them show the same
//! words, and CommonMark reads the same as before.

use super::edits::Edits;
use super::escape::{destination, is_escaped, rewritten};
use super::tree::OPTIONS;
use pulldown_cmark::{CodeBlockKind, CowStr, Event, LinkType, Parser, Tag, TagEnd};
use std::ops::Range;

/// A finished file, with what other readers would misread written in another way.
pub(crate) fn plain_to_all(markdown: &str) -> String {
    // Whether a note is one word is asked once its word is written as it stays.
    let words = rewrite(markdown, |guard, event, range| guard.event(event, range));
    if !words.contains("[^") {
        return words;
    }
    rewrite(&words, |guard, event, range| {
        guard.note_event(event, &range)
    })
}

/// A file with the changes that its events ask for.
fn rewrite<'t>(
    markdown: &'t str,
    look: impl Fn(&mut Guard<'t>, Event<'t>, Range<usize>),
) -> String {
    let mut guard = Guard {
        text: markdown,
        changes: Vec::new(),
        open: Vec::new(),
        in_table: false,
        in_head: false,
        in_code: false,
    };
    for (event, range) in Parser::new_ext(markdown, OPTIONS).into_offset_iter() {
        look(&mut guard, event, range);
    }
    Edits::from(guard.changes).finish(markdown, 0)
}

struct Guard<'a> {
    text: &'a str,
    /// What is to stand in the place of bytes.
    changes: Vec<(Range<usize>, String)>,
    /// The links and pictures that are open.
    open: Vec<Open>,
    in_table: bool,
    in_head: bool,
    in_code: bool,
}

/// A link or a picture that is open.
struct Open {
    kind: LinkType,
    /// Whether it is a picture, whose words are characters alone.
    picture: bool,
    url: String,
    title: String,
    /// Where its words end.
    words_end: usize,
    /// A picture's words.
    words: String,
    /// How many changes there were before it.
    changes: usize,
}

impl Guard<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => return self.start(tag, range),
            Event::End(end) => return self.end(end, range),
            Event::Text(text) => self.words(&text, &range),
            Event::Code(text) => self.alternative(&text),
            Event::SoftBreak | Event::HardBreak => self.alternative(" "),
            _ => {}
        }
        if let Some(open) = self.open.last_mut() {
            open.words_end = range.end;
        }
    }

    fn note_event(&mut self, event: Event<'_>, range: &Range<usize>) {
        let inside = |at: usize| range.start < at && at < range.end;
        match event {
            Event::Start(Tag::FootnoteDefinition(_)) => self.note(range.clone()),
            // In code, a note's blank would be characters.
            Event::Code(_) => self.changes.retain(|(change, _)| !inside(change.start)),
            // The backslash of a line break stays at the line's end.
            Event::HardBreak => {
                for (change, _) in &mut self.changes {
                    if inside(change.start) {
                        *change = range.start..range.start;
                    }
                }
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Table(_) => self.in_table = true,
            Tag::TableHead => self.in_head = true,
            Tag::CodeBlock(kind) => {
                self.in_code = true;
                if let CodeBlockKind::Fenced(language) = kind {
                    self.language(&language, range);
                }
            }
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => self.open(link_type, false, dest_url, title, range),
            Tag::Image {
                link_type,
                dest_url,
                title,
                ..
            } => self.open(link_type, true, dest_url, title, range),
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd, range: Range<usize>) {
        match end {
            TagEnd::Table => self.in_table = false,
            TagEnd::TableHead => self.in_head = false,
            TagEnd::CodeBlock => self.in_code = false,
            TagEnd::Link | TagEnd::Image => self.close(&range),
            _ => {}
        }
        if let Some(open) = self.open.last_mut() {
            open.words_end = range.end;
        }
    }

    /// Running text: braces give attributes in some dialects, and are filled in by
    /// programs that make pages; quotation marks of a table's head end up in an
    /// attribute of one.
    fn words(&mut self, text: &str, range: &Range<usize>) {
        self.alternative(text);
        let autolink = self.open.last().is_some_and(|it| is_autolink(it.kind));
        if self.in_code || autolink {
            return;
        }
        let raw = self.text.get(range.clone()).unwrap_or_default();
        // Backticks that begin a line are a fence once no other follows them there, and to
        // some readers anyway.
        let fence = raw.len() - raw.trim_start_matches('`').len();
        for (at, c) in raw.char_indices() {
            let reference = match c {
                '`' if at < fence && fence >= 3 => "&#96;",
                '{' => "&#123;",
                // Brackets that make no link here may make one of other readers'.
                '[' if self.text[..range.start + at].ends_with('!') => "&#91;",
                '(' if self.text[..range.start + at].ends_with(']') => "&#40;",
                '"' if self.in_head => "&quot;",
                _ => continue,
            };
            let at = range.start + at;
            let escaped = at == range.start && is_escaped(self.text, at);
            self.changes
                .push((at - usize::from(escaped)..at + 1, reference.to_owned()));
        }
    }

    /// Adds to the words of the picture that is open.
    fn alternative(&mut self, text: &str) {
        for open in self.open.iter_mut().filter(|it| it.picture) {
            open.words.push_str(text);
        }
    }

    /// The name of a language behind a fence goes into an attribute: it is one word, or
    /// nothing.
    fn language(&mut self, language: &str, range: Range<usize>) {
        let word = language.split_whitespace().next().unwrap_or_default();
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '+' | '-' | '#' | '.' | '_');
        if language.chars().all(plain) {
            return;
        }
        let kept = if word.chars().all(plain) { word } else { "" };
        let whole = self.text.get(range.clone()).unwrap_or_default();
        let line = whole.lines().next().unwrap_or_default();
        let fence = line.trim_start_matches(['`', '~', ' ']);
        let start = range.start + line.len() - fence.len();
        self.changes
            .push((start..range.start + line.len(), kept.to_owned()));
    }

    /// A note whose text is one word, or one with a title behind it, is the definition of
    /// a link for those who know no notes: the word would be lost, or lead somewhere. A
    /// blank that is written by its number ends that.
    fn note(&mut self, range: Range<usize>) {
        let whole = self.text.get(range.clone()).unwrap_or_default();
        let Some((label, rest)) = whole.split_once("]:") else {
            return;
        };
        let words = rest.trim_start();
        let start = range.start + label.len() + "]:".len() + rest.len() - words.len();
        let length = words.find(char::is_whitespace).unwrap_or(words.len());
        let (word, rest) = words.split_at(length);
        let line = rest.split('\n').next().unwrap_or_default().trim();
        let title = line.is_empty() || line.starts_with(['"', '\'', '(']);
        let page = word.starts_with("<http") && word.ends_with('>');
        let fence = word.starts_with("```") || word.starts_with("~~~");
        if title && !page && !fence && word.contains(char::is_alphanumeric) && has_pairs(word) {
            let at = start + length;
            self.changes.push((at..at, " &#32;".to_owned()));
        }
    }

    fn open(
        &mut self,
        kind: LinkType,
        picture: bool,
        url: CowStr<'_>,
        title: CowStr<'_>,
        range: Range<usize>,
    ) {
        self.open.push(Open {
            kind,
            picture,
            url: url.into_string(),
            title: title.into_string(),
            words_end: range.start + 1,
            words: String::new(),
            changes: self.changes.len(),
        });
    }

    /// A link or a picture: what goes into attributes has none of the marks that end one.
    fn close(&mut self, range: &Range<usize>) {
        let Some(link) = self.open.pop() else {
            return;
        };
        // What makes a name of a table's head takes its quotation marks into it, and some
        // do not see where those of a picture in a link end.
        let is_bare = !self.in_head && self.open.is_empty();
        let (opens, closes) = if is_bare { ('"', '"') } else { ('(', ')') };
        let title = match link.title.as_str() {
            "" => String::new(),
            title => format!(" {opens}{}{closes}", characters(title)),
        };
        let plain_title = is_plain(&link.title)
            && !link.title.contains(['[', ']'])
            && (link.title.is_empty() || is_bare);
        if link.picture {
            let sound = plain_title && is_plain(&link.words) && is_plain(&link.url);
            if !sound && link.kind == LinkType::Inline {
                self.changes.truncate(link.changes);
                let (words, url) = (characters(&link.words), address(&link.url));
                self.change(range.clone(), format!("![{words}]({url}{title})"));
            }
        } else if is_autolink(link.kind) {
            let mail = matches!(link.kind, LinkType::Email);
            let web = link.url.starts_with("http://") || link.url.starts_with("https://");
            // Behind a bracket, those of a link would be taken for a label's.
            let before = self.text.get(..range.start).unwrap_or_default();
            if (!(mail || web) || !is_plain(&link.url)) && !before.ends_with(']') {
                self.changes.truncate(link.changes);
                let (words, url) = (characters(&link.url), address(&link.url));
                self.change(range.clone(), format!("[{words}]({url})"));
            }
        } else if link.kind == LinkType::Inline && !(plain_title && is_plain(&link.url)) {
            let rest = self.text.get(link.words_end..range.end).unwrap_or_default();
            if rest.starts_with("](") {
                let url = address(&link.url);
                self.change(link.words_end..range.end, format!("]({url}{title})"));
            }
        }
    }

    fn change(&mut self, range: Range<usize>, written: String) {
        let written = match self.in_table {
            true => written.replace('|', "\\|"),
            false => written,
        };
        self.changes.push((range, written));
    }
}

fn is_autolink(kind: LinkType) -> bool {
    matches!(kind, LinkType::Autolink | LinkType::Email)
}

/// Whether characters end no attribute and no tag, and begin nothing.
fn is_plain(text: &str) -> bool {
    !text.contains(['"', '<', '>', '`', '{', '\\'])
}

/// Whether the round brackets of a word are in pairs: no address is without, and so no
/// link is taken apart behind its `](`.
fn has_pairs(word: &str) -> bool {
    let (mut open, mut characters) = (0_usize, word.chars());
    while let Some(c) = characters.next() {
        match c {
            '\\' => {
                characters.next();
            }
            '(' => open += 1,
            ')' if open == 0 => return false,
            ')' => open -= 1,
            _ => {}
        }
    }
    open == 0
}

/// An address with what could end an attribute percent-encoded, and nothing in it that is
/// read as an entity.
fn address(url: &str) -> String {
    rewritten(&destination(url), |c, rest| match c {
        '"' => Some("%22"),
        '\'' => Some("%27"),
        '`' => Some("%60"),
        '{' => Some("%7B"),
        '}' => Some("%7D"),
        '&' if begins_entity(rest) => Some("&amp;"),
        _ => None,
    })
}

/// Whether what follows a `&` may be an entity's name and its end.
fn begins_entity(rest: &str) -> bool {
    let name = rest.split_once(';').map_or("", |(name, _)| name);
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '#';
    !name.is_empty() && name.chars().all(plain)
}

/// Characters that stay what they are in words, in a title and in an attribute.
fn characters(text: &str) -> String {
    rewritten(text, |c, _| {
        Some(match c {
            '"' => "&quot;",
            '<' => "&lt;",
            '>' => "&gt;",
            '{' => "&#123;",
            '&' => "&amp;",
            '`' => "&#96;",
            '[' => "&#91;",
            ']' => "&#93;",
            '(' => "&#40;",
            ')' => "&#41;",
            '\\' => "\\\\",
            '*' => "\\*",
            '_' => "\\_",
            '~' => "\\~",
            '\n' | '\r' => " ",
            _ => return None,
        })
    })
}

#[cfg(test)]
mod tests;
