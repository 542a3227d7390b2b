//! Where links lead, and which of them lead to the same page in two languages.

use crate::check::pairing::similarity::lang_neutral;
use crate::check::passage::LinkUse;

pub(super) use crate::language::lexicon::language_of;

/// What a link leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LinkedTo<'h> {
    /// A mailbox.
    Mail(&'h str),
    /// A telephone.
    Phone(&'h str),
    /// A place in the document.
    Anchor(&'h str),
    /// A page: its host and the rest. A file has no host.
    Page(&'h str, &'h str),
}

/// Reads an address.
pub(super) fn target(href: &str) -> LinkedTo<'_> {
    if let Some(mail) = href.strip_prefix("mailto:") {
        return LinkedTo::Mail(mail.split('?').next().unwrap_or(mail));
    }
    if let Some(phone) = href.strip_prefix("tel:") {
        return LinkedTo::Phone(phone);
    }
    if let Some(anchor) = href.strip_prefix('#') {
        return LinkedTo::Anchor(anchor);
    }
    match href.split_once("://") {
        Some((_, rest)) => {
            let at = rest.find(['/', '?', '#']).unwrap_or(rest.len());
            LinkedTo::Page(&rest[..at], &rest[at..])
        }
        None => LinkedTo::Page("", href),
    }
}

/// How well two links fit: 3 the same page, 2 one site, 1 one kind, 0 not at all.
pub(super) fn fit(en: &LinkUse<'_>, fr: &LinkUse<'_>) -> u8 {
    if en.href == fr.href || lang_neutral(en.href) == lang_neutral(fr.href) {
        return 3;
    }
    match (target(en.href), target(fr.href)) {
        (LinkedTo::Page(host, path), LinkedTo::Page(other_host, other_path)) => {
            if host == other_host && extension(path) == extension(other_path) {
                2
            } else {
                1
            }
        }
        (LinkedTo::Anchor(_), LinkedTo::Anchor(_))
        | (LinkedTo::Mail(_), LinkedTo::Mail(_))
        | (LinkedTo::Phone(_), LinkedTo::Phone(_)) => 1,
        _ => 0,
    }
}

fn extension(path: &str) -> Option<&str> {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.rsplit_once('.').map(|(_, extension)| extension)
}
