//! What a template may use up while it is filled, and the functions that count it.
//!
//! Three things are counted. Steps: the turns of loops, the calls of components, and, beyond
//! a mebibyte, what is looked through, at 4 KiB a step. Bytes that are made: what expressions make, and what
//! is printed, into the document or into a text that is kept. And how large and deep a
//! single value is, written out: a list that holds another ten times holds little and
//! prints much.

use super::filters;
use crate::limits::{Limit, current};
use std::cell::Cell;
use std::io::{self, Write};
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

/// What the call of a component is beyond the turn of a loop, in steps: its arguments are given
/// and a context of its own is made, which takes about four times as long.
pub(super) const CALL: u64 = 3;

/// What stands before the names of filters that count and then do what Tera's do.
pub(super) const PREFIX: &str = "bimemo_";
/// The functions that count.
pub(super) const TURN: &str = "bimemo_turn";
pub(super) const HELD: &str = "bimemo_held";
pub(super) const BEFORE: &str = "bimemo_before";
pub(super) const SHOWN: &str = "bimemo_shown";
pub(super) const EACH: &str = "bimemo_each";
pub(super) const SPREAD: &str = "bimemo_spread";
/// The filters that count and change nothing.
pub(super) const JOINED: &str = "bimemo_joined";
pub(super) const SEEN: &str = "bimemo_seen";
pub(super) const MADE: &str = "bimemo_made";

/// Tera's filters, but `safe`, which lets nothing through.
pub(super) const FILTERS: [&str; 36] = [
    "default",
    "upper",
    "lower",
    "wordcount",
    "escape",
    "escape_html",
    "escape_xml",
    "newlines_to_br",
    "pluralize",
    "trim",
    "trim_start",
    "trim_end",
    "replace",
    "capitalize",
    "title",
    "truncate",
    "indent",
    "str",
    "int",
    "float",
    "length",
    "reverse",
    "split",
    "abs",
    "round",
    "first",
    "last",
    "nth",
    "join",
    "sort",
    "unique",
    "get",
    "values",
    "keys",
    "pairs",
    "group_by",
];

/// How many bytes are looked through in a step, beyond those that cost nothing.
const LOOKED_A_STEP: u64 = 4096;
const LOOKED_FOR_NOTHING: u64 = 1 << 20;
/// What it costs in bytes to look at a value at all.
const LOOK: u64 = 256;
/// How many bytes of a template's source are gone through in a turn at no further cost, and
/// how many more in a step.
const SOURCE_A_TURN: u64 = 1024;
const SOURCE_A_STEP: u64 = 256;
/// How many bytes of an expression are evaluated in a step, for each of a list.
const DRAWN_A_STEP: u64 = 256;
/// How much more than a template may print it may make on the way.
const MADE_FOR_PRINTED: u64 = 3;
/// What a value weighs but for its text: what it takes, and what is written around it.
const VALUE: u64 = 64;
/// How deep values hold one another. Documents do in thirty.
const DEPTH: usize = 100;

/// Why a template was not filled to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::template) enum Overrun {
    /// It took too many steps.
    Steps,
    /// It printed, or holds, too much.
    Bytes,
    /// Its expressions made too much.
    Made,
}

/// What was used up.
#[derive(Clone, Copy, Debug, Default)]
struct Spent {
    steps: u64,
    looked: u64,
    made: u64,
    overrun: Option<Overrun>,
}

thread_local! {
    /// What the template that is being filled used up.
    static SPENT: Cell<Spent> = Cell::new(Spent::default());
}

fn spend(change: impl FnOnce(&mut Spent)) -> TeraResult<()> {
    let mut spent = SPENT.get();
    change(&mut spent);
    let looked = spent.looked.saturating_sub(LOOKED_FOR_NOTHING);
    let steps = spent.steps.saturating_add(looked / LOOKED_A_STEP);
    let most_made = current(Limit::TemplateBytes).saturating_mul(MADE_FOR_PRINTED);
    if steps > current(Limit::TemplateSteps) {
        spent.overrun.get_or_insert(Overrun::Steps);
    } else if spent.made > most_made {
        spent.overrun.get_or_insert(Overrun::Made);
    }
    SPENT.set(spent);
    match spent.overrun {
        Some(_) => Err(Error::message("a limit is reached")),
        None => Ok(()),
    }
}

/// Bytes that are about to be made.
pub(super) fn make(bytes: u64) -> TeraResult<()> {
    spend(|spent| spent.made = spent.made.saturating_add(bytes))
}

/// Bytes that are about to be looked through.
pub(super) fn look(bytes: u64) -> TeraResult<()> {
    spend(|spent| spent.looked = spent.looked.saturating_add(bytes))
}

/// Turns, of as much text and source.
fn turn(steps: u64, text: u64) -> TeraResult<()> {
    spend(|spent| {
        spent.steps = spent.steps.saturating_add(steps);
        spent.made = spent.made.saturating_add(text);
    })
}

/// How many bytes a value has, written out; it is looked through.
///
/// # Errors
/// That it is too large, or too deep.
pub(super) fn weigh(value: &Value) -> TeraResult<u64> {
    let mut bytes = 0;
    if !add(value, DEPTH, &mut bytes, current(Limit::TemplateBytes)) {
        spend(|spent| spent.overrun = spent.overrun.or(Some(Overrun::Bytes)))?;
    }
    look(LOOK + bytes)?;
    Ok(bytes)
}

/// Adds what a value weighs; whether it stays below the most, and no deeper than this.
fn add(value: &Value, depth: usize, bytes: &mut u64, most: u64) -> bool {
    *bytes += VALUE + value.as_str().map_or(0, str::len) as u64;
    *bytes += value.as_bytes().map_or(0, |it| it.len() as u64 * 5);
    if depth == 0 || *bytes > most {
        return false;
    }
    let mut fits = true;
    for item in value.as_array().unwrap_or_default() {
        fits = fits && add(item, depth - 1, bytes, most);
    }
    for (key, item) in value.as_map().into_iter().flatten() {
        *bytes += key.as_str().map_or(VALUE, |key| key.len() as u64);
        fits = fits && add(item, depth - 1, bytes, most);
    }
    fits
}

/// Adds the functions and filters that count.
pub(in crate::template) fn register(tera: &mut Tera) {
    tera.register_function(
        TURN,
        |values: Kwargs, _: &State<'_>| -> TeraResult<String> {
            let source = values.get::<u64>("source")?.unwrap_or_default();
            let calls = values.get::<u64>("calls")?.unwrap_or_default();
            let steps = 1 + calls + source.saturating_sub(SOURCE_A_TURN) / SOURCE_A_STEP;
            turn(steps, values.get::<u64>("text")?.unwrap_or_default())?;
            Ok(String::new())
        },
    );
    tera.register_function(
        HELD,
        |values: Kwargs, _: &State<'_>| -> TeraResult<String> {
            weigh(&given(&values, "held")?)?;
            Ok(String::new())
        },
    );
    tera.register_function(BEFORE, |values: Kwargs, state: &State<'_>| {
        print(&given(&values, "of")?, state)?;
        Ok::<_, Error>(String::new())
    });
    tera.register_function(SHOWN, |values: Kwargs, state: &State<'_>| {
        let value = given(&values, "of")?;
        print(&value, state)?;
        Ok::<_, Error>(value)
    });
    tera.register_function(EACH, |values: Kwargs, _: &State<'_>| {
        let value = given(&values, "of")?;
        weigh(&value)?;
        // The turns of a loop are counted at its head.
        if let Some(text) = values.get::<u64>("text")? {
            let items = value.len().unwrap_or_default() as u64;
            turn(items.saturating_mul(1 + text / DRAWN_A_STEP), 0)?;
        }
        Ok::<_, Error>(value)
    });
    tera.register_function(SPREAD, |values: Kwargs, _: &State<'_>| {
        let value = given(&values, "of")?;
        make(weigh(&value)?)?;
        Ok::<_, Error>(value)
    });
    tera.register_filter(JOINED, |value: Value, _: Kwargs, _: &State<'_>| {
        // It is in what is made here, and in what that is joined to.
        make(weigh(&value)?.saturating_mul(2))?;
        Ok::<_, Error>(value)
    });
    tera.register_filter(SEEN, |value: Value, _: Kwargs, _: &State<'_>| {
        weigh(&value)?;
        Ok::<_, Error>(value)
    });
    tera.register_filter(MADE, |value: Value, _: Kwargs, _: &State<'_>| {
        make(weigh(&value)?)?;
        Ok::<_, Error>(value)
    });
    for name in FILTERS {
        tera.register_filter(
            format!("{PREFIX}{name}"),
            move |value: Value, values: Kwargs, state: &State<'_>| {
                filters::count(name, &value, &values, state)?;
                state.call_filter(name, &value, values)
            },
        );
    }
}

/// A value is about to be printed.
fn print(value: &Value, state: &State<'_>) -> TeraResult<()> {
    let bytes = weigh(value)?;
    make(filters::printed(value, bytes, state))
}

/// A value that a function was given; one that is absent where it is.
fn given(values: &Kwargs, name: &str) -> TeraResult<Value> {
    Ok(values.get::<Value>(name)?.unwrap_or_else(Value::undefined))
}

/// What a template prints, as long as it is not too much.
#[derive(Default)]
pub(in crate::template) struct Filled {
    bytes: Vec<u8>,
    is_full: bool,
}

impl Filled {
    /// What a template prints from now on.
    pub fn begin() -> Filled {
        SPENT.set(Spent::default());
        Filled::default()
    }

    /// Why the template did not come to its end, where that was a limit.
    pub fn overrun(&self) -> Option<Overrun> {
        let is_full = self.is_full.then_some(Overrun::Bytes);
        is_full.or(SPENT.get().overrun)
    }

    /// The text.
    pub fn finish(self) -> String {
        // Tera prints texts.
        String::from_utf8(self.bytes).unwrap_or_default()
    }
}

impl Write for Filled {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let length = self.bytes.len() + bytes.len();
        self.is_full |= length as u64 > current(Limit::TemplateBytes);
        if self.is_full {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
