//! Braces that hold no Fluent: words that somebody means to replace, and what other
//! programs put there.

use super::Explained;
use crate::locale::braces::Braces;
use crate::locale::codes::{TEMPLATE_BRACES, WORDS_IN_BRACES};
use std::ops::Range;

/// How many letters of a placeable a message quotes.
const QUOTED: usize = 40;

/// The outermost placeable, braces and all, that the byte `at` stands in; the search
/// begins at the byte `from`, outside of all of them.
pub(in crate::locale) fn outermost(source: &str, from: usize, at: usize) -> Option<Range<usize>> {
    let bytes = source.as_bytes();
    let mut braces = Braces::default();
    let mut start = from;
    for (here, &byte) in bytes.iter().enumerate().skip(from) {
        let before = braces.depth();
        braces.read(here, byte, bytes.get(here + 1).copied());
        match (before, braces.depth()) {
            (0, 1) if here > at => return None,
            (0, 1) => start = here,
            (1, 0) if here >= at => return Some(start..here + 1),
            _ => {}
        }
    }
    None
}

/// Explains what cannot be read at `at` where it stands in braces that nobody meant for
/// Fluent.
pub(in crate::locale) fn explain_foreign(
    source: &str,
    from: usize,
    at: usize,
) -> Option<Explained> {
    let range = outermost(source, from, at)?;
    let text = source.get(range.clone())?;
    let inner = text.get(1..text.len() - 1)?;
    if inner.starts_with(['%', '#', '<']) || inner.starts_with("{%") || inner.starts_with("{<") {
        let wording = TEMPLATE_BRACES.say("tag", given!(text = quoted(text)));
        return Some(Explained::new(range, wording));
    }
    let core = inside_of_two(inner);
    let name = leading_name(core.unwrap_or_default());
    let rest = core.map_or("", |core| core[name.len()..].trim_start());
    if !name.is_empty() && (rest.is_empty() || rest.starts_with(['|', '.', '(', '[', ':', '?'])) {
        let wording = TEMPLATE_BRACES.say("name", given!(text = quoted(text), name));
        return Some(Explained::new(range, wording));
    }
    let wording = || WORDS_IN_BRACES.say("words", given!(text = quoted(text)));
    is_words(core.unwrap_or(inner)).then(|| Explained::new(range, wording()))
}

/// What stands in a second pair of braces directly inside the first, without the signs
/// by which templates trim.
fn inside_of_two(inner: &str) -> Option<&str> {
    let core = inner.strip_prefix('{')?.strip_suffix('}')?;
    Some(core.trim_matches(['-', '~']).trim())
}

fn leading_name(text: &str) -> &str {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    let end = text.find(|letter| !is_part(letter)).unwrap_or(text.len());
    let name = &text[..end];
    if name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        name
    } else {
        ""
    }
}

/// Whether braces hold words: nothing of Fluent's stands between them.
fn is_words(inner: &str) -> bool {
    let inner = inner.trim();
    let begins = |first: char| first.is_alphanumeric() || matches!(first, '[' | '_' | '.' | '…');
    // A function's name is in capitals.
    let call = inner.find('(').is_some_and(|at| {
        let name = inner[..at].trim_end();
        !name.contains(' ') && !name.contains(char::is_lowercase)
    });
    inner.starts_with(begins) && !call && !inner.contains(['$', '"']) && !inner.contains("->")
}

/// The text on one line, cut off where it is long.
pub(in crate::locale) fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= QUOTED {
        return line;
    }
    let cut: String = line.chars().take(QUOTED).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_of_others_are_told_from_fluents() {
        for (text, code) in [
            ("a {your name} b", "L018"),
            ("{Prénom et nom}", "L018"),
            ("{[name]}", "L018"),
            ("{nom (titre)}", "L018"),
            ("{ 2 days }", "L018"),
            ("{{your name}}", "L018"),
            ("{{ x | upper }}", "L019"),
            ("{{- memo.subject }}", "L019"),
            ("{% if x %}", "L019"),
            ("{{< ref \"x\" >}}", "L019"),
            ("{# note #}", "L019"),
            ("{ $amount dollars }", ""),
            ("{ NUMBER (n) }", ""),
            ("{ -term x }", ""),
            ("{ \"x }", ""),
        ] {
            let at = text.find('{').unwrap_or_default() + 2;
            let found =
                explain_foreign(text, 0, at).map_or("", |explained| explained.finding.code.id);
            assert_eq!(found, code, "{text}");
        }
    }
}
