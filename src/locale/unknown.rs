//! Names that mean nothing: what was meant by them. Every kind of name is looked for
//! where it was written and where it may have been meant: facts, messages, terms.

use super::args::Args;
use super::lookup::PatternFault;
use super::one_language::Locale;
use super::slices::offset_range;
use super::syntax::{outermost, quoted};
use crate::diagnostic::nearest;
use crate::locale::codes::{TEMPLATE_BRACES, UNKNOWN_FACT, UNKNOWN_MESSAGE, UNKNOWN_TERM};
use crate::memo::NodePath;
use crate::memo::path::PathStep;
use std::collections::BTreeSet;

/// What stands around a name.
#[derive(Clone, Copy, Default)]
pub(super) struct Around<'s, 'a> {
    /// The source that the name is a slice of; nothing where no pattern has it.
    pub source: Option<&'s str>,
    /// What `$name` can mean, where that is known.
    pub args: Option<&'a Args<'a>>,
    /// The node of a memo that names a message, where one does.
    pub node: Option<&'a NodePath>,
}

/// Up to so many names are listed.
const LISTED: usize = 12;

/// A message that is not there.
pub(super) fn unknown_message<'s>(
    locale: &Locale,
    id: &'s str,
    around: &Around<'s, '_>,
) -> PatternFault<'s> {
    if let Some(fault) = in_template_braces(id, around) {
        return fault;
    }
    let lacking = Some(locale.lang()).filter(|_| locale.other_has_message(id));
    let fact = meant_fact(id, around).map(|fact| format!("${fact}"));
    let is_term = fact.is_none() && locale.term_entry(id).is_some();
    let message = || nearest(id, locale.message_ids()).map(str::to_owned);
    let near = fact.or_else(|| if is_term { None } else { message() });
    let family = id.split_once('-').filter(|_| near.is_none() && !is_term);
    let names = family.and_then(|(family, _)| {
        let ids = locale.ids(&format!("{family}-")).into_iter().collect();
        listed("", &ids)
    });
    let key = around.node.map(key_of_words);
    let hint = first_of([
        (near.is_some(), "near"),
        (is_term, "term"),
        (names.is_some(), "names"),
        (key.is_some(), "none"),
        (true, "fact"),
    ]);
    let wording = UNKNOWN_MESSAGE.say("unknown", given!(id, lacking, hint, near, names, key));
    PatternFault::new((id, 0), wording)
}

/// A term that is not there.
pub(super) fn unknown_term<'s>(
    locale: &Locale,
    id: &'s str,
    around: &Around<'s, '_>,
) -> PatternFault<'s> {
    let terms: BTreeSet<&str> = locale.term_ids().collect();
    let near = nearest(id, terms.iter().copied());
    let fact = meant_fact(id, around);
    let names = listed("-", &terms);
    let hint = first_of([
        (locale.message_entry(id).is_some(), "message"),
        (near.is_some(), "none"),
        (fact.is_some(), "fact"),
        (names.is_some(), "names"),
        (true, "new"),
    ]);
    let wording = UNKNOWN_TERM.say(
        "unknown",
        given!(id, lang = locale.lang(), near, hint, fact, names),
    );
    PatternFault::new((id, 1), wording)
}

/// A fact that is not there.
pub(super) fn unknown_fact<'s>(
    locale: &Locale,
    name: &'s str,
    args: &Args<'_>,
) -> PatternFault<'s> {
    let facts: BTreeSet<&str> = args.names().collect();
    let near = nearest(name, facts.iter().copied());
    let names = listed("", &facts);
    let hint = first_of([
        (near.is_some(), "near"),
        (locale.message_entry(name).is_some(), "message"),
        (locale.term_entry(name).is_some(), "term"),
        (names.is_some(), "names"),
        (facts.is_empty(), "first"),
        (true, "new"),
    ]);
    let wording = UNKNOWN_FACT.say("unknown", given!(name, hint, near, names));
    PatternFault::new((name, 1), wording)
}

/// `{{ name }}`, which is Fluent, and means nothing where no message has the name.
fn in_template_braces<'s>(id: &'s str, around: &Around<'s, '_>) -> Option<PatternFault<'s>> {
    let source = around.source?;
    let at = offset_range(source, id).start;
    let line = source[..at].rfind('\n').map_or(0, |end| end + 1);
    let range = outermost(source, line, at)?;
    let text = source.get(range)?;
    let core = text.strip_prefix("{{")?.strip_suffix("}}")?.trim();
    let core = core.split('.').next().unwrap_or(core);
    if core != id {
        return None;
    }
    let (fact, quoted) = (meant_fact(id, around), quoted(text));
    let wording = match &fact {
        Some(fact) => TEMPLATE_BRACES.say("fact", given!(text = quoted, name = fact)),
        None => TEMPLATE_BRACES.say("no-fact", given!(text = quoted, name = id)),
    };
    Some(PatternFault::new((text, 0), wording))
}

/// The fact that a name without `$` means: of that name, or of one that is near.
fn meant_fact<'a>(name: &str, around: &Around<'_, 'a>) -> Option<&'a str> {
    let args = around.args?;
    args.names()
        .find(|fact| *fact == name)
        .or_else(|| nearest(name, args.names()))
}

/// The first hint that fits.
fn first_of<const N: usize>(hints: [(bool, &'static str); N]) -> &'static str {
    let fitting = hints.into_iter().find(|(fits, _)| *fits);
    fitting.map_or("", |(_, hint)| hint)
}

/// A list of what there is; none where that is nothing, or too much to be read.
fn listed(sigil: &str, names: &BTreeSet<&str>) -> Option<String> {
    let quoted = names.iter().map(|name| format!("`{sigil}{name}`"));
    let quoted: Vec<String> = quoted.collect();
    (1..=LISTED)
        .contains(&quoted.len())
        .then(|| quoted.join(", "))
}

/// The key of a memo under which words can stand in place of a message.
fn key_of_words(node: &NodePath) -> String {
    let mut keys = node.steps().iter().rev().filter_map(|step| match step {
        PathStep::Key(key) if &**key != "message" => Some(key.as_ref()),
        _ => None,
    });
    keys.next().unwrap_or("text").to_owned()
}
