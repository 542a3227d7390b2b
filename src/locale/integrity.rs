//! The check of resources at load: references to what there is not, circles,
//! calls that cannot work, messages beyond what Fluent's own libraries print.

use super::args::Args;
use super::catalog::{Catalog, CatalogEntry};
use super::functions;
use super::lookup::{
    PatternFault, ReferenceTarget, find_message, find_term, name_of, unescape, visit_pattern,
};
use super::one_language::Locale;
use super::slices::Pattern;
use super::unknown::Around;
use crate::diagnostic::Diagnostic;
use crate::locale::codes;
use fluent_syntax::ast::InlineExpression;
use std::collections::BTreeSet;

/// How many placeables Fluent's own resolvers print in one message.
const FLUENT_PLACEABLES: usize = 100;

/// Checks every entry of a catalog; `locale` tells what there is to refer to, and `args`
/// what a name may have been meant for.
pub(super) fn check_references(
    catalog: &Catalog,
    locale: &Locale,
    args: &Args<'_>,
) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for entry in catalog.entries() {
        for pattern in patterns(&entry) {
            check_pattern(&entry, pattern, (locale, args), &mut diagnostics);
        }
    }
    diagnostics.extend(check_cycles(catalog, locale));
    diagnostics
}

fn patterns<'a>(entry: &CatalogEntry<'a>) -> impl Iterator<Item = &'a Pattern<'a>> {
    let attributes = entry.attributes.iter().map(|attribute| &attribute.value);
    entry.value.into_iter().chain(attributes)
}

fn check_pattern(
    entry: &CatalogEntry<'_>,
    pattern: &Pattern<'_>,
    (locale, args): (&Locale, &Args<'_>),
    diagnostics: &mut Vec<Diagnostic>,
) {
    let around = Around {
        source: Some(entry.loaded.text()),
        args: Some(args),
        node: None,
    };
    let mut placeables = 0;
    visit_pattern(pattern, &mut |inline| {
        placeables += 1;
        let faults = match inline {
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|attribute| attribute.name);
                find_message(locale, id.name, attribute, &around)
                    .err()
                    .into_iter()
                    .collect()
            }
            InlineExpression::TermReference { id, attribute, .. } => {
                let attribute = attribute.as_ref().map(|attribute| attribute.name);
                find_term(locale, id.name, attribute, &around)
                    .err()
                    .into_iter()
                    .collect()
            }
            InlineExpression::FunctionReference { id, arguments } => {
                functions::check_call(id.name, arguments)
            }
            InlineExpression::StringLiteral { value } => {
                unescape(value).err().into_iter().collect()
            }
            _ => Vec::new(),
        };
        for fault in faults {
            diagnostics.push(place(entry, fault, locale));
        }
    });
    if placeables > FLUENT_PLACEABLES {
        let fault = PatternFault::new(
            &codes::TOO_MANY_PLACEABLES,
            entry.id,
            format!("`{}` has {placeables} placeables", entry.written_id()),
        )
        .hint("translators' tools stop at 100: split the message");
        diagnostics.push(place(entry, fault, locale));
    }
}

fn place(entry: &CatalogEntry<'_>, fault: PatternFault<'_>, locale: &Locale) -> Diagnostic {
    let range = entry.loaded.range_of(fault.slice);
    let span = entry
        .loaded
        .span(range.start.saturating_sub(fault.sigil)..range.end);
    let mut diagnostic = Diagnostic::new(fault.code, span, fault.message).lang(locale.lang());
    diagnostic.hints = fault.hints;
    diagnostic
}

/// A reference from one pattern to another.
struct Edge<'a> {
    name: String,
    target: ReferenceTarget<'a>,
    slice: &'a str,
}

/// Where the search is in one pattern.
struct Step<'a> {
    name: String,
    entry: CatalogEntry<'a>,
    edges: std::vec::IntoIter<Edge<'a>>,
}

impl<'a> Step<'a> {
    fn new(name: String, target: ReferenceTarget<'a>, locale: &'a Locale) -> Step<'a> {
        let around = Around::default();
        let mut edges = Vec::new();
        visit_pattern(target.pattern, &mut |inline| {
            let (found, name, slice) = match inline {
                InlineExpression::MessageReference { id, attribute } => {
                    let attribute = attribute.as_ref().map(|attribute| attribute.name);
                    let name = name_of(id.name, attribute, false);
                    (
                        find_message(locale, id.name, attribute, &around),
                        name,
                        id.name,
                    )
                }
                InlineExpression::TermReference { id, attribute, .. } => {
                    let attribute = attribute.as_ref().map(|attribute| attribute.name);
                    let name = name_of(id.name, attribute, true);
                    (
                        find_term(locale, id.name, attribute, &around),
                        name,
                        id.name,
                    )
                }
                _ => return,
            };
            if let Ok(target) = found {
                edges.push(Edge {
                    name,
                    target,
                    slice,
                });
            }
        });
        Step {
            name,
            entry: target.entry,
            edges: edges.into_iter(),
        }
    }
}

/// Finds circles by walking depth first from every pattern of the catalog; each is
/// reported once, where it closes.
fn check_cycles(catalog: &Catalog, locale: &Locale) -> Vec<Diagnostic> {
    let mut done: BTreeSet<String> = BTreeSet::new();
    let mut diagnostics = Vec::new();
    for entry in catalog.entries() {
        let attributes = entry.attributes.iter().map(|attribute| {
            let name = name_of(entry.id, Some(attribute.id.name), entry.is_term);
            (name, &attribute.value)
        });
        let value = entry
            .value
            .map(|value| (name_of(entry.id, None, entry.is_term), value));
        for (name, pattern) in value.into_iter().chain(attributes) {
            let target = ReferenceTarget { entry, pattern };
            let start = Step::new(name, target, locale);
            walk(start, locale, &mut done, &mut diagnostics);
        }
    }
    diagnostics
}

fn walk<'a>(
    start: Step<'a>,
    locale: &'a Locale,
    done: &mut BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    if done.contains(&start.name) {
        return;
    }
    let mut path = vec![start];
    while let Some(step) = path.last_mut() {
        let Some(edge) = step.edges.next() else {
            done.insert(std::mem::take(&mut step.name));
            path.pop();
            continue;
        };
        if done.contains(&edge.name) {
            continue;
        }
        let entry = step.entry;
        if let Some(at) = path.iter().position(|step| step.name == edge.name) {
            let mut circle: Vec<&str> = path[at..].iter().map(|step| step.name.as_str()).collect();
            circle.push(&edge.name);
            let sigil = usize::from(edge.name.starts_with('-'));
            let fault = PatternFault::new(
                &codes::CYCLIC_REFERENCE,
                edge.slice,
                format!("`{}` refers to itself", edge.name),
            )
            .sigil(sigil)
            .hint(format!(
                "remove one of the references: {}",
                circle.join(" → ")
            ));
            diagnostics.push(place(&entry, fault, locale));
        } else {
            path.push(Step::new(edge.name, edge.target, locale));
        }
    }
}
