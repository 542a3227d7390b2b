//! Objects → bytes: object streams, a cross-reference stream, everything deflated
//! but the XMP packet (ISO 32000-1, 7.5). lopdf's own writer leaves the
//! cross-reference stream plain and numbers objects by the order of their making.

use super::deflate::deflate;
use super::metadata::trailer_entries;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat};
use std::io::Write as _;

/// How many objects an object stream holds at most. Readers keep whole streams in
/// memory; a memo's objects fit in one, which deflates best.
const PER_STREAM: usize = 2000;

/// The file of a document's objects. What the trailer does not reach is left out.
pub(super) fn serialize(document: &Document) -> Vec<u8> {
    let numbers = number_objects(document);
    let mut file = File {
        bytes: b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec(),
        places: vec![Place::Free; numbers.order.len() + 1],
    };
    let mut packed = Vec::new();
    for (number, id) in (1..).zip(&numbers.order) {
        match document.objects.get(id) {
            Some(Object::Stream(stream)) => file.add_stream(number, stream, &numbers),
            Some(object) => packed.push((number, object)),
            None => packed.push((number, &Object::Null)),
        }
    }
    for objects in packed.chunks(PER_STREAM) {
        file.add_packed(objects, &numbers);
    }
    file.finish(document, &numbers)
}

/// The objects that the trailer reaches, in the order in which it does, and their
/// numbers from 1.
#[derive(Default)]
struct Numbers {
    order: Vec<ObjectId>,
    /// By the objects' own numbers, of which each stands for one object here; 0 where there
    /// is none.
    by_id: Vec<usize>,
}

impl Numbers {
    /// The number of an object, if it has one.
    fn of(&self, id: ObjectId) -> Option<usize> {
        let number = self.by_id.get(usize::try_from(id.0).ok()?).copied();
        number.filter(|number| *number > 0)
    }

    fn add(&mut self, id: ObjectId) {
        let Ok(place) = usize::try_from(id.0) else {
            return;
        };
        if self.by_id.len() <= place {
            self.by_id.resize(place + 1, 0);
        }
        if let Some(number) = self.by_id.get_mut(place).filter(|number| **number == 0) {
            self.order.push(id);
            *number = self.order.len();
        }
    }
}

fn number_objects(document: &Document) -> Numbers {
    let mut numbers = Numbers::default();
    let mut next = 0;
    for (_, object) in trailer_entries(document) {
        find_references(object, &mut numbers);
    }
    while let Some(id) = numbers.order.get(next) {
        if let Some(object) = document.objects.get(id) {
            find_references(object, &mut numbers);
        }
        next += 1;
    }
    numbers
}

fn find_references(object: &Object, numbers: &mut Numbers) {
    match object {
        Object::Reference(id) => numbers.add(*id),
        Object::Array(array) => {
            for object in array {
                find_references(object, numbers);
            }
        }
        Object::Dictionary(dictionary)
        | Object::Stream(Stream {
            dict: dictionary, ..
        }) => {
            for (_, object) in dictionary {
                find_references(object, numbers);
            }
        }
        _ => {}
    }
}

/// Where an object is.
#[derive(Clone, Copy)]
enum Place {
    Free,
    At(usize),
    In { stream: usize, index: usize },
}

/// The file while it is written.
struct File {
    bytes: Vec<u8>,
    /// For each number, from 0.
    places: Vec<Place>,
}

impl File {
    fn add_stream(&mut self, number: usize, stream: &Stream, numbers: &Numbers) {
        let mut dictionary = stream.dict.clone();
        let packet = dictionary.has_type(b"Metadata");
        if packet || dictionary.has(b"Filter") {
            self.write_stream(number, dictionary, &stream.content, numbers);
        } else {
            dictionary.set("Filter", "FlateDecode");
            let content = deflate(&stream.content);
            self.write_stream(number, dictionary, &content, numbers);
        }
    }

    fn add_packed(&mut self, objects: &[(usize, &Object)], numbers: &Numbers) {
        let stream = self.places.len();
        self.places.push(Place::Free);
        let mut index = Vec::new();
        let mut content = Vec::new();
        for (nth, (number, object)) in objects.iter().enumerate() {
            for figure in [*number, content.len()] {
                write_integer(&mut index, figure as i64);
                index.push(b' ');
            }
            write_object(&mut content, object, numbers);
            content.push(b' ');
            if let Some(place) = self.places.get_mut(*number) {
                *place = Place::In { stream, index: nth };
            }
        }
        let mut dictionary = Dictionary::new();
        dictionary.set("Type", "ObjStm");
        dictionary.set("N", objects.len() as i64);
        dictionary.set("First", index.len() as i64);
        dictionary.set("Filter", "FlateDecode");
        index.append(&mut content);
        let content = deflate(&index);
        self.write_stream(stream, dictionary, &content, numbers);
    }

    fn write_stream(
        &mut self,
        number: usize,
        mut dictionary: Dictionary,
        content: &[u8],
        numbers: &Numbers,
    ) {
        dictionary.set("Length", content.len() as i64);
        if let Some(place) = self.places.get_mut(number) {
            *place = Place::At(self.bytes.len());
        }
        let _ = writeln!(self.bytes, "{number} 0 obj");
        write_dictionary(&mut self.bytes, &dictionary, numbers);
        self.bytes.extend_from_slice(b"\nstream\n");
        self.bytes.extend_from_slice(content);
        self.bytes.extend_from_slice(b"\nendstream\nendobj\n");
    }

    /// Adds the cross-reference stream, which is the trailer too. The identifier is
    /// a hash of all bytes before it.
    fn finish(mut self, document: &Document, numbers: &Numbers) -> Vec<u8> {
        let start = self.bytes.len();
        let number = self.places.len();
        self.places.push(Place::At(start));
        let mut dictionary = Dictionary::new();
        dictionary.set("Type", "XRef");
        dictionary.set("Size", self.places.len() as i64);
        dictionary.set("W", [1, ROW as i64 - 3, 2].map(Object::from).to_vec());
        for (key, value) in trailer_entries(document) {
            dictionary.set(key, value.clone());
        }
        let hash = identifier(&self.bytes).to_vec();
        let identifier = Object::String(hash, StringFormat::Hexadecimal);
        dictionary.set("ID", vec![identifier.clone(), identifier]);
        dictionary.set("Filter", "FlateDecode");
        let mut parameters = Dictionary::new();
        // Each row as the difference from the one above.
        parameters.set("Predictor", 12);
        parameters.set("Columns", ROW as i64);
        dictionary.set("DecodeParms", parameters);
        let table = deflate(&self.table());
        self.write_stream(number, dictionary, &table, numbers);
        let _ = write!(self.bytes, "startxref\n{start}\n%%EOF\n");
        self.bytes
    }

    /// The cross-reference table with the predictor "up".
    fn table(&self) -> Vec<u8> {
        let mut table = Vec::with_capacity(self.places.len() * (ROW + 1));
        let mut above = [0; ROW];
        for place in &self.places {
            let (kind, main, index) = match *place {
                Place::Free => (0, 0, 0xFFFF),
                Place::At(offset) => (1, offset, 0),
                Place::In { stream, index } => (2, stream, index),
            };
            let main = (main as u32).to_be_bytes();
            let index = (index as u16).to_be_bytes();
            let row = [kind, main[0], main[1], main[2], main[3], index[0], index[1]];
            table.push(2);
            table.extend(
                row.iter()
                    .zip(above)
                    .map(|(byte, up)| byte.wrapping_sub(up)),
            );
            above = row;
        }
        table
    }
}

/// Tells files apart that hold different bytes (ISO 32000-1, 14.4). Nothing depends on
/// whether somebody could make two that it does not tell apart.
fn identifier(bytes: &[u8]) -> [u8; 16] {
    /// The prime of the hash FNV of 128 bits.
    const PRIME: u128 = (1 << 88) + 0x13B;
    let mut hash = bytes.len() as u128;
    for chunk in bytes.chunks(16) {
        let mut word = [0; 16];
        for (to, from) in word.iter_mut().zip(chunk) {
            *to = *from;
        }
        hash = (hash ^ u128::from_le_bytes(word)).wrapping_mul(PRIME);
        // What is multiplied only moves up.
        hash ^= hash >> 64;
    }
    hash.wrapping_mul(PRIME).to_be_bytes()
}

/// The bytes of a row of the cross-reference table.
const ROW: usize = 7;

fn write_object(bytes: &mut Vec<u8>, object: &Object, numbers: &Numbers) {
    match object {
        Object::Null => bytes.extend_from_slice(b"null"),
        Object::Boolean(value) => bytes.extend_from_slice(if *value { b"true" } else { b"false" }),
        Object::Integer(value) => write_integer(bytes, *value),
        Object::Real(value) => write_real(bytes, *value),
        Object::Name(name) => write_name(bytes, name),
        Object::String(text, format) => write_string(bytes, text, format),
        Object::Array(array) => {
            bytes.push(b'[');
            for (index, object) in array.iter().enumerate() {
                if index > 0 && !starts_with_delimiter(object) {
                    bytes.push(b' ');
                }
                write_object(bytes, object, numbers);
            }
            bytes.push(b']');
        }
        Object::Dictionary(dictionary) => write_dictionary(bytes, dictionary, numbers),
        // Streams are objects of their own.
        Object::Stream(_) => bytes.extend_from_slice(b"null"),
        Object::Reference(id) => match numbers.of(*id) {
            Some(number) => {
                write_integer(bytes, number as i64);
                bytes.extend_from_slice(b" 0 R");
            }
            None => bytes.extend_from_slice(b"null"),
        },
    }
}

/// Whether an object tells itself from what stands before it.
fn starts_with_delimiter(object: &Object) -> bool {
    matches!(
        object,
        Object::Name(_) | Object::String(..) | Object::Array(_) | Object::Dictionary(_)
    )
}

fn write_dictionary(bytes: &mut Vec<u8>, dictionary: &Dictionary, numbers: &Numbers) {
    bytes.extend_from_slice(b"<<");
    for (key, value) in dictionary {
        write_name(bytes, key);
        if !starts_with_delimiter(value) {
            bytes.push(b' ');
        }
        write_object(bytes, value, numbers);
    }
    bytes.extend_from_slice(b">>");
}

/// A whole number.
fn write_integer(bytes: &mut Vec<u8>, value: i64) {
    if value < 0 {
        bytes.push(b'-');
    }
    let mut rest = value.unsigned_abs();
    // No number has more figures.
    let mut figures = [b'0'; 20];
    let mut first = figures.len();
    loop {
        first -= 1;
        figures[first] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    bytes.extend_from_slice(&figures[first..]);
}

/// A number without an exponent, to nine decimals, so that small factors keep their
/// digits.
fn write_real(bytes: &mut Vec<u8>, value: f32) {
    let hundredths = value * 100.0;
    let whole = hundredths.round();
    // Most numbers are lengths to a hundredth, whose figures are known without more.
    if whole.abs() < 1e6 && whole / 100.0 == value {
        return write_hundredths(bytes, whole as i64);
    }
    let rounded = ((f64::from(value) * 1e9).round() / 1e9) as f32;
    let rounded = if rounded.is_finite() { rounded } else { 0.0 };
    let _ = write!(bytes, "{rounded}");
}

/// A number of hundredths as `12`, `1.5` or `-0.25`.
fn write_hundredths(bytes: &mut Vec<u8>, value: i64) {
    if value < 0 {
        bytes.push(b'-');
    }
    let value = value.abs();
    write_integer(bytes, value / 100);
    let rest = (value % 100) as u8;
    if rest > 0 {
        bytes.extend_from_slice(&[b'.', b'0' + rest / 10]);
        if !rest.is_multiple_of(10) {
            bytes.push(b'0' + rest % 10);
        }
    }
}

fn write_name(bytes: &mut Vec<u8>, name: &[u8]) {
    bytes.push(b'/');
    if name.iter().all(u8::is_ascii_alphanumeric) {
        return bytes.extend_from_slice(name);
    }
    for &byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(&byte) {
            bytes.push(byte);
        } else {
            let _ = write!(bytes, "#{byte:02X}");
        }
    }
}

fn write_string(bytes: &mut Vec<u8>, text: &[u8], format: &StringFormat) {
    match format {
        StringFormat::Literal => {
            bytes.push(b'(');
            for &byte in text {
                match byte {
                    b'(' | b')' | b'\\' => bytes.extend_from_slice(&[b'\\', byte]),
                    b'\r' => bytes.extend_from_slice(b"\\r"),
                    b'\n' => bytes.extend_from_slice(b"\\n"),
                    byte => bytes.push(byte),
                }
            }
            bytes.push(b')');
        }
        StringFormat::Hexadecimal => {
            bytes.push(b'<');
            for byte in text {
                let _ = write!(bytes, "{byte:02X}");
            }
            bytes.push(b'>');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_short_as_they_are() {
        let numbers = [
            (0.0, "0"),
            (-0.0, "0"),
            (12.0, "12"),
            (1.5, "1.5"),
            (-0.25, "-0.25"),
            (841.89, "841.89"),
            (100.05, "100.05"),
            (0.008_333_334, "0.008333334"),
            (f32::NAN, "0"),
            (f32::INFINITY, "0"),
        ];
        for (number, expected) in numbers {
            let mut bytes = Vec::new();
            write_real(&mut bytes, number);
            assert_eq!(String::from_utf8(bytes).unwrap(), expected);
        }
        for number in [0, 7, -40, 1_234_567, i64::MIN, i64::MAX] {
            let mut bytes = Vec::new();
            write_integer(&mut bytes, number);
            assert_eq!(String::from_utf8(bytes).unwrap(), number.to_string());
        }
    }

    #[test]
    fn identifiers_tell_files_apart() {
        let file = vec![b'a'; 1000];
        let mut found = std::collections::BTreeSet::from([identifier(&file)]);
        for at in 0..file.len() {
            let mut other = file.clone();
            other[at] = b'b';
            assert!(found.insert(identifier(&other)), "{at}");
            assert!(found.insert(identifier(&file[..at])), "{at}");
        }
    }
}
