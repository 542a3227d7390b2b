//! Random patterns, each in two layouts: as somebody may lay it out, and with what it
//! prints by the specification written out in string literals, so that no blank and no
//! line break of the second one has to be understood.

/// The same numbers on every machine (xorshift).
pub(super) struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).expect("below a usize")
    }

    fn one_in(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }

    pub fn of<'v, T>(&mut self, values: &'v [T]) -> &'v T {
        &values[self.below(values.len())]
    }
}

/// Messages and terms that patterns refer to.
pub(super) const SUPPORT: &str = r#"
-act = Employment Renewal Act
    .gender = feminine
    .spaced = { " " }feminine
    .count = { 1 }
-form = { $case ->
    [of] of the Act
   *[plain] the Act
}
-sign = { $x ->
    [-1] minus
   *[other] plus
}
word = plain
    .attribute = attribute of { word }
"#;

/// What a pattern is the value of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// A message or a variant: blanks at the beginnings of lines are taken off.
    Message,
    /// A string of a memo: it is printed as it is.
    Text,
}

/// A pattern.
pub(super) struct Meant {
    /// Whether its first line stands below its id or key.
    below: bool,
    lines: Vec<Line>,
}

/// A line; a blank one has no pieces.
struct Line {
    indent: usize,
    pieces: Vec<Piece>,
}

enum Piece {
    Words(&'static str),
    /// A placeable, as it is laid out and as Fluent's own bundle takes it.
    Placeable(String, String),
    Select(Select),
}

struct Select {
    selector: &'static str,
    /// Blanks behind the brace.
    lead: &'static str,
    indent: usize,
    variants: Vec<(&'static str, Meant)>,
    default: usize,
}

const WORDS: [&str; 11] = [
    "keys", "a", " ", "b  c", "é", "- item", "1. one", "\"q\"", "$5", "\u{a0}", ", ",
];
/// What may begin a line of a string and of no message.
const STARTS: [&str; 4] = ["*a", "[b]", ".c", "  d"];

const PLACEABLES: [&str; 22] = [
    "$n",
    "$who",
    "\"\"",
    "\" \"",
    "\"lit\"",
    "\"{\"",
    "\"}\"",
    "\"  x \"",
    "\"\\u00E9\"",
    "3",
    "-1",
    "1.50",
    "-act",
    "-form",
    "-form(case: \"of\")",
    "-form(case: \"x\", y: 2)",
    "word",
    "word.attribute",
    "{ $n }",
    "{ { word } }",
    "NUMBER($n)",
    "NUMBER($n, minimumFractionDigits: 1)",
];

const SELECTORS: [(&str, &[&str]); 9] = [
    ("$n", &["0", "1", "one", "other", "5", "two"]),
    ("NUMBER($n)", &["1", "one", "other", "few"]),
    (
        "NUMBER($n, type: \"ordinal\")",
        &["one", "two", "few", "other"],
    ),
    ("$who", &["feminine", "masculine", "red", "one", "1"]),
    ("1", &["0", "one", "other", "1"]),
    ("1.5", &["1.5", "one", "other"]),
    ("\"x\"", &["x", "y", "other"]),
    ("-act.gender", &["feminine", "masculine", "other"]),
    ("-act.spaced", &["feminine", "other"]),
];

const BLANKS: [&str; 5] = [" ", "", " ", "\n      ", "\n  "];

impl Meant {
    /// A pattern; `depth` says how many selectors stand around it, `least` how far its
    /// lines of words are indented at least.
    pub fn random(numbers: &mut Numbers, of: Of, depth: usize, least: usize) -> Meant {
        let count = 1 + numbers.below(if depth == 0 { 5 } else { 2 });
        let below = of == Of::Message && numbers.below(3) > 0;
        let mut lines: Vec<Line> = Vec::new();
        for index in 0..count {
            let edge = index == 0 || index + 1 == count;
            let blank = !edge && numbers.one_in(4);
            let mut line = Line {
                indent: numbers.below(9),
                pieces: Vec::new(),
            };
            if !blank {
                line.fill(numbers, of, depth, least);
            }
            lines.push(line);
        }
        Meant { below, lines }
    }

    /// The pattern as it is laid out.
    pub fn written(&self, of: Of, out: &mut String) {
        if self.below {
            out.push('\n');
        }
        for (index, line) in self.lines.iter().enumerate() {
            if index > 0 {
                out.push('\n');
            }
            if index > 0 || self.below || of == Of::Text {
                out.push_str(&" ".repeat(line.indent));
            }
            for piece in &line.pieces {
                match piece {
                    Piece::Words(words) => out.push_str(words),
                    Piece::Placeable(written, _) => out.push_str(written),
                    Piece::Select(select) => select.written(out),
                }
            }
        }
    }

    /// What it prints by the specification, as placeables of one line each.
    pub fn spelt_out(&self, of: Of, out: &mut String) {
        let common = match of {
            Of::Text => 0,
            Of::Message => self.common_indent(),
        };
        let mut words = String::new();
        for (index, line) in self.lines.iter().enumerate() {
            if index > 0 {
                words.push('\n');
            }
            let own = of == Of::Text || self.begins_line(index) && !line.pieces.is_empty();
            if own {
                words.push_str(&" ".repeat(line.indent - common));
            }
            for piece in &line.pieces {
                match piece {
                    Piece::Words(piece) => words.push_str(piece),
                    Piece::Placeable(_, plain) => {
                        literal(&mut words, out);
                        out.push_str(plain);
                    }
                    Piece::Select(select) => {
                        literal(&mut words, out);
                        select.spelt_out(out);
                    }
                }
            }
        }
        if of == Of::Message {
            words.truncate(words.trim_end_matches([' ', '\n']).len());
        }
        literal(&mut words, out);
        // It prints nothing and is there all the same.
        out.push_str("{ \"\" }");
    }

    /// Whether fluent-syntax reads it otherwise than the specification, here or in a
    /// variant: a line begins with a placeable, or a blank line has blanks.
    pub fn is_laid_out_freely(&self, of: Of) -> bool {
        let own = |index: usize, line: &Line| match line.pieces.first() {
            None => line.indent > 0,
            Some(Piece::Words(_)) => false,
            Some(_) => self.begins_line(index),
        };
        self.lines.iter().enumerate().any(|(index, line)| {
            of == Of::Message && own(index, line)
                || line.pieces.iter().any(|piece| match piece {
                    Piece::Select(select) => select
                        .variants
                        .iter()
                        .any(|(_, value)| value.is_laid_out_freely(Of::Message)),
                    _ => false,
                })
        })
    }

    fn begins_line(&self, index: usize) -> bool {
        index > 0 || self.below
    }

    fn common_indent(&self) -> usize {
        let lines = self.lines.iter().enumerate();
        lines
            .filter(|(index, line)| self.begins_line(*index) && !line.pieces.is_empty())
            .map(|(_, line)| line.indent)
            .min()
            .unwrap_or(0)
    }
}

impl Line {
    fn fill(&mut self, numbers: &mut Numbers, of: Of, depth: usize, least: usize) {
        for index in 0..=numbers.below(if depth == 0 { 3 } else { 2 }) {
            let piece = match numbers.below(5) {
                0 if depth == 0 || depth == 1 && numbers.one_in(3) => {
                    Piece::Select(Select::random(numbers, depth, least))
                }
                0..=2 => {
                    let expression = numbers.of(&PLACEABLES);
                    let (before, after) = (numbers.of::<&str>(&BLANKS), *numbers.of(&BLANKS));
                    Piece::Placeable(
                        format!("{{{before}{expression}{after}}}"),
                        format!("{{ {expression} }}"),
                    )
                }
                _ if index == 0 && of == Of::Text && numbers.one_in(4) => {
                    Piece::Words(numbers.of::<&str>(&STARTS))
                }
                _ => Piece::Words(numbers.of::<&str>(&WORDS)),
            };
            self.pieces.push(piece);
        }
        // What begins the line is no blank, or it would be part of its indent.
        if let Some(Piece::Words(words)) = self.pieces.first_mut()
            && words.starts_with(' ')
            && of == Of::Message
        {
            *words = "c";
        }
        if matches!(self.pieces.first(), Some(Piece::Words(_))) {
            self.indent = self.indent.max(least);
        }
    }
}

impl Select {
    fn random(numbers: &mut Numbers, depth: usize, least: usize) -> Select {
        let (selector, keys) = *numbers.of(&SELECTORS);
        let mut variants: Vec<(&str, Meant)> = Vec::new();
        for key in keys {
            if variants.is_empty() || numbers.below(2) > 0 {
                variants.push((key, Meant::random(numbers, Of::Message, depth + 1, least)));
            }
        }
        Select {
            selector,
            lead: numbers.of::<&str>(&BLANKS),
            indent: numbers.below(8),
            default: numbers.below(variants.len()),
            variants,
        }
    }

    fn written(&self, out: &mut String) {
        out.push_str(&format!("{{{}{} ->", self.lead, self.selector));
        self.variants(out, &" ".repeat(self.indent), &|value, out| {
            value.written(Of::Message, out);
        });
    }

    fn spelt_out(&self, out: &mut String) {
        out.push_str(&format!("{{ {} ->", self.selector));
        self.variants(out, "    ", &|value, out| {
            out.push(' ');
            value.spelt_out(Of::Message, out);
        });
    }

    fn variants(&self, out: &mut String, indent: &str, value: &dyn Fn(&Meant, &mut String)) {
        for (index, (key, variant)) in self.variants.iter().enumerate() {
            let star = if index == self.default { "*" } else { "" };
            out.push_str(&format!("\n{indent}{star}[{key}]"));
            value(variant, out);
        }
        out.push_str(&format!("\n{indent}}}"));
    }
}

/// Moves words into a string literal.
fn literal(words: &mut String, out: &mut String) {
    if words.is_empty() {
        return;
    }
    let escaped = words
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\u000A");
    out.push_str(&format!("{{ \"{escaped}\" }}"));
    words.clear();
}
