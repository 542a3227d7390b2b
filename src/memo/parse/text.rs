//! Texts: words in two languages, plain strings, messages.

use super::fact;
use crate::lang::{Both, Lang};
use crate::memo::codes::{
    BRACE_AT_START, COLON_IN_TEXT, CONFLICTING_KEYS, EMPTY_FIELD, INVALID_NAME,
    TEXT_WITHOUT_LANGUAGES,
};
use crate::memo::keys::keys_of;
use crate::memo::model::{Text, TextValue};
use crate::memo::yaml::{At, Fields, Node, Reader, meant_key};

/// A Text of words, which need both languages.
pub(super) fn words(reader: &mut Reader, (node, path): At<'_>) -> Option<Text> {
    let Some(line) = node.as_text().filter(|text| !text.trim().is_empty()) else {
        return any(reader, (node, path));
    };
    let line = line.trim().lines().next().unwrap_or_default();
    let line: String = line.chars().take(40).collect();
    reader.tell(&path, TEXT_WITHOUT_LANGUAGES.say("plain", given!(line)));
    None
}

/// A Text of words, or a plain string: a name, a code, an address, a URL.
pub(super) fn any(reader: &mut Reader, node: At<'_>) -> Option<Text> {
    with_keys(reader, node, keys_of("text"))
}

/// A Text that may have these keys.
pub(super) fn with_keys(reader: &mut Reader, (node, path): At<'_>, known: &[&str]) -> Option<Text> {
    let before = reader.count();
    let text = any_text(reader, (node, path.clone()), known)?;
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

fn any_text(reader: &mut Reader, (node, path): At<'_>, known: &[&str]) -> Option<Text> {
    match node {
        Node::Text(text) | Node::Number(text) => Some(Text {
            place: reader.string((node, path))?.place,
            value: TextValue::Shared(text.clone()),
        }),
        Node::Mapping(_) if braces(reader, &(node, path.clone())) => None,
        Node::Mapping(_) => {
            let fields = reader.open_mapping((node, path), "text")?;
            mapping(reader, &fields, known)
        }
        _ => {
            reader.wrong_type((node, path), "text", None);
            None
        }
    }
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
        reader.tell(path, BRACE_AT_START.say("pattern", &[]));
    }
    is_pattern
}

fn mapping(reader: &mut Reader, fields: &Fields<'_>, known: &[&str]) -> Option<Text> {
    let bilingual = fields.has("en") || fields.has("fr");
    if !bilingual && !fields.has("message") {
        if fields.entries().next().is_none() {
            reader.tell(&fields.path, EMPTY_FIELD.say("text", &[]));
        } else if !is_cut_text(reader, fields, known) {
            // No colon has cut a text in two.
            reader.unknown_keys(fields, known);
        }
        return None;
    }
    reader.unknown_keys(fields, known);
    if !fields.has("message") {
        if fields.has("args") {
            let place = fields.path.key("args");
            reader.tell_key(&place, CONFLICTING_KEYS.say("args", &[]));
        }
        return languages(reader, fields);
    }
    if bilingual {
        let place = fields.path.key("message");
        reader.tell_key(&place, CONFLICTING_KEYS.say("message", &[]));
        return None;
    }
    message(reader, fields)
}

/// Reports a text that a colon has cut into one key and its value.
pub(super) fn is_cut_text(reader: &mut Reader, fields: &Fields<'_>, known: &[&str]) -> bool {
    let mut entries = fields.entries();
    let (Some((key, value)), None) = (entries.next(), entries.next()) else {
        return false;
    };
    let is_key = known.contains(&key) || meant_key(key, known).is_some();
    let is_cut = !is_key && value.as_text().is_some();
    if is_cut {
        reader.tell(&fields.path, COLON_IN_TEXT.say("cut", &[]));
    }
    is_cut
}

fn languages(reader: &mut Reader, fields: &Fields<'_>) -> Option<Text> {
    let mut sound = true;
    let mut words = |lang: Lang| {
        let (node, path) = fields.get(lang.code())?;
        if let Some(text) = node.as_text() {
            return (!text.trim().is_empty()).then(|| text.to_owned());
        }
        sound = false;
        if !braces(reader, &(node, path.clone())) {
            reader.wrong_type((node, path), "words", None);
        }
        None
    };
    let both = Both::of(&mut words);
    sound &= !Lang::ALL
        .iter()
        .any(|lang| reader.is_null_word(&fields.path.key(lang.code())));
    if both == Both::default() {
        if sound {
            reader.tell_key(&fields.path, EMPTY_FIELD.say("words", &[]));
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
    let args = fact::named(reader, fields, "args");
    let id = id?;
    let (name, attribute) = id.value.split_once('.').unwrap_or((&id.value, "a"));
    if !fact::is_identifier(name) || !fact::is_identifier(attribute) {
        let wording = INVALID_NAME.say("message", given!(written = id.value));
        reader.tell(&id.place, wording);
        return None;
    }
    Some(Text {
        value: TextValue::Message { id: id.value, args },
        place: fields.path.clone(),
    })
}
