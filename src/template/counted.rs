//! Counting what a workspace's own template does.
//!
//! Tera bounds how deep components call one another and how long `range` is, and not how
//! often loops turn inside of loops, nor how large what an expression makes grows. So a
//! template that is not the program's own is compiled with calls that count
//! ([`budget`]): one at the head of each loop, component and block and at each include,
//! one behind each `set`, one around what is printed, and filters in the expressions
//! ([`expressions`]), so that bytes are spent before they are made. They print nothing and
//! change no value; places are those of the template as it was written.

pub(super) mod budget;
mod expressions;
mod filters;
pub(super) mod tokens;

use super::scan;
use crate::source::{Position, SourceFile};
use expressions::Expression;
use std::ops::Range;
use std::sync::Arc;

/// A template with the calls that count.
#[derive(Debug)]
pub(super) struct CountedTemplate {
    /// It, as Tera gets it.
    pub file: Arc<SourceFile>,
    /// What was put in, in order.
    calls: Vec<PutIn>,
}

/// Something that stands in the counted template alone.
#[derive(Debug)]
struct PutIn {
    range: Range<usize>,
    /// What of it is a copy, and where the original stands in the template as written.
    copied: Option<(Range<usize>, usize)>,
}

/// Something to put into a template.
#[derive(Debug)]
struct Insertion {
    /// Where, in the template as it was written.
    at: usize,
    text: String,
    /// What of the text is a copy, and where the original stands.
    copied: Option<(Range<usize>, usize)>,
}

impl Insertion {
    fn new(at: usize, text: impl Into<String>) -> Insertion {
        Insertion {
            at,
            text: text.into(),
            copied: None,
        }
    }
}

impl CountedTemplate {
    /// A template as it was written, with what counts. `length` gives the length of
    /// another template by its name.
    pub fn of(file: &SourceFile, length: &dyn Fn(&str) -> usize) -> CountedTemplate {
        let text = file.text();
        let mut put = Counting::new(text, length).insertions();
        put.sort_by_key(|it| it.at);
        let mut counted = String::with_capacity(text.len() * 2);
        let (mut calls, mut done) = (Vec::new(), 0);
        for Insertion {
            at,
            text: call,
            copied,
        } in put
        {
            counted.push_str(text.get(done..at).unwrap_or_default());
            let start = counted.len();
            counted += &call;
            let copied = copied.map(|(it, from)| (it.start + start..it.end + start, from));
            calls.push(PutIn {
                range: start..counted.len(),
                copied,
            });
            done = at;
        }
        counted.push_str(text.get(done..).unwrap_or_default());
        CountedTemplate {
            file: SourceFile::new(file.path(), &*counted),
            calls,
        }
    }

    /// Where a byte of it stands in the template as it was written: of a copy the original,
    /// of anything else that was put in the place where that was done.
    pub fn written(&self, at: usize) -> usize {
        let before = self.calls.iter().take_while(|call| call.range.start < at);
        let mut added = 0;
        for call in before {
            if let Some((copy, original)) = &call.copied
                && (copy.start..=copy.end).contains(&at)
            {
                return original + (at - copy.start);
            }
            added += call.range.end.min(at) - call.range.start;
        }
        at - added
    }

    /// The same of a line and a column.
    pub fn written_place(&self, place: Position) -> usize {
        self.written(self.file.offset(place))
    }
}

/// What turns more than once: its call, how much text stands in it, where it begins.
struct Head {
    insertion: usize,
    literal: usize,
    start: usize,
    arguments: String,
    dash: &'static str,
}

/// The walk through a template that finds what is to be put in.
struct Counting<'t> {
    text: &'t str,
    length: &'t dyn Fn(&str) -> usize,
    put: Vec<Insertion>,
    heads: Vec<Head>,
    /// The names of texts that are being set.
    sets: Vec<String>,
}

impl<'t> Counting<'t> {
    fn new(text: &'t str, length: &'t dyn Fn(&str) -> usize) -> Counting<'t> {
        Counting {
            text,
            length,
            put: Vec::new(),
            heads: Vec::new(),
            sets: Vec::new(),
        }
    }

    fn insertions(mut self) -> Vec<Insertion> {
        let mut done = 0;
        for tag in scan::tags(self.text) {
            let inside = self.text.get(tag.clone()).unwrap_or_default();
            let before = self.text.get(..tag.start).unwrap_or_default();
            if let Some(head) = self.heads.last_mut() {
                head.literal += (tag.start - 2).saturating_sub(done);
            }
            done = (tag.end + 2).min(self.text.len());
            if before.ends_with("{%") {
                self.statement(inside, tag.start, done);
            } else {
                let expression = Expression::new(inside, tag.start);
                self.put.extend(expression.printed(tag.start - 2));
            }
        }
        self.put
    }

    /// A tag that does something; it ends at `end`.
    fn statement(&mut self, inside: &str, offset: usize, end: usize) {
        let first = usize::from(inside.starts_with('-'));
        let words = inside.trim_matches('-').trim();
        let split = words.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
        let (word, rest) = words.split_at(split.unwrap_or(words.len()));
        let expression = Expression::new(inside, offset);
        self.put.extend(match word {
            "for" => expression.looped(),
            "filter" => expression.filtered(first + 1),
            "if" | "elif" | "set" | "set_global" => expression.stated(first + 1),
            "" if rest.starts_with('<') && !rest.starts_with("</") => expression.stated(first),
            _ => Vec::new(),
        });
        // What is trimmed behind the tag is trimmed behind the call.
        let dash = if inside.ends_with('-') { "-" } else { "" };
        match word {
            "for" | "block" => self.open_head(String::new(), end, dash),
            "component" => {
                let calls = format!(", calls={}{}", budget::CALL, parameters(rest));
                self.open_head(calls, end, dash);
            }
            "endfor" | "endblock" | "endcomponent" => self.close_head(end),
            "include" => {
                let name = rest.trim().trim_matches(['"', '\'', '`']);
                let text = (self.length)(name);
                self.call(format!("{}(text={text})", budget::TURN), end, dash);
            }
            "set" | "set_global" => {
                let rest = rest.trim_start();
                let name_ends = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
                let (name, behind) = rest.split_at(name_ends.unwrap_or(rest.len()));
                if behind.trim_start().starts_with('=') {
                    self.call(held(name), end, dash);
                } else {
                    self.sets.push(name.to_owned());
                }
            }
            "endset" => {
                if let Some(name) = self.sets.pop() {
                    self.call(held(&name), end, dash);
                }
            }
            _ => {}
        }
    }

    fn call(&mut self, call: String, at: usize, dash: &str) {
        let text = format!("{{{{ {call} {dash}}}}}");
        self.put.push(Insertion::new(at, text));
    }

    /// Something begins that may turn often. What is in it is known at its end.
    fn open_head(&mut self, arguments: String, end: usize, dash: &'static str) {
        self.heads.push(Head {
            insertion: self.put.len(),
            literal: 0,
            start: end,
            arguments,
            dash,
        });
        self.put.push(Insertion::new(end, ""));
    }

    fn close_head(&mut self, end: usize) {
        let Some(head) = self.heads.pop() else {
            return;
        };
        let Head {
            literal,
            arguments,
            dash,
            ..
        } = head;
        let source = end - head.start;
        let turn = budget::TURN;
        let call = format!("{{{{ {turn}(text={literal}, source={source}{arguments}) {dash}}}}}");
        if let Some(insertion) = self.put.get_mut(head.insertion) {
            insertion.text = call;
        }
    }
}

/// The call that weighs a value that was given a name.
fn held(name: &str) -> String {
    format!("{}(held={name})", budget::HELD)
}

/// What the head of a component gives to be weighed: `name(a: string = "b", ...c)`.
fn parameters(declared: &str) -> String {
    let Some((_, declared)) = declared.split_once('(') else {
        return String::new();
    };
    let mut arguments = String::new();
    let (mut depth, mut is_name) = (0_usize, true);
    for (kind, range) in tokens::tokens(declared) {
        let word = declared.get(range).unwrap_or_default();
        match word {
            ")" if depth == 0 => break,
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            "," if depth == 0 => is_name = true,
            _ if is_name && kind == tokens::TagToken::Word => {
                arguments += &format!(", {word}={word}");
                is_name = false;
            }
            _ => {}
        }
    }
    arguments
}
