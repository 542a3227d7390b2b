//! The tags of HTML that are let through: `<sup>`, `<sub>`, `<br>`, `<span lang="en">`
//! and `<abbr title="…">`.

use crate::lang::Lang;

/// A tag that is let through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum InlineTag {
    /// It begins something.
    Open(Wrapper),
    /// It ends what a tag of this name begins.
    Close(&'static str),
    /// It breaks the line.
    Break,
}

/// What tags stand around.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wrapper {
    /// What is raised.
    Raised,
    /// What is lowered.
    Lowered,
    /// Words of a language.
    Spoken(Lang),
    /// An abbreviation, with what it stands for.
    Abbreviation(String),
}

impl Wrapper {
    /// The name of its tags.
    pub fn name(&self) -> &'static str {
        match self {
            Wrapper::Raised => "sup",
            Wrapper::Lowered => "sub",
            Wrapper::Spoken(_) => "span",
            Wrapper::Abbreviation(_) => "abbr",
        }
    }
}

/// The tag that `html` is, where it is one that is let through.
pub(super) fn inline_tag(html: &str) -> Option<InlineTag> {
    let inside = html.strip_prefix('<')?.strip_suffix('>')?.trim_end();
    let (name, attributes) = inside
        .split_once(|c: char| c.is_ascii_whitespace())
        .unwrap_or((inside, ""));
    let name = name.to_ascii_lowercase();
    let attributes = attributes.trim();
    if name == "span" || name == "abbr" {
        return Some(InlineTag::Open(with_attribute(&name, attributes)?));
    }
    match (name.as_str(), attributes) {
        ("sup", "") => Some(InlineTag::Open(Wrapper::Raised)),
        ("sub", "") => Some(InlineTag::Open(Wrapper::Lowered)),
        ("/sup", "") => Some(InlineTag::Close("sup")),
        ("/sub", "") => Some(InlineTag::Close("sub")),
        ("/span", "") => Some(InlineTag::Close("span")),
        ("/abbr", "") => Some(InlineTag::Close("abbr")),
        ("br" | "br/", "") | ("br", "/") => Some(InlineTag::Break),
        _ => None,
    }
}

/// A tag with its one attribute, `lang` or `title`.
fn with_attribute(name: &str, attribute: &str) -> Option<Wrapper> {
    let (key, value) = attribute.split_once('=')?;
    let value = value.trim_start();
    let mark = value
        .chars()
        .next()
        .filter(|mark| matches!(mark, '"' | '\''))?;
    let value = value.strip_prefix(mark)?.strip_suffix(mark)?;
    if value.contains(mark) {
        return None;
    }
    match (name, key.trim().to_ascii_lowercase().as_str()) {
        ("span", "lang") => {
            let of_tag = |lang: &Lang| {
                value.eq_ignore_ascii_case(lang.code()) || value.eq_ignore_ascii_case(lang.tag())
            };
            Lang::ALL.into_iter().find(of_tag).map(Wrapper::Spoken)
        }
        ("abbr", "title") if !value.trim().is_empty() => {
            Some(Wrapper::Abbreviation(without_entities(value.trim())))
        }
        _ => None,
    }
}

/// Characters of an attribute, with those that HTML writes by name as themselves.
fn without_entities(value: &str) -> String {
    const NAMED: [(&str, &str); 7] = [
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", "\u{a0}"),
        // Last, so that what it gives is no entity.
        ("&amp;", "&"),
    ];
    let named = NAMED.iter();
    named.fold(value.to_owned(), |value, (name, character)| {
        value.replace(name, character)
    })
}

/// How many bytes of a text the tag has that it begins with: a `>` between quotation
/// marks does not end it.
pub(super) fn tag_length(text: &str) -> usize {
    let mut quoted = None;
    for (at, c) in text.char_indices() {
        match (quoted, c) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quoted = Some(c),
            (Some(mark), c) if c == mark => quoted = None,
            _ => {}
        }
    }
    text.len()
}

/// Whether this is a tag that breaks a line.
pub(crate) fn is_break(html: &str) -> bool {
    inline_tag(html) == Some(InlineTag::Break)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_known_is_let_through() {
        let spoken = |lang| Some(InlineTag::Open(Wrapper::Spoken(lang)));
        assert_eq!(inline_tag("<span lang=\"en\">"), spoken(Lang::En));
        assert_eq!(inline_tag("<SPAN LANG='fr-CA' >"), spoken(Lang::Fr));
        let title = |title: &str| Some(InlineTag::Open(Wrapper::Abbreviation(title.to_owned())));
        assert_eq!(
            inline_tag("<abbr title=\"R&amp;D > &quot;x&quot;\">"),
            title("R&D > \"x\"")
        );
        assert_eq!(inline_tag("</span>"), Some(InlineTag::Close("span")));
        assert_eq!(inline_tag("<br />"), Some(InlineTag::Break));
        for other in [
            "<span>",
            "<span lang=de>",
            "<span lang=\"de\">",
            "<span lang=\"en\" class=\"x\">",
            "<span lang=\"en\"/>",
            "<abbr>",
            "<abbr title=\" \">",
            "<abbr lang=\"en\">",
            "<sup class=\"x\">",
            "<b>",
        ] {
            assert_eq!(inline_tag(other), None, "{other}");
        }
        assert_eq!(tag_length("<abbr title=\"a > b\">c>"), 20);
    }
}
