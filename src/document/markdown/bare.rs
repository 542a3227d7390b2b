//! Addresses in running text that nothing marks as links, as forges find them: the
//! autolink extension of GitHub Flavored Markdown (its specification, 6.9), which also
//! says where they end.
//!
//! Two things are stricter here: every white space ends an address, a no-break space
//! too, and so do quotation marks and an em dash, which no address has. Where a forge
//! would take more, [`is_found_alike`] says so, and the Markdown marks the link.

use std::ops::Range;

/// An address in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bare {
    /// The bytes of the text.
    pub range: Range<usize>,
    /// What it is.
    pub sort: Sort,
}

/// What an address is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// `https://…`, `http://…`, `mailto:…`: with its scheme.
    Whole,
    /// `www.…`
    Www,
    /// `name@example.ca`
    Mail,
}

impl Sort {
    /// What stands before the address in a link to it. A page without a scheme is
    /// asked for safely.
    pub fn prefix(self) -> &'static str {
        match self {
            Sort::Whole => "",
            Sort::Www => "https://",
            Sort::Mail => "mailto:",
        }
    }
}

/// The addresses of a text, in its order.
pub(super) fn find_bare(text: &str) -> Vec<Bare> {
    find_bare_before(text, text.len())
}

/// How far from its beginning the sign of a page's address stands at most: the colon.
pub(super) const SIGN: usize = "mailto".len();

/// The addresses of a text but for those of mail that begin at the byte `limit` or behind it,
/// and all of which the sign stands farther behind.
pub(super) fn find_bare_before(text: &str, limit: usize) -> Vec<Bare> {
    let mut found: Vec<Bare> = Vec::new();
    let mut done = 0;
    for (at, _) in text.match_indices([':', '.', '@']) {
        if at > limit.saturating_add(SIGN) {
            break;
        }
        if at < done {
            continue;
        }
        if let Some(bare) = page(text, at, done)
            .or_else(|| mailto(text, at, done))
            .or_else(|| mail(text, at, done))
        {
            done = bare.range.end;
            found.push(bare);
        }
    }
    found
}

/// A page whose `://`, or the first period of whose `www.`, stands at `at`.
fn page(text: &str, at: usize, from: usize) -> Option<Bare> {
    let before = text.get(from..at)?;
    let (start, host, sort) = if text.get(at..)?.starts_with("://") {
        let scheme = ["https", "http"]
            .into_iter()
            .find(|scheme| ends_in(before, scheme))?;
        (at - scheme.len(), at + "://".len(), Sort::Whole)
    } else if ends_in(before, "www") && text.get(at..)?.starts_with('.') {
        (at - "www".len(), at - "www".len(), Sort::Www)
    } else {
        return None;
    };
    if !is_open(text, start) || !is_host(text.get(host..)?, sort) {
        return None;
    }
    let end = end_of(text, start, is_end);
    (end > host).then_some(Bare {
        range: start..end,
        sort,
    })
}

fn mailto(text: &str, at: usize, from: usize) -> Option<Bare> {
    let start = at.checked_sub("mailto".len())?;
    let is_scheme = ends_in(text.get(from..at)?, "mailto") && text.get(at..)?.starts_with(':');
    if !is_scheme || !is_open(text, start) {
        return None;
    }
    let rest = text.get(at + 1..)?;
    let sign = rest.find('@')?;
    let address = mail(rest, sign, 0).filter(|address| address.range.start == 0)?;
    Some(Bare {
        range: start..at + 1 + address.range.end,
        sort: Sort::Whole,
    })
}

/// An e-mail address whose `@` stands at `at`.
fn mail(text: &str, at: usize, from: usize) -> Option<Bare> {
    if !text.get(at..)?.starts_with('@') {
        return None;
    }
    let before = text.get(from..at)?;
    let is_local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    let start = from + before.trim_end_matches(is_local).len();
    let host = text.get(at + 1..)?;
    let length = host
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_')))
        .unwrap_or(host.len());
    let host = host.get(..length)?.trim_end_matches('.');
    let last = host.chars().next_back()?;
    let is_whole = host.contains('.')
        && !host.starts_with('.')
        && !host.contains("..")
        && last.is_ascii_alphanumeric();
    // Another `@` or a letter beyond ASCII: it is something else.
    let follows = text.get(at + 1 + length..)?.chars().next();
    let is_alone = !follows.is_some_and(|c| c == '@' || c.is_alphanumeric());
    (start < at && is_open(text, start) && is_whole && is_alone).then(|| Bare {
        range: start..at + 1 + host.len(),
        sort: Sort::Mail,
    })
}

fn ends_in(text: &str, word: &str) -> bool {
    text.len()
        .checked_sub(word.len())
        .and_then(|start| text.get(start..))
        .is_some_and(|end| end.eq_ignore_ascii_case(word))
}

/// Whether an address may begin there: not inside a word or another address.
fn is_open(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default().chars().next_back();
    !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '@' | '.' | '-' | '+' | '='))
}

/// Whether a page's host stands at the beginning: letters, digits, hyphens and
/// underscores with periods between, no underscore in the last two parts.
fn is_host(text: &str, sort: Sort) -> bool {
    let length = text
        .find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-' | '_')))
        .unwrap_or(text.len());
    let host = text[..length].trim_end_matches(['.', '-', '_']);
    let parts: Vec<&str> = host.split('.').collect();
    let least = match sort {
        Sort::Www => 2,
        _ => 1,
    };
    parts.len() >= least
        && parts.iter().all(|part| !part.is_empty())
        && parts.iter().rev().take(2).all(|part| !part.contains('_'))
}

/// What ends an address wherever it stands.
fn is_end(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '<' | '>' | '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '…' | '—' | '\u{FFFC}'
        )
}

/// Where the address that begins at `start` ends: before what `ends` it, and without
/// the punctuation behind it.
fn end_of(text: &str, start: usize, ends: impl Fn(char) -> bool) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let mut address = &rest[..rest.find(ends).unwrap_or(rest.len())];
    while let Some(last) = address.chars().next_back() {
        let shorter = &address[..address.len() - last.len_utf8()];
        address = match last {
            '?' | '!' | '.' | ',' | ':' | '*' | '_' | '~' | '\'' | '–' => shorter,
            ')' | ']' | '}' if is_unpaired(address, last) => shorter,
            ';' => without_entity(address).unwrap_or(shorter),
            _ => break,
        };
    }
    start + address.len()
}

/// Whether an address has more of a closing bracket than of its opening one.
fn is_unpaired(address: &str, closing: char) -> bool {
    let opening = match closing {
        ')' => '(',
        ']' => '[',
        _ => '{',
    };
    address.matches(closing).count() > address.matches(opening).count()
}

/// The address without the entity (`&nbsp;`) at its end.
fn without_entity(address: &str) -> Option<&str> {
    let name = address.strip_suffix(';')?;
    let before = name.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    before
        .strip_suffix('&')
        .filter(|_| before.len() < name.len())
}

/// Whether a forge finds an address of just this length in its Markdown: `before` and
/// `after` are what stands on its line before and behind it.
pub(super) fn is_found_alike(before: &str, address: &str, after: &str, sort: Sort) -> bool {
    let opens = |c: char| c.is_ascii_whitespace() || matches!(c, '*' | '_' | '~' | '(');
    let previous = before.chars().next_back();
    let is_open = match sort {
        Sort::Www => previous.is_none_or(opens),
        // A letter beyond ASCII does not keep a forge from reading on behind it.
        Sort::Whole | Sort::Mail => previous.is_none_or(|c| c.is_ascii() || c == '\u{a0}'),
    };
    // Where a bracket is open, readers differ.
    let open = before.matches('[').count() > before.matches(']').count();
    // Marks beside an address would be read in another way beside `<` and `>`.
    let mark = ['*', '_', '~'];
    let marked = before.ends_with(mark) || after.starts_with(mark);
    let bracketed = open && !marked || after.starts_with(']');
    let ascii_end = |c: char| c.is_ascii_whitespace() || c == '<';
    // No address goes on behind a blank.
    let blank = after.find(|c: char| c.is_ascii_whitespace());
    let after = &after[..blank.map_or(after.len(), |at| at + 1)];
    let text = format!("{address}{after}");
    let end = match sort {
        Sort::Mail => find_bare(&text).first().map_or(0, |bare| bare.range.end),
        _ => end_of(&text, 0, ascii_end),
    };
    is_open && !bracketed && end == address.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        find_bare(text)
            .into_iter()
            .map(|bare| &text[bare.range])
            .collect()
    }

    /// The examples of the extension's specification, 6.9.
    #[test]
    fn the_specification_has_it_so() {
        for (text, address) in [
            ("www.commonmark.org", "www.commonmark.org"),
            (
                "Visit www.commonmark.org/help for more",
                "www.commonmark.org/help",
            ),
            ("Visit www.commonmark.org.", "www.commonmark.org"),
            ("Visit www.commonmark.org/a.b.", "www.commonmark.org/a.b"),
            (
                "www.google.com/search?q=Markup+(business)",
                "www.google.com/search?q=Markup+(business)",
            ),
            (
                "www.google.com/search?q=Markup+(business)))",
                "www.google.com/search?q=Markup+(business)",
            ),
            (
                "(www.google.com/search?q=Markup+(business))",
                "www.google.com/search?q=Markup+(business)",
            ),
            (
                "(www.google.com/search?q=Markup+(business)",
                "www.google.com/search?q=Markup+(business)",
            ),
            (
                "www.google.com/search?q=(business))+ok",
                "www.google.com/search?q=(business))+ok",
            ),
            (
                "www.google.com/search?q=commonmark&hl=en",
                "www.google.com/search?q=commonmark&hl=en",
            ),
            (
                "www.google.com/search?q=commonmark&hl;",
                "www.google.com/search?q=commonmark",
            ),
            ("www.commonmark.org/he<lp", "www.commonmark.org/he"),
            ("http://commonmark.org", "http://commonmark.org"),
            (
                "(Visit https://encrypted.google.com/search?q=Markup+(business))",
                "https://encrypted.google.com/search?q=Markup+(business)",
            ),
            ("foo@bar.baz", "foo@bar.baz"),
            (
                "hello@mail+xyz.example isn't valid, but hello+xyz@mail.example is.",
                "hello+xyz@mail.example",
            ),
            ("a.b-c_d@a.b", "a.b-c_d@a.b"),
            ("a.b-c_d@a.b.", "a.b-c_d@a.b"),
            ("mailto:foo@bar.baz", "mailto:foo@bar.baz"),
            ("mailto:a.b-c_d@a.b.", "mailto:a.b-c_d@a.b"),
        ] {
            assert_eq!(found(text), [address], "{text}");
        }
        for none in ["a.b-c_d@a.b-", "a.b-c_d@a.b_", "hello@mail+xyz.example"] {
            assert_eq!(found(none), Vec::<&str>::new(), "{none}");
        }
    }

    #[test]
    fn words_and_marks_around_it_are_no_part_of_it() {
        for (text, addresses) in [
            ("l'https://a.ca/b, puis", &["https://a.ca/b"][..]),
            ("«\u{a0}https://a.ca\u{a0}» et", &["https://a.ca"]),
            ("«https://a.ca»", &["https://a.ca"]),
            ("“www.a.ca”", &["www.a.ca"]),
            ("see https://a.ca—it is", &["https://a.ca"]),
            ("[https://a.ca]", &["https://a.ca"]),
            (
                "Voir HTTPS://A.CA\u{a0}: x@y.ca; z@y.ca",
                &["HTTPS://A.CA", "x@y.ca", "z@y.ca"],
            ),
            ("https://a.ca/?to=x@y.ca", &["https://a.ca/?to=x@y.ca"]),
            ("http://localhost:8080/a", &["http://localhost:8080/a"]),
            ("https://québec.example/é", &["https://québec.example/é"]),
        ] {
            assert_eq!(found(text), addresses, "{text}");
        }
    }

    #[test]
    fn what_is_no_address_stays_text() {
        for text in [
            "https://",
            "https:// a.ca",
            "https://…",
            "www.",
            "www.…",
            "awww.a.ca",
            "@bimemo",
            "x@y",
            "rené@a.ca",
            "élise@a.ca",
            "a@b@c.ca",
            "ftp://a.ca",
            "javascript://a.ca",
            "p.m. 10:30",
            "x@a..ca",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn a_forge_is_asked_where_it_ends() {
        let alike = |before, address, after, sort| is_found_alike(before, address, after, sort);
        assert!(alike("At ", "https://a.ca", ". Then", Sort::Whole));
        assert!(alike("(", "www.a.ca", "), so", Sort::Www));
        assert!(alike("", "x@y.ca", "", Sort::Mail));
        assert!(!alike("à ", "https://a.ca", "\u{a0}: b", Sort::Whole));
        assert!(!alike("«\u{a0}", "www.a.ca", " b", Sort::Www));
        assert!(!alike("", "https://a.ca", "—it", Sort::Whole));
        assert!(!alike("[", "https://a.ca", "]", Sort::Whole));
    }
}
