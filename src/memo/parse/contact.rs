//! Telephone numbers, e-mail addresses and links.

use crate::lang::Both;
use crate::memo::codes;
use crate::memo::directory::lone_extension;
use crate::memo::fact::Fact;
use crate::memo::model::Placed;
use crate::memo::telephone::{TelephoneFault, check_telephone};
use crate::memo::yaml::{At, Fields, Node, Reader, with_quotation_hint};

/// A telephone number, where the key is there.
pub(super) fn telephone(
    reader: &mut Reader,
    fields: &Fields<'_>,
    key: &str,
) -> Option<Placed<String>> {
    let text = reader.optional_string(fields, key)?;
    let Err(fault) = check_telephone(&text.value) else {
        return Some(text);
    };
    if fault == TelephoneFault::NoAreaCode {
        let message = format!("`{}` has no area code", text.value);
        reader.tell(
            &codes::LOCAL_TELEPHONE,
            &text.place,
            message,
            "write all ten digits: `416-555-0123`",
        );
        return Some(text);
    }
    let finding = reader.at(
        &codes::INVALID_CONTACT,
        &text.place,
        format!("`{}` {}", text.value, telephone_message(&fault)),
    );
    let finding = match fault {
        TelephoneFault::NoNumber => {
            finding.hint("write it as `416-555-0123`; an extension has a key of its own")
        }
        TelephoneFault::Letters(_) => finding.hint("write it as `1-800-O-CANADA`"),
        _ => {
            finding.hint("write it as `416-555-0123`; a number of another country begins with `+`")
        }
    };
    reader.report(with_quotation_hint(finding, &text.value));
    None
}

fn telephone_message(fault: &TelephoneFault) -> String {
    match fault {
        TelephoneFault::NoNumber | TelephoneFault::NoAreaCode => "is not a telephone number".into(),
        TelephoneFault::Digits(count) => {
            format!("has {}: a telephone number has ten", digits(*count))
        }
        TelephoneFault::DigitsBehindOne(count) => format!(
            "has {} behind the 1: a telephone number has ten",
            digits(*count)
        ),
        TelephoneFault::Letters(count) => {
            format!("has {count} letters and digits behind the area code: a number has seven")
        }
    }
}

/// A number of digits: "nine digits".
fn digits(count: usize) -> String {
    const WORDS: [&str; 16] = [
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen",
    ];
    let number = WORDS
        .get(count)
        .map_or_else(|| count.to_string(), |&word| word.to_owned());
    format!("{number} digit{}", if count == 1 { "" } else { "s" })
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
        let finding = lone_extension(place);
        reader.report(finding);
    }
    Some(extension)
}

/// An e-mail address, where the key is there.
pub(super) fn email(reader: &mut Reader, fields: &Fields<'_>, key: &str) -> Option<Placed<String>> {
    let text = reader.optional_string(fields, key)?;
    let sound = text.value.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty()
            && !domain.contains('@')
            && domain.contains('.')
            && !domain.starts_with('.')
            && !domain.ends_with('.')
            && !text
                .value
                .contains([' ', ',', ';', '<', '>', '(', ')', '“', '”'])
    });
    check(
        reader,
        text,
        sound,
        "an e-mail address",
        "write it as `jean.roy@canada.ca`",
    )
}

/// `{ url: … }` or `{ url: { en: …, fr: … } }`.
pub(super) fn url(reader: &mut Reader, fields: &Fields<'_>) -> Option<Fact> {
    let (node, path) = reader.required(fields, "url")?;
    if !matches!(node, Node::Mapping(_)) {
        let url = address(reader, (node, path))?;
        return Some(Fact::Url(Both::of(|_| url.clone())));
    }
    let fields = reader.mapping((node, path), "a link", &["en", "fr"])?;
    let url = Both::of(|lang| {
        let node = reader.required(&fields, lang.code())?;
        address(reader, node)
    });
    Some(Fact::Url(Both {
        en: url.en?,
        fr: url.fr?,
    }))
}

fn address(reader: &mut Reader, node: At<'_>) -> Option<String> {
    let text = reader.string(node)?;
    let sound = is_url(&text.value, &SCHEMES);
    check(
        reader,
        text,
        sound,
        "a URL that a document may link to",
        "write it whole: `https://www.canada.ca/`; it begins with `https:`, `http:`, `mailto:` or `tel:`",
    )
    .map(|text| text.value)
}

/// Schemes that a document may link to.
pub const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Schemes of pages on the web.
pub(super) const WEB: [&str; 2] = ["http", "https"];

/// Whether a text has one of these schemes and no spaces.
pub(super) fn is_url(text: &str, schemes: &[&str]) -> bool {
    text.split_once(':').is_some_and(|(scheme, rest)| {
        schemes
            .iter()
            .any(|known| scheme.eq_ignore_ascii_case(known))
            && !rest.trim_start_matches('/').is_empty()
            && !text.contains(char::is_whitespace)
    })
}

fn check(
    reader: &mut Reader,
    text: Placed<String>,
    sound: bool,
    what: &str,
    hint: &str,
) -> Option<Placed<String>> {
    if sound {
        return Some(text);
    }
    let finding = reader
        .at(
            &codes::INVALID_CONTACT,
            &text.place,
            format!("`{}` is not {what}", text.value),
        )
        .hint(hint);
    reader.report(with_quotation_hint(finding, &text.value));
    None
}
