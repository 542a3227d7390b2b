//! The hosts of addresses: which two belong to one organization, and which one the
//! memo keeps for both languages.

use super::acronyms;
use super::scope::Scope;
use crate::check::links::{LinkedTo, language_of, target};
use crate::check::outline::ValuedText;
use crate::check::pairing::similarity::lang_neutral;
use crate::check::pairing::{Comparison, Pair};
use crate::check::passage::Role;
use crate::lang::{Both, Lang};
use crate::language::lexicon::{self, Hosts};
use crate::language::read::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What a memo says of its hosts.
pub(super) struct KnownHosts {
    /// English and French hosts that stand in the same places.
    pairs: BTreeSet<(String, String)>,
    /// Hosts that both languages use.
    shared: BTreeSet<String>,
    /// Acronyms of both languages, in lower case.
    acronyms: BTreeSet<(String, String)>,
    /// The first letters of the words of names, English and French.
    initials: [Vec<String>; 2],
    /// Labels of each language's hosts that its document says as words.
    said: Both<BTreeSet<String>>,
    /// The pages of links, without what tells their language.
    pages: Both<BTreeSet<String>>,
}

/// Letters from which on the first letters of a name are no chance.
const INITIALS: usize = 3;

impl KnownHosts {
    /// Learns from all addresses and names of a memo.
    pub fn of(scope: &Scope<'_, '_>) -> KnownHosts {
        let comparison = scope.comparison;
        let used = |lang| -> BTreeSet<String> {
            let sides = comparison.pairs.iter().map(|pair| pair.side(lang));
            sides.flat_map(hosts_of).map(|(host, _)| host).collect()
        };
        let (en, fr) = (used(Lang::En), used(Lang::Fr));
        let shared: BTreeSet<String> = en.intersection(&fr).cloned().collect();
        let acronyms = acronyms::pairs(scope)
            .into_iter()
            .map(|(en, fr)| (en.to_lowercase(), fr.to_lowercase()))
            .collect();
        KnownHosts {
            pairs: pairs_of_places(comparison, &shared),
            said: Both::of(|lang| {
                let hosts = lang.choose(&en, &fr).difference(&shared);
                let labels = hosts.flat_map(|host| host.split('.'));
                let is_said = |label: &&str| {
                    let mut texts = comparison.pairs.iter().flat_map(|pair| pair.side(lang));
                    texts.any(|text| {
                        text.passage
                            .words
                            .iter()
                            .any(|word| word.running && word.folded == *label)
                    })
                };
                labels.filter(is_said).map(str::to_owned).collect()
            }),
            shared,
            acronyms,
            initials: [
                initials_of(comparison, Lang::En),
                initials_of(comparison, Lang::Fr),
            ],
            pages: Both::of(|lang| {
                let texts = comparison.pairs.iter().flat_map(|pair| pair.side(lang));
                let links = texts.flat_map(|text| &text.passage.links);
                // A page in the other language is linked for want of another.
                let own = links.filter(|link| language_of(link.href) != Some(lang.other()));
                own.map(|link| lang_neutral(link.href)).collect()
            }),
        }
    }

    /// Whether a language links to a page.
    pub fn links_to(&self, lang: Lang, href: &str) -> bool {
        self.pages[lang].contains(&lang_neutral(href))
    }

    /// What two hosts that differ are to each other.
    pub fn relation(&self, en: &str, fr: &str) -> Hosts {
        let (en, fr) = (en.to_lowercase(), fr.to_lowercase());
        let labels = other_labels(&en, &fr);
        if self.pairs.contains(&(en.clone(), fr.clone()))
            || labels
                .is_some_and(|(en, fr)| self.are_one_name(en, fr) || lexicon::are_one_host(en, fr))
        {
            return Hosts::Pair;
        }
        if self.shared.contains(&en) || self.shared.contains(&fr) {
            return Hosts::Apart;
        }
        match labels {
            Some((en, fr))
                if mean_the_same(en, fr)
                    && (!lexicon::is_slip(en, fr) || self.are_both_said(en, fr)) =>
            {
                Hosts::Pair
            }
            _ => Hosts::Unknown,
        }
    }

    /// Whether each language says its label as a word: "passports" and « passeports » are
    /// no slip of each other.
    fn are_both_said(&self, en: &str, fr: &str) -> bool {
        self.said[Lang::En].contains(en) && self.said[Lang::Fr].contains(fr)
    }

    /// Whether two parts of addresses are the acronyms of one organization.
    pub fn are_one_name(&self, en: &str, fr: &str) -> bool {
        let is_said = |names: &[String], label: &str| {
            label.len() >= INITIALS && names.iter().any(|initials| initials.contains(label))
        };
        let [english, french] = &self.initials;
        self.acronyms.contains(&(en.to_owned(), fr.to_owned()))
            || (is_said(english, en) && is_said(french, fr))
    }
}

/// Whether the words of two labels mean the same, in whatever order.
fn mean_the_same(en: &str, fr: &str) -> bool {
    let (en, fr): (Vec<&str>, Vec<&str>) = (en.split('-').collect(), fr.split('-').collect());
    let is_said = |word: &&str| {
        let mut others = fr.iter();
        others.any(|other| word == other || lexicon::same_meaning(word, other))
    };
    en.len() == fr.len() && en != fr && en.iter().all(is_said)
}

/// The one label in which two hosts differ, before the last.
pub(super) fn other_labels<'h>(en: &'h str, fr: &'h str) -> Option<(&'h str, &'h str)> {
    let (left, right): (Vec<&str>, Vec<&str>) = (en.split('.').collect(), fr.split('.').collect());
    if left.len() != right.len() || left.last() != right.last() {
        return None;
    }
    let mut differing = left.into_iter().zip(right).filter(|(en, fr)| en != fr);
    let first = differing.next()?;
    differing.next().is_none().then_some(first)
}

/// The hosts of the addresses in some texts, and the language that each address names.
fn hosts_of(texts: &[&ValuedText<'_>]) -> Vec<(String, Option<Lang>)> {
    let mut hosts = Vec::new();
    for text in texts {
        for link in &text.passage.links {
            let host = match target(link.href) {
                LinkedTo::Mail(address) => address.split_once('@').map(|(_, host)| host),
                LinkedTo::Page(host, _) => Some(host),
                _ => None,
            };
            if let Some(host) = host.filter(|host| !host.is_empty()) {
                hosts.push((host.to_lowercase(), language_of(link.href)));
            }
        }
        for said in text.values.iter() {
            let linked = |address: &str| {
                let mut links = text.passage.links.iter();
                links.any(|link| target(link.href) == LinkedTo::Mail(address))
            };
            if let Value::Email(address) = &said.kind.value
                && let Some((_, host)) = address.split_once('@')
                && !linked(address)
            {
                hosts.push((host.to_lowercase(), None));
            }
        }
    }
    hosts
}

/// Hosts that meet twice, or once where the addresses name their languages.
fn pairs_of_places(
    comparison: &Comparison<'_, '_>,
    shared: &BTreeSet<String>,
) -> BTreeSet<(String, String)> {
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    for pair in &comparison.pairs {
        if let Some(meeting) = meeting(pair, shared) {
            // The addresses of two bodies name languages too.
            let tied = domain(&meeting.en) == domain(&meeting.fr)
                || other_labels(&meeting.en, &meeting.fr)
                    .is_some_and(|(en, fr)| lexicon::same_meaning(en, fr));
            let named = meeting.named && tied;
            let times = if named { 2 } else { meeting.times };
            *counts.entry((meeting.en, meeting.fr)).or_default() += times;
        }
    }
    counts
        .into_iter()
        .filter(|((en, fr), count)| {
            let slip = other_labels(en, fr).is_some_and(|(en, fr)| lexicon::is_slip(en, fr));
            *count >= 2 && !slip
        })
        .map(|(hosts, _)| hosts)
        .collect()
}

/// The last two labels of a host, under which one body keeps its hosts. The Government of
/// Canada keeps the hosts of one department under two.
pub(super) fn domain(host: &str) -> &str {
    let mut dots = host.rmatch_indices('.');
    let at = dots.nth(1).map_or(0, |(at, _)| at + 1);
    match host.get(at..).unwrap_or_default() {
        "gc.ca" => "canada.ca",
        domain => domain,
    }
}

/// The one host of each language that the other lacks in a pair of texts.
struct Meeting {
    en: String,
    fr: String,
    /// How often each stands there.
    times: usize,
    /// Whether their addresses name the languages.
    named: bool,
}

/// The hosts that meet in a pair of texts, where there is one in each language.
fn meeting(pair: &Pair<'_, '_>, shared: &BTreeSet<String>) -> Option<Meeting> {
    let only = |lang| {
        let mut hosts = hosts_of(pair.side(lang));
        hosts.retain(|(host, _)| !shared.contains(host));
        let first = hosts.first()?.0.clone();
        let named = hosts.iter().any(|(_, named)| *named == Some(lang));
        hosts
            .iter()
            .all(|(host, _)| *host == first)
            .then_some((first, hosts.len(), named))
    };
    let ((en, en_times, en_named), (fr, fr_times, fr_named)) = (only(Lang::En)?, only(Lang::Fr)?);
    Some(Meeting {
        en,
        fr,
        times: en_times.min(fr_times),
        named: en_named && fr_named,
    })
}

/// The first letters of the words of each line that may name an organization, with
/// those of its function words and without.
fn initials_of(comparison: &Comparison<'_, '_>, lang: Lang) -> Vec<String> {
    let named =
        |text: &&&ValuedText<'_>| matches!(text.passage.role, Role::Field(_) | Role::Formula);
    let sides = comparison.pairs.iter().flat_map(|pair| pair.side(lang));
    let letters = |text: &ValuedText<'_>, all: bool| -> String {
        let words = text.passage.words.iter();
        words
            .filter(|word| all || !lexicon::is_function_word(&word.folded) && word.folded.len() > 1)
            .filter_map(|word| word.folded.chars().next())
            .collect()
    };
    sides
        .filter(named)
        .flat_map(|text| [letters(text, true), letters(text, false)])
        .collect()
}
