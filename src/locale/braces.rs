//! Placeables' braces in a pattern's source: which are never closed or never
//! opened, and which lines begin outside of all of them.

/// How deep placeables may stand in one another. Nobody needs a fifth level; the
/// limit keeps a hostile file from exhausting the parser's stack.
pub(super) const MAX_DEPTH: usize = 50;

/// A brace that does not fit, by its byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BraceFault {
    /// `{` without its `}`.
    Unclosed(usize),
    /// `}` without its `{`.
    Unopened(usize),
    /// `{` below [`MAX_DEPTH`] others.
    TooDeep(usize),
}

/// What stands between braces, as far as quotation marks differ in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    /// An expression, where `"` begins a string literal.
    Expression,
    /// The variants after `->`, where `"` is text.
    Variants,
}

/// Reads a pattern's source byte by byte.
#[derive(Default)]
pub(super) struct Braces {
    open: Vec<(usize, Inside)>,
    /// Open parentheses of calls, which nest as braces do.
    calls: usize,
    in_string: bool,
    escaped: bool,
    faults: Vec<BraceFault>,
}

impl Braces {
    /// How many braces are open.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Whether a string literal is open.
    pub fn in_string(&self) -> bool {
        self.in_string
    }

    /// Whether the innermost brace holds variants.
    pub fn in_variants(&self) -> bool {
        matches!(self.open.last(), Some((_, Inside::Variants)))
    }

    /// Reads the byte at `at`; `next` is the one after it.
    pub fn read(&mut self, at: usize, byte: u8, next: Option<u8>) {
        if self.in_string {
            if self.escaped {
                self.escaped = false;
            } else if byte == b'\\' {
                self.escaped = true;
            } else if byte == b'"' || byte == b'\n' {
                self.in_string = false;
            }
            return;
        }
        match (byte, self.open.last_mut()) {
            (b'{', _) => {
                if self.open.len() == MAX_DEPTH {
                    self.faults.push(BraceFault::TooDeep(at));
                }
                self.open.push((at, Inside::Expression));
            }
            (b'}', Some(_)) => {
                self.open.pop();
            }
            (b'}', None) => self.faults.push(BraceFault::Unopened(at)),
            (b'"', Some((_, Inside::Expression))) => {
                self.in_string = true;
                self.escaped = false;
            }
            (b'(', Some((_, Inside::Expression))) => {
                self.calls += 1;
                if self.calls == MAX_DEPTH {
                    self.faults.push(BraceFault::TooDeep(at));
                }
            }
            (b')', Some((_, Inside::Expression))) => self.calls = self.calls.saturating_sub(1),
            (b'-', Some((_, inside))) if next == Some(b'>') => *inside = Inside::Variants,
            _ => {}
        }
    }

    /// Reads a string.
    pub fn read_all(&mut self, source: &str) {
        let bytes = source.as_bytes();
        for (at, &byte) in bytes.iter().enumerate() {
            self.read(at, byte, bytes.get(at + 1).copied());
        }
    }

    /// The braces that do not fit, in their order.
    pub fn finish(self) -> Vec<BraceFault> {
        let mut faults = self.faults;
        faults.extend(self.open.iter().map(|(at, _)| BraceFault::Unclosed(*at)));
        faults.sort_by_key(|fault| match fault {
            BraceFault::Unclosed(at) | BraceFault::Unopened(at) | BraceFault::TooDeep(at) => *at,
        });
        faults
    }
}

/// The braces of `source` that do not fit.
pub(super) fn brace_faults(source: &str) -> Vec<BraceFault> {
    let mut braces = Braces::default();
    braces.read_all(source);
    braces.finish()
}

/// Reads the entries of a resource's source and calls `visit` with each byte's place
/// and the braces before it; comments are left out. Gives the braces that do not
/// fit.
pub(super) fn scan(source: &str, mut visit: impl FnMut(usize, &Braces)) -> Vec<BraceFault> {
    let mut faults = Vec::new();
    let mut braces = Braces::default();
    let bytes = source.as_bytes();
    let mut comment = false;
    let mut line_start = true;
    for (at, &byte) in bytes.iter().enumerate() {
        if line_start && (byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'#')) {
            faults.extend(std::mem::take(&mut braces).finish());
            comment = byte == b'#';
        }
        line_start = byte == b'\n';
        if !comment {
            visit(at, &braces);
            braces.read(at, byte, bytes.get(at + 1).copied());
        }
    }
    faults.extend(braces.finish());
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_hide_braces_and_variants_do_not_quote() {
        assert_eq!(brace_faults(r#"a {"{"} b { $x }"#), []);
        assert_eq!(brace_faults(r#"{ "a \" }" }"#), []);
        assert_eq!(brace_faults("{ $n ->\n [one] a \" b\n*[other] c }"), []);
        assert_eq!(brace_faults("a { $x b"), [BraceFault::Unclosed(2)]);
        assert_eq!(
            brace_faults("a } b {"),
            [BraceFault::Unopened(2), BraceFault::Unclosed(6)]
        );
    }

    #[test]
    fn depth_has_a_limit() {
        let source = format!("{}{}", "{".repeat(51), "}".repeat(51));
        assert_eq!(brace_faults(&source), [BraceFault::TooDeep(50)]);
    }
}
