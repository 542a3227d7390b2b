//! Telephone numbers, e-mail addresses and links.

use crate::diagnostic::codes::yaml as codes;
use crate::memo::fact::Fact;
use crate::memo::model::Placed;
use crate::memo::yaml::{At, Fields, Node, Reader, with_quotation_hint};

/// A telephone number, where the key is there.
pub(super) fn telephone(
    reader: &mut Reader,
    fields: &Fields<'_>,
    key: &str,
) -> Option<Placed<String>> {
    let text = reader.optional_string(fields, key)?;
    let digits = text.value.bytes().filter(u8::is_ascii_digit).count();
    let sound = (3..=15).contains(&digits)
        && text
            .value
            .chars()
            .all(|next| next.is_ascii_alphanumeric() || "+-(). ".contains(next));
    check(
        reader,
        text,
        sound,
        "a telephone number",
        "write it as `416-555-0123`; an extension has a key of its own",
    )
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
        return Some(Fact::Url {
            en: url.clone(),
            fr: url,
        });
    }
    let fields = reader.mapping((node, path), "a link", &["en", "fr"])?;
    let mut language = |key: &str| {
        let node = reader.required(&fields, key)?;
        address(reader, node)
    };
    let (en, fr) = (language("en"), language("fr"));
    Some(Fact::Url { en: en?, fr: fr? })
}

fn address(reader: &mut Reader, node: At<'_>) -> Option<String> {
    let text = reader.string(node)?;
    let sound = is_url(&text.value);
    check(
        reader,
        text,
        sound,
        "a URL",
        "write it whole: `https://www.canada.ca/`",
    )
    .map(|text| text.value)
}

/// Whether a text has a scheme and no spaces.
pub(super) fn is_url(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
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
