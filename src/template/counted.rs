//! Counting what a workspace's own template does.
//!
//! Tera bounds how deep components call one another and how long `range` is, and not how
//! often loops turn inside of loops, nor how large a text grows that is set again and again.
//! So a template that is not the program's own is compiled with calls that count: one at the
//! head of each loop and component, and one behind each `set`. They print nothing and stand
//! on the line of the tag before them; places are those of the template as it was written.

use super::scan;
use crate::limits::{Limit, current};
use crate::source::{Position, SourceFile};
use std::cell::Cell;
use std::io::{self, Write};
use std::ops::Range;
use std::sync::Arc;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

/// The functions that count. What they give is an empty text.
const TURN: &str = "bimemo_turn";
const HELD: &str = "bimemo_held";

/// A template with the calls that count.
#[derive(Debug)]
pub(super) struct CountedTemplate {
    /// It, as Tera gets it.
    pub file: Arc<SourceFile>,
    /// Where calls stand in it, in order.
    calls: Vec<Range<usize>>,
}

impl CountedTemplate {
    /// A template as it was written, with what counts.
    pub fn of(file: &SourceFile) -> CountedTemplate {
        let text = file.text();
        let mut counted = String::with_capacity(text.len());
        let (mut calls, mut done) = (Vec::new(), 0);
        let mut blocks = Vec::new();
        for tag in scan::tags(text) {
            let end = (tag.end + 2).min(text.len());
            let inside = text.get(tag.clone()).unwrap_or_default();
            let is_statement = text.get(..tag.start).is_some_and(|it| it.ends_with("{%"));
            if !is_statement {
                continue;
            }
            let Some(call) = call_behind(inside, &mut blocks) else {
                continue;
            };
            counted.push_str(text.get(done..end).unwrap_or_default());
            // What is trimmed behind the tag is trimmed behind the call.
            let dash = if inside.ends_with('-') { "-" } else { "" };
            let start = counted.len();
            counted += &format!("{{{{ {call} {dash}}}}}");
            calls.push(start..counted.len());
            done = end;
        }
        counted.push_str(text.get(done..).unwrap_or_default());
        CountedTemplate {
            file: SourceFile::new(file.path(), &*counted),
            calls,
        }
    }

    /// Where a byte of it stands in the template as it was written: what is inside of a
    /// call, behind the tag before it.
    pub fn written(&self, at: usize) -> usize {
        let before = self.calls.iter().take_while(|call| call.start < at);
        let added: usize = before.map(|call| call.end.min(at) - call.start).sum();
        at - added
    }

    /// The same of a line and a column.
    pub fn written_place(&self, place: Position) -> usize {
        self.written(self.file.offset(place))
    }
}

/// The call that belongs behind a tag; `blocks` has the names of texts that are being set.
fn call_behind(tag: &str, blocks: &mut Vec<String>) -> Option<String> {
    let tag = tag.trim_matches('-').trim();
    let (word, rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let held = |name: &str| format!("{HELD}(held={name} | default(value=0))");
    match word {
        "for" | "component" => Some(format!("{TURN}()")),
        "set" | "set_global" => {
            let rest = rest.trim_start();
            let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_'));
            let (name, behind) = rest.split_at(end.unwrap_or(rest.len()));
            if behind.trim_start().starts_with('=') {
                return Some(held(name));
            }
            blocks.push(name.to_owned());
            None
        }
        "endset" => blocks.pop().map(|name| held(&name)),
        _ => None,
    }
}

thread_local! {
    /// How many steps the template that is being filled took.
    static STEPS: Cell<u64> = const { Cell::new(0) };
}

/// Why a template was not filled to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Overrun {
    /// It took too many steps.
    Steps,
    /// It printed, or holds, too much.
    Bytes,
}

/// Adds the functions that count.
pub(super) fn register(tera: &mut Tera) {
    tera.register_function(TURN, |_: Kwargs, _: &State<'_>| -> TeraResult<String> {
        STEPS.set(STEPS.get().saturating_add(1));
        refuse(STEPS.get() > current(Limit::TemplateSteps))
    });
    tera.register_function(
        HELD,
        |values: Kwargs, _: &State<'_>| -> TeraResult<String> {
            let held = values.get::<Value>("held")?;
            let text = held.as_ref().and_then(Value::as_str).map_or(0, str::len);
            let items = held
                .as_ref()
                .and_then(Value::as_array)
                .map_or(0, <[Value]>::len);
            let bytes = text.max(items.saturating_mul(size_of::<Value>()));
            let is_large = bytes as u64 > current(Limit::TemplateBytes);
            if is_large {
                STEPS.set(u64::MAX);
            }
            refuse(is_large)
        },
    );
}

fn refuse(refused: bool) -> TeraResult<String> {
    if refused {
        return Err(Error::message("a limit is reached"));
    }
    Ok(String::new())
}

/// What a template prints, as long as it is not too much.
#[derive(Default)]
pub(super) struct Filled {
    bytes: Vec<u8>,
    is_full: bool,
}

impl Filled {
    /// What a template prints from now on.
    pub fn begin() -> Filled {
        STEPS.set(0);
        Filled::default()
    }

    /// Why the template did not come to its end, where that was a limit.
    pub fn overrun(&self) -> Option<Overrun> {
        let steps = STEPS.get();
        if self.is_full || steps == u64::MAX {
            return Some(Overrun::Bytes);
        }
        (steps > current(Limit::TemplateSteps)).then_some(Overrun::Steps)
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
