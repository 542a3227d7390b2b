//! Telephone numbers, e-mail addresses and links.

use crate::lang::Both;
use crate::memo::codes::{INVALID_CONTACT, LOCAL_TELEPHONE};
use crate::memo::directory::lone_extension;
use crate::memo::fact::Fact;
use crate::memo::model::Placed;
use crate::memo::telephone::{TelephoneFault, check_telephone};
use crate::memo::yaml::{At, Fields, Node, Reader};

/// A telephone number.
pub(super) fn telephone(reader: &mut Reader, node: At<'_>) -> Option<Placed<String>> {
    let text = reader.string(node)?;
    let written = &text.value;
    let (fault, count) = match check_telephone(written) {
        Ok(()) => return Some(text),
        Err(TelephoneFault::NoAreaCode) => {
            let wording = LOCAL_TELEPHONE.say("local", given!(written));
            reader.tell(&text.place, wording);
            return Some(text);
        }
        Err(TelephoneFault::NoNumber) => ("other", 0),
        Err(TelephoneFault::Digits(count)) => ("digits", count),
        Err(TelephoneFault::DigitsBehindOne(count)) => ("behind-one", count),
        Err(TelephoneFault::Letters(count)) => ("letters", count),
    };
    let wording = INVALID_CONTACT.say("telephone", given!(written, fault, count));
    reader.refuse(&text, wording);
    None
}

/// The extension of a telephone number, where the key is there. Without the number it is
/// reported, unless the directory may have that.
pub(super) fn extension(
    reader: &mut Reader,
    fields: &Fields<'_>,
    in_directory: bool,
) -> Option<Placed<String>> {
    let extension = reader.optional_string(fields, "extension")?;
    if !in_directory && !reader.may_have(fields, "telephone") {
        let place = reader.positions().span_of_key(&extension.place);
        reader.report(lone_extension(place));
    }
    Some(extension)
}

/// An e-mail address.
pub(super) fn email(reader: &mut Reader, node: At<'_>) -> Option<Placed<String>> {
    let text = reader.string(node)?;
    let foreign = [' ', ',', ';', '<', '>', '(', ')', '“', '”'];
    let sound = text.value.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty()
            && !domain.contains('@')
            && domain.contains('.')
            && !domain.starts_with('.')
            && !domain.ends_with('.')
            && !text.value.contains(foreign)
    });
    if !sound {
        let wording = INVALID_CONTACT.say("email", given!(written = text.value));
        reader.refuse(&text, wording);
    }
    sound.then_some(text)
}

/// `{ url: … }` or `{ url: { en: …, fr: … } }`.
pub(super) fn url(reader: &mut Reader, fields: &Fields<'_>) -> Option<Fact> {
    let (node, path) = reader.required(fields, "url")?;
    if !matches!(node, Node::Mapping(_)) {
        let url = address(reader, (node, path))?;
        return Some(Fact::Url(Both::of(|_| url.clone())));
    }
    let fields = reader.mapping((node, path), "link", &["en", "fr"])?;
    let url = Both::of(|lang| reader.must(&fields, lang.code(), address));
    Some(Fact::Url(Both {
        en: url.en?,
        fr: url.fr?,
    }))
}

fn address(reader: &mut Reader, node: At<'_>) -> Option<String> {
    let text = reader.string(node)?;
    let sound = is_url(&text.value, &SCHEMES);
    if !sound {
        let wording = INVALID_CONTACT.say("link", given!(written = text.value));
        reader.refuse(&text, wording);
    }
    sound.then_some(text.value)
}

/// Schemes that a document may link to.
pub const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Schemes of pages on the web.
pub(super) const WEB: [&str; 2] = ["http", "https"];

/// Whether a text has one of these schemes and no spaces.
pub(super) fn is_url(text: &str, schemes: &[&str]) -> bool {
    text.split_once(':').is_some_and(|(scheme, rest)| {
        let is_one = |known: &&str| scheme.eq_ignore_ascii_case(known);
        schemes.iter().any(is_one)
            && !rest.trim_start_matches('/').is_empty()
            && !text.contains(char::is_whitespace)
    })
}
