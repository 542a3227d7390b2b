//! Texts: words in two languages, plain strings, messages.

use super::fact;
use crate::lang::{Both, Lang};
use crate::memo::codes;
use crate::memo::keys::keys_of;
use crate::memo::model::{Text, TextValue};
use crate::memo::yaml::{At, Fields, Node, Reader, meant_key};

/// What a Text may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TextForm {
    /// Words, which need both languages.
    Words,
    /// Words, or a plain string: a name, a code, an address, a URL.
    Any,
}

/// Reads a Text.
pub(super) fn text(reader: &mut Reader, node: At<'_>, form: TextForm) -> Option<Text> {
    text_with(reader, node, form, &[])
}

/// Reads a Text that has further keys beside its own.
pub(super) fn text_with(
    reader: &mut Reader,
    (node, path): At<'_>,
    form: TextForm,
    further: &[&str],
) -> Option<Text> {
    let before = reader.count();
    let text = any_text(reader, (node, path.clone()), form, further)?;
    let faulty = reader.count() > before;
    // A text that may have lost words of a language is left out in both.
    let whole = match &text.value {
        TextValue::Bilingual(Both { en, fr }) => {
            let both = en.is_some() && fr.is_some();
            (both || !faulty) && !reader.is_broken_at(&path)
        }
        TextValue::Message { .. } => !faulty,
        TextValue::Shared(_) => true,
    };
    whole.then_some(text)
}

fn any_text(
    reader: &mut Reader,
    (node, path): At<'_>,
    form: TextForm,
    further: &[&str],
) -> Option<Text> {
    match node {
        Node::Text(_) | Node::Number(_) => plain(reader, (node, path), form),
        Node::Mapping(_) if braces(reader, &(node, path.clone())) => None,
        Node::Mapping(_) => {
            let fields = reader.open_mapping((node, path), "a text")?;
            mapping(reader, &fields, further)
        }
        _ => {
            reader.wrong_type(
                (node, path),
                "a text",
                "write `en:` and `fr:` on lines of their own",
            );
            None
        }
    }
}

/// A Text of a key, where it is there.
pub(super) fn optional(
    reader: &mut Reader,
    fields: &Fields<'_>,
    key: &str,
    form: TextForm,
) -> Option<Text> {
    let node = fields.get(key)?;
    text(reader, node, form)
}

/// A Text of a key that must be there.
pub(super) fn required(
    reader: &mut Reader,
    fields: &Fields<'_>,
    key: &str,
    form: TextForm,
) -> Option<Text> {
    let node = reader.required(fields, key)?;
    text(reader, node, form)
}

fn plain(reader: &mut Reader, (node, path): At<'_>, form: TextForm) -> Option<Text> {
    let value = reader.string((node, path))?;
    if form == TextForm::Words {
        let line = value.value.lines().next().unwrap_or_default();
        let line: String = line.chars().take(40).collect();
        reader.tell(
            &codes::TEXT_WITHOUT_LANGUAGES,
            &value.place,
            "these words need both languages",
            format!("write two lines below the key, indented:\n  en: {line}\n  fr: …"),
        );
        return None;
    }
    let text = node.as_text().unwrap_or_default().to_owned();
    Some(Text {
        value: TextValue::Shared(text),
        place: value.place,
    })
}

/// Reports `{ $fact } …`, which YAML reads as keys with values.
fn braces(reader: &mut Reader, (node, path): &At<'_>) -> bool {
    let Node::Mapping(mapping) = node else {
        return false;
    };
    let is_pattern = mapping
        .entries
        .first()
        .is_some_and(|(key, _)| key.starts_with(['$', '-']) || key.contains('('));
    if is_pattern {
        reader.tell(
            &codes::BRACE_AT_START,
            path,
            "a text cannot begin with `{` unless it is quoted",
            "put the text in quotation marks",
        );
    }
    is_pattern
}

fn mapping(reader: &mut Reader, fields: &Fields<'_>, further: &[&str]) -> Option<Text> {
    let known: Vec<&str> = keys_of("text").iter().chain(further).copied().collect();
    let bilingual = fields.has("en") || fields.has("fr");
    if !bilingual && !fields.has("message") {
        no_text(reader, fields, &known);
        return None;
    }
    reader.unknown_keys(fields, &known);
    if !fields.has("message") {
        if fields.has("args") {
            conflict(reader, fields, "args", "`args` belongs to a `message`");
        }
        return languages(reader, fields);
    }
    if bilingual {
        conflict(reader, fields, "message", "`message` stands beside words");
        return None;
    }
    message(reader, fields)
}

/// Reports a mapping that is no Text: often a colon has cut a text in two.
fn no_text(reader: &mut Reader, fields: &Fields<'_>, known: &[&str]) {
    if is_cut_text(reader, fields, known) {
        return;
    }
    match fields.entries().next() {
        None => {
            reader.tell(
                &codes::EMPTY_FIELD,
                &fields.path,
                "this text is empty",
                "write `en:` and `fr:` on lines of their own",
            );
        }
        _ => reader.unknown_keys(fields, known),
    }
}

/// Reports a text that a colon has cut into one key and its value.
pub(super) fn is_cut_text(reader: &mut Reader, fields: &Fields<'_>, known: &[&str]) -> bool {
    let mut entries = fields.entries();
    let (Some((key, value)), None) = (entries.next(), entries.next()) else {
        return false;
    };
    if meant_key(key, known).is_some()
        || known.contains(&key)
        || !matches!(value, Node::Text(_) | Node::Number(_))
    {
        return false;
    }
    let finding = reader
        .at(
            &codes::COLON_IN_TEXT,
            &fields.path,
            "a colon followed by a space cuts this text in two",
        )
        .hint("put the text in quotation marks")
        .hint("words in two languages stand under `en:` and `fr:`");
    reader.report(finding);
    true
}

fn conflict(reader: &mut Reader, fields: &Fields<'_>, key: &str, message: &str) {
    reader.tell_key(
        &codes::CONFLICTING_KEYS,
        &fields.path.key(key),
        message,
        "write either `en:` and `fr:`, or `message:` with `args:`",
    );
}

fn languages(reader: &mut Reader, fields: &Fields<'_>) -> Option<Text> {
    let mut sound = true;
    let mut words = |lang: Lang| {
        let (node, path) = fields.get(lang.code())?;
        match node {
            Node::Text(_) | Node::Number(_) => {
                let text = node.as_text().unwrap_or_default();
                (!text.trim().is_empty()).then(|| text.to_owned())
            }
            _ => {
                sound = false;
                if !braces(reader, &(node, path.clone())) {
                    reader.wrong_type((node, path), "text", "put the words in quotation marks");
                }
                None
            }
        }
    };
    let both = Both::of(&mut words);
    sound &= !Lang::ALL
        .iter()
        .any(|lang| reader.is_null_word(&fields.path.key(lang.code())));
    if both == Both::default() {
        if sound {
            reader.tell_key(
                &codes::EMPTY_FIELD,
                &fields.path,
                "this text is empty",
                "write the words behind `en:` and `fr:`",
            );
        }
        return None;
    }
    Some(Text {
        value: TextValue::Bilingual(both),
        place: fields.path.clone(),
    })
}

fn message(reader: &mut Reader, fields: &Fields<'_>) -> Option<Text> {
    let id = reader.required_string(fields, "message");
    let args = match fields.get("args") {
        Some(node) => fact::arguments(reader, node),
        None => Vec::new(),
    };
    let id = id?;
    let (name, attribute) = id.value.split_once('.').unwrap_or((&id.value, "a"));
    if !fact::is_identifier(name) || !fact::is_identifier(attribute) {
        reader.tell(
            &codes::INVALID_NAME,
            &id.place,
            format!("`{}` is not the name of a message", id.value),
            "a message's name has letters, digits, `-` and `_`, and begins with a letter",
        );
        return None;
    }
    Some(Text {
        value: TextValue::Message { id: id.value, args },
        place: fields.path.clone(),
    })
}
