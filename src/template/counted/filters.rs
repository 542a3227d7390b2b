//! How much Tera's filters make of what they are given, before they make it.

use super::budget::{look, make, weigh};
use tera::{Kwargs, State, TeraResult, Value};

/// How many more bytes a character of HTML takes at most when it is escaped.
const ESCAPED: u64 = 5;
/// How much longer capitals and small letters can be.
const OTHER_CASE: u64 = 3;
/// What a part of a text weighs beside its characters.
const PART: u64 = 64;
/// The widest that Tera indents.
const WIDEST: u64 = 1000;

/// Counts what a filter is about to do.
pub(super) fn count(
    name: &str,
    value: &Value,
    values: &Kwargs,
    state: &State<'_>,
) -> TeraResult<()> {
    let bytes = weigh(value)?;
    let text = value.as_str().unwrap_or_default();
    let items = value.as_array().map_or(0, |it| it.len() as u64);
    make(match name {
        // They make a number or give what is there.
        "default" | "wordcount" | "int" | "float" | "length" | "abs" | "round" | "first"
        | "last" | "nth" | "get" => 0,
        "upper" | "lower" | "capitalize" | "title" => bytes * OTHER_CASE,
        "escape" | "escape_html" | "escape_xml" => bytes + escapes(text),
        "newlines_to_br" => bytes + ends_of_lines(text) * ESCAPED,
        "pluralize" => argument(values, "plural")?.max(argument(values, "singular")?),
        "truncate" => bytes + argument(values, "end")?,
        "str" => bytes * 2,
        "replace" => replaced(value, values, state)?,
        "indent" => indented(text, bytes, values)?,
        "split" => {
            let pattern = values.get::<Value>("pat")?;
            let pattern = pattern.as_ref().and_then(Value::as_str).unwrap_or("\0");
            bytes + (text.matches(pattern).count() as u64 + 1) * PART
        }
        "join" => {
            // Each item is written out, and all are put together.
            let between = argument(values, "sep")? * (1 + ESCAPED);
            bytes * 2 + escapes_in(value) + items.saturating_mul(between)
        }
        "unique" => {
            look(bytes.saturating_mul(items))?;
            bytes
        }
        "sort" => {
            look(bytes.saturating_mul(u64::from(items.checked_ilog2().unwrap_or(1)) + 1))?;
            bytes
        }
        _ => bytes,
    })
}

/// What a value makes when it is printed.
pub(super) fn printed(value: &Value, bytes: u64, state: &State<'_>) -> u64 {
    if value.is_safe() || !state.autoescaping_enabled() {
        return bytes;
    }
    bytes + escapes_in(value)
}

/// How many bytes escaping adds to a text.
fn escapes(text: &str) -> u64 {
    let escaped = text.bytes().filter(|byte| b"&<>\"'".contains(byte));
    escaped.count() as u64 * ESCAPED
}

/// The same of all texts of a value, which is no deeper than values may be.
fn escapes_in(value: &Value) -> u64 {
    let items = value.as_array().unwrap_or_default().iter();
    let named = value.as_map().into_iter().flatten();
    let mut more = value.as_str().map_or(0, escapes);
    more += items
        .map(|item| ESCAPED * 2 + escapes_in(item))
        .sum::<u64>();
    for (key, item) in named {
        more += ESCAPED * 2 + key.as_str().map_or(0, escapes) + escapes_in(item);
    }
    more
}

fn ends_of_lines(text: &str) -> u64 {
    text.bytes().filter(|byte| b"\r\n".contains(byte)).count() as u64
}

/// How long an argument is, which is a text.
fn argument(values: &Kwargs, name: &str) -> TeraResult<u64> {
    let value = values.get::<Value>(name)?;
    let text = value.as_ref().and_then(Value::as_str);
    Ok(text.map_or(0, str::len) as u64)
}

fn replaced(value: &Value, values: &Kwargs, state: &State<'_>) -> TeraResult<u64> {
    let from = values.get::<Value>("from")?;
    let to = values.get::<Value>("to")?;
    let texts = (
        value.as_str(),
        from.as_ref().and_then(Value::as_str),
        to.as_ref().and_then(Value::as_str),
    );
    let (Some(text), Some(from), Some(with)) = texts else {
        // Tera refuses it.
        return Ok(0);
    };
    let to_is_safe = to.as_ref().is_some_and(Value::is_safe);
    if !state.autoescaping_enabled() || !value.is_safe() && !to_is_safe {
        let found = text.matches(from).count() as u64;
        return Ok(text.len() as u64 + found.saturating_mul(with.len() as u64));
    }
    // What is not safe is escaped first, and is looked through as that.
    let length = text.len() as u64 + escapes(text);
    make(length)?;
    let escaped = if value.is_safe() {
        None
    } else {
        Some(state.escape(text)?)
    };
    let found = escaped.as_deref().unwrap_or(text).matches(from).count() as u64;
    let with = with.len() as u64 + if to_is_safe { 0 } else { escapes(with) };
    Ok((length * 2).saturating_add(found.saturating_mul(with)))
}

fn indented(text: &str, bytes: u64, values: &Kwargs) -> TeraResult<u64> {
    let width = values.get::<Value>("width")?;
    let width = width.as_ref().and_then(Value::as_i128).unwrap_or(4);
    let width = u64::try_from(width).unwrap_or(0).min(WIDEST);
    let with = argument(values, "indentation")?.max(1) * (1 + ESCAPED);
    let lines = ends_of_lines(text) + 1;
    let longer = bytes * 2 + escapes(text);
    Ok(longer.saturating_add(lines.saturating_mul(width.saturating_mul(with))))
}
