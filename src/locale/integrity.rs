//! The check of resources at load: references to what there is not, circles,
//! calls that cannot work, messages beyond what Fluent's own libraries print.

use super::args::Args;
use super::catalog::{Catalog, CatalogEntry};
use super::functions;
use super::lookup::{
    PatternFault, PatternReference, ReferenceTarget, name_of, unescape, visit_pattern,
};
use super::one_language::Locale;
use super::slices::Pattern;
use super::unknown::Around;
use crate::diagnostic::Diagnostic;
use crate::locale::codes::{CYCLIC_REFERENCE, TOO_MANY_PLACEABLES};
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
        for pattern in entry.patterns() {
            check_pattern(&entry, pattern, (locale, args), &mut diagnostics);
        }
    }
    diagnostics.extend(check_cycles(catalog, locale));
    diagnostics
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
    let mut placeables: usize = 0;
    visit_pattern(pattern, &mut |inline| {
        placeables += 1;
        let faults = match inline {
            InlineExpression::FunctionReference { id, arguments } => {
                functions::check_call(id.name, arguments)
            }
            InlineExpression::StringLiteral { value } => {
                unescape(value).err().into_iter().collect()
            }
            inline => {
                let found = PatternReference::of(inline).map(|it| it.find(locale, &around));
                found.and_then(Result::err).into_iter().collect()
            }
        };
        diagnostics.extend(faults.into_iter().map(|fault| entry.loaded.finding(fault)));
    });
    if placeables > FLUENT_PLACEABLES {
        let id = entry.written_id();
        let wording = TOO_MANY_PLACEABLES.say("many", given!(id, count = placeables));
        let fault = PatternFault::new((entry.id, 0), wording);
        diagnostics.push(entry.loaded.finding(fault));
    }
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
            if let Some(reference) = PatternReference::of(inline)
                && let Ok(target) = reference.find(locale, &around)
            {
                edges.push(Edge {
                    name: reference.name(),
                    target,
                    slice: reference.id,
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
        let names = entry
            .attributes
            .iter()
            .map(|attribute| Some(attribute.id.name));
        let names = entry.value.map(|_| None).into_iter().chain(names);
        for (attribute, pattern) in names.zip(entry.patterns()) {
            let name = name_of(entry.id, attribute, entry.is_term);
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
            let circle = circle.join(" → ");
            let wording = CYCLIC_REFERENCE.say("circle", given!(name = edge.name, circle));
            let fault = PatternFault::new((edge.slice, sigil), wording);
            diagnostics.push(entry.loaded.finding(fault));
        } else {
            path.push(Step::new(edge.name, edge.target, locale));
        }
    }
}
