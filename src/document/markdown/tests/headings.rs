//! What the headings of a body begin.

use super::*;
use crate::document::inline::plain_text;

/// Each part: its level, its heading's words and Markdown, its blocks and its Markdown.
fn parts(parsed: &Parsed) -> Vec<(u8, String, &str, String, &str)> {
    parsed
        .headed
        .iter()
        .map(|part| {
            (
                part.level,
                plain_text(&part.heading.inlines),
                part.heading.markdown.as_str(),
                sketch(&part.passage.blocks),
                part.passage.markdown.as_str(),
            )
        })
        .collect()
}

#[test]
fn headings_take_a_body_apart() {
    let parsed = body("a\n\n## B *c* ##\nd\n\n- e\nF\ng\n===\n#### H\n");
    assert_eq!(sketch(&parsed.passage.blocks), "p(a)");
    assert_eq!(parsed.passage.markdown, "a");
    assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
    // "F" goes on with the item; a line of signs below an item is no heading.
    let parsed = body("## B *c* ##\nd\n\n- e\n\nF\ng\n===\n#### H\n");
    assert_eq!(sketch(&parsed.passage.blocks), "");
    assert_eq!(
        parts(&parsed),
        [
            (
                2,
                "B c".to_owned(),
                "B *c*",
                "p(d) ul(p(e))".to_owned(),
                "d\n\n- e"
            ),
            (1, "F g".to_owned(), "F g", String::new(), ""),
            (4, "H".to_owned(), "H", String::new(), ""),
        ]
    );
}

#[test]
fn a_heading_is_one_line_of_markdown() {
    for (text, words, markdown) in [
        ("# 1. One", "1. One", "1\\. One"),
        ("# C#", "C#", "C\\#"),
        ("a  \nb\n---", "a b", "a<br>b"),
        ("a\\\nb\n---", "a b", "a<br>b"),
        ("# \\*a\\* ##", "*a*", "\\*a\\*"),
        ("# [x][]\n\n[x]: https://a.ca", "x", "[x](https://a.ca)"),
        (
            "a [x][]\n---\n\n[x]: https://a.ca",
            "a x",
            "a [x](https://a.ca)",
        ),
        ("#a\n---", "#a", "\\#a"),
        ("# `#` <b>", "# <b>", "`#` &lt;b>"),
        ("# [x](https://a.ca \"t\")", "x", "[x](https://a.ca \"t\")"),
    ] {
        let parsed = body(text);
        let [part] = parsed.headed.as_slice() else {
            panic!("{text}: {:?}", parsed.headed);
        };
        assert_eq!(plain_text(&part.heading.inlines), words, "{text}");
        assert_eq!(part.heading.markdown, markdown, "{text}");
    }
}

#[test]
fn notes_and_definitions_serve_the_whole_body() {
    let parsed = body(
        "a[^x]\n\n[^x]: One.\n\n# B[^y]\n\n[see][t]\n\n## C\n\n[t]: https://a.ca\n[^y]: Two.\n",
    );
    assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
    assert_eq!(parsed.notes.len(), 2);
    assert_eq!(parsed.passage.markdown, "a[^1]");
    assert_eq!(parsed.headed[0].heading.markdown, "B[^2]");
    assert_eq!(parsed.headed[0].passage.markdown, "[see](https://a.ca)");
    assert_eq!(parsed.headed[1].passage.markdown, "");
}

#[test]
fn a_nested_heading_is_a_paragraph_in_bold() {
    for (text, markdown) in [
        ("> # a\n> b", ">\n> **a**\n>\n> b"),
        ("- # a\n  b\n- c", "- **a**\n\n  b\n- c"),
        ("- a\n  ## *b* ##\n  c", "- a\n\n  __*b*__\n\n  c"),
        // A definition's meaning stands at the margin, and stars in bold are escaped.
        (
            "t\n:   m\n\n    # a **b\n\n    c",
            "**t**\n\nm\n\n**a \\*\\*b**\n\nc",
        ),
        ("> a\n> b\n> ---\n> c", ">\n> **a\n> b**\n>\n> c"),
    ] {
        let parsed = body(text);
        assert!(parsed.headed.is_empty(), "{text}");
        let again = body(&parsed.passage.markdown);
        assert!(again.diagnostics.is_empty(), "{}", parsed.passage.markdown);
        // Markdown has no form of its own for definitions.
        if !text.contains("\n: ") {
            assert_eq!(
                sketch(&again.passage.blocks),
                sketch(&parsed.passage.blocks),
                "{text}"
            );
        }
        if !markdown.is_empty() {
            assert_eq!(parsed.passage.markdown, markdown, "{text}");
        }
    }
}

#[test]
fn code_and_escapes_make_no_heading() {
    let parsed = body("\\# a\n\n```\n# b\n```\n\n    # c\n\n#d\n");
    assert!(parsed.headed.is_empty());
}

#[test]
fn an_unclosed_fence_ends_with_the_body_below_its_heading() {
    let parsed = body("a\n\n# B\n\n```\nc\n# d");
    assert_eq!(parsed.headed.len(), 1);
    assert_eq!(parsed.headed[0].passage.markdown, "```\nc\n# d\n```");
}

#[test]
fn an_extent_ends_at_the_next_heading_that_is_no_deeper() {
    let text = "# A\n\na\n\n## B\n\nb\n\n# C\n\nc";
    let parsed = body(text);
    let extent = |at: usize| match &parsed.headed[at].extent {
        Origin::Locale(span) => span.range(),
        Origin::Node { .. } => panic!("it is in no node"),
    };
    let of = |words: &str| text.find(words).expect("it is there");
    assert_eq!(extent(0), 0..of("# C"));
    assert_eq!(extent(1), of("## B")..of("# C"));
    assert_eq!(extent(2), of("# C")..text.len());
}
