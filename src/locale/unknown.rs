//! Names that mean nothing: what was meant by them. Every kind of name is looked for
//! where it was written and where it may have been meant: facts, messages, terms.

use super::args::Args;
use super::lookup::PatternFault;
use super::one_language::Locale;
use super::syntax::{outermost, template_value};
use crate::locale::codes;
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

const LITERAL_OPEN: &str = "a brace that is to be printed is written `{\"{\"}`";

/// A message that is not there.
pub(super) fn unknown_message<'s>(
    locale: &Locale,
    id: &'s str,
    around: &Around<'s, '_>,
) -> PatternFault<'s> {
    if let Some(fault) = in_template_braces(id, around) {
        return fault;
    }
    let nowhere = if locale.other_has_message(id) {
        format!(" in {}", locale.language_name())
    } else {
        String::new()
    };
    let fault = PatternFault::new(
        &codes::UNKNOWN_MESSAGE,
        id,
        format!("there is no message `{id}`{nowhere}"),
    );
    let fault = match (meant_fact(id, around), locale.term_entry(id)) {
        (Some(fact), _) => fault.hint(format!("did you mean `${fact}`?")),
        (None, Some(_)) => fault.hint(format!("a term is written with a hyphen: `{{ -{id} }}`")),
        (None, None) => {
            let fault = fault.nearest(id, "", locale.message_ids());
            if fault.hints.is_empty() {
                with_family(fault, locale, id)
            } else {
                fault
            }
        }
    };
    match around.node {
        Some(node) => fault.hint(words_instead(node)),
        None if fault.hints.is_empty() => fault
            .hint(format!("a fact is written with `$`: `{{ ${id} }}`"))
            .hint(LITERAL_OPEN),
        None => fault,
    }
}

/// A term that is not there.
pub(super) fn unknown_term<'s>(
    locale: &Locale,
    id: &'s str,
    around: &Around<'s, '_>,
) -> PatternFault<'s> {
    let fault = PatternFault::new(
        &codes::UNKNOWN_TERM,
        id,
        format!("there is no term `-{id}` in {}", locale.language_name()),
    )
    .sigil(1)
    .nearest(id, "-", locale.term_ids());
    if locale.message_entry(id).is_some() {
        return fault.hint(format!(
            "a message is written without a hyphen: `{{ {id} }}`"
        ));
    }
    match meant_fact(id, around) {
        Some(fact) if fault.hints.is_empty() => {
            fault.hint(format!("a fact is written with `$`: `{{ ${fact} }}`"))
        }
        _ if fault.hints.is_empty() => {
            let terms: BTreeSet<&str> = locale.term_ids().collect();
            listed(fault, "-", &terms).unwrap_or_else(|fault| {
                fault.hint(format!(
                    "add `-{id} = …` to the `.ftl` files of both languages, or write the words"
                ))
            })
        }
        _ => fault,
    }
}

/// A fact that is not there.
pub(super) fn unknown_fact<'s>(
    locale: &Locale,
    name: &'s str,
    args: &Args<'_>,
) -> PatternFault<'s> {
    let fault = PatternFault::new(
        &codes::UNKNOWN_FACT,
        name,
        format!("there is no fact `{name}`"),
    )
    .sigil(1)
    .nearest(name, "$", args.names());
    if !fault.hints.is_empty() {
        return fault;
    }
    if locale.message_entry(name).is_some() {
        return fault.hint(format!("a message is written without `$`: `{{ {name} }}`"));
    }
    if locale.term_entry(name).is_some() {
        return fault.hint(format!("a term is written with a hyphen: `{{ -{name} }}`"));
    }
    let names: BTreeSet<&str> = args.names().collect();
    if names.is_empty() {
        return fault.hint(format!("add `facts:` with `{name}:` to the memo"));
    }
    listed(fault, "", &names)
        .unwrap_or_else(|fault| fault.hint(format!("add `{name}:` to the memo's `facts:`")))
}

/// `{{ name }}`, which is Fluent, and means nothing where no message has the name.
fn in_template_braces<'s>(id: &'s str, around: &Around<'s, '_>) -> Option<PatternFault<'s>> {
    let source = around.source?;
    let at = super::slices::offset_range(source, id).start;
    let line = source[..at].rfind('\n').map_or(0, |end| end + 1);
    let range = outermost(source, line, at)?;
    let text = source.get(range.clone())?;
    let core = text.strip_prefix("{{")?.strip_suffix("}}")?.trim();
    let core = core.split('.').next().unwrap_or(core);
    if core != id {
        return None;
    }
    let explained = template_value(text, range);
    let fault = PatternFault::new(explained.code, text, explained.message);
    Some(fault.hint(match meant_fact(id, around) {
        Some(fact) => format!("write `{{ ${fact} }}`"),
        None => format!("a fact of the memo is written with `$`: `{{ ${id} }}`"),
    }))
}

/// The fact that a name without `$` means: of that name, or of one that is near.
fn meant_fact<'a>(name: &str, around: &Around<'_, 'a>) -> Option<&'a str> {
    let args = around.args?;
    args.names()
        .find(|fact| *fact == name)
        .or_else(|| crate::diagnostic::nearest(name, args.names()))
}

/// The fault with the messages of one family, whose ids begin with the same word:
/// `role-…`.
fn with_family<'s>(fault: PatternFault<'s>, locale: &Locale, id: &str) -> PatternFault<'s> {
    let Some((family, _)) = id.split_once('-') else {
        return fault;
    };
    let ids: BTreeSet<&str> = locale.ids(&format!("{family}-")).into_iter().collect();
    listed(fault, "", &ids).unwrap_or_else(|fault| fault)
}

/// The fault with a list of what there is; the fault itself where that is nothing, or
/// too much to be read.
fn listed<'s>(
    fault: PatternFault<'s>,
    sigil: &str,
    names: &BTreeSet<&str>,
) -> Result<PatternFault<'s>, PatternFault<'s>> {
    if names.is_empty() || names.len() > LISTED {
        return Err(fault);
    }
    let names: Vec<String> = names
        .iter()
        .map(|name| format!("`{sigil}{name}`"))
        .collect();
    Ok(fault.hint(format!("there are: {}", names.join(", "))))
}

/// What can stand in a memo's node in place of a message.
fn words_instead(node: &NodePath) -> String {
    let mut keys = node.steps().iter().rev().filter_map(|step| match step {
        PathStep::Key(key) if key != "message" => Some(key.as_str()),
        _ => None,
    });
    let key = keys.next().unwrap_or("text");
    format!("or write the words themselves: `{key}: {{ en: …, fr: … }}`")
}
