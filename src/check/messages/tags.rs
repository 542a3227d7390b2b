//! HTML elements that differ.

use super::html::is_block;
use super::scope::Scope;
use crate::diagnostic::Diagnostic;
use crate::document::markdown::{Reading, Sort};
use crate::lang::Lang;

crate::diagnostic::codes! {
    TAG_MISMATCH = "L063", "tag-mismatch", Warning comment;
}

pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    for pair in scope.pairs() {
        let Some((en, fr)) = pair.usual() else {
            continue;
        };
        let (en, fr) = (tags(en), tags(fr));
        if elements(&en) == elements(&fr) {
            continue;
        }
        let wording = TAG_MISMATCH.say(
            "differ",
            given!(id = pair.en.name(), en = shown(&en), fr = shown(&fr)),
        );
        out.push(pair.finding(Lang::Fr, wording));
    }
}

/// Tags as a message shows them.
fn shown(tags: &[String]) -> String {
    if tags.is_empty() {
        return TAG_MISMATCH.words("none", &[]);
    }
    let tags: Vec<String> = tags.iter().map(|tag| format!("`<{tag}>`")).collect();
    tags.join(" ")
}

/// The elements: what nothing closes is a word in angle brackets, which each language has
/// for itself, or is alone in both.
fn elements(tags: &[String]) -> Vec<&str> {
    let is_closed = |name: &str| tags.iter().any(|it| it.strip_prefix('/') == Some(name));
    let named = |tag: &str| tag.starts_with('/') || is_closed(tag);
    let names = tags.iter().map(String::as_str);
    let mut elements: Vec<&str> = names.map(|tag| if named(tag) { tag } else { "" }).collect();
    elements.sort_unstable();
    elements
}

/// The names of the elements that begin or end, in order. Those that documents take are
/// marks, the others are printed.
fn tags(reading: &Reading) -> Vec<String> {
    let mut tags: Vec<String> = reading
        .text
        .match_indices('<')
        .filter(|(at, _)| !matches!(reading.sort(*at), Sort::Code | Sort::Address))
        .filter_map(|(at, _)| name(reading.text.get(at + 1..)?))
        // Where lines break is a matter of their lengths.
        .filter(|name| name != "br")
        .collect();
    tags.sort();
    // Whole blocks are compared as blocks.
    let count = |tags: &[String], name: &str| tags.iter().filter(|it| *it == name).count();
    let is_whole =
        |name: &str| is_block(name) && count(&tags, name) == count(&tags, &format!("/{name}"));
    let left = tags
        .iter()
        .filter(|tag| !is_whole(tag.trim_start_matches('/')));
    left.cloned().collect()
}

/// The name of the element that a text begins with behind its `<`: `/sub`.
fn name(text: &str) -> Option<String> {
    let inside = text.get(..text.find(['>', '\n'])?)?;
    let is_mail = inside.contains('@') && !inside.contains(' ');
    if is_mail || inside.contains("://") && !inside.contains('=') {
        return None;
    }
    let (slash, rest) = match inside.strip_prefix('/') {
        Some(rest) => ("/", rest),
        None => ("", inside),
    };
    let letters = |letter: char| !letter.is_ascii_alphanumeric();
    let name = rest.split(letters).next().unwrap_or_default();
    let is_name = name.starts_with(|letter: char| letter.is_ascii_alphabetic());
    is_name.then(|| format!("{slash}{}", name.to_ascii_lowercase()))
}
