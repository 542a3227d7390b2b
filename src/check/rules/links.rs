//! Links: their number, where they lead, and references inside the document.

use super::emails::mailboxes;
use super::hosts::KnownHosts;
use super::same_pages::pages;
use super::scope::{Scope, Told};
use crate::check::links::{LinkedTo, fit, language_of, target};
use crate::check::outline::ValuedText;
use crate::check::outline::headings::differing;
use crate::check::pairing::{Comparison, Pair, TextMark};
use crate::check::passage::{LinkUse, Word};
use crate::check::rules::emails::EMAIL_MISMATCH;
use crate::check::rules::plain_values::PHONE_MISMATCH;
use crate::check::tongue::words_in;
use crate::diagnostic::{Diagnostic, Severity, Wording};
use crate::document::{Document, Section};
use crate::lang::Lang;
use crate::language::lexicon::{Mailboxes, names_language};
use crate::language::read::Value;

crate::diagnostic::codes! {
    LINK_COUNT_MISMATCH = "P040", "link-count-mismatch", Error;
    LINK_TARGET_MISMATCH = "P041", "link-target-mismatch", Error;
    CROSS_REFERENCE_MISMATCH = "P062", "cross-reference-mismatch", Error;
}

crate::diagnostic::phrases! {
    TARGETS = "targets";
}

/// A link with its text.
pub(super) type Use<'n, 'd> = (&'n ValuedText<'d>, &'n LinkUse<'d>);

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
    let mut lonely = Vec::new();
    for (at, pair) in comparison.pairs.iter().enumerate() {
        let mut en = uses(pair.side(Lang::En));
        let mut fr = uses(pair.side(Lang::Fr));
        for wanted in [3, 2, 1, 0] {
            // What is left stands for each other where it is as many.
            if wanted == 0 && en.len() != fr.len() {
                break;
            }
            join(&mut en, &mut fr, wanted, |en, fr| {
                let finding = compare(comparison, hosts, en, fr, wanted);
                agree += usize::from(pair.body && finding.is_none());
                others += usize::from(pair.body && finding.is_some());
                out.extend(finding.map(|finding| (at, finding)));
            });
        }
        if pair.body {
            others += en.len() + fr.len();
        }
        for (has, mut left) in [(Lang::En, en), (Lang::Fr, fr)] {
            left.retain(|usage| !is_written_out(usage.1, pair.side(has.other())));
            if !left.is_empty() {
                lonely.push((at, pair, has, left));
            }
        }
    }
    for (en, fr) in take_moved(&mut lonely) {
        out.push((en.0, moved(comparison, en.1, fr.1)));
    }
    let lacking = lacking_links(comparison);
    for (at, pair, has, mut left) in lonely {
        left.retain(|usage| {
            let there = |(lang, other): &&(Lang, Use<'_, '_>)| {
                *lang != has && is_page(usage.1) && fit(usage.1, other.1) == 3
            };
            let Some((_, other)) = lacking.iter().find(there) else {
                return true;
            };
            let (en, fr) = has.choose((*usage, *other), (*other, *usage));
            out.push((at, moved(comparison, en, fr)));
            false
        });
        let finding = lone(comparison, pair, has, left);
        out.extend(finding.map(|finding| (at, finding)));
    }
    // In the order of the page.
    out.sort_by_key(|(at, _)| *at);
    let out = out.into_iter().map(|(_, finding)| finding).collect();
    (out, (agree, others))
}

/// The links that a language has alone in a pair of texts, with its place among the pairs.
type Lone<'l, 'n, 'd> = (usize, &'l Pair<'n, 'd>, Lang, Vec<Use<'n, 'd>>);

/// A link with the place of its text among the pairs.
type Placed<'n, 'd> = (usize, Use<'n, 'd>);

/// The links in blocks that one language alone has, or has in another place.
fn lacking_links<'n, 'd>(comparison: &Comparison<'n, 'd>) -> Vec<(Lang, Use<'n, 'd>)> {
    let mut found = Vec::new();
    for fault in &comparison.faults {
        for (lang, nodes) in fault.alone() {
            let mut texts = Vec::new();
            nodes.iter().for_each(|node| node.texts(&mut texts));
            found.extend(uses(&texts).into_iter().map(|usage| (lang, usage)));
        }
    }
    found
}

/// Whether a link leads to a page on the web, and not to a place in the document or a
/// front page.
fn is_page(link: &LinkUse<'_>) -> bool {
    matches!(target(link.href), LinkedTo::Page(host, path) if !host.is_empty() && path.len() > 1)
}

/// The finding of a link that stands elsewhere in the other language.
fn moved(comparison: &Comparison<'_, '_>, en: Use<'_, '_>, fr: Use<'_, '_>) -> Diagnostic {
    let wording = LINK_COUNT_MISMATCH.say("moved", given!(first = en.1.href));
    at_links(comparison, wording, en, fr).at_most(Severity::Warning)
}

/// Takes out the links that both languages have alone: each English one with the French one
/// that leads to the same page, or, in the text beside, to the same site.
fn take_moved<'n, 'd>(lonely: &mut Vec<Lone<'_, 'n, 'd>>) -> Vec<(Placed<'n, 'd>, Placed<'n, 'd>)> {
    let mut moved = Vec::new();
    for first in 0..lonely.len() {
        let (at, pair, Lang::En, left) = &lonely[first] else {
            continue;
        };
        let (at, section) = (*at, pair.section);
        let mut left = left.clone();
        left.retain(|usage| {
            let mut others = lonely.iter_mut().filter(|(_, other, has, _)| {
                *has == Lang::Fr && other.section != 0 && section != 0
            });
            let found = others.find_map(|(place, other, _, uses)| {
                let beside = place.abs_diff(at) == 1 && other.section == section;
                let near = other.section == section;
                let is_it = |(_, other): &Use<'_, '_>| match fit(usage.1, other) {
                    3 => near || is_page(usage.1),
                    2 => beside,
                    _ => false,
                };
                let found = uses.iter().position(is_it)?;
                Some((*place, uses.remove(found)))
            });
            moved.extend(found.map(|french| ((at, *usage), french)));
            found.is_none()
        });
        lonely[first].3 = left;
    }
    lonely.retain(|(.., left)| !left.is_empty());
    moved
}

/// Whether texts write the address of a link out, with no link.
fn is_written_out(link: &LinkUse<'_>, texts: &[&ValuedText<'_>]) -> bool {
    let Some((_, address)) = link.href.split_once("://") else {
        return false;
    };
    let address = address.trim_end_matches('/');
    let written = |text: &&ValuedText<'_>| text.passage.text.contains(address);
    address.contains('.') && texts.iter().any(written)
}

/// The links of texts. A telephone number that the words say is compared as such.
fn uses<'n, 'd>(texts: &[&'n ValuedText<'d>]) -> Vec<Use<'n, 'd>> {
    texts
        .iter()
        .flat_map(|text| text.passage.links.iter().map(move |link| (*text, link)))
        .filter(|usage| !says_its_number(usage))
        .collect()
}

/// Whether a link to a telephone has its number for words.
fn says_its_number((text, link): &Use<'_, '_>) -> bool {
    let LinkedTo::Phone(uri) = target(link.href) else {
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
        (LinkedTo::Anchor(a), LinkedTo::Anchor(b)) => {
            if same_section(comparison, a, b) {
                return None;
            }
            (&CROSS_REFERENCE_MISMATCH, Severity::Error)
        }
        _ if names_its_language(en) && names_its_language(fr) => return None,
        _ if fits == 3 => return wrong_language(comparison, en, fr),
        // Addresses that the words say are compared as such.
        (LinkedTo::Mail(a), LinkedTo::Mail(b)) if says(en, a) && says(fr, b) => return None,
        (LinkedTo::Mail(a), LinkedTo::Mail(b)) => match mailboxes(comparison, hosts, a, b) {
            Mailboxes::Same => return None,
            Mailboxes::Perhaps => (&EMAIL_MISMATCH, Severity::Warning),
            Mailboxes::Misspelt | Mailboxes::Other => (&EMAIL_MISMATCH, Severity::Error),
        },
        (LinkedTo::Phone(_), LinkedTo::Phone(_)) => (&PHONE_MISMATCH, Severity::Error),
        _ => match pages(hosts, en, fr) {
            Some(severity) => (&LINK_TARGET_MISMATCH, severity),
            None => return wrong_language(comparison, en, fr),
        },
    };
    let wording = TARGETS.say(code, "differ", given!(en = left.href, fr = right.href));
    let mut finding = at_links(comparison, wording, en, fr);
    finding.severity = severity;
    Some(finding)
}

/// Whether the words of a link say where it leads.
fn says((text, link): Use<'_, '_>, address: &str) -> bool {
    text.passage.slice(&link.range).contains(address)
}

/// Whether the words of a link to a page in the other language name that language, as those
/// of the way from one language to the other do: "Français", "English version".
fn names_its_language((text, link): Use<'_, '_>) -> bool {
    let other = text.passage.lang.other();
    let says = |word: &&Word| names_language(&word.folded) == Some(other);
    let words = words_in(&text.passage, &link.range);
    words.iter().any(says) && language_of(link.href).is_none_or(|lang| lang == other)
}

/// Words behind a link among which its page's language is named: "(en anglais seulement)".
const BEHIND: usize = 3;

/// Whether the text says that a link leads to a page in the other language.
fn says_its_language((text, link): Use<'_, '_>) -> bool {
    let passage = &text.passage;
    let other = passage.lang.other();
    let inside = words_in(passage, &link.range);
    let behind = words_in(passage, &(link.range.end..passage.text.len()));
    let mut near = inside.iter().chain(behind.iter().take(BEHIND));
    near.any(|word| names_language(&word.folded) == Some(other))
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
        .find(|(usage, lang)| {
            let link = usage.1;
            !link.foreign
                && language_of(link.href).is_some_and(|other| other != *lang)
                && !says_its_language(*usage)
        });
    let (_, lang) = wrong?;
    let wording = LINK_TARGET_MISMATCH.say(
        "language",
        given!(lang, other = lang.other(), en = en.1.href, fr = fr.1.href),
    );
    let mut finding = at_links(comparison, wording, en, fr);
    finding.severity = Severity::Warning;
    Some(finding)
}

fn at_links(
    comparison: &Comparison<'_, '_>,
    wording: Wording,
    (en_text, en): Use<'_, '_>,
    (fr_text, fr): Use<'_, '_>,
) -> Diagnostic {
    let mut finding = comparison.finding(
        wording,
        &TextMark::part(en_text, &en.range),
        &TextMark::part(fr_text, &fr.range),
    );
    // The address stands in the link, not in its words.
    let (place, partner) = comparison.later().choose((en, fr), (fr, en));
    finding.span = Some(comparison.finder.of_origin(place.origin));
    if let Some(label) = finding.labels.first_mut() {
        label.span = comparison.finder.of_origin(partner.origin);
    }
    finding
}

/// The links that one language alone has in a pair: one finding.
fn lone(
    comparison: &Comparison<'_, '_>,
    pair: &Pair<'_, '_>,
    has: Lang,
    mut left: Vec<Use<'_, '_>>,
) -> Option<Diagnostic> {
    // An address that the words say is missed as such.
    left.retain(|usage| match target(usage.1.href) {
        LinkedTo::Mail(address) => !says(*usage, address),
        _ => true,
    });
    let (text, link) = *left.first()?;
    let all: Vec<&str> = left.iter().map(|(_, link)| link.href).collect();
    let lacks = has.other();
    let wording = LINK_COUNT_MISMATCH.say(
        "lacks",
        given!(
            has,
            lacks,
            count = all.len(),
            all = all.join(", "),
            first = link.href
        ),
    );
    let (own, there) = (
        TextMark::part(text, &link.range),
        TextMark::whole(pair.first(lacks)?),
    );
    Some(comparison.one_sided(wording, has, &own, &there))
}

/// Whether anchors of the two documents name the same section.
fn same_section(comparison: &Comparison<'_, '_>, en: &str, fr: &str) -> bool {
    fn find<'d>(document: &'d Document, anchor: &str) -> Option<&'d Section> {
        let mut all = sections(document).into_iter();
        all.find(|section| section.id == anchor)
    }
    let (own, other) = (comparison.en.document, comparison.fr.document);
    match (find(own, en), find(other, fr)) {
        // Where the headings of a body differ, so do the names of what they begin.
        (Some(one), Some(two)) if one.begun.is_some() && two.begun.is_some() => {
            let apart = || {
                differing(own, other)
                    .into_iter()
                    .any(|it| it.0.place == one.place)
            };
            en == fr || one.place == two.place && apart()
        }
        (Some(en), Some(fr)) => en.place == fr.place && en.begun.is_some() == fr.begun.is_some(),
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
