//! From a memo's YAML to plain data, with every fault of the file collected.

mod about;
mod contact;
mod date;
mod directory;
mod fact;
mod letterhead;
mod number;
mod outcome;
mod party;
mod settings;
mod several;
#[cfg(test)]
mod tests;
mod text;

pub use about::RESERVED;
pub use contact::SCHEMES;
pub use directory::parse_directory;
pub use fact::FACT_KINDS;
pub use letterhead::parse_letterhead;
pub use settings::parse_settings;

use crate::diagnostic::{Code, Codes, Diagnostic};
use crate::lang::Lang;
use crate::limits::{Limit, current, grouped};
use crate::memo::codes::{
    DATE_BEFORE_MEMO, DEEP_SECTION, EMPTY_FIELD, EMPTY_FILE, NAMELESS_PERSON, NOBODY_SIGNS,
    UNKNOWN_VALUE,
};
use crate::memo::fact::Date;
use crate::memo::keys::keys_of;
use crate::memo::model::{
    Attachment, Detail, Enquiry, Ignore, Memo, MemoSection, MemoSignature, NumberedParts, Party,
    Placed, Text, TextValue,
};
use crate::memo::path::NodePath;
use crate::memo::yaml::{At, Fields, LazyPositions, Node, Reader};
use crate::source::SourceFile;
use std::sync::Arc;

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
        reader.tell(&NodePath::root(), EMPTY_FILE.say("memo", &[]));
    }
    let memo = reader
        .fields(&root, "memo", keys_of("memo"))
        .map(|fields| memo(&mut reader, &fields, stem, codes));
    (memo, reader.finish())
}

fn memo(reader: &mut Reader, fields: &Fields<'_>, stem: &str, codes: &Codes) -> Memo {
    let mut kind = kind(reader, fields);
    let parts = required_parts(reader, fields, kind.value == "memo");
    let (facts, mut unread) = fact::facts(reader, fields);
    let signature = reader.one(fields, "signature", signature);
    if let Some(signature) = signature.as_ref().filter(|_| kind.value != "memo") {
        check_signatories(reader, fields, signature);
    }
    let languages = languages(reader, fields);
    unread.languages = languages.is_none();
    if kind.value.is_empty() {
        kind.value.push_str("memo");
    }
    let updated = reader.one(fields, "updated", date::date);
    let action_by = reader.one(fields, "action-by", date::date);
    let status = reader.one(fields, "status", outcome::status);
    let since = status.as_ref().map(|status| &status.date);
    let about = about::about(reader, fields);
    let expires = about.expires.as_ref();
    let later = [updated.as_ref(), action_by.as_ref(), since, expires];
    for later in later.into_iter().flatten() {
        check_order(reader, parts.date.as_ref(), later);
    }
    let exception = |reader: &mut Reader, node: At<'_>| ignore(reader, node, codes);
    Memo {
        file: Arc::clone(reader.file()),
        stem: stem.to_owned(),
        kind,
        updated,
        effective: reader.one(fields, "effective", date::date),
        action_by,
        status,
        reference: reader.one(fields, "reference", text::any),
        classification: reader.one(fields, "classification", Reader::code),
        marks: reader.items(fields, "marks", Reader::code),
        letterhead: reader.one(fields, "letterhead", letterhead::choice),
        sender: parts.sender,
        through: party::parties(reader, fields, "through"),
        recipients: parts.recipients,
        distribution: party::parties(reader, fields, "distribution"),
        salutation: reader.one(fields, "salutation", text::words),
        facts,
        sections: parts.sections,
        closing: reader.one(fields, "closing", text::words),
        signature,
        decision: reader.one(fields, "decision", outcome::decision),
        enquiries: reader.items(fields, "enquiries", enquiry),
        attachments: reader.items(fields, "attachments", attachment),
        cc: party::parties(reader, fields, "cc"),
        appendices: reader.items(fields, "appendices", outer_section),
        about,
        details: reader.items(fields, "details", detail),
        numbered: reader.one(fields, "numbered", numbering),
        source_language: reader
            .one(fields, "source-language", lang)
            .unwrap_or(Lang::En),
        languages: languages.unwrap_or_else(|| Lang::ALL.to_vec()),
        ignore: reader.items(fields, "ignore", exception),
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
    subject: Option<Text>,
    sections: Vec<MemoSection>,
}

fn required_parts(reader: &mut Reader, fields: &Fields<'_>, is_memo: bool) -> RequiredParts {
    let parties = |reader: &mut Reader, key: &str, required: bool| match required {
        true => party::required(reader, fields, key),
        false => party::parties(reader, fields, key),
    };
    let to_nobody = is_memo && !reader.may_have(fields, "distribution");
    RequiredParts {
        date: reader.must(fields, "date", date::date),
        sender: parties(reader, "sender", is_memo),
        recipients: parties(reader, "recipients", to_nobody),
        subject: reader.must(fields, "subject", text::words),
        sections: match reader.filled(fields, "sections") {
            Some(node) => reader.each(node, outer_section),
            None => Vec::new(),
        },
    }
}

/// Reports a day that cannot come before the memo's own.
fn check_order(reader: &mut Reader, date: Option<&Placed<Date>>, later: &Placed<Date>) {
    let Some(date) = date.filter(|date| later.value < date.value) else {
        return;
    };
    let (day, own) = (later.value.to_string(), date.value.to_string());
    let wording = DATE_BEFORE_MEMO.say("before", given!(later = day, date = own));
    reader.tell_beside([&later.place, &date.place], wording);
}

fn kind(reader: &mut Reader, fields: &Fields<'_>) -> Placed<String> {
    let written = reader.one(fields, "kind", Reader::code);
    // A kind that cannot be read may be any, which needs fewer keys than a memo.
    let lost = reader.may_have(fields, "kind") || reader.has_strange(&fields.path);
    let usual = if lost { "" } else { "memo" };
    written.unwrap_or_else(|| Placed {
        value: usual.to_owned(),
        place: fields.path.key("kind"),
    })
}

fn outer_section(reader: &mut Reader, node: At<'_>) -> Option<MemoSection> {
    section(reader, node, 1)
}

/// A section that stands so deep; what is deeper than sections may be is told, and not
/// looked at.
fn section(reader: &mut Reader, node: At<'_>, depth: u64) -> Option<MemoSection> {
    let most = current(Limit::SectionNesting);
    if depth > most {
        reader.tell(
            &node.1,
            DEEP_SECTION.say("deep", given!(most = grouped(most))),
        );
        return None;
    }
    let fields = reader.keys(node, "section")?;
    let says = |key: &str| !matches!(key, "id" | "numbered");
    if !keys_of("section")
        .iter()
        .any(|key| says(key) && fields.has(key))
    {
        if fields.entries().all(|(key, _)| !says(key)) {
            reader.tell(&fields.path, EMPTY_FIELD.say("section", &[]));
        }
        return None;
    }
    Some(MemoSection {
        place: fields.path.clone(),
        id: reader.one(&fields, "id", Reader::code),
        numbered: reader.one(&fields, "numbered", numbering),
        heading: reader.one(&fields, "heading", text::words),
        body: reader.one(&fields, "body", text::words),
        sections: reader.items(&fields, "sections", |reader, node| {
            section(reader, node, depth + 1)
        }),
    })
}

fn signature(reader: &mut Reader, node: At<'_>) -> Option<MemoSignature> {
    let fields = reader.keys(node, "signature")?;
    Some(MemoSignature {
        place: fields.path.clone(),
        original: reader.boolean(&fields, "original"),
        by: party::parties(reader, &fields, "by"),
        on_behalf_of: reader.one(&fields, "for", party::party),
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
    if !lost && !names_somebody(by) && !names_somebody(sender) {
        reader.tell(&signature.place, NOBODY_SIGNS.say("nobody", &[]));
    }
}

fn enquiry(reader: &mut Reader, node: At<'_>) -> Option<Enquiry> {
    let known = [keys_of("person"), keys_of("enquiry")].concat();
    let fields = reader.mapping(node, "enquiry", &known)?;
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
        reader.tell(&fields.path, NAMELESS_PERSON.say("enquiry", &[]));
    }
    Some(Enquiry {
        place: fields.path.clone(),
        about: reader.one(&fields, "about", text::any),
        contact,
    })
}

fn attachment(reader: &mut Reader, node: At<'_>) -> Option<Attachment> {
    let fields = reader.keys(node, "attachment")?;
    let title = reader.must(&fields, "title", text::words);
    let href = reader.one(&fields, "href", text::any);
    let language = reader.one(&fields, "language", lang);
    Some(Attachment {
        place: fields.path.clone(),
        title: title?,
        href,
        language,
    })
}

fn detail(reader: &mut Reader, node: At<'_>) -> Option<Detail> {
    let fields = reader.keys(node, "detail")?;
    let label = reader.must(&fields, "label", text::words);
    let value = reader.must(&fields, "value", text::any);
    Some(Detail {
        place: fields.path.clone(),
        label: label?,
        value: value?,
    })
}

fn numbering(reader: &mut Reader, node: At<'_>) -> Option<NumberedParts> {
    let choices = [
        ("headings", NumberedParts::Headings),
        ("paragraphs", NumberedParts::Paragraphs),
    ];
    if let Node::Bool(written) = node.0 {
        let (written, choices) = (written.to_string(), "`headings`, `paragraphs`");
        let near = None::<&str>;
        let wording = UNKNOWN_VALUE.say("choice", given!(written, near, choices));
        reader.tell(&node.1, wording);
        return None;
    }
    reader.chosen(node, &choices)
}

fn lang(reader: &mut Reader, node: At<'_>) -> Option<Lang> {
    reader.chosen(node, &Lang::ALL.map(|lang| (lang.code(), lang)))
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
    let written = reader.items(fields, "languages", lang);
    let known = Lang::ALL.into_iter().filter(|it| written.contains(it));
    let known = known.collect();
    (reader.count() == before && !written.is_empty()).then_some(known)
}

fn ignore(reader: &mut Reader, node: At<'_>, codes: &Codes) -> Option<Ignore> {
    let fields = reader.keys(node, "exception")?;
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
    let near = codes.nearest(code, |_| true);
    let wording = UNKNOWN_VALUE.say("rule", given!(written = code, near));
    match key {
        true => reader.tell_key(place, wording),
        false => reader.tell(place, wording),
    }
    None
}
