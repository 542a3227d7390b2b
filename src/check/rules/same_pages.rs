//! Whether two addresses are one page in two languages.

use super::hosts::{KnownHosts, domain, other_labels};
use super::links::Use;
use crate::check::links::{LinkedTo, language_of, target};
use crate::check::outline::ValuedText;
use crate::check::pairing::similarity::lang_neutral;
use crate::check::passage::LinkUse;
use crate::check::tongue::words_in;
use crate::diagnostic::{Severity, edit_distance};
use crate::document::decode;
use crate::lang::Lang;
use crate::language::lexicon::{Hosts, concepts, fold, is_function_word, stem};

/// How surely two addresses are two pages; `None` where they may be one page under
/// names in two languages.
pub(super) fn pages(
    hosts: &KnownHosts,
    english: Use<'_, '_>,
    french: Use<'_, '_>,
) -> Option<Severity> {
    let (en, fr) = (english.1.href, french.1.href);
    let (LinkedTo::Page(host, path), LinkedTo::Page(other_host, other)) = (target(en), target(fr))
    else {
        return Some(Severity::Warning);
    };
    let named = language_of(en) == Some(Lang::En) && language_of(fr) == Some(Lang::Fr);
    let relation = hosts.relation(host, other_host);
    let one_site = !host.is_empty() && (is_one_host(host, other_host) || relation == Hosts::Pair);
    let slip = is_one_letter_off(last_of(path), last_of(other));
    let (page, other_page) = (page_of(path), page_of(other));
    let one_page = lang_neutral(page) == lang_neutral(other_page);
    let apart = relation == Hosts::Apart;
    let may_be_one_body = !apart && may_be_one_body(host, other_host);
    if one_site && (is_translation_of(path, fr) || one_page)
        || one_page && !last_of(page).is_empty() && may_be_one_body
    {
        return None;
    }
    // One page under the names of two bodies is no translation: one name is wrong. A body
    // may have a name in each language under one domain.
    if !one_site && !host.is_empty() && !other_host.is_empty() {
        let named_for = || {
            let mut hosts = [host, other_host].into_iter();
            hosts.any(|host| are_named_for(host, english, french))
        };
        if one_page {
            let perhaps = may_be_one_body && !named_for();
            return Some(if perhaps {
                Severity::Warning
            } else {
                Severity::Error
            });
        }
        // The texts keep one of the hosts for both languages, and the pages are alike.
        let apart = apart && domain(host) != domain(other_host);
        if apart && are_alike((en, &decode(path)), (fr, &decode(other))) {
            return Some(Severity::Error);
        }
    }
    // The page that it leads to is another one, to which the other language links too.
    if hosts.links_to(Lang::En, fr) || hosts.links_to(Lang::Fr, en) {
        return Some(Severity::Warning);
    }
    let (path, other) = (&*decode(path), &*decode(other));
    if !are_alike((en, path), (fr, other)) || (slip && !named) {
        return Some(Severity::Warning);
    }
    // It may be a slip: en/limits, fr/limites.
    if one_site {
        let apart = are_other_words((english, path), (french, other));
        return apart
            .then_some(Severity::Warning)
            .or_else(|| slip.then_some(Severity::Note));
    }
    // Two hosts that nothing ties: the page of one organization, as a rule.
    let apart = host.is_empty()
        || other_host.is_empty()
        || relation == Hosts::Apart
        || is_one_letter_off(host, other_host);
    Some(if named && !apart {
        Severity::Note
    } else {
        Severity::Warning
    })
}

/// Whether two hosts are one, with or without the label that stands before most.
fn is_one_host(host: &str, other: &str) -> bool {
    let bare = |host: &str| host.strip_prefix("www.").unwrap_or(host).to_lowercase();
    bare(host) == bare(other)
}

/// Whether two hosts of one domain differ in one label, which may be a name in each
/// language.
fn may_be_one_body(host: &str, other: &str) -> bool {
    domain(host) == domain(other) && other_labels(host, other).is_some()
}

/// Whether both links have a name for words that is the name of a host: Bundler, of
/// bundler.io.
fn are_named_for(host: &str, english: Use<'_, '_>, french: Use<'_, '_>) -> bool {
    let names = |(text, link): Use<'_, '_>| -> Vec<String> {
        let words = text.passage.slice(&link.range).split_whitespace();
        words.map(fold).filter(|word| word.len() >= HOST).collect()
    };
    let french = names(french);
    let labels: Vec<&str> = host.split('.').rev().skip(1).collect();
    let mut shared = names(english).into_iter();
    shared.any(|name| french.contains(&name) && labels.contains(&name.as_str()))
}

/// Letters from which on the name of a host is no chance.
const HOST: usize = 4;

/// A path without the place in its page.
fn page_of(path: &str) -> &str {
    path.split('#').next().unwrap_or(path)
}

/// Whether a French address of the same site, which names its language, has the name of
/// the English page: a translation kept apart.
fn is_translation_of(en: &str, fr: &str) -> bool {
    let name = last_of(en);
    let name = name.split(['.', '#', '?']).next().unwrap_or(name);
    name.len() >= NAME
        && language_of(fr) == Some(Lang::Fr)
        && fr
            .split(['/', '#', '?', '.', '='])
            .any(|part| part.eq_ignore_ascii_case(name))
}

/// Letters from which on the name of a page is no chance.
const NAME: usize = 6;

/// Whether the names of two pages of one site have nothing in common, neither with each
/// other nor with the words of the links, which most names of pages repeat.
fn are_other_words(
    ((en_text, en_link), en): (Use<'_, '_>, &str),
    ((fr_text, fr_link), fr): (Use<'_, '_>, &str),
) -> bool {
    let names = |path: &str, lang| -> Vec<(String, Lang)> {
        let words = path.split(|letter: char| !letter.is_alphabetic());
        words
            .map(fold)
            .filter(|word| word.len() > 2 && !is_function_word(word) && !is_page_word(word))
            .map(|word| (word, lang))
            .collect()
    };
    let said = |text: &ValuedText<'_>, link: &LinkUse<'_>| -> Vec<(String, Lang)> {
        let words = words_in(&text.passage, &link.range).into_iter();
        let lang = text.passage.lang;
        words.map(|word| (word.folded.to_string(), lang)).collect()
    };
    let (en_names, fr_names) = (names(en, Lang::En), names(fr, Lang::Fr));
    if en_names.is_empty() || fr_names.is_empty() {
        return false;
    }
    let meets = |these: &[(String, Lang)], those: &[(String, Lang)]| {
        these.iter().any(|(one, lang)| {
            those
                .iter()
                .any(|(other, of)| is_word_for(one, *lang, other, *of))
        })
    };
    let (english, french) = (said(en_text, en_link), said(fr_text, fr_link));
    !meets(&en_names, &fr_names)
        && meets(&en_names, &english)
        && !meets(&fr_names, &french)
        && !meets(&fr_names, &english)
        || !meets(&en_names, &fr_names)
            && meets(&fr_names, &french)
            && !meets(&en_names, &english)
            && !meets(&en_names, &french)
}

/// Whether a word of an address says nothing of its page.
fn is_page_word(word: &str) -> bool {
    matches!(
        word,
        "html" | "htm" | "aspx" | "php" | "index" | "www" | "page" | "pages"
    )
}

/// Whether two folded words begin alike or mean the same.
fn is_word_for(one: &str, lang: Lang, other: &str, of: Lang) -> bool {
    let alike = stem(one) == stem(other);
    let means = concepts(one, lang);
    alike
        || concepts(other, of)
            .iter()
            .any(|meaning| means.contains(meaning))
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
    let depth = |path: &str| {
        let parts = path.split('/').filter(|part| !part.is_empty());
        parts.filter(|part| language_of(part).is_none()).count()
    };
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
