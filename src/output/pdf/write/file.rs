//! Objects → bytes: object streams, a cross-reference stream, everything deflated but
//! the XMP packet and that table (ISO 32000-1, 7.5).

use super::error::WriteError;
use lopdf::{
    Dictionary, Document, Object, ObjectId, ObjectStreamConfig, SaveOptions, StringFormat,
};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// How many objects an object stream holds at most. Readers keep whole streams in
/// memory; a memo's objects fit in one, which deflates best.
const PER_STREAM: usize = 2000;

/// The file of a document's objects. What the trailer does not reach is left out.
///
/// # Errors
/// lopdf cannot write them.
pub(super) fn serialize(mut document: Document) -> Result<Vec<u8>, WriteError> {
    let mut trailer = Dictionary::new();
    for key in ["Root", "Info"] {
        if let Ok(object) = document.trailer.get(key.as_bytes()) {
            trailer.set(key, object.clone());
        }
    }
    document.trailer = trailer;
    document.version = "1.7".to_owned();
    let reached = reached(&document);
    document.objects.retain(|id, _| reached.contains(id));
    for object in document.objects.values_mut() {
        if let Object::Stream(stream) = object
            && !stream.dict.has_type(b"Metadata")
        {
            let _ = stream.compress();
        }
    }
    let fault = |error: std::io::Error| WriteError::Pages(error.to_string());
    // The identifier says what the file says: one document, one identifier.
    let mut plain = Vec::new();
    document.save_to(&mut plain).map_err(fault)?;
    let hash = Sha256::digest(&plain);
    let hash = hash.get(..16).unwrap_or(&hash).to_vec();
    let identifier = Object::String(hash, StringFormat::Hexadecimal);
    let identifiers = vec![identifier.clone(), identifier];
    document.trailer.set("ID", identifiers);
    let options = SaveOptions {
        use_object_streams: true,
        use_xref_streams: true,
        object_stream_config: ObjectStreamConfig {
            max_objects_per_stream: PER_STREAM,
            compression_level: 9,
        },
        ..SaveOptions::default()
    };
    let mut bytes = Vec::new();
    document
        .save_with_options(&mut bytes, options)
        .map_err(fault)?;
    Ok(bytes)
}

/// The objects that the trailer leads to.
fn reached(document: &Document) -> BTreeSet<ObjectId> {
    let mut reached = BTreeSet::new();
    let mut waiting: Vec<&Object> = document.trailer.iter().map(|(_, object)| object).collect();
    while let Some(object) = waiting.pop() {
        match object {
            Object::Reference(id) if reached.insert(*id) => {
                waiting.extend(document.objects.get(id));
            }
            Object::Array(objects) => waiting.extend(objects),
            Object::Dictionary(dictionary) => {
                waiting.extend(dictionary.iter().map(|(_, object)| object));
            }
            Object::Stream(stream) => {
                waiting.extend(stream.dict.iter().map(|(_, object)| object));
            }
            _ => {}
        }
    }
    reached
}
