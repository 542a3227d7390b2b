//! From a memo's YAML to plain data, with every fault of the file collected.

mod contact;
mod date;
mod directory;
mod fact;
mod letterhead;
mod number;
mod party;
mod settings;
mod several;
#[cfg(test)]
mod tests;
mod text;

pub use contact::SCHEMES;
pub use directory::parse_directory;
pub use fact::FACT_KINDS;
pub use letterhead::parse_letterhead;
pub use settings::parse_settings;

use crate::diagnostic::{Code, Codes, Diagnostic, did_you_mean};
use crate::lang::Lang;
use crate::memo::codes as rules;
use crate::memo::fact::Date;
use crate::memo::keys::keys_of;
use crate::memo::model::{
    Attachment, Detail, Enquiry, Ignore, Memo, MemoSection, MemoSignature, Party, Placed, Text,
    TextValue, Unread,
};
use crate::memo::path::NodePath;
use crate::memo::yaml::{At, Fields, LazyPositions, Node, Reader};
use crate::source::SourceFile;
use std::sync::Arc;
use text::TextForm;

/// Reads a memo, with every fault of the file. What has a fault is left out, and what
/// must be there has a stand-in, so that a memo with errors can be checked further; it
/// is not to be printed. A text that may have lost a language is left out whole. A
/// language that is missing in a text is no fault here, since a draft may have it.
/// There is no memo where the file is no mapping. Exceptions name a rule of `codes`.
pub fn parse_memo(
    file: &Arc<SourceFile>,
    stem: &str,
    codes: &Codes,
) -> (Option<Memo>, Vec<Diagnostic>) {
    let (mut reader, root) = Reader::open(file);
    if root == Node::Null {
        reader.tell(
            &rules::EMPTY_FILE,
            &NodePath::root(),
            "this memo is empty",
            "a memo has at least `date:`, `sender:`, `recipients:`, `subject:` and `sections:`",
        );
    }
    let memo = reader
        .fields(&root, "a memo", keys_of("memo"))
        .map(|fields| memo(&mut reader, &fields, stem, codes));
    (memo, reader.finish())
}

fn memo(reader: &mut Reader, fields: &Fields<'_>, stem: &str, codes: &Codes) -> Memo {
    let mut kind = kind(reader, fields);
    let parts = required_parts(reader, fields, kind.value == "memo");
    let facts = match fields.get("facts") {
        Some(node) => fact::facts(reader, node),
        None => Vec::new(),
    };
    let signature = one(reader, fields, "signature", signature);
    if let Some(signature) = signature.as_ref().filter(|_| kind.value != "memo") {
        check_signatories(reader, fields, signature);
    }
    let languages = languages(reader, fields);
    if kind.value.is_empty() {
        kind.value.push_str("memo");
    }
    let updated = date::optional(reader, fields, "updated");
    let action_by = date::optional(reader, fields, "action-by");
    for later in [&updated, &action_by].into_iter().flatten() {
        check_order(reader, parts.date.as_ref(), later);
    }
    let unread = Unread {
        languages: languages.is_none(),
        ..fact::unread(reader, fields, &facts)
    };
    Memo {
        file: Arc::clone(reader.file()),
        stem: stem.to_owned(),
        kind,
        updated,
        effective: date::optional(reader, fields, "effective"),
        action_by,
        reference: text::optional(reader, fields, "reference", TextForm::Any),
        classification: one(reader, fields, "classification", Reader::code),
        marks: items(reader, fields, "marks", Reader::code),
        letterhead: one(reader, fields, "letterhead", letterhead::choice),
        sender: parts.sender,
        through: party::optional(reader, fields, "through"),
        recipients: parts.recipients,
        distribution: parts.distribution,
        salutation: text::optional(reader, fields, "salutation", TextForm::Words),
        facts,
        sections: parts.sections,
        closing: text::optional(reader, fields, "closing", TextForm::Words),
        signature,
        enquiries: items(reader, fields, "enquiries", enquiry),
        attachments: items(reader, fields, "attachments", attachment),
        cc: party::optional(reader, fields, "cc"),
        appendices: items(reader, fields, "appendices", section),
        details: items(reader, fields, "details", detail),
        source_language: one(reader, fields, "source-language", lang)
            .map_or(Lang::En, |lang| lang.value),
        languages: languages.unwrap_or_else(|| Lang::ALL.to_vec()),
        ignore: items(reader, fields, "ignore", |reader, node| {
            ignore(reader, node, codes)
        }),
        unread,
        positions: LazyPositions::default(),
        date: parts.date.unwrap_or_else(|| Placed {
            value: Date::STAND_IN,
            place: fields.path.key("date"),
        }),
        subject: parts.subject.unwrap_or_else(|| Text {
            value: TextValue::Shared("…".to_owned()),
            place: fields.path.key("subject"),
        }),
    }
}

/// What a memo or a notice must have.
struct RequiredParts {
    date: Option<Placed<Date>>,
    sender: Vec<Party>,
    recipients: Vec<Party>,
    distribution: Vec<Party>,
    subject: Option<Text>,
    sections: Vec<MemoSection>,
}

fn required_parts(reader: &mut Reader, fields: &Fields<'_>, is_memo: bool) -> RequiredParts {
    let parties = |reader: &mut Reader, key: &str, required: bool| {
        if required {
            party::required(reader, fields, key)
        } else {
            party::optional(reader, fields, key)
        }
    };
    RequiredParts {
        date: date::required(reader, fields, "date"),
        sender: parties(reader, "sender", is_memo),
        recipients: parties(
            reader,
            "recipients",
            is_memo && !reader.may_have(fields, "distribution"),
        ),
        distribution: parties(reader, "distribution", false),
        subject: text::required(reader, fields, "subject", TextForm::Words),
        sections: match reader.required(fields, "sections") {
            Some(node) => required_sections(reader, node),
            None => Vec::new(),
        },
    }
}

/// Reports a day that cannot come before the memo's own.
fn check_order(reader: &mut Reader, date: Option<&Placed<Date>>, later: &Placed<Date>) {
    let Some(date) = date.filter(|date| later.value < date.value) else {
        return;
    };
    let message = format!("{} is before the memo's date, {}", later.value, date.value);
    let finding = reader
        .at(&rules::DATE_BEFORE_MEMO, &later.place, message)
        .label(
            reader.positions().span_of(&date.place),
            "the memo's date is here",
        )
        .hint("mend the one that is wrong");
    reader.report(finding);
}

/// The value of a key, where it is there and can be read.
fn one<'n, T>(
    reader: &mut Reader,
    fields: &Fields<'n>,
    key: &str,
    read: impl FnOnce(&mut Reader, At<'n>) -> Option<T>,
) -> Option<T> {
    let node = fields.get(key)?;
    read(reader, node)
}

fn kind(reader: &mut Reader, fields: &Fields<'_>) -> Placed<String> {
    let written = fields.get("kind").and_then(|node| reader.code(node));
    // A kind that cannot be read may be any, which needs fewer keys than a memo.
    let lost = reader.may_have(fields, "kind") || reader.has_strange(&fields.path);
    let usual = if lost { "" } else { "memo" };
    written.unwrap_or_else(|| Placed {
        value: usual.to_owned(),
        place: fields.path.key("kind"),
    })
}

/// The items of a list, where the key is there.
fn items<'n, T>(
    reader: &mut Reader,
    fields: &Fields<'n>,
    key: &str,
    mut item: impl FnMut(&mut Reader, At<'n>) -> Option<T>,
) -> Vec<T> {
    let Some(node) = fields.get(key) else {
        return Vec::new();
    };
    let nodes = reader.list(node);
    nodes
        .into_iter()
        .filter_map(|node| item(reader, node))
        .collect()
}

fn required_sections(reader: &mut Reader, (node, path): At<'_>) -> Vec<MemoSection> {
    if matches!(node, Node::List(items) if items.is_empty()) {
        reader.empty(&path, "sections");
    }
    let nodes = reader.list((node, path));
    nodes
        .into_iter()
        .filter_map(|node| section(reader, node))
        .collect()
}

fn section(reader: &mut Reader, node: At<'_>) -> Option<MemoSection> {
    let fields = reader.mapping(node, "a section", keys_of("section"))?;
    let says = |key: &&str| *key != "id" && fields.has(key);
    if !keys_of("section").iter().any(says) {
        if fields.entries().all(|(key, _)| key == "id") {
            reader.tell(
                &rules::EMPTY_FIELD,
                &fields.path,
                "this section is empty",
                "add `heading:` or `body:`",
            );
        }
        return None;
    }
    Some(MemoSection {
        place: fields.path.clone(),
        id: fields.get("id").and_then(|node| reader.code(node)),
        heading: text::optional(reader, &fields, "heading", TextForm::Words),
        body: text::optional(reader, &fields, "body", TextForm::Words),
        sections: items(reader, &fields, "sections", section),
    })
}

fn signature(reader: &mut Reader, node: At<'_>) -> Option<MemoSignature> {
    let fields = reader.mapping(node, "a signature", keys_of("signature"))?;
    Some(MemoSignature {
        place: fields.path.clone(),
        original: reader.boolean(&fields, "original"),
        by: party::optional(reader, &fields, "by"),
        on_behalf_of: fields
            .get("for")
            .and_then(|node| party::party(reader, node)),
    })
}

/// Reports a signature that nobody gives: neither `by` nor a sender. What is faulty, or
/// lacks by another rule, is a finding already.
fn check_signatories(reader: &mut Reader, fields: &Fields<'_>, signature: &MemoSignature) {
    let names_somebody = |node: Option<&Node>| match node {
        None | Some(Node::Null) => false,
        Some(Node::List(items)) => !items.is_empty(),
        Some(_) => true,
    };
    let by = match fields.get("signature") {
        Some((Node::Mapping(mapping), _)) => mapping.get("by"),
        _ => None,
    };
    let sender = fields.get("sender").map(|(node, _)| node);
    let lost = reader.may_have(fields, "sender") && !fields.has("sender")
        || reader.is_meant(&signature.place.key("by"));
    if lost || names_somebody(by) || names_somebody(sender) {
        return;
    }
    reader.tell(
        &rules::NOBODY_SIGNS,
        &signature.place,
        "this signature has nobody who signs: there is neither `by` nor a sender",
        "add `by:` with the person who signs, or leave the signature out",
    );
}

fn enquiry(reader: &mut Reader, node: At<'_>) -> Option<Enquiry> {
    let known: Vec<&str> = keys_of("person")
        .iter()
        .chain(keys_of("enquiry"))
        .copied()
        .collect();
    let fields = reader.mapping(node, "an enquiry", &known)?;
    let contact = party::person(reader, &fields);
    let reachable = [
        "person",
        "name",
        "title",
        "organization",
        "telephone",
        "tty",
        "email",
    ];
    if !reachable.iter().any(|key| fields.has(key)) {
        reader.tell(
            &rules::NAMELESS_PERSON,
            &fields.path,
            "this enquiry says of nobody whom to ask",
            "add `name:`, `title:`, `telephone:` or `email:`",
        );
    }
    Some(Enquiry {
        place: fields.path.clone(),
        about: text::optional(reader, &fields, "about", TextForm::Any),
        contact,
    })
}

fn attachment(reader: &mut Reader, node: At<'_>) -> Option<Attachment> {
    let fields = reader.mapping(node, "an attachment", keys_of("attachment"))?;
    let title = text::required(reader, &fields, "title", TextForm::Words);
    let href = text::optional(reader, &fields, "href", TextForm::Any);
    let language = fields
        .get("language")
        .and_then(|node| lang(reader, node))
        .map(|lang| lang.value);
    Some(Attachment {
        place: fields.path.clone(),
        title: title?,
        href,
        language,
    })
}

fn detail(reader: &mut Reader, node: At<'_>) -> Option<Detail> {
    let fields = reader.mapping(node, "a detail", keys_of("detail"))?;
    let label = text::required(reader, &fields, "label", TextForm::Words);
    let value = text::required(reader, &fields, "value", TextForm::Any);
    Some(Detail {
        place: fields.path.clone(),
        label: label?,
        value: value?,
    })
}

fn lang(reader: &mut Reader, (node, path): At<'_>) -> Option<Placed<Lang>> {
    let index = reader.choice((node, path.clone()), &["en", "fr"])?;
    Some(Placed {
        value: if index == 0 { Lang::En } else { Lang::Fr },
        place: path,
    })
}

/// The languages of a memo; none where it is not known which.
fn languages(reader: &mut Reader, fields: &Fields<'_>) -> Option<Vec<Lang>> {
    let Some((node, path)) = fields.get("languages") else {
        let lost = reader.may_have(fields, "languages");
        return (!lost).then(|| Lang::ALL.to_vec());
    };
    let before = reader.count();
    if matches!(node, Node::List(items) if items.is_empty()) {
        reader.empty(&path, "languages");
    }
    let written: Vec<Lang> = items(reader, fields, "languages", lang)
        .into_iter()
        .map(|lang| lang.value)
        .collect();
    let known = Lang::ALL
        .into_iter()
        .filter(|lang| written.contains(lang))
        .collect();
    (reader.count() == before && !written.is_empty()).then_some(known)
}

fn ignore(reader: &mut Reader, node: At<'_>, codes: &Codes) -> Option<Ignore> {
    let fields = reader.mapping(node, "an exception", keys_of("exception"))?;
    let code = code(reader, &fields, codes);
    let at = reader.optional_string(&fields, "at");
    let reason = reader.required_string(&fields, "reason");
    Some(Ignore {
        place: fields.path.clone(),
        code: code?,
        at,
        reason: reason?.value,
    })
}

/// The code or name of a rule that there is.
fn code(reader: &mut Reader, fields: &Fields<'_>, codes: &Codes) -> Option<Placed<&'static Code>> {
    let Placed { value, place } = reader.required_string(fields, "code")?;
    let value = named_code(reader, codes, &value, (&place, false))?;
    Some(Placed { value, place })
}

/// The rule that is named, or a finding that there is none; `key` says whether the name
/// stands as a key.
fn named_code(
    reader: &mut Reader,
    codes: &Codes,
    code: &str,
    (place, key): (&NodePath, bool),
) -> Option<&'static Code> {
    if let Some(known) = codes.find(code) {
        return Some(known);
    }
    let message = format!("there is no rule `{code}`");
    let finding = if key {
        reader.at_key(&rules::UNKNOWN_VALUE, place, message)
    } else {
        reader.at(&rules::UNKNOWN_VALUE, place, message)
    };
    let hint = did_you_mean(
        codes.nearest(code, |_| true),
        "write the code that stands in the finding, such as `Y010`",
    );
    reader.report(finding.hint(hint));
    None
}
