//! What templates get of both documents of a memo side by side: their sections in pairs.

use super::context::{ContextFields, ContextValues, map, optional};
use super::{Extras, Target};
use crate::document::{Anchors, Document, PrintedLetterhead, Section};
use tera::Value;

/// The fields of both documents of a memo, the one that stands left first, from those of
/// each.
pub(super) fn parallel(
    documents: [&Document; 2],
    columns: [ContextFields; 2],
    target: Target,
    extras: &Extras,
) -> ContextFields {
    let [left, right] = documents;
    let pairs = |key: &str, places: [&[Section]; 2]| {
        let sections = columns.each_ref().map(|fields| {
            let lang = fields.get("lang").cloned().unwrap_or_else(Value::none);
            let values = fields
                .get(key)
                .and_then(Value::as_array)
                .map(<[Value]>::to_vec);
            (lang, values.unwrap_or_default())
        });
        pair_sections(places, sections)
    };
    let sections = pairs("sections", [&left.sections, &right.sections]);
    let appendices = pairs("appendices", [&left.appendices, &right.appendices]);
    let mut values = ContextValues::new(left, Anchors::default(), target, extras);
    let mut fields = ContextFields::new();
    values.metadata(left, extras, &mut fields);
    fields.remove("plain");
    fields.remove("alternate");
    fields.insert("draft", Value::from(left.draft.is_some()));
    let letterhead = whole_letterhead(left, right);
    let letterhead = optional(&letterhead, |whole| values.letterhead(whole, left.lang));
    fields.insert("letterhead", letterhead);
    fields.insert("sections", sections);
    fields.insert("appendices", appendices);
    let columns = columns.map(Value::from);
    fields.insert("columns", Value::from(Vec::from(columns)));
    fields
}

/// A section with what templates get of it.
type Valued<'d> = (&'d Section, Value);

/// The sections of both documents that come from one place of the memo, in the order
/// of the first document; each with its language.
fn pair_sections(documents: [&[Section]; 2], values: [(Value, Vec<Value>); 2]) -> Value {
    let [left, right] = documents;
    let only_right = right
        .iter()
        .filter(|section| left.iter().all(|known| known.place != section.place));
    let mut pairs = Vec::new();
    for wanted in left.iter().chain(only_right) {
        let columns = [0, 1].map(|side| {
            let at = documents[side]
                .iter()
                .position(|section| section.place == wanted.place)?;
            let value = values[side].1.get(at).cloned()?;
            Some((&documents[side][at], value))
        });
        let langs = [&values[0].0, &values[1].0];
        match columns {
            [Some(left), Some(right)] => push_rows([left, right], langs, &mut pairs),
            columns => pairs.push(pair(
                columns.map(|it| it.map_or_else(Value::none, |(_, value)| value)),
                langs,
            )),
        }
    }
    Value::from(pairs)
}

fn pair(sections: [Value; 2], [left, right]: [&Value; 2]) -> Value {
    let [one, other] = sections;
    let column = |lang: &Value, section| map([("lang", lang.clone()), ("section", section)]);
    let columns = vec![column(left, one), column(right, other)];
    map([("columns", Value::from(columns))])
}

/// A section of both documents: what the headings of its body begin has pairs of its own,
/// so that it begins at one height, unless the headings of the languages differ.
fn push_rows(sections: [Valued<'_>; 2], langs: [&Value; 2], pairs: &mut Vec<Value>) {
    let (row, rest) = opened(sections);
    pairs.push(pair(row, langs));
    for sections in rest {
        push_rows(sections, langs, pairs);
    }
}

/// What stands in one row of two sections, and what has rows of its own.
fn opened(sections: [Valued<'_>; 2]) -> ([Value; 2], Vec<[Valued<'_>; 2]>) {
    let [(left, one), (right, other)] = sections;
    let headed = [left, right].map(|it| it.headed().count());
    if headed[0] == 0 || headed[0] != headed[1] || left.sections.len() != right.sections.len() {
        return ([one, other], Vec::new());
    }
    let inside = |value: &Value| -> Vec<Value> {
        let inner = value.get_from_path("sections").and_then(Value::as_array);
        inner.map(<[Value]>::to_vec).unwrap_or_default()
    };
    let (ones, others) = (inside(&one), inside(&other));
    let all = left.sections.iter().zip(ones);
    let all = all.zip(right.sections.iter().zip(others));
    let mut rest: Vec<[Valued<'_>; 2]> = all.map(|(left, right)| [left, right]).collect();
    // A section that begins with one inside of it shares its row.
    let is_bare = |it: &Section| it.heading.is_none() && it.body.blocks.is_empty();
    let mut first = [Vec::new(), Vec::new()];
    if is_bare(left) || is_bare(right) {
        let (row, within) = opened(rest.remove(0));
        first = row.map(|value| vec![value]);
        rest.splice(0..0, within);
    }
    let [inside_one, inside_other] = first;
    let row = [
        with_sections(one, inside_one),
        with_sections(other, inside_other),
    ];
    (row, rest)
}

/// A section with these inside of it and no others.
fn with_sections(section: Value, inside: Vec<Value>) -> Value {
    let mut fields = section.into_map().unwrap_or_default();
    fields.insert("sections".into(), Value::from(inside));
    Value::from(fields)
}

/// The letterhead with the columns of both languages, also where each document has
/// its own alone.
fn whole_letterhead(left: &Document, right: &Document) -> Option<PrintedLetterhead> {
    let mut whole = left
        .letterhead
        .clone()
        .or_else(|| right.letterhead.clone())?;
    let others = right.letterhead.iter().flat_map(|other| &other.columns);
    for column in others {
        if whole.columns.iter().all(|known| known.lang != column.lang) {
            whole.columns.push(column.clone());
        }
    }
    Some(whole)
}
