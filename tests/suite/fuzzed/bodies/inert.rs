//! A PDF that is printed matter: nothing in it runs, opens or sends anything by itself, and
//! its links lead to addresses that a person follows.

use lopdf::{Dictionary, Document, Object};

/// Keys under which a file of this format can hold a program, a form, a medium or another
/// file (ISO 32000-1, 7.11, 8.4 and 12.6 to 13).
const ACTIVE: [&[u8]; 14] = [
    b"AA",
    b"AcroForm",
    b"EmbeddedFile",
    b"EmbeddedFiles",
    b"EF",
    b"JavaScript",
    b"JS",
    b"Launch",
    b"Movie",
    b"OpenAction",
    b"RichMedia",
    b"Sound",
    b"XFA",
    b"F",
];

/// What a link may do: lead to a place in the document, or to an address.
const ACTIONS: [&[u8]; 2] = [b"GoTo", b"URI"];
const SCHEMES: [&str; 4] = ["http:", "https:", "mailto:", "tel:"];

/// Fails where something in the file is not inert.
pub fn assert_inert(file: &Document) {
    for object in file.objects.values() {
        look(object);
    }
}

fn look(object: &Object) {
    match object {
        Object::Array(items) => items.iter().for_each(look),
        Object::Dictionary(dictionary) => look_in(dictionary),
        Object::Stream(stream) => look_in(&stream.dict),
        _ => {}
    }
}

fn look_in(dictionary: &Dictionary) {
    let is_annotation = dictionary.has(b"Subtype") && dictionary.has(b"Rect");
    for (key, value) in dictionary {
        // `F` of an annotation are its flags, and no file.
        let allowed = key == b"F" && is_annotation;
        let active = ACTIVE.contains(&key.as_slice()) && !allowed;
        assert!(
            !active,
            "/{} in {dictionary:?}",
            String::from_utf8_lossy(key)
        );
        look(value);
    }
    let is_action = dictionary.has(b"URI") || dictionary.has_type(b"Action");
    if !is_action {
        return;
    }
    let kind = dictionary.get(b"S").and_then(Object::as_name);
    let kind = kind.expect("an action says what it does");
    assert!(ACTIONS.contains(&kind), "{dictionary:?}");
    if let Ok(address) = dictionary.get(b"URI").and_then(Object::as_str) {
        let address = String::from_utf8_lossy(address).to_lowercase();
        let known = SCHEMES.iter().any(|scheme| address.starts_with(scheme));
        let has_scheme = address
            .split(['/', '?', '#'])
            .next()
            .is_some_and(|it| it.contains(':'));
        assert!(known || !has_scheme, "a link leads to {address}");
    }
}
