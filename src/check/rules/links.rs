//! Links: their number, where they lead, and references inside the document.

use super::emails::mailboxes;
use super::hosts::KnownHosts;
use super::scope::{Scope, Told};
use crate::check::links::{Target, fit, language_of, target};
use crate::check::outline::Text;
use crate::check::pairing::{Comparison, Mark, Pair, language};
use crate::check::passage::LinkUse;
use crate::check::rules::emails::EMAIL_MISMATCH;
use crate::check::rules::telephones::PHONE_MISMATCH;
use crate::diagnostic::{Code, Diagnostic, Severity, edit_distance};
use crate::document::{Document, Section};
use crate::lang::Lang;
use crate::language::lexicon::{Hosts, Mailboxes};
use crate::language::read::Value;

crate::diagnostic::codes! {
    LINK_COUNT_MISMATCH = "P040", "link-count-mismatch", Error;
    LINK_TARGET_MISMATCH = "P041", "link-target-mismatch", Warning;
    CROSS_REFERENCE_MISMATCH = "P062", "cross-reference-mismatch", Error;
}

/// A link with its text.
type Use<'n, 'd> = (&'n Text<'d>, &'n LinkUse<'d>);

/// Finds links that differ.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    out.extend_from_slice(&told(scope).0);
}

/// The findings, and how many links of sections and footnotes agree and how many do not.
pub(super) fn told<'s>(scope: &'s Scope<'_, '_>) -> &'s Told<(usize, usize)> {
    scope
        .links
        .get_or_init(|| find(scope.comparison, scope.hosts()))
}

fn find(comparison: &Comparison<'_, '_>, hosts: &KnownHosts) -> Told<(usize, usize)> {
    let mut out = Vec::new();
    let (mut agree, mut others) = (0, 0);
    for pair in &comparison.pairs {
        let mut en = uses(pair.side(Lang::En));
        let mut fr = uses(pair.side(Lang::Fr));
        for wanted in [3, 2, 1] {
            join(&mut en, &mut fr, wanted, |en, fr| {
                let finding = compare(comparison, hosts, en, fr, wanted);
                agree += usize::from(pair.body && finding.is_none());
                others += usize::from(pair.body && finding.is_some());
                out.extend(finding);
            });
        }
        if pair.body {
            others += en.len() + fr.len();
        }
        for (has, left) in [(Lang::En, en), (Lang::Fr, fr)] {
            for link in left {
                out.extend(lone(comparison, pair, has, link));
            }
        }
    }
    (out, (agree, others))
}

/// The links of texts. A telephone number that the words say is compared as such.
fn uses<'n, 'd>(texts: &[&'n Text<'d>]) -> Vec<Use<'n, 'd>> {
    texts
        .iter()
        .flat_map(|text| text.passage.links.iter().map(move |link| (*text, link)))
        .filter(|usage| !says_its_number(usage))
        .collect()
}

/// Whether a link to a telephone has its number for words.
fn says_its_number((text, link): &Use<'_, '_>) -> bool {
    let Target::Phone(uri) = target(link.href) else {
        return false;
    };
    text.values.iter().any(|said| match &said.kind.value {
        Value::Phone(digits) => {
            said.range.start >= link.range.start
                && said.range.end <= link.range.end
                && uri.contains(digits.as_str())
        }
        _ => false,
    })
}

/// Takes out the pairs that fit as well as wanted.
fn join<'n, 'd>(
    en: &mut Vec<Use<'n, 'd>>,
    fr: &mut Vec<Use<'n, 'd>>,
    wanted: u8,
    mut found: impl FnMut(Use<'n, 'd>, Use<'n, 'd>),
) {
    en.retain(|left| {
        let at = fr.iter().position(|right| fit(left.1, right.1) >= wanted);
        match at {
            Some(at) => {
                found(*left, fr.remove(at));
                false
            }
            None => true,
        }
    });
}

fn compare(
    comparison: &Comparison<'_, '_>,
    hosts: &KnownHosts,
    en: Use<'_, '_>,
    fr: Use<'_, '_>,
    fits: u8,
) -> Option<Diagnostic> {
    let (left, right) = (en.1, fr.1);
    let (code, severity) = match (target(left.href), target(right.href)) {
        (Target::Anchor(a), Target::Anchor(b)) => {
            if same_section(comparison, a, b) {
                return None;
            }
            (&CROSS_REFERENCE_MISMATCH, Severity::Error)
        }
        _ if fits == 3 => return wrong_language(comparison, en, fr),
        // Addresses that the words say are compared as such.
        (Target::Mail(a), Target::Mail(b)) if says(en, a) && says(fr, b) => return None,
        (Target::Mail(a), Target::Mail(b)) => match mailboxes(comparison, hosts, a, b) {
            Mailboxes::Same => return None,
            Mailboxes::Perhaps => (&EMAIL_MISMATCH, Severity::Warning),
            Mailboxes::Misspelt | Mailboxes::Other => (&EMAIL_MISMATCH, Severity::Error),
        },
        (Target::Phone(_), Target::Phone(_)) => (&PHONE_MISMATCH, Severity::Error),
        _ => match pages(hosts, left.href, right.href) {
            Some(severity) => (&LINK_TARGET_MISMATCH, severity),
            None => return wrong_language(comparison, en, fr),
        },
    };
    let mut finding = at_links(
        comparison,
        code,
        en,
        fr,
        format!(
            "the links lead to different places: {} in English, {} in French",
            left.href, right.href
        ),
    )
    .hint("open both; if they are one page in two languages, silence this with a reason");
    finding.severity = severity;
    Some(finding)
}

/// Whether the words of a link say where it leads.
fn says((text, link): Use<'_, '_>, address: &str) -> bool {
    text.passage.slice(&link.range).contains(address)
}

/// How surely two addresses are two pages; `None` where they may be one page under
/// names in two languages.
fn pages(hosts: &KnownHosts, en: &str, fr: &str) -> Option<Severity> {
    let (Target::Page(host, path), Target::Page(other_host, other)) = (target(en), target(fr))
    else {
        return Some(Severity::Warning);
    };
    let named = language_of(en) == Some(Lang::En) && language_of(fr) == Some(Lang::Fr);
    let one_site =
        !host.is_empty() && (host == other_host || hosts.relation(host, other_host) == Hosts::Pair);
    let slip = is_one_letter_off(last_of(path), last_of(other));
    if !are_alike((en, path), (fr, other)) || (slip && !named) {
        return Some(Severity::Warning);
    }
    // It may be a slip: en/limits, fr/limites.
    if one_site {
        return slip.then_some(Severity::Note);
    }
    // Two hosts that nothing ties: the page of one organization, as a rule.
    let apart = host.is_empty()
        || other_host.is_empty()
        || hosts.relation(host, other_host) == Hosts::Apart
        || is_one_letter_off(host, other_host);
    Some(if named && !apart {
        Severity::Note
    } else {
        Severity::Warning
    })
}

/// Whether the addresses may lead to one page: one depth, the same numbers, and no name
/// of the other language.
fn are_alike((en, path): (&str, &str), (fr, other): (&str, &str)) -> bool {
    let digits = |path: &str| -> Vec<String> {
        path.split(|c: char| !c.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let depth = |path: &str| path.split('/').count();
    depth(path) == depth(other)
        && digits(path) == digits(other)
        && language_of(en) != Some(Lang::Fr)
        && language_of(fr) != Some(Lang::En)
}

/// The last part of a path.
fn last_of(path: &str) -> &str {
    let mut parts = path.rsplit('/');
    parts.find(|part| !part.is_empty()).unwrap_or_default()
}

/// A letter more or less is a slip, not another word.
fn is_one_letter_off(en: &str, fr: &str) -> bool {
    edit_distance(en, fr) == 1
}

/// A link that leads readers to a page in the other language, though its address
/// names the language.
fn wrong_language(
    comparison: &Comparison<'_, '_>,
    en: Use<'_, '_>,
    fr: Use<'_, '_>,
) -> Option<Diagnostic> {
    let wrong = [(en, Lang::En), (fr, Lang::Fr)]
        .into_iter()
        .find(|((_, link), lang)| {
            !link.foreign && language_of(link.href).is_some_and(|other| other != *lang)
        });
    let (_, lang) = wrong?;
    let finding = at_links(
        comparison,
        &LINK_TARGET_MISMATCH,
        en,
        fr,
        format!(
            "the {} links to a page in {}",
            language(lang),
            language(lang.other())
        ),
    );
    Some(
        finding.hint(
            "link to the page's other language; where there is none, silence this with a reason",
        ),
    )
}

fn at_links(
    comparison: &Comparison<'_, '_>,
    code: &'static Code,
    (en_text, en): Use<'_, '_>,
    (fr_text, fr): Use<'_, '_>,
    message: String,
) -> Diagnostic {
    let mut finding = comparison.finding(
        code,
        &Mark::part(en_text, &en.range),
        &Mark::part(fr_text, &fr.range),
        message,
        (
            format!("the English leads to {}", en.href),
            format!("the French leads to {}", fr.href),
        ),
    );
    // The address stands in the link, not in its words.
    let (place, partner) = match comparison.later() {
        Lang::Fr => (fr, en),
        Lang::En => (en, fr),
    };
    finding.span = Some(comparison.finder.of_origin(place.origin));
    if let Some(label) = finding.labels.first_mut() {
        label.span = comparison.finder.of_origin(partner.origin);
    }
    finding
}

fn lone(
    comparison: &Comparison<'_, '_>,
    pair: &Pair<'_, '_>,
    has: Lang,
    (text, link): Use<'_, '_>,
) -> Option<Diagnostic> {
    // An address that the words say is missed as such.
    if let Target::Mail(address) = target(link.href)
        && says((text, link), address)
    {
        return None;
    }
    let mark = Mark::part(text, &link.range);
    let other = Mark::whole(pair.first(has.other())?);
    let (en, fr) = match has {
        Lang::En => (&mark, &other),
        Lang::Fr => (&other, &mark),
    };
    let label = format!("the {} links to {}", language(has), link.href);
    let none = format!("no such link in the {}", language(has.other()));
    let labels = match has {
        Lang::En => (label, none),
        Lang::Fr => (none, label),
    };
    Some(
        comparison
            .finding(
                &LINK_COUNT_MISMATCH,
                en,
                fr,
                format!(
                    "the {} has a link that the {} lacks: {}",
                    language(has),
                    language(has.other()),
                    link.href
                ),
                labels,
            )
            .hint(format!(
                "link the same words in the {} to the page in its language",
                language(has.other())
            )),
    )
}

/// Whether anchors of the two documents name the same section.
fn same_section(comparison: &Comparison<'_, '_>, en: &str, fr: &str) -> bool {
    let place = |document: &Document, anchor: &str| {
        sections(document)
            .into_iter()
            .find(|section| section.id == anchor)
            .map(|section| section.place.to_string())
    };
    match (
        place(comparison.en.document, en),
        place(comparison.fr.document, fr),
    ) {
        (Some(en), Some(fr)) => en == fr,
        // An anchor that leads nowhere is another rule's business.
        (None, None) => true,
        _ => en == fr,
    }
}

fn sections(document: &Document) -> Vec<&Section> {
    let mut open: Vec<&Section> = document
        .sections
        .iter()
        .chain(&document.appendices)
        .collect();
    let mut at = 0;
    while let Some(section) = open.get(at).copied() {
        open.extend(&section.sections);
        at += 1;
    }
    open
}
