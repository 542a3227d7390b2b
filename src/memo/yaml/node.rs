//! The tree of a YAML file: keys in order, duplicates kept, numbers as written.

use super::layout::STAND_IN;
use super::positions::{NodeKind, NodePlacement, read_placement};
use crate::limits::{Limit, current};
use crate::memo::codes::WRONG_TYPE;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess,
    SeqAccess, VariantAccess, Visitor,
};
use std::cell::Cell;
use std::fmt;

/// What [`RecoveredTree::read`](Node::read) says when a file has more values, its aliases
/// written out, than the limits let it have: a "billion laughs" file stops there.
pub(super) const TOO_MANY_NODES: &str = "more values than a file may have";

/// A value in a YAML file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Nothing, `~` or `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it is written in the file: `1250000.10`.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A mapping.
    Mapping(Mapping),
    /// A value with a tag: `!tag value`.
    Tagged(String),
    /// A part of the file that could not be read and was reported.
    Broken,
}

impl Node {
    /// What a value of this kind is called in a message: "a list".
    pub fn kind(&self) -> String {
        let kind = match self {
            Node::Null => "nothing",
            Node::Bool(_) => "bool",
            Node::Number(_) => "number",
            Node::Text(_) => "text",
            Node::List(_) => "list",
            Node::Mapping(_) => "mapping",
            Node::Tagged(_) => "tag",
            Node::Broken => "broken",
        };
        WRONG_TYPE.words("found", given!(kind))
    }

    /// The text of a text or a number, as written.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Node::Text(text) | Node::Number(text) => Some(text),
            _ => None,
        }
    }

    /// Reads the first YAML document of `text`.
    pub(super) fn read(text: &str) -> Result<Node, serde_yaml::Error> {
        let left = Cell::new(current(Limit::YamlValues));
        let mut node = match serde_yaml::Deserializer::from_str(text).next() {
            Some(document) => NodeSeed(&left).deserialize(document)?,
            None => Node::Null,
        };
        if node.has_rewritten_numbers(text)
            && let Ok(written) = read_placement(text, 0)
        {
            node.take_written(&written, &written);
        }
        Ok(node)
    }

    /// Takes the numbers as they are written in a tree of the same file: serde_yaml gives
    /// the text of a scalar only where text is asked for.
    fn take_written(&mut self, written: &NodePlacement, root: &NodePlacement) {
        match (self, &root.target(written).kind) {
            (Node::Number(number), NodeKind::Scalar(_, text)) => number.clone_from(text),
            (Node::List(items), NodeKind::List(places)) => {
                for (item, place) in items.iter_mut().zip(places) {
                    item.take_written(place, root);
                }
            }
            (Node::Mapping(mapping), NodeKind::Mapping(places)) => {
                for ((_, value), (.., place)) in mapping.entries.iter_mut().zip(places) {
                    value.take_written(place, root);
                }
            }
            _ => {}
        }
    }

    /// Whether a number may read otherwise than it is written in `text`: `1.50`,
    /// `+1416`, `0x10`.
    fn has_rewritten_numbers(&self, text: &str) -> bool {
        let mut numbers = Vec::new();
        self.collect_numbers(&mut numbers);
        // Most files have no number; a tag (`!!float 7`) makes one of anything.
        let mut words = text.split(parts_numbers);
        let has_tags = || text.contains("!!") || text.contains("!<");
        !numbers.is_empty() && (has_tags() || words.any(|word| may_be_rewritten(word, &numbers)))
    }

    fn collect_numbers<'n>(&'n self, numbers: &mut Vec<&'n str>) {
        match self {
            Node::Number(number) => numbers.push(number),
            Node::List(items) => items.iter().for_each(|item| item.collect_numbers(numbers)),
            Node::Mapping(mapping) => {
                let values = mapping.entries.iter().map(|(_, value)| value);
                values.for_each(|value| value.collect_numbers(numbers));
            }
            _ => {}
        }
    }
}

/// Whether a character cannot stand in a number.
fn parts_numbers(character: char) -> bool {
    !(character.is_ascii_alphanumeric() || matches!(character, '+' | '-' | '.'))
}

/// Whether a word of a file may be one of its numbers, as they were read, that reads
/// otherwise than it is written.
fn may_be_rewritten(word: &str, numbers: &[&str]) -> bool {
    let figures = word.trim_start_matches(['+', '-', '.']);
    let signs = word.strip_suffix(figures).unwrap_or_default();
    let begins = |is: fn(&char) -> bool| figures.chars().next().as_ref().is_some_and(is);
    if !begins(char::is_ascii_digit) {
        let is_word = |word: &&str| figures.eq_ignore_ascii_case(word);
        return signs.ends_with('.') && ["inf", "nan"].iter().any(is_word);
    }
    let whole = figures.bytes().all(|byte| byte.is_ascii_digit()) && !signs.contains('.');
    if whole && figures.len() < DIGITS {
        // Others are read as they are written; with a zero before them they are text.
        let differs = signs == "+" || word == "-0";
        return differs && numbers.contains(&figures);
    }
    match word.parse::<f64>().map(|number| format!("{number:?}")) {
        Ok(read) => read != word && numbers.contains(&&*read),
        Err(_) => ["0x", "0o", "0b"]
            .iter()
            .any(|base| figures.starts_with(base)),
    }
}

/// Whole numbers of fewer digits are read without losing any.
const DIGITS: usize = 38;

/// Keys with their values, in the order of the file; a key may stand there twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The entries.
    pub entries: Vec<(String, Node)>,
}

impl Mapping {
    /// The value of the first entry with this key.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries
            .iter()
            .find(|(name, _)| name == key)
            .map(|(_, value)| value)
    }

    /// Whether there is an entry with this key.
    pub fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }
}

/// Reads a node and counts it.
#[derive(Clone, Copy)]
struct NodeSeed<'a>(&'a Cell<u64>);

impl<'de> DeserializeSeed<'de> for NodeSeed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        let left = self.0.get();
        if left == 0 {
            return Err(D::Error::custom(TOO_MANY_NODES));
        }
        self.0.set(left - 1);
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for NodeSeed<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Number(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::Number(value.to_string()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Node, E> {
        Ok(Node::Number(value.to_string()))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Node, E> {
        Ok(Node::Number(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        // The digits are read again as written.
        Ok(Node::Number(format!("{value:?}")))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = sequence.next_element_seed(self)? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut entries = Vec::new();
        while let Some(Key(key)) = map.next_key()? {
            entries.push((key, map.next_value_seed(self)?));
        }
        Ok(Node::Mapping(Mapping { entries }))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Node, A::Error> {
        let (tag, content) = data.variant::<String>()?;
        content.newtype_variant::<IgnoredAny>()?;
        if tag.trim_start_matches('!') == STAND_IN.trim_start_matches('!') {
            return Ok(Node::Broken);
        }
        Ok(Node::Tagged(tag))
    }
}

/// A key, as it is written.
struct Key(String);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Key, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Key;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_str<E>(self, value: &str) -> Result<Key, E> {
                Ok(Key(value.to_owned()))
            }
        }
        deserializer.deserialize_str(Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str, key: &str) -> Node {
        match Node::read(text) {
            Ok(Node::Mapping(mapping)) => mapping.get(key).cloned().unwrap_or(Node::Broken),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn numbers_keep_their_digits() {
        let text = "a: 1250000.10\nb: +14165550123\nc: 0x1F\nd: 12345678901234567890123\ne: 9\n\
                    f: [1.50, {g: 2.00}]\nh: 1e5\ni: 0012\n";
        for (key, written) in [
            ("a", "1250000.10"),
            ("b", "+14165550123"),
            ("c", "0x1F"),
            ("d", "12345678901234567890123"),
            ("e", "9"),
            ("h", "1e5"),
        ] {
            assert_eq!(value(text, key), Node::Number(written.into()));
        }
        assert_eq!(value(text, "i"), Node::Text("0012".into()));
        let Node::List(items) = value(text, "f") else {
            panic!("no list")
        };
        assert_eq!(items[0], Node::Number("1.50".into()));
    }

    #[test]
    fn every_number_is_as_it_is_written() {
        let mut words = vec![String::new()];
        for _ in 0..4 {
            let longer = words.iter().flat_map(|word| {
                let signs = "015.-+ex".chars();
                signs.map(move |sign| format!("{word}{sign}"))
            });
            words = longer.chain([String::new()]).collect();
        }
        words.extend([".inf", "-.nan", "0b11", "-0o17", "1e16", "1E5", "1.50"].map(str::to_owned));
        words.push("9".repeat(39));
        let mut numbers = 0;
        for word in words {
            if let Ok(Node::Mapping(mapping)) = Node::read(&format!("a: {word}\n"))
                && let Some(Node::Number(number)) = mapping.get("a")
            {
                assert_eq!(*number, word);
                numbers += 1;
            }
        }
        assert!(numbers > 400, "{numbers}");
    }

    #[test]
    fn duplicates_and_order_stay() {
        let Ok(Node::Mapping(mapping)) = Node::read("b: 1\na: 2\nb: 3\n") else {
            panic!("no mapping")
        };
        let keys: Vec<&str> = mapping.entries.iter().map(|(key, _)| &**key).collect();
        assert_eq!(keys, ["b", "a", "b"]);
    }

    #[test]
    fn a_billion_laughs_stop() {
        let mut text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned();
        for level in 1..12 {
            let before = vec![format!("*a{}", level - 1); 10].join(", ");
            text += &format!("a{level}: &a{level} [{before}]\n");
        }
        assert!(Node::read(&text).is_err());
        assert!(Node::read("a: &a [*a]\n").is_err());
        assert!(Node::read(&"[".repeat(10_000)).is_err());
    }
}
