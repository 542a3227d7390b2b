//! A string of YAML comes back as it was.

use super::*;
use crate::locale::frame::Bindings;
use crate::locale::output::Output;
use crate::locale::resolve::{Resolver, Scalar};

/// Formats through Fluent's parser, whatever the text.
fn through_fluent(text: &str) -> Formatted {
    let locales = locales("", "");
    let mut resolver = Resolver::new(locales.get(Lang::En));
    let mut output = Output::default();
    let args = Args::new();
    let locator = in_file(SourceFile::new("memo.yaml", text));
    let scalar = Scalar {
        text,
        locator: &locator,
        place: &NodePath::root(),
    };
    resolver.scalar(scalar, "", Bindings::Args(&args), None, &mut output);
    let (formatted, faults) = resolver.finish(output);
    assert!(faults.is_empty(), "{text:?}\n{}", lines(&faults));
    formatted
}

/// The same numbers on every machine (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

#[test]
fn two_thousand_strings_come_back_unchanged() {
    let parts = [
        "a", "Z", "é", " ", "  ", "\n", "\n\n", "\t", "\r", "\r\n", "*", "[", "]", ".", "-", "#",
        "=", "\"", "\\", "v = ", "->", "\u{a0}", "[one]", "*[other]", ".x = y", "\\u00", "$", "(",
    ];
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    for _ in 0..2000 {
        let text: String = (0..numbers.below(20))
            .map(|_| parts[numbers.below(parts.len())])
            .collect();
        let formatted = through_fluent(&text);
        assert_eq!(formatted.text, text, "{text:?}");
        check_segments(&formatted, &text);
    }
}

/// Every segment says truly where its bytes are.
fn check_segments(formatted: &Formatted, text: &str) {
    let mut end = 0;
    for segment in &formatted.segments {
        assert_eq!(segment.range.start, end);
        end = segment.range.end;
        if let (Source::Text(range), true) = (&segment.source, segment.verbatim) {
            assert_eq!(formatted.text[segment.range.clone()], text[range.clone()]);
        }
    }
    assert_eq!(end, formatted.text.len());
}

#[test]
fn literal_braces_stand_among_any_text() {
    let parts = [
        "a",
        "é",
        " ",
        "\n",
        "*",
        "[",
        ".",
        "{\"{\"}",
        "{\"}\"}",
        "{ \"*\" }",
        "\r",
    ];
    let mut numbers = Numbers(0x1234_5678_9ABC_DEF1);
    for _ in 0..500 {
        let text: String = (0..numbers.below(16))
            .map(|_| parts[numbers.below(parts.len())])
            .collect();
        let plain = text
            .replace("{\"{\"}", "\u{1}")
            .replace("{\"}\"}", "}")
            .replace("{ \"*\" }", "*")
            .replace('\u{1}', "{");
        let formatted = through_fluent(&text);
        assert_eq!(formatted.text, plain, "{text:?}");
        check_segments(&formatted, &text);
    }
}

#[test]
fn selectors_keep_their_lines() {
    let text = "Organizations have { $n ->\n    [one] one \"month\n        or\n\n    two\n   *[other] months\n}.\n* next { $n ->\n *[other] x\n}\n";
    let locales = locales("", "");
    let (memo, locator) = scalar(Lang::En, text);
    let facts = numbers(&[("n", 1)]);
    let args = Args::new().facts(&facts, &nowhere);
    let formatted = locales.get(Lang::En).text(&memo, &locator, &args);
    let formatted = formatted.unwrap().unwrap();
    check_segments(&formatted, text);
    assert!(
        formatted
            .text
            .starts_with("Organizations have one \"month\n")
    );
    assert!(
        formatted.text.ends_with("or\n\ntwo.\n* next x\n"),
        "{:?}",
        formatted.text
    );
}
