//! Where in an expression calls that count belong.
//!
//! Tera has at most 256 operations in an expression and lists of two dimensions; what a
//! value is that an operation makes, it does not bound. So each operation that makes a
//! value from values, or looks through one, is handed them through a filter that counts: `a ~ b`
//! is `a | bimemo_joined ~ b | bimemo_joined`. Filters bind more tightly than all operators
//! but the sign, so that nothing is read in another way. A filter `replace` is called
//! `bimemo_replace`, which counts and then does the same.

use super::tokens::{TagToken, tokens};
use super::{Insertion, budget};
use std::ops::Range;

/// What waits for the end of what stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    /// A bracket, or the tag itself.
    Bracket,
    /// The attributes of a component that is called: names, `=`, texts and `{…}`.
    Component,
}

/// A bracket, and what is to be put in where something in it ends.
struct Frame {
    open: Open,
    /// Whether it takes a part of what may be absent: `a?[1:]`.
    takes_part: bool,
    /// The filter behind the operand that stands to the right of an operator.
    behind: Option<&'static str>,
    /// Whether a call that is closed behind what stands between two commas is open.
    is_wrapped: bool,
    /// Whether a call around what a list is made from is open.
    is_drawn: bool,
}

impl Frame {
    fn of(open: Open) -> Frame {
        Frame {
            open,
            takes_part: false,
            behind: None,
            is_wrapped: false,
            is_drawn: false,
        }
    }
}

/// An expression as it is walked through.
pub(super) struct Expression<'t> {
    inside: &'t str,
    /// Where it begins in the template.
    offset: usize,
    /// The first token that is looked at.
    first: usize,
    tokens: Vec<(TagToken, Range<usize>)>,
    frames: Vec<Frame>,
    put: Vec<Insertion>,
}

impl<'t> Expression<'t> {
    /// What stands in a tag, which begins at this byte of the template.
    pub fn new(inside: &'t str, offset: usize) -> Expression<'t> {
        Expression {
            inside,
            offset,
            first: 0,
            tokens: tokens(inside),
            frames: Vec::new(),
            put: Vec::new(),
        }
    }

    /// How many tokens there are but for the dash before the tag's end.
    fn count(&self) -> usize {
        let ends_dashed = self.inside.ends_with('-') && !self.tokens.is_empty();
        self.tokens.len() - usize::from(ends_dashed)
    }

    /// The text of a token; nothing behind the last.
    fn word(&self, at: usize) -> &'t str {
        let range = self.tokens.get(at).filter(|_| at < self.count());
        range.map_or("", |(_, range)| {
            self.inside.get(range.clone()).unwrap_or_default()
        })
    }

    fn is(&self, at: usize, kind: TagToken) -> bool {
        at < self.count() && self.tokens.get(at).is_some_and(|(it, _)| *it == kind)
    }

    fn put(&mut self, at: usize, text: impl Into<String>) {
        self.put.push(Insertion::new(self.offset + at, text));
    }

    fn put_before(&mut self, token: usize, text: impl Into<String>) {
        let at = self.tokens.get(token).map_or(0, |(_, range)| range.start);
        self.put(at, text);
    }

    fn put_behind(&mut self, token: usize, text: impl Into<String>) {
        let at = self.tokens.get(token).map_or(0, |(_, range)| range.end);
        self.put(at, text);
    }

    /// What is to be put in where a value is printed.
    pub fn printed(mut self, start: usize) -> Vec<Insertion> {
        let first = usize::from(self.inside.starts_with('-'));
        let end = self.count();
        let brackets = (first..end).take_while(|at| self.word(*at) == "(").count();
        if let Some(path) = self.path(first + brackets, end.saturating_sub(brackets)) {
            // Where a field is absent, Tera says which there are; so it is asked twice.
            let dash = if first == 1 { "-" } else { "" };
            let words = self.inside.get(path.clone()).unwrap_or_default();
            let call = format!("{{{{{dash} {}(of=", budget::BEFORE);
            let copied = (
                call.len()..call.len() + words.len(),
                self.offset + path.start,
            );
            let text = format!("{call}{words}) }}}}");
            return vec![Insertion {
                copied: Some(copied),
                ..Insertion::new(start, text)
            }];
        }
        let is_shown = first < end && !self.is_component(first) && !self.is_literal(first);
        if is_shown {
            self.put_before(first, format!("{}(of=", budget::SHOWN));
        }
        self.walk(first);
        if is_shown {
            self.put_behind(end - 1, ")");
        }
        self.put
    }

    /// What is to be put in a tag that does something, behind its first words.
    pub fn stated(mut self, from: usize) -> Vec<Insertion> {
        self.walk(from);
        self.put
    }

    /// The same where what stands behind the first `in` is gone through.
    pub fn looped(mut self) -> Vec<Insertion> {
        let Some(at) = (0..self.count()).find(|at| self.word(*at) == "in") else {
            return Vec::new();
        };
        self.put_before(at + 1, format!("{}(of=", budget::EACH));
        self.walk(at + 1);
        self.put_behind(self.count() - 1, ")");
        self.put
    }

    /// The same of the filters that a text between two tags goes through.
    pub fn filtered(mut self, from: usize) -> Vec<Insertion> {
        self.name_filter(from);
        self.walk(from + 1);
        self.put
    }

    /// The bytes of some tokens, where they are a name alone, with fields.
    fn path(&self, from: usize, to: usize) -> Option<Range<usize>> {
        let fits = |at: usize| {
            if (at - from).is_multiple_of(2) {
                self.is(at, TagToken::Word)
            } else {
                matches!(self.word(at), "." | "?.")
            }
        };
        let is_path = to > from && (to - from) % 2 == 1 && (from..to).all(fits);
        let ends = self
            .tokens
            .get(from)
            .zip(self.tokens.get(to.checked_sub(1)?));
        let ends = ends.filter(|_| is_path);
        ends.map(|((_, first), (_, last))| first.start..last.end)
    }

    fn is_literal(&self, first: usize) -> bool {
        self.count() == first + 1 && self.is(first, TagToken::Literal)
    }

    /// Whether there is the call of a component alone.
    fn is_component(&self, first: usize) -> bool {
        let mut depth = 0_usize;
        let ends = (first..self.count()).find(|at| {
            match self.word(*at) {
                "{" => depth += 1,
                "}" => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0 && self.word(*at) == ">"
        });
        self.word(first) == "<" && ends == Some(self.count() - 1)
    }

    fn walk(&mut self, from: usize) {
        self.first = from;
        self.frames.push(Frame::of(Open::Bracket));
        let mut at = from;
        while at < self.count() {
            match self.frames.last().map(|frame| frame.open) {
                Some(Open::Component) => self.attribute(at),
                _ if self.word(at) == "for" => at = self.drawn(at),
                _ => self.token(at),
            }
            at += 1;
        }
        self.finish_operand(self.count(), None);
    }

    /// A token among the attributes of a component.
    fn attribute(&mut self, at: usize) {
        match self.word(at) {
            "{" => self.frames.push(Frame::of(Open::Bracket)),
            ">" => drop(self.frames.pop()),
            _ => {}
        }
    }

    /// Whether what stands before a token is the end of an operand.
    fn follows_operand(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| at > self.first) else {
            return false;
        };
        match self.word(before) {
            ")" | "]" | "}" => true,
            ">" => self.word(before.saturating_sub(1)) == "/",
            word => {
                self.is(before, TagToken::Literal)
                    || self.is(before, TagToken::Word) && !is_joint(word)
            }
        }
    }

    fn token(&mut self, at: usize) {
        let word = self.word(at);
        let follows = self.follows_operand(at);
        match word {
            "(" | "{" => self.frames.push(Frame::of(Open::Bracket)),
            "[" | "?[" => {
                let takes_part = follows && self.is_slice(at);
                if takes_part && word == "[" {
                    self.put_behind(at - 1, format!(" | {}", budget::MADE));
                }
                self.frames.push(Frame {
                    takes_part: takes_part && word == "?[",
                    ..Frame::of(Open::Bracket)
                });
            }
            ")" | "]" | "}" => self.close(at),
            "," | ":" => self.finish_item(at),
            "=" => {}
            "..." => {
                self.put_before(at + 1, format!("{}(of=", budget::SPREAD));
                if let Some(frame) = self.frames.last_mut() {
                    frame.is_wrapped = true;
                }
            }
            "<" if !follows => self.frames.push(Frame::of(Open::Component)),
            "-" | "not" if !follows && !self.is_negated_in(at) => {}
            "|" => self.name_filter(at + 1),
            "if" => self.finish_drawn(at),
            "not" if self.is_negated_in(at) => self.finish_operand(at, Some(budget::SEEN)),
            "~" => self.operator(at, budget::JOINED),
            "==" | "!=" | "<" | ">" | "<=" | ">=" | "in" | "is" => {
                self.operator(at, budget::SEEN);
            }
            "not" | "+" | "-" | "*" | "/" | "//" | "%" | "**" | "and" | "or" | "else" => {
                self.finish_operand(at, None);
            }
            "range" if self.word(at + 1) == "(" && !self.is_named(at) => {
                if let Some(end) = self.partner(at + 1) {
                    // It is put in behind what stands in the brackets.
                    let end = self.tokens[end].1.end;
                    self.put(end, format!(" | {}", budget::MADE));
                }
            }
            _ => {}
        }
    }

    /// Whether a `not` belongs to the `in` behind it.
    fn is_negated_in(&self, at: usize) -> bool {
        self.word(at) == "not" && self.word(at + 1) == "in"
    }

    /// Whether a word is the name of a filter, a test or a field.
    fn is_named(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        matches!(before, "|" | "is" | "not" | "." | "?.")
    }

    /// The bracket that closes another.
    fn partner(&self, open: usize) -> Option<usize> {
        let mut depth = 0_usize;
        (open..self.count()).find(|at| {
            match self.word(*at) {
                "(" | "[" | "?[" | "{" => depth += 1,
                ")" | "]" | "}" => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0
        })
    }

    /// Whether brackets take a part of a list or a text: `[1:3]`.
    fn is_slice(&self, open: usize) -> bool {
        let mut depth = 0_usize;
        for at in open..self.partner(open).unwrap_or(self.count()) {
            match self.word(at) {
                "(" | "[" | "?[" | "{" => depth += 1,
                ")" | "]" | "}" => depth = depth.saturating_sub(1),
                ":" if depth == 1 => return true,
                _ => {}
            }
        }
        false
    }

    /// An operator to both of whose sides a filter belongs.
    fn operator(&mut self, at: usize, filter: &'static str) {
        let tests = self.word(at) == "is";
        let test = at + 1 + usize::from(self.word(at + 1) == "not");
        // What is asked whether it is there may be absent, and is not looked through.
        let is_light = tests && matches!(self.word(test), "defined" | "undefined");
        self.finish_operand(at, (!is_light).then_some(filter));
        if let Some(frame) = self.frames.last_mut()
            && !tests
        {
            frame.behind = Some(filter);
        }
    }

    /// An operand has ended before a token: what belongs behind it is put in.
    fn finish_operand(&mut self, at: usize, filter: Option<&'static str>) {
        let Some(frame) = self.frames.last_mut() else {
            return;
        };
        let waiting = frame.behind.take();
        let filter = match (filter, waiting) {
            (Some(budget::JOINED), _) | (_, Some(budget::JOINED)) => Some(budget::JOINED),
            (one, other) => one.or(other),
        };
        // `a not in b`: the `not` has finished it.
        let Some(last) = at.checked_sub(1).filter(|last| self.word(*last) != "not") else {
            return;
        };
        if let Some(filter) = filter
            && !self.is(last, TagToken::Literal)
        {
            self.put_behind(last, format!(" | {filter}"));
        }
    }

    /// What a list is made from has ended, if it was that.
    fn finish_drawn(&mut self, at: usize) {
        self.finish_operand(at, None);
        if let Some(frame) = self.frames.last_mut()
            && std::mem::take(&mut frame.is_drawn)
        {
            self.put_behind(at - 1, ")");
        }
    }

    /// What stands between two commas has ended.
    fn finish_item(&mut self, at: usize) {
        self.finish_drawn(at);
        if let Some(frame) = self.frames.last_mut()
            && std::mem::take(&mut frame.is_wrapped)
        {
            self.put_behind(at - 1, ")");
        }
    }

    fn close(&mut self, at: usize) {
        self.finish_item(at);
        if self.frames.len() > 1
            && let Some(closed) = self.frames.pop()
            && closed.takes_part
        {
            // It is counted when it was taken: before it, a filter would end the path.
            self.put_behind(at, format!(" | {}", budget::MADE));
        }
    }

    /// A list is made from each of something: `[a for b in c if d]`. What it is made from
    /// begins behind the token that is given back.
    fn drawn(&mut self, at: usize) -> usize {
        self.finish_operand(at, None);
        let Some(from) = (at..self.count()).find(|at| self.word(*at) == "in") else {
            return at;
        };
        let text = self.inside.len();
        self.put_before(from + 1, format!("{}(text={text}, of=", budget::EACH));
        if let Some(frame) = self.frames.last_mut() {
            frame.is_drawn = true;
        }
        from
    }

    /// The name of a filter, where it is one that counts.
    fn name_filter(&mut self, at: usize) {
        if budget::FILTERS.contains(&self.word(at)) {
            self.put_before(at, budget::PREFIX);
        }
    }
}

/// Whether a word joins operands, so that what is behind it begins one.
fn is_joint(word: &str) -> bool {
    ["and", "or", "not", "in", "is", "if", "else", "for"].contains(&word)
}
