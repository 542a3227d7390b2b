//! What templates get where both languages stand side by side.

use super::{Fields, Values, map, optional};
use crate::document::{Anchors, Document, PrintedLetterhead, Section};
use crate::template::{Extras, Target};
use tera::Value;

/// The fields of both documents of a memo, the one that stands left first, from those of
/// each.
pub(super) fn fields(
    documents: [&Document; 2],
    columns: [Fields; 2],
    target: Target,
    extras: &Extras,
) -> Fields {
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
    let mut values = Values::new(left, Anchors::default(), target, extras);
    let mut fields = Fields::new();
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

/// The sections of both documents that come from one place of the memo, in the order
/// of the first document; each with its language.
fn pair_sections(documents: [&[Section]; 2], values: [(Value, Vec<Value>); 2]) -> Value {
    let [left, right] = documents;
    let only_right = right
        .iter()
        .filter(|section| left.iter().all(|known| known.place != section.place));
    let pairs: Vec<Value> = left
        .iter()
        .chain(only_right)
        .map(|wanted| {
            let columns = [0, 1].map(|side| {
                let (lang, sections) = &values[side];
                let at = documents[side]
                    .iter()
                    .position(|section| section.place == wanted.place);
                let section = at.and_then(|at| sections.get(at)).cloned();
                map([
                    ("lang", lang.clone()),
                    ("section", section.unwrap_or_else(Value::none)),
                ])
            });
            map([("columns", Value::from(Vec::from(columns)))])
        })
        .collect();
    Value::from(pairs)
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
