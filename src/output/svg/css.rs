//! Style sheets, declarations and values, read token by token and written anew: what
//! another reader makes of the result is what was looked at here.

use super::codes::PARTS;
use super::names::{self, SvgPart};
use cssparser::{Delimiter, ParseError, Parser, ToCss, Token, serialize_string};
use std::ops::Range;

/// What was read.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// The same, with what draws nothing left out.
    pub text: String,
    /// What is wrong, by the bytes of what was read.
    pub faults: Vec<StyleFault>,
    /// The ids that are referred to, with the bytes of the reference.
    pub references: Vec<(Range<usize>, String)>,
}

/// What is wrong with a style.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct StyleFault {
    pub range: Range<usize>,
    /// What it does.
    pub part: SvgPart,
    /// What it is, for a message.
    pub what: String,
}

/// How closely a value is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    /// It is written: all of it must be known.
    Whole,
    /// It is left out: it must only not fetch anything.
    Fetches,
}

/// The content of a `style` element.
pub(super) fn read_sheet(text: &str) -> Styles {
    let mut styles = Styles::default();
    let mut input = Parser::new(text);
    styles.sheet(&mut input);
    styles
}

/// The value of a `style` attribute.
pub(super) fn read_declarations(text: &str) -> Styles {
    let mut styles = Styles::default();
    let mut input = Parser::new(text);
    styles.text = styles.declarations(names::property, &mut input);
    styles
}

/// The value of an attribute that is a CSS property; `drawn` says whether it is written.
pub(super) fn read_value(text: &str, drawn: bool) -> Styles {
    let mut styles = Styles::default();
    let mut input = Parser::new(text);
    let look = if drawn { Look::Whole } else { Look::Fetches };
    let mut value = String::new();
    styles.value(look, &mut input, &mut value);
    styles.text = value.trim().to_owned();
    styles
}

/// What the name of a declaration does, by where the declaration stands.
type Known = fn(&str) -> SvgPart;

/// What never fails: faults are gathered.
type Sure<T> = Result<T, ParseError<()>>;

impl Styles {
    fn fault(&mut self, range: Range<usize>, part: SvgPart, what: String) {
        self.faults.push(StyleFault { range, part, what });
    }

    fn sheet(&mut self, input: &mut Parser<'_>) {
        loop {
            input.skip_whitespace();
            let state = input.state();
            let start = input.position().byte_index();
            match input.next().cloned() {
                Err(_) => break,
                Ok(Token::CDO | Token::CDC) => {}
                Ok(Token::AtKeyword(name)) => {
                    let end = input.position().byte_index();
                    self.at_rule(&name, start..end, input);
                }
                Ok(_) => {
                    input.reset(&state);
                    self.rule(input);
                }
            }
        }
    }

    fn rule(&mut self, input: &mut Parser<'_>) {
        let start = input.position().byte_index();
        let selectors = input.parse_until_before(Delimiter::CurlyBracketBlock, |input| {
            Sure::Ok(self.selectors(input))
        });
        if input.expect_curly_bracket_block().is_err() {
            let end = input.position().byte_index();
            return self.fault(start..end, SvgPart::Unknown, PARTS.words("braceless", &[]));
        }
        let body = input.parse_nested_block(|input| {
            let body = self.declarations(names::property, input);
            Sure::Ok(body)
        });
        if let (Ok(Some(selectors)), Ok(body)) = (selectors, body) {
            self.text.push_str(&format!("{selectors}{{{body}}}"));
        }
    }

    fn at_rule(&mut self, name: &str, range: Range<usize>, input: &mut Parser<'_>) {
        let name = name.to_ascii_lowercase();
        let part = match name.as_str() {
            "charset" | "font-face" => None,
            "import" => Some(SvgPart::Fetches),
            name if name.ends_with("keyframes") => Some(SvgPart::Moves),
            _ => Some(SvgPart::Unknown),
        };
        if let Some(part) = part {
            self.fault(range, part, format!("`@{name}`"));
        }
        let ends = Delimiter::Semicolon | Delimiter::CurlyBracketBlock;
        let _: Sure<()> = input.parse_until_before(ends, |input| {
            while input.next().is_ok() {}
            Ok(())
        });
        let has_block = matches!(input.next(), Ok(Token::CurlyBracketBlock));
        if name == "font-face" && has_block {
            let body =
                input.parse_nested_block(|input| Sure::Ok(self.declarations(descriptor, input)));
            if let Ok(body) = body {
                self.text.push_str(&format!("@font-face{{{body}}}"));
            }
        }
    }

    /// Selectors, where all of them are known: names, classes, ids, attributes, and what
    /// is below or inside. Those that count siblings are none, since some are left out.
    fn selectors(&mut self, input: &mut Parser<'_>) -> Option<String> {
        let mut written = String::new();
        let mut fault = None;
        let start = input.position();
        loop {
            let from = input.position();
            let Ok(token) = input.next_including_whitespace_and_comments().cloned() else {
                break;
            };
            let known = match &token {
                Token::SquareBracketBlock => {
                    let inside = input.parse_nested_block(|input| Sure::Ok(attribute(input)));
                    matches!(inside, Ok(true))
                }
                Token::Ident(_)
                | Token::IDHash(_)
                | Token::Hash(_)
                | Token::Comma
                | Token::WhiteSpace(_)
                | Token::Comment(_)
                | Token::Delim('.' | '*' | '>') => true,
                _ => false,
            };
            let text = input.slice_from(from);
            match token {
                Token::WhiteSpace(_) => written.push(' '),
                Token::Comment(_) => written.push_str("/**/"),
                token => written.push_str(&plain(&token, text)),
            }
            if !known && fault.is_none() {
                fault = Some(from.byte_index()..input.position().byte_index());
            }
        }
        let Some(range) = fault else {
            return Some(written.trim().to_owned());
        };
        let whole: String = input.slice_from(start).trim().chars().take(60).collect();
        self.fault(
            range,
            SvgPart::Unknown,
            PARTS.words("selector", given!(written = whole)),
        );
        None
    }

    fn declarations(&mut self, known: Known, input: &mut Parser<'_>) -> String {
        let mut written = String::new();
        loop {
            input.skip_whitespace();
            let start = input.position().byte_index();
            match input.next().cloned() {
                Err(_) => break,
                Ok(Token::Semicolon) => {}
                Ok(Token::Ident(name)) => {
                    let range = start..input.position().byte_index();
                    let declared = input.parse_until_before(Delimiter::Semicolon, |input| {
                        Sure::Ok(self.declaration(known, &name, range, input))
                    });
                    written.extend(declared.ok().flatten());
                }
                Ok(_) => {
                    let _: Sure<()> = input.parse_until_before(Delimiter::Semicolon, |input| {
                        while input.next().is_ok() {}
                        Ok(())
                    });
                    let range = start..input.position().byte_index();
                    self.fault(range, SvgPart::Unknown, PARTS.words("nameless", &[]));
                }
            }
        }
        written
    }

    /// A declaration, its name read: `name:value;`, or nothing where it is left out.
    fn declaration(
        &mut self,
        known: Known,
        name: &str,
        range: Range<usize>,
        input: &mut Parser<'_>,
    ) -> Option<String> {
        let name = name.to_ascii_lowercase();
        let part = known(&name);
        if input.expect_colon().is_err() {
            self.fault(
                range,
                SvgPart::Unknown,
                PARTS.words("valueless", given!(name)),
            );
            return None;
        }
        let look = match part {
            SvgPart::Drawn => Look::Whole,
            _ => Look::Fetches,
        };
        if !matches!(part, SvgPart::Drawn | SvgPart::Silent) {
            self.fault(range, part, PARTS.words("style", given!(name)));
            return None;
        }
        let (mut value, before) = (String::new(), self.faults.len());
        self.value(look, input, &mut value);
        let sound = self.faults.len() == before;
        (part == SvgPart::Drawn && sound).then(|| format!("{name}:{};", value.trim()))
    }

    /// Tokens up to the end of `input`.
    fn value(&mut self, look: Look, input: &mut Parser<'_>, out: &mut String) {
        loop {
            let from = input.position();
            let start = from.byte_index();
            let Ok(token) = input.next_including_whitespace_and_comments().cloned() else {
                break;
            };
            let range = start..input.position().byte_index();
            match token {
                Token::WhiteSpace(_) | Token::Comment(_) => out.push(' '),
                Token::UnquotedUrl(url) => self.url(look, &url, range, out),
                Token::Function(name) if name.eq_ignore_ascii_case("url") => {
                    let url = input.parse_nested_block(|input| {
                        Sure::Ok(input.expect_string_cloned().unwrap_or_default())
                    });
                    self.url(look, &url.unwrap_or_default(), range, out);
                }
                Token::Function(name) => {
                    let known = self.function(look, &name.to_ascii_lowercase(), range);
                    out.push_str(&plain(&Token::Function(name), input.slice_from(from)));
                    // What stands in one that is at fault only follows from it.
                    let inside = if known { look } else { Look::Fetches };
                    self.block(inside, input, out);
                    out.push(')');
                }
                Token::ParenthesisBlock => {
                    out.push('(');
                    self.block(look, input, out);
                    out.push(')');
                }
                token if is_value(&token) => out.push_str(&plain(&token, input.slice_from(from))),
                _ if look == Look::Fetches => {}
                _ => {
                    let what = PARTS.words("in-style", given!(written = input.slice_from(from)));
                    self.fault(range, SvgPart::Unknown, what);
                }
            }
        }
    }

    fn block(&mut self, look: Look, input: &mut Parser<'_>, out: &mut String) {
        let _: Sure<()> = input.parse_nested_block(|input| {
            self.value(look, input, out);
            Ok(())
        });
    }

    /// Whether a function is no fault.
    fn function(&mut self, look: Look, name: &str, range: Range<usize>) -> bool {
        let part = match name {
            "expression" => SvgPart::Runs,
            "image" | "image-set" | "-webkit-image-set" | "src" => SvgPart::Fetches,
            name if look == Look::Fetches || names::is_function(name) => return true,
            _ => SvgPart::Unknown,
        };
        self.fault(range, part, format!("`{name}()`"));
        false
    }

    fn url(&mut self, look: Look, url: &str, range: Range<usize>, out: &mut String) {
        let url = url.trim();
        let Some(id) = url.strip_prefix('#').filter(|id| !id.is_empty()) else {
            let short: String = url.chars().take(60).collect();
            return self.fault(range, SvgPart::Fetches, format!("`url({short})`"));
        };
        if look == Look::Fetches {
            return;
        }
        let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':');
        if id.chars().all(is_plain) {
            out.push_str(&format!("url(#{id})"));
        } else {
            out.push_str("url(");
            // Writing to a string does not fail.
            let _ = serialize_string(url, out);
            out.push(')');
        }
        self.references.push((range, id.to_owned()));
    }
}

/// Whether a token makes a value, alone.
fn is_value(token: &Token<'_>) -> bool {
    matches!(
        token,
        Token::Ident(_)
            | Token::Hash(_)
            | Token::IDHash(_)
            | Token::QuotedString(_)
            | Token::Delim(_)
            | Token::Number { .. }
            | Token::Percentage { .. }
            | Token::Dimension { .. }
            | Token::Colon
            | Token::Comma
    )
}

/// A token as it was written, so that no digit of a number is lost; without the escapes
/// that hide what it is.
fn plain(token: &Token<'_>, written: &str) -> String {
    if written.contains('\\') {
        token.to_css_string()
    } else {
        written.to_owned()
    }
}

/// Whether what stands in square brackets asks for an attribute that is written.
fn attribute(input: &mut Parser<'_>) -> bool {
    let known = match input.expect_ident() {
        Ok(name) => names::is_attribute(name) || names::is_presentation(name),
        Err(_) => false,
    };
    while let Ok(token) = input.next() {
        let sound = matches!(
            token,
            Token::Ident(_)
                | Token::QuotedString(_)
                | Token::Delim('=')
                | Token::IncludeMatch
                | Token::DashMatch
                | Token::PrefixMatch
                | Token::SuffixMatch
                | Token::SubstringMatch
        );
        if !sound {
            return false;
        }
    }
    known
}

/// What a name does in `@font-face`: its descriptors (CSS Fonts 4) draw.
fn descriptor(name: &str) -> SvgPart {
    match name {
        "font-family"
        | "font-feature-settings"
        | "font-stretch"
        | "font-style"
        | "font-variant"
        | "font-variation-settings"
        | "font-weight"
        | "src"
        | "unicode-range" => SvgPart::Drawn,
        name => names::property(name),
    }
}
